"""The book of a made-up pilot of the joint steering function: established, or ended."""

from __future__ import annotations

from typing import Final

from procedures.joint_steering_function.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, table_of
from tests.story import fact

ACTS: Final = {
    "pilot_prepared": fact("pilot_prepared", "2025-05-05"),
    **{
        code: fact("member_named", "2025-05-12", organisation=code, unit="made-up unit") for code in ("VM", "STM", "SM")
    },
    "thl_named": fact("member_named", "2025-05-13", organisation="THL"),
    "thl_left": fact("member_left", "2025-05-14", organisation="THL", because="made-up reason"),
    "pilot_started": fact("pilot_started", "2025-06-02", evaluate_by="2026-05-29"),
    "matter_assigned": fact("matter_assigned", "2025-06-09", matter="rents", kind="problem", reference="made up"),
    "experience_recorded": fact("experience_recorded", "2025-10-01", experience="made up", matter="rents"),
    "matter_taken_back": fact("matter_taken_back", "2025-12-01", matter="rents", because="made-up reason"),
    "pilot_evaluation_begun": fact("pilot_evaluation_begun", "2026-04-01"),
    "pilot_evaluated": fact("pilot_evaluated", "2026-05-25", findings="made-up findings", departments="made up"),
    "function_established": fact("function_established", "2026-08-31"),
    "pilot_ended": fact("pilot_ended", "2026-01-30", because="made-up reason"),
}
_STARTED: Final = ("pilot_prepared", "VM", "STM", "SM", "pilot_started")

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        acts=ACTS,
        ways={
            "established": (
                *("pilot_prepared", "VM", "STM", "SM", "thl_named", "thl_left", "pilot_started"),
                *("matter_assigned", "experience_recorded", "matter_taken_back"),
                *("pilot_evaluation_begun", "pilot_evaluated", "function_established"),
            ),
            "ended": (*_STARTED, "pilot_ended"),
        },
        breaks={
            "three_ministries": Breach(("pilot_prepared", "VM", "STM"), ACTS["pilot_started"]),
            "is_member": Breach(_STARTED[:-1], ACTS["thl_left"]),
            "not_with_it_yet": Breach((*_STARTED, "matter_assigned"), ACTS["matter_assigned"]),
            "with_it": Breach(_STARTED, ACTS["matter_taken_back"]),
            "no_matters_left": Breach((*_STARTED, "matter_assigned"), ACTS["pilot_ended"]),
        },
        meets={"pilot_evaluation": Meeting((*_STARTED, "pilot_evaluation_begun"), "pilot_evaluated")},
    ),
)
