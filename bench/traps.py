"""Twelve clips as the world sends them, each wrong in one way: what becomes of them in our hands and in a plain concat.

A frame is right when its stamp says the shot and the instant that the plan wants there (to the nearest frame for the
two clips whose source has no frame at that instant).
"""

import subprocess
from pathlib import Path

import imageio_ffmpeg

from bench.drawn import noise, stamped
from bench.material import work_folder
from bench.stamps import read_stamps
from shared.adapters.media.engine import LocalMedia
from shared.adapters.media.reel import expose
from shared.kernel.errors import StudioError
from shared.ports.media import Frame, Segment

FRAME = Frame(width=1280, height=720)
FRAMES = 72
ENCODE = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "18")
SOUND = ("-f", "lavfi", "-i", "sine=440:duration=3", "-shortest", "-c:a", "aac")
FULL = ("-vf", "scale=out_range=full:out_color_matrix=bt601", "-color_range", "pc", "-colorspace", "smpte170m")
TRAPS: dict[str, tuple[str, ...]] = {
    "as it should be": ENCODE,
    "30 fps": ("-r", "30", *ENCODE),
    "smaller": ("-vf", "scale=960:540", *ENCODE),
    "SAR 4:3": ("-vf", "scale=960:720,setsar=4/3", *ENCODE),
    "4:4:4": ("-pix_fmt", "yuv444p", *ENCODE),
    "odd timebase": ("-video_track_timescale", "90000", *ENCODE),
    "HEVC": ("-c:v", "libx265", "-preset", "ultrafast", "-tag:v", "hvc1", "-x265-params", "log-level=error"),
    "with sound": (*SOUND, *ENCODE),
    "VFR": ("-vf", "select='not(eq(mod(n,5),3))'", "-fps_mode", "vfr", *ENCODE),
    "full range, 601": (*FULL, *ENCODE),
    "too short": ("-frames:v", "48", *ENCODE),
    "long GOP, B-frames": ("-c:v", "libx264", "-preset", "fast", "-bf", "8", "-g", "999"),
}
LOOSE = ("30 fps", "VFR")


def make(work: Path) -> list[Path]:
    """The twelve clips, made where they are missing."""
    work.mkdir(parents=True, exist_ok=True)
    clips = []
    for shot, arguments in enumerate(TRAPS.values()):
        clip, whole = work / f"trap{shot:02d}.mp4", work / f"whole{shot:02d}.mp4"
        if not clip.exists():
            expose(stamped(shot, FRAMES, FRAME), FRAME, whole)
            run_ffmpeg("-i", str(whole), *arguments, str(clip))
        clips.append(clip)
    return clips


def run_ffmpeg(*arguments: str) -> int:
    """Run the program as anybody would and give its exit status."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "quiet", "-y", *arguments]
    return subprocess.run(command, check=False).returncode


def right_frames(film: Path) -> list[int]:
    """How many frames of each trap stand where they belong."""
    right = [0] * len(TRAPS)
    for shot, frame, time in read_stamps(film):
        wanted, number = divmod(round(time * FRAME.fps), FRAMES)
        name = list(TRAPS)[wanted] if wanted < len(TRAPS) else ""
        expected = min(number, 47) if name == "too short" else number
        if shot == wanted and abs(frame - expected) <= (name in LOOSE):
            right[wanted] += 1
    return right


def main() -> None:
    """Print the table."""
    work = work_folder(__doc__ or "").parse_args().work / "traps"
    clips = make(work)
    sound = work / "song.m4a"
    noise(sound, len(clips) * FRAMES / FRAME.fps)
    names = work / "list.txt"
    names.write_text("ffconcat version 1.0\n" + "".join(f"file '{clip}'\n" for clip in clips))
    concat = work / "concat.mp4"
    status = run_ffmpeg("-f", "concat", "-safe", "0", "-i", str(names), "-map", "0:v:0", "-c", "copy", str(concat))
    media = LocalMedia.at(work / "scratch")
    segments, verdicts = [], []
    for name, clip in zip(TRAPS, clips, strict=True):
        into = work / f"conformed {clip.name}"
        try:
            media.conform(clip, 0, FRAMES, FRAME, into)
            verdicts.append("")
        except StudioError as error:
            verdicts.append(f"{error.code}: {error}")
        segments.append(Segment(name=name, path=into, frames=FRAMES))
    film = work / "film.mp4"
    if not any(verdicts):
        media.stitch(tuple(segments), sound, FRAME, film)
    ours = right_frames(film) if film.exists() else [0] * len(TRAPS)
    theirs = right_frames(concat)
    print(f"{'trap':22}{'ours':>8}{'concat copy':>14}   of {FRAMES} frames (concat copy ended with status {status})")
    for row in zip(TRAPS, ours, theirs, verdicts, strict=True):
        print(f"{row[0]:22}{row[1]:>8}{row[2]:>14}   {row[3]}")
    exact = sum(count == FRAMES or bool(said) for count, said in zip(ours, verdicts, strict=True))
    print(f"exact or a typed error: {exact} of {len(TRAPS)}")


if __name__ == "__main__":
    main()
