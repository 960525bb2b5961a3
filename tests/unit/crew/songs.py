"""Songs to plan films from: the two sample songs with their exact words and beats, and any song chance can make."""

import json
from pathlib import Path

from hypothesis import strategies as st

from shared.agents.crew import PlannedScene, plan_scene
from shared.agents.outline import film_outline
from shared.domain.analysis import (
    AlignmentQuality,
    Analysis,
    Atmosphere,
    Moment,
    Part,
    Rhythm,
    Verdict,
    Word,
)
from shared.domain.shotlist import FilmOutline
from shared.domain.spans import scene_context
from shared.kernel.chance import Chance

SAMPLES = Path(__file__).parents[3] / "samples"
LINES = (
    "Little girl beside the window",
    "hold my hand until the morning",
    "I will find you where you are",
    "sail away home",
    "and the rain fell on the road",
    "la la la",
    "mother sings by candle light",
    "dance with me",
    "oh",
    "birds over the sea",
    "ילדה קטנה ליד החלון",
    "תני לי יד עד הבוקר",
    "סירת נייר על התקרה",
    "ואבא חזר מהמלחמה",
    "אני אוהב אותך",
)
LABELS = ("Intro", "Verse", "Chorus", "Bridge", "Outro", "A", "פזמון")


def atmosphere(energy: float, valence: float = 0.45) -> Atmosphere:
    """A feeling of that loudness."""
    return Atmosphere(
        energy=energy, brightness=energy, tension=0.6 * energy, valence=valence, words=("tender", "restless")
    )


def rhythm() -> Rhythm:
    """Some rhythm."""
    return Rhythm(syllables_per_second=2.0, beats=4.0, accent=0.5, bar_position=0.0)


def moment(at: int, words: tuple[Word, ...], times: tuple[int, int], part: int, energy: float) -> Moment:
    """A moment with its words, or without any."""
    return Moment(
        id=f"m{at:03d}",
        text=" ".join(word.text for word in words),
        part=part,
        line=words[0].line if words else None,
        start_ms=times[0],
        end_ms=times[1],
        words=words,
        rhythm=rhythm(),
        atmosphere=atmosphere(energy),
    )


def song(title: str, language: str, duration_ms: int, parts: tuple[Part, ...], **rest: object) -> Analysis:
    """An analysis of these parts, moments and beats."""
    alignment = AlignmentQuality(
        verdict=Verdict.GOOD, summary="", confidence=1.0, lines=(), gaps_ms=(), zero_length_words=0, edited_words=0
    )
    given = {
        "tempo_bpm": 100.0,
        "tempo_changes": (),
        "beats_per_bar": 4,
        "key": "A minor",
        "alignment": alignment,
        **rest,
    }
    return Analysis(title=title, language=language, duration_ms=duration_ms, parts=parts, **given)


def sample(name: str) -> Analysis:
    """A sample song as a listener would give it who hears perfectly."""
    truth = json.loads((SAMPLES / f"{name}.truth.json").read_text(encoding="utf-8"))
    sections, end = truth["sections"], truth["duration_ms"]
    starts = [section["start_ms"] for section in sections]
    parts = tuple(
        Part(
            label=row["label"],
            start_ms=start,
            end_ms=after,
            from_lyrics=True,
            rhythm=rhythm(),
            atmosphere=atmosphere(row["energy"]),
        )
        for row, start, after in zip(sections, starts, [*starts[1:], end], strict=True)
    )
    moments: list[tuple[int, int, tuple[Word, ...]]] = []
    for row in truth["moments"]:
        sung = [word for word in truth["words"] if row["start_ms"] <= word["start_ms"] < row["end_ms"]]
        words = tuple(
            Word(text=w["text"], line=w["line"], start_ms=w["start_ms"], end_ms=w["end_ms"], confidence=1.0)
            for w in sung
        )
        moments.append((row["start_ms"], row["end_ms"], words))
    filled = _with_music(moments, [*starts, end])
    return song(
        truth["title"],
        truth["language"],
        end,
        parts,
        moments=tuple(
            moment(at, words, (a, b), part, parts[part].atmosphere.energy)
            for at, (a, b, words) in enumerate(filled)
            for part in [max(i for i, start in enumerate(starts) if start <= a)]
        ),
        beats_ms=tuple(truth["beats_ms"]),
        downbeats_ms=tuple(truth["downbeats_ms"]),
        tempo_bpm=float(truth["bpm"]),
    )


