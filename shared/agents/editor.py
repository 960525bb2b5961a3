"""The Editor: cut points to the frame, and the final plan of every shot with its prompts."""

import re
from itertools import pairwise

from pydantic import Field

from shared.agents.cinematographer import Framing, Look, light_of, look_in
from shared.agents.director import Beat, direction_in
from shared.agents.lexicons import places, things
from shared.agents.role import Prior, said
from shared.agents.writer import Script, script_in, worn_as_told
from shared.domain.analysis import Value
from shared.domain.imagery import View
from shared.domain.prompt import Camera, ImagePrompt, MotionPrompt, Move, ShotSize, Subject, SubjectType
from shared.domain.shotlist import Bible, Character, SceneContext, ShotPlan, Transition
from shared.kernel.chance import Chance
from shared.kernel.timecode import frame_at

OPPOSITE = {"left": "right", "right": "left", "camera": "camera", "away": "away"}
OTHER_THIRD = {"left third": "right third", "right third": "left third", "center": "right third"}
WHERE = {ShotSize.EXTREME_WIDE: "background", ShotSize.WIDE: "midground", ShotSize.FULL: "midground"}
NEAR = ("center", "foreground", "facing camera")


class Cut(Value):
    """What the Editor hands on: cut points and shots that fill the scene exactly."""

    cut_frames: tuple[int, ...] = Field(description="Every boundary, the scene's first and last frame included.")
    shots: tuple[ShotPlan, ...]


def local(context: SceneContext, prior: Prior, chance: Chance) -> Cut:
    """Boundaries are rounded from the start of the film; each shot says why it is there and carries both prompts."""
    script, direction, look = script_in(prior), direction_in(prior), look_in(prior)
    fps, span = context.outline.fps, context.span
    frames = [span.start_frame, *(frame_at(beat.start_ms, fps) for beat in direction.beats[1:]), span.end_frame]
    shots = tuple(
        _shot(context, (script, look), (at, beat, framing), window)
        for at, (beat, framing, window) in enumerate(zip(direction.beats, look.framings, pairwise(frames), strict=True))
    )
    return Cut(cut_frames=tuple(frames), shots=shots)


def cut_in(prior: Prior) -> Cut:
    """The Editor's cut of this scene; Invalid before the Editor has worked."""
    return said(prior, "editor", Cut)


def _shot(
    context: SceneContext, plan: tuple[Script, Look], filmed: tuple[int, Beat, Framing], window: tuple[int, int]
) -> ShotPlan:
    script, look = plan
    at, beat, framing = filmed
    scene = context.span.scene_id
    return ShotPlan(
        shot_id=f"{scene}-s{at + 1:02d}",
        scene_id=scene,
        index=at,
        start_frame=window[0],
        end_frame=window[1],
        start_ms=beat.start_ms,
        end_ms=beat.end_ms,
        words=beat.words,
        moments=beat.moments,
        size=framing.size,
        angle=framing.angle,
        lens_mm=framing.lens_mm,
        move=framing.move,
        transition=Transition.CUT,
        reason=beat.reason,
        prompt=_image(context, script, look, beat, framing),
        motion=_motion(beat, framing),
    )


def _image(context: SceneContext, script: Script, look: Look, beat: Beat, framing: Framing) -> ImagePrompt:
    place = places()[beat.place]
    bare = beat.place != script.place or (place.empty and beat.thing)
    dressing = [
        things()[name].words for name in script.props if name != beat.thing and name in place.props and not bare
    ]
    colours = ", ".join(f"hex {colour}" for colour in look.palette)
    stands = f"; {', '.join(dressing[:3])}" if dressing else ""
    away = beat.place != script.place
    light = light_of(place.inside, beat.time_of_day, script.weather) if away else look.light
    return ImagePrompt(
        scene=f"{place.words}, {beat.time_of_day}, {script.weather} weather{stands}; palette {colours}",
        subjects=_subjects(context, script, beat, framing),
        style=context.outline.bible.style,
        lighting=light,
        camera=Camera(size=framing.size, angle=framing.angle, lens_mm=framing.lens_mm),
    )


