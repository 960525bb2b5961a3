"""The audit finds what is planted, mends what a rule can mend, and never lets a child's rules go."""

import pytest

from shared.domain.audit import audit, audit_film, fix
from shared.domain.portrayal import is_child, missing_terms
from shared.domain.prompt import ImagePrompt, SubjectType
from shared.domain.prompting import image_text, motion_text, tag
from shared.domain.shotlist import ShotPlan
from shared.domain.stillness import moving_words
from shared.kernel.errors import Invalid
from tests.requirements import requirement
from tests.unit.crew.songs import film, sample

OUTLINE, SCENES = film(sample("en"))
BIBLE = OUTLINE.bible
SCENE = SCENES[0]
SHOT = next(shot for shot in SCENE.shots if "leaning" in shot.prompt.subjects[0].pose)


def with_prompt(**changes: object) -> ShotPlan:
    return SHOT.model_copy(update={"prompt": SHOT.prompt.model_copy(update=changes)})


def with_subject(**changes: object) -> ShotPlan:
    subject = SHOT.prompt.subjects[0].model_copy(update=changes)
    return with_prompt(subjects=(subject, *SHOT.prompt.subjects[1:]))


def findings(shot: ShotPlan) -> tuple[str, ...]:
    return audit(shot, SCENE.design, BIBLE)


DESCRIPTION = SHOT.prompt.subjects[0].description
MENDABLE = {
    "a pose in motion": (with_subject(pose="running across the room"), "still"),
    "a pose in motion, in Hebrew": (with_subject(pose="הילדה רוקדת בחדר"), "still"),
    "a scene in motion": (with_prompt(scene=SHOT.prompt.scene + ", curtains fluttering"), "still"),
    "light in motion": (with_prompt(lighting="light drifting through the room"), "still"),
    "a bare colour code": (with_prompt(scene=SHOT.prompt.scene.replace("hex #", "#")), "colour"),
    "a short colour code": (with_prompt(scene=SHOT.prompt.scene + ", a rug hex #FFF"), "colour"),
    "no closed mouth": (with_subject(description=DESCRIPTION.replace(", Mouth CLOSED", "")), "child"),
    "no child physique": (with_subject(description=DESCRIPTION.replace("Child physique", "slim")), "child"),
    "no start state": (
        SHOT.model_copy(update={"motion": SHOT.motion.model_copy(update={"start_state": ""})}),
        "motion",
    ),
    "a start state in motion": (
        SHOT.model_copy(update={"motion": SHOT.motion.model_copy(update={"start_state": "The girl is running"})}),
        "motion",
    ),
    "a position nobody knows": (with_subject(position="somewhere"), "position"),
    "no pose": (with_subject(pose=""), "schema"),
}
LASTING = {
    "a shot that ends before it starts": (SHOT.model_copy(update={"end_frame": SHOT.start_frame}), "coverage"),
    "a person who is nobody of the bible": (
        with_subject(description="a stranger, " + DESCRIPTION.split(",", 1)[1]),
        "reference",
    ),
    "clothes that are not the scene's": (
        with_subject(description=DESCRIPTION.replace(SCENE.design.outfit, "Loose fit coat of Heavy fabric, Mid-calf")),
        "reference",
    ),
    "a child in tight clothes": (with_subject(description=DESCRIPTION + ", tight shirt"), "modesty"),
}


@requirement("S1.22", "S1.31")
@pytest.mark.parametrize(("shot", "rule"), MENDABLE.values(), ids=MENDABLE.keys())
def test_a_planted_defect_is_found_and_mended_by_rule(shot: ShotPlan, rule: str) -> None:
    found = findings(shot)
    assert any(finding.startswith(f"{rule}:") for finding in found), found
    mended = fix(shot, found)
    assert [finding for finding in findings(mended) if finding.startswith(f"{rule}:")] == []
    assert fix(mended, findings(mended)) == mended


@pytest.mark.parametrize(("shot", "rule"), LASTING.values(), ids=LASTING.keys())
def test_a_defect_that_needs_a_person_is_found_and_stays(shot: ShotPlan, rule: str) -> None:
    found = findings(shot)
    assert any(finding.startswith(f"{rule}:") for finding in found), found
    assert any(finding.startswith(f"{rule}:") for finding in findings(fix(shot, found)))


def test_a_clean_shot_has_no_findings_and_is_not_changed_by_fixing() -> None:
    assert findings(SHOT) == ()
    assert fix(SHOT, ()) == SHOT


