"""The brushes that places are painted with: flat and graded washes, soft patches, added light, masses of dabs."""

from collections.abc import Sequence
from dataclasses import dataclass

import skia

from shared.adapters.images.draft.space import Space, Spot, outline
from shared.adapters.images.draft.stage import Colour, Light

Point = tuple[float, float]
Dab = tuple[float, float, float, float]
"""Centre x, centre y, half the width, half the height."""
SHADOW = Colour(0.05, 0.05, 0.09)


@dataclass(frozen=True)
class Wash:
    """Paints on one sheet under one light. Tones: 0 = a face turned away from the light, 1 = a face that meets it."""

    canvas: skia.Canvas
    light: Light
    space: Space

    def tone(self, colour: Colour, share: float = 0.6) -> Colour:
        """A surface of that colour under the light."""
        return colour.lit(self.light.fill).mix(colour.lit(self.light.key), share)

    def far(self, colour: Colour, haze: float) -> Colour:
        """A colour seen through air: 0 = at hand, 1 = lost in the haze."""
        return colour.mix(self.light.haze, haze)

    def fill(self, path: skia.Path, colour: Colour, alpha: float = 1.0) -> None:
        """One even wash."""
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=colour.paint(alpha)))

    def grade(self, path: skia.Path, way: tuple[Point, Point], *stops: tuple[float, Colour, float]) -> None:
        """A wash that changes along a way: each stop is (share of the way, colour, alpha)."""
        paint = skia.Paint(AntiAlias=True, Dither=True, Shader=_linear(way, stops))
        self.canvas.drawPath(path, paint)

    def down(self, path: skia.Path, top: Colour, bottom: Colour) -> None:
        """A wash from the top of a shape to its bottom."""
        box = path.getBounds()
        way = ((box.left(), box.top()), (box.left(), box.bottom()))
        self.grade(path, way, (0.0, top, 1.0), (1.0, bottom, 1.0))

    def soft(self, path: skia.Path, colour: Colour, blur: float, alpha: float) -> None:
        """A patch without edges."""
        paint = skia.Paint(AntiAlias=True, Color=colour.paint(alpha))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        self.canvas.drawPath(path, paint)

    def shine(self, path: skia.Path, colour: Colour, blur: float, alpha: float) -> None:
        """Light that falls on what is there already, without edges when blur is above 0."""
        paint = skia.Paint(AntiAlias=True, Color=colour.paint(alpha), BlendMode=skia.BlendMode.kScreen)
        if blur > 0:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        self.canvas.drawPath(path, paint)

    def beam(self, path: skia.Path, way: tuple[Point, Point], colour: Colour, alpha: tuple[float, float]) -> None:
        """Light in the air that fades along a way."""
        stops = ((0.0, colour, alpha[0]), (1.0, colour, alpha[1]))
        paint = skia.Paint(AntiAlias=True, Dither=True, Shader=_linear(way, stops), BlendMode=skia.BlendMode.kScreen)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 6))
        self.canvas.drawPath(path, paint)

    def glow(self, x: float, y: float, radius: float, colour: Colour, alpha: float) -> None:
        """A halo that adds its light."""
        self._halo((x, y, radius, radius), colour, alpha, skia.BlendMode.kScreen)

    def haze(self, dab: Dab, colour: Colour, alpha: float) -> None:
        """A round patch of air that lies over what is there."""
        self._halo(dab, colour, alpha, skia.BlendMode.kSrcOver)

    def pool(self, disc: tuple[float, float, float], colour: Colour, alpha: tuple[float, float, float, float]) -> None:
        """A colour over all that is painted, in rings around a spot, from its middle to its radius and beyond."""
        x, y, radius = disc
        colours = [colour.paint(share) for share in alpha]
        paint = skia.Paint(BlendMode=skia.BlendMode.kSrcATop, Dither=True)
        paint.setShader(skia.GradientShader.MakeRadial(skia.Point(x, y), radius, colours, [0.0, 0.25, 0.6, 1.0]))
        self.canvas.drawPaint(paint)

    def dabs(self, dabs: Sequence[Dab], colour: Colour, alpha: float = 1.0) -> None:
        """Many round dabs of one colour at once."""
        path = skia.PathBuilder()
        for x, y, rx, ry in dabs:
            path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
        self.fill(path.detach(), colour, alpha)

    def line(self, points: Sequence[Point], colour: Colour, width: float, alpha: float = 1.0) -> None:
        """A drawn line with round ends."""
        paint = skia.Paint(AntiAlias=True, Color=colour.paint(alpha), Style=skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        self.canvas.drawPath(skia.Path.Polygon([skia.Point(*point) for point in points], False), paint)

    def rail(self, a: Spot, b: Spot, colour: Colour, metres: float) -> None:
        """A bar between two spots, as thick as it is there."""
        (ax, ay), (bx, by) = self.space.at(*a), self.space.at(*b)
        wa, wb = (metres * self.space.unit(spot[2]) / 2 for spot in (a, b))
        if abs(bx - ax) > abs(by - ay):
            self.fill(outline([(ax, ay - wa), (bx, by - wb), (bx, by + wb), (ax, ay + wa)]), colour)
        else:
            self.fill(outline([(ax - wa, ay), (ax + wa, ay), (bx + wb, by), (bx - wb, by)]), colour)

    def box(self, x: tuple[float, float], y: tuple[float, float], z: tuple[float, float], colour: Colour) -> None:
        """A solid with straight edges: its visible faces, each in the tone that the light gives it."""
        space, (key_x, key_y) = self.space, (self.light.key_x, self.light.key_y)
        if z[0] < 0.45:
            return
        if space.eye > y[1]:
            self.fill(space.floor(x, z, y[1]), self.tone(colour, 0.55 + 0.4 * key_y))
        elif space.eye < y[0]:
            self.fill(space.floor(x, z, y[0]), self.tone(colour, 0.0))
        middle = (space.width / 2 - space.centre) / space.focal
        if x[0] > middle * z[0]:
            self.fill(space.side(x[0], y, z), self.tone(colour, 0.4 - 0.4 * key_x))
        elif x[1] < middle * z[0]:
            self.fill(space.side(x[1], y, z), self.tone(colour, 0.4 + 0.4 * key_x))
        front = space.front(x, y, z[0])
        self.down(front, self.tone(colour, 0.52), self.tone(colour, 0.34))

    def contact(self, x: float, z: float, half: float, alpha: float = 0.5) -> None:
        """The soft shadow where a thing meets the ground."""
        cx, cy = self.space.at(x, 0.0, z)
        rx = half * self.space.unit(z)
        self._halo((cx, cy, rx, rx * 0.28), self.light.fill.mix(SHADOW, 0.8), alpha, skia.BlendMode.kSrcOver)

    def _halo(self, dab: Dab, colour: Colour, alpha: float, mode: skia.BlendMode) -> None:
        x, y, rx, ry = dab
        if rx <= 0 or ry <= 0:
            return
        colours = [colour.paint(alpha * share) for share in (1.0, 0.62, 0.22, 0.0)]
        shader = skia.GradientShader.MakeRadial(skia.Point(0, 0), rx, colours, [0.0, 0.3, 0.65, 1.0])
        self.canvas.save()
        self.canvas.translate(x, y)
        self.canvas.scale(1.0, ry / rx)
        self.canvas.drawCircle(0, 0, rx, skia.Paint(AntiAlias=True, Dither=True, Shader=shader, BlendMode=mode))
        self.canvas.restore()


def _linear(way: tuple[Point, Point], stops: Sequence[tuple[float, Colour, float]]) -> skia.Shader:
    ends = [skia.Point(*way[0]), skia.Point(*way[1])]
    return skia.GradientShader.MakeLinear(ends, [c.paint(a) for _, c, a in stops], [s for s, _, _ in stops])
