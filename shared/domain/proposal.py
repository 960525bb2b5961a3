"""What an agent suggests for a scene. A proposal never changes anything by itself; a person's decision does."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from pydantic import Field

from shared.kernel.errors import Forbidden, Refused
from shared.kernel.events import Actor, Event, State
from shared.kernel.streams import Kind


class ProposalStatus(StrEnum):
    """What became of it."""

    NONE = "NONE"
    PROPOSED = "PROPOSED"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"


class Proposal(State):
    """One agent's work on one scene; `output` is what its role's model says."""

    status: ProposalStatus = ProposalStatus.NONE
    scene_id: str = ""
    run: int = 0
    role: str = ""
    prompt: str = ""
    model: str = ""
    output: dict[str, Any] = Field(default_factory=dict)
    cost_cents: int = 0
    decided_by: str = ""


class AgentProposalCreated(Event):
    """An agent finished its run on a scene."""

    scene_id: str
    run: int
    role: str
    prompt: str
    model: str
    output: dict[str, Any]
    cost_cents: int


class ProposalAccepted(Event):
    """A person took it; `standing` when by her standing decision."""

    by: str
    standing: bool


class ProposalRejected(Event):
    """A person did not take it."""

    by: str
    reason: str


def propose(proposal: Proposal, made: AgentProposalCreated) -> Sequence[Event]:
    """Store a proposal; it is immutable from then on."""
    return () if proposal.status is not ProposalStatus.NONE else (made,)


def accept(proposal: Proposal, by: Actor, standing: bool) -> Sequence[Event]:
    """Take it; only a person can, and only what still waits for a decision."""
    if proposal.status is ProposalStatus.ACCEPTED:
        return ()
    _by_a_person_while_open(proposal, by)
    return (ProposalAccepted(by=by.id, standing=standing),)


def reject(proposal: Proposal, by: Actor, reason: str) -> Sequence[Event]:
    """Decline it; only a person can, and only what still waits for a decision."""
    if proposal.status is ProposalStatus.REJECTED:
        return ()
    _by_a_person_while_open(proposal, by)
    return (ProposalRejected(by=by.id, reason=reason),)


def _by_a_person_while_open(proposal: Proposal, by: Actor) -> None:
    if by.kind != "human":
        raise Forbidden("only a person decides on a proposal")
    if proposal.status is not ProposalStatus.PROPOSED:
        raise Refused(f"a proposal that is {proposal.status} cannot be decided on")


def proposal_id(scene_id: str, run: int, role: str) -> str:
    """One per scene, run and role."""
    return f"{scene_id}-r{run}-{role}"


PROPOSALS = Kind(
    "proposal",
    Proposal,
    {
        AgentProposalCreated: lambda p, e: p.after(
            status=ProposalStatus.PROPOSED, scene_id=e.scene_id, run=e.run, role=e.role, prompt=e.prompt, model=e.model,
            output=e.output, cost_cents=e.cost_cents,
        ),
        ProposalAccepted: lambda p, e: p.after(status=ProposalStatus.ACCEPTED, decided_by=e.by),
        ProposalRejected: lambda p, e: p.after(status=ProposalStatus.REJECTED, decided_by=e.by),
    },
)  # fmt: skip
