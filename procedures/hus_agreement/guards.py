"""Conditions that only the organising agreement of HUS has."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label
from procedures.bilingual_agreement.language_boards import language_board_heard
from procedures.collaborative_agreement.council_term import term_by_law
from procedures.collaborative_agreement.guards_drafting import universities_heard
from procedures.hus_agreement.profile import BOARD, OTHERS_THAN_HELSINKI
from procedures.statutes import COUNTIES, IMPLEMENTATION, UUSIMAA


def _board_of_helsinki(offer: Offer) -> bool:
    """Holds when the board is that of Helsinki."""
    return bool(offer.payload.party == "90")


def _term_is_new(offer: Offer) -> bool:
    """Holds when that council term has not been recorded already."""
    recorded = offer.case.every("council_term_begun") if offer.case else ()
    begins = offer.payload.council_term_from.isoformat()
    return all(event.data["council_term_from"] != begins for event in recorded)


BOARD_OF_HELSINKI: Final = Guard(
    "board_of_helsinki",
    Label(
        "kyse on Helsingin kaupungin kansalliskielilautakunnasta",
        "det är fråga om Helsingfors stads nationalspråksnämnd",
        "the board is that of Helsinki",
    ),
    BOARD,
    _board_of_helsinki,
    reads_payload=True,
)
BOARD_HEARD: Final = language_board_heard(OTHERS_THAN_HELSINKI, BOARD)
TERM_BY_LAW: Final = term_by_law((UUSIMAA("11 § 1 mom."), COUNTIES("23 § 1 mom."), IMPLEMENTATION("16 § 1 mom.")))
TERM_IS_NEW: Final = Guard(
    "term_is_new",
    Label(
        "valtuustokautta ei ole vielä kirjattu",
        "mandattiden har inte ännu antecknats",
        "the council term has not been recorded already",
    ),
    (UUSIMAA("11 § 1 mom."),),
    _term_is_new,
    reads_payload=True,
)
UNIVERSITY_HEARD: Final = universities_heard(
    Label(
        "Helsingin yliopistoa on kuultu koulutus-, tutkimus-, kehittämis- ja innovaatiotoiminnasta",
        "Helsingfors universitet har hörts om utbildnings-, forsknings-, utvecklings- och innovationsverksamheten",
        "the University of Helsinki has been heard on education, research, development and innovation",
    ),
    (UUSIMAA("10 § 2 mom."),),
)
