"""Conditions of the proposals, of appointing an investigator and of the proposal to the councils (6–9 §)."""

from __future__ import annotations

from functools import partial
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Basis, Label, Status
from procedures.division_inquiry.concerned import (
    change_is_proposed,
    counties_of,
    covers,
    heard,
    municipality_of,
    parties_of,
)
from procedures.division_inquiry.facts_opening import Content
from procedures.statutes import DIVISION

_PERCENT: Final = 100
_TRANSFER: Final = "municipal_transfer"
_FEWEST_MERGING: Final = 2
"""A merger needs two: 2 § 2 mom. speaks of counties that merge."""
_FEWEST_CONCERNED: Final = 2
"""Each of the changes of 2 § concerns at least the county that loses and the one that receives."""


def _stated(field: str, offer: Offer) -> bool:
    """Holds when the proposal states it."""
    return getattr(offer.payload, field) is not None


def _identical_decisions(offer: Offer) -> bool:
    """Holds when the councils of all merging counties, the case's own among them, have decided identically."""
    merging = offer.payload.counties
    own = offer.subject in merging and len(merging) >= _FEWEST_MERGING
    return own and covers(merging, offer.payload.identical_decisions)


def _content_stated(content: Content, offer: Offer) -> bool:
    """Holds when the account has this content, or no merger is proposed and none is needed."""
    return offer.payload.change == _TRANSFER or content in offer.payload.contents


def _enough_residents(offer: Offer) -> bool:
    """Holds when the share of the residents entitled to vote who make the proposal reaches the statutory one."""
    needed = int(str(offer.parameters.on("residents_share", offer.law_on).value))
    return bool(offer.payload.supporters_count * _PERCENT >= needed * offer.payload.entitled_count)


def _counties_heard(offer: Offer) -> bool:
    """Holds when every county that the change concerns, at least two, is a party and has been heard."""
    case = offer.case
    if case is None:
        return False
    concerned, parties = counties_of(case), parties_of(case)
    known = len(concerned) >= _FEWEST_CONCERNED and covers(concerned, parties)
    return known and covers(concerned, heard(case, "heard_before_appointing", "heard"))


def _municipality_heard(offer: Offer) -> bool:
    """Holds when the municipality proposed to be transferred has been heard, or none is proposed to be."""
    case = offer.case
    if case is None:
        return False
    municipality = municipality_of(case)
    return municipality is None or municipality in heard(case, "heard_before_appointing", "municipalities")


def _competence_ascertained(offer: Offer) -> bool:
    """Holds when sufficient expertise and experience is said to be ascertained."""
    return offer.payload.competence_ascertained is True


def _merging_named(offer: Offer) -> bool:
    """Holds when a merger names at least two counties, all of them parties of the case."""
    if offer.payload.change == _TRANSFER:
        return True
    merging = offer.payload.merging
    known = parties_of(offer.case) if offer.case else frozenset()
    return len(set(merging)) >= _FEWEST_MERGING and covers(merging, known)


def _municipality_named(offer: Offer) -> bool:
    """Holds when a transfer names the municipality."""
    return offer.payload.change != _TRANSFER or offer.payload.municipality is not None


def _accounted(changes: tuple[str, ...], offer: Offer) -> bool:
    """Holds when the economic account between the counties is given or unnecessary, where the change needs one."""
    return offer.payload.change not in changes or offer.payload.economic_account is not None


def _change_proposed(offer: Offer) -> bool:
    """Holds when a county or a municipality has proposed a change, on which the Government decides."""
    return offer.case is not None and change_is_proposed(offer.case)


