"""Conditions of the ground, of the hearing and of the decision (612/2021 38 § and 39 § 6 mom., 615/2021 9 and 12 §)."""

from __future__ import annotations

from functools import partial
from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.envelope import Envelope
from engine.law import Basis, Label
from procedures.statutes import ADMINISTRATION, SERVICES, UUSIMAA

HUS_PARTIES: Final = ("01", "02", "03", "04", "90", "HUS")
"""The parties of the HUS organising agreement: the counties of Uusimaa, Helsinki and HUS (615/2021 9 § 1 mom.)."""

_SUBJECTS: Final = {"collaborative": "collaborative_area", "bilingual": "county_group", "hus": "joint_authority"}
_GROUNDS: Final = {
    "collaborative": {"no_agreement", "duties_not_secured", "cost_effectiveness_not_secured"},
    "bilingual": {"no_agreement", "language_rights_not_secured"},
    "hus": {"no_agreement", "duties_and_cost_effectiveness_not_secured"},
}
_OF_CONTENT: Final = frozenset(
    {"duties_not_secured", "cost_effectiveness_not_secured", "duties_and_cost_effectiveness_not_secured"}
)


def agreement_of(case: Case | None) -> str:
    """Gives which agreement the case is about; an empty text before it is opened."""
    ground = case.last("ground_recorded") if case else None
    return str(ground.data["agreement"]) if ground else ""


def _fits_subject(offer: Offer) -> bool:
    """Holds when the agreement is one of those about whom the case is."""
    return _SUBJECTS[offer.payload.agreement] == offer.subject_kind


def _ground_named(offer: Offer) -> bool:
    """Holds when at least one ground is named."""
    return bool(offer.payload.grounds)


def _ground_fits(agreement: str, offer: Offer) -> bool:
    """Holds unless the case is about this agreement and a ground is named that its section does not know."""
    return offer.payload.agreement != agreement or set(offer.payload.grounds) <= _GROUNDS[agreement]


def _matters_named(offer: Offer) -> bool:
    """Holds unless a ground is about the content and no item is named in which the agreement falls short."""
    return bool(offer.payload.matters) or not _OF_CONTENT & set(offer.payload.grounds)


def _items(agreement: str, offer: Offer) -> int:
    if agreement == "collaborative":
        return int(str(offer.parameters.on("matters_of_cooperation_agreement", offer.law_on).value))
    if agreement == "hus":
        return int(str(offer.parameters.on("matters_of_hus_agreement", offer.law_on).value))
    return 0


def _matters_exist(offer: Offer) -> bool:
    """Holds when each number is that of an item which the agreement must settle; that of 39 § has no such list."""
    agreement = getattr(offer.payload, "agreement", None) or agreement_of(offer.case)
    return all(matter <= _items(agreement, offer) for matter in offer.payload.matters)


def _every_party_asked(offer: Offer) -> bool:
    """Holds when everyone whom the decision concerns is asked; of the HUS agreement that is each of its parties."""
    if offer.case is None:
        return False
    concerned = {*offer.case.opening.partners, *(HUS_PARTIES if agreement_of(offer.case) == "hus" else ())}
    return concerned <= set(offer.payload.asked)


def _reply_day_stated(offer: Offer) -> bool:
    """Holds when the letter says by which day, and that day has not gone."""
    return offer.payload.reply_by is not None and offer.payload.reply_by >= offer.on


def _reply_day_later(offer: Offer) -> bool:
    """Holds when the new day is later than the one stated before, and has not gone."""
    stated = [one.due for one in (offer.case.open_deadlines if offer.case else ()) if one.name == "hearing_reply"]
    return bool(offer.payload.reply_by >= offer.on and all(offer.payload.reply_by > due for due in stated))


def _this_hearing(case: Case) -> Envelope | None:
    return case.last("hearing_requested")


def _having_replied(case: Case) -> set[str]:
    asked = _this_hearing(case)
    since = asked.version if asked else 0
    return {event.data["party"] for event in case.every("party_replied") if event.version > since}


def _last_reply(offer: Offer) -> bool:
    """Holds when everyone else has replied in this hearing."""
    case = offer.case
    return case is not None and set(case.opening.partners) <= _having_replied(case) | {offer.payload.party}


def _replied_or_time_over(offer: Offer) -> bool:
    """Holds when everyone has replied, or the day by which to reply has gone."""
    case = offer.case
    if case is None:
        return False
    running = [deadline.due for deadline in case.open_deadlines if deadline.name == "hearing_reply"]
    return set(case.opening.partners) <= _having_replied(case) or any(due < offer.on for due in running)


def _content_said(offer: Offer) -> bool:
    """Holds when the decision is recorded in words, or by the items on which it decides."""
    return bool(offer.payload.matters) or offer.payload.content is not None


