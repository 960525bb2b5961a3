"""Every place that can be drawn."""

from shared.adapters.images.draft.place_land import LANDS
from shared.adapters.images.draft.place_water import WATERS
from shared.adapters.images.draft.place_wood import WOODS
from shared.adapters.images.draft.site import Place, Sheet, Site
from shared.adapters.images.draft.sky import paint_sky


def sky(site: Site) -> tuple[Sheet, ...]:
    """Nothing but air."""
    return (Sheet(0.0, "sky", lambda wash: paint_sky(wash, site, 1180.0)),)


PLACES: dict[str, Place] = {"sky": sky, **LANDS, **WATERS, **WOODS}
