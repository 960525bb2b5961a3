"""How people rest: proportions by age, and where hands, feet and head are in each pose. y = up, z = towards where
they look; 100 = height."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from shared.adapters.images.draft.person_reading import Look

Spot = tuple[float, float, float]
Pair = tuple[Spot, Spot]
"""The one on the picture's left, then the one on its right, when they face the camera."""


@dataclass(frozen=True)
class Build:
    """Proportions of one body."""

    head: float
    """Height of the head."""
    pelvis: float
    shoulder: float
    hip: float
    neck: float
    girth: float = 1.0
    """Thickness of limbs and waist."""

    @property
    def neck_y(self) -> float:
        """Height of the pit of the neck."""
        return 100 - self.head - self.neck

    @property
    def arm(self) -> float:
        """Shoulder to wrist."""
        return (self.neck_y - self.pelvis) * 0.93


@dataclass(frozen=True)
class Stance:
    """One way to rest."""

    pelvis: Spot
    hands: Pair
    feet: Pair
    lean: float = 0.0
    """How far the neck is before the pelvis."""
    slump: float = 0.0
    pitch: float = 0.0
    """The head: -1 = bowed, 1 = looking up."""
    roll: float = 0.0
    turn: float = 0.0
    knees: Spot = (0.0, 0.25, 1.0)
    """Where knees point."""
    elbows: Spot = (0.55, -0.6, -0.6)
    """Where elbows point; x is outwards."""
    seated: bool = False
    kneeling: bool = False
    lying: bool = False


def build_of(look: Look) -> Build:
    """The proportions of a look."""
    if look.stage == "child":
        return Build(head=19.5, pelvis=43, shoulder=8.6, hip=6.4, neck=1.6, girth=1.02)
    if look.stage == "teen":
        return Build(head=17.0, pelvis=46.5, shoulder=8.8 if look.female else 9.8, hip=6.6, neck=2.4, girth=0.92)
    old = look.stage == "old"
    if look.female:
        return Build(
            head=15.6,
            pelvis=47,
            shoulder=8.9,
            hip=7.6 if old else 7.0,
            neck=2.1 if old else 2.4,
            girth=1.12 if old else 0.94,
        )
    return Build(head=15.6, pelvis=47.5, shoulder=11.0, hip=7.2, neck=2.2 if old else 2.8, girth=1.1)


def _standing(b: Build) -> Stance:
    reach = b.shoulder * 1.16
    low = b.neck_y - 2.4 - b.arm * 0.985
    return Stance((0, b.pelvis, 0), ((-reach, low, 2.5), (reach, low, 2.5)), ((-4.0, 3, 0), (4.0, 3, 0.6)))


def _on_chair(b: Build) -> Stance:
    thigh = b.pelvis * 0.5
    hands = ((-5.0, 11.5, thigh * 0.72), (5.0, 11.5, thigh * 0.72))
    feet = ((-4.4, 4.5 - b.pelvis * 0.5, thigh), (4.4, 4.5 - b.pelvis * 0.5, thigh + 1))
    return Stance((0, 6.5, 0), hands, feet, lean=1.5, slump=1.5, seated=True, knees=(0, 0.6, 1.0))


def _on_ground(b: Build) -> Stance:
    hands = ((-6.0, 13.0, 15.0), (6.0, 13.0, 15.0))
    return Stance(
        (0, 6.0, 0), hands, ((5.0, 2.2, 15.0), (-5.0, 2.2, 18.0)), lean=2, slump=2.5, seated=True, knees=(2.6, 0.5, 0.6)
    )


def _hugging(b: Build) -> Stance:
    hands = ((3.0, 13.5, 22.0), (-3.0, 13.5, 22.5))
    feet = ((-3.4, 2.4, 22.0), (3.4, 2.4, 22.0))
    return Stance(
        (0, 6.0, 0),
        hands,
        feet,
        lean=5,
        slump=5,
        pitch=-0.35,
        roll=7,
        seated=True,
        knees=(0, 1, 0.2),
        elbows=(1, -0.2, 0.1),
    )


def _kneeling(b: Build) -> Stance:
    up = b.pelvis * 0.5
    hands = ((-5.5, up + 2, 8.0), (5.5, up + 2, 8.0))
    feet = ((-4.5, 2.2, -b.pelvis * 0.36), (4.5, 2.2, -b.pelvis * 0.36))
    return Stance((0, up, -2), hands, feet, lean=1.5, kneeling=True, knees=(0, -0.4, 1))


def _lying(b: Build) -> Stance:
    stand = _standing(b)
    hands = ((-4.5, b.pelvis + 15, 6.0), (b.shoulder * 1.2, b.pelvis + 4, 3.0))
    return replace(stand, hands=hands, lying=True, turn=0.15, roll=6)


def _leaning(b: Build) -> Stance:
    sill = b.neck_y - 20
    hands = ((-2.6, sill, 13.0), (5.0, sill - 0.5, 12.0))
    return replace(_standing(b), hands=hands, lean=4.5, pitch=0.12, roll=-5, elbows=(0.5, -1, -0.2))


def _arms_out(b: Build) -> Stance:
    y = b.neck_y - 17
    return replace(
        _standing(b), hands=((-b.shoulder * 1.5, y + 2, 13), (b.shoulder * 1.5, y + 2, 13)), elbows=(0.3, -1, -0.3)
    )