def _within_the_ground(offer: Offer) -> bool:
    """Holds unless an area's agreement is decided on further than the recorded ground reaches."""
    ground = offer.case.last("ground_recorded") if offer.case else None
    if ground is None or ground.data["agreement"] != "collaborative" or "no_agreement" in ground.data["grounds"]:
        return True
    return set(offer.payload.matters) <= set(ground.data["matters"])


def _for(agreement: str, offer: Offer) -> bool:
    """Holds when the ground that opens the case is about this agreement."""
    return bool(offer.payload.agreement == agreement)


def _about(agreement: str, offer: Offer) -> bool:
    """Holds when the case is about this agreement."""
    return agreement_of(offer.case) == agreement


_POWER: Final[tuple[Basis, ...]] = (SERVICES("38 § 1 mom."), SERVICES("39 § 6 mom."), UUSIMAA("12 § 1 mom."))
_PREPARED: Final[tuple[Basis, ...]] = (SERVICES("38 § 2 mom."), SERVICES("39 § 6 mom."), UUSIMAA("12 § 2 mom."))

FITS_SUBJECT: Final = Guard(
    "fits_subject",
    Label(
        "asia koskee niitä, joiden sopimus on kyseessä: yhteistyöaluetta, kaksikielisiä hyvinvointialueita tai "
        "HUS-yhtymää",
        "ärendet gäller dem vars avtal det är fråga om: ett samarbetsområde, de tvåspråkiga välfärdsområdena eller "
        "HUS-sammanslutningen",
        "the case is about those whose agreement it is: an area, the bilingual counties, or HUS",
    ),
    _POWER,
    _fits_subject,
    reads_payload=True,
)
GROUND_NAMED: Final = Guard(
    "ground_named",
    Label("vähintään yksi lain peruste on nimetty", "minst en lagstadgad grund har angetts", "a ground is named"),
    _POWER,
    _ground_named,
    reads_payload=True,
)
GROUND_OF_38: Final = Guard(
    "ground_of_38",
    Label(
        "peruste on 38 §:n 1 momentin 1–3 kohdan mukainen: ei sopimusta, tehtävät tai kustannusvaikuttavuus "
        "turvaamatta",
        "grunden är en i 38 § 1 mom. 1–3 punkten: ingen enighet, uppgifterna eller kostnadsnyttoeffektiviteten inte "
        "tryggad",
        "the ground is one of 38 § 1 mom. 1–3: no agreement, duties or cost-effectiveness not secured",
    ),
    (SERVICES("38 § 1 mom."),),
    partial(_ground_fits, "collaborative"),
    reads_payload=True,
)
GROUND_OF_39: Final = Guard(
    "ground_of_39",
    Label(
        "peruste on 39 §:n 6 momentin mukainen: ei sopimusta tai ruotsinkielisten kielelliset oikeudet turvaamatta",
        "grunden är en i 39 § 6 mom.: ingen enighet eller de svenskspråkigas språkliga rättigheter inte säkerställda",
        "the ground is one of 39 § 6 mom.: no agreement, or the rights of Swedish speakers not secured",
    ),
    (SERVICES("39 § 6 mom."),),
    partial(_ground_fits, "bilingual"),
    reads_payload=True,
)
GROUND_OF_12: Final = Guard(
    "ground_of_12",
    Label(
        "peruste on Uusimaa-lain 12 §:n 1 momentin mukainen: ei sopimusta tai tehtävät ja kustannusvaikuttavuus "
        "turvaamatta",
        "grunden är en i 12 § 1 mom. i Nylandslagen: ingen överenskommelse eller uppgifterna och "
        "kostnadsnyttoeffektiviteten inte tryggade",
        "the ground is one of 12 § 1 mom. of the Uusimaa act: no agreement, or duties and cost-effectiveness not "
        "secured",
    ),
    (UUSIMAA("12 § 1 mom."),),
    partial(_ground_fits, "hus"),
    reads_payload=True,
)
MATTERS_NAMED: Final = Guard(
    "matters_named",
    Label(
        "on nimetty, mistä lain luettelemista asioista ei ole sovittu riittävästi",
        "det har angetts vilka av lagens frågor som inte har avtalats tillräckligt",
        "the items of the statute's list that are not agreed well enough are named",
    ),
    (SERVICES("38 § 1 mom. 2–3 kohta"), SERVICES("36 § 3 mom."), UUSIMAA("12 § 1 mom."), UUSIMAA("9 § 3 mom.")),
    _matters_named,
    reads_payload=True,
)
MATTERS_EXIST: Final = Guard(
    "matters_exist",
    Label(
        "asioiden numerot ovat lain luettelosta (36 § 3 mom. tai 9 § 3 mom.)",
        "frågornas nummer finns i lagens förteckning (36 § 3 mom. eller 9 § 3 mom.)",
        "the numbers are those of the statute's list (36 § 3 mom. or 9 § 3 mom.)",
    ),
    (SERVICES("36 § 3 mom."), UUSIMAA("9 § 3 mom.")),
    _matters_exist,
    reads_payload=True,
)
EVERY_PARTY_ASKED: Final = Guard(
    "every_party_asked",
    Label(
        "kaikkia, joita päätös koskee, kuullaan (HUS-järjestämissopimuksesta sen kaikkia osapuolia)",
        "alla som berörs av beslutet hörs (om organiseringsavtalet för HUS alla dess parter)",
        "everyone whom the decision concerns is heard (of the HUS organising agreement each of its parties)",
    ),
    _PREPARED,
    _every_party_asked,
    reads_payload=True,
)
REPLY_DAY_STATED: Final = Guard(
    "reply_day_stated",
    Label(
        "kuulemiskirjeessä on määräpäivä, joka ei ole mennyt",
        "i brevet om hörande anges en dag för svar som inte har passerat",
        "the letter states a day by which to reply that has not gone",
    ),
    (ADMINISTRATION("33 §"), ADMINISTRATION("36 §")),
    _reply_day_stated,
    reads_payload=True,
)
REPLY_DAY_LATER: Final = Guard(
    "reply_day_later",
    Label(
        "uusi määräpäivä on aiempaa myöhempi eikä ole mennyt",
        "den nya dagen är senare än den tidigare och har inte passerat",
        "the new day is later than the one before and has not gone",
    ),
    (ADMINISTRATION("33 § 2 mom."),),
    _reply_day_later,
    reads_payload=True,
)
REPLIED_OR_TIME_OVER: Final = Guard(
    "replied_or_time_over",
    Label(
        "jokainen on antanut lausuntonsa tai määräpäivä on mennyt",
        "alla har avgett sitt utlåtande eller den angivna dagen har passerat",
        "everyone has replied, or the day by which to reply has gone",
    ),
    (*_PREPARED, ADMINISTRATION("33 §")),
    _replied_or_time_over,
)
CONTENT_SAID: Final = Guard(
    "content_said",
    Label(
        "päätöksen sisältö on kirjattu",
        "beslutets innehåll har antecknats",
        "what was decided is recorded",
    ),
    (*_POWER, ADMINISTRATION("44 §")),
    _content_said,
    reads_payload=True,
)
WITHIN_THE_GROUND: Final = Guard(
    "within_the_ground",
    Label(
        "päätös koskee sopimusta vain siltä osin kuin peruste ulottuu",
        "beslutet gäller avtalet endast till den del som grunden omfattar",
        "the decision reaches the agreement only as far as the ground does",
    ),
    (SERVICES("38 § 1 mom."),),
    _within_the_ground,
    reads_payload=True,
)

