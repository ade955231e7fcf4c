"""Conditions of convening, quorum, and of what is handled at a meeting (25/2025 3 and 5 §, 611/2021 12 a and 13 §)."""

from __future__ import annotations

from collections import Counter
from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.advisory_board.guards_setting import ministry_seats, number
from procedures.advisory_board.seats import MINISTRIES, REGIONS
from procedures.statutes import ADVISORY_BOARD_DECREE, COUNTIES, UUSIMAA

_PROPOSING: Final = frozenset(REGIONS) - {"HUS"}


def _enough_ask(offer: Offer) -> bool:
    """Holds when at least the set share of the other members asks."""
    others, asking = number(offer, "other_members"), int(offer.payload.requested_by)
    return asking * 100 >= others * number(offer, "requesting_percent") and asking <= others


def _matter_stated(offer: Offer) -> bool:
    """Holds when those who ask say for which matter."""
    return offer.payload.matter is not None


def _called_by_right(offer: Offer) -> bool:
    """Holds unless a vice-chair calls although the chair is not said to be hindered."""
    return offer.payload.called_by == "chair" or offer.payload.chair_hindered is True


def _was_called(offer: Offer) -> bool:
    """Holds when more meetings have been called than have taken place."""
    case = offer.case
    if case is None:
        return False
    took_place = len(case.every("meeting_held")) + len(case.every("meeting_without_quorum"))
    return len(case.every("meeting_called")) > took_place


def _hold_seats(offer: Offer) -> bool:
    """Holds when nobody is counted present who holds no seat."""
    regions = offer.payload.regions_present
    return Counter(offer.payload.ministries_present) <= ministry_seats(offer) and (
        len(set(regions)) == len(regions) and set(regions) <= set(REGIONS)
    )


def _chair_present(offer: Offer) -> bool:
    """Holds when the chair or a vice-chair was present."""
    return bool(offer.payload.chair_present or offer.payload.vice_chairs_present)


def _half_of_ministries(offer: Offer) -> bool:
    """Holds when the set share of the ministries' members was present, with or without the chairs counted in."""
    chairs = int(offer.payload.chair_present) + len(set(offer.payload.vice_chairs_present))
    seats, present = ministry_seats(offer).total(), len(offer.payload.ministries_present)
    counted_in = (present + chairs) * 100 >= (seats + number(offer, "chairs")) * number(offer, "quorum_percent")
    return counted_in or _half_without_chairs(offer)


def _half_without_chairs(offer: Offer) -> bool:
    seats, present = ministry_seats(offer).total(), len(offer.payload.ministries_present)
    return present * 100 >= seats * number(offer, "quorum_percent")


def _half_of_regions(offer: Offer) -> bool:
    """Holds when the set share of those named by counties, Helsinki and HUS was present."""
    seats = number(offer, "other_members") - ministry_seats(offer).total()
    return len(set(offer.payload.regions_present)) * 100 >= seats * number(offer, "quorum_percent")


def _no_quorum(offer: Offer) -> bool:
    """Holds when the chairs, the ministries or the regions were too few by either way of counting the ministries."""
    return not (_chair_present(offer) and _half_without_chairs(offer) and _half_of_regions(offer))


def _at_meeting(offer: Offer) -> bool:
    """Holds when that many meetings have been held in which the board could act."""
    return offer.case is not None and offer.payload.meeting <= len(offer.case.every("meeting_held"))


def _maker_entitled(offer: Offer) -> bool:
    """Holds when a ministry makes an initiative, or counties or Helsinki make a proposal."""
    makers = set(offer.payload.made_by)
    return bool(makers) and makers <= (MINISTRIES if offer.payload.kind == "ministry_initiative" else _PROPOSING)


def _unhandled(case: Case | None) -> set[int]:
    if case is None:
        return set()
    handled = {event.data["number"] for event in case.every("initiative_handled")}
    return set(range(1, len(case.every("initiative_received")) + 1)) - handled


def _initiative_waits(offer: Offer) -> bool:
    """Holds when the initiative has been received and not been handled."""
    return offer.payload.number in _unhandled(offer.case)


def _more_initiatives(offer: Offer) -> bool:
    """Holds when another initiative waits beside this one."""
    return bool(_unhandled(offer.case) - {offer.payload.number})


_CONVENING: Final = (ADVISORY_BOARD_DECREE("3 § 1 mom."),)
_QUORUM: Final = (ADVISORY_BOARD_DECREE("5 §"),)
_COUNTING: Final = ADVISORY_BOARD_DECREE(
    "1 § 2 mom.",
    Status.UNSETTLED,
    Label(
        "puheenjohtaja ja varapuheenjohtajat voidaan lukea ministeriöitä edustaviin jäseniin tai olla lukematta",
        "ordföranden och vice ordförandena kan räknas till de medlemmar som företräder ministerierna eller inte",
        "chair and vice-chairs may be counted among the ministries' members or not",
    ),
)
_INITIATIVES: Final = (COUNTIES("13 § 2 mom. 3 kohta"), COUNTIES("12 a § 4 mom."))

