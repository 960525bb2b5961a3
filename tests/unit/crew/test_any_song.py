"""What holds for the film of any song, however odd."""

from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from shared.agents.crew import PlannedScene
from shared.domain.analysis import Analysis
from shared.domain.audit import audit, audit_film
from shared.domain.cutting import DROUGHT_MS, cuts, marks_of
from shared.domain.grammar import violations
from shared.domain.shotlist import ShotPlan
from shared.domain.spans import scene_context, spans_of
from shared.kernel.chance import Chance
from shared.kernel.timecode import frame_at
from tests.requirements import requirement
from tests.unit.crew.songs import film, sample, songs

STORIES = st.sampled_from(
    (
        "",
        "A 9-year-old girl named Noa with red hair and a blue dress waits for her father.",
        "איש זקן מחכה בתחנה",
        "A fisherman called Jonas, 60, walks from the lighthouse through a storm to the harbour. At dawn he finds it.",
        "דייג פוגש ילדה בשמלה אדומה על החוף. בלילה הם סופרים כוכבים.",
    )
)
ANY = settings(
    max_examples=60, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


def shots_of(scenes: tuple[PlannedScene, ...]) -> list[ShotPlan]:
    return [shot for scene in scenes for shot in scene.shots]


@requirement("S1.40")
@ANY
@given(songs(), st.integers(0, 5))
def test_scenes_cover_any_song_without_a_gap_and_each_has_its_own_seed(analysis: Analysis, seed: int) -> None:
    spans = spans_of(analysis, 24, Chance(seed))
    assert spans[0].start_frame == 0
    assert spans[-1].end_frame == frame_at(analysis.duration_ms, 24)
    assert all(a.end_frame == b.start_frame and a.end_ms == b.start_ms for a, b in pairwise(spans))
    assert all(span.start_frame == frame_at(span.start_ms, 24) < span.end_frame for span in spans)
    assert len({span.seed for span in spans}) == len(spans)
    covered = [at for span in spans for at in range(span.first_moment, span.last_moment + 1)]
    assert covered == list(range(len(analysis.moments)))


@requirement("S1.41", "S1.43")
@ANY
@given(songs(), STORIES)
@example(sample("en"), "")
@example(sample("he"), "")
def test_every_film_is_covered_audited_clean_and_follows_film_grammar(analysis: Analysis, story: str) -> None:
    outline, scenes = film(analysis, story)
    shots = shots_of(scenes)
    assert audit_film(shots, outline.spans) == ()
    assert violations(shots) == ()
    assert [
        finding for scene in scenes for shot in scene.shots for finding in audit(shot, scene.design, outline.bible)
    ] == []


@ANY
@given(songs())
def test_shots_begin_on_beats_or_moments_and_none_is_too_short_or_too_long(analysis: Analysis) -> None:
    outline, scenes = film(analysis)
    for span, scene in zip(outline.spans, scenes, strict=True):
        context = scene_context(analysis, outline, span)
        musical = {*analysis.beats_ms, *(moment.start_ms for moment in analysis.moments)}
        near = sorted({span.start_ms, span.end_ms, *(ms for ms in musical if span.start_ms < ms < span.end_ms)})
        for shot in scene.shots:
            assert shot.frames >= 20 or len(scene.shots) == 1
            assert shot.end_ms - shot.start_ms <= 10_000
            assert shot.start_frame == frame_at(shot.start_ms, 24)
            if shot.start_ms not in near:
                before = max(ms for ms in near if ms < shot.start_ms)
                after = min(ms for ms in near if ms > shot.start_ms)
                assert after - before > DROUGHT_MS, "only where the music gives nothing for 6 s"
        assert {shot.start_ms for shot in scene.shots} <= {mark.ms for mark in marks_of(context)}
        assert cuts(context) == (*(shot.start_ms for shot in scene.shots), span.end_ms)


@requirement("S3.02")
@settings(ANY, max_examples=15)
@given(songs(), STORIES)
def test_the_same_song_and_story_give_the_same_film_in_any_order(analysis: Analysis, story: str) -> None:
    outline, scenes = film(analysis, story)
    again, repeated = film(Analysis.model_validate_json(analysis.model_dump_json()), story)
    assert again.model_dump_json() == outline.model_dump_json()
    assert [shot.model_dump_json() for shot in shots_of(repeated)] == [
        shot.model_dump_json() for shot in shots_of(scenes)
    ]
