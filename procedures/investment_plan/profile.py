"""What all versions of the procedure say of themselves alike: names, roles, subjects, sources, links."""

from __future__ import annotations

from typing import Final

from engine.declaration import Listening, Reach, Relation
from engine.law import Label, Status
from procedures.roles import ADMINISTRATIVE_COURT, COUNCIL, COUNTY, SM, STM
from procedures.statutes import COUNTIES, RESCUE, SERVICES, UUSIMAA

PROCEDURE: Final = "investment_plan"
LABEL: Final = Label(
    "hyvinvointialueen investointisuunnitelma",
    "välfärdsområdets investeringsplan",
    "investment plan of a wellbeing services county",
)
DESCRIPTION: Final = Label(
    "Hyvinvointialue esittää vuosittain investointisuunnitelman; sosiaali- ja terveysministeriö ja sisäministeriö "
    "päättävät kumpikin osasuunnitelmastaan, ja vain hyväksytyn suunnitelman ensimmäinen tilikausi saadaan toteuttaa.",
    "Välfärdsområdet lägger årligen fram en investeringsplan; social- och hälsovårdsministeriet och inrikesministeriet "
    "beslutar var för sig om sin delplan, och endast den första räkenskapsperioden i en godkänd plan får verkställas.",
    "A county proposes an investment plan yearly; the Ministry of Social Affairs and Health and the Ministry of the "
    "Interior each decide on a partial plan, and only the first financial year of an approved plan may be carried out.",
)
ROLES: Final = (STM, SM, COUNTY, COUNCIL, ADMINISTRATIVE_COURT)
SUBJECT_KINDS: Final = ("county", "joint_authority", "city")
"""Counties, HUS (health part only, as it organises no rescue services) and Helsinki (without the check)."""

BASIS: Final = (
    COUNTIES("16 §"),
    SERVICES("25–26 §"),
    RESCUE("11 §"),
    UUSIMAA("2 § 2 mom."),
    UUSIMAA("2 § 4–5 mom."),
    UUSIMAA("17 § 2 mom."),
)
SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210613",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210616",
    "https://vm.fi/investoinnit",
)
_THIS: Final = Relation(
    "investment_plan",
    Label("hyvinvointialueen investointisuunnitelma", "områdets investeringsplan", "the county's investment plan"),
)
_AUTHORITY: Final = Relation(
    "authority_to_compare",
    Label(
        "lainanottovaltuus, johon suunnitelmaa verrataan",
        "fullmakten som planen jämförs med",
        "the authority with which the plan is compared",
    ),
)
_OBJECTIVES: Final = Relation(
    "objectives_of_plan",
    Label(
        "valtakunnalliset tavoitteet, joihin suunnitelma perustuu",
        "de riksomfattande mål som planen grundar sig på",
        "the national objectives on which the plan rests",
    ),
)
LISTENS: Final = (
    *(
        Listening(
            id=listening_id,
            to=event_type,
            causing=_AUTHORITY,
            reached=_THIS,
            basis=(SERVICES("26 § 1 mom."), COUNTIES("16 § 1 mom.")),
        )
        for listening_id, event_type in (
            ("authority_confirmed", "borrowing_authority.confirmed"),
            ("authority_changed", "borrowing_authority_change.changed"),
        )
    ),
    *(
        Listening(
            id=listening_id,
            to=event_type,
            causing=_OBJECTIVES,
            reached=_THIS,
            basis=(SERVICES("25 § 1 mom."), RESCUE("11 § 1 mom."), COUNTIES("12 a §", Status.STATUTE)),
            reach=Reach.ALL,
        )
        for listening_id, event_type in (
            ("objectives_confirmed", "national_objectives.confirmed"),
            ("objectives_amended", "national_objectives.amended"),
        )
    ),
)
