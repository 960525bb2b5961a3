"""Files that are made from the code: `make generate` writes them, a test finds them stale."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from services.gateway.app import TITLE, VERSION
from services.local.crew import SERVICES
from services.stitcher.analysis_file import schema
from shared.actions.everything import ACTIONS
from shared.actions.registry import Action
from shared.domain.kinds import KINDS
from shared.domain.shot import NEXT
from shared.surfaces import openapi
from tests.ledger_report import summary

ROOT = Path(__file__).parents[2]


def picture() -> str:
    """Who reacts to what, as a mermaid flow chart; an event that a service emits leads on to whoever listens."""
    lines = ["```mermaid", "flowchart LR"]
    heard = {event for service in SERVICES for event in service.reactions}
    own = {event for service in SERVICES for event in service.emits}
    lines += [f'  person(["a person"]) --> {name}[/{name}/]' for name in sorted(e.__name__ for e in heard - own)]
    for service in SERVICES:
        lines += [f"  {event} --> {service.name}" for event in service.listens_to]
        lines += [
            f"  {service.name} --> {event.__name__}[/{event.__name__}/]" for event in service.emits if event in heard
        ]
    return "\n".join([*lines, "```"])


def states() -> str:
    """The life of a shot as a mermaid state diagram."""
    moves = [f"  {a} --> {b}" for a, to in NEXT.items() for b in sorted(to)]
    return "\n".join(["```mermaid", "stateDiagram-v2", "  [*] --> AUDIO_ANALYSIS", *moves, "```"])


def actions() -> str:
    """Every action: its verb, its route and who may do it."""
    rows = [f"| `cinema {_verb(a)}` | `{a.method} {openapi.PREFIX}{a.path}` | {a.who} | {_first(a)} |" for a in ACTIONS]
    return "\n".join(["| verb | route | who | what it does |", "|---|---|---|---|", *rows])


def events() -> str:
    """Every event by the kind of thing it happens to, and who listens."""
    heard: dict[str, list[str]] = {}
    for service in SERVICES:
        for event in service.listens_to:
            heard.setdefault(event, []).append(service.name)
    rows = [
        f"| {kind.name} | {event.__name__} | {', '.join(heard.get(event.__name__, [])) or '-'} |"
        for kind in KINDS.values()
        for event in kind.evolve
    ]
    return "\n".join(["| kind | event | who reacts |", "|---|---|---|", *rows])


def _verb(action: Action) -> str:
    return action.name.replace("_", "-")


def _first(action: Action) -> str:
    return action.summary.splitlines()[0]


SECTIONS: dict[str, Callable[[], str]] = {
    "picture": picture, "states": states, "actions": actions, "events": events, "ledger": lambda: f"`{summary()}`",
}  # fmt: skip
DOCUMENTS = ("README.md", "docs/architecture.md", "docs/actions.md")


def generated() -> dict[Path, str]:
    """The right content of every generated file."""
    document = openapi.document(ACTIONS, TITLE, VERSION)
    files = {
        ROOT / "docs/openapi.json": json.dumps(document, indent=1, ensure_ascii=False) + "\n",
        ROOT / "docs/schemas/analysis.v1.json": schema(),
    }
    for name in DOCUMENTS:
        path = ROOT / name
        files[path] = _filled(path.read_text(encoding="utf-8"))
    return files


def _filled(text: str) -> str:
    def fill(found: re.Match[str]) -> str:
        return f"<!-- {found[1]} -->\n{SECTIONS[found[1]]()}\n<!-- end {found[1]} -->"

    return re.sub(r"<!-- (\w+) -->\n.*?<!-- end \1 -->", fill, text, flags=re.DOTALL)


def main() -> None:
    """Write them all."""
    for path, text in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
