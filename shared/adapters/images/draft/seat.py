"""What people sit and lie on."""

import re

import skia

from shared.adapters.images.draft.furniture import FURNITURE
from shared.adapters.images.draft.reading import Actor, Picture
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import outline
from shared.adapters.images.draft.stage import Colour
from shared.adapters.images.draft.wash import Wash

SEATS: dict[str, float] = {"bed": 0.56, "sofa": 0.54, "bench": 0.48, "chair": 0.48, "rock": 0.46}
"""How high one sits on it, in metres."""
_WORDS = (
    ("bed", r"\bbed\b|mattress"),
    ("sofa", r"sofa|couch|armchair"),
    ("bench", r"bench|platform|pew"),
    ("chair", r"chair|stool|desk|table|piano|seat|window"),
    ("rock", r"rock|stone|log|wall|step|stairs|fence|edge|swing|suitcase"),
)
_RESTS = re.compile(r"\b(sitting|sits|seated|lying|lies|asleep|sleeping)\b")


def seat_of(picture: Picture, actor: Actor) -> str | None:
    """What this person sits or lies on, a key of SEATS; absent when it is the ground or she stands."""
    pose = actor.pose.lower()
    if not _RESTS.search(pose):
        return None
    found = next((kind for kind, words in _WORDS if re.search(words, pose)), None)
    if found is None and re.search(r"lying|lies|asleep|sleeping", pose) and picture.place in ("bedroom", "ceiling"):
        return "bed"
    return found


def draw_seat(wash: Wash, site: Site, kind: str, spot: tuple[float, float]) -> None:
    """The seat so that its front edge is at (x, z)."""
    x, z = spot
    if kind in ("chair", "sofa"):
        FURNITURE[kind](wash, site, x, z + 0.22)
    elif kind == "bed":
        _bed(wash, site, x, z)
    elif kind == "bench":
        _bench(wash, site, x, z)
    else:
        _rock(wash, site, x, z)


def _bed(wash: Wash, site: Site, x: float, z: float) -> None:
    wood = site.colour("bed", otherwise="#6B4A33")
    quilt = site.colour("blanket", "quilt", "bedspread", "duvet", otherwise="#8E9DBF")
    near = z - 0.25
    wash.contact(x, near, 1.5, 0.5)
    side = -1.0 if site.light.key_x > 0 else 1.0
    head = x + side * 1.05
    wash.box((min(head, head + side * 0.08), max(head, head + side * 0.08)), (0.0, 0.82), (near, near + 0.95), wood)
    for leg in (x - 1.04, x + 0.96):
        wash.box((leg, leg + 0.08), (0.0, 0.2), (near + 0.02, near + 0.1), wood)
    wash.box((x - 1.05, x + 1.05), (0.16, 0.3), (near + 0.02, near + 0.95), wood)
    wash.box((x - 1.04, x + 1.04), (0.29, 0.42), (near + 0.01, near + 0.95), Colour.of("#E9E3D8"))
    wash.box((x - 1.06, x + 1.06), (0.36, 0.56), (near, near + 0.95), quilt)
    (px, py), unit = site.space.at(x + side * 0.75, 0.58, near + 0.5), site.space.unit(near + 0.5)
    rect = skia.Rect.MakeLTRB(px - 0.27 * unit, py - 0.16 * unit, px + 0.27 * unit, py + 0.06 * unit)
    wash.down(
        skia.Path.RRect(skia.RRect.MakeRectXY(rect, 0.1 * unit, 0.09 * unit)),
        wash.tone(Colour.of("#F6F2EA"), 0.95),
        wash.tone(Colour.of("#D9D3CB"), 0.35),
    )


def _bench(wash: Wash, site: Site, x: float, z: float) -> None:
    wood, iron = site.colour("bench", otherwise="#7A5A3C"), Colour.of("#3B3A3E")
    wash.contact(x, z, 1.4, 0.45)
    for y in (0.66, 0.84):
        wash.box((x - 1.0, x + 1.0), (y, y + 0.12), (z + 0.40, z + 0.44), wood)
    for leg in (x - 0.85, x + 0.77):
        wash.box((leg, leg + 0.08), (0.0, 0.44), (z - 0.08, z + 0.4), iron)
    wash.box((x - 1.0, x + 1.0), (0.42, 0.48), (z - 0.1, z + 0.4), wood)


def _rock(wash: Wash, site: Site, x: float, z: float) -> None:
    stone = site.colour("rock", "stone", otherwise="#86807A")
    (px, py), unit = site.space.at(x, 0.0, z), site.space.unit(z)
    wash.contact(x, z, 0.9, 0.5)
    shape = [
        (-0.72, 0.06),
        (-0.66, -0.2),
        (-0.42, -0.44),
        (-0.1, -0.5),
        (0.3, -0.47),
        (0.6, -0.3),
        (0.74, 0.05),
        (0.2, 0.12),
    ]
    path = outline([(px + dx * unit, py + dy * unit) for dx, dy in shape])
    side = 0.6 * unit if site.light.key_x > 0 else -0.6 * unit
    wash.grade(
        path,
        ((px + side, py - 0.5 * unit), (px - side, py)),
        (0.0, wash.tone(stone, 0.95), 1.0),
        (1.0, wash.tone(stone, 0.1), 1.0),
    )
