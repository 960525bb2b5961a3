"""The shots of a film as a table for spreadsheets and other tools."""

import csv
import io
from collections.abc import Callable

from shared.domain.deliverable import FilmRecord, ShotRecord

Cell = str | int

COLUMNS: tuple[tuple[str, Callable[[ShotRecord], Cell]], ...] = (
    ("scene", lambda shot: shot.plan.scene_id),
    ("shot", lambda shot: shot.plan.shot_id),
    ("start_frame", lambda shot: shot.plan.start_frame),
    ("end_frame", lambda shot: shot.plan.end_frame),
    ("start_ms", lambda shot: shot.plan.start_ms),
    ("end_ms", lambda shot: shot.plan.end_ms),
    ("words", lambda shot: shot.plan.words),
    ("size", lambda shot: shot.plan.size),
    ("angle", lambda shot: shot.plan.angle),
    ("lens", lambda shot: shot.plan.lens_mm),
    ("move", lambda shot: shot.plan.move),
    ("reason", lambda shot: shot.plan.reason),
    ("transition", lambda shot: shot.plan.transition),
    ("version", lambda shot: shot.version_id),
    ("seed", lambda shot: shot.chosen.seed),
    ("image_model", lambda shot: shot.chosen.image_model),
    ("clip_model", lambda shot: shot.chosen.clip_model),
    ("tag", lambda shot: shot.chosen.tag),
    ("moments", lambda shot: " ".join(shot.plan.moments)),
)
"""An interface: columns keep their names and order, new ones are added at the end."""


def shot_table(film: FilmRecord) -> bytes:
    """One row per shot in film order, as CSV (RFC 4180) in UTF-8 with a byte order mark.

    Without the mark Excel shows Hebrew as noise; Python reads it with the encoding 'utf-8-sig'. A text that a
    spreadsheet would take for a formula gets an apostrophe in front.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(name for name, _ in COLUMNS)
    rows.writerows([_harmless(cell(shot)) for _, cell in COLUMNS] for shot in film.shots)
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")):
        return f"'{cell}"
    return cell
