"""The registry as HTTP: every action is one route under /api/v1."""

import logging
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Request, Response, jsonify, request
from werkzeug.exceptions import HTTPException

from shared.actions.registry import Action, Caller, Registry
from shared.kernel.errors import Invalid, StudioError
from shared.kernel.events import Json
from shared.ports.studio import Studio
from shared.surfaces import openapi

log = logging.getLogger(__name__)


def routes(registry: Registry, studio: Studio, caller: Callable[[Request], Caller]) -> Blueprint:
    """A blueprint with one endpoint per action, named like it; `caller` says who asks, or raises Unauthorized."""
    blueprint = Blueprint("api", __name__, url_prefix=openapi.PREFIX)
    for action in registry:
        rule = action.path.replace("{", "<").replace("}", ">")
        blueprint.add_url_rule(rule, action.name, _view(action, registry, studio, caller), methods=[action.method])
    blueprint.register_error_handler(StudioError, _refuse)
    blueprint.register_error_handler(HTTPException, _stumble)
    return blueprint


def _view(
    action: Action, registry: Registry, studio: Studio, caller: Callable[[Request], Caller]
) -> Callable[..., Response]:
    def view(**path: str) -> Response:
        given = _query(action) if action.reads_only else _body()
        done = registry.perform(action.name, {**given, **path}, studio, caller(request))
        return Response(done.model_dump_json(), mimetype="application/json")

    return view


def _query(action: Action) -> Json:
    """Query values as JSON: numbers and booleans where the field is one."""
    values: Json = {}
    for name, text in request.args.items():
        field = action.takes.model_fields.get(name)
        plain = field is None or field.annotation in (str, str | None)
        values[name] = text if plain else int(text) if text.lstrip("-").isdigit() else text
    return values


def _body() -> Json:
    if not request.get_data(cache=True):
        return {}
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        raise Invalid("the body of the request must be one JSON object, sent as application/json")
    return body


def _refuse(error: StudioError) -> tuple[Response, int, dict[str, str]]:
    headers = {"Retry-After": "5"} if error.status == 503 else {}
    return jsonify(code=error.code, message=str(error)), error.status, headers


def _stumble(error: HTTPException) -> tuple[Any, int]:
    return jsonify(code="http", message=error.description), error.code or 500
