"""Where the golden histories are, and the case that a history folds to, as plain data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.case import Case, fold
from engine.envelope import Deadline, DocumentRef, Envelope, decode, plain
from procedures.register import declarations

FOLDER = Path(__file__).parent
LIST = FOLDER / "corpus.sha256"
FLOOR = FOLDER / "corpus.floor"
"""How many histories and events the corpus held after each recording; lines are added and never taken away."""


@dataclass(frozen=True, slots=True)
class Story:
    """One golden history: its file, relative to this folder and without ending."""

    name: str

    @property
    def history(self) -> Path:
        return FOLDER / f"{self.name}.jsonl"

    @property
    def expected(self) -> Path:
        return FOLDER / f"{self.name}.expected.json"

    def lines(self) -> list[bytes]:
        return self.history.read_bytes().splitlines()

    def events(self) -> list[Envelope]:
        return [decode(line) for line in self.lines()]


def stories() -> list[Story]:
    """Gives every recorded story, in the order of their names."""
    return [
        Story(path.relative_to(FOLDER).as_posix().removesuffix(".jsonl")) for path in sorted(FOLDER.rglob("*.jsonl"))
    ]


def digest(story: Story) -> str:
    return hashlib.sha256(story.history.read_bytes()).hexdigest()


def listed() -> dict[str, str]:
    """Gives the corpus as it is listed: the digest of each history by its name."""
    rows = (line.split("  ", 1) for line in LIST.read_text("utf-8").splitlines() if line)
    return {name: found for found, name in rows}


def floors(text: str | None = None) -> list[tuple[int, int]]:
    """Gives how large the corpus was after each recording: histories and events."""
    lines = (FLOOR.read_text("utf-8") if text is None else text).splitlines()
    return [(int(histories), int(events)) for histories, events in (line.split() for line in lines)]


def size() -> tuple[int, int]:
    """Gives how large the corpus is: histories and events."""
    every = stories()
    return len(every), sum(len(story.lines()) for story in every)


def cases_of(events: list[Envelope]) -> dict[str, Case]:
    """Folds every stream of a history, each over the declaration it is pinned to."""
    streams: dict[str, list[Envelope]] = {}
    for event in events:
        streams.setdefault(event.stream, []).append(event)
    folded = {stream: fold(declarations().pinned(own[0].declaration), own) for stream, own in streams.items()}
    return {stream: case for stream, case in folded.items() if case is not None}


def as_data(events: list[Envelope]) -> dict[str, Any]:
    """Gives the cases of a history as plain data, by case id."""
    return {case_id: _case_data(case) for case_id, case in cases_of(events).items()}


_CAME_LATER = ("opens_on", "suspension", "ledger", "publicity", "ground")
"""Fields of a deadline or a document that did not exist when the first histories were recorded; empty are left out."""


def _without_later(one: Deadline | DocumentRef) -> dict[str, Any]:
    told: dict[str, Any] = plain(one)
    return {name: value for name, value in told.items() if value or name not in _CAME_LATER}


def _case_data(case: Case) -> dict[str, Any]:
    told: dict[str, Any] = plain(
        {
            "declaration": case.declaration,
            "subject": case.subject,
            "state": case.state,
            "version": case.version,
            "opened_on": case.opened_on,
            "moved_on": case.moved_on,
            "closed_on": case.closed_on,
            "diary_number": case.diary_number,
            "facts": {name: len(found) for name, found in case.facts.items()},
            "deadlines": [_without_later(one) for one in case.deadlines.values()],
            "tasks": list(case.tasks.values()),
            "standings": list(case.standings.values()),
            "documents": [_without_later(one) for one in case.documents],
            "links": case.links,
            "unreported": [name for event in case.events for name in event.unreported],
        }
    )
    return told
