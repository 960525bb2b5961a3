"""What is in a wall: windows with the world behind them, curtains, doors, pictures; and the light through them."""

import skia

from shared.adapters.images.draft.light import sky_of
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wash import Wash

Pair = tuple[float, float]
FRAME = Colour.of("#E4DCCD")


def window(wash: Wash, site: Site, x: Pair, y: Pair, z: float) -> None:
    """A window with crossbars in a wall that faces the camera, the sky and far roofs or hills behind it."""
    space = site.space
    glass = space.front(x, y, z)
    box = glass.getBounds()
    high, middle, low = sky_of(site.picture)
    wash.canvas.save()
    wash.canvas.clipPath(glass, doAntiAlias=True)
    wash.grade(
        glass,
        ((0, box.top()), (0, box.bottom())),
        (0.0, middle.mix(high, 0.6), 1.0),
        (0.6, middle, 1.0),
        (1.0, low, 1.0),
    )
    if site.picture.time == "night" and site.picture.weather in ("clear", "snow", "cloudy"):
        _night(wash, site, box)
    elif site.picture.weather not in ("rain", "storm"):
        wash.glow(box.centerX(), box.top() + box.height() * 0.55, box.width() * 0.9, site.light.rim, 0.55)
    _outlook(wash, site, box)
    if site.picture.weather in ("rain", "storm"):
        _drops(wash, site, box)
    wash.canvas.restore()
    bar = wash.tone(site.colour("window", otherwise="#E4DCCD"), 0.55)
    width = 0.05 * space.unit(z)
    cx, cy = box.centerX(), box.top() + box.height() * 0.42
    wash.line(((cx, box.top()), (cx, box.bottom())), bar, width * 0.8)
    wash.line(((box.left(), cy), (box.right(), cy)), bar, width * 0.8)
    wash.line(
        (
            (box.left(), box.top()),
            (box.right(), box.top()),
            (box.right(), box.bottom()),
            (box.left(), box.bottom()),
            (box.left(), box.top()),
        ),
        bar,
        width * 1.5,
    )
    wash.box((x[0] - 0.12, x[1] + 0.12), (y[0] - 0.09, y[0] - 0.02), (z - 0.18, z), FRAME)


def curtains(wash: Wash, site: Site, x: Pair, y: Pair, z: float) -> None:
    """A pair of curtains drawn aside, brighter where the window shines through them."""
    cloth = site.colour("curtain", "curtains", "drapes", otherwise="#C9B7A0")
    unit = site.space.unit(z)
    (left, top), (right, low) = site.space.at(x[0], y[1] + 0.12, z), site.space.at(x[1], max(0.05, y[0] - 0.75), z)
    for edge, way in ((left, 1), (right, -1)):
        folds, wide = 5, 0.36 * unit
        for fold in range(folds):
            a = edge + way * (fold / folds * wide - 0.16 * unit)
            b = a + way * wide / folds * 1.25
            sway = way * 0.05 * unit * (fold - 2)
            path = outline([(a, top), (b, top), (b + sway, low), (a + sway, low)])
            tone = (0.25, 0.7, 0.4, 0.85, 0.55)[fold]
            wash.grade(
                path, ((a, 0), (b, 0)), (0.0, wash.tone(cloth, tone), 1.0), (1.0, wash.tone(cloth, tone * 0.45), 1.0)
            )
    wash.line(((left - 0.3 * unit, top), (right + 0.3 * unit, top)), wash.tone(Colour.of("#6B4A33"), 0.5), 0.04 * unit)


def fallen_light(wash: Wash, site: Site, x: Pair, y: Pair, z: float) -> None:
    """The window's light on the floor, in the shape of its panes, and its shaft in the air."""
    strength = {"dawn": 0.50, "morning": 0.6, "noon": 0.55, "dusk": 0.6, "night": 0.30}[site.picture.time]
    strength *= {"clear": 1.0, "cloudy": 0.4, "snow": 0.5}.get(site.picture.weather, 0.25)
    sun = site.light.rim
    slant = -1.05 if site.light.key_x > 0 else 1.05
    middle, cut = (x[0] + x[1]) / 2, y[0] + (y[1] - y[0]) * 0.58
    for px in ((x[0], middle - 0.04), (middle + 0.04, x[1])):
        for py in ((y[0], cut - 0.04), (cut + 0.04, y[1])):
            spots = []
            for sx, sy in ((px[0], py[0]), (px[1], py[0]), (px[1], py[1]), (px[0], py[1])):
                spots.append((sx + slant * sy * 0.62, 0.0, z - 0.25 - sy * 0.95))
            wash.shine(site.space.outline(*spots), sun, 3.0, strength)
    (ax, ay), (bx, by) = site.space.at(x[0], y[1], z), site.space.at(x[1], y[1], z)
    far = z - 0.25 - y[1] * 0.95
    (cx, cy), (dx, dy) = (
        site.space.at(x[1] + slant * y[1] * 0.62, 0, far),
        site.space.at(x[0] + slant * y[0] * 0.62, 0, z - 0.25 - y[0]),
    )
    wash.beam(
        outline([(ax, ay), (bx, by), (cx, cy), (dx, dy)]), ((ax, ay), (dx, max(cy, dy))), sun, (0.26 * strength, 0.02)
    )


