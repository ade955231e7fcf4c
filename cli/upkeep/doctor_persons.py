"""What `doctor` says of the key store of persons: is it there, is it closed to others, is it of this log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cli.messages import in_each_language
from cli.upkeep.doctor_checks import Finding, Verdict
from engine.errors import OhjausError

if TYPE_CHECKING:
    from cli.rights.persons import Persons
    from store.open_log import OpenLog


def persons(kept: Persons, opened: OpenLog) -> Iterator[Finding]:
    """Looks whether the persons of the log are protected, and whether others may read the key store."""
    from cli.rights.persons import newest_is_reference
    from store.personal.file import mode_is_open

    details: dict[str, object] = {"path": kept.place.absolute()}
    try:
        kept.begin(opened, write=False)
        if not kept.protected:
            if newest_is_reference(opened):
                # A copy that is only read needs no names.
                verdict: Verdict = "note" if _only_read(opened) else "fault"
                yield Finding("persons", "missing", verdict, details, "ohjaus person protect --new-store")
            else:
                yield Finding("persons", "unprotected", "note", details, "ohjaus person protect")
        elif isinstance(kept.place, Path) and mode_is_open(kept.place):
            yield Finding("persons", "open", "fault", details, f"chmod 600 {kept.place}")
        else:
            with kept.register():
                yield Finding("persons", "fine", "ok", details)
    except OhjausError as error:
        if error.code == "database-rights":
            # As it is meant to be for auditors and a county's readers.
            yield Finding("persons", "closed", "note", details)
            return
        yield Finding("persons", "unusable", "fault", {**details, "text": in_each_language(error)}, error.try_next)


def _only_read(opened: OpenLog) -> bool:
    from store.location import can_be_written

    path = opened.database.path
    return isinstance(path, Path) and not can_be_written(path.resolve())
