"""A scene: a stretch of the song with its place, outfit, props and light. Only a draft changes; a person approves."""

from collections.abc import Sequence
from enum import StrEnum

from shared.domain.shotlist import SceneDesign, SceneSpan, ShotPlan
from shared.kernel.errors import Forbidden, Refused
from shared.kernel.events import Actor, Event, State
from shared.kernel.streams import Kind


class SceneStatus(StrEnum):
    """Where the scene stands."""

    NONE = "NONE"
    DRAFT = "DRAFT"
    IN_REVIEW = "IN_REVIEW"
    APPROVED = "APPROVED"


class Scene(State):
    """`version` counts what a person accepted or wrote; `run` counts the pipelines begun; `flag` asks for a person."""

    status: SceneStatus = SceneStatus.NONE
    span: SceneSpan | None = None
    version: int = 0
    run: int = 0
    design: SceneDesign | None = None
    shots: tuple[ShotPlan, ...] = ()
    assets: tuple[str, ...] = ()
    assets_ready: tuple[str, ...] = ()
    approved_by: str = ""
    flag: str = ""

    def known_span(self) -> SceneSpan:
        """Its stretch of the song."""
        if self.span is None:
            raise Refused("the scene does not exist")
        return self.span


class SceneCreated(Event):
    """The song was divided, and this is one piece."""

    span: SceneSpan


class SceneUpdated(Event):
    """A person's decision gave the draft its design and its shots."""

    design: SceneDesign
    shots: tuple[ShotPlan, ...]
    by: str
    standing: bool


class SceneSubmittedForReview(Event):
    """The draft is offered for approval."""


class SceneApproved(Event):
    """A person approved this version; `standing` when by her standing decision."""

    version: int
    by: str
    standing: bool


class SceneRevisionRequested(Event):
    """A person sent it back to draft, and the crew begins anew."""

    by: str
    reason: str


class AgentRunFailed(Event):
    """An agent failed or found a violation; the pipeline stops and a person must look."""

    role: str
    run: int
    reason: str


class SceneAssetsRequested(Event):
    """The pictures that the scene's shots will refer to were ordered."""

    assets: tuple[str, ...]


class SceneAssetReceived(Event):
    """One of them is there."""

    asset_id: str


class SceneAssetsReady(Event):
    """All of them are there: shots may be made."""


def create(scene: Scene, span: SceneSpan) -> Sequence[Event]:
    """Begin a scene; a repeat changes nothing."""
    return () if scene.span else (SceneCreated(span=span),)


def update(scene: Scene, wanted: SceneUpdated) -> Sequence[Event]:
    """Give the draft its design; whatever is not a draft refuses."""
    _must_be(scene, SceneStatus.DRAFT, "be edited")
    return (wanted,)


def submit(scene: Scene) -> Sequence[Event]:
    """Offer the draft for approval; it needs a design first."""
    _must_be(scene, SceneStatus.DRAFT, "be submitted for review")
    if scene.design is None:
        raise Refused("a scene without a design cannot be submitted for review")
    return (SceneSubmittedForReview(),)


def approve(scene: Scene, by: Actor, standing: bool) -> Sequence[Event]:
    """Approve exactly this version; only a person can."""
    if by.kind != "human":
        raise Forbidden("only a person may approve a scene")
    _must_be(scene, SceneStatus.IN_REVIEW, "be approved")
    return (SceneApproved(version=scene.version, by=by.id, standing=standing),)


def request_revision(scene: Scene, by: Actor, reason: str) -> Sequence[Event]:
    """Send it back to draft; an approval is void from then on, and a new pipeline may run."""
    if by.kind != "human":
        raise Forbidden("only a person may request a revision")
    if scene.status not in (SceneStatus.IN_REVIEW, SceneStatus.APPROVED):
        raise Refused(f"a scene that is {scene.status} cannot be sent back")
    return (SceneRevisionRequested(by=by.id, reason=reason),)


def fail_run(scene: Scene, role: str, run: int, reason: str) -> Sequence[Event]:
    """Stop the pipeline and flag the scene; a run that was overtaken changes nothing."""
    if scene.run != run or scene.flag:
        return ()
    return (AgentRunFailed(role=role, run=run, reason=reason),)


def order_assets(scene: Scene, assets: tuple[str, ...]) -> Sequence[Event]:
    """Order the pictures of the scene; none to order means that shots may be made at once."""
    return (SceneAssetsRequested(assets=assets), *(() if assets else (SceneAssetsReady(),)))


def receive_asset(scene: Scene, asset_id: str) -> Sequence[Event]:
    """Note that one picture is there, and after the last one that all are. Repeats and strangers change nothing."""
    if asset_id not in scene.assets or asset_id in scene.assets_ready:
        return ()
    missing = set(scene.assets) - {*scene.assets_ready, asset_id}
    return (SceneAssetReceived(asset_id=asset_id), *(() if missing else (SceneAssetsReady(),)))


def _must_be(scene: Scene, status: SceneStatus, to: str) -> None:
    if scene.status is not status:
        raise Refused(f"a scene that is {scene.status} cannot {to}; it must be {status}")


SCENES = Kind(
    "scene",
    Scene,
    {
        SceneCreated: lambda s, e: s.after(status=SceneStatus.DRAFT, span=e.span, run=1),
        SceneUpdated: lambda s, e: s.after(design=e.design, shots=e.shots, version=s.version + 1, flag=""),
        SceneSubmittedForReview: lambda s, e: s.after(status=SceneStatus.IN_REVIEW),
        SceneApproved: lambda s, e: s.after(status=SceneStatus.APPROVED, approved_by=e.by),
        SceneRevisionRequested: lambda s, e: s.after(
            status=SceneStatus.DRAFT, approved_by="", run=s.run + 1, flag="", assets=(), assets_ready=()
        ),
        AgentRunFailed: lambda s, e: s.after(flag=f"{e.role}: {e.reason}"),
        SceneAssetsRequested: lambda s, e: s.after(assets=e.assets, assets_ready=()),
        SceneAssetReceived: lambda s, e: s.after(assets_ready=(*s.assets_ready, e.asset_id)),
        SceneAssetsReady: lambda s, e: s,
    },
)
