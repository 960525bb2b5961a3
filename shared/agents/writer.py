"""The Writer: where, when and with what a scene plays. Reads the bible, the scene's words and its place in the film."""

from collections.abc import Sequence

from pydantic import Field

from shared.agents.appearance import Garment, Told
from shared.agents.lexicons import places, things
from shared.agents.reading import Sung, lyrics_of, sung_in
from shared.agents.role import Prior, film_chance, said
from shared.agents.story import people_in
from shared.agents.stretches import Clause, stretch_at
from shared.domain.analysis import Value
from shared.domain.imagery import Idea, Place
from shared.domain.portrayal import is_child
from shared.domain.shotlist import Bible, Character, SceneContext
from shared.kernel.chance import Chance

NIGHTLY = ("star", "moon", "stars", "ceiling", "candle", "lantern", "pillow")
ARCS = (("noon", "dusk", "dusk", "night"), ("morning", "morning", "dusk", "dusk"), ("dusk", "dusk", "night", "dawn"))
UNPLACED = ("hands", "tear", "window", "door", "bed")
NIGHT_ARC = ("dusk", "night", "night", "dawn")
FAINT_WORDS = 4.5
"""Words of less weight leave the place to the story."""
CHILD_WEAR = {"she": "dress", "he": "coat"}
ADULT_WEAR = {
    "she": ("dress", "sweater and long skirt", "coat"),
    "he": ("shirt and trousers", "sweater and trousers", "coat"),
}


class Script(Value):
    """What the Writer hands on."""

    slugline: str = Field(description="'INT. BEDROOM - NIGHT'.")
    synopsis: str = Field(description="One or two sentences: who is where, and which words of the song this tells.")
    place: str = Field(description="Name of the place in the stock of places.")
    location: str = Field(description="The place in words a renderer can draw.")
    time_of_day: str = Field(description="'dawn' | 'morning' | 'noon' | 'dusk' | 'night'.")
    weather: str = Field(description="'clear' | 'cloudy' | 'rain' | 'snow' | 'fog' | 'storm'.")
    outfit: str = Field(description="What the protagonist wears; colours as 'hex #RRGGBB'.")
    props: tuple[str, ...] = Field(description="Names of three to five things that stand or lie there.")


def local(context: SceneContext, prior: Prior, chance: Chance) -> Script:
    """Place, hour and weather as the scene's words ask, else as the film's motifs do; one outfit through the film."""
    sung = sung_in(context)
    stretch = stretch_at(context.outline, context.span.index)
    place = _place(context, sung, stretch)
    time = _voted(sung, "time") or next((clause.time for clause in stretch if clause.time), "") or _hour(context)
    skies = [clause.weather for clause in stretch if clause.weather]
    told = next((sky for sky in skies if sky not in ("clear", "cloudy")), next(iter(skies), ""))
    weather = _voted(sung, "weather") or told or _weather(context)
    slug = f"{'INT' if place.inside else 'EXT'}. {place.name.upper()} - {time.upper()}"
    return Script(
        slugline=slug,
        synopsis=_synopsis(context, place, time, stretch),
        place=place.name,
        location=place.words,
        time_of_day=time,
        weather=weather,
        outfit=outfit_of(context),
        props=_props(place, [call.idea for part in stretch if part.place == place.name for call in part.calls], sung),
    )


def script_in(prior: Prior) -> Script:
    """The Writer's script of this scene; Invalid before the Writer has worked."""
    return said(prior, "writer", Script)


def outfit_of(context: SceneContext) -> str:
    """The protagonist's clothes: as the story tells, else in an accent of the palette; the same in every scene."""
    bible = context.outline.bible
    hero = bible.characters[0]
    told = next(iter(people_in(bible.story)), Told())
    she = "girl" in hero.description or "woman" in hero.description
    accent, lower = bible.palette[-2], bible.palette[1]
    head = _worn(told.headwear, bible.palette[2]) if told.headwear else ""
    if is_child(f"{hero.name}, {hero.description}"):
        first = next(iter(told.garments), Garment(CHILD_WEAR["she" if she else "he"]))
        worn = f"Loose fit {_worn(first, accent)} of Heavy fabric, Mid-calf, dark boots hex #3A2C24"
        return f"{worn}, {head}" if head else worn
    usual = told.wear or film_chance(context).pick(ADULT_WEAR["she" if she else "he"], "outfit")
    kinds = [Garment(kind) for kind in usual.split(" and ")]
    garments = told.garments or kinds
    worn = ", ".join(_worn(garment, (accent, lower)[at % 2]) for at, garment in enumerate(garments))
    return ", ".join((worn, *((head,) if head else ()), "dark shoes hex #3A2C24"))


