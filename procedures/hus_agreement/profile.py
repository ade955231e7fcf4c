"""What both versions of the HUS organising agreement say of themselves alike: names, roles, sections, sources."""

from __future__ import annotations

from typing import Final

from engine.declaration import SUBJECT, Role, TaskRule
from engine.law import Basis, Label, Status
from procedures.bilingual_agreement.language_boards import PARTY_APPROVED, opinion_task
from procedures.collaborative_agreement.agreement_law import AgreementLaw
from procedures.roles import (
    ADMINISTRATIVE_COURT,
    GOVERNMENT,
    PARTY_COUNCIL,
    PARTY_OF_CASE,
    STM,
    SUPREME_ADMINISTRATIVE_COURT,
)
from procedures.statutes import IMPLEMENTATION, UUSIMAA

PROCEDURE: Final = "hus_agreement"
PARTIES: Final = ("01", "02", "03", "04", "90", "HUS")
"""The four counties of Uusimaa, Helsinki and HUS itself (615/2021 2 § 1 mom. and 9 § 1 mom.)."""

LABEL: Final = Label("HUS-järjestämissopimus", "organiseringsavtal för HUS", "HUS organising agreement")
DESCRIPTION: Final = Label(
    "Uudenmaan hyvinvointialueet, Helsingin kaupunki ja HUS-yhtymä sopivat keskinäisestä työnjaostaan terveydenhuollon "
    "järjestämisessä; Helsingin yliopistoa ja sosiaali- ja terveysministeriötä kuullaan, ja sopimus tarkistetaan "
    "vähintään kerran valtuustokaudessa.",
    "Välfärdsområdena i Nyland, Helsingfors stad och HUS-sammanslutningen avtalar om sin inbördes arbetsfördelning i "
    "ordnandet av hälso- och sjukvård; Helsingfors universitet och social- och hälsovårdsministeriet hörs, och avtalet "
    "ses över åtminstone en gång under fullmäktiges mandattid.",
    "The counties of Uusimaa, Helsinki and HUS agree on their division of work in organising health care; the "
    "University of Helsinki and the ministry are heard, and the agreement is reviewed once in a council term at least.",
)
JOINTLY: Final = Role(
    "parties_jointly",
    Label("sopimuksen osapuolet yhdessä", "avtalets parter gemensamt", "parties of the agreement jointly"),
    SUBJECT,
    "parties",
)
"""The law names nobody for the administrative tasks of this agreement."""

BOARD_OF_HELSINKI: Final = Role(
    "language_board",
    Label(
        "Helsingin kaupungin kansalliskielilautakunta",
        "Helsingfors stads nationalspråksnämnd",
        "national language board of Helsinki",
    ),
    "90",
    "language_board",
)
OTHERS_THAN_HELSINKI: Final = frozenset(PARTIES) - {"90"}
"""The parties whose boards have no task in this agreement: 611/2021 33 § speaks of that of 612/2021 39 § only."""

ROLES: Final = (
    JOINTLY,
    BOARD_OF_HELSINKI,
    PARTY_COUNCIL,
    PARTY_OF_CASE,
    STM,
    GOVERNMENT,
    ADMINISTRATIVE_COURT,
    SUPREME_ADMINISTRATIVE_COURT,
)
BOARD: Final = (UUSIMAA("19 § 2 mom. 4 kohta"),)


def law(ministries: tuple[Role, ...], *negotiation: Basis) -> AgreementLaw:
    """Gives the sections of the agreement; with which ministries it is followed up, and where, has changed."""
    return AgreementLaw(
        drafter=JOINTLY,
        jointly=JOINTLY,
        followers=(JOINTLY, *ministries),
        duty=(UUSIMAA("9 § 1 mom."),),
        drafting=(UUSIMAA("10 § 1 mom."),),
        foundations=(UUSIMAA("9 §"), UUSIMAA("10 § 1 mom.")),
        stm_hearing=(UUSIMAA("10 § 3 mom."),),
        approval=(UUSIMAA("10 § 3 mom."),),
        entry=(UUSIMAA("11 § 3 mom."),),
        delivery=(UUSIMAA("10 § 3 mom."),),
        follow_up=(UUSIMAA("11 § 2 mom."), *negotiation),
        assessing=(
            UUSIMAA(
                "10 § 1 mom.",
                Status.PRACTICE,
                Label(
                    "tavoitteet on otettava huomioon laadittaessa; arviointi niiden muuttuessa on käytäntöä",
                    "målen ska beaktas vid upprättandet; bedömningen då de ändras är praxis",
                    "the objectives count when it is drafted; assessing it when they change is practice",
                ),
            ),
        ),
        amendment=(UUSIMAA("11 § 2 mom."),),
        government=(UUSIMAA("12 §"),),
        first=(IMPLEMENTATION("48 § 2 mom."),),
        approval_tasks=(opinion_task(BOARD_OF_HELSINKI, BOARD),),
        approved=PARTY_APPROVED,
        universities=(UUSIMAA("10 § 2 mom."),),
        universities_label=Label(
            "Helsingin yliopiston kuuleminen", "hörande av Helsingfors universitet", "hearing of the university"
        ),
    )


HEAR_UNIVERSITY: Final = TaskRule(
    "hear_university",
    Label(
        "kuule Helsingin yliopistoa koulutuksesta ja tutkimuksesta",
        "hör Helsingfors universitet om utbildning och forskning",
        "hear the University of Helsinki on education and research",
    ),
    JOINTLY,
    (UUSIMAA("10 § 2 mom."),),
    done_by=("universities_heard",),
)
RECONCILE: Final = TaskRule(
    "reconcile",
    Label(
        "ota huomioon, mitä yhteistyöalueen yhteistyösopimuksessa on sovittu",
        "beakta vad som avtalats i samarbetsområdets samarbetsavtal",
        "take into account what is agreed in the cooperation agreement of the collaborative area",
    ),
    JOINTLY,
    (UUSIMAA("9 § 1 mom."),),
    done_by=("reconciled",),
)


def parties_of(_subject: str) -> tuple[str, ...]:
    """Gives who makes the agreement, whatever the case is said to be about."""
    return PARTIES


BASIS: Final = (UUSIMAA("9–12 §"), *BOARD, UUSIMAA("27 §"), IMPLEMENTATION("48 § 2 mom."))
SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210616",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
)
