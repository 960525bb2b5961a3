"""A stitched film holds every frame of every shot in its place under the song, or it does not exist."""

import signal
import subprocess
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from bench.stamps import read_stamps, stamp
from shared.adapters.media.segment import add_picture, muxer_options
from shared.adapters.media.stitch import admit, stitch
from shared.kernel.errors import MediaFault
from shared.ports.media import Frame, Segment

FRAME = Frame(width=320, height=180, fps=24)
RATE = 44100


def clip(path: Path, shot: int, frames: int, frame: Frame = FRAME) -> Path:
    """A conformed clip of which every frame says which it is."""
    rng = np.random.default_rng(shot)
    luma = np.full((frame.height * 3 // 2, frame.width), 128, np.uint8)
    drift = rng.integers(40, 200, (frame.height, frame.width + frames), np.uint8)
    with av.open(str(path), "w", format="mp4", options=muxer_options(frame.fps)) as container:
        stream = add_picture(container, frame)
        for number in range(frames):
            luma[: frame.height] = drift[:, number : number + frame.width]
            stamp(luma[: frame.height], shot, number)
            picture = av.VideoFrame.from_ndarray(luma, format="yuv420p")
            picture.pts = number
            container.mux(stream.encode(picture))
        container.mux(stream.encode())
    return path


def song(path: Path, seconds: float) -> Path:
    """Noise of a length as one AAC track."""
    count = round(seconds * RATE)
    noise = np.random.default_rng(5).standard_normal((1, count)).astype(np.float32) * 0.1
    with av.open(str(path), "w", format="mp4", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("aac", rate=RATE, layout="mono")
        sound = av.AudioFrame.from_ndarray(noise, format="fltp", layout="mono")
        sound.rate, sound.pts, sound.time_base = RATE, 0, Fraction(1, RATE)
        container.mux(stream.encode(sound))
        container.mux(stream.encode())
    return path


def shots(folder: Path, counts: Sequence[int]) -> tuple[Segment, ...]:
    """Stamped segments of these lengths."""
    return tuple(
        Segment(name=f"shot {i}", path=clip(folder / f"{i}.mp4", i, n), frames=n) for i, n in enumerate(counts)
    )


def test_every_frame_of_every_shot_is_in_its_place(tmp_path: Path) -> None:
    counts = (30, 1, 53, 2, 10)
    film = tmp_path / "film.mp4"

    made = stitch(shots(tmp_path, counts), song(tmp_path / "song.m4a", sum(counts) / 24), FRAME, film)

    expected = [(shot, n) for shot, count in enumerate(counts) for n in range(count)]
    shown = list(read_stamps(film))
    assert [(shot, n) for shot, n, _ in shown] == expected
    assert max(abs(time - i / 24) for i, (_, _, time) in enumerate(shown)) < 1e-6
    assert (made.frames, made.max_pts_error_us, made.sound_offset_us) == (sum(counts), 0, 0)
    assert made.bytes == film.stat().st_size


@pytest.mark.parametrize("seconds", [1.0 - 0.04, 1.0 + 0.04])
def test_a_song_up_to_one_frame_longer_or_shorter_is_kept_whole(tmp_path: Path, seconds: float) -> None:
    film = tmp_path / "film.mp4"
    alone = song(tmp_path / "song.m4a", seconds)

    made = stitch(shots(tmp_path, [24]), alone, FRAME, film)

    assert made.frames == 24
    assert len(heard(film)) == len(heard(alone)) >= round(seconds * RATE)
    assert np.array_equal(heard(film), heard(alone))


def heard(path: Path) -> np.ndarray:
    """All samples of a file's sound."""
    with av.open(str(path)) as container:
        return np.concatenate([sound.to_ndarray()[0] for sound in container.decode(audio=0)])


def test_a_song_of_another_length_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MediaFault, match=r"the shots last 1\.000 s and the sound 1\.5"):
        stitch(shots(tmp_path, [24]), song(tmp_path / "song.m4a", 1.5), FRAME, tmp_path / "film.mp4")


def test_the_same_segments_give_the_same_bytes_under_hebrew_names(tmp_path: Path) -> None:
    folder = tmp_path / "סצנה ראשונה"
    folder.mkdir()
    parts, sound = shots(folder, [10, 14]), song(folder / "שיר.m4a", 1)

    once = stitch(parts, sound, FRAME, folder / "סרט.mp4")
    twice = stitch(parts, sound, FRAME, folder / "סרט שני.mp4")

    assert (folder / "סרט.mp4").read_bytes() == (folder / "סרט שני.mp4").read_bytes()
    assert once == twice


def test_three_hundred_shots_keep_time(tmp_path: Path) -> None:
    three = shots(tmp_path, [2, 1, 3])
    parts = tuple(three[i % 3] for i in range(300))

    made = stitch(parts, song(tmp_path / "song.m4a", 25), FRAME, tmp_path / "film.mp4")

    shown = [(shot, n) for shot, n, _ in read_stamps(tmp_path / "film.mp4")]
    assert shown == [(0, 0), (0, 1), (1, 0), (2, 0), (2, 1), (2, 2)] * 100
    assert (made.frames, made.max_pts_error_us, made.sound_offset_us) == (600, 0, 0)


def test_clips_with_other_delays_are_lined_up(tmp_path: Path) -> None:
    parts = (*shots(tmp_path, [12, 1, 11]),)

    stitch(parts, song(tmp_path / "song.m4a", 1), FRAME, tmp_path / "film.mp4")

    assert [n for _, n, _ in read_stamps(tmp_path / "film.mp4")] == [*range(12), 0, *range(11)]


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        ("missing", "cannot be read"),
        ("empty", "no whole MP4"),
        ("cut short", "no whole MP4|behind the end"),
        ("one frame less", "has 11 frames where 12 are planned"),
        ("another size", "it is 160x90 where the film is 320x180"),
        ("another rate", "its clock is not 24"),
        ("with sound", "one picture track and nothing else"),
        ("HEVC", "codec is 'hev1'|codec is 'hvc1'"),
        ("a playlist", "no whole MP4"),
    ],
)
def test_a_segment_that_does_not_fit_is_refused_by_name(tmp_path: Path, harm: str, reason: str) -> None:
    parts, sound = shots(tmp_path, [12, 12]), song(tmp_path / "song.m4a", 1)
    spoil(parts[1].path, harm)

    with pytest.raises(MediaFault, match=f"shot 1: .*({reason})"):
        stitch(parts, sound, FRAME, tmp_path / "film.mp4")

    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("film")) == []


