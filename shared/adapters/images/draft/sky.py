"""Skies: graded air, clouds made of noise and lit from the sun's side, sun, moon and stars."""

import numpy as np
import numpy.typing as npt
import skia

from shared.adapters.images.draft.light import brightness, sky_of
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wash import Wash

Grid = npt.NDArray[np.float32]
_COVER = {"clear": 0.30, "cloudy": 0.62, "rain": 0.72, "snow": 0.66, "fog": 0.4, "storm": 0.8}
_COLUMNS, _ROWS = 280, 110


def paint_sky(wash: Wash, site: Site, bottom: float | None = None) -> None:
    """The whole sky down to a height of the picture (the horizon unless given), with what the weather puts there."""
    edges, low = site.space.edges, site.space.horizon if bottom is None else bottom
    high, middle, glow = sky_of(site.picture)
    top = min(edges.top(), low - 900)
    rect = skia.Path.Rect(edges)
    wash.grade(rect, ((0, top), (0, low)), (0.0, high, 1.0), (0.5, middle, 1.0), (1.0, glow, 1.0))
    night = site.picture.time == "night"
    if night and site.picture.weather in ("clear", "cloudy", "snow"):
        paint_stars(wash, site, 0.9 if site.picture.weather == "clear" else 0.35)
    if site.picture.weather in ("clear", "cloudy", "fog", "snow"):
        paint_sun(wash, site)
    paint_clouds(wash, site, low)
    if site.picture.has("rainbow"):
        _rainbow(wash, site)
    if site.picture.has("birds"):
        _birds(wash, site)
    if site.picture.weather == "storm":
        _lightning(wash, site)


def sun_spot(site: Site) -> tuple[float, float]:
    """Where the sun or the moon stands on the picture."""
    space, light = site.space, site.light
    x = space.width * (0.5 + 0.36 * light.key_x)
    lift = {"dawn": 60.0, "morning": 300.0, "noon": 430.0, "dusk": 75.0, "night": 330.0}[site.picture.time]
    return x, space.horizon - lift * (0.7 + 0.3 * space.zoom)


def paint_sun(wash: Wash, site: Site) -> None:
    """The sun low at dawn and dusk, the moon at night; by day only its glare."""
    x, y = sun_spot(site)
    size = site.space.zoom
    time = site.picture.time
    if time == "night":
        wash.glow(x, y, 420 * size, Colour.of("#9DB8F0"), 0.38)
        wash.fill(skia.Path.Circle(x, y, 38 * size), Colour.of("#F3F1E2"))
        for dx, dy, r in ((-10, -8, 9), (9, 6, 12), (-4, 16, 6), (14, -14, 5)):
            wash.fill(skia.Path.Circle(x + dx * size, y + dy * size, r * size), Colour.of("#D9D8CC"), 0.7)
        return
    warm = site.light.rim
    wash.glow(x, y, (980 if time in ("dawn", "dusk") else 760) * size, warm, 0.62)
    wash.glow(x, y, 260 * size, Colour.of("#FFF6DC"), 0.75)
    if time in ("dawn", "dusk"):
        wash.fill(skia.Path.Circle(x, y, 44 * size), warm.mix(Colour.of("#FFF8E4"), 0.7))


def paint_stars(wash: Wash, site: Site, amount: float) -> None:
    """Stars of three sizes, thinner towards the horizon."""
    rng = np.random.Generator(np.random.PCG64(site.chance.seed_for("stars")))
    edges, low = site.space.edges, site.space.horizon
    xs = rng.uniform(edges.left(), edges.right(), 420)
    ys = edges.top() + (rng.random(420) ** 1.4) * (max(low, 500.0) - edges.top())
    white = Colour.of("#EEF2FF")
    for radius, part, alpha in ((0.9, slice(0, 280), 0.6), (1.5, slice(280, 390), 0.8), (2.4, slice(390, 420), 1.0)):
        wash.dabs(
            [(float(x), float(y), radius, radius) for x, y in zip(xs[part], ys[part], strict=True)],
            white,
            alpha * amount,
        )
    for x, y in zip(xs[396:402], ys[396:402], strict=True):
        wash.glow(float(x), float(y), 16, white, 0.5 * amount)


def paint_clouds(wash: Wash, site: Site, low: float) -> None:
    """Banks of cloud that lie flatter towards the horizon, bright on the sun's side and grey below."""
    cover = _COVER[site.picture.weather] + (
        0.14 if "cloud" in site.picture.lighting or site.picture.place == "sky" else 0.0
    )
    density = _bank(site.chance.seed_for("clouds"), cover)
    toward = 3 if site.light.key_x > 0 else -3
    lit = np.clip(0.5 + 2.2 * (density - np.roll(density, (3, -toward), axis=(0, 1))), 0, 1)
    _, middle, glow = sky_of(site.picture)
    bright, shade = _cloud_colours(site, middle, glow)
    colour = shade + (bright - shade) * lit[..., None]
    fade = np.linspace(1.0, 0.55, _ROWS, dtype=np.float32)[:, None]
    alpha = np.clip(density * 1.5, 0, 0.94) * fade
    pixels = np.dstack([colour[..., ::-1] * alpha[..., None], alpha]) * 255
    image = skia.Image.fromarray(
        np.ascontiguousarray(pixels.astype(np.uint8)), skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType
    )
    edges = site.space.edges
    top = min(edges.top(), low - 900)
    drift = site.space.width * 0.12
    box = skia.Rect.MakeLTRB(edges.left() - drift, top, edges.right() + drift, low + 10)
    wash.canvas.drawImageRect(image, box, skia.SamplingOptions(skia.CubicResampler.Mitchell()))


