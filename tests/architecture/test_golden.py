"""Events of every schema version ever released can be read for ever."""

import json
from pathlib import Path

import pytest

import shared.domain.kinds  # noqa: F401  # makes every event known
from shared.domain.kinds import KINDS
from shared.kernel.events import read_fact

GOLDEN = Path(__file__).parents[1] / "golden"
EVENTS = sorted({event for kind in KINDS.values() for event in kind.evolve}, key=lambda e: e.__name__)


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: e.__name__)
def test_every_event_has_a_golden_payload_of_its_present_version(event):
    path = GOLDEN / f"{event.__name__}.v{event.schema_version}.json"
    assert path.exists(), "store one payload of it there; it stays for ever"


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda p: p.name)
def test_every_golden_payload_is_read_as_the_event_of_today(path):
    name, version = path.name.removesuffix(".json").rsplit(".v", 1)
    kind = next(k for k in KINDS.values() if any(e.__name__ == name for e in k.evolve))
    event = read_fact(name, int(version), path.read_text(encoding="utf-8"))
    assert type(event).__name__ == name
    assert type(event) in kind.evolve
    if int(version) == event.schema_version:
        assert json.loads(event.model_dump_json()) == json.loads(path.read_text(encoding="utf-8"))
