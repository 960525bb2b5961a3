"""A song is heard and mastered so that its first sample stays its first, whatever file it came in."""

import math
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from shared.adapters.media import tables
from shared.adapters.media.engine import LocalMedia
from shared.ports.listening import Pcm
from tests.unit.media import sound_files as make

SECONDS = 4.0
KINDS = ("mp3", "wav", "flac", "ogg", "opus", "m4a")
RATES = {"opus": 48_000}


@pytest.fixture
def media(tmp_path: Path) -> LocalMedia:
    return LocalMedia.at(tmp_path / "scratch")


def left(pcm: Pcm) -> NDArray[np.float64]:
    """The first channel, full scale 1."""
    first: NDArray[np.float64] = np.frombuffer(pcm.samples, "<i2")[:: pcm.channels] / 32768
    return first


def lag(a: NDArray[np.float64], b: NDArray[np.float64]) -> int:
    """By how many samples b comes after a."""
    size = 2 * max(len(a), len(b))
    both = np.fft.irfft(np.fft.rfft(a, size).conj() * np.fft.rfft(b, size))
    peak = int(both.argmax())
    return peak - size if peak > size // 2 else peak


def original(seconds: float = SECONDS) -> NDArray[np.float64]:
    """What hear should find: the music of make.music, band-limited, at 22,050 Hz."""
    first: NDArray[np.float64] = make.music(seconds, 44_100)[0].astype(np.float64)
    return first[::2]


@pytest.mark.parametrize("kind", KINDS)
def test_sample_zero_is_the_same_instant_in_file_hearing_and_master(
    kind: str, media: LocalMedia, tmp_path: Path
) -> None:
    rate = RATES.get(kind, 44_100)
    song = make.encode(tmp_path / "song", kind, make.music(SECONDS, 44_100) if rate == 44_100 else _at_48k(), rate)

    heard = media.hear(song)
    media.master_sound(song, tmp_path / "master.m4a")
    mastered = media.hear(tmp_path / "master.m4a")

    assert lag(original(), left(heard)) == 0
    assert lag(left(heard), left(mastered)) == 0
    assert abs(len(heard.samples) - len(mastered.samples)) <= 4
    assert (heard.rate, heard.channels) == (22_050, 2)


def _at_48k() -> NDArray[np.float32]:
    """The same music sampled more often: its spectrum with more room above."""
    sound = make.music(SECONDS, 44_100)
    spectrum = np.zeros((len(sound), round(24_000 * SECONDS) + 1), complex)
    narrow = np.fft.rfft(sound)
    spectrum[:, : narrow.shape[1]] = narrow
    return (np.fft.irfft(spectrum) * (48_000 / 44_100)).astype(np.float32)


def test_a_mono_song_keeps_its_level_on_both_sides(media: LocalMedia, tmp_path: Path) -> None:
    song = make.encode(tmp_path / "song", "wav", make.music(2, 44_100, channels=1))

    heard = media.hear(song)
    media.master_sound(song, tmp_path / "master.m4a")

    both = np.frombuffer(heard.samples, "<i2").reshape(-1, 2)
    assert np.array_equal(both[:, 0], both[:, 1])
    level = float(np.sqrt(np.mean(np.square(make.music(2, 44_100, channels=1)))))
    for pcm in (heard, media.hear(tmp_path / "master.m4a")):
        assert math.isclose(float(np.sqrt(np.mean(np.square(left(pcm))))), level, rel_tol=0.03)


def test_a_master_is_the_same_bytes_every_time(media: LocalMedia, tmp_path: Path) -> None:
    song = make.encode(tmp_path / "song", "mp3", make.music(2, 44_100))

    media.master_sound(song, tmp_path / "one.m4a")
    media.master_sound(song, tmp_path / "two.m4a")

    assert (tmp_path / "one.m4a").read_bytes() == (tmp_path / "two.m4a").read_bytes()


def test_an_aac_song_is_copied_without_loss(media: LocalMedia, tmp_path: Path) -> None:
    song = make.encode(tmp_path / "song", "m4a", make.music(3, 44_100))

    media.master_sound(song, tmp_path / "master.m4a")

    assert _packets(song) == _packets(tmp_path / "master.m4a")
    assert media.hear(song).samples == media.hear(tmp_path / "master.m4a").samples


def _packets(path: Path) -> list[bytes]:
    content, (track,) = path.read_bytes(), tables.read(path, "song")
    return [content[at : at + size] for at, size in zip(track.places, track.sizes, strict=True)]


@pytest.mark.parametrize(("rate", "mastered"), [(44_100, 44_100), (48_000, 48_000), (96_000, 48_000), (22_050, 44_100)])
def test_the_master_keeps_the_usual_rates(rate: int, mastered: int, media: LocalMedia, tmp_path: Path) -> None:
    song = make.encode(tmp_path / "song", "wav", make.music(2, rate), rate)

    media.master_sound(song, tmp_path / "master.m4a")

    (track,) = tables.read(tmp_path / "master.m4a", "master")
    assert (track.kind, track.timescale) == (b"soun", mastered)
    assert track.delay == 1024


@pytest.mark.parametrize("kind", KINDS)
def test_a_probe_says_what_a_song_is(kind: str, media: LocalMedia, tmp_path: Path) -> None:
    rate = RATES.get(kind, 44_100)
    song = make.encode(tmp_path / "song", kind, make.music(2.5, rate), rate)

    found = media.probe_sound(song, "My song")

    assert found.container == {"opus": "ogg"}.get(kind, kind)
    codecs = {"mp3": "mp3", "wav": "pcm_s16le", "flac": "flac", "ogg": "vorbis", "opus": "opus", "m4a": "aac"}
    assert (found.codec, found.sample_rate, found.channels) == (codecs[kind], rate, 2)
    assert abs(found.duration_ms - 2_500) <= 4
    assert found.bytes == song.stat().st_size


@pytest.mark.parametrize("buckets", [1, 7, 500, 100_000])
def test_peaks_cover_the_sound_in_at_most_so_many_buckets(buckets: int, media: LocalMedia) -> None:
    samples = (np.sin(np.arange(22_050 * 2) / 9) * 16_384).astype("<i2")
    samples[30_000] = -32_768
    pcm = Pcm(np.repeat(samples, 2).tobytes())

    peaks = media.peaks(pcm, buckets)

    assert len(peaks.lows) == len(peaks.highs) <= buckets
    assert peaks.bucket_ms * len(peaks.lows) >= pcm.duration_ms
    assert (min(peaks.lows), max(peaks.highs)) == (-1000, 500)
    assert peaks.lows.index(-1000) == 30_000 * 1000 // 22_050 // peaks.bucket_ms


def test_silence_and_nothing_have_flat_peaks(media: LocalMedia) -> None:
    assert set(media.peaks(Pcm(bytes(88_200)), 10).highs) == {0}
    assert media.peaks(Pcm(b""), 10).lows == ()
