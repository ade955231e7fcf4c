"""The monthly round by which the situational picture is kept, after the roadmap of 2021 and the proposal of 2025.

One case is one month, and a month has one case. The counties' answers are cases of their own (`county_return`), their
observations and flags as well; this case holds what belongs to all of them: the due day, who answered and who did not,
the themes, the confirmation and the reports.

`situation_round` is the round as the roadmap of 2021 tells it, with the answers counted inside one case; it remains for
what is reported of 2021. From 1 January 2025 on, the year of the proposal, a new month is opened here. That day is this
software's choice and nobody's rule.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from procedures.declaring import guards_of, numbers_of
from procedures.directory import directory
from procedures.monthly_round import questions, states
from procedures.monthly_round.guards import PICTURE, ROUND
from procedures.monthly_round.moves import TRANSITIONS
from procedures.roles import SM, STM, VM


def all_steered(_subject: str) -> tuple[str, ...]:
    """Gives everybody whose picture a month asks for: the counties, Helsinki and HUS."""
    return tuple(actor.code for actor in directory().steered())


DECLARATION: Final = Procedure(
    id="monthly_round",
    label=Label("kuukausikierros", "månadsrunda", "monthly round"),
    description=Label(
        "Tilannekuvan kuukausikierros: alueilta kysytään, vastaukset käydään läpi, kuukauden tilannekuva vahvistetaan, "
        "yhteiset asiat kootaan ja tilannekuva raportoidaan.",
        "Månadsrunda för lägesbilden: områdena tillfrågas, svaren gås igenom, månadens lägesbild bekräftas, de "
        "gemensamma frågorna sammanställs och lägesbilden rapporteras.",
        "One month of the situational picture: the counties are asked, the answers are talked through, the picture of "
        "the month is confirmed, the themes are compiled, and the picture is reported.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("state",),
    roles=(STM, VM, SM),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=numbers_of(__package__, "due_day_of_month"),
    basis=(ROUND, PICTURE),
    open_questions=questions.QUESTIONS,
    one_open_case=False,
    one_case_per="month",
    partners=all_steered,
)
