"""How every demand of the seeds stands: `make ledger`."""

from tests.requirements import REQUIREMENTS, proofs


def main() -> None:
    """Print each demand with its proof or its reason, and the count last."""
    proven = proofs()
    for id_, row in REQUIREMENTS.items():
        how = row.deferred or row.replaced
        state = (
            "deferred" if row.deferred else "replaced" if row.replaced else "proven" if id_ in proven else "UNPROVEN"
        )
        print(f"{id_:<6} {state:<9} {how or ', '.join(proven.get(id_, []))}")
    print(summary())


def summary() -> str:
    """The one line that is compared from one state of the project to the next."""
    rows = REQUIREMENTS.values()
    deferred, replaced = sum(bool(r.deferred) for r in rows), sum(bool(r.replaced) for r in rows)
    held = sum(1 for r in rows if not r.deferred and not r.replaced and r.id in proofs())
    return f"proven {held} deferred {deferred} replaced {replaced} of {len(REQUIREMENTS)}"


if __name__ == "__main__":
    main()
