"""What every blob storage promises."""

from hashlib import sha256

import pytest

from shared.adapters.blobs.disk import DiskBlobs
from shared.kernel.errors import NotFound


@pytest.fixture
def blobs(tmp_path):
    return DiskBlobs(tmp_path / "blobs")


def test_bytes_are_kept_under_their_hash_once(blobs):
    name = blobs.put(b"picture")
    assert name == sha256(b"picture").hexdigest()
    assert blobs.put(b"picture") == name
    assert blobs.get(name) == b"picture"
    assert list(blobs.each()) == [name]


def test_a_file_is_kept_and_left_alone(blobs, tmp_path):
    path = tmp_path / "תמונה.bin"
    path.write_bytes(b"film")
    assert blobs.get(blobs.keep(path)) == b"film"
    assert path.read_bytes() == b"film"


def test_what_is_not_there_is_not_found(blobs):
    assert not blobs.has("0" * 64)
    with pytest.raises(NotFound):
        blobs.get("0" * 64)


def test_a_kept_file_cannot_be_written(blobs):
    with blobs.file(blobs.put(b"x")) as path:
        assert path.stat().st_mode & 0o222 == 0


def test_scratch_is_gone_afterwards_and_swept_after_a_crash(blobs, tmp_path):
    with blobs.scratch() as folder:
        (folder / "half").write_bytes(b"half")
    assert not folder.exists()
    left = tmp_path / "blobs" / "scratch" / "dead"
    left.mkdir(parents=True)
    blobs.sweep()
    assert not left.exists()
