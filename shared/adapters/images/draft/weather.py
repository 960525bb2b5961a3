"""Rain, snow and fog as sheets of their own: one behind the subject, one in front."""

import numpy as np
import skia

from shared.adapters.images.draft.site import Sheet, Site
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import mist
from shared.adapters.images.draft.wash import Wash


def weather_sheets(site: Site) -> tuple[Sheet, ...]:
    """What falls or hangs in the air out of doors; none under a roof and below water."""
    picture = site.picture
    if picture.inside or picture.place in ("underwater", "cosmos", "stars"):
        return ()
    if picture.weather in ("rain", "storm"):
        heavy = 1.5 if picture.weather == "storm" else 1.0
        return (
            Sheet(0.45, "rain far", lambda wash: _rain(wash, site, "far", (round(520 * heavy), 30.0, 1.3, 0.30))),
            Sheet(1.25, "rain near", lambda wash: _rain(wash, site, "near", (round(120 * heavy), 92.0, 2.6, 0.26))),
        )
    if picture.weather == "snow":
        return (
            Sheet(0.45, "snow far", lambda wash: _snow(wash, site, "far", (520, 1.4, 3.0))),
            Sheet(1.3, "snow near", lambda wash: _snow(wash, site, "near", (110, 3.5, 9.0))),
        )
    if picture.weather == "fog":
        return (
            Sheet(0.5, "fog far", lambda wash: _fog(wash, site, 0.85)),
            Sheet(1.2, "fog near", lambda wash: _fog(wash, site, 0.3)),
        )
    return ()


def _rain(wash: Wash, site: Site, name: str, shape: tuple[int, float, float, float]) -> None:
    count, length, width, alpha = shape
    rng = np.random.Generator(np.random.PCG64(site.chance.seed_for("rain", name)))
    edges = site.space.edges
    slant = 0.16 if site.light.key_x < 0 else -0.16
    path = skia.PathBuilder()
    for x, y, size in rng.random((count, 3)).tolist():
        px, py = edges.left() + x * edges.width(), edges.top() + y * edges.height()
        fall = length * (0.5 + size)
        path.moveTo(px, py)
        path.lineTo(px + slant * fall, py + fall)
    paint = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=width)
    paint.setColor(site.light.haze.mix(Colour.of("#E6EEF6"), 0.6).paint(alpha))
    wash.canvas.drawPath(path.detach(), paint)


def _snow(wash: Wash, site: Site, name: str, shape: tuple[int, float, float]) -> None:
    count, low, high = shape
    rng = np.random.Generator(np.random.PCG64(site.chance.seed_for("snow", name)))
    edges = site.space.edges
    flakes = rng.random((count, 3)).tolist()
    white = Colour.of("#F4F7FC").lit(site.light.key.mix(Colour(1, 1, 1), 0.5))
    for part in range(3):
        dabs = []
        for x, y, size in flakes[part::3]:
            r = low + (high - low) * size * size
            dabs.append((edges.left() + x * edges.width(), edges.top() + y * edges.height(), r, r))
        wash.dabs(dabs, white, (0.85, 0.6, 0.4)[part])


def _fog(wash: Wash, site: Site, strength: float) -> None:
    space, edges = site.space, site.space.edges
    haze = site.light.haze
    if strength > 0.5:
        path = skia.Path.Rect(edges)
        wash.grade(
            path,
            ((0, edges.top()), (0, edges.bottom())),
            (0.0, haze, 0.25),
            (0.5, haze, 0.72),
            (0.72, haze, 0.45),
            (1.0, haze, 0.1),
        )
    mist(wash, site, space.horizon + (40 if strength > 0.5 else 330), 170, strength * 0.6)
    for index in range(5):
        x, y = (
            space.width * site.chance.number("fog", index, strength),
            space.horizon + site.chance.between(-60, 260, "fog y", index, strength),
        )
        wash.haze((x, y, 560, 90), haze.mix(Colour(1, 1, 1), 0.1), 0.5 * strength)
