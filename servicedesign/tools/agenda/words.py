"""What tools and sheets are called in a timetable, and back from what was typed.

Owns the names of tools that a timetable may name before the program has a screen for them.
"""

from __future__ import annotations

from typing import Final

from servicedesign import tools
from servicedesign.i18n import Translator
from servicedesign.model.message import N_
from servicedesign.model.normalise import fold

_LATER: Final = {
    "voting": N_("投票"),
    "deep_dive": N_("深掘り"),
    "payoff": N_("評価マトリクス"),
    "proposal": N_("サービス提案書"),
}
"""Tools of the method by the ids under which files name them."""

_NEVER: Final = ("workbook",)
"""What is printed and not worked in."""


def tool_choices(t: Translator) -> dict[str, str]:
    """Return the names of the tools that a step can open, by id."""
    return {
        tool.id: t(tool.title)
        for tool in tools.all_tools()
        if tool.editor is not None and tool.id not in _NEVER
    }


def tool_title(tool_id: str, t: Translator) -> str:
    """Return what a tool is called; an unknown one by its id."""
    if not tool_id:
        return ""
    for tool in tools.all_tools():
        if tool.id == tool_id:
            return t(tool.title)
    return t(_LATER[tool_id]) if tool_id in _LATER else tool_id


def tools_by_name(t: Translator) -> dict[str, str]:
    """Return ids of tools by their folded names and ids, for what is pasted."""
    ids = [tool.id for tool in tools.all_tools() if tool.id not in _NEVER] + list(_LATER)
    return {fold(name): one for one in ids for name in (one, tool_title(one, t))}


def typed_tool(text: str, t: Translator) -> str | None:
    """Return the tool that was meant by a number, a name or its first letters.

    Empty for none, None when nothing is called so.
    """
    short = fold(text).strip()
    if not short:
        return ""
    choices = tool_choices(t)
    if short.isdecimal() and 1 <= int(short) <= len(choices):
        return list(choices)[int(short) - 1]
    named = tools_by_name(t).get(short)
    if named is not None:
        return named
    begun = [one for one, title in choices.items() if fold(title).startswith(short)]
    return begun[0] if len(begun) == 1 else None


def sheet_titles(t: Translator) -> list[str]:
    """Return what the sheets are called, in the order of the print list."""
    return [t(spec.title) for spec in tools.all_sheets()]