def spoil(path: Path, harm: str) -> None:
    """Replace a segment by one that is wrong in one way."""
    whole = path.read_bytes()
    path.unlink()
    match harm:
        case "empty":
            path.write_bytes(b"")
        case "cut short":
            path.write_bytes(whole[:-100])
        case "one frame less":
            clip(path, 1, 11)
        case "another size":
            clip(path, 1, 12, Frame(width=160, height=90))
        case "another rate":
            clip(path, 1, 12, Frame(width=320, height=180, fps=30))
        case "with sound":
            song(path, 0.5)
        case "HEVC":
            path.write_bytes(whole.replace(b"avc1", b"hvc1"))
        case "a playlist":
            path.write_bytes(b"#EXTM3U\n#EXTINF:10,\n/etc/passwd\n" * 20)


def test_broken_tables_are_refused_and_never_hang(tmp_path: Path) -> None:
    part = shots(tmp_path, [12])[0]
    whole = part.path.read_bytes()
    header = whole.index(b"mdat")
    rng = np.random.default_rng(11)
    verdicts = set()
    for _ in range(400):
        broken = bytearray(whole)
        for at in rng.integers(0, header, int(rng.integers(1, 5))):
            broken[at] = rng.choice([0, 1, 0x7F, 0xFF, int(rng.integers(256))])
        part.path.write_bytes(broken)
        verdicts.add(verdict(part))
    assert verdicts == {"admitted", "refused by name"}


def verdict(segment: Segment) -> str:
    """What becomes of a segment."""
    try:
        admit(segment, FRAME)
    except MediaFault as fault:
        return "refused by name" if str(fault).startswith(segment.name) else str(fault)
    return "admitted"


LIMITED = """
import resource, signal, sys
from pathlib import Path
from shared.adapters.media.stitch import stitch
from shared.kernel.errors import Unavailable
from shared.ports.media import Frame, Segment
signal.signal(signal.SIGXFSZ, getattr(signal, sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    segment = Segment(name="shot", path=Path(sys.argv[3]), frames=24)
    stitch((segment,), Path(sys.argv[4]), Frame(width=320, height=180), Path(sys.argv[5]))
except Unavailable as error:
    print(error)
"""


def limited(action: str, size: int, *paths: Path) -> subprocess.CompletedProcess[str]:
    """A stitch in a process of its own that can write so many bytes, then is ended by the kernel or told so."""
    command = [sys.executable, "-c", LIMITED, action, str(size), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)


def test_a_full_disk_is_said_and_leaves_the_old_film(tmp_path: Path) -> None:
    part, sound, film = shots(tmp_path, [24])[0], song(tmp_path / "song.m4a", 1), tmp_path / "film.mp4"
    film.write_bytes(b"old")

    done = limited("SIG_IGN", 5000, part.path, sound, film)

    assert "(File too large); make room" in done.stdout
    assert film.read_bytes() == b"old"
    assert not (tmp_path / "film.mp4.part").exists()


@pytest.mark.parametrize("size", [100, 20000])
def test_a_stitch_killed_while_writing_leaves_the_old_film_and_can_be_repeated(tmp_path: Path, size: int) -> None:
    part, sound, film = shots(tmp_path, [24])[0], song(tmp_path / "song.m4a", 1), tmp_path / "film.mp4"
    film.write_bytes(b"old")

    killed = limited("SIG_DFL", size, part.path, sound, film)

    assert killed.returncode == -signal.SIGXFSZ
    assert film.read_bytes() == b"old"
    assert stitch((part,), sound, FRAME, film).frames == 24
    assert not (tmp_path / "film.mp4.part").exists()
