"""Where a joint message can stand, whose turn it is there, its review day and its documents. All of it is practice."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, DocumentRule, State, TaskRule
from engine.law import Label, Status
from procedures.roles import MINISTERIAL_GROUP, PROJECT_GROUP, VM
from procedures.statutes import JOINT_MESSAGE_2015, STEERING_REFORM

MESSAGE_OF_2015: Final = JOINT_MESSAGE_2015("", Status.PRACTICE)
KEY_MESSAGES: Final = STEERING_REFORM("taulukko 3, 1.1", Status.PRACTICE)

REVIEW: Final = DeadlineRule(
    "review",
    Label("viestin tarkistaminen", "granskning av budskapet", "review of the message"),
    DeadlineKind.AGREED,
    Stated("review_on"),
    (KEY_MESSAGES,),
    reminders_days=(-14, 0),
)

DRAFT: Final = DocumentRule("draft", Label("viestin luonnos", "utkast till budskap", "draft"), (MESSAGE_OF_2015,))
MESSAGE: Final = DocumentRule(
    "message", Label("hyväksytty viesti", "godkänt budskap", "approved message"), (MESSAGE_OF_2015,)
)

DRAFTED: Final = State(
    "drafted",
    Label("luonnosteltu", "utarbetat", "drafted"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "handle_in_project_group",
            Label("käsittele viestin luonnos", "behandla utkastet till budskap", "handle the draft"),
            PROJECT_GROUP,
            (MESSAGE_OF_2015,),
        ),
    ),
)
IN_PROJECT_GROUP: Final = State(
    "in_project_group",
    Label("projektiryhmän käsittelemä", "behandlat i projektgruppen", "handled by the project group"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "handle_in_ministerial_group",
            Label("käsittele viestin luonnos", "behandla utkastet till budskap", "handle the draft"),
            MINISTERIAL_GROUP,
            (MESSAGE_OF_2015,),
        ),
    ),
)
IN_MINISTERIAL_GROUP: Final = State(
    "in_ministerial_group",
    Label("ministeriryhmän käsittelemä", "behandlat i ministergruppen", "handled by the ministerial group"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "approve",
            Label("hyväksy viesti", "godkänn budskapet", "approve the message"),
            PROJECT_GROUP,
            (MESSAGE_OF_2015,),
        ),
    ),
)
APPROVED: Final = State(
    "approved",
    Label("hyväksytty", "godkänt", "approved"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "publish",
            Label(
                "julkaise viesti verkossa ja uutiskirjeessä",
                "publicera budskapet på webben och i nyhetsbrevet",
                "publish the message on the web and in the newsletter",
            ),
            VM,
            (MESSAGE_OF_2015,),
        ),
    ),
)
PUBLISHED: Final = State(
    "published",
    Label("julkaistu ja voimassa", "publicerat och gällande", "published and in use"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "keep_up_to_date",
            Label(
                "päivitä yhteinen viesti säännöllisesti",
                "uppdatera det gemensamma budskapet regelbundet",
                "update the joint message regularly",
            ),
            VM,
            (KEY_MESSAGES,),
            deadline="review",
        ),
    ),
)
SUPERSEDED: Final = State(
    "superseded", Label("korvattu uudella", "ersatt med ett nytt", "superseded"), final=True, status=Status.PRACTICE
)
DROPPED: Final = State("dropped", Label("luovuttu", "har fått förfalla", "dropped"), final=True, status=Status.PRACTICE)

IN_DRAFT: Final = (DRAFTED, IN_PROJECT_GROUP, IN_MINISTERIAL_GROUP, APPROVED)
STATES: Final = (*IN_DRAFT, PUBLISHED, SUPERSEDED, DROPPED)
