"""The text form of a project: JSON in, JSON out.

Owns the strict reading of JSON text (no duplicate keys, no NaN, bounded depth) and its one way of
writing. What the values mean is the store's business.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from servicedesign.exchange.files import read_bytes
from servicedesign.model import Message, ProjectError, msg


def to_json(plain: Any) -> str:
    """Return ``plain`` as JSON text: Japanese readable, two spaces, one line end at the end."""
    return json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def read_json(path: Path) -> Any:
    """Return what the JSON file ``path`` holds.

    Raises:
        ProjectError: it cannot be read or is not strict JSON; the message names the place.
    """
    data = read_bytes(path)
    try:
        text = data.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise _refuse(path, msg("UTF-8の文字ではありません")) from error
    except json.JSONDecodeError as error:
        place = msg("{line}行{column}文字目", line=error.lineno, column=error.colno)
        raise _refuse(path, msg("{place}がJSONの形ではありません", place=place)) from error
    except RecursionError as error:
        raise _refuse(path, msg("入れ子が深すぎます")) from error
    except _NotStrictError as error:
        raise _refuse(path, error.reason) from error
    except ValueError as error:  # Python reads whole numbers of some thousand digits at most
        raise _refuse(path, msg("長すぎる数があります")) from error


class _NotStrictError(ValueError):
    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise _NotStrictError(msg("「{key}」が二度あります", key=key))
        result[key] = value
    return result


def _no_constant(name: str) -> NoReturn:
    raise _NotStrictError(msg("「{name}」は使えません", name=name))


def _refuse(path: Path, reason: Message) -> ProjectError:
    return ProjectError(
        msg("「{path}」を読み込めません：{reason}。", path=path, reason=reason),
        msg("何も書き込んでいません。"),
        msg("書き出したときのままのJSONファイルを選んでください。"),
    )
