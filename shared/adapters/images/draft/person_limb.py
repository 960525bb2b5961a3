"""Arms, legs, hands and shoes, in units of a hundredth of the standing height."""

from dataclasses import dataclass
from math import cos, pi, sin

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import Point, angle_of, oval, smooth, tube
from shared.adapters.images.draft.person_bones import Bones
from shared.adapters.images.draft.person_head import skin_shadow
from shared.adapters.images.draft.stage import Colour


@dataclass(frozen=True)
class Sleeve:
    """What an arm wears."""

    colour: Colour
    skin: Colour
    px: float
    """A unit in px."""
    loose: float = 1.0


def draw_arm(brush: Brush, bones: Bones, side: int, sleeve: Sleeve) -> None:
    """The sleeve from shoulder to wrist and the hand."""
    girth = bones.build.girth * sleeve.loose
    shoulder, elbow, hand = (spot[side][:2] for spot in (bones.shoulders, bones.elbows, bones.hands))
    shoulder = (bones.neck[0] + (shoulder[0] - bones.neck[0]) * 0.86, shoulder[1] + 2.2)
    draw_hand(brush, (elbow, hand), bones.build.head * 0.36, sleeve)
    arm = tube((shoulder, elbow, hand), (3.1 * girth, 2.7 * girth, 2.15 * girth))
    brush.form(arm, sleeve.colour, 0.7)
    brush.crescent(arm, 0.8, 0.22)
    if (shoulder[0] - bones.neck[0]) * brush.toward[0] > 0:
        brush.rim(arm, 0.35)
    if sleeve.px > 2:
        brush.canvas.save()
        brush.canvas.clipPath(arm, doAntiAlias=True)
        _folds(brush, elbow, hand, sleeve)
        brush.canvas.restore()


def _folds(brush: Brush, elbow: Point, hand: Point, sleeve: Sleeve) -> None:
    ex, ey = elbow
    dark = sleeve.colour.mix(INK, 0.4)
    for k in (-1, 0, 1):
        brush.stroke(
            (ex - 1.9, ey + k * 1.3 - 0.4),
            (ex, ey + k * 1.1 + 0.3),
            (ex + 1.6, ey + k * 0.9 - 0.5),
            colour=dark,
            width=0.22,
            alpha=0.35,
        )
    turn = angle_of(elbow, hand) * pi / 180
    nx, ny = -sin(turn), cos(turn)
    hx, hy = hand[0] - cos(turn) * 0.6, hand[1] - sin(turn) * 0.6
    brush.stroke(
        (hx + nx * 2, hy + ny * 2),
        (hx + cos(turn) * 0.5, hy + sin(turn) * 0.5),
        (hx - nx * 2, hy - ny * 2),
        colour=dark,
        width=0.35,
        alpha=0.55,
    )


def draw_hand(brush: Brush, forearm: tuple[Point, Point], length: float, sleeve: Sleeve) -> None:
    """A relaxed hand beyond the wrist: a palm, four fingers lying together, a thumb."""
    (ex, ey), (hx, hy) = forearm
    canvas = brush.canvas
    turn = angle_of((ex, ey), (hx, hy))
    canvas.save()
    canvas.translate(hx, hy)
    canvas.rotate(turn)
    canvas.scale(length, length if hx >= 0 else -length)
    hand = Brush(canvas, brush.warm.light, brush.spin + turn)
    skin = sleeve.skin
    palm = smooth((-0.15, -0.24), (0.25, -0.3), (0.55, -0.27), (0.55, 0.27), (0.2, 0.3), (-0.15, 0.24))
    for k, reach in ((0, 0.86), (1, 1.0), (2, 0.98), (3, 0.84)) if sleeve.px * length > 5 else ():
        y = -0.21 + k * 0.14
        finger = tube(((0.4, y), (reach * 0.72, y + 0.02), (reach, y * 0.8 + 0.05)), (0.085, 0.08, 0.06))
        hand.form(finger, skin, 0.8)
        hand.line(finger, skin_shadow(skin), 0.016, 0.5)
    if sleeve.px * length <= 5:
        hand.form(oval(0.6, 0, 0.4, 0.24), skin)
    hand.form(palm, skin, 0.7)
    thumb = tube(((0.1, -0.24), (0.36, -0.42), (0.58, -0.4)), (0.12, 0.1, 0.07))
    hand.form(thumb, skin, 0.7)
    canvas.restore()


def draw_leg(brush: Brush, bones: Bones, side: int, cloth: tuple[Colour, float]) -> None:
    """A leg in trousers or stockings of that colour and looseness."""
    colour, loose = cloth
    girth = bones.build.girth * loose
    hip, knee, foot = (spot[side][:2] for spot in (bones.hips, bones.knees, bones.feet))
    leg = tube((hip, knee, foot), (4.3 * girth, 3.4 * girth, 2.6 * girth))
    brush.form(leg, colour)
    brush.crescent(leg, 1.0, 0.35)
    if (foot[0] - bones.feet[1 - side][0]) * brush.toward[0] > 0:
        brush.rim(leg, 0.35)
    kx, ky = knee
    brush.canvas.save()
    brush.canvas.clipPath(leg, doAntiAlias=True)
    for k in (-1, 1):
        brush.stroke(
            (kx - 2.2, ky + k * 0.9),
            (kx, ky + k * 1.3),
            (kx + 2, ky + k * 0.6),
            colour=colour.mix(INK, 0.4),
            width=0.25,
            alpha=0.3,
        )
    brush.canvas.restore()


def draw_shoe(brush: Brush, bones: Bones, side: int, colour: Colour) -> None:
    """A shoe that points where the body faces."""
    x, y, _ = bones.feet[side]
    forward = sin(bones.yaw)
    toward = cos(bones.yaw)
    size = bones.build.head * 0.34
    tip_x, tip_y = x + forward * size * 1.0, y + max(0.0, toward) * size * 0.32 + 1.2
    if bones.stance.kneeling:
        tip_x, tip_y = x, y + 1
    splay = (1 if side else -1) * 0.7 * toward
    shoe = tube(
        ((x, y + 0.6), ((x + tip_x) / 2 + splay * 0.4, (y + tip_y) / 2 + 0.7), (tip_x + splay, tip_y)), (2.3, 2.4, 2.0)
    )
    brush.form(shoe, colour)
    brush.flat(oval(tip_x + splay + brush.toward[0] * 0.6, tip_y - 0.9, 0.9, 0.4), colour.mix(WHITE, 0.4), 0.9, 0.35)
