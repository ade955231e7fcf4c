"""The nouns of the monthly round: `collect`, `agenda` and `theme`; their verbs are in `cli.collect.verbs`."""

from __future__ import annotations

from cli.frame.command import Noun, argument, option
from cli.frame.completing import complete_cases, complete_subjects
from engine.law import Label

collect = Noun(
    "collect",
    about=Label(
        "Kuukausikierros: työkirjat alueille, vastaukset lokiin, keskustelu, vahvistus ja raportit.",
        "Månadsrundan: arbetsböcker till områdena, svaren i loggen, samtal, bekräftelse och rapporter.",
        "The monthly round: workbooks to the counties, answers into the log, discussion, confirmation and reports.",
    ),
    examples=(
        "$ ohjaus collect open --month 2026-12 --on 2026-11-20 --dry-run",
        "$ ohjaus collect status",
    ),
)
agenda = Noun(
    "agenda",
    about=Label(
        "Kuukausikeskustelun asialista, tehty siitä mikä on muuttunut ja mikä odottaa.",
        "Månadssamtalets föredragningslista, gjord av det som ändrats och det som väntar.",
        "The agenda of the monthly discussion, made from what changed and what waits.",
    ),
    examples=("$ ohjaus agenda make --county Kainuu",),
)
theme = Noun(
    "theme",
    about=Label(
        "Alueiden yhteiset asiat: ketkä nostivat, kuka tarttuu ja mitä siitä tuli.",
        "Områdenas gemensamma frågor: vem som tog upp dem, vem som tar tag i dem och vad det blev.",
        "Themes that counties share: who raised them, who takes them up, and what came of it.",
    ),
    examples=("$ ohjaus theme list",),
)

MONTH = option(
    "--month",
    required=True,
    metavar="YYYY-MM",
    about=Label("kierroksen kuukausi", "rundans månad", "the month of the round"),
)
NEWEST_MONTH = option(
    "--month",
    metavar="YYYY-MM",
    about=Label(
        "kierroksen kuukausi; uusin, jos ei anneta",
        "rundans månad; den nyaste om den inte anges",
        "the month of the round; the newest if left out",
    ),
)
COUNTY = option(
    "--county",
    required=True,
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("alue", "området", "the county"),
)
COUNTIES = option(
    "--county",
    "counties",
    multiple=True,
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label(
        "alue; saa toistaa, kaikki jos ei anneta",
        "område; får upprepas, alla om inget anges",
        "a county; may be repeated, all if left out",
    ),
)
ON = option(
    "--on",
    required=True,
    metavar="DATE",
    about=Label("päivä, jona se tapahtui", "dagen då det skedde", "the day on which it happened"),
)
COMMAND_ID = option(
    "--command-id",
    metavar="ID",
    about=Label(
        "kirjauksen tunnus; sama tunnus uudelleen ei kirjaa toista kertaa",
        "registreringens id; samma id igen registrerar inte en gång till",
        "id of this recording; the same id again records nothing more",
    ),
)
THEME = argument(
    "case_id",
    metavar="CASE",
    shell_complete=complete_cases,
    about=Label("yhteisen asian tunnus", "den gemensamma frågans id", "the theme, by its case"),
)
