"""What becomes of the key store when a log is copied or backed up: a copy takes it along, a backup only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from cli.frame.invocation import Invocation
    from store.place import Place


def carry_along(run: Invocation, source: Place, target: Place, *, without: bool) -> dict[str, Any]:
    """Copies the key store of a log to where that of its copy belongs, and says what became of it.

    Raises:
        Refused: `persons-exist`, something stands there.
    """
    from store.personal.place import carry, is_kept, persons_place

    here, there = persons_place(source, None), persons_place(target, None)
    if run.settings.get("persons").value is not None and source == run.wiring.path:
        here = run.wiring.persons.place
    kept = is_kept(here)
    said = {"kept": kept, "from": str(here.absolute()), "to": str(there.absolute()) if kept else None}
    if not kept or without:
        return {**said, "outcome": "left", "count": 0}
    if run.dry_run:
        return {**said, "outcome": "would", "count": 0}
    return {**said, "outcome": "carried", "count": carry(here, there)}


def back_up_persons(run: Invocation, backup: Path, *, wanted: bool) -> dict[str, Any]:
    """Copies the key store into a file beside a backup when that is wanted, and says what became of it.

    Raises:
        Refused: `persons-exist`, something stands there.
    """
    from store.personal.file import beside
    from store.personal.place import carry, is_kept

    here, there = run.wiring.persons.place, beside(backup)
    kept = is_kept(here)
    carried = kept and wanted
    if carried and not run.dry_run:
        carry(here, there)
    return {"kept": kept, "from": str(here.absolute()), "to": str(there) if carried else None}


def hand_over_persons(run: Invocation) -> None:
    """Lets the key store on a server belong to the role that writes the log there.

    Raises:
        Fault: `persons-unusable`, this login may not give it away.
    """
    from store.place import Server

    place = run.wiring.persons.place
    if isinstance(place, Server):
        from store.personal.server import hand_over

        hand_over(place)


def bring_back(run: Invocation, backup: Path) -> dict[str, Any]:
    """Puts the key store beside a restored backup back, where the log has none, and says what became of it.

    A key store that stands there stays: it is the one that has forgotten who was erased since.

    Raises:
        Refused: `persons-too-open`.
        IntegrityBroken: `persons-damaged`.
        Fault: `cannot-create`, `persons-unusable`.
    """
    from cli.rights.persons import newest_is_reference
    from store.personal.file import beside
    from store.personal.place import carry, is_kept

    here, there = beside(backup), run.wiring.persons.place
    said = {"from": None, "to": str(there.absolute())}
    if is_kept(there):
        return {**said, "outcome": "stays"}
    if is_kept(here):
        if not run.dry_run:
            carry(here, there)
        return {**said, "from": str(here), "outcome": "would" if run.dry_run else "carried"}
    if run.dry_run:
        return {**said, "outcome": "none"}
    with run.record() as record:
        return {**said, "outcome": "lacking" if newest_is_reference(record.opened) else "none"}
