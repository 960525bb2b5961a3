"""Places without ground: sky, stars, the cosmos, and the ceiling one looks up at."""

from math import cos, pi, sin

import numpy as np
import skia

from shared.adapters.images.draft.light import LAMP, lamplit
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.sky import noise, paint_sky, paint_stars
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import ground, mist, ridge, streaks
from shared.adapters.images.draft.wash import Wash
from shared.domain.prompt import ShotSize


def sky(site: Site) -> tuple[Sheet, ...]:
    """A wide sky over a low edge of land, or over a sea of cloud."""

    def banks(wash: Wash) -> None:
        for index, (base, lift, haze) in enumerate(((150, 120, 0.75), (260, 150, 0.5), (380, 170, 0.3))):
            ridge(wash, site, f"bank{index}", Colour.of("#F2F0F2"), (base, lift, 9 - index * 2, haze))
            mist(wash, site, site.space.horizon + base + 60, 150, 0.75)

    def land(wash: Wash) -> None:
        ridge(wash, site, "far", Colour.of("#5C7690"), (30, 90, 4, 0.55))
        ground(wash, site, Colour.of("#5E7350"), 0.5)
        streaks(wash, site, "shade", wash.tone(Colour.of("#5E7350"), 0.05), (140, 1.0, 0.14))

    if site.picture.has("above") or site.picture.camera.size is ShotSize.INSERT:
        return (Sheet(0.0, "sky", lambda wash: paint_sky(wash, site, 1180.0)), Sheet(0.35, "cloud banks", banks))
    return (Sheet(0.0, "sky", lambda wash: paint_sky(wash, site)), Sheet(0.7, "land", land))


def stars(site: Site) -> tuple[Sheet, ...]:
    """The night sky over a dark edge of land, with the milky way."""

    def heaven(wash: Wash) -> None:
        edges = site.space.edges
        wash.grade(
            skia.Path.Rect(edges),
            ((0, edges.top()), (0, site.space.horizon)),
            (0.0, Colour.of("#060A1C"), 1.0),
            (0.6, Colour.of("#122350"), 1.0),
            (1.0, Colour.of("#3A4F86"), 1.0),
        )
        _cloud_of_light(wash, site, ("#7C8FD0", "#C9A6D8"), 0.5)
        paint_stars(wash, site, 1.0)
        if site.picture.has("moon"):
            x, y = site.space.width * (0.5 + 0.3 * site.light.key_x), 260.0
            wash.glow(x, y, 420, Colour.of("#A9C0F5"), 0.55)
            wash.fill(skia.Path.Circle(x, y, 62), Colour.of("#F3F1E2"))
            for dx, dy, r in ((-18, -12, 14), (15, 10, 19), (-8, 26, 9)):
                wash.fill(skia.Path.Circle(x + dx, y + dy, r), Colour.of("#D6D4C6"), 0.7)

    def land(wash: Wash) -> None:
        ridge(wash, site, "a", Colour.of("#2A3A66"), (10, 90, 3.2, 0.3))
        edges = site.space.edges
        wash.grade(
            skia.Path.Rect(skia.Rect.MakeLTRB(edges.left(), site.space.horizon + 40, edges.right(), edges.bottom())),
            ((0, site.space.horizon), (0, 1100)),
            (0.0, Colour.of("#16214A"), 1.0),
            (1.0, Colour.of("#080C1C"), 1.0),
        )

    return (Sheet(0.0, "stars", heaven), Sheet(0.5, "land", land))


