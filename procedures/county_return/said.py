"""What a return says: of sub-tasks of the roadmap, of the county's own statutory cases, and what it observes."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from engine.declaration import Payload
from procedures.fields import LongText, ShortText
from procedures.roadmap.fields import CaseId, GroupId, PictureState, Sector, SubtaskId

Progress = Literal["not_started", "under_way", "done"]
"""How far a sub-task has come, apart from whether that is in time."""

ObservationKind = Literal["note", "wish", "risk"]
"""Note (huomio), wish (toive) or risk (riski): three kinds that are never mixed."""


class ReturnedItem(Payload):
    """How one sub-task stands."""

    task: SubtaskId = Field(description="the sub-task, by its id in the roadmap")
    state: PictureState = Field(description="how it stands")
    reason: LongText | None = Field(default=None, description="why; needed when it is at risk or late")
    support_asked: bool = Field(default=False, description="whether the county asks for support with it")
    progress: Progress | None = Field(default=None, description="how far it has come")


class ReturnedCase(Payload):
    """How the county sees one of its own procedures; the picture shows it beside what the log says."""

    case: CaseId = Field(description="the case, by its id")
    state: PictureState = Field(description="how it stands")
    reason: LongText | None = Field(default=None, description="why; needed when it is at risk or late")
    support_asked: bool = Field(default=False, description="whether the county asks for support with it")


class ReturnedObservation(Payload):
    """A note, wish or risk as the workbook has it; each is opened as a case of its own (county_observation)."""

    kind: ObservationKind = Field(description="note, wish or risk")
    text: LongText = Field(description="what the county observes")
    group: GroupId | None = Field(default=None, description="the preparation group that it concerns")
    task: SubtaskId | None = Field(default=None, description="the sub-task that it concerns")
    sector: Sector = Field(default="both", description="health and social services, rescue services, or both")


CellField = Literal["state", "reason", "support_asked", "progress", "title", "address"]
"""What a cell of a workbook says of its row; the last two of a contact."""


class CellOfWorkbook(Payload):
    """A cell that the county filled in: of a sub-task, of one of its own procedures, or of a contact."""

    task: SubtaskId | None = Field(default=None, description="the sub-task, by its id in the roadmap")
    case: CaseId | None = Field(default=None, description="the county's own procedure, by its case")
    contact: ShortText | None = Field(default=None, description="the matter of the contact")
    field: CellField = Field(description="what of it")
    in_workbook: LongText | None = Field(default=None, description="what the workbook says")
    in_log: LongText | None = Field(default=None, description="what was recorded after the workbook was issued")
    cell: ShortText | None = Field(default=None, description="where it stands in the workbook, such as HTT!D14")

    @model_validator(mode="after")
    def _of_one(self) -> Self:
        if sum(one is not None for one in (self.task, self.case, self.contact)) != 1:
            raise ValueError("name one of task, case and contact")
        return self


class Conflict(CellOfWorkbook):
    """A cell that the county changed and somebody else too, meanwhile and otherwise: what it says is not taken over."""

    in_template: LongText | None = Field(default=None, description="what the workbook said when it was issued")


class Resolution(CellOfWorkbook):
    """One cell that two people had changed: what either said, and which of them stands."""

    kept: Literal["workbook", "log"] = Field(description="which of the two stands")
