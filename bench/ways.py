"""The ways of putting a film together that the stitch bench compares, each run in a process of its own."""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from pathlib import Path

import av
import imageio_ffmpeg

from bench.material import FRAME, shots, song
from shared.adapters.media.publish import published
from shared.adapters.media.stitch import assemble, stitch
from shared.ports.media import Segment


@dataclass(frozen=True)
class Task:
    """What every way is given."""

    segments: tuple[Segment, ...]
    sound: Path
    film: Path


def copy_bytes(task: Task) -> None:
    """Copy the same bytes: what no stitch can beat."""
    with task.film.open("wb") as out:
        for path in (*(segment.path for segment in task.segments), task.sound):
            with path.open("rb") as source:
                left = os.fstat(source.fileno()).st_size
                while left:
                    left -= os.copy_file_range(source.fileno(), out.fileno(), left)


def ours_unmeasured(task: Task) -> None:
    """Ours without measuring what came out."""
    with published(task.film) as part:
        assemble(task.segments, task.sound, FRAME, part)


def ours(task: Task) -> None:
    """Ours as the product runs it: measured before it is published."""
    stitch(task.segments, task.sound, FRAME, task.film)


def ffmpeg_concat(task: Task) -> None:
    """The concat demuxer with stream copy."""
    names = task.film.with_suffix(".txt")
    names.write_text("ffconcat version 1.0\n" + "".join(f"file '{part.path}'\n" for part in task.segments))
    inputs = ["-f", "concat", "-safe", "0", "-i", str(names), "-i", str(task.sound)]
    output = ["-map", "0:v", "-map", "1:a:0", "-c", "copy", "-movflags", "+faststart", str(task.film)]
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", *inputs, *output], check=True)


def pyav_remux(task: Task) -> None:
    """Packet by packet through PyAV with whole-number times."""
    step = Fraction(1, FRAME.fps)
    ends = accumulate(segment.frames for segment in task.segments)
    with av.open(str(task.film), "w", options={"movflags": "faststart"}) as out, av.open(str(task.sound)) as heard:
        with av.open(str(task.segments[0].path)) as first:
            picture = out.add_stream_from_template(first.streams.video[0])
        voice = out.add_stream_from_template(heard.streams.audio[0])
        for segment, end in zip(task.segments, ends, strict=True):
            with av.open(str(segment.path)) as source:
                for packet in source.demux(video=0):
                    if packet.pts is None or packet.dts is None or packet.time_base is None:
                        continue
                    shift = round((end - segment.frames) * step / packet.time_base)
                    packet.pts, packet.dts, packet.stream = packet.pts + shift, packet.dts + shift, picture
                    out.mux(packet)
        for sound in heard.demux(audio=0):
            if sound.dts is not None:
                sound.stream = voice
                out.mux(sound)


def moviepy(task: Task) -> None:
    """MoviePy with its usual calls; only with --moviepy, it takes minutes and 8 GB."""
    code = (
        "import sys; from moviepy import *\n"
        "v = concatenate_videoclips([VideoFileClip(p) for p in sys.argv[3:]])\n"
        "v = v.with_audio(AudioFileClip(sys.argv[2]))\n"
        "v.write_videofile(sys.argv[1], fps=24, codec='libx264', preset='veryfast', audio_codec='aac', logger=None)\n"
    )
    files = [task.film, task.sound, *(segment.path for segment in task.segments)]
    subprocess.run([sys.executable, "-c", code, *map(str, files)], check=True)


WAYS: dict[str, Callable[[Task], None]] = {
    "copy": copy_bytes,
    "stitch unmeasured": ours_unmeasured,
    "stitch": ours,
    "pyav remux": pyav_remux,
    "ffmpeg concat copy": ffmpeg_concat,
    "moviepy": moviepy,
}


def run_one(way: str, task: Task) -> dict[str, float]:
    """Do it here and say what it took; the film is synced within the time."""
    start = time.perf_counter()
    WAYS[way](task)
    with task.film.open("rb+") as film:
        os.fsync(film.fileno())
    wall = time.perf_counter() - start
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(each.ru_utime + each.ru_stime for each in used)
    return {"wall": wall, "cpu": cpu, "rss": peak_mb(), "children": used[1].ru_maxrss / 1024}


def peak_mb() -> float:
    """The most memory that this process has held; unlike ru_maxrss it knows nothing of who started it."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def main(way: str, work: Path) -> None:
    """Run one way on the material of a work folder and print its figures as JSON."""
    segments = shots(work)
    before = peak_mb()
    figures = run_one(way, Task(segments, song(work, segments), film_of(work, way)))
    print(json.dumps({**figures, "more": figures["rss"] - before}))


def film_of(work: Path, way: str) -> Path:
    """Where a way puts its film."""
    return work / f"film {way}.mp4"


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
