"""The one configuration that all segments of a film share, so that a stitch can copy them. Whoever encodes uses this.

Measured: the x264 of the ffmpeg wheel and the one of PyAV (both core 165) write equal parameter sets and sample entries
with these parameters, provided that colour is said as in COLOUR on the frames (ffmpeg: setparams) or the codec (PyAV).
A clip too short for a reordered frame (one or two frames) has an edit-list delay of 0 where others have 2 frames.
"""

import io
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import av
import numpy as np

from shared.adapters.media import tables
from shared.adapters.media.avc import Avc
from shared.adapters.media.boxes import Malformed
from shared.kernel.errors import MediaFault
from shared.ports.media import Frame

CODEC = "libx264"
PROFILE = "high"
PRESET = "veryfast"
CRF = 20
PIXELS = "yuv420p"
COLOUR = 1
"""BT.709 for primaries, transfer and matrix; the range is limited."""
BFRAMES = 3
KEYINT = 48
THREADS = 1
"""With more, x264 writes different bytes from run to run (12 runs gave 2 or 3 files); shots are made side by side."""
TICKS_PER_FRAME = 512
X264_PARAMS = (
    f"stitchable=1:ref=1:bframes={BFRAMES}:keyint={KEYINT}:min-keyint={KEYINT}:scenecut=0:open-gop=0"
    f":subme=1:threads={THREADS}:lookahead-threads=1"
)


def timescale(fps: int) -> int:
    """Ticks per second of a segment's track: 12288 at 24 frames per second."""
    return fps * TICKS_PER_FRAME


def encoder_options() -> dict[str, str]:
    """What both the ffmpeg program and PyAV are told about the encoder."""
    return {"preset": PRESET, "crf": str(CRF), "profile": PROFILE, "x264-params": X264_PARAMS}


def muxer_options(fps: int) -> dict[str, str]:
    """What both are told about the MP4 file; equal frames give equal bytes."""
    ticks = str(timescale(fps))
    return {"movflags": "+faststart", "video_track_timescale": ticks, "movie_timescale": ticks, "fflags": "+bitexact"}


def add_picture(container: av.container.OutputContainer, frame: Frame) -> av.VideoStream:
    """Add the picture track of a segment to an MP4 opened with muxer_options; frame n must be given pts n."""
    stream = container.add_stream(CODEC, rate=frame.fps, options=encoder_options())
    assert isinstance(stream, av.VideoStream)
    stream.width, stream.height, stream.pix_fmt = frame.width, frame.height, PIXELS
    codec = stream.codec_context
    codec.color_primaries = codec.color_trc = codec.colorspace = COLOUR
    codec.color_range = 1
    codec.sample_aspect_ratio = Fraction(1)
    codec.time_base = stream.time_base = Fraction(1, frame.fps)
    return stream


def is_conformed(path: Path, frames: int, frame: Frame) -> bool:
    """Whether a clip is exactly so many frames of this configuration, at a constant rate, with nothing beside them."""
    try:
        tracks = tables.read(path, path.name)
        if len(tracks) != 1 or tracks[0].kind != b"vide" or Avc.of(tracks[0].entry) != canon(frame):
            return False
    except (MediaFault, Malformed):
        return False
    track = tracks[0]
    times = np.cumsum(track.steps) - track.steps + track.shifts - track.delay
    return bool(
        track.count == frames
        and track.timescale == timescale(frame.fps)
        and np.all(track.steps == TICKS_PER_FRAME)
        and np.array_equal(np.sort(times), np.arange(frames) * TICKS_PER_FRAME)
        and np.array_equal(track.keys, np.arange(0, frames, KEYINT))
        and np.array_equal(times[track.keys], track.keys * TICKS_PER_FRAME)
    )


@lru_cache(maxsize=16)
def canon(frame: Frame) -> Avc:
    """The sample entry of every segment of this frame, learnt from the encoder itself."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = add_picture(container, frame)
        black = av.VideoFrame.from_ndarray(np.full((frame.height * 3 // 2, frame.width), 16, np.uint8), format=PIXELS)
        black.pts = 0
        container.mux(stream.encode(black))
        container.mux(stream.encode())
    data = file.getvalue()
    at = data.index(b"avc1", data.index(b"stsd")) - 4
    return Avc.of(data[at : at + int.from_bytes(data[at : at + 4], "big")])
