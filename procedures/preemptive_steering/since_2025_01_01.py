"""Pre-emptive financial steering as in force from 1 January 2025: 611/2021 13 b §, added by 1056/2024.

A negotiation between a county and the Ministry of Finance, to keep the county's finances from being endangered. The
ministry starts it at its discretion when any one criterion is met; the other two ministries always take part. What it
brings about is a published document with recommendations that do not bind. It differs from the yearly negotiation of
13 a § and from the evaluation of 122 §, which it neither requires nor bars.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from procedures.declaring import guards_of, numbers_of
from procedures.preemptive_steering import connections, questions, states
from procedures.preemptive_steering.moves import TRANSITIONS
from procedures.roles import COUNTY, COUNTY_ORGAN, SM, STM, VM
from procedures.statutes import AMENDMENT_2024, COUNTIES, UUSIMAA, UUSIMAA_AMENDMENT_2024

DECLARATION: Final = Procedure(
    id="preemptive_steering",
    label=Label(
        "ennakollinen talouden ohjauksen menettely",
        "förebyggande förfarande för ekonomisk styrning",
        "pre-emptive financial steering",
    ),
    description=Label(
        "Valtiovarainministeriö ja hyvinvointialue neuvottelevat muiden ohjaavien ministeriöiden kanssa, jotta alueen "
        "talous ei vaarantuisi; tuloksena on julkaistava asiakirja toimenpidesuosituksineen.",
        "Finansministeriet och välfärdsområdet förhandlar tillsammans med de andra styrande ministerierna för att "
        "områdets ekonomi inte ska äventyras; resultatet är ett offentligt dokument med åtgärdsrekommendationer.",
        "The Ministry of Finance and a county negotiate, with the other steering ministries, so that the county's "
        "finances are not endangered; the result is a published document with measure recommendations.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("county", "joint_authority", "city"),
    roles=(VM, STM, SM, COUNTY, COUNTY_ORGAN),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=numbers_of(__package__, "margin_ratio", "loan_service_ratio"),
    basis=(
        COUNTIES("13 b §"),
        AMENDMENT_2024("13 b §"),
        UUSIMAA(
            "2 § 4 mom.",
            note=Label(
                "HUS-yhtymään sovelletaan 13 b §:ää",
                "13 b § tillämpas på HUS-sammanslutningen",
                "13 b § applies to HUS",
            ),
        ),
        UUSIMAA(
            "17 § 2 mom.",
            note=Label(
                "Helsinkiin sovelletaan 13 b §:ää",
                "13 b § tillämpas på Helsingfors",
                "13 b § applies to Helsinki",
            ),
        ),
        UUSIMAA_AMENDMENT_2024("2 § 4 mom., 17 § 2 mom."),
    ),
    reactions=connections.REACTIONS,
    listens=connections.LISTENS,
    open_questions=questions.QUESTIONS,
    sources=(
        "https://www.finlex.fi/fi/laki/alkup/2024/20241056",
        "https://www.finlex.fi/fi/laki/alkup/2024/20241057",
        "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
        "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
        "https://finlex.fi/fi/hallituksen-esitykset/2024/78",
        "https://parliament.fi/FI/vaski/Mietinto/Sivut/HaVM_26+2024.aspx",
    ),
)
