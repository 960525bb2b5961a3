"""Films made as a person makes them: by the command, in a process of its own, and looked at afterwards."""

import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from services.local.crew import SERVICES
from shared.kernel.events import Recorded
from shared.service import listeners
from shared.settings import Settings
from shared.wiring import Installation, install
from tests.unit.media.sound_files import encode

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
NO_EGRESS = """
import sys

def refuse(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        raise RuntimeError(f"somebody reached for the network: {event} {arguments}")

sys.addaudithook(refuse)
"""
CINEMA = (sys.executable, "-c", NO_EGRESS + "from services.local.main import main; main()")
"""Every command runs cut off from the network; ffmpeg's own sandbox has no sockets at all."""
SMALL = ("--size", "320x180")
RATE = 44_100
LINES = "[Verse]\nLittle girl beside the window\ncounting every quiet star\n"


def environment(data: Path, **settings: str) -> dict[str, str]:
    """What a process of the studio needs to know."""
    return {**os.environ, "CINEMA_DATA": str(data), "PYTHONIOENCODING": "utf-8", **settings}


def start(data: Path, *words: str, **settings: str) -> subprocess.Popen[str]:
    """Type a command of the studio and go on."""
    return subprocess.Popen(
        [*CINEMA, *words], cwd=ROOT, env=environment(data, **settings), text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str


def ended(process: subprocess.Popen[str]) -> Said:
    """Wait for the end of a command."""
    out, err = process.communicate(timeout=110)
    return Said(process.returncode, out, err)


def cinema(data: Path, *words: str, **settings: str) -> Said:
    """Type a command of the studio and wait."""
    return ended(start(data, *words, **settings))


@contextmanager
def opened(data: Path) -> Iterator[Installation]:
    """The studio of a data folder, in this process."""
    made = install(Settings(data=data), listeners(SERVICES))
    try:
        yield made
    finally:
        made.close()


def events_of(data: Path) -> tuple[Recorded, ...]:
    """Everything that ever happened, project by project, in the order of time."""
    with opened(data) as made:
        return tuple(event for project in made.studio.store.projects() for event in made.studio.store.timeline(project))


def facts(events: Iterable[Recorded]) -> list[tuple[str, str, str, str]]:
    """What happened, without when: the project knows when it began, and the report how long all took."""
    timed = ("ProjectCreated", "FinalRenderCompleted")
    return sorted((e.stream, e.type, "" if e.type in timed else e.payload, e.actor.id) for e in events)


def same_bytes(one: Path, other: Path) -> bool:
    """Whether two files are equal."""
    return sha256(one.read_bytes()).digest() == sha256(other.read_bytes()).digest()


def count_events(data: Path) -> int:
    """How much has happened so far, seen from outside; 0 while there is no database."""
    with suppress(sqlite3.Error):
        db = sqlite3.connect(f"file:{data / 'cinema.db'}?mode=ro", uri=True)
        try:
            return int(db.execute("select count(*) from events").fetchone()[0])
        finally:
            db.close()
    return 0


def until(process: subprocess.Popen[str], data: Path, events: int) -> None:
    """Return when that many events are stored, or when the process is over."""
    while process.poll() is None and count_events(data) < events:
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.01)


def blobs_of(data: Path) -> dict[str, Path]:
    """Every blob that is kept, by its name."""
    return {path.name: path for path in (data / "blobs").glob("??/*") if path.is_file()}


def broken_blobs(data: Path) -> list[str]:
    """Blobs whose name is not the hash of what they hold."""
    return [name for name, path in blobs_of(data).items() if sha256(path.read_bytes()).hexdigest() != name]


def remains(data: Path) -> list[Path]:
    """What is half-written: everything in a scratch folder."""
    return [path for folder in ("scratch", "blobs/scratch") for path in (data / folder).rglob("*")]


@dataclass(frozen=True)
class Made:
    """A film, the command that made it, and where everything is."""

    song: Path
    data: Path
    out: Path
    words: tuple[str, ...]
    said: Said
    truth: dict[str, Any]

    @property
    def film(self) -> Path:
        """The film itself."""
        return self.out / "film.mp4"

    @cached_property
    def analysis(self) -> dict[str, Any]:
        """What was heard, as other tools read it."""
        found: dict[str, Any] = json.loads((self.out / "analysis.json").read_text(encoding="utf-8"))
        return found

    @cached_property
    def shots(self) -> list[dict[str, str]]:
        """The table of shots."""
        with (self.out / "shots.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def events(self) -> tuple[Recorded, ...]:
        """Everything that happened."""
        return events_of(self.data)

    @cached_property
    def pictures(self) -> NDArray[np.int16]:
        """Every frame in grey, shaped (frames, height, width)."""
        with av.open(str(self.film)) as container:
            return np.stack([f.to_ndarray(format="gray") for f in container.decode(video=0)]).astype(np.int16)

    def again(self, **settings: str) -> Said:
        """Type the same command again."""
        return cinema(self.data, *self.words, **settings)


def make(folder: Path, song: Path, *words: str, truth: dict[str, Any] | None = None, **settings: str) -> Made:
    """Make a small film in a folder of its own."""
    data, out = folder / "data", folder / "out"
    typed = ("film", str(song), *words, *SMALL, "--out", str(out))
    made = Made(song, data, out, typed, cinema(data, *typed, **settings), truth or {})
    assert made.said.code == 0, made.said.err
    return made


def sound_of(path: Path) -> NDArray[np.float32]:
    """What is heard in a file, mono, from the time on where the file begins."""
    parts: list[NDArray[np.float32]] = []
    with av.open(str(path)) as container:
        to_mono = av.AudioResampler("flt", "mono", RATE)
        first = None
        for frame in container.decode(audio=0):
            first = float(frame.time) - container.start_time / av.time_base if first is None else first
            parts += [part.to_ndarray()[0] for part in to_mono.resample(frame)]
        parts += [part.to_ndarray()[0] for part in to_mono.resample(None)]
    assert first is not None
    before = round(first * RATE)
    sound = np.concatenate(parts)
    return np.concatenate([np.zeros(before, np.float32), sound]) if before >= 0 else sound[-before:]


def excerpt(folder: Path, begin_s: float = 3.6, end_s: float = 13.6) -> tuple[Path, Path]:
    """Ten seconds of the sample song, and the two lines that are sung in it."""
    sound = sound_of(SAMPLES / "en.mp3")[round(begin_s * RATE) : round(end_s * RATE)]
    song, lyrics = encode(folder / "window.mp3", "mp3", np.stack([sound, sound])), folder / "window.txt"
    lyrics.write_text(LINES, encoding="utf-8")
    return song, lyrics
