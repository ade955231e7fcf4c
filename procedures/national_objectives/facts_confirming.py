"""Facts from preparation to entry into force (611/2021 12 a § 1–3 mom., 13 § 2 mom. 3 kohta)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import LongText, ShortText
from procedures.national_objectives.objectives import Subject

RegisterId = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
ObjectiveNumber = Annotated[int, Field(ge=1, le=99)]
Consideration = Literal["fiscal_targets", "services_report", "rescue_report", "monitoring_data"]
Position = Literal["supports", "supports_with_changes", "opposes", "no_position"]


class PreparationBegun(Payload):
    """The ministries begin to prepare the objectives."""

    reason: Literal["period_ends", "amended_law", "other"] | None = Field(
        default=None, description="why they are prepared now"
    )
    remark: ShortText | None = Field(default=None, description="remark")


class BoardProposed(Payload):
    """The advisory board makes proposals on the objectives."""

    proposal: LongText | None = Field(default=None, description="what it proposes")


class BroughtToBoard(Payload):
    """The prepared objectives are with the advisory board."""

    handled_by: Day | None = Field(default=None, description="the day by which the board is asked to handle them")


class BoardHandled(Payload):
    """The advisory board has handled the matter."""

    quorate: bool | None = Field(default=None, description="the board had a quorum")
    position: Position | None = Field(default=None, description="the position that it took")
    remark: LongText | None = Field(default=None, description="its position in words")


class ReturnedToPreparation(Payload):
    """The objectives are prepared further."""

    grounds: LongText | None = Field(default=None, description="why")


class StatedObjective(Payload):
    """One objective as the decision has it, where no register of this software holds it."""

    number: ObjectiveNumber = Field(description="its number")
    name: ShortText = Field(description="its short name")
    subjects: tuple[Subject, ...] = Field(
        default=(), max_length=8, description="the matters of 12 a § 2 mom. that it serves"
    )


class Confirmed(Payload):
    """The Government confirms the objectives."""

    register_id: RegisterId | None = Field(
        default=None, description="the register that holds them, named by the day of the decision"
    )
    objectives: tuple[StatedObjective, ...] = Field(
        default=(), max_length=99, description="the objectives themselves, where no register holds them"
    )
    considered: tuple[Consideration, ...] = Field(
        default=(), max_length=4, description="what has been taken into account"
    )
    enters_into_force_on: Day | None = Field(default=None, description="the day from which they are in force")


class EnteredIntoForce(Payload):
    """The objectives are in force."""

    next_follow_up_by: Day | None = Field(
        default=None, description="the day by which the first yearly follow-up is planned"
    )


class PreparationDiscontinued(Payload):
    """The preparation ends without a confirmation."""

    grounds: LongText = Field(description="why it ends")


PREPARATION_BEGUN: Final = Fact(
    "preparation_begun",
    Label(
        "valtakunnallisten tavoitteiden valmistelu aloitettu",
        "beredningen av de riksomfattande målen inledd",
        "preparation of the national objectives begun",
    ),
    PreparationBegun,
)
BOARD_PROPOSED: Final = Fact(
    "board_proposed",
    Label(
        "hyvinvointialueneuvottelukunta tehnyt ehdotuksen tavoitteista",
        "välfärdsområdesdelegationen har lagt fram förslag om målen",
        "advisory board has proposed on the objectives",
    ),
    BoardProposed,
)
BROUGHT_TO_BOARD: Final = Fact(
    "brought_to_board",
    Label(
        "tavoitteet tuotu hyvinvointialueneuvottelukunnan käsiteltäviksi",
        "målen förda till välfärdsområdesdelegationen för behandling",
        "objectives brought to the advisory board",
    ),
    BroughtToBoard,
)
BOARD_HANDLED: Final = Fact(
    "board_handled",
    Label(
        "hyvinvointialueneuvottelukunta käsitellyt tavoitteet",
        "välfärdsområdesdelegationen har behandlat målen",
        "advisory board has handled the objectives",
    ),
    BoardHandled,
)
RETURNED_TO_PREPARATION: Final = Fact(
    "returned_to_preparation",
    Label("tavoitteet palautettu valmisteluun", "målen återförda till beredning", "objectives returned to preparation"),
    ReturnedToPreparation,
)
CONFIRMED: Final = Fact(
    "confirmed",
    Label(
        "valtakunnalliset tavoitteet vahvistettu",
        "de riksomfattande målen fastställda",
        "national objectives confirmed",
    ),
    Confirmed,
)
ENTERED_INTO_FORCE: Final = Fact(
    "entered_into_force",
    Label(
        "valtakunnalliset tavoitteet tulleet voimaan",
        "de riksomfattande målen har trätt i kraft",
        "national objectives entered into force",
    ),
    EnteredIntoForce,
)
PREPARATION_DISCONTINUED: Final = Fact(
    "preparation_discontinued",
    Label("valmistelu rauennut", "beredningen förfallen", "preparation discontinued"),
    PreparationDiscontinued,
)
