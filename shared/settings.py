"""Typed settings: the only reader of the environment."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What differs from one installation to another. Every value has a default that works on a fresh machine."""

    model_config = SettingsConfigDict(env_prefix="CINEMA_", frozen=True, extra="forbid")

    data: Path = Field(default=Path("data"), description="Where events, blobs and the queue live.")
    workers: int = Field(default=2, ge=1, le=64, description="How many messages are dealt with at once.")
    images: Literal["draft"] = Field(default="draft", description="Who draws.")
    clips: Literal["draft"] = Field(default="draft", description="Who animates.")
    host: str = Field(default="127.0.0.1", description="Where the studio listens; only this machine by default.")
    port: int = Field(default=8000, ge=1, le=65535)
