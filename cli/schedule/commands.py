"""`schedule run`, `schedule status` and `schedule install`: the process around the tick."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from cli.frame.command import option
from cli.schedule.noun import schedule
from engine.law import Label

if TYPE_CHECKING:
    from types import FrameType

    from cli.clock import AlarmClock
    from cli.frame.invocation import Invocation
    from cli.wiring import Record

FINDINGS = 8
"""The exit code of findings, with `--gate`."""
TEXTS = ("service", "tick", "timer", "cron")

__all__ = ["schedule"]


@schedule.verb(
    "run",
    writes=True,
    about=Label(
        "Kirjaa määräajat ajallaan, kunnes se pysäytetään (Ctrl-C tai SIGTERM).",
        "Registrerar tidsfristerna i tid tills den stoppas (Ctrl-C eller SIGTERM).",
        "Records deadlines in time, until it is stopped (Ctrl-C or SIGTERM).",
    ),
    more=Label(
        "Herää, kun jotain erääntyy, ja vähintään minuutin välein; tauon jälkeen kirjaa kaiken, mikä jäi väliin. "
        "Useampi yhtä aikaa ei haittaa. Lokirivit (JSON) virhetulosteeseen, päätteellä valitsimella -v.",
        "Vaknar när något förfaller och minst varje minut; efter ett uppehåll registreras allt som blev kvar. Flera på "
        "en gång skadar inte. Loggrader (JSON) till felutmatningen, i en terminal med -v.",
        "Wakes when something comes and at least every minute; after a pause it records all that was missed. Several "
        "at once do no harm. Its log (JSON lines) goes to standard error, on a terminal with -v.",
    ),
    examples=("$ ohjaus schedule run --for 1", "$ ohjaus schedule run --for 1 --format jsonl"),
)
@option(
    "--for",
    "seconds",
    metavar="SECONDS",
    type=click.IntRange(0, 10**9),
    about=Label(
        "päättyy itsestään näin monen sekunnin kuluttua, esimerkiksi kokeiltaessa",
        "slutar av sig själv efter så många sekunder, till exempel vid ett prov",
        "ends by itself after so many seconds, to try it out for instance",
    ),
)
def run_scheduler(run: Invocation, *, seconds: int | None) -> None:
    """Runs a scheduler in this process."""
    from cli.clock import AlarmClock
    from cli.rights.in_name_of import ensure_for_nobody
    from cli.schedule.running import Scheduler
    from cli.schedule.telling import SaidAloud

    ensure_for_nobody(run, "rights.for_own")
    if run.dry_run:
        _rehearse(run)
        return
    alarm, telling = AlarmClock(), SaidAloud(run)
    with _stopped_by_signals(alarm):
        run.acting.who()  # whoever may not record at all is told now and not at the first tick
        scheduler = Scheduler(
            lambda: _open(run),
            lambda: run.recorded_by,
            telling,
            ask_again=run.acting.ask_again,
            stopped=lambda: alarm.stopped,
        )
        telling.started(scheduler.life.scheduler, run.wiring.path)
        try:
            alarm.run(scheduler.tick, for_seconds=seconds)
        finally:
            scheduler.farewell()
        telling.stopped(scheduler.life.scheduler, asked=alarm.stopped, fired=scheduler.life.fired)


@contextmanager
def _open(run: Invocation) -> Iterator[Record]:
    """Opens the record with a clock that is read now."""
    now = run.given.get("now")
    with run.wired(None if now is None else str(now)).open(write=True) as record, run.over(record):
        yield record


def _rehearse(run: Invocation) -> None:
    from cli.deadline.rehearsing import rehearsed
    from cli.schedule.telling import SaidAloud

    with run.record() as record, rehearsed(run, record, None) as (copied, fired):
        telling = SaidAloud(run)
        for one in fired:
            telling.fired(copied, one)
    if run.out.for_people:
        run.out.hint(run.words("tick.rehearsed"))


@contextmanager
def _stopped_by_signals(alarm: AlarmClock) -> Iterator[None]:
    """Lets the first signal stop the alarm clock after the firing under way, and the next do what it always does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(_number: int, _frame: FrameType | None) -> None:
        alarm.stop()
        for number, handler in before.items():
            signal.signal(number, handler)

    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@schedule.verb(
    "status",
    about=Label(
        "Näyttää, mitkä ajastimet ovat käynnissä, mitä tulee seuraavaksi ja mitä on kirjaamatta.",
        "Visar vilka tidsstyrningar som är i gång, vad som kommer härnäst och vad som är oregistrerat.",
        "Shows which schedulers are at work, what comes next, and what is not recorded yet.",
    ),
    more=Label(
        "Ajastin, joka ei ole antanut elonmerkkiä viiteen minuuttiin, ei ole käynnissä.",
        "En tidsstyrning som inte har gett livstecken på fem minuter är inte i gång.",
        "A scheduler that has given no sign of life for five minutes is not at work.",
    ),
    examples=("$ ohjaus schedule status --gate  # exit 8", "$ ohjaus schedule status --format json"),
)
@option(
    "--gate",
    is_flag=True,
    about=Label(
        "päättyy koodilla 8, jos jotain on erääntynyt eikä kukaan kirjaa sitä",
        "slutar med koden 8 om något har förfallit och ingen registrerar det",
        "ends with code 8 when something is due and nobody records it",
    ),
)
def status(run: Invocation, *, gate: bool) -> None:
    """Shows how it stands with the firing."""
    from cli.schedule.standing import standing_of
    from cli.schedule.status_page import fill, shape_of

    with run.record() as record:
        standing = standing_of(record)
        data = shape_of(run, record, standing)
    run.out.thing(data, lambda page: fill(run, standing, data, page))
    if gate and not standing.ok:
        raise click.exceptions.Exit(FINDINGS)


@schedule.verb(
    "install",
    about=Label(
        "Tulostaa systemd-yksiköt ja cron-rivin tämän asennuksen poluilla; ei kirjoita mitään.",
        "Skriver ut systemd-enheter och en cron-rad med den här installationens sökvägar; sparar ingenting.",
        "Prints systemd units and a line for cron with the paths of this installation; writes nothing.",
    ),
    more=Label(
        "Yksi riittää: jatkuva palvelu (service), tai minuutin välein ajastettu tick (tick ja timer, tai cron).",
        "En räcker: en ständig tjänst (service), eller tick varje minut (tick och timer, eller cron).",
        "One is enough: a service that runs on (service), or a tick every minute (tick and timer, or cron).",
    ),
    examples=(
        "$ ohjaus schedule install",
        "$ ohjaus schedule install --only service",
        "$ ohjaus schedule install --format json",
    ),
)
@option(
    "--only",
    type=click.Choice(TEXTS),
    about=Label("yksi teksti, sellaisenaan", "en text, som den är", "one of the texts, as it stands"),
)
def install(run: Invocation, *, only: str | None) -> None:
    """Prints what the system needs."""
    from cli.frame.identity import os_user
    from cli.schedule.installation import this_place, units

    texts = units(this_place(run.wiring.path, os_user()))
    chosen = [one for one in texts if only in (None, one[0])]
    if not run.out.for_people:
        rows = [{"name": name, "place": place, "text": text} for name, place, text in chosen]
        run.out.rows(rows, [], empty="", also=("name", "place", "text"))
        return
    for name, place, text in chosen:
        heading = run.words(f"schedule.install_{name}")
        run.out.raw(text if only else f"# {heading}\n# {place}\n\n{text}\n")
    if only is None:
        run.out.hint(run.words("schedule.install_hint"))
