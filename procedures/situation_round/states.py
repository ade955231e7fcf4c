"""Where a monthly round can stand, whose turn it is there, its due day and its document. All of it is practice."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, DocumentRule, State, TaskRule
from engine.law import Label, Status
from procedures.roles import PARTY_OF_CASE, STM
from procedures.situation_round.guards import PICTURE, ROUND

ANSWERS: Final = DeadlineRule(
    "answers",
    Label("alueiden tilannekuvat", "områdenas lägesbilder", "the counties' pictures"),
    DeadlineKind.AGREED,
    Stated("due_on"),
    (ROUND,),
    reminders_days=(-3, 0, 1),
)
COMPILATION: Final = DocumentRule(
    "compilation", Label("tilannekuvan koonti", "sammanställning av lägesbilden", "compilation"), (ROUND,)
)

COLLECTING: Final = State(
    "collecting",
    Label("alueet täyttävät tilannekuvaa", "områdena fyller i lägesbilden", "counties give their pictures"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "give_picture",
            Label("täytä alueen tilannekuva", "fyll i områdets lägesbild", "give the county's picture"),
            PARTY_OF_CASE,
            (ROUND,),
            deadline="answers",
            done_by=("answer_given",),
        ),
        TaskRule(
            "end_collection",
            Label("päätä vastausten kokoaminen", "avsluta insamlingen", "end the collection"),
            STM,
            (ROUND,),
            deadline="answers",
        ),
    ),
)
DISCUSSING: Final = State(
    "discussing",
    Label("tilannekuvakeskustelut", "lägesbildssamtal", "discussions with the counties"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "hold_discussions",
            Label(
                "käy tilannekuvakeskustelu alueiden kanssa",
                "för lägesbildssamtal med områdena",
                "hold the discussions with the counties",
            ),
            STM,
            (ROUND,),
        ),
        TaskRule(
            "compile",
            Label("tee valtakunnallinen koonti", "gör den nationella sammanställningen", "compile the picture"),
            STM,
            (PICTURE,),
        ),
    ),
)
COMPILED: Final = State(
    "compiled",
    Label("koottu", "sammanställd", "compiled"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "report",
            Label(
                "raportoi koonti ja päätä kierros",
                "rapportera sammanställningen och avsluta rundan",
                "report the compilation and close the round",
            ),
            STM,
            (ROUND,),
        ),
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutad", "closed"), final=True, status=Status.PRACTICE)
CANCELLED: Final = State("cancelled", Label("peruttu", "inställd", "cancelled"), final=True, status=Status.PRACTICE)

STATES: Final = (COLLECTING, DISCUSSING, COMPILED, CLOSED, CANCELLED)
