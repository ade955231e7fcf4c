"""Where a round can stand, and whose turn it is there. Act and decree name no states: all are this model's."""

from __future__ import annotations

from typing import Final

from engine.declaration import State, TaskRule
from engine.law import Label, Status
from procedures.rescue_information.law import Law
from procedures.rescue_information.tasks import compile_national_assessment, give_regional_assessments
from procedures.roles import SM
from procedures.statutes import RESCUE

_PRACTICE: Final = Status.PRACTICE
CLOSED: Final = State("closed", Label("päätetty", "avslutat", "closed"), final=True, status=_PRACTICE)
DISCONTINUED: Final = State(
    "discontinued", Label("rauennut", "förfallet", "discontinued"), final=True, status=_PRACTICE, void=True
)
REPORTED: Final = State(
    "reported",
    Label("ministeriön selvitys laadittu", "ministeriets redogörelse upprättad", "ministry's report drawn up"),
    status=_PRACTICE,
    tasks=(
        TaskRule(
            "close_round",
            Label("päätä tiedontuotannon vuosi", "avsluta informationsåret", "close the information round"),
            SM,
            (RESCUE("15 §", _PRACTICE),),
        ),
    ),
)


def gathering(law: Law) -> State:
    """Gives the state in which reports and the assessments of each county come in."""
    return State(
        "gathering",
        Label("tietoja kootaan", "uppgifterna samlas in", "information being gathered"),
        status=_PRACTICE,
        tasks=(give_regional_assessments(law),),
    )


def compiling(law: Law) -> State:
    """Gives the state in which every county has its assessment and the national one is compiled of them."""
    return State(
        "compiling",
        Label(
            "valtakunnallista asiantuntija-arviota kootaan",
            "den riksomfattande expertbedömningen sammanställs",
            "national expert assessment being compiled",
        ),
        status=_PRACTICE,
        tasks=(compile_national_assessment(law),),
    )


def assessed(law: Law) -> State:
    """Gives the state in which the ministry draws up its report."""
    return State(
        "assessed",
        Label(
            "valtakunnallinen asiantuntija-arvio toimitettu",
            "den riksomfattande expertbedömningen lämnad",
            "national expert assessment delivered",
        ),
        status=_PRACTICE,
        tasks=(
            TaskRule(
                "give_national_report",
                Label(
                    "laadi valtakunnallinen selvitys",
                    "upprätta den riksomfattande redogörelsen",
                    "draw up the national report",
                ),
                SM,
                law.report,
            ),
        ),
    )
