"""Single things that make a piece of open land a place: castle, tent, well, island, vines."""

from shared.adapters.images.draft.building import lit_window
from shared.adapters.images.draft.light import LAMP
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.tree import LEAF, broad_tree, crown
from shared.adapters.images.draft.wash import Wash


def castle(wash: Wash, site: Site) -> None:
    """Towers with battlements on a hill in the distance."""
    z, side = 74.0, site.chance.pick((-1, 1), "castle")
    stone = wash.far(site.colour("castle", "stone", otherwise="#9A8C7C"), 0.35)
    hill = wash.far(Colour.of("#6C8752"), 0.4)
    x = side * 17.0
    spots = [(x + dx, y, z + 1) for dx, y in ((-30, 0), (-18, 5), (-9, 9.5), (9, 9.8), (19, 5), (32, 0))]
    wash.down(site.space.outline(*spots), wash.tone(hill, 0.7), wash.far(wash.tone(hill, 0.5), 0.4))
    for dx, half, low, top in ((0, 7.0, 8.5, 15.0), (-7, 1.8, 8.5, 20.0), (7, 1.8, 8.5, 18.5), (1.5, 2.4, 8.5, 25.0)):
        front = site.space.front((x + dx - half, x + dx + half), (low, top), z)
        box = front.getBounds()
        bright, dim = (box.right(), box.left()) if site.light.key_x > 0 else (box.left(), box.right())
        wash.grade(
            front, ((bright, 0), (dim, 0)), (0.0, wash.tone(stone, 0.85), 1.0), (1.0, wash.tone(stone, 0.2), 1.0)
        )
        for tooth in range(5):
            left = x + dx - half + tooth * half * 0.45
            wash.fill(site.space.front((left, left + half * 0.25), (top, top + 0.9), z), wash.tone(stone, 0.5))
        if half < 3:
            lit = lit_window(site, "castle", dx)
            wash.fill(
                site.space.front((x + dx - 0.4, x + dx + 0.4), (top - 4, top - 2.4), z),
                Colour.of("#FFDFA0") if lit else wash.tone(stone, 0.0),
            )


def tent(wash: Wash, site: Site) -> None:
    """A tent that glows from the lantern inside it when it is dark."""
    x, z = site.chance.pick((-3.6, 3.8), "tent"), 11.0
    cloth = site.colour("tent", otherwise="#C98F4E")
    wash.contact(x, z, 2.6, 0.5)
    back = site.space.outline((x, 1.9, z), (x + 1.0, 1.9, z + 2.4), (x + 2.5, 0, z + 2.4), (x + 1.7, 0, z))
    wash.fill(back, wash.tone(cloth, 0.3))
    front = site.space.outline((x - 1.7, 0, z), (x, 1.95, z), (x + 1.7, 0, z))
    wash.down(front, wash.tone(cloth, 0.9), wash.tone(cloth, 0.55))
    door = site.space.outline((x - 0.5, 0, z - 0.01), (x, 1.6, z - 0.01), (x + 0.5, 0, z - 0.01))
    if site.light.darkness > 0.25:
        (px, py), unit = site.space.at(x, 0.6, z), site.space.unit(z)
        wash.down(door, Colour.of("#FFF1C8"), Colour.of("#FFB45E"))
        wash.glow(px, py, 4.2 * unit, LAMP, 0.55)
    else:
        wash.fill(door, wash.tone(Colour.of("#3B2A20"), 0.3))


def well(wash: Wash, site: Site) -> None:
    """A round stone well under a little roof, with a bucket on a rope."""
    x, z = site.chance.pick((-3.4, 3.4), "well"), 11.0
    stone, wood = site.colour("well", "stone", otherwise="#938C84"), wash.tone(Colour.of("#6B4E36"), 0.45)
    (px, py), unit = site.space.at(x, 0, z), site.space.unit(z)
    wash.contact(x, z, 1.5, 0.5)
    for post in (-0.75, 0.75):
        wash.rail((x + post, 0.6, z), (x + post, 2.2, z), wood, 0.12)
    drum = outline(
        [
            (px - 0.85 * unit, py),
            (px - 0.85 * unit, py - 0.8 * unit),
            (px + 0.85 * unit, py - 0.8 * unit),
            (px + 0.85 * unit, py),
        ]
    )
    side = 0.85 * unit if site.light.key_x > 0 else -0.85 * unit
    wash.grade(
        drum, ((px + side, 0), (px - side, 0)), (0.0, wash.tone(stone, 0.95), 1.0), (1.0, wash.tone(stone, 0.15), 1.0)
    )
    wash.dabs([(px, py, 0.85 * unit, 0.16 * unit)], wash.tone(stone, 0.3))
    wash.dabs([(px, py - 0.8 * unit, 0.85 * unit, 0.17 * unit)], wash.tone(stone, 0.9))
    wash.dabs([(px, py - 0.79 * unit, 0.66 * unit, 0.12 * unit)], Colour.of("#10151A"))
    for row in range(3):
        wash.line(
            ((px - 0.84 * unit, py - (0.2 + 0.2 * row) * unit), (px + 0.84 * unit, py - (0.2 + 0.2 * row) * unit)),
            wash.tone(stone, 0.05),
            2,
            0.4,
        )
    wash.line(((px, py - 2.1 * unit), (px, py - 1.1 * unit)), wood, 3)
    roof = outline([(px - 1.2 * unit, py - 2.1 * unit), (px, py - 2.8 * unit), (px + 1.2 * unit, py - 2.1 * unit)])
    wash.down(roof, wash.tone(Colour.of("#8A4B3C"), 0.9), wash.tone(Colour.of("#8A4B3C"), 0.4))


def island(wash: Wash, site: Site) -> None:
    """A small green island out at sea."""
    x, z = site.chance.pick((-9.0, 10.0), "island"), 46.0
    rock = wash.far(Colour.of("#8A8068"), 0.2)
    spots = [(x + dx, y, z) for dx, y in ((-13, 0), (-9, 1.4), (-4, 2.8), (2, 3.4), (7, 2.0), (12, 0.7), (14, 0))]
    wash.down(site.space.outline(*spots), wash.tone(rock, 0.85), wash.tone(rock, 0.3))
    for index, (dx, h) in enumerate(((-5, 6.0), (0, 7.5), (4, 5.5))):
        broad_tree(wash, site, f"island{index}", (x + dx, z, h))


def vines(wash: Wash, site: Site) -> None:
    """Rows of vines that run away from the camera."""
    for row in range(-6, 7):
        for index in range(11, -1, -1):
            z = 5.5 * 1.2**index
            x = row * 2.6 + 1.3
            if z < site.subject_z * 0.9:
                continue
            (px, py), unit = site.space.at(x, 0.0, z), site.space.unit(z)
            crown(
                wash,
                site,
                f"vine{row}{index}",
                (px, py - 0.75 * unit, 0.55 * unit, 0.5 * unit),
                wash.far(LEAF, min(0.7, z / 70)),
            )
