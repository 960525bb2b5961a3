"""The plan of a film before anything is drawn: the bible, the scenes it falls into, how each looks, and its shots."""

from enum import StrEnum

from pydantic import Field

from shared.domain.analysis import Moment, Value
from shared.domain.prompt import Angle, ImagePrompt, MotionPrompt, Move, ShotSize


class Character(Value):
    """Somebody who must be recognised from shot to shot."""

    name: str
    description: str = Field(description="Age, build, hair, skin; colours as 'hex #RRGGBB'. Never the outfit.")


class Bible(Value):
    """The creative constraints that every agent reads. One for the whole film."""

    logline: str
    story: str = Field(description="What the person wrote, as she wrote it; empty when she wrote nothing.")
    characters: tuple[Character, ...]
    style: str
    palette: tuple[str, ...] = Field(description="Three to six colours as '#RRGGBB', dark to light.")
    motifs: tuple[str, ...] = Field(description="Things and places that return: nouns a renderer can draw.")


class SceneSpan(Value):
    """Which stretch of the song a scene covers. Spans of a film are gapless in frames."""

    scene_id: str
    index: int
    title: str = Field(description="The part it tells, such as 'Verse 1' or 'Intro'.")
    start_frame: int
    end_frame: int
    start_ms: int
    end_ms: int
    first_moment: int
    last_moment: int = Field(description="Inclusive index into the analysis' moments.")
    seed: int


class SceneDesign(Value):
    """Where and when a scene plays, and what it looks like."""

    slugline: str = Field(description="'INT. BEDROOM - NIGHT'.")
    synopsis: str
    location: str = Field(
        description="The place in words a renderer can draw: 'a small bedroom with a window and a bed'."
    )
    time_of_day: str = Field(description="'dawn' | 'morning' | 'noon' | 'dusk' | 'night'.")
    weather: str = Field(description="'clear' | 'cloudy' | 'rain' | 'snow' | 'fog' | 'storm'.")
    outfit: str = Field(description="What the character wears; colours as 'hex #RRGGBB'.")
    props: tuple[str, ...]
    palette: tuple[str, ...]
    light: str = Field(description="Where the light comes from and how it feels.")


class Transition(StrEnum):
    """How a shot begins."""

    CUT = "cut"
    DISSOLVE = "dissolve"


class ShotPlan(Value):
    """One shot, planned to the frame."""

    shot_id: str
    scene_id: str
    index: int = Field(description="Its place in the scene, from 0.")
    start_frame: int
    end_frame: int = Field(description="Exclusive; the next shot begins here.")
    start_ms: int
    end_ms: int
    words: str = Field(description="What is sung meanwhile; empty when nothing is.")
    moments: tuple[str, ...] = Field(description="Ids of the moments it covers, at least in part.")
    size: ShotSize
    angle: Angle
    lens_mm: int
    move: Move
    transition: Transition
    reason: str = Field(description="Why this picture now: the words or the sound it comes from.")
    prompt: ImagePrompt
    motion: MotionPrompt

    @property
    def frames(self) -> int:
        """How long it lasts."""
        return self.end_frame - self.start_frame


class FilmOutline(Value):
    """What the whole film rests on: read by every agent of every scene."""

    title: str
    language: str
    fps: int
    total_frames: int
    bible: Bible
    spans: tuple[SceneSpan, ...]


class SceneContext(Value):
    """All that an agent sees when it works on a scene: this project's and nothing else."""

    outline: FilmOutline
    span: SceneSpan
    moments: tuple[Moment, ...] = Field(description="Those of this scene.")
    beats_ms: tuple[int, ...] = Field(description="Those within the scene, its first and last boundary included.")
    downbeats_ms: tuple[int, ...]
    key: str
    energy: float = Field(description="Mean energy of the scene, 0..1.")
