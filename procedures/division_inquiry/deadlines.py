"""The time limits of a division inquiry. Numbers stand in parameters.toml.

The act sets no term for the investigator and no time for the councils: the term is the appointment's own.
"""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period, SetDay, Stated
from engine.declaration import DeadlineRule
from engine.law import Label, Status
from procedures.division_inquiry.guards_timing import A_YEAR_BEFORE
from procedures.statutes import COURT_PROCEDURE, DIVISION

INVESTIGATOR_TERM: Final = DeadlineRule(
    "investigator_term",
    Label("selvittäjän määräaika päättyy", "utredarens tid går ut", "end of the investigator's term"),
    DeadlineKind.AGREED,
    Stated("term_ends_on"),
    (
        DIVISION(
            "8 § 1 mom.",
            Status.PRACTICE,
            Label(
                "laissa ei säädetä selvityksen kestosta; asettamispäätös voi asettaa sen",
                "lagen anger inte hur länge utredningen pågår; beslutet om tillsättande kan göra det",
                "the act sets no length for the inquiry; the appointment may",
            ),
        ),
    ),
    reminders_days=(-60, -14),
)
DECISION_LABEL: Final = Label(
    "päätös, jotta muutos voi tulla voimaan suunniteltuna päivänä",
    "beslut för att ändringen ska kunna träda i kraft den planerade dagen",
    "decision for the change to have effect on the planned day",
)
DECISION_BEFORE_SUMMER: Final = DeadlineRule(
    "decision_in_time",
    DECISION_LABEL,
    DeadlineKind.FIXED,
    SetDay("decision_day", year_after="effective_from", years_later=-1),
    (DIVISION("11 § 1 mom."),),
    reminders_days=(-90, -30, -7),
)
DECISION_BEFORE_ELECTIONS: Final = DeadlineRule(
    "decision_before_elections",
    Label(
        "päätös ennen vaalivuotta, jotta muutos voi tulla voimaan suunniteltuna päivänä",
        "beslut före valåret för att ändringen ska kunna träda i kraft den planerade dagen",
        "decision before the election year for the change to have effect on the planned day",
    ),
    DeadlineKind.FIXED,
    SetDay("decision_day_before_elections", year_after="effective_from", years_later=-2),
    (DIVISION("11 § 1 mom."),),
    reminders_days=(-90, -30, -7),
)
DECISION_A_YEAR_BEFORE: Final = DeadlineRule(
    "decision_in_time",
    DECISION_LABEL,
    DeadlineKind.PERIOD,
    Period("decision_lead", after="effective_from", backward=True),
    (A_YEAR_BEFORE,),
    reminders_days=(-90, -30, -7),
)
"""Since 15.12.2025, in the place of the two before it."""

APPEAL: Final = DeadlineRule(
    "appeal",
    Label(
        "valitus korkeimpaan hallinto-oikeuteen",
        "besvär hos högsta förvaltningsdomstolen",
        "appeal to the Supreme Administrative Court",
    ),
    DeadlineKind.PERIOD,
    Period("appeal_days", after="served_on"),
    (DIVISION("20 § 1 mom."), DIVISION("20 § 2 mom."), COURT_PROCEDURE("13 §")),
    reminders_days=(-10, -3),
    outlives_case=True,
)
