"""`audit diff`: what came about between two moments of one case, of one subject's cases, or of the whole archive."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cli.audit.noun import audit
from cli.frame.command import argument, option
from cli.frame.completing import complete_cases, complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from datetime import date

    from cli.audit.diff import CaseDiff, Moment
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.envelope import Envelope


@audit.verb(
    "diff",
    about=Label(
        "Kertoo, mitä kahden hetken välillä tuli lisää tai muuttui.",
        "Berättar vad som tillkom eller ändrades mellan två tidpunkter.",
        "Tells what came about or changed between two moments.",
    ),
    more=Label(
        "Hetki on lokin kohta tai aika: `--from` ja `--to` ovat se, mitä silloin tiedettiin; ilman `--to`-valitsinta "
        "verrataan nykyhetkeen. `--from-day` ja `--to-day` vertaavat oikeudellisia päiviä, `--in-force-on` koskee "
        "molempia. `--format jsonl` tulostaa asian kerrallaan, olipa arkisto miten suuri tahansa.",
        "En tidpunkt är en plats i loggen eller en tid: `--from` och `--to` är vad man då visste; utan `--to` jämförs "
        "med nuet. `--from-day` och `--to-day` jämför rättsliga dagar, `--in-force-on` gäller båda. `--format jsonl` "
        "skriver ut ett ärende i taget, hur stort arkivet än är.",
        "A moment is a position of the log or a time: `--from` and `--to` are what was known then; without `--to` it "
        "is compared with now. `--from-day` and `--to-day` compare legal days, `--in-force-on` holds for both. "
        "`--format jsonl` prints one case at a time, however large the archive.",
    ),
    examples=(
        "$ ohjaus audit diff --from 60 --to 80",
        "$ ohjaus audit diff evaluation-15-2025 --from 37",
        "$ ohjaus audit diff --from 0 --subject Lappi",
        "$ ohjaus audit diff evaluation-15-2025 --from-day 2025-08-30 --to-day 2025-12-31",
        "$ ohjaus audit diff --from 80 --to 60  # exit 9",
    ),
)
@argument(
    "case_id",
    metavar="[CASE]",
    required=False,
    shell_complete=complete_cases,
    about=Label(
        "yksi asia; ilman sitä koko arkisto",
        "ett ärende; annars hela arkivet",
        "one case; without it the whole archive",
    ),
)
@option(
    "--from",
    "start",
    metavar="TIME|POSITION",
    about=Label("aikaisempi hetki", "den tidigare tidpunkten", "the earlier moment"),
)
@option(
    "--to",
    "end",
    metavar="TIME|POSITION",
    about=Label("myöhempi hetki; nyt, jos puuttuu", "den senare tidpunkten; nu om den saknas", "the later moment; now"),
)
@option(
    "--from-day",
    metavar="DATE",
    about=Label("aikaisempi oikeudellinen päivä", "den tidigare rättsliga dagen", "the earlier legal day"),
)
@option(
    "--to-day",
    metavar="DATE",
    about=Label("myöhempi oikeudellinen päivä", "den senare rättsliga dagen", "the later legal day"),
)
@option(
    "--subject",
    shell_complete=complete_subjects,
    metavar="REF",
    about=Label("vain tätä tahoa koskevat asiat", "endast ärenden om denna part", "cases about this subject only"),
)
def diff(
    run: Invocation,
    *,
    case_id: str | None,
    start: str | None,
    end: str | None,
    from_day: str | None,
    to_day: str | None,
    subject: str | None,
) -> None:
    """Compares two moments."""
    from cli.audit.diff import ensure_in_order
    from cli.audit.diff_answer import Asked, answer
    from cli.audit.moments import moment_of
    from cli.case.refs import subject_code

    if start is None and from_day is None:
        raise click.UsageError(run.words("history.diff.from_lacking"), click.get_current_context())
    with run.record() as record:
        later = moment_of(run, record, end, "--to", day=_day(run, to_day, "--to-day"))
        earlier_at = start if start is not None else str(later.position)
        earlier = moment_of(run, record, earlier_at, "--from", day=_day(run, from_day, "--from-day"))
        ensure_in_order(earlier, later)
        code = subject_code(run.wiring, subject)
        found = _found(run, record, case_id, code, earlier, later)
        answer(run, Asked(earlier, later, case_id, code), found)


def _day(run: Invocation, given: str | None, what: str) -> date | None:
    from cli.frame.clocks import parse_day

    return run.as_of.in_force_on if given is None else parse_day(given, what)


def _found(
    run: Invocation, record: Record, case_id: str | None, subject: str | None, start: Moment, end: Moment
) -> Iterator[CaseDiff]:
    from cli.audit.diff import case_diff, case_diffs

    if case_id is not None:
        one = case_diff(record, case_id, start, end)
        if one is not None and subject in (None, one.after.subject):
            yield one
        return

    def watched(events: Iterator[Envelope], total: int) -> Iterator[Envelope]:
        from cli.screen.progress import with_progress

        # Where cases are printed as they are found, the printing itself shows how far it is.
        silent = run.quiet or sys.stdout.isatty()
        return events if silent else with_progress(events, total, label=run.words("history.diff.progress"))

    yield from case_diffs(record, start, end, subject=subject, watched=watched)
