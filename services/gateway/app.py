"""The gateway on one machine: only this machine, only these names, only who has the token."""

import secrets
from hmac import compare_digest
from pathlib import Path

from flask import Flask, Request, Response, abort, jsonify, request

from shared.actions.everything import ACTIONS
from shared.actions.registry import Caller
from shared.kernel.errors import Unauthorized
from shared.kernel.events import Actor
from shared.ports.studio import Studio
from shared.settings import Settings
from shared.surfaces import openapi, rest

TITLE, VERSION = "Cinema OS", "1"
MAX_BODY_BYTES = 1_000_000


def local_app(studio: Studio, settings: Settings) -> tuple[Flask, str]:
    """The application and the token that its only user shows. Other hosts' names and origins are refused."""
    token = _token(settings.data / "token")
    app = Flask("cinema")
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    names = {f"{host}:{settings.port}" for host in (settings.host, "127.0.0.1", "localhost")}

    def caller(asked: Request) -> Caller:
        if not compare_digest(asked.headers.get("Authorization", "").encode(), f"Bearer {token}".encode()):
            raise Unauthorized(f"send the header Authorization: Bearer <the text in {settings.data / 'token'}>")
        return Caller(Actor(kind="human", id="you"), studio.ids.new(), asked.headers.get("Idempotency-Key"))

    @app.before_request
    def only_this_machine() -> None:
        origin = request.headers.get("Origin")
        if request.host not in names or (origin and origin.removeprefix("http://") not in names):
            abort(403, "this server answers only to its own machine")

    @app.get("/openapi.json")
    def describe() -> Response:
        return jsonify(openapi.document(ACTIONS, TITLE, VERSION))

    app.register_blueprint(rest.routes(ACTIONS, studio, caller))
    return app, token


def _token(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32), encoding="utf-8")
    return path.read_text(encoding="utf-8")
