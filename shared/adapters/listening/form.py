"""The form of a song: bars, sections that repeat, and the key."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from shared.adapters.listening.pulse import Onsets, Times
from shared.adapters.listening.spectrum import Array
from shared.adapters.listening.timbre import Colour, Harmony

_NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_MAJOR = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
_MINOR = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
_SHORTEST_S = 4.0
_ALIKE = 0.9


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
    if float(profile.std()) < 0.03 * max(1e-9, float(profile.mean())) or float(profile.mean()) < 0.02:
        return ""
    fits = [
        (float(np.corrcoef(np.roll(shape, tonic), profile)[0, 1]), f"{_NAMES[tonic]} {mode}")
        for mode, shape in (("major", _MAJOR), ("minor", _MINOR))
        for tonic in range(12)
    ]
    best, name = max(fits)
    return name if best > 0.5 else ""


def sections(colour: Colour, harmony: Harmony, beats: Times, downbeats: Times, duration: float) -> tuple[Stretch, ...]:
    """Gapless stretches from 0 to the end, cut where the sound becomes another, on a downbeat where one is near."""
    grid = beats if len(beats) >= 8 else np.arange(0, max(duration, 0.5), 0.5)
    features = _features(colour, harmony, grid)
    period = float(np.median(np.diff(grid))) if len(grid) > 1 else 0.5
    cuts = _cuts(features, grid, period, downbeats, duration)
    edges = [0.0, *cuts, duration]
    means = np.array([_mean_inside(features, grid, a, b) for a, b in pairwise(edges)])
    labels = _labels(means)
    return tuple(Stretch(a, b, x) for a, b, x in zip(edges, edges[1:], labels, strict=False))


def _features(colour: Colour, harmony: Harmony, grid: Times) -> Array:
    """One row per beat: what it sounds like, each aspect with equal say."""
    chroma = _between(harmony.chroma, harmony.fps, grid)
    timbre = _between(colour.timbre, colour.fps, grid)
    loud = _between(colour.loudness[:, None], colour.fps, grid)
    aspects = []
    for part, weight in ((chroma, 0.7), (timbre, 1.0), (loud, 1.0)):
        spread = part.std(axis=0) + 1e-3 + 0.1 * part.std(axis=0).max(initial=0)
        aspects.append((part - part.mean(axis=0)) / spread * (weight / np.sqrt(part.shape[1])))
    return np.hstack(aspects)


def _cuts(features: Array, grid: Times, period: float, downbeats: Times, duration: float) -> list[float]:
    novelty = np.zeros(len(grid))
    for reach_s in (5.0, 10.0):
        reach = max(3, min(round(reach_s / period), len(grid) // 2))
        novelty += _novelty(features, reach)
    order = np.argsort(-novelty, kind="stable")
    floor = max(0.35, float(novelty.mean() + 0.5 * novelty.std()))
    chosen: list[float] = []
    for i in order:
        if novelty[i] < floor:
            break
        if 0 < i < len(grid) - 1 and novelty[i] >= novelty[i - 1] and novelty[i] >= novelty[i + 1]:
            at = float(grid[i])
            if len(downbeats):
                near = float(downbeats[np.argmin(np.abs(downbeats - at))])
                at = near if abs(near - at) <= 1.1 * period else at
            if all(abs(at - other) >= _SHORTEST_S for other in [0.0, *chosen, duration]):
                chosen.append(at)
    return sorted(chosen)


def _novelty(features: Array, reach: int) -> Times:
    """How far the sound after each beat is from the sound before it: squared distance of two tapered means."""
    taper = np.exp(-0.5 * ((np.arange(reach) + 0.5) / (reach * 0.6)) ** 2)
    taper /= taper.sum()
    padded = np.pad(features, ((reach, reach), (0, 0)), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, reach, axis=0)
    before = windows[: len(features)] @ taper[::-1]
    after = windows[reach : reach + len(features)] @ taper
    return np.asarray(((after - before) ** 2).sum(axis=1), np.float64)


def _labels(means: Array) -> list[str]:
    """Letters in order of appearance; the closest groups are joined until all are further apart than alike."""
    groups = [[i] for i in range(len(means))]
    apart = np.linalg.norm(means[:, None] - means[None, :], axis=2)
    while len(groups) > 1:
        pairs = [
            (float(np.mean([apart[i, j] for i in a for j in b])), x, y)
            for x, a in enumerate(groups)
            for y, b in enumerate(groups[:x])
        ]
        distance, x, y = min(pairs)
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


def _mean_inside(features: Array, grid: Times, start: float, end: float) -> Array:
    inside = (grid >= start - 0.05) & (grid < end - 0.05)
    return np.asarray(features[inside].mean(axis=0) if inside.any() else features[-1], np.float32)
