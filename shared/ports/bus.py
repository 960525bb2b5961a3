"""How events travel, and what waits to be dealt with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from shared.kernel.events import Recorded


class Bus(Protocol):
    """Hands events to whoever listens, at least once, in the order of each stream."""

    def publish(self, events: Sequence[Recorded]) -> None:
        """Hand over; returns when they cannot be lost any more. A repeat is harmless."""


@dataclass(frozen=True)
class Delivery:
    """A message handed to one consumer for the nth time."""

    consumer: str
    happened: Recorded
    attempt: int
    queued: int = 0
    """The place in the queue, by which it is acknowledged."""


@dataclass(frozen=True)
class DeadLetter:
    """A message that failed too often and waits for a person."""

    consumer: str
    message_id: str
    type: str
    attempts: int
    reason: str


class Queue(Bus, Protocol):
    """A bus that one process both fills and empties. What was taken and not finished is given again."""

    def take(self) -> Delivery | None:
        """The next message that is due and whose predecessors of the same stream are done; nothing when all wait."""

    def done(self, delivery: Delivery) -> None:
        """Dealt with: never again."""

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Give it again after a while; after the fifth time it becomes a dead letter."""

    def waiting(self) -> int:
        """How many messages are not done, dead letters left out."""

    def dead(self) -> list[DeadLetter]:
        """Messages that wait for a person, oldest first."""

    def revive(self, consumer: str, message_id: str) -> None:
        """Give a dead letter another five attempts. NotFound when there is none."""

    def recover(self) -> None:
        """Give again what a process that died had taken. Called once at start."""
