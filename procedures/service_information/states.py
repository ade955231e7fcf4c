"""Where a round can stand, and whose turn it is there. The act names no states: all are this model's."""

from __future__ import annotations

from typing import Final

from engine.declaration import State, TaskRule
from engine.law import Basis, Label, Status
from procedures.roles import STM
from procedures.statutes import SERVICES

_PRACTICE: Final = Status.PRACTICE
CLOSED: Final = State("closed", Label("päätetty", "avslutat", "closed"), final=True, status=_PRACTICE)
DISCONTINUED: Final = State(
    "discontinued", Label("rauennut", "förfallet", "discontinued"), final=True, status=_PRACTICE, void=True
)
REPORTED: Final = State(
    "reported",
    Label("ministeriön selvitys julkaistu", "ministeriets redogörelse offentliggjord", "ministry's report published"),
    status=_PRACTICE,
    tasks=(
        TaskRule(
            "close_round",
            Label("päätä tiedontuotannon vuosi", "avsluta informationsåret", "close the information round"),
            STM,
            (SERVICES("31 §", _PRACTICE),),
        ),
    ),
)
REPORT_GIVEN: Final = State(
    "report_given",
    Label("ministeriön selvitys laadittu", "ministeriets redogörelse upprättad", "ministry's report drawn up"),
    status=_PRACTICE,
    tasks=(
        TaskRule(
            "publish_national_report",
            Label(
                "julkaise ministeriön selvitys julkisessa tietoverkossa",
                "offentliggör ministeriets redogörelse i det allmänna datanätet",
                "publish the ministry's report in the open network",
            ),
            STM,
            (SERVICES("31 §"),),
        ),
    ),
)


def assessed(basis: tuple[Basis, ...]) -> State:
    """Gives the state in which the ministry draws up its report; `basis` is 31 § as this version has it."""
    return State(
        "assessed",
        Label("asiantuntija-arviot julkaistu", "expertbedömningarna offentliggjorda", "expert assessments published"),
        status=_PRACTICE,
        tasks=(
            TaskRule(
                "give_national_report",
                Label(
                    "laadi valtakunnallinen selvitys",
                    "upprätta den riksomfattande redogörelsen",
                    "draw up the national report",
                ),
                STM,
                basis,
                deadline="national_report",
            ),
        ),
    )


def gathering(accounts: tuple[TaskRule, ...]) -> State:
    """Gives the state in which reports and assessments come in; `accounts` are what the supervisors owe.

    Their accounts serve the expert assessments (30 § 2 mom.): once these are all published, nobody waits for them.
    """
    return State(
        "gathering",
        Label("tietoja kootaan", "uppgifterna samlas in", "information being gathered"),
        status=_PRACTICE,
        tasks=accounts,
    )
