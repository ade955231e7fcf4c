"""The time limits that only the organising agreement of HUS has."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period, Stated
from engine.declaration import DeadlineRule, TaskRule
from engine.law import Label
from procedures.hus_agreement.profile import JOINTLY
from procedures.statutes import COUNTIES, IMPLEMENTATION, UUSIMAA

REVIEW: Final = DeadlineRule(
    "review",
    Label(
        "sopimus tarkistettava vähintään kerran valtuustokaudessa",
        "avtalet ska ses över åtminstone en gång under fullmäktiges mandattid",
        "agreement to be reviewed once in the council term at least",
    ),
    DeadlineKind.FIXED,
    Stated("council_term_until"),
    (UUSIMAA("11 § 1 mom."), COUNTIES("23 § 1 mom.")),
    reminders_days=(-365, -180, -60),
)
DIVISION: Final = DeadlineRule(
    "division",
    Label(
        "työnjako pantava täytäntöön",
        "arbetsfördelningen ska verkställas",
        "division of work to be carried out",
    ),
    DeadlineKind.PERIOD,
    Period("division_years"),
    (IMPLEMENTATION("48 § 2 mom."),),
    reminders_days=(-90, -30),
)
REVIEW_IN_TERM: Final = TaskRule(
    "review_in_term",
    Label(
        "tarkista sopimus valtuustokauden aikana",
        "se över avtalet under fullmäktiges mandattid",
        "review the agreement in the course of the council term",
    ),
    JOINTLY,
    (UUSIMAA("11 § 1 mom."),),
    deadline="review",
    done_by=("reviewed",),
)
CARRY_OUT_DIVISION: Final = TaskRule(
    "carry_out_division",
    Label(
        "pane työnjako palvelujen järjestämisessä täytäntöön",
        "verkställ arbetsfördelningen i ordnandet av tjänsterna",
        "carry out the division of work",
    ),
    JOINTLY,
    (IMPLEMENTATION("48 § 2 mom."),),
    deadline="division",
    done_by=("division_carried_out",),
)
