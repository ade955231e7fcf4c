"""What `doctor` says of the schedulers: whether somebody records what the clock knows, and trusts its clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.schedule.status_page import ago, doubt_text
from cli.upkeep.doctor_checks import Finding

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.schedule.standing import Standing


def schedulers(run: Invocation, standing: Standing) -> Iterator[Finding]:
    """Gives the newest sign of life, what is due while nobody is there, and the doubts about the clock."""
    if standing.doubt is not None:
        yield Finding(
            "scheduler", "doubtful", "warning", {"text": doubt_text(run, standing.doubt)}, "ohjaus schedule status"
        )
    elif standing.beating is not None:
        beating = standing.beating
        yield Finding("scheduler", "fine", "ok", {"scheduler": beating.sign.scheduler, "ago": ago(run, beating.age)})
    elif standing.due:
        yield Finding("scheduler", "lacking", "warning", {"count": len(standing.due)}, "ohjaus schedule install")
    else:
        yield Finding("scheduler", "idle", "note", {}, "ohjaus schedule install")
