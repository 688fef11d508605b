"""Make the sounds of the timer: python packaging/make_sounds.py.

Owns the two sounds: what they are is said here in numbers, so that they are ours and anyone can
make them anew. The same numbers give the same files.
"""

from __future__ import annotations

import math
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 22_050
"""Samples a second."""
LOUDEST = 0.5
"""Highest sample, of 1: gentle also where the loudspeakers of a hall are turned up."""
OVERTONES = ((1.0, 1.0, 1.0), (2.0, 0.22, 1.6), (3.01, 0.09, 2.6), (4.2, 0.04, 4.0))
"""Multiple of the pitch, strength, and how much sooner it fades: a wooden bar, struck softly."""
ATTACK_S = 0.012
FADE_OUT_S = 0.05


@dataclass(frozen=True)
class Tone:
    """One struck tone.

    Attributes:
        start: when, in seconds.
        pitch: in Hz.
        strength: of 1.
        decay: time in which it falls to a third, in seconds.
    """

    start: float
    pitch: float
    strength: float
    decay: float


SOUNDS = {
    "timer-end.wav": (2.6, (Tone(0.0, 523.25, 0.9, 0.55), Tone(0.42, 392.0, 1.0, 0.75))),
    "timer-minute.wav": (0.9, (Tone(0.0, 523.25, 0.55, 0.22),)),
}
"""Length in seconds and tones: c and the g below it at the end; one soft c at the last minute."""


def wave_bytes(seconds: float, tones: tuple[Tone, ...]) -> bytes:
    """Return the samples, 16 bits each, little end first."""
    count = round(seconds * RATE)
    samples = [sum(_at(tone, n / RATE) for tone in tones) for n in range(count)]
    highest = max(abs(sample) for sample in samples)
    strength = LOUDEST * min(1.0, max(tone.strength for tone in tones)) / highest
    out = bytearray()
    for n, sample in enumerate(samples):
        fade = min(1.0, (count - n) / (FADE_OUT_S * RATE))
        out += struct.pack("<h", round(sample * strength * fade * 32_767))
    return bytes(out)


def _at(tone: Tone, moment: float) -> float:
    since = moment - tone.start
    if since < 0:
        return 0.0
    rise = min(1.0, since / ATTACK_S)
    parts = (
        strength * math.exp(-since * sooner / tone.decay)
        * math.sin(2 * math.pi * tone.pitch * multiple * since)
        for multiple, strength, sooner in OVERTONES
    )  # fmt: skip
    return tone.strength * rise * sum(parts)


def main() -> int:
    """Write the files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (seconds, tones) in SOUNDS.items():
        with wave.open(str(FOLDER / name), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(wave_bytes(seconds, tones))
        print(FOLDER / name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
