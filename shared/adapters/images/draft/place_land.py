"""Open land: fields, hills, mountains, desert, snow, roads and villages."""

from shared.adapters.images.draft.building import cottage, pole, post_fence
from shared.adapters.images.draft.landmark import castle, tent, vines
from shared.adapters.images.draft.peak import SNOW, dune, peaks
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.sky import paint_sky
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import blades, ground, mist, ridge, streaks, way
from shared.adapters.images.draft.tree import LEAF, bare_tree, broad_tree, bush, pine_tree
from shared.adapters.images.draft.wash import Point, Wash

GRASS = "#7C9350"
WHEAT = "#D1AE5E"
HILL = Colour.of("#6C8752")


def sky_sheet(site: Site) -> Sheet:
    """The sky behind everything."""
    return Sheet(0.0, "sky", lambda wash: paint_sky(wash, site))


def near_grass(site: Site, colour: Colour, bloom: Colour | None = None) -> tuple[Sheet, ...]:
    """Stalks right in front of the camera; none when the camera is close to somebody."""
    if site.space.eye > 1.8 or site.space.zoom > 1.2:
        return ()
    colour = site.snowed(colour)
    z = (site.space.focal * site.space.eye) / (1130 - site.space.horizon)
    return (
        Sheet(
            1.4, "near grass", lambda wash: blades(wash, site, wash.tone(colour, 0.05), (z, 0.17 * z / 2.2, 420), bloom)
        ),
    )


def field(site: Site) -> tuple[Sheet, ...]:
    """A field of wheat or flowers with trees far off, and stalks close to the camera."""
    flowers = site.picture.has("flowers")
    colour = site.colour("field", "wheat", "grass", "meadow", otherwise=GRASS if flowers else WHEAT)
    bloom = site.colour("flowers", "poppies", "flower", otherwise="#C8473C") if flowers else None

    def far(wash: Wash) -> None:
        ridge(wash, site, "far", HILL, (6, 62, 6, 0.6))
        for index in range(9):
            x = site.chance.between(-36, 36, "tree", index)
            broad_tree(
                wash,
                site,
                f"t{index}",
                (x, site.chance.between(40, 58, "z", index), site.chance.between(4, 8, "h", index)),
            )
        if site.picture.has("house"):
            cottage(wash, site, "house", (site.chance.pick((-9.0, 8.0), "house"), 30.0))
        mist(wash, site, site.space.horizon + 6, 34, 0.55)

    def land(wash: Wash) -> None:
        ground(wash, site, colour)
        streaks(wash, site, "shade", wash.tone(colour, 0.1), (150, 0.8, 0.13))
        streaks(wash, site, "light", wash.tone(colour, 1.0), (170, 0.6, 0.20))
        for z, tone in ((30.0, 0.25), (19.0, 0.12), (12.0, 0.05), (8.0, 0.0)):
            blades(wash, site, wash.far(colour, tone), (z, 0.42, 560), bloom)
        if site.picture.has("tree"):
            wash.contact(_lone(site), 16.0, 3.2, 0.5)
            broad_tree(wash, site, "lone", (_lone(site), 16.0, 7.5))
        if site.picture.has("tent"):
            tent(wash, site)

    return (sky_sheet(site), Sheet(0.12, "trees", far), Sheet(0.75, "field", land), *near_grass(site, colour, bloom))


def hills(site: Site) -> tuple[Sheet, ...]:
    """Rolling hills, one behind the other, with trees and perhaps a house."""
    colour = site.colour("hills", "hill", "grass", otherwise="#76904E")

    return (
        sky_sheet(site),
        Sheet(0.06, "far hills", lambda wash: _hills_far(wash, site)),
        Sheet(0.2, "hills", lambda wash: _hills_middle(wash, site, colour)),
        Sheet(0.75, "meadow", lambda wash: _hills_land(wash, site, colour)),
        *near_grass(site, colour),
    )


def _hills_far(wash: Wash, site: Site) -> None:
    if site.picture.has("mountains"):
        peaks(wash, site, "valley", Colour.of("#6E7388"), (10, 360, 4, 0.6))
    ridge(wash, site, "a", Colour.of("#5C7690"), (0, 270, 3.2, 0.72))
    ridge(wash, site, "b", Colour.of("#5E8068"), (12, 180, 4.1, 0.52))
    mist(wash, site, site.space.horizon + 5, 60, 0.4)


def _hills_middle(wash: Wash, site: Site, colour: Colour) -> None:
    skyline = ridge(wash, site, "c", colour, (46, 150, 3.0, 0.24))
    for index in range(16):
        _on_ridge(wash, site, skyline, index)
    if site.picture.has("house"):
        cottage(wash, site, "house", (site.chance.pick((-7.0, 7.0), "house"), 26.0))
    if site.picture.has("castle"):
        castle(wash, site)