def noise(seed: int, rows: int, columns: int, cells: tuple[float, float], octaves: int = 4) -> Grid:
    """Smooth noise 0..1 with that many cells down and across, finer in each octave."""
    rng = np.random.Generator(np.random.PCG64(seed))
    total, weight, sum_ = np.zeros((rows, columns), np.float32), 1.0, 0.0
    down, across = cells
    for _ in range(octaves):
        grid = rng.random((int(down) + 3, int(across) + 3), dtype=np.float32)
        total += weight * _stretched(grid, rows, columns, down, across)
        sum_, weight, down, across = sum_ + weight, weight * 0.55, down * 2, across * 2
    return total / np.float32(sum_)


def _stretched(grid: Grid, rows: int, columns: int, down: float, across: float) -> Grid:
    y, x = np.linspace(0, down, rows, dtype=np.float32), np.linspace(0, across, columns, dtype=np.float32)
    iy, ix = y.astype(int), x.astype(int)
    fy, fx = (y - iy)[:, None], (x - ix)[None, :]
    fy, fx = fy * fy * (3 - 2 * fy), fx * fx * (3 - 2 * fx)
    upper = grid[iy][:, ix] * (1 - fx) + grid[iy][:, ix + 1] * fx
    lower = grid[iy + 1][:, ix] * (1 - fx) + grid[iy + 1][:, ix + 1] * fx
    made: Grid = upper * (1 - fy) + lower * fy
    return made


def _bank(seed: int, cover: float) -> Grid:
    flat = noise(seed, _ROWS, _COLUMNS, (5, 7), 5)
    streaks = noise(seed + 1, _ROWS, _COLUMNS, (16, 5), 4)
    share = np.linspace(0, 1, _ROWS, dtype=np.float32)[:, None] ** 1.5
    field = flat * (1 - share) + streaks * share
    edge = np.float32(0.78 - 0.5 * cover)
    made: Grid = np.clip((field - edge) / np.float32(0.24), 0, 1)
    return made


def _cloud_colours(site: Site, middle: Colour, glow: Colour) -> tuple[Grid, Grid]:
    time, weather = site.picture.time, site.picture.weather
    bright = {"night": middle.mix(Colour.of("#7F93C4"), 0.45), "dusk": glow.mix(Colour.of("#FFD9B0"), 0.45)}.get(
        time, glow.mix(Colour.of("#FFFFFF"), 0.7)
    )
    shade = middle.mix(site.light.fill, 0.5) if brightness(middle) > 0.2 else middle.mix(Colour.of("#05070F"), 0.3)
    if weather in ("rain", "storm"):
        bright, shade = bright.mix(middle, 0.6), shade.mix(Colour.of("#20262F"), 0.45)
    return np.array(bright.rgb, np.float32), np.array(shade.rgb, np.float32)


def _rainbow(wash: Wash, site: Site) -> None:
    colours = ("#E8554E", "#F2A24A", "#F5E06A", "#6CC474", "#5A8FE0", "#8A64C8")
    x, y = site.space.width * (0.5 - 0.2 * site.light.key_x), site.space.horizon + 120
    for index, text in enumerate(colours):
        paint = skia.Paint(
            AntiAlias=True, Color=Colour.of(text).paint(0.32), Style=skia.Paint.kStroke_Style, StrokeWidth=15
        )
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 5))
        wash.canvas.drawCircle(x, y, (560 - 13 * index) * site.space.zoom, paint)


def _birds(wash: Wash, site: Site) -> None:
    ink = site.light.haze.mix(Colour.of("#10131C"), 0.75)
    x0, y0 = site.space.width * (0.5 - 0.2 * site.light.key_x), site.space.horizon - 330
    for index in range(9):
        x = x0 + site.chance.between(-190, 190, "bird", index)
        y = y0 + site.chance.between(-70, 70, "bird y", index)
        span = site.chance.between(9, 19, "span", index)
        wash.line(
            (
                (x - span, y - span * 0.35),
                (x - span * 0.3, y - span * 0.45),
                (x, y),
                (x + span * 0.3, y - span * 0.5),
                (x + span, y - span * 0.3),
            ),
            ink,
            2.6,
        )


def _lightning(wash: Wash, site: Site) -> None:
    x, y = site.space.width * (0.5 + 0.3 * site.light.key_x), site.space.edges.top()
    points = [(x, y)]
    step = (site.space.horizon - y) / 11
    for index in range(11):
        x += site.chance.between(-46, 46, "bolt", index)
        y += step
        points.append((x, y))
    wash.glow(points[4][0], points[4][1], 620, Colour.of("#C9D6FF"), 0.5)
    wash.line(points, Colour.of("#C4D2FF"), 11, 0.35)
    wash.line(points, Colour.of("#FFFFFF"), 3.4, 0.95)
