"""The book of made-up national objectives: prepared, confirmed, followed up, amended, kept and replaced."""

from __future__ import annotations

from typing import Final

from procedures.national_objectives.objectives import SUBJECTS
from procedures.national_objectives.since_2024_08_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import Told, fact

REGISTER: Final = "2025-05-28"
CONSIDERED: Final = ["fiscal_targets", "services_report", "rescue_report"]


def objective(number: int, *subjects: str) -> dict[str, object]:
    """A made-up objective that serves these matters."""
    return {"number": number, "name": f"made-up objective {number}", "subjects": list(subjects)}


def _acts() -> dict[str, Told]:
    board = {"quorate": True, "position": "supports_with_changes"}
    return {
        "preparation_begun": fact("preparation_begun", "2024-09-02", reason="amended_law"),
        "board_proposed": fact("board_proposed", "2025-02-10", proposal="made-up proposal"),
        "brought_to_board": fact("brought_to_board", "2025-03-03", documents=("draft",), handled_by="2025-03-31"),
        "board_handled": fact("board_handled", "2025-03-24", board, documents=("board_minutes",)),
        "returned_to_preparation": fact("returned_to_preparation", "2025-04-01", grounds="made-up grounds"),
        "brought_again": fact("brought_to_board", "2025-04-14", documents=("draft",)),
        "handled_again": fact("board_handled", "2025-05-05", board, documents=("board_minutes",)),
        "confirmed": fact(
            "confirmed",
            "2025-05-28",
            documents=("government_decision",),
            register_id=REGISTER,
            considered=[*CONSIDERED, "monitoring_data"],
            enters_into_force_on="2025-06-01",
        ),
        "preparation_discontinued": fact(
            "preparation_discontinued", "2025-06-02", documents=("closing_note",), grounds="made-up grounds"
        ),
        "entered_into_force": fact("entered_into_force", "2025-06-01", next_follow_up_by="2026-05-29"),
        "service_strategy_reviewed": fact(
            "service_strategy_reviewed",
            "2026-01-26",
            party="15",
            outcome="revised",
            address="https://example.invalid/s",
        ),
        "service_level_reviewed": fact(
            "service_level_reviewed", "2026-02-02", party="90", outcome="no_essential_change"
        ),
        "investment_parts_reviewed": fact(
            "investment_parts_reviewed", "2026-02-03", party="01", outcome="already_in_line", plan_year=2025
        ),
        "hus_strategy_reviewed": fact("hus_strategy_reviewed", "2026-02-04", outcome="already_in_line"),
        "hus_investment_part_reviewed": fact("hus_investment_part_reviewed", "2026-02-05", outcome="revised"),
        "yearly_follow_up_done": fact(
            "yearly_follow_up_done",
            "2026-05-28",
            documents=("follow_up",),
            year=2025,
            together_with=["STM", "SM"],
            findings=[{"number": 7, "finding": "progressing"}, {"number": 10, "finding": "not_assessed"}],
            next_follow_up_by="2027-05-31",
        ),
        "amendment_proposed": fact(
            "amendment_proposed",
            "2026-09-01",
            documents=("proposal",),
            party="05",
            joined_by=["06", "90"],
            objectives=[4],
        ),
        "proposed_besides": fact("amendment_proposed", "2026-09-07", documents=("proposal",), party="12"),
        "amendment_initiated": fact(
            "amendment_initiated", "2026-09-14", documents=("initiative",), role="sm", objectives=[1]
        ),
        "initiatives_handled": fact("initiatives_handled", "2026-10-05", board, documents=("board_minutes",)),
        "amended": fact(
            "amended",
            "2026-12-03",
            documents=("amending_decision",),
            objectives=[objective(4, "investments"), objective(13)],
            dropped=[12],
            considered=CONSIDERED,
            enters_into_force_on="2027-01-01",
        ),
        "initiated_anew": fact("amendment_initiated", "2027-02-01", documents=("initiative",), objectives=[13]),
        "handled_anew": fact("initiatives_handled", "2027-03-01", board, documents=("board_minutes",)),
        "kept": fact("kept", "2027-03-15", documents=("keeping_decision",), grounds="made-up grounds"),
        "successor_confirmed": fact("successor_confirmed", "2029-05-24", documents=("government_decision",)),
        "replaced": fact("replaced", "2029-06-01"),
    }