ENOUGH_ASK: Final = Guard(
    "enough_ask",
    Label(
        "vähintään puolet muista jäsenistä pyytää",
        "minst hälften av de övriga medlemmarna begär det",
        "at least half of the other members ask",
    ),
    _CONVENING,
    _enough_ask,
    reads_payload=True,
)
MATTER_STATED: Final = Guard(
    "matter_stated",
    Label("käsiteltävä asia on ilmoitettu", "ärendet har angetts", "the matter is named"),
    _CONVENING,
    _matter_stated,
    reads_payload=True,
)
CALLED_BY_RIGHT: Final = Guard(
    "called_by_right",
    Label(
        "kutsujana on puheenjohtaja tai tämän estyneenä ollessa varapuheenjohtaja",
        "kallelsen utfärdas av ordföranden eller, vid förhinder för denne, av vice ordföranden",
        "the chair calls, or a vice-chair where the chair is hindered",
    ),
    _CONVENING,
    _called_by_right,
    reads_payload=True,
)
WAS_CALLED: Final = Guard(
    "was_called",
    Label("kokous on kutsuttu koolle", "sammanträdet har sammankallats", "the meeting has been called"),
    _CONVENING,
    _was_called,
)
HOLD_SEATS: Final = Guard(
    "hold_seats",
    Label(
        "läsnä oleviksi on luettu vain neuvottelukunnan paikkoja, kukin kerran",
        "som närvarande har räknats endast platser i delegationen, var och en gång",
        "only seats of the board are counted present, each once",
    ),
    (ADVISORY_BOARD_DECREE("1 § 2 mom."),),
    _hold_seats,
    reads_payload=True,
)
CHAIR_PRESENT: Final = Guard(
    "chair_present",
    Label(
        "puheenjohtaja tai varapuheenjohtaja on läsnä",
        "ordföranden eller vice ordföranden är närvarande",
        "the chair or a vice-chair is present",
    ),
    _QUORUM,
    _chair_present,
    reads_payload=True,
)
HALF_OF_MINISTRIES: Final = Guard(
    "half_of_ministries",
    Label(
        "vähintään puolet ministeriöitä edustavista jäsenistä on läsnä",
        "minst hälften av de medlemmar som företräder ministerierna är närvarande",
        "at least half of the ministries' members are present",
    ),
    (*_QUORUM, _COUNTING),
    _half_of_ministries,
    reads_payload=True,
)
HALF_OF_REGIONS: Final = Guard(
    "half_of_regions",
    Label(
        "vähintään puolet hyvinvointialueiden, Helsingin kaupungin ja HUS-yhtymän nimeämistä jäsenistä on läsnä",
        "minst hälften av de medlemmar som utsetts av välfärdsområdena, Helsingfors stad och HUS-sammanslutningen är "
        "närvarande",
        "at least half of the members named by the counties, Helsinki and HUS are present",
    ),
    _QUORUM,
    _half_of_regions,
    reads_payload=True,
)
NO_QUORUM: Final = Guard(
    "no_quorum",
    Label(
        "kokous ei ollut päätösvaltainen",
        "sammanträdet var inte beslutfört",
        "the meeting had no quorum",
    ),
    (*_QUORUM, _COUNTING),
    _no_quorum,
    reads_payload=True,
)
AT_QUORATE_MEETING: Final = Guard(
    "at_quorate_meeting",
    Label(
        "asia on käsitelty kokouksessa, joka on ollut päätösvaltainen",
        "ärendet har behandlats vid ett sammanträde som varit beslutfört",
        "it was handled at a meeting that had a quorum",
    ),
    _QUORUM,
    _at_meeting,
    reads_payload=True,
)
AT_MEETING: Final = Guard(
    "at_meeting",
    Label(
        "asia on käsitelty kokouksessa, joka on kirjattu",
        "ärendet har behandlats vid ett sammanträde som har antecknats",
        "it was handled at a meeting that is on record",
    ),
    (COUNTIES("13 § 2 mom.", Status.PRACTICE),),
    _at_meeting,
    reads_payload=True,
)
MAKER_ENTITLED: Final = Guard(
    "maker_entitled",
    Label(
        "aloitteen tekijä on ministeriö, tai esityksen tekijä on hyvinvointialue tai Helsingin kaupunki",
        "initiativet har tagits av ett ministerium, eller förslaget lagts fram av ett välfärdsområde eller Helsingfors "
        "stad",
        "a ministry makes the initiative, or a county or Helsinki the proposal",
    ),
    (*_INITIATIVES, UUSIMAA("17 § 2 mom.")),
    _maker_entitled,
    reads_payload=True,
)
INITIATIVE_WAITS: Final = Guard(
    "initiative_waits",
    Label(
        "aloite tai esitys on saapunut eikä sitä ole käsitelty",
        "initiativet eller förslaget har inkommit och har inte behandlats",
        "the initiative has been received and not been handled",
    ),
    _INITIATIVES,
    _initiative_waits,
    reads_payload=True,
)
MORE_INITIATIVES: Final = Guard(
    "more_initiatives",
    Label("muitakin aloitteita odottaa", "också andra initiativ väntar", "other initiatives wait"),
    _INITIATIVES,
    _more_initiatives,
    reads_payload=True,
)
