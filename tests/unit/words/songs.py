"""Songs for the tests: the samples as their truth files describe them, and small ones made up."""

import json
from pathlib import Path
from typing import Any

from shared.domain.analysis import Curves, Heard, Section, Word
from shared.domain.lyrics import Lyrics

SAMPLES = Path(__file__).parents[3] / "samples"


def truth(song: str) -> Any:
    """What is known about a sample."""
    return json.loads((SAMPLES / f"{song}.truth.json").read_text(encoding="utf-8"))


def heard_truly(song: str) -> Heard:
    """A sample as a perfect listener hears it."""
    known = truth(song)
    duration, hop = known["duration_ms"], 50
    size = -(-duration // hop)
    sections: list[Section] = []
    letters: dict[str, str] = {}
    labels = "ABCDEFGH"
    for at, section in enumerate(known["sections"]):
        letter = letters.setdefault(section["label"], labels[len(letters)])
        end = duration if at == len(known["sections"]) - 1 else section["end_ms"]
        sections.append(Section(start_ms=section["start_ms"], end_ms=end, label=letter))
    energy = [next((s["energy"] for s in known["sections"] if s["end_ms"] > at * hop), 0.1) for at in range(size)]
    vocals, onsets = [0.0] * size, [0.0] * size
    for word in known["words"]:
        vocals[word["start_ms"] // hop : word["end_ms"] // hop] = [0.9] * (
            word["end_ms"] // hop - word["start_ms"] // hop
        )
    for beat in known["beats_ms"]:
        if beat // hop < size:
            onsets[beat // hop] = 0.8
    return Heard(
        duration_ms=duration,
        tempo_bpm=known["bpm"],
        tempo_changes=(),
        beats_ms=tuple(at for at in known["beats_ms"] if at < duration),
        downbeats_ms=tuple(at for at in known["downbeats_ms"] if at < duration),
        beats_per_bar=4,
        key="A minor",
        sections=tuple(sections),
        curves=Curves(
            hop_ms=hop, energy=tuple(energy), brightness=(0.5,) * size, onsets=tuple(onsets), vocals=tuple(vocals)
        ),
    )


def words_truly(song: str) -> tuple[Word, ...]:
    """The words of a sample when they are really sung."""
    return tuple(
        Word(text=w["text"], line=w["line"], start_ms=w["start_ms"], end_ms=w["end_ms"], confidence=0.9)
        for w in truth(song)["words"]
    )


def steady(seconds: int, bpm: float = 120.0, vocals: float = 0.0) -> Heard:
    """A song of one section that goes on evenly."""
    duration, hop = seconds * 1000, 100
    beat = 60_000 / bpm if bpm else 0
    beats = tuple(round(at * beat) for at in range(int(duration / beat))) if beat else ()
    size = duration // hop
    return Heard(
        duration_ms=duration,
        tempo_bpm=bpm,
        tempo_changes=(),
        beats_ms=beats,
        downbeats_ms=beats[::4],
        beats_per_bar=4,
        key="C major",
        sections=(Section(start_ms=0, end_ms=duration, label="A"),),
        curves=Curves(
            hop_ms=hop, energy=(0.5,) * size, brightness=(0.5,) * size, onsets=(0.3,) * size, vocals=(vocals,) * size
        ),
    )


def sung(lyrics: Lyrics, from_ms: int = 2_000, word_ms: int = 400, line_pause_ms: int = 800) -> tuple[Word, ...]:
    """The words of the lyrics, one after the other, with a pause after each line."""
    at, words = from_ms, []
    for number, line in enumerate(lyrics.lines):
        for text in line.words:
            words.append(Word(text=text, line=number, start_ms=at, end_ms=at + word_ms, confidence=0.8))
            at += word_ms
        at += line_pause_ms
    return tuple(words)
