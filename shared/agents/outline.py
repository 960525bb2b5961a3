"""The bible and outline of a film: who it is about, how it looks, what returns, and which scenes it has."""

from collections.abc import Sequence
from typing import NamedTuple

from shared.agents.cast import companions_for, protagonist_for
from shared.agents.lexicons import lexicon_of, places, things
from shared.agents.story import people_in
from shared.agents.stretches import clauses_of, is_site
from shared.domain.analysis import Analysis
from shared.domain.imagery import Call, find
from shared.domain.shotlist import Bible, FilmOutline
from shared.domain.spans import spans_of
from shared.kernel.chance import Chance
from shared.kernel.timecode import frame_at


class Family(NamedTuple):
    """Colours that belong together, and the mood they are for."""

    mood: str
    valence: float
    energy: float
    colours: tuple[str, ...]


FAMILIES = (
    Family("tender night blue with lamp amber", 0.40, 0.30, ("#0E1728", "#22375A", "#4C6A94", "#D39A55", "#F4DFB6")),
    Family("cold steel and ash", 0.15, 0.45, ("#12171C", "#2C3A44", "#5A6B74", "#9AA6A8", "#D9D8CF")),
    Family("violet dusk with rose", 0.35, 0.50, ("#1B1430", "#45305C", "#87557E", "#D98C83", "#F3D3B4")),
    Family("storm green and bone", 0.20, 0.75, ("#0F1A1A", "#24403E", "#4F716A", "#B5A27A", "#E6DBC0")),
    Family("ember red in the dark", 0.30, 0.90, ("#1A0E12", "#4A1A22", "#9A3A2C", "#E08A3C", "#F6D79A")),
    Family("earth and honey", 0.55, 0.40, ("#241A14", "#5A4130", "#9A7448", "#D9B36C", "#F5E6C4")),
    Family("sea teal with sand", 0.60, 0.60, ("#0C2430", "#1F5565", "#4F93A0", "#DDB98A", "#F6EAD2")),
    Family("spring green with cream", 0.75, 0.45, ("#1D2A1E", "#41603C", "#83A35E", "#E3C878", "#FAF1D6")),
    Family("sunlit coral and sky", 0.85, 0.70, ("#1E2D4A", "#3F78A8", "#EE8259", "#9CCCDD", "#FCE6BE")),
    Family("carnival magenta and gold", 0.80, 0.95, ("#23123A", "#6A1F5E", "#D13F6E", "#F2A63C", "#FDE8A8")),
)
MEDIUM = "storyboard artist's colour board in gouache and soft pencil, painterly edges, cinematic 16:9 frame"
SEEDED_PLACES = ("room with window", "street", "hills", "shore", "balcony", "field")


def film_outline(analysis: Analysis, story: str, fps: int, chance: Chance) -> FilmOutline:
    """What the whole film rests on. The same song, story and chance give the same outline."""
    return FilmOutline(
        title=analysis.title,
        language=analysis.language,
        fps=fps,
        total_frames=frame_at(analysis.duration_ms, fps),
        bible=bible_of(analysis, story, chance),
        spans=spans_of(analysis, fps, chance),
    )


def bible_of(analysis: Analysis, story: str, chance: Chance) -> Bible:
    """The creative constraints: cast from the story, else from the words, else by chance; colours from the mood."""
    told = tuple(call for clause in clauses_of(story, analysis.language) for call in clause.calls)
    spoken = _who(_calls(story.split("\n"), analysis.language))
    sung = _calls(_lines(analysis), analysis.language)
    family = family_for(analysis, chance)
    people = people_in(story)
    hero = protagonist_for(people[0] if people else None, (*spoken, *_who(sung)), chance)
    others = companions_for(hero, people[1:], (*spoken, *_who(sung)), chance)
    stations = _stations(story, analysis.language)
    motifs = _motifs((*map(_of_story, told), *sung), chance)
    return Bible(
        logline=_logline(hero.name, analysis.title, tuple(dict.fromkeys((*stations, *motifs)))),
        story=story,
        characters=(hero, *others),
        style=f"{MEDIUM}, {family.mood}",
        palette=family.colours,
        motifs=motifs,
    )


def family_for(analysis: Analysis, chance: Chance) -> Family:
    """The colours nearest to the song's valence and energy; a minor key is a little sadder."""
    lasting = sum(part.end_ms - part.start_ms for part in analysis.parts) or 1
    valence = sum(p.atmosphere.valence * (p.end_ms - p.start_ms) for p in analysis.parts) / lasting
    energy = sum(p.atmosphere.energy * (p.end_ms - p.start_ms) for p in analysis.parts) / lasting
    valence -= 0.08 if "minor" in analysis.key.lower() else 0.0

    def far(family: Family) -> float:
        taste = chance.between(0.0, 0.03, "palette", family.mood)
        return (family.valence - valence) ** 2 + (family.energy - energy) ** 2 + taste

    return min(FAMILIES, key=far)


def _lines(analysis: Analysis) -> list[str]:
    lines: dict[int, list[str]] = {}
    for moment in analysis.moments:
        for word in moment.words:
            lines.setdefault(word.line, []).append(word.text)
    return [" ".join(words) for _, words in sorted(lines.items())]


def _calls(lines: Sequence[str], language: str) -> tuple[Call, ...]:
    return tuple(call for line in lines if line.strip() for call in find(lexicon_of(line, language), line.split()))


def _of_story(call: Call) -> Call:
    """The call without the place of an act: 'she waits' names no station."""
    return call if is_site(call.idea) else call.model_copy(update={"idea": call.idea.model_copy(update={"place": ""})})


def _stations(story: str, language: str) -> tuple[str, ...]:
    """Where the story begins and where it ends."""
    told = list(dict.fromkeys(clause.place for clause in clauses_of(story, language) if clause.place))
    return (*told[:1], *told[1:][-1:])


def _who(calls: Sequence[Call]) -> tuple[str, ...]:
    return tuple(call.idea.who for call in calls if call.idea.who)


def _motifs(calls: Sequence[Call], chance: Chance) -> tuple[str, ...]:
    """Up to ten things and places, the most asked for first; a song without pictures gets one place by chance."""
    asked: dict[str, float] = {}
    for at, call in enumerate(calls):
        for name in (call.idea.thing, call.idea.place):
            if name:
                asked[name] = asked.get(name, 0.0) + call.idea.weight - 0.01 * at
    if not any(name in places() for name in asked):
        asked[chance.pick(SEEDED_PLACES, "place of the film")] = 1.0
    return tuple(sorted(asked, key=lambda name: (-asked[name], name))[:10])


def _logline(name: str, title: str, motifs: Sequence[str]) -> str:
    where = [places()[motif].words for motif in motifs if motif in places()]
    what = [things()[motif].words for motif in motifs if motif in things()]
    from_to = f"from {where[0]} to {where[1]}" if len(where) > 1 else f"in {where[0]}"
    carrying = f", with {what[0]}" if what else ""
    return f"{name[:1].upper()}{name[1:]} goes through '{title}' {from_to}{carrying}"
