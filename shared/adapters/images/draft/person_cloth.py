"""Clothes: torso, skirts, coats and what lies over them, in units of a hundredth of the standing height."""

from dataclasses import dataclass
from math import sin

import skia

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.figure_shape import Point, hull, smooth
from shared.adapters.images.draft.person_bones import Bones
from shared.adapters.images.draft.person_reading import Look
from shared.adapters.images.draft.stage import Colour


@dataclass(frozen=True)
class Cloth:
    """One garment being drawn."""

    colour: Colour
    px: float
    """A unit in px."""


def _axis(bones: Bones, share: float) -> Point:
    nx, ny, _ = bones.neck
    px, py, _ = bones.pelvis
    bow = sin(bones.yaw) * 1.6 * share * (1 - share) * 4
    return nx + (px - nx) * share + bow * (0.4 if bones.away else 0.6), ny + (py - ny) * share


def torso_path(bones: Bones, look: Look, ease: float, down: float = 1.0) -> skia.Path:
    """The outline of the upper body in clothes that are that much wider than it, down to a share of the way to the
    pelvis."""
    b = bones.build
    waist = b.hip * (0.86 if look.female and look.stage != "child" else 0.98) * (1.12 if look.stage == "old" else 1)
    widths = (
        (0.16, b.shoulder * 0.93, 4.6), (0.36, b.shoulder * 0.86, 5.6), (0.68, waist, 4.6),
        (1.0, b.hip * 1.1, 5.4), (1.22, b.hip * 1.3, 6.2),
    )  # fmt: skip
    right: list[Point] = []
    left: list[Point] = []
    neck = b.head * 0.2
    nx, ny, _ = bones.neck
    for share, half, depth in widths:
        if share > down + 0.01:
            break
        x, y = _axis(bones, share)
        reach = bones.across(half + ease, depth + ease)
        left.append((x - reach, y))
        right.append((x + reach, y))
    (lx, ly, _), (rx, ry, _) = sorted(bones.shoulders)
    top_l, top_r = (lx - 0.3 - ease * 0.3, ly + 0.3), (rx + 0.3 + ease * 0.3, ry + 0.3)
    slope_l, slope_r = ((lx + nx - neck) / 2, (ly + ny) / 2 - 1.0), ((rx + nx + neck) / 2, (ry + ny) / 2 - 1.0)
    return smooth(
        (nx - neck, ny - 1.0),
        slope_l,
        top_l,
        *left,
        left[-1],
        right[-1],
        *reversed(right),
        top_r,
        slope_r,
        (nx + neck, ny - 1.0),
        (nx, ny + 1.2),
    )


def draw_torso(brush: Brush, bones: Bones, look: Look, cloth: Cloth) -> None:
    """Shirt, bodice or sweater."""
    path = torso_path(bones, look, 0.2)
    whole = look.colour_of("dress", "robe") is not None
    brush.form(path, cloth.colour, 0.45 if whole else 0.8)
    brush.canvas.save()
    brush.canvas.clipRect(skia.Rect.MakeLTRB(-400, -400, 400, bones.neck[1] + 1.5))
    brush.rim(path, 0.3)
    brush.canvas.restore()
    if cloth.px > 2.0:
        _torso_folds(brush, bones, cloth)


def _cloth(brush: Brush, path: skia.Path, cloth: Cloth, rim_to: float = 0.0) -> None:
    """Shade a garment; its bright edge ends at that height, where arms cover it."""
    brush.form(path, cloth.colour)
    brush.crescent(path, 2.6, 0.3)
    brush.canvas.save()
    brush.canvas.clipRect(skia.Rect.MakeLTRB(-400, -400, 400, rim_to or 400))
    brush.rim(path, 0.35)
    brush.canvas.restore()


def _torso_folds(brush: Brush, bones: Bones, cloth: Cloth) -> None:
    dark, light = cloth.colour.mix(INK, 0.4), cloth.colour.mix(WHITE, 0.2)
    for share, sign in ((0.5, -1), (0.62, 1), (0.75, -1), (0.84, 1)):
        x, y = _axis(bones, share)
        half = bones.across(bones.build.hip, 4.6)
        a, b, c = (x + sign * half * 0.95, y - 2.4), (x + sign * half * 0.5, y - 0.6), (x + sign * half * 0.05, y - 0.2)
        brush.stroke(a, b, c, colour=dark, width=0.3, alpha=0.32)
        brush.stroke((a[0], a[1] + 0.5), (b[0], b[1] + 0.6), c, colour=light, width=0.25, alpha=0.25)


