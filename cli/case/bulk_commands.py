"""Acts on several cases at once: `case start-all` opens a round, `case change-law` moves open cases to a new law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.case.act_options import Given, act_options
from cli.case.noun import case
from cli.frame.command import argument, option
from cli.frame.completing import complete_cases, complete_procedures, complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

_PROCEDURE = Label("menettely", "förfarandet", "the procedure")


@case.verb(
    "start-all",
    writes=True,
    about=Label(
        "Avaa saman asian usealle taholle yhdellä kirjauksella: kaikille tai ei kenellekään.",
        "Inleder samma ärende för flera parter i en registrering: för alla eller ingen.",
        "Opens the same case for several subjects in one act: for all of them or none.",
    ),
    more=Label(
        "Ilman valintaa: jokainen taho, jota menettely koskee. --skip-open jättää pois ne, joilla on jo vireillä "
        "oleva asia.",
        "Utan urval: alla som förfarandet gäller. --skip-open utelämnar dem som redan har ett anhängigt ärende.",
        "Without a choice: everybody whom the procedure can be about. --skip-open leaves out those who have an open "
        "case already.",
    ),
    examples=(
        "$ ohjaus case start-all steering_negotiation --on 2026-08-17 --set year=2026 --dry-run",
        "$ ohjaus case start-all steering_negotiation --on 2026-08-17 --set year=2026 --except Lappi --dry-run",
    ),
)
@argument("procedure", metavar="PROCEDURE", shell_complete=complete_procedures, about=_PROCEDURE)
@option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    about=Label(
        "tahon laji, esimerkiksi county", "slag av part, till exempel county", "kind of subject, such as county"
    ),
)
@option(
    "--subject",
    "subjects",
    multiple=True,
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("yksi tahoista; saa toistaa", "en av parterna; får upprepas", "one of the subjects; may be repeated"),
)
@option(
    "--except",
    "left_out",
    multiple=True,
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("jätetään pois; saa toistaa", "utelämnas; får upprepas", "left out; may be repeated"),
)
@option(
    "--skip-open",
    is_flag=True,
    about=Label(
        "ohita ne, joilla asia on jo vireillä",
        "hoppa över dem som redan har ett ärende",
        "skip those who have an open case",
    ),
)
@option(
    "--fact",
    metavar="FACT",
    about=Label("toimi, joka avaa asian", "åtgärden som inleder ärendet", "the act that opens each case"),
)
@option("--ground", metavar="TEXT", about=Label("peruste", "grund", "the ground; the section if left out"))
@act_options
def start_all_cases(
    run: Invocation,
    procedure: str,
    *,
    kinds: tuple[str, ...],
    subjects: tuple[str, ...],
    left_out: tuple[str, ...],
    skip_open: bool,
    fact: str | None,
    ground: str | None,
    **given: Any,
) -> None:
    """Opens a case for each subject."""
    from cli.case.bulk import Choice, start_all

    choice = Choice(kinds=kinds, subjects=subjects, left_out=left_out, skip_open=skip_open)
    start_all(run, procedure, choice, Given(**given), fact=fact, ground=ground)


@case.verb(
    "change-law",
    writes=True,
    about=Label(
        "Siirtää vireillä olevat asiat uuden lain alaisiksi siirtymäsäännöksen nojalla; ensin suunnitelma.",
        "Överför anhängiga ärenden till ny lag med stöd av en övergångsregel; först planen.",
        "Moves open cases under a new law by its transitional rule; first comes the plan.",
    ),
    more=Label(
        "Ilman asioita näytetään suunnitelma: mitkä asiat sääntö siirtäisi ja mitkä pysyvät lakinsa alaisina.",
        "Utan ärenden visas planen: vilka ärenden regeln överför och vilka som följer sin lag.",
        "Without cases it shows the plan: which cases the rule would move, and which stay with their law.",
    ),
    examples=(
        "$ ohjaus case change-law evaluation --on 2026-03-02",
        "$ ohjaus case change-law division_inquiry --on 2026-03-02 --all --dry-run",
    ),
)
@argument("procedure", metavar="PROCEDURE", shell_complete=complete_procedures, about=_PROCEDURE)
@option(
    "--on",
    required=True,
    metavar="DATE",
    about=Label("siirron päivä", "dagen för överföringen", "the day of the move, on which the new law is in force"),
)
@option(
    "--case",
    "case_ids",
    multiple=True,
    metavar="CASE",
    shell_complete=complete_cases,
    about=Label("siirrettävä asia; saa toistaa", "ärende som överförs; får upprepas", "a case; may be repeated"),
)
@option(
    "--all",
    "every",
    is_flag=True,
    about=Label("kaikki, jotka sääntö siirtää", "alla som regeln överför", "every case that the rule moves"),
)
@option("--command-id", metavar="ID", about=Label("kirjauksen tunnus", "registreringens id", "id of this recording"))
def change_law_of_cases(
    run: Invocation, procedure: str, *, on: str, case_ids: tuple[str, ...], every: bool, command_id: str | None
) -> None:
    """Plans or records a move to another law."""
    from cli.case.bulk import change_law

    change_law(run, procedure, on, case_ids, every=every, command_id=command_id)
