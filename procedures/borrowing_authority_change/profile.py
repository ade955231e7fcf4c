"""What both versions of the procedure say of themselves alike: names, roles, subjects, sources, links."""

from __future__ import annotations

from typing import Final

from engine.declaration import Listening, Relation
from engine.law import Label
from procedures.roles import (
    COUNCIL,
    COUNTY,
    GOVERNMENT,
    PREPARATION_GROUP,
    SM,
    STM,
    SUPREME_ADMINISTRATIVE_COURT,
    VM,
)
from procedures.statutes import COUNTIES, UUSIMAA

PROCEDURE: Final = "borrowing_authority_change"
LABEL: Final = Label(
    "lainanottovaltuuden muuttaminen",
    "ändring av fullmakten att uppta lån",
    "change of a county's borrowing authority",
)
DESCRIPTION: Final = Label(
    "Valtioneuvosto muuttaa hyvinvointialueen lainanottovaltuutta, jos investointi on palvelujen kannalta välttämätön "
    "eikä sen tarvetta voida kattaa muulla tavoin; valmisteluryhmä arvioi edellytykset, määrän ja ehdot.",
    "Statsrådet ändrar välfärdsområdets fullmakt att uppta lån, om investeringen är nödvändig för tjänsterna och "
    "behovet inte kan täckas på något annat sätt; en beredningsgrupp bedömer förutsättningar, belopp och villkor.",
    "The Government changes a county's borrowing authority where an investment is necessary for services and cannot "
    "be covered otherwise; a preparation group assesses the conditions, the size and the terms.",
)
ROLES: Final = (VM, STM, SM, COUNTY, COUNCIL, PREPARATION_GROUP, GOVERNMENT, SUPREME_ADMINISTRATIVE_COURT)
SUBJECT_KINDS: Final = ("county", "joint_authority")
"""Counties and HUS. Helsinki (a city) is not among them: 615/2021 17 §."""

BASIS: Final = (
    COUNTIES("15 § 3–4 mom."),
    UUSIMAA("2 § 4 mom."),
    UUSIMAA(
        "17 § 2 mom.",
        note=Label(
            "Helsinkiin ei sovelleta 15 §:ää",
            "15 § tillämpas inte på Helsingfors",
            "15 § is not applied to Helsinki",
        ),
    ),
)
SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
    "https://vm.fi/investoinnit",
    "https://www.sttinfo.fi/tiedote/71368604/aluehallitus-koolla-lainanottovaltuuteen-haetaan-muutosta?lang=fi",
)
_THIS: Final = Relation(
    "authority_change",
    Label(
        "lainanottovaltuuden muuttaminen",
        "ändring av fullmakten att uppta lån",
        "change of the borrowing authority",
    ),
)
LISTENS: Final = (
    Listening(
        id="yearly_authority_confirmed",
        to="borrowing_authority.confirmed",
        causing=Relation(
            "yearly_authority",
            Label("tilikauden lainanottovaltuus", "räkenskapsperiodens fullmakt", "authority of a financial year"),
        ),
        reached=_THIS,
        basis=(COUNTIES("15 § 1 mom."), COUNTIES("15 § 3 mom.")),
    ),
    Listening(
        id="evaluation_started",
        to="evaluation.start_decided",
        causing=Relation(
            "evaluation",
            Label("arviointimenettely", "utvärderingsförfarande", "evaluation procedure"),
        ),
        reached=_THIS,
        basis=(COUNTIES("123 § 1 mom. 4 kohta"),),
    ),
)
