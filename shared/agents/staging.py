"""How an idea becomes a picture in a scene: who is in it, in which pose, where, with what."""

from dataclasses import dataclass

from shared.agents.lexicons import places, things
from shared.agents.writer import Script
from shared.domain.imagery import Idea, Place, View
from shared.domain.portrayal import is_child
from shared.domain.shotlist import SceneContext
from shared.kernel.chance import Chance

MOODS = ("sad", "calm", "tender", "hopeful", "joyful")
PLAIN = "standing, at rest"
IDLE = {
    "calm": ("sitting", PLAIN),
    "tender": ("sitting", PLAIN),
    "hopeful": ("standing looking up", PLAIN),
    "joyful": ("hands held out", PLAIN),
    "sad": ("sitting, head bowed", "standing, head bowed"),
    "afraid": ("hugging knees", PLAIN),
}


@dataclass(frozen=True)
class Picture:
    """What is seen, before the camera is chosen."""

    view: View
    place: str
    time_of_day: str
    people: tuple[str, ...]
    thing: str
    pose: str
    emotion: str
    action: str
    shown: str


def staged(context: SceneContext, script: Script, idea: Idea, view: View, chance: Chance) -> Picture:
    """The idea in this scene: at the scene's place unless the words lead elsewhere, with the people the view needs."""
    place = _where(script, idea, view)
    cast = context.outline.bible.characters
    wants_two = view is View.PAIR or (
        idea.who not in ("", "girl", "boy", "child", "woman", "man") and view is View.PLACE
    )
    people = _people(tuple(who.name for who in cast), place, view, wants_two)
    if view is View.PAIR and len(people) < 2:
        view = View.FIGURE if people else View.PLACE
    mood = idea.emotion or _mood(context)
    idle = chance.pick(IDLE.get(mood, (PLAIN,)), context.span.scene_id, idea.name, view)
    pose = _pose(idea, idle, place, people)
    thing = _thing(idea, view, place, pose)
    hero = cast[0].name
    if idea.name in ("kiss", "beloved") and is_child(f"{hero}, {cast[0].description}"):
        pose = "standing hand in hand" if len(people) > 1 else PLAIN
    return Picture(
        view=view,
        place=place.name,
        time_of_day=idea.time if idea.time and place.name != script.place else script.time_of_day,
        people=people,
        thing=thing,
        pose=pose,
        emotion=mood,
        action=_action(idea, view, thing, people),
        shown=_shown(idea, view, place, (*people, things()[thing].words) if thing else people, pose),
    )


def _where(script: Script, idea: Idea, view: View) -> Place:
    """Elsewhere only when the words ask for it strongly, or when what they name is seen from here."""
    here = places()[script.place]
    if not idea.place or idea.place == here.name:
        return here
    there = places()[idea.place]
    if there.name in here.kin and not there.vista and (there.inside or view is not View.PLACE):
        return here
    asked = idea.weight if view is View.PLACE else idea.weight - 1
    return there if asked >= 6 or (there.vista and there.name in here.kin) else here


def _people(cast: tuple[str, ...], place: Place, view: View, wants_two: bool) -> tuple[str, ...]:
    if view is View.THING or place.empty:
        return ()
    return cast[:2] if wants_two else cast[:1]


def _pose(idea: Idea, idle: str, place: Place, people: tuple[str, ...]) -> str:
    """The idea's pose as far as place and people allow it; else what one holds; else an idle pose of the mood."""
    if not people:
        return ""
    pose = idea.pose
    if not pose and idea.thing and things()[idea.thing].held and not things()[idea.thing].up and len(people) == 1:
        pose = f"holding {things()[idea.thing].words}"
    pose = pose or (idle if len(people) == 1 else PLAIN)
    if "bed" in pose and "bed" not in place.words:
        pose = "sitting, head bowed"
    if "window" in pose and "window" not in place.words:
        pose = "standing looking up"
    if ("hand in hand" in pose or "around each other" in pose) and len(people) == 1:
        pose = "hands held out"
    if pose.startswith("sitting") and "on the" not in pose:
        pose = pose.replace("sitting", f"sitting on the {place.seat}", 1)
    return pose


def _thing(idea: Idea, view: View, place: Place, pose: str) -> str:
    """The thing to draw by itself: not what the place or the pose holds already, and no hands beside their owners."""
    if not idea.thing or (view is View.FACE and idea.thing != "tear"):
        return ""
    if view is View.THING:
        return idea.thing
    given = idea.thing in place.words.split() or things()[idea.thing].words in pose
    return "" if given or idea.thing in ("hands", "tear", "window", "door", "bed", "pillow") else idea.thing


def _action(idea: Idea, view: View, thing: str, people: tuple[str, ...]) -> str:
    if view is View.THING and thing:
        return idea.motion or things()[thing].life
    if idea.motion and (people or view is View.PLACE):
        return idea.motion
    if thing:
        return things()[thing].life
    return "the chest rises and sinks with the breath" if people else "the light shifts"


def _shown(idea: Idea, view: View, place: Place, what: tuple[str, ...], pose: str) -> str:
    """The picture in one clause."""
    if view is idea.view:
        return idea.why.replace("{who}", what[0] if what else "the protagonist")
    names = " and ".join(what)
    listed = f"{names}, {pose}" if pose.startswith("holding") else names
    return {
        View.FIGURE: f"{listed} in {place.words}",
        View.FACE: f"the face of {names}, close",
        View.THING: listed if idea.thing and things()[idea.thing].big else f"{listed}, close",
        View.PLACE: place.words + (f", and in it {listed}" if listed else ""),
        View.PAIR: f"{listed}, close together",
    }[view]


def _mood(context: SceneContext) -> str:
    lasting = sum(moment.end_ms - moment.start_ms for moment in context.moments) or 1
    valence = sum(m.atmosphere.valence * (m.end_ms - m.start_ms) for m in context.moments) / lasting
    return MOODS[min(len(MOODS) - 1, int(max(0.0, valence) * len(MOODS)))]
