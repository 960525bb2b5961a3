"""The OpenAPI 3.1 document of all actions."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from shared.actions.registry import Action, Registry
from shared.kernel.events import Json

PREFIX = "/api/v1"


class Problem(BaseModel):
    """Why a request was not carried out."""

    code: str
    message: str


def document(registry: Registry, title: str, version: str) -> Json:
    """Describe every action as one operation; the operation id is the action's name."""
    models = {m for a in registry for m in (a.takes, a.gives)} | {Problem}
    wanted = [(m, "validation") for m in sorted(models, key=lambda m: m.__name__)]
    _, schemas = models_json_schema(wanted, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]  # the literal is inferred as str
    paths: dict[str, Any] = {}
    for action in registry:
        paths.setdefault(PREFIX + action.path, {})[action.method.lower()] = _operation(action)
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": version},
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": schemas["$defs"]},
    }


def _operation(action: Action) -> Json:
    properties = action.takes.model_json_schema(ref_template="#/components/schemas/{model}").get("properties", {})
    rest = [name for name in properties if name not in action.path_fields]
    operation: Json = {
        "operationId": action.name,
        "summary": action.summary.splitlines()[0],
        "description": action.summary,
        "x-who": action.who,
        "parameters": [_parameter(name, "path", properties[name], True) for name in action.path_fields],
        "responses": {
            "200": _json(action.gives.__name__, "Done."),
            "default": _json(Problem.__name__, "Not done, and why."),
        },
    }
    required = {name for name, field in action.takes.model_fields.items() if field.is_required()}
    if action.reads_only:
        operation["parameters"] += [_parameter(name, "query", properties[name], name in required) for name in rest]
    else:
        operation["parameters"].append(_parameter("Idempotency-Key", "header", {"type": "string"}, False))
        if rest:
            operation["requestBody"] = _body(action, properties, rest, required)
    return operation


def _body(action: Action, properties: Json, rest: list[str], required: set[str]) -> Json:
    schema: Json = {"type": "object", "properties": {name: properties[name] for name in rest}}
    schema["additionalProperties"] = False
    if needed := [name for name in rest if name in required]:
        schema["required"] = needed
    return {"required": bool(needed), "content": {"application/json": {"schema": schema}}}


def _parameter(name: str, where: str, schema: Json, required: bool) -> Json:
    return {"name": name, "in": where, "required": required, "schema": schema}


def _json(model: str, description: str) -> Json:
    reference = {"$ref": f"#/components/schemas/{model}"}
    return {"description": description, "content": {"application/json": {"schema": reference}}}
