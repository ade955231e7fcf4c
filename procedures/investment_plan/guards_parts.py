"""Conditions of the ministries' decisions on the partial plans, and of carrying the plan out."""

from __future__ import annotations

from functools import cache, partial
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Basis, Label, Status
from procedures.investment_plan.facts import Part
from procedures.investment_plan.facts_parts import RescuePartNotApproved
from procedures.investment_plan.guards import NOT_HELSINKI, is_city
from procedures.investment_plan.parts import PARTS, UNDONE, items_of, loans_of_newest, proposal_of, standing_of
from procedures.statutes import COUNTIES, COURT_PROCEDURE, OBJECTIVES_BILL, RESCUE, SERVICES

_SIGNIFICANT: Final = {"cheaper_jointly", "not_cost_effective"}
_OBJECTIVES: Final = "conflicts_with_national_objectives"
_HEALTH: Final = Label("sosiaali- ja terveydenhuollon", "social- och hälsovården", "health and social")
_RESCUE: Final = Label("pelastustoimen", "räddningsväsendet", "rescue")


def _first_year(offer: Offer) -> int | None:
    year = proposal_of(offer.case).get("first_financial_year") if offer.case else None
    return None if year is None else int(year)


def _last_part(part: Part, offer: Offer) -> bool:
    """Holds when the other part is approved already, so that this approval is the last one."""
    case = offer.case
    return case is not None and all(standing_of(case, other) == "approved" for other in PARTS if other != part)


def _last_part_of_city(part: Part, offer: Offer) -> bool:
    """Holds when this approval is the last one in the case of Helsinki."""
    return is_city(offer) and _last_part(part, offer)


def _part_awaits(part: Part, offer: Offer) -> bool:
    """Holds when the part awaits its ministry's decision."""
    return offer.case is not None and standing_of(offer.case, part) == "awaiting"


def _part_to_replace(part: Part, offer: Offer) -> bool:
    """Holds when the part was not approved and is not yet replaced."""
    return offer.case is not None and standing_of(offer.case, part) == "not_approved"


def _replacement_loans(part: Part, offer: Offer) -> bool:
    """Holds unless a replacement takes more long-term loan than the part it replaces did; not asked of Helsinki."""
    if offer.case is None or is_city(offer):
        return offer.case is not None
    newest, refused, replaces = loans_of_newest(offer.case, part)
    return not replaces or (newest is not None and refused is not None and newest <= refused)


def _ground_named(offer: Offer) -> bool:
    """Holds when at least one ground is named."""
    return bool(offer.payload.grounds)


def _first_year_tested(offer: Offer) -> bool:
    """Holds when the grounds were found in the plan's first financial year."""
    return offer.payload.concerns_year is not None and offer.payload.concerns_year == _first_year(offer)


def _significant_item(offer: Offer) -> bool:
    """Holds unless a ground for far-reaching or economically significant items names neither quality.

    A disposal of rescue services is not asked for one: 613/2021 11 § 2 mom. 3 says only "disposal".
    """
    said = offer.payload
    asked = _SIGNIFICANT.intersection(said.grounds)
    if isinstance(said, RescuePartNotApproved) and "disposal" in said.concerns:
        asked -= {"not_cost_effective"}
    return not asked or bool(said.significance)


def _not_only_disposals(offer: Offer) -> bool:
    """Holds unless the ground of joint implementation is used against disposals only."""
    said = offer.payload
    return "cheaper_jointly" not in said.grounds or said.concerns != ("disposal",)


def _no_objectives_ground(offer: Offer) -> bool:
    """Holds unless the ground of national objectives is used, which the law did not know."""
    return _OBJECTIVES not in offer.payload.grounds


def _objectives_ground_in_force(offer: Offer) -> bool:
    """Holds unless the ground of national objectives is used without naming the act in force on which it rests."""
    return _OBJECTIVES not in offer.payload.grounds or offer.payload.objectives_ground_law is not None


