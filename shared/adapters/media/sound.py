"""Songs: what a sound file is, how it sounds, and the track that goes under the film."""

import hashlib
import re
import struct
from pathlib import Path

import numpy as np

from shared.adapters.media.sandbox import Bench, Failed, Job, Limits, Log, Receive, Source, run_ffmpeg
from shared.adapters.media.sniff import SOUNDS, Sound, check_shape, plain, sniff_sound
from shared.kernel.errors import Hostile
from shared.kernel.timecode import clock_of
from shared.ports.listening import Pcm
from shared.ports.media import Peaks, SoundProbe

LONGEST_MS = 30 * 60_000
SHORTEST_MS = 1_000
RATE = 22_050
LIMITS = Limits(seconds=300, cpu_seconds=300, memory=2 << 30)
WHOLE = 0.98
"""A file that decodes to less than this share of what its header promises was cut short."""
TAIL_MS = 500
"""Damage this near to the end is what taggers leave behind the last frame; nothing of the song is lost."""
_PCM = ("u8", "s16le", "s24le", "s32le", "f32le", "f64le", "alaw", "mulaw")
DECODERS = ("mp3", "mp3float", "flac", "vorbis", "opus", "aac", "alac", *(f"pcm_{kind}" for kind in _PCM))
_FIRST_SOUND = ("-map", "0:a:0", "-map_metadata", "-1", "-map_chapters", "-1")
_PCM16 = ("-c:a", "pcm_s16le")


def probe_sound(bench: Bench, path: Path, name: str) -> SoundProbe:
    """Decode the whole file once. Raises Hostile, naming the file as the person does, when it is not acceptable."""
    name = plain(name)
    sound = sniff_sound(path, name)
    meter, log = _measure(bench, path, name, sound)
    duration_ms = meter.duration_ms
    if duration_ms < SHORTEST_MS:
        raise Hostile(f"{name}: it holds {duration_ms / 1000:.2f} s of sound; a song has at least one second")
    if log.errors:
        _refuse_damage(bench, path, name, sound, duration_ms)
    promised = _promised_ms(log)
    if not sound.whole or duration_ms < WHOLE * promised:
        promise = f" of {clock_of(promised)}" if duration_ms < WHOLE * promised else ""
        raise Hostile(
            f"{name}: the file was cut short: its sound ends at {clock_of(duration_ms)}{promise}; copy it again"
        )
    return SoundProbe(
        container=sound.container,
        codec=_codec(log),
        sample_rate=meter.rate,
        channels=meter.channels,
        duration_ms=duration_ms,
        sha256=_hash(path),
        bytes=path.stat().st_size,
    )


def hear(bench: Bench, path: Path) -> Pcm:
    """The song as 16-bit stereo at 22,050 Hz; its sample 0 is the first that a player plays."""
    return in_stereo(listen(bench, path))


def listen(bench: Bench, path: Path) -> Pcm:
    """The same with one channel where the song has one: ffmpeg would make two of it 3 dB softer."""
    name, pieces = plain(path.name), list[bytes]()
    sound = sniff_sound(path, name)
    form = ("-af", "aformat=channel_layouts=mono|stereo", "-ar", str(RATE), *_PCM16, "-bitexact", "-f", "wav")
    decode(bench, sound_job(path, sound, form), name, pieces.append)
    data = b"".join(pieces)
    start = data.index(b"data") + 8
    return Pcm(data[start:], RATE, struct.unpack_from("<H", data, 22)[0])


def in_stereo(pcm: Pcm) -> Pcm:
    """The same sound at the same level on two channels."""
    if pcm.channels == 2:
        return pcm
    return Pcm(np.repeat(np.frombuffer(pcm.samples, "<i2"), 2).tobytes(), pcm.rate, 2)


