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
from engine.law import Label
from engine.nesting import DEEPEST, has_longer_key, is_deeper
from engine.unreadable import where_unreadable

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
    except RecursionError as error:
        raise _unreadable(_TOO_DEEP) from error
    except ValueError as error:
        raise _unreadable(where_unreadable(error)) from error
    if document is None or is_deeper(document):
        raise _unreadable(_TOO_DEEP)
    rows = document.pop("fact", [])
    if document or not isinstance(rows, list):
        others = ", ".join(map(repr, document)) or "one table called fact"
        raise _unreadable(
            Label(
                f"siinä on {others}; vain taulut [[fact]] kuuluvat siihen",
                f"den innehåller {others}; endast tabellerna [[fact]] hör dit",
                f"it holds {others}; it should hold [[fact]] tables only",
            )
        )
    try:
        return HistoryDocument(tuple(_row(number, table) for number, table in enumerate(rows, start=1)))
    except RecursionError as error:
        raise _unreadable(_TOO_DEEP) from error


_TOO_DEEP: Final = Label(
    f"siinä on yli {DEEPEST} sisäkkäistä tasoa",
    f"den har fler än {DEEPEST} nivåer",
    f"it nests tables and lists deeper than {DEEPEST} levels",
)


def _unreadable(problem: Label) -> InputRejected:
    text = f"The file is not readable as a history in TOML: {problem.en}."
    return InputRejected("history-unreadable", text, details={"problem": problem})


def _row(number: int, table: object) -> Row:
    if not isinstance(table, Mapping):
        _reject(number, Label("se ei ole taulu", "den är ingen tabell", "is not a table"))
    unknown = sorted(set(table) - _KNOWN)
    if unknown:
        _reject(
            number,
            Label(
                f"tuntemattomia tietoja: {', '.join(unknown)}",
                f"okända uppgifter: {', '.join(unknown)}",
                f"has unknown fields: {', '.join(unknown)}",
            ),
        )
    texts = {name: _text(number, table, name, most) for name, most in _TEXTS.items() if name in table}
    lacking = [name for name in ("procedure", "subject", "on") if name not in table]
    if lacking:
        _reject(
            number,
            Label(f"puuttuu {', '.join(lacking)}", f"det saknas {', '.join(lacking)}", f"lacks {', '.join(lacking)}"),
        )
    if not texts.keys() & {"what", "fact"}:
        _reject(
            number,
            Label(
                "se ei kerro, mitä tapahtui (what) eikä mikä toimi se on (fact)",
                "den säger varken vad som hände (what) eller vilken åtgärd det är (fact)",
                "says neither what happened (what) nor which fact it is (fact)",
            ),
        )
    documents = _documents(number, table.get("documents", []))
    if "source" not in texts and not documents:
        _reject(
            number,
            Label(
                "se ei nimeä lähdettä eikä asiakirjaa",
                "den nämner varken källa eller handling",
                "names neither a source nor a document",
            ),
        )
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


def _reject(number: int, what: Label) -> NoReturn:
    raise InputRejected(
        "history-row",
        f"Row {number} {what.en}.",
        try_next=f"correct row {number} and import the file again",
        details={"row": number, "problem": what},
    )


def _text(number: int, table: Mapping[str, Any], name: str, most: int) -> str:
    value = table[name]
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        _reject(
            number,
            Label(
                f"{name} ei ole tekstiä, jossa on 1–{most} merkkiä",
                f"{name} är ingen text med 1–{most} tecken",
                f"has a {name} that is no text of 1 to {most} characters",
            ),
        )
    return value.strip()


def _day(number: int, value: object) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        _reject(
            number,
            Label(
                "on ei ole päivä; kirjoita 2025-06-17 ilman lainausmerkkejä",
                "on är ingen dag; skriv 2025-06-17 utan citationstecken",
                "has an `on` that is no date; write it as 2025-06-17, without quotation marks",
            ),
        )
    return value


def _precision(number: int, value: object) -> str:
    if value not in PRECISIONS:
        _reject(
            number,
            Label(
                f"tuntematon tarkkuus; niitä ovat {', '.join(PRECISIONS)}",
                f"okänd precision; det finns {', '.join(PRECISIONS)}",
                f"has an unknown precision; use one of {', '.join(PRECISIONS)}",
            ),
        )
    return str(value)


def _amount(number: int, value: object) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        _reject(
            number,
            Label(
                "amount ei ole kokonaisia euroja",
                "amount är inget helt antal euro",
                "has an amount that is no whole number of euros",
            ),
        )
    return value if isinstance(value, int) else None


def _documents(number: int, value: object) -> tuple[DocumentRef, ...]:
    if not isinstance(value, list):
        _reject(
            number, Label("documents ei ole luettelo", "documents är ingen lista", "has documents that are no list")
        )
    found = []
    for entry in value:
        if not _is_document(entry):
            fields = ", ".join(sorted(_OF_DOCUMENT))
            _reject(
                number,
                Label(
                    f"asiakirja on tekstien taulu, jolla on laji (kind); sen tiedot ovat {fields}",
                    f"en handling är en tabell med texter och en art (kind); dess uppgifter är {fields}",
                    f"has a document that is no table of texts with a kind; its fields are {fields}",
                ),
            )
        found.append(DocumentRef(**entry))
    return tuple(found)


def _is_document(entry: object) -> bool:
    if not isinstance(entry, Mapping) or "kind" not in entry or not set(entry) <= _OF_DOCUMENT:
        return False
    return all(isinstance(part, str) and part.strip() for part in entry.values())


def _data(number: int, plain: Mapping[str, Any]) -> Mapping[str, Any]:
    data = plain.get("data", {})
    if not isinstance(data, Mapping):
        _reject(number, Label("data ei ole taulu", "data är ingen tabell", "has data that are no table"))
    if data and "fact" not in plain:
        _reject(
            number,
            Label(
                "data on ilman tointa (fact), johon se kuuluu",
                "data saknar den åtgärd (fact) som de hör till",
                "has data without saying which fact they belong to",
            ),
        )
    return data


def _plain(number: int, table: Mapping[str, Any]) -> dict[str, Any]:
    """Gives the row as plain data with one canonical form: days as text, nothing that could be written in two ways."""
    plain = _without_days(table)
    assert isinstance(plain, dict)  # noqa: S101 - narrows the type; a mapping goes in and comes out
    try:
        refuse_floats(plain, "row")
    except InputRejected as error:
        _reject(
            number,
            Label(
                "sitä ei voi säilyttää täsmällisesti",
                "den kan inte bevaras exakt",
                f"cannot be kept exactly: {error.message}",
            ),
        )
    return plain


def _without_days(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _without_days(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_days(inner) for inner in value]
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return value
