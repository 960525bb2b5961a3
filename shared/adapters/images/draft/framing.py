"""Where the camera stands for a shot, and where and how large that makes its subjects."""

from dataclasses import dataclass

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


def space_of(picture: Picture, width: float) -> Space:
    """How the camera stands; the place turns so that it keeps its spots whatever the size of the shot."""
    frame, angle = frame_of(picture), picture.camera.angle
    whole = frame.head == 0.0
    eye = (_FULL_EYES if picture.camera.size is ShotSize.FULL else _EYES)[angle]
    if picture.inside:
        eye = min(eye, 2.3)
    horizon = frame.feet - frame.figure * eye / BODY if whole else frame.head + (1.6 - eye) * frame.figure / BODY
    if picture.camera.size is ShotSize.INSERT:
        horizon = {Angle.EYE_LEVEL: 0.42, Angle.LOW: 0.62}.get(angle, 0.16)
    if not whole:
        horizon = {Angle.EYE_LEVEL: 0.45, Angle.LOW: 0.80}.get(angle, 0.10)
    third = main_third(picture)
    centre = 0.5 + third * 0.167 - frame.zoom * third * 0.2
    return Space(width, FOCAL * frame.zoom, eye, centre * width, horizon * FRAME_HEIGHT, frame.zoom)


def subject_distance(picture: Picture) -> float:
    """How far away the main subject stands, in metres."""
    frame = frame_of(picture)
    return FOCAL * frame.zoom * BODY / (frame.figure * FRAME_HEIGHT)


def main_third(picture: Picture) -> int:
    """Where the main subject stands: -1 = left third, 0 = centre, 1 = right third; 0 when there is none."""
    people = [actor for actor in picture.actors if actor.type is SubjectType.PERSON]
    return next((actor.third for actor in (*people, *picture.actors)), 0)


def plane_of(picture: Picture, actor: Actor) -> float:
    """How much larger than the main subject, whose plane the shot's size decides, a thing appears, and its depth."""
    people = [other for other in picture.actors if other.type is SubjectType.PERSON]
    main = next(iter((*people, *picture.actors)), actor)
    return max(0.5, min(1.3, _PLANES[actor.plane] / _PLANES[main.plane]))


_PLANES = {"foreground": 1.18, "midground": 1.0, "background": 0.62}
