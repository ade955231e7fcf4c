"""What has happened in the present round of an agreement: each return to drafting begins another one.

The matters are heard once in each round of drafting from the beginning, for an amendment, or in place of a decision of
the Government (the new agreement is prepared like the first: 612/2021 38 § 3 mom., 615/2021 12 § 3 mom.); the text is
heard by the ministry and approved by each party whenever it is drafted anew.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.case import Case
from engine.declaration import Offer
from engine.envelope import Envelope

_MATTERS: Final = ("drafting_begun", "amendment_drafting_begun")
_TEXT: Final = (*_MATTERS, "drafting_resumed")


def _begun(case: Case, facts: tuple[str, ...]) -> int:
    """Gives the version of the newest of some facts, or 0."""
    return max((event.version for fact in facts for event in case.every(fact)), default=0)


def _decided(case: Case) -> int:
    """Gives the version at which a decision of the Government last took the place of the parties' text, or 0."""
    return max((event.version for event in case.readings if event.state == "government_decision"), default=0)


def _since(case: Case, fact: str, *begun_by: str) -> tuple[Envelope, ...]:
    told = case.every(fact)
    version = max(_begun(case, begun_by), _decided(case))
    return tuple(event for event in told if event.version > version)


def of_the_matters(case: Case | None, fact: str) -> tuple[Envelope, ...]:
    """Gives what was recorded of a fact since the drafting as a whole, or that of the amendment, was begun."""
    return _since(case, fact, *_MATTERS) if case else ()


def of_the_text(case: Case | None, fact: str) -> tuple[Envelope, ...]:
    """Gives what was recorded of a fact since the text was last taken up."""
    return _since(case, fact, *_TEXT) if case else ()


def of_the_approval(case: Case | None, fact: str) -> tuple[Envelope, ...]:
    """Gives what was recorded of a fact since the text was last put to the councils."""
    return _since(case, fact, "put_to_councils") if case else ()


def amendment(case: Case | None) -> Envelope | None:
    """Gives the beginning of the amendment that is being drafted, or None while the agreement is drafted as a whole."""
    newest = case.last("amendment_drafting_begun") if case else None
    if case is None or newest is None or newest.version < max(_begun(case, ("drafting_begun",)), _decided(case)):
        return None
    return newest


def amendment_concerns(case: Case | None, matter: str) -> bool:
    """Says whether the round concerns a matter: an agreement as a whole does, an amendment where it says so."""
    drafted = amendment(case)
    return drafted is None or drafted.data.get(matter) is not False


def parties_without_approval(offer: Offer) -> frozenset[str]:
    """Gives the parties whose approval would still lack after the offered one."""
    if offer.case is None:
        return frozenset()
    approved = {event.data["party"] for event in of_the_approval(offer.case, "party_approved")}
    return frozenset(offer.case.opening.partners) - approved - {offer.payload.party}


def entered_into_force(case: Case | None) -> Envelope | None:
    """Gives the approval by which the agreement last entered into force."""
    approvals = case.every("party_approved") if case else ()
    return next((event for event in reversed(approvals) if event.state == "in_force"), None)


def day_of_entry(case: Case | None) -> date | None:
    """Gives the latest day on which a party approved the text in force: approvals may be recorded in any order."""
    entered = entered_into_force(case)
    if case is None or entered is None:
        return None
    before = [event.version for event in case.every("put_to_councils") if event.version < entered.version]
    put = max(before, default=0)
    approvals = (event for event in case.every("party_approved") if put < event.version <= entered.version)
    return max(event.effective_on for event in approvals)


def is_first(case: Case | None) -> bool:
    """Says whether this is the first agreement, for which the law sets a day, before it has entered into force."""
    opened = case.last("started") if case else None
    first = opened is not None and opened.data.get("due_year") is not None
    return first and entered_into_force(case) is None