def draw_skirt(brush: Brush, bones: Bones, hem: float, cloth: Cloth) -> None:
    """A skirt that ends at that height of a standing person; it falls over the knees of one who sits or kneels."""
    if bones.stance.seated or bones.stance.kneeling:
        _lap(brush, bones, cloth)
        return
    top = _axis(bones, 0.93)
    half_top = bones.across(bones.build.hip * 1.04, 5.0)
    half_hip = bones.across(bones.build.hip * 1.26, 6.0)
    px, py, _ = bones.pelvis
    foot_x = (bones.feet[0][0] + bones.feet[1][0]) / 2
    wide = bones.across(bones.build.hip * 1.26 + 3.6 + (44 - hem) * 0.05, 9.0)
    bottom = -hem
    knee = (py + bottom) / 2
    path = smooth(
        (top[0] - half_top, top[1]), (top[0] - half_top, top[1]), (px - half_hip, py + 1),
        (px - (half_hip + wide) * 0.52, knee),
        (foot_x - wide, bottom), (foot_x - wide, bottom), (foot_x - wide * 0.5, bottom + 1.5), (foot_x, bottom + 2.0),
        (foot_x + wide * 0.5, bottom + 1.5), (foot_x + wide, bottom), (foot_x + wide, bottom),
        (px + (half_hip + wide) * 0.52, knee),
        (px + half_hip, py + 1), (top[0] + half_top, top[1]), (top[0] + half_top, top[1]),
    )  # fmt: skip
    _cloth(brush, path, cloth)
    dark, light = cloth.colour.mix(INK, 0.42), cloth.colour.mix(WHITE, 0.2)
    for k in range(7) if cloth.px > 1.2 else ():
        t = (k - 3) / 3.6
        start = (top[0] + half_top * t * 0.7, top[1] + 3 + abs(k - 3) * 1.5)
        mid = (px + half_hip * t * 0.95 + 0.5 * sin(k * 2.3), knee)
        end = (foot_x + wide * t * 0.98, bottom + 1.8 - t * t * 1.6)
        brush.stroke(start, mid, end, colour=dark if k % 2 else light, width=0.5 if k % 2 else 0.4, alpha=0.34)


def _lap(brush: Brush, bones: Bones, cloth: Cloth) -> None:
    hips = [(x, y + 0.5, bones.build.hip * 0.72) for x, y, _ in bones.hips]
    knees = [(x, y, 4.4) for x, y, _ in bones.knees]
    shins = [
        (kx + (fx - kx) * 0.74 + (kx - bones.pelvis[0]) * 0.3, ky + (fy - ky) * 0.74, 5.0)
        for (kx, ky, _), (fx, fy, _) in zip(bones.knees, bones.feet, strict=True)
    ]
    drape = hull(*knees, *shins)
    lap = hull(*hips, *knees)
    first, second = (drape, lap) if not bones.away else (lap, drape)
    for path in (first, second):
        _cloth(brush, path, cloth)
    dark = cloth.colour.mix(INK, 0.42)
    for (kx, ky, _), (sx, sy, _), (hx, hy, _) in zip(knees, shins, hips, strict=True):
        brush.stroke(
            (kx, ky + 1.5), ((kx + sx) / 2 + 0.5, (ky + sy) / 2), (sx, sy + 2.5), colour=dark, width=0.45, alpha=0.3
        )
        brush.stroke(
            (hx, hy - 1), ((kx + hx) / 2, (ky + hy) / 2 + 1.2), (kx, ky + 1), colour=dark, width=0.45, alpha=0.3
        )


def draw_over(brush: Brush, bones: Bones, look: Look, cloth: Cloth, kind: str) -> None:
    """Cardigan, jacket, coat or cloak: worn open, so that what lies under it shows in front."""
    long = kind in ("coat", "cloak", "robe") and not (bones.stance.seated or bones.stance.kneeling)
    sides = _over_sides(bones, look, long)
    if bones.away:
        whole = torso_path(bones, look, 0.9, 1.22 if long else 1.0)
        if long:
            whole = skia.Op(whole, _tails(bones), skia.PathOp.kUnion_PathOp)
        _cloth(brush, whole, cloth)
        return
    for path, edge in sides:
        _cloth(brush, path, cloth, bones.neck[1] + 4.0)
        brush.line(smooth(*edge, closed=False), cloth.colour.mix(INK, 0.35), 0.45, 0.6)
        if kind == "cardigan" and cloth.px > 4:
            for k in range(5):
                x, y = (
                    edge[0][0] + (edge[-1][0] - edge[0][0]) * (0.3 + k * 0.15),
                    edge[0][1] + (edge[-1][1] - edge[0][1]) * (0.3 + k * 0.15),
                )
                brush.flat(skia.Path.Circle(x, y, 0.42), cloth.colour.mix(INK, 0.5), 0.7)


def _tails(bones: Bones) -> skia.Path:
    x, y = _axis(bones, 0.9)
    half, wide = bones.across(bones.build.hip * 1.2, 6), bones.across(bones.build.hip * 1.6, 9)
    return smooth(
        (x - half, y - 4), (x + half, y - 4), (x + wide, -20), (x + wide, -20), (x, -18.5), (x - wide, -20),
        (x - wide, -20),
    )  # fmt: skip


def _over_sides(bones: Bones, look: Look, long: bool) -> list[tuple[skia.Path, list[Point]]]:
    body = torso_path(bones, look, 0.9, 1.22 if long else 1.0)
    if long:
        body = skia.Op(body, _tails(bones), skia.PathOp.kUnion_PathOp)
    nx, ny, _ = bones.neck
    cx, cy = _axis(bones, 0.5)
    bx, by = _axis(bones, 1.22 if long else 1.0)
    end = -16.0 if long else by + 3
    shift = sin(bones.yaw) * 3.2
    parts = []
    for sign in (-1, 1):
        edge = [
            (nx + sign * bones.build.head * 0.17, ny - 1.0), (cx + shift + sign * 2.0, cy),
            (bx + shift + sign * 3.0, by), (bx + shift + sign * 4.4, end),
        ]  # fmt: skip
        cut = smooth(
            edge[0],
            edge[0],
            *edge[1:],
            edge[-1],
            (bx + sign * 60, end), (bx + sign * 60, end), (nx + sign * 60, ny - 8), (nx + sign * 60, ny - 8),
            (nx + sign * bones.build.head * 0.17, ny - 8),
        )  # fmt: skip
        parts.append((skia.Op(body, cut, skia.PathOp.kIntersect_PathOp), edge[:3] if not long else edge))
    return parts
