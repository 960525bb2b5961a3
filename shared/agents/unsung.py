"""What a scene shows where no words are sung: its stretch of the story and its place, in turn and never twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from shared.agents.lexicons import places, things
from shared.agents.persons import text_of
from shared.agents.stretches import Clause, is_site, stretch_at
from shared.agents.writer import Script
from shared.domain.imagery import Idea, Place, View
from shared.domain.shotlist import SceneContext

OTHER_VIEWS: dict[View, tuple[View, ...]] = {
    View.THING: (View.FIGURE, View.FACE, View.PLACE),
    View.FIGURE: (View.FACE, View.THING, View.PLACE),
    View.FACE: (View.FIGURE, View.THING, View.PLACE),
    View.PLACE: (View.FIGURE, View.THING, View.FACE),
    View.PAIR: (View.FACE, View.FIGURE, View.PLACE),
}
BY_WATER = ("harbour", "sea", "shore", "beach", "river", "bridge", "lake", "island", "lighthouse", "underwater")
IN_TOWN = ("street", "city skyline", "rooftops", "alley", "station", "market", "balcony", "playground")
DETAILS = {
    "water": ("shell", "rope", "birds", "bottle", "boat", "lantern", "sailboat", "feather"),
    "town": ("cat", "street lamp", "bicycle", "shoes", "umbrella", "bench", "flower", "door"),
    "land": ("leaf", "flower", "birds", "feather", "tree", "staff", "fence", "footprints"),
    "room": ("candle", "book", "cup", "picture frame", "clock", "shoes", "glass", "mirror"),
}
FAIR_WEATHER = ("birds", "butterfly", "bird", "flower", "feather", "book")
WALKING = "walking (weight on one foot, at rest)"
POSES = ("standing, at rest", "sitting", "standing looking up", "hand raised", "kneeling")
ACTIONS = {WALKING: "the foot comes down in the next step", "standing looking up": "the head lifts"}


@dataclass(frozen=True)
class Chosen:
    """An idea for a picture and how the words led to it."""

    idea: Idea
    view: View
    because: str
    rank: str
    """'own' words, their 'line', an 'echo' of what was just sung, or the 'place'."""


@dataclass(frozen=True)
class Seen:
    """A picture that the scene has shown."""

    idea: Idea
    view: View
    place: str
    rank: str
    thing: str = ""

    @property
    def name(self) -> str:
        """The idea's."""
        return self.idea.name


@dataclass(frozen=True)
class Gap:
    """A window without a picture of its own: how far through the scene it lies (0..1) and which views it may have."""

    through: float
    views: tuple[View, ...]
    because: str
    """Why the scene itself is seen when no story says."""
    sung: bool
    """Words are sung meanwhile that call up nothing."""


def unsung(context: SceneContext, script: Script, gap: Gap, seen: Sequence[Seen]) -> Chosen:
    """The next picture: by turns of the story's stretch and of the place, the first that the scene has not shown."""
    stretch = stretch_at(context.outline, context.span.index)
    clause = stretch[min(len(stretch) - 1, int(gap.through * len(stretch)))] if stretch else None
    if clause and not seen and clause.place not in ("", script.place):
        clause = None
    here = _here(script, clause, seen)
    again = _again(context)
    told = [Chosen(idea, idea.view, _tells(clause, gap), "place") for idea in _told(context, clause)]
    around = [Chosen(idea, idea.view, _passes(clause, gap), "place") for idea in _around(context, script, here, again)]
    turn = sum(before.rank == "place" for before in seen)
    final = context.span.index == len(context.outline.spans) - 1
    ahead = turn % 2 == 0 and not (final and not seen)
    ends = final and bool(seen) and gap.views == (View.PLACE,)
    ordered = [*told, *around] if ahead or ends else [*around[:6], *told, *around[6:]]
    shown = {_key(before.idea, before.view, here) for before in seen}
    last = seen[-1] if seen else None
    fits = [
        chosen
        for chosen in ordered
        if chosen.view in gap.views
        and (chosen.view in (View.PLACE, View.THING) or not places()[chosen.idea.place or here.name].empty)
        and (last is None or (chosen.view is not last.view and (not last.thing or chosen.idea.thing != last.thing)))
    ]
    fresh = [chosen for chosen in fits if _key(chosen.idea, chosen.view, here) not in shown]
    stale = fits[turn % len(fits) :] if fits else ordered
    return (fresh or stale)[0]


