"""Town: streets between facades, alleys, squares, skylines and roofs."""

from shared.adapters.images.draft.building import lamp_pool, lamp_post
from shared.adapters.images.draft.facade import STOREY, cobbles, end_of_street, house_front, mirror, road, row
from shared.adapters.images.draft.light import LAMP
from shared.adapters.images.draft.place_land import sky_sheet
from shared.adapters.images.draft.place_roof import rooftops, skyline
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.terrain import ground
from shared.adapters.images.draft.wash import Wash


def street(site: Site) -> tuple[Sheet, ...]:
    """A street between houses with shops, pavements, lamps; wet when it rains."""

    def far(wash: Wash) -> None:
        end_of_street(wash, site, 70.0)
        row(wash, site, 5.6, (26.0, 66.0))

    def houses(wash: Wash) -> None:
        road(wash, site, 3.6, 5.6)
        row(wash, site, 5.6, (2.2, 26.0))

    def kerb(wash: Wash) -> None:
        for z in (30.0, 21.0, 14.5, 9.6):
            for side in (-1, 1):
                lamp_pool(wash, site, side * 3.4, z)
                lamp_post(wash, site, side * 4.1, z, -side)
        mirror(wash, site)

    return (
        sky_sheet(site),
        Sheet(0.14, "end of the street", far),
        Sheet(0.6, "houses", houses),
        Sheet(0.8, "lamps", kerb),
    )


def alley(site: Site) -> tuple[Sheet, ...]:
    """A narrow lane between old walls, washing lines above, an arch at its end."""

    def lane(wash: Wash) -> None:
        stone = site.colour("stone", "cobblestones", otherwise="#8B7F72")
        ground(wash, site, stone, 0.3)
        cobbles(wash, site, stone, 1.8)
        end_of_street(wash, site, 26.0)
        row(wash, site, 1.9, (1.6, 26.0))

    def above(wash: Wash) -> None:
        for index, z in enumerate((14.0, 9.0)):
            _washing(wash, site, z, index)
        lamp_pool(wash, site, -1.2, 8.0)
        (px, py), unit = site.space.at(-1.6, 2.9, 8.0), site.space.unit(8.0)
        wash.rail((-1.9, 3.1, 8.0), (-1.5, 3.1, 8.0), Colour.of("#1F1C1C"), 0.05)
        wash.dabs(
            [(px, py, 0.12 * unit, 0.17 * unit)],
            Colour.of("#FFE6AE") if site.light.darkness > 0.3 else wash.tone(Colour.of("#6A6A66"), 0.5),
        )
        if site.light.darkness > 0.3:
            wash.glow(px, py, 3.4 * unit, LAMP, 0.6)
        mirror(wash, site)

    return (sky_sheet(site), Sheet(0.55, "walls", lane), Sheet(0.8, "washing", above))


def market(site: Site) -> tuple[Sheet, ...]:
    """A square with stalls under striped awnings, houses around it, bunting above."""

    def far(wash: Wash) -> None:
        x = -40.0
        for index in range(12):
            w, h = site.chance.between(5, 8, "w", index), STOREY * (2 + int(3 * site.chance.number("h", index)))
            house_front(wash, site, f"m{index}", (x, x + w), (h, 34.0))
            x += w
        x0, z = site.chance.pick((-7.0, 8.0), "tower"), 38.0
        tower = wash.far(Colour.of("#B49C7C"), 0.35)
        wash.box((x0 - 1.8, x0 + 1.8), (0, 19), (z, z + 3), tower)
        wash.fill(
            site.space.outline((x0 - 2.2, 19, z), (x0 + 2.2, 19, z), (x0, 25, z)),
            wash.tone(wash.far(Colour.of("#6E4A44"), 0.35), 0.5),
        )

    def square(wash: Wash) -> None:
        stone = site.colour("stone", "square", otherwise="#A59884")
        ground(wash, site, stone, 0.5)
        cobbles(wash, site, stone, 30.0)
        for index, (x, z) in enumerate(((-9.5, 24), (8.8, 22), (-7.4, 15.5), (7.2, 14), (13.5, 18))):
            _stall(wash, site, (float(x), float(z)), index)
        lamp_pool(wash, site, -3.2, 12.0)
        lamp_post(wash, site, -3.6, 12.2, 1)
        mirror(wash, site)

    return (sky_sheet(site), Sheet(0.18, "houses", far), Sheet(0.75, "square", square))


def _washing(wash: Wash, site: Site, z: float, index: int) -> None:
    a, b = site.space.at(-1.9, 4.6, z), site.space.at(1.9, 4.8, z)
    wash.line((a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 16), b), Colour.of("#2A2626"), 2)
    unit = site.space.unit(z)
    for n in range(6):
        share = (n + 0.6) / 6.6
        x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share + 14 * 4 * share * (1 - share)
        colour = Colour.of(site.chance.pick(("#E9E4DA", "#C8675B", "#7FA0B8", "#D9B767", "#8FA389"), "cloth", index, n))
        w, h = 0.22 * unit, site.chance.between(0.4, 0.8, "hang", index, n) * unit
        wash.grade(
            outline([(x - w, y), (x + w, y), (x + w * 0.9, y + h), (x - w * 0.95, y + h * 0.95)]),
            ((x - w, 0), (x + w, 0)),
            (0.0, wash.tone(colour, 0.45), 1.0),
            (1.0, wash.tone(colour, 0.8), 1.0),
        )


def _stall(wash: Wash, site: Site, spot: tuple[float, float], index: int) -> None:
    x, z = spot
    wash.contact(x, z, 2.0, 0.45)
    cloth = Colour.of(("#B5483C", "#3F6A7A", "#C9A03E", "#5B7A4A", "#8A4A6A")[index])
    wash.box((x - 1.4, x + 1.4), (0.0, 0.85), (z, z + 1.0), Colour.of("#8A6A48"))
    fruit = ("#D9722E", "#C8403A", "#8FB04A", "#E3B93E")
    for n in range(22):
        px, py = site.space.at(x - 1.25 + 0.12 * n, 0.9 + 0.06 * (n % 2), z + 0.15)
        r = 0.085 * site.space.unit(z)
        wash.dabs([(px, py, r, r)], wash.tone(Colour.of(fruit[(n // 6) % 4]), 0.75))
    for side in (x - 1.35, x + 1.3):
        wash.rail((side, 0.0, z), (side, 2.2, z), wash.tone(Colour.of("#6A4E36"), 0.4), 0.07)
    for n in range(8):
        a, b = x - 1.6 + n * 0.4, x - 1.2 + n * 0.4
        colour = cloth if n % 2 == 0 else Colour.of("#EFE6D4")
        wash.fill(
            site.space.outline((a, 2.15, z - 0.5), (b, 2.15, z - 0.5), (b, 2.75, z + 0.9), (a, 2.75, z + 0.9)),
            wash.tone(colour, 0.8),
        )
        wash.fill(site.space.front((a, b), (1.95, 2.15), z - 0.5), wash.tone(colour, 0.45))
    if site.light.darkness > 0.3:
        px, py = site.space.at(x, 1.9, z)
        wash.glow(px, py, 2.6 * site.space.unit(z), LAMP, 0.5)


TOWNS: dict[str, Place] = {"street": street, "alley": alley, "market": market, "skyline": skyline, "rooftops": rooftops}
