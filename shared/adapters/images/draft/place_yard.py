"""Playground, cemetery and cave."""

import skia

from shared.adapters.images.draft.greenery import leaf_of
from shared.adapters.images.draft.light import LAMP
from shared.adapters.images.draft.place_land import HILL, near_grass, sky_sheet
from shared.adapters.images.draft.site import Sheet, Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import blades, ground, mist, ridge, streaks
from shared.adapters.images.draft.tree import broad_tree, pine_tree
from shared.adapters.images.draft.wash import Wash

STONE = Colour.of("#8C8A88")


def playground(site: Site) -> tuple[Sheet, ...]:
    """A swing, a slide and trees around a sandy yard."""
    leaf = leaf_of(site)

    def far(wash: Wash) -> None:
        ridge(wash, site, "far", Colour.of("#5F7A66"), (4, 60, 9, 0.6))
        for index in range(10):
            broad_tree(
                wash,
                site,
                f"t{index}",
                (site.chance.between(-24, 24, "x", index), site.chance.between(28, 40, "z", index), 6.5),
                leaf,
            )

    def yard(wash: Wash) -> None:
        ground(wash, site, site.colour("sand", "ground", otherwise="#B79E74"), 0.4)
        streaks(wash, site, "shade", wash.tone(Colour.of("#B79E74"), 0.1), (130, 1.0, 0.13))
        _swing(wash, site, site.chance.pick((-3.6, 3.6), "swing"), 12.0)
        _slide(wash, site, site.chance.pick((-3.6, 3.6), "swing") * -1.5, 14.0)

    return (sky_sheet(site), Sheet(0.2, "trees", far), Sheet(0.78, "yard", yard))


def cemetery(site: Site) -> tuple[Sheet, ...]:
    """Rows of stones in the grass under bare and dark trees."""

    def far(wash: Wash) -> None:
        ridge(wash, site, "far", Colour.of("#55695F"), (2, 100, 5, 0.6))
        for index in range(9):
            pine_tree(
                wash,
                site,
                f"p{index}",
                (site.chance.between(-28, 28, "x", index), site.chance.between(30, 42, "z", index), 8.0),
            )
        mist(wash, site, site.space.horizon + 20, 60, 0.6)

    def stones(wash: Wash) -> None:
        grass = site.colour("grass", otherwise="#66754F")
        ground(wash, site, grass, 0.5)
        streaks(wash, site, "shade", wash.tone(grass, 0.05), (140, 0.9, 0.16))
        for row, z in enumerate((30.0, 22.0, 16.0, 11.5)):
            for column in range(-7, 8):
                if column:
                    _stone(
                        wash, site, (column * 2.5 + site.chance.between(-0.5, 0.5, row, column), z), f"{row}/{column}"
                    )
        broad_tree(wash, site, "old", (site.chance.pick((-6.4, 6.8), "old"), 13.0, 7.5), Colour.of("#46583F"))
        blades(wash, site, grass, (8.5, 0.2, 420))

    return (sky_sheet(site), Sheet(0.15, "trees", far), Sheet(0.75, "stones", stones), *near_grass(site, HILL))


def _swing(wash: Wash, site: Site, x: float, z: float) -> None:
    steel = wash.tone(site.colour("swing", otherwise="#B0473F"), 0.5)
    wash.contact(x, z, 2.4, 0.35)
    for side in (-1.7, 1.7):
        for foot in (-0.9, 0.9):
            a, b = site.space.at(x + side + 0.1 * foot, 0, z + foot), site.space.at(x + side, 2.6, z)
            wash.line((a, b), steel, 0.09 * site.space.unit(z))
    wash.line((site.space.at(x - 1.7, 2.6, z), site.space.at(x + 1.7, 2.6, z)), steel, 0.1 * site.space.unit(z))
    for seat in (-0.75, 0.75):
        for rope in (-0.22, 0.22):
            wash.line(
                (site.space.at(x + seat + rope, 2.55, z), site.space.at(x + seat + rope, 0.5, z)),
                wash.tone(STONE, 0.4),
                0.03 * site.space.unit(z),
            )
        wash.box((x + seat - 0.27, x + seat + 0.27), (0.46, 0.52), (z - 0.1, z + 0.15), Colour.of("#6A4A30"))


