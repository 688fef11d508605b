"""JSON that is not as a dump is: refused with the place, never a fault."""

from __future__ import annotations

import pytest

from servicedesign.exchange.json_text import read_json
from servicedesign.model import ProjectError
from servicedesign.store.dump import read_dump
from servicedesign.store.schema import VERSION


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"version":' + "9" * 5_000 + "}", "長すぎる数"),
        ('{"a":1,"a":2}', "二度"),
        ('{"a":NaN}', "使えません"),
        ("[" * 100_000, "深すぎ"),
        ("", "JSONの形"),
    ],
)
def test_what_is_no_strict_json_is_refused(text, why, tmp_path):
    path = tmp_path / "町.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ProjectError, match=why):
        read_json(path)


@pytest.mark.parametrize("version", [True, "1", 1.5, None, 0, VERSION + 1, []])
def test_only_the_number_of_a_known_format_is_taken(version):
    with pytest.raises(ProjectError, match="版が違います"):
        read_dump({"format": "servicedesign", "version": version, "records": {}, "images": {}})