def _with_music(
    moments: list[tuple[int, int, tuple[Word, ...]]], edges: list[int]
) -> list[tuple[int, int, tuple[Word, ...]]]:
    """Stretches of over a second without words become moments, cut at the parts."""
    filled: list[tuple[int, int, tuple[Word, ...]]] = []
    at = 0
    for start, end, words in [*moments, (edges[-1], edges[-1], ())]:
        inner = [edge for edge in edges if at < edge < start]
        for a, b in zip([at, *inner], [*inner, start], strict=True):
            if b - a > 1000:
                filled.append((a, b, ()))
        filled += [(start, end, words)] if words else []
        at = end
    return filled


@st.composite
def songs(draw: st.DrawFn) -> Analysis:
    """Any song: odd parts, late words, tempo from 40 to 220 or no beat at all, moments of 80 ms to 20 s, or none."""
    duration = draw(st.integers(900, 150_000))
    bpm = draw(st.sampled_from([0, 40, 63, 100, 128, 220]))
    beat = 60_000 / bpm if bpm else 0.0
    first = draw(st.integers(0, 700))
    beats = tuple(first + round(n * beat) for n in range(int((duration - first) / beat) + 1)) if beat else ()
    cuts = sorted(draw(st.sets(st.integers(1, duration - 1), max_size=8)))
    edges = [0, *cuts, duration]
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=len(edges) - 1, max_size=len(edges) - 1))
    energies = draw(st.lists(st.floats(0, 1), min_size=len(labels), max_size=len(labels)))
    parts = tuple(
        Part(label=label, start_ms=a, end_ms=b, from_lyrics=True, rhythm=rhythm(), atmosphere=atmosphere(energy))
        for label, a, b, energy in zip(labels, edges, edges[1:], energies, strict=False)
    )
    moments: list[Moment] = []
    at, line = draw(st.integers(0, 3000)), 0
    lengths = draw(st.lists(st.integers(80, 20_000), max_size=60))
    for length in lengths:
        end = min(duration, at + length)
        if end - at < 20:
            break
        part = max(i for i, a in enumerate(edges[:-1]) if a <= at)
        text = draw(st.sampled_from(LINES)) if draw(st.booleans()) else ""
        words = text.split()
        step = (end - at) // max(1, len(words))
        sung = tuple(
            Word(text=word, line=line, start_ms=at + n * step, end_ms=at + (n + 1) * step, confidence=0.5)
            for n, word in enumerate(words)
        )
        moments.append(moment(len(moments), sung, (at, end), part, energies[part]))
        line += draw(st.integers(0, 1))
        at = end + draw(st.sampled_from([0, 0, 0, 120, 2500]))
    return song(
        "Any song",
        draw(st.sampled_from(["en", "he", "fr", "xx"])),
        duration,
        parts,
        moments=tuple(moments),
        beats_ms=beats,
        downbeats_ms=beats[::4],
        tempo_bpm=float(bpm),
        key=draw(st.sampled_from(["", "A minor", "C major"])),
    )


def film(analysis: Analysis, story: str = "", seed: int = 7) -> tuple[FilmOutline, tuple[PlannedScene, ...]]:
    """The whole film, planned; every scene must have been cleared."""
    chance = Chance(seed)
    outline = film_outline(analysis, story, 24, chance)
    scenes = []
    for span in outline.spans:
        scene = plan_scene(scene_context(analysis, outline, span), chance)
        assert isinstance(scene, PlannedScene), scene
        scenes.append(scene)
    return outline, tuple(scenes)
