"""Conditions of a reform plan: content agreed with the county, and an assessment against all four sub-goals."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.county_reform_plan.facts import PLAN_GOALS
from procedures.picture_scale import worst_explained
from procedures.statutes import STEERING_REFORM

PLAN: Final = STEERING_REFORM("taulukko 2, tavoite 2", Status.PRACTICE)


def _content_was_proposed(offer: Offer) -> bool:
    """Holds when the ministries have proposed the content."""
    return offer.case is not None and offer.case.has("content_proposed")


def _against_all_four(offer: Offer) -> bool:
    """Holds when the plan was held against each of the four sub-goals, each once."""
    return sorted(one.goal for one in offer.payload.against) == list(PLAN_GOALS)


def _all_met(offer: Offer) -> bool:
    """Holds when no sub-goal is said to be unmet."""
    return all(one.meets for one in offer.payload.against)


def _some_unmet(offer: Offer) -> bool:
    """Holds when at least one sub-goal is said to be unmet."""
    return not _all_met(offer)


WORST_EXPLAINED: Final = worst_explained(PLAN)
CONTENT_WAS_PROPOSED: Final = Guard(
    "content_was_proposed",
    Label(
        "sisällöstä on ehdotus, josta sovitaan alueen kanssa",
        "det finns ett förslag till innehåll att komma överens om med området",
        "there is a proposal of the content to agree on with the county",
    ),
    (PLAN,),
    _content_was_proposed,
)
AGAINST_ALL_FOUR: Final = Guard(
    "against_all_four",
    Label(
        "suunnitelma on arvioitu neljää alatavoitetta (2.1–2.4) vasten",
        "planen har bedömts mot de fyra delmålen (2.1–2.4)",
        "the plan was assessed against the four sub-goals (2.1–2.4)",
    ),
    (PLAN,),
    _against_all_four,
    reads_payload=True,
)
ALL_MET: Final = Guard(
    "all_met",
    Label(
        "riittävä suunnitelma täyttää jokaisen alatavoitteen",
        "en tillräcklig plan uppfyller varje delmål",
        "a sufficient plan meets every sub-goal",
    ),
    (PLAN,),
    _all_met,
    reads_payload=True,
)
SOME_UNMET: Final = Guard(
    "some_unmet",
    Label(
        "riittämätön suunnitelma jättää ainakin yhden alatavoitteen täyttämättä",
        "en otillräcklig plan lämnar minst ett delmål ouppfyllt",
        "an insufficient plan leaves at least one sub-goal unmet",
    ),
    (PLAN,),
    _some_unmet,
    reads_payload=True,
)
