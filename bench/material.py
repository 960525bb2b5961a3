"""What the media benches work on, kept in a work folder between runs."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from shared.ports.media import Frame, Segment

FRAME = Frame()
SHOTS = 40


def work_folder(text: str) -> argparse.ArgumentParser:
    """The arguments that every media bench takes."""
    parser = argparse.ArgumentParser(description=text)
    default = Path(tempfile.gettempdir()) / "bench"
    parser.add_argument("--work", type=Path, default=default, help="where test material is kept between runs")
    return parser


def shots(work: Path, count: int = SHOTS) -> tuple[Segment, ...]:
    """Conformed 1080p24 segments of 2.5 to 5 s, about 10 Mbit/s, each frame stamped."""
    lengths = np.random.default_rng(7)
    return tuple(
        Segment(name=f"shot {shot}", path=work / f"shot{shot:02d}.mp4", frames=int(lengths.integers(60, 120)))
        for shot in range(count)
    )


def song(work: Path, segments: Sequence[Segment]) -> Path:
    """One AAC track exactly as long as the segments."""
    return work / f"song{sum(segment.frames for segment in segments)}.m4a"
