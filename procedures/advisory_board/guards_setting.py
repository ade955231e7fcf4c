"""Conditions of the board's composition and term: before the decree the statute's, since then the decree's."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.advisory_board.seats import REGIONS
from procedures.statutes import ADVISORY_BOARD_DECREE, COUNTIES, UUSIMAA


def number(offer: Offer, name: str) -> int:
    """Gives a dated number of the board as the law of the case has it."""
    return int(str(offer.parameters.on(name, offer.law_on).value))


def ministry_seats(offer: Offer) -> Counter[str]:
    """Gives how many other members each ministry has."""
    return Counter(
        {
            "VM": number(offer, "members_of_vm"),
            "STM": number(offer, "members_of_stm"),
            "SM": number(offer, "members_of_sm"),
            "TEM": number(offer, "members_of_tem"),
            "OKM": number(offer, "members_of_okm"),
        }
    )


def _deputy_named(offer: Offer) -> bool:
    """Holds when a personal deputy is named with the member."""
    return offer.payload.deputy_named is True


def _last_nomination(offer: Offer) -> bool:
    """Holds when everyone else has named a member."""
    if offer.case is None:
        return False
    named = {event.data["party"] for event in offer.case.every("member_named")} | {offer.payload.party}
    return set(offer.case.opening.partners) <= named


def _regions_represented(offer: Offer) -> bool:
    """Holds when each county, Helsinki and HUS has a member."""
    return set(offer.payload.regional_members) >= set(REGIONS)


def _ministries_represented(offer: Offer) -> bool:
    """Holds when each ministry that steers the counties sits on the board."""
    payload = offer.payload
    seated: set[str] = {payload.chair_from, *payload.vice_chairs_from, *payload.ministry_members}
    return {"VM", "STM", "SM"} <= seated


def _chair_from_vm(offer: Offer) -> bool:
    """Holds when the chair represents the Ministry of Finance."""
    return bool(offer.payload.chair_from == "VM")


def _vice_chairs_from_stm_and_sm(offer: Offer) -> bool:
    """Holds when there are two vice-chairs, one from each of the two ministries."""
    return sorted(offer.payload.vice_chairs_from) == ["SM", "STM"]


def _ministry_members_as_decreed(offer: Offer) -> bool:
    """Holds when each ministry has as many other members as the decree says."""
    return Counter(offer.payload.ministry_members) == ministry_seats(offer)


def _one_from_each_region(offer: Offer) -> bool:
    """Holds when each county, Helsinki and HUS has one member, and nobody else has."""
    return sorted(offer.payload.regional_members) == sorted(REGIONS)


def _number_of_others(offer: Offer) -> bool:
    """Holds when the other members are as many as the decree says."""
    others = len(offer.payload.ministry_members) + len(offer.payload.regional_members)
    return others == number(offer, "other_members")


def _deputy_for_each(offer: Offer) -> bool:
    """Holds when each of the other members has a personal deputy."""
    payload = offer.payload
    members = Counter((*payload.ministry_members, *payload.regional_members))
    return members == Counter((*payload.ministry_deputies, *payload.regional_deputies))


def _no_deputy_for_chairs(offer: Offer) -> bool:
    """Holds unless chair or vice-chairs are given deputies."""
    return not offer.payload.deputies_of_chairs


def _operations_led(offer: Offer) -> bool:
    """Holds when it is stated that the full members lead operative work in the board's field."""
    return offer.payload.members_lead_operations is True


def _term_stated(offer: Offer) -> bool:
    """Holds when the last day of the term is stated and lies after its first one."""
    first: date = offer.payload.term_from or offer.on
    return offer.payload.term_ends_on is not None and offer.payload.term_ends_on > first


_STATUTE: Final = (COUNTIES("13 § 3 mom."),)
_COMPOSITION: Final = (ADVISORY_BOARD_DECREE("1 § 2 mom."),)

