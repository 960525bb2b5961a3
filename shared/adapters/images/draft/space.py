"""The space in front of the camera, in metres, and where it falls on the picture.

The picture is measured in units of which the frame is 1080 high; x grows to the right, y downwards, z away from us.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import skia

from shared.adapters.images.draft.stage import OVERSCAN

FRAME_HEIGHT = 1080.0
NEAR = 0.5
Spot = tuple[float, float, float]
"""Metres to the right of the middle of the set, above its ground, and away from the camera."""


@dataclass(frozen=True)
class Space:
    """How the camera stands: the same set seen from another distance or height is the same set."""

    width: float
    focal: float
    """Units that a metre at a distance of a metre takes."""
    eye: float
    """Height of the camera above the ground, in metres."""
    centre: float
    """Where the middle of the set at infinity falls, in units from the left."""
    horizon: float
    """Where the horizon falls, in units from the top."""
    zoom: float
    """How much closer the picture is than the widest one of this set."""

    @property
    def edges(self) -> skia.Rect:
        """The part of the picture that must be painted so that the camera can move."""
        x, y = self.width * (OVERSCAN - 1) / 2 + 24, FRAME_HEIGHT * (OVERSCAN - 1) / 2 + 24
        return skia.Rect.MakeLTRB(-x, -y, self.width + x, FRAME_HEIGHT + y)

    def at(self, x: float, y: float, z: float) -> tuple[float, float]:
        """Where a spot falls; what is nearer than half a metre falls where it would at half a metre."""
        unit = self.focal / max(z, NEAR)
        return self.centre + x * unit, self.horizon + (self.eye - y) * unit

    def unit(self, z: float) -> float:
        """How long a metre is at that distance."""
        return self.focal / max(z, NEAR)

    def away(self, y: float) -> float:
        """How far the ground at that height of the picture is."""
        return self.focal * self.eye / max(1.0, y - self.horizon)

    def reach(self, z: float) -> tuple[float, float]:
        """Which metres from left to right can be seen at that distance."""
        unit, edges = self.unit(z), self.edges
        return (edges.left() - self.centre) / unit, (edges.right() - self.centre) / unit

    def outline(self, *spots: Spot) -> skia.Path:
        """The closed outline through spots."""
        return outline([self.at(*spot) for spot in spots])

    def floor(self, x: tuple[float, float], z: tuple[float, float], y: float = 0.0) -> skia.Path:
        """A level rectangle."""
        return self.outline((x[0], y, z[0]), (x[1], y, z[0]), (x[1], y, z[1]), (x[0], y, z[1]))

    def front(self, x: tuple[float, float], y: tuple[float, float], z: float) -> skia.Path:
        """An upright rectangle that faces the camera."""
        return self.outline((x[0], y[0], z), (x[1], y[0], z), (x[1], y[1], z), (x[0], y[1], z))

    def side(self, x: float, y: tuple[float, float], z: tuple[float, float]) -> skia.Path:
        """An upright rectangle that runs away from the camera."""
        return self.outline((x, y[0], z[0]), (x, y[0], z[1]), (x, y[1], z[1]), (x, y[1], z[0]))


def outline(points: Sequence[tuple[float, float]]) -> skia.Path:
    """The closed outline through points of the picture."""
    return skia.Path.Polygon([skia.Point(*point) for point in points], True)
