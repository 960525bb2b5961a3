"""Rain and snow fall while the camera looks on."""

from shared.adapters.images.draft.camera import Affine

FALL = {"rain near": 0.085, "rain far": 0.05, "snow near": 0.007, "snow far": 0.004}
"""How far each sheet of weather falls from frame to frame, as a share of its height."""


def fallen(name: str, place: Affine, height: int, instant: tuple[int, int]) -> tuple[Affine, ...]:
    """Where a layer of that name lies at an instant (frame, frames), and where it follows itself from above.

    Rain comes round a whole number of times, so that the last frame is the end frame as drawn. Other layers stay.
    """
    frame, frames = instant
    way = FALL.get(name, 0.0) * (frames - 1)
    if way == 0:
        return (place,)
    share = (round(way) or way) * frame / (frames - 1) % 1.0
    return tuple(place._replace(ty=place.ty + place.scale * height * turn) for turn in (share, share - 1) if turn > -1)
