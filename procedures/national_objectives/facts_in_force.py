"""Facts while objectives are in force: follow-up, amendment, the counties' duties, end (611/2021 12 a § 4 mom.)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText, Year
from procedures.national_objectives.facts_confirming import (
    BoardHandled,
    Consideration,
    ObjectiveNumber,
    RegisterId,
    StatedObjective,
)


class Finding(Payload):
    """What the yearly follow-up finds of one objective."""

    number: ObjectiveNumber = Field(description="the objective's number")
    finding: Literal["reached", "progressing", "not_progressing", "not_assessed"] = Field(
        description="how far it has been reached"
    )
    remark: LongText | None = Field(default=None, description="the finding in words")


class YearlyFollowUpDone(Payload):
    """The yearly follow-up and evaluation of the objectives."""

    year: Year = Field(description="the year followed up")
    together_with: tuple[Literal["STM", "SM"], ...] = Field(
        default=(), max_length=2, description="the ministries with which it was done"
    )
    findings: tuple[Finding, ...] = Field(default=(), max_length=99, description="findings by objective")
    need_to_amend: bool | None = Field(default=None, description="whether the objectives need to be amended")
    next_follow_up_by: Day | None = Field(
        default=None, description="the day by which the next follow-up is planned, if one is stated"
    )


class AmendmentProposed(Payload):
    """One or more counties propose to amend the objectives."""

    party: ActorCode = Field(description="the county that brings the proposal")
    joined_by: tuple[ActorCode, ...] = Field(
        default=(), max_length=30, description="the counties that make it together with that one"
    )
    objectives: tuple[ObjectiveNumber, ...] = Field(
        default=(), max_length=99, description="numbers of the objectives that it is about"
    )
    proposal: LongText | None = Field(default=None, description="what is proposed")


class AmendmentInitiated(Payload):
    """A ministry takes the initiative to amend the objectives."""

    of_ministry: ShortText | None = Field(
        default=None, description="the ministry whose initiative it is, where another ministry brings it"
    )
    objectives: tuple[ObjectiveNumber, ...] = Field(
        default=(), max_length=99, description="numbers of the objectives that it is about"
    )
    initiative: LongText | None = Field(default=None, description="what is to be amended")


class Amended(Payload):
    """The Government amends the objectives.

    Either a register holds the whole set as amended, or the changes are stated: `objectives` replace those of the same
    number or are new, and `dropped` are no more.
    """

    register_id: RegisterId | None = Field(
        default=None, description="the register that holds the objectives as amended, named by the day of the decision"
    )
    objectives: tuple[StatedObjective, ...] = Field(
        default=(), max_length=99, description="the amended and new objectives, where no register holds them"
    )
    dropped: tuple[ObjectiveNumber, ...] = Field(
        default=(), max_length=99, description="numbers of the objectives that are no more"
    )
    considered: tuple[Consideration, ...] = Field(
        default=(), max_length=4, description="what has been taken into account"
    )
    enters_into_force_on: Day | None = Field(default=None, description="the day from which the amendment is in force")


class Kept(Payload):
    """The objectives stay as they are."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")


class StrategyReviewed(Payload):
    """The service strategy was looked at in the light of the objectives."""

    party: ActorCode = Field(description="whose service strategy it is")
    outcome: Literal["revised", "already_in_line"] = Field(description="what came of it")
    address: ShortText | None = Field(default=None, description="where the strategy is published")


class ServiceLevelReviewed(Payload):
    """The service-level decision of rescue services was looked at in the light of the objectives."""

    party: ActorCode = Field(description="whose service-level decision it is")
    outcome: Literal["new_decision", "no_essential_change"] = Field(description="what came of it")
    decided_on: Day | None = Field(default=None, description="the day of the new decision")


class InvestmentPartsReviewed(Payload):
    """The parts of the investment plan were looked at in the light of the objectives."""

    party: ActorCode = Field(description="whose investment plan it is")
    outcome: Literal["revised", "already_in_line"] = Field(description="what came of it")
    plan_year: Year | None = Field(default=None, description="the year in which the plan is given")


class HusStrategyReviewed(Payload):
    """HUS has looked at its service strategy in the light of the objectives."""

    outcome: Literal["revised", "already_in_line"] = Field(description="what came of it")
    address: ShortText | None = Field(default=None, description="where the strategy is published")


class HusInvestmentPartReviewed(Payload):
    """HUS has looked at its investment plan in the light of the objectives."""

    outcome: Literal["revised", "already_in_line"] = Field(description="what came of it")
    plan_year: Year | None = Field(default=None, description="the year in which the plan is given")


