"""Everything that actions and services may reach: the ports, filled by the wiring."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from shared.kernel.streams import Cause, Change, EventStore, Kind, S, transact
from shared.ports.blobs import Blobs
from shared.ports.bus import Queue
from shared.ports.clips import Clips
from shared.ports.clock import Clock, Ids
from shared.ports.images import Images
from shared.ports.interchange import Interchange
from shared.ports.listening import Aligner, Listener
from shared.ports.media import Media
from shared.ports.sheets import Sheets

M = TypeVar("M", bound=BaseModel | None)


@dataclass(frozen=True)
class Studio:
    """The ports of one installation. The same for the local process, each cloud service, tests and the simulator."""

    store: EventStore
    queue: Queue
    blobs: Blobs
    clock: Clock
    ids: Ids
    media: Media
    listener: Listener
    aligner: Aligner
    images: Images
    clips: Clips
    sheets: Sheets
    interchange: Interchange

    def get(self, project_id: str, kind: Kind[S], id_: str) -> S:
        """The present state of one thing; the empty state where nothing has happened."""
        head = self.store.head(project_id, kind.stream(id_))
        return kind.state.model_validate_json(head.state) if head else kind.state()

    def all(self, project_id: str, kind: Kind[S]) -> dict[str, S]:
        """All things of a kind in a project, by id, in the order of their ids."""
        heads = self.store.heads(project_id, kind.name)
        return {head.stream.partition("/")[2]: kind.state.model_validate_json(head.state) for head in heads}

    def change(self, project_id: str, cause: Cause, work: Callable[[Change], M]) -> M:
        """Decide and store, then hand what happened to the bus. `work` may run again when somebody else was first."""
        result = transact(self.store, project_id, cause, work, _reply)
        self.relay()
        return result

    def relay(self) -> int:
        """Hand stored events to the bus that have not been handed over; returns how many."""
        relayed = 0
        while events := self.store.unpublished(200):
            self.queue.publish(events)
            self.store.published([event.id for event in events])
            relayed += len(events)
        return relayed


def _reply(result: BaseModel | None) -> str:
    return result.model_dump_json() if result is not None else "null"
