"""What the log says of a county for the monthly round, as of a position: the values, the questions and the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cli.collect.rows import Key, Values, of_entry
from engine.case import Case
from engine.errors import NotFound
from engine.request import NOW, AsOf
from procedures.cooperation_forums.catalogue import forums
from procedures.cooperation_forums.guards import contacts_now
from procedures.county_return.values import SaidValue, month_of, said_of_cases, said_of_subtasks
from procedures.county_roadmap.since_2025_01_01 import judged
from procedures.roadmap.catalogue import Criticality, Subtask, roadmap

if TYPE_CHECKING:
    from cli.wiring import Record
    from engine.table import Table

WHOLE_STATE = "FI"
REGISTERS = frozenset(
    {
        *("county_return", "county_observation", "county_roadmap", "county_assessment", "county_reform_plan"),
        *("red_flag", "self_government_problem"),
    }
)
"""What is kept of a county beside its statutory procedures: a county is not asked how these stand."""


def known_cases(record: Record, subject: str, procedure: str | None = None, as_of: AsOf = NOW) -> tuple[Case, ...]:
    """Gives the cases about a subject as they were known, the oldest first; those not opened by then are left out."""
    found = []
    for summary in record.index.cases_of(subject, procedure):
        try:
            found.append(record.registrar.load(summary.case_id, as_of)[1])
        except NotFound as error:
            if error.code != "case-not-yet":
                raise
    return tuple(found)


@dataclass(frozen=True)
class Standing:
    """One county as of a moment of the log."""

    record: Record
    code: str
    as_of: AsOf = NOW

    @cached_property
    def returns(self) -> tuple[Case, ...]:
        """Its returns, the oldest month first, without those withdrawn."""
        found = known_cases(self.record, self.code, "county_return", self.as_of)
        return tuple(sorted((one for one in found if one.state != "withdrawn"), key=month_of))

    @cached_property
    def tasks_said(self) -> Mapping[str, SaidValue]:
        """The newest word on each sub-task of which anything was said."""
        return said_of_subtasks(self.returns)

    @cached_property
    def judged(self) -> Mapping[str, Criticality]:
        """What the county judges critical or not critical."""
        found: dict[str, Criticality] = {}
        for case in known_cases(self.record, self.code, "county_roadmap", self.as_of):
            found |= judged(case)
        return found

    @cached_property
    def procedures(self) -> tuple[tuple[Table, Case], ...]:
        """Its statutory procedures that are open, by id."""
        found = known_cases(self.record, self.code, None, self.as_of)
        own = (one for one in found if one.closed_on is None and one.opening.procedure not in REGISTERS)
        declarations = self.record.wiring.declarations
        return tuple((declarations.pinned(one.declaration), one) for one in sorted(own, key=lambda one: one.case_id))

    @cached_property
    def observations(self) -> tuple[Case, ...]:
        """Its notes, wishes and risks, the oldest first, without those withdrawn."""
        found = known_cases(self.record, self.code, "county_observation", self.as_of)
        return tuple(one for one in found if one.state != "withdrawn")

    @cached_property
    def forums(self) -> Case | None:
        """The register of forums and contacts, where one is open."""
        found = known_cases(self.record, WHOLE_STATE, "cooperation_forums", self.as_of)
        return next((one for one in found if one.closed_on is None), None)

    def asked(self, *, only_critical: bool) -> tuple[Subtask, ...]:
        """Gives the sub-tasks that it is asked about."""
        return roadmap().asked(only_critical=only_critical, judged=self.judged)

    @cached_property
    def values(self) -> Mapping[Key, Values]:
        """What is said of each row of which anything is said."""
        found: dict[Key, Values] = {}
        for about, said in self.tasks_said.items():
            found[Key("task", about)] = of_entry("task", _entry(said))
        for about, said in said_of_cases(self.returns).items():
            found[Key("case", about)] = of_entry("case", _entry(said))
        return found | self._contacts()

    def _contacts(self) -> dict[Key, Values]:
        case = self.forums
        if case is None:
            return {}
        named = contacts_now(case)
        found: dict[Key, Values] = {}
        for event in case.every("contact_set"):
            organisation, matter = event.data["organisation"], event.data["matter"]
            if organisation == self.code and (organisation, matter) in named:
                office = forums().office_by_id.get(event.data["office"] or "")
                title = event.data["title"] or (office.name.text("fi") if office else None)
                found[Key("contact", matter)] = {"title": title, "address": event.data["address"]}
        return found


def _entry(said: SaidValue) -> dict[str, object]:
    return {
        "state": said.state,
        "reason": said.reason,
        "support_asked": said.support_asked,
        "progress": said.progress,
    }
