"""The one way by which anything in the product runs ffmpeg."""

import json
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread, Timer
from typing import IO

from shared.adapters.media import confine
from shared.kernel.errors import Hostile, MediaFault, Unavailable

MOST_PIXELS = 40_000_000
LIBRARIES = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64", "/nix/store", "/etc/ld.so.cache")
CHUNK = 1 << 20
HARMLESS = ("not on whitelist", "invalid new backstep", "mmco: unref short failure", "co located POCs unavailable")
"""Complaints that say nothing against a file: a cover nobody looks at, a stream that was cut out of a longer one."""

Receive = Callable[[bytes], None]


@dataclass(frozen=True)
class Bench:
    """Where the work is done: the ffmpeg program and a folder for what is gone afterwards."""

    program: Path
    scratch: Path


@dataclass(frozen=True)
class Source:
    """A file to read: as what, with which decoders, and how much of it. None of this is ever a person's text."""

    path: Path
    demuxer: str
    decoders: tuple[str, ...]
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Limits:
    """What a run may use before it is ended."""

    seconds: int = 120
    cpu_seconds: int = 120
    memory: int = 2 << 30
    file: int = 4 << 30


@dataclass(frozen=True)
class Job:
    """What is to be made from sources."""

    sources: tuple[Source, ...]
    arguments: tuple[str, ...]
    """Everything between the inputs and the output."""
    into: Path | None = None
    """A file; where there is none the result is handed over in pieces as it comes."""
    limits: Limits = field(default_factory=Limits)


class Failed(MediaFault):
    """ffmpeg gave up or was ended; `log` is what it said, `by_source` whether a source is to blame for it."""

    def __init__(self, reason: str, log: "Log", by_source: bool) -> None:
        """Keep what it said beside the reason."""
        super().__init__(reason)
        self.log = log
        self.by_source = by_source


class Log:
    """What ffmpeg said, less the tags of files: the beginning, the end, and how many errors; never more than that."""

    def __init__(self) -> None:
        """Nothing said yet."""
        self.head: list[str] = []
        self.tail: deque[str] = deque(maxlen=40)
        self.errors = 0

    def read(self, pipe: IO[bytes]) -> None:
        """Listen until it stops speaking."""
        while raw := pipe.readline(4096):
            if raw.startswith(b"[info]     "):
                continue
            line = re.sub(r" @ 0x[0-9a-f]+", "", raw.decode("utf-8", "replace")).rstrip()
            self.errors += ("[error]" in line or "[fatal]" in line) and not any(word in line for word in HARMLESS)
            (self.head if len(self.head) < 200 else self.tail).append(line)

    @property
    def lines(self) -> tuple[str, ...]:
        """All that was kept."""
        return (*self.head, *self.tail)

    def says(self, *words: str) -> bool:
        """Whether any line holds one of these."""
        return any(word in line for word in words for line in self.lines)

    def last_error(self) -> str:
        """The last complaint, as plain ASCII without paths, short enough for a message."""
        wrong = [line for line in self.lines if "[error]" in line or "[fatal]" in line] or ["no reason given"]
        said = re.sub(r"(file:)?(/[^\s/]+){2,}", "the file", wrong[-1].replace("[error]", "").replace("[fatal]", ""))
        return " ".join(re.sub(r"[^ -~]", " ", said).split())[:160].rstrip(".")


def run_ffmpeg(bench: Bench, job: Job, receive: Receive | None = None) -> Log:
    """Run ffmpeg on copies of the sources, confined to them and to a folder of its own that is gone afterwards.

    Without a file to write, `receive` gets the result piece by piece and ends the run by raising; with one it gets
    ffmpeg's own account of the progress. Raises Failed when ffmpeg did not end well or took too long, and Hostile when
    a source is no regular file, Unavailable when the disk refuses.
    """
    try:
        return _run_in_own_folder(bench, job, receive or _ignore)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(
            f"the scratch folder {bench.scratch} cannot be used ({reason}); make room on the disk and try again"
        ) from error


