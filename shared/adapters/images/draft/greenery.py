"""What parks and woods share: rows of trunks, shafts of light, benches, flowers."""

from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.tree import trunk
from shared.adapters.images.draft.wash import Wash


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


def leaf_of(site: Site) -> Colour:
    """The colour of leaves here and now."""
    return site.colour("leaves", "foliage", "trees", otherwise="#C9812F" if site.picture.has("leaves") else "#5E8246")


def trunks(wash: Wash, site: Site, row: tuple[str, int, float, float], haze: float) -> None:
    """A row of (name, how many, nearest, farthest) trunks to both sides of the path."""
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


def shafts(wash: Wash, site: Site) -> None:
    """Light that falls between the crowns."""
    if site.picture.weather in ("rain", "storm"):
        return
    x = site.space.width * (0.5 + 0.45 * site.light.key_x)
    top, low = site.space.edges.top(), site.space.horizon + 330
    strength = 0.34 if site.light.darkness < 0.5 else 0.2
    for index in range(7):
        start = x + (index - 3) * 130 + site.chance.between(-30, 30, "shaft", index)
        foot = start - site.light.key_x * 620 + (index - 3) * 60
        half = site.chance.between(18, 58, "shaft w", index)
        wash.beam(
            outline([(start - half * 0.5, top), (start + half * 0.5, top), (foot + half, low), (foot - half, low)]),
            ((start, top), (foot, low)),
            site.light.rim,
            (strength, 0.0),
        )


def flowers(wash: Wash, site: Site, spot: tuple[float, float, int], colour: Colour) -> None:
    """Blooms over a bed at (x, z, number)."""
    x, z, index = spot
    unit, (px, py) = site.space.unit(z), site.space.at(x, 0.45, z)
    dabs = [
        (
            px + site.chance.between(-0.6, 0.6, index, n, "x") * unit,
            py - site.chance.between(-0.35, 0.45, index, n, "y") * unit,
            0.06 * unit,
            0.055 * unit,
        )
        for n in range(26)
    ]
    wash.dabs(dabs[:13], wash.tone(colour, 0.45))
    wash.dabs(dabs[13:], wash.tone(colour, 1.0))
