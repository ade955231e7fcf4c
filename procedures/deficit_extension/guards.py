"""Conditions of a decision on more time (HE 189/2025 vp), as far as the bill and what was told of it go."""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label
from procedures.deficit_extension.law import announcement, bill, taken_from
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE

_DECISIONS: Final = ("granted", "rejected")


def _year(offer: Offer, name: str) -> int:
    return int(str(offer.parameters.on(name, offer.law_on).value))


def _plan_approved(offer: Offer) -> bool:
    """Holds when the council has approved an economic plan."""
    return offer.case is not None and offer.case.has("economic_plan_approved")


def _necessary(offer: Offer) -> bool:
    """Holds when more time is found necessary for following the legislation."""
    return offer.payload.necessary is True


def _year_allowed(offer: Offer) -> bool:
    """Holds when the year is one to whose end time can be given under the rules of the day of the application."""
    year: int = offer.payload.cover_by.year
    return _year(offer, "first_cover_year") <= year <= _year(offer, "last_cover_year")


def _end_of_year(offer: Offer) -> bool:
    """Holds when the day is the last of its year."""
    day: date = offer.payload.cover_by
    return day.strftime("%m-%d") == str(offer.parameters.on("cover_day", offer.law_on).value)


def _heard_unless_as_applied(offer: Offer) -> bool:
    """Holds when the county was heard, or gets what it applied for."""
    applied = offer.case.every("application_made")[-1].data["cover_year"] if offer.case else None
    return (applied is not None and offer.payload.cover_by.year >= applied) or _county_heard(offer)


def _county_heard(offer: Offer) -> bool:
    """Holds when the county was heard."""
    return offer.case is not None and offer.case.has("county_heard")


def _reasons_stated(offer: Offer) -> bool:
    """Holds when the rejection says on what it rests."""
    return offer.payload.reasons is not None


def _follows(offer: Offer, later: str, *before: str) -> bool:
    """Says whether the newest of `later` came after every one of `before`."""
    newest = offer.case.last(later) if offer.case else None
    earlier = [event.version for fact in before for event in (offer.case.every(fact) if offer.case else ())]
    return newest is not None and newest.version > max(earlier, default=0)


def _to_be_served(offer: Offer) -> bool:
    """Holds when the newest decision has not been served."""
    return any(_follows(offer, decision, "decision_served") for decision in _DECISIONS)


def _not_appealed(offer: Offer) -> bool:
    """Holds when the newest decision has not been appealed."""
    return any(_follows(offer, decision, "appeal_made") for decision in _DECISIONS)


def _appeal_pending(offer: Offer) -> bool:
    """Holds when an appeal awaits its judgment."""
    return _follows(offer, "appeal_made", "appeal_dismissed", "decision_annulled")


def _time_is_over(offer: Offer) -> bool:
    """Holds when the day by which the deficit had to be covered has passed."""
    granted = offer.case.last("granted") if offer.case else None
    return granted is not None and date.fromisoformat(granted.data["cover_by"]) < offer.on


def _no_appeal_pending(offer: Offer) -> bool:
    """Holds when no appeal awaits its judgment."""
    return not _appeal_pending(offer)


def _remedy_time_over(offer: Offer) -> bool:
    """Holds when the decision stands: given up, judged, or served and the time for an appeal is over."""
    if any(_follows(offer, fact, *_DECISIONS) for fact in ("no_remedy_sought", "appeal_dismissed")):
        return True
    running = [one for one in (offer.case.open_deadlines if offer.case else ()) if one.name == "appeal"]
    return _follows(offer, "decision_served", *_DECISIONS) and all(one.due < offer.on for one in running)


