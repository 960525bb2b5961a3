"""Hair as shaped masses with strands and light. One unit is half the height of the head."""

from math import asin, cos, pi, sin

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import Point, oval, smooth
from shared.adapters.images.draft.person_head import Head, skin_shadow
from shared.adapters.images.draft.person_mane import FALL, draw_hair_from_behind


def draw_hair_before(brush: Brush, head: Head) -> None:
    """The crown, the hairline and the locks beside the face; for a back view the whole mass."""
    style = head.look.hair_style
    if style == "bald":
        return
    if head.away:
        draw_hair_from_behind(brush, head)
        return
    if style in ("curly", "afro"):
        _curly_crown(brush, head)
        return
    if style == "balding":
        _sides(brush, head)
        return
    _crown(brush, head)


def _hairline(head: Head) -> list[Point]:
    """From the right temple over the brow to the left temple."""
    s, pitch = head.shift, head.pitch * 0.12
    short = head.look.hair_style == "short"
    low = 0.1 if head.look.hair_style in ("long", "wavy", "bob") else 0.06 if short else -0.12
    part = 0.3 if head.seed % 2 else -0.3
    high = (-0.6 if head.child else -0.66) - pitch
    sweep = 0.14 if short else 0.0
    side = 1 if part < 0 else -1
    temples = (high + 0.3 - sweep * side, high + 0.3 + sweep * side)
    line = (
        (0.8, low), (0.77, -0.08), (0.6, temples[0]), (part, high - 0.08), (-0.6, temples[1]), (-0.77, -0.08),
        (-0.8, low),
    )  # fmt: skip
    if head.child and not short:
        line = ((0.8, low), (0.74, -0.2), (0.52, high + 0.3), (part * 0.6, high + 0.06), (-0.5, high + 0.26),
                (-0.74, -0.2), (-0.8, low))  # fmt: skip
    if short:
        edge = head.wide * 0.985
        return [(max(-edge, min(edge, x * head.wide / 0.8 + s * 0.62)), y) for x, y in line]
    return [_around(head, x / 0.8, y) for x, y in ((0.775, low + 0.2), *line[1:-1], (-0.775, low + 0.2))]


def _around(head: Head, x: float, y: float) -> Point:
    """A place of the hairline, -1..1 from ear to ear, as the turned head shows it."""
    angle = asin(max(-1.0, min(1.0, x))) + head.yaw * 0.66
    return sin(max(-pi / 2, min(pi / 2, angle))) * (head.wide + 0.015), y


def _crown(brush: Brush, head: Head) -> None:
    hair, w, s = head.look.hair, head.wide + 0.11, head.shift
    long = head.look.hair_style in ("long", "wavy", "bob")
    low = 0.14 if long else 0.12 if head.look.hair_style == "short" else -0.1
    top = -1.2 if head.look.hair_style == "short" else -1.17
    line = _hairline(head)
    tied = head.look.hair_style in ("braid", "braids", "ponytail", "bun")
    near = (low + 0.42 * max(0.0, s), low + 0.42 * max(0.0, -s)) if tied else (low, low)
    outer = (
        (-w - 0.01, near[0]), (-w - 0.03, -0.28), (-w * 0.86, -0.74), (-w * 0.46, -1.08), (0, top), (w * 0.46, -1.08),
        (w * 0.86, -0.74),
        (w + 0.03, -0.28), (w + 0.01, near[1]),
    )  # fmt: skip
    cap = smooth(*outer, *line)
    cast = smooth(*((x, y + 0.06) for x, y in line), *((x, y - 0.05) for x, y in reversed(line)))
    brush.flat(cast, skin_shadow(head.look.skin), 0.45, 0.4)
    if long:
        _locks(brush, head)
    brush.form(cap, hair)
    brush.canvas.save()
    brush.canvas.clipPath(cap, doAntiAlias=True)
    _crown_strands(brush, head, line)
    brush.canvas.restore()
    brush.rim(smooth(*outer), 0.03, (-0.75, -0.34))


