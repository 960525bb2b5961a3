"""A service: a name and what it does when things happen. The same reactions run in the cloud and in one process."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from shared.kernel.errors import Conflict
from shared.kernel.events import Actor, Event, Recorded
from shared.kernel.streams import Cause, Change, Commit, Handled
from shared.ports.studio import M, Studio


@dataclass(frozen=True)
class Task:
    """One event to react to. The effect and the mark that it was dealt with are stored together by `change`."""

    service: "Service"
    happened: Recorded
    studio: Studio

    @property
    def project_id(self) -> str:
        """The project it happened in."""
        return self.happened.project_id

    @property
    def mark(self) -> Handled:
        """What makes a second delivery harmless."""
        return Handled(self.service.name, self.happened.id)

    def change(self, work: Callable[[Change], M], actor: Actor | None = None) -> M:
        """Decide and store the one effect of this reaction; as the service itself or as the actor it acts for."""
        by = actor or Actor(kind="system", id=self.service.name)
        cause = Cause(by, self.happened.id, self.studio.clock.now(), handled=self.mark)

        def declared(change: Change) -> M:
            result = work(change)
            if unknown := {e.type for e in change.events} - {event.__name__ for event in self.service.emits}:
                raise TypeError(f"{self.service.name} does not say that it emits {', '.join(sorted(unknown))}")
            return result

        return self.studio.change(self.project_id, cause, declared)


Reaction = Callable[[Task], None]


@dataclass(frozen=True)
class Service:
    """What a service is called, its reaction to each kind of event, and every event that its reactions may lead to.

    A reaction changes state at most once.
    """

    name: str
    reactions: Mapping[type[Event], Reaction]
    emits: tuple[type[Event], ...] = ()

    @property
    def listens_to(self) -> tuple[str, ...]:
        """The names of the events it reacts to."""
        return tuple(sorted(event.__name__ for event in self.reactions))

    def handle(self, happened: Recorded, studio: Studio) -> None:
        """React once: a message dealt with before, here or by another instance meanwhile, changes nothing."""
        task = Task(self, happened, studio)
        if studio.store.handled(task.mark):
            return
        try:
            self.reactions[type(happened.event)](task)
            if not studio.store.handled(task.mark):
                studio.store.commit(Commit(handled=task.mark))
        except Conflict:
            if not studio.store.handled(task.mark):
                raise


def listeners(services: Iterable[Service]) -> dict[str, tuple[str, ...]]:
    """Which services listen to each event type."""
    table: dict[str, list[str]] = {}
    for service in services:
        for event in service.listens_to:
            table.setdefault(event, []).append(service.name)
    return {event: tuple(names) for event, names in sorted(table.items())}
