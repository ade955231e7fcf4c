"""Conditions of the delivery to the ministry, of the Government's decision and of appeals (9–10, 20 §)."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.division_inquiry.concerned import (
    approving,
    counties_of,
    covers,
    heard,
    joint_proposers,
    municipality_of,
)
from procedures.statutes import DIVISION

_TRANSFER: Final = "municipal_transfer"


def _councils_handled(offer: Offer) -> bool:
    """Holds when the council of every county that the change concerns has given its opinion."""
    case = offer.case
    if case is None:
        return False
    return covers(counties_of(case), (event.data["party"] for event in case.every("council_opinion_given")))


def _municipal_council_handled(offer: Offer) -> bool:
    """Holds when the municipality's council has given its opinion, or no municipality is transferred."""
    case = offer.case
    if case is None:
        return False
    municipality = municipality_of(case)
    asked = {str(event.data["municipality"]) for event in case.every("municipal_opinion_obtained")}
    return municipality is None or municipality in asked


def _heard_on_change(offer: Offer) -> bool:
    """Holds when every county concerned has been heard, the municipality that is transferred, and any at all."""
    case = offer.case
    if case is None:
        return False
    municipalities = heard(case, "heard_on_change", "municipalities")
    transferred = municipality_of(case)
    told = bool(municipalities) and (transferred is None or transferred in municipalities)
    return told and covers(counties_of(case), heard(case, "heard_on_change", "heard"))


def _effects_clarified(offer: Offer) -> bool:
    """Holds when both effects, on state districts and on the divisions of the European Union, are clarified."""
    events = offer.case.every("effects_clarified") if offer.case else ()
    return all(any(event.data[name] is True for event in events) for name in ("state_districts", "eu_divisions"))


def _name_opinion(offer: Offer) -> bool:
    """Holds unless a new name is given without the opinion on it."""
    if offer.payload.new_name is not True:
        return True
    return offer.case is not None and offer.case.has("name_opinion_obtained")


def _uniform_area(offer: Offer) -> bool:
    """Holds when each county is said to be a uniform area and a functional whole after the change."""
    return offer.payload.functional_whole is True


def _improvement(offer: Offer) -> bool:
    """Holds when the change improves capacity or services; either suffices."""
    return bool(offer.payload.improves)


def is_merger(offer: Offer) -> bool:
    """Holds when the counties merge, in any of the three ways of 2 § 2 mom."""
    return bool(offer.payload.change != _TRANSFER)


def _merger_based(offer: Offer) -> bool:
    """Holds when a merger rests on the merging counties' joint proposal or on the investigator's proposal."""
    case = offer.case
    if not is_merger(offer) or case is None:
        return case is not None
    return case.has("proposal_delivered") or covers(offer.payload.merging, joint_proposers(case))


def _merger_agreed(offer: Offer) -> bool:
    """Holds when all merging counties propose it jointly, or each approves the investigator's proposal.

    The council's approval is not needed of a county that has been evaluated.
    """
    case = offer.case
    if not is_merger(offer) or case is None:
        return case is not None
    willing = approving(case) | frozenset(offer.payload.been_evaluated)
    proposed = case.has("proposal_delivered") and covers(offer.payload.merging, willing)
    return proposed or covers(offer.payload.merging, joint_proposers(case))


def _appeal_pending(offer: Offer) -> bool:
    """Holds while fewer appeals have been decided than made."""
    case = offer.case
    if case is None:
        return False
    decided = len(case.every("appeal_dismissed")) + len(case.every("decision_annulled"))
    return decided < len(case.every("appeal_made"))


def _no_appeal_pending(offer: Offer) -> bool:
    """Holds unless an appeal has been made and not decided; a case stays open for it."""
    return offer.case is not None and not _appeal_pending(offer)


def _appeal_time_over(offer: Offer) -> bool:
    """Holds when the decision was served and the newest time for an appeal has passed."""
    due = [one.due for (name, _), one in (offer.case.deadlines if offer.case else {}).items() if name == "appeal"]
    return bool(due) and offer.on > max(due)


def _change_is_decided(offer: Offer) -> bool:
    """Holds when the Government has decided on a change and the decision stands."""
    return offer.case is not None and offer.case.state == "change_decided"


