"""A render: one film put together from approved scenes, on a person's word."""

from collections.abc import Sequence
from enum import StrEnum

from pydantic import Field

from shared.domain.timeline import StitchPlan
from shared.kernel.errors import Forbidden
from shared.kernel.events import Actor, Event, State
from shared.kernel.streams import Kind


class RenderStatus(StrEnum):
    """What became of it."""

    NONE = "NONE"
    REQUESTED = "REQUESTED"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"


class Render(State):
    """`outputs` are blobs by file name; film.mp4 is one of them."""

    status: RenderStatus = RenderStatus.NONE
    plan: StitchPlan | None = None
    requested_by: str = ""
    outputs: dict[str, str] = Field(default_factory=dict)
    frames: int = 0
    duration_ms: int = 0
    failure: str = ""


class FinalRenderRequested(Event):
    """A person asked for the film of exactly this plan."""

    plan: StitchPlan
    by: str


class FinalRenderCompleted(Event):
    """The film was put together, verified and published with everything that lies beside it."""

    outputs: dict[str, str]
    frames: int
    duration_ms: int


class FinalRenderFailed(Event):
    """It could not be put together; nothing was published."""

    reason: str


def request(render: Render, plan: StitchPlan, by: Actor) -> Sequence[Event]:
    """Ask for the film; only a person may. A repeat changes nothing unless the last try failed."""
    if by.kind != "human":
        raise Forbidden("only a person may ask for the film")
    if render.status in (RenderStatus.REQUESTED, RenderStatus.COMPLETED):
        return ()
    return (FinalRenderRequested(plan=plan, by=by.id),)


def complete(render: Render, done: FinalRenderCompleted) -> Sequence[Event]:
    """Publish; a repeat changes nothing."""
    return (done,) if render.status is RenderStatus.REQUESTED else ()


def fail(render: Render, reason: str) -> Sequence[Event]:
    """Say that it failed; a repeat changes nothing."""
    return (FinalRenderFailed(reason=reason),) if render.status is RenderStatus.REQUESTED else ()


RENDERS = Kind(
    "render",
    Render,
    {
        FinalRenderRequested: lambda r, e: r.after(
            status=RenderStatus.REQUESTED, plan=e.plan, requested_by=e.by, failure=""
        ),
        FinalRenderCompleted: lambda r, e: r.after(
            status=RenderStatus.COMPLETED, outputs=e.outputs, frames=e.frames, duration_ms=e.duration_ms
        ),
        FinalRenderFailed: lambda r, e: r.after(status=RenderStatus.FAILED, failure=e.reason),
    },
)
