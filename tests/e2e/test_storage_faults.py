"""A disk that is full, locked or not to be written to: said in one sentence, nothing broken, and the work goes on."""

import shutil
import sqlite3
import subprocess

import pytest

from tests.e2e.films import CINEMA, ROOT, broken_blobs, cinema, ended, environment, facts, same_bytes, start, until
from tests.e2e.films import events_of as events
from tests.requirements import requirement

SMALL_DISK = """
set -e
mkdir -p "$DISK"
mount -t tmpfs -o size=$SPACE none "$DISK"
set +e
"$@" > "$TOLD/full.out" 2> "$TOLD/full.err"
echo $? > "$TOLD/full.code"
mount -o remount,size=500m "$DISK"
"$@" > "$TOLD/again.out" 2> "$TOLD/again.err"
echo $? > "$TOLD/again.code"
cp -r "$CINEMA_DATA" "$TOLD/data"
"""


@pytest.fixture
def words(short_film, tmp_path):
    """The command of the short film, for another output folder."""
    return (*short_film.words[:-1], str(tmp_path / "out"))


def one_clear_sentence(told, *parts):
    """What a person reads when something outside the program is wrong."""
    assert told.startswith("cinema: ")
    assert len(told.strip().splitlines()) == 1, told
    for part in parts:
        assert part in told


@requirement("B.02")
@pytest.mark.parametrize("share", [0.3, 0.7])
def test_a_full_disk_is_said_and_the_film_is_finished_when_there_is_space(short_film, words, tmp_path, share):
    needed = sum(path.stat().st_size for path in short_film.data.rglob("*") if path.is_file())
    told, disk = tmp_path / "told", tmp_path / "disk"
    told.mkdir()
    more = {"DISK": str(disk), "TOLD": str(told), "SPACE": str(int(needed * share))}
    subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, "sh", *CINEMA, *words],
        cwd=ROOT, env=environment(disk / "data", **more), check=True, timeout=100,
    )  # fmt: skip
    assert (told / "full.code").read_text().strip() == "1", (told / "full.err").read_text()
    one_clear_sentence((told / "full.err").read_text(), str(disk / "data"))
    assert any(word in (told / "full.err").read_text() for word in ("make room", "free some space"))
    assert (told / "again.code").read_text().strip() == "0", (told / "again.err").read_text()
    assert same_bytes(tmp_path / "out/film.mp4", short_film.film)
    assert broken_blobs(told / "data") == []
    assert facts(events(told / "data")) == facts(short_film.events)


@requirement("B.02")
def test_a_database_locked_by_another_program_is_said_and_recovered_from(short_film, words, tmp_path):
    data = tmp_path / "data"
    process = start(data, *words)
    until(process, data, len(short_film.events) // 3)
    other = sqlite3.connect(data / "cinema.db", isolation_level=None, timeout=20)
    other.execute("begin exclusive")
    try:
        said = ended(process)
    finally:
        other.execute("rollback")
        other.close()
    assert said.code == 1
    one_clear_sentence(said.err, str(data / "cinema.db"), "locked by another program")
    again = cinema(data, *words)
    assert again.code == 0, again.err
    assert same_bytes(tmp_path / "out/film.mp4", short_film.film)
    assert facts(events(data)) == facts(short_film.events)


def test_a_data_folder_that_cannot_be_is_said(words, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    said = cinema(tmp_path / "file" / "data", *words)
    assert said.code == 1
    one_clear_sentence(said.err, str(tmp_path / "file" / "data"), "cannot be used", "CINEMA_DATA")


def test_a_data_folder_that_is_not_a_database_is_said_and_left_alone(words, tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "cinema.db").write_bytes(b"my holiday pictures" * 1000)
    said = cinema(data, *words)
    assert said.code == 1
    one_clear_sentence(said.err, str(data / "cinema.db"), "cannot be used")
    assert (data / "cinema.db").read_bytes() == b"my holiday pictures" * 1000


def test_an_output_folder_that_cannot_be_written_keeps_the_film_for_another_one(short_film, tmp_path):
    shutil.copytree(short_film.data, tmp_path / "data")
    (tmp_path / "taken").write_text("a file")
    for out in (tmp_path / "taken", tmp_path / "taken" / "out"):
        said = cinema(tmp_path / "data", *short_film.words[:-1], str(out))
        assert said.code == 1
        one_clear_sentence(said.err, f"the film is made but cannot be written to {out}", "--out")
    said = cinema(tmp_path / "data", *short_film.words[:-1], str(tmp_path / "free"))
    assert said.code == 0, said.err
    assert same_bytes(tmp_path / "free/film.mp4", short_film.film)
