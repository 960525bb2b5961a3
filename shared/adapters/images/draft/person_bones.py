"""Where the joints of a resting person are in the picture, for every pose, age and way of facing."""

from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin, sqrt

from shared.adapters.images.draft.person_pose import Build, Pair, Spot, Stance
from shared.kernel.chance import Chance

TURN = 0.82
"""Radians between facing the camera and facing 1: a three-quarter view, both eyes seen."""
TILT = 0.15
"""The camera looks down a little: what is nearer lies lower."""
LYING_RISE = 8.5


@dataclass(frozen=True)
class Bones:
    """Joints in units of a hundredth of the standing height, y downwards from the base; the third number is nearness
    to the camera."""

    build: Build
    stance: Stance
    yaw: float
    away: bool
    neck: Spot
    pelvis: Spot
    head: Spot
    shoulders: Pair
    elbows: Pair
    hands: Pair
    hips: Pair
    knees: Pair
    feet: Pair
    head_yaw: float
    head_roll: float

    @property
    def radius(self) -> float:
        """Half the height of the head."""
        return self.build.head / 2

    def across(self, half: float, depth: float) -> float:
        """Half the seen width of a body part with that half width and half depth."""
        return hypot(half * cos(self.yaw), depth * sin(self.yaw))


def bones_of(build: Build, stance: Stance, facing: float, away: bool) -> Bones:
    """The skeleton of a stance, seen from the camera."""
    yaw = pi - facing * TURN if away else facing * TURN
    px, py, pz = stance.pelvis
    neck = (px, py + build.neck_y - build.pelvis - stance.slump, pz + stance.lean)
    nx, ny, nz = neck
    shoulders = ((nx - build.shoulder, ny - 2.4, nz), (nx + build.shoulder, ny - 2.4, nz))
    hips = ((px - build.hip * 0.55, py, pz), (px + build.hip * 0.55, py, pz))
    rise = 100 - build.head * 0.52 - build.neck_y
    nod = stance.pitch * build.head * 0.14
    head = (nx, ny + rise - abs(nod) * 0.55, nz + 1.2 - nod)
    arm, leg = build.arm / 2, (build.pelvis - 3) / 2
    elbows = tuple(_joint(shoulders[i], stance.hands[i], arm, _out(stance.elbows, i)) for i in (0, 1))
    knees = tuple(_joint(hips[i], stance.feet[i], leg, _out(stance.knees, i)) for i in (0, 1))

    def see(spot: Spot) -> Spot:
        return _seen(spot, yaw)

    def both(pair: tuple[Spot, ...]) -> Pair:
        return see(pair[0]), see(pair[1])

    turned = max(-0.95, min(0.95, facing * TURN + stance.turn))
    return Bones(
        build, stance, yaw, away, see(neck), see(stance.pelvis), see(head), both(shoulders), both(elbows),
        both(stance.hands),
        both(hips), both(knees), both(stance.feet), turned, stance.roll - stance.pitch * 20 * sin(turned),
    )  # fmt: skip


def settle(stance: Stance, seed: int) -> Stance:
    """The same stance with the small unevenness of a living body."""
    chance = Chance(seed)
    roll = stance.roll + chance.between(-3.0, 3.0, "roll")
    if stance.seated or stance.kneeling or stance.lying:
        return replace(stance, roll=roll)
    side = chance.pick((-1, 1), "weight")
    (x, y, z), free = stance.pelvis, 0 if side > 0 else 1
    (fx, fy, fz), fixed = stance.feet[free], stance.feet[1 - free]
    step = (fx * 1.25, fy, fz + 2.6)
    feet = (step, fixed) if free == 0 else (fixed, step)
    return replace(stance, roll=roll, pelvis=(x + side * 0.9, y, z), feet=feet)


def _out(hint: Spot, side: int) -> Spot:
    return (-hint[0] if side == 0 else hint[0], hint[1], hint[2])


def _joint(root: Spot, end: Spot, bone: float, hint: Spot) -> Spot:
    """The elbow or knee between two equal bones, bent towards the hint."""
    span = tuple(b - a for a, b in zip(root, end, strict=True))
    size = sqrt(sum(v * v for v in span)) or 1.0
    along = sum(h * v for h, v in zip(hint, span, strict=True)) / size
    side = tuple(h - along * v / size for h, v in zip(hint, span, strict=True))
    width = sqrt(sum(v * v for v in side)) or 1.0
    bend = sqrt(max(0.0, bone * bone - size * size / 4))
    x, y, z = (a + v / 2 + s / width * bend for a, v, s in zip(root, span, side, strict=True))
    return (x, y, z)


def _seen(spot: Spot, yaw: float) -> Spot:
    x, y, z = spot
    near = -x * sin(yaw) + z * cos(yaw)
    return (x * cos(yaw) + z * sin(yaw), -y + near * TILT, near)
