"""`collect open` and `collect template`: the round of a month, and the workbooks that go out in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.collect.noun import COMMAND_ID, COUNTIES, MONTH, ON, collect
from cli.frame.command import option
from engine.law import LANGUAGES, Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation


@collect.verb(
    "open",
    writes=True,
    about=Label(
        "Avaa kuukauden kierroksen ja alueiden vastaukset yhdellä kirjauksella: kaikki tai ei mitään.",
        "Öppnar månadens runda och områdenas svar i en registrering: allt eller inget.",
        "Opens the round of a month and the returns of the counties in one act: all or nothing.",
    ),
    more=Label(
        "Vastauspäivä on kuukauden 5. päivä tai seuraava arkipäivä. Alue, jonka kevennetty rytmi ei tuo sille vuoroa, "
        "jätetään pois; --county ottaa mukaan vain nimetyt.",
        "Svarsdagen är den 5 i månaden eller följande vardag. Ett område som enligt sin glesare rytm inte står i tur "
        "utelämnas; --county tar med endast de nämnda.",
        "The day for answering is the 5th of the month or the next working day. A county whose lighter rhythm does not "
        "bring its turn is left out; --county takes in the named ones only.",
    ),
    examples=(
        "$ ohjaus collect open --month 2026-12 --on 2026-11-20 --dry-run",
        "$ ohjaus collect open --month 2027-01 --on 2026-11-20 --county Kainuu --county Lappi --dry-run",
    ),
)
@MONTH
@ON
@COUNTIES
@option(
    "--all",
    "every",
    is_flag=True,
    about=Label(
        "kysy myös osatehtävistä, jotka alue on arvioinut ei-kriittisiksi",
        "fråga även om deluppgifter som området bedömt som icke-kritiska",
        "ask about sub-tasks that the county judged not critical as well",
    ),
)
@option(
    "--due",
    metavar="DATE",
    about=Label(
        "muu vastauspäivä; vaatii syyn", "en annan svarsdag; kräver ett skäl", "another day for answering; needs why"
    ),
)
@option("--because", metavar="TEXT", about=Label("syy muuhun päivään", "skälet till dagen", "why the day is another"))
@COMMAND_ID
def open_round(
    run: Invocation,
    *,
    month: str,
    on: str,
    counties: tuple[str, ...],
    every: bool,
    due: str | None,
    because: str | None,
    command_id: str | None,
) -> None:
    """Opens a round."""
    from cli.collect.opening import Opened, open_month

    open_month(run, Opened(month, on, counties, every=every, due=due, because=because, command_id=command_id))


@collect.verb(
    "template",
    writes=True,
    about=Label(
        "Kirjoittaa alueille työkirjat, jotka on täytetty sillä mitä jo tiedetään.",
        "Skriver arbetsböcker till områdena, ifyllda med det som redan är känt.",
        "Writes the counties' workbooks, filled with what is known already.",
    ),
    more=Label(
        "Jos tilannekuva on muuttunut työkirjan lähettämisen jälkeen, alueelle kirjataan uusi työkirja. Sama loki "
        "antaa samat tavut. Olemassa olevaa muuta tiedostoa ei korvata ilman valitsinta --yes.",
        "Om lägesbilden har ändrats sedan arbetsboken sändes registreras en ny arbetsbok för området. Samma logg ger "
        "samma byte. En annan fil som redan finns ersätts inte utan --yes.",
        "Where the picture has moved since the workbook was issued, a new one is recorded for the county. The same log "
        "gives the same bytes. Another file that is there already is not replaced without --yes.",
    ),
    examples=(
        "$ ohjaus collect open --month 2027-02 --on 2026-11-20 --now 2026-11-20",
        "$ ohjaus collect template --month 2027-02 --county Kainuu --out kainuu.xlsx --now 2026-11-20",
        "$ ohjaus collect template --month 2027-02 --county Pohjanmaa --out kierros --in sv --all --now 2026-11-20",
    ),
)
@MONTH
@COUNTIES
@option(
    "--out",
    required=True,
    metavar="FILE|DIR",
    about=Label(
        "tiedosto, tai kansio jos työkirjoja on monta",
        "fil, eller mapp om arbetsböckerna är flera",
        "a file, or a folder where there are several workbooks",
    ),
)
@option(
    "--all",
    "every",
    is_flag=True,
    about=Label(
        "myös osatehtävät, jotka alue on arvioinut ei-kriittisiksi",
        "även deluppgifter som området bedömt som icke-kritiska",
        "sub-tasks that the county judged not critical as well",
    ),
)
@option(
    "--in",
    "language",
    type=click.Choice(LANGUAGES),
    about=Label(
        "työkirjan kieli; komennon kieli, jos ei anneta",
        "arbetsbokens språk; kommandots språk om det inte anges",
        "language of the workbook; that of the command if left out",
    ),
)
@option(
    "--on",
    metavar="DATE",
    about=Label(
        "uuden työkirjan päivä; tänään", "dagen för en ny arbetsbok; i dag", "the day of a new workbook; today"
    ),
)
def write_templates(
    run: Invocation,
    *,
    month: str,
    counties: tuple[str, ...],
    out: str,
    every: bool,
    language: str | None,
    on: str | None,
) -> None:
    """Writes workbooks."""
    from cli.collect.issuing import Wanted, issue

    issue(run, Wanted(month, counties, out, every=every, language=language, on=on))
