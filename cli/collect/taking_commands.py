"""`collect check`, `collect import` and `collect resolve`: what came back from the counties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.collect.noun import COMMAND_ID, COUNTY, MONTH, ON, collect
from cli.frame.command import argument, option
from cli.frame.completing import complete_files, complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

_FILES = argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    shell_complete=complete_files,
    about=Label("täytetty työkirja (XLSX)", "ifylld arbetsbok (XLSX)", "a filled workbook (XLSX)"),
)
_EXPECTED = option(
    "--county",
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label(
        "alue, jonka työkirjaksi sitä luullaan", "området vars arbetsbok man tror att det är", "whose it should be"
    ),
)


@collect.verb(
    "check",
    about=Label(
        "Tarkistaa täytetyn työkirjan ja näyttää, mitä se muuttaisi; mitään ei tallenneta.",
        "Kontrollerar en ifylld arbetsbok och visar vad den skulle ändra; ingenting sparas.",
        "Checks a filled workbook and shows what it would change; nothing is stored.",
    ),
    more=Label(
        "Jokainen virhe kerrotaan soluineen. Työkirja, jossa on yksikin virhe, hylätään kokonaan (9).",
        "Varje fel berättas med sin cell. En arbetsbok med ett enda fel avvisas helt (9).",
        "Each mistake is told with its cell. A workbook with a single one is rejected as a whole (9).",
    ),
    examples=(
        "$ ohjaus collect open --month 2027-02 --on 2026-11-20 --county Kainuu --now 2026-11-20",
        "$ ohjaus collect template --month 2027-02 --county Kainuu --out kainuu.xlsx --now 2026-11-20",
        "$ ohjaus collect check kainuu.xlsx",
    ),
)
@_FILES
@_EXPECTED
def check(run: Invocation, files: tuple[str, ...], *, county: str | None) -> None:
    """Checks workbooks."""
    from cli.collect.taking import look

    look(run, files, county)


@collect.verb(
    "import",
    writes=True,
    about=Label(
        "Kirjaa täytetyistä työkirjoista vain sen, mikä muuttui: kaikki tai ei mitään.",
        "Registrerar ur ifyllda arbetsböcker endast det som ändrats: allt eller inget.",
        "Records from filled workbooks what changed and nothing else: all of it or none.",
    ),
    more=Label(
        "Solu, jonka joku muu on sillä välin muuttanut toisin, jää odottamaan ratkaisua (collect resolve); muu "
        "kirjataan. Saman tiedoston tuominen uudelleen ei lisää mitään.",
        "En cell som någon annan under tiden har ändrat annorlunda väntar på avgörande (collect resolve); resten "
        "registreras. Att läsa in samma fil på nytt lägger inte till något.",
        "A cell that somebody else changed otherwise meanwhile waits until it is resolved (collect resolve); the rest "
        "is recorded. Taking in the same file again adds nothing.",
    ),
    examples=(
        "$ ohjaus collect open --month 2027-02 --on 2026-11-20 --county Kainuu --now 2026-11-20",
        "$ ohjaus collect template --month 2027-02 --county Kainuu --out kainuu.xlsx --now 2026-11-20",
        "$ ohjaus collect import kainuu.xlsx --on 2026-11-22 --dry-run --now 2026-11-22",
    ),
)
@_FILES
@ON
@_EXPECTED
@COMMAND_ID
def import_workbooks(
    run: Invocation, files: tuple[str, ...], *, on: str, county: str | None, command_id: str | None
) -> None:
    """Records workbooks."""
    from cli.collect.taking import take

    take(run, files, on, county, command_id)


@collect.verb(
    "resolve",
    writes=True,
    about=Label(
        "Ratkaisee, kumpi jää voimaan solussa, jonka kaksi on muuttanut.",
        "Avgör vilken version som gäller i en cell som två har ändrat.",
        "Says which side stands in a cell that two have changed.",
    ),
    more=Label(
        "given on se, mitä työkirjassa lukee; kept on se, mitä lokissa lukee. Tila ja sen perustelu ratkaistaan "
        "yhdessä. Ilman soluja näytetään, mitkä odottavat.",
        "given är det som står i arbetsboken; kept är det som står i loggen. Tillståndet och dess motivering avgörs "
        "tillsammans. Utan celler visas vilka som väntar.",
        "given is what the workbook says; kept is what the log says. A state and its reason are resolved together. "
        "Without cells it shows which wait.",
    ),
    examples=(
        "$ ohjaus collect open --month 2027-02 --on 2026-11-20 --county Kainuu --now 2026-11-20",
        "$ ohjaus collect resolve --month 2027-02 --county Kainuu",
        "$ ohjaus collect resolve --month 2027-02 --county Kainuu HTT!D14 --take given --on 2026-11-22  # exit 3",
    ),
)
@argument(
    "cells",
    metavar="[CELL...]",
    nargs=-1,
    about=Label("solu, esimerkiksi HTT!D14", "cell, till exempel HTT!D14", "a cell, such as HTT!D14"),
)
@MONTH
@COUNTY
@option(
    "--take",
    type=click.Choice(("given", "kept")),
    about=Label(
        "given: työkirja, kept: loki", "given: arbetsboken, kept: loggen", "given: the workbook, kept: the log"
    ),
)
@option("--reason", metavar="TEXT", about=Label("millä perusteella", "på vilken grund", "on what grounds"))
@option(
    "--on",
    metavar="DATE",
    about=Label("päivä; tänään", "dag; i dag", "the day; today if left out"),
)
@COMMAND_ID
def resolve(
    run: Invocation,
    cells: tuple[str, ...],
    *,
    month: str,
    county: str,
    take: str | None,
    reason: str | None,
    on: str | None,
    command_id: str | None,
) -> None:
    """Resolves conflicts."""
    from cli.collect.resolving import Choice, resolve_cells

    resolve_cells(run, Choice(month, county, cells, take=take, reason=reason, on=on, command_id=command_id))
