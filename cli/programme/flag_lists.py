"""The list of `flag list`: each red flag with its danger, the State's answer and its clock, plan B and whom to call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cli.case.refs import subject_code
from cli.frame.as_of import seen_from
from cli.programme.running import cases_as_of_now
from cli.screen.page import Column
from procedures.cooperation_forums.catalogue import forums
from procedures.cooperation_forums.guards import contacts_now

if TYPE_CHECKING:
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.screen.shapes import Shape
    from engine.case import Case
    from engine.table import Table

_MATTERS = ("red_flags", "everything")
"""In what matter an office is called about a flag: its own matter first."""
_UNANSWERED = "raised"


def list_flags(run: Invocation, county: str | None, *, unanswered: bool, every: bool) -> None:
    """Prints the flags that are up, the longest unanswered first; with `every` those that came down as well.

    Raises:
        NotFound: nobody is known by the county.
    """
    code = subject_code(run.wiring, county)
    with run.record() as record:
        day = seen_from(run, record)[2]
        known = list(cases_as_of_now(run, record, "red_flag"))
        registers = [case for _, case in cases_as_of_now(run, record, "cooperation_forums")]
    contacts = _contacts(run, registers[-1] if registers else None)
    items = [_shape(run, table, case, day, contacts) for table, case in known if code in (None, case.subject)]
    items = [one for one in items if every or one["up"]]
    items = [one for one in items if not unanswered or one["state"] == _UNANSWERED]
    items.sort(key=lambda one: (not one["up"], one["state"] != _UNANSWERED, one["raised_on"], one["flag"]))
    words = run.words
    run.out.rows(
        items,
        [
            Column("flag", words("programme.column.flag")),
            Column("county_name", words("case.subject"), wrap=True),
            Column("state_label", words("case.state"), wrap=True),
            Column("clock", words("programme.column.clock"), wrap=True),
            Column("what", words("programme.column.what"), wrap=True),
            Column("call", words("programme.column.call"), wrap=True),
        ],
        empty=words("programme.flags_empty"),
        also=("county", "state", "raised_on", "age_days", "answer_due", "overdue", "need", "answered_on", "support"),
        then=_next(run, items),
        shown=lambda one: {**one, "clock": _clock(run, one), "call": _call(one)},
    )


def _shape(run: Invocation, table: Table, case: Case, day: date, contacts: Mapping[tuple[str, str], str]) -> Shape:
    raised = case.readings[0]
    reply, plan = case.last("answered"), case.last("plan_b_made")
    due = max((one.due for one in case.deadlines.values() if one.name == "answer_flag"), default=None)
    waits = case.state == _UNANSWERED
    ministry = str(reply.data["by"] or table.procedure.ministry) if reply else table.procedure.ministry
    promised = {f"{key}": reply.data[key] if reply else None for key in ("support", "support_by")}
    return {
        "flag": case.case_id,
        "county": case.subject,
        "county_name": run.wiring.directory.by_code(case.subject).name.text(run.language),
        "state": case.state,
        "state_label": table.states[case.state].label.text(run.language),
        "up": case.closed_on is None,
        "what": raised.data["what"],
        "need": raised.data["need"],
        "by_when": raised.data["by_when"],
        "task": raised.data["task"],
        "about_case": raised.data["about_case"],
        "raised_on": raised.effective_on.isoformat(),
        "age_days": (day - raised.effective_on).days,
        "answer_due": due.isoformat() if due else None,
        "overdue": waits and due is not None and due < day,
        "answered_on": reply.effective_on.isoformat() if reply else None,
        **promised,
        "plan_b": plan.data["plan"] if plan else None,
        "plan_b_decided_by": plan.data["decided_by"] if plan else None,
        "plan_b_used": case.has("plan_b_used"),
        "escalated_to": [event.data["level"] for event in case.every("escalated")],
        "contact": raised.data["contact"],
        "contact_state": reply.data["contact"] if reply else _of(contacts, ministry),
        "ministry": ministry,
        "position": raised.position,
    }


def _contacts(run: Invocation, register: Case | None) -> dict[tuple[str, str], str]:
    """Gives the offices to call by organisation and matter, as the register of contacts holds them now."""
    if register is None:
        return {}
    named = contacts_now(register)
    found = {}
    for event in register.every("contact_set"):
        key = (str(event.data["organisation"]), str(event.data["matter"]))
        if key in named:
            office = forums().office_by_id.get(str(event.data["office"]))
            told = (office.name.text(run.language) if office else event.data["title"], event.data["address"])
            found[key] = ", ".join(str(one) for one in told if one)
    return found


def _of(contacts: Mapping[tuple[str, str], str], organisation: str) -> str | None:
    return next((contacts[organisation, one] for one in _MATTERS if (organisation, one) in contacts), None)


def _clock(run: Invocation, one: Mapping[str, object]) -> str:
    """Says how the State's clock stands: due, late, or answered."""
    words = run.words
    if one["answered_on"] and one["state"] != _UNANSWERED:
        return words("programme.answered", on=words.date(str(one["answered_on"])))
    if one["state"] != _UNANSWERED or not one["answer_due"]:
        return ""
    key = "programme.answer_late" if one["overdue"] else "programme.answer_due"
    return words(key, due=words.date(str(one["answer_due"])))


def _call(one: Mapping[str, object]) -> str:
    """Says whom to call: in the county, and in the ministry where that is known."""
    told = [f"{one['county_name']}: {one['contact']}"]
    if one["contact_state"]:
        told.append(f"{one['ministry']}: {one['contact_state']}")
    return "; ".join(told)


def _next(run: Invocation, items: list[Shape]) -> list[str]:
    waiting = next((one["flag"] for one in items if one["state"] == _UNANSWERED), None)
    if waiting:
        return [
            run.command("flag", "answer", waiting, "--support", "VALUE", "--contact", "VALUE"),
            run.command("case", "show", waiting),
        ]
    return [run.command("case", "show", items[0]["flag"])] if items else [run.command("flag", "list", "--all")]
