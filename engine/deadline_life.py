"""What an act on a deadline makes of it: suspended, resumed, extended, cancelled, passed. Pure; recorded whole.

A suspended time that freezes is given the days back that it stood still: the union of its suspensions, so that two that
overlap count once, and what was given back is not given again. One that restarts is reckoned anew from the day on which
it runs again. One that runs on keeps its day, and the clock goes on recording it. What has been used up is never lost:
it follows from the start and the ledger. The days given back are added to the counted end, not to the working day to
which 150/1930 5 § had moved it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

import msgspec

from engine.calendar import Calendar
from engine.case import LAW_CHANGED_TYPE, Case, payload_of
from engine.counting import AgreedDay, NextOf, Period, Stated
from engine.deadline_acts import CANCELLED, EXTENDED, MOVED, PASSED, RESUMED, SUSPENDED
from engine.deadline_guards import BASIS
from engine.deadline_standing import ending, holds, meant, setting, stands_still
from engine.deadlines import ComputedDay, Unit, compute_period, day_or_next_working_day, days_on, roll_forward
from engine.declaration import DeadlineRule, Suspending
from engine.due import Reckoning, set_deadline
from engine.envelope import Deadline, DerivationRecord, Envelope, LedgerEntry
from engine.errors import Missing, Refused
from engine.law import Label, cites
from engine.table import Table

_ONE_DAY = timedelta(days=1)
_COUNTED = frozenset({"count", "set_day", "stated", "extended"})
"""The steps of a derivation that say where the time ends, before a day off moves it."""


class _Again(NamedTuple):
    """The last day of a time that runs again, and how it came about."""

    due: date
    steps: tuple[DerivationRecord, ...]


def changed_by(
    table: Table, case: Case | None, fact_id: str, on: date, data: Mapping[str, Any], calendar: Calendar
) -> Deadline | None:
    """Gives the deadline as an act on it leaves it, or None when the act changes none.

    Raises:
        CalendarRangeError: the new last day lies outside the calendar.
        Refused: `act-refused`, the act says that the deadline was reckoned again, and that gives another day or none.
    """
    if case is None or "deadline" not in data:
        return None
    found = meant(case, str(data["deadline"]), data.get("generation"))
    if found is None:
        return None
    makes: dict[str, Callable[[], Deadline | None]] = {
        SUSPENDED.id: lambda: _suspended(found, on, data),
        RESUMED.id: lambda: _resumed(table, case, found, on, str(data["why"]), calendar),
        EXTENDED.id: lambda: _extended(found, on, date.fromisoformat(str(data["due"])), data, calendar),
        CANCELLED.id: lambda: msgspec.structs.replace(found, status="cancelled", closed_on=on),
        PASSED.id: lambda: msgspec.structs.replace(found, status="passed"),
        MOVED.id: lambda: _moved(table, case, found, on, data, calendar),
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
    status = "suspended" if holds(entry) else found.status
    return msgspec.structs.replace(found, status=status, ledger=(*found.ledger, entry))


def _resumed(table: Table, case: Case, found: Deadline, on: date, why: str, calendar: Calendar) -> Deadline:
    """Ends one suspension; with the last that holds it, the time runs again."""
    entry = ending(found, why)
    if entry is None:
        return found
    # One that the time does not heed leaves the last day as it is.
    ended = msgspec.structs.replace(entry, until=on, due_after=None if holds(entry) else found.due)
    ledger = _with(found.ledger, entry, ended)
    now = msgspec.structs.replace(found, ledger=ledger)
    if stands_still(now) or not holds(entry):
        return now
    due, steps = _due_again(table, case, now, calendar)
    settled = tuple(msgspec.structs.replace(one, due_after=due) if _unsettled(one) else one for one in ledger)
    return msgspec.structs.replace(
        found,
        status=_status_again(case, found, due),
        due=due,
        ledger=settled,
        derivation=(*found.derivation, *steps),
        calendar=calendar.version,
    )


def _with(ledger: Iterable[LedgerEntry], old: LedgerEntry, new: LedgerEntry) -> tuple[LedgerEntry, ...]:
    return tuple(new if entry is old else entry for entry in ledger)


def _unsettled(entry: LedgerEntry) -> bool:
    """True of a suspension that held the time, and for which nothing was given back yet."""
    return holds(entry) and entry.due_after is None


def _status_again(case: Case, found: Deadline, due: date) -> str:
    """A time whose end was recorded stays passed where a suspension, recorded afterwards, leaves its last day."""
    mark = (found.name, found.generation, due.isoformat())
    said = (event.data for event in case.facts.get(f"case.{PASSED.id}", ()))
    return "passed" if any((data["deadline"], data["generation"], data["due"]) == mark for data in said) else "open"


def _due_again(table: Table, case: Case, found: Deadline, calendar: Calendar) -> _Again:
    """Gives the last day when the suspensions that nothing was given back for are over.

    A suspension takes no day away: neither from an extension, nor where a calendar has come to have fewer days off. Nor
    does a time end before it runs again, as when it was suspended on a day that only 150/1930 5 § had added.
    """
    runs_on = max(entry.until or entry.since for entry in found.ledger if _unsettled(entry))
    first = setting(case, found)
    declared = table.version(first.declaration)
    rule = declared.deadlines.get(found.name)
    again = _run_anew(declared, case, first, found, runs_on, calendar)
    least = found.due if found.due >= runs_on else _moved_from_days_off(rule, runs_on, calendar).due
    if again.due >= least or _is_backward(rule):
        return again
    said = DerivationRecord(step="due", date=least, why="a suspension takes no day away")
    return _Again(least, (*again.steps, said))


def _run_anew(
    declared: Table, case: Case, first: Envelope, found: Deadline, runs_on: date, calendar: Calendar
) -> _Again:
    rule = declared.deadlines.get(found.name)
    restarts = any(_unsettled(entry) and entry.mode == str(Suspending.RESTART) for entry in found.ledger)
    if restarts and not _is_backward(rule):
        return _restarted(declared, case, first, found, runs_on, calendar)
    began = _began(found, runs_on)
    held = [entry for entry in found.ledger if holds(entry)]
    given = _days_stood([entry for entry in held if not _unsettled(entry)], began)
    stood = _days_stood(held, began) - given
    unit = _unit(declared, rule)
    if unit is Unit.WORKING_DAYS:
        stood = {day for day in stood if not calendar.is_day_off(day)}
    if not stood:
        left = DerivationRecord(step="resume", date=runs_on, why="the suspension left the last day as it was")
        return _Again(found.due, (left,))
    return _given_back(found, rule, len(stood), unit, runs_on, calendar)


def _is_backward(rule: DeadlineRule | None) -> bool:
    """True of a time counted back from a day: it ends where that day puts it."""
    return rule is not None and isinstance(rule.counting, Period) and rule.counting.backward


def _given_back(
    found: Deadline, rule: DeadlineRule | None, days: int, unit: Unit, runs_on: date, calendar: Calendar
) -> _Again:
    """Gives the last day with the days added during which the time stood still, counted as the time is."""
    kind = "working days" if unit is Unit.WORKING_DAYS else "days"
    ended_on = next((step.date for step in reversed(found.derivation) if step.step in _COUNTED), found.due)
    ends_on = days_on(ended_on, days, calendar)
    if unit is Unit.WORKING_DAYS:
        ends_on = compute_period(ended_on, days, unit, calendar=calendar).due
    moved = _moved_from_days_off(rule, ends_on, calendar)
    said = DerivationRecord(step="resume", date=runs_on, why=f"the time stood still for {days} {kind}, given back")
    counted = DerivationRecord(step="count", date=ends_on, why=f"{days} {kind} after {ended_on}, when it would end")
    return _Again(moved.due, (said, counted, *moved.recorded[1:]))


def _unit(declared: Table, rule: DeadlineRule | None) -> Unit:
    """Gives the unit in which a time stands still: working days where it is counted in them, else days."""
    if rule and isinstance(rule.counting, Period):
        parameters = declared.procedure.parameters
        return Unit.WORKING_DAYS if parameters.unit(rule.counting.parameter) == Unit.WORKING_DAYS else Unit.DAYS
    return Unit.DAYS


def _moved_from_days_off(rule: DeadlineRule | None, ends_on: date, calendar: Calendar) -> ComputedDay:
    """Moves the end of a time past days off: by 150/1930 5 § what law sets, by agreement what was stated."""
    if rule and isinstance(rule.counting, Stated | AgreedDay):
        return day_or_next_working_day(ends_on, calendar=calendar)
    return roll_forward(ends_on, calendar=calendar)


def _restarted(
    declared: Table, case: Case, first: Envelope, found: Deadline, runs_on: date, calendar: Calendar
) -> _Again:
    """Gives the last day of a time that begins anew: reckoned by its rule, else as long as it was."""
    said = DerivationRecord(step="restart", date=runs_on, why="the time begins anew when it is resumed")
    rule = declared.deadlines.get(found.name)
    if rule and isinstance(rule.counting, Period | NextOf):
        anew = _reckoned(declared, case, first, rule, calendar, restarted_on=runs_on)
        if anew is not None:
            return _Again(anew.due, (said, *anew.derivation))
    mark = (found.name, found.generation)
    before = next((one for one in first.deadlines if (one.name, one.generation) == mark), found)
    length = (before.due - before.started_on).days
    counted = DerivationRecord(step="count", date=days_on(runs_on, length, calendar), why=f"{length} days, as before")
    moved = _moved_from_days_off(rule, counted.date, calendar)
    return _Again(moved.due, (said, counted, *moved.recorded[1:]))


def frozen_days(entries: Iterable[LedgerEntry]) -> int:
    """Gives the days on which a time stood still: the union of its suspensions, each from its first day to its end.

    Example:
        >>> one = LedgerEntry(kind="suspended", since=date(2026, 3, 2), until=date(2026, 3, 12),
        ...                   due_before=date(2026, 4, 1), section="-", why="-")
        >>> other = msgspec.structs.replace(one, since=date(2026, 3, 10), until=date(2026, 3, 16))
        >>> frozen_days([one, other])
        14
    """
    return len(_days_stood(entries, date.min))


def consumed_days(deadline: Deadline, on: date) -> int:
    """Gives the days of the time that have been used up by `on`: those since its start on which it ran."""
    end = min(on, deadline.closed_on or on)
    began = _began(deadline, end)
    stood = _days_stood((entry for entry in deadline.ledger if holds(entry)), began, until=end)
    return max((end - began).days, 0) - len(stood)


def _began(deadline: Deadline, on: date) -> date:
    """Gives the day from which the time counts: its start, or the newest one by `on` from which it began anew."""
    restarted = (entry.until for entry in deadline.ledger if entry.mode == str(Suspending.RESTART))
    return max([deadline.started_on, *(day for day in restarted if day is not None and day <= on)])


def _days_stood(entries: Iterable[LedgerEntry], after: date, *, until: date | None = None) -> set[date]:
    """Gives the days that did not count: of each suspension those after its first, through the one on which it ended.

    Only days after `after` are given; one that still runs lasts through `until`, and nothing lasts longer.
    """
    found: set[date] = set()
    for entry in entries:
        first = max(entry.since, after)
        ended = entry.until if entry.until is not None else until if until is not None else first
        last = ended if until is None else min(ended, until)
        found.update(first + number * _ONE_DAY for number in range(1, (last - first).days + 1))
    return found


def _extended(found: Deadline, on: date, due: date, data: Mapping[str, Any], calendar: Calendar) -> Deadline:
    # A day that the calendar does not reach is refused: nobody could say later whether it is a working day.
    calendar.is_day_off(due)
    entry = LedgerEntry(
        kind="extended",
        since=on,
        due_before=found.due,
        due_after=due,
        section=str(data["section"]),
        why=str(data["why"]),
    )
    said = DerivationRecord(step="extended", date=due, why=f"{data['section']}: {data['why']}")
    # A time that had passed runs again until its new last day.
    status = "open" if found.status == "passed" else found.status
    return msgspec.structs.replace(
        found, status=status, due=due, ledger=(*found.ledger, entry), derivation=(*found.derivation, said)
    )


def recomputed(table: Table, case: Case, found: Deadline, calendar: Calendar, *, on: date) -> Deadline | None:
    """Gives a running deadline as the calendar in force now gives it, or None when that leaves it where it is.

    Only what no person has suspended or extended since is reckoned again, by the law and the numbers by which it was
    set.
    """
    if found.calendar == calendar.version or any(entry.kind != "moved" for entry in found.ledger):
        return None
    first = setting(case, found)
    declared = table.version(first.declaration)
    rule = declared.deadlines.get(found.name)
    anew = _reckoned(declared, case, first, rule, calendar) if rule else None
    if anew is None or (anew.due, anew.opens_on) == (found.due, found.opens_on):
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
        ledger=(*found.ledger, entry),
    )


def _moved(
    table: Table, case: Case, found: Deadline, on: date, data: Mapping[str, Any], calendar: Calendar
) -> Deadline:
    """Gives the deadline as reckoned again, which must be what the act says of it."""
    anew = recomputed(table, case, found, calendar, on=on)
    if anew is not None and (anew.calendar, anew.due.isoformat()) == (data["calendar"], data["due"]):
        return anew
    day = f"{anew.due}" if anew else "-"
    text = Label(
        f"kalenterin {calendar.version} mukaan laskettu uusi päivä ({day}) on se, joka ilmoitetaan",
        f"den nya dagen enligt kalendern {calendar.version} ({day}) är den som anges",
        f"the new day by calendar {calendar.version} ({day}) is the one that is stated",
    )
    raise Refused(
        "act-refused",
        f"{MOVED.label.en.capitalize()} was not recorded for case {case.case_id}. Missing: {text.en}.",
        basis=cites(BASIS),
        missing=(Missing("reckoned_by_calendar", text, cites(BASIS)),),
        try_next=f"ohjaus case next {case.case_id}",
        details={
            "fact": MOVED.id,
            "label": MOVED.label,
            "case": case.case_id,
            "procedure": table.procedure.id,
        },
    )


def _reckoned(
    declared: Table,
    case: Case,
    first: Envelope,
    rule: DeadlineRule,
    calendar: Calendar,
    *,
    restarted_on: date | None = None,
) -> Deadline | None:
    """Reckons a deadline anew from the fact that set it, or from the day on which it begins again."""
    data, on = dict(payload_of(declared, first)), first.effective_on
    if restarted_on is not None:
        on = restarted_on
        after = getattr(rule.counting, "after", None)
        if after is not None:
            data[after] = restarted_on.isoformat()
    reckoning = Reckoning(on, data, declared.procedure.parameters, _law_on(case, first), calendar)
    anew = set_deadline(rule, None, reckoning)
    return anew[0] if anew else None


def _law_on(case: Case, first: Envelope) -> date:
    """Gives the day whose numbers applied when a deadline was set, whatever law the case came under afterwards."""
    moved = [one.effective_on for one in case.facts.get(LAW_CHANGED_TYPE, ()) if one.version < first.version]
    return moved[-1] if moved else case.opened_on
