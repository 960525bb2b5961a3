"""The Cinematographer: colours, light, lenses, the side of the line, and size, angle and move of every beat."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from shared.agents.director import Beat, direction_in
from shared.agents.lexicons import places, things
from shared.agents.role import Prior, film_chance, said
from shared.agents.writer import Script, script_in
from shared.domain.analysis import Value
from shared.domain.grammar import LADDER, MOVING_MS, OPENERS, Framed, amount_for, cut_faults
from shared.domain.imagery import View
from shared.domain.prompt import Angle, Move, ShotSize
from shared.domain.shotlist import SceneContext
from shared.kernel.chance import Chance

SIZES: dict[View, tuple[ShotSize, ...]] = {
    View.PLACE: (ShotSize.WIDE, ShotSize.FULL, ShotSize.EXTREME_WIDE),
    View.FIGURE: (ShotSize.MEDIUM, ShotSize.FULL, ShotSize.MEDIUM_CLOSE, ShotSize.CLOSE, ShotSize.WIDE),
    View.FACE: (ShotSize.CLOSE, ShotSize.MEDIUM_CLOSE, ShotSize.EXTREME_CLOSE),
    View.THING: (ShotSize.INSERT, ShotSize.CLOSE, ShotSize.MEDIUM),
    View.PAIR: (ShotSize.MEDIUM, ShotSize.FULL, ShotSize.MEDIUM_CLOSE),
}
BIG_SIZES = (ShotSize.FULL, ShotSize.MEDIUM, ShotSize.WIDE)
OVERLOOKED = ("letter", "book", "footprints", "record")
OUTLOOKS = ("sky", "stars", "shore", "beach", "hills", "harbour", "lake", "city skyline", "rooftops", "balcony")
CUTS_IN = tuple(size for size in LADDER if size not in (ShotSize.EXTREME_WIDE, ShotSize.WIDE))
LOOKING_UP = ("sky", "stars", "clouds", "ceiling", "cosmos")
SERIES = ((24, 35, 50, 85), (28, 40, 50, 85))
TINTS = {"dawn": "#E9A98C", "morning": "#F2D9A6", "noon": "#F4EBD2", "dusk": "#D9805C", "night": "#27406B"}
LIGHTS = {
    (True, "dawn"): "first light from the window, soft and pink, lamp still on",
    (True, "morning"): "warm morning light from the window, long soft shadows",
    (True, "noon"): "clear daylight from the window, bright and even",
    (True, "dusk"): "low amber light from the window, lamp just lit",
    (True, "night"): "one warm lamp against blue light from the window",
    (False, "dawn"): "first light low on the horizon, soft and pink, long shadows",
    (False, "morning"): "warm low sunlight from the side, clear air",
    (False, "noon"): "high daylight, short shadows, open shade",
    (False, "dusk"): "low amber light from the side, blue in the shadows",
    (False, "night"): "cool moonlight from behind, small warm lights far off",
}


class Framing(Value):
    """How one beat is filmed."""

    size: ShotSize
    angle: Angle
    lens_mm: int
    move: Move
    amount: float = Field(ge=0, le=1)
    facing: str = Field(description="'left' | 'right' | 'camera' | 'away', of the protagonist.")
    third: str = Field(description="'left third' | 'center' | 'right third'.")


class Look(Value):
    """What the Cinematographer hands on; one framing per beat, in order."""

    palette: tuple[str, ...] = Field(description="Three to six colours as '#RRGGBB', dark to light.")
    light: str
    lenses_mm: tuple[int, int, int, int] = Field(description="Wide, full, medium, close.")
    axis: str = Field(description="'left' | 'right': where the protagonist looks in this scene.")
    framings: tuple[Framing, ...]


def local(context: SceneContext, prior: Prior, chance: Chance) -> Look:
    """Film grammar decides among what each view prefers; the camera's speed rises with the beat's energy."""
    script, direction = script_in(prior), direction_in(prior)
    scene = context.span.scene_id
    axis = chance.pick(("left", "right"), scene, "axis")
    series = film_chance(context).pick(SERIES, "lenses")
    framings: list[Framing] = []
    before: Framed | None = None
    for at, beat in enumerate(direction.beats):
        last = at == len(direction.beats) - 1
        opening = _opener(context, beat, alone=last)
        ending = last and _ends(context) and beat.view is View.PLACE
        barred = OPENERS if last and not _ends(context) else CUTS_IN if ending else ()
        size, angle = _framing(beat, before, at, barred) if at else opening
        before = (size, angle, places()[beat.place].words.split(",")[0])
        move = _move(beat, framings[-1].move if framings else None, axis, (chance, scene, at))
        framing = _filmed(beat, (size, angle, move), series, axis)
        away = _looks_out(beat, size, framings) or (ending and size in OPENERS)
        framings.append(framing.model_copy(update={"facing": "away"}) if away and len(beat.people) == 1 else framing)
    return Look(
        palette=_palette(context.outline.bible.palette, script),
        light=light_of(places()[script.place].inside, script.time_of_day, script.weather),
        lenses_mm=series,
        axis=axis,
        framings=tuple(framings),
    )


def look_in(prior: Prior) -> Look:
    """The Cinematographer's look of this scene; Invalid before the Cinematographer has worked."""
    return said(prior, "cinematographer", Look)