PLAN_APPROVED: Final = Guard(
    "plan_approved",
    Label(
        "aluevaltuusto on hyväksynyt taloussuunnitelman",
        "välfärdsområdesfullmäktige har godkänt ekonomiplanen",
        "the county council has approved the economic plan",
    ),
    (bill(),),
    _plan_approved,
)
NECESSARY: Final = Guard(
    "necessary",
    Label(
        "lisäaika on välttämätön lainsäädännön noudattamiseksi",
        "den förlängda tiden är nödvändig för att lagstiftningen ska kunna följas",
        "more time is necessary for following the legislation",
    ),
    (bill(), announcement()),
    _necessary,
    reads_payload=True,
)
YEAR_ALLOWED: Final = Guard(
    "year_allowed",
    Label(
        "vuosi on sellainen, jonka loppuun aikaa voi pidentää",
        "året är ett sådant till vars utgång tiden kan förlängas",
        "the year is one to whose end the time can be extended",
    ),
    (bill(), announcement()),
    _year_allowed,
    reads_payload=True,
)
END_OF_YEAR: Final = Guard(
    "end_of_year",
    Label("aikaa annetaan vuoden loppuun", "tiden ges till utgången av ett år", "time is given to the end of a year"),
    (bill(),),
    _end_of_year,
    reads_payload=True,
)
HEARD_UNLESS_AS_APPLIED: Final = Guard(
    "heard_unless_as_applied",
    Label(
        "hyvinvointialuetta on kuultu, tai se saa hakemansa ajan",
        "välfärdsområdet har hörts eller får den tid som det ansökt om",
        "the county was heard, or gets the time that it applied for",
    ),
    (taken_from(ADMINISTRATION, "34 §"),),
    _heard_unless_as_applied,
    reads_payload=True,
)
COUNTY_HEARD: Final = Guard(
    "county_heard",
    Label("hyvinvointialuetta on kuultu", "välfärdsområdet har hörts", "the county was heard"),
    (taken_from(ADMINISTRATION, "34 §"),),
    _county_heard,
)
REASONS_STATED: Final = Guard(
    "reasons_stated",
    Label("hylkääminen on perusteltu", "avslaget har motiverats", "the rejection states its grounds"),
    (taken_from(ADMINISTRATION, "45 § 1 mom."),),
    _reasons_stated,
    reads_payload=True,
)
TO_BE_SERVED: Final = Guard(
    "to_be_served",
    Label(
        "uusin päätös on antamatta tiedoksi",
        "det senaste beslutet har inte delgetts",
        "the newest decision has not been served yet",
    ),
    (taken_from(ADMINISTRATION, "54 § 1 mom."),),
    _to_be_served,
)
NOT_APPEALED: Final = Guard(
    "not_appealed",
    Label("päätöksestä ei ole valitettu", "beslutet har inte överklagats", "the decision has not been appealed yet"),
    (taken_from(COURT_PROCEDURE, "8 § 1 mom."),),
    _not_appealed,
)
APPEAL_PENDING: Final = Guard(
    "appeal_pending",
    Label("valitus on vireillä", "besvär är anhängiga", "an appeal is pending"),
    (taken_from(COURT_PROCEDURE, "8 § 1 mom."),),
    _appeal_pending,
)
TIME_IS_OVER: Final = Guard(
    "time_is_over",
    Label("lisäaika on päättynyt", "den förlängda tiden har gått ut", "the extended time is over"),
    (bill(), taken_from(COUNTIES, "123 § 1 mom. 1 kohta")),
    _time_is_over,
)
NO_APPEAL_PENDING: Final = Guard(
    "no_appeal_pending",
    Label("valitusta ei ole vireillä", "inga besvär är anhängiga", "no appeal is pending"),
    (taken_from(COURT_PROCEDURE, "8 § 1 mom."),),
    _no_appeal_pending,
)
REMEDY_TIME_OVER: Final = Guard(
    "remedy_time_over",
    Label(
        "päätös on annettu tiedoksi ja aika hakea siihen muutosta on päättynyt, tai muutosta ei haeta",
        "beslutet har delgetts och tiden för att söka ändring har gått ut, eller ändring söks inte",
        "the decision was served and the time to seek a remedy is over, or none is sought",
    ),
    (taken_from(ADMINISTRATION, "54 § 1 mom."), taken_from(COURT_PROCEDURE, "13 § 2 mom.")),
    _remedy_time_over,
)
