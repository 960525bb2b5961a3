"""The bare inside of a long hall."""

import skia

from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wash import Wash


def tube(wash: Wash, site: Site, size: tuple[float, float, float], paint: tuple[Colour, Colour]) -> None:
    """Floor, walls and ceiling of (half width, height, length) in the colours of wall and floor."""
    (half, height, back), (wall, floor) = size, paint
    space, near = site.space, 0.6
    wash.fill(skia.Path.Rect(space.edges), wash.tone(wall, 0.1))
    _run(wash, space.floor((-half, half), (near, back), height), (wash.tone(wall, 0.45), wash.tone(wall, 0.1)))
    ground = space.floor((-half, half), (near, back))
    wash.down(ground, wash.tone(floor, 0.85), wash.tone(floor, 0.2))
    for side in (-1, 1):
        lit = 0.7 if side * site.light.key_x < 0 else 0.35
        (ax, _), (bx, _) = space.at(side * half, 0, back), space.at(side * half, 0, 1.4)
        path = space.side(side * half, (0.0, height), (near, back))
        wash.grade(
            path, ((ax, 0), (bx, 0)), (0.0, wash.tone(wall, lit + 0.2), 1.0), (1.0, wash.tone(wall, lit * 0.3), 1.0)
        )
        wash.fill(space.side(side * half, (0.0, 0.14), (near, back)), wash.tone(wall, 0.1))
    wash.fill(space.front((-half, half), (0.0, height), back), wash.tone(wall, 0.7))


def _run(wash: Wash, path: skia.Path, tones: tuple[Colour, Colour]) -> None:
    box = path.getBounds()
    wash.grade(path, ((0, box.bottom()), (0, box.top())), (0.0, tones[0], 1.0), (1.0, tones[1], 1.0))
