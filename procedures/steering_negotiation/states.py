"""Where a round with one county can stand, and whose turn it is there.

The act knows the negotiation, the document and its publication; the other states are the round as it is run.
"""

from __future__ import annotations

from typing import Final

from engine.declaration import Role, State, TaskRule
from engine.law import Basis, Label, Status
from procedures.roles import SM, STM, VM
from procedures.statutes import COUNTIES
from procedures.steering_negotiation.tasks import NEGOTIATED_WITH


def _practice(section: str) -> Basis:
    return COUNTIES(section, Status.PRACTICE)


PLANNED: Final = State(
    "planned",
    Label("suunniteltu", "planerad", "planned"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "agree_themes",
            Label(
                "sovi teemoista sosiaali- ja terveysministeriön ja sisäministeriön kanssa",
                "kom överens om temana med social- och hälsovårdsministeriet och inrikesministeriet",
                "agree on the themes with the Ministries of Social Affairs and Health and of the Interior",
            ),
            VM,
            (_practice("13 a § 1 mom."),),
            done_by=("themes_agreed",),
        ),
        TaskRule(
            "request_material",
            Label("pyydä aineisto", "begär material", "request the material"),
            VM,
            (_practice("13 a § 4 mom."),),
        ),
    ),
)
MATERIAL_REQUESTED: Final = State(
    "material_requested",
    Label("aineistopyyntö lähetetty", "material begärt", "material requested"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "complete_picture",
            Label("kokoa tilannekuva", "sammanställ lägesbilden", "put the picture of the situation together"),
            VM,
            (COUNTIES("13 a § 4 mom."),),
        ),
    ),
)
PICTURE_READY: Final = State(
    "picture_ready",
    Label("tilannekuva valmis", "lägesbilden klar", "picture ready"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "invite",
            Label("kutsu neuvotteluun", "kalla till förhandlingen", "invite to the negotiation"),
            VM,
            (_practice("13 a § 1 mom."),),
        ),
    ),
)
INVITED: Final = State(
    "invited",
    Label("kutsuttu", "kallad", "invited"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "negotiate",
            Label("käy neuvottelu", "för förhandlingen", "hold the negotiation"),
            VM,
            (COUNTIES("13 a § 1 mom."),),
            deadline="negotiation_day",
        ),
    ),
)


def _weigh_recommendations(role: Role) -> TaskRule:
    # All three share the two facts; each one's task is done by the one who states either.
    return TaskRule(
        f"weigh_recommendations_{role.id}",
        Label(
            "harkitse, tarvitaanko toimenpidesuosituksia",
            "överväg om åtgärdsrekommendationer behövs",
            "weigh whether measure recommendations are needed",
        ),
        role,
        (COUNTIES("13 a § 3 mom."),),
        done_by=("recommendations_given", "recommendations_found_unneeded"),
    )


NEGOTIATED: Final = State(
    "negotiated",
    Label("neuvoteltu", "förhandlad", "negotiated"),
    tasks=(
        *map(_weigh_recommendations, (VM, STM, SM)),
        TaskRule(
            "draft_document",
            Label(
                "laadi asiakirja yhteistyössä hyvinvointialueen kanssa",
                "utarbeta dokumentet i samarbete med välfärdsområdet",
                "draw up the document with the county",
            ),
            VM,
            (COUNTIES("13 a § 5 mom."),),
        ),
    ),
)
COMMENT_ON_DRAFT: Final = TaskRule(
    "comment_on_draft",
    Label("kommentoi asiakirjaluonnosta", "kommentera utkastet till dokument", "comment on the draft"),
    NEGOTIATED_WITH,
    (COUNTIES("13 a § 5 mom."),),
    deadline="draft_comments",
    done_by=("draft_commented",),
)
DRAFT_WITH_COUNTY: Final = State(
    "draft_with_county",
    Label("asiakirjaluonnos alueella", "utkastet till dokument hos området", "draft with the county"),
    status=Status.PRACTICE,
    tasks=(
        COMMENT_ON_DRAFT,
        TaskRule(
            "confirm_document",
            Label("vahvista asiakirja", "fastställ dokumentet", "confirm the document"),
            VM,
            (COUNTIES("13 a § 5 mom."),),
        ),
    ),
)
CONFIRMED: Final = State(
    "confirmed",
    Label("vahvistettu", "fastställt", "confirmed"),
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
            (COUNTIES("13 a § 5 mom."),),
        ),
    ),
)
PUBLISHED: Final = State(
    "published",
    Label("julkaistu", "offentliggjort", "published"),
    tasks=(
        TaskRule(
            "decide_on_follow_up",
            Label(
                "aloita suositusten seuranta tai päätä kierros",
                "inled uppföljningen av rekommendationerna eller avsluta omgången",
                "begin the follow-up of the recommendations or conclude the round",
            ),
            VM,
            (_practice("13 a § 3 mom."),),
        ),
    ),
)
FOLLOW_UP: Final = State(
    "follow_up",
    Label("suositusten seuranta", "uppföljning av rekommendationerna", "follow-up of the recommendations"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "conclude_round",
            Label(
                "arvioi vastaukset ja päätä kierros",
                "bedöm svaren och avsluta omgången",
                "assess the answers and conclude the round",
            ),
            VM,
            (_practice("13 a § 2 mom."),),
        ),
    ),
)
CLOSED: Final = State(
    "closed",
    Label("neuvottelukierros päätetty", "förhandlingsomgången avslutad", "round of negotiations concluded"),
    final=True,
    status=Status.PRACTICE,
)
DISCONTINUED: Final = State(
    "discontinued",
    Label("päätetty neuvottelua käymättä", "avslutad utan förhandling", "ended without a negotiation"),
    final=True,
    void=True,
    status=Status.PRACTICE,
)

BEFORE_THE_NEGOTIATION: Final = (PLANNED, MATERIAL_REQUESTED, PICTURE_READY, INVITED)
STATES: Final = (
    *BEFORE_THE_NEGOTIATION,
    NEGOTIATED,
    DRAFT_WITH_COUNTY,
    CONFIRMED,
    PUBLISHED,
    FOLLOW_UP,
    CLOSED,
    DISCONTINUED,
)
