"""What both versions of the procedure say of themselves alike: names, roles, subjects, sources."""

from __future__ import annotations

from typing import Final

from engine.law import Label
from procedures.roles import (
    COUNTY_ORGAN,
    DIVISION_INVESTIGATOR,
    EVALUATION_GROUP,
    GOVERNMENT,
    PARTY_COUNTY_COUNCIL,
    PARTY_OF_CASE,
    SUPREME_ADMINISTRATIVE_COURT,
    VM,
)

PROCEDURE: Final = "division_inquiry"
LABEL: Final = Label(
    "aluejakoselvitys ja hyvinvointialueen muuttaminen",
    "utredning om områdesindelningen och ändring av välfärdsområden",
    "division inquiry and change of the counties",
)
DESCRIPTION: Final = Label(
    "Valtiovarainministeriö voi määrätä selvitettäväksi hyvinvointialueiden yhdistymisen tai kunnan siirtämisen; "
    "valtuustot antavat selvittäjän ehdotuksesta lausuntonsa, ja valtioneuvosto päättää.",
    "Finansministeriet kan låta utreda en sammanslagning av välfärdsområden eller överföring av en kommun; fullmäktige "
    "ger utlåtanden om utredarens förslag, och statsrådet beslutar.",
    "The Ministry of Finance may have a merger of counties or the transfer of a municipality inquired into; the "
    "councils give their opinions on the investigator's proposal, and the Government decides.",
)
ROLES: Final = (
    VM,
    COUNTY_ORGAN,
    PARTY_OF_CASE,
    PARTY_COUNTY_COUNCIL,
    EVALUATION_GROUP,
    DIVISION_INVESTIGATOR,
    GOVERNMENT,
    SUPREME_ADMINISTRATIVE_COURT,
)
SUBJECT_KINDS: Final = ("county",)
"""The county from which the inquiry starts; the other counties that the change concerns are parties of the case."""

SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2021/20210614",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
)
