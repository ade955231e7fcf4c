"""The machine and the compiled table agree on every path, and the drawing shows what the machine knows."""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import replace

import pytest

from engine.declaration import Kind, Procedure, State, Transition
from engine.diagram import mermaid
from engine.errors import Fault, NotFound, Refused
from engine.law import Label
from engine.machine import START, Machine, machine_of
from engine.table import Table
from procedures.register import declarations
from tests.doses import LONG
from tests.test_engine import sample_facts
from tests.test_engine import sample_procedure as sample
from tests.test_engine.sample_facts import DRAGON_ACT
from tests.test_engine.sample_procedure import GRANTED, PENDING, PROCEDURE, TABLE, with_everywhere, with_move

LONGEST_PATH = 5
MOST_PATHS = 800 if LONG else 100
"""Enough for every state of the longest procedure; the long run goes on to the paths between them."""


def disagreements(table: Table, *, longest: int = LONGEST_PATH, most: int = MOST_PATHS) -> Iterator[str]:
    """Yields where machine and table part, on every path from no case on, the shorter ones first.

    At each end of a path every fact is tried, those among them that cannot follow. A path to a state that was not seen
    before comes first, however long, so that every state is reached before `most` paths are walked.
    """
    machine = machine_of(table.procedure)
    own = tuple(fact.id for fact in table.procedure.facts)
    paths: deque[tuple[tuple[str, ...], str]] = deque([((), START)])
    reached = {START}
    for _ in range(most):
        if not paths:
            return
        path, state = paths.popleft()
        declared = {move.fact.id for move in table.from_state(state)}
        if set(machine.possible(state)) != declared:
            yield f"after {path} in {state!r}: {machine.possible(state)} is not {sorted(declared)}"
        for fact in own:
            by_table, by_machine = by_the_table(table, state, fact), machine.steps(state, fact)
            if by_table != set(by_machine):
                yield f"after {path} in {state!r}, {fact}: {by_machine!r} is not {sorted(by_table)!r}"
                continue
            for led_to in by_machine:
                if led_to not in reached:
                    reached.add(led_to)
                    paths.appendleft(((*path, fact), led_to))
                elif len(path) < longest:
                    paths.append(((*path, fact), led_to))


def by_the_table(table: Table, state: str, fact: str) -> set[str]:
    """Where a fact leads from a state: to one place, or to one of those that its alternatives name."""
    certain = table.targets.get((state, table.type_of(fact)))
    if certain is not None:
        return {certain}
    return {move.target.id if move.target else state for move in table.moves.get((state, fact), ())}


def a_tiny_procedure(*states: State, facts: tuple[str, ...]) -> Procedure:
    """A procedure in which each of the facts leads from one of the states to the next."""
    moves = tuple(
        Transition(
            fact=replace(sample_facts.FEE_PAID, id=fact),
            sources=() if source is None else (source,),
            target=target,
            by=(sample_facts.COUNCIL,),
            kind=Kind.ACT,
            basis=(DRAGON_ACT("1 §"),),
        )
        for fact, source, target in zip(facts, (None, *states), states, strict=False)
    )
    return replace(PROCEDURE, states=states, transitions=moves)


def test_machine_and_table_agree_on_every_path() -> None:
    """On all paths of the sample, whatever is possible and wherever it leads is the same for both."""
    assert list(disagreements(TABLE, most=4_000)) == []


@pytest.mark.parametrize("table", declarations().all(), ids=lambda table: table.procedure.declaration_id)
def test_machine_and_table_agree_on_every_declared_procedure(table: Table) -> None:
    """From every state that a declared procedure reaches, and on the paths between them, both agree."""
    assert list(disagreements(table)) == []


def test_the_comparison_sees_a_difference() -> None:
    """A table that leads elsewhere than the machine is found out, on the shortest path that shows it."""
    crooked = Table(PROCEDURE)
    targets = {**crooked.targets, ("inspected", "dragon_permit.permit_granted"): "denied"}
    object.__setattr__(crooked, "targets", targets)
    first = next(disagreements(crooked))
    assert first == (
        "after ('application_lodged', 'inspection_held') in 'inspected', permit_granted: ('granted',) is not ['denied']"
    )


