"""Names of steps as they are kept: sentences for people, in no language yet.

Owns their form in the file. A label is a format, and a stranger may have written it: nothing but
plain places may stand in it, each one filled, or the step gets a neutral name.
"""

from __future__ import annotations

import re

from servicedesign.model import Message, ProjectError, msg
from servicedesign.model.codec import Plain, refuse
from servicedesign.model.normalise import plain_text
from servicedesign.store.schema import compact_json, parse_json

_PLACE = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_LONGEST = 1000
_DEEPEST = 2
_NO_LABEL = msg("この手順の名前が読み取れません。")


def write_label(label: Message) -> str:
    """Return ``label`` as JSON text, so that it can be shown in either language later."""
    return compact_json(_plain_label(label))


def _plain_label(label: Message) -> Plain:
    params = {
        name: _plain_label(value)
        if isinstance(value, Message)
        else (value if isinstance(value, int | float) else plain_text(str(value))[:_LONGEST])
        for name, value in label.params.items()
    }
    return {"text": label.text, "params": params} if params else {"text": label.text}


def read_label(text: object) -> Message:
    """Return the label that ``write_label`` wrote; what is none becomes a neutral name."""
    try:
        return _label(parse_json(text, "label"), 0)
    except ProjectError:
        return msg("変更")


def _label(plain: Plain, depth: int) -> Message:
    if not isinstance(plain, dict) or depth > _DEEPEST:
        raise refuse(_NO_LABEL)
    text, params = plain.get("text"), plain.get("params", {})
    if not isinstance(text, str) or not isinstance(params, dict) or len(text) > _LONGEST:
        raise refuse(_NO_LABEL)
    if params and ("{" in (bare := _PLACE.sub("", text)) or "}" in bare):
        raise refuse(_NO_LABEL)
    if params and not set(_PLACE.findall(text)) <= params.keys():
        raise refuse(_NO_LABEL)
    return Message(text, {str(k): _label_value(v, depth) for k, v in params.items()})


def _label_value(value: Plain, depth: int) -> object:
    if isinstance(value, dict):
        return _label(value, depth + 1)
    return value if isinstance(value, int | float) else str(value)[:_LONGEST]