NEED_JUSTIFIED: Final = Guard(
    "need_justified",
    Label(
        "esityksessä on perusteltu muuttamisen tarve",
        "framställningen innehåller en motivering till varför välfärdsområdet behöver ändras",
        "the proposal justifies the need for the change",
    ),
    (DIVISION("7 § 1 mom."),),
    partial(_stated, "need"),
    reads_payload=True,
)
CONDITIONS_EXPLAINED: Final = Guard(
    "conditions_explained",
    Label(
        "esityksessä on selvitetty, miten 5 §:n edellytykset täyttyvät",
        "framställningen innehåller en redogörelse för hur förutsättningarna i 5 § uppfylls",
        "the proposal explains how the conditions of 5 § are met",
    ),
    (DIVISION("7 § 1 mom."), DIVISION("5 §")),
    partial(_stated, "conditions"),
    reads_payload=True,
)
IDENTICAL_DECISIONS: Final = Guard(
    "identical_decisions",
    Label(
        "yhdistyvien hyvinvointialueiden aluevaltuustot ovat päättäneet esityksestä yhtäpitävästi",
        "fullmäktige i de välfärdsområden som går samman har fattat överensstämmande beslut om framställningen",
        "the councils of the merging counties have decided on the proposal identically",
    ),
    (DIVISION("7 § 2 mom."),),
    _identical_decisions,
    reads_payload=True,
)


def _content(content: Content, item: int, label: Label, note: Label | None = None) -> Guard:
    return Guard(
        f"{content}_accounted",
        label,
        (_item(item, note), DIVISION("9 § 1 mom.")),
        partial(_content_stated, content),
        reads_payload=True,
    )


def _item(item: int, note: Label | None) -> Basis:
    return DIVISION(f"7 § 2 mom. {item} kohta", Status.STATUTE, note)