def _slide(wash: Wash, site: Site, x: float, z: float) -> None:
    colour = site.colour("slide", otherwise="#D9A441")
    wash.contact(x, z, 2.0, 0.35)
    wash.rail((x - 1.2, 0, z), (x - 1.2, 2.1, z), wash.tone(STONE, 0.4), 0.1)
    a, b = site.space.at(x - 1.2, 1.9, z), site.space.at(x + 1.6, 0.25, z)
    wash.line((a, b, site.space.at(x + 2.1, 0.2, z)), wash.tone(colour, 0.7), 0.32 * site.space.unit(z))


def _stone(wash: Wash, site: Site, spot: tuple[float, float], name: str) -> None:
    x, z = spot
    colour = wash.far(STONE.mix(Colour.of("#A39A8B"), site.chance.number("tone", name)), min(0.6, z / 60))
    unit, (px, py) = site.space.unit(z), site.space.at(x, 0.0, z)
    w, h = 0.36 * unit, site.chance.between(0.75, 1.15, "tall", name) * unit
    wash.contact(x, z, 0.6, 0.45)
    path = skia.Path.RRect(skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(px - w, py - h, px + w, py + w), w * 0.9, w * 0.9))
    wash.canvas.save()
    wash.canvas.clipRect(skia.Rect.MakeLTRB(px - w * 2, py - h * 2, px + w * 2, py))
    side = w if site.light.key_x > 0 else -w
    wash.grade(
        path, ((px + side, 0), (px - side, 0)), (0.0, wash.tone(colour, 0.85), 1.0), (1.0, wash.tone(colour, 0.3), 1.0)
    )
    wash.canvas.restore()


def cave(site: Site) -> tuple[Sheet, ...]:
    """A dark vault of rock that opens to a bright mouth."""
    rock = site.colour("rock", "stone", otherwise="#5B5560")

    def mouth(wash: Wash) -> None:
        edges = site.space.edges
        wash.down(skia.Path.Rect(edges), site.light.haze.mix(Colour(1, 1, 1), 0.3), site.light.haze)
        ridge(wash, site, "far", HILL, (20, 90, 5, 0.6))
        ground(wash, site, rock, 0.3)

    def vault(wash: Wash) -> None:
        for step, share in enumerate((0.34, 0.50, 0.72)):
            path = skia.Path.Rect(site.space.edges.makeOutset(20, 20))
            hole = _mouth(site, share, step)
            path.addPath(hole)
            path.setFillType(skia.PathFillType.kEvenOdd)
            tone = wash.tone(rock, 0.42 - 0.16 * step).mix(Colour.of("#0B0A10"), 0.2 * step + (0.0 if step else -0.0))
            wash.fill(path, tone)
            wash.line(
                [(p.x(), p.y()) for p in hole.getPoints(hole.countPoints())],
                wash.tone(rock, 0.9).mix(LAMP, 0.2),
                4,
                0.35 - 0.1 * step,
            )

    return (Sheet(0.1, "mouth", mouth), Sheet(0.8, "vault", vault))


def _mouth(site: Site, share: float, step: int) -> skia.Path:
    import math

    cx, cy = site.space.width * (0.5 + 0.06 * step * site.light.key_x), site.space.horizon + 40
    points = []
    for index in range(40):
        angle = index / 40 * 2 * math.pi
        wobble = site.chance.between(0.88, 1.14, "mouth", step, index)
        points.append(
            (
                cx + math.cos(angle) * share * 900 * wobble,
                cy + math.sin(angle) * (share * 640 * wobble + 60 * max(0.0, math.sin(angle))),
            )
        )
    return outline(points)
