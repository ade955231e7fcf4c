"""The noun `identity`."""

from __future__ import annotations

from cli.frame.command import Noun
from engine.law import Label

identity = Noun(
    "identity",
    about=Label(
        "Kuka olet, kuinka varmasti se tiedetään, ja kirjautuminen.",
        "Vem du är, hur säkert det är känt, och inloggning.",
        "Who you are, how surely that is known, and logging in.",
    ),
    examples=("$ ohjaus identity show",),
)
