"""Where a red flag can stand, whose turn it is there, and its two clocks. All of it is practice."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period, Stated
from engine.declaration import DeadlineRule, State, TaskRule
from engine.law import Label, Status
from procedures.roles import COUNTY_OFFICIALS, STM
from procedures.statutes import ROADMAP_2021

FLAG: Final = ROADMAP_2021("palaute", Status.PRACTICE)
TARGET: Final = ROADMAP_2021(
    "palaute",
    Status.UNSETTLED,
    Label(
        "lähteessä ei ole aikaa; määrä on ohjelmiston sisäinen tavoite",
        "källan nämner ingen tid; antalet är programmets interna mål",
        "the source names no time; the number is an internal target of this software",
    ),
)

ANSWER: Final = DeadlineRule(
    "answer_flag",
    Label("vastaus punaiseen lippuun", "svar på röd flagg", "answer to the red flag"),
    DeadlineKind.WITHOUT_DELAY,
    Period("answer_target"),
    (TARGET,),
    reminders_days=(-1, 0, 1),
)
SUPPORT: Final = DeadlineRule(
    "support",
    Label("luvattu tuki", "utlovat stöd", "promised support"),
    DeadlineKind.AGREED,
    Stated("support_by"),
    (FLAG,),
    reminders_days=(-3, 0, 1),
)
MAKE_PLAN_B: Final = TaskRule(
    "make_plan_b",
    Label("laadi varasuunnitelma", "gör upp en reservplan", "make a plan B"),
    COUNTY_OFFICIALS,
    (FLAG,),
    done_by=("plan_b_made",),
)

RAISED: Final = State(
    "raised",
    Label(
        "nostettu lippu odottaa valtion vastausta",
        "hissad flagga väntar på statens svar",
        "raised flag without an answer",
    ),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "answer_red_flag",
            Label("vastaa punaiseen lippuun", "svara på den röda flaggan", "answer the red flag"),
            STM,
            (FLAG,),
            deadline="answer_flag",
        ),
    ),
)
ANSWERED: Final = State(
    "answered",
    Label("vastattu lippu yhä ylhäällä", "besvarad flagga ännu uppe", "answered flag still up"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "clear_red_flag",
            Label(
                "laske lippu tai kerro, mitä vielä puuttuu",
                "hala flaggan eller säg vad som ännu fattas",
                "clear the flag or say what is still lacking",
            ),
            COUNTY_OFFICIALS,
            (FLAG,),
        ),
    ),
)
CLEARED: Final = State(
    "cleared", Label("lippu laskettu", "flaggan halad", "flag cleared"), final=True, status=Status.PRACTICE
)
WITHDRAWN: Final = State(
    "withdrawn", Label("lippu peruttu", "flaggan återtagen", "flag withdrawn"), final=True, status=Status.PRACTICE
)

STATES: Final = (RAISED, ANSWERED, CLEARED, WITHDRAWN)
