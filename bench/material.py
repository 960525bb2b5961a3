"""What the media benches work on: forty stamped clips and a song, made once and kept in a work folder."""

import argparse
import tempfile
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

from bench.stamps import Picture, stamp
from shared.adapters.media.reel import expose
from shared.ports.media import Frame, Segment

FRAME = Frame()
SHOTS = 40
GRAIN = 15
RATE = 44100


def work_folder(text: str) -> argparse.ArgumentParser:
    """The arguments that every media bench takes."""
    parser = argparse.ArgumentParser(description=text)
    default = Path(tempfile.gettempdir()) / "bench"
    parser.add_argument("--work", type=Path, default=default, help="where test material is kept between runs")
    return parser


def shots(work: Path, count: int = SHOTS) -> tuple[Segment, ...]:
    """Conformed 1080p24 segments of 2 to 5 s, about 10 Mbit/s, each frame stamped; made where they are missing."""
    rng = np.random.default_rng(7)
    found = []
    for shot in range(count):
        frames, path = int(rng.integers(60, 120)), work / f"shot{shot:02d}.mp4"
        if not path.exists():
            expose(stamped(shot, frames, FRAME), FRAME, path)
        found.append(Segment(name=f"shot {shot}", path=path, frames=frames))
    return tuple(found)


def stamped(shot: int, frames: int, frame: Frame) -> Iterator[Picture]:
    """A slow turn over a grainy surface; each frame says which it is."""
    rng = np.random.default_rng(1000 + shot)
    width, height = frame.width, frame.height
    coarse = cv2.resize(rng.integers(30, 220, (20, 32), np.uint8), (width, height), interpolation=cv2.INTER_CUBIC)
    fine = cv2.GaussianBlur(rng.standard_normal((height, width)).astype(np.float32), (0, 0), 0.7)
    surface = np.clip(coarse + fine * GRAIN * 4, 0, 255).astype(np.uint8)
    for number in range(frames):
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), number * 0.1, 1.02 + number * 0.001)
        film = np.full((height * 3 // 2, width), 128, np.uint8)
        cv2.warpAffine(surface, turn, (width, height), dst=film[:height], borderMode=cv2.BORDER_REFLECT)
        stamp(film[:height], shot, number)
        yield film


def song(work: Path, frames: int, fps: int) -> Path:
    """Noise with a slow swell, as long as so many frames, as one AAC track."""
    path = work / f"song{frames}.m4a"
    if path.exists():
        return path
    count = round(frames * RATE / fps)
    swell = 0.3 + 0.2 * np.sin(np.arange(count) / RATE)
    noise = (np.random.default_rng(5).standard_normal((2, count)) * swell * 0.3).astype(np.float32)
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=RATE, layout="stereo", options={"b": "256k"})
        sound = av.AudioFrame.from_ndarray(noise, format="fltp", layout="stereo")
        sound.rate, sound.pts, sound.time_base = RATE, 0, Fraction(1, RATE)
        container.mux(stream.encode(sound))
        container.mux(stream.encode())
    return path
