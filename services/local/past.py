"""Looking back: state rebuilt from events alone, and any thing as it was at any moment."""

import gc
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from multiprocessing import get_context

from shared.domain.kinds import KINDS
from shared.kernel.errors import Invalid, NotFound
from shared.kernel.events import Json, Recorded
from shared.kernel.streams import EventStore, Part, rebuild
from shared.settings import Settings
from shared.wiring import install

STREAMS_PER_PART = 4000
WORTH_A_PROCESS = 10
"""From so many parts on, starting a second process costs less than it saves."""


@dataclass(frozen=True)
class Comparison:
    """What a rebuild of one project gave."""

    project_id: str
    streams: int
    different: tuple[str, ...]
    digest: str

    def sentence(self) -> str:
        """In words."""
        if self.different:
            return f"{self.project_id}: {len(self.different)} of {self.streams} differ: {', '.join(self.different)}"
        return f"{self.project_id}: {self.streams} streams rebuilt, all equal, {self.digest[:16]}"


@dataclass(frozen=True)
class _Rebuilt:
    streams: int
    different: tuple[str, ...]
    digests: bytes


def compare(store: EventStore, project_id: str, settings: Settings, size: int = STREAMS_PER_PART) -> Comparison:
    """Rebuild every head of a project from its events and compare it with the stored one.

    A large project is rebuilt in as many processes as there are workers. The digest is that of the digests of all
    heads in the order of their streams, so it does not depend on how the project was parted.
    """
    parts = store.parts(project_id, size)
    if settings.workers > 1 and len(parts) >= WORTH_A_PROCESS:
        with ProcessPoolExecutor(settings.workers, get_context("spawn"), gc.disable) as processes:
            return _together(project_id, processes.map(partial(_rebuilt_apart, settings, project_id), parts))
    return _together(project_id, (_rebuilt(store, project_id, part) for part in parts))


def _together(project_id: str, parts: Iterable[_Rebuilt]) -> Comparison:
    digest, streams = sha256(), 0
    different: list[str] = []
    for part in parts:
        digest.update(part.digests)
        different.extend(part.different)
        streams += part.streams
    return Comparison(project_id, streams, tuple(different), digest.hexdigest())


def _rebuilt_apart(settings: Settings, project_id: str, part: Part) -> _Rebuilt:
    installation = install(settings, {})
    try:
        return _rebuilt(installation.studio.store, project_id, part)
    finally:
        installation.close()


def _rebuilt(store: EventStore, project_id: str, part: Part) -> _Rebuilt:
    stored = {head.stream: head for head in store.stored(project_id, part)}
    digests, different, streams = [], [], len(stored)
    for head in rebuild(store.facts(project_id, part), KINDS):
        digests.append(sha256(f"{head.stream}\n{head.version}\n{head.state}".encode()).digest())
        if stored.pop(head.stream, None) != head:
            different.append(head.stream)
    return _Rebuilt(streams, tuple(sorted((*different, *stored))), b"".join(digests))


def state_at(store: EventStore, project_id: str | None, thing: tuple[str, str], at: str | None) -> Json:
    """One thing at a moment, and the history up to there. `at` is an event id or a version of its stream."""
    kind_name, id_ = thing
    if kind_name not in KINDS:
        raise Invalid(f"there is no kind {kind_name}; there are {', '.join(sorted(KINDS))}")
    kind, project = KINDS[kind_name], project_id or _only(store.projects())
    history = _until(store, project, store.history(project, kind.stream(id_)), at)
    if not history:
        raise NotFound(f"{kind_name} {id_} did not exist in {project} then")
    return {
        "project_id": project,
        "stream": kind.stream(id_),
        "version": history[-1].version,
        "state": kind.fold(e.event for e in history).model_dump(mode="json"),
        "history": [{"id": e.id, "type": e.type, "at": e.at.isoformat(), "actor": e.actor.id} for e in history],
    }


def _only(projects: list[str]) -> str:
    if len(projects) != 1:
        raise Invalid(f"say which project: --project {' | '.join(projects) or '(there is none)'}")
    return projects[0]


def _until(store: EventStore, project_id: str, history: list[Recorded], at: str | None) -> list[Recorded]:
    if at is None:
        return history
    if at.isdigit():
        return [e for e in history if e.version <= int(at)]
    moment = next((e for e in store.timeline(project_id) if e.id == at), None)
    if moment is None:
        raise NotFound(f"project {project_id} has no event {at}")
    return [e for e in history if (e.at, e.stream, e.version) <= (moment.at, moment.stream, moment.version)]
