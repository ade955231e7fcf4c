"""A county's return in the monthly round: one case for each county and month.

The workbook is issued from a position of the log and answered as a delta: what the answer does not name stays as it
was. The discussion confirms it. A county that is silent stays `issued` while the clock records that its day has passed,
and ends as `unanswered`: of that month nothing is known, and nothing on the picture turns green by it.

`situation_round` counts the answers of 2021 inside the round; this replaces it from 2025 on (see `monthly_round`).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.county_return import questions, states
from procedures.county_return.guards import FEEDBACK, PICTURE, ROUND
from procedures.county_return.moves import TRANSITIONS
from procedures.declaring import guards_of
from procedures.roles import COUNTY_OFFICIALS, SM, STM, VM

DECLARATION: Final = Procedure(
    id="county_return",
    label=Label("alueen kuukausivastaus", "områdets månadssvar", "county's monthly return"),
    description=Label(
        "Yhden alueen vastaus kuukausikierrokseen: esitäytetty työkirja, muutokset, keskustelu ja vahvistus.",
        "Ett områdes svar i månadsrundan: förifylld arbetsbok, ändringar, samtal och bekräftelse.",
        "One county's answer in the monthly round: a prefilled workbook, the changes, the discussion, the "
        "confirmation.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("county", "city", "joint_authority"),
    roles=(STM, VM, SM, COUNTY_OFFICIALS),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("county_return"),
    basis=(ROUND, FEEDBACK, PICTURE),
    open_questions=questions.QUESTIONS,
    one_open_case=False,
    one_case_per="month",
)
