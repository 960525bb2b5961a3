"""The light of a picture, from its time of day, its weather, its place and its palette."""

import re
from dataclasses import dataclass, replace

from shared.adapters.images.draft.place_words import Time, Weather
from shared.adapters.images.draft.reading import Picture
from shared.adapters.images.draft.stage import Colour, Light
from shared.kernel.chance import Chance

c = Colour.of


@dataclass(frozen=True)
class Hour:
    """How a time of day colours the world."""

    key: Colour
    fill: Colour
    rim: Colour
    haze: Colour
    sky: tuple[Colour, Colour, Colour]
    """High up, half way, at the horizon."""
    rim_strength: float
    height: float
    darkness: float


HOURS: dict[Time, Hour] = {
    "dawn": Hour(
        c("#FFDCC6"), c("#7480A8"), c("#FFD9B8"), c("#E9C3BC"),
        (c("#5F7BB0"), c("#C3A9C4"), c("#FFCDA8")), 0.6, 0.18, 0.15,
    ),
    "morning": Hour(
        c("#FFF4DF"), c("#8F9FC0"), c("#FFF3DA"), c("#D3E2EC"),
        (c("#4F93CF"), c("#93C4E6"), c("#E6F0EC")), 0.35, 0.5, 0.0,
    ),
    "noon": Hour(
        c("#FFFAEE"), c("#97A9C6"), c("#FFFFF4"), c("#C5DAE8"),
        (c("#2F7CC4"), c("#71B2E2"), c("#CBE5F0")), 0.25, 0.85, 0.0,
    ),
    "dusk": Hour(
        c("#FFBE8C"), c("#6E6390"), c("#FFB277"), c("#D98F7E"),
        (c("#37437F"), c("#A5668C"), c("#FFA765")), 0.85, 0.12, 0.35,
    ),
    "night": Hour(
        c("#8FA8DC"), c("#2A3560"), c("#BCD2FF"), c("#2B3D66"),
        (c("#070D22"), c("#122046"), c("#2C4676")), 0.7, 0.6, 0.85,
    ),
}  # fmt: skip

_GREY: dict[Weather, float] = {"clear": 0.0, "cloudy": 0.55, "rain": 0.7, "snow": 0.6, "fog": 0.75, "storm": 0.85}
LAMP = c("#FFD49A")
_LAMPLIT = re.compile(r"lamp|candle|fire|lantern|warm|tungsten|bulb|neon|screen|glow")
_FROM = (
    (re.compile(r"from (?:the )?(?:\w+ )?left|left side|camera left"), -0.75),
    (re.compile(r"from (?:the )?(?:\w+ )?right|right side"), 0.75),
)
_LAMP_PLACES = (
    "bedroom",
    "room",
    "kitchen",
    "attic",
    "library",
    "workshop",
    "cafe",
    "church",
    "temple",
    "synagogue",
    "stage",
    "train",
    "cave",
    "corridor",
    "stairs",
    "car",
    "ceiling",
)


def light_of(picture: Picture, seed: int) -> Light:
    """The one light of the picture; the same scene (words and seed) always has the same."""
    hour, grey = HOURS[picture.time], _GREY[picture.weather]
    light = Light(
        key_x=_side(picture, seed),
        key_y=hour.height,
        key=hour.key,
        fill=hour.fill,
        rim=hour.rim,
        rim_strength=hour.rim_strength,
        haze=haze_of(picture),
        darkness=hour.darkness,
    )
    light = _overcast(light, grey if not picture.inside else grey * 0.5)
    light = _inside(light, picture) if picture.inside else light
    return _tinted(light, picture)


def lamplit(picture: Picture) -> bool:
    """A lamp burns in the room: it is dark outside."""
    return (
        picture.inside
        and picture.time in ("night", "dusk")
        and (picture.place in _LAMP_PLACES or _LAMPLIT.search(picture.lighting) is not None)
    )


