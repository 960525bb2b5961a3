"""Water under the sky: its colour turned over, waves that grow towards the camera, and the path of light."""

import numpy as np
import skia

from shared.adapters.images.draft.light import sky_of
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.sky import sun_spot
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wash import Wash

DEEP = Colour.of("#1E4E66")


def paint_water(wash: Wash, site: Site, rough: float = 0.5, colour: Colour = DEEP) -> None:
    """Water from the horizon to below the frame; rough 0 = a mirror, 1 = heavy sea."""
    space, edges = site.space, site.space.edges
    high, middle, low = sky_of(site.picture)
    near = colour.lit(site.light.fill.mix(site.light.key, 0.35)).mix(high, 0.3)
    path = skia.Path.Rect(skia.Rect.MakeLTRB(edges.left(), space.horizon, edges.right(), edges.bottom()))
    bottom = max(edges.bottom(), space.horizon + 520)
    far = low.mix(near, 0.30)
    wash.grade(
        path, ((0, space.horizon), (0, bottom)), (0.0, far, 1.0), (0.16, middle.mix(near, 0.5), 1.0), (1.0, near, 1.0)
    )
    waves(wash, site, near.mix(Colour.of("#04101C"), 0.45), (0.22 + 0.3 * rough, rough), "dark")
    waves(wash, site, low.mix(middle, 0.3), (0.30 + 0.2 * rough, rough), "light")
    if site.picture.weather in ("clear", "cloudy", "snow", "fog"):
        glint(wash, site)
    if rough > 0.75:
        waves(wash, site, Colour.of("#EAF2F4").lit(site.light.key), (0.55, rough * 0.7), "foam")


def waves(wash: Wash, site: Site, colour: Colour, strength: tuple[float, float], name: str) -> None:
    """Lens-shaped strokes with (alpha, roughness), closer together towards the horizon."""
    alpha, rough = strength
    space, edges = site.space, site.space.edges
    rng = np.random.Generator(np.random.PCG64(site.chance.seed_for("waves", name)))
    path = skia.PathBuilder()
    for down, side, size in rng.random((230 if name != "foam" else 60, 3)).tolist():
        share = down**1.7
        y = space.horizon + 3 + share * max(600.0, edges.bottom() - space.horizon)
        if y > edges.bottom() + 40:
            continue
        half = (16 + 190 * share) * (0.4 + size) * space.zoom**0.5
        tall = (0.8 + 15 * share * (0.25 + rough)) * (0.5 + size)
        x = space.centre + (side - 0.5) * space.width * 1.5
        path.moveTo(x - half, y)
        path.quadTo(x - half * 0.2, y - tall * 1.6, x + half * 0.15, y - tall)
        path.quadTo(x + half * 0.5, y - tall * 0.1, x + half, y)
        path.quadTo(x + half * 0.1, y + tall * 0.3, x - half, y)
    wash.fill(path.detach(), colour, alpha)


def glint(wash: Wash, site: Site) -> None:
    """The path of light below the sun or the moon."""
    space, edges = site.space, site.space.edges
    x, y0 = sun_spot(site)[0], space.horizon
    rng = np.random.Generator(np.random.PCG64(site.chance.seed_for("glint")))
    night = site.picture.time == "night"
    colour = Colour.of("#E4ECFF") if night else site.light.rim.mix(Colour.of("#FFF8E6"), 0.45)
    strength = {"dawn": 0.85, "dusk": 0.9, "night": 0.7}.get(site.picture.time, 0.5)
    wash.haze((x, y0 + 40, 480, 300), colour, 0.20 * strength)
    path = skia.PathBuilder()
    for down, side, size in rng.random((210, 3)).tolist():
        share = down**1.5
        y = y0 + 2 + share * (edges.bottom() - y0)
        spread = 40 + 250 * share
        half = (5 + 44 * share) * (0.3 + size)
        px = x + (side + rng.random() - 1.0) * spread
        path.addOval(skia.Rect.MakeLTRB(px - half, y - 0.8 - 3.4 * share, px + half, y + 0.8 + 3.4 * share))
    wash.fill(path.detach(), colour, 0.75 * strength)
