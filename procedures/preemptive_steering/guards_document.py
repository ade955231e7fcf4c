"""Conditions of the document, of the follow-up by its timetable and of the end (611/2021 13 b § 3 mom.)."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import pairwise
from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.preemptive_steering.facts import Content
from procedures.statutes import COUNTIES


def _content_stated(content: Content, offer: Offer) -> bool:
    """Holds when the document is said to hold this content."""
    return content in offer.payload.contents


def _timetable_stated(offer: Offer) -> bool:
    """Holds when the timetable has at least one day, each after the document's own and after the one before it."""
    days = [offer.on, *offer.payload.reporting_days]
    return len(days) > 1 and all(earlier < later for earlier, later in pairwise(days))


def _first_day_stated(offer: Offer) -> bool:
    """Holds when the next report is said to fall due on the first day of the timetable, if there is one."""
    days = offer.payload.reporting_days
    return not days or offer.payload.next_report_by == days[0]


def _views_reconciled(offer: Offer) -> bool:
    """Holds when the views of both other ministries are said to be reconciled."""
    return set(offer.payload.views_of) == {"STM", "SM"}


def _address_given(offer: Offer) -> bool:
    """Holds when an address in the public network is given."""
    address = offer.payload.address or ""
    return address.startswith(("https://", "http://"))


def _decision_said(offer: Offer) -> bool:
    """Holds when the county's decision is recorded by its extent or in words."""
    return offer.payload.extent is not None or offer.payload.decision is not None


def _report_placed(offer: Offer) -> bool:
    """Holds when no report is due, or the report says which of the due days it answers."""
    running = {one.due for one in (offer.case.open_deadlines if offer.case else ()) if one.name == "reporting_day"}
    return not running or offer.payload.answers in running


def _next_day_by_document(offer: Offer) -> bool:
    """Holds when the next report is said to fall due on the document's next day, or there is none and none is said."""
    answered: date = offer.payload.answers or offer.on
    following = [day for day in _timetable(offer.case) if day > answered]
    expected = following[0] if following else None
    return bool(offer.payload.next_report_by == expected)


def _timetable(case: Case | None) -> list[date]:
    events = (*case.every("document_drawn_up"), *case.every("timetable_changed")) if case else ()
    newest = max(events, key=lambda event: event.version, default=None)
    return [date.fromisoformat(day) for day in newest.data["reporting_days"]] if newest else []


def _outcome_said(offer: Offer) -> bool:
    """Holds when it is said whether the recommendations were followed."""
    return offer.payload.outcome is not None


def _procedure_named(offer: Offer) -> bool:
    """Holds when the procedure in which the matter goes on is named."""
    return offer.payload.procedure is not None


def _content(guard_id: str, content: Content, label: Label) -> Guard:
    return Guard(guard_id, label, (COUNTIES("13 b § 3 mom."),), partial(_content_stated, content), reads_payload=True)


