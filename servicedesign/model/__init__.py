"""What a workshop consists of: frozen records, one module a concept.

Imports nothing of ours. Records are reached from here, wherever they live behind. A name is loaded
when it is first asked for, so that the command line's help does not wait for fifty records.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from servicedesign.model.board import (
        Board,
        BoardFrame,
        Cluster,
        FigurePlacement,
        Image,
        Mandala,
        MandalaCell,
        Note,
        Point,
        Sketch,
        Stroke,
    )
    from servicedesign.model.errors import ProjectError
    from servicedesign.model.interview import (
        Consent,
        Finding,
        FindingKind,
        Interview,
        InterviewEntry,
        SourceMethod,
    )
    from servicedesign.model.journey import (
        Cell,
        EvidenceLevel,
        HowMightWe,
        Issue,
        JourneyMap,
        JourneyView,
        Lane,
        LaneKind,
        Outcome,
        Phase,
    )
    from servicedesign.model.kinds import RECORDS
    from servicedesign.model.link import Link, Relation
    from servicedesign.model.message import N_, Message, msg
    from servicedesign.model.persona import Certainty, Crop, EmpathyMap, FieldCertainty, Persona
    from servicedesign.model.principles import (
        Answer,
        ItemAnswer,
        PrincipleCheck,
        PrincipleEdition,
        PrincipleItem,
        PrincipleReview,
    )
    from servicedesign.model.project import (
        AgendaItem,
        Group,
        Participant,
        PrintChoice,
        PrintSet,
        ProjectInfo,
        Reflection,
        ServiceKind,
        StakeholderKind,
        StickyColour,
    )
    from servicedesign.model.proposal import (
        Benefit,
        BenefitKind,
        Cost,
        CostKind,
        Decision,
        Funding,
        FundingSource,
        Kpi,
        Milestone,
        ProcessSide,
        ProcessStep,
        Proposal,
        Risk,
        StepKind,
    )
    from servicedesign.model.prototype import (
        Frame,
        Improvement,
        ImprovementState,
        Observation,
        Prototype,
        PrototypeForm,
        PrototypeVersion,
        Side,
        TaskOutcome,
        TestSession,
        TestTask,
        Verdict,
        Verification,
        VerificationQuestion,
    )
    from servicedesign.model.record import FieldSpec, Personal, Record, field_specs
    from servicedesign.model.voting import (
        Ballot,
        BallotVote,
        BallotWay,
        DeepDive,
        PayoffItem,
        PayoffMatrix,
        PayoffRating,
        Selection,
        Tally,
        TieRule,
        VoteEvent,
        VoteEventKind,
        VoteRound,
        VoteStatus,
        VoteTarget,
        Worry,
    )

_ROOMS: Final = (
    *("errors", "message", "record", "project", "interview", "persona", "journey", "board"),
    *("voting", "prototype", "principles", "proposal", "link", "kinds"),
)
"""The modules behind, in the order in which a name is looked for."""

__all__ = [
    "N_",
    "RECORDS",
    "AgendaItem",
    "Answer",
    "Ballot",
    "BallotVote",
    "BallotWay",
    "Benefit",
    "BenefitKind",
    "Board",
    "BoardFrame",
    "Cell",
    "Certainty",
    "Cluster",
    "Consent",
    "Cost",
    "CostKind",
    "Crop",
    "Decision",
    "DeepDive",
    "EmpathyMap",
    "EvidenceLevel",
    "FieldCertainty",
    "FieldSpec",
    "FigurePlacement",
    "Finding",
    "FindingKind",
    "Frame",
    "Funding",
    "FundingSource",
    "Group",
    "HowMightWe",
    "Image",
    "Improvement",
    "ImprovementState",
    "Interview",
    "InterviewEntry",
    "Issue",
    "ItemAnswer",
    "JourneyMap",
    "JourneyView",
    "Kpi",
    "Lane",
    "LaneKind",
    "Link",
    "Mandala",
    "MandalaCell",
    "Message",
    "Milestone",
    "Note",
    "Observation",
    "Outcome",
    "Participant",
    "PayoffItem",
    "PayoffMatrix",
    "PayoffRating",
    "Persona",
    "Personal",
    "Phase",
    "Point",
    "PrincipleCheck",
    "PrincipleEdition",
    "PrincipleItem",
    "PrincipleReview",
    "PrintChoice",
    "PrintSet",
    "ProcessSide",
    "ProcessStep",
    "ProjectError",
    "ProjectInfo",
    "Proposal",
    "Prototype",
    "PrototypeForm",
    "PrototypeVersion",
    "Record",
    "Reflection",
    "Relation",
    "Risk",
    "Selection",
    "ServiceKind",
    "Side",
    "Sketch",
    "SourceMethod",
    "StakeholderKind",
    "StepKind",
    "StickyColour",
    "Stroke",
    "Tally",
    "TaskOutcome",
    "TestSession",
    "TestTask",
    "TieRule",
    "Verdict",
    "Verification",
    "VerificationQuestion",
    "VoteEvent",
    "VoteEventKind",
    "VoteRound",
    "VoteStatus",
    "VoteTarget",
    "Worry",
    "field_specs",
    "msg",
]


def __getattr__(name: str) -> object:
    """Load the module in which ``name`` lives and return it."""
    if name in __all__:
        for room in _ROOMS:
            module = import_module(f"{__name__}.{room}")
            if hasattr(module, name):
                globals()[name] = value = getattr(module, name)
                return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
