"""Which system libraries are missing, and which package brings each."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.scripts import script

libraries = script("libraries")

LDD = """
Qt/plugins/platforms/libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibxcb-icccm.so.4 => not found
\tlibz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007f)
\tlibxcb-keysyms.so.1 => not found
\t/lib64/ld-linux-x86-64.so.2 (0x00007f)
"""


def test_the_loaders_answer_is_read() -> None:
    assert libraries.parse_ldd(LDD) == {
        "libxcb-icccm.so.4": None,
        "libz.so.1": "/lib/x86_64-linux-gnu/libz.so.1",
        "libxcb-keysyms.so.1": None,
    }


def test_libraries_become_packages_once_each() -> None:
    names = ["libgthread-2.0.so.0", "libglib-2.0.so.0", "libEGL.so.1", "libodd.so.9"]
    assert libraries.packages_for(names) == (["libegl1", "libglib2.0-0"], ["libodd.so.9"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('ID=debian\nVERSION_ID="12"\n', True),
        ('ID=ubuntu\nID_LIKE=debian\n', True),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', True),
        ('ID=fedora\n', False),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', False),
        ("", False),
    ],
)  # fmt: skip
def test_debian_is_told_from_others(text: str, expected: bool) -> None:
    assert libraries.is_debian(text) is expected


@pytest.mark.parametrize(
    ("environ", "tests", "pattern"),
    [
        ({"DISPLAY": ":0"}, False, "libqxcb.so"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False, "libqwayland*.so"),
        ({"DISPLAY": ":0"}, True, "libqoffscreen.so"),
    ],
)
def test_the_screen_in_use_decides_what_is_needed(
    environ: dict[str, str], tests: bool, pattern: str
) -> None:
    assert libraries.plugin_patterns(environ, tests=tests) == [pattern]


def test_a_machine_found_complete_is_not_asked_again(tmp_path: Path) -> None:
    library = tmp_path / "libz.so.1"
    library.touch()
    record = tmp_path / libraries.RECORD
    record.write_text(f'{{"patterns": ["libqxcb.so"], "files": ["{library.as_posix()}"]}}')
    assert libraries._still_there(record, ["libqxcb.so"])
    assert not libraries._still_there(record, ["libqwayland*.so"])
    library.unlink()
    assert not libraries._still_there(record, ["libqxcb.so"])


def test_missing_libraries_are_named_in_one_line() -> None:
    refusal = libraries.missing_libraries(["libEGL.so.1"])
    assert "libEGL.so.1" in refusal.english
    assert "\n" not in refusal.english + refusal.japanese
