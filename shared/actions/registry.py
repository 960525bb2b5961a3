"""Every action a person, an agent or an automation may take, defined once; all surfaces are derived from here."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal, get_type_hints

from pydantic import BaseModel, ValidationError

from shared.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Reused
from shared.kernel.events import Actor, Json, canonical
from shared.kernel.streams import Cause
from shared.ports.studio import Studio

Method = Literal["GET", "POST", "PATCH", "DELETE"]
Who = Literal["anyone", "human"]
Run = Callable[[Any, Studio, Cause], BaseModel]


@dataclass(frozen=True)
class Action:
    """One thing that can be done: its name, its shape, who may do it, and how."""

    name: str
    method: Method
    path: str
    who: Who
    takes: type[BaseModel]
    gives: type[BaseModel]
    summary: str
    run: Run

    @property
    def reads_only(self) -> bool:
        """Whether it changes nothing."""
        return self.method == "GET"

    @property
    def path_fields(self) -> tuple[str, ...]:
        """The fields of `takes` that stand in the path."""
        return tuple(re.findall(r"{(\w+)}", self.path))


@dataclass(frozen=True)
class Caller:
    """Who asks, and under which key a repeat of the request is recognised."""

    actor: Actor
    request_id: str
    idempotency_key: str | None = None


class Registry:
    """All actions by name."""

    def __init__(self) -> None:
        """Begin empty."""
        self._actions: dict[str, Action] = {}

    def __iter__(self) -> Iterator[Action]:
        """The actions by name."""
        return iter(sorted(self._actions.values(), key=lambda a: a.name))

    def __getitem__(self, name: str) -> Action:
        """The action of that name, or NotFound."""
        if name not in self._actions:
            raise NotFound(f"no action is called {name}")
        return self._actions[name]

    def action(self, method: Method, path: str, *, who: Who = "anyone") -> Callable[[Run], Run]:
        """Register a function as an action; name, summary and shapes are read from the function."""

        def register(run: Run) -> Run:
            name, hints = run.__name__, get_type_hints(run)
            if not run.__doc__:
                raise TypeError(f"{name} needs a docstring: it is what people and models read")
            if name in self._actions or not re.fullmatch(r"[a-z][a-z0-9_]{0,62}", name):
                raise TypeError(f"{name} is taken or does not fit function-calling rules")
            made = Action(name, method, path, who, hints["given"], hints["return"], run.__doc__.strip(), run)
            if missing := set(made.path_fields) - set(made.takes.model_fields):
                raise TypeError(f"{path} names {missing}, which {made.takes.__name__} lacks")
            self._actions[name] = made
            return run

        return register

    def perform(self, name: str, given: Json, studio: Studio, caller: Caller) -> BaseModel:
        """Check the shape, check the actor, run: the one door of every surface.

        With an idempotency key a repeat returns the stored answer and does nothing; another request under it is
        Reused. Raises Invalid naming every field that is wrong.
        """
        action = self[name]
        if action.who == "human" and caller.actor.kind != "human":
            raise Forbidden(f"only a person may {name}")
        try:
            request = action.takes.model_validate_json(canonical(given))
        except ValidationError as error:
            raise Invalid(_what_is_wrong(name, error)) from error
        marks = _marks(action, request, caller)
        if marks and (answered := _answered(action, studio, marks)):
            return answered
        cause = Cause(caller.actor, caller.request_id, studio.clock.now(), marks)
        try:
            return action.run(request, studio, cause)
        except Conflict:
            if marks and (answered := _answered(action, studio, marks)):
                return answered
            raise


def _marks(action: Action, request: BaseModel, caller: Caller) -> tuple[str, str] | None:
    if caller.idempotency_key is None or action.reads_only:
        return None
    key = f"{caller.actor.kind}:{caller.actor.id}/{action.name}/{caller.idempotency_key}"
    return key, sha256(request.model_dump_json().encode()).hexdigest()


def _answered(action: Action, studio: Studio, marks: tuple[str, str]) -> BaseModel | None:
    answer = studio.store.answer(marks[0])
    if answer is None:
        return None
    if answer.request != marks[1]:
        raise Reused(f"the idempotency key of this {action.name} was used for another request; take a new key")
    return action.gives.model_validate_json(answer.body)


def _what_is_wrong(name: str, error: ValidationError) -> str:
    wrong = (f"{'.'.join(map(str, e['loc'])) or 'request'}: {e['msg']}" for e in error.errors(include_url=False))
    return f"{name} was asked wrongly: {'; '.join(wrong)}"


ACTIONS = Registry()
