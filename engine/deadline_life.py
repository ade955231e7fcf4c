"""What an act on a deadline makes of it: suspended, resumed, extended, cancelled, passed. Pure; recorded whole.

A suspended time that freezes is given the days back that it stood still: the union of its suspensions, so that two that
overlap count once. One that restarts is reckoned anew from the day on which it runs again. One that runs on keeps its
day. What has been used up is never lost: it follows from the start, the ledger and the last day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import msgspec

from engine.calendar import Calendar
from engine.case import Case
from engine.deadline_acts import CANCELLED, EXTENDED, MOVED, PASSED, RESUMED, SUSPENDED, meant
from engine.deadlines import roll_forward
from engine.declaration import DeadlineRule, Suspending
from engine.due import Reckoning, derivation_of, set_deadline
from engine.envelope import Deadline, DerivationRecord, LedgerEntry
from engine.table import Table

_ONE_DAY = timedelta(days=1)


def changed_by(
    table: Table, case: Case | None, fact_id: str, on: date, data: Mapping[str, Any], calendar: Calendar
) -> Deadline | None:
    """Gives the deadline as an act on it leaves it, or None when the act changes none.

    Raises:
        CalendarRangeError: the new last day lies outside the calendar.
    """
    if case is None or "deadline" not in data:
        return None
    found = meant(case, str(data["deadline"]), data.get("generation"))
    if found is None:
        return None
    makes: dict[str, Callable[[], Deadline | None]] = {
        SUSPENDED.id: lambda: _suspended(found, on, data),
        RESUMED.id: lambda: _resumed(table, case, found, on, data, calendar),
        EXTENDED.id: lambda: _later(found, on, "extended", date.fromisoformat(str(data["due"])), data),
        CANCELLED.id: lambda: msgspec.structs.replace(found, status="cancelled", closed_on=on),
        PASSED.id: lambda: msgspec.structs.replace(found, status="passed"),
        MOVED.id: lambda: recomputed(table, case, found, calendar, on=on),
    }
    return makes[fact_id]() if fact_id in makes else None


def _suspended(found: Deadline, on: date, data: Mapping[str, Any]) -> Deadline:
    mode = data.get("mode") or found.suspension or str(Suspending.FREEZE)
    entry = LedgerEntry(
        kind="suspended",
        since=on,
        due_before=found.due,
        section=str(data["section"]),
        why=str(data["why"]),
        mode=str(mode),
    )
    return msgspec.structs.replace(found, status="suspended", ledger=(*found.ledger, entry))


def _resumed(
    table: Table, case: Case, found: Deadline, on: date, data: Mapping[str, Any], calendar: Calendar
) -> Deadline:
    """Ends one suspension, or the last one that runs; with the last, the time runs again."""
    running = [number for number, entry in enumerate(found.ledger) if _runs(entry)]
    why = str(data["why"])
    ending = next((number for number in running if found.ledger[number].why == why), running[-1])
    ledger = [*found.ledger]
    ledger[ending] = msgspec.structs.replace(ledger[ending], until=on)
    if any(_runs(entry) for entry in ledger):
        return msgspec.structs.replace(found, ledger=tuple(ledger))
    due, steps = _due_again(table, case, found, ledger, on, calendar)
    ledger[ending] = msgspec.structs.replace(ledger[ending], due_after=due)
    return msgspec.structs.replace(
        found,
        status="open",
        due=due,
        ledger=tuple(ledger),
        derivation=(*found.derivation, *steps),
        calendar=calendar.version,
    )


def _runs(entry: LedgerEntry) -> bool:
    return entry.kind == "suspended" and entry.until is None


def _due_again(
    table: Table, case: Case, found: Deadline, ledger: Iterable[LedgerEntry], on: date, calendar: Calendar
) -> tuple[date, tuple[DerivationRecord, ...]]:
    """Gives the last day after the suspensions since it last ran, and how it came about."""
    since = [entry for entry in ledger if entry.kind == "suspended" and entry.due_after is None]
    modes = {entry.mode for entry in since}
    if str(Suspending.RESTART) in modes:
        rule = table.deadlines.get(found.name)
        anew = _from_the_start(table, case, found, rule, calendar, restarted_on=on) if rule else None
        if anew is not None:
            said = DerivationRecord(step="restart", date=on, why="the time begins anew when it is resumed")
            return anew.due, (said, *anew.derivation)
    days = frozen_days(entry for entry in since if entry.mode == str(Suspending.FREEZE))
    if not days:
        return found.due, (DerivationRecord(step="resume", date=on, why="the suspension left the last day as it was"),)
    moved = roll_forward(found.due + days * _ONE_DAY, calendar=calendar)
    said = DerivationRecord(step="resume", date=on, why=f"the time stood still for {days} days, which are given back")
    return moved.due, (said, *derivation_of(moved))


def frozen_days(entries: Iterable[LedgerEntry]) -> int:
    """Gives the days on which a time stood still: the union of its suspensions, each from its first day to its end.

    Example:
        >>> one = LedgerEntry(kind="suspended", since=date(2026, 3, 2), until=date(2026, 3, 12),
        ...                   due_before=date(2026, 4, 1), section="-", why="-")
        >>> other = msgspec.structs.replace(one, since=date(2026, 3, 10), until=date(2026, 3, 16))
        >>> frozen_days([one, other])
        14
    """
    total, reached = 0, date.min
    for entry in sorted(entries, key=lambda one: one.since):
        until = entry.until or entry.since
        begun = max(entry.since, reached)
        total += max((until - begun).days, 0)
        reached = max(reached, until)
    return total


def consumed_days(deadline: Deadline, on: date) -> int:
    """Gives the days of the time that have been used up by `on`: those since its start on which it ran."""
    end = min(on, deadline.closed_on or on)
    started = max(
        (entry.until for entry in deadline.ledger if entry.mode == str(Suspending.RESTART) and entry.until),
        default=deadline.started_on,
    )
    stood = [
        msgspec.structs.replace(entry, since=max(entry.since, started), until=min(entry.until or end, end))
        for entry in deadline.ledger
        if entry.mode == str(Suspending.FREEZE) and started < (entry.until or end) and entry.since < end
    ]
    return max((end - started).days - frozen_days(stood), 0)


def _later(found: Deadline, on: date, kind: str, due: date, data: Mapping[str, Any]) -> Deadline:
    entry = LedgerEntry(
        kind=kind,
        since=on,
        due_before=found.due,
        due_after=due,
        section=str(data["section"]),
        why=str(data["why"]),
    )
    said = DerivationRecord(step=kind, date=due, why=f"{data['section']}: {data['why']}")
    # A time that had passed runs again until its new last day.
    status = "open" if found.status == "passed" else found.status
    return msgspec.structs.replace(
        found, status=status, due=due, ledger=(*found.ledger, entry), derivation=(*found.derivation, said)
    )


def recomputed(table: Table, case: Case, found: Deadline, calendar: Calendar, *, on: date) -> Deadline | None:
    """Gives a running deadline as the calendar in force now gives it, or None when that leaves it where it is.

    Only what no person has suspended or extended since is reckoned again.
    """
    rule = table.deadlines.get(found.name)
    if rule is None or found.ledger or found.calendar == calendar.version:
        return None
    anew = _from_the_start(table, case, found, rule, calendar)
    if anew is None or anew.due == found.due:
        return None
    entry = LedgerEntry(
        kind="moved",
        since=on,
        due_before=found.due,
        due_after=anew.due,
        section=found.basis,
        why=f"calendar {found.calendar} → {calendar.version}",
    )
    status = "open" if found.status == "passed" and anew.due >= on else found.status
    return msgspec.structs.replace(
        found,
        status=status,
        due=anew.due,
        calendar=anew.calendar,
        derivation=anew.derivation,
        opens_on=anew.opens_on,
        ledger=(entry,),
    )


def _from_the_start(
    table: Table,
    case: Case,
    found: Deadline,
    rule: DeadlineRule,
    calendar: Calendar,
    *,
    restarted_on: date | None = None,
) -> Deadline | None:
    """Reckons a deadline anew from the fact that set it, or from the day on which it begins again."""
    first = next((event for event in case.events if _sets(event.deadlines, found)), None)
    if first is None:
        return None
    data, on = dict(first.data), first.effective_on
    if restarted_on is not None:
        after = getattr(rule.counting, "after", None)
        on = restarted_on
        if after is not None:
            data[after] = restarted_on.isoformat()
    reckoning = Reckoning(on, data, table.procedure.parameters, case.law_on, calendar)
    anew = set_deadline(rule, None, reckoning)
    return anew[0] if anew else None


def _sets(deadlines: Iterable[Deadline], found: Deadline) -> bool:
    return any(
        one.name == found.name and one.generation == found.generation and one.status == "open" and not one.ledger
        for one in deadlines
    )
