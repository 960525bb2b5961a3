"""Trees and bushes as masses of leaves, light on the side of the sun."""

from math import cos, pi, sin

import numpy as np

from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wash import Dab, Wash

BARK = Colour.of("#5B4636")
LEAF = Colour.of("#5E8246")
PINE = Colour.of("#33563F")
Bough = tuple[tuple[float, float], tuple[float, float, float]]
"""Its top; then where it ends, half its width and how far it droops."""


def crown(wash: Wash, site: Site, name: str, dab: Dab, colour: Colour) -> None:
    """A mass of leaves within an ellipse: shade below, light towards the sun."""
    x, y, rx, ry = dab
    rng = np.random.Generator(np.random.PCG64(site.chance.seed_for("crown", name)))
    spread = rng.random((54, 4))
    lx = site.light.key_x
    tones = ((0.08, 1.0, 0.0, 0.10), (0.38, 0.86, 0.10, -0.03), (0.68, 0.62, 0.22, -0.16), (0.98, 0.36, 0.34, -0.30))
    for step, (tone, reach, aside, up) in enumerate(tones):
        dabs: list[Dab] = []
        for a, r, s, t in spread[step * 6 : 54 - step * 8].tolist():
            angle, radius = a * 2 * pi, r**0.5 * reach * 0.82
            size = (0.15 + 0.16 * s) * (1.15 - 0.17 * step)
            px = x + rx * (cos(angle) * radius + aside * lx)
            py = y + ry * (sin(angle) * radius + up)
            dabs.append((px, py, rx * size * (0.9 + 0.4 * t), ry * size))
        wash.dabs(dabs, wash.tone(colour, tone))


def broad_tree(wash: Wash, site: Site, name: str, spot: tuple[float, float, float], colour: Colour = LEAF) -> None:
    """A tree with a round crown at (x, z, height in metres)."""
    x, z, height = spot
    unit = site.space.unit(z)
    px, py = site.space.at(x, 0.0, z)
    h = height * unit
    _trunk(wash, (px, py), h * 0.55, h * 0.045)
    haze = _haze(site, z)
    lean = site.chance.between(-0.06, 0.06, name)
    leaves = wash.far(colour, haze)
    crown(wash, site, name, (px + lean * h, py - h * 0.66, h * 0.34, h * 0.34), leaves)


def pine_tree(wash: Wash, site: Site, name: str, spot: tuple[float, float, float], colour: Colour = PINE) -> None:
    """A conifer at (x, z, height in metres): tiers of boughs, brighter on the lit side."""
    x, z, height = spot
    unit = site.space.unit(z)
    px, py = site.space.at(x, 0.0, z)
    h, haze = height * unit, _haze(site, z)
    dark, lit = (wash.far(wash.tone(colour, tone), haze) for tone in (0.15, 0.6))
    snow = site.picture.weather == "snow" or site.picture.place == "snow"
    _trunk(wash, (px, py), h * 0.3, h * 0.02)
    for tier in range(6):
        low = py - h * (0.80 - tier * 0.14)
        half = h * (0.055 + 0.035 * tier) * site.chance.between(0.85, 1.15, name, tier)
        bough = ((px, py - h * (1.0 - tier * 0.145)), (low, half, h * 0.035))
        _bough(wash, bough, (dark, lit), 1.0 if site.light.key_x > 0 else -1.0)
        if snow:
            _snow_on(wash, bough, wash.far(wash.tone(Colour.of("#F4F7FC"), 0.7), haze))


def _bough(wash: Wash, bough: Bough, tones: tuple[Colour, Colour], side: float) -> None:
    (x, top), (low, half, droop) = bough
    right = [(x, top), (x + half, low + droop), (x + half * 0.3, low - 2), (x, low + droop)]
    wash.fill(outline([*right, (x - half * 0.4, low), (x - half, low + droop)]), tones[0])
    edge = (x + side * half * 0.35, low - droop * 0.3)
    wash.fill(outline([(x, top), (x + side * half, low + droop), edge, (x + side * half * 0.1, low)]), tones[1])


