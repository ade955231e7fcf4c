"""One problem of the counties' self-government, such as data protection or rents (measure 2.1 of table 3).

One case is one problem. A county raises it or a ministry notices it, others join, somebody owns it, it is resolved
together with counties and closed when the solution holds. Everybody who is steered is a party and may raise or join.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.declaring import guards_of
from procedures.directory import directory
from procedures.roles import PARTY_OF_CASE, SM, STM, VM
from procedures.self_government_problem import questions, states
from procedures.self_government_problem.guards import PROBLEMS
from procedures.self_government_problem.moves import TRANSITIONS


def all_steered(_subject: str) -> tuple[str, ...]:
    """Gives everybody who may raise a problem: the counties, Helsinki and HUS."""
    return tuple(actor.code for actor in directory().steered())


DECLARATION: Final = Procedure(
    id="self_government_problem",
    label=Label("itsehallinnon erityisongelma", "särskilt självstyrelseproblem", "problem of self-government"),
    description=Label(
        "Hyvinvointialueiden itsehallinnollista toimintaa haastava ongelma, joka ratkotaan yhdessä alueiden kanssa.",
        "Ett problem som försvårar välfärdsområdenas självstyrda verksamhet och som löses tillsammans med områdena.",
        "A problem that makes the counties' self-government difficult, resolved together with them.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=(VM, STM, SM, PARTY_OF_CASE),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("self_government_problem"),
    basis=(PROBLEMS,),
    open_questions=questions.QUESTIONS,
    one_open_case=False,
    partners=all_steered,
)