@pytest.mark.parametrize(
    ("state", "possible"),
    [
        (START, {"application_lodged"}),
        (
            "pending",
            {
                "neighbours_heard",
                "hearing_time_passed",
                "interim_keeping_allowed",
                "interim_keeping_ended",
                "inspection_held",
                "fee_paid",
                "permit_denied",
            },
        ),
        ("granted", {"fee_paid", "dragon_flown"}),
        ("denied", set()),
    ],
)
def test_what_may_follow_is_listed_with_what_leaves_the_case_where_it_is(state: str, possible: set[str]) -> None:
    """Facts that move the case and facts that only happen in a state are both possible there."""
    assert set(machine_of(PROCEDURE).possible(state)) == possible


@pytest.mark.parametrize(
    ("state", "fact", "after"),
    [
        (START, "application_lodged", "pending"),
        ("pending", "fee_paid", "pending"),
        ("pending", "inspection_held", "inspected"),
        ("inspected", "inspection_held", "inspected"),
        ("inspected", "remitted", "pending"),
        ("granted", "dragon_flown", "granted"),
    ],
)
def test_a_step_leads_where_the_declaration_says(state: str, fact: str, after: str) -> None:
    """A fact leads to its target, or nowhere when it has none."""
    assert machine_of(PROCEDURE).step(state, fact) == after


@pytest.mark.parametrize(
    ("state", "fact"), [("pending", "permit_granted"), ("granted", "application_lodged"), (START, "unheard_of")]
)
def test_an_impossible_move_is_refused_and_leaves_no_trace(state: str, fact: str) -> None:
    """The refusal says what is possible, and asking made nothing possible that was not."""
    machine = machine_of(PROCEDURE)
    before = machine.possible(state)
    with pytest.raises(Refused) as caught:
        machine.step(state, fact)
    assert (caught.value.code, caught.value.details) == (
        "move-impossible",
        {"state": state, "fact": fact, "possible": before},
    )
    assert machine.possible(state) == before


def test_a_state_that_is_not_declared_is_not_found() -> None:
    """Neither what may follow nor a step can be asked of a state that is not there; the nearest is named."""
    for ask in (machine_of(PROCEDURE).possible, lambda state: machine_of(PROCEDURE).step(state, "fee_paid")):
        with pytest.raises(NotFound) as caught:
            ask("penting")
        assert (caught.value.code, caught.value.nearest) == ("state-unknown", ("pending", "denied"))


def test_a_declaration_has_one_machine() -> None:
    """Whoever asks for the machine of a declaration gets the same one; another version has its own."""
    other = replace(PROCEDURE, in_force_from=PROCEDURE.in_force_from.replace(year=2030))
    assert machine_of(PROCEDURE) is machine_of(replace(PROCEDURE))
    assert machine_of(PROCEDURE) is not machine_of(other)


def test_a_fact_may_bear_any_name() -> None:
    """Names that the library under the machine uses itself are names of facts like any other."""
    facts = ("state", "trigger", "to_end", "at")
    states = tuple(State(name, sample.PENDING.label) for name in ("initial", "model", "end", "states"))
    machine = Machine(a_tiny_procedure(*states, facts=facts))
    walked = [START]
    for fact in facts:
        walked.append(machine.step(walked[-1], fact))
    assert walked == [START, "initial", "model", "end", "states"]


@pytest.mark.parametrize(
    ("procedure", "says"),
    [
        (replace(PROCEDURE, states=PROCEDURE.states[:-1]), "The state denied of permit_denied is not declared."),
        (with_move("remitted", fact=sample_facts.FEE_PAID), "fee_paid is declared twice for the state inspected."),
        (with_move("application_lodged", target=None), "application_lodged opens a case and leads to no state."),
    ],
)
def test_a_broken_structure_makes_no_machine(procedure: Procedure, says: str) -> None:
    """A state that is missing, or a move that is not clear, is a fault and no surprise later on."""
    with pytest.raises(Fault) as caught:
        Machine(procedure)
    assert caught.value.code == "structure-broken"
    assert says in caught.value.message


def test_the_library_is_loaded_only_when_a_machine_is_built() -> None:
    """Checking a declaration, and having the modules at hand, does not pay for the library."""
    program = (
        "import sys; from engine.check import check; from engine.diagram import mermaid;"
        "from tests.test_engine.sample_procedure import PROCEDURE; assert check(PROCEDURE) == ();"
        "print('transitions' in sys.modules); mermaid(PROCEDURE, language='fi'); print('transitions' in sys.modules)"
    )
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (outcome.stdout, outcome.stderr) == ("False\nTrue\n", "")


