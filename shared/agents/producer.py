"""The Producer: whether a scene may go on as planned. Reads everything; refuses what breaks a rule or the purse."""

from pydantic import Field

from shared.agents.cinematographer import look_in
from shared.agents.editor import Cut, cut_in
from shared.agents.role import ConstraintViolation, Prior, said
from shared.agents.writer import script_in
from shared.domain.analysis import Value
from shared.domain.audit import audit, audit_film
from shared.domain.grammar import violations
from shared.domain.shotlist import SceneContext, SceneDesign
from shared.kernel.chance import Chance

MOST_SHOTS_PER_MINUTE = 66


class Terms(Value):
    """What the production pays and may spend on one scene; in `prior` under 'terms'. Local drafts cost nothing."""

    image_cents: int = 0
    clip_second_cents: int = 0
    scene_budget_cents: int | None = Field(default=None, description="Absent: no limit for this scene.")


class Clearance(Value):
    """What the Producer hands on when nothing stands against the scene."""

    shots: int
    seconds: float
    cost_cents: int = Field(description="Two frames and one clip per shot.")
    note: str


def local(context: SceneContext, prior: Prior, chance: Chance) -> Clearance | ConstraintViolation:
    """Coverage, audit, grammar, count and cost; the first four have no exception, the last follows the terms."""
    cut, terms = cut_in(prior), _terms(prior)
    seconds = (context.span.end_frame - context.span.start_frame) / context.outline.fps
    cost = _cost(cut, terms, context.outline.fps)
    reasons = [*audit_film(cut.shots, (context.span,)), *_findings(context, prior, cut), *violations(cut.shots)]
    if len(cut.shots) > 1 and len(cut.shots) > MOST_SHOTS_PER_MINUTE * seconds / 60 + 1:
        reasons.append(f"count: {len(cut.shots)} shots in {seconds:.1f} s are more than an eye can follow")
    if terms.scene_budget_cents is not None and cost > terms.scene_budget_cents:
        reasons.append(f"cost: {cost} cents are over the scene's budget of {terms.scene_budget_cents} cents")
    if reasons:
        return ConstraintViolation(reasons=tuple(reasons))
    rate = len(cut.shots) * 60 / seconds
    note = f"{len(cut.shots)} shots in {seconds:.1f} s ({rate:.0f} a minute), {cost} cents"
    return Clearance(shots=len(cut.shots), seconds=round(seconds, 3), cost_cents=cost, note=note)


def design_of(prior: Prior) -> SceneDesign:
    """The scene's design, from the Writer's script and the Cinematographer's look."""
    script, look = script_in(prior), look_in(prior)
    return SceneDesign(
        slugline=script.slugline,
        synopsis=script.synopsis,
        location=script.location,
        time_of_day=script.time_of_day,
        weather=script.weather,
        outfit=script.outfit,
        props=script.props,
        palette=look.palette,
        light=look.light,
    )


def _terms(prior: Prior) -> Terms:
    return said(prior, "terms", Terms) if "terms" in prior else Terms()


def _cost(cut: Cut, terms: Terms, fps: int) -> int:
    frames = sum(shot.frames for shot in cut.shots)
    return 2 * terms.image_cents * len(cut.shots) + -(-frames * terms.clip_second_cents // fps)


def _findings(context: SceneContext, prior: Prior, cut: Cut) -> list[str]:
    design = design_of(prior)
    return [
        f"{shot.shot_id}: {finding}" for shot in cut.shots for finding in audit(shot, design, context.outline.bible)
    ]
