"""What a person does to a running time: `case suspend`, `resume`, `extend`, `cancel-deadline`, on a stated section."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli.case.noun import case, case_argument
from cli.deadline.completing import complete_deadlines
from cli.frame.command import argument, option
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation


_F = TypeVar("_F", bound=Callable[..., Any])

MODES = ("freeze", "restart", "run_on")
_DEADLINE = "evaluation-15-2025 group_term --on 2026-03-02"
_STATED = '--section "611/2021 122 §" --why "made-up reason" --dry-run'


def _which(function: _F) -> _F:
    """Adds the case, the deadline in it, the day, the documents, and the id of the recording."""
    for add in (
        option(
            "--command-id",
            metavar="ID",
            about=Label(
                "kirjauksen tunnus; sama tunnus uudelleen ei kirjaa toista kertaa",
                "registreringens id; samma id igen registrerar inte en gång till",
                "id of this recording; the same id again records nothing more",
            ),
        ),
        option(
            "--doc",
            "docs",
            multiple=True,
            metavar="KIND=REF",
            about=Label(
                "asiakirja, johon se perustuu: KIND=DIAARINUMERO, KIND=@TIEDOSTO tai KIND=https://...",
                "handling som det grundar sig på: KIND=DIARIENUMMER, KIND=@FIL eller KIND=https://...",
                "a document on which it rests: KIND=DIARY, KIND=@FILE or KIND=https://...",
            ),
        ),
        option(
            "--generation",
            type=int,
            metavar="N",
            about=Label(
                "monesko samanniminen; viimeisin, joka on kulumassa",
                "vilken av samma namn; den senaste som löper",
                "which of that name; the newest that runs",
            ),
        ),
        option("--on", metavar="DATE", about=Label("päivä; tänään", "dag; i dag", "the day; today if left out")),
        argument(
            "name",
            metavar="DEADLINE",
            shell_complete=complete_deadlines,
            about=Label(
                "määräajan nimi hakasulkeissa, kuten `ohjaus deadline list --case CASE -v` sen antaa",
                "tidsfristens namn inom hakparentes, som `ohjaus deadline list --case CASE -v` ger det",
                "the deadline's name in brackets, as `ohjaus deadline list --case CASE -v` gives it",
            ),
        ),
        case_argument(),
    ):
        function = add(function)
    return function


def _stated(function: _F) -> _F:
    """Adds the section and the reason, which the record keeps as stated."""
    for add in (
        option("--why", required=True, metavar="TEXT", about=Label("miksi", "varför", "why, as stated")),
        option(
            "--section",
            required=True,
            metavar="TEXT",
            about=Label(
                "säännös, johon se perustuu", "bestämmelsen som det grundar sig på", "the section on which it rests"
            ),
        ),
    ):
        function = add(function)
    return function


@case.verb(
    "suspend",
    writes=True,
    about=Label("Keskeyttää määräajan kulumisen.", "Avbryter en löpande tidsfrist.", "Suspends a deadline that runs."),
    more=Label(
        "Kun menettely sanoo, mitä keskeytys ajalle tekee, --mode jätetään pois. Useampi keskeytys voi kulua yhtä "
        "aikaa; päällekkäiset päivät luetaan kerran.",
        "När förfarandet säger vad ett avbrott gör med tiden utelämnas --mode. Flera avbrott kan löpa samtidigt; "
        "dagar som sammanfaller räknas en gång.",
        "Where the procedure says what a suspension does to the time, leave out --mode. Several suspensions may run "
        "at once; days that they share count once.",
    ),
    examples=(
        f"$ ohjaus case suspend {_DEADLINE} --mode freeze {_STATED}",
        f"$ ohjaus case suspend {_DEADLINE} {_STATED}  # exit 5",
    ),
)
@_which
@option(
    "--mode",
    type=click.Choice(MODES),
    about=Label(
        "aika ei kulu (freeze), alkaa alusta (restart) tai kuluu silti (run_on)",
        "tiden står stilla (freeze), börjar om (restart) eller löper ändå (run_on)",
        "the time stands still (freeze), begins anew (restart) or runs on (run_on)",
    ),
)
@_stated
def suspend(run: Invocation, case_id: str, name: str, **given: Any) -> None:
    """Suspends a deadline."""
    _record(run, "suspend", "deadline_suspended", case_id, name, given)


@case.verb(
    "resume",
    writes=True,
    about=Label(
        "Jatkaa keskeytetyn määräajan kulumista; aika annetaan takaisin säännön mukaan.",
        "Låter en avbruten tidsfrist löpa igen; tiden ges tillbaka enligt regeln.",
        "Lets a suspended deadline run again; the time is given back by its rule.",
    ),
    more=Label(
        "Kun keskeytyksiä on useita, --why on sen syy, joka päättyy.",
        "När avbrotten är flera är --why skälet till det som upphör.",
        "Where several suspensions run, --why is the reason of the one that ends.",
    ),
    examples=(f'$ ohjaus case resume {_DEADLINE} --why "made-up reason" --dry-run  # exit 5',),
)
@_which
@option("--why", required=True, metavar="TEXT", about=Label("mikä on päättynyt", "vad som upphört", "what has ended"))
def resume(run: Invocation, case_id: str, name: str, **given: Any) -> None:
    """Resumes a deadline."""
    _record(run, "resume", "deadline_resumed", case_id, name, given)


@case.verb(
    "extend",
    writes=True,
    about=Label(
        "Pidentää määräaikaa päivään, joka ilmoitetaan.",
        "Förlänger en tidsfrist till en dag som anges.",
        "Extends a deadline until a stated day.",
    ),
    examples=(f"$ ohjaus case extend {_DEADLINE} --until 2026-09-30 {_STATED}",),
)
@_which
@option(
    "--until",
    "due",
    required=True,
    metavar="DATE",
    about=Label("uusi viimeinen päivä", "den nya sista dagen", "the new last day"),
)
@_stated
def extend(run: Invocation, case_id: str, name: str, *, due: str, **given: Any) -> None:
    """Extends a deadline."""
    from cli.frame.clocks import parse_day

    _record(run, "extend", "deadline_extended", case_id, name, {"due": str(parse_day(due, "--until")), **given})


@case.verb(
    "cancel-deadline",
    writes=True,
    about=Label(
        "Kirjaa määräajan rauenneeksi: sitä ei enää tarvitse noudattaa.",
        "Registrerar att en tidsfrist förfallit: den behöver inte längre iakttas.",
        "Records that a deadline has lapsed: it need no longer be kept.",
    ),
    more=Label(
        "Kun toimi täyttää määräajan tai asia päättyy, määräaika päättyy itsestään; tätä ei silloin tarvita.",
        "När en åtgärd uppfyller tidsfristen eller ärendet avslutas upphör den av sig själv; då behövs inte detta.",
        "When an act meets the deadline or the case is closed, it ends by itself; then this is not needed.",
    ),
    examples=(f"$ ohjaus case cancel-deadline {_DEADLINE} {_STATED}",),
)
@_which
@_stated
def cancel_deadline(run: Invocation, case_id: str, name: str, **given: Any) -> None:
    """Cancels a deadline."""
    _record(run, "cancel-deadline", "deadline_cancelled", case_id, name, given)


def _record(run: Invocation, verb: str, fact: str, case_id: str, name: str, given: dict[str, Any]) -> None:
    from cli.deadline.changing import Change, change

    beside = ("on", "docs", "command_id")
    asked = Change(
        verb=verb,
        fact=fact,
        case_id=case_id,
        name=name,
        on=given["on"] or run.wiring.clock.today().isoformat(),
        options={key: value for key, value in given.items() if key not in beside},
        docs=given["docs"],
        command_id=given["command_id"],
    )
    change(run, asked)
