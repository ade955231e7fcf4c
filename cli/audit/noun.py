"""The noun `audit`; its verbs are in the modules that `cli.audit.verbs` names."""

from __future__ import annotations

from cli.frame.command import Noun
from engine.law import Label

audit = Noun(
    "audit",
    about=Label(
        "Loki, historian toisto ja eheyden tarkistus.",
        "Loggen, historien på nytt och kontroll av integriteten.",
        "The log, histories replayed, integrity verified.",
    ),
    examples=(
        "$ ohjaus audit log evaluation-15-2025",
        "$ ohjaus audit replay evaluation-15-2025 --why state",
        "$ ohjaus audit verify",
    ),
)
