"""`deadline recompute`: what a change of the calendar moves, listed to be looked at and recorded case by case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.deadline.noun import deadline
from cli.frame.command import option
from cli.frame.completing import complete_procedures, complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cli.deadline.coming import Cases
    from cli.deadline.recomputing import Plan
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page


@deadline.verb(
    "recompute",
    writes=True,
    about=Label(
        "Laskee kuluvat määräajat uudelleen nyt voimassa olevan kalenterin mukaan.",
        "Räknar om de löpande tidsfristerna enligt den kalender som gäller nu.",
        "Reckons the running deadlines again by the calendar in force now.",
    ),
    more=Label(
        "Kun kalenteri muuttuu, jokainen siirtyvä määräaika luetellaan ja kirjataan asiaansa. Mitä ihminen on "
        "keskeyttänyt tai pidentänyt, jätetään ennalleen ja sanotaan. --dry-run vain luettelee. Toistaminen ei kirjaa "
        "mitään uutta.",
        "När kalendern ändras uppräknas varje tidsfrist som flyttas och registreras i sitt ärende. Vad en människa har "
        "avbrutit eller förlängt lämnas som det är, och det sägs. --dry-run räknar bara upp. En upprepning registrerar "
        "inget nytt.",
        "When the calendar changes, each deadline that moves is listed and recorded in its case. What a person has "
        "suspended or extended is left as it is, and that is said. --dry-run lists only. To repeat it records nothing "
        "more.",
    ),
    examples=(
        "$ ohjaus deadline recompute --dry-run",
        "$ ohjaus deadline recompute --procedure evaluation --subject Keski-Suomi",
    ),
)
@option(
    "--procedure",
    metavar="ID",
    shell_complete=complete_procedures,
    about=Label("vain tässä menettelyssä", "endast i detta förfarande", "in this procedure only"),
)
@option(
    "--subject",
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("vain tätä tahoa koskevat", "endast de som gäller denna part", "about this subject only"),
)
def recompute(run: Invocation, *, procedure: str | None, subject: str | None) -> None:
    """Reckons running deadlines again."""
    from cli.deadline.coming import About, Cases
    from cli.deadline.recomputing import carry_out, plans

    about = About.of(run, subject, procedure)
    with run.record(write=not run.dry_run) as record:
        found = list(plans(record, about))
        if not run.dry_run:
            found = [carry_out(run, record, plan) for plan in found]
        data = _shape(run, Cases(run, record), record.wiring.calendar.version, found)
    run.out.thing(data, lambda page: _page(run, data, page))
    if any(one["reason"] == "refused" for one in data["left"]):
        click.get_current_context().exit(5)


def _shape(run: Invocation, cases: Cases, calendar: str, found: Iterable[Plan]) -> dict[str, Any]:
    plans = list(found)
    return {
        "calendar": calendar,
        "rehearsed": run.dry_run,
        "moves": [_move(plan, cases) for plan in plans if plan.after is not None],
        "left": [_left(run, plan, cases) for plan in plans if plan.left is not None],
        "stay": sum(plan.after is None and plan.left is None for plan in plans),
    }


def _about(plan: Plan, cases: Cases) -> dict[str, Any]:
    return {
        "case": plan.case_id,
        "deadline": plan.before.name,
        "generation": plan.before.generation,
        "label": cases.labels(plan.case_id).deadline(plan.before.name),
        "basis": plan.before.basis,
    }


def _move(plan: Plan, cases: Cases) -> dict[str, Any]:
    from cli.screen.shapes import day
    from engine.envelope import plain

    after = plan.after
    assert after is not None  # noqa: S101 - only what moves is told as a move
    return {
        **_about(plan, cases),
        "from": day(plan.before.due),
        "to": day(after.due),
        "opens_from": day(plan.before.opens_on),
        "opens_to": day(after.opens_on),
        "why": after.ledger[-1].why,
        "derivation": plain(after.derivation),
        "applied": plan.applied,
    }


def _left(run: Invocation, plan: Plan, cases: Cases) -> dict[str, Any]:
    from cli.screen.shapes import day

    text = run.words(f"deadline.recompute.{plan.left}", calendar=plan.calendar)
    if plan.problem is not None:
        text = f"{text} {run.words.error(plan.problem)}"
    return {
        **_about(plan, cases),
        "due": day(plan.before.due),
        "calendar": plan.before.calendar,
        "reason": plan.left,
        "text": text,
    }


def _page(run: Invocation, data: Mapping[str, Any], page: Page) -> None:
    from datetime import date

    from cli.deadline.recorded_words import derivation_lines

    words, moves, left = run.words, data["moves"], data["left"]
    key = "deadline.recompute.would_move" if run.dry_run else "deadline.recompute.moved"
    page.title(words("deadline.recompute.title", calendar=data["calendar"]))
    if not (moves or left or data["stay"]):
        page.say(words("deadline.recompute.nothing"))
    if moves:
        page.heading(words.count(key, len(moves)))
    for one in moves:
        days = [words.weekday(date.fromisoformat(one[key])) for key in ("from", "to")]
        opens = [words("deadline.opens", day=words.date(one["opens_to"]))] if one["opens_to"] else []
        again = [words("deadline.recompute.already")] if one["applied"] is False else []
        under = [" → ".join(days), *opens, *again, *derivation_lines(words, one["derivation"])]
        page.item(f"{one['case']} · {one['label']} [{one['deadline']}]", mark="•", under=under)
    if left:
        page.heading(words.count("deadline.recompute.left", len(left)))
    for one in left:
        page.item(f"{one['case']} · {one['label']} [{one['deadline']}]", mark="×", under=[one["text"]], tone="warn")
    if data["stay"]:
        page.say("")
        page.say(words.count("deadline.recompute.stay", data["stay"]))
    if run.dry_run and moves:
        page.say(words("case.nothing_stored"), "warn")
        page.then(run.command("deadline", "recompute"))
    page.then(*(run.command("deadline", "list", "--case", one["case"], "-v") for one in (*moves, *left)[:3]))
    if not page.commands:
        page.then(run.command("deadline", "list"))
