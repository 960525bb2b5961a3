"""The Director: what is seen when. Reads the Writer's script and the scene's words; says for each beat what the picture is."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import Field

from shared.agents.lexicons import things
from shared.agents.reading import Sung, sung_in
from shared.agents.role import Prior, said
from shared.agents.staging import Picture, staged
from shared.agents.writer import Script, script_in
from shared.domain.analysis import Value
from shared.domain.cutting import cuts
from shared.domain.imagery import Idea, View
from shared.domain.shotlist import SceneContext
from shared.kernel.chance import Chance

OTHER_VIEWS: dict[View, tuple[View, ...]] = {
    View.THING: (View.FIGURE, View.FACE, View.PLACE),
    View.FIGURE: (View.FACE, View.THING, View.PLACE),
    View.FACE: (View.FIGURE, View.THING, View.PLACE),
    View.PLACE: (View.FIGURE, View.THING, View.FACE),
    View.PAIR: (View.FACE, View.FIGURE, View.PLACE),
}


class Beat(Value):
    """One picture of the scene: when it is seen, what is in it, and why."""

    start_ms: int
    end_ms: int
    words: str = Field(description="What is sung meanwhile; empty when nothing is.")
    moments: tuple[str, ...]
    view: View
    place: str = Field(description="Name of the place; the scene's unless the words lead elsewhere.")
    time_of_day: str
    people: tuple[str, ...] = Field(description="Names from the bible, the protagonist first.")
    thing: str = Field(description="Name of the thing in the picture; empty for none.")
    pose: str = Field(description="A resting state; empty without people.")
    emotion: str
    action: str = Field(description="What moves in the clip.")
    energy: float
    reason: str = Field(description="Why this picture now, naming the words.")


class Direction(Value):
    """What the Director hands on: beats that fill the scene without a gap."""

    beats: tuple[Beat, ...]


@dataclass(frozen=True)
class Chosen:
    """An idea for a picture and how the words led to it."""

    idea: Idea
    view: View
    cue: str
    because: str


def local(context: SceneContext, prior: Prior, chance: Chance) -> Direction:
    """One picture per cut: from the words sung then, else from their line, else from the part, else from the place."""
    script = script_in(prior)
    sung = sung_in(context)
    edges = cuts(context)
    seen: list[tuple[str, View]] = []
    beats: list[Beat] = []
    for start, end in zip(edges, edges[1:], strict=False):
        chosen = _chosen(context, script, sung, (start, end), seen)
        view = View.PLACE if not beats else chosen.view
        seen.append((chosen.idea.name, view))
        picture = staged(context, script, chosen.idea, view)
        beats.append(_beat(context, (start, end), picture, chosen))
    return Direction(beats=tuple(beats))


def direction_in(prior: Prior) -> Direction:
    """The Director's beats of this scene; Invalid before the Director has worked."""
    return said(prior, "director", Direction)


def _chosen(
    context: SceneContext,
    script: Script,
    sung: Sequence[Sung],
    window: tuple[int, int],
    seen: Sequence[tuple[str, View]],
) -> Chosen:
    start, end = window
    own = [call for call in sung if start <= (call.start_ms + min(call.end_ms, call.start_ms + 600)) // 2 < end]
    words = _words(context, start, end)
    if own:
        call = max(own, key=lambda call: (call.idea.weight, -call.start_ms))
        return Chosen(call.idea, _view(call.idea, seen), call.cue, f'"{call.cue}"')
    lines = {word.line for moment in context.moments for word in moment.words if start <= word.start_ms < end}
    same = [call for call in sung if call.line in lines]
    if same:
        call = max(same, key=lambda call: (call.idea.weight, -abs(call.start_ms - start)))
        return Chosen(call.idea, _view(call.idea, seen), call.cue, f'"{words}" goes on from "{call.cue}" in its line')
    before = [call for call in sung if call.start_ms < start]
    near = before[-1:] if words or before else list(sung[:1])
    if near and near[0].idea.weight >= 4:
        call = near[0]
        led = "still holds" if call.start_ms < start else "is about to be sung"
        said_now = f'"{words}" has no picture of its own and "{call.cue}"' if words else f'no words; "{call.cue}"'
        return Chosen(call.idea, _view(call.idea, seen), "", f"{said_now} {led}")
    return _of_the_place(script, words, seen)


def _of_the_place(script: Script, words: str, seen: Sequence[tuple[str, View]]) -> Chosen:
    """The scene itself: its place, then its things, then the protagonist, in turn."""
    turn = sum(name == script.place for name, _ in seen)
    thing = script.props[turn // 3 % len(script.props)] if script.props else ""
    view = (View.PLACE, View.FIGURE, View.THING if thing else View.FACE)[turn % 3]
    why = {View.PLACE: "the place, wide", View.THING: things()[thing].words if thing else ""}.get(
        view, "{who} in the place"
    )
    idea = Idea(name=script.place, view=view, weight=1, why=why, thing=thing if view is View.THING else "")
    because = f'"{words}" is sung over the scene itself' if words else "no words; the music shows where we are"
    return Chosen(idea, view, "", because)


def _view(idea: Idea, seen: Sequence[tuple[str, View]]) -> View:
    """The idea's own view, or when that was just seen another one."""
    used = [view for name, view in seen if name == idea.name]
    options = [view for view in (idea.view, *OTHER_VIEWS[idea.view]) if view is not View.THING or idea.thing]
    fresh = [view for view in options if view not in used[-2:]]
    return (fresh or options)[0]


def _beat(context: SceneContext, window: tuple[int, int], picture: Picture, chosen: Chosen) -> Beat:
    start, end = window
    touched = [m for m in context.moments if m.start_ms < end and m.end_ms > start]
    energy = sum(m.atmosphere.energy for m in touched) / len(touched) if touched else context.energy
    return Beat(
        start_ms=start,
        end_ms=end,
        words=_words(context, start, end),
        moments=tuple(moment.id for moment in touched),
        view=picture.view,
        place=picture.place,
        time_of_day=picture.time_of_day,
        people=picture.people,
        thing=picture.thing,
        pose=picture.pose,
        emotion=picture.emotion,
        action=picture.action,
        energy=round(energy, 3),
        reason=f"{chosen.because[:1].upper()}{chosen.because[1:]}: {picture.shown}",
    )


def _words(context: SceneContext, start: int, end: int) -> str:
    return " ".join(
        word.text
        for moment in context.moments
        for word in moment.words
        if start <= (word.start_ms + min(word.end_ms, word.start_ms + 300)) // 2 < end
    )