def door(wash: Wash, site: Site, x: float, z: Pair) -> None:
    """A panelled door in a side wall."""
    wood = site.colour("door", otherwise="#8B6A4C")
    wash.fill(site.space.side(x, (0.0, 2.12), (z[0] - 0.08, z[1] + 0.08)), wash.tone(FRAME, 0.4))
    wash.fill(site.space.side(x, (0.0, 2.04), z), wash.tone(wood, 0.4))
    inset = (z[1] - z[0]) * 0.18
    for y in ((0.2, 0.9), (1.1, 1.85)):
        wash.fill(site.space.side(x, y, (z[0] + inset, z[1] - inset)), wash.tone(wood, 0.2))
    px, py = site.space.at(x, 1.0, z[0] + 0.1)
    wash.dabs([(px, py, 5, 5)], wash.tone(Colour.of("#E0C074"), 0.9))


def picture(wash: Wash, site: Site, x: float, y: float, z: float) -> None:
    """A framed landscape on a wall that faces the camera."""
    frame = site.space.front((x - 0.36, x + 0.36), (y - 0.26, y + 0.26), z)
    wash.fill(frame, wash.tone(Colour.of("#7A5736"), 0.6))
    inner = site.space.front((x - 0.31, x + 0.31), (y - 0.21, y + 0.21), z)
    wash.down(inner, wash.tone(Colour.of("#A9C3D4"), 0.7), wash.tone(Colour.of("#E8D9B8"), 0.7))
    hill = site.space.outline(
        (x - 0.31, y - 0.21, z),
        (x - 0.1, y + 0.02, z),
        (x + 0.08, y - 0.08, z),
        (x + 0.2, y + 0.0, z),
        (x + 0.31, y - 0.1, z),
        (x + 0.31, y - 0.21, z),
    )
    wash.fill(hill, wash.tone(Colour.of("#6C8A62"), 0.5))


def mirror(wash: Wash, site: Site, x: float, y: float, z: float) -> None:
    """An oval mirror."""
    (px, py), unit = site.space.at(x, y, z), site.space.unit(z)
    oval = skia.Rect.MakeLTRB(px - 0.3 * unit, py - 0.45 * unit, px + 0.3 * unit, py + 0.45 * unit)
    wash.fill(skia.Path.Oval(oval.makeOutset(0.05 * unit, 0.05 * unit)), wash.tone(Colour.of("#A7824A"), 0.7))
    path = skia.Path.Oval(oval)
    wash.grade(
        path,
        ((oval.left(), oval.top()), (oval.right(), oval.bottom())),
        (0.0, site.light.haze, 1.0),
        (0.45, wash.tone(Colour.of("#B9C6CC"), 0.7), 1.0),
        (0.5, site.light.haze, 1.0),
        (1.0, wash.tone(Colour.of("#7E8C98"), 0.3), 1.0),
    )


def clock(wash: Wash, site: Site, x: float, y: float, z: float) -> None:
    """A round wall clock at ten past ten."""
    (px, py), unit = site.space.at(x, y, z), site.space.unit(z)
    wash.fill(skia.Path.Circle(px, py, 0.22 * unit), wash.tone(Colour.of("#5A3F2C"), 0.5))
    wash.fill(skia.Path.Circle(px, py, 0.18 * unit), wash.tone(Colour.of("#F3EAD6"), 0.8))
    ink = wash.tone(Colour.of("#2A2422"), 0.2)
    wash.line(((px, py), (px - 0.08 * unit, py - 0.06 * unit)), ink, 0.025 * unit)
    wash.line(((px, py), (px + 0.12 * unit, py - 0.08 * unit)), ink, 0.018 * unit)


def _night(wash: Wash, site: Site, box: skia.Rect) -> None:
    white = Colour.of("#F1F3FF")
    stars = [
        (
            box.left() + box.width() * site.chance.number("ws", i),
            box.top() + box.height() * 0.7 * site.chance.number("wy", i),
            1.4,
            1.4,
        )
        for i in range(26)
    ]
    wash.dabs(stars, white, 0.8)
    x, y = box.left() + box.width() * 0.68, box.top() + box.height() * 0.25
    wash.glow(x, y, box.width() * 0.55, Colour.of("#A9C0F5"), 0.6)
    wash.fill(skia.Path.Circle(x, y, box.width() * 0.075), white)


def _outlook(wash: Wash, site: Site, box: skia.Rect) -> None:
    dark = site.light.haze.mix(Colour.of("#1B2433"), 0.45)
    left, w, low = box.left(), box.width(), box.bottom()
    if site.chance.number("outlook") < 0.5:
        points = [(left, low)]
        for step in range(7):
            h = box.height() * site.chance.between(0.10, 0.34, "roof", step)
            points += [
                (left + w * step / 7, low - h),
                (left + w * (step + 0.5) / 7, low - h * 1.25),
                (left + w * (step + 1) / 7, low - h),
            ]
        wash.fill(outline([*points, (box.right(), low)]), dark)
        return
    dabs = [
        (
            left + w * site.chance.number("leaf", i),
            low - box.height() * site.chance.between(0.0, 0.26, "ly", i),
            w * 0.09,
            w * 0.08,
        )
        for i in range(22)
    ]
    wash.dabs(dabs, dark.mix(Colour.of("#33513A"), 0.4))


def _drops(wash: Wash, site: Site, box: skia.Rect) -> None:
    for index in range(26):
        x, y = (
            box.left() + box.width() * site.chance.number("dx", index),
            box.top() + box.height() * site.chance.number("dy", index),
        )
        wash.line(((x, y), (x - 1, y + 10 + 24 * site.chance.number("dl", index))), Colour.of("#DDE7F2"), 1.6, 0.4)