CONTENTS: Final = (
    _content(
        "manner_and_time",
        1,
        Label(
            "selvityksessä on muuttamisen toteuttamistapa ja ajankohta",
            "utredningen anger hur och när ändringen ska ske",
            "the account says how and when the change is carried out",
        ),
    ),
    _content(
        "administration",
        2,
        Label(
            "selvityksessä on hallinnon järjestämisen periaatteet",
            "utredningen anger principerna för hur förvaltningen ordnas",
            "the account states the principles of organising the administration",
        ),
    ),
    _content(
        "name",
        3,
        Label(
            "selvityksessä on uuden hyvinvointialueen nimi",
            "utredningen anger det nya välfärdsområdets namn",
            "the account states the new county's name",
        ),
        Label(
            "tarvittaessa myös uuden maakunnan nimi",
            "vid behov även namnet på det nya landskapet",
            "where needed the name of the new region as well",
        ),
    ),
    _content(
        "services",
        4,
        Label(
            "selvityksessä on palvelujärjestelmien yhteensovittamisen periaatteet",
            "utredningen anger principerna för samordning av servicesystemen",
            "the account states the principles of reconciling the service systems",
        ),
    ),
    _content(
        "finances",
        5,
        Label(
            "selvityksessä on taloudenhoidon yleiset periaatteet",
            "utredningen anger de allmänna principerna för hur ekonomin ska skötas",
            "the account states the general principles of the finances",
        ),
    ),
    _content(
        "participation",
        6,
        Label(
            "selvityksessä on asukkaiden vaikuttamis- ja osallistumismahdollisuuksien keinot",
            "utredningen anger hur invånarnas möjligheter att påverka och delta ska förverkligas",
            "the account states how residents can influence and take part",
        ),
    ),
)
ENOUGH_RESIDENTS: Final = Guard(
    "enough_residents",
    Label(
        "esityksen tekee vähintään 20 prosenttia äänioikeutetuista asukkaista",
        "framställningen görs av minst 20 procent av de röstberättigade invånarna",
        "at least 20 per cent of the residents entitled to vote make the proposal",
    ),
    (DIVISION("8 § 2 mom. 3 kohta"),),
    _enough_residents,
    reads_payload=True,
)
COUNTIES_HEARD: Final = Guard(
    "counties_heard",
    Label(
        "muutoksen kohteena olevat hyvinvointialueet, vähintään kaksi, on nimetty osapuoliksi asiaa avattaessa, ja "
        "niitä on kuultu",
        "de berörda välfärdsområdena, minst två, angavs som parter när ärendet öppnades och har hörts",
        "the counties that the change concerns, at least two, were named as parties when the case was opened, and have "
        "been heard",
    ),
    (DIVISION("8 § 1 mom."), DIVISION("2 §")),
    _counties_heard,
)
MUNICIPALITY_HEARD: Final = Guard(
    "municipality_heard",
    Label(
        "siirrettäväksi ehdotettua kuntaa on kuultu",
        "den kommun som föreslås bli överförd har hörts",
        "the municipality proposed to be transferred has been heard",
    ),
    (DIVISION("8 § 1 mom."),),
    _municipality_heard,
)
COMPETENCE_ASCERTAINED: Final = Guard(
    "competence_ascertained",
    Label(
        "selvittäjän riittävä asiantuntemus ja kokemus on todettu",
        "utredarens tillräckliga sakkunskap och erfarenhet har konstaterats",
        "the investigator's sufficient expertise and experience is ascertained",
    ),
    (DIVISION("9 § 4 mom."),),
    _competence_ascertained,
    reads_payload=True,
)
MERGING_NAMED: Final = Guard(
    "merging_named",
    Label(
        "yhdistyvät hyvinvointialueet on nimetty, vähintään kaksi, ja ne nimettiin osapuoliksi asiaa avattaessa",
        "de välfärdsområden som går samman har angetts, minst två, och de angavs som parter när ärendet öppnades",
        "the merging counties are named, at least two, and they were named as parties when the case was opened",
    ),
    (DIVISION("2 § 2 mom."),),
    _merging_named,
    reads_payload=True,
)
MUNICIPALITY_NAMED: Final = Guard(
    "municipality_named",
    Label(
        "siirrettävä kunta on nimetty",
        "kommunen som överförs har angetts",
        "the municipality that is transferred is named",
    ),
    (DIVISION("2 § 3 mom."),),
    _municipality_named,
    reads_payload=True,
)
TRANSFER_ACCOUNTED: Final = Guard(
    "transfer_accounted",
    Label(
        "kunnan siirtämisestä on laadittu hyvinvointialueiden välinen taloudellinen selvitys, tai se on tarpeeton",
        "en ekonomisk uppgörelse mellan välfärdsområdena om överföringen har utarbetats eller är onödig",
        "the economic account of the transfer between the counties is drawn up, or unnecessary",
    ),
    (DIVISION("9 § 1 mom."), DIVISION("19 § 1 mom.")),
    partial(_accounted, (_TRANSFER,)),
    reads_payload=True,
)
TRANSFER_OR_DIVISION_ACCOUNTED: Final = Guard(
    "transfer_or_division_accounted",
    Label(
        "kunnan siirtämisestä tai alueen jakamisesta on laadittu taloudellinen selvitys, tai se on tarpeeton",
        "en ekonomisk uppgörelse om överföringen eller uppdelningen har utarbetats eller är onödig",
        "the economic account of the transfer or of dividing a county is drawn up, or unnecessary",
    ),
    (DIVISION("9 § 1 mom."), DIVISION("19 § 1 mom.")),
    partial(_accounted, (_TRANSFER, "division_among_counties")),
    reads_payload=True,
)
"""Since 15.12.2025: the newer act adds an account of dividing a county (HaVM 22/2025)."""

CHANGE_PROPOSED: Final = Guard(
    "change_proposed",
    Label(
        "hyvinvointialue tai kunta on tehnyt esityksen muuttamisesta",
        "ett välfärdsområde eller en kommun har gjort en framställning om ändring",
        "a county or a municipality has proposed a change",
    ),
    (DIVISION("6 § 1 mom."), DIVISION("10 § 1 mom.")),
    _change_proposed,
)
