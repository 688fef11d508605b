"""The bundled sounds are what the script beside them makes."""

from __future__ import annotations

import importlib.util
import sys
import wave
from pathlib import Path


def test_the_sounds_are_made_by_the_script(project_root: Path):
    path = project_root / "packaging" / "make_sounds.py"
    spec = importlib.util.spec_from_file_location("make_sounds", path)
    script = importlib.util.module_from_spec(spec)
    sys.modules["make_sounds"] = script
    try:
        spec.loader.exec_module(script)
    finally:
        del sys.modules["make_sounds"]
    assert sorted(p.name for p in script.FOLDER.glob("*.wav")) == sorted(script.SOUNDS)
    for name, (seconds, tones) in script.SOUNDS.items():
        with wave.open(str(script.FOLDER / name)) as file:
            kept = file.readframes(file.getnframes())
        made = script.wave_bytes(seconds, tones)
        assert len(kept) == len(made)
        # the last digit of a sine may differ between machines
        assert max(abs(a - b) for a, b in zip(_samples(kept), _samples(made), strict=True)) <= 1


def _samples(data: bytes) -> list[int]:
    return [int.from_bytes(data[n : n + 2], "little", signed=True) for n in range(0, len(data), 2)]
