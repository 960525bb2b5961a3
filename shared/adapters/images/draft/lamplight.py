"""What a lamp and the moon do to a room: a pool of warmth, blue at the window, and dark corners."""

from shared.adapters.images.draft.light import LAMP, lamplit
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wash import Wash


def lamplight(wash: Wash, site: Site, lamp: tuple[float, float]) -> None:
    """Over what is painted so far: warm around the lamp at (x, z), dark far from it, dust in the air; nothing by
    day."""
    if not lamplit(site.picture):
        return
    x, z = lamp
    (px, py), unit = site.space.at(x, 0.9, z), site.space.unit(z)
    strength = 0.8 if site.picture.time == "night" else 0.5
    wash.pool((px, py, 5.2 * unit), Colour.of("#0A0F28"), (0.0, 0.12, 0.52 * strength, strength))
    wash.pool((px, py, 2.6 * unit), LAMP, (0.30, 0.16, 0.05, 0.0))
    motes = [(site.chance.number("mote", i), site.chance.number("mote y", i)) for i in range(36)]
    dust = [(px + (a - 0.5) * 3.0 * unit, py - (b - 0.3) * 1.7 * unit, 1.2 + a * b, 1.2 + a * b) for a, b in motes]
    wash.dabs(dust, LAMP, 0.32)


def moonlight(wash: Wash, site: Site, window: tuple[float, float], unit: float) -> None:
    """The blue that a clear night brings in, around the middle of a window; unit: a metre there."""
    if site.picture.time != "night" or site.picture.weather not in ("clear", "snow"):
        return
    wash.glow(*window, 1.7 * unit, Colour.of("#7EA2FF"), 0.27)
    wash.glow(*window, 0.8 * unit, Colour.of("#C4D6FF"), 0.14)
