"""What every version of the procedure says of itself alike: names, roles, subjects, sources, links."""

from __future__ import annotations

from typing import Final

from engine.declaration import Listening, Reaction, Relation
from engine.law import Label, Status
from procedures.additional_funding.facts_preparation import APPLICATION_MADE, INITIATIVE_MADE
from procedures.roles import (
    COUNCIL,
    COUNTY,
    GOVERNMENT,
    PAYMENT_CENTRE,
    PREPARATION_GROUP,
    SM,
    STM,
    SUPREME_ADMINISTRATIVE_COURT,
    VM,
)
from procedures.statutes import COUNTIES, FUNDING, RESCUE, SERVICES

PROCEDURE: Final = "additional_funding"
LABEL: Final = Label(
    "hyvinvointialueen lisärahoitus",
    "tilläggsfinansiering till välfärdsområden",
    "additional funding of a wellbeing services county",
)
DESCRIPTION: Final = Label(
    "Hyvinvointialueella on oikeus lisärahoitukseen, jos rahoituksen taso muutoin vaarantaisi palvelut; "
    "valmisteluryhmä arvioi edellytykset, määrän ja ehdot, valtioneuvosto päättää.",
    "Välfärdsområdet har rätt till tilläggsfinansiering om nivån på finansieringen annars skulle äventyra tjänsterna; "
    "en beredningsgrupp bedömer förutsättningar, belopp och villkor och statsrådet beslutar.",
    "A county has a right to additional funding where the level of funding would otherwise endanger its services; a "
    "group assesses entitlement, amount and conditions, and the Government decides.",
)
ROLES: Final = (
    VM,
    STM,
    SM,
    COUNTY,
    COUNCIL,
    PREPARATION_GROUP,
    GOVERNMENT,
    PAYMENT_CENTRE,
    SUPREME_ADMINISTRATIVE_COURT,
)
SUBJECT_KINDS: Final = ("county", "city")
"""Counties and, by 617/2021 1 § 2 mom., Helsinki. HUS is funded through its members and is not among them."""

BASIS: Final = (
    FUNDING("11 §"),
    FUNDING("26 §"),
    FUNDING("30–31 §"),
    SERVICES("28 §"),
    RESCUE("12 §"),
    FUNDING(
        "1 § 2 mom.",
        note=Label(
            "koskee Helsinkiä; HUS-yhtymän tehtävät katetaan sen jäsenten rahoituksella",
            "gäller Helsingfors; HUS-sammanslutningens uppgifter täcks med medlemmarnas finansiering",
            "covers Helsinki; the tasks of HUS are paid from its members' funding",
        ),
    ),
)
SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2021/20210617",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210613",
    "https://www.finlex.fi/fi/laki/alkup/2022/20220700",
    "https://www.finlex.fi/fi/laki/alkup/2024/20240884",
    "https://www.finlex.fi/fi/laki/alkup/2019/20190808",
)
_LATER: Final = Relation(
    "later_additional_funding",
    Label(
        "alueen myöhempi lisärahoitusasia",
        "områdets senare ärende om tilläggsfinansiering",
        "a later matter of additional funding of the county",
    ),
)
_EARLIER: Final = Relation(
    "earlier_additional_funding",
    Label(
        "alueen aiempi lisärahoitusasia",
        "områdets tidigare ärende om tilläggsfinansiering",
        "an earlier matter of additional funding of the county",
    ),
)
REACTIONS: Final = tuple(
    Reaction(
        id=reaction_id,
        on=fact,
        procedure=PROCEDURE,
        causing=_LATER,
        reached=_EARLIER,
        basis=(FUNDING("26 § 1 mom.", Status.PRACTICE),),
    )
    for reaction_id, fact in (
        ("earlier_funding_of_application", APPLICATION_MADE),
        ("earlier_funding_of_initiative", INITIATIVE_MADE),
    )
)
LISTENS: Final = (
    Listening(
        id="evaluation_started_during_funding",
        to="evaluation.start_decided",
        causing=Relation(
            "evaluation_of_funded_county",
            Label(
                "alueen arviointimenettely on käynnistetty",
                "ett utvärderingsförfarande i området har inletts",
                "an evaluation of the county was started",
            ),
        ),
        reached=Relation(
            "funding_of_evaluated_county",
            Label(
                "alueen lisärahoitusasia on vireillä",
                "områdets ärende om tilläggsfinansiering är anhängigt",
                "a matter of additional funding of the county is open",
            ),
        ),
        basis=(COUNTIES("122 § 1 mom.", Status.PRACTICE),),
    ),
)
