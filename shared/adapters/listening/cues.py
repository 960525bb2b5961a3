"""What speaks for words in a song: singing, the beginnings of syllables, and the beats they like to fall on."""

from dataclasses import dataclass

import numpy as np

from shared.adapters.listening.placing import FRAME_MS, Evidence, Row
from shared.adapters.listening.pulse import Times
from shared.adapters.listening.spectrum import Array, Grain, bands, blocks, in_bands, smooth
from shared.domain.analysis import Heard
from shared.ports.listening import Pcm

_LAG = 3
_EARLY_S = 0.014


@dataclass(frozen=True)
class Syllables:
    """How strongly something begins in the voice, per frame, 95th percentile = 1."""

    fps: float
    strength: Array

    def near(self, times: Row, reach_s: float) -> Row:
        """The strongest beginning within reach of each time."""
        reach = max(1, round(reach_s * self.fps))
        padded = np.pad(self.strength, reach)
        index = np.clip(np.round(times * self.fps).astype(int), 0, len(self.strength) - 1)
        return np.asarray(padded[index[:, None] + np.arange(2 * reach + 1)].max(axis=1), np.float64)


@dataclass(frozen=True)
class Weights:
    """How much each cue counts."""

    sung: float = 1.0
    onset: float = 2.0
    beat: float = 1.0
    line: float = 3.0


def syllables_in(pcm: Pcm) -> Syllables:
    """Hear the beginnings of syllables: rises between 250 Hz and 4 kHz in the middle of the stereo field."""
    grain = Grain.of(pcm.rate, 46, 4)
    weights = bands(grain.frequencies, 250, 4000, 6)
    level = np.concatenate(
        [
            in_bands(np.maximum(shared - apart, 0) if len(apart) else shared, weights)
            for shared, apart in blocks(pcm, grain, stereo=True)
        ]
    )
    level = np.log1p(level * (200 / max(1e-4, float(np.percentile(level.max(axis=1), 95)))))
    level = smooth(level, 3)
    before = level.copy()
    np.maximum(before[:, 1:], level[:, :-1], out=before[:, 1:])
    np.maximum(before[:, :-1], level[:, 1:], out=before[:, :-1])
    rise = np.zeros(len(level), np.float32)
    if len(level) > 2 * _LAG:
        rise[_LAG // 2 : _LAG // 2 - _LAG] = np.maximum(0, level[_LAG:] - before[:-_LAG]).mean(axis=1)
    rise = np.maximum(0, rise - smooth(rise, 2 * int(0.5 * grain.fps) + 1))
    shift = round(_EARLY_S * grain.fps)
    rise = np.concatenate([np.zeros(shift, np.float32), rise])[: len(rise)]
    top = float(np.percentile(rise, 95))
    return Syllables(grain.fps, np.minimum(rise / top, 2) if top > 1e-4 else rise * 0)


def evidence(heard: Heard, syllables: Syllables, weights: Weights) -> Evidence:
    """All cues on one clock."""
    frames = heard.duration_ms // FRAME_MS
    at = np.arange(frames + 1) * (FRAME_MS / 1000)
    vocals = np.array(heard.curves.vocals) if heard.curves.vocals else np.zeros(1)
    hop = heard.curves.hop_ms / 1000
    likely = np.interp(at + FRAME_MS / 2000, (np.arange(len(vocals)) + 0.5) * hop, vocals).clip(0.03, 0.97)
    sung = np.log(likely / (1 - likely)) * (0.25 * weights.sung)
    struck = syllables.near(at, 0.025)
    rise = _ahead(likely, 10) - _ahead(likely[::-1], 10)[::-1]
    beat = _grid(heard.beats_ms, at)
    bar = _near(np.array(heard.downbeats_ms) / 1000, at)
    line = weights.line * (rise + 0.5 * bar)
    return Evidence(sung, weights.onset * (struck - 0.4) + weights.beat * (beat - 0.4), line)


def _grid(beats_ms: tuple[int, ...], at: Row) -> Row:
    """1 on a beat, less on its half and quarters."""
    if len(beats_ms) < 2:
        return np.zeros(len(at))
    beats = np.array(beats_ms) / 1000
    step = np.diff(beats)
    halves = beats[:-1] + step / 2
    quarters = np.concatenate([beats[:-1] + step / 4, beats[:-1] + step * 3 / 4])
    levels = [_near(beats, at), 0.75 * _near(halves, at), 0.3 * _near(np.sort(quarters), at)]
    return np.asarray(np.max(levels, axis=0))


def _near(times: Times, at: Row) -> Row:
    """1 where a time is, falling to nothing within 100 ms."""
    if not len(times):
        return np.zeros(len(at))
    index = np.searchsorted(times, at).clip(1, max(1, len(times) - 1))
    away = np.minimum(np.abs(times[index - 1] - at), np.abs(times[np.minimum(index, len(times) - 1)] - at))
    return np.asarray(np.exp(-0.5 * (away / 0.035) ** 2))


def _ahead(series: Row, frames: int) -> Row:
    """Mean of the next frames."""
    total = np.concatenate([[0.0], np.cumsum(np.pad(series, (0, frames), mode="edge"))])
    return np.asarray((total[frames:] - total[:-frames])[: len(series)] / frames)
