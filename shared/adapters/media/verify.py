"""What a finished film really is, measured by a decoder that knows nothing of how it was made."""

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.video.codeccontext import VideoCodecContext
from numpy.typing import NDArray

from shared.kernel.errors import MediaFault
from shared.ports.media import Frame, Segment, Stitched

PTS_LIMIT_US = 100
SOUND_LIMIT_US = 1000
CUTS_DECODED = 6
WINDOW_S = 2.0
REACH_S = 0.25
PREROLL_S = 0.2

Samples = NDArray[np.float32]


@dataclass(frozen=True)
class _Picture:
    """What demuxing and decoding the picture showed."""

    frames: int
    error_us: int


def measure(film: Path, segments: Sequence[Segment], sound: Path, frame: Frame) -> Stitched:
    """Measure a film against its plan: every frame's time, every shot's frames, the first frames after cuts, the sound.

    Raises MediaFault, naming the shot where it can, when a frame is missing, in the wrong shot or more than 100 us from
    n/fps, when a cut does not decode, or when the sound is more than 1 ms off.
    """
    with ThreadPoolExecutor(3) as threads:
        digest = threads.submit(_sha256, film)
        heard = threads.submit(sound_offset_us, film, sound)
        picture = _picture(film, segments, frame)
        offset = heard.result()
        if abs(offset) > SOUND_LIMIT_US:
            raise MediaFault(f"the film's sound is {offset} us off, more than {SOUND_LIMIT_US}; master the sound again")
        return Stitched(
            frames=picture.frames,
            duration_ms=round(picture.frames * 1000 / frame.fps),
            max_pts_error_us=picture.error_us,
            sound_offset_us=offset,
            sha256=digest.result(),
            bytes=film.stat().st_size,
        )


def sound_offset_us(film: Path, sound: Path) -> int:
    """How much later a sound is heard in the film than alone: the largest of three places, by cross-correlation.

    Silent places say nothing; a sound that is silent everywhere is 0 off.
    """
    with _opened(film) as inside, _opened(sound) as alone:
        voice = alone.streams.audio[0]
        length = float((voice.duration or 0) * (voice.time_base or 0))
        starts = {max(0.0, length * share - WINDOW_S / 2) for share in (0.1, 0.5, 0.9)}
        offsets = [offset for start in sorted(starts) if (offset := _offset_at(inside, alone, start)) is not None]
    return max(offsets, key=abs, default=0)


def _picture(film: Path, segments: Sequence[Segment], frame: Frame) -> _Picture:
    ends = list(accumulate(segment.frames for segment in segments))
    firsts = [0, *ends[:-1]]
    decoded = {firsts[i * (len(firsts) - 1) // max(1, CUTS_DECODED - 1)] for i in range(CUTS_DECODED) if firsts}
    ticks: list[int] = []
    with _opened(film) as container:
        stream = container.streams.video[0]
        for packet in container.demux(stream):
            if packet.pts is None:
                continue
            index = len(ticks)
            if index in decoded:
                _decode_alone(packet, stream, segments[firsts.index(index)].name)
            ticks.append(packet.pts)
        clock = float(stream.time_base or 0)
    if len(ticks) != ends[-1]:
        raise MediaFault(f"the film has {len(ticks)} frames where {ends[-1]} are planned")
    worst = 0.0
    for segment, first, end in zip(segments, firsts, ends, strict=True):
        shown = np.sort(np.array(ticks[first:end])) * clock
        error = float(np.abs(shown - np.arange(first, end) / frame.fps).max()) * 1_000_000
        if error > PTS_LIMIT_US:
            raise MediaFault(f"{segment.name}: its frames are {error / 1000:.1f} ms from their places in the film")
        worst = max(worst, error)
    return _Picture(len(ticks), round(worst))


def _decode_alone(packet: "av.Packet[av.VideoStream]", stream: av.VideoStream, name: str) -> None:
    """Decode the first frame after a cut with a decoder that has seen nothing else."""
    decoder = VideoCodecContext.create(stream.codec_context.name, "r")
    assert isinstance(decoder, VideoCodecContext)
    decoder.extradata = stream.codec_context.extradata
    decoder.thread_count = 1
    try:
        frames = [*decoder.decode(packet), *decoder.decode(None)] if packet.is_keyframe else []
    except av.error.FFmpegError as error:
        raise MediaFault(f"{name}: its first frame in the film does not decode ({error}); conform it again") from error
    if len(frames) != 1 or frames[0].is_corrupt:
        raise MediaFault(f"{name}: its first frame in the film does not decode; conform it again")


def _offset_at(film: InputContainer, sound: InputContainer, start: float) -> int | None:
    """The offset in us of one window, or None when nothing sounds there."""
    rate, alone = _listen(sound, start, WINDOW_S)
    early = min(REACH_S, start)
    rate_in_film, inside = _listen(film, start - early, WINDOW_S + early + REACH_S)
    if rate != rate_in_film:
        raise MediaFault(f"the film's sound has {rate_in_film} samples a second where the song has {rate}")
    if float(np.abs(alone).max(initial=0.0)) < 1e-4:
        return None
    size = 1 << (len(alone) + len(inside)).bit_length()
    match = np.fft.irfft(np.fft.rfft(inside, size) * np.conj(np.fft.rfft(alone, size)), size)
    expected, reach = round(early * rate), round((early + REACH_S) * rate)
    match = match[: reach + 1]
    # A steady tone matches at every period: the place where it belongs wins unless another is truly better.
    best = int(np.argmax(match))
    if match[expected] >= 0.9999 * match[best]:
        best = expected
    return round((best - expected) * 1_000_000 / rate)


def _listen(container: InputContainer, start: float, length: float) -> tuple[int, Samples]:
    """Sample rate, and mono samples from a time on for a length; what lies outside the sound is silence."""
    stream = container.streams.audio[0]
    rate = stream.codec_context.sample_rate
    heard = np.zeros(round(length * rate), np.float32)
    container.seek(max(0, int((start - PREROLL_S) / (stream.time_base or 1))), stream=stream)
    for decoded in container.decode(stream):
        if decoded.time is None:
            continue
        at = round((decoded.time - start) * rate)
        if at >= len(heard):
            break
        samples = decoded.to_ndarray().astype(np.float32)
        mono = samples.mean(axis=0) if decoded.format.is_planar else samples.reshape(-1)
        left, right = max(0, at), min(len(heard), at + len(mono))
        if left < right:
            heard[left:right] = mono[left - at : right - at]
    return rate, heard


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _opened(path: Path) -> Iterator[InputContainer]:
    """A file as PyAV sees it. Raises MediaFault for what it cannot read."""
    try:
        with av.open(str(path), "r", format="mp4") as container:
            yield container
    except av.error.FFmpegError as error:
        raise MediaFault(f"{path.name} cannot be read back ({error})") from error
