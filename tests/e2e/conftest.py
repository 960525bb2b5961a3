"""Films that many tests look at; each is made once."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.e2e.films import SAMPLES, Made, excerpt, make

SAMPLE_FILMS = {"en": ("en", "en.txt"), "he": ("he", "he.txt"), "he timed": ("he", "he.words.lrc")}


@pytest.fixture(scope="session")
def sample_film(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Made]:
    """The film of a sample, by its name in SAMPLE_FILMS."""

    @cache
    def made(name: str) -> Made:
        song, lyrics = SAMPLE_FILMS[name]
        truth = json.loads((SAMPLES / f"{song}.truth.json").read_text(encoding="utf-8"))
        folder = tmp_path_factory.mktemp("sample")
        return make(folder, SAMPLES / f"{song}.mp3", "--lyrics", str(SAMPLES / lyrics), truth=truth)

    return made


@pytest.fixture(scope="session")
def short_song(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Ten sung seconds and their lyrics."""
    return excerpt(tmp_path_factory.mktemp("song"))


@pytest.fixture(scope="session")
def short_film(tmp_path_factory: pytest.TempPathFactory, short_song: tuple[Path, Path]) -> Made:
    """Their film, made without an interruption."""
    song, lyrics = short_song
    return make(tmp_path_factory.mktemp("short"), song, "--lyrics", str(lyrics))
