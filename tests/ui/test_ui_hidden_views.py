"""A view that is not in front does nothing until it is, and then shows what became of all."""

from __future__ import annotations

import pytest
from support.windows import editor_of

from servicedesign.model import Persona
from servicedesign.tools.persona import actions


@pytest.fixture
def heard(window, monkeypatch):
    """What the view of the personas was told while that of the interviews is in front."""
    space = window.workspace()
    space.show_view("persona")
    editor = editor_of(window)
    told = []
    refresh = editor.refresh
    monkeypatch.setattr(editor, "refresh", lambda step: (told.append(step), refresh(step)))
    space.show_view("interview")
    return told


def persona(project) -> Persona:
    return project.all(Persona)[0]


def test_a_view_behind_another_hears_of_many_steps_at_once(project, window, heard):
    front = editor_of(window)
    for text in ("窓口", "窓口が", "窓口が遠い"):
        actions.write_field(project, persona(project).id, "problems", text)
    assert front.fields["problems"].text() == "窓口が遠い"
    assert heard == []
    window.workspace().show_view("persona")
    assert len(heard) == 1
    assert [(change.before.problems, change.after.problems) for change in heard[0].changes] == [
        ("窓口が3か所に分かれている", "窓口が遠い")
    ]
    assert editor_of(window).fields["problems"].text() == "窓口が遠い"


def test_what_was_taken_back_meanwhile_is_no_news(project, window, heard):
    made = actions.add_candidate(project)
    actions.write_field(project, made.id, "name", "二人目")
    project.undo()
    project.undo()
    window.workspace().show_view("persona")
    assert heard == []


def test_a_search_hit_in_a_view_behind_is_found_as_it_now_is(project, window, heard):
    actions.write_field(project, persona(project).id, "problems", "夜の窓口")
    assert window.workspace().go("persona", persona(project).id, "problems")
    assert editor_of(window).fields["problems"].text() == "夜の窓口"
    assert editor_of(window).fields["problems"].hasFocus()
