"""Files that lie, are broken or attack end in an error that says what is wrong and what to do, and leave nothing."""

import os
from pathlib import Path

import numpy as np
import pytest

from shared.adapters.media.engine import LocalMedia
from shared.kernel.errors import Hostile, Invalid
from shared.ports.media import Frame
from tests.unit.media import sound_files as make
from tests.unit.media.clip_files import Recipe, make_clip, steady
from tests.unit.media.sound_files import Make

HTML = "<!DOCTYPE html><html><body>Not found</body></html>"


@pytest.fixture
def media(tmp_path: Path) -> LocalMedia:
    return LocalMedia.at(tmp_path / "scratch")


def hls(other: str) -> str:
    """A playlist that shows another file."""
    return f"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{other}\n#EXT-X-ENDLIST\n"


def dash(other: str) -> str:
    """A manifest that shows another file."""
    return (
        f'<?xml version="1.0"?>\n<MPD><Period><AdaptationSet><BaseURL>{other}</BaseURL></AdaptationSet></Period></MPD>'
    )


OTHER = "/srv/another/project/clip.mp4"
REFUSED: dict[str, tuple[Make, str]] = {
    "an HLS playlist": (make.text(hls(OTHER)), "HLS or M3U playlist"),
    "an HLS playlist behind a byte order mark": (make.text("\ufeff\n " + hls(OTHER)), "HLS or M3U playlist"),
    "an HLS playlist before a song": (make.changed(make.tone("mp3"), lambda c: hls(OTHER).encode() + c), "playlist"),
    "an HLS playlist behind a tag": (make.raw(make.id3(0) + hls(OTHER).encode()), "HLS or M3U playlist"),
    "a DASH manifest": (make.text(dash(OTHER)), "DASH manifest"),
    "an ffconcat list": (make.text(f"ffconcat version 1.0\nfile '{OTHER}'\n"), "list of other files"),
    "a bare concat list": (make.text(f"file '{OTHER}'\n"), "list of other files"),
    "a PLS playlist": (make.text(f"[playlist]\nFile1={OTHER}\n"), "PLS playlist"),
    "a web page": (make.text(HTML), "web page"),
    "an SVG": (make.text('<svg xmlns="http://www.w3.org/2000/svg"/>'), "SVG"),
    "a lyric": (make.text("la la la\n" * 50), "this is a text"),
    "a ZIP archive": (make.zipped, "ZIP archive"),
    "a PNG": (make.raw(b"\x89PNG\r\n\x1a\n" + b"\0" * 500), "PNG picture"),
    "a film without sound": (lambda path: make.void(make_clip(path, Recipe(steady(30)))), "no sound in it"),
    "nothing": (make.raw(b""), "the file is empty"),
    "one byte": (make.raw(b"\xff"), "no sound file"),
    "zeros": (make.raw(b"\0" * 100_000), "zeros"),
    "random bytes": (make.raw(np.random.default_rng(3).bytes(200_000)), "no sound|cannot be decoded|damaged"),
    "a cut MP3": (make.cut(make.tone("mp3"), 0.6), "cut short: its sound ends at 0:01"),
    "a cut FLAC": (make.cut(make.tone("flac"), 0.6), "cut short: its sound ends at 0:01"),
    "a cut OGG": (make.cut(make.tone("opus", 6), 0.6), "cut short"),
    "a cut WAV": (make.cut(make.tone("wav"), 0.6), "cut short: its sound ends at 0:01"),
    "an M4A without its index": (make.cut(make.tone("m4a"), 0.6), "cut short before its index"),
    "a damaged FLAC": (
        make.changed(make.tone("flac", 4), lambda c: c[: len(c) // 2] + b"\x55" * 400 + c[len(c) // 2 + 400 :]),
        "damaged at about 0:0[12]",
    ),
    "0 Hz": (make.wav(rate=0), "sample rate is 0 Hz"),
    "four billion Hz": (
        make.raw(make.wav_header(4_000_000_000, 1, 80_000) + b"\0" * 80_000),
        "sample rate is 4000000000 Hz",
    ),
    "32 channels": (make.wav(channels=32), "32 channels"),
    "no channels": (make.raw(make.wav_header(44_100, 0, 80_000) + b"\0" * 80_000), "0 channels"),
    "a WAV that claims 4 GB": (make.wav(claimed=0xFFFE0000), "cut short"),
    "a compressed WAV": (make.raw(make.wav_header(44_100, 1, 80_000, tag=85) + b"\0" * 80_000), "compressed"),
    "ten hours": (make.long_flac, "longer than 30 minutes"),
    "half a second": (make.tone("mp3", 0.5), "at least one second"),
    "an ID3 bomb": (make.raw(make.id3(0x0FFFFFFF) + b"\0" * 1000), "larger than 16 MB"),
    "a chain of tags": (make.raw((make.id3(3 << 20) + b"\0" * (3 << 20)) * 6), "larger than 16 MB"),
    "a tag and nothing else": (make.id3_only, "no sound behind its ID3 tags"),
    "a tag of impossible size": (make.raw(b"ID3\4\0\0\xff\xff\xff\xff" + b"\0" * 100), "ID3 tag is broken"),
    "not a number": (make.floats(np.nan, 50_000), "after 0:0.* no sound"),
    "infinitely loud": (make.floats(np.inf, 10), "no sound"),
    "raw AAC": (make.raw(b"\xff\xf1\x50\x80\x02\x1f\xfc" * 500), "raw AAC"),
    "MIDI": (make.raw(b"MThd\0\0\0\6\0\1\0\1\0\x60" + b"\0" * 100), "MIDI"),
    "OGG of pictures": (make.raw(b"OggS\0\2" + b"\0" * 20 + b"\1\x1e" + b"\x80theora" + b"\0" * 200), "OGG"),
}


@pytest.mark.parametrize("trick", REFUSED)
def test_a_hostile_sound_is_refused_and_nothing_is_left(trick: str, media: LocalMedia, tmp_path: Path) -> None:
    build, reason = REFUSED[trick]
    song = tmp_path / "song.mp3"
    build(song)

    with pytest.raises(Hostile, match=f"^My song: .*({reason})") as refused:
        media.probe_sound(song, "My song")

    assert len(str(refused.value)) < 260
    assert not str(refused.value).endswith(".")
    assert not any(media.scratch.iterdir())


ACCEPTED: dict[str, Make] = {
    "a tiny cover that claims 100 megapixels": make.with_cover(12_000, 9_000),
    "a cover": make.with_cover(1, 1),
    "an empty tag": make.changed(make.tone("mp3"), lambda c: make.id3(64) + b"\0" * 64 + c),
    "junk behind the last frame": make.changed(make.tone("mp3"), lambda c: c + b"APETAGEX" + b"junk" * 200),
    "an MP3 cut out of a longer one": make.changed(make.tone("mp3", 4), lambda c: c[30_001:]),
    "lyrics of a thousand lines in its tags": make.with_tag(
        "USLT", b"\3eng\0" + b"[info]   Stream #0:0: Audio: x\n" * 1000
    ),
    "a WAV that was streamed": make.wav(claimed=0xFFFFFFFF),
    "a file with the wrong ending": make.tone("flac"),
    "Vorbis": make.tone("ogg"),
    "Opus": make.tone("opus"),
    "surround": lambda path: make.void(make.encode(path, "flac", make.music(2, 44_100, 6))),
    "a film with sound": lambda path: make.void(make_clip(path, Recipe(steady(48), sound=True))),
}


@pytest.mark.parametrize("oddity", ACCEPTED)
def test_an_odd_but_honest_sound_is_accepted(oddity: str, media: LocalMedia, tmp_path: Path) -> None:
    song = tmp_path / "song.mp3"
    ACCEPTED[oddity](song)

    found = media.probe_sound(song, "My song")
    heard = media.hear(song)

    assert 1_800 <= found.duration_ms <= 3_500
    assert abs(heard.duration_ms - found.duration_ms) <= 1
    assert not any(media.scratch.iterdir())


@pytest.mark.parametrize(
    "name", ["-i.mp3", "%d.mp3", "a:b.mp3", "two\nlines.mp3", "שיר שלי.mp3", "concat:a|b", "'; x.mp3"]
)
def test_a_strange_file_name_is_only_a_name(name: str, media: LocalMedia, tmp_path: Path) -> None:
    song = tmp_path / name
    make.tone("mp3", 1.2)(song)

    assert media.probe_sound(song, name).duration_ms == media.hear(song).duration_ms
    song.write_bytes(b"")
    with pytest.raises(Hostile) as refused:
        media.probe_sound(song, name)
    assert "\n" not in str(refused.value)


def test_a_name_cannot_steer_a_terminal_or_turn_the_line(media: LocalMedia, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")

    with pytest.raises(Hostile) as refused:
        media.probe_sound(tmp_path / "x", "\x1b[31mשיר\u202e3pm\r\nINFO all is well" + "x" * 500)

    assert not set(str(refused.value)) & set("\x1b\u202e\r\n")
    assert "שיר" in str(refused.value)
    assert len(str(refused.value)) < 200


def test_links_folders_pipes_and_missing_files_are_refused(media: LocalMedia, tmp_path: Path) -> None:
    make.tone("mp3")(tmp_path / "song.mp3")
    (tmp_path / "link.mp3").symlink_to(tmp_path / "song.mp3")
    (tmp_path / "folder.mp3").mkdir()
    os.mkfifo(tmp_path / "pipe.mp3")

    for name, reason in (("link", "a link"), ("folder", "a folder"), ("pipe", "a device"), ("missing", "no such file")):
        with pytest.raises(Invalid, match=f"^Mine: .*{reason}"):
            media.probe_sound(tmp_path / f"{name}.mp3", "Mine")


def test_a_file_that_is_too_large_is_refused_unread(media: LocalMedia, tmp_path: Path) -> None:
    with (tmp_path / "song.wav").open("wb") as file:
        file.write(make.wav_header(44_100, 2, 600 << 20))
        file.truncate(600 << 20)

    with pytest.raises(Hostile, match="600 MB, more than 512"):
        media.probe_sound(tmp_path / "song.wav", "Mine")


CLIPS: dict[str, tuple[Make, str]] = {
    "an HLS playlist": (make.text(hls(OTHER)), "playlist"),
    "a DASH manifest": (make.text(dash(OTHER)), "DASH manifest"),
    "an ffconcat list": (make.text(f"ffconcat version 1.0\nfile '{OTHER}'\n"), "list of other files"),
    "a song": (make.tone("mp3"), "a sound file"),
    "a song in MP4": (make.tone("m4a"), "no picture in it"),
    "nothing": (make.raw(b""), "empty"),
    "a cut clip": (make.cut(lambda p: make.void(make_clip(p, Recipe(steady(30)))), 0.5), "before its index"),
    "a clip whose pictures are noise": (
        make.changed(
            lambda path: make.void(make_clip(path, Recipe(steady(30)))),
            lambda c: c[:900] + bytes(b ^ 0x5A for b in c[900:3000]) + c[3000:],
        ),
        "damaged|cannot be decoded",
    ),
}


@pytest.mark.parametrize("trick", CLIPS)
def test_a_hostile_clip_is_refused_and_nothing_is_left(trick: str, media: LocalMedia, tmp_path: Path) -> None:
    build, reason = CLIPS[trick]
    clip = tmp_path / "clip.mp4"
    build(clip)

    with pytest.raises(Hostile, match=reason):
        media.conform(clip, 0, 30, Frame(width=320, height=180), tmp_path / "segment.mp4")

    assert not any(media.scratch.iterdir())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clip.mp4", "scratch"]
