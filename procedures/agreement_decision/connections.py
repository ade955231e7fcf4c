"""How these decisions and other procedures know of each other."""

from __future__ import annotations

from typing import Final

from engine.declaration import Listening, Reaction, Relation, TaskRule
from engine.law import Label, Status
from procedures.agreement_decision.facts_decision import DECIDED
from procedures.agreement_decision.facts_preparing import GROUND_RECORDED
from procedures.roles import STM
from procedures.statutes import SERVICES, UUSIMAA

_DECISION: Final = Relation(
    "government_decision",
    Label(
        "valtioneuvoston päätös sopimuksesta", "statsrådets beslut om avtalet", "Government decision on the agreement"
    ),
)
_ROUND: Final = Relation(
    "negotiation_round",
    Label("edeltävä neuvottelukierros", "föregående förhandlingsomgång", "the negotiation round before it"),
)
_AGREEMENT: Final = Relation(
    "agreement_decided_on",
    Label("sopimus, josta päätetään", "det avtal som beslutet gäller", "the agreement that is decided on"),
)
_NEW_AGREEMENT: Final = Relation("new_agreement", Label("uusi sopimus", "nytt avtal", "new agreement"))
_LATER: Final = Relation("later_decision", Label("uudempi päätös", "nyare beslut", "a later decision"))
_EARLIER: Final = Relation("earlier_decision", Label("aiempi päätös", "tidigare beslut", "an earlier decision"))

RECORD_NEW_AGREEMENT: Final = TaskRule(
    "record_new_agreement",
    Label(
        "kirjaa, että uusi sopimus on korvannut päätöksen tai tehnyt sen tarpeettomaksi",
        "anteckna att ett nytt avtal har ersatt beslutet eller gjort det onödigt",
        "record that a new agreement has replaced the decision or made it needless",
    ),
    STM,
    (SERVICES("38 § 3 mom."), SERVICES("39 § 6 mom."), UUSIMAA("12 § 3 mom.")),
    done_by=("replaced_by_agreement", "agreement_reached", "not_pursued"),
)
RECORD_LATER_DECISION: Final = TaskRule(
    "record_later_decision",
    Label(
        "kirjaa, että uudempi päätös on korvannut tämän",
        "anteckna att ett nyare beslut har ersatt detta",
        "record that a later decision has replaced this one",
    ),
    STM,
    (SERVICES("38 § 3 mom.", Status.UNSETTLED),),
    done_by=("replaced_by_decision", "replaced_by_agreement", "agreement_reached", "not_pursued"),
)

_AGREEMENTS: Final = {
    "collaborative_agreement": SERVICES("38 §"),
    "bilingual_agreement": SERVICES("39 § 6 mom."),
    "hus_agreement": UUSIMAA("12 §"),
}
REACTIONS: Final = (
    Reaction(
        id="round_before_decision",
        on=GROUND_RECORDED,
        procedure="collaborative_negotiation",
        causing=_DECISION,
        reached=_ROUND,
        basis=(SERVICES("38 § 1 mom."), SERVICES("37 § 4 mom.")),
    ),
    *(
        Reaction(
            id=f"{procedure}_decided_on",
            on=GROUND_RECORDED,
            procedure=procedure,
            causing=_DECISION,
            reached=_AGREEMENT,
            basis=(basis,),
        )
        for procedure, basis in _AGREEMENTS.items()
    ),
    Reaction(
        id="earlier_decision_replaced",
        on=DECIDED,
        procedure="agreement_decision",
        causing=_LATER,
        reached=_EARLIER,
        basis=(SERVICES("38 § 3 mom.", Status.UNSETTLED),),
        open_only=True,
        task=RECORD_LATER_DECISION,
    ),
)
LISTENS: Final = (
    Listening(
        id="assessment_concluded",
        to="collaborative_negotiation.concluded_government_assessment",
        causing=_ROUND,
        reached=_DECISION,
        basis=(SERVICES("38 § 1 mom."), SERVICES("37 § 4 mom.")),
    ),
    *(
        Listening(
            id=f"{procedure}_in_force",
            to=f"{procedure}.entered_into_force",
            causing=_NEW_AGREEMENT,
            reached=_DECISION,
            basis=(basis,),
            task=RECORD_NEW_AGREEMENT,
        )
        for procedure, basis in _AGREEMENTS.items()
    ),
)
