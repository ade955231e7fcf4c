"""Facts of the joint steering function: prepared, piloted, matters assigned and taken back, evaluated."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText

MatterId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{1,59}$")]
"""A short id of a matter, such as `rents-2026`."""


class PilotPrepared(Payload):
    """The pilot begins to be prepared."""

    lead: Literal["VM"] = Field(default="VM", description="the ministry that leads the start of the pilot")
    remark: LongText | None = Field(default=None, description="remark")


class MemberNamed(Payload):
    """A ministry, or a unit of one, takes part."""

    organisation: ActorCode = Field(description="the organisation, by code")
    unit: ShortText | None = Field(default=None, description="unit or office that takes part; no person's name")


class MemberLeft(Payload):
    """A ministry or unit takes part no more."""

    organisation: ActorCode = Field(description="the organisation, by code")
    unit: ShortText | None = Field(default=None, description="unit or office, if only that one leaves")
    because: LongText | None = Field(default=None, description="why")


class PilotStarted(Payload):
    """The pilot runs."""

    evaluate_by: Day | None = Field(default=None, description="the day by which it is evaluated")


class MatterAssigned(Payload):
    """A matter is given to the joint function."""

    matter: MatterId = Field(description="short id of the matter")
    kind: Literal["case", "theme", "problem", "county", "other"] = Field(description="what it is")
    reference: ShortText = Field(description="the case, theme, problem or county, by its id or code")
    because: LongText | None = Field(default=None, description="why it is handled jointly")


class MatterTakenBack(Payload):
    """A matter goes back to the ministry that it came from."""

    matter: MatterId = Field(description="short id of the matter")
    because: LongText | None = Field(default=None, description="why: settled, or better handled elsewhere")


class ExperienceRecorded(Payload):
    """What was learned."""

    experience: LongText = Field(description="what was learned")
    matter: MatterId | None = Field(default=None, description="the matter of which it was learned")


class EvaluationBegun(Payload):
    """The pilot is evaluated."""

    remark: ShortText | None = Field(default=None, description="remark")


class Evaluated(Payload):
    """What the evaluation found."""

    findings: LongText = Field(description="what was found")
    departments: LongText | None = Field(
        default=None, description="what was found of the steering departments' roles, towards each other and elsewhere"
    )


class Established(Payload):
    """The function stays."""

    remark: LongText | None = Field(default=None, description="in which form it stays")


class PilotEnded(Payload):
    """The function does not stay."""

    because: LongText = Field(description="why it ends")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


PILOT_PREPARED: Final = _fact(
    "pilot_prepared",
    PilotPrepared,
    "ohjaustoiminnon pilotin valmistelu aloitettu",
    "beredningen av styrfunktionens pilot inledd",
    "preparation of the pilot begun",
)
MEMBER_NAMED: Final = _fact("member_named", MemberNamed, "osallistuja nimetty", "deltagare utsedd", "member named")
MEMBER_LEFT: Final = _fact("member_left", MemberLeft, "osallistuja jäänyt pois", "deltagare avgången", "member left")
PILOT_STARTED: Final = _fact("pilot_started", PilotStarted, "pilotti käynnistetty", "piloten inledd", "pilot started")
MATTER_ASSIGNED: Final = _fact(
    "matter_assigned",
    MatterAssigned,
    "asiakokonaisuus annettu yhteiselle toiminnolle",
    "ärendehelhet anförtrodd den gemensamma funktionen",
    "matter assigned to the joint function",
)
MATTER_TAKEN_BACK: Final = _fact(
    "matter_taken_back",
    MatterTakenBack,
    "asiakokonaisuus otettu takaisin",
    "ärendehelhet återtagen",
    "matter taken back",
)
EXPERIENCE_RECORDED: Final = _fact(
    "experience_recorded", ExperienceRecorded, "kokemus kirjattu", "erfarenhet antecknad", "experience recorded"
)
EVALUATION_BEGUN: Final = _fact(
    "pilot_evaluation_begun",
    EvaluationBegun,
    "pilotin arviointi aloitettu",
    "utvärderingen av piloten inledd",
    "evaluation of the pilot begun",
)
EVALUATED: Final = _fact("pilot_evaluated", Evaluated, "pilotti arvioitu", "piloten utvärderad", "pilot evaluated")
ESTABLISHED: Final = _fact(
    "function_established",
    Established,
    "yhteinen ohjaustoiminto vakiinnutettu",
    "den gemensamma styrfunktionen etablerad",
    "joint steering function established",
)
PILOT_ENDED: Final = _fact("pilot_ended", PilotEnded, "pilotti päätetty", "piloten avslutad", "pilot ended")