def _hills_land(wash: Wash, site: Site, colour: Colour) -> None:
    ground(wash, site, colour, 0.35)
    streaks(wash, site, "shade", wash.tone(colour, 0.1), (120, 1.5, 0.12))
    streaks(wash, site, "light", wash.tone(colour, 1.0), (120, 1.2, 0.15))
    way(wash, site, site.colour("path", "road", otherwise="#B9A077"), 1.3, 1.4)
    if site.picture.has("vines"):
        vines(wash, site)
    for index in range(6):
        bush(
            wash,
            site,
            f"bush{index}",
            (
                site.chance.pick((-1, 1), index) * site.chance.between(4, 11, "x", index),
                site.chance.between(9, 24, "bz", index),
                0.9,
            ),
        )
    if site.picture.has("tree"):
        broad_tree(wash, site, "lone", (_lone(site), 14.0, 6.5))
    blades(wash, site, colour, (8.0, 0.22, 420))


def mountains(site: Site) -> tuple[Sheet, ...]:
    """Peaks with a lit and a shaded side, snow on the high ones, pines at their feet."""
    rock = site.colour("mountains", "mountain", "rock", "cliff", otherwise="#6E7388")

    def far(wash: Wash) -> None:
        peaks(wash, site, "far", rock, (8, 330, 6, 0.62))
        mist(wash, site, site.space.horizon - 20, 90, 0.5)

    def near(wash: Wash) -> None:
        peaks(wash, site, "near", rock, (26, 190, 5, 0.34))
        ridge(wash, site, "wood", Colour.of("#3E5B50"), (46, 70, 9, 0.4))
        mist(wash, site, site.space.horizon + 40, 46, 0.55)

    def land(wash: Wash) -> None:
        colour = site.colour("ground", "grass", otherwise="#6F7F57")
        ground(wash, site, colour, 0.5)
        streaks(wash, site, "shade", wash.tone(colour, 0.05), (150, 1.0, 0.14))
        streaks(wash, site, "stone", wash.tone(Colour.of("#A39C90"), 0.8), (70, 0.3, 0.5))
        for index in range(13):
            side = site.chance.pick((-1, 1), "pine", index)
            z = 38 - index * 2.1
            pine_tree(
                wash,
                site,
                f"p{index}",
                (
                    side * (3.5 + z * site.chance.between(0.25, 0.8, "x", index)),
                    z,
                    site.chance.between(5, 9, "h", index),
                ),
            )
        blades(wash, site, colour, (8.0, 0.16, 380))

    return (
        sky_sheet(site),
        Sheet(0.04, "far peaks", far),
        Sheet(0.12, "peaks", near),
        Sheet(0.75, "meadow", land),
        *near_grass(site, HILL),
    )


def desert(site: Site) -> tuple[Sheet, ...]:
    """Dunes with sharp crests, a lit and a shaded side, and ripples near by."""
    sand = site.colour("sand", "desert", "dunes", "dune", otherwise="#D9A566")

    def far(wash: Wash) -> None:
        ridge(wash, site, "d1", sand, (6, 90, 2.6, 0.6))
        ground(wash, site, sand, 0.3)
        for index in range(9):
            z = 84 - index * 6.5
            dune(
                wash,
                site,
                sand,
                (site.chance.between(-0.8, 0.8, "dune", index) * z, z, site.chance.between(3.0, 6.5, "dune h", index)),
            )

    def land(wash: Wash) -> None:
        ground(wash, site, sand, 0.3)
        for x, z, height in ((-13.0, 27.0, 2.6), (10.0, 22.0, 2.2)):
            dune(wash, site, sand, (x, z, height))
        streaks(wash, site, "ripple", wash.tone(sand, 0.05), (240, 1.3, 0.09))
        streaks(wash, site, "crest", wash.tone(sand, 1.0).mix(Colour(1, 1, 1), 0.1), (200, 1.0, 0.13))

    return (sky_sheet(site), Sheet(0.1, "far dunes", far), Sheet(0.7, "dunes", land))


