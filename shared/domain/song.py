"""The song of a project: its file, its lyrics, what was heard in it, and the word times that a person set right."""

from collections.abc import Sequence
from enum import StrEnum

from shared.domain.retiming import Retiming
from shared.kernel.errors import Refused
from shared.kernel.events import Event, State
from shared.kernel.streams import Kind


class SongStatus(StrEnum):
    """How far the song has come."""

    NONE = "NONE"
    ADDED = "ADDED"
    INGESTED = "INGESTED"
    ANALYSED = "ANALYSED"
    FAILED = "FAILED"


class Song(State):
    """Blobs are hashes: source (the bytes as given), lyrics (as given), master (AAC), peaks and analysis (JSON)."""

    status: SongStatus = SongStatus.NONE
    title: str = ""
    file_name: str = ""
    language: str | None = None
    source: str = ""
    lyrics: str | None = None
    lyrics_name: str = ""
    duration_ms: int = 0
    master: str = ""
    peaks: str = ""
    analysis: str = ""
    retimings: tuple[Retiming, ...] = ()
    failure: str = ""


class SongAdded(Event):
    """A person brought a song; `lyrics` is absent for an instrumental."""

    title: str
    file_name: str
    source: str
    lyrics: str | None
    lyrics_name: str
    language: str | None
    duration_ms: int


class SongIngested(Event):
    """The song was decoded and mastered; the original bytes are kept as they came."""

    duration_ms: int
    master: str
    peaks: str


class SongFailed(Event):
    """The song could not be worked on; a person must look."""

    reason: str


class SongAnalysed(Event):
    """Beats, parts, moments and words are known."""

    analysis: str
    tempo_bpm: float
    moments: int
    verdict: str


class WordsRetimed(Event):
    """A person set word times right; they outlive every later analysis."""

    retimings: tuple[Retiming, ...]


def add(song: Song, wanted: SongAdded) -> Sequence[Event]:
    """Bring the song; the same one again changes nothing, another one is refused."""
    if song.status is SongStatus.NONE:
        return (wanted,)
    if (song.source, song.lyrics) == (wanted.source, wanted.lyrics):
        return ()
    raise Refused(f"the project already has the song {song.file_name}; begin another project for another song")


def ingest(song: Song, done: SongIngested) -> Sequence[Event]:
    """Record the decoded song; a repeat changes nothing."""
    return (done,) if song.status is SongStatus.ADDED else ()


def analyse(song: Song, done: SongAnalysed) -> Sequence[Event]:
    """Record what was heard; the same result again changes nothing."""
    if song.status not in (SongStatus.INGESTED, SongStatus.ANALYSED):
        raise Refused(f"a song that is {song.status} cannot be analysed")
    return () if song.analysis == done.analysis else (done,)


def retime(song: Song, retimings: tuple[Retiming, ...]) -> Sequence[Event]:
    """Record word times that a person set; only an analysed song has words to move."""
    if song.status is not SongStatus.ANALYSED:
        raise Refused(f"a song that is {song.status} has no word times yet; wait for its analysis")
    return (WordsRetimed(retimings=retimings),)


def fail(song: Song, reason: str) -> Sequence[Event]:
    """Say that the song cannot be worked on."""
    return () if song.status is SongStatus.FAILED else (SongFailed(reason=reason),)


SONGS = Kind(
    "song",
    Song,
    {
        SongAdded: lambda s, e: s.after(
            status=SongStatus.ADDED, title=e.title, file_name=e.file_name, source=e.source, lyrics=e.lyrics,
            lyrics_name=e.lyrics_name, language=e.language, duration_ms=e.duration_ms,
        ),
        SongIngested: lambda s, e: s.after(
            status=SongStatus.INGESTED, duration_ms=e.duration_ms, master=e.master, peaks=e.peaks
        ),
        SongFailed: lambda s, e: s.after(status=SongStatus.FAILED, failure=e.reason),
        SongAnalysed: lambda s, e: s.after(status=SongStatus.ANALYSED, analysis=e.analysis),
        WordsRetimed: lambda s, e: s.after(retimings=s.retimings + e.retimings),
    },
)  # fmt: skip

SONG = "main"
"""The id of the one song of a project."""
