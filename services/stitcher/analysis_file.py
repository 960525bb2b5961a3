"""What was heard in the song, as a file that other tools read."""

import json
from typing import Any

from shared.domain.analysis import Analysis


def analysis_file(analysis: Analysis) -> str:
    """The analysis as JSON in UTF-8, letters as they are written; `schema` says what is in it."""
    return _text(analysis.model_dump(mode="json"))


def schema() -> str:
    """JSON Schema (2020-12) of the file. Within version 1 fields are only added, so a reader ignores unknown ones."""
    described: dict[str, Any] = Analysis.model_json_schema(mode="serialization")
    described["properties"]["version"] = {"const": "analysis/1"}
    return _text(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": "urn:cinema-os:analysis:1",
            **_open(described),
        }
    )


def _open(node: Any) -> Any:
    """The same schema without the prohibition of further fields."""
    if isinstance(node, dict):
        return {name: _open(each) for name, each in node.items() if name != "additionalProperties"}
    return [_open(each) for each in node] if isinstance(node, list) else node


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
