"""Tests: people try a version of a prototype while somebody watches and writes down."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="testing",
    phase=MethodPhase.PROTOTYPE,
    title=N_("テスト"),
    summary=N_("使う様子を見て、次の版で直すことを決めます。"),
    icon="mdi6.clipboard-check-outline",
    kinds=("test_task", "test_session", "observation", "improvement"),
    sheets=(
        SheetSpec(
            id="test",
            title=N_("テストシート"),
            module="servicedesign.tools.testing.sheet",
            papers=("A4",),
            record_kind="test_session",
            order=210,
        ),
        SheetSpec(
            id="test-summary",
            title=N_("テストのまとめ"),
            module="servicedesign.tools.testing.sheet_summary",
            papers=("A4",),
            record_kind="prototype_version",
            order=215,
            has_blank=False,
        ),
    ),
    editor="servicedesign.tools.testing.editor:TestingEditor",
    state="servicedesign.tools.testing.actions:progress",
)
