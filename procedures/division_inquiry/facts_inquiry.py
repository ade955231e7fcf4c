"""Facts of the inquiry: hearing, investigator, proposal, and the councils' opinions (614/2021 8–9 §)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.division_inquiry.facts_opening import Change, Contents, Counties
from procedures.fields import ActorCode, LongText, ShortText

Municipalities = Annotated[tuple[ShortText, ...], Field(max_length=310)]
Position = Literal["approves", "opposes", "other"]


class HeardBeforeAppointing(Payload):
    """Who was heard before an investigator is appointed."""

    heard: Counties = Field(default=(), description="codes of the counties heard")
    municipalities: Municipalities = Field(default=(), description="municipalities heard")


class InvestigatorAppointed(Payload):
    """The inquiry was ordered; the act sets no term."""

    investigators_count: Annotated[int, Field(ge=1, le=20)] | None = Field(
        default=None, description="how many investigators"
    )
    competence_ascertained: bool | None = Field(
        default=None, description="sufficient expertise and experience of each was ascertained"
    )
    term_ends_on: Day | None = Field(default=None, description="the last day of the inquiry, if the decision sets one")
    decision: ShortText | None = Field(default=None, description="number or name of the decision")


class NoInquiryOrdered(Payload):
    """The ministry orders no inquiry."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")


class InvestigatorTermChanged(Payload):
    """The ministry changed the inquiry's term."""

    term_ends_on: Day = Field(description="the new last day of the inquiry")


class CountyTookPart(Payload):
    """A county took part in preparing the inquiry and the proposal."""

    party: ActorCode = Field(description="code of the county")
    manner: ShortText | None = Field(default=None, description="how it took part")


class InformationObtained(Payload):
    """The investigator used the right to necessary information."""

    source: ShortText | None = Field(default=None, description="the authority that gave it")


class InvestigatorProposed(Payload):
    """The investigator proposes a change to the councils concerned."""

    change: Change = Field(description="the change proposed")
    merging: Counties = Field(default=(), description="codes of the counties that merge")
    municipality: ShortText | None = Field(default=None, description="the municipality that would be transferred")
    contents: Contents = Field(
        default=(),
        description="what the account of the merger holds: manner_and_time, administration, name, services, finances, "
        "participation",
    )
    economic_account: Literal["given", "unnecessary"] | None = Field(
        default=None, description="the economic account between the counties: given, or unnecessary"
    )


class NoChangeFoundNecessary(Payload):
    """The investigator finds no change necessary and makes no proposal."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")


class CouncilOpinionGiven(Payload):
    """A county council handled the investigator's proposal."""

    party: ActorCode = Field(description="code of the county whose council it is")
    position: Position = Field(description="approves or opposes the proposal, or other")
    opinion: LongText | None = Field(default=None, description="the opinion in words")


class MunicipalOpinionObtained(Payload):
    """The council of the municipality concerned handled the proposal."""

    municipality: ShortText = Field(description="the municipality")
    position: Position = Field(description="approves or opposes the proposal, or other")


class ProposalDelivered(Payload):
    """The investigator's proposal is with the ministry, the opinions that were given attached."""

    without_opinion: Counties = Field(
        default=(), description="codes of the counties whose council was asked and has given no opinion"
    )
    municipalities_without_opinion: Municipalities = Field(
        default=(), description="the municipality, if its council was asked and has given no opinion"
    )
    remark: ShortText | None = Field(default=None, description="remark on the delivery")


HEARD_BEFORE_APPOINTING: Final = Fact(
    "heard_before_appointing",
    Label(
        "muutoksen kohteena olevia kuultu ennen selvittäjän asettamista",
        "de berörda hörda före tillsättandet av utredare",
        "those concerned heard before appointing",
    ),
    HeardBeforeAppointing,
)
INVESTIGATOR_APPOINTED: Final = Fact(
    "investigator_appointed",
    Label("aluejakoselvittäjä asetettu", "områdesindelningsutredare tillsatt", "division investigator appointed"),
    InvestigatorAppointed,
)
NO_INQUIRY_ORDERED: Final = Fact(
    "no_inquiry_ordered",
    Label(
        "aluejakoselvitys jätetty määräämättä",
        "utredning om områdesindelningen inte förordnad",
        "no division inquiry ordered",
    ),
    NoInquiryOrdered,
)
INVESTIGATOR_TERM_CHANGED: Final = Fact(
    "investigator_term_changed",
    Label("selvityksen määräaikaa muutettu", "utredningens tid ändrad", "investigator's term changed"),
    InvestigatorTermChanged,
)
COUNTY_TOOK_PART: Final = Fact(
    "county_took_part",
    Label(
        "hyvinvointialue osallistunut valmisteluun",
        "välfärdsområdet har deltagit i beredningen",
        "county took part in the preparation",
    ),
    CountyTookPart,
)
INFORMATION_OBTAINED: Final = Fact(
    "information_obtained",
    Label("selvittäjä saanut tietoja", "utredaren har fått uppgifter", "information obtained by the investigator"),
    InformationObtained,
)
INVESTIGATOR_PROPOSED: Final = Fact(
    "investigator_proposed",
    Label(
        "aluejakoselvittäjän ehdotus annettu valtuustoille",
        "områdesindelningsutredarens förslag framlagt för fullmäktige",
        "investigator's proposal given to the councils",
    ),
    InvestigatorProposed,
)
NO_CHANGE_FOUND_NECESSARY: Final = Fact(
    "no_change_found_necessary",
    Label(
        "selvittäjä ei pitänyt muutosta tarpeellisena",
        "utredaren ansåg ingen ändring behövlig",
        "no change found necessary by the investigator",
    ),
    NoChangeFoundNecessary,
)
COUNCIL_OPINION_GIVEN: Final = Fact(
    "council_opinion_given",
    Label(
        "aluevaltuusto käsitellyt ehdotuksen ja antanut lausunnon",
        "välfärdsområdesfullmäktige har behandlat förslaget och gett utlåtande",
        "council handled the proposal and gave its opinion",
    ),
    CouncilOpinionGiven,
)
MUNICIPAL_OPINION_OBTAINED: Final = Fact(
    "municipal_opinion_obtained",
    Label(
        "kunnan valtuuston lausunto saatu",
        "kommunfullmäktiges utlåtande erhållet",
        "opinion of the municipal council obtained",
    ),
    MunicipalOpinionObtained,
)
PROPOSAL_DELIVERED: Final = Fact(
    "proposal_delivered",
    Label(
        "selvittäjän esitys toimitettu valtiovarainministeriölle",
        "utredarens förslag ingivet till finansministeriet",
        "investigator's proposal delivered to the Ministry of Finance",
    ),
    ProposalDelivered,
)
