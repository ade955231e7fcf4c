"""What the record tells a calculator about a county, as of the day and the knowledge that are asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from engine.case import Case
from engine.errors import NotFound
from engine.request import AsOf
from procedures.calculators import Calculator
from procedures.recorded_figures import RecordedFigure, procedures_read, recorded_figures

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record


def figures_of_record(
    run: Invocation, calculator: Calculator, subject: str, on: date, given: Mapping[str, Any]
) -> tuple[RecordedFigure, ...] | None:
    """Gives what recorded cases of the subject tell by `on`, as known now or as of `--known-at`; None without a record.

    Of two days, `on` and `--in-force-on`, the earlier bounds what counts as having happened.

    Raises:
        OhjausError: there is a database, and it cannot be read.
    """
    asked = run.as_of
    day = on if asked.in_force_on is None else min(on, asked.in_force_on)
    as_of = AsOf(known_at=asked.known_at, in_force_on=day)
    try:
        with run.record() as record:
            cases = tuple(_cases(record, calculator, subject, as_of))
    except NotFound as error:
        if error.code != "no-log":
            raise
        return None
    return recorded_figures(calculator.id, cases, on, given)


def _cases(record: Record, calculator: Calculator, subject: str, as_of: AsOf) -> Iterator[Case]:
    for procedure in procedures_read(calculator.id):
        for summary in record.index.cases_of(subject, procedure):
            try:
                yield record.registrar.load(summary.case_id, as_of)[1]
            except NotFound as error:
                if error.code != "case-not-yet":
                    raise
