"""What is recorded of a goal: how far it has been reached, and what is linked with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cli.programme.entries import goal
from cli.programme.offering import Offered, Said, record_and_answer
from cli.programme.running import running_programme
from engine.errors import InputRejected

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cli.frame.invocation import Invocation
    from cli.programme.act_options import When
    from cli.wiring import Record

NEED_REASON: Final[Mapping[str, Sequence[str]]] = {"worst_explained": ("--reason", "VALUE")}
FACTS: Final = {"link": "goal_linked", "unlink": "goal_unlinked"}


def report_said(given: Mapping[str, Any]) -> tuple[Said, ...]:
    """Gives what a report on the scale of the picture said beside its state."""
    return (
        Said("reason", "--reason", given["reason"]),
        Said("evidence", "--evidence", given["evidence"]),
        Said("support_asked", "--support-asked", given["support_asked"]),
        Said(None, "--discussed", given["discussed"]),
    )


def provenance(given: Mapping[str, Any]) -> dict[str, str]:
    """Gives where the report comes from."""
    return {"provenance": "discussed" if given["discussed"] else "reported"}


def assess_goal(run: Invocation, goal_id: str, state: str, given: Mapping[str, Any], when: When) -> None:
    """Records how far a goal has been reached.

    Raises:
        Refused: `programme-not-begun`, or a reason is missing.
    """
    said = (Said("goal", None, goal(goal_id).id), Said("state", None, state), *report_said(given))
    offered = Offered(
        command=("goal", "assess"),
        fact="goal_assessed",
        said=said,
        when=when,
        data=provenance(given),
        mended=NEED_REASON,
    )
    record_and_answer(run, running_programme, offered)


def link_goal(run: Invocation, verb: str, link: tuple[str, str, str], remark: str | None, when: When) -> None:
    """Links something with a goal, or undoes it.

    Raises:
        NotFound: what is to be linked is a case, and there is none of that id.
        Refused: `programme-not-begun`, what is to be linked is not in its catalogue, or the link to undo is not there.
    """
    goal_id, kind, target = link
    found = goal(goal_id).id
    said = (
        Said("goal", None, found),
        Said("kind", None, kind),
        Said("target", None, target),
        Said("remark", "--remark", remark),
    )
    seen = dict.fromkeys(("target_known", "linked_before"), ("goal", "show", found))
    offered = Offered(command=("goal", verb), fact=FACTS[verb], said=said, when=when, instead=seen)

    def find(record: Record) -> str:
        if verb == "link" and kind in ("case", "theme"):
            _ensure_case(record, kind, target)
        return running_programme(record)

    record_and_answer(run, find, offered)


def _ensure_case(record: Record, kind: str, target: str) -> None:
    from cli.case.refs import load

    table, case = load(record, target)
    if kind == "theme" and table.procedure.id != "shared_theme":
        raise InputRejected(
            "case-of-other-procedure",
            f"{case.case_id} is a case of {table.procedure.id}, not of shared_theme.",
            try_next=f"ohjaus procedure show {table.procedure.id}",
            details={"case": case.case_id, "procedure": table.procedure.id},
        )
