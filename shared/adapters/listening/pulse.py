"""The pulse of a song: onsets, tempo and its changes, and the grid of beats."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared.adapters.listening.spectrum import Array, Grain, bands, blocks, in_bands, smooth
from shared.ports.listening import Pcm

Times = NDArray[np.floating]
_LAG = 2
_TEMPI = 50 * 1.01 ** np.arange(150)
_WINDOW_S, _STEP_S = 10.0, 2.0
_USUAL_BPM, _SPREAD = 112.0, 0.75
_CLEAR = 0.16
_TEMPO_TREBLE = 0.5  # hi-hats tell how fast, kick drums tell where
_PHASE_BASS = 1.0
_STIFF = 6.0
_HASTY_BPM, _LAZY_BPM = 130.0, 80.0
_TIGHT = 100.0
_EARLY_S = 0.0125  # the rise of a log magnitude peaks this long before the onset is centred in the window


@dataclass(frozen=True)
class Onsets:
    """Where something begins: strength per frame with standard deviation 1, overall and by range."""

    fps: float
    strength: Array
    bass: Array
    body: Array
    """All but the treble."""
    treble: Array
    loudness: Array
    """RMS per frame, full scale = 1."""


def onsets(pcm: Pcm) -> Onsets:
    """Hear the beginnings of sounds: rise of log magnitude in bands, the sway of a vibrato ignored."""
    grain = Grain.of(pcm.rate, 46, 4)
    weights = bands(grain.frequencies, 30, 10_000, 5)
    parts, power = [], []
    for shared, _ in blocks(pcm, grain, stereo=False):
        parts.append(in_bands(shared, weights))
        power.append(np.einsum("ij,ij->i", shared, shared))
    level, loudness = np.concatenate(parts), np.sqrt(np.concatenate(power) / 3)
    loudest = level.max(axis=1)
    level = np.log1p(level * (300 / max(1e-4, float(np.percentile(loudest, 95)), float(loudest.max()) / 10)))
    before = level.copy()
    np.maximum(before[:, 1:], level[:, :-1], out=before[:, 1:])
    np.maximum(before[:, :-1], level[:, 1:], out=before[:, :-1])
    rise = np.zeros_like(level)
    if len(level) > _LAG:
        rise[_LAG // 2 : -_LAG // 2] = np.maximum(0, level[_LAG:] - before[:-_LAG])
    centres = weights @ grain.frequencies
    low, high = rise[:, centres < 160].mean(axis=1), rise[:, centres >= 4000].mean(axis=1)
    body = low + rise[:, (centres >= 160) & (centres < 4000)].mean(axis=1)
    strength, bass, body, treble = (_standing_out(x, grain.fps) for x in (body + 0.5 * high, low, body, high))
    return Onsets(grain.fps, strength, bass, body, treble, loudness)


def beats(heard: Onsets) -> Times:
    """Seconds of every beat, through passages without drums as well; empty when nothing pulses."""
    sounding = np.flatnonzero(heard.loudness > max(1e-4, float(heard.loudness.max(initial=0)) * 0.01))
    if len(sounding) < 2 or sounding[-1] - sounding[0] < 3 * heard.fps or (heard.strength > 1).sum() < 8:
        return np.zeros(0)
    tempi = _tempo_course(heard)
    if tempi is None:
        return np.zeros(0)
    struck = heard.strength + _PHASE_BASS * heard.bass
    frames = _track(struck, tempi)
    factor = _octave(heard, frames)
    if factor != 1:
        frames = _track(struck, tempi * factor)
    frames = frames[(frames >= sounding[0] - 3) & (frames <= sounding[-1] + 3)]
    if len(frames) < 4:
        return np.zeros(0)
    times, weights = _refined(heard.strength, frames)
    times = _steadied(times, weights) / heard.fps + _EARLY_S
    return _extended(times, float(sounding[0]) / heard.fps, float(sounding[-1]) / heard.fps)


def _standing_out(rise: Array, fps: float) -> Array:
    """What rises above its surroundings of +-0.4 s, with standard deviation 1; zero where nothing rises."""
    out = np.maximum(0, rise - smooth(rise, 2 * int(0.4 * fps) + 1))
    spread = float(out.std())
    return np.asarray(out / spread if spread > 5e-3 else out * 0, np.float32)


def _tempo_course(heard: Onsets) -> Times | None:
    """Frames per beat at every frame, or None when no period stands out."""
    strength, fps = np.minimum(heard.strength + _TEMPO_TREBLE * heard.treble, 6), heard.fps
    scores, clear = _tempogram(strength, fps)
    prior = -0.5 * (np.log2(_TEMPI / _USUAL_BPM) / _SPREAD) ** 2
    whole = np.average(scores, axis=0, weights=clear + 1e-6)
    if float(np.percentile(clear, 75)) < _CLEAR:
        return None
    emission = 4 * (scores + whole) + prior
    apart = np.abs(np.log2(_TEMPI[:, None] / _TEMPI[None, :]))
    move = -_STIFF * np.minimum(apart * 4, 1)
    path = _best_path(emission, move)
    centres = (np.arange(len(path)) * _STEP_S + _STEP_S / 2) * fps
    return np.asarray(np.interp(np.arange(len(strength)), centres, 60 * fps / _TEMPI[path]))


def _tempogram(strength: Array, fps: float) -> tuple[Array, Array]:
    """Periodicity (windows, tempi) and how clear the best period of each window is."""
    size, step = int(_WINDOW_S * fps), int(_STEP_S * fps)
    padded = np.pad(strength, (size // 2 - step // 2, size))
    lags = 60 * fps / _TEMPI
    rows, clear = [], []
    for start in range(0, max(1, len(strength)), step):
        part = padded[start : start + size]
        part = (part - part.mean()) * np.hanning(size)
        spectrum = np.abs(np.fft.rfft(part, 1 << (2 * size - 1).bit_length())) ** 2
        same = np.fft.irfft(spectrum)[:size]
        same = same / max(same[0], 1e-9) * (size / np.maximum(size - np.arange(size), size / 4))
        at = [np.interp(lags * k, np.arange(size), same, right=0) for k in (1, 2, 3, 4)]
        rows.append(at[0] + 0.6 * at[1] + 0.2 * at[2] + 0.4 * at[3])
        clear.append(max(0.0, float((at[0] + at[1]).max()) / 2))
    return np.array(rows, np.float32), np.array(clear, np.float32)


def _best_path(emission: Array, move: Times) -> NDArray[np.int64]:
    """The states of the best course through (steps, states)."""
    total, back = emission[0].astype(np.float64), []
    for row in emission[1:]:
        options = total[:, None] + move
        back.append(options.argmax(axis=0))
        total = options.max(axis=0) + row
    path = [int(total.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return np.array(path[::-1])


def _octave(heard: Onsets, frames: NDArray[np.int64]) -> float:
    """What to stretch the beat by: 2 when every other one is a lighter stroke in every range, as of a hi-hat alone; 0.5
    when the middles are struck like the beats themselves; 1 otherwise."""
    if len(frames) < 16:
        return 1.0
    bpm = 60 * heard.fps / float(np.median(np.diff(frames)))
    body, treble = (np.minimum(_at(part, frames), 6) for part in (heard.body, heard.treble))
    bars = len(frames) // 8 * 8
    halves = np.stack([body[:bars], treble[:bars]]).reshape(2, -1, 4, 2).mean(axis=2)
    heavy = halves[0].argmax(axis=1)
    rows = np.arange(len(heavy))
    light = halves[:, rows, 1 - heavy].sum(axis=1) / np.maximum(halves[:, rows, heavy].sum(axis=1), 1e-6)
    if bpm > _HASTY_BPM and light[0] < 0.6 and light[1] < 1:
        return 2.0
    between = float(np.minimum(_at(heard.body, (frames[1:] + frames[:-1]) // 2), 6).mean())
    return 0.5 if bpm < _LAZY_BPM and between > 0.6 * float(body.mean()) else 1.0


def _at(series: Array, frames: NDArray[np.int64]) -> Array:
    """The strongest value within three frames of each."""
    return np.asarray(np.pad(series, 3)[frames[:, None] + np.arange(7)].max(axis=1))


def _track(strength: Array, periods: Times) -> NDArray[np.int64]:
    """Frames of the beats: each on a strong onset, each about a period after the one before."""
    coarse = np.maximum(strength[: len(strength) // 2 * 2 : 2], strength[1 : len(strength) // 2 * 2 : 2])
    coarse = np.log1p(np.convolve(coarse, [0.5, 1, 0.5], "same"))
    total, back = coarse.astype(np.float64), np.full(len(coarse), -1)
    logs = np.log(np.maximum(np.arange(int(periods.max()) + 2, 0, -1), 1))
    for i, (period, log) in enumerate(zip(periods[::2] / 2, np.log(periods[::2] / 2), strict=False)):
        low, high = max(0, i - int(1.6 * period)), i - max(1, int(0.6 * period))
        if high <= low or i >= len(coarse):
            continue
        cost = logs[len(logs) - (i - low) : len(logs) - (i - high)] - log
        options = total[low:high] - _TIGHT * cost * cost
        best = int(options.argmax())
        if options[best] > 0:
            total[i] += options[best]
            back[i] = low + best
    tail = max(1, int(periods[-1]))
    i = len(total) - tail + int(np.argmax(total[-tail:]))
    found: list[int] = []
    while i >= 0:
        found.append(2 * i)
        i = int(back[i])
    return np.array(found[::-1])


def _refined(strength: Array, frames: NDArray[np.int64]) -> tuple[Times, Times]:
    """Where the peak near each beat really is, between frames, and how much it counts."""
    reach = 4
    padded = np.pad(strength, reach + 1)
    near = padded[frames[:, None] + np.arange(2 * reach + 3)[None, :]]
    peak = near[:, 1:-1].argmax(axis=1) + 1
    rows = np.arange(len(frames))
    a, b, c = near[rows, peak - 1], near[rows, peak], near[rows, peak + 1]
    curve = a - 2 * b + c
    shift = np.where(curve < -1e-6, 0.5 * (a - c) / np.where(curve < -1e-6, curve, -1), 0).clip(-0.5, 0.5)
    struck = b > 0.5
    return np.where(struck, frames + peak - reach - 1 + shift, frames).astype(float), np.where(struck, b, 0.02)


def _steadied(times: Times, weights: Times) -> Times:
    """Each beat on the straight line through its neighbours; the line is as long as it fits within 12 ms."""
    out = times.copy()
    done = np.zeros(len(times), bool)
    for reach in (64, 24, 10, 5):
        for k in np.flatnonzero(~done):
            low, high = max(0, int(k) - reach), min(len(times), int(k) + reach + 1)
            index, part = np.arange(low, high) - k, times[low:high]
            weight = weights[low:high].copy()
            for _ in range(3):
                total = weight.sum()
                mean_i, mean_t = (weight * index).sum() / total, (weight * part).sum() / total
                beside = index - mean_i
                lever = weight * beside
                slope = (lever * (part - mean_t)).sum() / (lever * beside).sum()
                off = part - mean_t - slope * beside
                rms = float(np.sqrt((weight * off * off).sum() / total))
                weight = weights[low:high] / (1 + (off / 1.5) ** 2)
            if rms < 1.0 or reach == 5:
                out[k], done[k] = mean_t - slope * mean_i, rms < 1.0
    return out


def _extended(times: Times, first: float, last: float) -> Times:
    """The grid carried on over quiet passages before the first and after the last beat found."""
    early, late = float(np.median(np.diff(times[:9]))), float(np.median(np.diff(times[-9:])))
    before = np.arange(int((float(times[0]) - first + 0.1) / early), 0, -1)
    after = np.arange(1, int((last + 0.1 - float(times[-1])) / late) + 1)
    grid = np.concatenate([times[0] - before * early, times, times[-1] + after * late])
    return np.asarray(np.maximum(grid[grid > -0.1], 0))
