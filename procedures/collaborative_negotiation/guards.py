"""Conditions of a round: who must take part, what must have been evaluated and handled."""

from __future__ import annotations

from functools import partial
from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import ADMINISTRATION, COLLABORATIVE_AREAS, MIDTERM_SESSION_2025, SERVICES

_AGENDAS: Final = ("round_planned", "mandate_recorded", "round_set")


def _on_agenda(case: Case, field: str) -> set[str]:
    """Gives what the plan, the Government and the ministry have put on the round's agenda."""
    return {item for fact_id in _AGENDAS for event in case.every(fact_id) for item in event.data[field]}


def _done(case: Case, fact_id: str, field: str) -> set[str]:
    """Gives what the recorded facts of one kind say in a field, taken together."""
    return {item for event in case.every(fact_id) for item in event.data[field]}


def _of_the_round(offer: Offer) -> bool:
    """Holds when the year is that of the round, where one has been named."""
    years = [event.data["year"] for fact_id in _AGENDAS for event in (offer.case.every(fact_id) if offer.case else ())]
    return not years or offer.payload.year == years[0]


def _days_set(offer: Offer) -> bool:
    """Holds when the day of the negotiation is stated."""
    return offer.payload.meeting_on is not None


def _material_before_meeting(offer: Offer) -> bool:
    """Holds unless the material is asked for later than the negotiation."""
    material_by, meeting_on = offer.payload.material_by, offer.payload.meeting_on
    return material_by is None or meeting_on is None or material_by <= meeting_on


def _mandate_says_something(offer: Offer) -> bool:
    """Holds when the order names a theme, something to evaluate, or a day."""
    payload = offer.payload
    return bool(payload.themes or payload.aspects or payload.assess_by or payload.confirm_by or payload.text)


def _ordered_already(offer: Offer) -> bool:
    """Holds unless the order is said to be of a later day than its recording."""
    return offer.payload.ordered_on is None or offer.payload.ordered_on <= offer.on


def _reply_day_stated(offer: Offer) -> bool:
    """Holds when the request says by which day, and that day has not gone."""
    return offer.payload.reply_by is not None and offer.payload.reply_by >= offer.on


def _having_delivered(case: Case | None) -> set[str]:
    return {event.data["party"] for event in case.every("material_delivered")} if case else set()


def _last_material(offer: Offer) -> bool:
    """Holds when every other county has delivered its material."""
    if offer.case is None:
        return False
    return set(offer.case.opening.partners) <= _having_delivered(offer.case) | {offer.payload.party}


def _attendance_stated(offer: Offer) -> bool:
    """Holds when it is stated who took part."""
    return bool(offer.payload.attended)


def _led_by_ministry(offer: Offer) -> bool:
    """Holds when the ministry that negotiates took part itself."""
    return not offer.payload.attended or "STM" in offer.payload.attended


def _members_took_part(offer: Offer) -> bool:
    """Holds when each county of the area has taken part in a meeting of the round, or it is said why one has not."""
    case = offer.case
    attended = _done(case, "meeting_held", "attended") if case else set()
    return case is not None and (set(case.opening.partners) <= attended or _absence_explained(offer))


def _took_part(code: str, offer: Offer) -> bool:
    """Holds when a ministry has taken part in a meeting of the round, or it is said why it has not."""
    attended = _done(offer.case, "meeting_held", "attended") if offer.case else set()
    return code in attended or _absence_explained(offer)


def _absence_explained(offer: Offer) -> bool:
    # The law does not say that a round without one of them is void, so an absence is explained and does not block.
    return offer.payload.absence_grounds is not None


def _aspect_named(offer: Offer) -> bool:
    """Holds when it is said whether the preparation or the implementation was evaluated."""
    return bool(offer.payload.aspects)


