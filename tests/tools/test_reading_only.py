"""A project that is only read stays as it is, whatever is pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from support.windows import press

from servicedesign.model import Finding, Interview
from servicedesign.model import msg as said
from servicedesign.store import create_project, open_project
from servicedesign.tools import evidence
from servicedesign.tools.persona import actions


@pytest.mark.modal
def test_sources_can_be_read_and_not_changed_in_a_project_opened_for_reading(
    qtbot, open_editor, tmp_path, answer_dialog
):
    project = create_project(tmp_path / "読むだけ.sdproj")
    person = actions.add_candidate(project)
    interview = Interview(code="H-09", person="30代の女性")
    finding = Finding(interview_id=interview.id, text="窓口での聞き取り")
    with project.edit(said("聞き取りを足す")):
        project.put(interview)
        project.put(finding)
    evidence.link_evidence(project, person, "problems", finding)
    path = project.path
    project.close()
    reading = open_project(path, read_only=True)
    editor = open_editor(reading, "persona")
    seen = []

    def read(dialog) -> None:
        seen.append(dialog._reading.text())
        dialog.turn(0)
        press(qtbot, Qt.Key.Key_Return)
        seen.append(dialog.isVisible())
        dialog.reject()

    answer_dialog(read)
    editor.link("problems", finding.id)
    assert "窓口での聞き取り" in seen[0]
    assert seen[1]
    assert len(evidence.evidence_links(reading, person.id, "problems")) == 1
    reading.close()