class SuccessorConfirmed(Payload):
    """The Government has confirmed the next objectives, in a case of their own."""

    register_id: RegisterId | None = Field(default=None, description="the register of the next objectives")


class Replaced(Payload):
    """The next objectives are in force in place of these."""

    remark: ShortText | None = Field(default=None, description="remark")


YEARLY_FOLLOW_UP_DONE: Final = Fact(
    "yearly_follow_up_done",
    Label(
        "tavoitteiden toteutumista seurattu ja arvioitu vuosittain",
        "uppnåendet av målen årligen uppföljt och utvärderat",
        "yearly follow-up and evaluation of the objectives done",
    ),
    YearlyFollowUpDone,
)
AMENDMENT_PROPOSED: Final = Fact(
    "amendment_proposed",
    Label(
        "hyvinvointialue esittänyt tavoitteiden muuttamista",
        "välfärdsområde har lagt fram förslag om ändring av målen",
        "county has proposed to amend the objectives",
    ),
    AmendmentProposed,
)
AMENDMENT_INITIATED: Final = Fact(
    "amendment_initiated",
    Label(
        "ministeriö tehnyt aloitteen tavoitteiden muuttamisesta",
        "ministerium har tagit initiativ till ändring av målen",
        "ministry has taken the initiative to amend the objectives",
    ),
    AmendmentInitiated,
)
INITIATIVES_HANDLED: Final = Fact(
    "initiatives_handled",
    Label(
        "hyvinvointialueneuvottelukunta käsitellyt muutosaloitteet ja -esitykset",
        "välfärdsområdesdelegationen har behandlat initiativen och förslagen till ändring",
        "advisory board has handled the initiatives and proposals to amend",
    ),
    BoardHandled,
)
AMENDED: Final = Fact(
    "amended",
    Label("valtakunnallisia tavoitteita muutettu", "de riksomfattande målen ändrade", "national objectives amended"),
    Amended,
)
KEPT: Final = Fact(
    "kept",
    Label(
        "valtakunnalliset tavoitteet pidetty ennallaan",
        "de riksomfattande målen bibehållna",
        "national objectives kept as they are",
    ),
    Kept,
)
SERVICE_STRATEGY_REVIEWED: Final = Fact(
    "service_strategy_reviewed",
    Label(
        "palvelustrategia tarkistettu tavoitteiden kannalta",
        "servicestrategin granskad med avseende på målen",
        "service strategy reviewed against the objectives",
    ),
    StrategyReviewed,
)
SERVICE_LEVEL_REVIEWED: Final = Fact(
    "service_level_reviewed",
    Label(
        "pelastustoimen palvelutasopäätös tarkistettu tavoitteiden kannalta",
        "beslutet om räddningsväsendets servicenivå granskat med avseende på målen",
        "rescue service-level decision reviewed against the objectives",
    ),
    ServiceLevelReviewed,
)
INVESTMENT_PARTS_REVIEWED: Final = Fact(
    "investment_parts_reviewed",
    Label(
        "investointisuunnitelman osasuunnitelmat tarkistettu tavoitteiden kannalta",
        "investeringsplanens delplaner granskade med avseende på målen",
        "partial plans of the investment plan reviewed against the objectives",
    ),
    InvestmentPartsReviewed,
)
HUS_STRATEGY_REVIEWED: Final = Fact(
    "hus_strategy_reviewed",
    Label(
        "HUS-yhtymän palvelustrategia tarkistettu tavoitteiden kannalta",
        "HUS-sammanslutningens servicestrategi granskad med avseende på målen",
        "HUS's service strategy reviewed against the objectives",
    ),
    HusStrategyReviewed,
)
HUS_INVESTMENT_PART_REVIEWED: Final = Fact(
    "hus_investment_part_reviewed",
    Label(
        "HUS-yhtymän investointisuunnitelma tarkistettu tavoitteiden kannalta",
        "HUS-sammanslutningens investeringsplan granskad med avseende på målen",
        "HUS's investment plan reviewed against the objectives",
    ),
    HusInvestmentPartReviewed,
)
SUCCESSOR_CONFIRMED: Final = Fact(
    "successor_confirmed",
    Label("seuraavat tavoitteet vahvistettu", "följande mål fastställda", "next objectives confirmed"),
    SuccessorConfirmed,
)
REPLACED: Final = Fact(
    "replaced",
    Label("tavoitteet korvattu uusilla", "målen ersatta med nya", "objectives replaced by new ones"),
    Replaced,
)
