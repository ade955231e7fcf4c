"""Conditions of the group's appointment and proposals (611/2021 122 § 2–3 mom.)."""

from __future__ import annotations

import re
from typing import Final

from engine.declaration import Guard, Offer
from engine.errors import NotFound
from engine.law import Label, Status
from procedures.directory import directory
from procedures.directory.resolve import fold
from procedures.evaluation.facts_group import PARTIES
from procedures.statutes import AMENDMENT_2024, COUNTIES

_OUTSIDE = re.compile(
    r"\b(?:outside|external|independent)|ulkopuol|riippumat|utomstående|utanför|oavhängig|oberoende", re.IGNORECASE
)
_OF_A_MINISTRY = re.compile(r"\b(?:VM|STM|SM)\b|ministeriö|ministeriet|(?i:ministry)")
_THE_COUNTY_ITSELF = frozenset(
    map(fold, ("county", "the county", "hyvinvointialue", "hyvinvointialueelta", "välfärdsområdet"))
)


def comes_from_outside(text: str, subject: str) -> bool:
    """Says whether a description of where the chair comes from names neither the county nor a ministry.

    Example:
        >>> comes_from_outside("University of Exampleville", "15")
        True
        >>> comes_from_outside("valtiovarainministeriöstä", "15"), comes_from_outside("Keski-Suomi", "15")
        (False, False)
    """
    if _OUTSIDE.search(text):
        return True
    folded = fold(text)
    if _OF_A_MINISTRY.search(text) or folded in _THE_COUNTY_ITSELF:
        return False
    try:
        actor = directory().by_code(subject)
    except NotFound:
        return True
    whole = {fold(name) for name in actor.name.as_data().values()} | {actor.slug, fold(actor.code)}
    official = [fold(name) for name in actor.official_name.as_data().values()]
    return folded not in whole and not any(name in folded for name in official)


def _four_have_members(offer: Offer) -> bool:
    """Holds when the county and all three ministries have named members, before or in the appointment."""
    named = {share.organisation for share in offer.payload.members}
    if offer.case is not None:
        by_role = {party.lower(): party for party in PARTIES}
        named |= {by_role[event.act_of.role] for event in offer.case.every("members_named")}
    return named >= set(PARTIES)


def _chair_independent(offer: Offer) -> bool:
    """Holds when it is said where the chair comes from, and that is neither the county nor a ministry."""
    chair_from = offer.payload.chair_from
    return chair_from is not None and comes_from_outside(chair_from, offer.subject)


def _county_heard_on_chair(offer: Offer) -> bool:
    """Holds when the county was heard on the chair."""
    return offer.case is not None and offer.case.has("chair_consulted")


def _term_ends_later(offer: Offer) -> bool:
    """Holds when no term is stated or the term ends after the day of the act."""
    return offer.payload.term_ends_on is None or offer.payload.term_ends_on > offer.on


def _partial_given(offer: Offer) -> bool:
    """Holds when the group has given at least one partial proposal."""
    return offer.case is not None and offer.case.has("partial_proposal_given")


def _partial_decision_said(offer: Offer) -> bool:
    """Holds when the decision is recorded in numbers or in words."""
    said = (offer.payload.proposals_adopted, offer.payload.proposals_rejected, offer.payload.decision)
    return any(value is not None for value in said)


def _division_outcome_said(offer: Offer) -> bool:
    """Holds when it is said whether a change of the county is proposed."""
    return offer.payload.outcome is not None


def _division_proposal_handled(offer: Offer) -> bool:
    """Holds when the group has handled the proposal to initiate a change of the county."""
    return offer.case is not None and offer.case.has("division_proposal_handled")


def _covers_finances(offer: Offer) -> bool:
    """Holds when the proposals cover the finances."""
    return offer.payload.covers_finances is True


def _covers_service_capacity(offer: Offer) -> bool:
    """Holds when the proposals cover the conditions for organising services."""
    return offer.payload.covers_service_capacity is True


