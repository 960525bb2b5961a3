"""The people of a picture, each on a layer of her own, as large as the size of the shot demands."""

import re
from dataclasses import replace

import skia

from shared.adapters.images.draft.camera import sheet_size
from shared.adapters.images.draft.figure import Person, draw_person, head_of
from shared.adapters.images.draft.framing import BODY, body_of, frame_of, main_third, plane_of
from shared.adapters.images.draft.light import light_on_people
from shared.adapters.images.draft.person_reading import stature_of
from shared.adapters.images.draft.reading import Actor, Picture
from shared.adapters.images.draft.seat import SEATS, draw_seat, seat_of
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import FRAME_HEIGHT
from shared.adapters.images.draft.stage import Layer, Placement, blank
from shared.adapters.images.draft.wash import Wash
from shared.domain.prompt import Angle, ShotSize, SubjectType
from shared.kernel.chance import Chance

Size = tuple[int, int]
ADULT_HEAD = 1 / 15
"""Radius of an adult's head as a share of her height."""


def people_layers(site: Site, size: Size, seed: int) -> tuple[Layer, ...]:
    """The people of a picture with what they sit on, far ones first."""
    people = [actor for actor in site.picture.actors if actor.type is SubjectType.PERSON]
    ordered = sorted(enumerate(people), key=lambda item: plane_of(site.picture, item[1]))
    return tuple(_person_layer(site, size, actor, (seed, index, len(people))) for index, actor in ordered)


def on_layer(size: Size, at: Placement) -> Placement:
    """A placement in units of the picture as pixels of a layer."""
    unit, (width, height) = size[1] / FRAME_HEIGHT, sheet_size(size)
    x, y = at.x * unit + (width - size[0]) / 2, at.y * unit + (height - size[1]) / 2
    return replace(at, x=x, y=y, height=at.height * unit)


def in_units(canvas: skia.Canvas, size: Size) -> None:
    """Measure a layer's canvas in units of the picture, its origin at the corner of the frame."""
    unit, (width, height) = size[1] / FRAME_HEIGHT, sheet_size(size)
    canvas.translate((width - size[0]) / 2, (height - size[1]) / 2)
    canvas.scale(unit, unit)


def _person_layer(site: Site, size: Size, actor: Actor, which: tuple[int, int, int]) -> Layer:
    _, index, _ = which
    first = main_third(site.picture)
    turned = (index > 0) == (first <= 0)
    pose = f"{actor.pose}, on the left" if turned and "hand in hand" in actor.pose else actor.pose
    person = Person(actor.description, pose, _own_seed(actor), _expression(actor))
    surface = blank(*sheet_size(size))
    canvas = surface.getCanvas()
    at = _place_person(site, actor, person, which)
    kind = seat_of(site.picture, actor)
    if kind is not None and site.picture.camera.size in _SEEN:
        z = site.space.focal * BODY * stature_of(actor.description) / at.height
        canvas.save()
        in_units(canvas, size)
        draw_seat(
            Wash(canvas, site.light, site.space), site, kind, ((at.x - site.space.centre) / site.space.unit(z), z)
        )
        canvas.restore()
    spot = on_layer(size, at)
    _foreshorten(canvas, site.picture, head_of(person, spot) if frame_of(site.picture).head else (spot.x, spot.y, 0.0))
    draw_person(canvas, person, spot, light_on_people(site.light, site.picture))
    return Layer(plane_of(site.picture, actor), surface.makeImageSnapshot(), f"person {index}")


def _foreshorten(canvas: skia.Canvas, picture: Picture, pivot: tuple[float, float, float]) -> None:
    """Seen from below what is low is near and large; seen from above the head is. The pivot keeps its place and size;
    it is the head where there is a radius, else the feet."""
    steep = {Angle.LOW: -0.26, Angle.HIGH: 0.3, Angle.OVERHEAD: 0.36}.get(picture.camera.angle, 0.0)
    if steep == 0.0 or picture.camera.size in (ShotSize.EXTREME_WIDE, ShotSize.WIDE, ShotSize.EXTREME_CLOSE):
        return
    x, y, radius = pivot
    slope = steep * (1.0 if radius else 0.6) / (canvas.imageInfo().height() or 1)
    canvas.translate(x, y)
    canvas.concat(skia.Matrix.MakeAll(1, 0, 0, 0, 1, 0, 0, slope, 1))
    canvas.translate(-x, -y)


