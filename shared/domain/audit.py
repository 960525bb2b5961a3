"""The audit of prompts and plan before anything is drawn. Rules that protect a child's portrayal have no switch."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pydantic import ValidationError

from shared.domain.portrayal import immodest, is_child, missing_terms
from shared.domain.prompt import ImagePrompt, Subject, SubjectType
from shared.domain.shotlist import Bible, SceneDesign, SceneSpan, ShotPlan
from shared.domain.stillness import moving_words, stilled

RESTING = "standing, at rest"
_HASH = re.compile(r"#\w*")
_GOOD_HASH = re.compile(r"(?:\bhex|\bcolor) #[0-9A-Fa-f]{6}\b")
_POSITION = re.compile(
    r"(left third|center|right third),? (foreground|midground|background),? facing (left|right|camera|away)"
)
_ADDED = re.compile(r"'([^']+)'")


def audit(shot: ShotPlan, design: SceneDesign, bible: Bible) -> tuple[str, ...]:
    """What is wrong with a shot's prompts, each finding as 'rule: where: what'; empty when it may be drawn."""
    return (
        *_schema(shot.prompt),
        *_still(shot),
        *_colours(shot),
        *_motion(shot),
        *_child(shot.prompt, bible),
        *_references(shot.prompt, design, bible),
        *_coverage(shot),
    )


def audit_film(shots: Sequence[ShotPlan], spans: Sequence[SceneSpan]) -> tuple[str, ...]:
    """Gaps, overlaps, shots without a scene and scenes without a shot, over the whole film; empty when covered."""
    found = [f"coverage: {after.scene_id}: {_distance(before.end_frame, after.start_frame)} after {before.scene_id}"
             for before, after in pairwise(spans) if before.end_frame != after.start_frame]  # fmt: skip
    known = {span.scene_id for span in spans}
    found += [
        f"coverage: {shot.shot_id}: belongs to no scene of the film" for shot in shots if shot.scene_id not in known
    ]
    for span in spans:
        own = [shot for shot in shots if shot.scene_id == span.scene_id]
        if not own:
            found.append(f"coverage: {span.scene_id}: has no shot")
            continue
        edges = [(span.start_frame, own[0].start_frame, own[0].shot_id)]
        edges += [(before.end_frame, after.start_frame, after.shot_id) for before, after in pairwise(own)]
        edges += [(own[-1].end_frame, span.end_frame, f"the end of {span.scene_id}")]
        found += [f"coverage: {where}: {_distance(a, b)}" for a, b, where in edges if a != b]
    if len({shot.shot_id for shot in shots}) != len(shots):
        found.append("coverage: film: two shots have one id")
    return tuple(found)


def fix(shot: ShotPlan, findings: Sequence[str]) -> ShotPlan:
    """The shot with all repaired that a rule can repair: motion, colour form, a child's terms, start state, positions.

    What needs a person (coverage, references, modesty) stays as it is. Repairing twice changes nothing more.
    """
    rules = {finding.split(":", 1)[0] for finding in findings}
    prompt, motion = shot.prompt, shot.motion
    subjects = [_fixed(subject, at, findings) for at, subject in enumerate(prompt.subjects)]
    fields = {"scene": prompt.scene, "style": prompt.style, "lighting": prompt.lighting}
    if "still" in rules:
        fields = {name: stilled(text) for name, text in fields.items()}
    if "colour" in rules:
        fields = {name: _coloured(text) for name, text in fields.items()}
    if "motion" in rules:
        start = (
            motion.start_state.strip() or f"At rest: {', '.join(s.pose for s in subjects) or 'the place stands still'}"
        )
        action = motion.action.strip() or "the light shifts"
        motion = motion.model_copy(update={"start_state": stilled(start) or "Everything rests", "action": action})
    return shot.model_copy(
        update={"prompt": prompt.model_copy(update={**fields, "subjects": tuple(subjects)}), "motion": motion}
    )


