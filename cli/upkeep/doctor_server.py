"""What `doctor` says of a log on a server: which server it is, whether it follows another, and whose rights act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cli.upkeep.doctor_checks import Finding, Verdict
from cli.upkeep.replica import replica_shape

if TYPE_CHECKING:
    from store.open_log import OpenLog

_OUTCOMES: Mapping[str, tuple[str, Verdict]] = {
    "current": ("follows", "note"),
    "behind": ("behind", "warning"),
    "cut-off": ("cut_off", "warning"),
}


def server(opened: OpenLog) -> Iterator[Finding]:
    """Looks at the server, its settings and the login; what an owner or administrator could do is said openly."""
    from store.place import look_at

    seen = look_at(opened.database)
    yield Finding("server", "fine", "ok", {"version": seen.version, "server": str(opened.database.path)})
    if seen.follows:
        yield from _replica(opened)
    yield Finding("settings", "fine", "ok", {"settings": ", ".join(f"{k}={v}" for k, v in seen.settings.items())})
    if not seen.roles:
        yield Finding("rights", "roleless", "warning", {}, "ohjaus db init-roles")
    else:
        if seen.older:
            yield Finding("rights", "older", "warning", {}, "ohjaus db init-roles --yes")
        outcome = "more" if seen.could_change else "least" if seen.could_add else "reads"
        yield Finding("rights", outcome, "note" if seen.could_change else "ok", {"role": seen.login})


def _replica(opened: OpenLog) -> Iterator[Finding]:
    """Looks how a replica follows its primary; one that was promoted since is a replica no more."""
    shape = replica_shape(opened.database)
    if shape is not None:
        outcome, verdict = _OUTCOMES[str(shape["state"])]
        yield Finding("server", outcome, verdict, {name: value for name, value in shape.items() if value is not None})
