"""A film on one page."""

from collections.abc import Sequence
from typing import Protocol

from shared.domain.analysis import Value


class SheetRow(Value):
    """One shot on a contact sheet."""

    image: bytes
    heading: str
    words: str
    note: str


class Sheets(Protocol):
    """Lays out pictures and words.

    Promises: the same rows give the same bytes; the page has at most 40 million pixels whatever the number of rows;
    pages of languages written from the right begin at the right. Raises MediaFault when a picture cannot be read.
    """

    def contact_sheet(self, title: str, language: str, rows: Sequence[SheetRow]) -> bytes:
        """One PNG with every row's picture and its words beside it, in order."""
