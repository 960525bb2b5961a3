"""The Director: what is seen when. Reads the Writer's script and the scene's words; says what each beat shows."""

from collections.abc import Sequence
from itertools import pairwise

from pydantic import Field

from shared.agents.lexicons import things
from shared.agents.reading import Sung, sung_in
from shared.agents.role import Prior, said
from shared.agents.staging import Picture, staged
from shared.agents.unsung import OTHER_VIEWS, Chosen, Gap, Seen, unsung
from shared.agents.writer import Script, script_in
from shared.domain.analysis import Value
from shared.domain.cutting import cuts
from shared.domain.imagery import Idea, View
from shared.domain.shotlist import SceneContext
from shared.kernel.chance import Chance

ECHO_MS = 3_500
"""How long a sung picture stays in the air after its words."""


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


Window = tuple[int, int]


def local(context: SceneContext, prior: Prior, chance: Chance) -> Direction:
    """One picture per cut: from the words sung then, else their line, else what was just sung, else the place.

    A scene opens on its place; a picture seen a moment ago is shown from another side.
    """
    script = script_in(prior)
    sung = sung_in(context)
    beats: list[Beat] = []
    seen: list[Seen] = []
    windows = tuple(pairwise(cuts(context)))
    for window, after in zip(windows, (*windows[1:], None), strict=True):
        chosen = None if _last(context, window) else _chosen(context, sung, window, seen)
        chosen = chosen or _of_the_place(context, script, (window, after), seen)
        idea, view = (chosen.idea, chosen.view) if beats else (_opening(chosen.idea, script), View.PLACE)
        if seen and seen[-1].name == idea.name:
            idea = idea.model_copy(update={"place": seen[-1].place, "weight": 9})
        picture = staged(context, script, idea, view, chance)
        seen.append(Seen(idea, picture.view, picture.place, chosen.rank, picture.thing))
        beats.append(_beat(context, window, picture, chosen))
    return Direction(beats=tuple(beats))


def direction_in(prior: Prior) -> Direction:
    """The Director's beats of this scene; Invalid before the Director has worked."""
    return said(prior, "director", Direction)


def _chosen(
    context: SceneContext, sung: Sequence[Sung], window: tuple[int, int], seen: Sequence[Seen]
) -> Chosen | None:
    """What the words ask for; None when they ask for nothing any more."""
    start, end = window
    words = _words(context, start, end)
    own = [call for call in sung if _heard(call, start, end)]
    if own:
        call = max(own, key=lambda call: (_unseen(call.idea, seen), call.idea.weight, -call.start_ms))
        because = f'"{call.cue}"' if words else f'"{call.cue}" rings on'
        return Chosen(_enriched(call, sung), _view(call.idea, seen), because, "own")
    lines = {word.line for moment in context.moments for word in moment.words if start <= word.start_ms < end}
    same = [call for call in sung if call.line in lines]
    if same:
        call = min(same, key=lambda call: (abs(call.start_ms - start), -call.idea.weight))
        return Chosen(call.idea, _view(call.idea, seen), f'"{words}" goes on from "{call.cue}" in its line', "line")
    echoes = sum(before.rank == "echo" for before in seen[-2:])
    last = [call for call in sung if call.start_ms < start][-1:]
    if last and not echoes and last[0].idea.weight >= 4 and start - last[0].end_ms < ECHO_MS:
        led = f'"{words}" has no picture of its own; "{last[0].cue}" is' if words else f'No words; "{last[0].cue}" is'
        return Chosen(last[0].idea, _view(last[0].idea, seen), f"{led} still in the air", "echo")
    return None


def _last(context: SceneContext, window: tuple[int, int]) -> bool:
    """The film's last picture, when nothing is sung any more: it belongs to the place."""
    ends = window[1] == context.span.end_ms and context.span.index == len(context.outline.spans) - 1
    return ends and not _words(context, *window)


def _opening(idea: Idea, script: Script) -> Idea:
    """The idea as the scene opens with it, at the scene's own place; one that plays elsewhere is yet to be shown."""
    if idea.place in ("", script.place):
        return idea
    return idea.model_copy(update={"name": "opening", "place": script.place, "view": View.FIGURE})


def _heard(call: Sung, start: int, end: int) -> bool:
    """Enough of the words is sung in this window to draw them here."""
    shared = min(call.end_ms, end) - max(call.start_ms, start)
    return shared >= min(400, 0.4 * (call.end_ms - call.start_ms)) and shared > 0


def _enriched(call: Sung, sung: Sequence[Sung]) -> Idea:
    """A place without a thing of its own takes the thing its line named before: the paper boats across the ceiling."""
    idea = call.idea
    if idea.view is not View.PLACE or idea.thing:
        return idea
    named = [
        other.idea.thing
        for other in sung
        if other.line == call.line and other.start_ms < call.start_ms and other.idea.weight >= 6
    ]
    thing = next((name for name in reversed(named) if name and things()[name].held), "")
    return (
        idea.model_copy(update={"thing": thing, "why": f"{idea.why}, with {things()[thing].words}"}) if thing else idea
    )


def _unseen(idea: Idea, seen: Sequence[Seen]) -> bool:
    return all(before.name != idea.name or before.view is not idea.view for before in seen)


def _of_the_place(
    context: SceneContext, script: Script, near: tuple[Window, Window | None], seen: Sequence[Seen]
) -> Chosen:
    """The story's stretch and the place in turn; the film ends wide, and comes close once more before it does."""
    window, after = near
    words = _words(context, *window)
    span = context.span
    close = tuple(view for view in View if view is not View.PLACE)
    ahead = after is not None and _last(context, after) and seen
    gap = Gap(
        through=(window[0] - span.start_ms) / max(1, span.end_ms - span.start_ms),
        views=(View.PLACE,) if _last(context, window) or not seen else close if ahead else tuple(View),
        because=f'"{words}" is sung over the scene itself' if words else _music(context, window),
        sung=bool(words),
    )
    return unsung(context, script, gap, seen)


def _music(context: SceneContext, window: tuple[int, int]) -> str:
    """What the sound says where no words are: a beginning, an end, or a breath between lines."""
    sung = [word for moment in context.moments for word in moment.words]
    if not any(word.start_ms >= window[0] for word in sung) and context.span.index == len(context.outline.spans) - 1:
        return "No words; the music lets the film end"
    if any(word.start_ms >= window[1] for word in sung) and not any(word.end_ms <= window[0] for word in sung):
        ahead = " ".join(word.text for word in sung[:3])
        return f'No words; the music comes before "{ahead}"'
    return "No words; the music carries the scene"


def _view(idea: Idea, seen: Sequence[Seen]) -> View:
    """The idea's own view, or when that was just seen another one."""
    used = [before.view for before in seen if before.name == idea.name]
    apart = idea.thing != "" and not (idea.view is View.PLACE and things()[idea.thing].big)
    options = [view for view in (idea.view, *OTHER_VIEWS[idea.view]) if view is not View.THING or apart]
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
        reason=f"{chosen.because}: {picture.shown}",
    )


def _words(context: SceneContext, start: int, end: int) -> str:
    return " ".join(
        word.text
        for moment in context.moments
        for word in moment.words
        if start <= (word.start_ms + min(word.end_ms, word.start_ms + 300)) // 2 < end
    )
