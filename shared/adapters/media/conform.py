"""Clips: what a foreign one is, and its frames in the one configuration that all segments share."""

import re
import shutil
from pathlib import Path

from shared.adapters.media import segment
from shared.adapters.media.graph import Window, conforming
from shared.adapters.media.publish import published
from shared.adapters.media.sandbox import Bench, Failed, Job, Limits, Log, Receive, Source, run_ffmpeg
from shared.adapters.media.sniff import CLIPS, plain, sniff_clip
from shared.kernel.errors import Hostile, MediaFault
from shared.ports.media import Frame

MEMORY = 4 << 30
DECODERS = (
    *("h264", "hevc", "vp8", "vp9", "av1", "libdav1d", "mpeg4", "mpeg2video"),
    *("prores", "dnxhd", "mjpeg"),
)
_THREADS = ("-threads", "2")
"""Clips are conformed side by side; more would only cost memory."""
_PICTURE = ("-map", "0:V:0")
_HIGH = 720
"""Where a clip does not say how its colours are coded: BT.601 below this height, BT.709 from it on."""


def conform(bench: Bench, clip: Path, window: Window, frame: Frame, into: Path) -> None:
    """Write exactly the frames of the window; a clip that is that already is copied.

    Raises Hostile when the clip is none or is damaged, MediaFault when the result is not what it must be.
    """
    name = plain(clip.name)
    demuxer = sniff_clip(clip, name)
    with published(into) as part:
        if window.start_frame == 0 and segment.is_conformed(clip, window.frames, frame):
            shutil.copyfile(clip, part)
            return
        graph = conforming(window, frame, _matrix(bench, clip, demuxer, name))
        seconds = 120 + 2 * (window.start_frame + window.frames)
        limits = Limits(seconds, 2 * seconds, MEMORY)
        log = run_on_clip(
            bench, Job((Source(clip, demuxer, DECODERS, _THREADS),), (*graph, *_encoding(frame)), part, limits), name
        )
        if log.errors:
            raise Hostile(f"{name}: its picture is damaged ({log.last_error()}); make or export the clip again")
        if not segment.is_conformed(part, window.frames, frame):
            raise MediaFault(f"{name}: the conformed clip is not as it must be; use the ffmpeg of imageio-ffmpeg")


def _encoding(frame: Frame) -> tuple[str, ...]:
    options = {**segment.encoder_options(), **segment.muxer_options(frame.fps)}
    names = {"profile": "-profile:v"}
    words = (word for key, value in options.items() for word in (names.get(key, f"-{key}"), value))
    return ("-c:v", segment.CODEC, *words, "-map_metadata", "-1", "-map_chapters", "-1", "-f", "mp4")


def _matrix(bench: Bench, clip: Path, demuxer: str, name: str) -> str:
    """How the colours of a clip are to be read, from what ffmpeg says about it without decoding it."""
    look = Job((Source(clip, demuxer, DECODERS),), (*_PICTURE, "-c", "copy", "-t", "0", "-f", "null"))
    log = run_on_clip(bench, look, name)
    found = (re.match(r"\[info\]   Stream #0:\S+ Video: (.*)", line) for line in log.head)
    said = next((match[1] for match in found if match), "")
    size = re.search(r", (\d+)x(\d+)", said)
    if size is None:
        raise Hostile(f"{name}: its picture has no size; make or export the clip again")
    shape = re.search(r"\b(rgb|bgr|gbr|bt709|bt470|smpte|bt2020|fcc|ycgco)", said)
    return "auto" if shape else "bt709" if int(size[2]) >= _HIGH else "bt601"


def run_on_clip(bench: Bench, job: Job, name: str, receive: Receive | None = None) -> Log:
    """Run a job on a clip; where the clip is to blame for a failure, raise Hostile and say why."""
    try:
        return run_ffmpeg(bench, job, receive)
    except Failed as error:
        if not error.by_source:
            raise
        if error.log.says("moov atom not found"):
            reason = "it was cut short before its index; make or copy it again"
        elif error.log.says("  Stream #0:") and not error.log.says(": Video: "):
            reason = f"it has no picture in it; give a clip as {CLIPS}"
        else:
            reason = f"it cannot be decoded ({error}); make or export it again as {CLIPS}"
        raise Hostile(f"{name}: {reason}") from error