def copied(path: Path, to: Path) -> Path:
    """Copy a regular file, which is read once and through no link. Raises Hostile when it is anything else."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Hostile(
            f"the file cannot be opened ({error.strerror}); give a regular file itself, not a link"
        ) from error
    with open(handle, "rb") as file, to.open("xb") as copy:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Hostile("this is no regular file; give the file itself, not a folder or a device")
        shutil.copyfileobj(file, copy, CHUNK)
    return to


def first_words(program: Path) -> str:
    """How a program answers to -version; empty when it does not run."""
    try:
        said = subprocess.run(
            [str(program), "-version"], capture_output=True, env={}, stdin=subprocess.DEVNULL, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return said.stdout[:200].decode("latin-1")


def _run_in_own_folder(bench: Bench, job: Job, receive: Receive) -> Log:
    with TemporaryDirectory(dir=bench.scratch, prefix="ffmpeg-") as name:
        folder = Path(name).resolve()
        inner, outer = folder / "in", folder / "out"
        inner.mkdir()
        outer.mkdir()
        argv = [str(bench.program), "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info"]
        for n, source in enumerate(job.sources):
            argv += _input(source, copied(source.path, inner / str(n)))
        if job.into is None:
            argv += [*job.arguments, "pipe:1"]
        else:
            argv += [*job.arguments, "-progress", "pipe:1", f"file:{outer / 'made'}"]
        log = _run(_confined(argv, folder, job.limits), outer, job.limits.seconds, receive)
        if job.into is not None:
            shutil.move(outer / "made", job.into)
        return log


def _input(source: Source, path: Path) -> list[str]:
    return [
        *("-protocol_whitelist", "file", "-format_whitelist", source.demuxer),
        *("-codec_whitelist", ",".join(source.decoders), "-max_pixels", str(MOST_PIXELS)),
        *source.options,
        *("-f", source.demuxer, "-i", f"file:{path}"),
    ]


def _confined(argv: list[str], folder: Path, limits: Limits) -> list[str]:
    given = {
        "parent": os.getpid(),
        "reads": [*LIBRARIES, argv[0], str(folder / "in")],
        "writes": [str(folder / "out")],
        "memory": limits.memory,
        "cpu": limits.cpu_seconds,
        "file": limits.file,
    }
    return [sys.executable, "-I", "-S", confine.__file__, json.dumps(given), *argv]


def _run(argv: list[str], folder: Path, seconds: int, receive: Receive) -> Log:
    """Start, listen to both pipes until they close or time is up, and leave no process behind."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        argv, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, env={}, cwd=folder, process_group=0
    )
    assert process.stdout is not None
    assert process.stderr is not None
    log, late = Log(), Event()

    def expire() -> None:
        late.set()
        _kill(process)

    timer = Timer(seconds, expire)
    ears = Thread(target=log.read, args=(process.stderr,))
    try:
        timer.start()
        ears.start()
        while piece := os.read(process.stdout.fileno(), CHUNK):
            receive(piece)
        code = process.wait()
    finally:
        timer.cancel()
        _kill(process)
        process.wait()
        ears.join()
        process.stdout.close()
        process.stderr.close()
    if late.is_set():
        raise Failed(f"it took longer than {seconds} s", log, by_source=True)
    if code != 0:
        raise _failure(code, log, folder)
    return log


def _failure(code: int, log: Log, folder: Path) -> Failed | Unavailable:
    if log.says("No space left on device"):
        return Unavailable(f"the disk that holds {folder.parents[1]} is full; make room on the disk and try again")
    if code < 0:
        return Failed(f"it was ended by signal {-code}", log, by_source=True)
    return Failed(log.last_error(), log, by_source=log.errors > 0)


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)


def _ignore(piece: bytes) -> None:
    """Progress that nobody asked for."""
