"""Where an application for more time can stand: applied, considered, decided. All names are the model's."""

from __future__ import annotations

from typing import Final

from engine.declaration import State, TaskRule
from engine.law import Label, Status
from procedures.deficit_extension.law import bill, taken_from
from procedures.roles import ADMINISTRATIVE_COURT, COUNCIL, COUNTY, VM
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE

APPROVE_PLAN: Final = TaskRule(
    "approve_plan",
    Label("hyväksy taloussuunnitelma", "godkänn ekonomiplanen", "approve the economic plan"),
    COUNCIL,
    (bill(), taken_from(COUNTIES, "115 §")),
    done_by=("economic_plan_approved",),
)
PENDING: Final = State(
    "pending",
    Label("vireillä", "anhängig", "pending"),
    status=Status.UNSETTLED,
    tasks=(
        TaskRule(
            "take_up",
            Label("ota hakemus harkittavaksi", "ta upp ansökan till prövning", "take the application up"),
            VM,
            (bill(),),
        ),
    ),
)
CONSIDERATION: Final = State(
    "consideration",
    Label("valtiovarainministeriön harkinnassa", "prövas av finansministeriet", "under the ministry's consideration"),
    status=Status.UNSETTLED,
    tasks=(
        TaskRule(
            "hear_county",
            Label("kuule hyvinvointialuetta", "hör välfärdsområdet", "hear the county"),
            VM,
            (taken_from(ADMINISTRATION, "34 §"),),
            done_by=("county_heard",),
        ),
        TaskRule("decide", Label("päätä lisäajasta", "besluta om förlängd tid", "decide on more time"), VM, (bill(),)),
    ),
)
GRANTED: Final = State(
    "granted",
    Label("myönnetty", "beviljad", "granted"),
    status=Status.UNSETTLED,
    tasks=(
        TaskRule(
            "cover_deficit_in_time",
            Label(
                "kata alijäämä lisäajassa", "täck underskottet inom den förlängda tiden", "cover the deficit in time"
            ),
            COUNTY,
            (bill(), taken_from(COUNTIES, "115 § 2 mom.")),
            deadline="cover_deficit",
        ),
        TaskRule(
            "follow_covering",
            Label(
                "seuraa alijäämän kattamista", "följ upp täckandet av underskottet", "follow how the deficit is covered"
            ),
            VM,
            (bill(),),
        ),
    ),
)
REJECTED: Final = State(
    "rejected",
    Label("hylätty", "avslagen", "rejected"),
    status=Status.UNSETTLED,
    tasks=(
        TaskRule(
            "close_when_final",
            Label(
                "päätä asia, kun aika hakea muutosta on päättynyt",
                "avsluta ärendet när tiden för att söka ändring har gått ut",
                "close the matter when the time to seek a remedy is over",
            ),
            VM,
            (bill(),),
        ),
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutat", "closed"), final=True, status=Status.UNSETTLED)
WITHDRAWN: Final = State(
    "withdrawn", Label("peruutettu", "återtagen", "withdrawn"), final=True, status=Status.UNSETTLED
)
DISCONTINUED: Final = State(
    "discontinued",
    Label("hakemus rauennut", "ansökan förfallen", "application discontinued"),
    final=True,
    status=Status.UNSETTLED,
)

UNDECIDED: Final = (PENDING, CONSIDERATION)
DECIDED: Final = (GRANTED, REJECTED)
STATES: Final = (*UNDECIDED, *DECIDED, CLOSED, WITHDRAWN, DISCONTINUED)

REPLY: Final = TaskRule(
    "reply_to_hearing",
    Label("vastaa kuulemiskirjeeseen", "svara på brevet om hörande", "reply to the hearing letter"),
    COUNTY,
    (taken_from(ADMINISTRATION, "34 §"),),
    deadline="hearing_reply",
    done_by=("county_heard",),
)
SERVE_DECISION: Final = TaskRule(
    "serve_decision",
    Label("anna päätös tiedoksi hyvinvointialueelle", "delge välfärdsområdet beslutet", "serve the decision"),
    VM,
    (taken_from(ADMINISTRATION, "54 § 1 mom."),),
    done_by=("decision_served",),
)
CONSIDER_APPEAL: Final = TaskRule(
    "consider_appeal",
    Label("harkitse valitusta", "överväg besvär", "consider an appeal"),
    COUNTY,
    (taken_from(COURT_PROCEDURE, "13 § 2 mom."),),
    deadline="appeal",
    done_by=("appeal_made", "no_remedy_sought"),
    outlives_case=True,
)
JUDGE_APPEAL: Final = TaskRule(
    "judge_appeal",
    Label("ratkaise valitus", "avgör besvären", "decide the appeal"),
    ADMINISTRATIVE_COURT,
    (taken_from(COURT_PROCEDURE, "8 § 1 mom."),),
    done_by=("appeal_dismissed", "decision_annulled"),
)
