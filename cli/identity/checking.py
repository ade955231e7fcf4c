"""What `doctor` says of identities: who you are, how surely, and what keeps a login from counting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.frame.identity import recorded_by
from cli.upkeep.doctor_checks import Finding
from engine.errors import OhjausError

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation


def identity(run: Invocation) -> Iterator[Finding]:
    """Looks at who would be recorded, and says how surely that is known."""
    from cli.identity.establishing import too_weak
    from cli.identity.looking import look

    try:
        looked = look(run)
        recorded_by(run.settings.get("as").value)
    except OhjausError as error:
        yield Finding("identity", "unknown", "fault", {"text": run.words.error(error)}, error.try_next)
        return
    problem, counts = looked.first_problem, looked.counts
    if problem is not None:
        details: dict[str, object] = {"text": run.words.error(problem), "code": problem.code}
        yield Finding("identity", "refused", "fault" if counts is None else "warning", details, problem.try_next)
    if counts is None or counts.who is None:
        if problem is None:
            weak = too_weak(looked.ways)
            yield Finding("identity", "unknown", "fault", {"text": run.words.error(weak)}, weak.try_next)
        return
    outcome = "authenticated" if counts.who.authenticated else "asserted"
    found = {"person": counts.who.person, "identity": counts.who.identity}
    yield Finding("identity", outcome, "ok" if counts.who.authenticated else "note", dict(found))
