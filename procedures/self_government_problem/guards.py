"""Conditions of a problem of self-government: a county has it, and it is resolved together with counties."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import STEERING_REFORM

PROBLEMS: Final = STEERING_REFORM("taulukko 3, 2.1", Status.PRACTICE)


def counties_of(case: Case) -> frozenset[str]:
    """Gives the counties that have the problem."""
    first = case.readings[0].data
    met = {str(code) for code in first.get("met_by", ())} | {str(first[name]) for name in ("party",) if name in first}
    return frozenset(met | {str(event.data["party"]) for event in case.every("county_joined")})


def _new_to_it(offer: Offer) -> bool:
    """Holds when the county is not among those that have it."""
    return offer.case is not None and offer.payload.party not in counties_of(offer.case)


def _with_a_county(offer: Offer) -> bool:
    """Holds when at least one county that is steered took part."""
    return offer.case is not None and bool(set(offer.payload.counties) & set(offer.case.opening.partners))


def _was_handled_together(offer: Offer) -> bool:
    """Holds when it was handled with counties since it was last opened."""
    if offer.case is None:
        return False
    reopened = offer.case.last("problem_reopened")
    since = reopened.version if reopened else 0
    return any(event.version > since for event in offer.case.every("handled_together"))


NEW_TO_IT: Final = Guard(
    "new_to_it",
    Label(
        "alueella ei ole vielä kirjattu olevan samaa ongelmaa",
        "det har inte ännu antecknats att området har samma problem",
        "the county is not among those that have it yet",
    ),
    (PROBLEMS,),
    _new_to_it,
    reads_payload=True,
)
WITH_A_COUNTY: Final = Guard(
    "with_a_county",
    Label("vähintään yksi alue oli mukana", "minst ett område deltog", "at least one county took part"),
    (PROBLEMS,),
    _with_a_county,
    reads_payload=True,
)
WAS_HANDLED_TOGETHER: Final = Guard(
    "was_handled_together",
    Label(
        "ongelmaa on ratkottu yhdessä alueiden kanssa",
        "problemet har behandlats tillsammans med områdena",
        "the problem was handled together with counties",
    ),
    (PROBLEMS,),
    _was_handled_together,
)
