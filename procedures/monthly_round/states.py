"""Where a month's round can stand, whose turn it is there, its due day and its document. All of it is practice."""

from __future__ import annotations

from typing import Final

from engine.counting import AgreedDay, DeadlineKind
from engine.declaration import DeadlineRule, DocumentRule, State, TaskRule
from engine.law import Label, Status
from procedures.monthly_round.guards import PICTURE, ROUND
from procedures.roles import STM

ANSWERS: Final = DeadlineRule(
    "answers",
    Label("alueiden kuukausivastaukset", "områdenas månadssvar", "counties' monthly returns"),
    DeadlineKind.AGREED,
    AgreedDay("agreed_on"),
    (ROUND,),
    reminders_days=(-3, 0, 1),
)
COMPILATION: Final = DocumentRule(
    "compilation", Label("tilannekuvan koonti", "sammanställning av lägesbilden", "compilation"), (ROUND,)
)

COLLECTING: Final = State(
    "collecting",
    Label("alueet vastaavat", "områdena svarar", "the counties answer"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "issue_templates",
            Label(
                "lähetä esitäytetyt työkirjat alueille",
                "sänd de förifyllda arbetsböckerna till områdena",
                "send the prefilled workbooks to the counties",
            ),
            STM,
            (ROUND,),
        ),
        TaskRule(
            "end_the_collection",
            Label("päätä kuukauden kokoaminen", "avsluta månadens insamling", "end the month's collection"),
            STM,
            (ROUND,),
            deadline="answers",
        ),
    ),
)
DISCUSSING: Final = State(
    "discussing",
    Label("kuukausikeskustelut", "månadssamtal", "monthly discussions"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "compile_themes",
            Label("kokoa yhteiset asiat", "sammanställ de gemensamma frågorna", "compile the themes"),
            STM,
            (ROUND,),
            done_by=("themes_compiled",),
        ),
        TaskRule(
            "confirm_the_round",
            Label(
                "käy keskustelut ja vahvista kuukauden tilannekuva",
                "för samtalen och bekräfta månadens lägesbild",
                "hold the discussions and confirm the picture of the month",
            ),
            STM,
            (ROUND, PICTURE),
        ),
    ),
)
CONFIRMED: Final = State(
    "confirmed",
    Label("kuukausi vahvistettu", "månaden bekräftad", "month confirmed"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "report_the_picture",
            Label(
                "raportoi tilannekuva ja päätä kuukausikierros",
                "rapportera lägesbilden och avsluta månadsrundan",
                "report the picture and close the monthly round",
            ),
            STM,
            (ROUND,),
        ),
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutad", "closed"), final=True, status=Status.PRACTICE)
CANCELLED: Final = State(
    "cancelled", Label("peruttu", "inställd", "cancelled"), final=True, status=Status.PRACTICE, void=True
)

STATES: Final = (COLLECTING, DISCUSSING, CONFIRMED, CLOSED, CANCELLED)
