"""Load, decide, fold, commit: the only way anything changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from shared.kernel.errors import Conflict
from shared.kernel.events import Actor, Event, Recorded, State, fact_reader, write_fact

S = TypeVar("S", bound=State)
T = TypeVar("T")
Rule = Callable[[S], Sequence[Event]]
_ATTEMPTS = 3


@dataclass(frozen=True)
class Kind(Generic[S]):
    """One kind of thing: its name in stream names, how it starts, and how each event changes it."""

    name: str
    state: type[S]
    evolve: Mapping[type[Event], Callable[[S, Any], S]]

    def stream(self, id_: str) -> str:
        """The stream of one such thing."""
        return f"{self.name}/{id_}"

    def fold(self, events: Iterable[Event], start: S | None = None) -> S:
        """The state after these events. Never refuses: what happened, happened."""
        state = start if start is not None else self.state()
        for event in events:
            state = self.evolve[type(event)](state, event)
        return state


@dataclass(frozen=True, slots=True)
class Head:
    """The folded state of a stream, kept beside its events so that a read costs one lookup."""

    project_id: str
    stream: str
    version: int
    state: str
    """JSON text of the state."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a request that carried an idempotency key."""

    key: str
    request: str
    """Hash of the request, so that another request under the same key is noticed."""
    body: str


@dataclass(frozen=True, slots=True)
class Handled:
    """The mark that a consumer has dealt with a message."""

    consumer: str
    message_id: str


@dataclass(frozen=True)
class Commit:
    """Everything that becomes true together, or not at all."""

    events: tuple[Recorded, ...] = ()
    heads: tuple[Head, ...] = ()
    seen: tuple["Seen", ...] = ()
    answer: Answer | None = None
    handled: Handled | None = None


class Seen(NamedTuple):
    """A stream that a decision only read, and the version it read; the decision holds while nobody writes there."""

    project_id: str
    stream: str
    version: int


class Fact(NamedTuple):
    """An event without its envelope, for rebuilding state fast."""

    project_id: str
    stream: str
    version: int
    type: str
    schema_version: int
    payload: str


class Part(NamedTuple):
    """The streams of a project whose names lie after one and up to another."""

    after: str = ""
    to: str = "\U0010ffff"


WHOLE = Part()


class EventStore(Protocol):
    """Append-only storage of events and what must change with them. Back ends pass tests/contract/test_event_store.py.

    Every method raises Unavailable when the storage is full, locked or unreachable; nothing is half-written then.
    """

    def commit(self, commit: Commit) -> None:
        """Store all of it or nothing. Conflict when a (stream, version), an answer key or an inbox mark is
        taken, or when a stream that was seen has moved on."""

    def head(self, project_id: str, stream: str) -> Head | None:
        """The latest folded state, or nothing where the stream has not begun."""

    def heads(self, project_id: str, kind: str) -> list[Head]:
        """The heads of all things of a kind, by stream name."""

    def projects(self) -> list[str]:
        """Every project that has events, sorted."""

    def history(self, project_id: str, stream: str) -> list[Recorded]:
        """Every event of one stream, in order."""

    def timeline(self, project_id: str) -> Iterator[Recorded]:
        """Every event of a project in the order of time; each stream in its own order."""

    def facts(self, project_id: str, part: Part = WHOLE) -> Iterator[Fact]:
        """Every event of a project, or of a part of it, without envelope, stream by stream, each in order."""

    def stored(self, project_id: str, part: Part = WHOLE) -> Iterator[Head]:
        """The heads of a project, or of a part of it, by stream name."""

    def parts(self, project_id: str, size: int) -> list[Part]:
        """The whole project cut into parts of that many streams, the last with what is left; never none."""

    def answer(self, key: str) -> Answer | None:
        """What was answered to this key before."""

    def handled(self, mark: Handled) -> bool:
        """Whether the consumer has dealt with the message."""

    def unpublished(self, limit: int) -> list[Recorded]:
        """Events that were stored and not yet handed to the bus, oldest first."""

    def published(self, ids: Sequence[str]) -> None:
        """Forget these from the outbox."""


