"""Water: sea, shore, lake, river, harbour, bridge, and below the surface."""

from math import sin

import skia

from shared.adapters.images.draft.craft import SAND, headland, sail_boat, shore_line
from shared.adapters.images.draft.landmark import island
from shared.adapters.images.draft.place_land import sky_sheet
from shared.adapters.images.draft.place_river import bridge, harbour, lake, river
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import mist, ridge, streaks
from shared.adapters.images.draft.wash import Point, Wash
from shared.adapters.images.draft.water import paint_water

_ROUGH = {"clear": 0.35, "cloudy": 0.5, "fog": 0.2, "snow": 0.4, "rain": 0.7, "storm": 1.0}


def sea(site: Site) -> tuple[Sheet, ...]:
    """Open water to the horizon, with an island, a lighthouse or a boat when asked."""

    def far(wash: Wash) -> None:
        if site.picture.has("lighthouse") or site.picture.has("mountains"):
            headland(wash, site)
        paint_water(wash, site, _ROUGH[site.picture.weather])
        mist(wash, site, site.space.horizon, 26, 0.6)
        if site.picture.has("island"):
            island(wash, site)
        if site.picture.has("boat"):
            sail_boat(wash, site, "boat", (site.chance.pick((-5.0, 6.0), "boat"), 22.0))

    def near(wash: Wash) -> None:
        _swell(wash, site)

    return (sky_sheet(site), Sheet(0.3, "sea", far), Sheet(1.15, "swell", near))


def beach(site: Site) -> tuple[Sheet, ...]:
    """A shore: sea behind, a line of foam, wet sand that mirrors the sky, dry sand in front."""
    sand = site.colour("sand", "beach", "shore", otherwise=SAND)

    def water(wash: Wash) -> None:
        if site.picture.has("lighthouse") or site.picture.has("mountains"):
            headland(wash, site)
        paint_water(wash, site, _ROUGH[site.picture.weather])
        mist(wash, site, site.space.horizon, 24, 0.5)
        if site.picture.has("boat"):
            sail_boat(wash, site, "boat", (site.chance.pick((-7.0, 8.0), "boat"), 34.0))

    def shore(wash: Wash) -> None:
        line = shore_line(site, 18.0)
        edges = site.space.edges
        low = [(edges.right(), edges.bottom()), (edges.left(), edges.bottom())]
        path = outline([*line, *low])
        top = min(y for _, y in line)
        wet = wash.tone(sand, 0.35).mix(site.light.haze, 0.35)
        wash.grade(
            path,
            ((0, top), (0, edges.bottom())),
            (0.0, wet, 1.0),
            (0.22, wash.tone(sand, 0.7), 1.0),
            (1.0, wash.tone(sand, 0.42), 1.0),
        )
        foam = Colour.of("#F4F8F6").lit(site.light.key.mix(site.light.haze, 0.3))
        for shift, width, alpha in ((-16, 5, 0.55), (-5, 9, 0.9), (7, 4, 0.5)):
            wash.line([(x, y + shift * site.space.zoom) for x, y in line], foam, width, alpha)
        streaks(wash, site, "sand", wash.tone(sand, 0.05), (150, 0.5, 0.10))
        streaks(wash, site, "shell", wash.tone(sand, 1.0), (120, 0.25, 0.25))

    return (sky_sheet(site), Sheet(0.2, "sea", water), Sheet(0.8, "shore", shore))


def underwater(site: Site) -> tuple[Sheet, ...]:
    """Below the surface: shafts of light from above, weed and rocks on the bed, bubbles."""
    deep = site.colour("water", "sea", otherwise="#0E4F6E").lit(site.light.fill.mix(site.light.key, 0.5))

    return (
        Sheet(0.0, "water", lambda wash: _underwater_back(wash, site, deep)),
        Sheet(0.6, "bed", lambda wash: _underwater_bed(wash, site, deep)),
        Sheet(1.3, "weed", lambda wash: _underwater_weed(wash, site)),
    )


