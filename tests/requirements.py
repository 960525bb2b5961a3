"""What the seeds ask: every demand, and how it stands: proven by tests, deferred, or replaced by a ruling."""

import ast
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """One demand. Without `deferred` and `replaced` it must be proven by a test that is marked with its id."""

    id: str
    behaviour: str
    deferred: str = ""
    replaced: str = ""


def _read() -> dict[str, Requirement]:
    folder = Path(__file__).parent / "ledger"
    found: dict[str, Requirement] = {}
    for path in sorted(folder.glob("*.toml")):
        for id_, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found[id_] = Requirement(id=id_, **row)
    return found


REQUIREMENTS = _read()


def requirement(*ids: str) -> pytest.MarkDecorator:
    """Mark a test as proof of demands: it would fail if one of them were broken. Unknown ids fail at import."""
    unknown = [id_ for id_ in ids if id_ not in REQUIREMENTS]
    assert not unknown, f"no such demand: {unknown}"
    return pytest.mark.requirement(*ids)


def proofs() -> dict[str, list[str]]:
    """The tests that are marked with each id, read from the test files."""
    found: dict[str, list[str]] = {}
    root = Path(__file__).parent
    for path in sorted(root.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for id_ in _marked(node):
                    found.setdefault(id_, []).append(f"{path.relative_to(root)}::{node.name}")
    return found


def _marked(test: ast.FunctionDef) -> list[str]:
    calls = [d for d in test.decorator_list if isinstance(d, ast.Call) and getattr(d.func, "id", "") == "requirement"]
    return [str(a.value) for call in calls for a in call.args if isinstance(a, ast.Constant)]