def _part_approved(offer: Offer) -> bool:
    """Holds when the ministry approved the part that the item belongs to; not asked of Helsinki."""
    case = offer.case
    return case is not None and (is_city(offer) or standing_of(case, offer.payload.part) == "approved")


def _not_before_first_year(offer: Offer) -> bool:
    """Holds unless it is carried out before the plan's first financial year; not asked of Helsinki."""
    first = _first_year(offer)
    return is_city(offer) or (first is not None and offer.payload.financial_year >= first)


def _item_in_first_year(offer: Offer) -> bool:
    """Holds when the plan has the item for its first financial year; not asked of Helsinki."""
    case, said = offer.case, offer.payload
    if case is None or is_city(offer):
        return case is not None
    first = _first_year(offer)
    return any(
        item["name"].casefold() == said.item.casefold() and item["year"] == first and item["kind"] == said.kind
        for item in items_of(case, said.part)
    )


def _budget_follows_plan(offer: Offer) -> bool:
    """Holds when the budget's investment part is said to rest on the approved plan; not asked of Helsinki."""
    return is_city(offer) or offer.payload.follows_plan is True


def _first_year_over(offer: Offer) -> bool:
    """Holds when the plan's first financial year has ended."""
    first = _first_year(offer)
    return first is not None and offer.on.year > first


def _no_appeal_pending(offer: Offer) -> bool:
    """Holds when every appeal has been decided."""
    case = offer.case
    return case is not None and len(case.every("appeal_made")) <= len(case.every("appeal_decided"))


def _returned(what: str, offer: Offer) -> bool:
    """Holds when the court annulled the decision or referred it back, and this is to be decided anew."""
    return offer.payload.outcome in UNDONE and offer.payload.returns == what


def _of_part(name: str, part: Part) -> str:
    return f"{'health' if part == 'health_and_social' else 'rescue'}_{name}"


def _deciding_on(part: Part) -> tuple[Basis, ...]:
    if part == "health_and_social":
        return (SERVICES("26 § 2 mom."),)
    return (SERVICES("26 § 4 mom."), RESCUE("11 § 2 mom."))


@cache
def last_part(part: Part) -> Guard:
    """Gives the condition that the other part is approved."""
    return Guard(
        _of_part("part_is_last", part),
        Label(
            "toinen osasuunnitelma on hyväksytty",
            "den andra delplanen är godkänd",
            "the other partial plan is approved",
        ),
        _deciding_on(part),
        partial(_last_part, part),
    )


@cache
def last_part_of_city(part: Part) -> Guard:
    """Gives the condition that the other part of Helsinki's plan is approved."""
    return Guard(
        _of_part("part_is_last_of_city", part),
        Label(
            "asia koskee Helsinkiä ja toinen osasuunnitelma on hyväksytty",
            "ärendet gäller Helsingfors och den andra delplanen är godkänd",
            "the case is about Helsinki and the other partial plan is approved",
        ),
        _deciding_on(part),
        partial(_last_part_of_city, part),
    )


@cache
def part_awaits(part: Part) -> Guard:
    """Gives the condition that the part awaits a decision."""
    of = _HEALTH if part == "health_and_social" else _RESCUE
    return Guard(
        _of_part("part_awaits", part),
        Label(
            f"{of.fi} osasuunnitelma odottaa päätöstä",
            f"delplanen för {of.sv} väntar på beslut",
            f"the {of.en} partial plan awaits a decision",
        ),
        _deciding_on(part),
        partial(_part_awaits, part),
    )


@cache
def part_to_replace(part: Part) -> Guard:
    """Gives the condition that the part was not approved."""
    of = _HEALTH if part == "health_and_social" else _RESCUE
    return Guard(
        _of_part("part_to_replace", part),
        Label(
            f"{of.fi} osasuunnitelma on jätetty hyväksymättä",
            f"delplanen för {of.sv} har inte godkänts",
            f"the {of.en} partial plan was not approved",
        ),
        (SERVICES("26 § 5 mom."),),
        partial(_part_to_replace, part),
    )


