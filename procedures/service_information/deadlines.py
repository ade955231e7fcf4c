"""The days of a round. A decree could set them (29 § 4 mom., 30 § 3 mom.); none was found, so each is a stated one."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule
from engine.law import Label, Status
from procedures.statutes import SERVICES

_NO_DECREE: Final = Label(
    "päivän voi säätää ministeriön asetuksella; asetusta ei löydetty, joten päivä on ministeriön ilmoittama",
    "dagen får föreskrivas genom förordning av ministeriet; någon förordning hittades inte, så dagen är den som "
    "ministeriet meddelat",
    "a decree of the ministry may set the day; none was found, so it is the day that the ministry states",
)
_NO_DAY: Final = Label(
    "laissa on vain ”vuosittain”; päivä on ministeriön itselleen asettama",
    "lagen säger endast ”årligen”; dagen har ministeriet satt för sig självt",
    "the act says only “yearly”; the ministry sets itself the day",
)


def _stated(rule_id: str, label: Label, field: str, section: str, note: Label) -> DeadlineRule:
    return DeadlineRule(
        rule_id,
        label,
        DeadlineKind.AGREED,
        Stated(field),
        (SERVICES(section, Status.UNSETTLED, note),),
        reminders_days=(-30, -7, 1),
    )


COUNTY_REPORTS: Final = _stated(
    "county_reports",
    Label("hyvinvointialueiden selvitykset", "välfärdsområdenas redogörelser", "county reports"),
    "county_reports_by",
    "29 § 4 mom.",
    _NO_DECREE,
)
ACCOUNTS_OF_EQUALITY: Final = _stated(
    "accounts_of_equality",
    Label(
        "valvontaviranomaisten selvitykset yhdenvertaisuudesta",
        "tillsynsmyndigheternas redogörelser för jämlikheten",
        "supervisors' accounts of equality",
    ),
    "accounts_by",
    "30 § 3 mom.",
    _NO_DECREE,
)
EXPERT_ASSESSMENTS: Final = _stated(
    "expert_assessments",
    Label("asiantuntija-arviot", "expertbedömningarna", "expert assessments"),
    "assessments_by",
    "30 § 3 mom.",
    _NO_DECREE,
)
NATIONAL_REPORT: Final = _stated(
    "national_report",
    Label("ministeriön vuosittainen selvitys", "ministeriets årliga redogörelse", "ministry's yearly report"),
    "national_report_by",
    "31 §",
    _NO_DAY,
)
ALL: Final = (COUNTY_REPORTS, ACCOUNTS_OF_EQUALITY, EXPERT_ASSESSMENTS, NATIONAL_REPORT)
