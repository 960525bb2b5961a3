"""A place about to be painted: what it is, how it is lit, from where it is seen, and the sheets it falls into."""

from collections.abc import Callable
from dataclasses import dataclass

from shared.adapters.images.draft.reading import Picture
from shared.adapters.images.draft.space import Space
from shared.adapters.images.draft.stage import Colour, Light
from shared.adapters.images.draft.wash import Wash
from shared.kernel.chance import Chance


@dataclass(frozen=True)
class Site:
    """All that a place is painted from. The same words and seed give the same things in the same spots, in metres."""

    picture: Picture
    light: Light
    space: Space
    chance: Chance
    subject_z: float
    """How far away the main subject stands, in metres."""

    def colour(self, *nouns: str, otherwise: str) -> Colour:
        """The colour that the scene gives to one of these nouns, or another."""
        return next(
            (self.picture.colours[noun] for noun in nouns if noun in self.picture.colours), Colour.of(otherwise)
        )

    def snowed(self, ground: Colour) -> Colour:
        """The colour of the ground, under snow when it snows."""
        return ground.mix(Colour.of("#EEF3FA"), 0.72) if self.picture.weather == "snow" else ground

    def depth(self, z: float) -> float:
        """The depth of a sheet whose things are that far away."""
        return min(1.5, self.subject_z / max(0.5, z))


@dataclass(frozen=True)
class Sheet:
    """One sheet of a place, painted on demand."""

    depth: float
    name: str
    paint: Callable[[Wash], None]


Place = Callable[[Site], tuple[Sheet, ...]]
