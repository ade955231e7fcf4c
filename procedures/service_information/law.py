"""What differs between the versions of the law: whose the objectives and recommendations are, and who supervises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from engine.declaration import Role
from engine.law import Basis, Label, Status
from procedures.roles import PARTY_OF_CASE, REGIONAL_AGENCIES, STM, SUPERVISORY_AGENCY, THL, VALVIRA
from procedures.statutes import AGENCIES_DECREE, COUNTIES, SERVICES, SERVICES_2024, SUPERVISION_REFORM


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What 612/2021 29–31 § refer to in one version of the law."""

    objectives: tuple[Basis, ...]
    recommendations: tuple[Basis, ...]
    report: tuple[Basis, ...]
    supervisors: tuple[Role, ...]

    @property
    def roles(self) -> tuple[Role, ...]:
        """Everybody who acts in a round under this version."""
        return (STM, PARTY_OF_CASE, *self.supervisors, THL)


_FORMER_OBJECTIVES: Final[tuple[Basis, ...]] = (SERVICES("22 §"), SERVICES("29 § 2 mom."))
_OBJECTIVES: Final[tuple[Basis, ...]] = (COUNTIES("12 a §"), SERVICES("22 §"), SERVICES("29 § 2 mom."))
_FORMER_RECOMMENDATIONS: Final[tuple[Basis, ...]] = (SERVICES("24 §"), SERVICES("29 § 2 mom."))
_RECOMMENDATIONS: Final[tuple[Basis, ...]] = (
    COUNTIES(
        "13 a § 3 mom.",
        Status.UNSETTLED,
        Label(
            "29 § viittaa yhä kumottuun 24 §:ään; suositukset annetaan 13 a §:n neuvotteluissa",
            "29 § hänvisar fortfarande till den upphävda 24 §; rekommendationerna ges vid förhandlingar enligt 13 a §",
            "29 § still refers to the repealed 24 §; recommendations are given in the negotiations of 13 a §",
        ),
    ),
    SERVICES("29 § 2 mom."),
)
_REPORT: Final[tuple[Basis, ...]] = (SERVICES("31 §"), SERVICES_2024("31 §"))

ACCOUNTS_OF_FORMER: Final[tuple[Basis, ...]] = (SERVICES("30 § 2 mom."),)
ACCOUNTS_OF_AGENCIES: Final[tuple[Basis, ...]] = (SERVICES("30 § 2 mom."), AGENCIES_DECREE("1 §"))
ACCOUNT_OF_SUPERVISOR: Final[tuple[Basis, ...]] = (
    SERVICES("30 § 2 mom."),
    SUPERVISION_REFORM(
        "",
        Status.SECONDARY,
        Label(
            "Valviran ja aluehallintovirastojen tehtävät siirtyivät 1.1.2026; muutettua sanamuotoa ei ole luettu",
            "Valviras och regionförvaltningsverkens uppgifter övergick 1.1.2026; den ändrade paragrafens ordalydelse "
            "har inte lästs",
            "the tasks of Valvira and of the regional agencies passed on 1 January 2026; the amended wording was not "
            "read",
        ),
    ),
)

IN_2023: Final = Law(
    objectives=_FORMER_OBJECTIVES,
    recommendations=_FORMER_RECOMMENDATIONS,
    report=(SERVICES("31 §"),),
    supervisors=(VALVIRA, REGIONAL_AGENCIES),
)
IN_2024: Final = Law(
    objectives=_OBJECTIVES, recommendations=_RECOMMENDATIONS, report=_REPORT, supervisors=IN_2023.supervisors
)
"""Since 1 August 2024 (469/2024): the objectives of 611/2021 12 a §, and no separate negotiations any more."""

IN_2026: Final = Law(
    objectives=_OBJECTIVES,
    recommendations=_RECOMMENDATIONS,
    report=_REPORT,
    supervisors=(SUPERVISORY_AGENCY,),
)
"""Since 1 January 2026: one supervisor for the whole country."""