def light_on_people(light: Light, picture: Picture) -> Light:
    """The same light as people receive it: indoors at night warm from the lamp's side and blue from the window's;
    under the moon their skin keeps its warmth."""
    if lamplit(picture):
        cool = c("#46588F") if picture.time == "night" else c("#6A5C86")
        return replace(
            light, key_x=-light.key_x, key=c("#FFE0B4"), fill=cool, rim=c("#FFD9A0"), rim_strength=0.55, darkness=0.5
        )
    if picture.time == "night":
        return replace(light, key=light.key.mix(c("#E9D8CC"), 0.4), fill=light.fill.mix(c("#4A4668"), 0.4))
    return light


def haze_of(picture: Picture) -> Colour:
    """What far things fade towards: the lower sky, greyed by the weather."""
    hour = HOURS[picture.time]
    return greyed(hour.haze.mix(hour.sky[2], 0.4), _GREY[picture.weather])


def sky_of(picture: Picture) -> tuple[Colour, Colour, Colour]:
    """The sky high up, half way and at the horizon, with a little of the scene's palette."""
    grey = _GREY[picture.weather]
    high, middle, low = (greyed(colour, grey) for colour in HOURS[picture.time].sky)
    if picture.weather == "storm":
        high, middle = high.mix(c("#1B2230"), 0.6), middle.mix(c("#2B3442"), 0.45)
    if picture.palette:
        dark, bright = _by_brightness(picture.palette)
        high, low = _toned(high, dark, 0.5), _toned(low, bright, 0.5)
    return high, middle, low


def greyed(colour: Colour, share: float) -> Colour:
    """The colour on a grey day: less saturated, nearer to the middle."""
    value = brightness(colour)
    flat = Colour(value * 0.97, value * 0.99, value * 1.03)
    return colour.mix(flat.mix(c("#8C949E"), 0.25 if value > 0.25 else 0.05), share)


def brightness(colour: Colour) -> float:
    """How bright a colour looks, 0..1."""
    return 0.3 * colour.r + 0.59 * colour.g + 0.11 * colour.b


def _side(picture: Picture, seed: int) -> float:
    for words, side in _FROM:
        if words.search(picture.lighting):
            return side
    size = Chance(seed).between(0.45, 0.8, "light", "how far")
    return size * Chance(seed).pick((-1.0, 1.0), "light", "side")


def _overcast(light: Light, grey: float) -> Light:
    key, fill = greyed(light.key, grey * 0.8).mix(light.fill, grey * 0.25), greyed(light.fill, grey * 0.6)
    return replace(
        light,
        key=key,
        fill=fill.mix(key, grey * 0.2),
        rim=greyed(light.rim, grey * 0.6),
        rim_strength=light.rim_strength * (1 - 0.5 * grey),
        key_y=light.key_y + (0.8 - light.key_y) * grey,
    )


def _inside(light: Light, picture: Picture) -> Light:
    lamp = lamplit(picture)
    key = light.key.mix(LAMP, 0.6 if lamp else 0.0)
    return replace(
        light,
        key=key,
        fill=light.fill.mix(Colour(0.34, 0.27, 0.30) if lamp else light.fill, 0.45).mix(key, 0.1),
        key_y=max(0.35, light.key_y * 0.8),
        haze=light.haze.mix(light.fill, 0.35),
        rim_strength=min(0.8, light.rim_strength + 0.15),
    )


def _tinted(light: Light, picture: Picture) -> Light:
    if not picture.palette:
        return light
    dark, bright = _by_brightness(picture.palette)
    return replace(
        light,
        key=_toned(light.key, bright, 0.25),
        fill=_toned(light.fill, dark, 0.35),
        rim=_toned(light.rim, bright, 0.3),
        haze=_toned(light.haze, bright.mix(dark, 0.4), 0.35),
    )


def _by_brightness(palette: tuple[Colour, ...]) -> tuple[Colour, Colour]:
    ordered = sorted(palette, key=brightness)
    return ordered[0], ordered[-1]


def _toned(colour: Colour, hue: Colour, share: float) -> Colour:
    """The colour with a share of another's hue at its own brightness."""
    scale = brightness(colour) / max(0.02, brightness(hue))
    peak = max(hue.rgb)
    scale = min(scale, 1.0 / max(peak, 0.02))
    return colour.mix(Colour(*(channel * scale for channel in hue.rgb)), share)
