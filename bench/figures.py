"""What a bench has found: a row of the table for each job, printed so that `python -m bench` can collect it."""

import argparse
import json
import os
import resource
from dataclasses import asdict, dataclass

from bench.material import work_folder

MARK = "row: "


@dataclass(frozen=True)
class Row:
    """One job: what we need, what the peer needs in the same run, what nobody can beat, and what was to be reached."""

    job: str
    ours: str
    goal: str
    met: bool | None
    """None where it was not measured."""
    peer: str = "-"
    ratio: str = "-"
    limit: str = "-"

    def tell(self) -> None:
        """Print it so that it can be read back."""
        print(MARK + json.dumps(asdict(self)), flush=True)

    def verdict(self) -> str:
        """In one word."""
        return "not measured" if self.met is None else "met" if self.met else "MISSED"


def rows_in(said: str) -> list[Row]:
    """The rows that a bench printed."""
    return [Row(**json.loads(line.removeprefix(MARK))) for line in said.splitlines() if line.startswith(MARK)]


def arguments(text: str) -> argparse.ArgumentParser:
    """What every bench accepts."""
    parser = work_folder(text)
    parser.add_argument("--quick", action="store_true", help="smaller amounts, for a first impression")
    return parser


def cpu_seconds() -> float:
    """CPU time of this process and of the children that it has waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def load() -> str:
    """How busy the machine is."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
