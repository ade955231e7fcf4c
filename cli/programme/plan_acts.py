"""What is recorded of the plan: states, owners and days, a re-assessment, reports up the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cli.case.recording import answer
from cli.case.refs import subject_code
from cli.programme.entries import measure, planned, watched
from cli.programme.goal_acts import provenance, report_said
from cli.programme.offering import Offered, Said, code_of, record_and_answer, record_in
from cli.programme.running import running_programme
from engine.errors import InputRejected, Refused
from procedures.county_return.values import month_of
from procedures.reform_programme.catalogue import Measure
from procedures.reform_programme.guards import awaiting_reassessment
from procedures.roadmap.catalogue import Subtask

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cli.frame.invocation import Invocation
    from cli.programme.act_options import When
    from cli.wiring import Record
    from engine.case import Case

_MENDED: Final[Mapping[str, Sequence[str]]] = {
    "worst_explained": ("--reason", "VALUE"),
    "reasons_given": ("--reason", "VALUE"),
    "done_shown": ("--evidence", "VALUE"),
    "dropped_explained": ("--reason", "VALUE"),
}
_REPORTS: Final = {
    "permanent_secretaries": "reported_to_secretaries",
    "ministerial_group": "reported_to_ministers",
}


def update_plan(run: Invocation, what: str, state: str, given: Mapping[str, Any], when: When) -> None:
    """Records where a measure, a first-stage action or a county's sub-task stands.

    Raises:
        NotFound: there is nothing of that id.
        InputRejected: `county-lacking`, or `option-needless`.
        Refused: a reason is missing, or nothing is open in which it could be recorded.
    """
    found = planned(what)
    if isinstance(found, Subtask):
        _update_subtask(run, found, state, given, when)
        return
    _ensure_needed(found.id, {"--county": given["county"]})
    key = "measure" if isinstance(found, Measure) else "action"
    said = (
        Said(key, None, found.id),
        Said("state", None, state),
        Said("stage", "--stage", given["stage"]),
        *report_said(given),
    )
    offered = Offered(
        command=("plan", "update"),
        fact=f"{key}_state_set",
        said=said,
        when=when,
        data=provenance(given),
        mended=_MENDED,
    )
    record_and_answer(run, running_programme, offered)


def _update_subtask(run: Invocation, subtask: Subtask, state: str, given: Mapping[str, Any], when: When) -> None:
    """Records one sub-task as what a county's open return adds: the answer is only what has changed."""
    if given["county"] is None:
        raise InputRejected(
            "county-lacking",
            f"{subtask.id} is a sub-task of each county; say which one's it is with --county.",
            try_next=f"ohjaus plan update {subtask.id} {state} --county VALUE",
            details={"what": subtask.id},
        )
    _ensure_needed(subtask.id, {"--evidence": given["evidence"], "--discussed": given["discussed"]})
    code = str(subject_code(run.wiring, given["county"]))
    item = {
        "task": subtask.id,
        "state": state,
        "reason": given["reason"],
        "support_asked": given["support_asked"],
        "progress": given["stage"],
    }
    said = (
        Said(None, None, subtask.id),
        Said(None, None, state),
        Said(None, "--county", given["county"]),
        Said(None, "--stage", given["stage"]),
        Said(None, "--reason", given["reason"]),
        Said(None, "--support-asked", given["support_asked"]),
    )
    with run.record(write=True) as record:
        case = _open_return(run, record, code)
        data = {"position": _issued_from(case), "items": [item]}
        offered = Offered(command=("plan", "update"), fact="answered", said=said, when=when, data=data, mended=_MENDED)
        recorded = record_in(run, record, case.case_id, offered)
    answer(run, recorded)


def _ensure_needed(what: str, given: Mapping[str, Any]) -> None:
    """Makes sure that nothing was said that what is updated has no place for: it would be lost silently."""
    for name, value in given.items():
        if value:
            raise InputRejected(
                "option-needless",
                f"{name} says nothing of {what}; leave it out.",
                try_next="ohjaus plan update --help",
                details={"option": name, "what": what},
            )


