"""Foreign clips that already are H.264 of the right size and rate: their frames are copied, but for the last few.

Frames are stored in the order in which they are decoded, so a clip cannot be cut just anywhere. What lies whole before
the cut is copied; the frames between there and the cut are encoded again under parameter sets with another id.
"""

from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np

from shared.adapters.media.avc import Avc
from shared.adapters.media.boxes import Malformed, Numbers
from shared.adapters.media.layout import Piece, lay
from shared.adapters.media.publish import published
from shared.adapters.media.reel import write_reel
from shared.adapters.media.segment import PIXELS, TICKS_PER_FRAME, canon, timescale
from shared.adapters.media.stitch import admit, write
from shared.adapters.media.tables import Track, read
from shared.kernel.errors import MediaFault, Unsupported
from shared.ports.media import Frame, Segment

PROFILES = (66, 77, 100)
"""Baseline, main and high: 8 bits, 4:2:0."""
UNTOLD, BT709, LIMITED = 2, 1, 1
TAIL = ":sps-id=1:bframes=0"
"""x264 parameters of encoded frames that follow copied ones."""


def copy_prefix(clip: Path, frames: int, frame: Frame, into: Path) -> int:
    """Write the first frames of a clip as a segment and say how many of them were copied untouched.

    Segments of one source stitch with one another; with those of another source or of `conform` only when their
    parameter sets have other ids, else the stitch refuses them by name. Raises Unsupported, saying why, for every clip
    that has to be conformed by encoding.
    """
    try:
        piece = _piece(clip, frame)
        order = _order(piece.track)
        whole = np.flatnonzero(np.maximum.accumulate(order) == np.arange(len(order))) + 1
        copied = int(max(whole[whole <= frames], default=0))
        if copied == 0 or len(order) < frames:
            raise Unsupported(f"{clip.name}: it has {len(order)} frames of the {frames} wanted; conform it")
        with published(into) as part, TemporaryDirectory(dir=into.parent) as folder:
            pieces = [_first(piece, copied)]
            if copied < frames:
                pieces.append(_tail(clip, range(copied, frames), frame, Path(folder)))
            write(lay(pieces, None, frame), part)
            admit(Segment(name=clip.name, path=part, frames=frames), frame)
        return copied
    except (MediaFault, Malformed, av.error.FFmpegError) as error:
        raise Unsupported(f"{clip.name}: it cannot be copied ({error}); conform it") from error


def _piece(clip: Path, frame: Frame) -> Piece:
    """The picture track on the film's clock. Raises Unsupported or Malformed."""
    tracks = [track for track in read(clip, clip.name) if track.kind == b"vide"]
    if len(tracks) != 1 or tracks[0].count == 0:
        raise Unsupported(f"{clip.name}: it has {len(tracks)} picture tracks; conform it")
    track, avc = tracks[0], Avc.of(tracks[0].entry)
    step = track.timescale // frame.fps
    if step * frame.fps != track.timescale or np.any(track.steps[:-1] != step):
        raise Unsupported(f"{clip.name}: it does not run at {frame.fps} frames a second throughout; conform it")
    if (avc.width, avc.height) != (frame.width, frame.height) or avc.profile[0] not in PROFILES:
        raise Unsupported(f"{clip.name}: it is {avc.width}x{avc.height}, profile {avc.profile[0]}; conform it")
    if np.any(track.shifts % step) or track.delay % step or track.keys[:1].tolist() != [0]:
        raise Unsupported(f"{clip.name}: its frames lie beside the grid; conform it")
    _check_colours(clip)
    count = track.count
    track = replace(
        track,
        timescale=timescale(frame.fps),
        delay=track.delay // step * TICKS_PER_FRAME,
        steps=np.full(count, TICKS_PER_FRAME, np.int64),
        shifts=track.shifts // step * TICKS_PER_FRAME,
    )
    if np.any(np.sort(_order(track)) != np.arange(count)):
        raise Unsupported(f"{clip.name}: it does not begin at its first frame; conform it")
    return Piece(clip.name, track, replace(avc, looks=canon(frame).looks))


def _order(track: Track) -> Numbers:
    """Which frame of the clip each sample is."""
    return np.arange(track.count) + (track.shifts - track.delay) // TICKS_PER_FRAME


def _first(piece: Piece, count: int) -> Piece:
    track = piece.track
    return replace(
        piece,
        track=replace(
            track,
            steps=track.steps[:count],
            shifts=track.shifts[:count],
            sizes=track.sizes[:count],
            places=track.places[:count],
            keys=track.keys[track.keys < count],
        ),
    )


def _check_colours(clip: Path) -> None:
    """Raise Unsupported unless the clip is shown as the film's own frames are."""
    with av.open(str(clip), "r", format="mp4") as container:
        codec = container.streams.video[0].codec_context
        shape = codec.sample_aspect_ratio
        if codec.pix_fmt != PIXELS or codec.colorspace not in (BT709, UNTOLD) or codec.color_range not in (0, LIMITED):
            raise Unsupported(f"{clip.name}: its colours are coded as {codec.pix_fmt}, not as the film's; conform it")
        if shape is not None and shape not in (0, 1):
            raise Unsupported(f"{clip.name}: its pixels are not square; conform it")


def _tail(clip: Path, wanted: range, frame: Frame, folder: Path) -> Piece:
    """The wanted frames, encoded again so that they can stand behind the clip's own."""
    path = folder / "tail.mp4"
    with av.open(str(clip), "r", format="mp4") as container:
        stream = container.streams.video[0]
        container.seek(int(wanted.start / frame.fps * 1_000_000), backward=True)
        seen = (picture for picture in container.decode(stream) if round((picture.time or 0) * frame.fps) in wanted)
        films = (np.asarray(picture.to_ndarray(format=PIXELS), np.uint8) for picture in islice(seen, len(wanted)))
        write_reel(films, frame, path, TAIL)
    return admit(Segment(name=clip.name, path=path, frames=len(wanted)), frame)