def _snow_on(wash: Wash, bough: Bough, white: Colour) -> None:
    (x, top), (low, half, droop) = bough
    right = [(x, top), (x + half * 0.9, low + droop * 0.6), (x + half * 0.35, low - droop)]
    left = [(x - half * 0.2, low - droop * 0.2), (x - half * 0.9, low + droop * 0.6)]
    wash.fill(outline([*right, *left]), white, 0.85)


def bare_tree(wash: Wash, site: Site, name: str, spot: tuple[float, float, float]) -> None:
    """A leafless tree at (x, z, height in metres)."""
    x, z, height = spot
    px, py = site.space.at(x, 0.0, z)
    h = height * site.space.unit(z)
    ink = wash.far(wash.tone(BARK, 0.25), _haze(site, z))
    limbs = [(px, py, -pi / 2, h * 0.34, h * 0.035, 0)]
    while limbs:
        bx, by, angle, length, width, level = limbs.pop()
        ex, ey = bx + cos(angle) * length, by + sin(angle) * length
        wash.line(((bx, by), (ex, ey)), ink, max(1.0, width))
        if level < 4:
            for turn in (-1, 1):
                twist = site.chance.between(0.22, 0.62, name, level, turn, round(length))
                limbs.append((ex, ey, angle + turn * twist, length * 0.72, width * 0.62, level + 1))


def bush(wash: Wash, site: Site, name: str, spot: tuple[float, float, float], colour: Colour = LEAF) -> None:
    """A low round mass at (x, z, height in metres)."""
    x, z, height = spot
    px, py = site.space.at(x, 0.0, z)
    h = height * site.space.unit(z)
    wash.contact(x, z, height * 0.8, 0.4)
    crown(wash, site, name, (px, py - h * 0.42, h * 0.75, h * 0.5), wash.far(colour, _haze(site, z)))


def trunk(wash: Wash, site: Site, spot: tuple[float, float, float], colour: Colour, haze: float) -> None:
    """A tall trunk at (x, z, metres thick) that runs out of the top of the picture."""
    x, z, thick = spot
    (px, py), w = site.space.at(x, 0.0, z), thick * site.space.unit(z) / 2
    top = site.space.edges.top() - 20
    shape = outline(
        [
            (px - w * 1.7, py),
            (px - w, py - w * 4),
            (px - w * 0.75, top),
            (px + w * 0.75, top),
            (px + w, py - w * 4),
            (px + w * 1.7, py),
        ]
    )
    lit, dark = (wash.far(wash.tone(colour, tone), haze) for tone in (0.85, 0.08))
    side = 1.0 if site.light.key_x > 0 else -1.0
    wash.contact(x, z, thick * 1.6, 0.45 * (1 - haze))
    wash.grade(
        shape,
        ((px + side * w, 0), (px - side * w, 0)),
        (0.0, lit, 1.0),
        (0.35, lit.mix(dark, 0.5), 1.0),
        (0.8, dark, 1.0),
    )


def _trunk(wash: Wash, foot: tuple[float, float], height: float, half: float) -> None:
    x, y = foot
    shape = outline(
        [(x - half * 1.5, y), (x - half * 0.6, y - height), (x + half * 0.6, y - height), (x + half * 1.5, y)]
    )
    side = 1.0 if wash.light.key_x > 0 else -1.0
    wash.grade(
        shape,
        ((x + side * half, 0), (x - side * half, 0)),
        (0.0, wash.tone(BARK, 0.75), 1.0),
        (1.0, wash.tone(BARK, 0.1), 1.0),
    )


def _haze(site: Site, z: float) -> float:
    thick = 2.2 if site.picture.weather in ("fog", "snow", "rain") else 1.0
    return min(0.9, thick * max(0.0, z - 6) / 70)
