"""The roles that several procedures share: whose act something is in law.

An organisation is a code of the directory, or the county that the case is about (`SUBJECT`). A body is named where the
law gives the act to a body and not to the organisation as a whole.
"""

from __future__ import annotations

from typing import Final

from engine.declaration import SUBJECT, Role
from engine.law import Label

VM: Final = Role("vm", Label("valtiovarainministeriö", "finansministeriet", "Ministry of Finance"), "VM")
STM: Final = Role(
    "stm",
    Label(
        "sosiaali- ja terveysministeriö",
        "social- och hälsovårdsministeriet",
        "Ministry of Social Affairs and Health",
    ),
    "STM",
)
SM: Final = Role("sm", Label("sisäministeriö", "inrikesministeriet", "Ministry of the Interior"), "SM")
COUNTY: Final = Role(
    "county",
    Label("hyvinvointialue (aluehallitus)", "välfärdsområde (välfärdsområdesstyrelsen)", "county (executive)"),
    SUBJECT,
    "executive",
)
COUNCIL: Final = Role(
    "council", Label("aluevaltuusto", "välfärdsområdesfullmäktige", "county council"), SUBJECT, "council"
)
EVALUATION_GROUP: Final = Role(
    "evaluation_group", Label("arviointiryhmä", "utvärderingsgrupp", "evaluation group"), "VM", "evaluation_group"
)
"""Appointed at the Ministry of Finance for one procedure; the group is independent of it."""

GOVERNMENT: Final = Role("government", Label("valtioneuvosto", "statsrådet", "Government"), "VN")
ADMINISTRATIVE_COURT: Final = Role(
    "administrative_court", Label("hallinto-oikeus", "förvaltningsdomstolen", "administrative court"), "HAO"
)
SUPREME_ADMINISTRATIVE_COURT: Final = Role(
    "supreme_administrative_court",
    Label("korkein hallinto-oikeus", "högsta förvaltningsdomstolen", "Supreme Administrative Court"),
    "KHO",
)
CLOCK: Final = Role("clock", Label("kello", "klockan", "clock"), "@ministry")
"""A scheduler that records that a date has passed; it never decides (906/2019 28 a–e §)."""