@cache
def replacement_loans(part: Part) -> Guard:
    """Gives the condition that a replacement takes no more long-term loan than what it replaces."""
    return Guard(
        _of_part("replacement_loans", part),
        Label(
            "korvaavan osasuunnitelman pitkäaikaisen lainan määrä on enintään hyväksymättä jätetyn suuruinen",
            "beloppet av långfristiga lån i den ersättande delplanen är högst lika stort som i den som inte godkändes",
            "the replacement takes at most as much long-term loan as the part that was not approved",
        ),
        (SERVICES("26 § 5 mom.", note=NOT_HELSINKI),),
        partial(_replacement_loans, part),
    )


@cache
def part_returned(part: Part) -> Guard:
    """Gives the condition that a court put the part before its ministry again."""
    of = _HEALTH if part == "health_and_social" else _RESCUE
    return Guard(
        _of_part("part_returned", part),
        Label(
            f"tuomioistuin on kumonnut päätöksen tai palauttanut asian: {of.fi} osasuunnitelma on taas päätettävänä",
            f"domstolen har upphävt beslutet eller återförvisat ärendet, och delplanen för {of.sv} avgörs på nytt",
            f"the court annulled the decision or referred it back, and the {of.en} partial plan is decided on anew",
        ),
        (COURT_PROCEDURE("8 §"), *_deciding_on(part)),
        partial(_returned, part),
        reads_payload=True,
    )


