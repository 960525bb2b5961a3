"""The local ear: hears a song with arithmetic alone, no model and no network."""

import numpy as np

from shared.adapters.listening.form import Material, Stretch, bars, key, sections
from shared.adapters.listening.pulse import Onsets, Times, beats, onsets
from shared.adapters.listening.spectrum import Array
from shared.adapters.listening.timbre import Colour, colour, harmony
from shared.domain.analysis import Curves, Heard, Section, TempoChange
from shared.ports.listening import Pcm

_HOP_MS = 50
_NEW_TEMPO = 0.04


class LocalListener:
    """A Listener that needs nothing but the sound: the same samples give the same answer on every run."""

    def hear(self, pcm: Pcm) -> Heard:
        """Listen to the whole song once; silence and noise have no beats, and sound without tones has no key."""
        heard, tint, chords = onsets(pcm), colour(pcm), harmony(pcm)
        grid = beats(heard)
        beats_per_bar, first = bars(grid, heard, chords)
        duration = pcm.duration_ms / 1000
        grid = grid[grid <= duration]
        downbeats = grid[first::beats_per_bar] if len(grid) else grid
        stretches = sections(Material(heard, tint, chords, grid, downbeats, beats_per_bar), duration)
        changes = _tempo_changes(grid)
        return Heard(
            duration_ms=pcm.duration_ms,
            tempo_bpm=round(60 / float(np.median(np.diff(grid))), 2) if len(grid) > 1 else 0.0,
            tempo_changes=changes,
            beats_ms=_ms(grid),
            downbeats_ms=_ms(downbeats),
            beats_per_bar=beats_per_bar,
            key=key(chords),
            sections=_sections(stretches, pcm.duration_ms),
            curves=_curves(heard, tint, pcm.duration_ms),
        )


def _ms(times: Times) -> tuple[int, ...]:
    return tuple(int(t) for t in np.round(times * 1000))


def _sections(stretches: tuple[Stretch, ...], duration_ms: int) -> tuple[Section, ...]:
    edges = [0, *(round(s.start * 1000) for s in stretches[1:]), duration_ms]
    return tuple(
        Section(start_ms=a, end_ms=b, label=s.label) for a, b, s in zip(edges, edges[1:], stretches, strict=False)
    )


def _tempo_changes(grid: Times) -> tuple[TempoChange, ...]:
    """Where the beat becomes faster or slower by more than 4 % and stays so for eight beats."""
    if len(grid) < 2:
        return ()
    periods = np.diff(grid)
    found = [(0, float(np.median(periods[:8])))]
    for i in range(4, len(periods) - 3):
        ahead = float(np.median(periods[i : i + 8]))
        if abs(ahead / found[-1][1] - 1) > _NEW_TEMPO and abs(periods[i] / ahead - 1) < _NEW_TEMPO / 2:
            found.append((i, ahead))
    return tuple(TempoChange(at_ms=round(float(grid[i]) * 1000), bpm=round(60 / p, 2)) for i, p in found)


def _curves(heard: Onsets, tint: Colour, duration_ms: int) -> Curves:
    count = -(-duration_ms // _HOP_MS)
    at = (np.arange(count) * _HOP_MS + _HOP_MS / 2) / 1000
    low, high = np.percentile(tint.loudness, [5, 99])
    energy = (tint.loudness - low) / max(float(high - low), 6.0)
    bright = np.log(np.maximum(tint.brightness, 1) / 200) / np.log(6000 / 200)
    frames = np.minimum((np.arange(len(heard.strength)) / heard.fps * 1000 / _HOP_MS).astype(int), max(count - 1, 0))
    strength = np.zeros(count)
    if count:
        np.maximum.at(strength, frames, heard.strength)
    peak = float(np.percentile(strength, 99)) if count else 0.0

    def along(series: Array) -> tuple[float, ...]:
        return _rounded(np.interp(at, np.arange(len(series)) / tint.fps, series))

    return Curves(
        hop_ms=_HOP_MS,
        energy=along(energy) if tint.loudness.max() > -70 else (0.0,) * count,
        brightness=along(bright),
        onsets=_rounded(strength / peak if peak > 0 else strength),
        vocals=along(tint.sung),
    )


def _rounded(series: Array | Times) -> tuple[float, ...]:
    return tuple(np.round(np.clip(series, 0, 1).astype(np.float64), 3).tolist())
