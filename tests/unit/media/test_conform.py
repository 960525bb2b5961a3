"""Whatever a clip is, its segment holds exactly the frames asked for, in the one configuration, or it is refused."""

import shutil
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from shared.adapters.media import segment, tables
from shared.adapters.media.avc import Avc
from shared.adapters.media.engine import LocalMedia
from shared.kernel.errors import Hostile, Invalid
from shared.ports.media import Frame
from tests.unit.media.clip_files import RED, Recipe, make_clip, see, steady

SMALL = Frame(width=320, height=180)
FRAMES = 36
VARIABLE = tuple(n for n in range(44) if n % 7 not in (3, 4) and n % 11 != 5)
QUIET = (("x265-params", "log-level=error"),)

TRAPS: dict[str, Recipe] = {
    "30 frames per second": Recipe(steady(50), Fraction(1, 30)),
    "smaller than the film": Recipe(steady(40), size=(256, 144)),
    "anamorphic pixels": Recipe(steady(40), size=(240, 180), shape=Fraction(4, 3)),
    "full chroma": Recipe(steady(40), pixels="yuv444p"),
    "an odd timebase": Recipe(steady(40, 3750), Fraction(1, 90000)),
    "HEVC": Recipe(steady(40), codec="libx265", options=QUIET),
    "with sound": Recipe(steady(40), sound=True),
    "a variable frame rate": Recipe(VARIABLE),
    "full range in BT.601": Recipe(steady(40), matrix=6, full_range=True),
    "too short": Recipe(steady(20)),
    "milliseconds in WebM": Recipe(steady(40, 125), Fraction(1, 3000), codec="libvpx-vp9", ending="webm"),
    "ten bits": Recipe(steady(40), pixels="yuv420p10le"),
    "colours it does not name": Recipe(steady(40), matrix=2),
    "a late start": Recipe(tuple(n + 5 for n in range(40))),
    "50 frames per second": Recipe(steady(80), Fraction(1, 50)),
}


@pytest.fixture
def media(tmp_path: Path) -> LocalMedia:
    return LocalMedia.at(tmp_path / "scratch")


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_clip_becomes_exactly_its_frames(trap: str, media: LocalMedia, tmp_path: Path) -> None:
    recipe, into = TRAPS[trap], tmp_path / "segment.mp4"
    clip = make_clip(tmp_path / f"clip.{recipe.ending}", recipe)

    media.conform(clip, 0, FRAMES, SMALL, into)

    shown = see(into)
    assert [seen.time for seen in shown] == [Fraction(n, 24) for n in range(FRAMES)]
    begins = recipe.times[0]
    moments = [(time - begins) * recipe.base for time in recipe.times]
    for n, seen in enumerate(shown):
        assert _is_near(moments, seen.number, Fraction(n, 24)), f"{trap}: frame {n} shows {seen.number}"
        assert np.abs(np.subtract(seen.patch, RED)).max() <= 6, f"{trap}: frame {n} is {seen.patch}"
    assert segment.is_conformed(into, FRAMES, SMALL)
    assert not any(media.scratch.iterdir())


def _is_near(moments: list[Fraction], number: int, at: Fraction) -> bool:
    """Whether a source frame is the one that is seen at a moment, give or take half a frame of the film."""
    half = Fraction(1, 48)
    ends = moments[number + 1] if number + 1 < len(moments) else Fraction(10**6)
    return moments[number] - half <= at <= ends + half


def test_every_segment_has_the_same_description_however_it_was_made(media: LocalMedia, tmp_path: Path) -> None:
    entries = set()
    for n, trap in enumerate(("full chroma", "HEVC", "with sound", "full range in BT.601")):
        media.conform(make_clip(tmp_path / f"{n}.mp4", TRAPS[trap]), 0, 5, SMALL, tmp_path / f"segment{n}.mp4")
        entries.add(Avc.of(tables.read(tmp_path / f"segment{n}.mp4", "segment")[0].entry).entry())

    assert entries == {segment.canon(SMALL).entry()}


