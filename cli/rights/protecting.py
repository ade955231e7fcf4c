"""Making a log that protects its persons, and protecting those of a log that is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.rights.erasing import record_in_register
from engine.errors import Refused
from engine.personal import is_reference

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Wiring
    from store.identity import Identity


def create_protected(wiring: Wiring, *, production: bool = False) -> Identity:
    """Makes the log that the settings name, with the key store of its persons.

    Raises:
        Refused: `log-exists`, `network-drive`; `persons-exist`, the key store of an earlier log lies there.
        Fault: the disk or the server does not let us.
    """
    from store.open_log import create_log

    wiring.persons.refuse_left_over()
    identity = create_log(wiring.path, wiring.clock, production=production)
    wiring.persons.create(identity.log_id)
    return identity


@dataclass(frozen=True, slots=True)
class Protected:
    """Whether a lost key store was replaced, whether names stay in earlier events, and where it is recorded."""

    replaced: bool
    earlier_names: bool
    position: int | None


def protect(run: Invocation, *, new_store: bool) -> Protected:
    """Makes the key store of a log that is there, and records that it did.

    Raises:
        Refused: `persons-protected`, there is one; `persons-missing`, one was lost and `new_store` was not said;
            `persons-after-rights`, rights were granted to persons whom a new key store would not know.
        Fault: `cannot-create`, `persons-unusable`.
    """
    from cli.rights.persons import newest_is_reference

    persons = run.wiring.persons
    with run.record() as record:
        if persons.protected:
            with persons.register():
                # One of another log, or a damaged one, says so itself.
                raise _refused("persons-protected", "The persons of this log are protected already.", "person check")
        replaced = newest_is_reference(record.opened)
        if replaced and not new_store:
            raise _refused(
                "persons-missing",
                "A key store of this log was lost. Bring it back from a backup, or make a new one with --new-store.",
                "person protect --new-store",
            )
        if record.grants.enabled() is not None:
            raise _refused(
                "persons-after-rights",
                "Rights were granted to persons whom a new key store would not know: nobody could record.",
                "grant list",
            )
        first = next(record.log.read(limit=1), None)
        named = first is not None and not is_reference(first.recorded_by.person)
        log_id = record.opened.identity.log_id
    if run.dry_run:
        return Protected(replaced, named, None)
    persons.create(log_id)
    fact = "key_store_replaced" if replaced else "register_begun"
    data = {"because": "--new-store"} if replaced else {}
    with run.record(write=True) as record:
        event = record_in_register(run, record, fact, data, on=run.wiring.clock.today())
    return Protected(replaced, named, event.position)


def _refused(code: str, message: str, command: str) -> Refused:
    return Refused(code, message, try_next=f"ohjaus {command}")
