"""A shot: planned, audited, drawn, approved by a person, brought to life. Its status moves only along NEXT."""

from collections.abc import Sequence
from enum import StrEnum

from shared.domain.analysis import Value
from shared.domain.shotlist import ShotPlan
from shared.kernel.errors import Forbidden, Refused
from shared.kernel.events import Actor, Event, State, replaced
from shared.kernel.streams import Kind

FIXES = 2
"""How often a shot that failed its audit is mended by rule before a person must look."""


class Status(StrEnum):
    """The life of a shot (seed 001 section 7, schema and diagram together)."""

    AUDIO_ANALYSIS = "AUDIO_ANALYSIS"
    DRAFT = "DRAFT"
    VALIDATION = "VALIDATION"
    GENERATING_IMAGE = "GENERATING_IMAGE"
    AWAITING_APPROVAL = "AWAITING_APPROVAL"
    REFINING = "REFINING"
    GENERATING_VIDEO = "GENERATING_VIDEO"
    COMPLETED = "COMPLETED"
    FINAL_RENDER = "FINAL_RENDER"
    FAILED = "FAILED"


NEXT: dict[Status, frozenset[Status]] = {
    Status.AUDIO_ANALYSIS: frozenset({Status.DRAFT}),
    Status.DRAFT: frozenset({Status.VALIDATION, Status.FAILED}),
    Status.VALIDATION: frozenset({Status.GENERATING_IMAGE, Status.DRAFT}),
    Status.GENERATING_IMAGE: frozenset({Status.AWAITING_APPROVAL, Status.FAILED}),
    Status.AWAITING_APPROVAL: frozenset({Status.REFINING, Status.GENERATING_VIDEO, Status.DRAFT}),
    Status.REFINING: frozenset({Status.AWAITING_APPROVAL, Status.FAILED}),
    Status.GENERATING_VIDEO: frozenset({Status.COMPLETED, Status.FAILED}),
    Status.COMPLETED: frozenset({Status.FINAL_RENDER, Status.DRAFT}),
    Status.FINAL_RENDER: frozenset({Status.DRAFT}),
    Status.FAILED: frozenset({Status.DRAFT}),
}
"""Every move there is. A finished, failed or waiting shot goes back to draft only by a new plan."""


class VersionStatus(StrEnum):
    """What a version has come to."""

    PENDING = "PENDING"
    IMAGE_READY = "IMAGE_READY"
    VIDEO_READY = "VIDEO_READY"
    FAILED = "FAILED"


class Version(Value):
    """One attempt at the shot: the plan it was made from, and its pictures. Only ever added to."""

    version_id: str
    scene_version: int
    plan: ShotPlan
    seed: int
    status: VersionStatus = VersionStatus.PENDING
    image_model: str = ""
    start_image: str = ""
    end_image: str = ""
    clip_model: str = ""
    clip: str = ""
    segment: str = ""


class Shot(State):
    """The last version is the one that counts; approval names the version it was given to."""

    status: Status = Status.AUDIO_ANALYSIS
    scene_id: str = ""
    versions: tuple[Version, ...] = ()
    findings: tuple[str, ...] = ()
    fixes: int = 0
    approved_version: str = ""
    approved_by: str = ""
    failure: str = ""

    @property
    def current(self) -> Version:
        """The version that counts."""
        if not self.versions:
            raise Refused("the shot has not been drafted")
        return self.versions[-1]


class ShotDrafted(Event):
    """A version was planned; earlier ones stay."""

    version_id: str
    scene_id: str
    scene_version: int
    plan: ShotPlan
    seed: int
    fix: bool


class ShotSubmitted(Event):
    """The draft was handed to the audit."""


class ShotValidated(Event):
    """The audit found nothing: it may be drawn."""


class ShotReturned(Event):
    """The audit sent it back with its findings."""

    findings: tuple[str, ...]


class ShotImageReady(Event):
    """Start and end frame of a version were drawn."""

    version_id: str
    start_image: str
    end_image: str
    model: str


class ShotApproved(Event):
    """A person approved the pictures of exactly this version; `standing` when by her standing decision."""

    version_id: str
    by: str
    standing: bool


class ShotClipReady(Event):
    """The clip of a version was made."""

    version_id: str
    clip: str
    model: str


class ShotConformed(Event):
    """The clip was cut to its window in the one configuration that the stitch copies."""

    version_id: str
    segment: str


class ShotRendered(Event):
    """The shot is part of a finished film."""

    version_id: str
    film: str


class ShotFailed(Event):
    """It cannot go on by itself; a person must look."""

    reason: str


def draft(shot: Shot, plan: ShotPlan, scene_version: int, seed: int, fix: bool = False) -> Sequence[Event]:
    """Plan a version and hand it to the audit; the plan that already counts changes nothing."""
    if shot.versions and (shot.current.plan, shot.current.scene_version) == (plan, scene_version) and not fix:
        return ()
    _must_go(shot, Status.DRAFT) if shot.status is not Status.DRAFT else None
    version_id = f"v{len(shot.versions) + 1}"
    return (
        ShotDrafted(
            version_id=version_id, scene_id=plan.scene_id, scene_version=scene_version, plan=plan, seed=seed, fix=fix
        ),
        ShotSubmitted(),
    )