def test_a_window_begins_at_its_start_frame(media: LocalMedia, tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip.mp4", Recipe(steady(60)))

    media.conform(clip, 17, 11, SMALL, tmp_path / "segment.mp4")

    assert [seen.number for seen in see(tmp_path / "segment.mp4")] == list(range(17, 28))


def test_a_window_behind_the_end_holds_the_last_frame(media: LocalMedia, tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip.mp4", Recipe(steady(10)))

    media.conform(clip, 8, 5, SMALL, tmp_path / "segment.mp4")
    media.conform(clip, 30, 3, SMALL, tmp_path / "behind.mp4")

    assert [seen.number for seen in see(tmp_path / "segment.mp4")] == [8, 9, 9, 9, 9]
    assert [seen.number for seen in see(tmp_path / "behind.mp4")] == [9, 9, 9]


def test_a_square_picture_stands_in_the_middle_of_black(media: LocalMedia, tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip.mp4", Recipe(steady(4), size=(120, 120)))

    media.conform(clip, 0, 4, SMALL, tmp_path / "segment.mp4")

    shown = see(tmp_path / "segment.mp4", box=(70, 0, 180, 180))
    assert [seen.number for seen in shown] == [0, 1, 2, 3]
    assert shown[0].picture[:, :68].max() < 24
    assert shown[0].picture[:, -68:].max() < 24


def test_a_conformed_clip_is_copied_byte_for_byte(media: LocalMedia, tmp_path: Path) -> None:
    media.conform(make_clip(tmp_path / "clip.mp4", Recipe(steady(20))), 0, 20, SMALL, tmp_path / "one.mp4")
    media.conform(tmp_path / "one.mp4", 0, 20, SMALL, tmp_path / "two.mp4")
    media.conform(tmp_path / "one.mp4", 0, 19, SMALL, tmp_path / "shorter.mp4")

    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()
    assert [seen.number for seen in see(tmp_path / "shorter.mp4")] == list(range(19))


def test_the_same_clip_gives_the_same_bytes(media: LocalMedia, tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip.mp4", Recipe(steady(50), Fraction(1, 30)))

    media.conform(clip, 0, 30, SMALL, tmp_path / "one.mp4")
    media.conform(clip, 0, 30, SMALL, tmp_path / "two.mp4")

    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


def test_a_full_size_clip_is_conformed_exactly(media: LocalMedia, tmp_path: Path) -> None:
    full = Frame()
    clip = make_clip(tmp_path / "clip.mp4", Recipe(steady(12), size=(1280, 720), options=(("preset", "ultrafast"),)))

    media.conform(clip, 0, 10, full, tmp_path / "segment.mp4")

    assert [seen.number for seen in see(tmp_path / "segment.mp4")] == list(range(10))
    assert segment.is_conformed(tmp_path / "segment.mp4", 10, full)


def test_a_picture_turned_by_its_camera_is_upright(media: LocalMedia, tmp_path: Path) -> None:
    upright = make_clip(tmp_path / "clip.mp4", Recipe(steady(3), size=(320, 180)))
    turned = tmp_path / "turned.mp4"
    turned.write_bytes(_turned_by_half(upright.read_bytes()))

    media.conform(turned, 0, 3, SMALL, tmp_path / "segment.mp4")

    shown = see(tmp_path / "segment.mp4")[1].picture
    assert np.abs(shown[45, 160].astype(int) - RED).max() <= 8


def _turned_by_half(film: bytes) -> bytes:
    """The film with the matrix of a camera held upside down in its track header."""
    at = film.index(b"tkhd") + 4 + 40
    width, height = 320, 180
    matrix = (-(1 << 16), 0, 0, 0, -(1 << 16), 0, width << 16, height << 16, 1 << 30)
    return film[:at] + b"".join(value.to_bytes(4, "big", signed=True) for value in matrix) + film[at + 36 :]


def test_a_thumbnail_shows_the_frame_asked_for(media: LocalMedia, tmp_path: Path) -> None:
    steady_clip = make_clip(tmp_path / "clip.mp4", Recipe(steady(60), sound=True))
    webm = make_clip(tmp_path / "clip.webm", TRAPS["milliseconds in WebM"])

    for clip, at_frame in ((steady_clip, 0), (steady_clip, 37), (steady_clip, 59), (webm, 13)):
        picture = tmp_path / "still.jpg"
        picture.write_bytes(media.thumbnail(clip, at_frame, 160))
        (seen,) = see(picture)
        assert (seen.number, seen.picture.shape) == (at_frame, (90, 160, 3))
        assert np.abs(np.subtract(seen.patch, RED)).max() <= 8

    with pytest.raises(Invalid, match="no frame 60"):
        media.thumbnail(steady_clip, 60, 160)


def test_a_failed_conform_leaves_what_was_there(media: LocalMedia, tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip.mp4", Recipe(steady(30)))
    into = tmp_path / "segment.mp4"
    media.conform(clip, 0, 10, SMALL, into)
    before = into.read_bytes()
    clip.write_bytes(clip.read_bytes()[:3000])

    with pytest.raises(Hostile):
        media.conform(clip, 0, 30, SMALL, into)

    assert into.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clip.mp4", "scratch", "segment.mp4"]
    shutil.rmtree(media.scratch)
