"""The media engine of one machine: ffmpeg in a sandbox for what comes from outside, own tables for the film."""

from dataclasses import dataclass
from pathlib import Path

from shared.adapters.media import conform, master, sound, still, stitch
from shared.adapters.media.graph import Window
from shared.adapters.media.program import Capabilities, capabilities, find_program
from shared.adapters.media.sandbox import Bench
from shared.ports.listening import Pcm
from shared.ports.media import Frame, Peaks, Segment, SoundProbe, Stitched


@dataclass(frozen=True)
class LocalMedia:
    """Everything of the port Media on this machine; `scratch` is a folder for what is gone after each call."""

    scratch: Path
    ffmpeg: Path

    @staticmethod
    def at(scratch: Path, ffmpeg: Path | None = None) -> "LocalMedia":
        """With the ffmpeg at a path, or the one that is found. Raises Unavailable when there is none."""
        scratch.mkdir(parents=True, exist_ok=True)
        return LocalMedia(scratch, find_program(ffmpeg).path)

    def capabilities(self) -> Capabilities:
        """What the engine stands on, and how far this machine confines it."""
        return capabilities(find_program(self.ffmpeg))

    def probe_sound(self, path: Path, name: str) -> SoundProbe:
        """Decode the whole file once and say what it is."""
        return sound.probe_sound(self._bench, path, name)

    def hear(self, path: Path) -> Pcm:
        """The song as stereo PCM at 22,050 Hz."""
        return sound.hear(self._bench, path)

    def peaks(self, pcm: Pcm, buckets: int) -> Peaks:
        """The waveform in at most this many buckets."""
        return sound.peaks(pcm, buckets)

    def master_sound(self, path: Path, into: Path) -> None:
        """One AAC track in MP4 that starts with the song."""
        master.master_sound(self._bench, path, into)

    def conform(self, clip: Path, start_frame: int, frames: int, frame: Frame, into: Path) -> None:
        """Cut exactly these frames from a clip in the configuration that all segments share."""
        conform.conform(self._bench, clip, Window(start_frame, frames), frame, into)

    def stitch(self, segments: tuple[Segment, ...], sound: Path, frame: Frame, into: Path) -> Stitched:
        """Put conformed segments and the mastered sound together without encoding."""
        return stitch.stitch(segments, sound, frame, into)

    def thumbnail(self, clip: Path, at_frame: int, width: int) -> bytes:
        """One frame of a film or clip as JPEG."""
        return still.thumbnail(self._bench, clip, at_frame, width)

    @property
    def _bench(self) -> Bench:
        return Bench(self.ffmpeg, self.scratch)
