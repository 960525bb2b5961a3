"""The track that goes under the film: AAC in MP4 whose first heard sample is the first of the song."""

import re
from pathlib import Path

import numpy as np

from shared.adapters.media import tables
from shared.adapters.media.publish import published
from shared.adapters.media.sandbox import Bench
from shared.adapters.media.sniff import plain, sniff_sound
from shared.adapters.media.sound import RATE, decode, in_stereo, listen, sound_job
from shared.kernel.errors import MediaFault
from shared.ports.listening import Pcm

BIT_RATE = "256k"
_WAVEFORM = ("-aac_coder", "twoloop", "-aac_pns", "0", "-aac_is", "0")
"""No noise and no panning in place of the sound: 5 dB nearer to the song at the same size, 10 dB above 8 kHz."""
_BITEXACT = ("-fflags", "+bitexact", "-flags:a", "+bitexact")
_PLAIN_AAC = re.compile(rb"\x05[\x80-\xff]*[\x02-\x7f](\x11\x90|\x12[\x08\x10]|\x11\x88)")
"""A decoder description (tag 5) of low-complexity AAC: 48 or 44.1 kHz, one or two channels."""
_COMPARED = RATE * 4 * 20
_ALIKE = 0.8


def master_sound(bench: Bench, path: Path, into: Path) -> None:
    """Write the track, whole or not at all; plain AAC is copied, anything else encoded, always to the same bytes.

    Verified by decoding it: it is as long as the song and starts with it, or MediaFault is raised.
    """
    song = listen(bench, path)
    with published(into) as part:
        if _can_be_copied(path):
            _write(bench, path, part, ("-c:a", "copy"))
            if listen(bench, part).samples == song.samples:
                return
        _write(bench, path, part, _encoding(song.channels))
        _check(in_stereo(song), in_stereo(listen(bench, part)), into.name)


def _write(bench: Bench, path: Path, part: Path, codec: tuple[str, ...]) -> None:
    name = plain(path.name)
    arguments = (*codec, *_BITEXACT, "-movflags", "+faststart", "-f", "mp4")
    decode(bench, sound_job(path, sniff_sound(path, name), arguments, part), name)


def _encoding(channels: int) -> tuple[str, ...]:
    """Stereo AAC at the source's rate or the nearest of two, a single channel on both sides at its own level."""
    spread = ",pan=stereo|c0=c0|c1=c0" if channels == 1 else ""
    form = f"aformat=sample_rates=44100|48000:channel_layouts=mono|stereo{spread}"
    return ("-af", form, "-c:a", "aac", "-b:a", BIT_RATE, *_WAVEFORM)


def _can_be_copied(path: Path) -> bool:
    """Whether the file is MP4 with one sound track of low-complexity AAC in mono or stereo at a usual rate."""
    try:
        sounds = [track for track in tables.read(path, path.name) if track.kind == b"soun"]
    except MediaFault:
        return False
    if len(sounds) != 1 or sounds[0].entry[4:8] != b"mp4a":
        return False
    return bool(_PLAIN_AAC.search(sounds[0].entry[36:]))


def _check(song: Pcm, track: Pcm, name: str) -> None:
    """Raise MediaFault unless the track is as long as the song and begins with the same sound at the same moment."""
    if abs(song.duration_ms - track.duration_ms) > 1:
        raise MediaFault(f"{name}: the track is {track.duration_ms} ms long, the song {song.duration_ms}; try again")
    a, b = (np.frombuffer(pcm.samples[:_COMPARED], "<i2").astype(np.float64) for pcm in (song, track))
    shared = min(len(a), len(b))
    a, b = a[:shared], b[:shared]
    energy = float(np.sqrt((a @ a) * (b @ b)))
    if energy > shared and float(a @ b) < _ALIKE * energy:
        raise MediaFault(f"{name}: the track does not begin as the song does; try again")
