"""The hair that hangs behind the head, the neck and the shoulders. One unit is half the height of the head."""

from math import cos, pi, sin

import skia

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import Point, oval, smooth, tube
from shared.adapters.images.draft.person_head import Head
from shared.adapters.images.draft.stage import Colour
from shared.kernel.chance import Chance

FALL = {
    "long": 2.75,
    "wavy": 2.45,
    "bob": 1.12,
    "curly": 1.35,
    "braid": 0.95,
    "braids": 0.95,
    "ponytail": 0.6,
    "bun": 0.6,
}
"""How far down the hair reaches behind the head."""


def draw_hair_behind(brush: Brush, head: Head) -> None:
    """What hangs behind the neck and shoulders."""
    style, hair, s = head.look.hair_style, head.look.hair, head.shift
    dark = hair.mix(INK, 0.22)
    if style in ("short", "bun", "ponytail", "braid", "braids"):
        brush.form(oval(-s * 0.4, -0.25, head.wide + 0.06, 0.82), dark)
    if style == "braids" and abs(s) > 0.1:
        _braid(brush, head, 1 if s > 0 else -1, s * 0.3)
    if style == "afro":
        brush.form(_cloud((-s * 0.3, -0.35, 1.42), 17, head.seed), dark)
    elif style == "curly":
        brush.form(_cloud((-s * 0.4, 0.05, 1.25), 15, head.seed), dark)
    elif style == "balding":
        w = head.wide + 0.13
        ring = smooth(
            (-w, -0.4), (-s * 0.4, -0.7), (w, -0.4), (w + 0.04, 0.1), (w - 0.1, 0.5), (-w + 0.1, 0.5), (-w - 0.04, 0.1)
        )
        brush.form(ring, hair)
    elif style in ("long", "wavy", "bob"):
        _curtain(brush, head)
    elif style == "bun":
        brush.form(
            _cloud((-s * 0.9, -1.12, 0.42), 9, head.seed) if head.px > 14 else oval(-s * 0.9, -1.12, 0.4, 0.38), hair
        )
    elif style == "ponytail":
        _ponytail(brush, head)


def _ponytail(brush: Brush, head: Head) -> None:
    hair, s = head.look.hair, head.shift
    side = -1.0 if s > 0.05 else 1.0
    reach = 0.55 + min(0.6, abs(s) * 1.6)
    x = side * reach
    tail = smooth(
        (x * 0.6, -0.85), (x + side * 0.4, -0.7), (x + side * 0.62, 0.1), (x + side * 0.42, 1.1),
        (x + side * 0.1, 1.85), (x + side * 0.02, 1.0), (x + side * 0.1, 0.1), (x * 0.7, -0.4),
    )  # fmt: skip
    brush.form(tail, hair)
    for k in (0.15, 0.3, 0.45) if head.px > 16 else ():
        brush.stroke(
            (x + side * k * 0.6, -0.55),
            (x + side * (k + 0.08), 0.3),
            (x + side * k * 0.7, 1.4),
            colour=hair.mix(INK, 0.4),
            width=0.025,
            alpha=0.5,
        )


def _curtain(brush: Brush, head: Head) -> None:
    style, s = head.look.hair_style, head.shift
    fall = FALL[style]
    wide = 1.04 if style == "bob" else 1.12
    chance = Chance(head.seed)
    ends: list[Point] = []
    for k in range(7):
        x = -wide * 0.86 + k * wide * 1.72 / 6 - s * 0.45
        ends.append((x, fall + chance.between(-0.12, 0.12, "end", k) - 0.3 * abs(k - 3) / 3))
    mass = smooth(
        (0, -1.12), (-0.72 - s * 0.2, -0.9), (-1.0 - s * 0.3, -0.2), (-wide - s * 0.4, fall * 0.45), *ends,
        (wide - s * 0.4, fall * 0.45), (1.0 - s * 0.3, -0.2), (0.72 - s * 0.2, -0.9),
    )  # fmt: skip
    brush.form(mass, head.look.hair.mix(INK, 0.18))
    _fall_strands(brush, head, fall)


def _fall_strands(brush: Brush, head: Head, fall: float) -> None:
    if head.px < 16:
        return
    hair, s = head.look.hair, head.shift
    for k in range(13):
        x = (k - 6) / 6 * 0.98 - s * 0.3
        tone = hair.mix(WHITE, 0.22) if k % 3 == 0 else hair.mix(INK, 0.4)
        brush.stroke(
            (x * 0.7, -0.6), (x, 0.3), (x * 1.02 + 0.04 * sin(k * 2.1), fall * 0.6), (x * 0.95, fall * 0.93),
            colour=tone,
            width=0.03,
            alpha=0.4,
        )  # fmt: skip


