"""The form of a song: bars, sections that repeat, and the key."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from shared.adapters.listening.pulse import Onsets, Times
from shared.adapters.listening.spectrum import Array, smooth
from shared.adapters.listening.timbre import Colour, Harmony

_NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_MAJOR = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
_MINOR = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
_SHORTEST_S, _LONGEST_S = 4.0, 60.0
_PRICED_S = 27.0  # the longer the song, the more must change to begin a section
_ALIKE = 1.3


@dataclass(frozen=True)
class Stretch:
    """A section in seconds; equal labels sound alike."""

    start: float
    end: float
    label: str


def bars(times: Times, heard: Onsets, harmony: Harmony) -> tuple[int, int]:
    """Beats per bar (3 or 4) and the first beat that opens one: bars open where harmony changes and the bass falls."""
    if len(times) < 8:
        return 4, 0
    chroma = _between(harmony.chroma, harmony.fps, times)
    length = np.linalg.norm(chroma, axis=1) + 1e-6
    change = np.concatenate([[0], 1 - (chroma[1:] * chroma[:-1]).sum(1) / (length[1:] * length[:-1])])
    bass = _at(heard.bass, heard.fps, times)
    accent = _standard(change) + 0.7 * _standard(bass)
    count = len(accent)
    scored = [
        (float(accent[first::beats].mean()) * np.sqrt(count / beats) * (1 if beats == 4 else 0.85), beats, first)
        for beats in (4, 3)
        for first in range(beats)
    ]
    _, beats, first = max(scored)
    return beats, first


def key(harmony: Harmony) -> str:
    """The key that the pitch classes fit best, such as 'A minor'; empty when none stands out."""
    profile = harmony.chroma.mean(axis=0) if len(harmony.chroma) else np.zeros(12)
    lasting = float((harmony.chroma[1:] * harmony.chroma[:-1]).sum(axis=1).mean()) if len(harmony.chroma) > 1 else 0.0
    if lasting < 0.7 or float(profile.std()) < 0.19 * float(profile.mean()):
        return ""
    fits = [
        (float(np.corrcoef(np.roll(shape, tonic), profile)[0, 1]), f"{_NAMES[tonic]} {mode}")
        for mode, shape in (("major", _MAJOR), ("minor", _MINOR))
        for tonic in range(12)
    ]
    best, name = max(fits)
    return name if best > 0.5 else ""


@dataclass(frozen=True)
class Material:
    """What form is made of."""

    onsets: Onsets
    colour: Colour
    harmony: Harmony
    beats: Times
    downbeats: Times
    beats_per_bar: int


def sections(heard: Material, duration: float) -> tuple[Stretch, ...]:
    """Gapless stretches from 0 to the end, cut where the sound becomes another, on a downbeat where one is near."""
    pulsing = len(heard.beats) >= 8
    grid = heard.beats if pulsing else np.arange(0, max(duration, 0.5), 0.5)
    features = _features(heard, grid)
    cuts = _cuts(features, grid, heard.downbeats if pulsing else grid[:0], heard.beats_per_bar)
    edges = [0, *cuts, len(features)]
    labels = _labels(np.array([features[a:b].mean(axis=0) for a, b in pairwise(edges)]))
    times = [0.0, *(float(grid[i]) for i in cuts), duration]
    return tuple(Stretch(a, b, label) for (a, b), label in zip(pairwise(times), labels, strict=True))


def _features(heard: Material, grid: Times) -> Array:
    """One row per beat: how it sounds and what the drums do, in units of what changes from bar to bar anyway."""
    colour, onsets = heard.colour, heard.onsets
    middles = (grid + np.append(grid[1:], 2 * grid[-1] - grid[-2 if len(grid) > 1 else -1])) / 2
    drums = [
        _at(band, onsets.fps, times)
        for times in (grid, middles)
        for band in (onsets.bass, onsets.treble, onsets.strength)
    ]
    aspects = (
        (_between(heard.harmony.chroma, heard.harmony.fps, grid), 0.5),
        (_between(colour.timbre, colour.fps, grid), 1.0),
        (_between(colour.loudness[:, None], colour.fps, grid), 1.0),
        (np.stack(drums, axis=1), 1.3),
    )
    made = []
    for part, weight in aspects:
        bar = smooth(part, 5)
        usual = np.median(np.abs(bar[4:] - bar[:-4]), axis=0) if len(bar) > 8 else 0
        scale = usual + 0.4 * bar.std(axis=0) + 1e-3
        made.append(np.clip((part - np.median(part, axis=0)) / scale, -4, 4) * (weight / np.sqrt(part.shape[1])))
    return np.hstack(made)


def _cuts(features: Array, grid: Times, downbeats: Times, beats_per_bar: int) -> list[int]:
    """Where to cut so that each section is as much of one kind as possible and there are no more than are needed.

    A cut costs less on a downbeat, and less where it makes four, eight, twelve bars.
    """
    count = len(features)
    total = np.concatenate([np.zeros((1, features.shape[1])), np.cumsum(features, axis=0)])
    squares = np.concatenate([[0.0], np.cumsum((features**2).sum(axis=1))])
    times = np.append(grid, 2 * grid[-1] - grid[max(0, count - 2)])
    price = float(np.clip((times[-1] - times[0]) / _PRICED_S, 1.5, 6))
    odd = np.full(count + 1, 2.0)
    for bars_long, cost in ((1, 1.2), (2, 0.4), (4, 0.0)):
        odd[:: bars_long * beats_per_bar] = cost
    off = np.where(np.isin(np.append(grid, -1.0), downbeats), 0.0, 1.5 if len(downbeats) else 3.0)
    off[-1] = 0
    best, came = np.full(count + 1, np.inf), np.zeros(count + 1, int)
    best[0] = 0
    for end in range(1, count + 1):
        length = times[end] - times[:end]
        fits = (length >= _SHORTEST_S - 0.1) & (length <= _LONGEST_S)
        if end == count and not fits.any():
            fits[0] = True
        starts = np.flatnonzero(fits & np.isfinite(best[:end]))
        if not len(starts):
            continue
        inside = total[end] - total[starts]
        scatter = squares[end] - squares[starts] - (inside**2).sum(axis=1) / (end - starts)
        cost = best[starts] + scatter / 4 + price + odd[end - starts] + off[end]
        chosen = int(cost.argmin())
        best[end], came[end] = cost[chosen], starts[chosen]
    cuts, end = [], int(came[count])
    while end > 0:
        cuts.append(end)
        end = int(came[end])
    return cuts[::-1]


def _labels(means: Array) -> list[str]:
    """Letters in order of appearance; the closest are joined while they are alike, neighbours never."""
    groups = [[i] for i in range(len(means))]
    apart = np.linalg.norm(means[:, None] - means[None, :], axis=2)
    while len(groups) > 1:
        pairs = [
            (float(np.mean([apart[i, j] for i in a for j in b])), x, y)
            for x, a in enumerate(groups)
            for y, b in enumerate(groups[:x])
            if all(abs(i - j) > 1 for i in a for j in b)
        ]
        distance, x, y = min(pairs, default=(np.inf, 0, 0))
        if distance > _ALIKE:
            break
        groups[y] += groups.pop(x)
    groups.sort(key=min)
    place = {i: n for n, group in enumerate(groups) for i in group}
    return [_letter(place[i]) for i in range(len(means))]


def _letter(n: int) -> str:
    return chr(ord("A") + n) if n < 26 else _letter(n // 26 - 1) + _letter(n % 26)


def _between(rows: Array, fps: float, grid: Times) -> Array:
    """Mean of the rows from each time of the grid to the next; the last one goes on for as long as the one before."""
    total = np.concatenate([np.zeros((1, rows.shape[1])), np.cumsum(rows, axis=0, dtype=np.float64)])
    ends = np.append(grid[1:], grid[-1] + (grid[-1] - grid[-2] if len(grid) > 1 else 0.5))
    first = np.clip(np.round(grid * fps).astype(int), 0, len(rows) - 1)
    last = np.clip(np.round(ends * fps).astype(int), first + 1, len(rows))
    return np.asarray((total[last] - total[first]) / (last - first)[:, None], np.float32)


def _at(series: Array, fps: float, times: Times) -> Array:
    """The strongest value within 35 ms of each time."""
    reach = max(1, round(0.035 * fps))
    padded = np.pad(series, reach)
    index = np.clip(np.round(times * fps).astype(int), 0, len(series) - 1)
    return np.asarray(padded[index[:, None] + np.arange(2 * reach + 1)].max(axis=1), np.float32)


def _standard(series: NDArray[np.floating]) -> NDArray[np.floating]:
    spread = float(series.std())
    return (series - series.mean()) / spread if spread > 1e-6 else series * 0
