"""Sound as magnitudes over time and frequency, made in blocks so that the length of a song costs no memory."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared.ports.listening import Pcm

Array = NDArray[np.floating]
_BLOCK = 128
_ALONE = 250_000  # multiplications; BLAS calls other threads for more, which costs more than it saves


@dataclass(frozen=True)
class Grain:
    """How finely sound is cut: window and hop in samples. Frame i is centred on sample i * hop."""

    size: int
    hop: int
    rate: int

    @property
    def fps(self) -> float:
        """Frames per second."""
        return self.rate / self.hop

    @property
    def frequencies(self) -> Array:
        """Hz of every bin."""
        return (np.arange(self.size // 2 + 1) * (self.rate / self.size)).astype(np.float32)

    @staticmethod
    def of(rate: int, window_ms: float, hops: int) -> "Grain":
        """The power of two nearest to `window_ms`, with that many hops per window."""
        size = max(16 * hops, 1 << round(float(np.log2(max(1.0, rate * window_ms / 1000)))))
        return Grain(size, size // hops, rate)


def blocks(pcm: Pcm, grain: Grain, stereo: bool) -> Iterator[tuple[Array, Array]]:
    """Magnitudes (frames, bins) of what both sides share and of what they do not, block by block.

    A full-scale sine has magnitude about 1. The second is empty when `stereo` is off or both sides are the same.
    """
    frames = pcm.samples[: len(pcm.samples) // (2 * pcm.channels) * 2 * pcm.channels]
    sound = np.frombuffer(frames, "<i2").reshape(-1, pcm.channels)
    window = np.hanning(grain.size + 1)[:-1].astype(np.float32)
    window *= 4 / grain.size / 32768
    for first in range(0, len(sound) // grain.hop + 1, _BLOCK):
        count = min(_BLOCK, len(sound) // grain.hop + 1 - first)
        part = _samples(sound, first * grain.hop - grain.size // 2, (count - 1) * grain.hop + grain.size)
        left, right = part[:, 0], part[:, -1]
        shared = _magnitudes((left + right) / 2, window, grain.hop)
        apart = stereo and not np.array_equal(left, right)
        yield shared, _magnitudes((left - right) / 2, window, grain.hop) if apart else shared[:0]


def bands(frequencies: Array, low: float, high: float, per_octave: int) -> Array:
    """Weights (bands, bins) of triangles evenly spaced by pitch; each sums to 1, narrow ones take the nearest bin."""
    high = min(high, float(frequencies[-1]) * 0.95)
    centres = low * 2 ** (np.arange(int(np.log2(high / low) * per_octave) + 1) / per_octave)
    step = 2 ** (1 / per_octave)
    made: list[Array] = []
    for centre in centres:
        rise = (frequencies - centre / step) / (centre - centre / step)
        fall = (centre * step - frequencies) / (centre * step - centre)
        weight = np.maximum(0, np.minimum(rise, fall)).astype(np.float32)
        if weight.sum() <= 0:
            weight[int(np.argmin(np.abs(frequencies - centre)))] = 1
        weight /= weight.sum()
        if not made or np.abs(weight - made[-1]).max() > 1e-6:
            made.append(weight)
    return np.array(made, np.float32)


def in_bands(level: Array, weights: Array) -> Array:
    """`level @ weights.T` (frames, bands), on one thread."""
    rows = max(1, _ALONE // weights.size)
    groups = np.pad(level, ((0, -len(level) % rows), (0, 0))).reshape(-1, rows, level.shape[1])
    return np.asarray((groups @ weights.T).reshape(-1, len(weights))[: len(level)])


def smooth(series: NDArray[np.floating], width: int) -> Array:
    """A running mean over `width` frames (odd), as long as the series, of time along the first axis."""
    half = max(0, width // 2)
    if half == 0 or len(series) == 0:
        return np.asarray(series, np.float32)
    edge = [(half, half)] + [(0, 0)] * (series.ndim - 1)
    total = np.cumsum(np.pad(series, edge, mode="edge"), axis=0, dtype=np.float64)
    total = np.concatenate([np.zeros_like(total[:1]), total])
    return ((total[2 * half + 1 :] - total[: -2 * half - 1]) / (2 * half + 1)).astype(np.float32)


def _samples(sound: NDArray[np.int16], start: int, count: int) -> Array:
    """These samples as numbers, silence where the sound has none."""
    inside = sound[max(0, start) : max(0, start + count)]
    part = np.zeros((count, sound.shape[1]), np.float32)
    before = max(0, -start)
    part[before : before + len(inside)] = inside
    return part


def _magnitudes(signal: Array, window: Array, hop: int) -> Array:
    frames = np.lib.stride_tricks.sliding_window_view(signal, len(window))[::hop]
    return np.abs(np.fft.rfft(frames * window, axis=1)).astype(np.float32, copy=False)
