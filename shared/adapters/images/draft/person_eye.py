"""Eyes and brows: lids, iris, catch light, lashes. One unit is half the height of the head."""

from dataclasses import dataclass

import skia

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import oval, smooth
from shared.adapters.images.draft.person_head import Head, skin_shadow
from shared.adapters.images.draft.stage import Colour


@dataclass(frozen=True)
class Eye:
    """One eye: its middle, half its width, half its height when open, and which side is outwards."""

    x: float
    y: float
    w: float
    h: float
    out: int


def draw_eyes(brush: Brush, head: Head) -> None:
    """Both eyes with their brows."""
    for sign in (-1, 1):
        eye = _eye(head, sign)
        if head.px < 11:
            _dot(brush, head, eye)
        elif head.asleep or head.pitch < -0.6:
            _closed(brush, head, eye)
        else:
            _open(brush, head, eye)
        _brow(brush, head, eye)


def _eye(head: Head, sign: int) -> Eye:
    side = sign * (0.46 if head.child else 0.44)
    x, y = head.spot(side, 0.2 if head.child else 0.09)
    width = (0.2 if head.child else 0.19 if head.look.female else 0.17) * head.squeeze(side) ** 0.8
    tall = (0.175 if head.child else 0.135 if head.look.female else 0.115) * head.mood.openness
    old = 0.86 if head.look.stage == "old" else 1.0
    return Eye(x, y, width, tall * old, sign)


def _almond(eye: Eye, lower: float) -> skia.Path:
    x, y, w, h, o = eye.x, eye.y, eye.w, eye.h, eye.out
    down = h * (0.82 - lower)
    return smooth(
        (x - o * w, y + h * 0.22), (x - o * w, y + h * 0.22), (x - o * w * 0.45, y - h * 0.78), (x + o * w * 0.3,
        y - h),
        (x + o * w * 0.85, y - h * 0.4), (x + o * w, y), (x + o * w, y), (x + o * w * 0.55, y + down * 0.85),
        (x - o * w * 0.3, y + down),
    )  # fmt: skip


def _open(brush: Brush, head: Head, eye: Eye) -> None:
    canvas, skin = brush.canvas, head.look.skin
    shape = _almond(eye, head.mood.lower_lid)
    brush.flat(oval(eye.x, eye.y - eye.h * 0.35, eye.w * 1.25, eye.h * 1.5), skin_shadow(skin), 0.7, 0.16)
    brush.flat(shape, Colour(0.97, 0.95, 0.92), 0.72)
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    _iris(brush, head, eye)
    brush.bright(oval(eye.x, eye.y - eye.h * 1.12, eye.w * 1.2, eye.h * 0.62), skin_shadow(skin).mix(INK, 0.5), 0.42)
    canvas.restore()
    _lids(brush, head, eye)


def _iris(brush: Brush, head: Head, eye: Eye) -> None:
    gaze_x = 0.12 * eye.w * (1 if head.yaw >= 0 else -1) * min(1.0, abs(head.yaw) * 2)
    gaze_y = -0.22 * eye.h * head.pitch
    x, y, r = (
        eye.x + gaze_x,
        eye.y + gaze_y - eye.h * 0.06,
        min(eye.w * (0.76 if head.child else 0.68), eye.h * 0.94 / max(0.7, head.mood.openness)),
    )
    colour = head.look.eyes
    brush.flat(oval(x, y, r, r), colour.mix(INK, 0.62), 0.7)
    brush.flat(oval(x, y + r * 0.04, r * 0.84, r * 0.84), colour, 0.75)
    brush.flat(oval(x, y + r * 0.42, r * 0.58, r * 0.4), colour.mix(WHITE, 0.4), 0.9, 0.75)
    brush.flat(oval(x, y, r * 0.47, r * 0.47), INK, 0.35)
    lx = 1 if brush.toward[0] >= 0 else -1
    strength = 0.95 - 0.25 * brush.light.darkness
    brush.bright(oval(x + lx * r * 0.34, y - r * 0.38, r * 0.25, r * 0.27), WHITE.mix(brush.light.key, 0.3), strength)
    brush.bright(
        oval(x - lx * r * 0.36, y + r * 0.42, r * 0.11, r * 0.11), WHITE.mix(brush.light.key, 0.4), strength * 0.55
    )


