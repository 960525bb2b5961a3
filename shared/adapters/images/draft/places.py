"""Every place that can be drawn."""

from shared.adapters.images.draft.place_hall import HALLS
from shared.adapters.images.draft.place_land import LANDS
from shared.adapters.images.draft.place_room import ROOM_PLACES
from shared.adapters.images.draft.place_town import TOWNS
from shared.adapters.images.draft.place_travel import TRAVELS
from shared.adapters.images.draft.place_void import VOIDS
from shared.adapters.images.draft.place_water import WATERS
from shared.adapters.images.draft.place_wood import WOODS
from shared.adapters.images.draft.site import Place

PLACES: dict[str, Place] = {**LANDS, **WATERS, **WOODS, **ROOM_PLACES, **HALLS, **TOWNS, **TRAVELS, **VOIDS}
"""By the keys of PLACE_WORDS."""
