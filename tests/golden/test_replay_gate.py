"""The replay gate: every golden history passes the checks of `audit verify`, and the corpus only grows.

Each history is stored, byte for byte as it was recorded, in the file of a log; then chain, tree, schema, pages and
projections are checked by the code that checks a user's log. (That each event would be accepted again, and each time
reckoned alike, is asked in `test_golden`.)
"""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from engine.envelope import event_hash
from store import integrity
from store.event_log import index_of
from store.evidence.tree import root_of
from store.open_log import create_log, open_log
from tests.golden.corpus import FLOOR, Story, floors, size, stories
from tests.golden.record import RecordingDay

every_story = pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)


def test_the_corpus_is_no_smaller_than_it_was() -> None:
    """An empty corpus would pass every other test; what was recorded once is counted, and the count only rises."""
    counted = floors()
    assert counted == sorted(set(counted))
    assert counted[0] > (0, 0)
    assert size() == counted[-1], "record with `python -m tests.golden.record`, which adds the new count"


def test_no_count_was_taken_back() -> None:
    """Every earlier state of the counts that the project's history holds is a beginning of the present one."""
    now = FLOOR.read_text("utf-8")
    for earlier in _earlier_counts():
        assert now.startswith(earlier)
        assert floors(earlier)[-1] <= size()


def _earlier_counts() -> list[str]:
    root, name = FLOOR.parents[2], FLOOR.relative_to(FLOOR.parents[2]).as_posix()

    def git(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False)
        return done.stdout if done.returncode == 0 else ""

    if not (root / ".git").exists():
        # A copy without the project's history: what is there is held against itself in the test above.
        return []
    return [git("show", f"{commit}:{name}") for commit in git("log", "--format=%H", "--", name).split()]


@pytest.fixture(scope="module")
def new_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log without events, of the declared schema; each history is stored in a copy of it."""
    path = tmp_path_factory.mktemp("new") / "new.db"
    create_log(path, RecordingDay())
    with open_log(path, RecordingDay()) as opened:
        opened.projections.rebuild()
        assert integrity.check_schema(opened.database, opened.projections.projections).ok
    return path


@every_story
def test_a_golden_history_is_whole_in_a_file(story: Story, new_log: Path, tmp_path: Path) -> None:
    """Stored as recorded it keeps its chain and its tree, and the projections made from it are true to it."""
    path = tmp_path / "golden.db"
    shutil.copy(new_log, path)
    path.chmod(0o600)
    events, lines = story.events(), story.lines()
    with open_log(path, RecordingDay()) as opened:
        with opened.database.writing():
            for event, stored in zip(events, lines, strict=True):
                opened.database.change(
                    "INSERT INTO events VALUES (:position, :stream, :version, :event_id, :type, :effective_on, "
                    ":recorded_at, :command_id, :canonical, :hash)",
                    {**index_of(event), "canonical": stored, "hash": event_hash(stored)},
                )
        opened.projections.rebuild()
        # The history brings the anchor of the log that it was recorded in.
        chain = integrity.Chain(events[0].previous_hash)
        rows = [row for batch in opened.log.stored() for row in batch]
        assert [chain.fault(*row) for row in rows] == [None] * len(lines)
        noted = root_of(bytes.fromhex(row[-2].decode()) for row in rows)
        assert noted == root_of(sha256(line).digest() for line in lines)
        # The schema is the same whatever was recorded, and was looked at once; the pages are this history's own.
        assert integrity._page_fault(opened.database) is None
        assert integrity.check_projections(opened.projections).ok
