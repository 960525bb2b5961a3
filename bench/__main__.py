"""Every bench one after the other, and one table of what was reached: python -m bench [--quick] [--out FIGURES.md]."""

import importlib.util
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.figures import MARK, Row, arguments, load, rows_in
from bench.reading import animate_rows, listen_rows, replace_rows, stitch_rows, traps_rows

Reading = Callable[[str], list[Row]]
HEADS = ("job", "ours", "peer, in the same run", "ratio", "limit", "goal", "")
BENCHES: dict[str, Reading] = {
    "stitch": stitch_rows,
    "replace": replace_rows,
    "traps": traps_rows,
    "listen": listen_rows,
    "draw": rows_in,
    "animate": animate_rows,
    "events": rows_in,
    "film": rows_in,
    "growth": rows_in,
}
OWN_LENGTH = ("draw", "events", "film", "growth")
"""Those that know --quick."""


def main() -> None:
    """Run them all and print the table; a bench that breaks is a row that was missed."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--full", action="store_true", help="also a film of 20 minutes")
    parser.add_argument("--out", type=Path, help="a Markdown file for the table and what each bench said")
    parser.add_argument("--only", nargs="*", choices=sorted(BENCHES), help="only these")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    rows: list[Row] = []
    told = []
    for name in given.only or BENCHES:
        print(f"\n== bench.{name}", flush=True)
        said = _run(name, _options(name, given.work, quick=given.quick, full=given.full))
        rows += BENCHES[name](said) if said is not None else [Row(name, "ended with an error", "a figure", met=False)]
        told.append((name, said or ""))
    print("\n" + _table(rows))
    if given.out:
        given.out.write_text(_page(rows, told), encoding="utf-8")
    sys.exit(any(row.met is False for row in rows))


def _options(name: str, work: Path, quick: bool, full: bool) -> list[str]:
    if name == "listen":
        return ["60"] if quick else []
    options = ["--work", str(work)]
    if name in OWN_LENGTH and quick:
        options.append("--quick")
    if name == "growth" and full:
        options.append("--full")
    if name == "stitch" and not quick and importlib.util.find_spec("moviepy"):
        options.append("--moviepy")
    return options


def _run(name: str, options: Sequence[str]) -> str | None:
    """What a bench printed, shown as it comes; nothing when it broke."""
    command = [sys.executable, "-m", f"bench.{name}", *options]
    lines = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            lines.append(line)
            if not line.startswith(MARK):
                print(line, end="", flush=True)
    return "".join(lines) if running.returncode == 0 else None


def _table(rows: Sequence[Row]) -> str:
    cells = [(row.job, row.ours, row.peer, row.ratio, row.limit, row.goal, row.verdict()) for row in rows]
    lines = ["| " + " | ".join(line) + " |" for line in (HEADS, ("---",) * len(HEADS), *cells)]
    return "\n".join(lines)


def _page(rows: Sequence[Row], told: Sequence[tuple[str, str]]) -> str:
    where = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, Python {platform.python_version()}, {load()} at the end"
    page = ["# Figures", where, _table(rows)]
    for name, said in told:
        kept = "".join(line for line in said.splitlines(keepends=True) if not line.startswith(MARK))
        page.append(f"## bench.{name}\n\n```\n{kept.rstrip()}\n```")
    return "\n\n".join(page) + "\n"


if __name__ == "__main__":
    main()
