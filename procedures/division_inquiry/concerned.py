"""Whom a change of the counties concerns, as a case shows it: its counties, its municipality, who has agreed."""

from __future__ import annotations

from collections.abc import Iterable

from engine.case import Case
from procedures.directory import Kind, directory

_NAMING = ("county_proposed", "municipality_proposed", "residents_proposed", "own_initiative_taken")
_PROPOSING = ("county_proposed", "joint_proposal_made", "municipality_proposed")


def counties_of(case: Case) -> frozenset[str]:
    """Gives the codes of the counties that the change concerns: the case's own, its parties, those that merge."""
    merging = heard(case, "joint_proposal_made", "counties") | heard(case, "investigator_proposed", "merging")
    return frozenset({case.subject}) | parties_of(case) | merging


def parties_of(case: Case) -> frozenset[str]:
    """Gives the codes of the counties that are parties of the case, whose own acts it can record."""
    return frozenset(code for code in case.opening.partners if directory().by_code(code).kind is Kind.COUNTY)


def municipality_of(case: Case) -> str | None:
    """Gives the municipality whose transfer is proposed; once the investigator has proposed, that proposal counts."""
    proposed = case.last("investigator_proposed")
    events = [proposed] if proposed else [case.last(fact_id) for fact_id in _NAMING]
    named = [event.data["municipality"] for event in events if event is not None and event.data["municipality"]]
    return str(named[0]) if named else None


def change_is_proposed(case: Case) -> bool:
    """Says whether a county or a municipality has proposed a change, which the Government then decides on."""
    return any(case.has(fact_id) for fact_id in _PROPOSING)


def heard(case: Case, fact_id: str, field: str) -> frozenset[str]:
    """Gives everyone who was heard by the events of a fact."""
    return frozenset(str(one) for event in case.every(fact_id) for one in event.data[field])


def joint_proposers(case: Case) -> frozenset[str]:
    """Gives the counties whose councils decided identically on a joint proposal."""
    return heard(case, "joint_proposal_made", "identical_decisions")


def approving(case: Case) -> frozenset[str]:
    """Gives the counties whose councils, by their newest word, approve the investigator's proposal."""
    positions = {event.data["party"]: event.data["position"] for event in case.every("council_opinion_given")}
    return frozenset(party for party, position in positions.items() if position == "approves")


def has_taken_effect(case: Case) -> bool:
    """Says whether the newest decided change has taken effect."""
    decided, effective = case.last("division_decided"), case.last("change_took_effect")
    return decided is not None and effective is not None and effective.version > decided.version


def appeals_pending(case: Case) -> int:
    """Gives how many appeals have been made against the Government's newest decision and not been decided."""
    decisions = (case.last("division_decided"), case.last("left_unchanged"))
    newest = max((one.version for one in decisions if one is not None), default=0)

    def since(fact_id: str) -> int:
        return sum(one.version > newest for one in case.every(fact_id))

    return since("appeal_made") - since("appeal_dismissed") - since("decision_annulled")


def covers(needed: Iterable[str], known: Iterable[str]) -> bool:
    """Says whether everyone who is needed is known."""
    return frozenset(needed) <= frozenset(known)
