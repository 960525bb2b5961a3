"""How one sheet is laid on a frame: slid there, or grown."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, prod
from typing import NamedTuple

import cv2
import numpy as np

from shared.adapters.clips.sheet import Pixels, Plate, Sheet
from shared.adapters.images.draft.camera import Affine

Planes = tuple[Pixels, ...]
"""Luma, Cb and Cr of a frame, the latter two of half its size."""


class Area(NamedTuple):
    """Pixels of a plane: left <= x < right, top <= y < bottom."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def rows(self) -> slice:
        """From top to bottom."""
        return slice(self.top, self.bottom)

    @property
    def columns(self) -> slice:
        """From left to right."""
        return slice(self.left, self.right)

    def half(self) -> "Area":
        """The same on a plane of half the size."""
        return Area(*((edge + 1) // 2 for edge in self))

    def even(self) -> "Area":
        """The largest one inside it that has whole pixels on a plane of half the size."""
        return Area((self.left + 1) // 2 * 2, (self.top + 1) // 2 * 2, self.right // 2 * 2, self.bottom // 2 * 2)


class Inverse(NamedTuple):
    """From the middle of a frame's pixel to where it lies on a sheet, both counted from the first pixel's middle."""

    step: float
    x: float
    y: float

    @staticmethod
    def of(place: Affine, left: float, top: float) -> "Inverse":
        """Places speak of the corners of pixels; a sheet begins so far on its layer."""
        x, y = (0.5 - place.tx) / place.scale - left - 0.5, (0.5 - place.ty) / place.scale - top - 0.5
        return Inverse(1 / place.scale, x, y)

    def within(self, area: Area, shape: tuple[int, ...]) -> Area:
        """What of an area lies on a sheet of that height and width."""
        left, right = (ceil((edge - self.x) / self.step) for edge in (0, shape[1] - 1))
        top, bottom = (ceil((edge - self.y) / self.step) for edge in (0, shape[0] - 1))
        return Area(max(area.left, left), max(area.top, top), min(area.right, right), min(area.bottom, bottom))


@dataclass(frozen=True)
class _Passing:
    """A plate that moves without a change of size."""

    plate: Plate
    onto: tuple[Pixels, ...]
    seen: Inverse
    scratch: Pixels

    def cover(self, area: Area) -> None:
        """Put it there in place of what is there."""
        area = self.seen.within(area, self.plate.through.shape[:2])
        if area.left < area.right and area.top < area.bottom:
            for plane, onto in zip(self.plate.planes, self.onto, strict=True):
                self._sample(plane, area, onto[area.rows, area.columns])

    def blend(self, area: Area) -> None:
        """Lay it over what is there."""
        area = self.seen.within(area, self.plate.through.shape[:2])
        width, height = area.right - area.left, area.bottom - area.top
        if width <= 0 or height <= 0:
            return
        own, through = (_room(room, (height, width)) for room in self.scratch[:2])
        self._sample(self.plate.through, area, through)
        for plane, onto in zip(self.plate.planes, self.onto, strict=True):
            under = onto[area.rows, area.columns]
            self._sample(plane, area, own)
            _over(under, own, through)

    def _sample(self, plane: Pixels, area: Area, into: Pixels) -> None:
        x, y = self.seen.x + area.left, self.seen.y + area.top
        (height, width), left, top = into.shape, floor(x), floor(y)
        beside = plane[top : top + height + 1, left : left + width + 1]
        room = _room(self.scratch[2], (height + 1, width))
        if y == top:
            room, beside = into, beside[:height]
        if x == left:
            room = beside[:, :width]
        else:
            cv2.addWeighted(beside[:, :-1], 1 - (x - left), beside[:, 1:], x - left, 0, dst=room)
        if y != top:
            cv2.addWeighted(room[:-1], 1 - (y - top), room[1:], y - top, 0, dst=into)
        elif x == left:
            np.copyto(into, room)


@dataclass(frozen=True)
class Sliding:
    """A sheet that moves without a change of size: each plane is laid by itself."""

    whole: _Passing
    halves: _Passing

    @staticmethod
    def of(sheet: Sheet, place: Affine, onto: Planes, scratch: Pixels) -> "Sliding":
        """On its way to the planes of a frame."""
        halved = Affine(place.scale, place.tx / 2, place.ty / 2)
        whole = _Passing(sheet.luma, onto[:1], Inverse.of(place, sheet.left, sheet.top), scratch)
        return Sliding(
            whole, _Passing(sheet.chroma, onto[1:], Inverse.of(halved, sheet.left / 2, sheet.top / 2), scratch)
        )

    def cover(self, area: Area) -> None:
        """Put it there in place of what is there."""
        self.whole.cover(area)
        self.halves.cover(area.half())

    def blend(self, area: Area) -> None:
        """Lay it over what is there."""
        self.whole.blend(area)
        self.halves.blend(area.half())


@dataclass(frozen=True)
class Growing:
    """A sheet that changes its size: four channels are found in the time of one."""

    film: Pixels
    onto: Planes
    seen: Inverse
    scratch: Pixels

    @staticmethod
    def of(sheet: Sheet, place: Affine, onto: Planes, scratch: Pixels) -> "Growing":
        """On its way to the planes of a frame."""
        return Growing(sheet.film, onto, Inverse.of(place, sheet.left, sheet.top), scratch)

    def cover(self, area: Area) -> None:
        """Put it there in place of what is there."""
        for found, part, channels in self._found(area):
            for channel in channels:
                cv2.extractChannel(found, channel, dst=self.onto[channel][part.rows, part.columns])

    def blend(self, area: Area) -> None:
        """Lay it over what is there."""
        for found, part, channels in self._found(area):
            own, through = (_room(room, found.shape[:2]) for room in self.scratch[:2])
            cv2.extractChannel(found, 3, dst=through)
            for channel in channels:
                under = self.onto[channel][part.rows, part.columns]
                cv2.extractChannel(found, channel, dst=own)
                _over(under, own, through)

    def _found(self, area: Area) -> Iterator[tuple[Pixels, Area, tuple[int, ...]]]:
        """The sheet there as it is seen: for luma, and at half the size for chroma."""
        area = self.seen.within(area, self.film.shape).even()
        width, height = area.right - area.left, area.bottom - area.top
        if width <= 0 or height <= 0:
            return
        x, y = self.seen.x + self.seen.step * area.left, self.seen.y + self.seen.step * area.top
        matrix = np.array([[self.seen.step, 0, x], [0, self.seen.step, y]])
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        found = _room(self.scratch[2:].reshape(-1), (height, width, 4))
        cv2.warpAffine(self.film, matrix, (width, height), dst=found, flags=flags, borderMode=cv2.BORDER_REPLICATE)
        yield found, area, (0,)
        small = _room(self.scratch[6:].reshape(-1), (height // 2, width // 2, 4))
        cv2.resize(found, (width // 2, height // 2), dst=small, interpolation=cv2.INTER_AREA)
        yield small, area.half(), (1, 2)


def _room(scratch: Pixels, shape: tuple[int, ...]) -> Pixels:
    """The first pixels of a scratch in that shape."""
    return scratch[: prod(shape)].reshape(shape)


def _over(under: Pixels, own: Pixels, through: Pixels) -> None:
    cv2.multiply(under, through, dst=under, scale=1 / 255)
    cv2.add(under, own, dst=under)
