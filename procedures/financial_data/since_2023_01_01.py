"""The yearly data as in force from 1 January 2023: decree 462/2022 and 611/2021 115, 117 and 120 §.

One case is one financial year of one county, of Helsinki's separated tasks, or of HUS, from the budget to the accounts.
The wording of 117 § changed on 1 January 2025 (1056/2024) without a change of days; what the ministry finds in the
budget and in development serves 13 b §, which is in force since that day.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure, Reaction, Relation
from engine.law import Basis, Label, Status
from procedures.declaring import guards_of, numbers_of
from procedures.financial_data import items, questions, states
from procedures.financial_data.facts_year import YEAR_OPENED
from procedures.financial_data.moves import TRANSITIONS
from procedures.roles import AUDITOR, COUNCIL, COUNTY, SM, STATE_TREASURY, STM, VM
from procedures.statutes import AMENDMENT_2024, COUNTIES, FINANCE_DATA, UUSIMAA

_LATER: Final = Relation(
    "later_year", Label("myöhempi tilikausi", "en senare räkenskapsperiod", "a later financial year")
)
_EARLIER: Final = Relation(
    "earlier_year", Label("aiempi tilikausi", "en tidigare räkenskapsperiod", "an earlier financial year")
)
_BASIS: Final[tuple[Basis, ...]] = (
    COUNTIES("115 §"),
    COUNTIES("117 §"),
    COUNTIES("120 §"),
    FINANCE_DATA("1–3 §"),
    AMENDMENT_2024("117 § 1 mom."),
    COUNTIES(
        "69 §",
        Status.UNSETTLED,
        Label(
            "HUS-yhtymään 13 luvun kautta: tulkinta",
            "HUS-sammanslutningen genom 13 kap.: en tolkning",
            "HUS by way of chapter 13: a reading",
        ),
    ),
    UUSIMAA(
        "17 § 2 mom.",
        note=Label("Helsinkiin sovelletaan 120 §:ää", "120 § tillämpas på Helsingfors", "120 § applies to Helsinki"),
    ),
)

DECLARATION: Final = Procedure(
    id="financial_data",
    label=Label(
        "hyvinvointialueen taloutta koskevien tietojen toimittaminen",
        "lämnande av uppgifter om välfärdsområdets ekonomi",
        "delivery of data on a county's finances",
    ),
    description=Label(
        "Yhden tilikauden tiedot talousarviosta tilinpäätökseen: mitä Valtiokonttorille on toimitettu, mitä puuttuu ja "
        "mihin mennessä; samasta aineistosta luetaan tunnusluvut.",
        "Uppgifterna om en räkenskapsperiod från budget till bokslut: vad som har lämnats till Statskontoret, vad som "
        "saknas och till när; ur samma material läses nyckeltalen.",
        "The data on one financial year from its budget to its accounts: what was delivered to the State Treasury, "
        "what is missing, and by when; the key figures are read from the same record.",
    ),
    in_force_from=date(2023, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("county", "city", "joint_authority"),
    roles=(VM, COUNTY, COUNCIL, AUDITOR, STATE_TREASURY, STM, SM),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=numbers_of(__package__, *dict.fromkeys(item.parameter for item in items.ALL)),
    basis=_BASIS,
    reactions=(
        Reaction(
            id="earlier_year",
            on=YEAR_OPENED,
            procedure="financial_data",
            causing=_LATER,
            reached=_EARLIER,
            basis=(COUNTIES("120 §", Status.PRACTICE),),
        ),
    ),
    open_questions=questions.QUESTIONS,
    one_open_case=False,
    one_case_per="year",
    sources=(
        "https://www.finlex.fi/fi/laki/alkup/2022/20220462",
        "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
        "https://www.finlex.fi/fi/laki/alkup/2024/20241056",
        "https://www.finlex.fi/fi/laki/alkup/2015/20150410",
        "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
    ),
)
