"""Facts of the preparation in the ministry, the Government's decision, its publication and appeals (10–11, 20 §)."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.division_inquiry.facts_inquiry import Municipalities
from procedures.division_inquiry.facts_opening import Change, Counties
from procedures.fields import ActorCode, LongText, ShortText, Year


class HeardOnChange(Payload):
    """Who was heard when the decision was prepared."""

    heard: Counties = Field(default=(), description="codes of the counties heard")
    municipalities: Municipalities = Field(default=(), description="municipalities heard")


class EffectsClarified(Payload):
    """What the change would mean for other divisions of the country."""

    state_districts: bool | None = Field(
        default=None, description="its effect on the districts of state authorities was clarified"
    )
    eu_divisions: bool | None = Field(
        default=None, description="its effect on the regional divisions of the European Union was clarified"
    )


class NameOpinionObtained(Payload):
    """The Institute for the Languages of Finland gave its opinion on a new county's name."""

    name: ShortText | None = Field(default=None, description="the name")


class EffectPlanned(Payload):
    """From which day the change is meant to have effect; the decision must be made in time for it."""

    effective_from: Day = Field(description="the day from which the change is meant to have effect")
    elections_in_preceding_year: bool | None = Field(
        default=None, description="county elections are held in the year before that day"
    )


class DivisionDecided(Payload):
    """The Government changes the counties."""

    change: Change = Field(description="the change decided")
    effective_from: Day = Field(description="the day from which the change has effect")
    merging: Counties = Field(default=(), description="codes of the counties that merge, the receiving ones among them")
    been_evaluated: Counties = Field(
        default=(), description="codes of those that have been in an evaluation procedure (611/2021 122 §)"
    )
    functional_whole: bool | None = Field(
        default=None, description="each county is after the change a uniform area that forms a functional whole"
    )
    improves: tuple[Literal["capacity", "services"], ...] = Field(
        default=(),
        max_length=2,
        description="what the change improves: capacity (5 § 1 mom. 1), services (5 § 1 mom. 2)",
    )
    languages_considered: bool | None = Field(
        default=None, description="areas that fit together in language were aimed at (5 § 2 mom.)"
    )
    new_name: bool | None = Field(default=None, description="the county gets a name that no county had before")
    elections_in_preceding_year: bool | None = Field(
        default=None, description="county elections are held in the year before the change has effect"
    )
    next_elections_year: Year | None = Field(
        default=None, description="transfer of a municipality: the year of the next county elections"
    )
    regions_changed: bool | None = Field(
        default=None, description="the division into regions was changed at the same time"
    )
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class LeftUnchanged(Payload):
    """The Government does not change the counties."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class DecisionPublished(Payload):
    """The decision stands in the Statute Book and is published in the counties concerned."""

    number: ShortText | None = Field(default=None, description="number in the Statute Book")
    served_on: Day | None = Field(
        default=None, description="the day of service from which the time for an appeal runs; empty: the legal day"
    )


class RejectionServed(Payload):
    """The rejection was served on whoever made the proposal."""

    served_on: Day | None = Field(default=None, description="the day of service; empty: the legal day")


class AppealMade(Payload):
    """An appeal against the Government's decision is pending."""

    county: ActorCode = Field(description="code of the county concerned")
    by: Literal["county", "member"] = Field(description="the county itself, or a member of it")


class EnforcementForbidden(Payload):
    """The court forbids carrying out the decision for the time being."""

    decision: ShortText | None = Field(default=None, description="number of the court's decision")


class AppealDismissed(Payload):
    """The court leaves the Government's decision as it is."""

    outcome: Literal["dismissed", "not_examined", "discontinued"] | None = Field(
        default=None, description="how it ended"
    )


