"""The song is heard, and its words are placed in it."""

from shared.domain import song as songs
from shared.domain.analysis import Analysis
from shared.domain.lyrics import Lyrics, read_lyrics
from shared.domain.moments import analyse
from shared.domain.retiming import apply
from shared.domain.song import SONG, SONGS, Song, SongAnalysed, SongIngested, WordsRetimed
from shared.ports.studio import Studio
from shared.service import Service, Task


def analyse_song(task: Task) -> None:
    """Hear the song, align the given lyrics, apply the times that people set, and store the table."""
    song = task.studio.get(task.project_id, SONGS, SONG)
    analysis = listen(song, task.studio)
    blob = task.studio.blobs.put(analysis.model_dump_json().encode())
    done = SongAnalysed(
        analysis=blob, tempo_bpm=analysis.tempo_bpm, moments=len(analysis.moments), verdict=analysis.alignment.verdict
    )
    task.change(lambda change: change.decide(SONGS, SONG, lambda s: songs.analyse(s, done)))


def listen(song: Song, studio: Studio) -> Analysis:
    """What the song is made of."""
    with studio.blobs.file(song.source) as path:
        pcm = studio.media.hear(path)
    heard = studio.listener.hear(pcm)
    lyrics = _lyrics(song, studio)
    words = studio.aligner.align(pcm, heard, lyrics.lines, lyrics.language) if lyrics.lines else ()
    return analyse(heard, lyrics, apply(words, song.retimings, heard.duration_ms), song.title)


def _lyrics(song: Song, studio: Studio) -> Lyrics:
    text = studio.blobs.get(song.lyrics) if song.lyrics else b""
    return read_lyrics(text, song.lyrics_name, song.language)


SERVICE = Service("audio_analysis", {SongIngested: analyse_song, WordsRetimed: analyse_song}, emits=(SongAnalysed,))