DEPUTY_NAMED: Final = Guard(
    "deputy_named",
    Label("jäsenelle on nimetty varajäsen", "en ersättare har utsetts för medlemmen", "a deputy is named as well"),
    (ADVISORY_BOARD_DECREE("1 § 1–2 mom."),),
    _deputy_named,
    reads_payload=True,
)
LAST_NOMINATION: Final = Guard(
    "last_nomination",
    Label("muut ovat jo nimenneet jäsenensä", "de andra har redan utsett sina medlemmar", "everyone else has named"),
    _STATUTE,
    _last_nomination,
    reads_payload=True,
)
REGIONS_REPRESENTED: Final = Guard(
    "regions_represented",
    Label(
        "hyvinvointialueilla, HUS-yhtymällä ja Helsingin kaupungilla on edustus",
        "välfärdsområdena, HUS-sammanslutningen och Helsingfors stad är representerade",
        "the counties, HUS and Helsinki are represented",
    ),
    (*_STATUTE, UUSIMAA("17 § 2 mom.")),
    _regions_represented,
    reads_payload=True,
)
MINISTRIES_REPRESENTED: Final = Guard(
    "ministries_represented",
    Label(
        "valtiovarainministeriöllä ja muilla ohjaavilla ministeriöillä on edustus",
        "finansministeriet och de övriga styrande ministerierna är representerade",
        "the Ministry of Finance and the other steering ministries are represented",
    ),
    _STATUTE,
    _ministries_represented,
    reads_payload=True,
)
CHAIR_FROM_VM: Final = Guard(
    "chair_from_vm",
    Label(
        "puheenjohtaja edustaa valtiovarainministeriötä",
        "ordföranden företräder finansministeriet",
        "the chair represents the Ministry of Finance",
    ),
    _COMPOSITION,
    _chair_from_vm,
    reads_payload=True,
)
VICE_CHAIRS_FROM_STM_AND_SM: Final = Guard(
    "vice_chairs_from_stm_and_sm",
    Label(
        "kaksi varapuheenjohtajaa edustavat sosiaali- ja terveysministeriötä ja sisäministeriötä",
        "två vice ordförande företräder inrikesministeriet och social- och hälsovårdsministeriet",
        "two vice-chairs represent the ministries of Social Affairs and Health and of the Interior",
    ),
    _COMPOSITION,
    _vice_chairs_from_stm_and_sm,
    reads_payload=True,
)
MINISTRY_MEMBERS_AS_DECREED: Final = Guard(
    "ministry_members_as_decreed",
    Label(
        "ministeriöitä edustaa asetuksen mukainen määrä muita jäseniä (VM, STM, SM, TEM, OKM)",
        "ministerierna företräds av det antal övriga medlemmar som förordningen anger (FM, SHM, IM, ANM, UKM)",
        "each ministry (VM, STM, SM, TEM, OKM) has as many other members as the decree says",
    ),
    _COMPOSITION,
    _ministry_members_as_decreed,
    reads_payload=True,
)
ONE_FROM_EACH_REGION: Final = Guard(
    "one_from_each_region",
    Label(
        "kukin hyvinvointialue, Helsingin kaupunki ja HUS-yhtymä on nimennyt yhden jäsenen",
        "varje välfärdsområde, Helsingfors stad och HUS-sammanslutningen har utsett en medlem",
        "each county, Helsinki and HUS has named one member",
    ),
    _COMPOSITION,
    _one_from_each_region,
    reads_payload=True,
)
NUMBER_OF_OTHERS: Final = Guard(
    "number_of_others",
    Label(
        "muita jäseniä on asetuksen mukainen määrä",
        "de övriga medlemmarna är så många som förordningen anger",
        "the other members are as many as the decree says",
    ),
    (ADVISORY_BOARD_DECREE("1 § 1 mom."),),
    _number_of_others,
    reads_payload=True,
)
DEPUTY_FOR_EACH: Final = Guard(
    "deputy_for_each",
    Label(
        "jokaisella muulla jäsenellä on henkilökohtainen varajäsen",
        "varje övrig medlem har en personlig ersättare",
        "each of the other members has a personal deputy",
    ),
    (ADVISORY_BOARD_DECREE("1 § 1 mom."),),
    _deputy_for_each,
    reads_payload=True,
)
NO_DEPUTY_FOR_CHAIRS: Final = Guard(
    "no_deputy_for_chairs",
    Label(
        "puheenjohtajalla ja varapuheenjohtajilla ei ole varajäseniä",
        "ordföranden och vice ordförandena har inga ersättare",
        "chair and vice-chairs have no deputies",
    ),
    (ADVISORY_BOARD_DECREE("1 § 1 mom."),),
    _no_deputy_for_chairs,
    reads_payload=True,
)
OPERATIONS_LED: Final = Guard(
    "operations_led",
    Label(
        "varsinaiset jäsenet johtavat organisaationsa operatiivista toimintaa neuvottelukunnan tehtäväalalla",
        "de ordinarie medlemmarna leder operativ verksamhet inom delegationens uppgiftsområde i sin organisation",
        "the full members lead operative work in the board's field in their organisations",
    ),
    (ADVISORY_BOARD_DECREE("1 § 3 mom."),),
    _operations_led,
    reads_payload=True,
)


def term_stated(*, decree: bool) -> Guard:
    """Gives the condition that the Government fixes the term: by the decree, or before it as a matter of course."""
    return Guard(
        "term_stated",
        Label(
            "valtioneuvosto on päättänyt toimikauden, ja sen viimeinen päivä on kirjattu",
            "statsrådet har beslutat om mandatperioden, och dess sista dag har antecknats",
            "the Government has fixed the term, and its last day is stated",
        ),
        (ADVISORY_BOARD_DECREE("2 §"),) if decree else (COUNTIES("13 § 3–4 mom.", Status.PRACTICE),),
        _term_stated,
        reads_payload=True,
    )
