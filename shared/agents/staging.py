"""How an idea becomes a picture in a scene: who is in it, in which pose, where, with what."""

from dataclasses import dataclass, replace

from shared.agents.cast import COMPANY
from shared.agents.lexicons import places, things
from shared.agents.writer import Script
from shared.domain.imagery import Idea, Place, View
from shared.domain.portrayal import is_child
from shared.domain.shotlist import SceneContext
from shared.kernel.chance import Chance

MOODS = ("sad", "calm", "tender", "hopeful", "joyful")
PLAIN = "standing, at rest"
ALONE = ("", "girl", "boy", "child", "woman", "man")
IDLE = {
    "calm": ("sitting", PLAIN),
    "tender": ("sitting", PLAIN),
    "hopeful": ("standing looking up", PLAIN),
    "joyful": ("hands held out", PLAIN),
    "sad": ("sitting, head bowed", "standing, head bowed"),
    "afraid": ("hugging knees", PLAIN),
}


FIXTURES = ("window", "door", "bed", "pillow")
"""Things that belong to a room: drawn where the place has them or where they are the picture."""
HELD_BY_WHY = ("window", "bed", "asleep", "door", "hand in hand")
"""What a clause may claim only where it is to be seen."""


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
    """The idea in this scene: at the scene's place unless the words lead elsewhere, with the people the view needs.

    What is said to be shown is what is shown: a clause about a window is only used where there is one.
    """
    idea = _for_children(context, idea)
    place = _where(script, idea, view)
    people = _people(context, idea, place, view)
    if view is View.PAIR and len(people) < 2:
        view = View.FIGURE if people else View.PLACE
    mood = idea.emotion or _mood(context)
    idle = chance.pick(IDLE.get(mood, (PLAIN,)), context.span.scene_id, idea.name, view)
    pose = _pose(context, idea, idle, (place, people))
    thing = _thing(idea, view, place, pose)
    picture = Picture(
        view=view,
        place=place.name,
        time_of_day=idea.time if idea.time and place.name != script.place else script.time_of_day,
        people=people,
        thing=thing,
        pose=pose,
        emotion=mood,
        action=_action(idea, view, thing, people),
        shown="",
    )
    return replace(picture, shown=_shown(idea, picture))


def _for_children(context: SceneContext, idea: Idea) -> Idea:
    """Where a child is the protagonist nobody pours wine: the cup stands for it."""
    hero = context.outline.bible.characters[0]
    if idea.thing != "wine" or not is_child(f"{hero.name}, {hero.description}"):
        return idea
    return idea.model_copy(update={"thing": "cup", "why": f"{things()['cup'].words} on the table"})


def _where(script: Script, idea: Idea, view: View) -> Place:
    """Elsewhere when the words name a place to be seen, or a picture that needs its own; else here."""
    here = places()[script.place]
    if not idea.place or idea.place == here.name:
        return here
    there = places()[idea.place]
    if there.inside and here.inside and there.name in here.kin and not there.vista:
        return here
    least = 4 if view is View.PLACE and idea.view is View.PLACE else 7
    return there if idea.weight >= least or (there.vista and there.name in here.kin) else here


def _people(context: SceneContext, idea: Idea, place: Place, view: View) -> tuple[str, ...]:
    """The protagonist, and beside her the one the words mean: by relation, else the beloved, else the next."""
    hero, *others = (who.name for who in context.outline.bible.characters)
    if view is View.THING or place.empty:
        return ()
    meant = view is View.PAIR or (idea.who not in ALONE and view is View.PLACE)
    if not meant or not others:
        return (hero,)
    other = next((name for name in (f"the {idea.who}", "the beloved") if name in others), others[0])
    return (hero, other)


def _pose(context: SceneContext, idea: Idea, idle: str, where: tuple[Place, tuple[str, ...]]) -> str:
    """The idea's pose as far as place and people allow it; else what one holds; else an idle pose of the mood."""
    place, people = where
    if not people:
        return ""
    hero = context.outline.bible.characters[0]
    pose = idea.pose
    if not pose and idea.thing and things()[idea.thing].held and not things()[idea.thing].up and len(people) == 1:
        pose = f"holding {things()[idea.thing].words}"
    pose = pose or (idle if len(people) == 1 else PLAIN)
    if idea.name in ("kiss", "beloved") and is_child(f"{hero.name}, {hero.description}"):
        pose = "standing hand in hand"
    if "bed" in pose and "bed" not in place.words:
        pose = "sitting, head bowed"
    if "window" in pose and not (place.inside and "window" in place.words):
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
    return "" if given or idea.thing in ("hands", "tear", *FIXTURES) else idea.thing


def _action(idea: Idea, view: View, thing: str, people: tuple[str, ...]) -> str:
    if view is View.THING and thing:
        return idea.motion or things()[thing].life
    if idea.motion and (people or view is View.PLACE):
        return idea.motion
    if thing:
        return things()[thing].life
    return "the chest rises and sinks with the breath" if people else "the light shifts"


def _shown(idea: Idea, picture: Picture) -> str:
    """The picture in one clause: the idea's own where it is true here, else what there is to see."""
    place = places()[picture.place]
    if picture.view is idea.view and _true_here(idea, picture, place):
        return idea.why.replace("{who}", picture.people[0] if picture.people else "").replace("{place}", place.words)
    names = " and ".join((*picture.people, *([things()[picture.thing].words] if picture.thing else [])))
    listed = f"{names}, {picture.pose}" if picture.pose.startswith("holding") else names
    around = f"{'before' if place.vista else 'in' if place.inside else 'at'} {place.words}"
    return {
        View.FIGURE: f"{listed} {around}",
        View.FACE: f"the face of {names}, close",
        View.THING: listed if picture.thing and things()[picture.thing].big else f"{listed}, close",
        View.PLACE: place.words + (f", and in it {listed}" if listed else ""),
        View.PAIR: f"{listed}, close together",
    }[picture.view]


def _true_here(idea: Idea, picture: Picture, place: Place) -> bool:
    """The idea's clause claims nothing that this picture does not hold."""
    seen = f"{place.words} {picture.pose} {picture.thing}"
    if idea.view is View.PLACE and idea.place not in ("", place.name):
        return False
    if "{who}" in idea.why and not picture.people:
        return False
    if idea.who in COMPANY and len(picture.people) > 1 and picture.people[1] != f"the {idea.who}":
        return False
    return all(noun in seen for noun in HELD_BY_WHY if noun in idea.why) or picture.thing == idea.thing != ""


def _mood(context: SceneContext) -> str:
    lasting = sum(moment.end_ms - moment.start_ms for moment in context.moments) or 1
    valence = sum(m.atmosphere.valence * (m.end_ms - m.start_ms) for m in context.moments) / lasting
    return MOODS[min(len(MOODS) - 1, int(max(0.0, valence) * len(MOODS)))]
