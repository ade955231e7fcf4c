"""The yearly negotiation as in force since 1 March 2022 (616/2021 1 §): 612/2021 37 § as given.

The amendments of 1 August 2024 joined the other negotiations into one (611/2021 13 a §) and left this one as it was: it
stays between the Ministry of Social Affairs and Health and the counties of the area. What the Government ordered for
2026 is no law and therefore no version of its own, but a fact of the round that carries its themes
(`mandate_recorded`).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure, Reaction, Relation
from engine.law import Label, Status
from procedures.collaborative_negotiation import facts, questions, states
from procedures.collaborative_negotiation.moves import NEGOTIATING, PREPARING, SETTING
from procedures.collaborative_negotiation.moves_outcome import CONCLUDING
from procedures.declaring import guards_of, numbers_of
from procedures.directory import directory
from procedures.roles import GOVERNMENT, PARTY_OF_CASE, STM, THL
from procedures.statutes import COLLABORATIVE_AREAS, IMPLEMENTATION, SERVICES

_TRANSITIONS: Final = (*SETTING, *PREPARING, *NEGOTIATING, *CONCLUDING)


def _members(area: str) -> tuple[str, ...]:
    return directory().parties(area)


_LATER_ROUND: Final = Relation(
    "later_round", Label("myöhempi neuvottelukierros", "en senare förhandlingsomgång", "a later round")
)
_EARLIER_ROUND: Final = Relation(
    "earlier_round", Label("aiempi neuvottelukierros", "en tidigare förhandlingsomgång", "an earlier round")
)
_FOLLOW_UP: Final = Relation(
    "follow_up",
    Label("sopimuksen vuosittainen seuranta", "årlig uppföljning av avtalet", "yearly follow-up of the agreement"),
)
_AGREEMENT: Final = Relation(
    "followed_agreement",
    Label("seurattava yhteistyösopimus", "det samarbetsavtal som följs upp", "the agreement that is followed up"),
)

DECLARATION: Final = Procedure(
    id="collaborative_negotiation",
    label=Label(
        "yhteistyösopimuksen vuosittainen neuvottelu (YTA-neuvottelu)",
        "årlig förhandling om samarbetsavtalet",
        "yearly negotiation on a cooperation agreement",
    ),
    description=Label(
        "Sosiaali- ja terveysministeriö ja yhteistyöalueen hyvinvointialueet seuraavat ja arvioivat vuosittain, miten "
        "yhteistyösopimus toteutuu; valtiovarainministeriö ja sisäministeriö osallistuvat.",
        "Social- och hälsovårdsministeriet och välfärdsområdena i samarbetsområdet följer och bedömer årligen hur "
        "samarbetsavtalet fullgörs; finansministeriet och inrikesministeriet deltar.",
        "Every year the Ministry of Social Affairs and Health and the counties of an area follow and evaluate how the "
        "cooperation agreement is carried out; the ministries of Finance and of the Interior take part.",
    ),
    in_force_from=date(2022, 3, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("collaborative_area",),
    roles=(STM, GOVERNMENT, THL, PARTY_OF_CASE),
    states=states.STATES,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(__package__),
    basis=(SERVICES("37 § 4 ja 6 mom."), SERVICES("35 §"), COLLABORATIVE_AREAS("1 §"), IMPLEMENTATION("1 §")),
    reactions=(
        Reaction(
            id="earlier_round",
            on=facts.ROUND_SET,
            procedure="collaborative_negotiation",
            causing=_LATER_ROUND,
            reached=_EARLIER_ROUND,
            basis=(SERVICES("37 § 4 mom.", Status.PRACTICE),),
        ),
        Reaction(
            id="followed_agreement",
            on=facts.ROUND_SET,
            procedure="collaborative_agreement",
            causing=_FOLLOW_UP,
            reached=_AGREEMENT,
            basis=(SERVICES("37 § 4 mom."),),
            open_only=True,
        ),
    ),
    open_questions=questions.QUESTIONS,
    one_open_case=False,
    partners=_members,
    sources=(
        "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
        "https://www.finlex.fi/fi/laki/alkup/2021/20210616",
        "https://www.finlex.fi/fi/laki/alkup/2022/20220091",
    ),
)
