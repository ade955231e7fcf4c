"""What the agreement of the bilingual counties says of itself: names, roles, the sections of its steps, sources."""

from __future__ import annotations

from typing import Final

from engine.declaration import PARTY, SUBJECT, Role, TaskRule
from engine.law import Label, Status
from procedures.bilingual_agreement.language_boards import PARTY_APPROVED, opinion_task
from procedures.collaborative_agreement.agreement_law import AgreementLaw
from procedures.collaborative_agreement.stages import stages_of
from procedures.directory import directory
from procedures.roles import (
    ADMINISTRATIVE_COURT,
    GOVERNMENT,
    PARTY_COUNCIL,
    PARTY_OF_CASE,
    STM,
    SUPREME_ADMINISTRATIVE_COURT,
)
from procedures.statutes import COUNTIES, IMPLEMENTATION, SERVICES, UUSIMAA

PROCEDURE: Final = "bilingual_agreement"
LABEL: Final = Label(
    "kaksikielisten hyvinvointialueiden yhteistyösopimus",
    "samarbetsavtal mellan de tvåspråkiga välfärdsområdena",
    "bilingual counties' agreement",
)
DESCRIPTION: Final = Label(
    "Kaksikieliset hyvinvointialueet, Helsinki ja HUS-yhtymä sopivat työnjaosta, joka turvaa ruotsinkielisten "
    "kielelliset oikeudet; Varsinais-Suomi koordinoi, kansalliskielilautakunnat antavat lausuntonsa ja jokainen "
    "valtuusto hyväksyy.",
    "De tvåspråkiga välfärdsområdena, Helsingfors och HUS-sammanslutningen avtalar om en arbetsfördelning som tryggar "
    "de svenskspråkigas språkliga rättigheter; Egentliga Finland samordnar, nationalspråksnämnderna lämnar sina "
    "utlåtanden och varje fullmäktige godkänner.",
    "The bilingual counties, Helsinki and HUS agree on a division of work that secures the language rights of Swedish "
    "speakers; Southwest Finland coordinates, the language boards give opinions, and each council approves.",
)
COORDINATOR: Final = Role(
    "coordinator",
    Label(
        "Varsinais-Suomen hyvinvointialue (koordinointi)",
        "Egentliga Finlands välfärdsområde (samordning)",
        "county of Southwest Finland (coordination)",
    ),
    "05",
)
JOINTLY: Final = Role(
    "parties_jointly",
    Label(
        "kaksikieliset hyvinvointialueet yhdessä",
        "de tvåspråkiga välfärdsområdena gemensamt",
        "bilingual counties jointly",
    ),
    SUBJECT,
    "parties",
)
LANGUAGE_BOARD: Final = Role(
    "language_board",
    Label("osapuolen kansalliskielilautakunta", "partens nationalspråksnämnd", "national language board of a party"),
    PARTY,
    "language_board",
)
ROLES: Final = (
    COORDINATOR,
    JOINTLY,
    LANGUAGE_BOARD,
    PARTY_COUNCIL,
    PARTY_OF_CASE,
    STM,
    GOVERNMENT,
    ADMINISTRATIVE_COURT,
    SUPREME_ADMINISTRATIVE_COURT,
)
BOARDS: Final = (COUNTIES("33 § 2 mom. 4 kohta"), UUSIMAA("19 § 2 mom. 4 kohta"))
_NO_WORD_ON_ENTRY: Final = Label(
    "pykälä ei sano, milloin sopimus tulee voimaan; viimeisen hyväksynnän päivä on tulkinta",
    "paragrafen säger inte när avtalet träder i kraft; dagen för det sista godkännandet är en tolkning",
    "the section does not say when the agreement enters into force; the day of the last approval is a reading",
)
LAW: Final = AgreementLaw(
    drafter=COORDINATOR,
    jointly=JOINTLY,
    followers=(JOINTLY,),
    duty=(SERVICES("39 § 1 mom."),),
    drafting=(SERVICES("39 § 3 mom."),),
    foundations=(SERVICES("39 § 2 mom."),),
    stm_hearing=(SERVICES("39 § 4 mom."),),
    approval=(SERVICES("39 § 4 mom."), SERVICES("39 § 7 mom.")),
    entry=(SERVICES("39 § 4 mom.", Status.UNSETTLED, _NO_WORD_ON_ENTRY),),
    delivery=(SERVICES("39 § 4 mom."),),
    follow_up=(SERVICES("39 § 5 mom."),),
    assessing=(
        SERVICES(
            "39 § 5 mom.",
            Status.PRACTICE,
            Label(
                "arviointi tavoitteiden muuttuessa on säädetty vain 36 §:n sopimukselle (309/2023 1 §)",
                "bedömning då målen ändras är föreskriven endast för avtalet enligt 36 § (309/2023 1 §)",
                "an assessment when objectives change is prescribed for the agreement of 36 § only (309/2023 1 §)",
            ),
        ),
    ),
    amendment=(SERVICES("39 § 5 mom."),),
    government=(SERVICES("39 § 6 mom."),),
    first=(IMPLEMENTATION("56 § 5 mom."),),
    approval_tasks=(opinion_task(LANGUAGE_BOARD, BOARDS),),
    approved=PARTY_APPROVED,
)
STAGES: Final = stages_of(LAW)
RECONCILE: Final = TaskRule(
    "reconcile",
    Label(
        "sovita yhteen yhteistyöalueiden yhteistyösopimusten kanssa",
        "samordna med samarbetsområdenas samarbetsavtal",
        "reconcile with the agreements of the collaborative areas",
    ),
    COORDINATOR,
    (SERVICES("39 § 2 mom."),),
    done_by=("reconciled",),
)


def parties_of(group: str) -> tuple[str, ...]:
    """Gives who makes the agreement: the bilingual counties, Helsinki and HUS (612/2021 39 § 7 mom.)."""
    return directory().parties(group)


BASIS: Final = (
    SERVICES("39 §"),
    COUNTIES("33 § 2 mom. 4 kohta"),
    UUSIMAA("2 § 4 mom."),
    UUSIMAA("19 § 2 mom. 4 kohta"),
    IMPLEMENTATION("56 § 5 mom."),
)
SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210616",
)
