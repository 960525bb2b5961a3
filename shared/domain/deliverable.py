"""A finished film in one value: all that the files beside it are made from, and what it took to make it."""

from itertools import groupby

from pydantic import Field, model_validator

from shared.domain.analysis import Analysis, Value
from shared.domain.shotlist import FilmOutline, SceneDesign, SceneSpan, ShotPlan

FILM = "film.mp4"
INTERCHANGE = "film.otio"
CONTACT_SHEET = "contact-sheet.png"
LYRICS = "lyrics.srt"
KARAOKE = "lyrics.ass"
REPORT = "report.html"
SHOTS = "shots.csv"
ANALYSIS = "analysis.json"
DELIVERABLES = (FILM, INTERCHANGE, CONTACT_SHEET, LYRICS, KARAOKE, REPORT, SHOTS, ANALYSIS)
"""The names of the files in the output folder; other tools look for them."""

_FROM_THE_RIGHT = ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi")


class FilmFacts(Value):
    """What was measured on the finished film before it was published."""

    frames: int
    duration_ms: int
    max_pts_error_us: int = Field(description="Largest distance of a frame from n/fps.")
    sound_offset_us: int = Field(description="Where the sound starts against the picture; 0 = exact.")
    sha256: str
    bytes: int


class SceneRecord(Value):
    """A scene as it went into the film."""

    span: SceneSpan
    design: SceneDesign
    version: int
    approved_by: str = Field(description="Whose decision it was, such as a name or 'standing decision of ...'.")


class ShotVersion(Value):
    """One version of a shot: what was made, and by which models."""

    version_id: str
    tag: str = Field(description="[ShotID]_[VersionID]_[ModelCode], as the models received it.")
    seed: int
    image_model: str
    clip_model: str
    start_image: str = Field(description="Blob of the start frame.")
    clip: str = Field(description="Blob of the clip.")


class ShotRecord(Value):
    """A shot as it went into the film, with every finished version of it."""

    plan: ShotPlan
    version_id: str = Field(description="The version that is in the film.")
    versions: tuple[ShotVersion, ...] = Field(min_length=1, description="Oldest first.")

    @model_validator(mode="after")
    def _has_its_version(self) -> "ShotRecord":
        if self.version_id not in {version.version_id for version in self.versions}:
            raise ValueError(f"shot {self.plan.shot_id} has no version {self.version_id}")
        return self

    @property
    def chosen(self) -> ShotVersion:
        """The version that is in the film."""
        return next(version for version in self.versions if version.version_id == self.version_id)


class FilmRecord(Value):
    """A finished film. Its shots fill it to the frame, in film order, scene after scene."""

    outline: FilmOutline
    analysis: Analysis
    width: int = 1920
    height: int = 1080
    song: str = Field(description="Blob of the song as it was brought.")
    song_duration_ms: int
    scenes: tuple[SceneRecord, ...]
    shots: tuple[ShotRecord, ...]
    facts: FilmFacts

    @model_validator(mode="after")
    def _is_whole(self) -> "FilmRecord":
        at = 0
        for shot in self.shots:
            if shot.plan.start_frame != at or shot.plan.end_frame <= at:
                raise ValueError(f"shot {shot.plan.shot_id} starts at frame {shot.plan.start_frame}, expected {at}")
            at = shot.plan.end_frame
        if at != self.outline.total_frames:
            raise ValueError(f"the shots end at frame {at} of {self.outline.total_frames}")
        spans = [(scene.span.scene_id, scene.span.start_frame, scene.span.end_frame) for scene in self.scenes]
        grouped = groupby((shot.plan for shot in self.shots), key=lambda plan: plan.scene_id)
        ranges = [(scene_id, [(plan.start_frame, plan.end_frame) for plan in plans]) for scene_id, plans in grouped]
        if spans != [(scene_id, each[0][0], each[-1][1]) for scene_id, each in ranges]:
            raise ValueError("the scenes are not exactly those that the shots fill, in the same order")
        return self

    def shots_of(self, scene: SceneRecord) -> tuple[ShotRecord, ...]:
        """The shots of one scene, in film order."""
        return tuple(shot for shot in self.shots if shot.plan.scene_id == scene.span.scene_id)


class StageTime(Value):
    """How long one stage took."""

    stage: str = Field(description="The service that did it, such as 'audio_analysis'.")
    ms: int


class ShotTime(Value):
    """How long one shot took to draw and animate."""

    shot_id: str
    ms: int


class Count(Value):
    """How often something happened while the film was made."""

    name: str = Field(description="Such as 'messages', 'store_reads', 'store_writes', 'provider_calls'.")
    count: int


class Effort(Value):
    """What it took to make a film: differs from run to run, so nothing but the report tells it."""

    total_ms: int
    stages: tuple[StageTime, ...]
    shots: tuple[ShotTime, ...]
    counts: tuple[Count, ...]


def reads_from_right(language: str) -> bool:
    """Whether a language, given as a BCP 47 code, is written from right to left."""
    return language.lower().split("-")[0] in _FROM_THE_RIGHT
