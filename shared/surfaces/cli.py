"""The registry as a command line: every action is one verb of `cinema`."""

import json
import typing
from collections.abc import Callable
from pathlib import Path
from types import UnionType
from typing import Any

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from shared.actions.registry import Action, Registry
from shared.kernel.errors import Invalid
from shared.kernel.events import Json

Perform = Callable[[str, Json], BaseModel]


def commands(registry: Registry, perform: Perform) -> list[click.Command]:
    """One command per action: its fields are options, its docstring the help, its answer printed as JSON."""
    return [_command(action, perform) for action in registry]


def _command(action: Action, perform: Perform) -> click.Command:
    def run(**options: Any) -> None:
        given = {name: value for name, value in options.items() if value is not None}
        click.echo(perform(action.name, given).model_dump_json(indent=2))

    options: list[click.Parameter] = [_option(name, field) for name, field in action.takes.model_fields.items()]
    return click.Command(action.name.replace("_", "-"), params=options, callback=run, help=action.summary)


def _option(name: str, field: FieldInfo) -> click.Option:
    kind = _plain(field.annotation)
    flag = f"--{name.replace('_', '-')}"
    declared = f"{flag}/--no-{flag[2:]}" if kind is bool else flag
    return click.Option(
        [declared], type=_TYPES.get(kind, Structure()), required=field.is_required(), default=None,
        help=field.description,
    )  # fmt: skip


def _plain(annotation: Any) -> Any:
    """The type behind an optional one."""
    if isinstance(annotation, UnionType) or typing.get_origin(annotation) is typing.Union:
        return next(kind for kind in typing.get_args(annotation) if kind is not type(None))
    return annotation


class Structure(click.ParamType[Any]):
    """A value that has parts, given as JSON or as @file."""

    name = "json|@file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The parsed JSON; Invalid says what is wrong with it."""
        try:
            return json.loads(Path(value[1:]).read_text(encoding="utf-8") if value.startswith("@") else value)
        except (ValueError, OSError) as error:
            raise Invalid(f"{param.name if param else 'value'} must be JSON or @file: {error}") from error


_TYPES: dict[Any, Any] = {str: click.STRING, int: click.INT, float: click.FLOAT, bool: click.BOOL}
