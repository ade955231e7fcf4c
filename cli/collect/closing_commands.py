"""`collect end`, `compile`, `confirm`, `report` and `close`: from the last answer to the last report of a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.collect.noun import COMMAND_ID, COUNTIES, MONTH, ON, collect
from cli.frame.command import option
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

LEVELS = (
    *("core_group", "permanent_secretaries", "ministerial_group", "coordination_group", "reform_steering_group"),
    "regional_section",
)
PAGES = ("overview", "county", "procedures", "goals", "themes", "method")

_OPEN = "$ ohjaus collect open --month 2027-02 --on 2026-11-20 --now 2026-11-20"
_END = "$ ohjaus collect end --month 2027-02 --on 2027-02-08 --now 2027-02-08"
_CONFIRM = "$ ohjaus collect confirm --month 2027-02 --on 2027-02-15 --now 2027-02-15"
_COMPILE = "$ ohjaus collect compile --month 2027-02 --on 2027-02-15 --now 2027-02-15"
_REPORT = "$ ohjaus collect report --month 2027-02 --to core_group --doc STM/100/2027 --on 2027-02-16 --now 2027-02-16"
_REMARK = option("--remark", metavar="TEXT", about=Label("huomautus", "anmärkning", "remark"))


@collect.verb(
    "end",
    writes=True,
    about=Label(
        "Päättää kuukauden kokoamisen: ketkä vastasivat, ketkä olivat vaiti, keiltä ei kysytty.",
        "Avslutar månadens insamling: vilka som svarade, vilka som var tysta, vilka som inte tillfrågades.",
        "Ends the month's collection: who answered, who was silent, who was not asked.",
    ),
    examples=(_OPEN, f"{_END} --dry-run"),
)
@MONTH
@ON
@_REMARK
@COMMAND_ID
def end(run: Invocation, *, month: str, on: str, remark: str | None, command_id: str | None) -> None:
    """Ends the collection."""
    from cli.collect.closing import end_collection

    end_collection(run, month, on, remark, command_id)


@collect.verb(
    "compile",
    writes=True,
    about=Label(
        "Kokoaa kuukauden yhteiset asiat yli alueiden, pelastustoimen omat erikseen.",
        "Sammanställer månadens gemensamma frågor över områdena, räddningsväsendets separat.",
        "Compiles the month's themes over the counties, those of rescue services apart.",
    ),
    more=Label(
        "Mukaan tulevat avoimet yhteiset asiat ja osatehtävät, joista vähintään kaksi alueista sanoo olevansa riskissä "
        "tai myöhässä, pyytää tukea tai esittää havainnon. --raise avaa jälkimmäisistä yhteiset asiat.",
        "Med kommer öppna gemensamma frågor och deluppgifter som minst två områden säger vara i riskzonen eller "
        "försenade, begär stöd för eller har en iakttagelse om. --raise öppnar de senare som gemensamma frågor.",
        "It takes the open themes, and the sub-tasks that at least two counties say are at risk or late, ask support "
        "with or observe something about. --raise opens themes of the latter.",
    ),
    examples=(_OPEN, _END, f"{_COMPILE} --dry-run"),
)
@MONTH
@ON
@option(
    "--raise",
    "raising",
    is_flag=True,
    about=Label(
        "avaa usean nostamista osatehtävistä yhteiset asiat",
        "öppna gemensamma frågor av deluppgifter som flera tagit upp",
        "open themes of the sub-tasks that several raised",
    ),
)
@option(
    "--highlight",
    "highlights",
    multiple=True,
    metavar="TEXT",
    about=Label("nosto; saa toistaa", "lyft; får upprepas", "what is lifted out of it; may be repeated"),
)
@COMMAND_ID
def compile_themes(
    run: Invocation, *, month: str, on: str, raising: bool, highlights: tuple[str, ...], command_id: str | None
) -> None:
    """Compiles themes."""
    from cli.collect.compiling import compile_month

    compile_month(run, month, on, highlights, raising=raising, command_id=command_id)


@collect.verb(
    "confirm",
    writes=True,
    about=Label(
        "Vahvistaa alueen kuukausivastauksen tai, ilman aluetta, kuukauden tilannekuvan.",
        "Bekräftar ett områdes månadssvar eller, utan område, månadens lägesbild.",
        "Confirms a county's return or, without a county, the picture of the month.",
    ),
    more=Label(
        "Kuukauden vahvistus nimeää jokaisen alueen: vastannut, vaiti tai vapautettu. --end-silent päättää samalla "
        "vaienneiden vastaukset vastauksetta.",
        "Bekräftelsen av månaden nämner varje område: har svarat, tyst eller befriat. --end-silent avslutar samtidigt "
        "de tystas svar utan svar.",
        "The confirmation of the month names every county: answered, silent or excused. --end-silent closes the "
        "returns of the silent without an answer in the same act.",
    ),
    examples=(_OPEN, _END, f"{_CONFIRM} --dry-run", f"{_CONFIRM} --end-silent --dry-run"),
)
@MONTH
@ON
@COUNTIES
@option(
    "--headline",
    metavar="TEXT",
    about=Label("kuukausi yhdellä lauseella", "månaden i en mening", "the month in one sentence"),
)
@option(
    "--end-silent",
    is_flag=True,
    about=Label(
        "päätä vaienneiden vastaukset vastauksetta",
        "avsluta de tystas svar utan svar",
        "close the returns of the silent",
    ),
)
@COMMAND_ID
def confirm(
    run: Invocation,
    *,
    month: str,
    on: str,
    counties: tuple[str, ...],
    headline: str | None,
    end_silent: bool,
    command_id: str | None,
) -> None:
    """Confirms returns or a round."""
    from cli.collect.closing import confirm_month, confirm_returns

    if counties:
        confirm_returns(run, month, on, counties, command_id)
    else:
        confirm_month(run, month, on, headline, end_silent=end_silent, command_id=command_id)


@collect.verb(
    "report",
    writes=True,
    about=Label(
        "Kirjaa tilannekuvan raportoinnin: kenelle, mihin lokin kohtaan asti ja mitkä sivut.",
        "Registrerar att lägesbilden rapporterats: till vem, till vilken position i loggen och vilka sidor.",
        "Records that the picture was reported: to whom, up to which position of the log, and which pages.",
    ),
    examples=(_OPEN, _END, _COMPILE, _CONFIRM, f"{_REPORT} --dry-run"),
)
@MONTH
@ON
@option(
    "--to",
    "level",
    required=True,
    type=click.Choice(LEVELS),
    about=Label("kenelle", "till vem", "to whom"),
)
@option(
    "--doc",
    "docs",
    multiple=True,
    metavar="REF",
    about=Label(
        "koonti: DIAARINUMERO, @TIEDOSTO tai https://...",
        "sammanställning: DIARIENUMMER, @FIL eller https://...",
        "the compilation: DIARY, @FILE or https://...",
    ),
)
@option(
    "--page",
    "pages",
    multiple=True,
    type=click.Choice(PAGES),
    about=Label(
        "näytetty sivu; tason tavalliset, jos ei anneta",
        "sida som visades; nivåns vanliga om ingen anges",
        "a page that was shown; the usual ones of that level if left out",
    ),
)
@option(
    "--position",
    type=int,
    metavar="N",
    about=Label(
        "lokin kohta, johon asti raportti näyttää; uusin",
        "position i loggen som rapporten visar; den nyaste",
        "up to which position of the log it shows; the newest if left out",
    ),
)
@_REMARK
@COMMAND_ID
def report(run: Invocation, *, month: str, on: str, command_id: str | None, **said: Any) -> None:
    """Records a report."""
    from cli.collect.closing import Report, report_month

    report_month(run, month, on, Report(**said), command_id)


@collect.verb(
    "close",
    writes=True,
    about=Label(
        "Päättää kierroksen, kun se on raportoitu.",
        "Avslutar rundan när den har rapporterats.",
        "Closes a round once it has been reported.",
    ),
    examples=(
        *(_OPEN, _END, _COMPILE, _CONFIRM, _REPORT),
        "$ ohjaus collect close --month 2027-02 --on 2027-02-20 --now 2027-02-20 --dry-run",
    ),
)
@MONTH
@ON
@_REMARK
@COMMAND_ID
def close(run: Invocation, *, month: str, on: str, remark: str | None, command_id: str | None) -> None:
    """Closes a round."""
    from cli.collect.closing import close_month

    close_month(run, month, on, remark, command_id)
