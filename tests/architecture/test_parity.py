"""Every surface offers every action, and no surface has one of its own."""

import re

import pytest

from shared.actions.everything import ACTIONS
from shared.actions.registry import Registry
from shared.surfaces import cli, openapi, rest

NAMES = {action.name for action in ACTIONS}


def test_openapi_describes_every_action():
    document = openapi.document(ACTIONS, "Cinema OS", "1")
    assert {o["operationId"] for methods in document["paths"].values() for o in methods.values()} == NAMES


def test_every_action_is_one_route():
    from flask import Flask

    app = Flask("test")
    app.register_blueprint(rest.routes(ACTIONS, None, None))
    assert {r.endpoint.removeprefix("api.") for r in app.url_map.iter_rules()} - {"static"} == NAMES


def test_every_action_is_one_verb_of_the_command_line():
    assert {command.name for command in cli.commands(ACTIONS, None)} == {name.replace("_", "-") for name in NAMES}


def test_names_fit_function_calling_and_every_field_is_described():
    for action in ACTIONS:
        assert re.fullmatch(r"[a-z][a-z0-9_]{0,62}", action.name)
        assert action.summary.endswith("."), action.name
        if not action.reads_only:
            rest_ = set(action.takes.model_fields) - set(action.path_fields)
            undescribed = [f for f in rest_ if not action.takes.model_fields[f].description]
            assert undescribed == [], action.name


def test_answers_have_no_defaults_at_the_top_so_that_clients_know_what_is_there():
    for action in ACTIONS:
        assert all(field.is_required() for field in action.gives.model_fields.values()), action.name


def test_a_registry_refuses_what_cannot_be_offered_everywhere():
    registry = Registry()

    def nameless(given: openapi.Problem, studio: None, cause: None) -> openapi.Problem: ...

    with pytest.raises(TypeError, match="docstring"):
        registry.action("GET", "/x")(nameless)
    nameless.__doc__ = "Do."
    with pytest.raises(TypeError, match="lacks"):
        registry.action("GET", "/x/{unknown}")(nameless)
    registry.action("GET", "/x/{code}")(nameless)
    with pytest.raises(TypeError, match="taken"):
        registry.action("GET", "/x/{code}")(nameless)
