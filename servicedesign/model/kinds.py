"""The one list of kinds: everything that a project file can hold.

Owns ``RECORDS``, in an order in which every kind comes after the kinds it refers to where it can.
A new record is added here and gets a migration in the store.
"""

from __future__ import annotations

from typing import Final

from servicedesign.model import (
    board,
    interview,
    journey,
    link,
    persona,
    principles,
    project,
    proposal,
    prototype,
    voting,
)
from servicedesign.model.record import Record

_ORDER: tuple[type[Record], ...] = (
    board.Image,
    project.ProjectInfo,
    project.Group,
    project.Participant,
    project.AgendaItem,
    project.Reflection,
    project.PrintSet,
    interview.Interview,
    interview.InterviewEntry,
    interview.Finding,
    persona.Persona,
    persona.EmpathyMap,
    journey.JourneyMap,
    journey.Phase,
    journey.Lane,
    journey.Cell,
    journey.Issue,
    journey.HowMightWe,
    board.Board,
    board.Cluster,
    board.Sketch,
    board.Note,
    board.Mandala,
    board.MandalaCell,
    voting.VoteRound,
    voting.Ballot,
    voting.DeepDive,
    voting.PayoffMatrix,
    voting.PayoffItem,
    prototype.Prototype,
    prototype.PrototypeVersion,
    prototype.Frame,
    prototype.TestTask,
    prototype.TestSession,
    prototype.Observation,
    prototype.Improvement,
    principles.PrincipleEdition,
    principles.PrincipleItem,
    principles.PrincipleCheck,
    principles.PrincipleReview,
    proposal.Proposal,
    proposal.Cost,
    proposal.Benefit,
    proposal.Funding,
    proposal.Kpi,
    proposal.Milestone,
    proposal.Risk,
    proposal.Decision,
    proposal.ProcessStep,
    link.Link,
)

RECORDS: Final[dict[str, type[Record]]] = {cls.KIND: cls for cls in _ORDER}
"""Every kind of record by the name of its kind."""