def _key(idea: Idea, view: View, here: Place) -> tuple[str, ...]:
    """What makes two pictures the same to the eye."""
    what = {View.FACE: (), View.PAIR: (), View.THING: (idea.thing,), View.PLACE: (idea.thing,)}
    return (view, idea.place or here.name, *what.get(view, (idea.thing, idea.pose)))


def _here(script: Script, clause: Clause | None, seen: Sequence[Seen]) -> Place:
    """Where the words last led, while they still echo; else where the story is; else the scene's place."""
    led = next((before.place for before in reversed(seen) if before.rank != "place"), "")
    name = led or (clause.place if clause and seen else "") or script.place
    return places()[script.place if places()[name].vista else name]


def _again(context: SceneContext) -> int:
    """How many scenes before this one are told at the same place; without a story, the scene's own number."""
    outline, index = context.outline, context.span.index
    stretch = stretch_at(outline, index)
    if not stretch:
        return index
    same = 0
    while same < index and {c.place for c in stretch_at(outline, index - same - 1)} & {c.place for c in stretch}:
        same += 1
    return same


def _retold(context: SceneContext, clause: Clause | None) -> int:
    """How many scenes before this one tell the same clause."""
    earlier = (stretch_at(context.outline, index) for index in range(context.span.index))
    return sum(clause in stretch for stretch in earlier)


def _tells(clause: Clause | None, gap: Gap) -> str:
    return f'The story: "{clause.text}"' if clause and not gap.sung else gap.because


def _passes(clause: Clause | None, gap: Gap) -> str:
    return f'No words; the story is at "{clause.text}"' if clause and not gap.sung else gap.because


def _told(context: SceneContext, clause: Clause | None) -> Iterator[Idea]:
    """Whom it brings together, then the clause's ideas as it has them, then from other sides; a scene that tells it
    again begins with those."""
    if clause is None:
        return
    yield from _meetings(context, clause)
    again = _retold(context, clause)
    rows = [list(_sides(_as_told(call.idea))) for call in clause.calls]
    turned = [row[again % len(row) :] + row[: again % len(row)] for row in rows]
    for layer in zip_longest(*turned):
        yield from (idea for idea in layer if idea is not None)


def _meetings(context: SceneContext, clause: Clause) -> Iterator[Idea]:
    """The protagonist with whomever else the clause speaks of."""
    text = text_of(clause.text)
    spoken = {f"the {text.known('nouns', at)}" for at in range(len(text.tokens))} | set(text.tokens)
    for other in context.outline.bible.characters[1:]:
        if other.name in spoken:
            why = f"{{who}} and {other.name}, close together"
            who = other.name.removeprefix("the ")
            yield Idea(name=f"with {who}", view=View.PAIR, weight=9, why=why, who=who, place=clause.place)


def _sides(idea: Idea) -> Iterator[Idea]:
    """The idea as it is, then its thing or its person seen otherwise; a site is seen once, its place does the rest."""
    apart = idea.thing != "" and idea.thing not in ("hands", "tear")
    views = (View.THING, View.PLACE, View.FIGURE) if apart else (View.FIGURE, View.PLACE)
    yield idea
    for view in views if not is_site(idea) else ():
        if view is idea.view:
            continue
        away = bool(idea.place) and places()[idea.place].empty and view is View.FIGURE
        thing = things()[idea.thing].words if apart else ""
        why = {
            View.THING: f"{thing}, close",
            View.PLACE: f"{{place}}, and in it {thing}" if thing else "{place}, wide",
            View.FIGURE: f"{{who}} and {thing}" if thing else "{who} at {place}",
        }[view]
        yield idea.model_copy(update={"view": view, "why": why, **({"place": ""} if away else {})})


def _as_told(idea: Idea) -> Idea:
    """The idea where the story is: acts and things take place there, only sites and the sea and sky are elsewhere."""
    if is_site(idea) or (idea.place and places()[idea.place].vista and not idea.thing):
        return idea.model_copy(update={"weight": 9})
    view = View.FIGURE if idea.pose and idea.view is View.PLACE else idea.view
    why = idea.why if not idea.place or view is View.THING else "{who} at {place}"
    return idea.model_copy(update={"place": "", "view": view, "why": why})


