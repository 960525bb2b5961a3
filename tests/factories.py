"""Small values for tests."""

from datetime import UTC, datetime, timedelta

from shared.domain.prompt import Angle, Camera, ImagePrompt, MotionPrompt, Move, ShotSize, Subject, SubjectType
from shared.domain.shotlist import SceneDesign, SceneSpan, ShotPlan, Transition
from shared.kernel.events import Actor
from shared.kernel.streams import Cause, Handled

ADA = Actor(kind="human", id="ada")
ROBOT = Actor(kind="agent", id="director")
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def cause(actor: Actor = ADA, n: int = 0, handled: Handled | None = None, key: str | None = None) -> Cause:
    """Who acts, n seconds after noon."""
    request = (key, "hash") if key else None
    return Cause(actor, f"request-{n}", NOON + timedelta(seconds=n), request, handled)


def prompt(size: ShotSize = ShotSize.WIDE, scene: str = "a small bedroom with a window at night") -> ImagePrompt:
    """A girl standing in a room."""
    girl = Subject(
        type=SubjectType.PERSON,
        description="a young woman, long dark hair hex #2A1E1A, wearing a wool coat hex #7A2E3A",
        pose="standing",
        position="left third, midground, facing right",
    )
    camera = Camera(size=size, angle=Angle.EYE_LEVEL, lens_mm=35)
    return ImagePrompt(scene=scene, subjects=(girl,), style="painted", lighting="moonlight", camera=camera)


def plan(shot_id: str = "sc01sh01", start: int = 0, end: int = 48, **changes: object) -> ShotPlan:
    """Two seconds of a shot."""
    motion = MotionPrompt(
        start_state="She stands still.", action="The camera drifts in.", move=Move.PUSH_IN, amount=0.5
    )
    made = ShotPlan(
        shot_id=shot_id, scene_id=shot_id[:4], index=0, start_frame=start, end_frame=end, start_ms=start * 1000 // 24,
        end_ms=end * 1000 // 24, words="little girl", moments=("m1",), size=ShotSize.WIDE, angle=Angle.EYE_LEVEL,
        lens_mm=28, move=Move.PUSH_IN, transition=Transition.CUT, reason="the words name the girl", prompt=prompt(),
        motion=motion,
    )  # fmt: skip
    return made.model_copy(update=changes)


def span(scene_id: str = "sc01", start: int = 0, end: int = 48) -> SceneSpan:
    """A scene of two seconds."""
    return SceneSpan(
        scene_id=scene_id, index=0, title="Verse", start_frame=start, end_frame=end, start_ms=start * 1000 // 24,
        end_ms=end * 1000 // 24, first_moment=0, last_moment=0, seed=7,
    )  # fmt: skip


def design() -> SceneDesign:
    """A bedroom at night."""
    return SceneDesign(
        slugline="INT. BEDROOM - NIGHT", synopsis="She waits.", location="a small bedroom with a window",
        time_of_day="night", weather="clear", outfit="a wool coat hex #7A2E3A", props=("candle",),
        palette=("#101020", "#303050", "#E0C090"), light="moonlight from the left",
    )  # fmt: skip
