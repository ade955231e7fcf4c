"""What `doctor` says of the schedulers: whether somebody records what the clock knows, and trusts its clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.schedule.doubts import DATABASE
from cli.schedule.status_page import ago, doubt_text
from cli.upkeep.doctor_checks import Finding, Verdict

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.schedule.standing import Standing
    from cli.wiring import Record


def schedulers(run: Invocation, record: Record, standing: Standing) -> Iterator[Finding]:
    """Gives the newest sign of life, what is due while nobody is there, and the doubts about the clock."""
    doubt = standing.doubt
    if doubt is not None:
        # By a clock that is not the database's nobody records anything there, persons no more than schedulers.
        verdict: Verdict = "fault" if doubt.reason == DATABASE else "warning"
        text = doubt_text(run, record, doubt)
        yield Finding("scheduler", "doubtful", verdict, {"text": text}, "ohjaus schedule status")
    elif standing.beating is not None:
        beating = standing.beating
        yield Finding("scheduler", "fine", "ok", {"scheduler": beating.sign.scheduler, "ago": ago(run, beating.age)})
    elif standing.due:
        yield Finding("scheduler", "lacking", "warning", {"count": len(standing.due)}, "ohjaus schedule install")
    else:
        yield Finding("scheduler", "idle", "note", {}, "ohjaus schedule install")
