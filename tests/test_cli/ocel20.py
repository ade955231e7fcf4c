"""The rules of OCEL 2.0 for JSON as a schema of our own, after the format's page and section 8 of its specification.

The published schema comes without a licence to copy it by, so its rules are stated here anew, and where the
specification's text is stricter (the five types of attributes, nothing unknown), this schema is as strict as the text.
"""

from __future__ import annotations

from typing import Any

_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_INSTANT: dict[str, Any] = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$",
}


def _record(**fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": [*fields], "additionalProperties": False}


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of, "uniqueItems": True}


_DECLARED = _record(name=_TEXT, type={"enum": ["string", "time", "integer", "float", "boolean"]})
_TYPES = _list(_record(name=_TEXT, attributes=_list(_DECLARED)))
_RELATIONSHIPS = _list(_record(objectId=_TEXT, qualifier={"type": "string"}))
_VALUE: dict[str, Any] = {"type": "string"}

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_record(
        eventTypes=_TYPES,
        objectTypes=_TYPES,
        events=_list(
            _record(
                id=_TEXT,
                type=_TEXT,
                time=_INSTANT,
                attributes=_list(_record(name=_TEXT, value=_VALUE)),
                relationships=_RELATIONSHIPS,
            )
        ),
        objects=_list(
            _record(
                id=_TEXT,
                type=_TEXT,
                attributes=_list(_record(name=_TEXT, value=_VALUE, time=_INSTANT)),
                relationships=_RELATIONSHIPS,
            )
        ),
    ),
}
