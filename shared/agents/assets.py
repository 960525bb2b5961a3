"""The pictures that a scene is built from, asked for before any of its shots."""

import re

from shared.domain.asset import AssetRequested, AssetRole
from shared.domain.prompt import Angle, Camera, ImagePrompt, ShotSize, Subject, SubjectType
from shared.domain.shotlist import Bible, SceneDesign, SceneSpan


def assets_of(span: SceneSpan, design: SceneDesign, bible: Bible) -> dict[str, AssetRequested]:
    """By asset id: the empty location, the outfit on its wearer, and each prop by itself, with the scene's seed."""
    wanted = {f"{span.scene_id}-location": _location(span, design, bible)}
    if bible.characters:
        wanted[f"{span.scene_id}-outfit"] = _outfit(span, design, bible)
    for prop in design.props:
        wanted[f"{span.scene_id}-{_slug(prop)}"] = _prop(span, design, bible, prop)
    return wanted


def _location(span: SceneSpan, design: SceneDesign, bible: Bible) -> AssetRequested:
    return _asset(span, "location", design.slugline, _picture(design, bible, (), ShotSize.WIDE, 28))


def _outfit(span: SceneSpan, design: SceneDesign, bible: Bible) -> AssetRequested:
    character = bible.characters[0]
    wearer = Subject(
        type=SubjectType.PERSON,
        description=f"{character.description}, wearing {design.outfit}",
        pose="standing",
        position="center, midground, facing camera",
    )
    return _asset(span, "outfit", character.name, _picture(design, bible, (wearer,), ShotSize.FULL, 50))


def _prop(span: SceneSpan, design: SceneDesign, bible: Bible, prop: str) -> AssetRequested:
    thing = Subject(
        type=SubjectType.PROP, description=prop, pose="at rest", position="center, foreground, facing camera"
    )
    return _asset(span, "prop", prop, _picture(design, bible, (thing,), ShotSize.INSERT, 85))


def _picture(
    design: SceneDesign, bible: Bible, subjects: tuple[Subject, ...], size: ShotSize, lens_mm: int
) -> ImagePrompt:
    palette = ", ".join(f"hex {colour}" for colour in design.palette)
    return ImagePrompt(
        scene=f"{design.location}, {design.time_of_day}, {design.weather}, palette {palette}",
        subjects=subjects,
        style=bible.style,
        lighting=design.light,
        camera=Camera(size=size, angle=Angle.EYE_LEVEL, lens_mm=lens_mm),
    )


def _asset(span: SceneSpan, role: AssetRole, name: str, prompt: ImagePrompt) -> AssetRequested:
    return AssetRequested(scene_id=span.scene_id, role=role, name=name, prompt=prompt, seed=span.seed)


def _slug(prop: str) -> str:
    return "prop-" + re.sub(r"[^a-z0-9]+", "-", prop.lower()).strip("-")[:40]
