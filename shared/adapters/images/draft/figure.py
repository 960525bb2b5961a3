"""People in the picture: posed bodies in their clothes, with faces of light."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin

import skia

from shared.adapters.images.draft.figure_brush import Brush, set_down
from shared.adapters.images.draft.person_bed import draw_bedding, draw_cover
from shared.adapters.images.draft.person_body import body_parts, draw_neck
from shared.adapters.images.draft.person_bones import LYING_RISE, Bones, bones_of, settle
from shared.adapters.images.draft.person_face import draw_face
from shared.adapters.images.draft.person_hair import draw_hair_before
from shared.adapters.images.draft.person_head import MOODS, Head
from shared.adapters.images.draft.person_headwear import draw_headwear, hides_hair
from shared.adapters.images.draft.person_hold import draw_held, held_in
from shared.adapters.images.draft.person_mane import draw_braids, draw_hair_behind
from shared.adapters.images.draft.person_pose import build_of, stance_of
from shared.adapters.images.draft.person_reading import Look, read_look
from shared.adapters.images.draft.stage import Light, Placement


@dataclass(frozen=True)
class Person:
    """Somebody to be drawn. The same description and seed are the same person in every shot."""

    description: str
    pose: str
    seed: int
    expression: str = "calm"
    """calm, sad, hopeful, joyful, afraid or tender; anything else is calm."""


def draw_person(canvas: skia.Canvas, person: Person, at: Placement, light: Light) -> None:
    """Draw a person whose full standing height is `at.height`, and what the pose says is held. The base is the
    ground between the feet of one who stands or kneels, the seat or the ground of one who sits, the
    bed under the middle of one who lies."""
    look, bones = _read(person, at)
    canvas.save()
    unit = set_down(canvas, at)
    brush = Brush(canvas, light)
    if bones.stance.lying:
        turn = _lie_down(canvas, at)
        brush = Brush(canvas, light, turn)
    else:
        brush.ground(bones.build.hip * 2.2, 2.6) if not bones.stance.seated else None
    _draw(brush, (person, look, bones), unit)
    canvas.restore()


def head_of(person: Person, at: Placement) -> tuple[float, float, float]:
    """The circle around the skull, as x, y and radius in px of the layer, in every pose."""
    _, bones = _read(person, at)
    x, y, _ = bones.head
    if bones.stance.lying:
        turn = _lying_turn(at) * pi / 180
        y += 52
        x, y = x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn) - LYING_RISE
    unit = at.height / 100
    return at.x + x * unit, at.y + y * unit, bones.radius * unit


def _read(person: Person, at: Placement) -> tuple[Look, Bones]:
    look = read_look(person.description, person.seed)
    build = build_of(look)
    stance = settle(stance_of(person.pose, build), person.seed)
    facing = 0.0 if stance.lying else at.facing
    return look, bones_of(build, stance, facing, at.away and not stance.lying)


def _lying_turn(at: Placement) -> float:
    return 90.0 if at.facing < 0 else -90.0


def _lie_down(canvas: skia.Canvas, at: Placement) -> float:
    turn = _lying_turn(at)
    canvas.translate(0, -LYING_RISE)
    canvas.rotate(turn)
    canvas.translate(0, 52)
    return turn


def _draw(brush: Brush, who: tuple[Person, Look, Bones], unit: float) -> None:
    person, look, bones = who
    head = Head(
        look=look,
        yaw=bones.head_yaw,
        pitch=bones.stance.pitch,
        away=bones.away,
        mood=MOODS.get(person.expression, MOODS["calm"]),
        asleep=any(word in person.pose.lower() for word in ("asleep", "sleeping", "eyes closed")),
        px=bones.radius * unit,
        seed=person.seed,
    )
    if not bones.away and not hides_hair(look):
        _on_head(brush, bones, lambda b: draw_hair_behind(b, head))
    parts = [
        *body_parts(brush, bones, look, unit),
        (-0.5 if not bones.away else 1.2, lambda: draw_neck(brush, bones, look)),
    ]
    if bones.stance.lying and not person.pose.lower().startswith("lying on the"):
        draw_bedding(brush, bones, look, person.seed)
        parts.append((40.0, lambda: draw_cover(brush, bones, look, person.seed)))
    if not hides_hair(look):
        parts.append((34.0, lambda: _on_head(brush, bones, lambda b: draw_braids(b, head))))
    held = held_in(person.pose)
    if held and not bones.stance.lying:
        parts.append((-10.0 if bones.away else 24.0, lambda: draw_held(brush, bones, held, person.seed)))
    parts.append((30.0 if bones.away else 9.0, lambda: _on_head(brush, bones, lambda b: _whole_head(b, head))))
    for _, draw in sorted(parts, key=lambda part: part[0]):
        draw()


def _whole_head(brush: Brush, head: Head) -> None:
    draw_face(brush, head)
    if not hides_hair(head.look):
        draw_hair_before(brush, head)
    draw_headwear(brush, head)


def _on_head(brush: Brush, bones: Bones, draw: Callable[[Brush], None]) -> None:
    canvas = brush.canvas
    x, y, _ = bones.head
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(bones.head_roll)
    canvas.scale(bones.radius, bones.radius)
    draw(Brush(canvas, brush.light, brush.spin + bones.head_roll))
    canvas.restore()
