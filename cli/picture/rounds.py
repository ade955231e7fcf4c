"""What the monthly rounds hold: who answered, what each county said of its sub-tasks and cases, and who is silent.

Silence is a state with an age: a county that let its day pass has no information, whatever it said before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from cli.picture.cases import evidence_of
from cli.picture.gather import Known, Material
from cli.picture.lines import not_shown
from cli.picture.marks import Evidence, Mark, Status, Text, said, worst
from cli.picture.model import BasedOn, Group, Line, Round
from engine.case import Case
from procedures.county_return.values import SaidValue, month_of, said_of_cases, said_of_subtasks, silent_since
from procedures.county_roadmap.since_2025_01_01 import judged
from procedures.roadmap.catalogue import Criticality, Subtask, roadmap


@dataclass(frozen=True)
class Collected:
    """The rounds and returns of a picture; everything a county said is asked here."""

    material: Material
    expected: tuple[str, ...]

    @cached_property
    def round(self) -> Round:
        """The newest round, and the one that was confirmed last."""
        rounds = sorted((one for one in self.material.of("monthly_round") if one.case.state != "cancelled"), key=_month)
        if not rounds:
            return Round()
        newest = rounds[-1].case
        confirmed = [one.case for one in rounds if one.case.has("round_confirmed")]
        last = confirmed[-1] if confirmed else None
        act = last.last("round_confirmed") if last else None
        return Round(
            month=_month(rounds[-1]),
            answered=sum(self._answered(code, _month(rounds[-1])) for code in self.expected),
            case_id=newest.case_id,
            opened_on=newest.opened_on,
            due=_answers_due(newest),
            confirmed_month=month_of(last) if last else None,
            confirmed_on=act.effective_on if act else None,
            # The round says up to where it confirms the picture; its own event stands after that.
            confirmed_position=int(act.data["position"]) or act.position if act else None,
        )

    @cached_property
    def _returns(self) -> Mapping[str, tuple[Known, ...]]:
        found: dict[str, list[Known]] = {}
        for one in sorted(self.material.of("county_return"), key=_month):
            found.setdefault(one.case.subject, []).append(one)
        return {code: tuple(returns) for code, returns in found.items()}

    @cached_property
    def counted(self) -> str | None:
        """The month on whose answers the picture is based: the newest whose day is past or that was confirmed."""
        day = self.material.day
        # Who does not see the rounds, which are the whole state's, may see returns of a county.
        asked = self.material.of("monthly_round") or self.material.of("county_return")
        months = {
            _month(one)
            for one in asked
            if one.case.has("round_confirmed") or one.case.has("confirmed") or (_answers_due(one.case) or day) < day
        }
        return max(months, default=self.round.month or max(map(_month, asked), default=None))

    @cached_property
    def based_on(self) -> BasedOn:
        """Who answered in that month, and of whom nothing came, with the days since each last answered."""
        missing = tuple(
            (code, self._silent_days(code)) for code in self.expected if not self._answered(code, self.counted)
        )
        return BasedOn(
            len(self.expected) - len(missing), len(self.expected), missing, part=self.material.sight.of_a_part
        )

    def reported(self, code: str) -> Mark:
        """Gives what a county said of itself: the worst of its sub-tasks and cases, or silence with its age."""
        rules = self.material.rules
        if code not in self._returns and self.material.sight.hides(code, "county_return"):
            return replace(not_shown(self.material, "answer-hidden"), provenance="reported")
        if code not in self._returns and self.round.month is None:
            return Mark(Status.NO_INFORMATION, "reported", rules.named("no-round"), said("picture.reason.no-round"))
        silent = self._silent_since(code)
        values = self._values(code)
        if silent is not None or not values:
            return self._silence(code, silent)
        marks = tuple(self._mark(value) for value in values)
        known = worst(marks)
        alike = tuple(one for one in marks if one.status is known.status)
        newest = max(value.said_on for value in values)
        discussed = all(value.provenance == "discussed" for value in values)
        return Mark(
            known.status,
            "discussed" if discussed else "reported",
            rules.named("worst-of"),
            _of_alike(alike),
            tuple(one for mark in alike for one in mark.evidence)[:1],
            newest,
            max((self.material.day - newest).days, 0),
            alike,
        )

    def told_of_case(self, code: str, case_id: str) -> Mark | None:
        """Gives what a county said of one of its own cases; None when it said nothing."""
        value = self._of_cases.get(code, {}).get(case_id)
        return self._mark(value) if value else None

    def support_asked(self, code: str) -> bool:
        """Tells whether a county asks for support with a sub-task or a case."""
        return any(value.support_asked for value in self._values(code))

    def groups(self, code: str) -> tuple[Group, ...]:
        """Gives the sub-tasks that a county is asked about, by preparation group, each with its state."""
        if not self.material.of("county_return"):
            return ()
        told = self._of_subtasks.get(code, {})
        known = self._judged.get(code, {})
        found = []
        for group in roadmap().groups:
            asked = [one for one in group.subtasks if known.get(one.id) != "not_critical" or one.id in told]
            lines = (self._line(one, told[one.id]) if one.id in told else self._unsaid[one.id] for one in asked)
            found.append(Group(group.id, group.name, tuple(lines)))
        return tuple(found)

    @cached_property
    def _unsaid(self) -> Mapping[str, Line]:
        """What stands for each sub-task of which a county says nothing: alike for all of them."""
        rule = self.material.rules.named("not-told")
        mark = Mark(Status.NO_INFORMATION, "reported", rule, said("picture.reason.never-told"))
        return {one.id: Line(one.id, one.name, mark) for one in roadmap().subtasks.values()}

    def _line(self, subtask: Subtask, value: SaidValue) -> Line:
        extra: tuple[tuple[str, Text], ...] = (
            (("progress", said(f"picture.progress.{value.progress}")),) if value.progress else ()
        )
        return Line(subtask.id, subtask.name, self._mark(value), extra=extra, support_asked=value.support_asked)

    def _mark(self, value: SaidValue) -> Mark:
        age = max((self.material.day - value.said_on).days, 0)
        return Mark(
            Status(value.state),
            value.provenance,
            self.material.rules.named("said"),
            value.reason or said("picture.reason.said", on=value.said_on),
            (Evidence(value.case_id, (value.position,)),),
            value.said_on,
            age,
        )

    def _silence(self, code: str, silent: date | None) -> Mark:
        rules, last = self.material.rules, self._last_answer(code)
        evidence = tuple(evidence_of(one) for one in self._returns.get(code, ())[-1:])
        since = last or silent
        if since is None:
            reason: Text = said("picture.reason.never-answered")
            return Mark(Status.NO_INFORMATION, "reported", rules.named("silent"), reason, evidence)
        age = max((self.material.day - since).days, 0)
        reason = (
            said("picture.reason.silent-after", age, on=last)
            if last
            else said("picture.reason.silent-since", age, on=since)
        )
        return Mark(Status.NO_INFORMATION, "reported", rules.named("silent"), reason, evidence, since, age)

    def _silent_since(self, code: str) -> date | None:
        returns = self._returns.get(code, ())
        if not returns:
            return None
        newest = returns[-1].case
        recorded = silent_since(newest)
        due = next((one.due for one in newest.open_deadlines if one.name == "answer"), None)
        late = due if due is not None and due < self.material.day and not newest.has("answered") else None
        return recorded or late

    def _silent_days(self, code: str) -> int | None:
        last = self._last_answer(code)
        return None if last is None else max((self.material.day - last).days, 0)

    def _last_answer(self, code: str) -> date | None:
        answers = [one.case.last("answered") for one in self._returns.get(code, ())]
        return max((event.effective_on for event in answers if event), default=None)

    def _answered(self, code: str, month: str | None) -> bool:
        return any(one.case.has("answered") for one in self._returns.get(code, ()) if _month(one) == month)

    def _values(self, code: str) -> tuple[SaidValue, ...]:
        return (*self._of_subtasks.get(code, {}).values(), *self._of_cases.get(code, {}).values())

    @cached_property
    def _of_subtasks(self) -> Mapping[str, Mapping[str, SaidValue]]:
        return {code: said_of_subtasks(_cases(returns)) for code, returns in self._returns.items()}

    @cached_property
    def _of_cases(self) -> Mapping[str, Mapping[str, SaidValue]]:
        return {code: said_of_cases(_cases(returns)) for code, returns in self._returns.items()}

    @cached_property
    def _judged(self) -> Mapping[str, Mapping[str, Criticality]]:
        return {one.case.subject: judged(one.case) for one in self.material.of("county_roadmap")}


def _of_alike(alike: tuple[Mark, ...]) -> Text:
    """Says how many things stand as the worst does, with the written reason of the first where there is one."""
    first = alike[0]
    state = said(f"picture.status.{first.status}")
    if first.status in (Status.AT_RISK, Status.LATE):
        return said("picture.reason.told-worst", len(alike), state=state, first=first.reason)
    return said("picture.reason.told-all", len(alike), state=state)


def _cases(known: Iterable[Known]) -> tuple[Case, ...]:
    return tuple(one.case for one in known)


def _month(known: Known) -> str:
    return month_of(known.case)


def _answers_due(case: Case) -> date | None:
    return max((one.due for one in case.deadlines.values() if one.name in ("answer", "answers")), default=None)