def _open_return(run: Invocation, record: Record, code: str) -> Case:
    """Gives a county's newest open return.

    Raises:
        Refused: `no-open-return`, nobody asks the county anything now.
    """
    summaries = record.index.cases_of(code, "county_return")
    found = [record.registrar.load(one.case_id)[1] for one in summaries if one.closed_on is None]
    if not found:
        county = run.wiring.directory.by_code(code)
        raise Refused(
            "no-open-return",
            f"{county.name.en} has no open monthly return in which a sub-task could be reported.",
            try_next=f"ohjaus collect open --month {run.wiring.clock.today():%Y-%m} --county {county.slug}",
            details={"subject": county.name},
        )
    return max(found, key=month_of)


def _issued_from(case: Case) -> int:
    """Gives the position from which the return's newest workbook was issued."""
    issued = sorted((*case.every("template_issued"), *case.every("template_reissued")), key=lambda event: event.version)
    return int(issued[-1].data["position"])


def assign_measure(run: Invocation, measure_id: str, given: Mapping[str, Any], when: When) -> None:
    """Records who answers for a measure and when it is to be done.

    Raises:
        NotFound: there is no such measure, or nobody is known by an owner.
        Refused: nobody is named, or it would be done before it begins.
    """
    said = (
        Said("measure", None, measure(measure_id).id),
        Said("owners", "--owner", tuple(code_of(run, one) for one in given["owners"])),
        Said("unit", "--unit", given["unit"]),
        Said("starts_on", "--starts", given["starts"]),
        Said("due_on", "--due", given["due"]),
        Said("because", "--because", given["because"]),
    )
    mended = {"someone_answers": ("--owner", "VALUE")}
    offered = Offered(command=("plan", "assign"), fact="measure_planned", said=said, when=when, mended=mended)
    record_and_answer(run, running_programme, offered)


def reassess_plan(run: Invocation, outcome: str, given: Mapping[str, Any], when: When) -> None:
    """Records that the plan was assessed anew for the assumptions that have failed.

    Raises:
        Refused: `nothing-to-reassess`, no failed assumption waits; or others wait than those that were named.
    """
    named = tuple(watched(one, "assumptions").id for one in given["assumptions"])
    with run.record(write=True) as record:
        case_id = running_programme(record)
        waiting = awaiting_reassessment(record.registrar.load(case_id)[1])
        if not waiting and given["command_id"] is None:
            raise Refused(
                "nothing-to-reassess",
                "No failed assumption waits for the plan to be assessed anew.",
                try_next="ohjaus assumption list",
                details={"case": case_id},
            )
        said = (
            Said("outcome", None, outcome),
            Said("grounds", "--grounds", given["grounds"]),
            Said("assumptions", "--assumption", named or tuple(sorted(waiting))),
            Said("changed", "--changed", tuple(measure(one).id for one in given["changed"])),
        )
        again = [word for one in (*said[:2], *said[3:]) for word in one.words()]
        offered = Offered(
            command=("plan", "reassess"),
            fact="plan_reassessed",
            said=said,
            when=when,
            instead={"failed_named": ("plan", "reassess", *again)},
        )
        recorded = record_in(run, record, case_id, offered)
    answer(run, recorded)


def report_up(run: Invocation, level: str, given: Mapping[str, Any], when: When) -> None:
    """Records a report to the permanent secretaries or the ministerial group, with what it showed.

    Raises:
        InputRejected: `position-ahead`, the log has no such position yet.
        Refused: no page is named, or the secretaries have not seen it before the ministers.
    """
    with run.record(write=True) as record:
        head = record.log.head().position
        shown = given["position"] if given["position"] is not None else head
        if shown > head:
            raise InputRejected(
                "position-ahead",
                f"The log ends at position {head}; nothing could be shown as of {shown}.",
                details={"given": shown, "head": head},
            )
        said = (
            Said(None, "--to", level),
            Said("pages", "--page", given["pages"]),
            Said("shown_position", "--position", shown),
            Said("summary", "--summary", given["summary"]),
            Said("asked", "--asked", given["asked"]),
            Said("next_report_on", "--next-report", given["next_report"]),
        )
        to_secretaries = Said(None, "--to", "permanent_secretaries")
        first = [word for one in (to_secretaries, *said[1:3]) for word in one.words()]
        offered = Offered(
            command=("plan", "report"),
            fact=_REPORTS[level],
            said=said,
            when=when,
            mended={"shown_named": ("--page", "VALUE")},
            instead={"through_the_chain": ("plan", "report", *first)},
        )
        recorded = record_in(run, record, running_programme(record), offered)
    answer(run, recorded)