def light_of(inside: bool, time_of_day: str, weather: str) -> str:
    """Where the light comes from at that hour, softened by the weather."""
    light = LIGHTS[inside, time_of_day]
    if inside or weather == "clear":
        return light
    return f"{light}, muted by {weather if weather != 'cloudy' else 'cloud cover'}"


def _opener(context: SceneContext, beat: Beat, alone: bool) -> tuple[ShotSize, Angle]:
    """Establishing sizes by turn, so that no scene opens with the size that a scene of one shot before it had."""
    even = context.span.index % 2 == 0
    if alone:
        return (ShotSize.EXTREME_WIDE if even else ShotSize.FULL, Angle.EYE_LEVEL)
    if even and not places()[beat.place].inside and len(beat.people) < 2:
        return (ShotSize.EXTREME_WIDE, Angle.EYE_LEVEL)
    return (ShotSize.FULL if len(beat.people) > 1 and not even else ShotSize.WIDE, Angle.EYE_LEVEL)


def _looks_out(beat: Beat, size: ShotSize, before: Sequence[Framing]) -> bool:
    """Seen from behind, so that one sees what she sees: once in a while, and never twice in a row."""
    far = "window" in beat.pose or "looking up" in beat.pose or beat.place in OUTLOOKS
    if not far or size not in (ShotSize.WIDE, ShotSize.FULL, ShotSize.MEDIUM) or not before:
        return False
    return all(framing.facing != "away" for framing in before[-2:])


def _ends(context: SceneContext) -> bool:
    """This is the last scene of the film."""
    return context.span.index == len(context.outline.spans) - 1


def _framing(beat: Beat, before: Framed | None, at: int, barred: Sequence[ShotSize]) -> tuple[ShotSize, Angle]:
    """The first wish that no rule forbids; a scene of several shots does not end wide, unless the film ends with it."""
    place = places()[beat.place].words.split(",")[0]
    for size, angle in _wishes(beat, at):
        if size not in barred and before and not cut_faults(before, (size, angle, place)):
            return size, angle
    return (ShotSize.MEDIUM_CLOSE, Angle.HIGH)


