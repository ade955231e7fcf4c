"""The noun `deadline`; its verbs are in `cli.deadline.commands` and `cli.deadline.tick_commands`."""

from __future__ import annotations

from cli.frame.command import Noun
from engine.law import Label

deadline = Noun(
    "deadline",
    about=Label(
        "Määräajat: mitä on vireillä ja miten aika lasketaan.",
        "Tidsfrister: vad som löper och hur en tid räknas.",
        "Deadlines: what runs, and how a time limit is counted.",
    ),
    examples=(
        "$ ohjaus deadline list --within 30d",
        "$ ohjaus deadline compute --from 2026-06-05 --days 14",
    ),
)
