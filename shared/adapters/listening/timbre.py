"""The colour of a song over time: loudness, brightness, timbre, harmony, and how likely somebody sings."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared.adapters.listening.spectrum import Array, Grain, bands, blocks, in_bands, smooth
from shared.ports.listening import Pcm

_STILL = 1e-4
_LEAST_SHARE_DB = -34.0  # a voice under a full band keeps this much above 1.5 kHz; pads and bass do not


@dataclass(frozen=True)
class Colour:
    """Numbers per frame, about 20 a second."""

    fps: float
    loudness: Array
    """RMS in dB of full scale, at least -80."""
    brightness: Array
    """Spectral centroid in Hz, 0 in silence."""
    timbre: Array
    """(frames, 12) shape of the log spectrum."""
    sung: Array
    """0..1, likelihood that somebody sings."""


@dataclass(frozen=True)
class Harmony:
    """(frames, 12) strength of every pitch class from C, each row of length 1, or 0 where nothing sounds tonal."""

    fps: float
    chroma: Array


def colour(pcm: Pcm) -> Colour:
    """Hear loudness, brightness, timbre and singing."""
    grain = Grain.of(pcm.rate, 93, 2)
    hz = grain.frequencies
    weights, voice = bands(hz, 60, 8000, 4), _Voice(grain)
    parts: list[tuple[Array, ...]] = []
    for shared, apart in blocks(pcm, grain, stereo=True):
        power = shared * shared
        total = power.sum(axis=1)
        centre = np.maximum(shared - apart, 0) if len(apart) else shared
        parts.append(
            (
                total,
                np.einsum("ij,j->i", power, hz),
                np.log(in_bands(shared, weights) + _STILL),
                *voice.evidence(centre),
            )
        )
    total, moment, level, *evidence = (np.concatenate(column) for column in zip(*parts, strict=True))
    places = np.arange(level.shape[1]) + 0.5
    shapes = np.cos(np.pi / level.shape[1] * places[:, None] * np.arange(1, 13))
    return Colour(
        grain.fps,
        np.maximum(10 * np.log10(total / 3 + 1e-12), -80).astype(np.float32),
        np.where(total > 1e-8, moment / np.maximum(total, 1e-12), 0).astype(np.float32),
        (level @ shapes).astype(np.float32),
        voice.sung(evidence, total),
    )


class _Voice:
    """Judges singing: strong, comb-like and moving between 1 and 4 kHz in the middle of the stereo field."""

    def __init__(self, grain: Grain) -> None:
        """Prepare for sound cut so."""
        hz = grain.frequencies
        self._fps = grain.fps
        self._band = np.flatnonzero((hz > 1000) & (hz < 4500))
        self._hz = hz[self._band]
        self._upper = self._hz > 1500
        step = float(hz[1])
        self._lags = slice(max(1, int(90 / step)), int(450 / step) + 1)
        self._width = 2 * int(220 / step) + 1

    def evidence(self, centre: Array) -> tuple[Array, Array, Array]:
        """Per frame: log energy of the upper formants, comb strength 0..1, log centroid."""
        part = centre[:, self._band]
        power = part * part
        energy = power.sum(axis=1)
        level = np.log(part + _STILL)
        ripple = level - smooth(level.T, self._width).T
        ripple -= ripple.mean(axis=1, keepdims=True)
        spectrum = np.abs(np.fft.rfft(ripple, 2 * ripple.shape[1], axis=1))
        same = np.fft.irfft(spectrum * spectrum, axis=1)
        comb = same[:, self._lags].max(axis=1) / np.maximum(same[:, 0], 1e-3)
        middle = np.log((np.einsum("ij,j->i", power, self._hz) + 1e-9) / (energy + 1e-12))
        return np.log10(power[:, self._upper].sum(axis=1) + 1e-8), comb, middle

    def sung(self, evidence: list[Array], total: Array) -> Array:
        """Likelihood of singing over the song, from its own contrasts; low throughout when nothing is comb-like."""
        energy, comb, middle = evidence
        wide = 2 * int(0.25 * self._fps) + 1
        steady = smooth(comb, wide)
        moving = smooth(np.abs(np.gradient(middle)) if len(middle) > 1 else middle * 0, wide)
        sounding = total > 1e-7
        if sounding.sum() < 4:
            return np.zeros(len(total), np.float32)
        score = _spread(energy, sounding) + 0.6 * _spread(steady, sounding) + 0.4 * _spread(moving, sounding)
        threshold = _divide(score[sounding])
        scale = max(0.25, float(score[sounding].std()) * 0.35)
        likely = 1 / (1 + np.exp(-np.clip((score - threshold) / scale, -30, 30)))
        share_db = 10 * smooth(energy - np.log10(total + 1e-8), wide)
        likely /= 1 + np.exp(-(share_db - _LEAST_SHARE_DB) / 2)
        comblike = np.clip((np.percentile(steady[sounding], 80) - 0.15) / 0.15, 0.02, 1)
        return np.asarray(smooth(likely * sounding, 3) * comblike, np.float32)


def _spread(series: Array, where: NDArray[np.bool_]) -> Array:
    """Standardised by what is inside, cut at +-3."""
    inside = series[where]
    return np.asarray(np.clip((series - np.median(inside)) / max(1e-3, float(inside.std())), -3, 3))


def _divide(values: Array) -> float:
    """The value that best parts the numbers into two groups (Otsu)."""
    counts, edges = np.histogram(values, 64)
    middles = (edges[1:] + edges[:-1]) / 2
    low = np.cumsum(counts)[:-1]
    high = low[-1] + counts[-1] - low
    mean_low = np.cumsum(counts * middles)[:-1] / np.maximum(low, 1)
    mean_high = ((counts * middles).sum() - np.cumsum(counts * middles)[:-1]) / np.maximum(high, 1)
    return float(edges[1 + int(np.argmax(low * high * (mean_high - mean_low) ** 2))])


def harmony(pcm: Pcm) -> Harmony:
    """Hear the pitch classes between 60 and 2000 Hz."""
    grain = Grain.of(pcm.rate, 186, 2)
    hz = grain.frequencies
    pitch = 12 * np.log2(np.maximum(hz, 1) / 440) + 69
    away = (pitch[None, :] - np.arange(12)[:, None] + 6) % 12 - 6
    weights = (np.exp(-0.5 * (away / 0.35) ** 2) * ((hz > 60) & (hz < 2000))).astype(np.float32)
    until = int(np.searchsorted(hz, 2000)) + 1
    weights = weights[:, :until]
    rows = [in_bands(np.sqrt(_peaks(shared[:, :until])), weights) for shared, _ in blocks(pcm, grain, stereo=False)]
    chroma = np.concatenate(rows)
    return Harmony(grain.fps, chroma / np.maximum(np.linalg.norm(chroma, axis=1, keepdims=True), 1e-2))


def _peaks(level: Array) -> Array:
    """Only what stands above its neighbours: tones stay, noise fades."""
    kept = np.zeros_like(level)
    kept[:, 1:-1] = np.where((level[:, 1:-1] > level[:, :-2]) & (level[:, 1:-1] >= level[:, 2:]), level[:, 1:-1], 0)
    return kept
