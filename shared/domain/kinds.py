"""Every kind of thing that is made of events, by name."""

from typing import Any

from shared.domain.asset import ASSETS
from shared.domain.project import PROJECTS
from shared.domain.proposal import PROPOSALS
from shared.domain.render import RENDERS
from shared.domain.scene import SCENES
from shared.domain.shot import SHOTS
from shared.domain.song import SONGS
from shared.domain.story import STORIES
from shared.kernel.streams import Kind

KINDS: dict[str, Kind[Any]] = {
    kind.name: kind for kind in (PROJECTS, SONGS, STORIES, SCENES, SHOTS, ASSETS, PROPOSALS, RENDERS)
}
