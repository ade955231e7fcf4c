"""A workbook loses nothing: whatever a county may write comes back in the next workbook as it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cli.collect.form import Form, Row, Sheet
from cli.collect.reading import read_book
from cli.collect.rows import OBSERVED, PROGRESS, SECTORS, STATES, YES_NO, Key, Values
from cli.collect.template import written
from cli.collect.whose import recognised
from cli.frame.invocation import Invocation
from procedures.roadmap.fields import NEED_REASON
from tests.doses import LONG
from tests.test_cli.conftest import answer, stand_in, succeed
from tests.test_cli.filling import ON, opened, shown, taken, workbook

ODD = (
    "=1+1",
    "_x0041_",
    "'quoted",
    "-",
    "+358",
    "@x",
    "0012",
    "1e5",
    "TRUE",
    "a\nb",
    "tab\there",
    "<&>\"'",
    "\u202ex",
    "🙂ä",
)
"""Texts that spreadsheet programs like to take for something else."""

TEXTS = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=60),
).filter(lambda text: bool(text.strip()))


@st.composite
def rows(draw: st.DrawFn) -> Values:
    """What a county may say of a sub-task: nothing, or a state with what belongs to it."""
    state = draw(st.sampled_from((None, *STATES)))
    if state is None:
        return {"state": None, "reason": None, "support_asked": "no", "progress": None}
    reason = draw(TEXTS if state in NEED_REASON else st.none() | TEXTS)
    asked, progress = draw(st.sampled_from(YES_NO)), draw(st.sampled_from((None, *PROGRESS)))
    return {"state": state, "reason": reason, "support_asked": asked, "progress": progress}


OBSERVATIONS = st.lists(st.tuples(st.sampled_from(OBSERVED), TEXTS, st.sampled_from(SECTORS)), max_size=6)


def issued_form(path: Path) -> Form:
    """The form that a workbook was issued as."""
    run = Invocation({})
    with run.record() as record:
        return recognised(record, read_book(path)).form


def filled(form: Form, said: Sequence[Values]) -> tuple[Form, Mapping[Key, Values]]:
    """The form with every row filled in, what is said being repeated over the rows."""
    values = {key: said[number % len(said)] for number, key in enumerate(form.rows)}

    def sheet(one: Sheet) -> Sheet:
        return replace(one, rows=tuple(Row(row.key, row.printed, values[row.key]) for row in one.rows))

    return replace(form, sheets=tuple(map(sheet, form.sheets))), values


def observing(form: Form, observed: Sequence[tuple[str, str, str]]) -> Form:
    """The form with lines on its sheet of observations."""
    words = {"services": "health and social services", "rescue": "rescue services", "both": "both"}
    lines = tuple((kind, text, "", "", words[sector]) for kind, text, sector in observed)
    sheets = (replace(one, lines=lines) if one.kind == "observation" else one for one in form.sheets)
    return replace(form, sheets=tuple(sheets))


def plain(values: Values) -> Values:
    """What the cells say when their ends are trimmed and their line ends are of one kind."""
    trimmed = {name: value and value.strip() for name, value in values.items()}
    return {name: value or None for name, value in trimmed.items()}


@settings(max_examples=12 if LONG else 3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(
    said=[{"state": "late", "reason": text, "support_asked": "yes", "progress": "done"} for text in ODD],
    observed=[("risk", text, "rescue") for text in ODD],
)
@given(said=st.lists(rows(), min_size=5, max_size=30), observed=OBSERVATIONS)
def test_every_cell_comes_back_as_it_was_filled_in(said: list[Values], observed: list[tuple[str, str, str]]) -> None:
    """Every cell of every row filled, imported, and issued again: the next workbook shows exactly that."""
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        stand_in(patch, folder)
        patch.setenv("OHJAUS_DB", str(folder / "log.db"))
        succeed("init")
        opened("Kainuu")
        path = workbook(folder)
        form, values = filled(issued_form(path), said)
        path.write_bytes(written(observing(form, observed), date(2026, 11, 20)))
        found = taken(path)
        said_again = {
            key: plain(row.values)
            for key, row in issued_form(workbook(folder, "Kainuu", *ON, name="b.xlsx")).rows.items()
        }
        assert said_again == {key: plain(one) for key, one in values.items()}
        again = read_book(folder / "b.xlsx").sheets["HTT"]
        assert [again.at(place, 4) for place in range(1, 40)] == [
            plain(one)["reason"] for one in list(values.values())[:39]
        ]
        raised = [(one["kind"], one["text"]) for one in found["files"][0]["observations"]]
        assert raised == [(kind, text.strip()) for kind, text, _ in observed]
        assert taken(path)["events"] == 0


def test_a_workbook_that_goes_round_twice_changes_nothing(empty: Path, folder: Path) -> None:
    """What was answered is prefilled; sent back untouched it says that nothing has changed."""
    opened("Kainuu")
    path = workbook(folder)
    form, _ = filled(
        issued_form(path), [{"state": "at_risk", "reason": "made up", "support_asked": "yes", "progress": None}]
    )
    path.write_bytes(written(form, date(2026, 11, 20)))
    assert len(taken(path)["files"][0]["changes"]) == 3 * 557
    second = workbook(folder, "Kainuu", *ON, name="second.xlsx")
    (found,) = answer("collect", "check", str(second))["files"]
    assert (found["changes"], found["conflicts"], found["adds"]) == ([], [], False)
    cells: list[list[Any]] = shown(second, "ICT")[1:3]
    assert [row[3:] for row in cells] == [["at risk", "made up", "yes", None]] * 2
