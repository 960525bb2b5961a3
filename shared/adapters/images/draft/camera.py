"""What the camera does with the layers while a shot lasts: near ones move more, and no edge is ever seen."""

from dataclasses import dataclass
from typing import NamedTuple

from shared.adapters.images.draft.stage import OVERSCAN
from shared.domain.prompt import Move

RAMP = 0.16
"""The share of a move that it takes to gain full speed, and again to come to rest."""
NEAREST = 1.6
"""The depth beyond which a layer moves no more than one at this depth."""
_TRUCK, _TURN, _CRANE, _PUSH, _BREATH = 0.046, 0.062, 0.046, 0.15, 0.012


@dataclass(frozen=True)
class View:
    """Where the camera is at one instant."""

    dx: float
    """How far a thing in the plane of the subject is moved to the right, as a share of the frame's width."""
    dy: float
    """How far it is moved downwards, as a share of the frame's height."""
    zoom: float
    """How much larger it is than at rest."""
    parallax: float = 1.0
    """1 = a thing at infinity does not move (the camera travels); 0 = all things move alike (the camera turns)."""


class Affine(NamedTuple):
    """From layer pixels to frame pixels: x' = scale * x + tx, y' = scale * y + ty."""

    scale: float
    tx: float
    ty: float


def ease(u: float) -> float:
    """0..1 to 0..1: starts and ends at rest, and moves at constant speed in between, however long the shot is."""
    u = min(1.0, max(0.0, u))
    speed = 1 / (1 - RAMP)
    if u > 0.5:
        return 1.0 - ease(1.0 - u)
    if u >= RAMP:
        return speed * (u - RAMP / 2)
    share = u / RAMP
    return speed * RAMP * (share**3 - share**4 / 2)


def view(move: Move, amount: float, u: float) -> View:
    """Where the camera is at the instant u (0 = start, 1 = end) of a move; amount 0 = barely, 1 = as far as can be.

    A static camera breathes by no more than 1.2 %. Every view keeps all layers over the whole frame.
    """
    reach = 0.25 + 0.75 * min(1.0, max(0.0, amount))
    gone = ease(u)
    swing = (1 - 2 * gone) * reach
    if move in _SIDEWAYS:
        x, y, parallax = _SIDEWAYS[move]
        return View(x * swing, y * swing, 1.0, parallax)
    if move is Move.STATIC:
        return View(0.0, 0.0, 1.0 + _BREATH * amount * gone)
    return View(0.0, 0.0, 1.0 + _PUSH * reach * (gone if move is Move.PUSH_IN else 1 - gone))


def sheet_size(size: tuple[int, int]) -> tuple[int, int]:
    """The size in px of every layer of a frame of that size."""
    return round(size[0] * OVERSCAN), round(size[1] * OVERSCAN)


def matrix(layer_depth: float, view: View, size: tuple[int, int]) -> Affine:
    """Where a layer of that depth lies in a frame of that size, seen so."""
    depth = min(NEAREST, max(0.0, layer_depth))
    scale = 1.0 + (view.zoom - 1.0) * (0.3 + 0.7 * depth)
    share = 1.0 + view.parallax * (depth - 1.0)
    width, height = sheet_size(size)
    tx = size[0] / 2 - scale * width / 2 + view.dx * share * size[0]
    ty = size[1] / 2 - scale * height / 2 + view.dy * share * size[1]
    return Affine(scale, tx, ty)


_SIDEWAYS = {
    Move.PAN_LEFT: (-_TURN, 0.0, 0.25),
    Move.PAN_RIGHT: (_TURN, 0.0, 0.25),
    Move.TILT_UP: (0.0, -_TURN, 0.25),
    Move.TILT_DOWN: (0.0, _TURN, 0.25),
    Move.TRUCK_LEFT: (-_TRUCK, 0.0, 1.0),
    Move.TRUCK_RIGHT: (_TRUCK, 0.0, 1.0),
    Move.CRANE_UP: (0.0, -_CRANE, 1.0),
    Move.CRANE_DOWN: (0.0, _CRANE, 1.0),
}
"""How far things lie off when the move starts (as far on the other side when it ends), and its parallax."""
