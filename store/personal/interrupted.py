"""A key store on a server that is lost while it is used: said as the log says it, for it is the same server's doing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from engine.errors import OhjausError
from store.place import Place, Server

MAY_NOT_READ = "database-rights"
"""The code for a login that may not use the key store, as an auditor's and a county reader's may not, by design."""
OF_NAMES = "names"
"""Marks, among an error's particulars, that names were asked for."""


@contextmanager
def said_as_of_the_log(place: Place) -> Iterator[None]:
    """Lets a server that was lost, starts or is full be told as such, and not as one that refused what was asked.

    Raises:
        Fault: `connection-lost`, `server-full`, …; whatever else is wrong goes on as it is.
    """
    try:
        yield
    except OhjausError as error:
        if error.code == MAY_NOT_READ:
            error.details = {**error.details, OF_NAMES: True}
        found = _of_the_server(error) if isinstance(place, Server) else None
        if found is None:
            raise
        raise found from error.__cause__


def _of_the_server(error: OhjausError) -> OhjausError | None:
    from store.postgres.faults import is_short, translate  # noqa: PLC0415 - a log in a file needs no driver

    cause = error.__cause__
    return translate(cause) if error.code == "persons-unusable" and cause is not None and is_short(cause) else None
