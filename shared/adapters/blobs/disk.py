"""Blobs as files in a folder, named by what they contain."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path

from shared.kernel.errors import NotFound, Unavailable


class DiskBlobs:
    """See Blobs. Files are read-only and appear by rename, so a reader meets whole blobs only."""

    def __init__(self, folder: Path) -> None:
        """Use this folder; it is made on the first write."""
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keep these bytes."""
        name = sha256(content).hexdigest()
        if not self.has(name):
            with self._arriving(name) as path:
                path.write_bytes(content)
        return name

    def keep(self, path: Path) -> str:
        """Keep the content of a file."""
        with path.open("rb") as source:
            name = file_digest(source, "sha256").hexdigest()
        if not self.has(name):
            with self._arriving(name) as arriving:
                shutil.copyfile(path, arriving)
        return name

    def get(self, blob: str) -> bytes:
        """The bytes."""
        with self.file(blob) as path:
            return path.read_bytes()

    def has(self, blob: str) -> bool:
        """Whether these bytes are kept."""
        return self._path(blob).is_file()

    @contextmanager
    def file(self, blob: str) -> Iterator[Path]:
        """The bytes as a read-only file."""
        path = self._path(blob)
        if not path.is_file():
            raise NotFound(f"there is no blob {blob}")
        yield path

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """An empty folder on the same disk."""
        with _storage(self._folder):
            parent = self._folder / "scratch"
            parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=parent, ignore_cleanup_errors=True) as folder:
                yield Path(folder)

    def each(self) -> Iterator[str]:
        """Every hash kept, in order."""
        return (path.name for path in sorted(self._folder.glob("??/*")) if path.suffix == "")

    def sweep(self) -> None:
        """Remove what a process that died had begun to write. Only while nobody else writes."""
        shutil.rmtree(self._folder / "scratch", ignore_errors=True)

    @contextmanager
    def _arriving(self, name: str) -> Iterator[Path]:
        with self.scratch() as folder, _storage(self._folder):
            path = folder / name
            yield path
            path.chmod(0o444)
            _sync(path)
            target = self._path(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
            _sync(target.parent)

    def _path(self, blob: str) -> Path:
        return self._folder / blob[:2] / blob


@contextmanager
def _storage(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Unavailable(f"the disk that holds {folder} is full; free some space and try again") from error
        raise


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
