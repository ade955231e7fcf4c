"""Facts that every case can have: documents, notes, the diary number, links and tasks that came from elsewhere.

They are what the case register demands of any matter (906/2019 25-26 §) and move no case from its state.
"""

from __future__ import annotations

from pydantic import Field

from engine.declaration import Fact, Kind, Payload, Role, Transition
from engine.law import Label, Statute

INFORMATION_MANAGEMENT = Statute(
    "906/2019",
    Label(
        "laki julkisen hallinnon tiedonhallinnasta",
        "lag om informationshantering inom den offentliga förvaltningen",
        "information management act",
    ),
)

REGISTRY = Role("registry", Label("kirjaamo", "registratorskontor", "registry"), organisation="@ministry")
"""The registry of the ministry responsible for the case; keeps the record, decides nothing."""


class DocumentAttached(Payload):
    """A document is on file; the document itself is in `documents` of the envelope."""

    remark: str | None = Field(default=None, max_length=2000, description="what the document is about")


class Noted(Payload):
    """A note by whoever works on the case; part of the history, without effect."""

    text: str = Field(min_length=1, max_length=10_000, description="the note; no personal data")


class DiaryNumberAssigned(Payload):
    """The case has got its number in the authority's case register."""

    diary_number: str = Field(min_length=1, max_length=100, description="case register number")


class Linked(Payload):
    """The case is linked to another by a reaction to what happened there."""

    case: str = Field(description="the other case")
    relation: str = Field(description="what the other case is to this one")
    reaction: str = Field(description="the declared reaction that made the link")


class TaskRaised(Payload):
    """A reaction to another case gives someone something to do in this one."""

    case: str = Field(description="the case whose fact raised the task")
    reaction: str = Field(description="the declared reaction that raised it")


class LawChanged(Payload):
    """The case comes under another version of its procedure's law, by a transitional rule."""

    rule: str = Field(description="the declared transitional rule")
    came_from: str = Field(description="the declaration to which the case was pinned before")


DOCUMENT_ATTACHED = Fact(
    "document_attached",
    Label("asiakirja liitetty", "handling bifogad", "document attached"),
    DocumentAttached,
)
NOTED = Fact("noted", Label("merkintä", "anteckning", "note"), Noted, publicity="internal")
DIARY_NUMBER_ASSIGNED = Fact(
    "diary_number_assigned",
    Label("diaarinumero annettu", "diarienummer tilldelat", "diary number assigned"),
    DiaryNumberAssigned,
)
LINKED = Fact("linked", Label("asiat liitetty toisiinsa", "ärenden sammankopplade", "cases linked"), Linked)
TASK_RAISED = Fact("task_raised", Label("tehtävä herätetty", "uppgift uppkommen", "task raised"), TaskRaised)
LAW_CHANGED = Fact(
    "law_changed",
    Label("siirretty uuden lain alaiseksi", "överfört till ny lag", "moved under the new law"),
    LawChanged,
)


def _of_the_register(fact: Fact, section: str) -> Transition:
    return Transition(
        fact=fact,
        sources=(),
        target=None,
        by=(REGISTRY,),
        kind=Kind.ACT,
        basis=(INFORMATION_MANAGEMENT(section),),
    )


SHARED_BY_PEOPLE = (
    _of_the_register(DOCUMENT_ATTACHED, "26 §"),
    _of_the_register(NOTED, "26 §"),
    _of_the_register(DIARY_NUMBER_ASSIGNED, "25 §"),
)
"""What a person may record in any case, in any state."""

OF_REACTIONS = (LINKED, TASK_RAISED)
"""What only a reaction to another case states."""

OF_THE_RECORD = (*OF_REACTIONS, LAW_CHANGED)
"""What nobody states as an act in the case: reactions, and the move to another law, which is planned for many cases."""
