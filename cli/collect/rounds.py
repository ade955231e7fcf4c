"""Finding the round of a month and the return of a county in it, and what a month is called."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from cli.collect.standing import WHOLE_STATE, known_cases
from cli.frame.part import sight_of
from engine.errors import InputRejected, NotFound
from engine.request import NOW, AsOf
from procedures.county_return.values import month_of

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.case import Case

_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])\Z")
VOID = ("cancelled", "withdrawn")
ANSWERABLE = ("issued", "answered", "discussed")
"""Where a return stands while answers are taken in."""


def month(text: str) -> str:
    """Gives a month as it is written, 2026-12.

    Raises:
        InputRejected: `month-invalid`.
    """
    if _MONTH.match(text) is None:
        raise InputRejected("month-invalid", f"{text!r} is no month; write it as 2026-12.", details={"given": text})
    return text


def rounds(record: Record, as_of: AsOf = NOW) -> tuple[Case, ...]:
    """Gives the rounds that were not cancelled, the oldest month first."""
    found = known_cases(record, WHOLE_STATE, "monthly_round", as_of)
    return tuple(sorted((one for one in found if one.state not in VOID), key=month_of))


def round_of(record: Record, which: str, as_of: AsOf = NOW) -> Case | None:
    """Gives the round of a month; None when there is none."""
    return next((one for one in rounds(record, as_of) if month_of(one) == which), None)


def the_round(record: Record, which: str | None, as_of: AsOf = NOW) -> Case:
    """Gives the round of a month, the newest when none is named.

    Raises:
        NotFound: `round-unknown`; `round-hidden`, who asks sees a part of the log, and no round in it.
    """
    found = rounds(record, as_of)
    if which is None and found:
        return found[-1]
    named = next((one for one in found if month_of(one) == which), None)
    if named is None:
        months = tuple(month_of(one) for one in found)
        if not found and _is_hidden(record, WHOLE_STATE, "monthly_round"):
            raise NotFound(
                "round-hidden",
                f"No round of {which or 'any month'} is shown to you: you see only a part of the log, and a round is "
                "a case of the whole state.",
                try_next="ohjaus case list --procedure county_return",
                details={"month": which or ""},
            )
        raise NotFound(
            "round-unknown",
            f"No round was opened for {which or 'any month'}.",
            nearest=months[-3:],
            try_next=f"ohjaus collect open --month {which or '2026-12'} --on DATE",
            details={"month": which or ""},
        )
    return named


def the_return(record: Record, code: str, which: str, as_of: AsOf = NOW) -> Case:
    """Gives the return of a county in a month.

    Raises:
        NotFound: `return-unknown`; `return-hidden`, who asks sees a part of the log, and no return of the county in it.
    """
    found = [one for one in known_cases(record, code, "county_return", as_of) if one.state not in VOID]
    named = next((one for one in found if month_of(one) == which), None)
    if named is None and not found and _is_hidden(record, code, "county_return"):
        raise NotFound(
            "return-hidden",
            f"No return of {code} is shown to you: you see only a part of the log.",
            try_next="ohjaus case list --procedure county_return",
            details={"county": code, "month": which},
        )
    if named is None:
        raise NotFound(
            "return-unknown",
            f"{code} was sent no workbook for {which}.",
            try_next=f"ohjaus collect open --month {which} --county {code} --on DATE",
            details={"county": code, "month": which},
        )
    return named


def _is_hidden(record: Record, subject: str, procedure: str) -> bool:
    """Tells whether there may be cases of a procedure about a subject that are not shown to whoever asks."""
    declared = record.wiring.declarations.versions(procedure)[-1].procedure
    return sight_of(record).hides(subject, procedure, declared.parties_of(subject))


def returns_of(record: Record, which: str, as_of: AsOf = NOW) -> dict[str, Case]:
    """Gives the returns of a month by the codes of their counties, without those withdrawn."""
    found: dict[str, Case] = {}
    for actor in record.wiring.directory.steered():
        for case in known_cases(record, actor.code, "county_return", as_of):
            if case.state not in VOID and month_of(case) == which:
                found[actor.code] = case
    return found


def county(run: Invocation, reference: str) -> str:
    """Gives the code of one of the 23 whose picture the rounds ask for.

    Raises:
        NotFound: nobody is known by it, or it is none of them.
    """
    found = run.wiring.directory.resolve(reference)
    known = {one.code for one in run.wiring.directory.steered()}
    if found.code not in known:
        raise NotFound(
            "county-not-steered",
            f"{found.code} is none of the counties, Helsinki and HUS.",
            try_next="ohjaus actor list --kind county",
            details={"subject": found.code},
        )
    return found.code


def answer_due(case: Case) -> date | None:
    """Gives the last day for answering of a round or a return."""
    return max((one.due for one in case.deadlines.values() if one.name in ("answer", "answers")), default=None)
