"""What is recorded of risks and assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.programme.entries import watched
from cli.programme.offering import Offered, Said, code_of, record_and_answer
from cli.programme.running import running_programme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.frame.invocation import Invocation
    from cli.programme.act_options import When


def assess_risk(run: Invocation, risk_id: str, level: str, given: Mapping[str, Any], when: When) -> None:
    """Records how large a risk is, whose it is and how it is kept in check.

    Raises:
        NotFound: there is no such risk, or nobody is known by the owner.
        Refused: a high risk has no owner or no control.
    """
    said = (
        Said("risk", None, watched(risk_id, "risks").id),
        Said("level", None, level),
        Said("owner", "--owner", code_of(run, given["owner"])),
        Said("unit", "--unit", given["unit"]),
        Said("control", "--control", given["control"]),
        Said("reason", "--reason", given["reason"]),
    )
    mended = {"high_risk_owned": ("--owner", "VALUE", "--control", "VALUE")}
    offered = Offered(command=("risk", "set"), fact="risk_assessed", said=said, when=when, mended=mended)
    record_and_answer(run, running_programme, offered)


def judge_assumption(run: Invocation, reference: str, judgement: str, given: Mapping[str, Any], when: When) -> None:
    """Records whether an assumption still holds.

    Raises:
        NotFound: there is no such assumption.
        Refused: the reason is missing.
    """
    said = (
        Said("assumption", None, watched(reference, "assumptions").id),
        Said("judgement", None, judgement),
        Said("reason", "--reason", given["reason"]),
        Said("reassess_by", "--reassess-by", given["reassess_by"]),
    )
    mended = {"judgement_explained": ("--reason", "VALUE")}
    offered = Offered(command=("assumption", "set"), fact="assumption_judged", said=said, when=when, mended=mended)
    record_and_answer(run, running_programme, offered)
