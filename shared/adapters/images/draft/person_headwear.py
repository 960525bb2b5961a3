"""What people wear on their heads. One unit is half the height of the head."""

from collections.abc import Callable

import skia

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import oval, poly, smooth
from shared.adapters.images.draft.person_head import Head
from shared.adapters.images.draft.person_reading import Look
from shared.adapters.images.draft.stage import Colour


def hides_hair(look: Look) -> bool:
    """Whether the headwear covers all hair."""
    return look.headwear in ("headscarf", "hood", "turban")


def draw_headwear(brush: Brush, head: Head) -> None:
    """Draw it over the hair; nothing when the head is bare."""
    draw = WORN.get(head.look.headwear or "")
    if draw:
        draw(brush, head)


def _headscarf(brush: Brush, head: Head) -> None:
    colour, s, w = head.look.headwear_colour, head.shift, head.wide + 0.2
    outer = (
        (-w, 0.5), (-w - 0.06, -0.2), (-w * 0.75, -0.98), (0, -1.2), (w * 0.75, -0.98), (w + 0.06, -0.2),
        (w, 0.5), (0.72, 1.15), (0.2, 1.34), (-0.2, 1.34), (-0.72, 1.15),
    )  # fmt: skip
    cloth = smooth(*outer)
    if not head.away:
        window = smooth(
            (s * 0.8, -0.68), (s * 0.8 + 0.6, -0.35), (s * 0.8 + 0.68, 0.25), (s * 0.8 + 0.4, 0.84),
            (s * 0.8, 0.99), (s * 0.8 - 0.4, 0.84), (s * 0.8 - 0.68, 0.25), (s * 0.8 - 0.6, -0.35),
        )  # fmt: skip
        cloth = skia.Op(cloth, window, skia.PathOp.kDifference_PathOp)
    brush.form(cloth, colour)
    brush.crescent(cloth, 0.14, 0.35)
    brush.rim(smooth(*outer), 0.05)
    for k in (-1, 1):
        brush.stroke(
            (k * 0.5, -0.85), (k * 0.88, -0.2), (k * 0.78, 0.6), (k * 0.3, 1.15),
            colour=colour.mix(INK, 0.35),
            width=0.035,
            alpha=0.5,
        )  # fmt: skip
    if not head.away:
        brush.form(oval(s * 0.7, 1.18, 0.16, 0.12), colour)


def _kippah(brush: Brush, head: Head) -> None:
    colour, s = head.look.headwear_colour, head.shift
    x = -s * 0.55
    brush.form(
        smooth(
            (x - 0.6, -0.8), (x - 0.44, -1.06), (x, -1.18), (x + 0.44, -1.06), (x + 0.6, -0.8),
            (x, -0.86 if not head.away else -0.5),
        ),
        colour,
    )  # fmt: skip
    brush.stroke(
        (x - 0.55, -0.83),
        (x, -0.9 if not head.away else -0.55),
        (x + 0.55, -0.83),
        colour=colour.mix(WHITE, 0.4),
        width=0.03,
        alpha=0.7,
    )


def _dome(brush: Brush, head: Head, colour: Colour, low: float) -> None:
    w = head.wide + 0.17
    dome = smooth(
        (-w, low), (-w, low), (-w * 0.96, -0.75), (-w * 0.5, -1.2), (0, -1.3), (w * 0.5, -1.2),
        (w * 0.96, -0.75), (w, low), (w, low), (0, low + 0.1),
    )  # fmt: skip
    brush.form(dome, colour)
    brush.crescent(dome, 0.16, 0.35)
    brush.rim(dome, 0.05)


def _beanie(brush: Brush, head: Head) -> None:
    colour, w = head.look.headwear_colour, head.wide + 0.2
    _dome(brush, head, colour, -0.5)
    fold = smooth((-w, -0.34), (-w - 0.03, -0.62), (0, -0.72), (w + 0.03, -0.62), (w, -0.34), (0, -0.44))
    brush.form(fold, colour.mix(WHITE, 0.08))
    for k in range(-6, 7) if head.px > 16 else ():
        brush.stroke(
            (k * 0.145, -0.68 + abs(k) * 0.012),
            (k * 0.15, -0.42 + abs(k) * 0.01),
            colour=colour.mix(INK, 0.35),
            width=0.025,
            alpha=0.5,
        )


def _cap(brush: Brush, head: Head) -> None:
    colour, s = head.look.headwear_colour, head.shift
    _dome(brush, head, colour, -0.48)
    if not head.away:
        brush.form(
            smooth(
                (s - 0.72, -0.44), (s * 1.2, -0.62), (s + 0.72, -0.44), (s * 1.7 + 0.5, -0.3),
                (s * 1.9, -0.24), (s * 1.7 - 0.5, -0.3),
            ),
            colour.mix(INK, 0.25),
        )  # fmt: skip


def _hat(brush: Brush, head: Head) -> None:
    colour = head.look.headwear_colour
    brush.flat(oval(0, -0.42, 1.0, 0.16), INK, 0.3, 0.25)
    brush.form(oval(0, -0.56, 1.62, 0.3), colour)
    crown = smooth(
        (-0.84, -0.6), (-0.84, -0.6), (-0.74, -1.2), (-0.4, -1.5), (0, -1.44), (0.4, -1.5), (0.74, -1.2),
        (0.84, -0.6), (0.84, -0.6), (0, -0.48),
    )  # fmt: skip
    brush.form(crown, colour)
    brush.crescent(crown, 0.2, 0.35)
    brush.form(
        smooth((-0.84, -0.6), (-0.8, -0.82), (0, -0.7), (0.8, -0.82), (0.84, -0.6), (0, -0.47)), colour.mix(INK, 0.45)
    )
    brush.rim(crown, 0.05)


def _hood(brush: Brush, head: Head) -> None:
    _headscarf(brush, head)


def _turban(brush: Brush, head: Head) -> None:
    colour = head.look.headwear_colour
    _dome(brush, head, colour, -0.42)
    for k in range(4):
        brush.stroke(
            (-0.95, -0.5 - k * 0.12),
            (0, -0.75 - k * 0.17),
            (0.95, -0.95 + k * 0.1),
            colour=colour.mix(INK, 0.3),
            width=0.04,
            alpha=0.5,
        )


def _crown(brush: Brush, head: Head) -> None:
    gold = Colour.of("#D9AE4A")
    ring = poly(
        (-0.72, -0.7), (-0.8, -1.32), (-0.42, -1.02), (0, -1.48), (0.42, -1.02), (0.8, -1.32), (0.72, -0.7), (0, -0.6)
    )
    brush.form(ring, gold)
    for x, y in ((-0.8, -1.34), (0, -1.5), (0.8, -1.34)):
        brush.form(oval(x, y, 0.08, 0.08), Colour.of("#B5362F"))


def _helmet(brush: Brush, head: Head) -> None:
    _dome(brush, head, head.look.headwear_colour, -0.3)
    w = head.wide + 0.2
    brush.stroke((-w, -0.3), (0, -0.2), (w, -0.3), colour=head.look.headwear_colour.mix(INK, 0.4), width=0.07)


WORN: dict[str, Callable[[Brush, Head], None]] = {
    "headscarf": _headscarf, "kippah": _kippah, "beanie": _beanie, "cap": _cap, "hat": _hat, "hood": _hood,
    "turban": _turban,
    "crown": _crown, "helmet": _helmet,
}  # fmt: skip
