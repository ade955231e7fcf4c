"""How rows find their procedures: names they are filed under, each actor of a kind, several matters open at once.

Two made-up procedures stand in a folder of their own: a request that may be made again while one is open, and a change
of it, whose rows are filed under the request.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from engine.declaration import Fact, Kind, Payload, Procedure, State, Transition
from engine.declarations import Declarations
from engine.law import Label, Statute
from engine.parameters import Parameters
from procedures import history_words
from procedures.directory import directory
from procedures.fields import Cents, Year
from procedures.history import HistoryDocument, PlannedAct, plan, read_history
from procedures.history_words import catalogue, readers, told_by
from procedures.roles import VM

MADE_UP = Statute("0/2000", Label("keksitty laki", "påhittad lag", "made-up act"))


class Asked(Payload):
    year: Year | None = None
    amount_cents: Cents | None = None
    amounts: tuple[Cents, ...] = ()


class Plain(Payload):
    on: str | None = None


def _fact(fact_id: str, payload: type[Payload]) -> Fact:
    return Fact(fact_id, Label(fact_id, fact_id, fact_id), payload)


def _state(state_id: str, *, final: bool = False) -> State:
    return State(state_id, Label(state_id, state_id, state_id), final=final)


def _procedure(procedure_id: str, *, several: bool) -> Procedure:
    open_, done = _state("open"), _state("done", final=True)
    moves = (
        Transition(
            fact=_fact("asked", Asked), sources=(), target=open_, by=(VM,), kind=Kind.ACT, basis=(MADE_UP("1 §"),)
        ),
        Transition(
            fact=_fact("answered", Plain),
            sources=(open_,),
            target=done,
            by=(VM,),
            kind=Kind.ACT,
            basis=(MADE_UP("2 §"),),
        ),
    )
    return Procedure(
        id=procedure_id,
        label=Label(procedure_id, procedure_id, procedure_id),
        description=Label(procedure_id, procedure_id, procedure_id),
        in_force_from=date(2020, 1, 1),
        in_force_until=None,
        ministry="VM",
        subject_kinds=("county", "collaborative_area", "state"),
        roles=(VM,),
        states=(open_, done),
        transitions=moves,
        guards=(),
        parameters=Parameters(procedure_id),
        basis=(MADE_UP(""),),
        one_open_case=not several,
        partners=directory().parties,
    )


DECLARED = Declarations((_procedure("request", several=True), _procedure("request_change", several=False)))

REQUEST = r"""
matter = ["year"]

[[happening]]
words = '\bpermits\b'
each = "collaborative_area"
facts = [{fact = "asked", data = {year = "$year"}}]

[[happening]]
words = '\basks\b'
capture = [{name = "year", kind = "year", words = 'for (20\d\d)'}]
facts = [{fact = "asked", data = {year = "$year", amount_cents = "$amount_cents", amounts = ["$amount_cents"]}}]

[[happening]]
words = '\banswer(?:s|ed)\b'
capture = [{name = "asked_for", kind = "year", words = 'of (20\d\d)'}]
facts = [
    {fact = "asked", implied = true, data = {year = "$asked_for"}},
    {fact = "answered", data = {on = "$on"}},
]

[[happening]]
words = '\bis open\b'
facts = [{fact = "asked", implied = true}]
"""

CHANGE = r"""
reads = ["request"]
unless = '\bnever\b'

[[happening]]
words = '\bchange\b'
facts = [{fact = "asked", data = {amount_cents = "$amount_cents"}}]
"""


@pytest.fixture(autouse=True)
def made_up_catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The catalogues of the made-up procedures, in a folder of their own."""
    for name, text in (("request", REQUEST), ("request_change", CHANGE)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "history.toml").write_text(text, encoding="utf-8")
    catalogue.cache_clear()
    monkeypatch.setattr(history_words, "files", lambda _package: tmp_path)
    yield
    catalogue.cache_clear()


def row(what: str, on: str = "2025-03-03", subject: str = "07", procedure: str = "request", **more: object) -> str:
    """A row of a history file, as text."""
    lines = [f"{name} = {value!r}" for name, value in more.items()]
    texts = {"procedure": procedure, "subject": subject, "what": what, "source": "https://example.invalid/news"}
    return "\n".join(["[[fact]]", f"on = {on}", *(f"{name} = {text!r}" for name, text in texts.items()), *lines, ""])


def told(*rows: str) -> tuple[tuple[PlannedAct, ...], list[str]]:
    """What the rows become, and why any are left over."""
    acts, left = plan(read_history("\n".join(rows).encode()), DECLARED)
    return acts, [one.why.en for one in left]


def in_short(acts: tuple[PlannedAct, ...]) -> list[tuple[str, str, str]]:
    """Procedure, subject and fact of each act."""
    return [(act.procedure, act.subject, act.act.fact) for act in acts]


def test_a_row_is_offered_to_every_procedure_that_reads_its_name() -> None:
    """Filed as a request, it is read by the request and by its change; filed as a change, by the change alone."""
    assert readers("request", DECLARED.names) == ("request", "request_change")
    assert readers("request_change", DECLARED.names) == ("request_change",)
    assert readers("weather", DECLARED.names) == ()
    assert in_short(told(row("it asks for a change"))[0]) == [
        ("request", "07", "asked"),
        ("request_change", "07", "asked"),
    ]
    assert in_short(told(row("a change", procedure="request_change"))[0]) == [("request_change", "07", "asked")]


def test_a_procedure_without_a_catalogue_reads_its_own_name_and_tells_nothing() -> None:
    """No file is no fault; the row waits, with the reason."""
    assert (catalogue("no_such_folder").reads, told_by("no_such_folder", "it asks")) == (("no_such_folder",), ())
    assert told(row("it rains"))[1] == ["no known happening fits the words of the row"]
    assert told(row("it rains", procedure="weather"))[1] == ["no declaration of weather yet"]


