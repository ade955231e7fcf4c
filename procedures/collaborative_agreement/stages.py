"""Where an agreement can stand, and whose turn it is there.

The law names the steps and hardly any states: in force is its word, the others are this model's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from engine.declaration import Role, StandingRule, State, TaskRule
from engine.law import Label, Status
from procedures.collaborative_agreement.agreement_law import AgreementLaw, Bases
from procedures.roles import PARTY_COUNCIL, STM

AGREEMENT_IN_FORCE: Final = "agreement_in_force"
GOVERNMENT_DECISION_IN_FORCE: Final = "government_decision_in_force"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """The states of one kind of agreement, and the two standings beside them."""

    started: State
    drafting: State
    universities_hearing: State | None
    stm_hearing: State
    approval: State
    in_force: State
    delivered: State
    follow_up: State
    amendment: State
    not_agreed: State
    government_decision: State
    replaced: State
    valid: StandingRule
    decided: StandingRule

    @property
    def drafted(self) -> tuple[State, ...]:
        """The states in which the text is worked on."""
        hearing = (self.universities_hearing,) if self.universities_hearing else ()
        return (self.drafting, *hearing, self.stm_hearing)

    @property
    def before_agreement(self) -> tuple[State, ...]:
        """The states up to the approval."""
        return (self.started, *self.drafted, self.approval)

    @property
    def settled(self) -> tuple[State, ...]:
        """The states in which an agreement is in force and nobody works on another text."""
        return (self.in_force, self.delivered, self.follow_up)

    @property
    def open(self) -> tuple[State, ...]:
        """Every state that does not end the case."""
        return (*self.before_agreement, *self.settled, self.amendment, self.not_agreed, self.government_decision)

    @property
    def all(self) -> tuple[State, ...]:
        """Every state."""
        return (*self.open, self.replaced)


def _task(name: str, label: Label, role: Role, basis: Bases, *done_by: str, deadline: str | None = None) -> TaskRule:
    return TaskRule(name, label, role, basis, deadline=deadline, done_by=done_by)


def _state(name: str, label: Label, *tasks: TaskRule) -> State:
    return State(name, label, status=Status.PRACTICE, tasks=tasks)


def stages_of(law: AgreementLaw) -> Stages:
    """Gives the states of one kind of agreement, each with whose turn it is."""
    yearly = follow_up_yearly(law)
    return Stages(
        started=_state(
            "started",
            Label("käynnistetty", "inledd", "started"),
            _task(
                "begin_drafting",
                Label("aloita sopimuksen valmistelu", "inled beredningen av avtalet", "begin drafting the agreement"),
                law.drafter,
                law.drafting,
                "drafting_begun",
            ),
        ),
        drafting=_drafting(law),
        universities_hearing=_universities_hearing(law),
        stm_hearing=_stm_hearing(law),
        approval=_state(
            "approval",
            Label("osapuolten hyväksyttävänä", "för godkännande hos parterna", "before the councils"),
            _task(
                "approve_agreement",
                Label(
                    "päätä sopimuksen hyväksymisestä", "besluta om godkännande av avtalet", "decide on the agreement"
                ),
                PARTY_COUNCIL,
                law.approval,
                "party_approved",
                "party_refused",
            ),
            *law.approval_tasks,
        ),
        in_force=State("in_force", Label("voimassa", "i kraft", "in force")),
        delivered=_state(
            "delivered",
            Label("toimitettu ministeriölle", "inlämnat till ministeriet", "delivered to the ministry"),
            yearly,
        ),
        follow_up=_state("follow_up", Label("seuranta", "uppföljning", "follow-up"), yearly),
        amendment=_state(
            "amendment",
            Label("muutos vireillä", "ändring anhängig", "amendment pending"),
            _task(
                "take_up_amendment",
                Label(
                    "aloita muutoksen valmistelu tai päätä pitää sopimus ennallaan",
                    "inled beredningen av ändringen eller besluta att hålla avtalet oförändrat",
                    "draft the amendment, or keep the agreement as it is",
                ),
                law.jointly,
                law.amendment,
                "amendment_drafting_begun",
                "amendment_dropped",
            ),
        ),
        not_agreed=_not_agreed(law),
        government_decision=_state(
            "government_decision",
            Label("valtioneuvoston päätös", "statsrådets beslut", "decision of the Government"),
            _task(
                "draft_new_agreement",
                Label(
                    "valmistele uusi sopimus valtioneuvoston päätöksen sijaan",
                    "bered ett nytt avtal i stället för statsrådets beslut",
                    "draft a new agreement in place of the Government's decision",
                ),
                law.jointly,
                law.government,
                "drafting_resumed",
            ),
        ),
        replaced=State(
            "replaced",
            Label("korvattu uudella sopimuksella", "ersatt med ett nytt avtal", "replaced by a new agreement"),
            final=True,
            status=Status.PRACTICE,
        ),
        valid=StandingRule(
            AGREEMENT_IN_FORCE, Label("sopimus voimassa", "avtalet i kraft", "agreement in force"), law.entry
        ),
        decided=StandingRule(
            GOVERNMENT_DECISION_IN_FORCE,
            Label(
                "valtioneuvoston päätös sopimuksesta voimassa",
                "statsrådets beslut om avtalet i kraft",
                "the Government's decision on the agreement in force",
            ),
            law.government,
        ),
    )


def _drafting(law: AgreementLaw) -> State:
    return _state(
        "drafting",
        Label("valmistelu", "beredning", "drafting"),
        _task(
            "complete_draft",
            Label("saata sopimusluonnos valmiiksi", "slutför utkastet till avtal", "complete the draft agreement"),
            law.drafter,
            law.foundations,
            "draft_completed",
        ),
        _task(
            "ask_stm_opinion",
            Label(
                "pyydä sosiaali- ja terveysministeriön lausunto luonnoksesta",
                "begär utlåtande om utkastet av social- och hälsovårdsministeriet",
                "ask the ministry's opinion on the draft",
            ),
            law.drafter,
            law.stm_hearing,
            "stm_hearing_requested",
        ),
    )


def _universities_hearing(law: AgreementLaw) -> State | None:
    if law.universities is None or law.universities_label is None:
        return None
    return _state(
        "universities_hearing",
        law.universities_label,
        _task(
            "conclude_universities_hearing",
            Label("päätä korkeakoulujen kuuleminen", "avsluta hörandet av högskolorna", "conclude the hearing"),
            law.drafter,
            law.universities,
            "universities_heard",
            deadline="universities_reply",
        ),
    )


def _stm_hearing(law: AgreementLaw) -> State:
    return _state(
        "stm_hearing",
        Label(
            "sosiaali- ja terveysministeriön kuuleminen",
            "hörande av social- och hälsovårdsministeriet",
            "hearing of the ministry",
        ),
        _task(
            "give_opinion",
            Label("anna lausunto sopimuksesta", "avge utlåtande om avtalet", "give an opinion on the agreement"),
            STM,
            law.stm_hearing,
            "stm_opinion_given",
            deadline="stm_reply",
        ),
        _task(
            "put_to_councils",
            Label(
                "saata sopimus valtuustojen hyväksyttäväksi",
                "förelägg fullmäktige avtalet för godkännande",
                "put the agreement to the councils",
            ),
            law.drafter,
            law.approval,
            "put_to_councils",
        ),
    )


def _not_agreed(law: AgreementLaw) -> State:
    return _state(
        "not_agreed",
        Label("sopimukseen ei ole päästy", "enighet om avtalet har inte nåtts", "no agreement"),
        _task(
            "draft_again",
            Label("jatka valmistelua", "återuppta beredningen", "take up the drafting again"),
            law.jointly,
            law.duty,
            "drafting_resumed",
        ),
        _task(
            "consider_government_decision",
            Label(
                "arvioi, valmistellaanko valtioneuvoston päätös",
                "bedöm om ett beslut av statsrådet ska beredas",
                "assess whether to prepare a decision of the Government",
            ),
            STM,
            law.government,
            "government_decided",
        ),
    )


def follow_up_yearly(law: AgreementLaw) -> TaskRule:
    """Gives the task of the year's follow-up; no day is set for it."""
    return _task(
        "follow_up_yearly",
        Label(
            "seuraa ja arvioi sopimuksen toteutumista tänä vuonna",
            "följ och bedöm avtalets fullgörande detta år",
            "follow up and evaluate this year how the agreement is carried out",
        ),
        law.followers[0],
        law.follow_up,
        "followed_up",
    )


def establish_entry(law: AgreementLaw) -> TaskRule:
    """Gives the task of establishing that the last approval has brought the agreement into force."""
    return _task(
        "establish_entry",
        Label(
            "totea voimaantulo ja ilmoita siitä osapuolille",
            "konstatera ikraftträdandet och underrätta parterna om det",
            "establish the entry into force and tell the parties",
        ),
        law.drafter,
        law.entry,
        "entered_into_force",
    )


def deliver(law: AgreementLaw, deadline: str | None = None) -> TaskRule:
    """Gives the task of delivering the agreement to the ministry."""
    return _task(
        "deliver_to_stm",
        Label(
            "toimita sopimus sosiaali- ja terveysministeriölle",
            "lämna in avtalet till social- och hälsovårdsministeriet",
            "deliver the agreement to the ministry",
        ),
        law.drafter,
        law.delivery,
        "delivered_to_stm",
        deadline=deadline,
    )