def worn_as_told(who: Character, bible: Bible) -> str:
    """What the story says a companion wears; empty when it says nothing of their clothes."""
    people = people_in(bible.story)[1:]
    told = next((one for one in people if who.name in (one.name, f"the {one.label}", f"the {one.kind}")), Told())
    worn = ", ".join(_worn(garment, bible.palette[2]) for garment in told.garments)
    if not worn:
        return ""
    head = f", {_worn(told.headwear, bible.palette[1])}" if told.headwear else ""
    if is_child(f"{who.name}, {who.description}"):
        return f"Loose fit {worn} of Heavy fabric, Mid-calf, dark boots hex #3A2C24{head}"
    return f"{worn}{head}, dark shoes hex #3A2C24"


def _worn(garment: Garment, accent: str) -> str:
    return f"{garment.kind} hex {garment.hex or accent}"


def _place(context: SceneContext, sung: Sequence[Sung], stretch: Sequence[Clause]) -> Place:
    """Where the words play, else where the story is; what one only looks at (a sky) is seen from its nearest kin."""
    votes: dict[str, float] = {}
    for at, call in enumerate(sung):
        if call.idea.place:
            place = places()[call.idea.place]
            name, worth = (place.kin[0], 0.4) if place.vista and place.name != "sea" else (place.name, 1.0)
            votes[name] = votes.get(name, 0.0) + worth * call.idea.weight - 0.1 * at
    motifs = context.outline.bible.motifs
    told = next((clause.place for clause in stretch if clause.place), "")
    if told and max(votes.values(), default=0.0) < FAINT_WORDS:
        name = places()[told].kin[0] if places()[told].vista else told
        votes = {**votes, name: FAINT_WORDS}
    if not votes:
        known = [name for name in motifs if name in places() and not places()[name].vista]
        known = known or [places()[name].kin[0] for name in motifs if name in places()]
        last, index = context.span.index == len(context.outline.spans) - 1, context.span.index
        if len(known) == 1:
            near = [name for name in places()[known[0]].kin if not places()[name].vista]
            known, index = [*known, *near], index // 2
        votes = {known[0 if last else index % len(known)]: 1.0}
    best = min(votes, key=lambda name: (-votes[name], name))
    if best == "room with window" and any(name in motifs for name in ("bedroom", "ceiling", "bed")):
        best = "bedroom"
    return places()[best]


def _voted(sung: Sequence[Sung], field: str) -> str:
    votes: dict[str, float] = {}
    for at, call in enumerate(sung):
        value = getattr(call.idea, field)
        if value:
            votes[value] = votes.get(value, 0.0) + call.idea.weight - 0.01 * at
    return min(votes, key=lambda name: (-votes[name], name)) if votes else ""


def _hour(context: SceneContext) -> str:
    nightly = any(motif in NIGHTLY for motif in context.outline.bible.motifs)
    arc = NIGHT_ARC if nightly else film_chance(context).pick(ARCS, "arc of the day")
    return arc[context.span.index * len(arc) // max(1, len(context.outline.spans))]


def _weather(context: SceneContext) -> str:
    lasting = sum(moment.end_ms - moment.start_ms for moment in context.moments) or 1
    gloom = sum((1 - m.atmosphere.valence) * m.atmosphere.tension * (m.end_ms - m.start_ms) for m in context.moments)
    return "cloudy" if gloom / lasting > 0.45 else "clear"


def _synopsis(context: SceneContext, place: Place, time: str, stretch: Sequence[Clause]) -> str:
    who = context.outline.bible.characters[0].name
    lines = lyrics_of(context)
    tale = f"; the story tells '{', '.join(clause.text for clause in stretch)}'" if stretch else ""
    telling = f", while the song says '{' / '.join(lines)}'" if lines else tale or "; the music has no words here"
    return f"{who[:1].upper()}{who[1:]} in {place.words}, {time}{telling}."


def _props(place: Place, told: Sequence[Idea], sung: Sequence[Sung]) -> tuple[str, ...]:
    ideas = (*sorted((call.idea for call in sung), key=lambda idea: -idea.weight), *told)
    called = [idea.thing for idea in ideas if idea.thing]
    here = [name for name in called if not (things()[name].up or things()[name].animal or name in UNPLACED)]
    return tuple(dict.fromkeys((*here[:4], *place.props)))[:5]
