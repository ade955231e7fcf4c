"""Where the key store of a log stands: beside its file, in a schema of its own on its server, or as a setting says."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from engine.errors import Refused
from store import location
from store.personal.file import PersonFile, beside, create_file
from store.personal.keeping import Contents, Fixed, Keeping, taken
from store.personal.register import PersonRegister
from store.place import Place, Server, ensure_driver

SECRET_BYTES = 32


def persons_place(log: Place, stated: Place | None) -> Place:
    """Gives where the key store of a log stands, there or not; `stated` is what a setting says."""
    if stated is not None:
        return stated
    return log if isinstance(log, Server) else beside(log)


def is_kept(place: Place) -> bool:
    """Tells whether a key store stands at a place.

    Raises:
        Fault: the server does not let us look.
    """
    if not isinstance(place, Server):
        return place.exists()
    ensure_driver()
    from store.personal.server import is_kept as is_kept_there  # noqa: PLC0415 - a log in a file needs no driver

    return is_kept_there(place)


def can_write(place: Place) -> bool:
    """Tells whether a key store can be changed where it stands, as far as the system tells."""
    return isinstance(place, Server) or location.takes_writing(place)


def open_register(place: Place, *, read_only: bool = False) -> PersonRegister:
    """Opens the key store at a place.

    Raises:
        Refused: `persons-too-open`.
        IntegrityBroken: `persons-damaged`.
        Fault: `persons-unusable`.
    """
    return PersonRegister(open_kept(place, read_only=read_only))


def open_kept(place: Place, *, read_only: bool = False) -> Keeping:
    """Opens what stands at a place as it is kept; raises as `open_register` does."""
    if not isinstance(place, Server):
        return PersonFile(place, read_only=read_only)
    ensure_driver()
    from store.personal.server import PersonSchema  # noqa: PLC0415 - as above

    return PersonSchema(place, read_only=read_only)


def own_reference(place: Place, login: str) -> str | None:
    """Gives the reference that a server tells a login of its own about itself; None where it tells none."""
    if not isinstance(place, Server):
        return None
    ensure_driver()
    from store.personal.own_reference import own_reference as told  # noqa: PLC0415 - as above

    return told(place, login)


def create_register(place: Place, log_id: str, at: str) -> None:
    """Makes an empty key store for a log.

    Raises:
        Refused: `persons-exist`.
        Fault: `cannot-create`, `persons-unusable`.
    """
    _create(place, Contents(Fixed(log_id, secrets.token_bytes(SECRET_BYTES), at)))


def carry(source: Place, target: Place) -> int:
    """Copies a key store as it is at this moment, and gives how many persons it has.

    Nothing may stand at the target but what an earlier copy of the same key store left there: that is finished.

    Raises:
        Refused: `persons-exist`, `persons-too-open`.
        IntegrityBroken: `persons-damaged`.
        Fault: `cannot-create`, `persons-unusable`.
    """
    with closing(open_kept(source, read_only=True)) as kept:
        contents = Contents(kept.fixed, kept.rows(), kept.erased())
    try:
        _create(target, contents)
    except Refused as error:
        if error.code != "persons-exist":
            raise
        with _copied_before(target, contents.fixed) as standing:
            _finish(standing, contents)
    return len(contents.rows)


def refuse_other(place: Place, log_id: str) -> None:
    """Makes sure that nothing stands at a place but a key store of this log, which a copy of it goes on with.

    Raises:
        Refused: `persons-exist`, `persons-too-open`.
        IntegrityBroken: `persons-damaged`.
        Fault: `persons-unusable`.
    """
    if not is_kept(place):
        return
    with closing(open_kept(place, read_only=True)) as standing:
        if standing.fixed.log_id != log_id:
            raise taken(standing.place)


@contextmanager
def _copied_before(place: Place, fixed: Fixed) -> Iterator[Keeping]:
    """Opens what stands at a place, which was copied from the key store that says this of itself."""
    with closing(open_kept(place)) as standing:
        if (standing.fixed.log_id, standing.fixed.secret) != (fixed.log_id, fixed.secret):
            raise taken(standing.place)
        yield standing


def _finish(standing: Keeping, contents: Contents) -> None:
    """Brings an earlier copy up to the key store that it is of; who was erased in either is in neither afterwards."""
    known = standing.erased()
    lacking = {reference: at for reference, at in contents.erased.items() if reference not in known}
    if lacking:
        standing.erase(lacking)
    forgotten = {*known, *lacking}
    for row in contents.rows:
        if row.reference in forgotten or standing.add(row):
            continue
        found = standing.of_reference(row.reference)
        if found is None or found.key != row.key:
            raise taken(standing.place)
        if found.sealed != row.sealed:
            standing.seal_anew(row.reference, row.sealed)


def _create(place: Place, contents: Contents) -> None:
    if isinstance(place, Path):
        create_file(place, contents)
        return
    ensure_driver()
    from store.personal.server import create_schema  # noqa: PLC0415 - as above

    create_schema(place, contents)


def refuse_foreign(register: PersonRegister, log_id: str) -> None:
    """Makes sure that a key store is of this log.

    Raises:
        Refused: `persons-foreign`.
    """
    if register.fixed.log_id != log_id:
        raise Refused(
            "persons-foreign",
            f"The key store at {register.place} is of another log ({register.fixed.log_id[:8]}), not of this one "
            f"({log_id[:8]}). Nothing was recorded.",
            try_next="ohjaus config show --origin",
            details={"path": register.place, "log": log_id, "kept": register.fixed.log_id},
        )
