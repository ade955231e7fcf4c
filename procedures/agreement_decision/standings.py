"""How the decision stands while appeals can be made: three laws, three answers; and the court's orders."""

from __future__ import annotations

from typing import Final

from engine.declaration import StandingRule
from engine.law import Label, Status
from procedures.statutes import COURT_PROCEDURE, SERVICES, UUSIMAA

BINDING_DESPITE_APPEAL: Final = StandingRule(
    "binding_despite_appeal",
    Label(
        "noudatettava muutoksenhausta huolimatta",
        "ska iakttas trots ändringssökande",
        "to be obeyed despite appeals",
    ),
    (SERVICES("38 § 3 mom."), SERVICES("60 § 3 mom.")),
)
ENFORCEABLE_BEFORE_FINAL: Final = StandingRule(
    "enforceable_before_final",
    Label(
        "täytäntöönpantavissa ennen lainvoimaa",
        "får verkställas innan det vunnit laga kraft",
        "may be carried out before it is final",
    ),
    (UUSIMAA("12 § 3 mom."), UUSIMAA("27 § 4 mom.")),
)
AWAITING_FINALITY: Final = StandingRule(
    "awaiting_finality",
    Label(
        "ei täytäntöönpantavissa ennen lainvoimaa",
        "får inte verkställas innan det vunnit laga kraft",
        "not to be carried out before it is final",
    ),
    (
        COURT_PROCEDURE(
            "122 § 1 mom.",
            Status.UNSETTLED,
            Label(
                "612/2021 60 § 3 mom. ei mainitse 39 §:n päätöstä: tulkinta",
                "612/2021 60 § 3 mom. nämner inte beslut enligt 39 §: en tolkning",
                "612/2021 60 § 3 mom. does not name decisions under 39 §: a reading",
            ),
        ),
    ),
)
IMPLEMENTATION_BARRED: Final = StandingRule(
    "implementation_barred",
    Label("täytäntöönpano kielletty", "verkställigheten förbjuden", "implementation prohibited"),
    (COURT_PROCEDURE("123 § 1 mom."), SERVICES("60 § 3 mom."), UUSIMAA("27 § 4 mom.")),
)
LEGALLY_FINAL: Final = StandingRule(
    "legally_final",
    Label("lainvoimainen", "laga kraft", "final"),
    (COURT_PROCEDURE("122 § 1 mom."),),
)
INTERIM: Final = (BINDING_DESPITE_APPEAL, ENFORCEABLE_BEFORE_FINAL, AWAITING_FINALITY)
