"""What the demo log holds, written out: the published history, and what the demo makes up beside it."""

from __future__ import annotations

from typing import Final

BY_PROCEDURE: Final = {
    "additional_funding": (23, 12),
    "evaluation": (17, 3),
    "legislation": (12, 3),
    "collaborative_agreement": (10, 5),
    "borrowing_authority": (9, 3),
    "borrowing_authority_change": (5, 2),
    "collaborative_negotiation": (5, 5),
    "joint_message": (5, 1),
    "national_objectives": (4, 1),
    "interim_evaluation": (3, 1),
    "service_information": (2, 1),
    "government_commitment": (1, 1),
    "situation_round": (1, 1),
}
"""Facts and cases of each procedure, the most told first, those told alike by name."""

FACTS: Final = sum(facts for facts, _ in BY_PROCEDURE.values())
CASES: Final = sum(cases for _, cases in BY_PROCEDURE.values())
LINKS: Final = 3
"""Events that reactions add: cases of one subject and procedure that are linked to each other."""

MADE_UP: Final = {
    "county_return": (115, 46),
    "reform_programme": (15, 1),
    "monthly_round": (6, 2),
    "county_observation": (4, 3),
    "red_flag": (4, 2),
    "shared_theme": (2, 1),
}
"""Facts and cases of each procedure that the demo makes up beside the published history."""

MADE_UP_FACTS: Final = sum(facts for facts, _ in MADE_UP.values())
MADE_UP_CASES: Final = sum(cases for _, cases in MADE_UP.values())
ALL_CASES: Final = CASES + MADE_UP_CASES
BEFORE_MADE_UP: Final = ("--in-force-on", "2026-07-31")
"""Looks at the demo log from a day before anything that it makes up."""

EVALUATIONS: Final = ("evaluation-01-2025", "evaluation-15-2025", "evaluation-21-2025")

AREAS: Final = ("e-s", "i-s", "l-s", "p-s", "s-s")

CLOSED: Final = (
    "borrowing-authority-fi-2022",
    "borrowing-authority-fi-2023",
    "legislation-fi-2025",
    "legislation-fi-2026",
)
"""The cases of the published history that have ended; every other one of it is open."""

LATE_IN_JUNE_2026: Final = (
    "situation-round-fi-2021",
    "government-commitment-fi-2025",
    "additional-funding-14-2025",
    *(f"collaborative-agreement-{area}-2025" for area in AREAS),
    *(f"collaborative-negotiation-{area}-2026" for area in AREAS),
)
"""The cases in which something was late before the term of Keski-Suomi's group ended on 12 June 2026, oldest first."""
