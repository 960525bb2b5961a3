"""Props, animals and lettering in the picture: how large they are beside a person, and where they rest."""

import re
from collections.abc import Callable

import skia

from shared.adapters.images.draft.animal import draw_animal, known_animal
from shared.adapters.images.draft.camera import sheet_size
from shared.adapters.images.draft.cast import Size, in_units, on_layer
from shared.adapters.images.draft.framing import BODY, frame_of, plane_of
from shared.adapters.images.draft.lettering import draw_lettering
from shared.adapters.images.draft.person_hold import SIZES, held_in
from shared.adapters.images.draft.prop import draw_prop, known_prop, singular
from shared.adapters.images.draft.reading import Actor
from shared.adapters.images.draft.site import Site
from shared.adapters.images.draft.space import FRAME_HEIGHT, outline
from shared.adapters.images.draft.stage import Colour, Layer, Light, Placement, blank
from shared.adapters.images.draft.wash import Wash
from shared.domain.prompt import ShotSize, SubjectType

METRES: dict[str, float] = {
    "bed": 1.0,
    "bench": 0.9,
    "bicycle": 1.1,
    "boat": 1.0,
    "bridge": 4.0,
    "bus": 3.0,
    "car": 1.5,
    "chair": 0.95,
    "clock": 0.5,
    "door": 2.1,
    "fence": 1.1,
    "fire": 0.8,
    "flag": 3.0,
    "house": 5.0,
    "ladder": 2.6,
    "lamp": 0.7,
    "mirror": 1.4,
    "piano": 1.3,
    "sailboat": 5.0,
    "ship": 9.0,
    "staff": 1.6,
    "street lamp": 4.0,
    "suitcase": 0.6,
    "swing": 2.4,
    "table": 0.8,
    "tent": 1.9,
    "traffic light": 3.2,
    "train": 3.6,
    "tree": 5.5,
    "window": 1.4,
    "wings": 1.2,
    "guitar": 1.0,
    "microphone": 1.5,
    "drum": 0.8,
    "road sign": 2.4,
    "kite": 0.9,
    "balloon": 1.2,
    "umbrella": 1.0,
    "gramophone": 0.8,
    "horse": 1.8,
    "deer": 1.6,
    "lion": 1.1,
    "wolf": 0.8,
    "sheep": 0.8,
    "dog": 0.65,
    "fox": 0.5,
    "cat": 0.35,
    "whale": 3.5,
    "owl": 0.5,
    "birds in flight": 1.2,
}
"""Heights in life; what is not here fits into a hand."""
HAND = 0.3
ALOFT = {
    "moon",
    "crescent moon",
    "sun",
    "star",
    "cloud",
    "kite",
    "balloon",
    "plane",
    "bird",
    "dove",
    "birds in flight",
    "butterfly",
    "feather",
    "wing",
    "wings",
    "drop",
    "heart",
}
"""What hangs in the air."""
Draw = Callable[[skia.Canvas, str, tuple[Colour, ...], Placement, Light, int], None]
_FLOATING = ("ceiling", "cosmos", "underwater")
_CLOSE = (ShotSize.CLOSE, ShotSize.EXTREME_CLOSE, ShotSize.INSERT, ShotSize.MEDIUM_CLOSE)


def thing_layers(site: Site, size: Size, seed: int) -> tuple[Layer, ...]:
    """Props and animals, each on its layer, and lettering in front of all."""
    held = [found.noun for actor in site.picture.actors if (found := held_in(actor.pose))]
    things = [
        actor
        for actor in site.picture.actors
        if actor.type in (SubjectType.PROP, SubjectType.ANIMAL) and known_prop(actor.noun) not in held
    ]
    words = [actor for actor in site.picture.actors if actor.type is SubjectType.LETTERING]
    alone = len(things) + len(words) == len(site.picture.actors)
    drawn = tuple(
        layer for index, actor in enumerate(things) for layer in _thing_layers(site, size, actor, (seed, index, alone))
    )
    return (*drawn, *(_lettering_layer(site, size, actor, index) for index, actor in enumerate(words)))


