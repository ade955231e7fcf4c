"""Records new golden histories: `python -m tests.golden.record`; with `--expected`, writes the expected cases again."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime

from engine.envelope import canonical
from engine.registrar import Registrar
from procedures.calendar import finnish_calendar
from procedures.directory import directory
from procedures.register import declarations
from store.memory_log import MemoryEventLog
from tests.golden.corpus import FLOOR, FOLDER, LIST, Story, as_data, digest, floors, size, stories
from tests.golden.scenarios import SCENARIOS


class RecordingDay:
    """A clock that stands still on the day of the recording, and says that it is injected."""

    kind = "injected"

    def now(self) -> datetime:
        return datetime(2045, 1, 2, 10, 0, tzinfo=UTC)

    def today(self) -> date:
        return date(2045, 1, 2)


class Directory:
    """Knows the subjects from the directory of actors."""

    def kind_of(self, code: str) -> str:
        return str(directory().by_code(code).kind)


def registrar_over_memory() -> tuple[Registrar, MemoryEventLog]:
    """Gives a registrar over an empty log in memory."""
    log = MemoryEventLog(clock=RecordingDay())
    registrar = Registrar(
        log,
        index=log,
        declarations=declarations(),
        subjects=Directory(),
        calendar=finnish_calendar(),
        clock=RecordingDay(),
    )
    return registrar, log


def record(story: Story, play: Callable[[Registrar], None]) -> None:
    """Plays a scenario and writes its history; one that is recorded already stays as it is."""
    if story.history.exists():
        return
    registrar, log = registrar_over_memory()
    play(registrar)
    story.history.parent.mkdir(parents=True, exist_ok=True)
    story.history.write_bytes(b"".join(canonical(event) + b"\n" for event in log.read()))
    expect(story)


def expect(story: Story) -> None:
    """Writes the case that a history folds to."""
    text = json.dumps(as_data(story.events()), indent=1, sort_keys=True, ensure_ascii=False)
    story.expected.write_text(text + "\n", "utf-8")


def main() -> None:
    """Records what is new and lists the corpus."""
    for name, play in SCENARIOS.items():
        record(Story(name), play)
    if "--expected" in sys.argv[1:]:
        for story in stories():
            expect(story)
    LIST.write_text("".join(f"{digest(story)}  {story.name}\n" for story in stories()), "utf-8")
    if size() > floors()[-1]:
        histories, events = size()
        with FLOOR.open("a", encoding="utf-8") as file:
            file.write(f"{histories} {events}\n")
    sys.stdout.write(f"{len(stories())} histories under {FOLDER.name}\n")


if __name__ == "__main__":
    main()
