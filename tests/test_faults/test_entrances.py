"""Whatever is brought to an entrance is answered; Hypothesis draws it, and the seed is printed.

`OHJAUS_SEED` repeats a run. The long run brings 100,000 inputs to each entrance (`python -m tests.faults --long`).
"""

from __future__ import annotations

import ast
import json
import os
import random
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.faults.costs import Costs
from tests.faults.entrances import ENTRANCES
from tests.faults.fuzzing import contents, in_the_answer, in_the_log, prepared
from tests.faults.layer import ROOT
from tests.faults.ledger import CannotRun
from tests.faults.strategies import STRATEGIES
from tests.ready import program
from tests.test_cli.conftest import filled, invoke
from tests.test_house.tree import python_files

__all__ = ["filled"]

SEED = int(os.environ.get("OHJAUS_SEED", random.SystemRandom().randrange(10**6)))
EXAMPLES = 12
"""A little of each; the long mode is for nights."""


@pytest.mark.parametrize("name", ENTRANCES)
def test_whatever_is_brought_is_answered(
    name: str, filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An answer of the contract, no traceback, bounded time and memory, and a log that verifies afterwards."""
    costs = Costs()
    with ExitStack() as stack:
        try:
            entrance, _ = stack.enter_context(prepared(name, tmp_path, contents(filled)))
        except CannotRun as reason:
            pytest.skip(f"THE ENTRANCE {name} WAS NOT PUT TO THE TEST: {reason}")

        @seed(SEED)
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            print_blob=True,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        )
        @given(data=st.data())
        def brought(data: st.DataObject) -> None:
            words = entrance.bring(data.draw(strategy, label=name))
            with costs.counted():
                result = invoke(*words)
            wrong = in_the_answer(result, entrance), costs.too_much(done=not result.exit_code)
            assert wrong == (None, None), list(words)

        strategy = STRATEGIES[name](entrance)
        with capsys.disabled():
            sys.stdout.write(f"\n{name}: {EXAMPLES} inputs of Hypothesis, seed {SEED}\n")
        brought()
        assert list(in_the_log()) == []


def test_every_entrance_has_a_strategy() -> None:
    """What the long run brings to an entrance, the ordinary run does as well."""
    assert set(STRATEGIES) == set(ENTRANCES)


def test_nothing_reads_csv() -> None:
    """CSV is only written, so that it is no entrance (`docs/faults.md`)."""
    found = [
        str(path)
        for path, tree in python_files("cli", "store", "procedures", "engine", holding=r"\bcsv\b")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("reader", "DictReader", "Sniffer")
        and isinstance(node.value, ast.Name)
        and node.value.id == "csv"
    ]
    assert found == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is brought to a forked process on this system")
def test_an_input_that_ends_the_process_is_told() -> None:
    """The long run can tell: an endless loop, a crash and an endless meal are told each, and the rest is brought."""
    done = subprocess.run(program("tests.faults.planted"), cwd=ROOT, capture_output=True, text=True, check=False)
    assert json.loads(done.stdout) == {
        "times": 8,
        "broken": [
            "input 1 ended the process: its time on the processor was over",
            "input 3 ended the process: SIGSEGV",
            "input 5: too much",
        ],
    }, done.stderr
