"""Conditions of the delivery to the ministry, of the Government's decision and of appeals (9–10, 20 §)."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.division_inquiry.concerned import (
    appeals_pending,
    approving,
    counties_of,
    covers,
    has_taken_effect,
    heard,
    joint_proposers,
    municipality_of,
)
from procedures.statutes import DIVISION

_TRANSFER: Final = "municipal_transfer"
_FEWEST_MERGING: Final = 2
"""A merger needs two: 2 § 2 mom. speaks of counties that merge."""


def _councils_handled(offer: Offer) -> bool:
    """Holds when the council of every county concerned has given its opinion, or is said to have given none."""
    case = offer.case
    if case is None:
        return False
    given = {str(event.data["party"]) for event in case.every("council_opinion_given")}
    return covers(counties_of(case), given | set(offer.payload.without_opinion))


def _municipal_council_handled(offer: Offer) -> bool:
    """Holds when the municipality's council has given its opinion or is said to have given none, or none is moved."""
    case = offer.case
    if case is None:
        return False
    municipality = municipality_of(case)
    asked = {str(event.data["municipality"]) for event in case.every("municipal_opinion_obtained")}
    return municipality is None or municipality in asked | set(offer.payload.municipalities_without_opinion)


def _heard_on_change(offer: Offer) -> bool:
    """Holds when every county concerned has been heard, the municipality that is transferred, and any at all."""
    case = offer.case
    if case is None:
        return False
    municipalities = heard(case, "heard_on_change", "municipalities")
    transferred = municipality_of(case)
    told = bool(municipalities) and (transferred is None or transferred in municipalities)
    concerned = counties_of(case) | frozenset(offer.payload.merging)
    return told and covers(concerned, heard(case, "heard_on_change", "heard"))


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


def _languages_considered(offer: Offer) -> bool:
    """Holds when areas that fit together in language are said to have been aimed at."""
    return offer.payload.languages_considered is True


def is_merger(offer: Offer) -> bool:
    """Holds when the counties merge, in any of the three ways of 2 § 2 mom."""
    return bool(offer.payload.change != _TRANSFER)


def _merger_based(offer: Offer) -> bool:
    """Holds when a merger names its counties and rests on their joint proposal or on the investigator's proposal."""
    case = offer.case
    if not is_merger(offer) or case is None:
        return case is not None
    if len(set(offer.payload.merging)) < _FEWEST_MERGING:
        return False
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
    return offer.case is not None and appeals_pending(offer.case) > 0


def _no_appeal_pending(offer: Offer) -> bool:
    """Holds unless an appeal has been made and not decided; a case stays open for it."""
    return offer.case is not None and not _appeal_pending(offer)


def _enforcement_allowed(offer: Offer) -> bool:
    """Holds unless the court has forbidden to carry out the newest decision and an appeal is still pending."""
    case = offer.case
    if case is None:
        return False
    decided, forbidden = case.last("division_decided"), case.last("enforcement_forbidden")
    barred = decided is not None and forbidden is not None and forbidden.version > decided.version
    return not (barred and _appeal_pending(offer))


def _in_effect_and_last_appeal(offer: Offer) -> bool:
    """Holds when the decided change is in effect already and no other appeal than this one is pending."""
    case = offer.case
    return case is not None and has_taken_effect(case) and appeals_pending(case) == 1


