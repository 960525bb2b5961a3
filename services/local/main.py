"""The studio on one machine: `cinema`."""

from services.local.commands import cinema


def main() -> None:
    """Run one command."""
    cinema()
