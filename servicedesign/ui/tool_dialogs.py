"""The dialogs that tools open, made to be looked at in the picture book.

Owns what each of them shows there. A tool's own dialogs are named by dotted paths, as editors are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from servicedesign.locations import RESOURCES
from servicedesign.model import (
    Answer,
    Board,
    Group,
    Issue,
    JourneyMap,
    Mandala,
    Note,
    Persona,
    PrincipleReview,
    Sketch,
)
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.tools.registry import load
from servicedesign.ui.dialogs.face_picker import FacePicker
from servicedesign.ui.dialogs.link_picker import LinkPicker
from servicedesign.ui.dialogs.paper_photo_dialog import PaperPhotoDialog
from servicedesign.ui.dialogs.photo_crop import PhotoCrop
from servicedesign.ui.dialogs.why_dialog import WhyDialog
from servicedesign.ui.sketching.sketch_dialog import SketchDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from servicedesign.ui.screens import Stage

_PHOTO = "icons/app-256.png"


def _persona(stage: Stage) -> Persona:
    return next(iter(stage.workspace.project.all(Persona)), Persona())


def evidence_dialog(stage: Stage) -> QDialog:
    """Return the list of evidence for the problems of the first persona."""
    persona = _persona(stage)
    claim = f"{stage.services.t('抱えている問題')}　{' '.join(persona.problems.split())}"
    return LinkPicker(stage.workspace.context, persona, "problems", claim, stage.window)


def why_dialog(stage: Stage) -> QDialog:
    """Return why, and what came of it, of the first issue."""
    issue = next(iter(stage.workspace.project.all(Issue)), _persona(stage))
    return WhyDialog(stage.workspace.context, issue, stage.window)


def faces_dialog(stage: Stage) -> QDialog:
    """Return the grid of faces with that of the first persona."""
    return FacePicker(DrawingLibrary(), _persona(stage).face, stage.services.t, stage.window)


def crop_dialog(stage: Stage) -> QDialog:
    """Return the cutting of a photo."""
    return PhotoCrop((RESOURCES / _PHOTO).read_bytes(), stage.services.t, stage.window)


def sketch_dialog(stage: Stage) -> QDialog:
    """Return the pad with the first sketch of the project."""
    sketch = next(iter(stage.workspace.project.all(Sketch)), Sketch())
    title = stage.services.t("付箋{number}に描く", number=1)
    return SketchDialog(
        stage.workspace.context, title, lambda: sketch, lambda _: None, stage.window
    )


def paper_photo_dialog(stage: Stage) -> QDialog:
    """Return the straightening of a photo."""
    data = (RESOURCES / _PHOTO).read_bytes()
    return PaperPhotoDialog(data, stage.services.t, stage.window)


def choose_dialog(stage: Stage) -> QDialog:
    """Return the question why the last persona is the one."""
    people = stage.workspace.project.all(Persona)
    name = people[-1].name if people else stage.services.t("この候補")
    before = people[0].name if len(people) > 1 else ""
    made: QDialog = load("servicedesign.tools.persona.choose_dialog:ChooseDialog")(
        stage.services.t, name[:60], before[:60], "", stage.window
    )
    return made


def keep_dialog(stage: Stage) -> QDialog:
    """Return the question for a note when answers are kept."""
    counts = {Answer.DONE: 6, Answer.PARTLY: 5, Answer.NOT_YET: 1}
    made: QDialog = load("servicedesign.tools.principles.keep_dialog:KeepDialog")(
        stage.services.t, stage.services.clock().date(), counts, "", stage.window
    )
    return made


def map_facts_dialog(stage: Stage) -> QDialog:
    """Return the form for what the first journey map is about."""
    project = stage.workspace.project
    journey = next(iter(project.all(JourneyMap)), JourneyMap())
    made: QDialog = load("servicedesign.tools.journey.facts_dialog:FactsDialog")(
        stage.services.t, journey, project.all(Persona), stage.window
    )
    return made


def compare_dialog(stage: Stage) -> QDialog:
    """Return the comparison with the last review; without one, what keeping one is for."""
    reviews = stage.workspace.project.all(PrincipleReview)
    if not reviews:
        return keep_dialog(stage)
    made: QDialog = load("servicedesign.tools.principles.compare_dialog:CompareDialog")(
        stage.workspace.context, reviews[-1].edition_id, reviews[-1].id, stage.window
    )
    return made


def balance_dialog(stage: Stage) -> QDialog:
    """Return the question into how many groups people are dealt."""
    made: QDialog = load("servicedesign.tools.participants.balance_dialog:BalanceDialog")(
        stage.services.t, 20, 0, 0, stage.window
    )
    return made


def rules_dialog(stage: Stage) -> QDialog:
    """Return the rules of brainstorming with the pace of the first board."""
    board = next(iter(stage.workspace.project.all(Board)), Board())
    made: QDialog = load("servicedesign.tools.board.rules_dialog:RulesDialog")(
        stage.workspace.context, lambda: board.id, stage.window
    )
    return made


def mandala_dialog(stage: Stage) -> QDialog:
    """Return the question for title and question of the first mandala chart."""
    chart = next(iter(stage.workspace.project.all(Mandala)), Mandala())
    made: QDialog = load("servicedesign.tools.mandala.facts_dialog:FactsDialog")(
        stage.services.t, stage.workspace.project, chart, stage.window
    )
    return made


def deep_dive_start_dialog(stage: Stage) -> QDialog:
    """Return the question which group takes which of the first ideas."""
    project = stage.workspace.project
    ideas, groups = project.all(Note)[:4], project.all(Group)
    ids = [group.id for group in groups]
    shared = {idea.id: ids[n % len(ids)] for n, idea in enumerate(ideas)} if ids else {}
    made: QDialog = load("servicedesign.tools.deep_dive.start_dialog:StartDialog")(
        stage.services.t, ideas, groups, shared, stage.window
    )
    return made


def deep_dive_idea_dialog(stage: Stage) -> QDialog:
    """Return the list of ideas to work out."""
    t = stage.services.t
    asks = load("servicedesign.tools.deep_dive.idea_dialog:IdeaQuestion")(
        t("深掘りする案を選ぶ"), t("深掘りする")
    )
    made: QDialog = load("servicedesign.tools.deep_dive.idea_dialog:IdeaDialog")(
        stage.workspace.context, asks, stage.window
    )
    return made


def payoff_choose_dialog(stage: Stage) -> QDialog:
    """Return the list of ideas that can be put on a payoff matrix."""
    made: QDialog = load("servicedesign.tools.payoff.choose_dialog:ChooseDialog")(
        stage.services.t, stage.workspace.project, set(), stage.window
    )
    return made


def payoff_raters_dialog(stage: Stage) -> QDialog:
    """Return the question who rates, with the groups of the project."""
    groups = [group.name for group in stage.workspace.project.all(Group)]
    rated = [(name, 4 - place) for place, name in enumerate(groups)]
    made: QDialog = load("servicedesign.tools.payoff.raters_dialog:RatersDialog")(
        stage.services.t, rated, groups, stage.window
    )
    return made


def vote_dialog(name: str) -> Callable[[Stage], QDialog]:
    """Return what makes the dialog of the vote called ``name``."""

    def _make(stage: Stage) -> QDialog:
        made: QDialog = load(f"servicedesign.tools.voting.shown:{name}_dialog")(stage)
        return made

    return _make
