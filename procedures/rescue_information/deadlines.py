"""The days of a round, set by decree in the year after the one reported on; the act sets none for the ministry."""

from __future__ import annotations

from dataclasses import dataclass

from engine.counting import DeadlineKind, SetDay
from engine.declaration import DeadlineRule
from engine.law import Label
from procedures.rescue_information.law import Law


@dataclass(frozen=True, slots=True)
class Days:
    """The three time limits of a round under one version of the law."""

    county_reports: DeadlineRule
    regional_assessments: DeadlineRule
    national_assessment: DeadlineRule

    @property
    def all(self) -> tuple[DeadlineRule, ...]:
        """All three, in their order in the year."""
        return (self.county_reports, self.regional_assessments, self.national_assessment)


def days(law: Law) -> Days:
    """Gives the time limits as this version of the law knows them."""
    return Days(
        _rule(
            "county_reports",
            Label("hyvinvointialueiden selvitykset", "välfärdsområdenas redogörelser", "county reports"),
            "county_report_day",
            law,
            "7 §",
        ),
        _rule(
            "regional_assessments",
            Label(
                "hyvinvointialueittaiset asiantuntija-arviot",
                "expertbedömningarna per välfärdsområde",
                "regional expert assessments",
            ),
            "regional_assessment_day",
            law,
            "9 §",
        ),
        _rule(
            "national_assessment",
            Label(
                "valtakunnallinen asiantuntija-arvio",
                "den riksomfattande expertbedömningen",
                "national expert assessment",
            ),
            "national_assessment_day",
            law,
            "11 §",
        ),
    )


def _rule(rule_id: str, label: Label, parameter: str, law: Law, section: str) -> DeadlineRule:
    return DeadlineRule(
        rule_id,
        label,
        DeadlineKind.FIXED,
        SetDay(parameter, year_after="year", years_later=1),
        (law.decree(section),),
        reminders_days=(-30, -7, 1),
    )
