"""What both versions of the procedure say of themselves alike: names, roles, subjects, sources, links."""

from __future__ import annotations

from typing import Final

from engine.declaration import Reaction, Relation
from engine.law import Label, Status
from procedures.evaluation.facts_start import CRITERIA_NOTED, INITIATIVE_MADE
from procedures.roles import (
    ADMINISTRATIVE_COURT,
    COUNCIL,
    COUNTY,
    EVALUATION_GROUP,
    GOVERNMENT,
    SM,
    STM,
    SUPREME_ADMINISTRATIVE_COURT,
    VM,
)
from procedures.statutes import COUNTIES, SERVICES, UUSIMAA

PROCEDURE: Final = "evaluation"
LABEL: Final = Label(
    "hyvinvointialueen arviointimenettely",
    "utvärderingsförfarande i välfärdsområden",
    "evaluation procedure of a wellbeing services county",
)
DESCRIPTION: Final = Label(
    "Valtio ja hyvinvointialue arvioivat yhdessä, miten hyvinvointialue selviää tehtävistään; arviointiryhmä ehdottaa "
    "toimenpiteet, aluevaltuusto päättää niistä ja valtiovarainministeriö ratkaisee jatkon.",
    "Staten och välfärdsområdet utreder tillsammans områdets förutsättningar att klara sina uppgifter; en "
    "utvärderingsgrupp föreslår åtgärder, välfärdsområdesfullmäktige beslutar om dem och finansministeriet om "
    "fortsättningen.",
    "The state and a county evaluate together how the county can cope with its tasks; a group proposes measures, the "
    "council decides on them, and the Ministry of Finance decides what follows.",
)
ROLES: Final = (
    VM,
    STM,
    SM,
    COUNTY,
    COUNCIL,
    EVALUATION_GROUP,
    GOVERNMENT,
    ADMINISTRATIVE_COURT,
    SUPREME_ADMINISTRATIVE_COURT,
)
SUBJECT_KINDS: Final = ("county", "joint_authority")
"""Counties, and HUS by a reading that is not settled. Helsinki (a city) is not among them: 615/2021 17 §."""

BASIS: Final = (
    COUNTIES("122–124 §"),
    SERVICES("27 §"),
    UUSIMAA(
        "2 § 4 mom.",
        Status.UNSETTLED,
        Label(
            "HUS-yhtymä 69 §:n kautta: tulkinta",
            "HUS-sammanslutningen genom 69 §: en tolkning",
            "HUS by way of 69 §: a reading",
        ),
    ),
    UUSIMAA(
        "17 §",
        note=Label(
            "Helsinkiin ei sovelleta 122–124 §:ää",
            "122–124 § tillämpas inte på Helsingfors",
            "122–124 § are not applied to Helsinki",
        ),
    ),
)
SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210614",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210616",
    "https://www.finlex.fi/fi/laki/alkup/2022/20220462",
)
_LATER: Final = Relation(
    "later_evaluation",
    Label(
        "alueen myöhempi arviointimenettely",
        "områdets senare utvärderingsförfarande",
        "a later evaluation of the county",
    ),
)
_EARLIER: Final = Relation(
    "earlier_evaluation",
    Label(
        "alueen aiempi arviointimenettely",
        "områdets tidigare utvärderingsförfarande",
        "an earlier evaluation of the county",
    ),
)
REACTIONS: Final = tuple(
    Reaction(
        id=reaction_id,
        on=fact,
        procedure=PROCEDURE,
        causing=_LATER,
        reached=_EARLIER,
        basis=(COUNTIES("122 §", Status.PRACTICE),),
    )
    for reaction_id, fact in (
        ("earlier_evaluation_of_criteria", CRITERIA_NOTED),
        ("earlier_evaluation_of_initiative", INITIATIVE_MADE),
    )
)
