"""Facts of a round, from the plan or the Government's order to the meeting and the memo (612/2021 37 § 4 mom.)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText, Year

Theme = Literal[
    "ict",
    "ict_disturbance_management",
    "cyber_security",
    "rarely_needed_services",
    "childrens_substance_abuse_and_mental_health",
    "service_needs",
    "on_call",
    "emergency_medical_centre",
    "support_services",
    "specialised_staff",
    "education_and_research",
    "methods",
    "information_management",
    "preparedness",
    "investments",
    "cost_sharing",
]
"""The first five are what the Government ordered for 2026; the others follow 612/2021 36 § 3–4 mom."""

Aspect = Literal["preparation", "implementation"]


class _Agenda(Payload):
    themes: tuple[Theme, ...] = Field(default=(), max_length=16, description="themes that the round is to handle")
    aspects: tuple[Aspect, ...] = Field(
        default=(), max_length=2, description="what of the agreement is to be evaluated: preparation, implementation"
    )


class RoundPlanned(_Agenda):
    """A round is planned; no day has been set yet."""

    year: Year = Field(description="the year of the round")
    assess_by: Day | None = Field(default=None, description="day by which it is meant to be done, as announced")


class MandateRecorded(_Agenda):
    """What the Government ordered politically for a round: themes, what to evaluate, and by when."""

    year: Year = Field(description="the year of the round")
    ordered_on: Day | None = Field(default=None, description="the day on which it was agreed; empty: the day of this")
    assess_by: Day | None = Field(default=None, description="day by which the ministry is to evaluate, as agreed")
    confirm_by: Day | None = Field(
        default=None, description="day by which the Government is to confirm where needed, as agreed"
    )
    text: LongText | None = Field(default=None, description="the entry in its own words")


class RoundSet(_Agenda):
    """The ministry sets the round and its days."""

    year: Year = Field(description="the year of the round")
    material_by: Day | None = Field(default=None, description="day planned for the counties' material")
    meeting_on: Day | None = Field(default=None, description="day of the negotiation")


class MeetingRescheduled(Payload):
    """The negotiation is moved to another day."""

    meeting_on: Day = Field(description="the new day of the negotiation")
    reason: ShortText | None = Field(default=None, description="reason as stated")


class MaterialRequested(Payload):
    """The ministry asks the counties for material on the agreement and on how it is implemented."""

    reply_by: Day | None = Field(default=None, description="day by which the material is asked for")
    asked_for: LongText | None = Field(default=None, description="what is asked for")


class MaterialDelivered(Payload):
    """One county has delivered its material."""

    party: ActorCode = Field(description="whose material it is")
    contains: tuple[Literal["agreement", "implementation_status", "other"], ...] = Field(
        default=(), max_length=3, description="what the material contains"
    )


class AreaAssessmentGiven(Payload):
    """The institute's yearly expert assessment of the area has been given to the ministry."""

    year: Year | None = Field(default=None, description="the year of the assessment")


class SituationDescribed(Payload):
    """The ministry has drawn the picture of the area."""

    summary: LongText | None = Field(default=None, description="main points")


class MeetingHeld(Payload):
    """The ministry and the counties of the area have met."""

    attended: tuple[ActorCode, ...] = Field(default=(), max_length=40, description="who took part, by code")
    themes: tuple[Theme, ...] = Field(default=(), max_length=16, description="themes that were handled")


class AgreementEvaluated(Payload):
    """What the follow-up and evaluation of the agreement found."""

    aspects: tuple[Aspect, ...] = Field(default=(), max_length=2, description="what was evaluated")
    findings: LongText | None = Field(default=None, description="findings as stated")


class MemoDrawnUp(Payload):
    """The memo of the negotiation, with what was handled."""

    published: bool | None = Field(default=None, description="whether it was published; the law does not require it")
    absence_grounds: LongText | None = Field(
        default=None, description="why a county or ministry took part in no meeting of the round"
    )


ROUND_PLANNED: Final = Fact(
    "round_planned",
    Label("neuvottelukierros suunniteltu", "förhandlingsomgång planerad", "round planned"),
    RoundPlanned,
)
MANDATE_RECORDED: Final = Fact(
    "mandate_recorded",
    Label(
        "hallituksen toimeksianto kirjattu",
        "regeringens uppdrag antecknat",
        "the Government's order recorded",
    ),
    MandateRecorded,
)
ROUND_SET: Final = Fact(
    "round_set",
    Label("neuvottelukierros ja päivät asetettu", "förhandlingsomgång och dagar fastställda", "round and days set"),
    RoundSet,
)
MEETING_RESCHEDULED: Final = Fact(
    "meeting_rescheduled",
    Label("neuvottelun päivä muutettu", "dagen för förhandlingen ändrad", "negotiation moved to another day"),
    MeetingRescheduled,
)
MATERIAL_REQUESTED: Final = Fact(
    "material_requested",
    Label("aineisto pyydetty", "material begärt", "material requested"),
    MaterialRequested,
)
MATERIAL_DELIVERED: Final = Fact(
    "material_delivered",
    Label("aineisto toimitettu", "material lämnat", "material delivered"),
    MaterialDelivered,
)
AREA_ASSESSMENT_GIVEN: Final = Fact(
    "area_assessment_given",
    Label(
        "yhteistyöaluetta koskeva asiantuntija-arvio annettu",
        "expertbedömning av samarbetsområdet lämnad",
        "expert assessment of the collaborative area given",
    ),
    AreaAssessmentGiven,
)
SITUATION_DESCRIBED: Final = Fact(
    "situation_described",
    Label("alueen tilannekuva laadittu", "lägesbild av området upprättad", "situation of the area described"),
    SituationDescribed,
)
MEETING_HELD: Final = Fact(
    "meeting_held",
    Label("neuvottelu pidetty", "förhandling hållen", "negotiation held"),
    MeetingHeld,
)
AGREEMENT_EVALUATED: Final = Fact(
    "agreement_evaluated",
    Label("yhteistyösopimus arvioitu", "samarbetsavtalet bedömt", "cooperation agreement evaluated"),
    AgreementEvaluated,
)
MEMO_DRAWN_UP: Final = Fact(
    "memo_drawn_up",
    Label("neuvottelumuistio laadittu", "förhandlingspromemoria upprättad", "memo of the negotiation drawn up"),
    MemoDrawnUp,
)