def _underwater_back(wash: Wash, site: Site, deep: Colour) -> None:
    edges, space = site.space.edges, site.space
    bright = deep.mix(Colour.of("#9FE6DF").lit(site.light.key), 0.75)
    wash.grade(
        skia.Path.Rect(edges),
        ((0, edges.top()), (0, edges.bottom())),
        (0.0, bright, 1.0),
        (0.4, deep.mix(bright, 0.3), 1.0),
        (1.0, deep.mix(Colour.of("#03131F"), 0.6), 1.0),
    )
    x = space.width * (0.5 + 0.3 * site.light.key_x)
    wash.glow(x, edges.top(), 900, bright, 0.6)
    for index in range(9):
        foot = x + (index - 4) * 270 + site.chance.between(-60, 60, "ray", index)
        top, half = x + (index - 4) * 70, site.chance.between(20, 70, "ray w", index)
        wash.beam(
            outline(
                [
                    (top - half * 0.3, edges.top()),
                    (top + half * 0.3, edges.top()),
                    (foot + half, 1000),
                    (foot - half, 1000),
                ]
            ),
            ((0, edges.top()), (0, 950)),
            bright,
            (0.30, 0.0),
        )


def _underwater_bed(wash: Wash, site: Site, deep: Colour) -> None:
    colour = site.colour("sand", otherwise="#5E7F7C").mix(deep, 0.45)
    ridge(wash, site, "rocks", deep.mix(Colour.of("#0A2230"), 0.3), (90, 190, 5, 0.1))
    ridge(wash, site, "rocks2", deep.mix(Colour.of("#06202B"), 0.5), (170, 130, 7, 0.0))
    line = shore_line(site, 5.0)
    edges = site.space.edges
    path = outline([*line, (edges.right(), edges.bottom()), (edges.left(), edges.bottom())])
    wash.down(path, wash.tone(colour, 0.6), wash.tone(colour, 0.2))
    streaks(wash, site, "caustic", deep.mix(Colour.of("#CFFFF2"), 0.5), (150, 0.6, 0.10))


def _underwater_weed(wash: Wash, site: Site) -> None:
    for index in range(16):
        x = site.space.width * site.chance.number("weed", index)
        _weed(wash, site, (x, site.space.edges.bottom()), index)
    for index in range(46):
        x, y = (site.chance.number("bubble", axis, index) for axis in "xy")
        r = 2 + 7 * site.chance.number("bubble r", index) ** 2
        wash.canvas.drawCircle(
            x * site.space.width,
            y * 1080,
            r,
            skia.Paint(
                AntiAlias=True,
                Color=Colour.of("#D8FFF6").paint(0.5),
                Style=skia.Paint.kStroke_Style,
                StrokeWidth=1.6,
            ),
        )


def _swell(wash: Wash, site: Site) -> None:
    edges = site.space.edges
    low = Colour.of("#123648").lit(site.light.fill.mix(site.light.key, 0.3))
    for index, y in enumerate((985.0, 1060.0)):
        phase = site.chance.between(0, 6, "swell", index)
        crest = [(edges.left() + i * 60.0, y + 22 * sin(i * 0.5 + phase) + 9 * sin(i * 1.3 + phase)) for i in range(41)]
        path = outline([*crest, (crest[-1][0], edges.bottom() + 20), (edges.left(), edges.bottom() + 20)])
        wash.grade(path, ((0, y - 20), (0, y + 130)), (0.0, low.mix(site.light.haze, 0.35), 0.75), (1.0, low, 0.9))
        wash.line(crest, site.light.haze.mix(Colour(1, 1, 1), 0.3), 3, 0.5)


def _weed(wash: Wash, site: Site, foot: Point, index: int) -> None:
    x, y = foot
    h, phase = site.chance.between(160, 520, "weed h", index), site.chance.between(0, 6, "phase", index)
    points = [(x + 26 * sin(phase + n * 0.7) * n / 8, y - h * n / 12) for n in range(13)]
    colour = Colour.of(site.chance.pick(("#0C3B3A", "#114A3E", "#1B4B2F", "#3A2E4A"), "weed c", index)).lit(
        site.light.key
    )
    wash.line(points, colour, site.chance.between(8, 22, "weed w", index), 0.92)


WATERS: dict[str, Place] = {
    "sea": sea,
    "beach": beach,
    "lake": lake,
    "river": river,
    "harbour": harbour,
    "bridge": bridge,
    "underwater": underwater,
}
