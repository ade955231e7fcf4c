"""Conditions up to the approval of an agreement; each takes the sections on which its law puts it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.collaborative_agreement.agreement_law import Bases
from procedures.collaborative_agreement.facts_drafting import Foundation
from procedures.collaborative_agreement.rounds import (
    amendment_concerns,
    entered_into_force,
    is_first,
    of_the_approval,
    of_the_matters,
    of_the_text,
    parties_without_approval,
)
from procedures.statutes import ADMINISTRATION

BY_ANALOGY: Final = Label(
    "pykälä koskee selvityksiä ja selityksiä; lausunnon antajalle sovelletaan samoin",
    "paragrafen gäller utredningar och förklaringar; den tillämpas på samma sätt på utlåtanden",
    "the section speaks of accounts and explanations; opinions are treated alike",
)
"""Note on 434/2003 33 §."""

FOUNDATIONS: Final[Mapping[Foundation, Label]] = {
    "national_objectives": Label(
        "valtakunnalliset tavoitteet on otettu huomioon",
        "de riksomfattande målen har beaktats",
        "the national objectives have been taken into account",
    ),
    "service_needs": Label(
        "väestön palvelutarpeet on otettu huomioon",
        "befolkningens servicebehov har beaktats",
        "the population's needs for services have been taken into account",
    ),
    "monitoring_data": Label(
        "väestön hyvinvoinnin ja terveyden seurantatiedot on otettu huomioon",
        "uppföljningsdata om befolkningens hälsa och välfärd har beaktats",
        "monitoring data on the population's wellbeing and health have been taken into account",
    ),
}


def _is_first_agreement(offer: Offer) -> bool:
    """Holds when the year is named by which the law wants the first agreement."""
    return offer.payload.due_year is not None


def _first_year_right(offer: Offer) -> bool:
    """Holds when the year named for the first agreement is the law's."""
    return str(offer.payload.due_year) == str(offer.parameters.on("first_agreement_year", offer.law_on).value)


def _reply_day_stated(offer: Offer) -> bool:
    """Holds when a day for the reply is stated that has not passed."""
    return offer.payload.reply_by is not None and offer.payload.reply_by >= offer.on


def _universities_heard(offer: Offer) -> bool:
    """Holds when the universities have been heard, or an amendment does not concern education and research."""
    heard = of_the_matters(offer.case, "universities_heard")
    return bool(heard) or not amendment_concerns(offer.case, "education_and_research")


def _draft_complete(offer: Offer) -> bool:
    """Holds when a draft with all contents has been completed since the text was taken up."""
    return bool(of_the_text(offer.case, "draft_completed"))


def _stm_heard(offer: Offer) -> bool:
    """Holds when the ministry has given its opinion, or the day for its reply has passed."""
    asked = of_the_text(offer.case, "stm_hearing_requested")
    reply_by = asked[-1].data.get("reply_by") if asked else None
    passed = reply_by is not None and date.fromisoformat(str(reply_by)) < offer.on
    return passed or bool(of_the_text(offer.case, "stm_opinion_given"))


def _reconciled(offer: Offer) -> bool:
    """Holds when the text has been reconciled with the other agreement since the drafting was begun."""
    return bool(of_the_matters(offer.case, "reconciled"))


def _not_approved_yet(offer: Offer) -> bool:
    """Holds when this party has not approved this text already."""
    return all(event.data["party"] != offer.payload.party for event in of_the_approval(offer.case, "party_approved"))


def _last_approval(offer: Offer) -> bool:
    """Holds when every other party has approved."""
    return not parties_without_approval(offer)


def _last_approval_of_first(offer: Offer) -> bool:
    """Holds when every other party has approved the first agreement."""
    return is_first(offer.case) and not parties_without_approval(offer)


def _agreement_in_force(offer: Offer) -> bool:
    """Holds when an earlier text of this agreement is in force."""
    return entered_into_force(offer.case) is not None


REPLY_DAY_STATED: Final = Guard(
    "reply_day_stated",
    Label(
        "vastaukselle on ilmoitettu määräpäivä, joka ei ole mennyt",
        "en svarsdag som inte har gått har angetts",
        "a day for the reply is stated that has not passed",
    ),
    (ADMINISTRATION("33 §", Status.PRACTICE, BY_ANALOGY),),
    _reply_day_stated,
    reads_payload=True,
)