def test_a_row_that_names_its_fact_speaks_of_its_own_procedure_only() -> None:
    """Its fact is given, so no catalogue is asked, and no other procedure hears of it."""
    named = row("", fact="asked").replace("what = ''\n", "")
    acts, left = told(named)
    assert (in_short(acts), left) == ([("request", "07", "asked")], [])
    assert told(named.replace("'request'", "'weather'"))[1] == ["no declaration of weather yet"]


def test_what_is_told_of_the_whole_state_is_told_of_each_area() -> None:
    """One act each, with its own subject, parties and command id; told of one area, it stays with that area."""
    acts, left = told(row("permits", subject="FI"))
    assert left == []
    assert [act.subject for act in acts] == ["E-S", "I-S", "S-S", "L-S", "P-S"]
    assert len({act.command_id for act in acts}) == 5
    opening = acts[3].act.opening
    assert opening is not None
    assert opening.parties == ("05", "06", "17", "VM")
    assert [act.subject for act in told(row("permits", subject="P-S"))[0]] == ["P-S"]


def test_command_ids_follow_from_the_row_and_from_nothing_else() -> None:
    """Neither the order of the rows nor a procedure that reads them too changes the id of an act."""
    rows = [row("it asks for a change", "2025-03-03"), row("permits", "2025-04-04", "FI"), row("it asks", "2025-05-05")]
    document = read_history("\n".join(rows).encode())
    turned = HistoryDocument(tuple(replace(one, number=9) for one in reversed(document.rows)))
    ids = {(act.procedure, act.subject, act.command_id) for act in plan(document, DECLARED)[0]}
    assert ids == {(act.procedure, act.subject, act.command_id) for act in plan(turned, DECLARED)[0]}
    alone = plan(document, Declarations((_procedure("request", several=True),)))[0]
    assert {act.command_id for act in alone} == {one for procedure, _, one in ids if procedure == "request"}
    digest = document.rows[0].digest
    assert {f"history-{digest}-1", f"history-{digest}-request_change-1"} <= {one for *_, one in ids}
    assert f"history-{document.rows[1].digest}-1-E-S" in {one for *_, one in ids}


def test_what_the_row_itself_says_fills_the_data() -> None:
    """Euros become cents, the day is the row's, and so is a year that the words leave out; the rest stays empty."""
    asked, answered = told(row("it asks for 2026; then it is answered", amount=28_400_000))[0]
    assert asked.act.data == {"year": 2026, "amount_cents": 2_840_000_000, "amounts": [2_840_000_000]}
    assert answered.act.data == {"on": "2025-03-03"}
    assert told(row("it asks"))[0][0].act.data == {"year": 2025, "amounts": []}


def test_a_request_made_while_another_is_open_is_a_case_of_its_own() -> None:
    """An opening that is told opens; what only presumes one does not, and means the newest open case."""
    acts, left = told(
        row("it asks for 2025", "2025-01-10"),
        row("it asks for 2026", "2025-02-10"),
        row("it answered", "2025-03-10"),
    )
    assert left == []
    first, second, answer = acts
    assert [act.act.opening is not None for act in acts] == [True, True, False]
    assert (first.opened_by, second.opened_by) == (first.command_id, second.command_id)
    assert answer.opened_by == second.command_id


def test_what_a_row_presumes_of_the_opening_says_which_matter_is_meant() -> None:
    """The answer to the request of 2025 reaches it although a newer one is open; that of 2024 opens a third."""
    acts, left = told(
        row("it asks for 2025", "2025-01-10"),
        row("it asks for 2026", "2025-02-10"),
        row("it answered the request of 2025", "2025-03-10"),
        row("it answered the request of 2024", "2025-03-11"),
    )
    assert left == []
    first, second, answer, third, last = acts
    assert answer.opened_by == first.command_id
    assert (third.implied, third.act.precision, third.act.data["year"]) == (True, "by", 2024)
    assert last.opened_by == third.command_id
    assert second.opened_by == second.command_id


def test_after_the_end_what_is_presumed_opens_again() -> None:
    """No open case fits, so the request must have been made again by then."""
    acts, left = told(row("it answered", "2025-01-10"), row("it answered", "2025-02-10"))
    assert left == []
    assert [(act.act.fact, act.act.opening is not None) for act in acts] == [
        ("asked", True),
        ("answered", False),
        ("asked", True),
        ("answered", False),
    ]


def test_where_one_case_at_a_time_is_open_a_second_opening_is_refused() -> None:
    """The row is left over whole, with the engine's own reason."""
    acts, left = told(
        row("a change", "2025-01-10", procedure="request_change"),
        row("a change", "2025-02-10", procedure="request_change"),
    )
    assert (len(acts), left) == (1, ["the case is open already"])


def test_a_row_that_tells_nothing_new_is_left_over_and_says_so() -> None:
    """Nothing is dropped in silence."""
    acts, left = told(row("it asks", "2025-01-10"), row("the request is open", "2025-02-10"))
    assert (len(acts), left) == (1, ["the row tells nothing that other rows have not told"])


def test_a_row_told_to_several_procedures_is_told_whole_or_not_at_all() -> None:
    """The change of a second row is refused, so its request is not told either, and leaves no trace."""
    acts, left = told(
        row("it asks for 2025, a change", "2025-01-10"),
        row("it asks for 2026, a change", "2025-02-10"),
        row("it answered", "2025-03-10"),
    )
    assert left == ["the case is open already"]
    assert {act.row for act in acts} == {1, 3}
    assert acts[-1].opened_by == acts[0].command_id