COUNCILS_HANDLED: Final = Guard(
    "councils_handled",
    Label(
        "muutoksen kohteena olevien hyvinvointialueiden aluevaltuustot ovat antaneet lausuntonsa",
        "fullmäktige i de berörda välfärdsområdena har gett sina utlåtanden",
        "the councils of the counties concerned have given their opinions",
    ),
    (DIVISION("9 § 2 mom."), DIVISION("9 § 3 mom.")),
    _councils_handled,
)
MUNICIPAL_COUNCIL_HANDLED: Final = Guard(
    "municipal_council_handled",
    Label(
        "muutoksen kohteena olevan kunnan valtuusto on antanut lausuntonsa",
        "fullmäktige i den berörda kommunen har gett sitt utlåtande",
        "the council of the municipality concerned has given its opinion",
    ),
    (DIVISION("9 § 2 mom."), DIVISION("9 § 3 mom.")),
    _municipal_council_handled,
)
HEARD_ON_CHANGE: Final = Guard(
    "heard_on_change",
    Label(
        "hyvinvointialueita ja kuntia, joita muutos koskee, on kuultu",
        "de välfärdsområden och kommuner som berörs av ändringen har hörts",
        "the counties and municipalities that the change concerns have been heard",
    ),
    (DIVISION("10 § 3 mom."),),
    _heard_on_change,
)
EFFECTS_CLARIFIED: Final = Guard(
    "effects_clarified",
    Label(
        "vaikutus valtion viranomaisten toimialueisiin ja Euroopan unionin aluejakoihin on selvitetty",
        "verkningarna för statliga myndigheters verksamhetsområden och Europeiska unionens regionindelningar har "
        "utretts",
        "the effects on districts of state authorities and on divisions of the European Union are clarified",
    ),
    (DIVISION("10 § 3 mom."),),
    _effects_clarified,
)
NAME_OPINION: Final = Guard(
    "name_opinion",
    Label(
        "uudesta nimestä on Kotimaisten kielten keskuksen lausunto",
        "Institutet för de inhemska språken har gett utlåtande om det nya namnet",
        "the Institute for the Languages of Finland has given its opinion on the new name",
    ),
    (DIVISION("10 § 3 mom."),),
    _name_opinion,
    reads_payload=True,
)
UNIFORM_AREA: Final = Guard(
    "uniform_area",
    Label(
        "hyvinvointialueet muodostuvat muutoksen jälkeen yhtenäisestä alueesta, joka on toiminnallinen kokonaisuus",
        "välfärdsområdena består efter ändringen av ett enhetligt område som bildar en funktionell helhet",
        "after the change each county is a uniform area that forms a functional whole",
    ),
    (DIVISION("5 § 1 mom."), DIVISION("1 § 2 mom.")),
    _uniform_area,
    reads_payload=True,
)
IMPROVEMENT: Final = Guard(
    "improvement",
    Label(
        "muutos parantaa edellytyksiä vastata palveluista tai asukkaiden palveluja tai elinolosuhteita",
        "ändringen förbättrar förutsättningarna att svara för tjänsterna eller invånarnas tjänster eller "
        "levnadsförhållanden",
        "the change improves the capacity to answer for services, or the residents' services or living conditions",
    ),
    (DIVISION("5 § 1 mom."), DIVISION("10 § 1 mom.")),
    _improvement,
    reads_payload=True,
)
MERGER_BASED: Final = Guard(
    "merger_based",
    Label(
        "yhdistyminen perustuu hyvinvointialueiden yhteiseen esitykseen tai aluejakoselvittäjän ehdotukseen",
        "sammanslagningen bygger på välfärdsområdenas gemensamma framställning eller på utredarens förslag",
        "the merger rests on the counties' joint proposal or on the investigator's proposal",
    ),
    (DIVISION("10 § 2 mom."),),
    _merger_based,
    reads_payload=True,
)
MERGER_AGREED: Final = Guard(
    "merger_agreed",
    Label(
        "jokaisen yhdistyvän hyvinvointialueen aluevaltuusto on hyväksynyt, tai alue on ollut arviointimenettelyssä",
        "fullmäktige i varje välfärdsområde som går samman har godkänt, eller området har varit föremål för "
        "utvärderingsförfarande",
        "each merging county's council has approved, or the county has been in an evaluation procedure",
    ),
    (DIVISION("10 § 2 mom."),),
    _merger_agreed,
    reads_payload=True,
)
IS_MERGER: Final = Guard(
    "is_merger",
    Label("hyvinvointialueet yhdistyvät", "välfärdsområden går samman", "counties merge"),
    (DIVISION("2 § 2 mom."), DIVISION("18 §")),
    is_merger,
    reads_payload=True,
)
APPEAL_PENDING: Final = Guard(
    "appeal_pending",
    Label("valitus on vireillä", "besvär är anhängiga", "an appeal is pending"),
    (DIVISION("20 § 2 mom."),),
    _appeal_pending,
)
NO_APPEAL_PENDING: Final = Guard(
    "no_appeal_pending",
    Label("valitusta ei ole vireillä", "besvär är inte anhängiga", "no appeal is pending"),
    (DIVISION("20 § 2 mom."), DIVISION("20 § 3 mom.")),
    _no_appeal_pending,
)
APPEAL_TIME_OVER: Final = Guard(
    "appeal_time_over",
    Label(
        "päätös on annettu tiedoksi ja valitusaika on kulunut",
        "beslutet har delgetts och besvärstiden har gått ut",
        "the decision was served and the time for an appeal has passed",
    ),
    (DIVISION("11 § 3 mom."), DIVISION("20 § 1 mom."), DIVISION("20 § 2 mom.")),
    _appeal_time_over,
)
CHANGE_IS_DECIDED: Final = Guard(
    "change_is_decided",
    Label(
        "valtioneuvosto on jo päättänyt muutoksesta",
        "statsrådet har redan beslutat om ändringen",
        "the Government has decided on the change already",
    ),
    (DIVISION("10 § 1 mom.", Status.UNSETTLED),),
    _change_is_decided,
)
