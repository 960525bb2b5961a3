"""The hand that paints figures, animals and props: every stroke is shaded by the light of the picture."""

from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin

import skia

from shared.adapters.images.draft.figure_shape import Point, smooth
from shared.adapters.images.draft.stage import Colour, Light, Placement

WHITE = Colour(1.0, 1.0, 1.0)
INK = Colour(0.12, 0.09, 0.11)


@dataclass(frozen=True)
class Brush:
    """Paints on one canvas under one light. Tones are 0 = turned away from the light .. 1 = facing it."""

    canvas: skia.Canvas
    light: Light
    spin: float = 0.0
    """How far the canvas was turned, in degrees clockwise: the light stays where it is in the frame."""
    flip: bool = False
    """The canvas was mirrored left to right."""

    @property
    def toward(self) -> Point:
        """The unit vector to the light on this canvas."""
        x, y = self.light.key_x, -(0.3 + 0.7 * self.light.key_y)
        size = hypot(x, y) or 1.0
        x, y = (-x if self.flip else x) / size, y / size
        turn = -self.spin * pi / 180
        return x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)

    @property
    def warm(self) -> "Brush":
        """The same brush for skin: light that has gone through it makes its shadows warmer."""
        share = 0.56 * (1 - 0.25 * self.light.darkness)
        fill = self.light.fill.mix(Colour(0.84, 0.60, 0.53), share)
        key = self.light.key.mix(Colour(1.0, 0.82, 0.70), 0.35 * self.light.darkness)
        return replace(self, light=replace(self.light, key=key, fill=fill))

    def tone(self, colour: Colour, share: float) -> Colour:
        """The surface at that tone."""
        return colour.lit(self.light.fill).mix(colour.lit(self.light.key), share)

    def flat(self, path: skia.Path, colour: Colour, tone: float = 0.6, alpha: float = 1.0) -> None:
        """One even tone."""
        self.canvas.drawPath(path, self._paint(self.tone(colour, tone), alpha))

    def form(self, path: skia.Path, colour: Colour, depth: float = 1.0) -> None:
        """A rounded body: lit towards the light, a soft terminator, a little light returned at the far edge."""
        bounds, (lx, ly) = path.getBounds(), self.toward
        reach = (abs(lx) * bounds.width() + abs(ly) * bounds.height()) / 2 or 1.0
        cx, cy = bounds.centerX(), bounds.centerY()
        tones = (1.06, 0.96, 0.62, 1 - 0.88 * depth, 1 - 0.76 * depth)
        paint = skia.Paint(AntiAlias=True)
        paint.setShader(
            skia.GradientShader.MakeLinear(
                [skia.Point(cx + lx * reach, cy + ly * reach), skia.Point(cx - lx * reach, cy - ly * reach)],
                [self.tone(colour, tone).paint() for tone in tones],
                [0.0, 0.32, 0.57, 0.87, 1.0],
            )
        )
        self.canvas.drawPath(path, paint)

    def blend(self, path: skia.Path, colours: tuple[Colour, Colour], way: tuple[Point, Point]) -> None:
        """From one lit colour to another between two points."""
        paint = skia.Paint(AntiAlias=True)
        ends = [skia.Point(*way[0]), skia.Point(*way[1])]
        paint.setShader(skia.GradientShader.MakeLinear(ends, [self.tone(colour, 0.7).paint() for colour in colours]))
        self.canvas.drawPath(path, paint)

    def line(self, path: skia.Path, colour: Colour, width: float, alpha: float = 1.0) -> None:
        """A stroke with round ends, in a middle tone."""
        paint = self._paint(self.tone(colour, 0.55), alpha)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        self.canvas.drawPath(path, paint)

    def stroke(self, *points: Point, colour: Colour, width: float, alpha: float = 1.0) -> None:
        """A smooth open stroke through the points."""
        self.line(smooth(*points, closed=False), colour, width, alpha)

    def soft(self, path: skia.Path, colour: Colour, blur: float, alpha: float) -> None:
        """A blurred patch of a colour as it is, not lit."""
        paint = self._paint(colour, alpha)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        self.canvas.drawPath(path, paint)

    def glow(self, x: float, y: float, radius: float, colour: Colour, alpha: float = 0.8) -> None:
        """Light that a thing gives by itself."""
        paint = skia.Paint(AntiAlias=True, BlendMode=skia.BlendMode.kScreen)
        paint.setShader(
            skia.GradientShader.MakeRadial(
                skia.Point(x, y),
                radius,
                [colour.paint(alpha), colour.paint(alpha * 0.35), colour.paint(0.0)],
                [0.0, 0.35, 1.0],
            )
        )
        self.canvas.drawCircle(x, y, radius, paint)

    def bright(self, path: skia.Path, colour: Colour, alpha: float = 1.0) -> None:
        """A colour that shines by itself and takes no light."""
        self.canvas.drawPath(path, self._paint(colour, alpha))

    def crescent(self, path: skia.Path, width: float, alpha: float = 0.55) -> None:
        """The shadow side of a round body, inside its outline."""
        lx, ly = self.toward
        dark = self.light.fill.mix(INK, 0.25)
        paint = self._paint(dark, alpha)
        paint.setBlendMode(skia.BlendMode.kMultiply)
        self._edge(path, (lx * width, ly * width), paint)

    def round_shade(self, disc: tuple[float, float, float], alpha: float) -> None:
        """The soft shadow of a ball on its far side; clip to the outline before."""
        x, y, radius = disc
        (lx, ly), dark = self.toward, self.light.fill.mix(Colour(0.5, 0.28, 0.27), 0.45)
        paint = skia.Paint(AntiAlias=True, BlendMode=skia.BlendMode.kMultiply)
        centre = skia.Point(x + lx * radius * 0.55, y + ly * radius * 0.55)
        stops = [dark.paint(0.0), dark.paint(0.0), dark.paint(alpha * 0.75), dark.paint(alpha)]
        paint.setShader(skia.GradientShader.MakeRadial(centre, radius * 1.75, stops, [0.0, 0.42, 0.78, 1.0]))
        self.canvas.drawPaint(paint)

    def rim(self, path: skia.Path, width: float, fade: tuple[float, float] | None = None) -> None:
        """The thin bright edge on the side of the light, as strong as the light says; it goes out between two heights
        when they are given."""
        if self.light.rim_strength < 0.03:
            return
        lx, ly = self.toward
        paint = self._paint(self.light.rim, min(1.0, 0.25 + 0.75 * self.light.rim_strength) * 0.9)
        if fade is not None:
            ends = [skia.Point(0, fade[0]), skia.Point(0, fade[1])]
            bright = self.light.rim
            paint.setShader(skia.GradientShader.MakeLinear(ends, [bright.paint(paint.getAlphaf()), bright.paint(0.0)]))
            paint.setAlphaf(1.0)
        self._edge(path, (-lx * width * 1.6, -ly * width * 0.9), paint)

    def ground(self, rx: float, ry: float, alpha: float = 0.4) -> None:
        """The soft contact shadow at the base of a thing that stands."""
        slip = -self.toward[0] * rx * 0.25
        if self.light.key_y < 0.3 and self.light.rim_strength > 0.4:
            self._long_shadow(rx, ry)
        shape = skia.Path.Oval(skia.Rect.MakeLTRB(slip - rx, -ry * 0.7, slip + rx, ry))
        self.soft(shape, self.light.fill.mix(INK, 0.75), ry * 0.45, alpha)

    def _long_shadow(self, rx: float, ry: float) -> None:
        """The shadow that a low sun draws over the ground, fading with its length."""
        way = -1.0 if self.toward[0] > 0 else 1.0
        shade = self.light.fill.mix(INK, 0.6)
        ends = [skia.Point(0, 0), skia.Point(way * rx * 4.6, 0)]
        paint = skia.Paint(AntiAlias=True)
        paint.setShader(skia.GradientShader.MakeLinear(ends, [shade.paint(0.5), shade.paint(0.0)]))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, ry * 0.25))
        long = smooth((-way * rx * 0.2, 0), (way * rx, -ry * 0.9), (way * rx * 4.6, -ry * 1.5),
                      (way * rx * 4.6, ry * 0.2), (way * rx, ry * 0.9))  # fmt: skip
        self.canvas.drawPath(long, paint)

    def _edge(self, path: skia.Path, shift: Point, paint: skia.Paint) -> None:
        moved = skia.Path(path)
        moved.offset(*shift)
        self.canvas.save()
        self.canvas.clipPath(path, doAntiAlias=True)
        self.canvas.clipPath(moved, skia.ClipOp.kDifference, True)
        self.canvas.drawPath(path, paint)
        self.canvas.restore()

    def _paint(self, colour: Colour, alpha: float) -> skia.Paint:
        return skia.Paint(AntiAlias=True, Color=colour.paint(alpha))


def set_down(canvas: skia.Canvas, at: Placement) -> float:
    """Move the canvas to a placement so that its height is 100 units and its base is the origin; the size of a unit
    in px."""
    unit = at.height / 100
    canvas.translate(at.x, at.y)
    canvas.scale(unit, unit)
    return unit