@dataclass(frozen=True)
class Cause:
    """Who acts, why, and when; with the marks that must be stored together with the effect."""

    actor: Actor
    id: str
    at: datetime
    request: tuple[str, str] | None = None
    """Idempotency key and hash of the request."""
    handled: Handled | None = None


@dataclass
class Change:
    """One decision over one or several streams of a project, collected and then committed as a whole.

    States are folded from events as they are read back from storage, so that a rebuild gives the same bytes.
    """

    store: EventStore
    project_id: str
    cause: Cause
    _events: list[Recorded] = field(default_factory=list)
    _known: dict[str, tuple[int, Any]] = field(default_factory=dict)
    _changed: dict[str, None] = field(default_factory=dict)

    def get(self, kind: Kind[S], id_: str) -> S:
        """The state as this change sees it; the empty state where nothing has happened."""
        return self._load(kind, id_)[1]

    def decide(self, kind: Kind[S], id_: str, rule: Rule[S]) -> S:
        """Let a rule decide what happens next to one thing; no events means that nothing changes."""
        version, state = self._load(kind, id_)
        stream = kind.stream(id_)
        for event in rule(state):
            version += 1
            recorded = self._recorded(stream, version, event)
            state = kind.evolve[type(event)](state, recorded.event)
            self._events.append(recorded)
            self._changed[stream] = None
        self._known[stream] = (version, state)
        return state

    @property
    def events(self) -> tuple[Recorded, ...]:
        """What has been decided so far."""
        return tuple(self._events)

    def commit(self, answer: Answer | None = None) -> Commit:
        """All of it, ready to be stored."""
        known = ((stream, *self._known[stream]) for stream in self._changed)
        heads = tuple(
            Head(self.project_id, stream, version, state.model_dump_json()) for stream, version, state in known
        )
        read = (Seen(self.project_id, s, v) for s, (v, _) in self._known.items() if s not in self._changed)
        return Commit(self.events, heads, tuple(read) if heads else (), answer, self.cause.handled)

    def _load(self, kind: Kind[S], id_: str) -> tuple[int, S]:
        stream = kind.stream(id_)
        if stream not in self._known:
            head = self.store.head(self.project_id, stream)
            version = head.version if head else 0
            self._known[stream] = (version, kind.state.model_validate_json(head.state) if head else kind.state())
        return self._known[stream]

    def _recorded(self, stream: str, version: int, event: Event) -> Recorded:
        return Recorded(
            project_id=self.project_id, stream=stream, version=version, type=type(event).__name__,
            schema_version=event.schema_version, payload=write_fact(event),
            actor=self.cause.actor, cause=self.cause.id, at=self.cause.at,
        )  # fmt: skip


def transact(
    store: EventStore, project_id: str, cause: Cause, work: Callable[[Change], T], answer: Callable[[T], str]
) -> T:
    """Run a decision and store what it decided; a lost race is decided anew, three times in all.

    `answer` turns the result into the text that a repeated request will be given.
    """
    for attempt in range(1, _ATTEMPTS + 1):
        change = Change(store, project_id, cause)
        result = work(change)
        reply = Answer(*cause.request, answer(result)) if cause.request else None
        try:
            store.commit(change.commit(reply))
        except Conflict:
            if attempt == _ATTEMPTS or _already(store, cause):
                raise
        else:
            return result
    raise AssertionError("unreachable")


def _already(store: EventStore, cause: Cause) -> bool:
    """Deciding anew cannot help: this very request or message has been dealt with by somebody else."""
    answered = cause.request is not None and store.answer(cause.request[0]) is not None
    return answered or (cause.handled is not None and store.handled(cause.handled))


def rebuild(facts: Iterable[Fact], kinds: Mapping[str, Kind[Any]]) -> Iterator[Head]:
    """The heads that a project's facts lead to, from the events alone. Facts come stream by stream."""
    for stream, of_stream in groupby(facts, itemgetter(1)):
        kind = kinds[stream.partition("/")[0]]
        state, evolve = kind.state(), kind.evolve
        for project_id, _, version, type_, schema_version, payload in of_stream:  # noqa: B007  # the last ones count
            event = fact_reader(type_, schema_version)(payload)
            state = evolve[type(event)](state, event)
        yield Head(project_id, stream, version, state.model_dump_json())
