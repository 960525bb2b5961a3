"""Outlines that figures, animals and props are drawn with. All lengths are in the unit of the canvas; y grows
downwards."""

from collections.abc import Sequence
from math import atan2, cos, hypot, pi, sin

import skia

Point = tuple[float, float]
Disc = tuple[float, float, float]
"""Centre x, centre y, radius."""


def smooth(*points: Point, closed: bool = True) -> skia.Path:
    """The curve through all points without a corner; a point given twice in a row is a corner."""
    n = len(points)

    def at(i: int) -> Point:
        return points[i % n] if closed else points[max(0, min(n - 1, i))]

    path = skia.PathBuilder()
    path.moveTo(*points[0])
    for i in range(n if closed else n - 1):
        a, b, c, d = at(i - 1), at(i), at(i + 1), at(i + 2)
        if b == c:
            continue
        path.cubicTo(
            b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6, c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6, *c
        )
    if closed:
        path.close()
    return path.detach()


def poly(*points: Point, closed: bool = True) -> skia.Path:
    """Straight lines through the points."""
    path = skia.PathBuilder()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    return path.detach()


def oval(x: float, y: float, rx: float, ry: float) -> skia.Path:
    """An ellipse around its centre."""
    return skia.Path.Oval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))


def box(left: float, top: float, right: float, bottom: float, radius: float = 0.0) -> skia.Path:
    """A rectangle with rounded corners."""
    return skia.Path.RRect(skia.Rect.MakeLTRB(left, top, right, bottom), radius, radius)


def mirrored(*half: Point) -> skia.Path:
    """The smooth closed curve of the right half given from top to bottom, and its mirror image."""
    return smooth(*half, *((-x, y) for x, y in reversed(half) if x))


def tube(spine: Sequence[Point], radii: Sequence[float]) -> skia.Path:
    """A limb: the smooth skin around a bent spine of two or three points, with a radius at each; the ends are round."""
    centre, radius = _bend(spine, radii)
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(centre):
        before, after = centre[max(0, i - 1)], centre[min(len(centre) - 1, i + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        size = hypot(dx, dy) or 1.0
        nx, ny = -dy / size * radius[i], dx / size * radius[i]
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return smooth(*left, _beyond(centre, radius[-1]), *reversed(right), _beyond(centre[::-1], radius[0]))


def _bend(spine: Sequence[Point], radii: Sequence[float]) -> tuple[list[Point], list[float]]:
    steps = 4
    centre: list[Point] = []
    radius: list[float] = []
    for i in range(len(spine) - 1):
        for k in range(steps + (i == len(spine) - 2)):
            t = k / steps
            (ax, ay), (bx, by) = spine[i], spine[i + 1]
            centre.append((ax + (bx - ax) * t, ay + (by - ay) * t))
            radius.append(radii[i] + (radii[i + 1] - radii[i]) * t)
    for _ in range(3):
        rounded = [centre[0]]
        for a, b, c in zip(centre, centre[1:], centre[2:], strict=False):
            rounded.append(((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4))
        centre = [*rounded, centre[-1]]
    return centre, radius


def _beyond(centre: Sequence[Point], radius: float) -> Point:
    (ax, ay), (bx, by) = centre[-2], centre[-1]
    size = hypot(bx - ax, by - ay) or 1.0
    return bx + (bx - ax) / size * radius, by + (by - ay) / size * radius


def hull(*discs: Disc) -> skia.Path:
    """The cloth stretched around discs: their common convex outline."""
    dots = sorted(
        {(round(x + r * cos(k * pi / 8), 4), round(y + r * sin(k * pi / 8), 4)) for x, y, r in discs for k in range(16)}
    )
    lower: list[Point] = []
    upper: list[Point] = []
    for chain, run in ((lower, dots), (upper, dots[::-1])):
        for dot in run:
            while len(chain) > 1 and _turns(chain[-2], chain[-1], dot) <= 0:
                chain.pop()
            chain.append(dot)
    return _rounded([*lower[:-1], *upper[:-1]])


def _rounded(corners: Sequence[Point]) -> skia.Path:
    """The closed curve through the middles of all edges, which never leaves the polygon."""
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)]
    path = skia.PathBuilder()
    path.moveTo(*middles[-1])
    for corner, middle in zip(corners, middles, strict=True):
        path.quadTo(*corner, *middle)
    path.close()
    return path.detach()


def _turns(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def star(x: float, y: float, radius: float, points: int = 5, inner: float = 0.45) -> skia.Path:
    """A star standing on two of its points."""
    spots = []
    for k in range(points * 2):
        r = radius if k % 2 == 0 else radius * inner
        angle = -pi / 2 + k * pi / points
        spots.append((x + r * cos(angle), y + r * sin(angle)))
    return poly(*spots)


def angle_of(a: Point, b: Point) -> float:
    """The direction from one point to another, in degrees, clockwise from the right."""
    return atan2(b[1] - a[1], b[0] - a[0]) * 180 / pi
