"""What both versions of the procedure say of themselves alike: names, roles, subjects, sources, links."""

from __future__ import annotations

from typing import Final

from engine.declaration import Listening, Reaction, Relation
from engine.law import Label
from procedures.borrowing_authority.facts import AUTHORITY_CALCULATED
from procedures.borrowing_authority.moves import RECORD_CHANGE
from procedures.roles import COUNTY, GOVERNMENT, STATE_TREASURY, SUPREME_ADMINISTRATIVE_COURT, VM
from procedures.statutes import COUNTIES, UUSIMAA

PROCEDURE: Final = "borrowing_authority"
LABEL: Final = Label(
    "hyvinvointialueen lainanottovaltuus",
    "välfärdsområdets fullmakt att uppta lån",
    "borrowing authority of a wellbeing services county",
)
DESCRIPTION: Final = Label(
    "Valtioneuvosto päättää vuosittain, kuinka paljon pitkäaikaista lainaa hyvinvointialue saa tilikaudella ottaa "
    "investointisuunnitelmansa mukaisiin investointeihin; laskelma perustuu lainanhoitokatteeseen.",
    "Statsrådet fastställer årligen hur mycket långfristigt lån ett välfärdsområde får uppta under räkenskapsperioden "
    "för investeringar enligt investeringsplanen; beräkningen grundar sig på låneskötselbidraget.",
    "The Government decides yearly how much long-term loan a county may take in a financial year for the investments "
    "of its plan; the calculation rests on the loan-service ratio.",
)
ROLES: Final = (VM, GOVERNMENT, COUNTY, STATE_TREASURY, SUPREME_ADMINISTRATIVE_COURT)
SUBJECT_KINDS: Final = ("county", "joint_authority", "state")
"""Counties and HUS, one case for each financial year; the whole state for the joint decision. Not Helsinki."""

BASIS: Final = (
    COUNTIES("15 § 1–2 mom."),
    COUNTIES("17–18 §"),
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
    "https://www.finlex.fi/fi/laki/alkup/2021/20210616",
    "https://vm.fi/investoinnit",
    "https://vm.fi/-/valtioneuvosto-paatti-hyvinvointialueiden-lainanottovaltuuksista-vuodelle-2023",
    "https://valtioneuvosto.fi/-/10623/yhdelle-hyvinvointialueelle-mahdollisuus-ottaa-uutta-lainaa",
)
_LATER: Final = Relation(
    "later_authority",
    Label(
        "alueen toisen tilikauden lainanottovaltuus",
        "områdets fullmakt för en annan räkenskapsperiod",
        "the county's authority of another financial year",
    ),
)
_EARLIER: Final = Relation(
    "earlier_authority",
    Label(
        "alueen aiempi lainanottovaltuus",
        "områdets tidigare fullmakt",
        "an earlier authority of the county",
    ),
)
REACTIONS: Final = (
    Reaction(
        id="earlier_authorities",
        on=AUTHORITY_CALCULATED,
        procedure=PROCEDURE,
        causing=_LATER,
        reached=_EARLIER,
        basis=(COUNTIES("15 § 1 mom."),),
    ),
)
LISTENS: Final = (
    Listening(
        id="authority_changed",
        to="borrowing_authority_change.changed",
        causing=Relation(
            "authority_change",
            Label(
                "lainanottovaltuuden muuttaminen",
                "ändring av fullmakten att uppta lån",
                "change of the borrowing authority",
            ),
        ),
        reached=Relation(
            "yearly_authority",
            Label("tilikauden lainanottovaltuus", "räkenskapsperiodens fullmakt", "authority of a financial year"),
        ),
        basis=(COUNTIES("15 § 3 mom."),),
        task=RECORD_CHANGE,
    ),
)
