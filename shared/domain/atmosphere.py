"""How a stretch of a song moves and feels: rhythm from words and grid, atmosphere from sound, key and words."""

from collections.abc import Sequence

from shared.domain.analysis import Atmosphere, Heard, Rhythm, Word
from shared.domain.grid import Grid
from shared.domain.mood import Mood
from shared.domain.syllables import syllables

ONSET_PEAK = 0.25
DENSE_ONSETS_PER_SECOND = 6.0
SCENES = {
    ("low", "sad"): ("mournful", "hushed"),
    ("low", "even"): ("still", "pensive"),
    ("low", "glad"): ("tender", "gentle"),
    ("mid", "sad"): ("wistful", "heavy"),
    ("mid", "even"): ("steady", "searching"),
    ("mid", "glad"): ("warm", "hopeful"),
    ("high", "sad"): ("anguished", "stormy"),
    ("high", "even"): ("driving", "bold"),
    ("high", "glad"): ("jubilant", "radiant"),
}
STRAINED = {"low": "uneasy", "mid": "restless", "high": "urgent"}
AT_REST = {"low": "calm", "mid": "unhurried", "high": "open"}


def rhythm_of(words: Sequence[Word], span: tuple[int, int], heard: Heard, grid: Grid, language: str) -> Rhythm:
    """How a stretch moves.

    syllables_per_second = syllables / (last word's end - first word's start), 0 without words; beats = length of the
    stretch on the grid; accent = mean over word starts (beats, without words) of the strongest onset within one hop;
    bar_position = place of the first word (of the stretch, without words) in its bar.
    """
    start, end = (words[0].start_ms, max(word.end_ms for word in words)) if words else span
    count = sum(syllables(word.text, language) for word in words)
    places = [word.start_ms for word in words] or [beat for beat in heard.beats_ms if span[0] <= beat < span[1]]
    return Rhythm(
        syllables_per_second=round(count * 1000 / max(1, end - start), 3) if count and end > start else 0.0,
        beats=round(grid.beats_between(*span), 3),
        accent=round(_mean([_onset_at(heard, place) for place in places]), 3),
        bar_position=round(min(grid.bar_position(start), 0.999), 3),
    )


def atmosphere_of(heard: Heard, span: tuple[int, int], mood: Mood) -> Atmosphere:
    """How a stretch feels, every number 0..1.

    energy, brightness = means of their curves; tension = 0.5 onset density (onsets above 0.25 per second / 6)
    + 0.3 energy rise (twice the mean of the second half less that of the first) + 0.2 (in a minor key, or brightness
    below 0.3) + 0.2 tension of the words (-1..1); valence = 0.5 + 0.35 valence of the words (-1..1) + 0.1 (major) or
    - 0.1 (minor) + 0.2 (brightness - 0.5). Sums are held within 0..1.
    """
    energy = _stretch(heard.curves.energy, span, heard.curves.hop_ms)
    brightness = _mean(_stretch(heard.curves.brightness, span, heard.curves.hop_ms))
    level = _mean(energy)
    half = len(energy) // 2
    rise = max(0.0, min(1.0, 2 * (_mean(energy[half:]) - _mean(energy[:half])))) if half else 0.0
    minor, major = "minor" in heard.key.lower(), "major" in heard.key.lower()
    tension = 0.5 * _density(heard, span) + 0.3 * rise + 0.2 * (minor or brightness < 0.3) + 0.2 * mood.tension
    valence = 0.5 + 0.35 * mood.valence + 0.1 * (major - minor) + 0.2 * (brightness - 0.5)
    tension, valence = _within(tension), _within(valence)
    return Atmosphere(
        energy=_within(level),
        brightness=_within(brightness),
        tension=tension,
        valence=valence,
        words=atmosphere_words(level, valence, tension),
    )


def atmosphere_words(energy: float, valence: float, tension: float) -> tuple[str, ...]:
    """Two words for energy and valence, and a third when the tension is low (below 0.25) or high (from 0.55)."""
    level = "low" if energy < 0.35 else "mid" if energy < 0.7 else "high"
    feeling = "sad" if valence < 0.38 else "even" if valence < 0.58 else "glad"
    third = (AT_REST[level],) if tension < 0.25 else (STRAINED[level],) if tension >= 0.55 else ()
    return (*SCENES[level, feeling], *third)


def _density(heard: Heard, span: tuple[int, int]) -> float:
    """Onset peaks per second, 1 = six of them."""
    onsets = _stretch(heard.curves.onsets, span, heard.curves.hop_ms)
    peaks = sum(
        here >= ONSET_PEAK and here >= before and here > after
        for before, here, after in zip((0.0, *onsets), onsets, (*onsets[1:], 0.0), strict=False)
    )
    return min(1.0, peaks * 1000 / max(1, span[1] - span[0]) / DENSE_ONSETS_PER_SECOND)


def _onset_at(heard: Heard, at_ms: int) -> float:
    hop = max(1, heard.curves.hop_ms)
    place = at_ms // hop
    return max(heard.curves.onsets[max(0, place - 1) : place + 2], default=0.0)


def _stretch(curve: Sequence[float], span: tuple[int, int], hop_ms: int) -> Sequence[float]:
    first = span[0] // max(1, hop_ms)
    return curve[first : max(first + 1, -(-span[1] // max(1, hop_ms)))]


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _within(number: float) -> float:
    return round(max(0.0, min(1.0, number)), 3)