def cosmos(site: Site) -> tuple[Sheet, ...]:
    """Deep space: a nebula in the scene's colours, stars, a planet with a lit limb."""
    hues = [f"#{''.join(f'{round(c * 255):02X}' for c in colour.rgb)}" for colour in site.picture.palette] or [
        "#5A4FB0",
        "#C8609A",
        "#3FA0B8",
    ]

    def deep(wash: Wash) -> None:
        wash.fill(skia.Path.Rect(site.space.edges), Colour.of("#05060F"))
        _cloud_of_light(wash, site, tuple(hues), 0.85)
        paint_stars(wash, site, 1.0)
        x, y = site.space.width * (0.5 + 0.3 * site.light.key_x), 330.0
        wash.glow(x, y, 620, Colour.of(hues[-1]).mix(Colour(1, 1, 1), 0.3), 0.45)

    def planet(wash: Wash) -> None:
        x, y, r = site.space.width * (0.5 - 0.34 * site.light.key_x), 800.0, 420.0 * site.space.zoom**0.5
        side = 1.0 if site.light.key_x > 0 else -1.0
        wash.glow(x, y, r * 1.25, Colour.of("#86B6FF"), 0.35)
        ball = skia.Path.Circle(x, y, r)
        wash.fill(ball, Colour.of("#070A18"))
        wash.grade(
            ball,
            ((x + side * r * 0.8, y - r * 0.7), (x - side * r * 0.25, y + r * 0.3)),
            (0.0, Colour.of(hues[-1]).mix(Colour.of("#CFE6FF"), 0.5), 1.0),
            (0.55, Colour.of(hues[0]).mix(Colour.of("#16305A"), 0.5), 0.9),
            (1.0, Colour.of("#070A18"), 0.0),
        )

    return (Sheet(0.0, "deep", deep), Sheet(0.3, "planet", planet))


def ceiling(site: Site) -> tuple[Sheet, ...]:
    """What one sees lying on one's back: the ceiling between four walls, a lamp, the window's light across it."""
    wall = site.colour("wall", "walls", otherwise="#9AA6BD")

    return (Sheet(0.55, "ceiling", lambda wash: _ceiling_paint(wash, site, wall)),)


def _ceiling_paint(wash: Wash, site: Site, wall: Colour) -> None:
    edges, w = site.space.edges, site.space.width
    wash.fill(skia.Path.Rect(edges), wash.tone(wall, 0.2))
    inner = skia.Rect.MakeLTRB(0.14 * w, 130, 0.86 * w, 900)
    corners = (
        (inner.left(), inner.top()),
        (inner.right(), inner.top()),
        (inner.right(), inner.bottom()),
        (inner.left(), inner.bottom()),
    )
    outer = (
        (edges.left(), edges.top()),
        (edges.right(), edges.top()),
        (edges.right(), edges.bottom()),
        (edges.left(), edges.bottom()),
    )
    for index in range(4):
        a, b = index, (index + 1) % 4
        tone = (0.3, 0.55, 0.42, 0.2)[index if site.light.key_x < 0 else (0, 3, 2, 1)[index]]
        path = outline([corners[a], corners[b], outer[b], outer[a]])
        wash.grade(
            path,
            (
                ((corners[a][0] + corners[b][0]) / 2, (corners[a][1] + corners[b][1]) / 2),
                ((outer[a][0] + outer[b][0]) / 2, (outer[a][1] + outer[b][1]) / 2),
            ),
            (0.0, wash.tone(wall, tone), 1.0),
            (1.0, wash.tone(wall, tone * 0.3), 1.0),
        )
    wash.line((*corners, corners[0]), wash.tone(wall, 0.05), 5, 0.4)
    _ceiling_plane(wash, site, inner, wall)


def _ceiling_plane(wash: Wash, site: Site, inner: skia.Rect, wall: Colour) -> None:
    w = site.space.width
    plane = skia.Path.Rect(inner)
    white = wall.mix(Colour(1, 1, 1), 0.55)
    side = 1.0 if site.light.key_x > 0 else -1.0
    wash.grade(
        plane,
        ((w * (0.5 + 0.36 * side), 130), (w * (0.5 - 0.36 * side), 900)),
        (0.0, wash.tone(white, 0.95), 1.0),
        (0.5, wash.tone(white, 0.6), 1.0),
        (1.0, wash.tone(white, 0.3), 1.0),
    )
    _moulding(wash, inner, wash.tone(white, 0.9))
    _panes_on_ceiling(wash, site, inner)
    if site.picture.actors:
        _cast_up(wash, site, (w * (0.5 - side * 0.02), 560.0))
    else:
        _lamp_above(wash, site, (w * 0.5 - side * 0.06 * w, 470.0))


