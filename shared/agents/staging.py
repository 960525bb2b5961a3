"""How an idea becomes a picture in a scene: who is in it, in which pose, where, with what."""

from dataclasses import dataclass

from shared.agents.lexicons import places, things
from shared.agents.writer import Script
from shared.domain.imagery import Idea, Place, View
from shared.domain.portrayal import is_child
from shared.domain.shotlist import SceneContext

MOODS = ("sad", "calm", "tender", "hopeful", "joyful")
PLAIN = "standing, at rest"


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


def staged(context: SceneContext, script: Script, idea: Idea, view: View) -> Picture:
    """The idea in this scene: at the scene's place unless the words lead elsewhere, with the people the view needs."""
    place = _where(script, idea, view)
    cast = context.outline.bible.characters
    wants_two = view is View.PAIR or (
        idea.who not in ("", "girl", "boy", "child", "woman", "man") and view is View.PLACE
    )
    people = _people(tuple(who.name for who in cast), place, view, wants_two)
    if view is View.PAIR and len(people) < 2:
        view = View.FIGURE if people else View.PLACE
    pose = _pose(idea, place, people)
    thing = _thing(idea, view, pose)
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
        emotion=idea.emotion or _mood(context),
        action=_action(idea, view, thing, people),
        shown=_shown(idea, view, place, hero),
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


def _pose(idea: Idea, place: Place, people: tuple[str, ...]) -> str:
    if not people:
        return ""
    pose = idea.pose
    if not pose and idea.thing and things()[idea.thing].held and not things()[idea.thing].up and len(people) == 1:
        pose = f"holding {things()[idea.thing].words}"
    if "bed" in pose and "bed" not in place.words:
        pose = "sitting, head bowed"
    if "window" in pose and "window" not in place.words:
        pose = PLAIN
    if pose.startswith("sitting") and "on the" not in pose:
        pose = pose.replace("sitting", f"sitting on the {place.seat}", 1)
    if "hand in hand" in pose and len(people) == 1:
        pose = "hands held out"
    if "around each other" in pose and len(people) == 1:
        pose = "hugging knees"
    return pose or PLAIN


def _thing(idea: Idea, view: View, pose: str) -> str:
    """The thing to draw on its own: not for a face, not hands beside their owners, not what is held already."""
    if (
        not idea.thing
        or (view is View.FACE and idea.thing != "tear")
        or (idea.thing in ("hands", "tear") and view is not View.THING)
    ):
        return ""
    return "" if things()[idea.thing].words in pose else idea.thing


def _action(idea: Idea, view: View, thing: str, people: tuple[str, ...]) -> str:
    if view is View.THING and thing:
        return idea.motion or things()[thing].life
    if idea.motion and (people or view is View.PLACE):
        return idea.motion
    if thing:
        return things()[thing].life
    return "the chest rises and sinks with the breath" if people else "the light shifts"


def _shown(idea: Idea, view: View, place: Place, hero: str) -> str:
    if view is idea.view:
        return idea.why.replace("{who}", hero)
    thing = things()[idea.thing].words if idea.thing else ""
    return {
        View.FIGURE: f"{hero}" + (f" with {thing}" if thing else f" in {place.words}"),
        View.FACE: f"the face of {hero}, close, as it sinks in",
        View.THING: f"{thing}, close",
        View.PLACE: f"{place.words}" + (f", where {idea.why.replace('{who}', hero)}" if idea.weight > 1 else ", wide"),
        View.PAIR: "two figures close together",
    }[view]


def _mood(context: SceneContext) -> str:
    lasting = sum(moment.end_ms - moment.start_ms for moment in context.moments) or 1
    valence = sum(m.atmosphere.valence * (m.end_ms - m.start_ms) for m in context.moments) / lasting
    return MOODS[min(len(MOODS) - 1, int(max(0.0, valence) * len(MOODS)))]
