"""The verbs of `cinema`: the main job, looking into the past, the local server, and every action of the registry."""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

from services.gateway.app import local_app
from services.local.crew import SERVICES
from services.local.display import Display
from services.local.film import PERSON, Order, make_film
from services.local.lock import only_one
from services.local.past import compare, state_at
from services.local.runner import Runner
from shared.actions.everything import ACTIONS
from shared.actions.registry import Caller
from shared.kernel.errors import Invalid, StudioError
from shared.kernel.events import Json
from shared.service import listeners
from shared.settings import Settings
from shared.surfaces import cli
from shared.wiring import Installation, install


class Cinema(click.Group):
    """Expected failures end with one clear sentence and exit code 1; an interruption says how to go on."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except StudioError as error:
            click.echo(f"cinema: {error}", err=True)
            sys.exit(1)
        except KeyboardInterrupt:
            click.echo("\ncinema: stopped; run the same command again and it goes on from here", err=True)
            sys.exit(130)


@click.group(cls=Cinema)
def cinema() -> None:
    """Turn a song into a finished film, with people deciding every step."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")


@contextmanager
def installed() -> Iterator[Installation]:
    """The studio of this machine, for as long as one command runs."""
    installation = install(Settings(), listeners(SERVICES))
    try:
        yield installation
    finally:
        installation.close()


@cinema.command()
@click.argument("song", type=click.Path(path_type=Path))
@click.option("--lyrics", type=click.Path(path_type=Path), help="Text with [Section] marks, LRC, SRT or VTT.")
@click.option("--lyrics-language", "language", help="Such as he or en; found by itself when not given.")
@click.option("--story", type=click.Path(path_type=Path), help="What the film is about, as a text file.")
@click.option("--title", help="Of the film; taken from the lyrics or the file name when not given.")
@click.option("--size", default="1920x1080", show_default=True, help="Of the picture, as WIDTHxHEIGHT.")
@click.option("--out", type=click.Path(path_type=Path), help="The output folder; film/<song> when not given.")
def film(song: Path, out: Path | None, size: str, **rest: Any) -> None:
    """Make the film of a song. Typing this accepts what the crew proposes; run it again to go on after a stop."""
    width, _, height = size.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise Invalid(f"the size {size!r} is not WIDTHxHEIGHT, such as 1280x720")
    order = Order(song=song, out=out or Path("film") / song.stem, size=(int(width), int(height)), **rest)
    settings = Settings()
    with only_one(settings.data), installed() as installation:
        installation.recover()
        runner = Runner(installation.studio, SERVICES, settings.workers)
        display = Display(click.echo, installation.studio.clock.seconds)
        click.echo(f"making the film of {song.name} (local draft)")
        path = make_film(order, installation.studio, runner, display.tell)
    click.echo(f"film: {path}")


@cinema.command()
@click.option("--project", help="Only this one.")
def replay(project: str | None) -> None:
    """Rebuild all state from events and compare it, byte for byte, with what is stored."""
    with installed() as installation:
        store = installation.studio.store
        results = [compare(store, id_, installation.settings) for id_ in ([project] if project else store.projects())]
    for result in results:
        click.echo(result.sentence())
    if any(result.different for result in results):
        sys.exit(1)


@cinema.command()
@click.argument("kind")
@click.argument("id_", metavar="ID")
@click.option("--project", help="Needed when there is more than one.")
@click.option("--at", help="An event id, or a version number of the stream; the present when not given.")
def show(kind: str, id_: str, project: str | None, at: str | None) -> None:
    """Show a thing (shot, scene, song ...) as it was at any moment of the past, and the events that led there."""
    with installed() as installation:
        click.echo(
            json.dumps(state_at(installation.studio.store, project, (kind, id_), at), ensure_ascii=False, indent=2)
        )


@cinema.command()
def serve() -> None:
    """Serve the studio's API on this machine, and work on what waits."""
    settings = Settings()
    with only_one(settings.data), installed() as installation:
        installation.recover()
        runner = Runner(installation.studio, SERVICES, settings.workers)
        runner.start()
        app, token = local_app(installation.studio, settings)
        click.echo(f"http://{settings.host}:{settings.port}/api/v1  token: {token}")
        try:
            app.run(host=settings.host, port=settings.port, threaded=True)
        finally:
            runner.stop()


def _perform(name: str, given: Json) -> BaseModel:
    with installed() as installation:
        studio = installation.studio
        return ACTIONS.perform(name, given, studio, Caller(PERSON, studio.ids.new()))


for command in cli.commands(ACTIONS, _perform):
    cinema.add_command(command)