def _raised(b: Build) -> Stance:
    stand = _standing(b)
    return replace(stand, hands=(stand.hands[0], (b.shoulder * 1.9, b.neck_y + b.head * 0.3, 9)), elbows=(0.5, -1, 0))


def _reaching_up(b: Build) -> Stance:
    top = b.neck_y + b.arm * 0.86
    hands = ((-b.shoulder * 1.25, top, 7), (b.shoulder * 1.25, top, 7))
    return replace(_standing(b), hands=hands, pitch=0.7, elbows=(1, 0.1, 0))


def _holding(b: Build) -> Stance:
    y = b.neck_y - 14.5
    return replace(_standing(b), hands=((-4.8, y, 12), (4.8, y, 12)), pitch=-0.15, elbows=(0.5, -1, -0.3))


def _walking(b: Build) -> Stance:
    stand = _standing(b)
    reach = b.shoulder * 1.05
    low = b.neck_y - 2.4 - b.arm * 0.95
    return replace(
        stand, hands=((-reach, low, 6.5), (reach, low, -3)), feet=((-3.4, 3.2, -6.5), (3.4, 3, 6.5)), lean=1.2
    )


def _hand_in_hand(b: Build) -> Stance:
    stand, child = _standing(b), b.head > 19
    out, down = (1.9, 0.36) if child else (1.3, 0.97)
    return replace(stand, hands=(stand.hands[0], (b.shoulder * out, b.neck_y - 2.4 - b.arm * down, 2)), roll=3)


def _embracing(b: Build) -> Stance:
    y = b.neck_y - 10
    return replace(_standing(b), hands=((-2, y, 15), (4, y - 5, 14)), pitch=-0.25, roll=6, elbows=(0.7, -0.8, 0.1))


def _praying(b: Build) -> Stance:
    y = b.neck_y - 10
    return replace(_standing(b), hands=((-1.2, y, 10), (1.2, y, 10)), pitch=-0.3, elbows=(0.6, -1, -0.2))


def _on_heart(b: Build) -> Stance:
    stand = _standing(b)
    return replace(stand, hands=(stand.hands[0], (-1.5, b.neck_y - 11, 8.5)), elbows=(1, -0.8, 0))


SEAT = (
    r"\b(bed|chair|bench|sofa|couch|stool|edge|swing|wall|step|steps|stairs|table|desk|piano|armchair|"
    r"sill|seat|log|rock|suitcase|fence)\b"
)

POSES: tuple[tuple[str, Callable[[Build], Stance]], ...] = (
    (r"hug\w* (?:\w+ )?knees|knees (?:drawn|pulled|hugged)|curled up", _hugging),
    (r"\b(lying|lies|asleep|sleeping|laid|in bed)\b", _lying), (r"\bkneel", _kneeling),
    (rf"\b(sitting|sits|seated)\b.*{SEAT}|{SEAT}.*\b(sitting|seated)\b", _on_chair),
    (r"\b(sitting|sits|seated|crouch\w*|cross-legged)\b", _on_ground),
    (r"\blean\w*\b.*\b(window|sill|rail|railing|wall|balcony|forward)|\bat (?:the|a) window\b", _leaning),
    (r"\b(embrac\w+|hugging|arms around)\b", _embracing),
    (r"\b(praying|prayer|palms together|hands clasped|hands folded)\b", _praying),
    (r"\b(reaching up|arms raised|hands raised|arms up|arms open to the sky|both hands up)\b", _reaching_up),
    (r"\b(one hand raised|hand raised|waving|raised hand|a hand up|pointing|reaching)\b", _raised),
    (
        r"\b(hands? (?:held |stretched )?out|arms (?:held )?out|outstretched|arms open|open arms|open hands|"
        r"holding out)\b",
        _arms_out,
    ),
    (r"\b(holding hands|hand in hand|hands joined|holding (?:his|her|their) hand)\b", _hand_in_hand),
    (r"\bhand on (?:\w+ )?(heart|chest)\b", _on_heart),
    (r"\b(holding|holds|cradling|clutching|carrying|reading|playing)\b", _holding),
    (r"\b(walking|mid-step|stepping|striding|weight on one foot|one foot)\b", _walking),
)  # fmt: skip


def stance_of(pose: str, build: Build) -> Stance:
    """The stance that a pose in English asks for; standing when it says nothing known. Looks up or bows the head when
    asked to."""
    text = pose.lower()
    stance = next((make for pattern, make in POSES if re.search(pattern, text)), _standing)(build)
    if "hand in hand, on the left" in text:
        (ax, ay, az), (bx, by, bz) = stance.hands
        stance = replace(stance, hands=((-bx, by, bz), (-ax, ay, az)), roll=-stance.roll)
    if stance.seated and re.search(r"\b(holding|cradling|clutching|reading)\b", text):
        y = stance.pelvis[1] + (build.neck_y - build.pelvis) - 17
        stance = replace(stance, hands=((-4.6, y, 14), (4.6, y, 14)), elbows=(1, -0.8, 0))
    if re.search(r"look\w* up|gaz\w+ up|up at|to the sky|head (?:raised|lifted|tilted back)", text):
        stance = replace(stance, pitch=0.75)
    if re.search(r"head (?:is )?(?:bowed|down|lowered)|look\w* down|gaz\w+ down|eyes lowered|bowed", text):
        stance = replace(stance, pitch=-0.75, lean=stance.lean + 1.5)
    return stance
