"""What the procedure says of itself: names, roles, subject, sources, and its links to other procedures."""

from __future__ import annotations

from typing import Final

from engine.declaration import Listening, Reach, Reaction, Relation
from engine.law import Label, Status
from procedures.national_objectives.facts_confirming import CONFIRMED, ENTERED_INTO_FORCE
from procedures.national_objectives.tasks import CONSIDER_REPORT, RECORD_REPLACEMENT, RECORD_SUCCESSOR, STEERED
from procedures.roles import ADVISORY_BOARD, GOVERNMENT, HUS, SM, STM, VM
from procedures.statutes import COUNTIES, RESCUE, SERVICES, STEERING_2024, UUSIMAA

PROCEDURE: Final = "national_objectives"
LABEL: Final = Label(
    "hyvinvointialueiden tehtäviä koskevat valtakunnalliset tavoitteet",
    "riksomfattande mål för välfärdsområdenas uppgifter",
    "national objectives for the duties of the wellbeing services counties",
)
DESCRIPTION: Final = Label(
    "Valtioneuvosto vahvistaa vähintään joka neljäs vuosi strategiset tavoitteet sosiaali- ja terveydenhuollolle ja "
    "pelastustoimelle; niitä seurataan vuosittain ja muutetaan tarvittaessa. Ennen 1.8.2024 tavoitteet vahvistettiin "
    "erikseen (612/2021 22 §, 613/2021 8 §); ne olivat voimassa, kunnes yhteiset tavoitteet asetettiin.",
    "Statsrådet fastställer minst vart fjärde år strategiska mål för social- och hälsovården och räddningsväsendet; "
    "målen följs upp årligen och ändras vid behov. Före 1.8.2024 fastställdes målen separat (612/2021 22 §, 613/2021 "
    "8 §); de gällde tills de gemensamma målen hade fastställts.",
    "The Government confirms strategic objectives for health, social and rescue services at least every fourth year; "
    "they are followed up yearly and amended when needed. Before 1 August 2024 they were confirmed separately "
    "(612/2021 22 §, 613/2021 8 §); those stayed in force until the common ones were set.",
)
ROLES: Final = (VM, STM, SM, GOVERNMENT, ADVISORY_BOARD, STEERED, HUS)
SUBJECT_KINDS: Final = ("state",)

BASIS: Final = (
    COUNTIES("12 a §"),
    COUNTIES("13 § 2 mom. 3 kohta"),
    STEERING_2024("12 a §"),
    SERVICES("22 §"),
    RESCUE("8 §"),
    UUSIMAA(
        "17 § 2 mom.",
        note=Label("Helsinkiin sovelletaan 12 a §:ää", "12 a § tillämpas på Helsingfors", "12 a § applies to Helsinki"),
    ),
)
SOURCES: Final = (
    "https://www.finlex.fi/fi/laki/alkup/2024/20240468",
    "https://www.finlex.fi/fi/laki/alkup/2024/20240469",
    "https://www.finlex.fi/fi/laki/alkup/2024/20240470",
    "https://www.finlex.fi/fi/laki/alkup/2024/20240471",
    "https://www.finlex.fi/fi/laki/alkup/2025/20250025",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210612",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210613",
    "https://www.finlex.fi/fi/laki/alkup/2021/20210615",
)

_LATER: Final = Relation("later_objectives", Label("myöhemmät tavoitteet", "senare mål", "later national objectives"))
_EARLIER: Final = Relation(
    "earlier_objectives", Label("aiemmat tavoitteet", "tidigare mål", "earlier national objectives")
)
REACTIONS: Final = tuple(
    Reaction(
        id=reaction_id,
        on=on,
        procedure=PROCEDURE,
        causing=_LATER,
        reached=_EARLIER,
        basis=(COUNTIES("12 a § 1 mom.", Status.PRACTICE),),
        open_only=True,
        task=task,
    )
    for reaction_id, on, task in (
        ("successor_of_earlier", CONFIRMED, RECORD_SUCCESSOR),
        ("replacement_of_earlier", ENTERED_INTO_FORCE, RECORD_REPLACEMENT),
    )
)
"""New objectives end earlier ones; that is recorded in the earlier case by a person."""

_INFORMED: Final = Relation(
    "informed_objectives",
    Label(
        "valtakunnalliset tavoitteet, joissa selvitys otetaan huomioon",
        "de riksomfattande mål i vilka redogörelsen beaktas",
        "national objectives that take the report into account",
    ),
)
_REPORT: Final = Relation(
    "report_considered",
    Label(
        "tavoitteissa huomioon otettava selvitys",
        "redogörelse som beaktas i målen",
        "report that the objectives take into account",
    ),
)
LISTENS: Final = tuple(
    Listening(
        id=listening_id,
        to=event_type,
        causing=_REPORT,
        reached=_INFORMED,
        basis=(COUNTIES("12 a § 1 mom."), section),
        task=CONSIDER_REPORT,
        reach=Reach.ALL,
    )
    for listening_id, event_type, section in (
        ("heard_services_report", "service_information.national_report_published", SERVICES("31 §")),
        ("heard_rescue_report", "rescue_information.national_report_given", RESCUE("15 §")),
    )
)
"""The yearly reports of the two ministries, which the objectives and their follow-up rest on."""
