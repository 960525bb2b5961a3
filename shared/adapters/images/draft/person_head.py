"""A head: how it is turned, what its face says, and where its features lie. One unit is half the height of the head."""

from dataclasses import dataclass
from math import cos, sin

import skia

from shared.adapters.images.draft.figure_brush import Brush
from shared.adapters.images.draft.figure_shape import Point, smooth
from shared.adapters.images.draft.person_reading import Look
from shared.adapters.images.draft.stage import Colour


@dataclass(frozen=True)
class Mood:
    """What an expression does to a face. Brows and corners: positive is upwards."""

    inner_brow: float
    outer_brow: float
    openness: float
    lower_lid: float
    corners: float
    blush: float


MOODS = {
    "calm": Mood(0.028, 0.0, 0.94, 0.05, 0.03, 0.36),
    "sad": Mood(0.085, -0.05, 0.78, 0.0, -0.018, 0.26),
    "hopeful": Mood(0.05, 0.035, 1.04, 0.05, 0.045, 0.42),
    "joyful": Mood(0.025, 0.045, 0.74, 0.32, 0.085, 0.60),
    "afraid": Mood(0.10, 0.02, 1.14, -0.05, -0.022, 0.10),
    "tender": Mood(0.035, -0.01, 0.66, 0.14, 0.05, 0.50),
}


@dataclass(frozen=True)
class Head:
    """One head in the picture."""

    look: Look
    yaw: float
    pitch: float
    away: bool
    mood: Mood
    asleep: bool
    px: float
    """Half its height in px: what is too small to be seen is left out."""
    seed: int

    @property
    def child(self) -> bool:
        """Rounder, with larger eyes that lie lower."""
        return self.look.stage == "child"

    @property
    def wide(self) -> float:
        """Half the width of the face."""
        return 0.86 if self.child else 0.76 if self.look.female else 0.79

    @property
    def shift(self) -> float:
        """How far the middle of the face has moved sideways."""
        return sin(self.yaw * 0.66) * 0.8 * self.wide

    def spot(self, side: float, y: float) -> Point:
        """A place on the face: side in radians from its middle, y before nodding."""
        lift = self.pitch * 0.22 * (1 - 0.35 * abs(y))
        return sin(side + self.yaw * 0.66) * self.wide, y - lift

    def squeeze(self, side: float) -> float:
        """How much narrower something at that side is seen."""
        return max(0.5, cos(side + self.yaw * 0.66))


FRONT: tuple[Point, ...] = (
    (0, -1), (0.5, -0.9), (0.88, -0.5), (0.98, -0.1), (0.99, 0.12), (0.95, 0.36), (0.7, 0.7), (0.31, 0.95), (0, 1.0),
    (-0.31, 0.95), (-0.7, 0.7), (-0.99, 0.12), (-0.88, -0.5), (-0.5, -0.9),
)  # fmt: skip
QUARTER: tuple[Point, ...] = (
    (0.1, -1), (0.62, -0.86), (0.94, -0.46), (1.0, -0.14), (0.94, 0.08), (0.99, 0.32), (0.9, 0.62), (0.66, 0.92), (0.4,
    0.99),
    (0.04, 0.9), (-0.42, 0.6), (-0.74, 0.1), (-0.95, -0.42), (-0.55, -0.9),
)  # fmt: skip


def face_path(head: Head) -> skia.Path:
    """The outline of the skin, from full face to three-quarter."""
    share = min(1.0, abs(head.yaw) / 0.82)
    sign = 1 if head.yaw >= 0 else -1
    chin = 0.97 if head.child else 1.0
    round_ = 0.98 if head.child else 1.0
    points = []
    for (ax, ay), (bx, by) in zip(FRONT, QUARTER, strict=True):
        x, y = ax + (bx - ax) * share, ay + (by - ay) * share
        if y > 0.4:
            x = x * round_
            y = y * chin - max(0.0, head.pitch) * 0.05
        points.append((x * head.wide * sign, y))
    return smooth(*points)


def skin_shadow(skin: Colour) -> Colour:
    """Skin where light hardly reaches: deeper and warmer, never grey."""
    return Colour(skin.r * 0.72, skin.g * 0.53, skin.b * 0.5)


def draw_ears(brush: Brush, head: Head) -> None:
    """The ears that the turn of the head and the hair leave visible."""
    if head.look.hair_style in ("long", "wavy", "bob", "afro") and not head.away:
        return
    for sign in (-1, 1):
        side = sign * 1.45 + head.yaw * 0.74
        if abs(side) > 2.1 or (cos(side) < -0.1 and abs(head.yaw) > 0.3 and sign * head.yaw > 0):
            continue
        x = sin(side) * head.wide * 1.0 if not head.away else sign * head.wide
        y = 0.14 - head.pitch * 0.1
        if sign * head.yaw > 0.35:
            continue
        ear = smooth(
            (x - 0.03, y - 0.2), (x + sign * 0.12, y - 0.19), (x + sign * 0.14, y),
            (x + sign * 0.04, y + 0.22), (x - sign * 0.05, y + 0.16),
        )  # fmt: skip
        brush.form(ear, head.look.skin)
        if head.px > 25:
            dark = skin_shadow(head.look.skin)
            brush.stroke(
                (x + sign * 0.02, y - 0.11),
                (x + sign * 0.09, y - 0.09),
                (x + sign * 0.07, y + 0.06),
                colour=dark,
                width=0.025,
                alpha=0.6,
            )
