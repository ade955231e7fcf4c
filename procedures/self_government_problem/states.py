"""Where a problem of self-government can stand, whose turn it is there, and its day. All of it is practice."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, State, TaskRule
from engine.law import Label, Status
from procedures.roles import VM
from procedures.self_government_problem.guards import PROBLEMS

RESOLUTION: Final = DeadlineRule(
    "resolution",
    Label("itsehallinnon ongelman ratkaisu", "lösning av självstyrelseproblemet", "the problem to be resolved"),
    DeadlineKind.AGREED,
    Stated("resolve_by"),
    (PROBLEMS,),
    reminders_days=(-14, 0),
)


def _state(state_id: str, label: Label, task_id: str, task: Label, *, deadline: str | None = None) -> State:
    return State(
        state_id,
        label,
        status=Status.PRACTICE,
        tasks=(TaskRule(task_id, task, VM, (PROBLEMS,), deadline=deadline),),
    )


RAISED: Final = _state(
    "raised",
    Label("nostettu esiin", "lyft fram", "raised"),
    "name_owner",
    Label("nimeä ongelmalle vastuutaho", "utse en ansvarig för problemet", "name an owner of the problem"),
)
OWNED: Final = _state(
    "owned",
    Label("ratkaistavana", "under lösning", "being resolved"),
    "resolve_together",
    Label(
        "ratko ongelma yhdessä alueiden kanssa",
        "lös problemet tillsammans med områdena",
        "resolve the problem together with counties",
    ),
    deadline="resolution",
)
RESOLVED: Final = _state(
    "resolved",
    Label("ratkaistu", "löst", "resolved"),
    "see_that_it_holds",
    Label(
        "varmista, että ratkaisu toimii, ja päätä asia",
        "säkerställ att lösningen fungerar och avsluta ärendet",
        "see that the solution holds and close the case",
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutad", "closed"), final=True, status=Status.PRACTICE)
DROPPED: Final = State("dropped", Label("luovuttu", "har fått förfalla", "dropped"), final=True, status=Status.PRACTICE)
STATES: Final = (RAISED, OWNED, RESOLVED, CLOSED, DROPPED)
