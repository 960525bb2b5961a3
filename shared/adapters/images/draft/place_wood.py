"""Among trees: forest, park, garden, playground, cemetery and cave."""

import skia

from shared.adapters.images.draft.building import cottage, lamp_pool, lamp_post, post_fence
from shared.adapters.images.draft.light import LAMP
from shared.adapters.images.draft.place_land import HILL, near_grass, sky_sheet
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import blades, ground, mist, ridge, streaks, way
from shared.adapters.images.draft.tree import BARK, LEAF, broad_tree, bush, crown, pine_tree, trunk
from shared.adapters.images.draft.wash import Wash

STONE = Colour.of("#8C8A88")


def forest(site: Site) -> tuple[Sheet, ...]:
    """Trunks behind trunks into the haze, a path, shafts of light between them."""
    floor = site.colour("ground", "moss", "floor", otherwise="#5E6B3C" if not site.picture.has("leaves") else "#9A6A34")
    leaf = _leaf(site)

    def back(wash: Wash) -> None:
        edges, haze = site.space.edges, site.light.haze
        glow = haze.mix(leaf, 0.25).mix(Colour(1, 1, 1), 0.12 * (1 - site.light.darkness))
        dark = haze.mix(leaf.lit(site.light.fill), 0.65)
        wash.grade(skia.Path.Rect(edges), ((0, edges.top()), (0, site.space.horizon)), (0.0, dark, 1.0), (0.75, glow, 1.0), (1.0, glow, 1.0))
        x = site.space.width * (0.5 + 0.25 * site.light.key_x)
        wash.glow(x, site.space.horizon - 200, 760, site.light.rim, 0.55)
        _trunks(wash, site, ("far", 46, 26.0, 48.0), 0.62)

    def middle(wash: Wash) -> None:
        ground(wash, site, floor, 0.55)
        streaks(wash, site, "litter", wash.tone(floor, 0.05), (160, 0.5, 0.16))
        streaks(wash, site, "sun", wash.tone(floor, 1.0).mix(site.light.rim, 0.3), (90, 0.7, 0.20))
        way(wash, site, site.colour("path", otherwise="#8A7550"), 1.4, 1.2)
        _trunks(wash, site, ("middle", 20, 12.0, 25.0), 0.30)
        _shafts(wash, site)
        for index in range(9):
            bush(wash, site, f"fern{index}", (site.chance.pick((-1, 1), "f", index) * site.chance.between(2.5, 9, "fx", index), site.chance.between(8, 18, "fz", index), 0.55), leaf)
        mist(wash, site, site.space.horizon + 16, 70, 0.35)

    def near(wash: Wash) -> None:
        _trunks(wash, site, ("near", 8, 5.6, 8.5), 0.06)
        for index in range(10):
            x = site.space.width * (index + 0.3) / 9
            crown(wash, site, f"bough{index}", (x, site.space.edges.top() + site.chance.between(-10, 70, "bough", index), 230, 120), leaf.mix(Colour.of("#142014"), 0.35))

    return (Sheet(0.05, "far trunks", back), Sheet(0.6, "trunks", middle), Sheet(0.92, "near trunks", near), *near_grass(site, leaf))


def park(site: Site) -> tuple[Sheet, ...]:
    """An avenue of trees, a gravel path, benches and lamps."""
    leaf = _leaf(site)

    def far(wash: Wash) -> None:
        ridge(wash, site, "far", Colour.of("#5F7A66"), (4, 70, 9, 0.6))
        for index in range(12):
            broad_tree(wash, site, f"far{index}", (site.chance.between(-30, 30, "x", index), site.chance.between(40, 52, "z", index), 7.0), leaf)
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
    leaf = _leaf(site)
    bloom = [Colour.of(text) for text in ("#D9566B", "#F0B54A", "#E8E2F0", "#9A6BC0")]

    def far(wash: Wash) -> None:
        ridge(wash, site, "far", Colour.of("#5F7A66"), (2, 90, 7, 0.55))
        cottage(wash, site, "house", (site.chance.pick((-6.5, 5.5), "house"), 24.0))
        for index in range(6):
            broad_tree(wash, site, f"t{index}", (site.chance.between(-18, 18, "x", index), site.chance.between(26, 34, "z", index), 5.5), leaf)

    def beds(wash: Wash) -> None:
        grass = site.colour("grass", "lawn", otherwise="#789650")
        ground(wash, site, grass, 0.35)
        streaks(wash, site, "shade", wash.tone(grass, 0.1), (120, 0.9, 0.15))
        way(wash, site, site.colour("path", otherwise="#C9B491"), 1.3, 0.8)
        post_fence(wash, site, (-16.0, 16.0, 18.0))
        for index, (x, z) in enumerate(((-5.2, 15), (5.6, 14), (-4.4, 10.5), (4.9, 9.5), (-6.6, 8.4), (7.2, 12))):
            bush(wash, site, f"bed{index}", (x, float(z), 0.9), leaf)
            _flowers(wash, site, (x, float(z), index), bloom[index % 4])
        broad_tree(wash, site, "apple", (site.chance.pick((-7.4, 7.2), "apple"), 11.0, 5.2), leaf)
        blades(wash, site, grass, (8.2, 0.18, 380), bloom[2])

    return (sky_sheet(site), Sheet(0.25, "house", far), Sheet(0.78, "beds", beds), *near_grass(site, LEAF, bloom[0]))


