"""Single frames of films and clips."""

from pathlib import Path

import numpy as np

from shared.adapters.media import tables
from shared.adapters.media.conform import DECODERS, run_on_clip
from shared.adapters.media.graph import shrunk
from shared.adapters.media.sandbox import Bench, Job, Source
from shared.adapters.media.sniff import plain, sniff_clip
from shared.kernel.errors import Invalid, MediaFault


def thumbnail(bench: Bench, clip: Path, at_frame: int, width: int) -> bytes:
    """One frame as JPEG, so many pixels wide. Raises Invalid when the clip ends before that frame."""
    name = plain(clip.name)
    demuxer = sniff_clip(clip, name)
    seek, left = _seek(clip, at_frame, name) if demuxer == "mov" else ((), at_frame)
    form = ("-c:v", "mjpeg", "-q:v", "3", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-f", "image2pipe")
    pieces: list[bytes] = []
    run_on_clip(
        bench, Job((Source(clip, demuxer, DECODERS, seek),), (*shrunk(left, width), *form)), name, pieces.append
    )
    if not pieces:
        raise Invalid(f"{name}: the clip ends before frame {at_frame}")
    return b"".join(pieces)


def _seek(clip: Path, at_frame: int, name: str) -> tuple[tuple[str, ...], int]:
    """Options that begin reading at a frame, and how many frames are left to skip then."""
    try:
        picture = next(track for track in tables.read(clip, name) if track.kind == b"vide")
    except (MediaFault, StopIteration):
        return (), at_frame
    times = np.sort(np.cumsum(picture.steps) - picture.steps + picture.shifts - picture.delay)
    times = times[times >= 0]
    if at_frame >= len(times):
        raise Invalid(f"{name}: the clip has {len(times)} frames, so there is no frame {at_frame} (they count from 0)")
    if at_frame == 0:
        return (), 0
    before = float(times[at_frame - 1] + times[at_frame]) / 2 / picture.timescale
    return ("-ss", f"{before:.6f}"), 0
