"""What differs between the versions of the law: the objectives that the report serves, and who supervises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from engine.declaration import Role
from engine.law import Basis, Label, Status
from procedures.roles import REGIONAL_AGENCIES, SUPERVISORY_AGENCY
from procedures.statutes import COUNTIES, RESCUE, RESCUE_2024, RESCUE_DECREE, SUPERVISION_REFORM

_SUCCESSOR: Final = SUPERVISION_REFORM(
    "",
    Status.SECONDARY,
    Label(
        "aluehallintovirastojen tehtävät siirtyivät 1.1.2026; muutettua sanamuotoa ei ole luettu",
        "regionförvaltningsverkens uppgifter övergick 1.1.2026; den ändrade ordalydelsen har inte lästs",
        "the tasks of the regional agencies passed on 1 January 2026; the amended wording was not read",
    ),
)
_UNREAD: Final = Label(
    "asetusta on luettu sellaisena kuin se oli ennen 1.1.2026; muutosta ei ole varmistettu",
    "förordningen har lästs sådan den var före 1.1.2026; en ändring är inte bekräftad",
    "the decree was read as it stood before 1 January 2026; whether it was amended is not confirmed",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What 613/2021 13–15 § refer to in one version of the law, and who the supervisor is."""

    supervisor: Role
    report: tuple[Basis, ...]
    objectives: Basis
    recommendations: tuple[Basis, ...]
    successor: tuple[Basis, ...] = ()

    def act(self, section: str) -> tuple[Basis, ...]:
        """Gives a section of 613/2021 that names the supervisor, as this version has it."""
        return (RESCUE(section), *self.successor)

    def decree(self, section: str) -> Basis:
        """Gives a section of 1213/2022, not settled once the supervisor that it names has been replaced."""
        return RESCUE_DECREE(section, Status.UNSETTLED, _UNREAD) if self.successor else RESCUE_DECREE(section)


IN_2023: Final = Law(
    supervisor=REGIONAL_AGENCIES,
    report=(RESCUE("15 §"),),
    objectives=RESCUE("8 §"),
    recommendations=(RESCUE("10 §"), RESCUE("13 § 2 mom.")),
)
_RECOMMENDATIONS: Final[tuple[Basis, ...]] = (
    COUNTIES(
        "13 a § 3 mom.",
        Status.UNSETTLED,
        Label(
            "13 § puhuu sisäministeriön suosituksista; ne annetaan nyt yhteisissä 13 a §:n neuvotteluissa",
            "13 § talar om inrikesministeriets rekommendationer; de ges nu vid gemensamma förhandlingar enligt 13 a §",
            "13 § speaks of the ministry's recommendations; they are now given in the joint negotiations of 13 a §",
        ),
    ),
    RESCUE("13 § 2 mom."),
)
IN_2024: Final = Law(
    supervisor=REGIONAL_AGENCIES,
    report=(RESCUE("15 §"), RESCUE_2024("15 §")),
    objectives=COUNTIES("12 a §"),
    recommendations=_RECOMMENDATIONS,
)
"""Since 1 August 2024 (470/2024): the objectives of 611/2021 12 a §, and no separate negotiations any more."""

IN_2026: Final = Law(
    supervisor=SUPERVISORY_AGENCY,
    report=IN_2024.report,
    objectives=IN_2024.objectives,
    recommendations=_RECOMMENDATIONS,
    successor=(_SUCCESSOR,),
)
"""Since 1 January 2026: one supervisor for the whole country."""
