"""Settings become a Studio. The only module that names adapters; each is imported when it is first used."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from operator import attrgetter
from shutil import rmtree
from threading import Lock
from typing import Any, cast

from shared.ports.studio import Studio
from shared.settings import Settings

IMAGES = {"draft": "shared.adapters.images.draft.renderer:DraftImages"}
CLIPS = {"draft": "shared.adapters.clips.draft:DraftClips"}


class Lazy:
    """Stands for an object that is made when somebody first asks it for something, and counts what it is asked."""

    def __init__(self, make: Callable[[], Any], name: str, counts: Counter[str]) -> None:
        """`make` runs once; the counts are under `name.method`."""
        self._make = make
        self._lock = Lock()
        self._name = name
        self._counts = counts

    def __getattr__(self, attribute: str) -> Any:
        """The attribute of the real object."""
        with self._lock:
            if "_real" not in self.__dict__:
                self._real = self._make()
        self._counts[f"{self._name}.{attribute}"] += 1
        return getattr(self._real, attribute)


@dataclass(frozen=True)
class Installation:
    """A wired studio, what it was asked so far, and how to let go of it."""

    studio: Studio
    settings: Settings
    counts: Counter[str]
    close: Callable[[], None]
    recover: Callable[[], None]
    """Give again what a process that died was doing, and remove what it had half-written."""


def install(settings: Settings, listeners: Mapping[str, Sequence[str]]) -> Installation:
    """Fill every port for one machine. `listeners` says which services hear of each event type."""
    counts: Counter[str] = Counter()
    data = settings.data.absolute()

    def lazy(name: str, dotted: str, *arguments: Any) -> Any:
        return Lazy(lambda: _named(dotted)(*arguments), name, counts)

    events = _named("shared.adapters.events.sqlite:SCHEMA") + _named("shared.adapters.bus.sqlite:SCHEMA")
    database = _named("shared.adapters.events.database:Database")(data / "cinema.db", events)
    clock = _named("shared.adapters.clock.system:SystemClock")()
    blobs = _named("shared.adapters.blobs.disk:DiskBlobs")(data / "blobs")
    store = lazy("store", "shared.adapters.events.sqlite:SqliteEventStore", database)
    queue = lazy("queue", "shared.adapters.bus.sqlite:SqliteQueue", database, listeners, clock.epoch)
    studio = Studio(
        store=store, queue=queue, blobs=blobs, clock=clock,
        ids=_named("shared.adapters.clock.system:RandomIds")(),
        media=lazy("media", "shared.adapters.media.engine:LocalMedia.at", data / "scratch"),
        listener=lazy("listener", "shared.adapters.listening.local:LocalListener"),
        aligner=lazy("aligner", "shared.adapters.listening.words:LocalAligner"),
        images=lazy("images", IMAGES[settings.images]),
        clips=lazy("clips", CLIPS[settings.clips]),
        sheets=lazy("sheets", "shared.adapters.sheets.skia_sheets:SkiaSheets"),
        interchange=lazy("interchange", "shared.adapters.interchange.otio:OtioInterchange"),
    )  # fmt: skip

    def recover() -> None:
        rmtree(data / "scratch", ignore_errors=True)
        blobs.sweep()
        studio.queue.recover()
        studio.relay()

    return Installation(studio, settings, counts, cast(Callable[[], None], database.close), recover)


def _named(dotted: str) -> Any:
    module, _, name = dotted.partition(":")
    return attrgetter(name)(import_module(module))
