"""Where the camera stands for a shot, and where and how large that makes its subjects."""

import re
from dataclasses import dataclass

from shared.adapters.images.draft.person_reading import stature_of
from shared.adapters.images.draft.reading import Actor, Picture
from shared.adapters.images.draft.space import FRAME_HEIGHT, Space
from shared.domain.prompt import Angle, ShotSize, SubjectType

FOCAL = 1150.0
BODY = 1.7
"""The height in metres of the figure that sets the scale."""


@dataclass(frozen=True)
class Frame:
    """What a shot size means."""

    figure: float
    """Height of a standing adult, as a share of the frame's height."""
    feet: float
    """Where her feet stand, as a share from the top; below the frame when she is cut."""
    zoom: float
    """How much closer the place is than in its widest picture."""
    blur: float
    """How far the place is out of focus, in units at depth 0."""
    head: float = 0.0
    """Where the middle of the head lies, as a share from the top; 0 when the feet decide."""


OUTSIDE = {
    ShotSize.EXTREME_WIDE: Frame(0.13, 0.70, 1.0, 0.0),
    ShotSize.WIDE: Frame(0.30, 0.82, 1.1, 0.0),
    ShotSize.FULL: Frame(0.75, 0.93, 1.3, 0.0),
    ShotSize.MEDIUM: Frame(1.75, 1.85, 1.6, 4.0, 0.27),
    ShotSize.MEDIUM_CLOSE: Frame(2.7, 2.8, 1.9, 8.0, 0.35),
    ShotSize.CLOSE: Frame(4.7, 4.8, 2.3, 13.0, 0.47),
    ShotSize.EXTREME_CLOSE: Frame(11.0, 11.0, 2.8, 20.0, 0.5),
    ShotSize.INSERT: Frame(2.6, 1.0, 1.9, 9.0),
}
"""The sizes out of doors."""
INSIDE = {
    **OUTSIDE,
    ShotSize.EXTREME_WIDE: Frame(0.34, 0.84, 1.0, 0.0),
    ShotSize.WIDE: Frame(0.46, 0.90, 1.1, 0.0),
}
"""The sizes in a room, which cannot be seen from farther away than its wall."""
_EYES = {Angle.EYE_LEVEL: 1.55, Angle.LOW: 0.45, Angle.HIGH: 2.5, Angle.OVERHEAD: 3.2}
_FULL_EYES = {Angle.EYE_LEVEL: 1.1, Angle.LOW: 0.35, Angle.HIGH: 1.9, Angle.OVERHEAD: 2.4}


def frame_of(picture: Picture) -> Frame:
    """What the shot's size means in this place."""
    return (INSIDE if picture.inside else OUTSIDE)[picture.camera.size]


def space_of(picture: Picture, width: float, side: float) -> Space:
    """How the camera stands; the place turns so that it keeps its spots whatever the size of the shot. Side: on which
    side of a room its window is, -1 = left, 1 = right."""
    frame, angle = frame_of(picture), picture.camera.angle
    whole, body = frame.head == 0.0, body_of(picture)
    eye = (_FULL_EYES if picture.camera.size is ShotSize.FULL else _EYES)[angle]
    eye *= body / BODY if picture.camera.size is ShotSize.FULL else 1.0
    if picture.inside:
        eye = min(eye, 2.3)
    horizon = frame.feet - frame.figure * eye / body
    if picture.camera.size is ShotSize.INSERT:
        horizon = {Angle.EYE_LEVEL: 0.42, Angle.LOW: 0.62}.get(angle, 0.16)
    if not whole:
        horizon = {Angle.EYE_LEVEL: 0.45, Angle.LOW: 0.80}.get(angle, 0.10)
    third, zoom = main_third(picture), frame.zoom * BODY / body
    centre = 0.5 + third * 0.167 - zoom * third * 0.2
    spot = spot_of(picture, side)
    if spot is None:
        return Space(width, FOCAL * zoom, eye, centre * width, horizon * FRAME_HEIGHT, zoom)
    x, z = spot
    zoom = frame.figure * FRAME_HEIGHT / body * z / FOCAL
    zoom = zoom if whole else min(zoom, max(2.4, 1.25 * frame.zoom))
    centre = 0.5 + third * 0.167 - x * FOCAL * zoom / z / width
    return Space(width, FOCAL * zoom, eye, centre * width, horizon * FRAME_HEIGHT, zoom)


def spot_of(picture: Picture, side: float) -> tuple[float, float] | None:
    """Where in a room the first person must be, in metres to the right and away, when her pose names the window or the
    bed; absent when she may be anywhere."""
    people = [actor for actor in picture.actors if actor.type is SubjectType.PERSON]
    if not people or picture.place not in _FURNISHED:
        return None
    if re.search(r"\b(window|sill)\b", people[0].pose):
        return 1.5 * side - 0.6 * (people[0].facing or side * (not people[0].away)), 5.75
    if picture.place == "bedroom" and re.search(r"\bbed\b", people[0].pose):
        return (1.1 if main_third(picture) * side > 0 else -1.2) * side, 5.0
    return None


def body_of(picture: Picture) -> float:
    """The height in metres that the shot's figure stands for: of the tallest in the picture, an adult's where the
    place, its window or its bed belongs to the picture."""
    people = [actor for actor in picture.actors if actor.type is SubjectType.PERSON]
    if not people or picture.camera.size in (ShotSize.EXTREME_WIDE, ShotSize.WIDE):
        return BODY
    if picture.camera.size is ShotSize.FULL and spot_of(picture, 1.0) is not None:
        return BODY
    return BODY * max(stature_of(actor.description) for actor in people)


def subject_distance(picture: Picture, space: Space) -> float:
    """How far away the main subject stands, in metres."""
    return space.focal * body_of(picture) / (frame_of(picture).figure * FRAME_HEIGHT)


def main_third(picture: Picture) -> int:
    """Where the main subject stands: -1 = left third, 0 = centre, 1 = right third; 0 when there is none."""
    people = [actor for actor in picture.actors if actor.type is SubjectType.PERSON]
    return next((actor.third for actor in (*people, *picture.actors)), 0)


def plane_of(picture: Picture, actor: Actor) -> float:
    """How much larger than the main subject, whose plane the shot's size decides, a thing appears, and its depth."""
    people = [other for other in picture.actors if other.type is SubjectType.PERSON]
    main = next(iter((*people, *picture.actors)), actor)
    return max(0.5, min(1.3, _PLANES[actor.plane] / _PLANES[main.plane]))


_FURNISHED = ("bedroom", "room", "kitchen", "library")
_PLANES = {"foreground": 1.18, "midground": 1.0, "background": 0.62}
