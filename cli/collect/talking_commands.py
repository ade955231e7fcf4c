"""`agenda make` and `collect discuss`: what the monthly hour with a county takes up, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.collect.noun import COMMAND_ID, COUNTY, MONTH, NEWEST_MONTH, ON, agenda, collect
from cli.frame.command import option
from engine.law import LANGUAGES, Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

_OPEN = "$ ohjaus collect open --month 2027-02 --on 2026-11-20 --county Kainuu --now 2026-11-20"

_DISCUSS = (
    "$ ohjaus collect discuss --month 2027-02 --county Kainuu --on 2026-11-22 --now 2026-11-22 --ministry STM"
    ' --change "HTT-A-1.2=at_risk:keksitty perustelu" --dry-run'
)


@agenda.verb(
    "make",
    about=Label(
        "Tekee alueen kuukausikeskustelun asialistan siitä, mikä on muuttunut, eroaa, odottaa tai on myöhässä.",
        "Gör föredragningslistan för samtalet med ett område av det som ändrats, skiljer sig, väntar eller är sent.",
        "Makes the agenda of the discussion with a county from what changed, differs, waits or is late.",
    ),
    more=Label(
        "Tiedostoon kirjoitettaessa pääte ratkaisee muodon: .txt, .md tai .html.",
        "När listan skrivs till en fil avgör ändelsen formen: .txt, .md eller .html.",
        "Written into a file, its ending decides the form: .txt, .md or .html.",
    ),
    examples=(
        _OPEN,
        "$ ohjaus agenda make --month 2027-02 --county Kainuu",
        "$ ohjaus agenda make --month 2027-02 --county Kainuu --in sv --out kainuu.md",
    ),
)
@NEWEST_MONTH
@COUNTY
@option(
    "--out",
    metavar="FILE",
    about=Label("tiedosto: .txt, .md tai .html", "fil: .txt, .md eller .html", "a file: .txt, .md or .html"),
)
@option(
    "--in",
    "language",
    type=click.Choice(LANGUAGES),
    about=Label(
        "asialistan kieli; komennon kieli, jos ei anneta",
        "listans språk; kommandots språk om det inte anges",
        "language of the agenda; that of the command if left out",
    ),
)
def make(run: Invocation, *, month: str | None, county: str, out: str | None, language: str | None) -> None:
    """Makes an agenda."""
    from cli.collect.talking import make_agenda

    make_agenda(run, month, county, out, language)


@collect.verb(
    "discuss",
    writes=True,
    about=Label(
        "Kirjaa kuukausikeskustelun: asialistan, muistiinpanot ja mitä nähtiin toisin.",
        "Registrerar månadssamtalet: listan, anteckningarna och vad man såg annorlunda.",
        "Records the monthly discussion: its agenda, notes, and what was seen otherwise.",
    ),
    more=Label(
        "Ilman valitsinta --point asialista on se, jonka agenda make tekee.",
        "Utan --point är listan den som agenda make gör.",
        "Without --point the agenda is the one that agenda make makes.",
    ),
    examples=(
        _OPEN,
        _DISCUSS,
    ),
)
@MONTH
@COUNTY
@ON
@option(
    "--point",
    "points",
    multiple=True,
    metavar="TEXT",
    about=Label(
        "asialistan kohta; saa toistaa", "punkt på listan; får upprepas", "a point of the agenda; may be repeated"
    ),
)
@option("--notes", metavar="TEXT", about=Label("mitä keskustelu toi lisää", "vad samtalet gav", "what it added"))
@option(
    "--ministry",
    "ministries",
    multiple=True,
    type=click.Choice(("VM", "STM", "SM")),
    about=Label("mukana ollut ministeriö", "ministerium som deltog", "a ministry that took part"),
)
@option(
    "--change",
    "changes",
    multiple=True,
    metavar="TASK=STATE[:REASON]",
    about=Label(
        "osatehtävä, joka nähtiin yhdessä toisin",
        "en deluppgift som man tillsammans såg annorlunda",
        "a sub-task that was seen otherwise together",
    ),
)
@option(
    "--wider",
    is_flag=True,
    about=Label(
        "laajempi ministeriövetoinen neuvottelu",
        "den bredare ministerieledda förhandlingen",
        "the wider negotiation led by the ministries",
    ),
)
@COMMAND_ID
def discuss(run: Invocation, *, month: str, county: str, on: str, command_id: str | None, **said: Any) -> None:
    """Records a discussion."""
    from cli.collect.talking import Talk, record_talk

    record_talk(run, month, county, on, Talk(**said), command_id)
