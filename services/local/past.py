"""Looking back: state rebuilt from events alone, and any thing as it was at any moment."""

from dataclasses import dataclass
from hashlib import sha256

from shared.domain.kinds import KINDS
from shared.kernel.errors import Invalid, NotFound
from shared.kernel.events import Json, Recorded
from shared.kernel.streams import EventStore, rebuild


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


def compare(store: EventStore, project_id: str) -> Comparison:
    """Rebuild every head of a project from its events and compare it with the stored one."""
    stored = {head.stream: head for kind in KINDS for head in store.heads(project_id, kind)}
    digest, different, streams = sha256(), [], len(stored)
    for head in rebuild(store.facts(project_id), KINDS):
        digest.update(f"{head.stream}\n{head.version}\n{head.state}\n".encode())
        if stored.pop(head.stream, None) != head:
            different.append(head.stream)
    return Comparison(project_id, streams, (*different, *stored), digest.hexdigest())


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
