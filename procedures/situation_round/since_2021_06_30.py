"""The monthly round of the regional situational picture, by the roadmap of 30 June 2021.

One case is one month. Its parties are all that are steered: each answers for itself by the 5th or the next working day,
an hour of discussion confirms the picture, and the compilation says whom it lacks. What the answers hold (sub-tasks,
observations, themes) is not part of this declaration: an answer points to it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from procedures.declaring import guards_of, numbers_of
from procedures.directory import directory
from procedures.roles import PARTY_OF_CASE, SM, STM, VM
from procedures.situation_round import questions, states
from procedures.situation_round.guards import PICTURE, ROUND
from procedures.situation_round.moves import TRANSITIONS


def all_steered(_subject: str) -> tuple[str, ...]:
    """Gives everybody whose picture a round asks for: the counties, Helsinki and HUS."""
    return tuple(actor.code for actor in directory().steered())


DECLARATION: Final = Procedure(
    id="situation_round",
    label=Label("tilannekuvakierros", "lägesbildsrunda", "monthly round of the situational picture"),
    description=Label(
        "Alueellisen tilannekuvan kuukausikierros: alueet antavat tilannekuvansa, siitä keskustellaan, se kootaan ja "
        "raportoidaan.",
        "Månadsrunda för den regionala lägesbilden: områdena lämnar sin lägesbild, den diskuteras, sammanställs och "
        "rapporteras.",
        "One month of the regional situational picture: the counties give theirs, it is discussed, compiled and "
        "reported.",
    ),
    in_force_from=date(2021, 6, 30),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("state",),
    roles=(STM, VM, SM, PARTY_OF_CASE),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=numbers_of(__package__, "due_day_of_month"),
    basis=(ROUND, PICTURE),
    open_questions=questions.QUESTIONS,
    one_open_case=False,
    partners=all_steered,
)
