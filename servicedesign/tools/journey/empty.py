"""What stands where no map is yet: what a map is for, and how to begin.

Owns the words and the buttons. What they do is the editor's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign.tools.journey.maps import PRESETS, Preset
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton

_LEFT = 32


def _with_more(state: EmptyState, others: Sequence[QWidget]) -> QWidget:
    """Return ``state`` with quieter ways to begin under its buttons."""
    look = theme()
    state.setContentsMargins(look.px(_LEFT), 0, look.px(_LEFT), 0)
    box = state.layout()
    if others and isinstance(box, QVBoxLayout):
        row = QHBoxLayout()
        row.setContentsMargins(0, look.px(12), 0, 0)
        row.setSpacing(look.px(8))
        for other in others:
            row.addWidget(other)
        row.addStretch(1)
        box.insertLayout(box.count() - 1, row)
    return state


def no_map(context: EditorContext, add: Callable[[Preset], object]) -> QWidget:
    """Return the page for a project without maps; ``add`` makes one from a preset."""
    t = context.t
    locked = t("読み取り専用で開いています") if context.read_only else ""
    buttons: list[PrimaryButton | SecondaryButton | QuietButton] = [
        PrimaryButton(t("{preset}で始める", preset=t(PRESETS[0].label)), key="Ctrl+Shift+N"),
        SecondaryButton(t("{preset}で始める", preset=t(PRESETS[1].label))),
        QuietButton(t("{preset}で始める", preset=t(PRESETS[2].label)), blue=True),
    ]
    for button, preset in zip(buttons, PRESETS, strict=True):
        button.set_usable(locked)
        button.clicked.connect(lambda _=False, chosen=preset: add(chosen))
    paper = QuietButton(t("白紙のシートを印刷"), icon="mdi6.printer-outline")
    paper.clicked.connect(lambda: context.shell.command("print_list"))
    first, second, third = buttons
    assert isinstance(first, PrimaryButton)
    assert isinstance(second, SecondaryButton)
    state = EmptyState(
        t("まだジャーニーマップがありません"),
        t(
            "一人の人が、きっかけから用が済むまでに何をし、どう感じたかを、時間の順に並べます。"
            "聞き取ったことから書き、分からないところは空けておきます。"
        ),
        first,
        second,
    )
    return _with_more(state, [third, paper])


def no_half(context: EditorContext, *, to_be: bool, make: Callable[[], object]) -> QWidget:
    """Return the page for a map without its other half; ``make`` makes it."""
    t = context.t
    if to_be:
        missing = t("この地図の理想は、まだ描いていません")
        method = t(
            "同じフェーズを並べた白紙から、困りごとがなくなった道のりを描きます。"
            "列は現状とつながるので、上下に並べて違いを確かめられます。"
        )
        button = PrimaryButton(t("理想の地図を作る"))
    else:
        missing = t("この理想のもとになる現状の地図がありません")
        method = t("いまの道のりを描くと、上下に並べて違いを確かめられます。")
        button = PrimaryButton(t("現状の地図を作る"))
    button.set_usable(t("読み取り専用で開いています") if context.read_only else "")
    button.clicked.connect(make)
    return _with_more(EmptyState(missing, method, button), [])
