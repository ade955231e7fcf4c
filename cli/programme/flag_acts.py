"""What is recorded of red flags: raised, answered, a plan B, taken higher, cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cli.case.recording import answer
from cli.case.refs import load, subject_code, written
from cli.programme.offering import Offered, Said, code_of, open_by, record_and_answer
from engine.errors import InputRejected, NotFound

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cli.frame.invocation import Invocation
    from cli.programme.act_options import When
    from cli.wiring import Record

FLAG: Final = "red_flag"


def raise_flag(run: Invocation, county: str, given: Mapping[str, Any], when: When) -> None:
    """Opens a flag of a county; the State's clock starts.

    Raises:
        NotFound: nobody is known by the county, or there is no such case or sub-task.
    """
    said = (
        Said(None, None, county),
        Said("what", "--what", given["what"]),
        Said("need", "--need", given["need"]),
        Said("contact", "--contact", given["contact"]),
        Said("by_when", "--by-when", given["by_when"]),
        Said("task", "--task", given["task"]),
        Said("about_case", "--case", given["about_case"] and written(given["about_case"])),
    )
    offered = Offered(command=("flag", "raise"), fact="raised", said=said, when=when, data=_group_of(given["task"]))
    with run.record(write=True) as record:
        if given["about_case"]:
            load(record, given["about_case"])
        recorded = open_by(run, record, FLAG, county, offered)
    answer(run, recorded)


def _group_of(task: str | None) -> dict[str, str]:
    """Gives the preparation group of a sub-task.

    Raises:
        NotFound: `roadmap-unknown`, there is no such sub-task.
    """
    from procedures.roadmap.catalogue import roadmap

    return {} if task is None else {"group": roadmap().subtask(task).group_id}


def answer_flag(run: Invocation, reference: str, given: Mapping[str, Any], when: When) -> None:
    """Records the State's answer to a flag.

    Raises:
        NotFound: no such flag is up.
        Refused: it was answered already, or the day of the support has passed.
    """
    said = (
        Said("support", "--support", given["support"]),
        Said("contact", "--contact", given["contact"]),
        Said("by", "--ministry", code_of(run, given["ministry"])),
        Said("support_by", "--support-by", given["support_by"]),
    )
    _advance(run, reference, "answer", "answered", said, when, wanted=("raised",))


def make_plan_b(run: Invocation, reference: str, given: Mapping[str, Any], when: When) -> None:
    """Records a county's plan B.

    Raises:
        NotFound: no such flag is up.
    """
    said = (Said("plan", "--plan", given["plan"]), Said("decided_by", "--decided-by", given["decided_by"]))
    _advance(run, reference, "plan-b", "plan_b_made", said, when)


def escalate_flag(run: Invocation, reference: str, given: Mapping[str, Any], when: When) -> None:
    """Records that a flag was taken to a higher level.

    Raises:
        NotFound: no such flag is up.
    """
    said = (Said("level", "--to", given["level"]), Said("because", "--because", given["because"]))
    _advance(run, reference, "escalate", "escalated", said, when)


def clear_flag(run: Invocation, reference: str, given: Mapping[str, Any], when: When) -> None:
    """Records that a county lowers its flag.

    Raises:
        NotFound: no such flag is up.
    """
    _advance(run, reference, "clear", "cleared", (Said("because", "--because", given["because"]),), when)


def _advance(
    run: Invocation,
    reference: str,
    verb: str,
    fact: str,
    said: Sequence[Said],
    when: When,
    *,
    wanted: Sequence[str] = ("raised", "answered"),
) -> None:
    offered = Offered(
        command=("flag", verb),
        fact=fact,
        said=(Said(None, None, reference), *said),
        when=when,
        mended={"support_ahead": ("--support-by", "DATE")} if verb == "answer" else {},
    )
    record_and_answer(run, lambda record: flag_meant(run, record, reference, wanted), offered)


def flag_meant(run: Invocation, record: Record, reference: str, wanted: Sequence[str]) -> str:
    """Gives the flag that is meant: its id, or the only one of a county that is up in one of the wanted states.

    Raises:
        NotFound: `case-unknown`, or `no-flag-up`, the county has none.
        InputRejected: `flag-ambiguous`, the county has several; `case-of-other-procedure`.
    """
    try:
        table, case = load(record, reference)
    except NotFound as unknown:
        return _of_county(run, record, reference, wanted, unknown)
    procedure = table.procedure.id
    if procedure != FLAG:
        raise InputRejected(
            "case-of-other-procedure",
            f"{case.case_id} is a case of {procedure}, not of {FLAG}.",
            try_next="ohjaus flag list",
            details={"case": case.case_id, "procedure": procedure},
        )
    return case.case_id


def _of_county(run: Invocation, record: Record, reference: str, wanted: Sequence[str], unknown: NotFound) -> str:
    try:
        code = str(subject_code(run.wiring, reference))
    except NotFound:
        unknown.try_next = "ohjaus flag list"
        raise unknown from None
    found = [one.case_id for one in record.index.cases_of(code, FLAG) if one.state in wanted]
    county = run.wiring.directory.by_code(code)
    if not found:
        raise NotFound(
            "no-flag-up",
            f"{county.name.en} has no red flag up that this could be about.",
            try_next=f"ohjaus flag list --county {county.slug} --all",
            details={"subject": county.name},
        )
    if len(found) > 1:
        raise InputRejected(
            "flag-ambiguous",
            f"{county.name.en} has several red flags up; name the one that is meant: {', '.join(found)}.",
            try_next=f"ohjaus flag list --county {county.slug}",
            details={"subject": county.name, "flags": tuple(found)},
        )
    return found[0]
