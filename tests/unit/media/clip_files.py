"""Clips as the world makes them: each frame carries its number as eight stripes above a patch of one colour."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

RED = (200, 60, 40)


@dataclass(frozen=True)
class Recipe:
    """How a clip is made. The times are in units of `base`; one frame per time."""

    times: tuple[int, ...]
    base: Fraction = Fraction(1, 24)
    size: tuple[int, int] = (320, 180)
    codec: str = "libx264"
    pixels: str = "yuv420p"
    shape: Fraction = Fraction(1)
    matrix: int = 1
    """1 is BT.709, 6 is BT.601, 2 is BT.601 without saying so."""
    full_range: bool = False
    sound: bool = False
    ending: str = "mp4"
    options: tuple[tuple[str, str], ...] = ()


def steady(frames: int, step: int = 1) -> tuple[int, ...]:
    """Times of a constant rate."""
    return tuple(n * step for n in range(frames))


def drawn(number: int, size: tuple[int, int]) -> NDArray[np.uint8]:
    """A picture that says its number."""
    width, height = size
    picture = np.empty((height, width, 3), np.uint8)
    picture[:] = RED
    for bit in range(8):
        picture[: height // 2, bit * width // 8 : (bit + 1) * width // 8] = 235 if number >> bit & 1 else 20
    return picture


def make_clip(path: Path, recipe: Recipe) -> Path:
    """Write the clip."""
    with av.open(path, "w", format=recipe.ending) as container:
        stream = container.add_stream(recipe.codec, rate=24, options={"crf": "12", **dict(recipe.options)})
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height = recipe.size
        stream.pix_fmt = recipe.pixels
        codec = stream.codec_context
        codec.time_base = stream.time_base = recipe.base
        codec.sample_aspect_ratio = recipe.shape
        codec.colorspace = codec.color_primaries = codec.color_trc = recipe.matrix
        codec.color_range = 2 if recipe.full_range else 1
        hum = container.add_stream("aac", rate=48000, layout="mono") if recipe.sound else None
        for number, time in enumerate(recipe.times):
            frame = av.VideoFrame.from_ndarray(drawn(number, recipe.size), format="rgb24")
            coded = {2: 6}.get(recipe.matrix, recipe.matrix)
            made = frame.reformat(
                format=recipe.pixels, dst_colorspace=_matrix(coded), dst_color_range=2 if recipe.full_range else 1
            )
            made.pts, made.time_base = time, recipe.base
            made.colorspace, made.color_range = recipe.matrix, 2 if recipe.full_range else 1
            container.mux(stream.encode(made))
        container.mux(stream.encode())
        if hum is not None:
            _hum(container, hum, len(recipe.times) / 24)
    return path


def _matrix(code: int) -> int:
    """swscale's number of a colour matrix."""
    return {1: 1, 5: 5, 6: 5}[code]


def _hum(container: av.container.OutputContainer, stream: av.AudioStream, seconds: float) -> None:
    tone = (np.sin(np.arange(int(48000 * seconds)) / 20) * 8000).astype(np.int16)
    for at in range(0, len(tone) - 1024, 1024):
        frame = av.AudioFrame.from_ndarray(tone[None, at : at + 1024], format="s16", layout="mono")
        frame.sample_rate, frame.pts = 48000, at
        container.mux(stream.encode(frame))
    container.mux(stream.encode())


@dataclass(frozen=True)
class Seen:
    """What a decoded frame shows."""

    time: Fraction
    number: int
    patch: tuple[int, int, int]
    picture: NDArray[np.uint8]


def see(path: Path, box: tuple[int, int, int, int] | None = None) -> list[Seen]:
    """Every frame of a clip; the picture is looked for in a box (left, top, width, height)."""
    seen = []
    with av.open(path) as container:
        for frame in container.decode(video=0):
            rgb = np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)
            assert frame.pts is not None
            assert frame.time_base is not None
            left, top, width, height = box or (0, 0, frame.width, frame.height)
            inside = rgb[top : top + height, left : left + width]
            rows = inside[height // 8 : 3 * height // 8].mean(axis=(0, 2))
            middles = [rows[(2 * bit + 1) * width // 16] for bit in range(8)]
            number = sum((level > 128) << bit for bit, level in enumerate(middles))
            patch = inside[5 * height // 8 : 7 * height // 8, width // 4 : 3 * width // 4].mean(axis=(0, 1))
            seen.append(
                Seen(frame.pts * frame.time_base, number, (round(patch[0]), round(patch[1]), round(patch[2])), rgb)
            )
    return seen
