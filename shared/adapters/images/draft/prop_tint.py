"""The colours and the small chances of one prop being drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from shared.adapters.images.draft.figure_brush import INK, WHITE, Brush
from shared.adapters.images.draft.stage import Colour
from shared.kernel.chance import Chance


@dataclass(frozen=True)
class Tint:
    """The colours asked for, in order, and the chance of this one thing."""

    colours: tuple[Colour, ...]
    chance: Chance

    def of(self, index: int, otherwise: str) -> Colour:
        """The colour asked for at that place, else the usual one, given as '#RRGGBB'."""
        return self.colours[index] if index < len(self.colours) else Colour.of(otherwise)


Draw = Callable[[Brush, Tint], None]
"""Draws a thing 100 units high that stands on the origin; x may reach as far as the thing is wide."""

WOOD, DARK_WOOD, GOLD, STEEL, PAPER, CLAY = "#9A6A42", "#5E3E2A", "#D9AE4A", "#A9AFB8", "#F2EADB", "#B5673F"


def dark(colour: Colour, share: float = 0.4) -> Colour:
    """The colour in its own shade."""
    return colour.mix(INK, share)


def pale(colour: Colour, share: float = 0.35) -> Colour:
    """The colour with white."""
    return colour.mix(WHITE, share)