def _around(context: SceneContext, script: Script, here: Place, again: int) -> list[Idea]:
    """The pictures a place holds, mixed; each scene at the same place begins where the one before left off."""
    kinds = [_figures(context, here), _details(context, script, here), _aways(script, here), _faces(here)]
    kinds = kinds[1:3] if here.empty else kinds
    turned = [kind[by:] + kind[:by] for kind in kinds for by in (2 * again % len(kind),)]
    mixed = [*turned[again % len(turned) :], *turned[: again % len(turned)]]
    wide = Idea(name=f"{here.name} wide", view=View.PLACE, weight=9, why=f"{here.words}, wide", place=here.name)
    return [wide, *(idea for layer in zip_longest(*mixed) for idea in layer if idea is not None)]


def _figures(context: SceneContext, here: Place) -> list[Idea]:
    gate = ("leaning at the window",) if here.inside and "window" in here.words else () if here.inside else (WALKING,)
    found = [
        Idea(
            name=f"{here.name}, {pose}",
            view=View.FIGURE,
            weight=9,
            why=f"{{who}}, {pose.partition(' (')[0]}, {'in' if here.inside else 'at'} {here.words}",
            pose=pose,
            place=here.name,
            motion=ACTIONS.get(pose, ""),
        )
        for pose in (*gate, *POSES)
    ]
    others = [f"{{who}} and {other.name}, close together" for other in context.outline.bible.characters[1:2]]
    together = [
        Idea(name=f"{here.name}, pair", view=View.PAIR, weight=9, why=why, who="companion", place=here.name)
        for why in others
    ]
    return [found[0], *together, *found[1:]]


def _details(context: SceneContext, script: Script, here: Place) -> list[Idea]:
    """Things that stand there, that the film keeps returning to, and that such places have; held ones also in hand."""
    kind = "room" if here.inside else "water" if here.name in BY_WATER else "town" if here.name in IN_TOWN else "land"
    fair = script.weather in ("clear", "cloudy")
    motifs = [name for name in context.outline.bible.motifs if name in things() and things()[name].held]
    near = script.props if here.name == script.place else here.props
    names = [name for name in dict.fromkeys((*near, *motifs[:2], *DETAILS[kind])) if fair or name not in FAIR_WEATHER]
    found: list[Idea] = []
    for at, name in enumerate(name for name in names if name not in here.words.split() or not things()[name].big):
        thing = things()[name]
        view = View.PLACE if thing.big and at % 3 == 2 else View.THING
        found.append(
            Idea(name=f"{here.name}, {name}", view=view, weight=9, why=_why(name), thing=name, place=here.name)
        )
        if thing.held and not thing.up and at % 2 and not here.empty:
            hand = f"{here.name}, {name} in hand"
            held = f"{{who}}, holding {thing.words}"
            found.append(Idea(name=hand, view=View.FIGURE, weight=9, why=held, thing=name, place=here.name))
    return found


def _why(name: str) -> str:
    return f"{things()[name].words} in the scene"


def _aways(script: Script, here: Place) -> list[Idea]:
    """What one sees from there: the places next to it, and outside the sky."""
    kin = [name for name in here.kin if places()[name].inside == here.inside or places()[name].vista]
    night = script.time_of_day == "night" and script.weather == "clear"
    sky = [] if here.inside else ["stars" if night else "sky"]
    return [
        Idea(name=f"{name} from {here.name}", view=View.PLACE, weight=9, why=places()[name].words, place=name)
        for name in dict.fromkeys((*kin, *sky))
    ]


def _faces(here: Place) -> list[Idea]:
    looks = (("the eyes look up", ""), ("the head turns towards the light", "hopeful"), ("the eyes close", "calm"))
    return [
        Idea(
            name=f"{here.name}, face {at}",
            view=View.FACE,
            weight=9,
            why="the face of {who}, close",
            emotion=emotion,
            motion=motion,
            place=here.name,
        )
        for at, (motion, emotion) in enumerate(looks)
    ]
