"""What other procedures mean for an agreement, and a new agreement for the earlier one."""

from __future__ import annotations

from typing import Final

from engine.declaration import Fact, Listening, Reach, Reaction, Relation, TaskRule
from engine.law import Label
from procedures.collaborative_agreement.agreement_law import AgreementLaw
from procedures.roles import PARTY_COUNCIL

_LATER: Final = Relation(
    "later_agreement",
    Label("samojen osapuolten myöhempi sopimus", "samma parters senare avtal", "a later agreement of the same parties"),
)
_EARLIER: Final = Relation(
    "earlier_agreement",
    Label("samojen osapuolten aiempi sopimus", "samma parters tidigare avtal", "an earlier agreement of the parties"),
)
_OBJECTIVES: Final = Relation(
    "national_objectives",
    Label("valtakunnalliset tavoitteet", "de riksomfattande målen", "the national objectives"),
)
_BOUND: Final = Relation(
    "agreement_under_objectives",
    Label(
        "sopimus, jossa tavoitteet otetaan huomioon",
        "avtal där målen ska beaktas",
        "agreement that takes the objectives into account",
    ),
)
_DECISION: Final = Relation(
    "government_decision",
    Label(
        "valtioneuvoston päätös sopimuksesta",
        "statsrådets beslut om avtalet",
        "the Government's decision on the agreement",
    ),
)
_DECIDED: Final = Relation(
    "agreement_decided_on",
    Label(
        "sopimus, josta valtioneuvosto on päättänyt",
        "avtal som statsrådet har beslutat om",
        "agreement on which the Government decided",
    ),
)
_NEGOTIATION: Final = Relation(
    "negotiation_on_agreement",
    Label("yhteistyöalueen neuvottelu", "samarbetsområdets förhandling", "negotiation of the collaborative area"),
)
_NEGOTIATED: Final = Relation(
    "agreement_negotiated",
    Label("neuvottelussa arvioitu sopimus", "avtal som bedömts i förhandlingen", "agreement evaluated there"),
)


def earlier_agreements(procedure: str, started: Fact, law: AgreementLaw) -> Reaction:
    """Gives the link to the agreement still open of the same parties, and the task of recording its replacement."""
    return Reaction(
        id="earlier_agreement_to_replace",
        on=started,
        procedure=procedure,
        causing=_LATER,
        reached=_EARLIER,
        basis=law.duty,
        open_only=True,
        task=TaskRule(
            "record_replacement",
            Label(
                "kirjaa korvaaminen, kun uusi sopimus on tullut voimaan",
                "anteckna ersättandet när det nya avtalet har trätt i kraft",
                "record the replacement when the new agreement has entered into force",
            ),
            law.jointly,
            law.duty,
            done_by=("replaced",),
        ),
    )


def hearing_of_objectives(law: AgreementLaw) -> tuple[Listening, ...]:
    """Gives what new or amended national objectives mean: the need to amend the agreement is to be assessed."""
    task = TaskRule(
        "assess_amendment_need",
        Label(
            "arvioi tarve muuttaa sopimusta, kun valtakunnalliset tavoitteet muuttuvat",
            "bedöm behovet av att ändra avtalet då de riksomfattande målen ändras",
            "assess the need to amend the agreement, as the national objectives change",
        ),
        law.jointly,
        law.assessing,
        done_by=("amendment_need_assessed",),
    )
    return tuple(
        Listening(
            id=f"objectives_{fact}",
            to=f"national_objectives.{fact}",
            causing=_OBJECTIVES,
            reached=_BOUND,
            basis=law.assessing,
            task=task,
            reach=Reach.ALL,
        )
        for fact in ("confirmed", "amended")
    )


def hearing_of_decision(law: AgreementLaw) -> Listening:
    """Gives what the Government's decision means: it is valid until the parties make a new agreement."""
    return Listening(
        id="government_decided_instead",
        to="agreement_decision.decided",
        causing=_DECISION,
        reached=_DECIDED,
        basis=law.government,
        task=TaskRule(
            "make_new_agreement",
            Label(
                "tee uusi sopimus; valtioneuvoston päätös on voimassa siihen saakka",
                "ingå ett nytt avtal; statsrådets beslut gäller tills dess",
                "make a new agreement; the Government's decision is valid until then",
            ),
            PARTY_COUNCIL,
            law.government,
            done_by=("party_approved",),
        ),
    )


def hearing_of_negotiation(law: AgreementLaw) -> Listening:
    """Gives what the area's yearly negotiation means when it concludes that the agreement must be amended."""
    return Listening(
        id="negotiation_concluded_amendment",
        to="collaborative_negotiation.concluded_amendment",
        causing=_NEGOTIATION,
        reached=_NEGOTIATED,
        basis=law.amendment,
        task=TaskRule(
            "start_amendment",
            Label(
                "tee muutosesitys neuvottelun johtopäätösten mukaan",
                "lägg fram ett ändringsförslag enligt slutsatserna av förhandlingen",
                "propose the amendment that the negotiation concluded on",
            ),
            law.jointly,
            law.amendment,
            done_by=("amendment_proposed", "amendment_initiated"),
        ),
    )
