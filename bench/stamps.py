"""Pictures that say which they are: a shot number and a frame number that survive encoding, drawn and read back."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

BITS = 24
SHOT_BITS, FRAME_BITS = 8, 12

Picture = NDArray[np.uint8]


def stamp(luma: Picture, shot: int, frame: int) -> None:
    """Draw the two numbers into the top rows of a luma plane: 24 squares, the last four are a checksum."""
    side = luma.shape[1] // (BITS + 1)
    for bit, value in enumerate(_bits(shot, frame)):
        luma[:side, side * bit : side * (bit + 1)] = 235 if value else 16


def read_stamp(luma: Picture) -> tuple[int, int]:
    """The shot and frame of a picture; (-1, -1) when it carries no valid stamp."""
    side = luma.shape[1] // (BITS + 1)
    inner = slice(side // 4, side - side // 4)
    value = 0
    for bit in range(BITS):
        square = luma[inner, side * bit + side // 4 : side * (bit + 1) - side // 4]
        value = value << 1 | int(square.mean() > 125)
    shot, frame = value >> 16, value >> 4 & 0xFFF
    return (shot, frame) if _stamped(shot, frame) == value else (-1, -1)


def read_stamps(film: Path) -> Iterator[tuple[int, int, float]]:
    """Shot, frame and presentation time in seconds of each frame that decodes, in the order in which they are shown."""
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        for packet in container.demux(stream):
            try:
                pictures = packet.decode()
            except av.error.InvalidDataError:
                continue
            for picture in pictures:
                luma = picture.to_ndarray(format="gray").astype(np.uint8, copy=False)
                yield (*read_stamp(luma), float(picture.time or 0))


def _stamped(shot: int, frame: int) -> int:
    """Both numbers and the XOR of their nibbles."""
    value = shot << FRAME_BITS | frame
    check = 0
    for nibble in range((SHOT_BITS + FRAME_BITS) // 4):
        check ^= value >> 4 * nibble & 15
    return value << 4 | check


def _bits(shot: int, frame: int) -> list[int]:
    value = _stamped(shot, frame)
    return [value >> BITS - 1 - bit & 1 for bit in range(BITS)]