def _thing_layers(site: Site, size: Size, actor: Actor, which: tuple[int, int, bool]) -> tuple[Layer, ...]:
    animal = known_animal(actor.noun) if actor.type is SubjectType.ANIMAL else None
    noun = animal or known_prop(actor.noun) or known_animal(actor.noun)
    if noun is None:
        return ()
    single = _one(noun)
    seed, index, alone = which
    at, depth = _place_thing(site, actor, noun, alone)
    surface = blank(*sheet_size(size))
    canvas = surface.getCanvas()
    rests = single not in ALOFT and site.picture.place not in _FLOATING
    table = (
        rests
        and alone
        and site.picture.inside
        and site.picture.camera.size in _CLOSE
        and METRES.get(single, HAND) < 0.75
    )
    canvas.save()
    in_units(canvas, size)
    wash = Wash(canvas, site.light, site.space)
    if table:
        _table_top(wash, site, at.y)
    if rests:
        wash.haze(
            (at.x, at.y, at.height * 0.55, at.height * 0.09), site.light.fill.mix(Colour(0.04, 0.03, 0.06), 0.8), 0.55
        )
    canvas.restore()
    draw = draw_animal if animal or known_prop(actor.noun) is None else draw_prop
    if site.picture.place == "ceiling" and single in SIZES:
        _shadows(canvas, site, lambda spot: _solid(canvas, single, on_layer(size, spot), site.light, draw))
    elif single == "star" and not site.picture.inside:
        canvas.save()
        in_units(canvas, size)
        _star_above(wash, at.x, at.y - at.height / 2)
        canvas.restore()
    else:
        draw(canvas, noun, actor.colours, on_layer(size, at), site.light, seed + index)
    return (Layer(depth, surface.makeImageSnapshot(), f"{noun} {index}"),)


def _place_thing(site: Site, actor: Actor, noun: str, alone: bool) -> tuple[Placement, float]:
    """Where a thing rests and at what depth: beside a person at her scale, alone as large as the picture needs."""
    frame, single = frame_of(site.picture), _one(noun)
    metres, x = METRES.get(single, HAND), site.space.width * (0.5 + 0.18 * actor.third)
    plane = plane_of(site.picture, actor)
    life = metres / BODY * frame.figure * FRAME_HEIGHT * plane
    if single in ALOFT or site.picture.place in _FLOATING:
        height = min(max(life, 0.16 * FRAME_HEIGHT), 0.44 * FRAME_HEIGHT) * (1.25 if alone else 1.0)
        x = _beside_the_moon(site, x)
        return Placement(
            x, 0.36 * FRAME_HEIGHT + height * (0.6 if alone else 0.32), height, actor.facing
        ), 0.4 if not alone else 1.0
    if alone and site.picture.camera.size in (*_CLOSE, ShotSize.MEDIUM):
        height = 0.58 * FRAME_HEIGHT if metres < 3 else 0.72 * FRAME_HEIGHT
        return Placement(x, 0.86 * FRAME_HEIGHT, height, actor.facing), 1.0
    if alone:
        height = min(max(life, 0.14 * FRAME_HEIGHT), 0.78 * FRAME_HEIGHT)
        return Placement(x, frame.feet * FRAME_HEIGHT, height, actor.facing), 1.0
    if frame.head == 0.0:
        height = min(max(life, 0.07 * FRAME_HEIGHT), 0.85 * FRAME_HEIGHT)
        return Placement(
            x, site.space.horizon + frame.figure * plane * FRAME_HEIGHT * site.space.eye / BODY, height, actor.facing
        ), plane
    height = min(max(life, 0.2 * FRAME_HEIGHT), (0.40 if metres < 1.2 else 0.75) * FRAME_HEIGHT)
    low = 0.98 if metres < 1.2 else 0.84
    return Placement(x, low * FRAME_HEIGHT, height, actor.facing), 1.08 if metres < 1.2 else 0.72


def _beside_the_moon(site: Site, x: float) -> float:
    """Where something hangs in the sky so that it does not cover the sun or the moon."""
    bright = site.space.width * (0.5 + 0.33 * site.light.key_x)
    if site.picture.inside or abs(x - bright) > 300:
        return x
    return bright - 430 if bright > site.space.width / 2 else bright + 430


def _star_above(wash: Wash, x: float, y: float) -> None:
    """The one star that is meant: brighter than all others, with rays."""
    white, warm = Colour.of("#FFFBEA"), Colour.of("#FFE3A0")
    wash.glow(x, y, 330, Colour.of("#B9CCFF"), 0.45)
    wash.glow(x, y, 120, warm, 0.75)
    for dx, dy in ((0, 118), (78, 0), (30, 30), (-30, 30)):
        ray = outline([(x - dx, y - dy), (x + dy * 0.035 + 1, y - dx * 0.035), (x + dx, y + dy),
                       (x - dy * 0.035 - 1, y + dx * 0.035)])  # fmt: skip
        wash.soft(ray, white, 1.2, 0.9)
    wash.glow(x, y, 30, white, 1.0)
    wash.dabs([(x, y, 8.5, 8.5)], white)


