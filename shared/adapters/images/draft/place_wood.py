"""Among trees: forest, park, garden, playground, cemetery and cave."""

import skia

from shared.adapters.images.draft.building import cottage, lamp_pool, lamp_post, post_fence
from shared.adapters.images.draft.greenery import bench, flowers, leaf_of, shafts, trunks
from shared.adapters.images.draft.landmark import well
from shared.adapters.images.draft.place_land import HILL, near_grass, sky_sheet
from shared.adapters.images.draft.place_yard import cave, cemetery, playground
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import blades, ground, mist, ridge, streaks, way
from shared.adapters.images.draft.tree import LEAF, broad_tree, bush, crown
from shared.adapters.images.draft.wash import Wash


def forest(site: Site) -> tuple[Sheet, ...]:
    """Trunks behind trunks into the haze, a path, shafts of light between them."""
    floor = site.colour("ground", "moss", "floor", otherwise="#5E6B3C" if not site.picture.has("leaves") else "#9A6A34")
    leaf = leaf_of(site)

    return (
        Sheet(0.05, "far trunks", lambda wash: _forest_back(wash, site, leaf)),
        Sheet(0.6, "trunks", lambda wash: _forest_middle(wash, site, floor, leaf)),
        Sheet(0.92, "near trunks", lambda wash: _forest_near(wash, site, leaf)),
        *near_grass(site, leaf),
    )


def _forest_back(wash: Wash, site: Site, leaf: Colour) -> None:
    edges, haze = site.space.edges, site.light.haze
    glow = haze.mix(leaf, 0.25).mix(Colour(1, 1, 1), 0.12 * (1 - site.light.darkness))
    dark = haze.mix(leaf.lit(site.light.fill), 0.65)
    wash.grade(
        skia.Path.Rect(edges),
        ((0, edges.top()), (0, site.space.horizon)),
        (0.0, dark, 1.0),
        (0.75, glow, 1.0),
        (1.0, glow, 1.0),
    )
    x = site.space.width * (0.5 + 0.25 * site.light.key_x)
    wash.glow(x, site.space.horizon - 200, 760, site.light.rim, 0.55)
    trunks(wash, site, ("far", 46, 26.0, 48.0), 0.62)


def _forest_middle(wash: Wash, site: Site, floor: Colour, leaf: Colour) -> None:
    ground(wash, site, floor, 0.55)
    streaks(wash, site, "litter", wash.tone(floor, 0.05), (160, 0.5, 0.16))
    streaks(wash, site, "sun", wash.tone(floor, 1.0).mix(site.light.rim, 0.3), (90, 0.7, 0.20))
    way(wash, site, site.colour("path", otherwise="#8A7550"), 1.4, 1.2)
    trunks(wash, site, ("middle", 20, 12.0, 25.0), 0.30)
    shafts(wash, site)
    for index in range(9):
        bush(
            wash,
            site,
            f"fern{index}",
            (
                site.chance.pick((-1, 1), "f", index) * site.chance.between(2.5, 9, "fx", index),
                site.chance.between(8, 18, "fz", index),
                0.55,
            ),
            leaf,
        )
    mist(wash, site, site.space.horizon + 16, 70, 0.35)


def _forest_near(wash: Wash, site: Site, leaf: Colour) -> None:
    trunks(wash, site, ("near", 8, 5.6, 8.5), 0.06)
    for index in range(10):
        x = site.space.width * (index + 0.3) / 9
        crown(
            wash,
            site,
            f"bough{index}",
            (x, site.space.edges.top() + site.chance.between(-10, 70, "bough", index), 230, 120),
            leaf.mix(Colour.of("#142014"), 0.35),
        )


def park(site: Site) -> tuple[Sheet, ...]:
    """An avenue of trees, a gravel path, benches and lamps."""
    leaf = leaf_of(site)

    def far(wash: Wash) -> None:
        ridge(wash, site, "far", Colour.of("#5F7A66"), (4, 70, 9, 0.6))
        for index in range(12):
            broad_tree(
                wash,
                site,
                f"far{index}",
                (site.chance.between(-30, 30, "x", index), site.chance.between(40, 52, "z", index), 7.0),
                leaf,
            )
        mist(wash, site, site.space.horizon + 8, 40, 0.5)

    def avenue(wash: Wash) -> None:
        grass = site.colour("grass", "lawn", otherwise="#6F8C4B")
        ground(wash, site, grass, 0.5)
        streaks(wash, site, "shade", wash.tone(grass, 0.05), (140, 1.2, 0.16))
        way(wash, site, site.colour("path", "gravel", otherwise="#C4AF8C"), 3.4)
        if site.picture.has("leaves"):
            streaks(wash, site, "fallen", wash.tone(Colour.of("#D98A35"), 0.9), (260, 0.12, 0.8))
        for index, z in enumerate((34.0, 26.0, 19.5, 14.5, 10.5)):
            for side in (-1, 1):
                wash.contact(side * 4.6, z, 2.6, 0.45)
                broad_tree(wash, site, f"a{index}{side}", (side * 4.6, z, 7.6), leaf)
            if index in (1, 3):
                lamp_pool(wash, site, -2.0, z - 1)
                lamp_post(wash, site, -2.6, z - 1, 1)
        bench(wash, site, (2.6, 9.6))

    return (sky_sheet(site), Sheet(0.15, "trees", far), Sheet(0.75, "avenue", avenue), *near_grass(site, HILL))


def garden(site: Site) -> tuple[Sheet, ...]:
    """Beds of flowers, a fence, fruit trees and the back of a house."""
    leaf = leaf_of(site)
    bloom = [Colour.of(text) for text in ("#D9566B", "#F0B54A", "#E8E2F0", "#9A6BC0")]

    def far(wash: Wash) -> None:
        ridge(wash, site, "far", Colour.of("#5F7A66"), (2, 90, 7, 0.55))
        cottage(wash, site, "house", (site.chance.pick((-6.5, 5.5), "house"), 24.0))
        for index in range(6):
            broad_tree(
                wash,
                site,
                f"t{index}",
                (site.chance.between(-18, 18, "x", index), site.chance.between(26, 34, "z", index), 5.5),
                leaf,
            )

    def beds(wash: Wash) -> None:
        grass = site.colour("grass", "lawn", otherwise="#789650")
        ground(wash, site, grass, 0.35)
        streaks(wash, site, "shade", wash.tone(grass, 0.1), (120, 0.9, 0.15))
        way(wash, site, site.colour("path", otherwise="#C9B491"), 1.3, 0.8)
        post_fence(wash, site, (-16.0, 16.0, 18.0))
        for index, (x, z) in enumerate(((-5.2, 15), (5.6, 14), (-4.4, 10.5), (4.9, 9.5), (-6.6, 8.4), (7.2, 12))):
            bush(wash, site, f"bed{index}", (x, float(z), 0.9), leaf)
            flowers(wash, site, (x, float(z), index), bloom[index % 4])
        if site.picture.has("well"):
            well(wash, site)
        broad_tree(wash, site, "apple", (site.chance.pick((-7.4, 7.2), "apple"), 11.0, 5.2), leaf)
        blades(wash, site, grass, (8.2, 0.18, 380), bloom[2])

    return (sky_sheet(site), Sheet(0.25, "house", far), Sheet(0.78, "beds", beds), *near_grass(site, LEAF, bloom[0]))


WOODS: dict[str, Place] = {
    "forest": forest, "park": park, "garden": garden, "playground": playground, "cemetery": cemetery, "cave": cave,
}  # fmt: skip
