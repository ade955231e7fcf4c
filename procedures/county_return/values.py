"""What a county's returns say of each sub-task now: the newest value, where it comes from, and which event set it.

Pure: the returns come as folded cases. A value said in the county's answer is `reported`; one that the discussion saw
otherwise, or that a confirmed return holds, is `discussed`. A sub-task of which no return speaks is not in the result:
nothing is known of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from engine.case import Case
from engine.envelope import Envelope
from procedures.roadmap.fields import PictureState, Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidValue:
    """What is said of one thing (a sub-task or a case): how it stands, since when it is said, and by which event."""

    about: str
    state: PictureState
    reason: str | None
    support_asked: bool
    progress: str | None
    provenance: Provenance
    month: str
    said_on: date
    position: int
    event_id: str
    case_id: str


def said_of_subtasks(returns: Iterable[Case]) -> Mapping[str, SaidValue]:
    """Gives the newest value of each sub-task of which a county's `returns` speak, by its id."""
    places = (("answered", "items", "task"), ("conflicts_resolved", "items", "task"), ("discussed", "changes", "task"))
    return _newest(returns, places)


def said_of_cases(returns: Iterable[Case]) -> Mapping[str, SaidValue]:
    """Gives the newest value of each statutory case of which a county's `returns` speak, by its id."""
    return _newest(returns, (("answered", "cases", "case"), ("conflicts_resolved", "cases", "case")))


def _newest(returns: Iterable[Case], places: tuple[tuple[str, str, str], ...]) -> Mapping[str, SaidValue]:
    said = sorted(
        (value for case in returns if case.state != "withdrawn" for value in _values(case, places)),
        key=lambda value: (value.month, value.position),
    )
    return {value.about: value for value in said}


def _values(case: Case, places: tuple[tuple[str, str, str], ...]) -> Iterator[SaidValue]:
    confirmed = case.state == "confirmed"
    for fact, field, key in places:
        for event in case.every(fact):
            provenance: Provenance = "discussed" if confirmed or fact == "discussed" else "reported"
            for entry in event.data[field]:
                yield _value(case, event, str(entry[key]), entry, provenance)


def _value(case: Case, event: Envelope, about: str, entry: Mapping[str, Any], provenance: Provenance) -> SaidValue:
    return SaidValue(
        about=about,
        state=cast("PictureState", entry["state"]),
        reason=entry["reason"],
        support_asked=bool(entry["support_asked"]),
        progress=entry.get("progress"),
        provenance=provenance,
        month=month_of(case),
        said_on=event.effective_on,
        position=event.position,
        event_id=event.event_id,
        case_id=case.case_id,
    )


def month_of(case: Case) -> str:
    """Gives the month of a return, such as 2026-11."""
    return str(case.readings[0].data["month"])


def silent_since(case: Case) -> date | None:
    """Gives the last day that a county let pass without answering; None when it has answered or its day runs still.

    A deadline counts as passed when the clock has recorded it, so that silence too rests on an event.
    """
    if case.has("answered") or case.state in ("excused", "withdrawn"):
        return None
    due = [one.due for one in case.deadlines.values() if one.name == "answer" and _over(case, one.status)]
    return max(due, default=None)


def _over(case: Case, status: str) -> bool:
    return status == "passed" or case.state == "unanswered"
