"""The story of a project: what the person wrote, and the outline that the whole crew reads."""

from collections.abc import Sequence

from shared.domain.shotlist import FilmOutline
from shared.kernel.errors import Refused
from shared.kernel.events import Event, State
from shared.kernel.streams import Kind


class Story(State):
    """The text as it was told, and the outline made from it and the song."""

    text: str = ""
    outline: FilmOutline | None = None


class StoryTold(Event):
    """A person told what the film is about."""

    text: str


class FilmOutlined(Event):
    """The bible was written and the song was divided into scenes."""

    outline: FilmOutline


def tell(story: Story, text: str) -> Sequence[Event]:
    """Tell the story; once the film is outlined it rests on it and a change is refused."""
    if story.text == text:
        return ()
    if story.outline:
        raise Refused("the film is already outlined from the story as it was told")
    return (StoryTold(text=text),)


def outline(story: Story, made: FilmOutline) -> Sequence[Event]:
    """Record the outline; only the first one counts."""
    return () if story.outline else (FilmOutlined(outline=made),)


STORIES = Kind(
    "story",
    Story,
    {StoryTold: lambda s, e: s.after(text=e.text), FilmOutlined: lambda s, e: s.after(outline=e.outline)},
)

STORY = "main"
"""The id of the one story of a project."""
