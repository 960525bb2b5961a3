"""What is asked of a picture and of a clip. An image prompt stands still; only a motion prompt moves."""

from enum import StrEnum

from pydantic import Field

from shared.domain.analysis import Value


class ShotSize(StrEnum):
    """How much of the person the frame holds."""

    EXTREME_WIDE = "extreme wide"
    WIDE = "wide"
    FULL = "full"
    MEDIUM = "medium"
    MEDIUM_CLOSE = "medium close-up"
    CLOSE = "close-up"
    EXTREME_CLOSE = "extreme close-up"
    INSERT = "insert"


class Angle(StrEnum):
    """From where the camera looks."""

    EYE_LEVEL = "eye level"
    LOW = "low angle"
    HIGH = "high angle"
    OVERHEAD = "overhead"


class Move(StrEnum):
    """What the camera does while the shot lasts."""

    STATIC = "static"
    PUSH_IN = "push in"
    PULL_OUT = "pull out"
    PAN_LEFT = "pan left"
    PAN_RIGHT = "pan right"
    TILT_UP = "tilt up"
    TILT_DOWN = "tilt down"
    TRUCK_LEFT = "truck left"
    TRUCK_RIGHT = "truck right"
    CRANE_UP = "crane up"
    CRANE_DOWN = "crane down"


class SubjectType(StrEnum):
    """What kind of thing is in the picture."""

    PERSON = "person"
    ANIMAL = "animal"
    PROP = "prop"
    LETTERING = "lettering"


class Subject(Value):
    """One thing in the picture, at rest."""

    type: SubjectType
    description: str = Field(
        description="What it looks like; colours as 'hex #RRGGBB' right after the thing they colour."
    )
    pose: str = Field(description="A resting state: 'standing', 'sitting on the bed', 'kneeling', 'lying', 'at rest'.")
    position: str = Field(
        description="'left third' | 'center' | 'right third', then 'foreground' | 'midground' | 'background', "
        "then 'facing left' | 'facing right' | 'facing camera' | 'facing away'."
    )


class Camera(Value):
    """How the picture is framed."""

    size: ShotSize
    angle: Angle
    lens_mm: int


class ImagePrompt(Value):
    """A still picture, as the image models receive it."""

    scene: str = Field(description="Place, time of day, weather and what stands there; palette as 'hex #RRGGBB'.")
    subjects: tuple[Subject, ...]
    style: str
    lighting: str
    camera: Camera


class MotionPrompt(Value):
    """How the picture comes to life: first how it rests, then what moves."""

    start_state: str = Field(description="The resting state of the start frame.")
    action: str = Field(description="What moves, short and physical.")
    move: Move
    amount: float = Field(
        ge=0, le=1, description="How far the camera goes; 0 = barely, 1 = as far as the layers allow."
    )
