"""ffmpeg reads its sources, writes below its own folder, opens no socket, ends in time and leaves nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from shared.adapters.media import confine
from shared.adapters.media.engine import LocalMedia
from shared.adapters.media.program import find_program
from shared.adapters.media.sandbox import Bench, Failed, Job, Limits, Source, run_ffmpeg
from shared.kernel.errors import Hostile, Unavailable
from shared.ports.media import Frame
from tests.unit.media import sound_files as make
from tests.unit.media.clip_files import Recipe, make_clip, steady

PCM = ("-map", "0:a:0", "-c:a", "pcm_s16le", "-f", "s16le")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    (tmp_path / "scratch").mkdir()
    return Bench(find_program().path, tmp_path / "scratch")


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A sound of another project, in the form that playlists can show."""
    folder = tmp_path / "another project"
    folder.mkdir()
    return make.encode(folder / "canary.mp3", "mp3", make.music(2, 44_100))


@pytest.mark.parametrize(
    ("demuxer", "list_"),
    [
        ("hls", "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{}\n#EXT-X-ENDLIST\n"),
        ("concat", "ffconcat version 1.0\nfile '{}'\n"),
    ],
)
def test_a_list_shows_no_other_file_even_to_its_own_demuxer(
    demuxer: str, list_: str, bench: Bench, canary: Path, tmp_path: Path
) -> None:
    trap, heard = tmp_path / "song.mp3", list[bytes]()
    trap.write_text(list_.format(canary), encoding="utf-8")

    with pytest.raises(Failed):
        run_ffmpeg(
            bench,
            Job((Source(trap, demuxer, ("mp3", "mp3float"), ("-safe", "0")[: 2 * (demuxer == "concat")]),), PCM),
            heard.append,
        )

    assert heard == []


def test_a_clip_cannot_show_the_samples_of_another(tmp_path: Path) -> None:
    media = LocalMedia.at(tmp_path / "scratch")
    other = make_clip(tmp_path / "other.mp4", Recipe(steady(20)))
    thief = tmp_path / "thief.mp4"
    thief.write_bytes(_referring(other.read_bytes(), str(other).encode()))

    with pytest.raises(Hostile):
        media.conform(thief, 0, 20, Frame(width=320, height=180), tmp_path / "segment.mp4")


def _referring(film: bytes, path: bytes) -> bytes:
    """A film whose samples are zeros here and whose header says that they lie in another file."""
    tail = path + b"\0"
    for name in (b"moov", b"trak", b"mdia", b"minf", b"dinf", b"dref", b"url "):
        at = film.index(name, film.index(b"moov")) - 4
        film = film[:at] + (int.from_bytes(film[at : at + 4], "big") + len(tail)).to_bytes(4, "big") + film[at + 4 :]
    at = film.index(b"url ") + 4
    film = film[:at] + b"\0\0\0\0" + tail + film[at + 4 :]
    start = film.index(b"mdat") + 4
    return film[:start] + bytes(film.index(b"moov") - 4 - start) + film[film.index(b"moov") - 4 :]


PROBE = """
import socket, sys
def attempt(what):
    try:
        what()
        return "done"
    except OSError:
        return "refused"
print(attempt(lambda: open(sys.argv[1]).close()), attempt(lambda: open(sys.argv[2] + "/in/x", "w").close()),
      attempt(lambda: open(sys.argv[2] + "/out/x", "w").close()), attempt(lambda: socket.socket().close()),
      attempt(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()))
"""


def test_a_confined_program_has_only_what_it_was_given(canary: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    reads = [sys.prefix, sys.base_prefix, "/usr", "/lib", "/lib64", "/etc/ld.so.cache", str(tmp_path / "in")]
    given = {"parent": os.getpid(), "reads": reads, "writes": [str(tmp_path / "out")]}
    limits = json.dumps({**given, "memory": 1 << 30, "cpu": 20, "file": 1 << 20})
    python = os.path.realpath(sys.executable)

    said = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            confine.__file__,
            limits,
            python,
            "-I",
            "-S",
            "-c",
            PROBE,
            str(canary),
            str(tmp_path),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )

    walls = confine.abilities()
    file, socket = "refused" if walls.files else "done", "refused" if walls.network else "done"
    assert said.stdout.split() == [file, file, "done", socket, socket]


def test_a_run_that_takes_too_long_is_ended_and_leaves_nothing(bench: Bench, tmp_path: Path) -> None:
    song = tmp_path / "song.wav"
    make.wav()(song)
    endless = Source(song, "wav", ("pcm_s16le",), ("-re", "-stream_loop", "-1"))

    with pytest.raises(Failed, match="longer than 1 s"):
        run_ffmpeg(bench, Job((endless,), PCM, limits=Limits(seconds=1)))

    assert not any(bench.scratch.iterdir())


def test_a_receiver_that_raises_ends_the_run(bench: Bench, tmp_path: Path) -> None:
    song = tmp_path / "song.wav"
    make.wav()(song)

    def enough(piece: bytes) -> None:
        raise Hostile("enough")

    endless = Source(song, "wav", ("pcm_s16le",), ("-stream_loop", "-1"))
    with pytest.raises(Hostile, match="enough"):
        run_ffmpeg(bench, Job((endless,), PCM), enough)

    assert not any(bench.scratch.iterdir())


def test_a_result_larger_than_allowed_is_never_published(bench: Bench, tmp_path: Path) -> None:
    song = tmp_path / "song.wav"
    make.wav()(song)
    job = Job((Source(song, "wav", ("pcm_s16le",)),), PCM, tmp_path / "made", Limits(file=100_000))

    with pytest.raises(Failed):
        run_ffmpeg(bench, job)

    assert not (tmp_path / "made").exists()


def test_memory_is_capped(bench: Bench, tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip.mp4", Recipe(steady(3), size=(1920, 1080), options=(("preset", "ultrafast"),)))
    tight = Job((Source(clip, "mov", ("h264",)),), ("-f", "rawvideo"), limits=Limits(memory=150 << 20))

    with pytest.raises(Failed):
        run_ffmpeg(bench, tight)


def test_what_is_not_ffmpeg_is_not_used() -> None:
    with pytest.raises(Unavailable, match="install the package imageio-ffmpeg"):
        find_program(Path(sys.executable))
    assert find_program().version


def test_a_scratch_folder_may_have_any_name(tmp_path: Path) -> None:
    media = LocalMedia.at(tmp_path / "תיקייה %d:'x'")
    make.tone("flac")(tmp_path / "song.flac")

    assert np.frombuffer(media.hear(tmp_path / "song.flac").samples, "<i2").any()


def test_a_scratch_folder_that_cannot_be_written_is_said(bench: Bench, tmp_path: Path) -> None:
    song = tmp_path / "song.wav"
    make.wav()(song)
    bench.scratch.rmdir()

    with pytest.raises(Unavailable, match="make room on the disk"):
        run_ffmpeg(bench, Job((Source(song, "wav", ("pcm_s16le",)),), PCM))
