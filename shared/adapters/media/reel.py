"""A reel of film being exposed: frames go in as they are drawn, a conformed segment comes out."""

import queue
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from shared.adapters.media.publish import published
from shared.adapters.media.segment import PIXELS, X264_PARAMS, add_picture, encoder_options, muxer_options
from shared.kernel.errors import MediaFault
from shared.ports.media import Frame

Film = NDArray[np.uint8]
AHEAD = 3
"""Frames that may be drawn and wait to be encoded."""
HELD = AHEAD + 2
"""With the one that is being encoded and the one that is being drawn."""


def expose(frames: Iterable[Film], frame: Frame, into: Path) -> None:
    """Encode I420 frames as one segment of the film, while the next ones are drawn; published by rename.

    The same frames give the same bytes. Raises MediaFault when the encoder fails, Unavailable when the disk is full,
    and whatever drawing raises; then nothing is left.
    """
    drawn: queue.Queue[Film | None] = queue.Queue(AHEAD)
    with published(into) as part, ThreadPoolExecutor(1) as encoder:
        done = encoder.submit(_encode, drawn, frame, part)
        try:
            for film in frames:
                drawn.put(film)
        finally:
            drawn.put(None)
        done.result()


def write_reel(films: Iterable[Film], frame: Frame, into: Path, more: str = "") -> None:
    """Encode I420 frames into a new file, unpublished; `more` are x264 parameters that differ from those of a segment.

    Raises MediaFault when the encoder fails, OSError when the disk does.
    """
    try:
        with av.open(str(into), "w", format="mp4", options=muxer_options(frame.fps)) as container:
            stream = add_picture(container, frame)
            stream.codec_context.options = {**encoder_options(), "x264-params": X264_PARAMS + more}
            picture = av.VideoFrame(frame.width, frame.height, PIXELS)
            for number, film in enumerate(films):
                _fill(picture, film)
                picture.pts = number
                container.mux(stream.encode(picture))
            container.mux(stream.encode())
    except av.error.FFmpegError as error:
        if isinstance(error, OSError):
            raise
        raise MediaFault(f"the clip cannot be encoded ({error}); nothing was kept") from error


def _fill(picture: av.VideoFrame, film: Film) -> None:
    """The encoder has copied a picture when it returns, so that one is enough."""
    height, width = film.shape[0] * 2 // 3, film.shape[1]
    parts = film[:height], *film[height:].reshape(2, height // 2, width // 2)
    for plane, part in zip(picture.planes, parts, strict=True):
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
        rows[: len(part), : part.shape[1]] = part


def _encode(drawn: "queue.Queue[Film | None]", frame: Frame, part: Path) -> None:
    """Encode until None comes; after a failure the rest is let through, so that who draws never waits for ever."""
    films = _films(drawn)
    try:
        write_reel(films, frame, part)
    finally:
        deque(films, maxlen=0)


def _films(drawn: "queue.Queue[Film | None]") -> Iterator[Film]:
    while (film := drawn.get()) is not None:
        yield film
