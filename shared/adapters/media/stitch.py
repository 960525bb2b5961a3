"""A film from conformed segments without encoding anything: tables are merged, bytes are copied inside the kernel."""

import errno
import os
from pathlib import Path

import numpy as np

from shared.adapters.media.avc import Avc
from shared.adapters.media.boxes import Malformed
from shared.adapters.media.layout import Copy, Layout, Piece, lay, sound_ticks
from shared.adapters.media.publish import published
from shared.adapters.media.segment import TICKS_PER_FRAME as TICKS
from shared.adapters.media.tables import Track, read
from shared.adapters.media.verify import measure
from shared.kernel.errors import MediaFault
from shared.ports.media import Frame, Segment, Stitched

WITHOUT_KERNEL_COPY = (errno.EXDEV, errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM)
BLOCK = 4 << 20


def stitch(segments: tuple[Segment, ...], sound: Path, frame: Frame, into: Path) -> Stitched:
    """The film of these segments, in this order, with this sound from frame 0; measured, then published by rename.

    Every frame of every segment is kept, and the sound is kept whole; the two may differ in length by up to one frame.
    The same files give the same bytes. Raises MediaFault naming the shot that does not fit (missing, cut short, another
    size, codec, clock, frame count or edit list) or what came out wrong, Unavailable when the disk is full; then
    `into` is what it was before.
    """
    with published(into) as part:
        assemble(segments, sound, frame, part)
        return measure(part, segments, sound, frame)


def assemble(segments: tuple[Segment, ...], sound: Path, frame: Frame, part: Path) -> None:
    """Write the film to a new file, neither measured nor published. Raises MediaFault as stitch does."""
    if not segments:
        raise MediaFault("a film needs at least one shot")
    pieces = tuple(admit(segment, frame) for segment in segments)
    write(lay(pieces, _admit_sound(sound, sum(segment.frames for segment in segments), frame), frame), part)


def admit(segment: Segment, frame: Frame) -> Piece:
    """A segment as a piece of film. Raises MediaFault naming the shot when it is not exactly what conforming makes."""
    tracks = read(segment.path, segment.name)
    kinds = [track.kind for track in tracks]
    if kinds != [b"vide"]:
        raise MediaFault(f"{segment.name}: a segment holds one picture track and nothing else; conform it again")
    track = tracks[0]
    flaw = _flaw(track, segment.frames, frame)
    try:
        avc = Avc.of(track.entry)
    except Malformed as error:
        raise MediaFault(f"{segment.name}: {error}; conform it again") from error
    if flaw is None and (avc.width, avc.height) != (frame.width, frame.height):
        flaw = f"it is {avc.width}x{avc.height} where the film is {frame.width}x{frame.height}"
    if flaw is not None:
        raise MediaFault(f"{segment.name}: {flaw}; conform it again")
    return Piece(segment.name, track, avc)


def write(layout: Layout, part: Path) -> None:
    """Write a layout to a new file. Raises MediaFault when a source changed meanwhile, OSError on a full disk."""
    out = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        at = os.write(out, layout.header)
        for copy in layout.copies:
            _copy(copy, out, at)
            at += copy.length
    finally:
        os.close(out)


def _flaw(track: Track, frames: int, frame: Frame) -> str | None:
    """What keeps a track from being copied; None when nothing does."""
    if track.count != frames:
        return f"it has {track.count} frames where {frames} are planned"
    if track.timescale != frame.fps * TICKS or np.any(track.steps != TICKS):
        return f"its clock is not {frame.fps} frames a second at {TICKS} ticks a frame"
    ticks = np.arange(frames) * TICKS
    if not np.array_equal(np.sort(ticks + track.shifts - track.delay), ticks):
        return "its frames are not shown one after the other from 0"
    if track.shown is not None and abs(track.shown - frames * TICKS) > TICKS // 2:
        return f"its edit list shows {track.shown / TICKS:.1f} of {frames} frames"
    if len(track.keys) == 0 or track.keys[0] != 0:
        return "its first frame cannot be decoded alone"
    return None if int(track.sizes.min()) > 0 else "a frame is empty"


def _admit_sound(path: Path, frames: int, frame: Frame) -> Track:
    tracks = read(path, "the sound")
    if [track.kind for track in tracks] != [b"soun"] or tracks[0].entry[4:8] != b"mp4a":
        raise MediaFault("the sound: one AAC track and nothing else is expected; master it again")
    sound = tracks[0]
    heard = sound_ticks(sound) / sound.timescale
    if abs(heard - frames / frame.fps) > 1 / frame.fps:
        raise MediaFault(
            f"the shots last {frames / frame.fps:.3f} s and the sound {heard:.3f} s; plan shots for the whole song"
        )
    return sound


def _copy(copy: Copy, out: int, at: int) -> None:
    """Append a stretch of a file, by the kernel where it can, through memory where it cannot."""
    try:
        source = os.open(copy.path, os.O_RDONLY)
    except OSError as error:
        raise MediaFault(f"{copy.path.name} vanished while the film was written; make it again") from error
    try:
        done = 0
        while done < copy.length:
            moved = _move(source, out, copy.length - done, copy.offset + done, at + done)
            if moved == 0:
                raise MediaFault(f"{copy.path.name} became shorter while the film was written; make it again")
            done += moved
    finally:
        os.close(source)


def _move(source: int, out: int, length: int, offset: int, at: int) -> int:
    try:
        return os.copy_file_range(source, out, length, offset, at)
    except OSError as error:
        if error.errno not in WITHOUT_KERNEL_COPY:
            raise
    return os.pwrite(out, os.pread(source, min(length, BLOCK), offset), at)
