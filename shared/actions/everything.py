"""The registry with every action in it."""

from shared.actions import films, projects, scenes, shots, songs
from shared.actions.registry import ACTIONS

ACTION_MODULES = (projects, songs, scenes, shots, films)

__all__ = ["ACTIONS", "ACTION_MODULES"]
