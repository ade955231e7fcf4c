"""Lines of registers: a mark made from a fact, from a day that is due, or from silence; nothing said is never green."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from cli.picture.cases import evidence_of
from cli.picture.gather import Known, Material
from cli.picture.marks import Evidence, Mark, Provenance, Status, Text, said

if TYPE_CHECKING:
    from engine.envelope import Envelope

WHOLE_STATE = "FI"


@dataclass(frozen=True, slots=True)
class Told:
    """The newest thing that a register says of one entry: the case, the event and the entry's own data."""

    known: Known
    event: Envelope
    data: dict[str, Any]

    def event_day(self, key: str) -> date | None:
        """Gives a day that the entry states; None when it states none."""
        stated = self.data.get(key)
        return date.fromisoformat(stated) if stated else None


def newest(known: Iterable[Known], facts: Iterable[str], key: str, inner: str | None = None) -> dict[Any, Told]:
    """Gives what was last said of each entry, by the value of `key`, in the data or in each element of `inner`."""
    wanted = tuple(facts)
    found: dict[Any, Told] = {}
    for one in known:
        events = sorted((event for fact in wanted for event in one.case.every(fact)), key=lambda event: event.position)
        for event in events:
            for data in event.data.get(inner, ()) if inner else (event.data,):
                found[data.get(key)] = Told(one, event, data)
    return found


def mark_said(
    material: Material,
    told: Told,
    status: str,
    reason: Text | None,
    provenance: Provenance = "reported",
    *,
    rule: str = "said",
) -> Mark:
    """Gives the mark that a fact states itself."""
    day = told.event.effective_on
    return Mark(
        Status(status),
        provenance,
        material.rules.named(rule),
        reason or said("picture.reason.said", on=day),
        (evidence_of(told.known, (told.event,)),),
        day,
        max((material.day - day).days, 0),
    )


def mark_judged(material: Material, told: Told, status: Status, reason: Text, *, rule: str = "judged") -> Mark:
    """Gives the mark that follows from what a fact states."""
    return mark_said(material, told, status.value, reason, "derived", rule=rule)


def not_shown(material: Material, what: str) -> Mark:
    """Gives the mark of what may be hidden from whoever makes the picture; `what` names the reason's text."""
    return Mark(Status.NO_INFORMATION, "derived", material.rules.named("not-shown"), said(f"picture.reason.{what}"))


def not_told(
    material: Material, since: date | None, evidence: tuple[Evidence, ...] = (), *, about: str = WHOLE_STATE
) -> Mark:
    """Gives the mark of what nothing has been said of, with the age of the silence where it has a beginning.

    `about` is the subject of the cases in which it would be said.
    """
    rule = material.rules.named("not-told" if since else "not-opened")
    if since is None and material.sight.hides(about):
        return not_shown(material, "word-hidden")
    if since is None:
        return Mark(Status.NO_INFORMATION, "derived", rule, said("picture.reason.never-told"), evidence)
    age = max((material.day - since).days, 0)
    return Mark(Status.NO_INFORMATION, "derived", rule, said("picture.reason.not-told", age), evidence, since, age)


def by_day(material: Material, due: date, evidence: tuple[Evidence, ...], progressed: Told | None) -> Mark | None:
    """Gives the mark that a day asks for: late when it is past, at risk when it is near and nothing has progressed."""
    left = (due - material.day).days
    if left < 0:
        reason = said("picture.reason.due-passed", -left, on=due)
        return Mark(Status.LATE, "derived", material.rules.named("due-passed"), reason, evidence, due, -left)
    if left <= material.rules.programme_near_days and progressed is None:
        reason = said("picture.reason.due-near", left, on=due)
        return Mark(Status.AT_RISK, "derived", material.rules.named("due-near"), reason, evidence, material.day, 0)
    return None