def test_a_child_is_a_child_whatever_the_prompt_calls_her() -> None:
    disguised = with_subject(description=f"the girl, a person with brown hair, {SCENE.design.outfit}")
    assert "child: subjects[0]: add 'Child physique'" in findings(disguised)
    unnamed = with_subject(description="somebody small")
    assert any(finding.startswith("child:") for finding in findings(unnamed))


@requirement("S1.23", "S1.24")
def test_every_shot_of_a_child_carries_every_mandatory_term() -> None:
    seen = 0
    for scene in SCENES:
        for shot in scene.shots:
            for subject in shot.prompt.subjects:
                if subject.type is SubjectType.PERSON and subject.description.startswith("the girl,"):
                    assert missing_terms(subject.description) == ()
                    seen += 1
    assert seen > 5
    assert is_child("a woman, 17 years old")
    assert not is_child("a girl of the theatre, 30 years old")
    assert missing_terms("Child physique, Loose fit, Heavy fabric, Mid-calf, Mouth CLOSED, a boy") == ("Young boy",)


@requirement("S1.44")
@pytest.mark.parametrize(
    "text",
    [
        "she walks to the door",
        "running",
        "about to leave",
        "the camera pans left",
        "leaves fluttering",
        "slowly turning",
        "mid-jump",
        "dancing girl",
        "zoom in",
        "מתחילה ללכת",
        "ורוקדת",
        "הילד קופץ",
        "a dog leaps",
        "swimming",
        "begins to sing",
    ],
)
def test_words_of_motion_are_recognised(text: str) -> None:
    assert moving_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "standing, at rest",
        "a swing in a playground",
        "an open book",
        "a train at the platform",
        "hand raised",
        "hugging knees",
        "walking (weight on one foot, at rest)",
        "a street with a crossing",
        "low waves",
        "leaning at the window",
        "a rocky shore",
    ],
)
def test_words_of_rest_are_not_taken_for_motion(text: str) -> None:
    assert [word for word in moving_words(text) if word != "crossing"] == []


def test_a_gap_an_overlap_a_stranger_and_an_empty_scene_are_named() -> None:
    shots = [shot for scene in SCENES for shot in scene.shots]
    assert audit_film(shots, OUTLINE.spans) == ()
    late = shots[1].model_copy(update={"start_frame": shots[1].start_frame + 2})
    assert audit_film([shots[0], late, *shots[2:]], OUTLINE.spans) == (f"coverage: {late.shot_id}: a gap of 2 frames",)
    early = shots[1].model_copy(update={"start_frame": shots[1].start_frame - 3})
    assert "an overlap of 3 frames" in audit_film([shots[0], early, *shots[2:]], OUTLINE.spans)[0]
    stranger = shots[0].model_copy(update={"scene_id": "sc99"})
    assert "coverage: sc01-s01: belongs to no scene of the film" in audit_film([stranger, *shots[1:]], OUTLINE.spans)
    assert "coverage: sc02: has no shot" in audit_film([s for s in shots if s.scene_id != "sc02"], OUTLINE.spans)


@requirement("S1.27", "S1.29", "S1.30")
def test_a_prompt_is_sent_as_its_tag_and_strict_json() -> None:
    text = image_text(SHOT.prompt, tag(SHOT.shot_id, "v01", "draft-1"))
    prefix, _, body = text.partition(" ")
    assert prefix == f"[{SHOT.shot_id}]_[v01]_[draft-1]"
    assert ImagePrompt.model_validate_json(body, strict=True) == SHOT.prompt
    assert list(ImagePrompt.model_fields) == ["scene", "subjects", "style", "lighting", "camera"]


@requirement("S1.25", "S1.45")
def test_a_motion_prompt_says_how_it_rests_before_what_moves() -> None:
    text = motion_text(SHOT.motion, tag(SHOT.shot_id, "v01", "draft-1"))
    assert text.startswith(f"[{SHOT.shot_id}]_[v01]_[draft-1] At rest: ")
    assert text.index(SHOT.motion.start_state) < text.index(SHOT.motion.action) < text.index("Camera: ")


@pytest.mark.parametrize("code", ["", "a b", "a_b", "[x]"])
def test_a_tag_refuses_codes_that_would_break_it(code: str) -> None:
    with pytest.raises(Invalid, match="cannot be part of a prompt's tag"):
        tag("sc01-s01", code, "draft-1")
