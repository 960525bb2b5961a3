"""The files that other programs read: shots.csv and analysis.json."""

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from services.stitcher.analysis_file import analysis_file, schema
from services.stitcher.shot_table import shot_table
from shared.domain.analysis import Analysis
from tests.unit.outputs.films import film

PROMISED = "scene shot start_frame end_frame start_ms end_ms words size angle lens move reason"
SCHEMA = Path(__file__).parents[3] / "docs/schemas/analysis.v1.json"


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def test_the_table_begins_with_the_promised_columns_and_has_every_shot_in_order() -> None:
    record = film("he")
    found = rows(shot_table(record))
    assert " ".join(found[0]).startswith(PROMISED)
    assert [row["shot"] for row in found] == [shot.plan.shot_id for shot in record.shots]
    assert [row["words"] for row in found] == [shot.plan.words for shot in record.shots]
    assert {
        "scene": "SC02",
        "start_frame": "115",
        "end_frame": "173",
        "start_ms": "4800",
        "size": "close-up",
        "angle": "eye level",
        "lens": "35",
        "move": "truck left",
        "seed": "1234567891",
    }.items() <= found[2].items()


def test_a_spreadsheet_recognises_the_letters_of_the_table() -> None:
    assert shot_table(film("he")).startswith(b"\xef\xbb\xbfscene,")


@pytest.mark.parametrize("hostile", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", '=1"\r\n,x'])
def test_no_cell_is_a_formula(hostile: str) -> None:
    assert rows(shot_table(film(reason=hostile)))[0]["reason"] == f"'{hostile}"


def test_innocent_cells_stay_as_they_are() -> None:
    words = 'he said "no", 3 - 1 = 2\nשלום'
    assert rows(shot_table(film(reason=words)))[0]["reason"] == words


def test_the_analysis_file_is_the_analysis_and_keeps_its_letters() -> None:
    record = film("he")
    text = analysis_file(record.analysis)
    assert Analysis.model_validate_json(text) == record.analysis
    assert "ילדה" in text


def test_the_analysis_file_satisfies_its_published_schema() -> None:
    published = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(published)
    Draft202012Validator(published).validate(json.loads(analysis_file(film("he").analysis)))


@pytest.mark.parametrize("promised", ["tempo_bpm", "beats_ms", "downbeats_ms", "parts", "moments", "alignment"])
def test_the_published_schema_demands_what_was_promised(promised: str) -> None:
    broken = json.loads(analysis_file(film().analysis))
    del broken[promised]
    assert not Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).is_valid(broken)


def test_a_reader_of_version_1_accepts_fields_that_are_added_later_but_no_other_version() -> None:
    reader = Draft202012Validator(json.loads(schema()))
    told = json.loads(analysis_file(film().analysis))
    assert reader.is_valid({**told, "mode": "dorian"})
    assert not reader.is_valid({**told, "version": "analysis/2"})


def test_the_published_schema_is_fresh() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema()