def snow(site: Site) -> tuple[Sheet, ...]:
    """A white plain with blue shadows, pines under snow and hills in the haze."""

    def far(wash: Wash) -> None:
        peaks(wash, site, "far", Colour.of("#8C99B4"), (6, 190, 6, 0.6))
        mist(wash, site, site.space.horizon, 60, 0.6)

    def land(wash: Wash) -> None:
        ground(wash, site, SNOW, 0.3)
        shade = wash.tone(SNOW, 0.0).mix(Colour.of("#6F8FC4"), 0.25)
        streaks(wash, site, "drift", shade, (150, 2.2, 0.12))
        streaks(wash, site, "shine", wash.tone(Colour(1, 1, 1), 1.0), (120, 1.4, 0.25))
        for index in range(15):
            side = site.chance.pick((-1, 1), "pine", index)
            z = 40 - index * 2.0
            spot = (
                side * (3.0 + z * site.chance.between(0.2, 0.85, "x", index)),
                z,
                site.chance.between(4, 8, "h", index),
            )
            wash.contact(spot[0], z, 1.6, 0.35)
            (bare_tree if index % 5 == 4 else pine_tree)(wash, site, f"p{index}", spot)
        if site.picture.has("house"):
            cottage(wash, site, "house", (site.chance.pick((-6.0, 6.0), "house"), 20.0))

    return (sky_sheet(site), Sheet(0.05, "far hills", far), Sheet(0.75, "snow", land))


def road(site: Site) -> tuple[Sheet, ...]:
    """A road to the horizon through open land, with posts or poles along it."""
    grass = site.colour("grass", "field", otherwise=GRASS)

    def far(wash: Wash) -> None:
        ridge(wash, site, "a", Colour.of("#667C92"), (0, 150, 3.4, 0.66))
        ridge(wash, site, "b", HILL, (10, 60, 5, 0.45))
        mist(wash, site, site.space.horizon + 4, 40, 0.5)

    def land(wash: Wash) -> None:
        ground(wash, site, grass)
        streaks(wash, site, "shade", wash.tone(grass, 0.1), (150, 1.2, 0.14))
        way(wash, site, Colour.of("#C2A878"), 5.2)
        way(wash, site, site.colour("road", "asphalt", otherwise="#5D5C63"), 4.4)
        for index in range(16):
            z = 2.0 * 1.32**index
            if z < 90:
                wash.fill(
                    site.space.floor((-0.07, 0.07), (z, z * 1.13)),
                    wash.far(wash.tone(Colour.of("#EFE6CF"), 0.8), min(0.6, z / 90)),
                )
        for index in range(8):
            pole(wash, site, 5.5 * 1.45**index)
        blades(wash, site, grass, (9.0, 0.25, 300))

    return (sky_sheet(site), Sheet(0.06, "hills", far), Sheet(0.75, "road", land))


def village(site: Site) -> tuple[Sheet, ...]:
    """Houses with lit windows around a lane, trees between them, hills behind."""
    grass = site.colour("grass", otherwise="#71854E")

    def far(wash: Wash) -> None:
        ridge(wash, site, "a", Colour.of("#5C7690"), (0, 170, 3.2, 0.68))
        ridge(wash, site, "b", HILL, (14, 90, 5, 0.42))

    def houses(wash: Wash) -> None:
        for index, (x, z) in enumerate(((-16, 42), (13, 38), (-3, 46), (24, 44), (-26, 36), (9, 28), (-11, 25))):
            broad_tree(wash, site, f"t{index}", (x + 4.5, z + 2, site.chance.between(5, 8, "h", index)), LEAF)
            cottage(wash, site, f"c{index}", (float(x), float(z)))
        mist(wash, site, site.space.horizon + 20, 36, 0.3)

    def land(wash: Wash) -> None:
        ground(wash, site, grass, 0.5)
        streaks(wash, site, "shade", wash.tone(grass, 0.1), (130, 1.2, 0.14))
        way(wash, site, Colour.of("#B39A74"), 2.6, 1.0)
        cottage(wash, site, "near", (site.chance.pick((-7.2, 6.6), "near"), 13.0))
        post_fence(wash, site, (2.4, 15.0, 8.5) if site.light.key_x < 0 else (-15.0, -2.4, 8.5))
        blades(wash, site, grass, (8.0, 0.2, 360))

    return (sky_sheet(site), Sheet(0.06, "hills", far), Sheet(0.3, "houses", houses), Sheet(0.75, "lane", land))


def _lone(site: Site) -> float:
    return site.chance.pick((-4.2, 4.4), "lone")


def _on_ridge(wash: Wash, site: Site, skyline: list[Point], index: int) -> None:
    x, y = skyline[round(site.chance.between(20, 220, "on ridge", index))]
    h = site.chance.between(16, 34, "ridge tree", index) * site.space.zoom
    colour = wash.far(wash.tone(LEAF, 0.2), 0.3)
    wash.dabs([(x, y - h * 0.5, h * 0.42, h * 0.5), (x + h * 0.3, y - h * 0.3, h * 0.3, h * 0.34)], colour)
    wash.dabs([(x + h * 0.14 * site.light.key_x, y - h * 0.62, h * 0.26, h * 0.3)], wash.far(wash.tone(LEAF, 0.9), 0.3))


LANDS: dict[str, Place] = {
    "field": field,
    "hills": hills,
    "mountains": mountains,
    "desert": desert,
    "snow": snow,
    "road": road,
    "village": village,
}
