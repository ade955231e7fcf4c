"""The noun `picture`; its verbs are in `cli.picture.commands` and `cli.picture.diff_command`."""

from __future__ import annotations

from cli.frame.command import Noun
from engine.law import Label

picture = Noun(
    "picture",
    about=Label(
        "Tilannekuva: missä kukin alue on, mikä on myöhässä ja mistä ei tiedetä.",
        "Lägesbilden: var varje område står, vad som är försenat och vad man inte vet.",
        "The situational picture: where each county stands, what is late and what is not known.",
    ),
    examples=(
        "$ ohjaus picture show",
        "$ ohjaus picture build --out kuva",
    ),
)