def _crown_strands(brush: Brush, head: Head, line: list[Point]) -> None:
    """Strands flow from the parting to the temples, between the hairline and the outline of the crown."""
    hair, w = head.look.hair, head.wide + 0.08
    if head.px < 12:
        return
    count = 4 if head.px < 30 else 7 if head.px < 90 else 11
    px, lx = line[3][0], brush.toward[0]
    for sign, inner in ((1, (line[3], line[2], line[1], line[0])), (-1, tuple(line[3:]))):
        outer = ((px * 0.8, -1.15), (sign * w * 0.6, -1.0), (sign * w * 0.97, -0.45), (sign * w, line[0][1]))
        for k in range(count):
            t = 0.08 + 0.86 * (k + 0.3 * sin(k * 2.7)) / count
            flow = tuple(
                (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in zip(inner, outer, strict=True)
            )
            light = sign * lx > -0.3 and k % 3 == 1
            brush.stroke(*flow, colour=hair.mix(WHITE, 0.2) if light else hair.mix(INK, 0.4), width=0.022, alpha=0.34)
        if sign * lx >= 0 and sign * head.shift < 0.2:
            band = [(a[0] * 0.35 + b[0] * 0.65, a[1] * 0.35 + b[1] * 0.65) for a, b in zip(inner, outer, strict=True)]
            mid = ((band[1][0] + band[2][0]) / 2, (band[1][1] + band[2][1]) / 2 - 0.05)
            shine = smooth(band[0], band[0], (band[1][0], band[1][1] - 0.03), mid, mid, (band[1][0], band[1][1] + 0.06))
            brush.flat(shine, hair.mix(WHITE, 0.45), 1.0, 0.38)


def _locks(brush: Brush, head: Head) -> None:
    """Strands that fall before the shoulders, on both sides of the face."""
    hair, s, w = head.look.hair, head.shift, head.wide
    fall = min(FALL[head.look.hair_style], 1.95)
    for sign in (-1, 1):
        if sign * s > 0.22:
            continue
        x = sign * (w + 0.05) - s * 0.08
        near = sign * s < 0
        thick = 0.2 + (0.16 if near else 0.0) * min(1.0, abs(s) * 2)
        lock = smooth(
            (x - sign * 0.1, -0.5), (x + sign * 0.1, 0.3), (x + sign * 0.13, fall * 0.62), (x + sign * 0.02, fall),
            (x - sign * thick * 0.6, fall * 0.68), (x - sign * thick, 0.45), (x - sign * thick * 0.75, 0.0),
        )  # fmt: skip
        brush.form(lock, hair)
        if head.px > 16:
            for k in (0.25, 0.6):
                brush.stroke(
                    (x - sign * thick * k, 0.0),
                    (x - sign * (thick * k - 0.06), fall * 0.5),
                    (x - sign * thick * k * 0.4, fall * 0.9),
                    colour=hair.mix(INK, 0.35),
                    width=0.022,
                    alpha=0.5,
                )


def _curly_crown(brush: Brush, head: Head) -> None:
    hair, s, w = head.look.hair, head.shift, head.wide + 0.14
    big = 1.25 if head.look.hair_style == "afro" else 1.0
    for k in range(13):
        angle = pi * (-0.06 + 1.12 * k / 12)
        x, y = -cos(angle) * w * big, -0.22 - sin(angle) * 0.82 * big
        r = 0.27 + 0.05 * sin(k * 1.9)
        if y < 0.4 and not (abs(x - s * 0.6) < w * 0.55 and y > -0.55):
            brush.form(oval(x, y, r, r), hair)
    for k in range(9):
        x = (k - 4) / 4 * 0.62 + s * 0.55
        y = -0.72 - 0.16 * (1 - abs(k - 4) / 4)
        brush.form(oval(x, y, 0.21, 0.2), hair)
        if head.px > 18:
            brush.stroke(
                (x - 0.1, y + 0.04),
                (x - 0.02, y - 0.1),
                (x + 0.09, y - 0.02),
                colour=hair.mix(WHITE, 0.28),
                width=0.025,
                alpha=0.5,
            )


def _sides(brush: Brush, head: Head) -> None:
    s, w = head.shift, head.wide
    for sign in (-1, 1):
        reach = 0.05 + max(0.0, -sign * s) * 0.8
        x = sign * w
        tuft = smooth(
            (x * 0.93, -0.5), (x + sign * 0.05, -0.2), (x + sign * 0.02, 0.14), (x - sign * reach, 0.2),
            (x - sign * reach, -0.1),
        )  # fmt: skip
        brush.form(tuft, head.look.hair)
