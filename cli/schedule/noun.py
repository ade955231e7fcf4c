"""The noun `schedule`; its verbs are in `cli.schedule.commands`."""

from __future__ import annotations

from cli.frame.command import Noun
from engine.law import Label

schedule = Noun(
    "schedule",
    about=Label(
        "Ajastin: kirjaa ajallaan, mitä kello tietää määräajoista.",
        "Tidsstyrningen: registrerar i tid vad klockan vet om tidsfristerna.",
        "The scheduler: records in time what the clock knows of deadlines.",
    ),
    examples=("$ ohjaus schedule status", "$ ohjaus schedule install"),
)
