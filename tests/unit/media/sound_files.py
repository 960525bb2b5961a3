"""Sound files as the world makes them, and as an attacker does."""

import io
import struct
import zipfile
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

Make = Callable[[Path], None]
CODECS = {"mp3": "libmp3lame", "flac": "flac", "ogg": "vorbis", "opus": "libopus", "m4a": "aac", "wav": "pcm_s16le"}
FORMATS = {"mp3": "mp3", "flac": "flac", "ogg": "ogg", "opus": "ogg", "m4a": "ipod", "wav": "wav"}


def music(seconds: float, rate: int, channels: int = 2, seed: int = 1) -> NDArray[np.float32]:
    """Noise below 5 kHz in bursts: shaped (channels, samples), with one best alignment to itself."""
    rng = np.random.default_rng(seed)
    count = round(seconds * rate)
    spectrum = np.fft.rfft(rng.normal(size=(channels, count)))
    spectrum[:, round(5000 * seconds) :] = 0
    sound = np.fft.irfft(spectrum, count)
    bursts = 0.2 + np.repeat(rng.random(-(-count // 4410)), 4410)[:count]
    loud = sound * bursts
    return np.asarray(0.5 * loud / np.abs(loud).max(), np.float32)


def encode(path: Path, kind: str, sound: NDArray[np.float32], rate: int = 44_100) -> Path:
    """Write a sound in one of the kinds of CODECS."""
    layout = {1: "mono", 2: "stereo", 6: "5.1"}[len(sound)]
    with av.open(path, "w", format=FORMATS[kind]) as container:
        stream = container.add_stream(CODECS[kind], rate=rate, layout=layout, options={"strict": "-2"})
        assert isinstance(stream, av.AudioStream)
        if kind not in ("flac", "wav"):
            stream.bit_rate = 192_000
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound), format="fltp", layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        resampler = av.AudioResampler(stream.format, layout, rate, frame_size=stream.codec_context.frame_size or None)
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(piece))
        container.mux(stream.encode())
    return path


def tone(kind: str, seconds: float = 2.0) -> Make:
    """A good file."""
    rate = 48_000 if kind == "opus" else 44_100
    return lambda path: void(encode(path, kind, music(seconds, rate), rate))


def void(_: object) -> None:
    """Nothing, of something."""


def text(words: str) -> Make:
    """A file of words."""
    return lambda path: void(path.write_text(words, encoding="utf-8"))


def raw(content: bytes) -> Make:
    """A file of bytes."""
    return lambda path: void(path.write_bytes(content))


def cut(make: Make, share: float) -> Make:
    """Only the first part of a file."""
    return changed(make, lambda content: content[: int(len(content) * share)])


def changed(make: Make, change: Callable[[bytes], bytes]) -> Make:
    """A file whose bytes were changed."""

    def made(path: Path) -> None:
        make(path)
        path.write_bytes(change(path.read_bytes()))

    return made


def wav_header(rate: int, channels: int, length: int, tag: int = 1) -> bytes:
    """The header of a 16-bit WAV file, or a 32-bit one where the tag says float."""
    wide = 4 if tag == 3 else 2
    form = struct.pack("<HHIIHH", tag, channels, rate, rate * channels * wide & 0xFFFFFFFF, channels * wide, 8 * wide)
    riff = (36 + length) & 0xFFFFFFFF
    head = b"RIFF" + struct.pack("<I", riff) + b"WAVEfmt " + struct.pack("<I", 16) + form
    return head + b"data" + struct.pack("<I", length)


def wav(rate: int = 44_100, channels: int = 2, claimed: int | None = None) -> Make:
    """Two seconds of WAV that may claim to be more."""
    body = b"\1\0" * (2 * max(rate, 8000) * channels) if channels < 9 else b"\1\0" * 400_000
    return raw(wav_header(rate, channels, len(body) if claimed is None else claimed) + body)


def floats(bad: float, at: int) -> Make:
    """Two seconds of 32-bit float WAV with one value that is no sound."""
    values = np.full(88_200, 0.25, "<f4")
    values[at] = bad
    return raw(wav_header(44_100, 1, 4 * len(values), 3) + values.tobytes())


def id3(size: int) -> bytes:
    """The head of an ID3v2 tag that claims a size."""
    return b"ID3\4\0\0" + bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def id3_only(path: Path) -> None:
    """A tag and no sound."""
    path.write_bytes(id3(100) + b"\0" * 100)


def with_cover(width: int, height: int) -> Make:
    """An MP3 with an attached PNG that claims a size and is tiny in bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + b"\0\0\0\0" + b"\0\0\0\0IEND\xaeB`\x82"
    return with_tag("APIC", b"\0image/png\0\3\0" + png)


def with_tag(name: str, content: bytes) -> Make:
    """An MP3 with one frame of ID3v2.4."""
    body = name.encode() + id3(len(content))[6:] + b"\0\0" + content
    return changed(tone("mp3"), lambda song: id3(len(body)) + body + song)


def zipped(path: Path) -> None:
    """A ZIP archive with a song in it."""
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w") as archive:
        archive.writestr("song.mp3", b"\xff\xfb\x90\0" * 100)
    path.write_bytes(inside.getvalue())


def long_flac(path: Path) -> None:
    """A small file that says it is ten hours of silence, and holds more than half an hour of it."""
    encode(path, "flac", np.zeros((1, 8_000 * 60 * 31), np.float32), 8_000)
    content = bytearray(path.read_bytes())
    content[22:26] = (8_000 * 36_000).to_bytes(4, "big")
    path.write_bytes(content)
