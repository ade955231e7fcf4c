"""Facts after the group's proposals: council, investigator, division, follow-up and end (611/2021 122 § 3–4 mom.)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.evaluation.facts_start import Count, Gate, LongText, ShortText, Year

Code = Annotated[str, StringConstraints(pattern=r"[0-9A-Za-z-]{1,20}")]


class CouncilDecided(Payload):
    """What the council decided on the proposals; it must handle them, not adopt them."""

    proposals_adopted: Count | None = Field(default=None, description="how many proposals were adopted")
    proposals_amended: Count | None = Field(default=None, description="how many were adopted in an amended form")
    proposals_rejected: Count | None = Field(default=None, description="how many were rejected")
    decision: LongText | None = Field(default=None, description="the decision in words")
    reports_after: Day | None = Field(
        default=None, description="the day after which the first report falls due; empty: the day of the decision"
    )
    budget_year: Year | None = Field(
        default=None, description="the year by whose end the next budget is adopted; empty: the year of the decision"
    )


class DecisionNotified(Payload):
    """The ministry has the council's decision."""

    remark: ShortText | None = Field(default=None, description="remark on the notice")


class NoInvestigatorDecided(Payload):
    """The ministry appoints no investigator."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class CountiesHeardOnDivision(Payload):
    """Those concerned by a change were heard before an investigator is appointed."""

    heard: tuple[Code, ...] = Field(
        default=(), max_length=60, description="codes of the counties and municipalities heard"
    )


class InvestigatorAppointed(Payload):
    """The ministry ordered a division inquiry."""

    investigators_count: Annotated[int, Field(ge=1, le=20)] | None = Field(
        default=None, description="how many investigators"
    )
    term_ends_on: Day | None = Field(default=None, description="the last day of the inquiry, if one is set")
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class DivisionDecisionMade(Payload):
    """The Government changed the division."""

    outcome: Literal["merged", "otherwise_changed"] | None = Field(default=None, description="what was decided")
    council_opposed: bool | None = Field(default=None, description="the county's council opposed it")
    effective_from: Day | None = Field(default=None, description="the day from which the change has effect")


class DivisionLeftUnchanged(Payload):
    """The inquiry ended without a change."""

    how: Literal["decided_not_to_change", "investigator_made_no_proposal"] | None = Field(
        default=None, description="how the inquiry ended"
    )


class BudgetAdopted(Payload):
    """The council adopted a budget and plan."""

    budget_year: Year = Field(description="the budget's financial year")
    implements_measures: bool | None = Field(
        default=None, description="they carry out the council's decisions on measures"
    )


class InterimReportGiven(Payload):
    """The county reported on the measures with an interim report or with the accounts."""

    period_ends_on: Day | None = Field(default=None, description="the last day of the period reported on")
    reports_after: Day | None = Field(
        default=None, description="the due day that this report answers; the next one falls due after it"
    )


class MeasuresReportedInNegotiation(Payload):
    """The county reported on the measures in the yearly negotiation of 13 a §."""

    remark: ShortText | None = Field(default=None, description="where the negotiation is documented")


class MeasuresReportGiven(Payload):
    """The ministry has the account of the measures that the activity report holds."""

    year: Year = Field(description="the financial year reported on")
    sufficient: Literal["yes", "partly", "no"] | None = Field(
        default=None, description="whether the county finds the measures carried out and sufficient"
    )
    reports_after: Day | None = Field(
        default=None, description="the due day that this report answers; the next one falls due in the year after it"
    )


class DivisionInquiryNeeded(Payload):
    """A division inquiry is found necessary without a new evaluation."""

    measures_unfulfilled: bool | None = Field(default=None, description="the measures have not been carried out")
    gates: tuple[Gate, ...] = Field(default=(), max_length=6, description="criteria of 123 § 1 mom. that are met now")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class MeasuresCompleted(Payload):
    """The ministry found the measures done."""

    grounds: LongText | None = Field(default=None, description="on what the finding rests")


class Discontinued(Payload):
    """The case ended otherwise."""

    reason: Literal["new_evaluation", "county_ceased", "opened_in_error", "other"] | None = Field(
        default=None, description="why the case was discontinued"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


COUNCIL_DECIDED: Final = Fact(
    "council_decided",
    Label(
        "aluevaltuusto päättänyt toimenpide-ehdotuksista",
        "välfärdsområdesfullmäktige har beslutat om åtgärdsförslagen",
        "council decided on the proposals",
    ),
    CouncilDecided,
)
DECISION_NOTIFIED: Final = Fact(
    "decision_notified",
    Label(
        "päätös saatettu valtiovarainministeriön tietoon",
        "beslutet delgivet finansministeriet",
        "decision notified to the Ministry of Finance",
    ),
    DecisionNotified,
)
NO_INVESTIGATOR_DECIDED: Final = Fact(
    "no_investigator_decided",
    Label(
        "aluejakoselvittäjä päätetty jättää asettamatta",
        "beslut om att inte tillsätta områdesindelningsutredare fattat",
        "decided not to appoint a division investigator",
    ),
    NoInvestigatorDecided,
)
COUNTIES_HEARD_ON_DIVISION: Final = Fact(
    "counties_heard_on_division",
    Label(
        "muutoksen kohteena olevia kuultu aluejakoselvityksestä",
        "de berörda hörda om utredningen av områdesindelningen",
        "those concerned heard on the division inquiry",
    ),
    CountiesHeardOnDivision,
)
INVESTIGATOR_APPOINTED: Final = Fact(
    "investigator_appointed",
    Label("aluejakoselvittäjä asetettu", "områdesindelningsutredare tillsatt", "division investigator appointed"),
    InvestigatorAppointed,
)
DIVISION_DECISION_MADE: Final = Fact(
    "division_decision_made",
    Label(
        "hyvinvointialueen muuttamisesta päätetty",
        "beslut om ändring av välfärdsområdet fattat",
        "change of the county decided",
    ),
    DivisionDecisionMade,
)
DIVISION_LEFT_UNCHANGED: Final = Fact(
    "division_left_unchanged",
    Label(
        "aluejako jätetty ennalleen",
        "områdesindelningen lämnad oförändrad",
        "division left unchanged",
    ),
    DivisionLeftUnchanged,
)
BUDGET_ADOPTED: Final = Fact(
    "budget_adopted",
    Label("talousarvio ja -suunnitelma hyväksytty", "budget och ekonomiplan godkända", "budget and plan adopted"),
    BudgetAdopted,
)
INTERIM_REPORT_GIVEN: Final = Fact(
    "interim_report_given",
    Label(
        "toimenpiteistä raportoitu neljännesvuosittain",
        "kvartalsrapport om åtgärderna lämnad",
        "quarterly report on the measures given",
    ),
    InterimReportGiven,
)
MEASURES_REPORTED_IN_NEGOTIATION: Final = Fact(
    "measures_reported_in_negotiation",
    Label(
        "toimenpiteistä raportoitu 13 a §:n neuvottelussa",
        "åtgärderna rapporterade vid förhandlingen enligt 13 a §",
        "measures reported in the negotiation of 13 a §",
    ),
    MeasuresReportedInNegotiation,
)
MEASURES_REPORT_GIVEN: Final = Fact(
    "measures_report_given",
    Label(
        "selvitys toimenpiteistä saatettu valtiovarainministeriön tietoon",
        "redogörelse för åtgärderna delgiven finansministeriet",
        "account of the measures given to the Ministry of Finance",
    ),
    MeasuresReportGiven,
)
DIVISION_INQUIRY_NEEDED: Final = Fact(
    "division_inquiry_needed",
    Label(
        "aluejakoselvitys todettu tarpeelliseksi ilman uutta arviointimenettelyä",
        "utredning om områdesindelningen konstaterad behövlig utan nytt utvärderingsförfarande",
        "division inquiry found necessary without a new evaluation",
    ),
    DivisionInquiryNeeded,
)
MEASURES_COMPLETED: Final = Fact(
    "measures_completed",
    Label("toimenpiteet todettu toteutetuiksi", "åtgärderna konstaterade genomförda", "measures found to be done"),
    MeasuresCompleted,
)
DISCONTINUED: Final = Fact(
    "discontinued", Label("asia rauennut", "ärendet förfallet", "case discontinued"), Discontinued
)
