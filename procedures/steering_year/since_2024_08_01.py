"""The steering year as in force from 1 August 2024, when the Ministry of Finance came to coordinate the steering.

One case is one calendar year of the whole state (611/2021 11 § 1 mom. as in 468/2024). Opened for a year, it has a
deadline for each day that act or decree sets in it and a task for each round that a ministry opens. The clock reminds
of both; it takes no step and opens no case. A step that a year does not need is dropped by cancelling its deadline, on
a stated section, or is named when the year is closed.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.counting import SetDay
from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameter, Parameters
from procedures.declaring import guards_of, numbers
from procedures.roles import SM, STM, VM
from procedures.statutes import COUNTIES, FINANCE_DATA, RESCUE, RESCUE_DECREE, SERVICES, STEERING_2024
from procedures.steering_year import guards, questions, states
from procedures.steering_year.moves import TRANSITIONS

_OWNERS: Final = ("financial_data", "rescue_information", "evaluation", "investment_plan", "steering_year")


def _numbers() -> Parameters:
    """Gives the numbers of the calendar, each from the procedure to which it belongs: none is written down twice."""
    known: dict[str, Parameter] = {}
    for owner in _OWNERS:
        known = {**numbers(f"procedures.{owner}").by_name, **known}
    used = [step.counting.parameter for step in guards.STEPS if isinstance(step.counting, SetDay)]
    used += ["council_term_counted_from", "council_term_years"]
    return Parameters("steering_year", {name: known[name] for name in used})


DECLARATION: Final = Procedure(
    id="steering_year",
    label=Label("ohjausvuosi", "styrår", "steering year"),
    description=Label(
        "Yhden kalenterivuoden ohjaus: mitä minäkin päivänä erääntyy, ja mitkä kierrokset ministeriöt avaavat.",
        "Styrningen under ett kalenderår: vad som infaller vilken dag och vilka omgångar ministerierna inleder.",
        "One calendar year of steering: what falls due on which day, and which rounds the ministries open.",
    ),
    in_force_from=date(2024, 8, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=(VM, STM, SM),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=_numbers(),
    basis=(
        COUNTIES("11 § 1 mom."),
        STEERING_2024("11 § 1 mom."),
        COUNTIES("13 a §"),
        COUNTIES("115–117 §"),
        FINANCE_DATA("3 §"),
        SERVICES("29–31 §"),
        SERVICES("37 § 4 mom."),
        RESCUE("13–15 §"),
        RESCUE_DECREE("7–11 §"),
    ),
    open_questions=questions.QUESTIONS,
    one_open_case=False,
    one_case_per="year",
    sources=(
        "https://www.finlex.fi/fi/laki/alkup/2024/20240468",
        "https://www.finlex.fi/fi/laki/alkup/2022/20220462",
        "https://www.finlex.fi/fi/laki/alkup/2022/20221213",
        "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
        "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
    ),
)
