"""Makes the test material that is missing: stamped clips of about 10 Mbit/s, and a song."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

from bench.material import FRAME, SHOTS, shots, song
from bench.stamps import Picture, stamp
from shared.adapters.media.reel import expose
from shared.ports.media import Frame

GRAIN = 60
RATE = 44100


def make_material(work: Path, count: int = SHOTS) -> None:
    """Make the clips and the song of a work folder where they are missing; minutes the first time."""
    segments = shots(work, count)
    for shot, segment in enumerate(segments):
        if not segment.path.exists():
            expose(stamped(shot, segment.frames, FRAME), FRAME, segment.path)
    path = song(work, segments)
    if not path.exists():
        noise(path, sum(segment.frames for segment in segments) / FRAME.fps)


def stamped(shot: int, frames: int, frame: Frame) -> Iterator[Picture]:
    """A slow turn over a grainy surface; each frame says which it is."""
    rng = np.random.default_rng(1000 + shot)
    width, height = frame.width, frame.height
    coarse = cv2.resize(rng.integers(30, 220, (20, 32), np.uint8), (width, height), interpolation=cv2.INTER_CUBIC)
    fine = cv2.GaussianBlur(rng.standard_normal((height, width)).astype(np.float32), (0, 0), 0.7)
    surface = np.clip(coarse + fine * GRAIN, 0, 255).astype(np.uint8)
    for number in range(frames):
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), number * 0.1, 1.02 + number * 0.001)
        film = np.full((height * 3 // 2, width), 128, np.uint8)
        cv2.warpAffine(surface, turn, (width, height), dst=film[:height], borderMode=cv2.BORDER_REFLECT)
        stamp(film[:height], shot, number)
        yield film


def noise(path: Path, seconds: float) -> None:
    """Noise with a slow swell as one AAC track."""
    count = round(seconds * RATE)
    swell = 0.3 + 0.2 * np.sin(np.arange(count) / RATE)
    noise = (np.random.default_rng(5).standard_normal((2, count)) * swell * 0.3).astype(np.float32)
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=RATE, layout="stereo", options={"b": "256k"})
        sound = av.AudioFrame.from_ndarray(noise, format="fltp", layout="stereo")
        sound.rate, sound.pts, sound.time_base = RATE, 0, Fraction(1, RATE)
        container.mux(stream.encode(sound))
        container.mux(stream.encode())