ACTS: Final = _acts()
AT_BOARD: Final = ("preparation_begun", "brought_to_board")
CONFIRMED: Final = (*AT_BOARD, "board_handled", "confirmed")
IN_FORCE: Final = (*CONFIRMED, "entered_into_force")
PENDING: Final = (*IN_FORCE, "amendment_proposed")
HANDLED: Final = (*PENDING, "initiatives_handled")
EIGHT: Final = [objective(number, subject) for number, subject in enumerate(SUBJECTS, start=1)]
STATED: Final = but(ACTS["confirmed"], register_id=None, objectives=EIGHT)
"""Confirmed without a register: the objectives are stated one by one."""


def considering(*what: str) -> Told:
    """The confirmation that takes only this into account."""
    return but(ACTS["confirmed"], considered=list(what))


BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        parties=DECLARATION.parties_of("FI"),
        acts=ACTS,
        ways={
            "replaced": (
                *("preparation_begun", "board_proposed", "brought_to_board", "board_handled"),
                *("returned_to_preparation", "brought_again", "handled_again", "confirmed", "entered_into_force"),
                *("service_strategy_reviewed", "service_level_reviewed", "investment_parts_reviewed"),
                *("hus_strategy_reviewed", "hus_investment_part_reviewed", "yearly_follow_up_done"),
                *("amendment_proposed", "proposed_besides", "amendment_initiated", "initiatives_handled", "amended"),
                *("initiated_anew", "handled_anew", "kept", "successor_confirmed", "replaced"),
            ),
            "discontinued": (*AT_BOARD, "preparation_discontinued"),
        },
        breaks={
            "quorate": Breach(AT_BOARD, but(ACTS["board_handled"], quorate=False)),
            "board_has_handled": Breach(("preparation_begun", "brought_again"), ACTS["confirmed"]),
            "objectives_named": Breach((*AT_BOARD, "board_handled"), but(ACTS["confirmed"], register_id="1999-01-01")),
            **{
                f"{subject}_laid_down": Breach(
                    (*AT_BOARD, "board_handled"),
                    but(STATED, objectives=[one for one in EIGHT if one["subjects"] != [subject]]),
                )
                for subject in SUBJECTS
            },
            **{
                f"{what}_considered": Breach(
                    (*AT_BOARD, "board_handled"), considering(*(one for one in CONSIDERED if one != what))
                )
                for what in CONSIDERED
            },
            "its_day_has_come": Breach(
                CONFIRMED, fact("entered_into_force", "2025-05-31", next_follow_up_by="2026-05-29")
            ),
            "with_stm": Breach(IN_FORCE, but(ACTS["yearly_follow_up_done"], together_with=["SM"])),
            "with_sm": Breach(IN_FORCE, but(ACTS["yearly_follow_up_done"], together_with=["STM"])),
            "findings_fit": Breach(
                IN_FORCE, but(ACTS["yearly_follow_up_done"], findings=[{"number": 13, "finding": "reached"}])
            ),
            "proposers_are_parties": Breach(IN_FORCE, but(ACTS["amendment_proposed"], joined_by=["HUS"])),
            "objectives_fit": Breach(IN_FORCE, but(ACTS["amendment_initiated"], objectives=[13])),
            "initiatives_were_handled": Breach(PENDING, ACTS["amended"]),
            "change_said": Breach(HANDLED, but(ACTS["amended"], objectives=None, dropped=None)),
            "successor_was_confirmed": Breach(IN_FORCE, ACTS["replaced"]),
        },
        meets={
            "board_handling": Meeting(AT_BOARD, "board_handled"),
            "next_confirmation": Meeting(IN_FORCE, "successor_confirmed"),
            # Nothing can be in force before its day, so there is no day before on which this could be met.
            "entry_into_force": Meeting(CONFIRMED, None),
            "yearly_follow_up": Meeting(IN_FORCE, "yearly_follow_up_done"),
        },
    ),
)