def validate(shot: Shot, findings: tuple[str, ...]) -> Sequence[Event]:
    """Pass the audit, or go back to draft with the findings; an audit of what is not under audit changes nothing."""
    if shot.status is not Status.VALIDATION:
        return ()
    return (ShotReturned(findings=findings),) if findings else (ShotValidated(),)


def receive_image(shot: Shot, ready: ShotImageReady) -> Sequence[Event]:
    """Accept the pictures; a second delivery, or one for an older version, changes nothing."""
    if shot.current.version_id != ready.version_id or shot.current.start_image:
        return ()
    _must_go(shot, Status.AWAITING_APPROVAL)
    return (ready,)


def approve(shot: Shot, by: Actor, standing: bool) -> Sequence[Event]:
    """Approve the current version's pictures; only a person may, and it unlocks the clip."""
    if by.kind != "human":
        raise Forbidden("only a person may approve a shot")
    if shot.approved_version and shot.approved_version == shot.current.version_id:
        return ()
    _must_go(shot, Status.GENERATING_VIDEO)
    return (ShotApproved(version_id=shot.current.version_id, by=by.id, standing=standing),)


def receive_clip(shot: Shot, ready: ShotClipReady) -> Sequence[Event]:
    """Accept the clip of the approved version; a second delivery, or one for an older version, changes nothing."""
    if shot.current.version_id != ready.version_id or shot.current.clip:
        return ()
    if shot.approved_version != ready.version_id:
        raise Refused(f"version {ready.version_id} was not approved: a person approves its pictures first")
    _must_go(shot, Status.COMPLETED)
    return (ready,)


def conform(shot: Shot, version_id: str, segment: str) -> Sequence[Event]:
    """Keep the conformed clip; a repeat, or an older version's, changes nothing."""
    stale = shot.current.version_id != version_id or shot.current.segment == segment
    return () if stale else (ShotConformed(version_id=version_id, segment=segment),)


def render(shot: Shot, version_id: str, film: str) -> Sequence[Event]:
    """Note that the version is in a finished film; one re-planned meanwhile, or noted before, changes nothing."""
    if shot.current.version_id != version_id or shot.status is not Status.COMPLETED:
        return ()
    return (ShotRendered(version_id=version_id, film=film),)


def fail(shot: Shot, reason: str) -> Sequence[Event]:
    """Stop and ask for a person; a shot that failed before changes nothing."""
    if shot.status is Status.FAILED:
        return ()
    _must_go(shot, Status.FAILED)
    return (ShotFailed(reason=reason),)


def _must_go(shot: Shot, to: Status) -> None:
    if to not in NEXT[shot.status]:
        raise Refused(f"a shot that is {shot.status} cannot become {to}")


def _drafted(shot: Shot, e: ShotDrafted) -> Shot:
    made = Version(version_id=e.version_id, scene_version=e.scene_version, plan=e.plan, seed=e.seed)
    return shot.after(
        status=Status.DRAFT, scene_id=e.scene_id, versions=(*shot.versions, made), findings=(), failure="",
        fixes=shot.fixes + 1 if e.fix else 0, approved_version="", approved_by="",
    )  # fmt: skip


def _with(shot: Shot, **changes: object) -> tuple[Version, ...]:
    return (*shot.versions[:-1], replaced(shot.versions[-1], changes))


SHOTS = Kind(
    "shot",
    Shot,
    {
        ShotDrafted: _drafted,
        ShotSubmitted: lambda s, e: s.after(status=Status.VALIDATION),
        ShotValidated: lambda s, e: s.after(status=Status.GENERATING_IMAGE),
        ShotReturned: lambda s, e: s.after(status=Status.DRAFT, findings=e.findings),
        ShotImageReady: lambda s, e: s.after(
            status=Status.AWAITING_APPROVAL,
            versions=_with(
                s, status=VersionStatus.IMAGE_READY, start_image=e.start_image, end_image=e.end_image,
                image_model=e.model,
            ),
        ),
        ShotApproved: lambda s, e: s.after(
            status=Status.GENERATING_VIDEO, approved_version=e.version_id, approved_by=e.by
        ),
        ShotClipReady: lambda s, e: s.after(
            status=Status.COMPLETED,
            versions=_with(s, status=VersionStatus.VIDEO_READY, clip=e.clip, clip_model=e.model),
        ),
        ShotConformed: lambda s, e: s.after(versions=_with(s, segment=e.segment)),
        ShotRendered: lambda s, e: s.after(status=Status.FINAL_RENDER),
        ShotFailed: lambda s, e: s.after(
            status=Status.FAILED,
            failure=e.reason,
            versions=_with(s, status=VersionStatus.FAILED) if s.versions else (),
        ),
    },
)  # fmt: skip