def _all_evaluated_now(offer: Offer) -> bool:
    """Holds when this evaluation completes what the round was to evaluate."""
    if offer.case is None:
        return False
    done = _done(offer.case, "agreement_evaluated", "aspects") | set(offer.payload.aspects)
    return _on_agenda(offer.case, "aspects") <= done


def _evaluated(offer: Offer) -> bool:
    """Holds when the agreement has been evaluated in the negotiation."""
    return offer.case is not None and offer.case.has("agreement_evaluated")


def _aspects_evaluated(offer: Offer) -> bool:
    """Holds when everything that the round was to evaluate has been evaluated."""
    case = offer.case
    return case is not None and _on_agenda(case, "aspects") <= _done(case, "agreement_evaluated", "aspects")


def _themes_handled(offer: Offer) -> bool:
    """Holds when every theme on the agenda has been handled in a meeting."""
    case = offer.case
    return case is not None and _on_agenda(case, "themes") <= _done(case, "meeting_held", "themes")


_YEARLY: Final = SERVICES("37 § 4 mom.")
_ORDER: Final = MIDTERM_SESSION_2025("6 ja 7 kohta", Status.PRACTICE)

OF_THE_ROUND: Final = Guard(
    "of_the_round",
    Label(
        "vuosi on neuvottelukierroksen vuosi",
        "året är förhandlingsomgångens år",
        "the year is that of the round",
    ),
    (_YEARLY,),
    _of_the_round,
    reads_payload=True,
)
DAYS_SET: Final = Guard(
    "days_set",
    Label(
        "neuvottelun päivä on asetettu", "dagen för förhandlingen är fastställd", "the day of the negotiation is set"
    ),
    (SERVICES("37 § 4 mom.", Status.PRACTICE),),
    _days_set,
    reads_payload=True,
)
MATERIAL_BEFORE_MEETING: Final = Guard(
    "material_before_meeting",
    Label(
        "aineisto pyydetään viimeistään neuvottelupäiväksi",
        "materialet begärs senast till förhandlingsdagen",
        "the material is asked for by the day of the negotiation at the latest",
    ),
    (SERVICES("37 § 4 mom.", Status.PRACTICE),),
    _material_before_meeting,
    reads_payload=True,
)
MANDATE_SAYS_SOMETHING: Final = Guard(
    "mandate_says_something",
    Label(
        "toimeksiannosta käy ilmi painopiste, arvioinnin kohde tai ajankohta",
        "av uppdraget framgår en prioritering, vad som ska bedömas eller en tidpunkt",
        "the order names a theme, something to evaluate, or a time",
    ),
    (_ORDER,),
    _mandate_says_something,
    reads_payload=True,
)
ORDERED_ALREADY: Final = Guard(
    "ordered_already",
    Label(
        "toimeksianto on annettu viimeistään kirjauspäivänä",
        "uppdraget har getts senast den dag det antecknas",
        "the order was given by the day of its recording",
    ),
    (_ORDER,),
    _ordered_already,
    reads_payload=True,
)
REPLY_DAY_STATED: Final = Guard(
    "reply_day_stated",
    Label(
        "pyynnössä on määräpäivä, joka ei ole mennyt",
        "i begäran anges en dag som inte har passerat",
        "the request states a day by which to reply that has not gone",
    ),
    (ADMINISTRATION("33 §"),),
    _reply_day_stated,
    reads_payload=True,
)
ATTENDANCE_STATED: Final = Guard(
    "attendance_stated",
    Label("osallistujat on kirjattu", "deltagarna har antecknats", "it is stated who took part"),
    (_YEARLY,),
    _attendance_stated,
    reads_payload=True,
)
LED_BY_MINISTRY: Final = Guard(
    "led_by_ministry",
    Label(
        "sosiaali- ja terveysministeriö on neuvottelun osapuolena",
        "social- och hälsovårdsministeriet är part i förhandlingen",
        "the Ministry of Social Affairs and Health takes part in the negotiation",
    ),
    (_YEARLY,),
    _led_by_ministry,
    reads_payload=True,
)
MEMBERS_TOOK_PART: Final = Guard(
    "members_took_part",
    Label(
        "kaikki yhteistyöalueen hyvinvointialueet (ja HUS-yhtymä ja Helsingin kaupunki jäseninä) ovat osallistuneet, "
        "tai poissaolon syy on kirjattu",
        "alla välfärdsområden i samarbetsområdet (även HUS-sammanslutningen och Helsingfors stad som medlemmar) har "
        "deltagit, eller orsaken till frånvaron har antecknats",
        "every county of the area (HUS and Helsinki where they are members) has taken part, or it is said why not",
    ),
    (_YEARLY, SERVICES("37 § 6 mom."), SERVICES("1 § 3–4 mom."), COLLABORATIVE_AREAS("1 §")),
    _members_took_part,
    reads_payload=True,
)
VM_TOOK_PART: Final = Guard(
    "vm_took_part",
    Label(
        "valtiovarainministeriö on osallistunut, tai poissaolon syy on kirjattu",
        "finansministeriet har deltagit, eller orsaken till frånvaron har antecknats",
        "the Ministry of Finance has taken part, or it is said why not",
    ),
    (_YEARLY,),
    partial(_took_part, "VM"),
    reads_payload=True,
)
SM_TOOK_PART: Final = Guard(
    "sm_took_part",
    Label(
        "sisäministeriö on osallistunut, tai poissaolon syy on kirjattu",
        "inrikesministeriet har deltagit, eller orsaken till frånvaron har antecknats",
        "the Ministry of the Interior has taken part, or it is said why not",
    ),
    (_YEARLY,),
    partial(_took_part, "SM"),
    reads_payload=True,
)
ASPECT_NAMED: Final = Guard(
    "aspect_named",
    Label(
        "arvioinnin kohde on nimetty (valmistelu, toimeenpano)",
        "vad som bedömts har angetts (beredning, genomförande)",
        "what was evaluated is named (preparation, implementation)",
    ),
    (_YEARLY, _ORDER),
    _aspect_named,
    reads_payload=True,
)
EVALUATED: Final = Guard(
    "evaluated",
    Label(
        "yhteistyösopimuksen toteutuminen on arvioitu",
        "samarbetsavtalets fullgörande har bedömts",
        "how the agreement is carried out has been evaluated",
    ),
    (_YEARLY,),
    _evaluated,
)
ASPECTS_EVALUATED: Final = Guard(
    "aspects_evaluated",
    Label(
        "kaikki kierrokselle määrätyt arvioinnin kohteet (valmistelu, toimeenpano) on arvioitu",
        "allt som omgången skulle bedöma (beredning, genomförande) har bedömts",
        "all that the round was to evaluate (preparation, implementation) has been evaluated",
    ),
    (_ORDER,),
    _aspects_evaluated,
)
THEMES_HANDLED: Final = Guard(
    "themes_handled",
    Label(
        "kaikki kierroksen painopisteet on käsitelty",
        "alla omgångens prioriteringar har behandlats",
        "every theme of the round has been handled",
    ),
    (_ORDER,),
    _themes_handled,
)

LAST_MATERIAL: Final = Guard(
    "last_material",
    Label(
        "muiden hyvinvointialueiden aineisto on jo toimitettu",
        "de andra välfärdsområdenas material har redan lämnats",
        "the other counties' material has been delivered already",
    ),
    (SERVICES("37 § 4 mom.", Status.PRACTICE),),
    _last_material,
    reads_payload=True,
)
ALL_EVALUATED_NOW: Final = Guard(
    "all_evaluated_now",
    Label(
        "arviointi kattaa kaiken, mitä kierroksella oli arvioitava",
        "bedömningen omfattar allt som omgången skulle bedöma",
        "the evaluation completes what the round was to evaluate",
    ),
    (_ORDER,),
    _all_evaluated_now,
    reads_payload=True,
)
