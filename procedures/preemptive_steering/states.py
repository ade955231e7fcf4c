"""Where the procedure can stand, and whose turn it is there.

The section itself speaks of starting, of the document's publication and of follow-up; the other names are this model's.
"""

from __future__ import annotations

from typing import Final

from engine.declaration import Role, State, TaskRule
from engine.law import Label, Status
from procedures.roles import COUNTY, SM, STM, VM
from procedures.statutes import COUNTIES

CRITERION_NOTED: Final = State(
    "criterion_noted",
    Label("edellytys todettu", "förutsättning konstaterad", "criterion noted"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "decide_on_start",
            Label(
                "harkitse menettelyn käynnistämistä",
                "överväg om förfarandet ska inledas",
                "consider whether to start the procedure",
            ),
            VM,
            (COUNTIES("13 b § 1 mom."),),
        ),
    ),
)


def _take_part(role: Role) -> TaskRule:
    return TaskRule(
        f"take_part_{role.id}",
        Label("osallistu neuvottelumenettelyyn", "delta i förhandlingsförfarandet", "take part in the negotiations"),
        role,
        (COUNTIES("13 b § 2 mom."),),
        done_by=("negotiation_held",),
    )


STARTED: Final = State(
    "started",
    Label("käynnistetty", "inlett", "started"),
    tasks=(
        TaskRule(
            "negotiate",
            Label("neuvottele hyvinvointialueen kanssa", "förhandla med välfärdsområdet", "negotiate with the county"),
            VM,
            (COUNTIES("13 b § 1 mom."),),
        ),
        _take_part(STM),
        _take_part(SM),
        TaskRule(
            "deliver_materials",
            Label("toimita neuvotteluaineistot", "lämna förhandlingsmaterialet", "deliver the negotiation materials"),
            COUNTY,
            (COUNTIES("13 b § 1 mom.", Status.PRACTICE), COUNTIES("120 § 1 mom.")),
            done_by=("materials_delivered",),
        ),
    ),
)
NEGOTIATING: Final = State(
    "negotiating",
    Label("neuvottelu käynnissä", "förhandling pågår", "negotiations under way"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "form_situation_picture",
            Label("muodosta yhteinen tilannekuva", "skapa en gemensam lägesbild", "form the common situation picture"),
            VM,
            (COUNTIES("13 b § 1 mom.", Status.PRACTICE),),
            done_by=("situation_picture_noted",),
        ),
        TaskRule(
            "draw_up_document",
            Label(
                "laadi neuvottelumenettelystä asiakirja",
                "utarbeta ett dokument över förhandlingsförfarandet",
                "draw up the document of the negotiations",
            ),
            VM,
            (COUNTIES("13 b § 3 mom."),),
        ),
    ),
)
DOCUMENT_DRAWN_UP: Final = State(
    "document_drawn_up",
    Label("asiakirja laadittu", "dokumentet utarbetat", "document drawn up"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "publish_document",
            Label(
                "julkaise asiakirja julkisessa tietoverkossa",
                "offentliggör dokumentet i det allmänna datanätet",
                "publish the document in the public network",
            ),
            VM,
            (COUNTIES("13 b § 3 mom."),),
        ),
    ),
)
_REPORT: Final = TaskRule(
    "report_by_timetable",
    Label(
        "raportoi asiakirjan raportointiaikataulun mukaisesti",
        "rapportera enligt dokumentets rapporteringstidtabell",
        "report by the document's timetable",
    ),
    COUNTY,
    (COUNTIES("13 b § 3 mom."),),
    deadline="reporting_day",
)
PUBLISHED: Final = State("published", Label("julkaistu", "offentliggjort", "published"), tasks=(_REPORT,))
FOLLOW_UP: Final = State(
    "follow_up",
    Label("seuranta", "uppföljning", "follow-up"),
    tasks=(
        _REPORT,
        TaskRule(
            "assess_recommendations",
            Label(
                "arvioi toimenpidesuositusten toteutuminen ja päätä menettely",
                "bedöm hur åtgärdsrekommendationerna har följts och avsluta förfarandet",
                "assess how the recommendations are followed, and close the procedure",
            ),
            VM,
            (COUNTIES("13 b § 3 mom.", Status.PRACTICE),),
        ),
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutat", "closed"), final=True, status=Status.PRACTICE)
MOVED: Final = State(
    "moved",
    Label("siirtynyt toiseen menettelyyn", "överfört till ett annat förfarande", "moved to another procedure"),
    final=True,
    status=Status.PRACTICE,
)
NOT_STARTED: Final = State(
    "not_started",
    Label("jätetty käynnistämättä", "inte inlett", "not started"),
    final=True,
    status=Status.PRACTICE,
)
DISCONTINUED: Final = State(
    "discontinued", Label("rauennut", "förfallet", "discontinued"), final=True, status=Status.PRACTICE
)

UNDER_WAY: Final = (STARTED, NEGOTIATING, DOCUMENT_DRAWN_UP, PUBLISHED, FOLLOW_UP)
OPEN: Final = (CRITERION_NOTED, *UNDER_WAY)
STATES: Final = (*OPEN, CLOSED, MOVED, NOT_STARTED, DISCONTINUED)
