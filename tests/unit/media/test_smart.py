"""Foreign clips are copied where that is exact, refused where it is not; dissolves are segments of their own."""

from pathlib import Path

import av
import numpy as np
import pytest

from bench.stamps import read_stamps, stamp
from shared.adapters.media.dissolve import dissolve
from shared.adapters.media.segment import is_conformed
from shared.adapters.media.smart import copy_prefix
from shared.adapters.media.stitch import stitch
from shared.kernel.errors import MediaFault, Unsupported
from shared.ports.media import Frame, Segment
from tests.unit.media.test_stitch import FRAME, clip, song


def foreign(path: Path, shot: int, frames: int, form: str = "yuv420p", rate: int = 24, bframes: int = 3) -> Path:
    """A clip as another program makes it: long GOP, reordered frames, its own clock and sample entry."""
    rng = np.random.default_rng(shot)
    drift = rng.integers(40, 200, (180, 320 + frames), np.uint8)
    with av.open(str(path), "w", format="mp4", options={"video_track_timescale": "90000"}) as container:
        options = {"preset": "medium", "x264-params": f"keyint=250:bframes={bframes}:b-adapt=0:b-pyramid=2:sar=1"}
        stream = container.add_stream("libx264", rate=rate, options=options)
        stream.width, stream.height, stream.pix_fmt = 320, 180, form
        for number in range(frames):
            film = np.full((270, 320), 128, np.uint8)
            film[:180] = drift[:, number : number + 320]
            stamp(film[:180], shot, number)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(film, format="yuv420p").reformat(format=form)))
        container.mux(stream.encode())
    return path


def test_a_film_of_foreign_clips_copies_nearly_all_frames_and_shows_every_one(tmp_path: Path) -> None:
    counts = (50, 31, 7, 28)
    copied, parts = 0, []
    for shot, count in enumerate(counts):
        source = foreign(tmp_path / f"raw{shot}.mp4", shot, 60)
        path = tmp_path / f"{shot}.mp4"
        copied += copy_prefix(source, count, FRAME, path)
        parts.append(Segment(name=f"shot {shot}", path=path, frames=count))

    stitch(tuple(parts), song(tmp_path / "song.m4a", sum(counts) / 24), FRAME, tmp_path / "film.mp4")

    expected = [(shot, n) for shot, count in enumerate(counts) for n in range(count)]
    assert [(shot, n) for shot, n, _ in read_stamps(tmp_path / "film.mp4")] == expected
    assert sum(counts) - 4 * len(counts) <= copied < sum(counts)


def test_a_clip_that_ends_at_its_cut_is_copied_whole(tmp_path: Path) -> None:
    source = foreign(tmp_path / "raw.mp4", 3, 40)

    assert copy_prefix(source, 40, FRAME, tmp_path / "out.mp4") == 40

    assert [n for _, n, _ in read_stamps(tmp_path / "out.mp4")] == list(range(40))


@pytest.mark.parametrize("trouble", ["4:4:4", "30 fps", "too short", "another size", "not H.264", "no clip"])
def test_a_clip_that_cannot_be_copied_exactly_is_left_to_conforming(tmp_path: Path, trouble: str) -> None:
    raw, frame = tmp_path / "raw.mp4", FRAME
    match trouble:
        case "4:4:4":
            foreign(raw, 1, 30, form="yuv444p")
        case "30 fps":
            foreign(raw, 1, 30, rate=30)
        case "too short":
            foreign(raw, 1, 12)
        case "another size":
            frame = Frame(width=640, height=360)
            foreign(raw, 1, 30)
        case "not H.264":
            raw.write_bytes(foreign(raw, 1, 30).read_bytes().replace(b"avc1", b"hvc1"))
        case "no clip":
            raw.write_bytes(b"#EXTM3U")

    with pytest.raises(Unsupported, match="conform it"):
        copy_prefix(raw, 24, frame, tmp_path / "out.mp4")

    assert not [path for path in tmp_path.iterdir() if path != raw]


def test_clips_whose_settings_contradict_each_other_are_refused_by_name(tmp_path: Path) -> None:
    copy_prefix(foreign(tmp_path / "raw.mp4", 1, 24), 12, FRAME, tmp_path / "1.mp4")
    parts = (
        Segment(name="shot 0", path=clip(tmp_path / "0.mp4", 0, 12), frames=12),
        Segment(name="shot 1", path=tmp_path / "1.mp4", frames=12),
    )

    with pytest.raises(MediaFault, match="shot 1: its codec settings contradict those of shot 0"):
        stitch(parts, song(tmp_path / "song.m4a", 1), FRAME, tmp_path / "film.mp4")


def test_a_dissolve_goes_evenly_from_one_shot_to_the_next(tmp_path: Path) -> None:
    before, after = clip(tmp_path / "a.mp4", 1, 60), clip(tmp_path / "b.mp4", 2, 30)

    dissolve(before, after, 7, FRAME, tmp_path / "mix.mp4")

    assert is_conformed(tmp_path / "mix.mp4", 7, FRAME)
    old, new, mix = (lumas(path) for path in (before, after, tmp_path / "mix.mp4"))
    for number in range(7):
        way = new[number] - old[60 - 7 + number]
        gone = ((mix[number] - old[60 - 7 + number]) * way).sum() / (way * way).sum()
        assert gone == pytest.approx((number + 1) / 8, abs=0.06)


def test_a_dissolve_longer_than_a_shot_is_refused(tmp_path: Path) -> None:
    before, after = clip(tmp_path / "a.mp4", 1, 12), clip(tmp_path / "b.mp4", 2, 5)

    with pytest.raises(MediaFault, match=r"b\.mp4: it has 5 frames where 7 are to dissolve"):
        dissolve(before, after, 7, FRAME, tmp_path / "mix.mp4")

    assert not (tmp_path / "mix.mp4").exists()


def lumas(path: Path) -> list[np.ndarray]:
    """The brightness of all frames."""
    with av.open(str(path)) as container:
        return [picture.to_ndarray(format="yuv420p")[:180].astype(float) for picture in container.decode(video=0)]
