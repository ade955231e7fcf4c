"""What the agreement of a collaborative area says of itself: names, roles, the sections of its steps, sources."""

from __future__ import annotations

from typing import Final

from engine.declaration import SUBJECT, Role, TaskRule
from engine.law import Label, Status
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
from procedures.statutes import AGREEMENT_DECREE, COLLABORATIVE_AREAS, IMPLEMENTATION, SERVICES, UUSIMAA

PROCEDURE: Final = "collaborative_agreement"
LABEL: Final = Label(
    "yhteistyöalueen yhteistyösopimus",
    "samarbetsområdets samarbetsavtal",
    "cooperation agreement of a collaborative area",
)
DESCRIPTION: Final = Label(
    "Saman yhteistyöalueen hyvinvointialueet sopivat valtuustokausittain työnjaostaan ja yhteistyöstään; korkeakouluja "
    "ja sosiaali- ja terveysministeriötä kuullaan, jokainen valtuusto hyväksyy, ja sopimus tulee voimaan viimeisen "
    "hyväksynnällä.",
    "Välfärdsområdena i samma samarbetsområde avtalar för varje fullmäktigeperiod om arbetsfördelning och samarbete; "
    "högskolorna och social- och hälsovårdsministeriet hörs, varje fullmäktige godkänner, och avtalet träder i kraft "
    "när det sista har godkänt det.",
    "The counties of a collaborative area agree once in a council term on their division of work; universities and the "
    "ministry are heard, each council approves, and the agreement is in force once the last one has.",
)
HOST: Final = Role(
    "host",
    Label(
        "sopimuksen hallintotehtäviä hoitava hyvinvointialue tai HUS-yhtymä",
        "välfärdsområde som sköter de administrativa uppgifterna, eller HUS-sammanslutningen",
        "county with the administrative tasks, or HUS",
    ),
    SUBJECT,
    "host",
)
"""The member of the area that runs the university hospital; the opening of the case says which it is."""

JOINTLY: Final = Role(
    "parties_jointly",
    Label(
        "yhteistyöalueen hyvinvointialueet yhdessä",
        "samarbetsområdets välfärdsområden gemensamt",
        "counties of the collaborative area jointly",
    ),
    SUBJECT,
    "parties",
)
ROLES: Final = (
    HOST,
    JOINTLY,
    PARTY_COUNCIL,
    PARTY_OF_CASE,
    STM,
    GOVERNMENT,
    ADMINISTRATIVE_COURT,
    SUPREME_ADMINISTRATIVE_COURT,
)
LAW: Final = AgreementLaw(
    drafter=HOST,
    jointly=JOINTLY,
    followers=(STM, JOINTLY),
    duty=(SERVICES("35 § 2 mom."), SERVICES("36 § 1 mom.")),
    drafting=(SERVICES("35 § 3 mom."), AGREEMENT_DECREE("1 § 1 mom.")),
    foundations=(SERVICES("36 §"), SERVICES("37 § 1 mom."), AGREEMENT_DECREE("2–5 §")),
    stm_hearing=(SERVICES("37 § 3 mom."),),
    approval=(SERVICES("37 § 3 mom."), SERVICES("37 § 6 mom.")),
    entry=(SERVICES("37 § 3 mom."),),
    delivery=(SERVICES("37 § 3 mom."), AGREEMENT_DECREE("1 § 3 mom.")),
    follow_up=(SERVICES("37 § 4 mom."),),
    assessing=(AGREEMENT_DECREE("1 § 2 mom."),),
    amendment=(SERVICES("37 § 4 mom."),),
    government=(SERVICES("38 §"),),
    first=(IMPLEMENTATION("1 § 3 mom."),),
    universities=(SERVICES("37 § 2 mom."),),
    universities_label=Label("korkeakoulujen kuuleminen", "hörande av högskolorna", "hearing of the universities"),
)
STAGES: Final = stages_of(LAW)

HEAR_UNIVERSITIES: Final = TaskRule(
    "hear_universities",
    Label(
        "kuule sosiaali- ja terveysalan korkeakouluja koulutuksesta ja tutkimuksesta",
        "hör högskolorna inom social- och hälsoområdet om utbildning och forskning",
        "hear the universities of the field on education and research",
    ),
    HOST,
    (SERVICES("37 § 2 mom."),),
    done_by=("universities_heard",),
)
PREPARE_READINESS: Final = TaskRule(
    "prepare_readiness",
    Label(
        "valmistele valmius ja varautuminen yhdessä sosiaali- ja terveysministeriön kanssa",
        "bered beredskapen och förberedelserna tillsammans med social- och hälsovårdsministeriet",
        "prepare readiness and preparedness together with the ministry",
    ),
    HOST,
    (SERVICES("37 § 2 mom."), AGREEMENT_DECREE("5 § 4 mom.")),
    done_by=("readiness_prepared",),
)
RECONCILE: Final = TaskRule(
    "reconcile",
    Label(
        "sovita yhteen kaksikielisten hyvinvointialueiden yhteistyösopimuksen kanssa",
        "samordna med samarbetsavtalet mellan de tvåspråkiga välfärdsområdena",
        "reconcile with the agreement of the bilingual counties",
    ),
    HOST,
    (SERVICES("36 § 4 mom."),),
    done_by=("reconciled",),
)
BASIS: Final = (
    SERVICES("35–38 §"),
    AGREEMENT_DECREE("1–6 §"),
    COLLABORATIVE_AREAS("1 §"),
    IMPLEMENTATION("1 § 3 mom."),
    UUSIMAA(
        "2 §",
        Status.STATUTE,
        Label(
            "Helsinkiin ja HUS-yhtymään sovelletaan samoja säännöksiä",
            "på Helsingfors och HUS-sammanslutningen tillämpas samma bestämmelser",
            "the same provisions apply to Helsinki and to HUS",
        ),
    ),
)


def parties_of(area: str) -> tuple[str, ...]:
    """Gives who makes the agreement: the members of the area, in the South Helsinki and HUS among them.

    A county's provisions apply to HUS as far as it organises health care, and to Helsinki (612/2021 37 § 6 mom.).
    """
    return directory().parties(area)


SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
    "https://www.finlex.fi/fi/laki/alkup/2022/20220091",
    "https://www.finlex.fi/fi/laki/alkup/2022/20220351",
    "https://www.finlex.fi/fi/laki/alkup/2023/20230309",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210616",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
)
