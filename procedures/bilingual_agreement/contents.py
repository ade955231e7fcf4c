"""What the agreement of the bilingual counties must hold (612/2021 39 § 2 mom.; for the first, 616/2021 56 §)."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Guard, Offer, Payload
from engine.law import Basis, Label
from procedures.collaborative_agreement.facts_drafting import draft_completed
from procedures.collaborative_agreement.guards_drafting import reconciled
from procedures.collaborative_agreement.rounds import is_first
from procedures.statutes import IMPLEMENTATION, SERVICES

ContentId = Literal["necessary_services", "services_in_some_counties", "expert_support", "karkulla_services"]


class BilingualDraft(Payload):
    """A whole draft and what it settles."""

    contents: Annotated[tuple[ContentId, ...], Field(max_length=10)] = Field(
        default=(), description="the matters that the draft settles"
    )
    keeps_centralised_tasks: bool | None = Field(
        default=None, description="it does not depart from what the law centralises"
    )


DRAFT_COMPLETED: Final = draft_completed(BilingualDraft)


def _agreed(content: ContentId, offer: Offer) -> bool:
    """Holds when the draft has this content."""
    return content in offer.payload.contents


def _karkulla_agreed(offer: Offer) -> bool:
    """Holds when the draft settles what passed on from Kårkulla, or it is not the first agreement."""
    return "karkulla_services" in offer.payload.contents or not is_first(offer.case)


def _keeps_centralised_tasks(offer: Offer) -> bool:
    """Holds when the draft leaves tasks that the law centralises where they are."""
    return offer.payload.keeps_centralised_tasks is True


def _content(content: ContentId, label: Label, *basis: Basis) -> Guard:
    return Guard(f"agreed_{content}", label, basis, partial(_agreed, content), reads_payload=True)


GATE: Final = (
    _content(
        "necessary_services",
        Label(
            "on sovittu työnjaosta palveluissa, joissa se on välttämätöntä kielellisten oikeuksien varmistamiseksi",
            "arbetsfördelningen är avtalad i tjänster där det är nödvändigt för de språkliga rättigheterna",
            "agreed on: the division of work where language rights cannot be secured without it",
        ),
        SERVICES("39 § 2 mom."),
    ),
    _content(
        "services_in_some_counties",
        Label(
            "on sovittu palveluista, jotka on tarkoituksenmukaista toteuttaa vain osassa hyvinvointialueita",
            "de tjänster är avtalade som det är ändamålsenligt att genomföra endast i en del av välfärdsområdena",
            "agreed on: services that it is expedient to provide in some counties only",
        ),
        SERVICES("39 § 2 mom."),
    ),
    _content(
        "expert_support",
        Label(
            "on sovittu asiantuntijatuesta, jota hyvinvointialueet antavat toisilleen",
            "det expertstöd är avtalat som välfärdsområdena ger varandra",
            "agreed on: the expert support that the counties give each other",
        ),
        SERVICES("39 § 2 mom."),
    ),
    Guard(
        "agreed_karkulla_services",
        Label(
            "ensimmäisessä sopimuksessa on sovittu Kårkulla-kuntayhtymältä siirtyneistä palveluista",
            "i det första avtalet är de tjänster avtalade som övergick från Kårkulla samkommun",
            "agreed on in the first agreement: the services that passed on from Kårkulla",
        ),
        (IMPLEMENTATION("56 § 5 mom."),),
        _karkulla_agreed,
        reads_payload=True,
    ),
    Guard(
        "keeps_centralised_tasks",
        Label(
            "sopimuksella ei poiketa tehtävien keskittämisestä",
            "avtalet avviker inte från centraliseringen av uppgifter",
            "the agreement does not depart from how the law centralises tasks",
        ),
        (SERVICES("39 § 2 mom."),),
        _keeps_centralised_tasks,
        reads_payload=True,
    ),
)
"""One condition for each content, and the limit of what can be agreed."""

RECONCILED: Final = reconciled(
    Label(
        "sopimus on yhteen sovitettu yhteistyöalueiden yhteistyösopimusten kanssa",
        "avtalet har samordnats med samarbetsområdenas samarbetsavtal",
        "the agreement is reconciled with those of the collaborative areas",
    ),
    (SERVICES("39 § 2 mom."),),
)
