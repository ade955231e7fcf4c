"""What follows from an error in delivered data: a corrected content, by a day if the State Treasury sets one (2 §)."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, Kind, Meets, TaskRule, Transition
from engine.law import Label
from procedures.financial_data import facts_accounts as fact
from procedures.financial_data import guards as guard
from procedures.financial_data import states
from procedures.roles import COUNTY, SM, STATE_TREASURY, STM, VM
from procedures.statutes import FINANCE_DATA

CORRECTION: Final = DeadlineRule(
    "correction",
    Label("korjattu tietosisältö", "korrigerat informationsinnehåll", "corrected data"),
    DeadlineKind.AGREED,
    Stated("corrected_by"),
    (FINANCE_DATA("2 § 2 mom."),),
    reminders_days=(-3, 1),
    outlives_case=True,
)
CORRECT_DATA: Final = TaskRule(
    "correct_data",
    Label(
        "toimita korjattu tietosisältö Valtiokonttorille",
        "lämna korrigerat informationsinnehåll till Statskontoret",
        "deliver corrected data to the State Treasury",
    ),
    COUNTY,
    (FINANCE_DATA("2 § 2 mom."),),
    deadline="correction",
    done_by=("corrected_data_delivered",),
    outlives_case=True,
)
_AT_ANY_TIME: Final = (*states.OPEN, states.CLOSED)
"""An error can be found after the council has handled the accounts, too."""


def _corrected(*, more_to_come: bool) -> Transition:
    return Transition(
        fact=fact.CORRECTED_DATA_DELIVERED,
        sources=_AT_ANY_TIME,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(FINANCE_DATA("2 § 2 mom."),),
        guards=(guard.PRODUCT_DELIVERED, guard.MEETS_ITS_DAY),
        meets=(Meets(CORRECTION, generation_field="number"),),
        when=guard.ERRORS_REMAIN if more_to_come else None,
        tasks=(CORRECT_DATA,) if more_to_come else (),
    )


CORRECTING: Final = (
    Transition(
        fact=fact.ERROR_NOTED,
        sources=_AT_ANY_TIME,
        target=None,
        by=(STATE_TREASURY, COUNTY, VM, STM, SM),
        kind=Kind.ACT,
        basis=(FINANCE_DATA("2 § 2 mom."),),
        guards=(guard.PRODUCT_DELIVERED,),
        tasks=(CORRECT_DATA,),
    ),
    Transition(
        fact=fact.CORRECTION_DAY_SET,
        sources=_AT_ANY_TIME,
        target=None,
        by=(STATE_TREASURY,),
        kind=Kind.DECISION,
        basis=(FINANCE_DATA("2 § 2 mom."),),
        guards=(guard.ERROR_OPEN,),
        starts=(CORRECTION,),
    ),
    _corrected(more_to_come=True),
    _corrected(more_to_come=False),
)
