"""Bytes by what they contain."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol


class Blobs(Protocol):
    """Storage of immutable bytes under their SHA-256. The same bytes are stored once.

    Raises NotFound for a hash that is not there and Unavailable when the storage is full or unreachable; a blob is
    there whole or not at all.
    """

    def put(self, content: bytes) -> str:
        """Keep these bytes; returns their hash in hex."""

    def keep(self, path: Path) -> str:
        """Keep the content of a file; the file itself is left alone."""

    def get(self, blob: str) -> bytes:
        """The bytes."""

    def has(self, blob: str) -> bool:
        """Whether these bytes are kept."""

    def file(self, blob: str) -> AbstractContextManager[Path]:
        """The bytes as a read-only file that exists as long as the context."""

    def scratch(self) -> AbstractContextManager[Path]:
        """An empty folder for work, gone afterwards."""

    def each(self) -> Iterator[str]:
        """Every hash kept, in order."""
