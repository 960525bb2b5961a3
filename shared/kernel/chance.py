"""Choices that look random and never change: each is a hash of a seed and the names of what is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Chance:
    """A source of choices. The same seed and the same names give the same choice, in any order, on any machine."""

    seed: int

    def number(self, *names: object) -> float:
        """A number in [0, 1)."""
        return self._bits(names) / 2**64

    def between(self, low: float, high: float, *names: object) -> float:
        """A number in [low, high)."""
        return low + (high - low) * self.number(*names)

    def pick(self, options: Sequence[T], *names: object) -> T:
        """One of the options, which must not be empty."""
        return options[self._bits(names) % len(options)]

    def seed_for(self, *names: object) -> int:
        """A seed of 31 bits for something named, as image models accept it."""
        return self._bits(names) >> 33

    def _bits(self, names: tuple[object, ...]) -> int:
        text = "\x1f".join(str(name) for name in (self.seed, *names))
        return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
