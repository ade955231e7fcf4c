"""Conditions of a change of law (731/1999 49, 71, 72, 77–79 §)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import CONSTITUTION, PARLIAMENT_PROCEDURE

_GROUNDS: Final = {
    "in_preparation": ("given_up",),
    "in_parliament": ("elections",),
    "returned": ("elections", "not_adopted_again"),
}
"""On which grounds a change can lapse in each state."""


def _bill_named(offer: Offer) -> bool:
    """Holds when the bill is named by its number."""
    return offer.payload.bill is not None


def _before_report(offer: Offer) -> bool:
    """Holds while the committee has not given its report."""
    return offer.case is not None and not offer.case.has("committee_reported")


def _report_given(offer: Offer) -> bool:
    """Holds when the committee has reported since the act last came to Parliament."""
    case = offer.case
    if case is None:
        return False
    report, returned = case.last("committee_reported"), case.last("not_confirmed")
    return report is not None and (returned is None or report.version > returned.version)


def _second_reading_day(offer: Offer) -> bool:
    """Holds when the decision came on the third day after the first reading ended or later, where that day is told."""
    ended = offer.payload.first_reading_ended_on
    days = int(str(offer.parameters.on("second_reading_days", offer.law_on).value))
    return ended is None or offer.on >= ended + timedelta(days=days)


def _lapse_ground(offer: Offer) -> bool:
    """Holds when the ground is named and is one of those that fit where the change stands."""
    return offer.case is not None and offer.payload.ground in _GROUNDS.get(offer.case.state, ())


def _number_named(offer: Offer) -> bool:
    """Holds when the act is named by its number in the statute book."""
    return offer.payload.act_number is not None


def _entry_day_stated(offer: Offer) -> bool:
    """Holds when the act states its day of entry into force or leaves it to a decree."""
    return bool(offer.payload.in_force_on or offer.payload.by_decree)


def _entry_day_come(offer: Offer) -> bool:
    """Holds on the day that the act states, or of its publication where that is later; any day set by decree."""
    published = offer.case.last("published") if offer.case else None
    if published is None:
        return False
    stated = published.data["in_force_on"]
    if stated is None:
        return offer.on >= published.effective_on
    return bool(offer.on.isoformat() == max(stated, published.effective_on.isoformat()))


BILL_NAMED: Final = Guard(
    "bill_named",
    Label(
        "hallituksen esitys on yksilöity numerolla",
        "propositionen har angetts med nummer",
        "the bill is named by its number",
    ),
    (CONSTITUTION("70 §", Status.PRACTICE),),
    _bill_named,
    reads_payload=True,
)
BEFORE_REPORT: Final = Guard(
    "before_report",
    Label(
        "asiaa valmistellut valiokunta ei ole vielä antanut mietintöään",
        "det utskott som bereder saken har inte gett sitt betänkande",
        "the committee has not given its report yet",
    ),
    (CONSTITUTION("71 §"),),
    _before_report,
)
REPORT_GIVEN: Final = Guard(
    "report_given",
    Label(
        "valiokunta on antanut asiasta mietintönsä",
        "utskottet har gett sitt betänkande i saken",
        "the committee has given its report",
    ),
    (CONSTITUTION("72 § 1 mom."), CONSTITUTION("78 §")),
    _report_given,
)
SECOND_READING_DAY: Final = Guard(
    "second_reading_day",
    Label(
        "toinen käsittely pidetään aikaisintaan kolmantena päivänä ensimmäisen käsittelyn päätyttyä",
        "den andra behandlingen hålls tidigast den tredje dagen efter det att den första behandlingen har avslutats",
        "the second reading is held on the third day after the first reading ended at the earliest",
    ),
    (CONSTITUTION("72 § 2 mom."), PARLIAMENT_PROCEDURE("53 §")),
    _second_reading_day,
    reads_payload=True,
)
LAPSE_GROUND: Final = Guard(
    "lapse_ground",
    Label(
        "raukeamisen peruste on yksilöity ja mahdollinen tässä vaiheessa: ennen esitystä luopuminen, eduskunnassa "
        "vaalit, vahvistamatta jääneessä laissa vaalit tai se, ettei lakia hyväksytty uudelleen",
        "grunden för att ärendet förfaller har angetts och är möjlig i detta skede: före propositionen att man "
        "avstått, i riksdagen val, för en lag som inte stadfästs val eller att lagen inte godkänts på nytt",
        "the ground is named and possible at this stage: given up before a bill; elections in Parliament; for an act "
        "not confirmed, elections or that it was not adopted again",
    ),
    (CONSTITUTION("49 § 1 mom."), CONSTITUTION("77 § 2 mom.")),
    _lapse_ground,
    reads_payload=True,
)
NUMBER_NAMED: Final = Guard(
    "number_named",
    Label(
        "laki on yksilöity säädöskokoelman numerolla",
        "lagen har angetts med sitt nummer i författningssamlingen",
        "the act is named by its number in the statute book",
    ),
    (CONSTITUTION("79 § 2 mom.", Status.PRACTICE),),
    _number_named,
    reads_payload=True,
)
ENTRY_DAY_STATED: Final = Guard(
    "entry_day_stated",
    Label(
        "laista käy ilmi, milloin se tulee voimaan, tai voimaantulosta säädetään asetuksella",
        "av lagen framgår när den träder i kraft, eller så bestäms ikraftträdandet genom förordning",
        "the act states when it enters into force, or leaves that to a decree",
    ),
    (CONSTITUTION("79 § 3 mom."),),
    _entry_day_stated,
    reads_payload=True,
)
ENTRY_DAY_COME: Final = Guard(
    "entry_day_come",
    Label(
        "laki tulee voimaan säädettynä päivänä, tai julkaisemispäivänä, jos se julkaistiin myöhemmin",
        "lagen träder i kraft den bestämda dagen, eller dagen för publiceringen om den publicerades senare",
        "the act enters into force on the day it states, or on that of its publication where that is later",
    ),
    (CONSTITUTION("79 § 3 mom."),),
    _entry_day_come,
)
