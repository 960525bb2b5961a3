"""Actions on the song of a project: its file, its lyrics, its analysis and its word times."""

from pydantic import Field

from shared.actions.projects import OfProject, project_of
from shared.actions.registry import ACTIONS
from shared.domain import project as projects
from shared.domain import song as songs
from shared.domain.analysis import Analysis, Value
from shared.domain.lyrics import read_lyrics
from shared.domain.project import PROJECTS
from shared.domain.retiming import Retiming
from shared.domain.song import SONG, SONGS, Song, SongAdded
from shared.kernel.errors import NotFound
from shared.kernel.streams import Cause, Change
from shared.ports.studio import Studio

BLOB = r"^[0-9a-f]{64}$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"


class AddSong(OfProject):
    """A song that was uploaded, with its lyrics."""

    song: str = Field(pattern=BLOB, description="Hash of the uploaded mp3, wav, flac, ogg or m4a.")
    file_name: str = Field(min_length=1, max_length=255, description="What the person calls the file.")
    lyrics: str | None = Field(
        default=None,
        pattern=BLOB,
        description="Hash of the uploaded lyrics (text, LRC, SRT, VTT), if it has any.",
    )
    lyrics_name: str = Field(default="", max_length=255, description="What the person calls the lyrics file.")
    language: str | None = Field(default=None, pattern=LANGUAGE, description="Of the lyrics.")
    title: str = Field(default="", max_length=200, description="Of the song; the lyrics or the file name else.")


class SongView(OfProject):
    """A song as every surface shows it."""

    song: Song


class AnalysisView(OfProject):
    """What the song is made of, with the word times that people set."""

    analysis: Analysis


class WordTime(Value):
    """One word and when it is really sung."""

    line: int = Field(ge=0)
    word: int = Field(ge=0, description="Its place in the line, from 0.")
    start_ms: int = Field(ge=0)
    end_ms: int = Field(ge=0)


class RetimeWords(OfProject):
    """Word times to set right."""

    words: tuple[WordTime, ...] = Field(min_length=1, description="The words and their true times.")
    reason: str = Field(min_length=1, max_length=500, description="Why, for those who look later.")


@ACTIONS.action("POST", "/projects/{project_id}/song", who="human")
def add_song(given: AddSong, studio: Studio, cause: Cause) -> SongView:
    """Give the project its song and lyrics; files that are not what they must be are refused and nothing changes."""
    with studio.blobs.file(given.song) as path:
        probe = studio.media.probe_sound(path, given.file_name)
    title, language = given.title or given.file_name.rpartition(".")[0] or given.file_name, given.language
    if given.lyrics:
        lyrics = read_lyrics(studio.blobs.get(given.lyrics), given.lyrics_name, given.language)
        title, language = given.title or lyrics.title or title, lyrics.language
    wanted = SongAdded(
        title=title, file_name=given.file_name, source=given.song, lyrics=given.lyrics, lyrics_name=given.lyrics_name,
        language=language, duration_ms=probe.duration_ms,
    )  # fmt: skip

    def work(change: Change) -> SongView:
        projects.existing(change.get(PROJECTS, given.project_id), given.project_id)
        song = change.decide(SONGS, SONG, lambda s: songs.add(s, wanted))
        return SongView(project_id=given.project_id, song=song)

    return studio.change(given.project_id, cause, work)


@ACTIONS.action("GET", "/projects/{project_id}/song")
def get_song(given: OfProject, studio: Studio, cause: Cause) -> SongView:
    """Show the song and how far it has come."""
    project_of(given, studio)
    return SongView(project_id=given.project_id, song=studio.get(given.project_id, SONGS, SONG))


@ACTIONS.action("GET", "/projects/{project_id}/analysis")
def get_analysis(given: OfProject, studio: Studio, cause: Cause) -> AnalysisView:
    """Show beats, parts, moments, words and how sure their times are."""
    song = get_song(given, studio, cause).song  # type: ignore[attr-defined]  # Run is erased to BaseModel
    if not song.analysis:
        raise NotFound(f"the song of {given.project_id} has not been analysed; it is {song.status}")
    analysis = Analysis.model_validate_json(studio.blobs.get(song.analysis))
    return AnalysisView(project_id=given.project_id, analysis=analysis)


@ACTIONS.action("POST", "/projects/{project_id}/analysis/words", who="human")
def retime_words(given: RetimeWords, studio: Studio, cause: Cause) -> SongView:
    """Set word times right; they outlive every later analysis."""
    made = tuple(Retiming(**word.model_dump(), reason=given.reason, by=cause.actor.id) for word in given.words)

    def work(change: Change) -> SongView:
        song = change.decide(SONGS, SONG, lambda s: songs.retime(s, made))
        return SongView(project_id=given.project_id, song=song)

    return studio.change(given.project_id, cause, work)
