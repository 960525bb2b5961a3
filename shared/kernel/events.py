"""What happened: typed events, their envelope, and how shapes of the past are read."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict

Json = dict[str, Any]
Upcaster = Callable[[Json], Json]


B = TypeVar("B", bound=BaseModel)


def replaced(value: B, changes: Mapping[str, object]) -> B:
    """A frozen value with some fields replaced, unchecked; several times as fast as model_copy."""
    made = object.__new__(type(value))
    _set(made, "__dict__", {**value.__dict__, **changes})
    _set(made, "__pydantic_fields_set__", value.__pydantic_fields_set__)
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


_set = object.__setattr__


class Event(BaseModel):
    """A fact, in the past tense. The class name is the wire name; the fields are the payload."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    schema_version: ClassVar[int] = 1
    types: ClassVar[dict[str, type["Event"]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Make the event readable by its name, which must be unique."""
        super().__init_subclass__(**kwargs)
        if cls.__name__ in Event.types:
            raise TypeError(f"two events are called {cls.__name__}")
        Event.types[cls.__name__] = cls


class State(BaseModel):
    """What a stream has come to. Frozen; a new one is made for every event."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def after(self, **changes: object) -> Self:
        """This state with some fields replaced, unchecked: the values come from checked events."""
        return replaced(self, changes)


class Actor(BaseModel):
    """Who caused an event."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Literal["human", "agent", "provider", "automation", "system"]
    id: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as it is stored and published: the fact plus where, when, by whom and why."""

    project_id: str
    stream: str
    version: int
    type: str
    schema_version: int
    payload: str
    """Canonical JSON of the fact: what was stored, byte for byte."""
    actor: Actor
    cause: str
    """The request or the event that led to it."""
    at: datetime

    @property
    def id(self) -> str:
        """Unique for ever: where it stands in its stream."""
        return event_id(self.project_id, self.stream, self.version)

    @property
    def subject(self) -> str:
        """The id of the thing it happened to."""
        return self.stream.partition("/")[2]

    @property
    def event(self) -> Event:
        """The typed fact, lifted to the shape known today."""
        return read_fact(self.type, self.schema_version, self.payload)

    def to_wire(self) -> str:
        """One JSON object, as it travels on a bus and lies in a queue."""
        fields = {name: getattr(self, name) for name in _PLAIN}
        wire = {**fields, "id": self.id, "payload": json.loads(self.payload), "actor": self.actor.model_dump()}
        return canonical({**wire, "at": self.at.isoformat(timespec="microseconds")})

    @staticmethod
    def from_wire(text: str) -> "Recorded":
        """Read what to_wire wrote."""
        wire = json.loads(text)
        return Recorded(
            **{name: wire[name] for name in _PLAIN},
            payload=canonical(wire["payload"]),
            actor=Actor.model_validate(wire["actor"]),
            at=datetime.fromisoformat(wire["at"]),
        )


_PLAIN = ("project_id", "stream", "version", "type", "schema_version", "cause")


def event_id(project_id: str, stream: str, version: int) -> str:
    """The id of the event at that place."""
    return f"{project_id}/{stream}~{version:08d}"


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, no spaces, letters unescaped."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def write_fact(event: Event) -> str:
    """The payload to store."""
    return canonical(event.model_dump(mode="json"))


def read_fact(type_: str, schema_version: int, payload: str) -> Event:
    """A stored payload as the event it is today; older shapes are lifted step by step."""
    return fact_reader(type_, schema_version)(payload)


@cache
def fact_reader(type_: str, schema_version: int) -> Callable[[str], Event]:
    """What reads payloads of that type and shape; looked up once, it reads a million in a row faster."""
    cls = Event.types[type_]
    if schema_version == cls.schema_version:
        return cls.__pydantic_validator__.validate_json

    def lifted(payload: str) -> Event:
        shape = json.loads(payload)
        for version in range(schema_version, cls.schema_version):
            shape = _UPCASTERS[type_, version](shape)
        return cls.model_validate(shape)

    return lifted


_UPCASTERS: dict[tuple[str, int], Upcaster] = {}


def upcast(type_: str, from_version: int) -> Callable[[Upcaster], Upcaster]:
    """Register the step that lifts a stored payload from one schema version to the next."""

    def register(step: Upcaster) -> Upcaster:
        _UPCASTERS[type_, from_version] = step
        return step

    return register