def _panes_on_ceiling(wash: Wash, site: Site, inner: skia.Rect) -> None:
    side = 1.0 if site.light.key_x > 0 else -1.0
    strength = {"night": 0.36, "dusk": 0.5, "dawn": 0.45}.get(site.picture.time, 0.5)
    wash.canvas.save()
    wash.canvas.clipRect(inner)
    x, w = site.space.width * (0.5 + 0.2 * side), 118.0
    for column in range(2):
        for row in range(2):
            left, top = x + side * column * (w + 16), 200 + row * 230
            lean = -side * (90 + row * 46)
            path = outline(
                [
                    (left, top),
                    (left + side * w, top - 22),
                    (left + side * w + lean, top + 196),
                    (left + lean, top + 214),
                ]
            )
            wash.shine(path, site.light.rim, 7, strength)
    for index in range(26):
        px, py = (
            x + side * site.chance.between(-130, 260, "leaf", index),
            site.chance.between(210, 640, "leaf y", index),
        )
        wash.soft(skia.Path.Oval(skia.Rect.MakeLTRB(px - 26, py - 10, px + 26, py + 10)), site.light.fill, 7, 0.16)
    wash.canvas.restore()


def _lamp_above(wash: Wash, site: Site, spot: tuple[float, float]) -> None:
    x, y = spot
    burning = site.light.darkness > 0.6
    wash.haze((x + 26, y + 34, 190, 190), site.light.fill.mix(Colour(0, 0, 0), 0.4), 0.4)
    cloth = Colour.of("#E9D9B8")
    for r, tone in ((112, 0.35), (104, 0.75), (62, 0.5)):
        wash.fill(skia.Path.Circle(x, y, r), wash.tone(cloth, tone))
    for index in range(16):
        angle = index * pi / 8
        wash.line(
            ((x + 62 * cos(angle), y + 62 * sin(angle)), (x + 104 * cos(angle), y + 104 * sin(angle))),
            wash.tone(cloth, 0.2),
            2,
            0.5,
        )
    wash.fill(skia.Path.Circle(x, y, 30), Colour.of("#FFF3D2") if burning else wash.tone(Colour(1, 1, 1), 0.8))
    if burning:
        wash.glow(x, y, 520, LAMP, 0.45)


def _cast_up(wash: Wash, site: Site, spot: tuple[float, float]) -> None:
    """The round of warm light that a lamp beside the bed throws up, and the dark around it."""
    x, y = spot
    if not lamplit(site.picture):
        return
    wash.pool((x, y, 1050), Colour.of("#0B1030"), (0.0, 0.08, 0.72, 0.9))
    wash.pool((x, y, 620), LAMP, (0.55, 0.42, 0.2, 0.0))
    for radius, alpha in ((470, 0.16), (400, 0.14)):
        wash.shine(skia.Path.Circle(x, y, radius), LAMP, 26, alpha)
    for index in range(7):
        low = y - 260 + 92 * index
        wave = [(x - 380 + 76 * k, low + 13 * sin(k * 1.25 + index * 2.1)) for k in range(11)]
        wash.line(wave, Colour.of("#FFF0CC"), 3.0, 0.10)


def _moulding(wash: Wash, inner: skia.Rect, colour: Colour) -> None:
    paint = skia.Paint(AntiAlias=True, Color=colour.paint(0.5), Style=skia.Paint.kStroke_Style, StrokeWidth=4)
    wash.canvas.drawRect(inner.makeInset(34, 34), paint)


def _cloud_of_light(wash: Wash, site: Site, hues: tuple[str, ...], strength: float) -> None:
    rows, columns = 120, 214
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    tilt = site.chance.between(-0.5, 0.5, "tilt")
    band = np.exp(-(((y / rows - 0.45) - tilt * (x / columns - 0.5)) ** 2) / 0.045)
    total = np.zeros((rows, columns, 3), np.float32)
    for index, text in enumerate(hues[:3]):
        field = np.clip(noise(site.chance.seed_for("nebula", index), rows, columns, (3, 5), 5) * 2.4 - 0.75, 0, 1)
        total += (field * band)[..., None] * np.array(Colour.of(text).rgb, np.float32) * strength
    alpha = np.clip(total.max(axis=2), 0, 1)
    pixels = (np.dstack([np.clip(total, 0, 1)[..., ::-1], alpha]) * 255).astype(np.uint8)
    image = skia.Image.fromarray(np.ascontiguousarray(pixels), skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    paint = skia.Paint(BlendMode=skia.BlendMode.kScreen)
    wash.canvas.drawImageRect(image, site.space.edges, skia.SamplingOptions(skia.CubicResampler.Mitchell()), paint)


VOIDS: dict[str, Place] = {"sky": sky, "stars": stars, "cosmos": cosmos, "ceiling": ceiling}