def test_the_drawing_shows_states_moves_sections_and_ends() -> None:
    """Moves are arrows with their sections; what leaves the case where it is stands inside the state."""
    assert (
        mermaid(PROCEDURE, language="en", current="inspected", path=("pending", "inspected"))
        == """\
stateDiagram-v2
    state "pending" as pending
    state "inspected" as inspected
    state "granted" as granted
    state "denied" as denied
    [*] --> pending : application lodged (0/2000 2 §)
    pending : neighbours heard (0/2000 3 §, unsettled)
    inspected : neighbours heard (0/2000 3 §, unsettled)
    pending : hearing time passed (0/2000 3 §)
    pending : interim keeping allowed (0/2000 7 §)
    inspected : interim keeping allowed (0/2000 7 §)
    pending : interim keeping ended (0/2000 7 §)
    inspected : interim keeping ended (0/2000 7 §)
    pending --> inspected : inspection held (0/2000 5 §)
    inspected --> inspected : inspection held (0/2000 5 §)
    inspected : report given (0/2000 6 §)
    pending : fee paid (0/2000 9 §)
    inspected : fee paid (0/2000 9 §)
    granted : fee paid (0/2000 9 §)
    inspected --> pending : remitted (0/2000 5 §)
    inspected --> granted : permit granted (0/2000 4 §, 0/2000 5 §)
    pending --> denied : permit denied (0/2000 4 §)
    inspected --> denied : permit denied (0/2000 4 §)
    granted : dragon flown (0/2000 10 §)
    granted --> [*]
    denied --> [*]
    classDef current stroke-width:4px,font-weight:bold
    classDef passed stroke-dasharray:4 3
    class pending passed
    class inspected current
"""
    )


@pytest.mark.parametrize(
    ("language", "state", "arrow"),
    [
        ("fi", "vireillä", "lupa evätty (0/2000 4 §)"),
        ("sv", "anhängigt", "tillstånd avslaget (0/2000 4 §)"),
        ("en", "pending", "permit denied (0/2000 4 §)"),
    ],
)
def test_the_drawing_speaks_the_readers_language(language: str, state: str, arrow: str) -> None:
    """Names of states and facts come in the language asked for; ids do not change."""
    lines = mermaid(PROCEDURE, language=language).splitlines()
    assert f'    state "{state}" as pending' in lines
    assert f"    pending --> denied : {arrow}" in lines
    assert not any("class" in line for line in lines)


def test_nothing_in_a_name_is_taken_for_drawing() -> None:
    """Quotes, colons, arrows, tags, comments and line breaks in a name are shown, not obeyed."""
    hostile = 'a"b; --> x:\n%% <i>{y}</i> #35; direction LR'
    shown = (
        "a#34;b#59; #45;#45;#62; x#58; #37;#37; #60;i#62;#123;y#125;#60;/i#62; #35;35#59;"
        " #100;#105;#114;#101;#99;#116;#105;#111;#110; LR"
    )
    procedure = with_everywhere(PENDING, replace(PENDING, label=Label(hostile, hostile, hostile)))
    lines = mermaid(procedure, language="sv").splitlines()
    assert lines[1] == f'    state "{shown}" as pending'
    assert len(lines) == len(mermaid(PROCEDURE, language="sv").splitlines())


def test_a_state_may_bear_a_word_of_the_drawing() -> None:
    """A state called note or end is drawn under a name that Mermaid does not take for its own."""
    note, end = replace(PENDING, id="note"), replace(GRANTED, id="end")
    drawn = mermaid(a_tiny_procedure(note, end, facts=("lodged", "granted")), language="en", current="note")
    assert drawn.splitlines()[1:6] == [
        '    state "pending" as note_',
        '    state "granted" as end_',
        "    [*] --> note_ : fee paid (0/2000 1 §)",
        "    note_ --> end_ : fee paid (0/2000 1 §)",
        "    end_ --> [*]",
    ]
    assert drawn.endswith("    class note_ current\n")


@pytest.mark.parametrize("where", [{"current": "paid"}, {"path": ("pending", "paid")}])
def test_a_state_that_is_not_declared_cannot_be_marked(where: dict[str, str]) -> None:
    """Marking a state that the declaration does not have is an error and no empty drawing."""
    with pytest.raises(NotFound) as caught:
        mermaid(PROCEDURE, language="fi", **where)  # type: ignore[arg-type]
    assert caught.value.code == "state-unknown"