LAST_REPLY: Final = Guard(
    "last_reply",
    Label(
        "muut kuultavat ovat jo antaneet lausuntonsa",
        "de andra som hörs har redan avgett sina utlåtanden",
        "everyone else has replied already",
    ),
    _PREPARED,
    _last_reply,
    reads_payload=True,
)
ABOUT_AREA: Final = Guard(
    "about_area",
    Label(
        "asia koskee yhteistyöalueen yhteistyösopimusta",
        "ärendet gäller ett samarbetsområdes samarbetsavtal",
        "the case is about an area's cooperation agreement",
    ),
    (SERVICES("38 §"),),
    partial(_about, "collaborative"),
)
ABOUT_HUS: Final = Guard(
    "about_hus",
    Label(
        "asia koskee HUS-järjestämissopimusta",
        "ärendet gäller organiseringsavtalet för HUS",
        "the case is about the HUS organising agreement",
    ),
    (UUSIMAA("12 §"),),
    partial(_about, "hus"),
)
FOR_AREA: Final = Guard(
    "for_area",
    Label(
        "peruste koskee yhteistyöalueen yhteistyösopimusta",
        "grunden gäller ett samarbetsområdes samarbetsavtal",
        "the ground is about an area's cooperation agreement",
    ),
    (SERVICES("38 § 1 mom."),),
    partial(_for, "collaborative"),
    reads_payload=True,
)
FOR_HUS: Final = Guard(
    "for_hus",
    Label(
        "peruste koskee HUS-järjestämissopimusta",
        "grunden gäller organiseringsavtalet för HUS",
        "the ground is about the HUS organising agreement",
    ),
    (UUSIMAA("12 § 1 mom."),),
    partial(_for, "hus"),
    reads_payload=True,
)