def _solid(canvas: skia.Canvas, noun: str, at: Placement, light: Light, draw: Draw) -> None:
    """A thing without holes in it, as its shadow is."""
    draw(canvas, noun, (), at, light, 0)
    if noun == "paper boat":
        canvas.drawRect(
            skia.Rect.MakeLTRB(at.x - 0.2 * at.height, at.y - 0.36 * at.height, at.x + 0.2 * at.height, at.y - 3),
            skia.Paint(Color=0xFF000000),
        )


def _shadows(canvas: skia.Canvas, site: Site, draw: Callable[[Placement], None]) -> None:
    """The thing many times, as shadows that the lamp throws on a ceiling, one behind another."""
    paint = skia.Paint(ImageFilter=skia.ImageFilters.Blur(2.2, 2.2))
    paint.setColorFilter(skia.ColorFilters.Blend(Colour.of("#141A3A").paint(0.78), skia.BlendMode.kSrcIn))
    canvas.saveLayer(None, paint)
    for index, (x, y, height) in enumerate(
        ((0.30, 0.62, 250.0), (0.50, 0.44, 176.0), (0.645, 0.70, 204.0), (0.70, 0.36, 120.0), (0.36, 0.33, 104.0))
    ):
        sway = site.chance.between(-18, 18, "sail", index)
        draw(Placement(site.space.width * x + sway, FRAME_HEIGHT * y + height / 2, height))
    canvas.restore()


def _table_top(wash: Wash, site: Site, y: float) -> None:
    """The table on which a small thing lies, with the window's light across it."""
    wood, edges = site.colour("table", "desk", otherwise="#8A6142"), site.space.edges
    top = y - 0.16 * FRAME_HEIGHT
    path = skia.Path.Rect(skia.Rect.MakeLTRB(edges.left(), top, edges.right(), edges.bottom()))
    wash.grade(
        path,
        ((0, top), (0, edges.bottom())),
        (0.0, wash.tone(wood, 0.5), 1.0),
        (0.4, wash.tone(wood, 0.72), 1.0),
        (1.0, wash.tone(wood, 0.25), 1.0),
    )
    for index in range(15):
        share = (index / 14) ** 1.6
        line = top + 6 + share * (edges.bottom() - top)
        bend = site.chance.between(-5, 5, "grain", index)
        wash.line(
            ((edges.left(), line), (site.space.width / 2, line + bend), (edges.right(), line - bend)),
            wash.tone(wood, 0.05),
            1 + 2 * share,
            0.25,
        )
    side = 1 if site.light.key_x > 0 else -1
    x = site.space.width / 2 + side * 330
    wash.shine(
        skia.Path.Polygon(
            [
                skia.Point(x - 210, y + 60),
                skia.Point(x + 260, y - 50),
                skia.Point(x + 330, y + 40),
                skia.Point(x - 170, y + 190),
            ],
            True,
        ),
        site.light.rim,
        26,
        0.30,
    )
    wash.line(((edges.left(), top), (edges.right(), top)), wash.tone(wood, 1.0), 2.5, 0.6)


def _lettering_layer(site: Site, size: Size, actor: Actor, index: int) -> Layer:
    surface = blank(*sheet_size(size))
    canvas = surface.getCanvas()
    in_units(canvas, size)
    width, shift = site.space.width, 0.06 * actor.third * site.space.width
    box = skia.Rect.MakeXYWH(
        0.12 * width + shift, (0.62 + 0.0 * index) * FRAME_HEIGHT, 0.76 * width, 0.30 * FRAME_HEIGHT
    )
    if "background" in actor.plane or re.search(r"sky|above|top", actor.pose.lower()):
        box = box.makeOffset(0, -0.54 * FRAME_HEIGHT)
    draw_lettering(canvas, actor.text, box, site.light, _language(actor.text))
    return Layer(1.0, surface.makeImageSnapshot(), f"lettering {index}")


def _language(text: str) -> str:
    if re.search(r"[\u0590-\u05FF]", text):
        return "he"
    return "ar" if re.search(r"[\u0600-\u06FF]", text) else "en"


def _one(noun: str) -> str:
    return noun if noun in METRES or noun in ALOFT else singular(noun)
