"""`theme list`, `raise`, `take-up` and `close`: what counties share, and who does it for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.collect.noun import COMMAND_ID, ON, THEME, theme
from cli.frame.command import argument, option
from cli.frame.completing import complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

_RAISE = (
    '$ ohjaus theme raise "Keksitty yhteinen asia" --county Kainuu --county Lappi --on 2025-06-02'
    " --command-id made-up-theme"
)


@theme.verb(
    "list",
    about=Label(
        "Luettelee alueiden yhteiset asiat: ketkä nostivat, kuka tarttuu, milloin viimeistään.",
        "Räknar upp områdenas gemensamma frågor: vem som tog upp dem, vem som sköter dem, till när.",
        "Lists the themes that counties share: who raised them, who takes them up, by when.",
    ),
    examples=("$ ohjaus theme list", "$ ohjaus theme list --all --format json"),
)
@option(
    "--all",
    "every",
    is_flag=True,
    about=Label("myös päättyneet", "även avslutade", "those that have ended as well"),
)
def list_themes(run: Invocation, *, every: bool) -> None:
    """Lists themes."""
    from cli.collect.themes import show_themes

    show_themes(run, every=every)


@theme.verb(
    "raise",
    writes=True,
    about=Label(
        "Nostaa usean alueen yhteisen asian.",
        "Tar upp en fråga som flera områden har gemensamt.",
        "Raises a theme that several counties share.",
    ),
    examples=(_RAISE,),
)
@argument(
    "name",
    metavar="NAME",
    about=Label("mistä on kyse, muutamalla sanalla", "vad det gäller, i några ord", "what it is about, in a few words"),
)
@option(
    "--county",
    "counties",
    multiple=True,
    required=True,
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label(
        "alue, joka sen nosti; vähintään kaksi",
        "område som tog upp den; minst två",
        "a county that raised it; at least two",
    ),
)
@ON
@option(
    "--sector",
    type=click.Choice(("services", "rescue", "both")),
    default="both",
    about=Label("sote, pelastustoimi vai molemmat", "vård, räddning eller båda", "services, rescue services or both"),
)
@option("--what", metavar="TEXT", about=Label("mitä alueet siitä sanovat", "vad områdena säger", "what they say of it"))
@option(
    "--observation",
    "observations",
    multiple=True,
    metavar="CASE",
    about=Label("havainto, johon se perustuu", "iakttagelse som den bygger på", "an observation it rests on"),
)
@COMMAND_ID
def raise_theme(
    run: Invocation,
    name: str,
    *,
    counties: tuple[str, ...],
    on: str,
    sector: str,
    what: str | None,
    observations: tuple[str, ...],
    command_id: str | None,
) -> None:
    """Raises a theme."""
    from cli.collect.themes import Raised, record_raised

    record_raised(run, Raised(name, counties, sector, what, observations), on, command_id)


@theme.verb(
    "take-up",
    writes=True,
    about=Label(
        "Kirjaa, kuka tarttuu yhteiseen asiaan kaikkien puolesta ja mitä tehdään.",
        "Registrerar vem som tar tag i en gemensam fråga för allas räkning och vad som görs.",
        "Records who takes up a theme for all of them, and what is done.",
    ),
    examples=(
        _RAISE,
        "$ ohjaus theme take-up shared-theme-fi-2025 --by STM --what keksitty --on 2025-06-03 --dry-run",
    ),
)
@THEME
@option("--by", required=True, metavar="REF", about=Label("kuka tarttuu", "vem som tar tag", "who takes it up"))
@option("--what", required=True, metavar="TEXT", about=Label("mitä tehdään", "vad som görs", "what is done"))
@option("--due", metavar="DATE", about=Label("mihin mennessä", "till när", "by when"))
@ON
@COMMAND_ID
def take_up(
    run: Invocation, case_id: str, *, by: str, what: str, due: str | None, on: str, command_id: str | None
) -> None:
    """Takes a theme up."""
    from cli.collect.themes import record_taken_up

    record_taken_up(run, case_id, by, what, due, on, command_id)


@theme.verb(
    "close",
    writes=True,
    about=Label(
        "Päättää yhteisen asian ja kertoo, mitä siitä tuli.",
        "Avslutar en gemensam fråga och berättar vad det blev av den.",
        "Closes a theme and says what came of it.",
    ),
    examples=(
        _RAISE,
        "$ ohjaus theme close shared-theme-fi-2025 --outcome keksitty --on 2025-06-04 --dry-run",
    ),
)
@THEME
@option("--outcome", required=True, metavar="TEXT", about=Label("mitä siitä tuli", "vad det blev", "what came of it"))
@ON
@COMMAND_ID
def close_theme(run: Invocation, case_id: str, *, outcome: str, on: str, command_id: str | None) -> None:
    """Closes a theme."""
    from cli.collect.themes import record_closed

    record_closed(run, case_id, outcome, on, command_id)
