"""The national language boards and an agreement: they propose contents, give the council an opinion, and monitor.

A bilingual county whose minority language is Swedish has a board with this task (611/2021 33 § 2 mom. 4 kohta); so has
HUS (615/2021 2 § 4 mom.). Helsinki has one by a section of its own (615/2021 19 § 2 mom. 4 kohta), and its board has
the same task in the organising agreement of HUS.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from pydantic import Field

from engine.declaration import PARTY, DocumentRule, Fact, Guard, Kind, Offer, Payload, Role, TaskRule, Transition
from engine.law import Label, Status
from procedures.collaborative_agreement.agreement_law import Bases
from procedures.collaborative_agreement.facts_drafting import PartyDecided, party_approved
from procedures.collaborative_agreement.guards_drafting import agreement_in_force
from procedures.collaborative_agreement.rounds import of_the_text
from procedures.collaborative_agreement.stages import Stages
from procedures.fields import ActorCode, LongText, Year

MINORITY_FINNISH: Final = frozenset({"17"})
"""Ostrobothnia, where Swedish is the language of the majority: the section gives its board no task here."""


class BoardProposed(Payload):
    """A board proposes what the agreement should hold, or how it should be amended."""

    party: ActorCode = Field(description="whose board it is")
    proposal: LongText | None = Field(default=None, description="what is proposed")


class BoardOpinion(Payload):
    """A board gives its council an opinion on the agreement."""

    party: ActorCode = Field(description="whose board it is")
    opinion: LongText | None = Field(default=None, description="the opinion in short")


class BoardMonitored(Payload):
    """What a board found of how the agreement is carried out."""

    party: ActorCode = Field(description="whose board it is")
    year: Year = Field(description="the calendar year")
    findings: LongText | None = Field(default=None, description="what was found")


BOARD_PROPOSED: Final = Fact(
    "language_board_proposed",
    Label(
        "kansalliskielilautakunta ehdottanut sisältöä", "nationalspråksnämnden har lagt fram förslag", "board proposed"
    ),
    BoardProposed,
)
BOARD_OPINION_GIVEN: Final = Fact(
    "language_board_opinion_given",
    Label(
        "kansalliskielilautakunnan lausunto annettu",
        "nationalspråksnämndens utlåtande lämnat",
        "opinion of the language board given",
    ),
    BoardOpinion,
)
BOARD_MONITORED: Final = Fact(
    "language_board_monitored",
    Label(
        "kansalliskielilautakunta seurannut sopimuksen toteutumista",
        "nationalspråksnämnden har följt fullgörandet av avtalet",
        "carrying out monitored by the language board",
    ),
    BoardMonitored,
)


class ApprovedWithBoard(PartyDecided):
    """What one party's council decided on the text, and whether its language board stayed silent."""

    board_silent: bool = Field(
        default=False, description="the party's language board was asked for its opinion and gave none"
    )


PARTY_APPROVED: Final = party_approved(ApprovedWithBoard)


def _heard_where_required(without_task: frozenset[str], offer: Offer) -> bool:
    """Holds when the party's board has given its opinion on this text, stayed silent, or has no such task."""
    party = offer.payload.party
    given = of_the_text(offer.case, "language_board_opinion_given")
    heard = offer.payload.board_silent or any(event.data["party"] == party for event in given)
    return party in without_task or heard


def language_board_heard(without_task: frozenset[str], basis: Bases) -> Guard:
    """Gives the condition that the board of the approving party was heard, unless it has no such task.

    That it gives an opinion is its duty; that the council waits for it in vain, the section does not say.
    """
    return Guard(
        "language_board_heard",
        Label(
            "osapuolen kansalliskielilautakunta on antanut lausunnon sopimuksesta, tai siltä on pyydetty lausuntoa "
            "eikä se ole antanut sitä",
            "partens nationalspråksnämnd har lämnat utlåtande om avtalet, eller så har den ombetts lämna utlåtande men "
            "inte gjort det",
            "the party's national language board has given its opinion on the agreement, or was asked and gave none",
        ),
        tuple(replace(one, status=Status.UNSETTLED) for one in basis),
        partial(_heard_where_required, without_task),
        reads_payload=True,
    )


def opinion_task(board: Role, basis: Bases) -> TaskRule:
    """Gives the task of giving the opinion while the text is before the councils."""
    of_parties = board.organisation == PARTY
    return TaskRule(
        "give_board_opinion",
        Label(
            "anna valtuustolle lausunto sopimuksesta" + (", jos vähemmistökieli on ruotsi" if of_parties else ""),
            "lämna fullmäktige utlåtande om avtalet" + (", om svenska är minoritetsspråk" if of_parties else ""),
            "give the council an opinion on the agreement"
            + (", where Swedish is the minority language" if of_parties else ""),
        ),
        board,
        basis,
        done_by=("language_board_opinion_given",),
    )


def boards(board: Role, stages: Stages, basis: Bases, entry: Bases, *guards: Guard) -> tuple[Transition, ...]:
    """Gives what a board can do; `entry` is the basis of being in force, `guards` are asked each time."""
    after = tuple(state for state in stages.open if state is not stages.started)
    return (
        Transition(
            fact=BOARD_PROPOSED,
            sources=stages.open,
            target=None,
            by=(board,),
            kind=Kind.ACT,
            basis=basis,
            guards=guards,
        ),
        Transition(
            fact=BOARD_OPINION_GIVEN,
            sources=(*stages.drafted, stages.approval),
            target=None,
            by=(board,),
            kind=Kind.ACT,
            basis=basis,
            guards=guards,
            documents=(
                DocumentRule(
                    "board_opinion",
                    Label(
                        "kansalliskielilautakunnan lausunto",
                        "nationalspråksnämndens utlåtande",
                        "opinion of the language board",
                    ),
                    basis,
                ),
            ),
        ),
        Transition(
            fact=BOARD_MONITORED,
            sources=after,
            target=None,
            by=(board,),
            kind=Kind.ACT,
            basis=basis,
            guards=(agreement_in_force(entry), *guards),
        ),
    )