FOUR_HAVE_MEMBERS: Final = Guard(
    "four_have_members",
    Label(
        "valtiovarainministeriö, sosiaali- ja terveysministeriö, sisäministeriö ja hyvinvointialue ovat nimenneet "
        "jäsenet",
        "finansministeriet, social- och hälsovårdsministeriet, inrikesministeriet och välfärdsområdet har utsett "
        "medlemmar",
        "the Ministries of Finance, of Social Affairs and Health and of the Interior and the county have named members",
    ),
    (COUNTIES("122 § 2 mom."),),
    _four_have_members,
    reads_payload=True,
)
CHAIR_INDEPENDENT: Final = Guard(
    "chair_independent",
    Label(
        "puheenjohtaja on hyvinvointialueesta ja ministeriöistä riippumaton",
        "ordföranden är oavhängig av välfärdsområdet och ministerierna",
        "the chair is independent of the county and of the ministries",
    ),
    (COUNTIES("122 § 2 mom."),),
    _chair_independent,
    reads_payload=True,
)
COUNTY_HEARD_ON_CHAIR: Final = Guard(
    "county_heard_on_chair",
    Label(
        "hyvinvointialuetta on kuultu puheenjohtajasta",
        "välfärdsområdet har hörts om ordföranden",
        "the county has been heard on the chair",
    ),
    (COUNTIES("122 § 2 mom."),),
    _county_heard_on_chair,
)
TERM_ENDS_LATER: Final = Guard(
    "term_ends_later",
    Label(
        "toimikausi päättyy asettamisen jälkeen",
        "mandattiden går ut efter tillsättandet",
        "the term ends after the day of the act",
    ),
    (COUNTIES("122 § 2 mom.", Status.PRACTICE),),
    _term_ends_later,
    reads_payload=True,
)
PARTIAL_GIVEN: Final = Guard(
    "partial_given",
    Label("osaehdotus on annettu", "ett delförslag har lagts fram", "a partial proposal has been given"),
    (COUNTIES("122 § 3 mom.", Status.PRACTICE),),
    _partial_given,
)
PARTIAL_DECISION_SAID: Final = Guard(
    "partial_decision_said",
    Label(
        "päätöksen sisältö on kirjattu lukuina tai sanoin",
        "beslutets innehåll har antecknats i siffror eller ord",
        "the decision is recorded in numbers or in words",
    ),
    (COUNTIES("122 § 3 mom.", Status.PRACTICE),),
    _partial_decision_said,
    reads_payload=True,
)
DIVISION_OUTCOME_SAID: Final = Guard(
    "division_outcome_said",
    Label(
        "kirjattu, ehdotetaanko hyvinvointialueen muuttamista",
        "antecknat huruvida en ändring av välfärdsområdet föreslås",
        "it is recorded whether a change of the county is proposed",
    ),
    (COUNTIES("122 § 3 mom."),),
    _division_outcome_said,
    reads_payload=True,
)
DIVISION_PROPOSAL_HANDLED: Final = Guard(
    "division_proposal_handled",
    Label(
        "arviointiryhmä on käsitellyt ehdotuksen hyvinvointialueen muuttamisen vireillepanosta",
        "utvärderingsgruppen har behandlat en framställning om inledande av ändring av välfärdsområdet",
        "the group has handled a proposal to initiate a change of the county",
    ),
    (COUNTIES("122 § 3 mom."), AMENDMENT_2024("122 § 3 mom.")),
    _division_proposal_handled,
)
COVERS_FINANCES: Final = Guard(
    "covers_finances",
    Label(
        "ehdotukset koskevat talouden tervehdyttämistä",
        "förslagen gäller saneringen av ekonomin",
        "the proposals cover restoring the finances",
    ),
    (COUNTIES("122 § 3 mom."),),
    _covers_finances,
    reads_payload=True,
)
COVERS_SERVICE_CAPACITY: Final = Guard(
    "covers_service_capacity",
    Label(
        "ehdotukset koskevat palvelujen järjestämisen edellytysten turvaamista",
        "förslagen gäller tryggandet av förutsättningarna för att ordna tjänsterna",
        "the proposals cover securing the conditions for organising the services",
    ),
    (COUNTIES("122 § 3 mom."),),
    _covers_service_capacity,
    reads_payload=True,
)