REJECTION_RETURNED: Final = Guard(
    "rejection_returned",
    Label(
        "tuomioistuin on kumonnut esityksen hylkäämisen tai palauttanut asian",
        "domstolen har upphävt beslutet att avslå förslaget eller återförvisat ärendet",
        "the court annulled the rejection of the proposal or referred it back",
    ),
    (COURT_PROCEDURE("8 §"), SERVICES("26 § 1 mom.")),
    partial(_returned, "rejection"),
    reads_payload=True,
)
GROUND_NAMED: Final = Guard(
    "ground_named",
    Label(
        "hyväksymättä jättämisen peruste on yksilöity",
        "grunden för att inte godkänna har angetts",
        "the ground for not approving is named",
    ),
    (SERVICES("26 § 2 mom."), RESCUE("11 § 2 mom.")),
    _ground_named,
    reads_payload=True,
)
FIRST_YEAR_TESTED: Final = Guard(
    "first_year_tested",
    Label(
        "perusteita on arvioitu vain osasuunnitelman ensimmäisen tilikauden osalta",
        "grunderna har bedömts endast i fråga om delplanens första räkenskapsperiod",
        "the grounds are tested for the first financial year of the part only",
    ),
    (SERVICES("26 § 3 mom."), RESCUE("11 § 3 mom.")),
    _first_year_tested,
    reads_payload=True,
)
SIGNIFICANT_ITEM: Final = Guard(
    "significant_item",
    Label(
        "yhteistyötä tai kustannusvaikuttavuutta koskeva peruste koskee laajakantoista tai taloudellisesti merkittävää "
        "hanketta (pelastustoimen luovutukselta tätä ei vaadita)",
        "den grund som gäller samarbete eller kostnadsnyttoeffektivitet gäller ett vittsyftande eller ekonomiskt "
        "betydande projekt (detta krävs inte av en överlåtelse inom räddningsväsendet)",
        "a ground of joint implementation or cost-effectiveness concerns a far-reaching or economically significant "
        "item (not asked of a disposal of rescue services)",
    ),
    (SERVICES("26 § 2–3 mom."), RESCUE("11 § 2–3 mom.")),
    _significant_item,
    reads_payload=True,
)
NOT_ONLY_DISPOSALS: Final = Guard(
    "not_only_disposals",
    Label(
        "yhteistyötä koskeva peruste koskee investointia tai sitä vastaavaa sopimusta, ei luovutusta",
        "den grund som gäller samarbete gäller en investering eller ett motsvarande avtal, inte en överlåtelse",
        "the ground of joint implementation concerns an investment or an equivalent contract, not a disposal",
    ),
    (SERVICES("26 § 2 mom. 3 kohta"), RESCUE("11 § 2 mom. 2 kohta")),
    _not_only_disposals,
    reads_payload=True,
)
NO_OBJECTIVES_GROUND: Final = Guard(
    "no_objectives_ground",
    Label(
        "peruste on laissa säädetty; ristiriita valtakunnallisten tavoitteiden kanssa ei ollut sellainen",
        "grunden är föreskriven i lag; en konflikt med de riksomfattande målen var inte en sådan",
        "the ground is one of the law's; conflict with the national objectives was none",
    ),
    (SERVICES("26 § 2 mom."), RESCUE("11 § 2 mom.")),
    _no_objectives_ground,
    reads_payload=True,
)
OBJECTIVES_GROUND_IN_FORCE: Final = Guard(
    "objectives_ground_in_force",
    Label(
        "ristiriita valtakunnallisten tavoitteiden kanssa nojaa nimettyyn voimassa olevaan lakiin",
        "en konflikt med de riksomfattande målen vilar på en namngiven gällande lag",
        "conflict with the national objectives rests on a named act in force",
    ),
    (OBJECTIVES_BILL("", Status.UNSETTLED),),
    _objectives_ground_in_force,
    reads_payload=True,
)
PART_APPROVED: Final = Guard(
    "part_approved",
    Label(
        "ministeriö on hyväksynyt osasuunnitelman, johon hanke kuuluu",
        "ministeriet har godkänt den delplan som projektet hör till",
        "the ministry has approved the partial plan that the item belongs to",
    ),
    (SERVICES("25 § 2 mom.", note=NOT_HELSINKI), RESCUE("11 § 5 mom.", note=NOT_HELSINKI)),
    _part_approved,
    reads_payload=True,
)
NOT_BEFORE_FIRST_YEAR: Final = Guard(
    "not_before_first_year",
    Label(
        "hanketta ei toteuteta ennen suunnitelman ensimmäistä tilikautta",
        "projektet genomförs inte före planens första räkenskapsperiod",
        "the item is not carried out before the plan's first financial year",
    ),
    (SERVICES("25 § 2 mom.", note=NOT_HELSINKI), RESCUE("11 § 5 mom.", note=NOT_HELSINKI)),
    _not_before_first_year,
    reads_payload=True,
)
ITEM_IN_FIRST_YEAR: Final = Guard(
    "item_in_first_year",
    Label(
        "hanke sisältyy osasuunnitelmaan ensimmäiselle tilikaudelle",
        "projektet ingår i delplanen för den första räkenskapsperioden",
        "the partial plan has the item for its first financial year",
    ),
    (SERVICES("25 § 2 mom.", note=NOT_HELSINKI), RESCUE("11 § 5 mom.", note=NOT_HELSINKI)),
    _item_in_first_year,
    reads_payload=True,
)
BUDGET_FOLLOWS_PLAN: Final = Guard(
    "budget_follows_plan",
    Label(
        "talousarvion investointiosa perustuu ministeriöiden hyväksymään investointisuunnitelmaan",
        "budgetens investeringsdel baserar sig på den investeringsplan som ministerierna har godkänt",
        "the budget's investment part rests on the investment plan that the ministries approved",
    ),
    (COUNTIES("115 § 4 mom.", note=NOT_HELSINKI),),
    _budget_follows_plan,
    reads_payload=True,
)
FIRST_YEAR_OVER: Final = Guard(
    "first_year_over",
    Label(
        "suunnitelman ensimmäinen tilikausi on päättynyt",
        "planens första räkenskapsperiod har gått ut",
        "the plan's first financial year is over",
    ),
    (SERVICES("25 § 2 mom.", Status.PRACTICE), COUNTIES("117 § 1 mom.")),
    _first_year_over,
)
NO_APPEAL_PENDING: Final = Guard(
    "no_appeal_pending",
    Label("valituksia ei ole ratkaisematta", "inga besvär är oavgjorda", "no appeal is pending"),
    (COURT_PROCEDURE("8 §"),),
    _no_appeal_pending,
)