def draw_hair_from_behind(brush: Brush, head: Head) -> None:
    """The whole mass, as seen when the back is turned."""
    hair, style, w = head.look.hair, head.look.hair_style, head.wide + 0.12
    if style in ("curly", "afro"):
        brush.form(_cloud((0, -0.1, 1.2 if style == "curly" else 1.42), 15, head.seed), hair)
        return
    fall = FALL.get(style, 0.72)
    chance = Chance(head.seed)
    half = [(w * 0.7, -0.96), (w + 0.05, -0.3), (w * 0.9, 0.4)]
    half += [(w * 1.02, fall * 0.55), (w * 0.92, fall * 0.86)] if fall > 1 else [(w * 0.72, fall)]
    ends = [(w * (0.62 - k * 0.31), fall + chance.between(-0.1, 0.12, "tip", k)) for k in range(5)] if fall > 1 else []
    mass = smooth((0, -1.15), *half, *ends, *((-x, y) for x, y in reversed(half)))
    brush.form(mass, hair)
    for k in range(15) if head.px > 12 else ():
        x = (k - 7) / 7 * 0.9
        tone = hair.mix(WHITE, 0.2) if k % 3 == 1 else hair.mix(INK, 0.4)
        flow = (
            (x * 0.12, -1.0),
            (x * 0.8, -0.62),
            (x * w * 1.02, 0.05),
            (x * w * 0.88, fall * 0.6),
            (x * w * 0.8, fall * 0.94),
        )
        brush.stroke(*flow, colour=tone, width=0.026, alpha=0.5)
    lx = brush.toward[0]
    shine = ((lx * 0.3 - 0.5, -0.42), (lx * 0.34 - 0.2, -0.56), (lx * 0.34 + 0.2, -0.56), (lx * 0.3 + 0.5, -0.42))
    brush.stroke(*shine, colour=hair.mix(WHITE, 0.5), width=0.1, alpha=0.3)
    brush.rim(mass, 0.045)
    if style == "bun":
        brush.form(oval(0, -0.62, 0.46, 0.42), hair)
    if style == "ponytail":
        brush.form(smooth((-0.14, -0.5), (0.14, -0.5), (0.3, 0.6), (0.05, 1.7), (-0.26, 0.6)), hair)


def draw_braids(brush: Brush, head: Head) -> None:
    """Braids over the shoulders, drawn after the clothes."""
    if head.look.hair_style not in ("braid", "braids"):
        return
    sides = (-1, 1) if head.look.hair_style == "braids" else ((0,) if head.away else (-1 if head.shift > 0.05 else 1,))
    shift = head.shift * 0.3
    for sign in sides:
        if sign * head.shift <= 0.1:
            _braid(brush, head, sign, shift)


def _braid(brush: Brush, head: Head, sign: int, shift: float) -> None:
    """Strands that cross like the grain of an ear of wheat, a ribbon, and loose ends."""
    out = head.wide + 0.1
    (ax, ay), (bx, by), (cx, cy) = spine = (
        (sign * out - shift, 0.4), (sign * (out + 0.1) - shift, 1.1), (sign * (out - 0.2) - shift, 2.15),
    )  # fmt: skip
    hair = head.look.hair
    brush.form(tube(spine, (0.17, 0.16, 0.1)), hair.mix(INK, 0.4))
    for k in range(13):
        t = k / 12
        x = (1 - t) ** 2 * ax + 2 * t * (1 - t) * bx + t * t * cx
        y = (1 - t) ** 2 * ay + 2 * t * (1 - t) * by + t * t * cy
        size = 0.2 - 0.08 * t
        side = 1 if k % 2 else -1
        strand = smooth(
            (x + side * size * 1.1, y - 0.1), (x + side * size * 1.05, y + 0.07), (x - side * size * 0.2, y + 0.24),
            (x - side * size * 0.55, y + 0.2), (x + side * size * 0.2, y - 0.08),
        )  # fmt: skip
        brush.form(strand, hair, 0.75)
        if head.px > 30:
            crest = ((x + side * size * 0.9, y - 0.02), (x + side * size * 0.3, y + 0.06), (x - side * 0.06, y + 0.19))
            brush.stroke(*crest, colour=hair.mix(WHITE, 0.3), width=0.018, alpha=0.4)
    brush.form(smooth((cx - 0.07, cy + 0.1), (cx + 0.08, cy + 0.1), (cx + 0.11, cy + 0.34), (cx, cy + 0.5),
                      (cx - 0.09, cy + 0.32)), hair)  # fmt: skip
    brush.flat(oval(cx, cy + 0.14, 0.12, 0.06), Colour(0.72, 0.26, 0.28))


def _cloud(disc: tuple[float, float, float], bumps: int, seed: int) -> skia.Path:
    x, y, radius = disc
    chance = Chance(seed)
    points = []
    for k in range(bumps * 2):
        r = radius * (1.06 if k % 2 else 0.93) * chance.between(0.97, 1.03, "curl", k)
        points.append((x + r * sin(k * pi / bumps), y - r * cos(k * pi / bumps)))
    return smooth(*points)
