"""Which ffmpeg is used, and what this machine can forbid it."""

import re
import shutil
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from shared.adapters.media.confine import Abilities, abilities
from shared.adapters.media.sandbox import first_words
from shared.kernel.errors import Unavailable

OLDEST = (5, 1)


@dataclass(frozen=True)
class Program:
    """An ffmpeg program that was found and asked for its version."""

    path: Path
    version: str


@dataclass(frozen=True)
class Capabilities:
    """What the media engine stands on, for the doctor's report."""

    ffmpeg: Program
    confinement: Abilities


def capabilities(program: Program) -> Capabilities:
    """What holds on this machine: the program, and how far the kernel confines it."""
    return Capabilities(program, abilities())


def find_program(path: Path | None = None) -> Program:
    """The ffmpeg at a path, or else the pinned one of the imageio-ffmpeg wheel, or else the one of the system.

    The pinned one comes first because the same program gives the same bytes on every machine. Raises Unavailable when
    there is none from 5.1 on.
    """
    candidates = (path,) if path else (*_wheel(), *_system())
    for candidate in candidates:
        version = _version(candidate)
        if version:
            return Program(candidate.resolve(), version)
    raise Unavailable("no ffmpeg from 5.1 on was found; install the package imageio-ffmpeg or ffmpeg itself")


def _wheel() -> tuple[Path, ...]:
    try:
        folder = Path(str(files("imageio_ffmpeg.binaries")))
    except ModuleNotFoundError:
        return ()
    return tuple(sorted(path for path in folder.glob("ffmpeg-*") if path.is_file()))


def _system() -> tuple[Path, ...]:
    found = shutil.which("ffmpeg")
    return (Path(found),) if found else ()


def _version(path: Path) -> str:
    """What the program calls itself; empty when it does not run or is too old."""
    match = re.match(r"ffmpeg version (n?(\d+)\.(\d+)[\w.+-]*|N-[\w.+-]+)", first_words(path))
    if not match or (match[2] and (int(match[2]), int(match[3])) < OLDEST):
        return ""
    return match[1]