def _own_seed(actor: Actor) -> int:
    """Everybody's own, and hers in every shot, whatever she wears or feels."""
    who = re.split(r", (?:wearing|expression)|hex #\w{6}, skin", actor.description)[0]
    return Chance(0).seed_for("person", who.lower())


def _place_person(site: Site, actor: Actor, person: Person, which: tuple[int, int, int]) -> Placement:
    frame, plane = frame_of(site.picture), plane_of(site.picture, actor)
    tallest, stature = body_of(site.picture) / BODY, stature_of(actor.description)
    height = frame.figure * FRAME_HEIGHT * plane * stature / tallest
    x = site.space.width * (0.5 + 0.167 * actor.third)
    if which[1] == 1 and "hand in hand" in actor.pose:
        x = _at_arms_length(site, height / stature * (_closer(site) if frame.head else 1.0))
    kind = seat_of(site.picture, actor)
    seat = SEATS[kind] if kind is not None else 0.0
    if frame.head == 0.0:
        y = site.space.horizon + height * (site.space.eye - seat) / (BODY * stature)
        return Placement(x, y, height, actor.facing, actor.away)
    trial = Placement(x, 0.0, height, actor.facing, actor.away)
    head_x, head_y, radius = head_of(person, trial)
    if which[2] > 1:
        return _in_company(site, trial, (head_x, head_y), stature / tallest)
    scale = height * ADULT_HEAD / radius
    y = frame.head * FRAME_HEIGHT - head_y * scale
    return replace(trial, x=x - (head_x - x) * scale, y=y, height=height * scale)


def _at_arms_length(site: Site, adult: float) -> float:
    """Where the second of two stands whose hands are joined."""
    first = next(actor for actor in site.picture.actors if actor.type is SubjectType.PERSON)
    way = -1.0 if first.third > 0 else 1.0
    return site.space.width * (0.5 + 0.167 * first.third) + way * 0.235 * adult


def _in_company(site: Site, trial: Placement, head: tuple[float, float], share: float) -> Placement:
    """Beside others on the same ground: the heads as far apart in height as the people are, all in the frame."""
    frame = frame_of(site.picture)
    closer, apart = _closer(site), _apart(site)
    top = max(0.19, frame.head - 0.4 * apart * frame.figure * closer)
    drop = (1 - share) * frame.figure * closer
    y = (top + drop) * FRAME_HEIGHT - head[1] * closer
    return replace(trial, x=trial.x - (head[0] - trial.x) * closer, y=y, height=trial.height * closer)


def _apart(site: Site) -> float:
    """How much shorter the shortest is than the tallest, as a share."""
    people = [actor for actor in site.picture.actors if actor.type is SubjectType.PERSON]
    statures = [stature_of(actor.description) for actor in people]
    return 1 - min(statures) / max(statures)


def _closer(site: Site) -> float:
    """How much smaller people in company are than one alone, so that all faces are seen."""
    apart = _apart(site)
    return min(0.86, 0.36 / (apart * frame_of(site.picture).figure)) if apart > 0 else 0.86


def _expression(actor: Actor) -> str:
    words = f"{actor.description} {actor.pose}".lower()
    return next((mood for mood, signs in _MOODS if any(sign in words for sign in signs)), "calm")


_SEEN = (ShotSize.EXTREME_WIDE, ShotSize.WIDE, ShotSize.FULL, ShotSize.MEDIUM)
"""The sizes in which one sees what somebody sits on."""
_MOODS = (
    ("sad", ("sad", "crying", "tears", "grief", "sorrow", "lonely")),
    ("joyful", ("joy", "laugh", "smil", "happy", "delight")),
    ("afraid", ("afraid", "fear", "scared", "anxious")),
    ("hopeful", ("hope", "longing", "looking up", "dreaming")),
    ("tender", ("tender", "gentle", "loving", "soft smile")),
)
