"""Mountains with faces and snow, and dunes with crests."""

import skia

from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import profile
from shared.adapters.images.draft.wash import Point, Wash

SNOW = Colour.of("#EEF3FA")


def peaks(wash: Wash, site: Site, name: str, rock: Colour, shape: tuple[float, float, int, float]) -> None:
    """Peaks at (base, lift, count, haze), each with a face in the light, one in the shade, and snow."""
    base, lift, count, haze = shape
    space, chance = site.space, site.chance
    zoom = 0.6 + 0.4 * space.zoom
    middle = space.width / 2 + (space.centre - space.width / 2) * 0.4
    foot = space.horizon + base + 40
    lit, dark = wash.far(wash.tone(rock, 0.95), haze), wash.far(wash.tone(rock, 0.1), haze * 0.85)
    right = site.light.key_x > 0
    order = sorted(range(count), key=lambda i: -chance.number(name, "h", i))
    for index in order:
        height = lift * zoom * (0.45 + 0.55 * chance.number(name, "h", index))
        x = middle + ((index + 0.5 + chance.between(-0.3, 0.3, name, index)) / count - 0.5) * space.width * 1.7 * zoom
        top, half = foot - height, height * chance.between(1.25, 1.7, name, "w", index)
        jag = [(x + half * (share - 1) * edge, 0.0) for share, edge in ((0.0, 1.0),)]
        left_edge = _jagged(site, f"{name}l{index}", (x, top), (jag[0][0], foot))
        right_edge = _jagged(site, f"{name}r{index}", (x, top), (x + half, foot))
        spine = _jagged(site, f"{name}s{index}", (x, top), (x + half * 0.14 * (1 if right else -1) * -1, foot), 0.16)
        wash.down(
            outline([*left_edge, *reversed(spine)]), dark if right else lit, wash.far(dark if right else lit, 0.55)
        )
        wash.down(
            outline([*spine, *reversed(right_edge)]), lit if right else dark, wash.far(lit if right else dark, 0.55)
        )
        if height > lift * zoom * 0.55:
            _snow_cap(wash, site, (left_edge, spine, right_edge), haze)


def _snow_cap(wash: Wash, site: Site, edges: tuple[list[Point], list[Point], list[Point]], haze: float) -> None:
    left, spine, right = edges
    lit = wash.far(wash.tone(SNOW, 1.0), haze * 0.6)
    shade = wash.far(wash.tone(SNOW, 0.15), haze * 0.6)
    sunny = site.light.key_x > 0
    for edge, colour in ((left, shade if sunny else lit), (right, lit if sunny else shade)):
        (ax, ay), (bx, by) = edge[4], spine[5]
        teeth = [
            (bx + (ax - bx) * 0.3, by - 10 + (ay - by) * 0.3),
            (bx + (ax - bx) * 0.5, by + 14 + (ay - by) * 0.5),
            (bx + (ax - bx) * 0.75, by - 8 + (ay - by) * 0.75),
        ]
        wash.fill(outline([*edge[:5], *reversed(teeth), *reversed(spine[:6])]), colour, 0.92)


def _jagged(site: Site, name: str, top: Point, foot: Point, rough: float = 0.09) -> list[Point]:
    skyline = profile(site, name, 9, 3)
    (x0, y0), (x1, y1) = top, foot
    size = abs(y1 - y0) * rough
    points = []
    for index in range(13):
        share = index / 12
        wobble = (skyline[index * 20][1] - 0.5) * 2 * size * min(1.0, 4 * share)
        points.append((x0 + (x1 - x0) * share**0.92 + wobble, y0 + (y1 - y0) * share))
    return points


def dune(wash: Wash, site: Site, sand: Colour, spot: tuple[float, float, float]) -> None:
    """A dune at (x, z, height): a lit flank, a shaded flank, and between them a crest that winds down to its foot."""
    x, z, height = spot
    (px, py), unit = site.space.at(x, 0.0, z), site.space.unit(z)
    haze, side = min(0.6, z / 90), 1.0 if site.light.key_x > 0 else -1.0
    wide, tall = height * 3.4 * unit, height * unit
    flank = skia.PathBuilder()
    flank.moveTo(px - wide, py + 2)
    flank.cubicTo(px - wide * 0.5, py - tall * 0.1, px - wide * 0.25, py - tall, px, py - tall)
    flank.cubicTo(px + wide * 0.25, py - tall, px + wide * 0.5, py - tall * 0.1, px + wide, py + 2)
    lit, shade = wash.far(wash.tone(sand, 1.0), haze), wash.far(wash.tone(sand, 0.12), haze)
    wash.down(flank.detach(), lit, wash.far(wash.tone(sand, 0.7), haze))
    slip = skia.PathBuilder()
    slip.moveTo(px, py - tall)
    slip.cubicTo(px - side * wide * 0.25, py - tall, px - side * wide * 0.5, py - tall * 0.1, px - side * wide, py + 2)
    slip.lineTo(px + side * wide * 0.12, py + 2)
    slip.cubicTo(px - side * wide * 0.16, py - tall * 0.3, px + side * wide * 0.14, py - tall * 0.6, px, py - tall)
    wash.down(slip.detach(), shade, wash.far(wash.tone(sand, 0.4), haze))
