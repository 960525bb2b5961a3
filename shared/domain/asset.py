"""The pictures a scene is built from: its place, what is worn, what is held. They exist before any shot does."""

from collections.abc import Sequence
from typing import Literal

from shared.domain.prompt import ImagePrompt
from shared.kernel.errors import Refused
from shared.kernel.events import Event, State
from shared.kernel.streams import Kind

AssetRole = Literal["location", "outfit", "prop"]


class Asset(State):
    """One such picture; `blob` is empty until it is drawn."""

    scene_id: str = ""
    role: AssetRole = "prop"
    name: str = ""
    prompt: ImagePrompt | None = None
    seed: int = 0
    blob: str = ""
    model: str = ""


class AssetRequested(Event):
    """A scene needs this picture."""

    scene_id: str
    role: AssetRole
    name: str
    prompt: ImagePrompt
    seed: int


class AssetReady(Event):
    """It was drawn."""

    blob: str
    model: str


def request(asset: Asset, wanted: AssetRequested) -> Sequence[Event]:
    """Ask for it; a repeat changes nothing."""
    return () if asset.scene_id else (wanted,)


def receive(asset: Asset, blob: str, model: str) -> Sequence[Event]:
    """Accept the picture; a second delivery changes nothing."""
    if not asset.scene_id:
        raise Refused("nobody asked for this asset")
    return () if asset.blob else (AssetReady(blob=blob, model=model),)


ASSETS = Kind(
    "asset",
    Asset,
    {
        AssetRequested: lambda a, e: a.after(
            scene_id=e.scene_id, role=e.role, name=e.name, prompt=e.prompt, seed=e.seed
        ),
        AssetReady: lambda a, e: a.after(blob=e.blob, model=e.model),
    },
)
