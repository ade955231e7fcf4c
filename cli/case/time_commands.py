"""What a person does to a running time: `case suspend`, `case resume`, `case extend`, each on a stated section."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from cli.case.noun import case, case_argument
from cli.frame.command import argument, option
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation


_F = TypeVar("_F", bound=Callable[..., Any])

_EXAMPLE = "evaluation-15-2025 group_term --on 2026-03-02"


def _which(function: _F) -> _F:
    """Adds the case, the deadline in it, and the day."""
    for add in (
        option(
            "--command-id", metavar="ID", about=Label("kirjauksen tunnus", "registreringens id", "id of this recording")
        ),
        option(
            "--generation",
            type=int,
            metavar="N",
            about=Label(
                "monesko samanniminen; viimeisin",
                "vilken av samma namn; den senaste",
                "which of that name; the newest that runs",
            ),
        ),
        option("--on", metavar="DATE", about=Label("päivä; tänään", "dag; i dag", "the day; today if left out")),
        argument(
            "name",
            metavar="DEADLINE",
            about=Label(
                "määräajan nimi, kuten `ohjaus deadline list` sen antaa",
                "tidsfristens namn, som `ohjaus deadline list` ger det",
                "the deadline's name, as `ohjaus deadline list` gives it",
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
        "--mode: freeze (aika seisoo), restart (alkaa alusta), run_on (kuluu silti); säädetty, jos säädetty.",
        "--mode: freeze (tiden står stilla), restart (börjar om), run_on (löper ändå); det föreskrivna om föreskrivet.",
        "--mode: freeze (stands still), restart (begins anew), run_on (runs all the same); as declared where it is.",
    ),
    examples=(f'$ ohjaus case suspend {_EXAMPLE} --mode freeze --section "434/2003 33 §" --why "made-up" --dry-run',),
)
@_which
@option(
    "--mode", metavar="MODE", about=Label("freeze, restart tai run_on", "freeze, restart eller run_on", "see above")
)
@_stated
def suspend(run: Invocation, case_id: str, name: str, *, mode: str | None, **given: Any) -> None:
    """Suspends a deadline."""
    _record(run, case_id, "deadline_suspended", name, given, mode=mode)


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
    examples=("$ ohjaus case resume --help",),
)
@_which
@option("--why", required=True, metavar="TEXT", about=Label("mikä on päättynyt", "vad som upphört", "what has ended"))
def resume(run: Invocation, case_id: str, name: str, **given: Any) -> None:
    """Resumes a deadline."""
    _record(run, case_id, "deadline_resumed", name, given)


@case.verb(
    "extend",
    writes=True,
    about=Label(
        "Pidentää määräaikaa päivään, joka ilmoitetaan.",
        "Förlänger en tidsfrist till en dag som anges.",
        "Extends a deadline until a stated day.",
    ),
    examples=(
        f'$ ohjaus case extend {_EXAMPLE} --until 2026-09-30 --section "611/2021 122 §" --why "made-up" --dry-run',
    ),
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

    _record(run, case_id, "deadline_extended", name, given, due=parse_day(due, "--until").isoformat())


def _record(run: Invocation, case_id: str, fact: str, name: str, given: dict[str, Any], **more: object) -> None:
    from cli.case.act_options import Given
    from cli.case.recording import Advance, advance

    data = {"deadline": name, "generation": given["generation"], "section": given.get("section"), **more}
    data["why"] = given["why"]
    sets = tuple(f"{key}={value}" for key, value in data.items() if value is not None)
    day = given["on"] or run.wiring.clock.today().isoformat()
    advance(run, Advance(case_id, fact, None), Given(on=day, sets=sets, command_id=given["command_id"]))
