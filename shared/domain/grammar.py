"""Film grammar as rules that can be checked: what may follow what, how fast a camera goes, which lens a size takes."""

from collections.abc import Sequence
from itertools import pairwise

from shared.domain.prompt import Angle, Move, ShotSize, SubjectType
from shared.domain.shotlist import ShotPlan

LEAST_MS = 833
"""20 frames at 24 fps: what an eye needs to see a picture at all."""
MOST_MS = 8_000
MOVING_MS = 1_100
"""A shot shorter than this holds still."""
WHOLE_MOVE_MS = 2_400
"""The least time for the longest move the layers allow."""
OPENERS = (ShotSize.EXTREME_WIDE, ShotSize.WIDE, ShotSize.FULL)
LADDER = (
    ShotSize.EXTREME_WIDE,
    ShotSize.WIDE,
    ShotSize.FULL,
    ShotSize.MEDIUM,
    ShotSize.MEDIUM_CLOSE,
    ShotSize.CLOSE,
    ShotSize.EXTREME_CLOSE,
)
LENSES: dict[ShotSize, tuple[int, int]] = {
    ShotSize.EXTREME_WIDE: (24, 28),
    ShotSize.WIDE: (24, 28),
    ShotSize.FULL: (35, 40),
    ShotSize.MEDIUM: (35, 50),
    ShotSize.MEDIUM_CLOSE: (50, 85),
    ShotSize.CLOSE: (85, 85),
    ShotSize.EXTREME_CLOSE: (85, 100),
    ShotSize.INSERT: (85, 100),
}
"""Shortest and longest focal length in mm for each size."""

Framed = tuple[ShotSize, Angle, str]
"""Size, angle and place: what makes two neighbours look alike."""


def most_amount(duration_ms: int) -> float:
    """How far a camera may go in this time, 0..1: min(1, duration / 2.4 s), and 0 below 1.1 s."""
    return 0.0 if duration_ms < MOVING_MS else min(1.0, duration_ms / WHOLE_MOVE_MS)


def amount_for(energy: float, duration_ms: int) -> float:
    """How far a camera goes: its speed rises with energy, 0.05/s when calm to 0.35/s when loud, within the limit."""
    speed = 0.05 + 0.30 * max(0.0, min(1.0, energy)) ** 2
    return int(1000 * min(most_amount(duration_ms), 0.08 + speed * duration_ms / 1000)) / 1000


def cut_faults(before: Framed, after: Framed) -> tuple[str, ...]:
    """Why a cut between two framings of one scene would jar; empty when it holds."""
    faults: list[str] = []
    if before == after:
        faults.append("the same size and angle of the same place twice")
    if before[0] is after[0] is ShotSize.INSERT:
        faults.append("two inserts in a row")
    if before[2] == after[2] and before[1] is after[1] and _steps(before[0], after[0]) < 2:
        faults.append("less than 30 degrees and two sizes apart")
    return tuple(faults)


def violations(shots: Sequence[ShotPlan]) -> tuple[str, ...]:
    """Every broken rule in film order, each naming its shot; empty for a film that cuts well."""
    found: list[str] = []
    for before, after in pairwise(shots):
        if before.scene_id == after.scene_id:
            found += [f"{after.shot_id}: {fault}" for fault in cut_faults(framed(before), framed(after))]
        elif before.size is after.size:
            found.append(f"{after.shot_id}: opens with the {after.size} that the scene before ended with")
        if before.move is after.move is not Move.STATIC and before.scene_id == after.scene_id:
            found.append(f"{after.shot_id}: {after.move} twice in a row")
    for shot in shots:
        found += [f"{shot.shot_id}: {fault}" for fault in _own_faults(shot)]
    return (*found, *_sides(shots))


def framed(shot: ShotPlan) -> Framed:
    """What decides whether this shot looks like its neighbour."""
    return (shot.size, shot.angle, shot.prompt.scene.split(",")[0])


def _own_faults(shot: ShotPlan) -> list[str]:
    faults: list[str] = []
    lasting = shot.end_ms - shot.start_ms
    low, high = LENSES[shot.size]
    if shot.index == 0 and shot.size not in OPENERS:
        faults.append(f"a scene must be established before a {shot.size}")
    if not low <= shot.lens_mm <= high:
        faults.append(f"{shot.lens_mm} mm does not fit a {shot.size} ({low}-{high} mm)")
    if shot.move is not Move.STATIC and shot.motion.amount > most_amount(lasting):
        faults.append(f"{shot.move} by {shot.motion.amount} is too fast for {lasting} ms")
    if (shot.move, shot.size, shot.angle, shot.lens_mm) != (
        shot.motion.move,
        shot.prompt.camera.size,
        shot.prompt.camera.angle,
        shot.prompt.camera.lens_mm,
    ):
        faults.append("the prompts ask for another camera than the plan")
    return faults


def _sides(shots: Sequence[ShotPlan]) -> list[str]:
    """Nobody changes screen direction within a scene."""
    seen: dict[tuple[str, str], str] = {}
    found: list[str] = []
    for shot in shots:
        for subject in shot.prompt.subjects:
            side = next((side for side in ("facing left", "facing right") if side in subject.position), "")
            if subject.type is SubjectType.PERSON and side:
                who = subject.description.split(",")[0]
                if seen.setdefault((shot.scene_id, who), side) != side:
                    found.append(f"{shot.shot_id}: {who} crosses the line, {side}")
    return found


def _steps(before: ShotSize, after: ShotSize) -> int:
    if ShotSize.INSERT in (before, after):
        return len(LADDER)
    return abs(LADDER.index(before) - LADDER.index(after))