def _lids(brush: Brush, head: Head, eye: Eye) -> None:
    x, y, w, h, o = eye.x, eye.y, eye.w, eye.h, eye.out
    lash = head.look.hair.mix(INK, 0.78) if head.look.stage != "old" else skin_shadow(head.look.skin).mix(INK, 0.5)
    thick = 0.05 if head.look.female else 0.038
    flick = 1.16 if head.look.female else 1.04
    lid = smooth(
        (x - o * w * 1.02, y + h * 0.26), (x - o * w * 1.02, y + h * 0.26), (x - o * w * 0.45, y - h * 0.8),
        (x + o * w * 0.3, y - h * 1.04),
        (x + o * w * 0.88, y - h * 0.42), (x + o * w * flick, y - h * 0.02), (x + o * w * flick, y - h * 0.02),
        (x + o * w * 0.85, y - h * 0.42 - thick * 1.2), (x + o * w * 0.3, y - h - thick * 1.25), (x - o * w * 0.45,
        y - h * 0.8 - thick * 0.7),
    )  # fmt: skip
    brush.flat(lid, lash, 0.5)
    if head.px >= 22:
        _creases(brush, head, eye)


def _creases(brush: Brush, head: Head, eye: Eye) -> None:
    """The lower lid, the fold of the upper one, and what years have drawn."""
    x, y, w, h, o = eye.x, eye.y, eye.w, eye.h, eye.out
    shade = skin_shadow(head.look.skin)
    down = h * (0.82 - head.mood.lower_lid)
    brush.stroke(
        (x - o * w * 0.5, y + down),
        (x + o * w * 0.2, y + down * 1.02),
        (x + o * w * 0.9, y + h * 0.18),
        colour=shade,
        width=0.015,
        alpha=0.5,
    )
    crease = y - h * 1.04 - 0.075
    brush.stroke(
        (x - o * w * 0.8, y - h * 0.5 - 0.06),
        (x + o * w * 0.2, crease),
        (x + o * w * 1.05, y - h * 0.45 - 0.03),
        colour=shade,
        width=0.02,
        alpha=0.5,
    )
    if head.look.stage == "old":
        brush.stroke(
            (x - o * w * 0.7, y + h * 1.5),
            (x, y + h * 1.9),
            (x + o * w * 0.8, y + h * 1.45),
            colour=shade,
            width=0.02,
            alpha=0.4,
        )
        for k in (-1, 0, 1):
            brush.stroke(
                (x + o * w * 1.25, y + k * 0.03),
                (x + o * w * 1.6, y + 0.03 + k * 0.07),
                colour=shade,
                width=0.015,
                alpha=0.35,
            )


def _closed(brush: Brush, head: Head, eye: Eye) -> None:
    x, y, w, o = eye.x, eye.y + eye.h * 0.35, eye.w, eye.out
    lash = head.look.hair.mix(INK, 0.75)
    brush.flat(oval(x, y - 0.05, w * 1.1, 0.12), skin_shadow(head.look.skin), 0.7, 0.2)
    brush.stroke(
        (x - o * w, y - 0.03), (x - o * w * 0.3, y + 0.055), (x + o * w * 0.4, y + 0.05),
        (x + o * w * 1.05, y - 0.035),
        colour=lash,
        width=0.045,
    )  # fmt: skip
    if head.px > 40:
        for k in (0.2, 0.55, 0.85):
            brush.stroke(
                (x + o * w * k, y + 0.045 - k * 0.03),
                (x + o * w * (k + 0.12), y + 0.1 - k * 0.03),
                colour=lash,
                width=0.022,
            )


def _dot(brush: Brush, head: Head, eye: Eye) -> None:
    brush.flat(oval(eye.x, eye.y, eye.w * 0.62, eye.h * 0.95), head.look.eyes.mix(INK, 0.75), 0.4)


def _brow(brush: Brush, head: Head, eye: Eye) -> None:
    x, o, w = eye.x, eye.out, eye.w
    base = (0.2 if head.child else 0.09) - 0.31 - head.pitch * 0.2
    thick = 0.026 if head.child else 0.036 if head.look.female else 0.055
    inner, outer = base - head.mood.inner_brow, base - head.mood.outer_brow
    arch = (inner + outer) / 2 - 0.05
    colour = (
        head.look.hair.mix(INK, 0.1)
        if head.look.stage != "old"
        else head.look.hair.mix(skin_shadow(head.look.skin), 0.35)
    )
    shape = smooth(
        (x - o * w * 0.85, inner - thick * 0.6), (x + o * w * 0.2, arch - thick), (x + o * w * 1.25, outer + 0.05),
        (x + o * w * 1.25, outer + 0.05),
        (x + o * w * 0.2, arch + thick * 0.8), (x - o * w * 0.85, inner + thick * 0.9),
    )  # fmt: skip
    brush.flat(shape, colour, 0.5, 0.78)
