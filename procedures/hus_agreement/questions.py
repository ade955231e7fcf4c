"""What is not settled about the HUS organising agreement alone."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.bilingual_agreement.questions import opinion_before_approval
from procedures.collaborative_agreement import questions as shared
from procedures.collaborative_agreement.agreement_law import AgreementLaw
from procedures.statutes import UUSIMAA

_OPEN: Final = Status.UNSETTLED

COORDINATION: Final = OpenQuestion(
    "coordination",
    Label(
        "Kuka vastaa sopimuksen laatimisen hallintotehtävistä?",
        "Vem svarar för de administrativa uppgifterna vid upprättandet av avtalet?",
        "Who has the administrative tasks of drafting the agreement?",
    ),
    Label(
        "Laki ei nimeä ketään; toimet kirjataan osapuolten yhteisinä.",
        "Lagen nämner ingen; åtgärderna antecknas som parternas gemensamma.",
        "The law names nobody; the acts are recorded as those of the parties jointly.",
    ),
    (UUSIMAA("10 §", _OPEN),),
    affects=("drafting_begun", "stm_hearing_requested", "put_to_councils"),
)
DELIVERY_TIME: Final = OpenQuestion(
    "delivery_time",
    Label(
        "Missä ajassa sopimus on toimitettava ministeriölle?",
        "Inom vilken tid ska avtalet lämnas in till ministeriet?",
        "In what time is the agreement delivered to the ministry?",
    ),
    Label(
        "Laki ei säädä määräaikaa: toimittaminen on tehtävä ilman määräpäivää.",
        "Lagen anger ingen tid: inlämnandet är en uppgift utan dag.",
        "The law sets no time: the delivery is a task without a day.",
    ),
    (UUSIMAA("10 § 3 mom.", _OPEN),),
    affects=("in_force", "delivered_to_stm"),
)
WHAT_COUNTS_AS_REVIEW: Final = OpenQuestion(
    "what_counts_as_review",
    Label(
        "Onko sopimuksen tekeminen tai muuttaminen valtuustokauden aikana 11 §:n 1 momentin tarkistus?",
        "Är det en översyn enligt 11 § 1 mom. att avtalet ingås eller ändras under mandattiden?",
        "Does making or amending the agreement in a council term count as the review of 11 § 1 mom.?",
    ),
    Label(
        "Tarkistus kirjataan erikseen.",
        "Översynen antecknas separat.",
        "The review is recorded separately.",
    ),
    (UUSIMAA("11 § 1 mom.", _OPEN),),
    affects=("reviewed", "review"),
)
DISPUTES: Final = OpenQuestion(
    "disputes",
    Label(
        "Miten osapuolten hallintoriita sopimuksesta vaikuttaa asian kulkuun?",
        "Hur påverkar ett förvaltningstvistemål mellan parterna ärendets gång?",
        "How does an administrative dispute between the parties affect the case?",
    ),
    Label(
        "Riita käsitellään hallinto-oikeudessa; asiaan siitä liitetään asiakirja tai merkintä.",
        "Tvisten behandlas i förvaltningsdomstolen; till ärendet fogas en handling eller en anteckning.",
        "The dispute is for the administrative court; a document or a note about it is put on file here.",
    ),
    (UUSIMAA("27 § 3 mom.", _OPEN),),
    affects=("agreement_in_force",),
)


def questions(law: AgreementLaw) -> tuple[OpenQuestion, ...]:
    """Gives every open question of the agreement under one version of its law."""
    return (
        shared.reply_times(law.stm_hearing, universities=True),
        shared.disagreement(law.government),
        shared.beside_the_decision(law.government),
        shared.amended_again(law.amendment),
        shared.annulled_approval(law.approval),
        shared.yearly_day(law.follow_up),
        COORDINATION,
        DELIVERY_TIME,
        WHAT_COUNTS_AS_REVIEW,
        DISPUTES,
        opinion_before_approval((UUSIMAA("19 § 2 mom. 4 kohta", _OPEN),)),
    )