def _subjects(context: SceneContext, script: Script, beat: Beat, framing: Framing) -> tuple[Subject, ...]:
    cast = {who.name: who for who in context.outline.bible.characters}
    plane = WHERE.get(framing.size, "foreground")
    subjects: list[Subject] = []
    for order, name in enumerate(beat.people):
        facing = framing.facing if order == 0 else OPPOSITE[framing.facing]
        touching = "each other" in beat.pose or "hand in hand" in beat.pose
        beside = "center" if framing.third != "center" and (touching or beat.view is View.PAIR) else ""
        third = framing.third if order == 0 else beside or OTHER_THIRD[framing.third]
        pose = beat.pose if order == 0 or touching else "standing, at rest"
        worn = script.outfit if order == 0 else _worn(cast[name], context.outline.bible)
        subjects.append(
            Subject(
                type=SubjectType.PERSON,
                description=f"{name}, {cast[name].description}, {worn}, expression {beat.emotion}",
                pose=pose,
                position=f"{third}, {plane}, facing {facing}",
            )
        )
    if beat.thing:
        looks = (
            _hands(context, script)
            if beat.thing == "hands"
            else f"{things()[beat.thing].words} hex {things()[beat.thing].hex}"
        )
        subjects.append(_thing(beat, framing, plane, looks))
    return tuple(subjects)


def _hands(context: SceneContext, script: Script) -> str:
    """Whose hands they are: skin and sleeves of the protagonist and of the other one."""
    hero, other = (*context.outline.bible.characters, context.outline.bible.characters[0])[:2]
    skins = [re.findall(r"skin (hex #\w{6})", who.description)[0] for who in (hero, other)]
    worn = script.outfit if other is hero else _worn(other, context.outline.bible)
    sleeves = [re.findall(r"hex #\w{6}", outfit)[0] for outfit in (script.outfit, worn)]
    return f"{things()['hands'].words}, skin {skins[0]} and {skins[1]}, sleeves {sleeves[0]} and {sleeves[1]}"


def _worn(who: Character, bible: Bible) -> str:
    """What a companion wears: as told, else plain clothes in a dark colour; a child's by the rules for children."""
    palette, told = bible.palette, worn_as_told(who, bible)
    if told:
        return told
    if who.description.startswith("Young"):
        return f"Loose fit coat hex {palette[2]} of Heavy fabric, Mid-calf, dark boots hex #3A2C24"
    if " man" in f" {who.description}":
        return f"long coat hex {palette[2]}, dark shoes hex #3A2C24"
    return f"cardigan hex {palette[2]}, blouse hex {palette[-1]}, long skirt hex {palette[1]}, dark shoes hex #3A2C24"


def _thing(beat: Beat, framing: Framing, plane: str, looks: str) -> Subject:
    thing = things()[beat.thing]
    third, depth, facing = NEAR
    if beat.people:
        third = OTHER_THIRD[framing.third]
    if thing.up or (thing.big and beat.view is not View.THING):
        depth = "background" if thing.up else plane
    return Subject(
        type=SubjectType.ANIMAL if thing.animal else SubjectType.PROP,
        description=looks,
        pose="at rest",
        position=f"{third}, {depth}, {facing}",
    )


def _motion(beat: Beat, framing: Framing) -> MotionPrompt:
    place = places()[beat.place].words
    rests = [f"{name}, {beat.pose}" for name in beat.people[:1]]
    rests += [f"{things()[beat.thing].words}, at rest"] if beat.thing else []
    return MotionPrompt(
        start_state=f"At rest: {'; '.join(rests) or place}; {framing.size}, {framing.angle}",
        action=beat.action,
        move=framing.move,
        amount=framing.amount if framing.move is not Move.STATIC else 0.0,
    )
