"""The days of a round. The act sets none, so each is the day that the ministries' own document states."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule
from engine.law import Basis, Label, Status
from procedures.statutes import ADMINISTRATION, COUNTIES

_NO_DAY: Final = Label(
    "laissa ei säädetä päivää; ministeriöt asettavat sen",
    "dagen regleras inte i lag; ministerierna bestämmer den",
    "the law sets no day; the ministries do",
)
_REPLY: Final = ADMINISTRATION("33 §", Status.SECONDARY)


def _stated(rule_id: str, label: Label, field: str, *basis: Basis, reminders: tuple[int, ...]) -> DeadlineRule:
    return DeadlineRule(rule_id, label, DeadlineKind.AGREED, Stated(field), (*basis, _REPLY), reminders_days=reminders)


def _unregulated(section: str) -> Basis:
    return COUNTIES(section, Status.PRACTICE, _NO_DAY)


SERVICES_REPORT: Final = _stated(
    "services_report",
    Label(
        "sosiaali- ja terveydenhuollon selvityksen pyydetty päivä",
        "den begärda dagen för redogörelsen för social- och hälsovården",
        "day asked for: report on health and social services",
    ),
    "services_report_by",
    _unregulated("13 a § 4 mom."),
    reminders=(-7, 1),
)
RESCUE_REPORT: Final = _stated(
    "rescue_report",
    Label(
        "pelastustoimen selvityksen pyydetty päivä",
        "den begärda dagen för redogörelsen för räddningsväsendet",
        "day asked for: report on rescue services",
    ),
    "rescue_report_by",
    _unregulated("13 a § 4 mom."),
    reminders=(-7, 1),
)
NEGOTIATION_DAY: Final = DeadlineRule(
    "negotiation_day",
    Label("neuvottelupäivä", "förhandlingsdag", "day of the negotiation"),
    DeadlineKind.AGREED,
    Stated("meeting_on"),
    (_unregulated("13 a § 1 mom."),),
    reminders_days=(-14, -3),
)
DRAFT_COMMENTS: Final = _stated(
    "draft_comments",
    Label(
        "hyvinvointialueen kommentit asiakirjaluonnokseen",
        "välfärdsområdets kommentarer till utkastet till dokument",
        "the county's comments on the draft of the document",
    ),
    "comments_by",
    _unregulated("13 a § 5 mom."),
    reminders=(-3, 1),
)
ANSWERS: Final = DeadlineRule(
    "answers",
    Label(
        "toimenpidesuosituksiin vastaava selvitys",
        "den redogörelse som besvarar åtgärdsrekommendationerna",
        "county report that answers the recommendations",
    ),
    DeadlineKind.AGREED,
    Stated("answers_by"),
    (_unregulated("13 a § 3 mom."),),
    reminders_days=(-30, -7),
)
