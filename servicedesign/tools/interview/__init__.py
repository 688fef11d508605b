"""Interviews: what residents said and did, written while listening, and the findings in it."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="interview",
    phase=MethodPhase.NEEDS,
    title=N_("聞き取り"),
    summary=N_("話した言葉をそのまま書き、わかったことに印をつけます。"),
    icon="mdi6.comment-quote-outline",
    kinds=("interview", "interview_entry", "finding"),
    sheets=(
        SheetSpec(
            id="interview",
            title=N_("聞き取りメモ"),
            module="servicedesign.tools.interview.sheet",
            record_kind="interview",
            order=50,
        ),
        SheetSpec(
            id="interview-summary",
            title=N_("聞き取りのまとめ"),
            module="servicedesign.tools.interview.summary_sheet",
            order=55,
            has_blank=False,
        ),
    ),
    editor="servicedesign.tools.interview.editor:InterviewEditor",
    state="servicedesign.tools.interview.actions:progress",
)