def _rests_on(foundation: Foundation, offer: Offer) -> bool:
    """Holds when the draft says that this was taken into account."""
    return foundation in offer.payload.rests_on


def foundations(basis: Bases) -> tuple[Guard, ...]:
    """Gives what a draft must rest on, one condition each."""
    return tuple(
        Guard(f"rests_on_{foundation}", label, basis, partial(_rests_on, foundation), reads_payload=True)
        for foundation, label in FOUNDATIONS.items()
    )


def is_first_agreement(basis: Bases) -> Guard:
    """Gives the condition that tells the opening of the first agreement from any later one."""
    return Guard(
        "is_first_agreement",
        Label("kyse on ensimmäisestä sopimuksesta", "det är fråga om det första avtalet", "it is the first agreement"),
        basis,
        _is_first_agreement,
        reads_payload=True,
    )


def first_year_right(basis: Bases) -> Guard:
    """Gives the condition on the year named for the first agreement."""
    return Guard(
        "first_year_right",
        Label(
            "ensimmäisen sopimuksen vuosi on laissa säädetty",
            "året för det första avtalet är det som anges i lagen",
            "the year named for the first agreement is the law's",
        ),
        basis,
        _first_year_right,
        reads_payload=True,
    )


def universities_heard(label: Label, basis: Bases) -> Guard:
    """Gives the condition that universities have been heard; the label says which."""
    return Guard("universities_heard", label, basis, _universities_heard)


def draft_complete(basis: Bases) -> Guard:
    """Gives the condition that there is a whole draft."""
    return Guard(
        "draft_complete",
        Label(
            "sopimusluonnos sisältää kaiken, mistä on sovittava",
            "utkastet innehåller allt som ska avtalas",
            "the draft holds all that must be agreed on",
        ),
        basis,
        _draft_complete,
    )


def stm_heard(basis: Bases) -> Guard:
    """Gives the condition that the ministry has been heard before the approval."""
    return Guard(
        "stm_heard",
        Label(
            "sosiaali- ja terveysministeriötä on kuultu",
            "social- och hälsovårdsministeriet har hörts",
            "the Ministry of Social Affairs and Health has been heard",
        ),
        basis,
        _stm_heard,
    )


def reconciled(label: Label, basis: Bases) -> Guard:
    """Gives the condition that the text fits another agreement; the label says which."""
    return Guard("reconciled", label, basis, _reconciled)


def not_approved_yet(basis: Bases) -> Guard:
    """Gives the condition that a party approves a text once."""
    return Guard(
        "not_approved_yet",
        Label(
            "osapuoli ei ole vielä hyväksynyt tätä sopimusta",
            "parten har inte ännu godkänt detta avtal",
            "the party has not approved this text already",
        ),
        basis,
        _not_approved_yet,
        reads_payload=True,
    )


def last_approval(basis: Bases) -> Guard:
    """Gives the join: every other party has approved, so the agreement enters into force."""
    return Guard(
        "last_approval",
        Label(
            "kaikki muut osapuolet ovat hyväksyneet sopimuksen",
            "alla andra parter har godkänt avtalet",
            "all other parties have approved the agreement",
        ),
        basis,
        _last_approval,
        reads_payload=True,
    )


def last_approval_of_first(basis: Bases) -> Guard:
    """Gives the same join for the first agreement, where its law attaches more to it."""
    return Guard(
        "last_approval_of_first",
        Label(
            "kaikki muut osapuolet ovat hyväksyneet ensimmäisen sopimuksen",
            "alla andra parter har godkänt det första avtalet",
            "all other parties have approved the first agreement",
        ),
        basis,
        _last_approval_of_first,
        reads_payload=True,
    )


def agreement_in_force(basis: Bases) -> Guard:
    """Gives the condition that there is an agreement to which the parties can keep."""
    return Guard(
        "agreement_in_force",
        Label(
            "sopimuksen aiempi teksti on voimassa",
            "avtalets tidigare text är i kraft",
            "an earlier text of the agreement is in force",
        ),
        basis,
        _agreement_in_force,
    )
