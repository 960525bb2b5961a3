"""The media engine: files that people bring are inspected, heard and conformed; films are put together."""

from pathlib import Path
from typing import Literal, Protocol

from pydantic import Field

from shared.domain.analysis import Value
from shared.ports.listening import Pcm


class SoundProbe(Value):
    """What a sound file really is, found by decoding it."""

    container: Literal["mp3", "wav", "flac", "ogg", "m4a"]
    codec: str
    sample_rate: int
    channels: int
    duration_ms: int
    sha256: str
    bytes: int


class Peaks(Value):
    """A waveform to look at: one (low, high) pair per bucket, -1000..1000."""

    bucket_ms: int
    lows: tuple[int, ...]
    highs: tuple[int, ...]


class Frame(Value):
    """What every clip is conformed to, so that the stitch can copy."""

    width: int = 1920
    height: int = 1080
    fps: int = 24


class Segment(Value):
    """One conformed clip in film order."""

    name: str = Field(description="The shot it belongs to, for messages.")
    path: Path
    frames: int = Field(gt=0)


class Stitched(Value):
    """What was measured on a finished film before it was published."""

    frames: int
    duration_ms: int
    max_pts_error_us: int = Field(description="Largest distance of a frame from n/fps.")
    sound_offset_us: int = Field(
        description="Where the sound starts against the picture, by cross-correlation; 0 = exact."
    )
    sha256: str
    bytes: int


class Media(Protocol):
    """Decodes, conforms, stitches. Nothing here trusts a file: content decides, caps hold, text never enters a graph.

    Raises Hostile for a file that is not acceptable (saying what, where, what to do) and MediaFault when a correct file
    could not be processed. Outputs appear whole or not at all: written aside, verified, synced, renamed.
    """

    def probe_sound(self, path: Path, name: str) -> SoundProbe:
        """Decode the whole file once and say what it is; `name` is what the person calls it, for messages only."""

    def hear(self, path: Path) -> Pcm:
        """The song as stereo PCM at 22,050 Hz for listening."""

    def peaks(self, pcm: Pcm, buckets: int) -> Peaks:
        """The waveform in at most this many buckets."""

    def master_sound(self, path: Path, into: Path) -> None:
        """One AAC track in MP4 that starts at sample 0 (an AAC source is copied)."""

    def conform(self, clip: Path, start_frame: int, frames: int, frame: Frame, into: Path) -> None:
        """Cut exactly `frames` frames from a clip in the one configuration that all segments share.

        A clip that already is so is linked, not encoded; a short one holds its last frame; sound is dropped.
        """

    def stitch(self, segments: tuple[Segment, ...], sound: Path, frame: Frame, into: Path) -> Stitched:
        """Put conformed segments and the mastered sound together without encoding, verify, and publish by rename."""

    def thumbnail(self, clip: Path, at_frame: int, width: int) -> bytes:
        """One frame of a film or clip as JPEG."""
