"""Songs made for tests, with the truth known by construction, and the sample songs with theirs."""

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from shared.domain.analysis import LyricLine
from shared.ports.listening import Pcm

RATE = 22050
SAMPLES = Path(__file__).parents[3] / "samples"
Sound = NDArray[np.float64]


@dataclass(frozen=True)
class Band:
    """Drums and chords at these beats; the first of each bar has a kick and a new chord."""

    beats: tuple[float, ...]
    duration: float
    meter: int = 4
    drums_from: float = 0.0
    chords: bool = True

    def play(self) -> Sound:
        """One channel."""
        out = np.zeros(int(self.duration * RATE))
        noise = np.random.Generator(np.random.PCG64(3))
        edges = [*self.beats, self.duration]
        for i, (start, end) in enumerate(pairwise(edges)):
            first = i % self.meter == 0
            if self.chords and first:
                last = edges[min(i + self.meter, len(self.beats))]
                add(out, start, chord(i // self.meter, last - start))
            if start >= self.drums_from:
                add(out, start, kick() if first or (self.meter == 4 and i % 4 == 2) else snare(noise))
                add(out, start, hat(noise))
                add(out, (start + end) / 2, hat(noise))
        return out


def add(out: Sound, at: float, sound: Sound) -> None:
    """Mix a sound in; what does not fit is cut."""
    first = round(at * RATE)
    part = sound[: max(0, len(out) - first)]
    out[first : first + len(part)] += part


def kick() -> Sound:
    t = np.arange(int(0.16 * RATE)) / RATE
    return 0.5 * np.sin(2 * np.pi * (45 * t + 1.5 * (1 - np.exp(-t * 40)))) * np.exp(-t * 22)


def snare(noise: np.random.Generator) -> Sound:
    t = np.arange(int(0.14 * RATE)) / RATE
    return (noise.standard_normal(len(t)) * 0.18 + 0.15 * np.sin(2 * np.pi * 190 * t)) * np.exp(-t * 28)


def hat(noise: np.random.Generator) -> Sound:
    t = np.arange(int(0.04 * RATE)) / RATE
    return 0.1 * np.diff(noise.standard_normal(len(t) + 1)) * np.exp(-t * 110)


def chord(n: int, seconds: float) -> Sound:
    """The n-th chord of Am F C G, swelling in 60 ms."""
    t = np.arange(int(seconds * RATE)) / RATE
    notes = ((57, 60, 64), (53, 57, 60), (60, 64, 67), (55, 59, 62))[n % 4]
    tones = [np.sin(2 * np.pi * 440 * 2 ** ((m - 69) / 12) * k * t) / k for m in notes for k in (1, 2, 3)]
    return 0.05 * np.sum(tones, axis=0) * np.minimum(1, t / 0.06) * np.minimum(1, (seconds - t) / 0.1)


def voice(syllables: list[tuple[float, float, float]], duration: float) -> Sound:
    """A singer on 'ah': (start, end, Hz) per syllable, with vibrato and three formants."""
    out = np.zeros(int(duration * RATE))
    for start, end, hz in syllables:
        t = np.arange(int((end - start) * RATE)) / RATE
        phase = 2 * np.pi * hz * (t + 0.0015 * np.sin(2 * np.pi * 5.5 * t) / 5.5)
        tone = np.zeros(len(t))
        for k in range(1, int(5000 / hz)):
            gain = sum(
                g / (1 + ((k * hz - f) / w) ** 2) for f, w, g in ((700, 130, 1), (1200, 150, 0.6), (2700, 250, 0.4))
            )
            tone += gain * np.sin(k * phase)
        fade = np.minimum(1, t / 0.02) * np.minimum(1, (t[-1] - t) / 0.04)
        add(out, start, 0.12 * tone * fade)
    return out


def steady(bpm: float, seconds: float, start: float = 0.0) -> tuple[float, ...]:
    """Beats of a steady tempo that fit."""
    return tuple(float(t) for t in np.arange(start, seconds - 0.3, 60 / bpm))


def pcm(left: Sound, right: Sound | None = None) -> Pcm:
    """The sound as the ports want it; what is louder than full scale clips."""
    both = np.stack([left, left if right is None else right], axis=1)
    return Pcm((np.clip(both, -1, 1) * 32767).astype("<i2").tobytes())


def sample(name: str) -> tuple[Pcm, dict[str, Any]]:
    """A sample song and its truth."""
    truth = json.loads((SAMPLES / f"{name}.truth.json").read_text("utf8"))
    parts: list[bytes] = []
    with av.open(str(SAMPLES / f"{name}.mp3")) as container:
        to_stereo = av.AudioResampler("s16", "stereo", RATE)
        for frame in container.decode(audio=0):
            parts += [part.to_ndarray().tobytes() for part in to_stereo.resample(frame)]
        parts += [part.to_ndarray().tobytes() for part in to_stereo.resample(None)]
    return Pcm(b"".join(parts)), truth


def lines_of(truth: dict[str, Any]) -> tuple[LyricLine, ...]:
    """The lines as a person would paste them: words and stanzas, no times."""
    sung = [[w["text"] for w in truth["words"] if w["line"] == line["i"]] for line in truth["lines"]]
    return tuple(
        LyricLine(text=line["text"], words=tuple(words), stanza=line["section"])
        for line, words in zip(truth["lines"], sung, strict=True)
    )


def f_measure(found_ms: tuple[int, ...], true_ms: list[float], tolerance_ms: float = 70) -> float:
    """Share of beats found once within the tolerance, against both too many and too few."""
    free = list(found_ms)
    hits = 0
    for t in true_ms:
        near = [f for f in free if abs(f - t) <= tolerance_ms]
        if near:
            free.remove(min(near, key=lambda f: abs(f - t)))
            hits += 1
    return 2 * hits / max(1, len(found_ms) + len(true_ms))


def bias_ms(found_ms: tuple[int, ...], true_ms: list[float]) -> float:
    """How late the found beats are, by the median."""
    away = [min((f - t for t in true_ms), key=abs) for f in found_ms]
    return float(np.median([a for a in away if abs(a) <= 70]))
