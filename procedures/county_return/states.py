"""Where a county's return can stand, whose turn it is there, and the day for answering. All of it is practice.

Silence needs no state of its own: the return is still `issued`, and the clock has recorded that the day has passed.
"""

from __future__ import annotations

from typing import Final

from engine.counting import AgreedDay, DeadlineKind
from engine.declaration import DeadlineRule, State, TaskRule
from engine.law import Label, Status
from procedures.county_return.guards import FEEDBACK, ROUND
from procedures.roles import COUNTY_OFFICIALS, STM

ANSWER: Final = DeadlineRule(
    "answer",
    Label("alueen kuukausivastaus", "områdets månadssvar", "county's monthly return"),
    DeadlineKind.AGREED,
    AgreedDay("agreed_on"),
    (ROUND,),
    reminders_days=(-3, 0, 1),
)
_DISCUSS: Final = TaskRule(
    "discuss",
    Label(
        "käy kuukausikeskustelu alueen kanssa",
        "för månadssamtalet med området",
        "hold the monthly discussion with the county",
    ),
    STM,
    (ROUND, FEEDBACK),
)

ISSUED: Final = State(
    "issued",
    Label("työkirja alueella", "arbetsboken hos området", "workbook with the county"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "answer_the_round",
            Label("täytä ja palauta työkirja", "fyll i och återsänd arbetsboken", "fill in and return the workbook"),
            COUNTY_OFFICIALS,
            (ROUND,),
            deadline="answer",
        ),
    ),
)
ANSWERED: Final = State(
    "answered",
    Label("vastaus keskustelematta", "svaret ännu inte diskuterat", "answer not discussed yet"),
    status=Status.PRACTICE,
    tasks=(_DISCUSS,),
)
DISCUSSED: Final = State(
    "discussed",
    Label("kuukausi käyty läpi alueen kanssa", "månaden genomgången med området", "talked through with the county"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "confirm_the_return",
            Label(
                "vahvista alueen kuukausivastaus tai päätä se vastauksetta",
                "bekräfta områdets månadssvar eller avsluta det utan svar",
                "confirm the county's return, or close it without an answer",
            ),
            STM,
            (ROUND,),
        ),
    ),
)
CONFIRMED: Final = State(
    "confirmed",
    Label("vastaus vahvistettu", "svaret bekräftat", "return confirmed"),
    final=True,
    status=Status.PRACTICE,
)
UNANSWERED: Final = State(
    "unanswered",
    Label("jäänyt vastauksetta", "utan svar", "left unanswered"),
    final=True,
    status=Status.PRACTICE,
)
EXCUSED: Final = State(
    "excused",
    Label("vapautettu tässä kuussa", "befriat denna månad", "excused this month"),
    final=True,
    status=Status.PRACTICE,
)
WITHDRAWN: Final = State(
    "withdrawn",
    Label("työkirja peruttu", "arbetsboken återtagen", "workbook withdrawn"),
    final=True,
    status=Status.PRACTICE,
    void=True,
)

STATES: Final = (ISSUED, ANSWERED, DISCUSSED, CONFIRMED, UNANSWERED, EXCUSED, WITHDRAWN)
