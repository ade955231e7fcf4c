"""What `doctor` says of a log on a server: which server it is, whether it follows another, and whose rights act."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.upkeep.doctor_checks import Finding

if TYPE_CHECKING:
    from store.open_log import OpenLog


def server(opened: OpenLog) -> Iterator[Finding]:
    """Looks at the server, its settings and the login; what an owner or administrator could do is said openly."""
    from store.place import look_at

    seen = look_at(opened.database)
    yield Finding("server", "fine", "ok", {"version": seen.version, "server": str(opened.database.path)})
    if seen.follows:
        yield Finding("server", "follows", "note", {"position": opened.log.head().position})
    yield Finding("settings", "fine", "ok", {"settings": ", ".join(f"{k}={v}" for k, v in seen.settings.items())})
    if not seen.roles:
        yield Finding("rights", "roleless", "warning", {}, "ohjaus db init-roles")
    else:
        outcome = "more" if seen.could_change else "least"
        yield Finding("rights", outcome, "note" if seen.could_change else "ok", {"role": seen.login})
