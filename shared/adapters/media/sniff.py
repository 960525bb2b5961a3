"""What a file is, by its first bytes. Its name decides nothing; texts, lists and pictures are refused as such."""

import os
import re
import stat
import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from shared.kernel.errors import Hostile, Invalid

HEAD = 1 << 16
MOST_BYTES = {"sound": 512 << 20, "clip": 4 << 30}
TAGS_CAP = 16 << 20
SOUNDS = "MP3, WAV, FLAC, OGG or M4A"
CLIPS = "MP4, MOV or WebM"

Container = Literal["mp3", "wav", "flac", "ogg", "m4a"]


@dataclass(frozen=True)
class Sound:
    """A sound file's container and what its header promises."""

    container: Container
    demuxer: str
    floating: bool = False
    """Whether its samples may be anything but a number."""
    whole: bool = True
    """Whether the file is as long as its header says, as far as the header tells."""


_TEXTS: tuple[tuple[bytes, str], ...] = (
    (rb"#EXTM3U", "an HLS or M3U playlist"),
    (rb"ffconcat version", "a list of other files (ffconcat)"),
    (rb"file\s+['\"/\w]", "a list of other files (ffconcat)"),
    (rb"\[playlist\]", "a PLS playlist"),
    (rb"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<MPD\b", "a DASH manifest"),
    (rb"<(!doctype html|html|head|body|script)\b", "a web page"),
    (rb"<svg\b", "an SVG drawing"),
    (rb"<\?xml|<\w", "an XML text"),
    (rb"#!", "a script"),
)
_FILES: tuple[tuple[bytes, str], ...] = (
    (rb"\x89PNG", "a PNG picture"),
    (rb"\xff\xd8\xff", "a JPEG picture"),
    (rb"GIF8", "a GIF picture"),
    (rb"RIFF....WEBP", "a WebP picture"),
    (rb"RIFF....AVI ", "an AVI film"),
    (rb"PK\x03\x04", "a ZIP archive"),
    (rb"%PDF", "a PDF document"),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!", "an archive"),
    (rb"\x7fELF|MZ", "a program"),
    (rb"FORM....AIF", "AIFF sound"),
    (rb"MThd", "a MIDI score, which has no sound of its own"),
)
_SOUNDS: tuple[tuple[bytes, str], ...] = (
    (rb"\xff[\xf0\xf1\xf8\xf9]", "raw AAC without a container"),
    (rb"OggS", "an OGG file"),
    (rb"fLaC|ID3|RIFF|RF64|\xff[\xe2-\xff]", "a sound file"),
)
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_BITS = {
    3: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_ISO_SOUND = re.compile(rb"....ftyp", re.DOTALL)
_WAV_PLAIN, _WAV_FLOAT, _WAV_EXTENDED = (1, 6, 7), 3, 0xFFFE
_WAV_STREAMED = 0xFFFF0000
"""Lengths from here on are written by programs that did not know the length (RF64 says so too)."""


def plain(name: str) -> str:
    """A person's text, fit for a message: one line, nothing that steers a terminal or turns the direction, not long."""
    kept = "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in _UNSEEN else c for c in name)
    return kept if len(kept) <= 80 else f"{kept[:50]}…{kept[-25:]}"


_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def check_regular(path: Path, name: str, what: Literal["sound", "clip"]) -> None:
    """Raise Invalid when there is no such file, Hostile when it is a link, a folder, a device or too large."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError) as error:
        raise Invalid(f"{name}: there is no such file; check its name and folder") from error
    if not stat.S_ISREG(found.st_mode):
        kind = "a link" if stat.S_ISLNK(found.st_mode) else "a folder" if stat.S_ISDIR(found.st_mode) else "a device"
        raise Hostile(f"{name}: this is {kind}; give the {what} file itself")
    most = MOST_BYTES[what]
    if found.st_size > most:
        raise Hostile(f"{name}: it has {found.st_size >> 20} MB, more than {most >> 20}; compress it and try again")


def sniff_sound(path: Path, name: str) -> Sound:
    """What kind of sound file this is. Raises Hostile, naming the file, for anything else."""
    check_regular(path, name, "sound")
    with path.open("rb") as file:
        head = file.read(HEAD)
        if len(head) == 0:
            raise Hostile(f"{name}: the file is empty; export the song again as {SOUNDS}")
        start, tagged = 0, head
        while tagged[:3] == b"ID3":
            start += _tag_length(tagged, name)
            if start > TAGS_CAP:
                raise Hostile(f"{name}: its ID3 tags are larger than 16 MB; remove the tags and try again")
            file.seek(start)
            tagged = file.read(HEAD)
    if other := _match(_TEXTS + _FILES, head) or _match(_TEXTS, tagged):
        raise Hostile(f"{name}: this is {other}, no sound file; give the song itself as {SOUNDS}")
    if tagged[:4] in (b"RIFF", b"RF64") and tagged[8:12] == b"WAVE":
        return _wav(tagged, path.stat().st_size - start, name)
    if tagged[:4] == b"fLaC" and not start:
        return Sound("flac", "flac")
    if tagged[:4] == b"OggS":
        return _ogg(tagged, path, name)
    if _ISO_SOUND.match(tagged):
        return Sound("m4a", "mov")
    if _has_mp3_frames(tagged):
        return Sound("mp3", "mp3")
    if start:
        raise Hostile(f"{name}: there is no sound behind its ID3 tags; export the song again as {SOUNDS}")
    raise Hostile(f"{name}: this is {_called(head)}, no sound file; give the song as {SOUNDS}")


def sniff_clip(path: Path, name: str) -> str:
    """The demuxer of a clip: mov or matroska. Raises Hostile, naming the file, for anything else."""
    check_regular(path, name, "clip")
    with path.open("rb") as file:
        head = file.read(HEAD)
    if re.match(rb"....(ftyp|moov|mdat|wide|free|skip)", head, re.DOTALL):
        return "mov"
    if head[:4] == b"\x1aE\xdf\xa3" and re.search(rb"webm|matroska", head[:128]):
        return "matroska"
    said = _called(head) if head else "an empty file"
    raise Hostile(f"{name}: this is {said}, no clip; give it as {CLIPS}")


def _called(head: bytes) -> str:
    if known := _match(_TEXTS + _FILES + _SOUNDS, head):
        return known
    if _ISO_SOUND.match(head) or head[:4] == b"\x1aE\xdf\xa3":
        return "a film"
    if not head.strip(b"\0"):
        return "a file of zeros"
    return "a text" if not re.search(rb"[\0-\x08\x0e-\x1a]", head[:4096]) else "a file of no known kind"


def _match(table: tuple[tuple[bytes, str], ...], head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((what for pattern, what in table if re.match(pattern, text, re.DOTALL | re.IGNORECASE)), "")


def _tag_length(head: bytes, name: str) -> int:
    if len(head) < 10 or any(byte & 0x80 for byte in head[6:10]):
        raise Hostile(f"{name}: its ID3 tag is broken; remove the tags and try again")
    a, b, c, d = head[6:10]
    return 10 + (a << 21 | b << 14 | c << 7 | d) + (10 if head[5] & 0x10 else 0)


def _wav(head: bytes, size: int, name: str) -> Sound:
    chunks = dict(_chunks(head))
    form = chunks.get(b"fmt ", (0, 0))[0]
    if not form or form + 16 > len(head):
        raise Hostile(f"{name}: this WAV file does not say how its sound is stored; export the song again")
    tag, channels, rate = struct.unpack_from("<HHI", head, form)
    if tag == _WAV_EXTENDED and form + 26 <= len(head):
        tag = struct.unpack_from("<H", head, form + 24)[0]
    check_shape(rate, channels, name)
    if tag not in (*_WAV_PLAIN, _WAV_FLOAT):
        raise Hostile(f"{name}: this WAV file holds compressed sound (format {tag}); export it as plain PCM")
    at, length = chunks.get(b"data", (0, 0))
    streamed = length == 0 or length >= _WAV_STREAMED
    return Sound("wav", "wav", floating=tag == _WAV_FLOAT, whole=streamed or at + length <= size)


def _chunks(head: bytes) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Name, place and length of the chunks that begin in the head of a WAV file."""
    at = 12
    while at + 8 <= len(head):
        length = struct.unpack_from("<I", head, at + 4)[0]
        yield head[at : at + 4], (at + 8, length)
        at += 8 + length + length % 2


def check_shape(rate: int, channels: int, name: str) -> None:
    """Refuse a sample rate outside 8 to 192 kHz and more than 8 channels, or none."""
    if not 8_000 <= rate <= 192_000:
        raise Hostile(f"{name}: its sample rate is {rate} Hz; export it at 44100 or 48000 Hz (8000 to 192000 are read)")
    if not 1 <= channels <= 8:
        raise Hostile(f"{name}: it has {channels} channels; export it in stereo (1 to 8 are read)")


def _ogg(head: bytes, path: Path, name: str) -> Sound:
    first = head[27 + head[26] :] if len(head) > 27 else b""
    if not first.startswith((b"\x01vorbis", b"OpusHead", b"\x7fFLAC")):
        raise Hostile(f"{name}: this OGG file does not begin with Vorbis, Opus or FLAC sound; export the song again")
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - HEAD))
        end = file.read(HEAD)
    page = end[max(0, end.rfind(b"OggS")) :]
    segments = page[27 : 27 + page[26]] if len(page) > 26 else b""
    return Sound("ogg", "ogg", whole=len(page) > 26 and len(page) >= 27 + page[26] + sum(segments))


def _has_mp3_frames(head: bytes) -> bool:
    """Whether three layer III frames follow each other, or fewer up to the end of a very short file."""
    at = head.find(b"\xff")
    while 0 <= at < len(head) - 4:
        next_, frames = at, 0
        while frames < 3 and (length := _frame_length(head[next_ : next_ + 4])):
            next_, frames = next_ + length, frames + 1
        if frames == 3 or (frames and next_ >= len(head)):
            return True
        at = head.find(b"\xff", at + 1)
    return False


def _frame_length(header: bytes) -> int:
    """The length of an MPEG layer III frame; 0 where this is no header of one."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2:
        return 0
    version, bits, rate = header[1] >> 3 & 3, header[2] >> 4, header[2] >> 2 & 3
    if version not in _RATES or not 1 <= bits <= 14 or rate == 3:
        return 0
    kbps = _BITS[3 if version == 3 else 2][bits - 1]
    return (144 if version == 3 else 72) * kbps * 1000 // _RATES[version][rate] + (header[2] >> 1 & 1)
