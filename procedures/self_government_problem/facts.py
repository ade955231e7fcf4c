"""Facts of a problem of self-government: raised, joined, owned, handled together, resolved, closed."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText

Matter = Literal["data_protection", "rents", "funding", "legislation", "information_systems", "staff", "other"]


class _Problem(Payload):
    name: ShortText = Field(description="the problem in a few words")
    matter: Matter = Field(description="what it is about")
    description: LongText | None = Field(default=None, description="the problem in words")


class ProblemRaised(_Problem):
    """A county raises a problem."""

    party: ActorCode = Field(description="the county that raises it")


class ProblemNoticed(_Problem):
    """A ministry notices a problem in the steering."""

    met_by: tuple[ActorCode, ...] = Field(default=(), max_length=30, description="the counties that have met it")


class CountyJoined(Payload):
    """Another county has the same problem."""

    party: ActorCode = Field(description="the county that has it")
    remark: LongText | None = Field(default=None, description="how it shows there")


class OwnerNamed(Payload):
    """Somebody answers for getting it resolved; a later one takes the place of an earlier one."""

    owner: ActorCode = Field(description="who answers for it, by code")
    unit: ShortText | None = Field(default=None, description="unit or office; no person's name")
    resolve_by: Day | None = Field(default=None, description="the day by which it is to be resolved, if one is agreed")


class HandledTogether(Payload):
    """The problem was handled with counties."""

    counties: tuple[ActorCode, ...] = Field(default=(), max_length=30, description="the counties that took part")
    what: LongText | None = Field(default=None, description="what was agreed")


class Resolved(Payload):
    """There is a solution."""

    how: LongText = Field(description="how it is resolved")
    kind: Literal["interpretation", "guidance", "legislation", "agreement", "practice", "other"] | None = Field(
        default=None, description="what kind of solution it is"
    )
    evidence: ShortText | None = Field(default=None, description="where the solution can be seen")


class Reopened(Payload):
    """The solution does not hold."""

    because: LongText = Field(description="why")


class Closed(Payload):
    """The solution holds."""

    remark: LongText | None = Field(default=None, description="remark")


class Dropped(Payload):
    """It is not pursued any more."""

    because: LongText = Field(description="why")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


PROBLEM_RAISED: Final = _fact(
    "problem_raised",
    ProblemRaised,
    "itsehallinnon ongelma nostettu esiin",
    "självstyrelseproblem lyft fram",
    "problem of self-government raised",
)
PROBLEM_NOTICED: Final = _fact(
    "problem_noticed",
    ProblemNoticed,
    "itsehallinnon ongelma havaittu ohjauksessa",
    "självstyrelseproblem noterat i styrningen",
    "problem of self-government noticed",
)
COUNTY_JOINED: Final = _fact(
    "county_joined", CountyJoined, "sama ongelma toisella alueella", "samma problem i ett annat område", "county joined"
)
OWNER_NAMED: Final = _fact("owner_named", OwnerNamed, "vastuutaho nimetty", "ansvarig utsedd", "owner named")
HANDLED_TOGETHER: Final = _fact(
    "handled_together",
    HandledTogether,
    "ongelmaa ratkottu yhdessä alueiden kanssa",
    "problemet behandlat tillsammans med områdena",
    "problem handled together with counties",
)
RESOLVED: Final = _fact("problem_resolved", Resolved, "ongelma ratkaistu", "problemet löst", "problem resolved")
REOPENED: Final = _fact(
    "problem_reopened", Reopened, "ongelma avattu uudelleen", "problemet öppnat på nytt", "problem reopened"
)
CLOSED: Final = _fact("problem_closed", Closed, "ongelma päätetty", "problemet avslutat", "problem closed")
DROPPED: Final = _fact(
    "problem_dropped", Dropped, "ongelmasta luovuttu", "problemet har fått förfalla", "problem dropped"
)
