"""Ears: what a song is made of, and when its words are sung."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from shared.domain.analysis import Heard, LyricLine, Word


@dataclass(frozen=True)
class Pcm:
    """Sound to listen to: signed 16-bit little-endian samples, channels interleaved."""

    samples: bytes
    rate: int = 22050
    channels: int = 2

    @property
    def duration_ms(self) -> int:
        """Length, rounded to nearest."""
        return round(len(self.samples) * 1000 / (2 * self.channels * self.rate))


class Listener(Protocol):
    """Hears tempo, beats, sections, key and the course of the sound.

    Promises: the same sound gives the same answer; silence gives an answer with no beats. Never raises for valid sound.
    """

    def hear(self, pcm: Pcm) -> Heard:
        """Listen to the whole song once."""


class Aligner(Protocol):
    """Places given words in time. The words are the truth: every one gets a time, in order, none is added or changed.

    Promises: starts never decrease, no word ends before it starts or after the song, times that the lines already carry
    are kept as they are and refined to words, and confidence says how sure each time is.
    """

    def align(self, pcm: Pcm, heard: Heard, lines: Sequence[LyricLine], language: str) -> tuple[Word, ...]:
        """One Word per word of the lines, in order. `language` is a BCP 47 code such as 'he' or 'en'."""
