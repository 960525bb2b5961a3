"""What it took to make a film, told from its events alone."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from shared.domain.deliverable import Count, Effort, ShotTime, StageTime
from shared.kernel.events import Recorded

STAGES = {
    "ingest": ("SongAdded", "SongIngested"),
    "audio_analysis": ("SongIngested", "SongAnalysed"),
    "planner": ("SongAnalysed", "SceneUpdated"),
    "image_gen": ("AssetRequested", "ShotImageReady"),
    "video_gen": ("ShotApproved", "ShotClipReady"),
    "stitcher": ("ShotClipReady", "ShotConformed"),
}
"""Each stage lasts from the first event of the one type to the last of the other; stages overlap."""

_COUNTED = ("SceneCreated", "AgentProposalCreated", "AssetReady", "ShotDrafted", "ShotReturned", "ShotImageReady")
_SHOT_STEPS = {"ShotValidated": "ShotImageReady", "ShotApproved": "ShotClipReady"}


def effort_of(timeline: Iterable[Recorded]) -> Effort:
    """Durations of stages and shots in ms, and how often things happened; `events` counts all of them."""
    first: dict[str, datetime] = {}
    last: dict[str, datetime] = {}
    begun: dict[tuple[str, str], datetime] = {}
    took: dict[str, timedelta] = {}
    counts: Counter[str] = Counter()
    for event in timeline:
        first.setdefault(event.type, event.at)
        last[event.type] = event.at
        counts[event.type] += 1
        if event.type in _SHOT_STEPS:
            begun[event.subject, _SHOT_STEPS[event.type]] = event.at
        if since := begun.pop((event.subject, event.type), None):
            took[event.subject] = took.get(event.subject, timedelta()) + event.at - since
    every = [*first.values(), *last.values()]
    return Effort(
        total_ms=_ms(max(every) - min(every)),
        stages=tuple(
            StageTime(stage=stage, ms=max(0, _ms(last[end] - first[start])))
            for stage, (start, end) in STAGES.items()
            if start in first and end in last
        ),
        shots=tuple(ShotTime(shot_id=shot_id, ms=_ms(time)) for shot_id, time in sorted(took.items())),
        counts=(
            Count(name="events", count=counts.total()),
            *(Count(name=name, count=counts[name]) for name in _COUNTED),
        ),
    )


def _ms(time: timedelta) -> int:
    return round(time.total_seconds() * 1000)