def playground(site: Site) -> tuple[Sheet, ...]:
    """A swing, a slide and trees around a sandy yard."""
    leaf = _leaf(site)

    def far(wash: Wash) -> None:
        ridge(wash, site, "far", Colour.of("#5F7A66"), (4, 60, 9, 0.6))
        for index in range(10):
            broad_tree(wash, site, f"t{index}", (site.chance.between(-24, 24, "x", index), site.chance.between(28, 40, "z", index), 6.5), leaf)

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
            pine_tree(wash, site, f"p{index}", (site.chance.between(-28, 28, "x", index), site.chance.between(30, 42, "z", index), 8.0))
        mist(wash, site, site.space.horizon + 20, 60, 0.6)

    def stones(wash: Wash) -> None:
        grass = site.colour("grass", otherwise="#66754F")
        ground(wash, site, grass, 0.5)
        streaks(wash, site, "shade", wash.tone(grass, 0.05), (140, 0.9, 0.16))
        for row, z in enumerate((30.0, 22.0, 16.0, 11.5)):
            for column in range(-7, 8):
                if column:
                    _stone(wash, site, (column * 2.5 + site.chance.between(-0.5, 0.5, row, column), z), f"{row}/{column}")
        broad_tree(wash, site, "old", (site.chance.pick((-6.4, 6.8), "old"), 13.0, 7.5), Colour.of("#46583F"))
        blades(wash, site, grass, (8.5, 0.2, 420))

    return (sky_sheet(site), Sheet(0.15, "trees", far), Sheet(0.75, "stones", stones), *near_grass(site, HILL))


def bench(wash: Wash, site: Site, spot: tuple[float, float], metres: float = 1.8) -> None:
    """A wooden bench with a back, at (x, z)."""
    x, z = spot
    wood = site.colour("bench", otherwise="#7A5A3C")
    wash.contact(x, z, metres * 0.7, 0.5)
    left, right = x - metres / 2, x + metres / 2
    for y in (0.62, 0.82):
        wash.box((left, right), (y, y + 0.12), (z + 0.42, z + 0.46), wood)
    for side in (left + 0.1, right - 0.18):
        wash.box((side, side + 0.08), (0.0, 0.44), (z, z + 0.45), Colour.of("#3B3A3E"))
    wash.box((left, right), (0.42, 0.48), (z - 0.02, z + 0.42), wood)


def _leaf(site: Site) -> Colour:
    return site.colour("leaves", "foliage", "trees", otherwise="#C9812F" if site.picture.has("leaves") else "#5E8246")


def _trunks(wash: Wash, site: Site, row: tuple[str, int, float, float], haze: float) -> None:
    name, count, near, far = row
    places = []
    for index in range(count):
        z = site.chance.between(near, far, name, "z", index)
        x = site.chance.between(-0.62, 0.62, name, "x", index) * z * 1.9
        if abs(x) > 1.7 + z * 0.06:
            places.append((z, x, site.chance.between(0.35, 0.62, name, "w", index)))
    bark = site.colour("bark", "trunks", "trunk", otherwise="#6B513C")
    for z, x, thick in sorted(places, reverse=True):
        if z > site.subject_z * 0.8:
            trunk(wash, site, (x, z, thick), bark, haze)


def _shafts(wash: Wash, site: Site) -> None:
    if site.picture.weather in ("rain", "storm"):
        return
    x = site.space.width * (0.5 + 0.45 * site.light.key_x)
    top, low = site.space.edges.top(), site.space.horizon + 330
    strength = 0.34 if site.light.darkness < 0.5 else 0.2
    for index in range(7):
        start = x + (index - 3) * 130 + site.chance.between(-30, 30, "shaft", index)
        foot = start - site.light.key_x * 620 + (index - 3) * 60
        half = site.chance.between(18, 58, "shaft w", index)
        wash.beam(outline([(start - half * 0.5, top), (start + half * 0.5, top), (foot + half, low), (foot - half, low)]), ((start, top), (foot, low)), site.light.rim, (strength, 0.0))


def _flowers(wash: Wash, site: Site, spot: tuple[float, float, int], colour: Colour) -> None:
    x, z, index = spot
    unit, (px, py) = site.space.unit(z), site.space.at(x, 0.45, z)
    dabs = [
        (px + site.chance.between(-0.6, 0.6, index, n, "x") * unit, py - site.chance.between(-0.35, 0.45, index, n, "y") * unit, 0.06 * unit, 0.055 * unit)
        for n in range(26)
    ]
    wash.dabs(dabs[:13], wash.tone(colour, 0.45))
    wash.dabs(dabs[13:], wash.tone(colour, 1.0))


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
            wash.line((site.space.at(x + seat + rope, 2.55, z), site.space.at(x + seat + rope, 0.5, z)), wash.tone(STONE, 0.4), 0.03 * site.space.unit(z))
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
    wash.grade(path, ((px + side, 0), (px - side, 0)), (0.0, wash.tone(colour, 0.85), 1.0), (1.0, wash.tone(colour, 0.3), 1.0))
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
            wash.line([(p.x(), p.y()) for p in hole.getPoints(hole.countPoints())], wash.tone(rock, 0.9).mix(LAMP, 0.2), 4, 0.35 - 0.1 * step)

    return (Sheet(0.1, "mouth", mouth), Sheet(0.8, "vault", vault))


def _mouth(site: Site, share: float, step: int) -> skia.Path:
    import math

    cx, cy = site.space.width * (0.5 + 0.06 * step * site.light.key_x), site.space.horizon + 40
    points = []
    for index in range(40):
        angle = index / 40 * 2 * math.pi
        wobble = site.chance.between(0.88, 1.14, "mouth", step, index)
        points.append((cx + math.cos(angle) * share * 900 * wobble, cy + math.sin(angle) * (share * 640 * wobble + 60 * max(0.0, math.sin(angle)))))
    return outline(points)


WOODS: dict[str, Place] = {
    "forest": forest, "park": park, "garden": garden, "playground": playground, "cemetery": cemetery, "cave": cave,
}  # fmt: skip
