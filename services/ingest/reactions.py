"""What a person brings becomes something to work with: the song is decoded once, mastered, and drawn as a waveform."""

from functools import partial

from shared.domain import song as songs
from shared.domain.song import SONG, SONGS, SongAdded, SongFailed, SongIngested
from shared.kernel.errors import Hostile, MediaFault
from shared.service import Service, Task

PEAK_BUCKETS = 2000


def ingest_song(task: Task) -> None:
    """Decode and master the song; one that turns out to be broken is flagged, with the reason."""
    blobs, media = task.studio.blobs, task.studio.media
    song = task.studio.get(task.project_id, SONGS, SONG)
    try:
        with blobs.file(song.source) as source, blobs.scratch() as scratch:
            media.master_sound(source, scratch / "song.m4a")
            master = blobs.keep(scratch / "song.m4a")
            peaks = media.peaks(media.hear(source), PEAK_BUCKETS)
    except (Hostile, MediaFault) as error:
        rule = partial(songs.fail, reason=str(error))
    else:
        drawn = blobs.put(peaks.model_dump_json().encode())
        done = SongIngested(duration_ms=song.duration_ms, master=master, peaks=drawn)
        rule = partial(songs.ingest, done=done)
    task.change(lambda change: change.decide(SONGS, SONG, rule))


SERVICE = Service("ingest", {SongAdded: ingest_song}, emits=(SongIngested, SongFailed))
