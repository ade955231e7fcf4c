"""The Government's power to decide on an agreement, as in force since 1 January 2023.

612/2021 38–39 § came into force on 1 March 2022 and 615/2021 on 1 January 2023 (616/2021 1 §); none of the sections has
been amended. No case can be older than the counties' responsibility for the services, so one version holds them all.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from procedures.agreement_decision import questions, states
from procedures.agreement_decision.connections import LISTENS, REACTIONS
from procedures.agreement_decision.guards_preparing import HUS_PARTIES
from procedures.agreement_decision.moves_decision import APPEALING, DECIDING, REPLACING
from procedures.agreement_decision.moves_preparing import PREPARING
from procedures.declaring import guards_of, numbers_of
from procedures.directory import directory
from procedures.roles import GOVERNMENT, MINISTERIAL_GROUP, PARTY_OF_CASE, STM, SUPREME_ADMINISTRATIVE_COURT
from procedures.statutes import COURT_PROCEDURE, IMPLEMENTATION, SERVICES, UUSIMAA

_TRANSITIONS: Final = (*PREPARING, *DECIDING, *APPEALING, *REPLACING)


def _parties(subject: str) -> tuple[str, ...]:
    return HUS_PARTIES if subject == "HUS" else directory().parties(subject)


DECLARATION: Final = Procedure(
    id="agreement_decision",
    label=Label(
        "valtioneuvoston päätös hyvinvointialueiden sopimuksesta",
        "statsrådets beslut om avtal mellan välfärdsområden",
        "Government decision on an agreement of the counties",
    ),
    description=Label(
        "Valtioneuvosto voi päättää yhteistyösopimuksesta, kaksikielisten hyvinvointialueiden yhteistyösopimuksesta "
        "tai HUS-järjestämissopimuksesta, jos osapuolet eivät pääse sopimukseen tai sopimus ei turvaa sitä, mitä sen "
        "on turvattava.",
        "Statsrådet får besluta om ett samarbetsavtal, samarbetsavtalet mellan de tvåspråkiga välfärdsområdena eller "
        "organiseringsavtalet för HUS, om parterna inte når enighet eller avtalet inte tryggar det som det ska trygga.",
        "The Government may decide on a cooperation agreement, the bilingual counties' agreement or the HUS organising "
        "agreement where the parties come to none, or theirs does not secure what it must.",
    ),
    in_force_from=date(2023, 1, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("collaborative_area", "county_group", "joint_authority"),
    roles=(STM, GOVERNMENT, MINISTERIAL_GROUP, PARTY_OF_CASE, SUPREME_ADMINISTRATIVE_COURT),
    states=states.STATES,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(__package__, "appeal_days", "matters_of_cooperation_agreement", "matters_of_hus_agreement"),
    basis=(
        SERVICES("38 §"),
        SERVICES("39 § 6 mom."),
        SERVICES("60 § 2–3 mom."),
        UUSIMAA("12 §"),
        UUSIMAA("27 § 4 mom."),
        COURT_PROCEDURE("8 § 1 mom."),
        IMPLEMENTATION(
            "1 §",
            note=Label(
                "612/2021 38–39 ja 60 § tulivat voimaan 1.3.2022 ja 615/2021 1.1.2023; aiempia asioita ei tässä ole",
                "612/2021 38–39 och 60 § trädde i kraft 1.3.2022 och 615/2021 1.1.2023; äldre ärenden finns inte här",
                "612/2021 38–39 and 60 § entered into force on 1 March 2022, 615/2021 on 1 January 2023; no older case "
                "is here",
            ),
        ),
    ),
    reactions=REACTIONS,
    open_questions=questions.QUESTIONS,
    one_open_case=False,
    listens=LISTENS,
    partners=_parties,
    sources=(
        "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
        "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
        "https://www.finlex.fi/fi/laki/alkup/2019/20190808",
        "https://www.finlex.fi/fi/laki/alkup/2003/20030434",
    ),
)
