"""A log of as many events as wanted, made of one drawn-out scene told over and over, straight into SQLite."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from shared.adapters.events.memory import MemoryEventStore
from shared.adapters.events.sqlite import SCHEMA
from shared.domain import proposal as proposals
from shared.domain import scene as scenes
from shared.domain import shot as shots
from shared.domain.proposal import PROPOSALS, AgentProposalCreated, proposal_id
from shared.domain.scene import SCENES, SceneUpdated
from shared.domain.shot import SHOTS, ShotClipReady, ShotImageReady
from shared.domain.shotlist import ShotPlan
from shared.kernel.events import Recorded
from shared.kernel.streams import Change, Commit
from tests.factories import ADA, cause, design, plan, span

PROJECT = "long"
ROLES = ("writer", "director", "cinematographer", "editor", "producer")
SHOTS_PER_SCENE = 8


def one_scene() -> Commit:
    """A scene from its beginning to the finished film: proposals accepted, eight shots drawn, animated, rendered."""
    change = Change(MemoryEventStore(), PROJECT, cause())
    plans = tuple(plan(f"sc01sh{n:02d}", 48 * n, 48 * n + 48) for n in range(1, SHOTS_PER_SCENE + 1))
    wanted = SceneUpdated(design=design(), shots=plans, by="ada", standing=True)
    change.decide(SCENES, "sc01", lambda s: scenes.create(s, span(end=48 * SHOTS_PER_SCENE)))
    for role in ROLES:
        _proposal(change, role, plans)
    change.decide(SCENES, "sc01", lambda s: scenes.update(s, wanted))
    change.decide(SCENES, "sc01", scenes.submit)
    change.decide(SCENES, "sc01", lambda s: scenes.approve(s, ADA, standing=True))
    for each in plans:
        _shot(change, each)
    return change.commit()


def _proposal(change: Change, role: str, plans: tuple[ShotPlan, ...]) -> None:
    output = {"shots": [each.model_dump(mode="json") for each in plans[:2]]}
    made = AgentProposalCreated(
        scene_id="sc01", run=1, role=role, prompt=f"{role}.v1", model="local", output=output, cost_cents=0
    )
    id_ = proposal_id("sc01", 1, role)
    change.decide(PROPOSALS, id_, lambda p: proposals.propose(p, made))
    change.decide(PROPOSALS, id_, lambda p: proposals.accept(p, ADA, standing=True))


def _shot(change: Change, wanted: ShotPlan) -> None:
    image = ShotImageReady(version_id="v1", start_image="a" * 64, end_image="b" * 64, model="draft")
    clip = ShotClipReady(version_id="v1", clip="c" * 64, model="draft")
    for rule in (
        lambda s: shots.draft(s, wanted, 1, 7),
        lambda s: shots.validate(s, ()),
        lambda s: shots.receive_image(s, image),
        lambda s: shots.approve(s, ADA, standing=True),
        lambda s: shots.receive_clip(s, clip),
        lambda s: shots.conform(s, "v1", "d" * 64),
        lambda s: shots.render(s, "v1", "e" * 64),
    ):
        change.decide(SHOTS, wanted.shot_id, rule)


def make_log(data: Path, events: int) -> int:
    """Fill the data folder of a studio where it is empty; returns how many events it holds, at least those wanted."""
    told = one_scene()
    count = -(-events // len(told.events))
    file = data / "cinema.db"
    if not file.exists():
        data.mkdir(parents=True, exist_ok=True)
        _write(file.with_suffix(".part"), told, count)
        file.with_suffix(".part").rename(file)
    return count * len(told.events)


def _write(file: Path, told: Commit, count: int) -> None:
    file.unlink(missing_ok=True)
    db = sqlite3.connect(file, isolation_level=None)
    db.executescript("pragma journal_mode = off; pragma synchronous = off;" + SCHEMA)
    db.execute("begin")
    db.executemany("insert into events values (?,?,?,?,?,?,?,?,?,?)", _events(told, count))
    db.executemany("insert into heads values (?,?,?,?)", _heads(told, count))
    db.execute("commit")
    db.close()


def _events(told: Commit, count: int) -> Iterator[tuple[object, ...]]:
    rows = [_row(event) for event in told.events]
    for scene in (f"sc{n:06d}" for n in range(count)):
        for stream, version, type_, schema_version, payload, *rest in rows:
            texts = stream.replace("sc01", scene), version, type_, schema_version, payload.replace("sc01", scene)
            yield (PROJECT, *texts, *rest)


def _row(e: Recorded) -> tuple[str, int, str, int, str, str, str, str, str]:
    at = e.at.isoformat(timespec="microseconds")
    return e.stream, e.version, e.type, e.schema_version, e.payload, e.actor.kind, e.actor.id, e.cause, at


def _heads(told: Commit, count: int) -> Iterator[tuple[object, ...]]:
    for scene in (f"sc{n:06d}" for n in range(count)):
        for head in told.heads:
            yield PROJECT, head.stream.replace("sc01", scene), head.version, head.state.replace("sc01", scene)