MATTERS_STATED: Final = _content(
    "matters_stated",
    "matters",
    Label(
        "asiakirjassa todetaan menettelyssä käsitellyt asiat",
        "i dokumentet antecknas vilka frågor som har behandlats i förfarandet",
        "the document states the matters handled in the procedure",
    ),
)
OUTCOME_STATED: Final = _content(
    "outcome_stated",
    "outcome",
    Label(
        "asiakirjassa todetaan, mihin neuvotteluissa on päädytty",
        "i dokumentet antecknas vad parterna har kommit fram till i förhandlingarna",
        "the document states what the negotiations came to",
    ),
)
FINANCE_RECOMMENDATIONS_STATED: Final = _content(
    "finance_recommendations_stated",
    "finance_recommendations",
    Label(
        "asiakirjassa todetaan talouden tervehdyttämistä koskevat toimenpidesuositukset",
        "i dokumentet antecknas åtgärdsrekommendationerna för sanering av ekonomin",
        "the document states the measure recommendations on restoring finances",
    ),
)
SERVICE_RECOMMENDATIONS_STATED: Final = _content(
    "service_recommendations_stated",
    "service_recommendations",
    Label(
        "asiakirjassa todetaan palvelujen järjestämisen turvaamista koskevat toimenpidesuositukset",
        "i dokumentet antecknas åtgärdsrekommendationerna för tryggande av ordnandet av tjänster",
        "the document states the measure recommendations on securing services",
    ),
)
FOLLOW_UP_STATED: Final = _content(
    "follow_up_stated",
    "follow_up",
    Label(
        "asiakirjassa todetaan suositusten toteuttamisen seuranta",
        "i dokumentet antecknas uppföljningen av genomförandet av rekommendationerna",
        "the document states how the recommendations are followed up",
    ),
)
TIMETABLE_STATED: Final = Guard(
    "timetable_stated",
    Label(
        "raportointiaikataulussa on vähintään yksi päivä, ja päivät ovat järjestyksessä asiakirjan päivän jälkeen",
        "rapporteringstidtabellen har minst en dag, och dagarna följer i ordning efter dokumentets dag",
        "the reporting timetable has at least one day, and its days follow in order after the document's own",
    ),
    (COUNTIES("13 b § 3 mom."),),
    _timetable_stated,
    reads_payload=True,
)
FIRST_DAY_STATED: Final = Guard(
    "first_day_stated",
    Label(
        "seuraava raportointipäivä (next_report_by) on aikataulun ensimmäinen päivä",
        "följande rapporteringsdag (next_report_by) är tidtabellens första dag",
        "the next reporting day (next_report_by) is the timetable's first day",
    ),
    (COUNTIES("13 b § 3 mom."),),
    _first_day_stated,
    reads_payload=True,
)
VIEWS_RECONCILED: Final = Guard(
    "views_reconciled",
    Label(
        "sosiaali- ja terveysministeriön ja sisäministeriön näkemykset on sovitettu yhteen",
        "social- och hälsovårdsministeriets och inrikesministeriets synpunkter har samordnats",
        "the views of both other ministries are reconciled",
    ),
    (
        COUNTIES("11 § 1 mom."),
        COUNTIES(
            "13 b § 3 mom.",
            Status.SECONDARY,
            Label(
                "HE 78/2024 vp: suosituksissa sovitetaan yhteen eri ministeriöiden näkemykset",
                "RP 78/2024 rd: i rekommendationerna samordnas de olika ministeriernas synpunkter",
                "HE 78/2024: the recommendations reconcile the views of the ministries",
            ),
        ),
    ),
    _views_reconciled,
    reads_payload=True,
)
ADDRESS_GIVEN: Final = Guard(
    "address_given",
    Label(
        "asiakirjan osoite julkisessa tietoverkossa on kirjattu",
        "dokumentets adress i det allmänna datanätet har antecknats",
        "the document's address in the public network is recorded",
    ),
    (COUNTIES("13 b § 3 mom."),),
    _address_given,
    reads_payload=True,
)
DECISION_SAID: Final = Guard(
    "decision_said",
    Label(
        "on kirjattu, missä määrin suosituksia noudatetaan, tai päätös sanoin",
        "det har antecknats i vilken mån rekommendationerna följs, eller beslutet i ord",
        "it is recorded how far the recommendations are followed, or the decision in words",
    ),
    (COUNTIES("13 b § 3 mom.", Status.PRACTICE),),
    _decision_said,
    reads_payload=True,
)
REPORT_PLACED: Final = Guard(
    "report_placed",
    Label(
        "on kirjattu, mihin raportointipäivään raportti vastaa (answers)",
        "det har antecknats vilken rapporteringsdag rapporten gäller (answers)",
        "it is recorded which reporting day the report answers (answers)",
    ),
    (COUNTIES("13 b § 3 mom."),),
    _report_placed,
    reads_payload=True,
)
NEXT_DAY_BY_DOCUMENT: Final = Guard(
    "next_day_by_document",
    Label(
        "seuraava raportointipäivä (next_report_by) on asiakirjan aikataulun seuraava päivä, jos sellainen on",
        "följande rapporteringsdag (next_report_by) är följande dag i dokumentets tidtabell, om en sådan finns",
        "the next reporting day (next_report_by) is the next one of the document's timetable, if there is one",
    ),
    (COUNTIES("13 b § 3 mom."),),
    _next_day_by_document,
    reads_payload=True,
)
OUTCOME_SAID: Final = Guard(
    "outcome_said",
    Label(
        "on kirjattu, onko toimenpidesuosituksia noudatettu",
        "det har antecknats om åtgärdsrekommendationerna har följts",
        "it is recorded whether the recommendations were followed",
    ),
    (COUNTIES("13 b §", Status.PRACTICE),),
    _outcome_said,
    reads_payload=True,
)
PROCEDURE_NAMED: Final = Guard(
    "procedure_named",
    Label(
        "menettely, johon siirrytään, on nimetty",
        "förfarandet till vilket ärendet överförs har angetts",
        "the procedure in which the matter goes on is named",
    ),
    (COUNTIES("13 b §", Status.PRACTICE),),
    _procedure_named,
    reads_payload=True,
)
