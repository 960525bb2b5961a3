"""The shape of the house."""

import ast
import subprocess
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = sorted(p for top in ("shared", "services") for p in (ROOT / top).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
EXCEPTIONS = tomllib.loads((ROOT / "tests/architecture/exceptions.toml").read_text(encoding="utf-8"))
FORBIDDEN_NAMES = {"utils", "common", "helpers", "base", "manager", "types", "constants", "misc"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [(f"{name(path)}::{n.name}", (n.end_lineno or 0) - n.lineno + 1) for n in found]


def test_import_contracts_are_kept():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_files_are_short():
    long = {name(p): n for p in CODE if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300}
    long |= {name(p): n for p in TESTS if (n := len(p.read_text(encoding="utf-8").splitlines())) > 500}
    assert set(long) == set(EXCEPTIONS["files"]), "the list of exceptions is exact, so that it can only shrink"


def test_functions_are_short():
    long = {f: n for p in CODE for f, n in functions(p) if n > 40}
    assert set(long) == set(EXCEPTIONS["functions"]), "the list of exceptions is exact, so that it can only shrink"


def test_modules_are_named_after_what_they_hold():
    assert [name(p) for p in CODE if p.stem in FORBIDDEN_NAMES] == []
    assert [name(p) for p in CODE if p.name == "__init__.py" and p.read_text(encoding="utf-8")] == []


def test_every_module_says_what_it_is():
    assert [
        name(p) for p in CODE if p.name != "__init__.py" and not ast.get_docstring(ast.parse(p.read_text("utf-8")))
    ] == []


def test_only_the_settings_read_the_environment():
    readers = [name(p) for p in CODE if "os.environ" in p.read_text("utf-8") or "getenv" in p.read_text("utf-8")]
    assert readers == []


def test_only_the_media_sandbox_starts_processes():
    starters = [name(p) for p in CODE if any(i in ("subprocess", "multiprocessing") for i in imported(p))]
    replaying_with_all_cores = "services/local/past.py"  # our own code on our own events: nothing foreign is run
    assert starters == [replaying_with_all_cores, "shared/adapters/media/sandbox.py"]


def test_time_and_randomness_come_from_their_ports():
    readers = [name(p) for p in CODE if {"time", "random", "uuid"} & set(imported(p))]
    allowed = {"shared/adapters/clock/system.py", "shared/adapters/media/sandbox.py"}
    assert set(readers) <= allowed


def imported(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    names += [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    return [n.partition(".")[0] for n in names]


@pytest.mark.parametrize("root", ["shared", "services"])
def test_no_other_installed_distribution_provides_our_roots(root):
    owners = {d.metadata["Name"] for d in distributions() if root in (d.read_text("top_level.txt") or "").split()}
    assert owners <= {"cinema-os"}