def peaks(pcm: Pcm, buckets: int) -> Peaks:
    """The lowest and the highest sample of all channels per bucket, in thousandths of full scale."""
    frames = len(pcm.samples) // (2 * pcm.channels)
    bucket_ms = max(1, -(-frames * 1000 // (pcm.rate * buckets)))
    starts = np.arange(0, frames * 1000, bucket_ms * pcm.rate) // 1000 * pcm.channels
    sound = np.frombuffer(pcm.samples, "<i2", frames * pcm.channels)
    low, high = (
        np.rint(side.reduceat(sound, starts) * (1000 / 32768)).astype(int).tolist() if frames else []
        for side in (np.minimum, np.maximum)
    )
    return Peaks(bucket_ms=bucket_ms, lows=tuple(low), highs=tuple(high))


def sound_job(path: Path, sound: Sound, arguments: tuple[str, ...], into: Path | None = None) -> Job:
    """The job of making something from the first sound track of a file, however long it pretends to be."""
    seconds = ("-t", str(LONGEST_MS // 1000 + 1))
    source = Source(path, sound.demuxer, DECODERS, seconds)
    return Job((source,), (*_FIRST_SOUND, *arguments), into, LIMITS)


def decode(bench: Bench, job: Job, name: str, receive: Receive | None = None) -> Log:
    """Run a job on a person's sound file; where the file is to blame for a failure, raise Hostile and say why."""
    try:
        return run_ffmpeg(bench, job, receive)
    except Failed as error:
        if not error.by_source:
            raise
        if error.log.says("moov atom not found"):
            reason = "it was cut short before its index; copy it again"
        elif error.log.says("  Stream #0:") and not error.log.says(": Audio: "):
            reason = f"it has no sound in it; give the song as {SOUNDS}"
        else:
            reason = f"it cannot be decoded ({error}); export the song again as {SOUNDS}"
        raise Hostile(f"{name}: {reason}") from error


class Meter:
    """Measures sound that arrives as a WAV stream: its form, its length, and that every sample is a number."""

    def __init__(self, name: str) -> None:
        """Nothing has arrived."""
        self.rate, self.channels, self.width, self.bytes = 0, 0, 0, 0
        self._name, self._rest = name, b""

    @property
    def duration_ms(self) -> int:
        """How much has arrived, rounded to nearest."""
        return round(self.bytes * 1000 / (self.width * self.channels * self.rate)) if self.rate else 0

    def receive(self, piece: bytes) -> None:
        """Take the next piece. Raises Hostile when the sound is too long, of a strange form or no number."""
        self._rest += piece
        if not self.rate:
            at = self._rest.find(b"data")
            if at < 36:
                return
            _, self.channels, self.rate, _, _, bits = struct.unpack_from("<HHIIHH", self._rest, 20)
            check_shape(self.rate, self.channels, self._name)
            self.width, self._rest = bits // 8, self._rest[at + 8 :]
        whole = len(self._rest) // 4 * 4
        if self.width == 4 and not np.isfinite(np.frombuffer(self._rest, "<f4", whole // 4)).all():
            raise Hostile(
                f"{self._name}: after {clock_of(self.duration_ms)} it holds values that are no sound; export it again"
            )
        self.bytes, self._rest = self.bytes + whole, self._rest[whole:]
        if self.duration_ms > LONGEST_MS:
            raise Hostile(f"{self._name}: it is longer than {LONGEST_MS // 60_000} minutes; cut it to the song itself")


def _measure(bench: Bench, path: Path, name: str, sound: Sound, *strict: str) -> tuple[Meter, Log]:
    meter = Meter(name)
    form = ("-c:a", "pcm_f32le" if sound.floating else "pcm_s16le")
    log = decode(bench, sound_job(path, sound, (*strict, *form, "-bitexact", "-f", "wav")), name, meter.receive)
    return meter, log


def _refuse_damage(bench: Bench, path: Path, name: str, sound: Sound, duration_ms: int) -> None:
    """Find where decoding first fails, and refuse the file unless that is behind the song."""
    meter = Meter(name)
    try:
        job = sound_job(path, sound, ("-xerror", *_PCM16, "-bitexact", "-f", "wav"))
        run_ffmpeg(bench, job, meter.receive)
    except Failed as error:
        if meter.duration_ms < duration_ms - TAIL_MS:
            where = clock_of(meter.duration_ms)
            raise Hostile(f"{name}: the sound is damaged at about {where}; export or copy the song again") from error


def _promised_ms(log: Log) -> int:
    """How long the header says the sound is; 0 where it does not say."""
    if log.says("Estimating duration from bitrate"):
        return 0
    found = (re.match(r"\[info\]   Duration: (\d+):(\d\d):(\d\d)\.(\d\d),", line) for line in log.head)
    match = next((match for match in found if match), None)
    if not match:
        return 0
    hours, minutes, seconds, hundredths = (int(group) for group in match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + hundredths * 10


def _codec(log: Log) -> str:
    found = (re.match(r"\[info\]   Stream #0:\d+[^ ]*: Audio: (\w+)", line) for line in log.head)
    return next((match[1] for match in found if match), "unknown")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
