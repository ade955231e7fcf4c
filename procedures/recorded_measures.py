"""Measures that recorded decisions require of a county, and what has become of them (13 b § 1 mom. 2 kohta).

Pure: folded cases go in, measures in the shape of `procedures.preemptive_steering.criteria_input.RequiredMeasures` come
out. What nobody has noted stays unknown: that no condition was noted as unmet does not say that all are carried out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from engine.case import Case
from engine.envelope import Envelope
from procedures.additional_funding.since_2025_01_01 import DECLARATION as FUNDING_SINCE_2025
from procedures.recorded_decisions import changes, grants

ALL: Final = "all"
"""Stands for every condition of a decision, where none is named."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures that one decision requires, and the event that last told something of them."""

    required_in: str
    decided_on: str
    evidently_unmet: bool | None
    substitute_decided: bool | None
    told_by: Envelope

    def as_data(self) -> dict[str, Any]:
        """Gives them as they are handed in; what is unknown is left out."""
        stated = {
            "required_in": self.required_in,
            "decided_on": self.decided_on,
            "evidently_unmet": self.evidently_unmet,
            "substitute_decided": self.substitute_decided,
        }
        return {name: value for name, value in stated.items() if value is not None}


def required_measures(case: Case) -> Iterator[Measures]:
    """Yields what a case of one of the three procedures requires; cases of other kinds require nothing."""
    match case.opening.procedure:
        case "additional_funding":
            yield from _of_decision(case, grants(case), "substitute_measures_decided")
        case "borrowing_authority_change":
            yield from _of_decision(case, changes(case), "substitute_decided")
        case "evaluation":
            yield from _of_evaluation(case)


def _of_decision(case: Case, decisions: tuple[Envelope, ...], substitute: str) -> Iterator[Measures]:
    """Yields each condition that was noted as unmet, and the rest of the conditions as one."""
    if not decisions:
        return
    decision, procedure = decisions[-1], case.opening.procedure
    since = [event for event in case.readings if event.version > decision.version]
    noted: dict[str, Measures] = {}
    fulfilled: Envelope | None = None
    for event in since:
        match event.type.removeprefix(f"{procedure}."):
            case "condition_unmet":
                told = Measures(
                    procedure, _day(decision), event.data.get("evident"), _substituted_when_noted(event), event
                )
                noted[_condition(event)] = told
                fulfilled = None
            case "conditions_fulfilled":
                noted = {name: replace(one, evidently_unmet=False, told_by=event) for name, one in noted.items()}
                fulfilled = event
            case fact if fact == substitute:
                noted = {
                    name: replace(one, substitute_decided=True, told_by=event)
                    if _condition(event) in (ALL, name)
                    else one
                    for name, one in noted.items()
                }
    yield from noted.values()
    if ALL not in noted and len(_conditions(decision, since)) > len(noted):
        rest = False if fulfilled else None
        yield Measures(procedure, _day(decision), rest, None, fulfilled or decision)


def _of_evaluation(case: Case) -> Iterator[Measures]:
    """Yields the measures that the council decided in an evaluation, until they are found done."""
    decided = case.last("council_decided")
    if decided is None:
        return
    found = case.last("measures_completed") or case.last("division_inquiry_needed")
    unmet: bool | None = None
    if found is not None:
        unmet = found.data.get("measures_unfulfilled", False)
    yield Measures("evaluation", _day(decided), unmet, None, found or decided)


def _substituted_when_noted(event: Envelope) -> bool | None:
    """Gives what the note of an unmet condition says of substitute measures.

    For additional funding the law in force since 2025 lets the ministry note it only where none are decided.
    """
    if "no_substitute" in event.data:
        return False if event.data["no_substitute"] else None
    guarded = event.declaration >= FUNDING_SINCE_2025.declaration_id and "no_substitute" not in event.unreported
    return False if guarded and event.type == "additional_funding.condition_unmet" else None


def _condition(event: Envelope) -> str:
    named = event.data.get("condition")
    return ALL if named is None else str(named)


def _conditions(decision: Envelope, since: list[Envelope]) -> tuple[object, ...]:
    """Gives the conditions as the decision, or a later change of it, states them."""
    amended = (event.data["conditions"] for event in reversed(since) if event.type.endswith(".decision_amended"))
    return tuple(next((one for one in amended if one is not None), decision.data["conditions"]) or ())


def _day(event: Envelope) -> str:
    return event.effective_on.isoformat()