def _schema(prompt: ImagePrompt) -> Iterator[str]:
    try:
        ImagePrompt.model_validate_json(prompt.model_dump_json(), strict=True)
    except ValidationError as error:
        yield from (f"schema: {'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        return
    for name in ("scene", "style", "lighting"):
        if not getattr(prompt, name).strip():
            yield f"schema: {name}: is empty"
    for at, subject in enumerate(prompt.subjects):
        for name in ("description", "pose"):
            if not getattr(subject, name).strip():
                yield f"schema: subjects[{at}]: {name} is empty"
        if not _POSITION.fullmatch(subject.position):
            yield f"position: subjects[{at}]: {subject.position!r} is not a third, a plane and a facing"


def _texts(shot: ShotPlan) -> Iterator[tuple[str, str]]:
    prompt = shot.prompt
    yield from (("scene", prompt.scene), ("style", prompt.style), ("lighting", prompt.lighting))
    for at, subject in enumerate(prompt.subjects):
        yield from ((f"subjects[{at}].description", subject.description), (f"subjects[{at}].pose", subject.pose))


def _still(shot: ShotPlan) -> Iterator[str]:
    for where, text in _texts(shot):
        for word in moving_words(text):
            yield f"still: {where}: {word!r} is motion; a picture stands still"


def _colours(shot: ShotPlan) -> Iterator[str]:
    for where, text in _texts(shot):
        good = {found.end() for found in _GOOD_HASH.finditer(text)}
        for found in _HASH.finditer(text):
            if found.end() not in good:
                yield f"colour: {where}: {found.group(0)!r} must be written as hex #RRGGBB"


def _motion(shot: ShotPlan) -> Iterator[str]:
    if not shot.motion.start_state.strip():
        yield "motion: start_state: is empty; say how the picture rests before what moves"
    if not shot.motion.action.strip():
        yield "motion: action: is empty"
    for word in moving_words(shot.motion.start_state):
        yield f"motion: start_state: {word!r} is motion; the start state rests"


def _child(prompt: ImagePrompt, bible: Bible) -> Iterator[str]:
    for at, subject in enumerate(prompt.subjects):
        if subject.type is SubjectType.PERSON and _shows_child(subject, bible):
            for term in missing_terms(subject.description):
                yield f"child: subjects[{at}]: add '{term}'"
            for word in immodest(f"{subject.description} {subject.pose}"):
                yield f"modesty: subjects[{at}]: {word!r} has no place in a child's portrayal"


def _shows_child(subject: Subject, bible: Bible) -> bool:
    """A person is taken for a child when the words say so, or when nobody grown up of the bible is named."""
    named = [who for who in bible.characters if subject.description.startswith(f"{who.name},")]
    if named:
        return any(is_child(f"{who.name}, {who.description}") for who in named) or is_child(subject.description)
    return is_child(subject.description) or any(is_child(f"{who.name}, {who.description}") for who in bible.characters)


def _references(prompt: ImagePrompt, design: SceneDesign, bible: Bible) -> Iterator[str]:
    names = tuple(f"{who.name}," for who in bible.characters)
    for at, subject in enumerate(prompt.subjects):
        if subject.type is SubjectType.PERSON and names:
            if not subject.description.startswith(names):
                yield f"reference: subjects[{at}]: names nobody of the bible"
            elif subject.description.startswith(names[0]) and design.outfit not in subject.description:
                yield f"reference: subjects[{at}]: does not wear the scene's outfit"


def _coverage(shot: ShotPlan) -> Iterator[str]:
    if shot.start_frame >= shot.end_frame or shot.start_ms >= shot.end_ms:
        yield f"coverage: {shot.shot_id}: ends at or before its start"


def _distance(end: int, start: int) -> str:
    return f"a gap of {start - end} frames" if start > end else f"an overlap of {end - start} frames"


def _fixed(subject: Subject, at: int, findings: Sequence[str]) -> Subject:
    own = [finding for finding in findings if f"subjects[{at}]" in finding]
    changed = {"description": subject.description, "pose": subject.pose, "position": subject.position}
    if any(finding.startswith("still:") for finding in own):
        changed["description"] = stilled(subject.description)
        changed["pose"] = RESTING if moving_words(subject.pose) else subject.pose
    if any(finding.startswith("colour:") for finding in own):
        changed = {name: _coloured(text) for name, text in changed.items()}
    if any(finding.startswith("position:") for finding in own):
        changed["position"] = "center, midground, facing camera"
    if any("pose is empty" in finding for finding in own):
        changed["pose"] = RESTING
    terms = [term for finding in own if finding.startswith("child:") for term in _ADDED.findall(finding)]
    lacking = [term for term in terms if term not in changed["description"]]
    changed["description"] = ", ".join((changed["description"], *lacking))
    return subject.model_copy(update=changed)


def _coloured(text: str) -> str:
    """Every full code behind 'hex', and no broken ones."""
    whole = re.sub(r"(?:\b(?:hex|colou?r)\s*:?\s*)?#([0-9A-Fa-f]{6})\b", r"hex #\1", text)
    broken = re.sub(r"(?:\b(?:hex|color) )?#(?![0-9A-Fa-f]{6}\b)\w*", "", whole)
    return re.sub(r"\s{2,}", " ", broken).strip()