def _not_in_effect(offer: Offer) -> bool:
    """Holds until the effect of the decided change has been recorded."""
    return offer.case is not None and not has_taken_effect(offer.case)


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
        "muutoksen kohteena olevien hyvinvointialueiden aluevaltuustot ovat antaneet lausuntonsa, tai on kirjattu, "
        "mikä niistä ei ole antanut (without_opinion)",
        "fullmäktige i de berörda välfärdsområdena har gett sina utlåtanden, eller så har det antecknats vilka som "
        "inte har gett (without_opinion)",
        "the councils of the counties concerned have given their opinions, or it is recorded which have not "
        "(without_opinion)",
    ),
    (DIVISION("9 § 2 mom."), DIVISION("9 § 3 mom.")),
    _councils_handled,
    reads_payload=True,
)
MUNICIPAL_COUNCIL_HANDLED: Final = Guard(
    "municipal_council_handled",
    Label(
        "muutoksen kohteena olevan kunnan valtuusto on antanut lausuntonsa, tai on kirjattu, ettei se ole antanut "
        "(municipalities_without_opinion)",
        "fullmäktige i den berörda kommunen har gett sitt utlåtande, eller så har det antecknats att det inte har gett "
        "(municipalities_without_opinion)",
        "the council of the municipality concerned has given its opinion, or it is recorded that it has not "
        "(municipalities_without_opinion)",
    ),
    (DIVISION("9 § 2 mom."), DIVISION("9 § 3 mom.")),
    _municipal_council_handled,
    reads_payload=True,
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
    reads_payload=True,
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
        "muutos parantaa toiminnallisia ja taloudellisia edellytyksiä vastata palveluista tai muuten edistää "
        "toimintakykyä taikka parantaa asukkaiden palveluja tai elinolosuhteita",
        "ändringen förbättrar de funktionella och ekonomiska förutsättningarna att svara för tjänsterna eller främjar "
        "annars funktionsförmågan, eller förbättrar invånarnas tjänster eller levnadsförhållanden",
        "the change improves the functional and economic capacity to answer for services or furthers it otherwise, or "
        "improves the residents' services or living conditions",
    ),
    (DIVISION("5 § 1 mom. 1–2 kohta"), DIVISION("10 § 1 mom.")),
    _improvement,
    reads_payload=True,
)
LANGUAGES_CONSIDERED: Final = Guard(
    "languages_considered",
    Label(
        "on pyritty kielellisesti yhteensopiviin alueisiin, joilla suomen- ja ruotsinkielisten oikeudet turvataan",
        "i språkligt hänseende förenliga områden, där de finsk- och svenskspråkigas rätt tillgodoses, har "
        "eftersträvats",
        "areas that fit together in language have been aimed at, where Finnish and Swedish speakers have their rights",
    ),
    (DIVISION("5 § 2 mom."),),
    _languages_considered,
    reads_payload=True,
)
MERGER_BASED: Final = Guard(
    "merger_based",
    Label(
        "yhdistyvät on nimetty, ja yhdistyminen perustuu niiden yhteiseen esitykseen tai aluejakoselvittäjän "
        "ehdotukseen",
        "de som går samman har angetts, och sammanslagningen bygger på deras gemensamma framställning eller på "
        "områdesindelningsutredarens förslag",
        "the merging counties are named, and the merger rests on their joint proposal or the investigator's proposal",
    ),
    (DIVISION("10 § 2 mom."), DIVISION("2 § 2 mom.")),
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
ENFORCEMENT_ALLOWED: Final = Guard(
    "enforcement_allowed",
    Label(
        "korkein hallinto-oikeus ei ole kieltänyt täytäntöönpanoa",
        "högsta förvaltningsdomstolen har inte förbjudit verkställigheten",
        "the Supreme Administrative Court has not prohibited the implementation",
    ),
    (DIVISION("20 § 3 mom."),),
    _enforcement_allowed,
)
IN_EFFECT_AND_LAST_APPEAL: Final = Guard(
    "in_effect_and_last_appeal",
    Label(
        "muutos on jo voimassa eikä muuta valitusta ole vireillä",
        "ändringen har redan trätt i kraft och inga andra besvär är anhängiga",
        "the change is in effect already and no other appeal is pending",
    ),
    (DIVISION("20 § 3 mom."),),
    _in_effect_and_last_appeal,
)
NOT_IN_EFFECT: Final = Guard(
    "not_in_effect",
    Label(
        "muutoksen voimaantuloa ei ole vielä kirjattu",
        "ändringens ikraftträdande har inte ännu antecknats",
        "the effect of the change has not been recorded yet",
    ),
    (DIVISION("11 § 2 mom.", Status.PRACTICE),),
    _not_in_effect,
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
