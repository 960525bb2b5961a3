"""The subjects of a picture, each on its own layer, as large as the size of the shot demands."""

from dataclasses import replace

import skia

from shared.adapters.images.draft.camera import sheet_size
from shared.adapters.images.draft.figure import Person, draw_person, head_of
from shared.adapters.images.draft.framing import BODY, frame_of, plane_of
from shared.adapters.images.draft.reading import Actor, Picture
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import FRAME_HEIGHT
from shared.adapters.images.draft.stage import Layer, Light, Placement, blank
from shared.domain.prompt import SubjectType

Size = tuple[int, int]
ADULT_HEAD = 1 / 15
"""Radius of an adult's head as a share of her height."""


def cast_layers(site: Site, size: Size, seed: int) -> tuple[Layer, ...]:
    """The people of a picture, far ones first."""
    people = [actor for actor in site.picture.actors if actor.type is SubjectType.PERSON]
    ordered = sorted(enumerate(people), key=lambda item: plane_of(item[1]))
    return tuple(_person_layer(site, size, actor, seed, index) for index, actor in ordered)


def _person_layer(site: Site, size: Size, actor: Actor, seed: int, index: int) -> Layer:
    person = Person(actor.description, actor.pose, seed, _expression(actor, site.picture))
    at = _place_person(site, size, actor, person, index)
    surface = blank(*sheet_size(size))
    draw_person(surface.getCanvas(), person, at, site.light)
    return Layer(plane_of(actor), surface.makeImageSnapshot(), f"person {index}")


def _place_person(site: Site, size: Size, actor: Actor, person: Person, index: int) -> Placement:
    frame, plane = frame_of(site.picture), plane_of(actor)
    height = frame.figure * FRAME_HEIGHT * plane
    x = site.space.width * (0.5 + 0.167 * actor.third)
    if frame.head == 0.0:
        y = site.space.horizon + height * site.space.eye / BODY
        return on_layer(size, Placement(x, y, height, actor.facing, actor.away))
    trial = Placement(x, 0.0, height, actor.facing, actor.away)
    head_x, head_y, radius = head_of(person, trial)
    scale = height * ADULT_HEAD / radius
    y = frame.head * FRAME_HEIGHT - head_y * scale
    return on_layer(size, replace(trial, x=x - (head_x - x) * scale, y=y, height=height * scale))


def on_layer(size: Size, at: Placement) -> Placement:
    """A placement in units of the picture as pixels of a layer."""
    unit, (width, height) = size[1] / FRAME_HEIGHT, sheet_size(size)
    x, y = at.x * unit + (width - size[0]) / 2, at.y * unit + (height - size[1]) / 2
    return replace(at, x=x, y=y, height=at.height * unit)


def _expression(actor: Actor, picture: Picture) -> str:
    words = f"{actor.description} {actor.pose} {picture.lighting}".lower()
    return next((mood for mood, signs in _MOODS if any(sign in words for sign in signs)), "calm")


_MOODS = (
    ("sad", ("sad", "crying", "tears", "grief", "sorrow", "lonely")),
    ("joyful", ("joy", "laugh", "smil", "happy", "delight")),
    ("afraid", ("afraid", "fear", "scared", "anxious")),
    ("hopeful", ("hope", "longing", "looking up", "dreaming")),
    ("tender", ("tender", "gentle", "loving", "soft smile")),
)
