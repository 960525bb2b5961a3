"""The main job: a song and its lyrics become a film, without a question asked, and interrupted work goes on."""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from services.local.runner import Runner
from shared.actions.everything import ACTIONS
from shared.actions.films import Progress, RenderView
from shared.actions.projects import MAX_STORY
from shared.actions.registry import Caller
from shared.actions.songs import LANGUAGE
from shared.domain.deliverable import FILM
from shared.domain.lyrics import read_lyrics
from shared.domain.render import Render, RenderStatus
from shared.kernel.errors import Invalid, Refused, Unavailable
from shared.kernel.events import Actor
from shared.ports.studio import Studio

PERSON = Actor(kind="human", id="you")
MAX_TEXT_BYTES = 1_000_000

T = TypeVar("T", bound=BaseModel)
Tell = Callable[[Progress], None]


@dataclass(frozen=True)
class Order:
    """What the person typed. To type it is her standing decision to accept what the crew proposes."""

    song: Path
    lyrics: Path | None
    language: str | None
    story: Path | None
    title: str | None
    out: Path
    size: tuple[int, int] = (1920, 1080)


@dataclass(frozen=True)
class Desk:
    """The person's seat: performs actions as her. Each is harmless when repeated."""

    studio: Studio
    project_id: str

    def perform(self, action: str, /, **given: Any) -> BaseModel:
        """Perform one action of the registry on this project."""
        caller = Caller(PERSON, f"film/{self.project_id}")
        wanted = {k: v for k, v in given.items() if v is not None}
        return ACTIONS.perform(action, {"project_id": self.project_id, **wanted}, self.studio, caller)


def make_film(order: Order, studio: Studio, runner: Runner, tell: Tell) -> Path:
    """Make the film and put it, with everything beside it, into the output folder; returns where it is.

    A run that was interrupted goes on where it was, and what had failed is tried once more. Raises Invalid for input
    that cannot be used (nothing is stored then), Refused when a person must look, Unavailable when the disk is full.
    """
    lyrics, story = _text(order.lyrics, "lyrics"), _text(order.story, "story")
    told = _told(story, order.story)
    song = studio.media.probe_sound(order.song.resolve(), order.song.name).sha256.encode()
    if order.language is not None and not re.fullmatch(LANGUAGE, order.language):
        raise Invalid(f"{order.language!r} is no language code; write one such as he, en or pt-BR")
    if lyrics is not None and order.lyrics:
        read_lyrics(lyrics, order.lyrics.name, order.language)
    identity = sha256(b"".join(sha256(x or b"").digest() for x in (song, lyrics, story)))
    identity.update(f"{order.language}/{order.title}/{order.size}".encode())
    desk = Desk(studio, f"film-{identity.hexdigest()[:12]}")
    for letter in studio.queue.dead():
        studio.queue.revive(letter.consumer, letter.message_id)
    runner.start()
    try:
        _begin(desk, order, (lyrics, told), int.from_bytes(identity.digest()[:4]) >> 1)
        runner.wait(lambda: _all_shots_done(desk, tell), every_s=0.4)
        render_id = _typed(RenderView, desk.perform("render_film")).render_id
        runner.wait(lambda: _render(desk, render_id).status is not RenderStatus.REQUESTED)
    finally:
        runner.stop()
    render = _render(desk, render_id)
    if render.status is RenderStatus.FAILED:
        raise Refused(f"the film could not be put together: {render.failure}")
    return _deliver(render, studio, order.out)


def _begin(desk: Desk, order: Order, texts: tuple[bytes | None, str], seed: int) -> None:
    lyrics, told = texts
    blobs = desk.studio.blobs
    width, height = order.size
    name = order.title or order.song.stem
    desk.perform("create_project", name=name, require_human_approval=False, seed=seed, width=width, height=height)
    if told:
        desk.perform("tell_story", text=told)
    desk.perform(
        "add_song", song=blobs.keep(order.song), file_name=order.song.name, title=order.title, language=order.language,
        lyrics=blobs.put(lyrics) if lyrics is not None else None,
        lyrics_name=order.lyrics.name if order.lyrics else None,
    )  # fmt: skip


def _all_shots_done(desk: Desk, tell: Tell) -> bool:
    progress = _typed(Progress, desk.perform("get_progress"))
    tell(progress)
    if progress.stuck and not progress.waiting:
        raise Refused("the film cannot go on without you: " + _few(progress.stuck))
    clips = progress.stages[-1]
    return clips.total > 0 and clips.done == clips.total


def _few(reasons: tuple[str, ...]) -> str:
    more = f"; and {len(reasons) - 3} more" if len(reasons) > 3 else ""
    return "; ".join(reasons[:3]) + more


def _render(desk: Desk, render_id: str) -> Render:
    return _typed(RenderView, desk.perform("get_film", render_id=render_id)).render


def _deliver(render: Render, studio: Studio, out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, blob in render.outputs.items():
            arriving = out / f".{name}.part"
            with studio.blobs.file(blob) as path:
                arriving.unlink(missing_ok=True)
                shutil.copyfile(path, arriving)
            with arriving.open("rb+") as written:
                os.fsync(written.fileno())
            arriving.replace(out / name)
    except OSError as error:
        raise Unavailable(
            f"the film is made but cannot be written to {out}: {error.strerror}; run again with another --out"
        ) from error
    return out / FILM


def _text(path: Path | None, what: str) -> bytes | None:
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            content = file.read(MAX_TEXT_BYTES + 1)
    except OSError as error:
        raise Invalid(f"the {what} {path} cannot be read: {error.strerror}; check the path") from error
    if len(content) > MAX_TEXT_BYTES:
        raise Invalid(f"the {what} {path} is larger than {MAX_TEXT_BYTES:,} bytes; bring the text alone")
    return content


def _told(story: bytes | None, path: Path | None) -> str:
    try:
        text = (story or b"").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Invalid(f"the story {path} is not UTF-8 at byte {error.start}; save it as UTF-8") from error
    if len(text) > MAX_STORY:
        raise Invalid(f"the story {path} has {len(text):,} characters; shorten it to {MAX_STORY:,}")
    return text


def _typed(kind: type[T], value: BaseModel) -> T:
    assert isinstance(value, kind)
    return value
