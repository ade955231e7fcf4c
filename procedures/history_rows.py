"""Reading a file of published history: its shape, row by row, strict and with a limit on its size.

Format: TOML with one `[[fact]]` table a row. `procedure`, `subject` and `on` say what, whom and when it concerns;
`precision` how well the day is known; `what` says it in words, or `fact` with `data` in the procedure's own terms;
`source` is where it was published; `documents`, `role` and `amount` are optional.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, NoReturn

from engine.assess import PRECISIONS
from engine.envelope import DocumentRef, canonical, event_hash, refuse_floats
from engine.errors import InputRejected
from engine.nesting import DEEPEST, has_longer_key, is_deeper

LARGEST_BYTES: Final = 10 * 1024 * 1024
_TEXTS: Final = {"procedure": 100, "subject": 20, "what": 1000, "source": 2000, "fact": 100, "role": 100}
_OF_DOCUMENT: Final = frozenset({"kind", "title", "diary_number", "sha256", "source"})
_KNOWN: Final = frozenset({*_TEXTS, "on", "precision", "amount", "amount_precision", "data", "documents"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row, counted from 1. `digest` is the SHA-256 of what it says, whatever its place in the file."""

    number: int
    digest: str
    procedure: str
    subject: str
    on: date
    precision: str
    what: str = ""
    fact: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    role: str | None = None
    source: str | None = None
    documents: tuple[DocumentRef, ...] = ()
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryDocument:
    """The rows of a file in its order."""

    rows: tuple[Row, ...]


def read_history(content: bytes) -> HistoryDocument:
    """Reads a file of history.

    Raises:
        InputRejected: `history-too-large`, `history-unreadable`, or `history-row` naming the row and what is wrong.
    """
    if len(content) > LARGEST_BYTES:
        raise InputRejected(
            "history-too-large",
            f"The file has {len(content):,} bytes; at most {LARGEST_BYTES:,} are read.",
            try_next="split the file and import the parts one after the other",
            details={"bytes": len(content), "most": LARGEST_BYTES},
        )
    try:
        text = content.decode("utf-8")
        # Before it is read: reading a key of very many parts would take for ever.
        document = None if has_longer_key(text) else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputRejected("history-unreadable", f"The file is not readable as TOML: {error}.") from error
    if document is None or is_deeper(document):
        raise InputRejected("history-unreadable", f"The file nests tables and lists deeper than {DEEPEST} levels.")
    rows = document.pop("fact", [])
    if document or not isinstance(rows, list):
        others = ", ".join(map(repr, document)) or "one table called fact"
        raise InputRejected("history-unreadable", f"The file holds {others}; it should hold [[fact]] tables only.")
    try:
        return HistoryDocument(tuple(_row(number, table) for number, table in enumerate(rows, start=1)))
    except RecursionError as error:
        raise InputRejected("history-unreadable", "The file nests tables deeper than anything it could say.") from error


def _row(number: int, table: object) -> Row:
    if not isinstance(table, Mapping):
        _reject(number, "is not a table")
    unknown = sorted(set(table) - _KNOWN)
    if unknown:
        _reject(number, f"has unknown fields: {', '.join(unknown)}")
    texts = {name: _text(number, table, name, most) for name, most in _TEXTS.items() if name in table}
    lacking = [name for name in ("procedure", "subject", "on") if name not in table]
    if lacking:
        _reject(number, f"lacks {', '.join(lacking)}")
    if not texts.keys() & {"what", "fact"}:
        _reject(number, "says neither what happened (what) nor which fact it is (fact)")
    documents = _documents(number, table.get("documents", []))
    if "source" not in texts and not documents:
        _reject(number, "names neither a source nor a document")
    on = _day(number, table["on"])
    plain = _plain(number, table)
    return Row(
        number=number,
        digest=event_hash(canonical(plain)),
        procedure=texts["procedure"],
        subject=texts["subject"],
        on=on,
        precision=_precision(number, table.get("precision", "exact")),
        data=_data(number, plain),
        documents=documents,
        amount=_amount(number, table.get("amount")),
        what=texts.get("what", ""),
        fact=texts.get("fact"),
        role=texts.get("role"),
        source=texts.get("source"),
    )


def _reject(number: int, what: str) -> NoReturn:
    raise InputRejected(
        "history-row",
        f"Row {number} {what}.",
        try_next=f"correct row {number} and import the file again",
        details={"row": number, "problem": what},
    )


def _text(number: int, table: Mapping[str, Any], name: str, most: int) -> str:
    value = table[name]
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        _reject(number, f"has a {name} that is no text of 1 to {most} characters")
    return value.strip()


def _day(number: int, value: object) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        _reject(number, "has an `on` that is no date; write it as 2025-06-17, without quotation marks")
    return value


def _precision(number: int, value: object) -> str:
    if value not in PRECISIONS:
        _reject(number, f"has an unknown precision; use one of {', '.join(PRECISIONS)}")
    return str(value)


def _amount(number: int, value: object) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        _reject(number, "has an amount that is no whole number of euros")
    return value if isinstance(value, int) else None


def _documents(number: int, value: object) -> tuple[DocumentRef, ...]:
    if not isinstance(value, list):
        _reject(number, "has documents that are no list")
    found = []
    for entry in value:
        if not _is_document(entry):
            fields = ", ".join(sorted(_OF_DOCUMENT))
            _reject(number, f"has a document that is no table of texts with a kind; its fields are {fields}")
        found.append(DocumentRef(**entry))
    return tuple(found)


def _is_document(entry: object) -> bool:
    if not isinstance(entry, Mapping) or "kind" not in entry or not set(entry) <= _OF_DOCUMENT:
        return False
    return all(isinstance(part, str) and part.strip() for part in entry.values())


def _data(number: int, plain: Mapping[str, Any]) -> Mapping[str, Any]:
    data = plain.get("data", {})
    if not isinstance(data, Mapping):
        _reject(number, "has data that are no table")
    if data and "fact" not in plain:
        _reject(number, "has data without saying which fact they belong to")
    return data


def _plain(number: int, table: Mapping[str, Any]) -> dict[str, Any]:
    """Gives the row as plain data with one canonical form: days as text, nothing that could be written in two ways."""
    plain = _without_days(table)
    assert isinstance(plain, dict)  # noqa: S101 - narrows the type; a mapping goes in and comes out
    try:
        refuse_floats(plain, "row")
    except InputRejected as error:
        _reject(number, f"cannot be kept exactly: {error.message}")
    return plain


def _without_days(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _without_days(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_days(inner) for inner in value]
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return value
