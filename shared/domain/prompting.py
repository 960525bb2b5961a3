"""How prompts are written down for a model: the tag, then strict JSON for a picture, the resting state for a clip."""

import json
import re

from shared.domain.prompt import ImagePrompt, MotionPrompt, Move
from shared.kernel.errors import Invalid

_CODE = re.compile(r"[^\s\[\]_]+")


def tag(shot_id: str, version_id: str, model_code: str) -> str:
    """The identification prefix '[ShotID]_[VersionID]_[ModelCode]'; Invalid when a code has spaces, brackets or '_'."""
    for code in (shot_id, version_id, model_code):
        if not _CODE.fullmatch(code):
            raise Invalid(f"{code!r} cannot be part of a prompt's tag; use letters, digits, '-' and '.'")
    return f"[{shot_id}]_[{version_id}]_[{model_code}]"


def image_text(prompt: ImagePrompt, tag: str) -> str:
    """The tag, a space, and the prompt as canonical JSON: fields in model order, no spaces, letters as they are."""
    return f"{tag} {json.dumps(prompt.model_dump(mode='json'), ensure_ascii=False, separators=(',', ':'))}"


def motion_text(motion: MotionPrompt, tag: str) -> str:
    """The tag, then the resting state, then what moves, then the camera."""
    camera = "The camera holds still" if motion.move is Move.STATIC else f"Camera: {motion.move}"
    parts = (motion.start_state, motion.action, camera)
    return f"{tag} " + " ".join(part.strip().rstrip(".") + "." for part in parts if part.strip())