def _wishes(beat: Beat, at: int) -> Iterator[tuple[ShotSize, Angle]]:
    first = _angle(beat)
    sizes = BIG_SIZES if beat.view is View.THING and things()[beat.thing].big else SIZES[beat.view]
    if beat.view is View.PLACE and at % 2 and not beat.people:
        sizes = sizes[::-1]
    if beat.view is View.PLACE and at and beat.people:
        sizes = (ShotSize.FULL, ShotSize.WIDE, ShotSize.EXTREME_WIDE)
    if beat.view is View.FIGURE and at % 2:
        sizes = (ShotSize.MEDIUM_CLOSE, ShotSize.FULL, ShotSize.MEDIUM, ShotSize.CLOSE, ShotSize.WIDE)
    if beat.view is View.FIGURE and not beat.pose.startswith("standing"):
        sizes = (*sizes[:3], *sizes[:2:-1])
    ladder = [*sizes, *(size for size in LADDER[1:6] if size not in sizes)]
    for angle in (first, Angle.EYE_LEVEL, Angle.LOW, Angle.HIGH):
        yield from ((size, angle) for size in sizes)
    yield from ((size, angle) for angle in (first, Angle.LOW, Angle.HIGH) for size in ladder)


def _angle(beat: Beat) -> Angle:
    if beat.place in LOOKING_UP or "looking up" in beat.pose:
        return Angle.LOW
    if "lying" in beat.pose:
        return Angle.OVERHEAD
    if beat.view is View.FIGURE and beat.emotion in ("sad", "afraid"):
        return Angle.HIGH
    if beat.view is View.THING and beat.thing in OVERLOOKED:
        return Angle.OVERHEAD
    return Angle.LOW if beat.energy > 0.85 and beat.view is View.FIGURE else Angle.EYE_LEVEL


def _move(beat: Beat, before: Move | None, axis: str, source: tuple[Chance, str, int]) -> Move:
    """A move that suits the view, never the one just seen; stillness for what is short, sometimes for what is calm."""
    chance, scene, at = source
    if beat.end_ms - beat.start_ms < MOVING_MS:
        return Move.STATIC
    if beat.energy < 0.35 and beat.view in (View.THING, View.FACE) and chance.number(scene, at, "still") < 0.35:
        return Move.STATIC
    pan, truck = (Move.PAN_RIGHT, Move.TRUCK_RIGHT) if axis == "right" else (Move.PAN_LEFT, Move.TRUCK_LEFT)
    wishes: tuple[Move, ...] = {
        View.PLACE: (Move.TILT_UP,) if beat.place in LOOKING_UP else (Move.PUSH_IN, pan, Move.CRANE_UP, Move.PULL_OUT),
        View.FIGURE: (Move.PUSH_IN, Move.TILT_UP if "looking up" in beat.pose else truck, Move.PULL_OUT),
        View.FACE: (Move.PUSH_IN,),
        View.THING: (Move.PUSH_IN, truck, Move.TILT_DOWN),
        View.PAIR: (Move.PUSH_IN, truck, Move.PULL_OUT),
    }[beat.view]
    options = [move for move in (*wishes, Move.PUSH_IN, Move.PULL_OUT) if move is not before]
    lively = options[: max(1, len(wishes))]
    return chance.pick(lively, scene, at, "move")


def _filmed(beat: Beat, camera: tuple[ShotSize, Angle, Move], series: Sequence[int], axis: str) -> Framing:
    size, angle, move = camera
    wide, full, medium, close = series
    lens = {ShotSize.FULL: full, ShotSize.MEDIUM: medium, ShotSize.MEDIUM_CLOSE: medium}.get(size, close)
    lens = wide if size in OPENERS[:2] else lens
    away = beat.view is View.PLACE and beat.place in LOOKING_UP
    third = {"left": "right third", "right": "left third"}[axis]
    if size in (ShotSize.CLOSE, ShotSize.EXTREME_CLOSE, ShotSize.INSERT) or beat.view is View.THING:
        third = "center"
    return Framing(
        size=size,
        angle=angle,
        lens_mm=lens,
        move=move,
        amount=0.0 if move is Move.STATIC else amount_for(beat.energy, beat.end_ms - beat.start_ms),
        facing="away" if away else axis,
        third=third,
    )


def _palette(film: Sequence[str], script: Script) -> tuple[str, ...]:
    """The film's colours with the hour's light among them, dark to light."""
    colours = dict.fromkeys((*film, TINTS[script.time_of_day]))
    return tuple(sorted(colours, key=_lightness))[:6]


def _lightness(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
