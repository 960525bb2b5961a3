"""Film timelines that editing suites read."""

from typing import Protocol

from shared.domain.deliverable import FilmRecord


class Interchange(Protocol):
    """Writes a film as a timeline and reads it back.

    Promises: the same film gives the same text; what was written reads back as an equal record. A text that is no such
    timeline, or whose cuts were moved by another program, is refused as Invalid, naming what and where.
    """

    def write(self, film: FilmRecord) -> str:
        """The film as a timeline."""

    def read(self, text: str) -> FilmRecord:
        """The film that a timeline was written from."""