class DecisionAnnulled(Payload):
    """The court annuls the Government's decision."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")


class ChangeTookEffect(Payload):
    """The change has effect."""

    remark: ShortText | None = Field(default=None, description="remark")


class RejectionBecameFinal(Payload):
    """The rejection can no longer be appealed."""

    remark: ShortText | None = Field(default=None, description="remark")


class Discontinued(Payload):
    """The case ended otherwise."""

    reason: Literal["proposal_withdrawn", "county_ceased", "opened_in_error", "other"] | None = Field(
        default=None, description="why the case was discontinued"
    )
    grounds: LongText | None = Field(default=None, description="grounds as stated")


HEARD_ON_CHANGE: Final = Fact(
    "heard_on_change",
    Label(
        "hyvinvointialueita ja kuntia kuultu muutoksesta",
        "välfärdsområden och kommuner hörda om ändringen",
        "counties and municipalities heard on the change",
    ),
    HeardOnChange,
)
EFFECTS_CLARIFIED: Final = Fact(
    "effects_clarified",
    Label(
        "vaikutus muihin aluejakoihin selvitetty",
        "verkningarna för andra områdesindelningar utredda",
        "effects on other divisions clarified",
    ),
    EffectsClarified,
)
NAME_OPINION_OBTAINED: Final = Fact(
    "name_opinion_obtained",
    Label(
        "Kotimaisten kielten keskuksen lausunto nimestä saatu",
        "utlåtande om namnet erhållet av Institutet för de inhemska språken",
        "opinion on the name obtained",
    ),
    NameOpinionObtained,
)
EFFECT_PLANNED: Final = Fact(
    "effect_planned",
    Label("voimaantulon ajankohta suunniteltu", "tidpunkten för ikraftträdandet planerad", "day of effect planned"),
    EffectPlanned,
)
DIVISION_DECIDED: Final = Fact(
    "division_decided",
    Label(
        "hyvinvointialueen muuttamisesta päätetty",
        "beslut om ändring av välfärdsområden fattat",
        "change of the county decided",
    ),
    DivisionDecided,
)
LEFT_UNCHANGED: Final = Fact(
    "left_unchanged",
    Label(
        "hyvinvointialueen muutos hylätty",
        "ändringen av välfärdsområden avslagen",
        "counties left unchanged",
    ),
    LeftUnchanged,
)
DECISION_PUBLISHED: Final = Fact(
    "decision_published",
    Label("päätös julkaistu säädöskokoelmassa", "beslutet publicerat i författningssamlingen", "decision published"),
    DecisionPublished,
)
REJECTION_SERVED: Final = Fact(
    "rejection_served",
    Label("hylkäys annettu tiedoksi", "avslaget delgivet", "rejection served"),
    RejectionServed,
)
APPEAL_MADE: Final = Fact(
    "appeal_made",
    Label(
        "valitus vireillä korkeimmassa hallinto-oikeudessa",
        "besvär anhängiga hos högsta förvaltningsdomstolen",
        "appeal pending before the Supreme Administrative Court",
    ),
    AppealMade,
)
ENFORCEMENT_FORBIDDEN: Final = Fact(
    "enforcement_forbidden",
    Label("täytäntöönpano kielletty", "verkställigheten förbjuden", "implementation prohibited"),
    EnforcementForbidden,
)
APPEAL_DISMISSED: Final = Fact(
    "appeal_dismissed",
    Label("valitus ei menestynyt", "besvären utan framgång", "appeal did not succeed"),
    AppealDismissed,
)
DECISION_ANNULLED: Final = Fact(
    "decision_annulled",
    Label("valtioneuvoston päätös kumottu", "statsrådets beslut upphävt", "Government's decision annulled"),
    DecisionAnnulled,
)
CHANGE_TOOK_EFFECT: Final = Fact(
    "change_took_effect",
    Label("muutos tullut voimaan", "ändringen har trätt i kraft", "change took effect"),
    ChangeTookEffect,
)
REJECTION_BECAME_FINAL: Final = Fact(
    "rejection_became_final",
    Label("hylkäys saanut lainvoiman", "avslaget har vunnit laga kraft", "rejection became final"),
    RejectionBecameFinal,
)
DISCONTINUED: Final = Fact(
    "discontinued", Label("asia rauennut", "ärendet förfallet", "case discontinued"), Discontinued
)
