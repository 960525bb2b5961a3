"""What every drawing of the draft renderer shares: colours, the light, where a thing stands, and layers."""

from dataclasses import dataclass

import skia

OVERSCAN = 1.16
"""Layers are drawn this much larger than the frame, centred, so that the camera can move."""


@dataclass(frozen=True)
class Colour:
    """Linear mixing is not attempted: channels are sRGB, 0..1."""

    r: float
    g: float
    b: float

    @staticmethod
    def of(text: str) -> "Colour":
        """From '#RRGGBB'."""
        return Colour(*(int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)))

    def mix(self, other: "Colour", share: float) -> "Colour":
        """This colour with a share 0..1 of another."""
        return Colour(*(a + (b - a) * share for a, b in zip(self.rgb, other.rgb, strict=True)))

    def lit(self, by: "Colour") -> "Colour":
        """This surface under a light of that colour (multiplied)."""
        return Colour(*(a * b for a, b in zip(self.rgb, by.rgb, strict=True)))

    @property
    def rgb(self) -> tuple[float, float, float]:
        """The three channels."""
        return (self.r, self.g, self.b)

    def paint(self, alpha: float = 1.0) -> int:
        """As skia wants it."""
        r, g, b = (max(0, min(255, round(c * 255))) for c in self.rgb)
        return int(skia.ColorSetARGB(max(0, min(255, round(alpha * 255))), r, g, b))


@dataclass(frozen=True)
class Light:
    """The light of one picture. Every place, figure and prop is shaded by the same one."""

    key_x: float
    """Where the main light comes from: -1 = left edge, 1 = right edge, on the frame."""
    key_y: float
    """0 = at the horizon, 1 = overhead."""
    key: Colour
    """Colour of lit faces (multiply surfaces by it)."""
    fill: Colour
    """Colour of faces turned away from the main light (multiply surfaces by it); darker than key."""
    rim: Colour
    """Colour of the thin bright edge on the side of the main light."""
    rim_strength: float
    """0..1; strong at dusk, night with lamp, against the light."""
    haze: Colour
    """What far things fade towards."""
    darkness: float
    """0 = bright day, 1 = deep night."""


@dataclass(frozen=True)
class Placement:
    """Where a thing stands on a layer: the middle of its base in px, its height in px, and which way it faces."""

    x: float
    y: float
    height: float
    facing: float = 0.0
    """-1 = left, 0 = towards the camera, 1 = right."""
    away: bool = False
    """The back is turned to the camera."""


@dataclass(frozen=True)
class Layer:
    """One sheet of the picture at a depth: 0 = at infinity, 1 = the main subject, above 1 = in front of it."""

    depth: float
    image: skia.Image
    name: str


def blank(width: int, height: int) -> skia.Surface:
    """A transparent raster surface, BGRA premultiplied."""
    return skia.Surface.MakeRaster(
        skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    )
