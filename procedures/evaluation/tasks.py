"""Tasks that an act raises (those of a state stand with the state)."""

from __future__ import annotations

from typing import Final

from engine.declaration import TaskRule
from engine.law import Label, Status
from procedures.roles import (
    ADMINISTRATIVE_COURT,
    COUNCIL,
    COUNTY,
    EVALUATION_GROUP,
    STM,
    SUPREME_ADMINISTRATIVE_COURT,
    VM,
)
from procedures.statutes import ADMINISTRATION, AMENDMENT_2024, COUNTIES, DIVISION, SERVICES, in_place_of

NOTIFY_OF_INITIATIVE: Final = TaskRule(
    "notify_of_initiative",
    Label(
        "ilmoita aloitteesta hyvinvointialueelle",
        "underrätta välfärdsområdet om initiativet",
        "notify the county of the initiative",
    ),
    STM,
    (SERVICES("27 § 1 mom."),),
    done_by=("initiative_notified",),
)
REPLY_TO_HEARING: Final = TaskRule(
    "reply_to_hearing",
    Label("vastaa kuulemiskirjeeseen", "svara på brevet om hörande", "reply to the hearing letter"),
    COUNTY,
    (ADMINISTRATION("34 §", Status.SECONDARY),),
    deadline="hearing_reply",
    done_by=("county_heard",),
)
NOTE_PARTIAL_PROPOSALS: Final = TaskRule(
    "note_partial_proposals",
    Label("käsittele osaehdotukset", "behandla delförslagen", "handle the partial proposals"),
    COUNCIL,
    (COUNTIES("122 § 3 mom.", Status.PRACTICE),),
    done_by=("partial_proposals_noted", "partial_proposals_decided", "council_decided"),
)
HANDLE_DIVISION_PROPOSAL: Final = TaskRule(
    "handle_division_proposal",
    Label(
        "käsittele ehdotus hyvinvointialueen muuttamisen vireillepanosta",
        "behandla en framställning om inledande av ändring av välfärdsområdet",
        "handle a proposal to initiate a change of the county",
    ),
    EVALUATION_GROUP,
    (COUNTIES("122 § 3 mom."), AMENDMENT_2024("122 § 3 mom.")),
    done_by=("division_proposal_handled",),
)
REPORT_MEASURES: Final = TaskRule(
    "report_measures",
    Label(
        "saata selvitys toimenpiteistä valtiovarainministeriön tietoon",
        "delge finansministeriet redogörelsen för åtgärderna",
        "give the account of the measures to the Ministry of Finance",
    ),
    COUNTY,
    (COUNTIES("122 § 3 mom."),),
    deadline="measures_report",
    done_by=("measures_report_given",),
)
BUDGET_MEASURES: Final = TaskRule(
    "budget_measures",
    Label(
        "hyväksy toimenpiteet toteuttava talousarvio ja -suunnitelma",
        "godkänn en budget och ekonomiplan som genomför åtgärderna",
        "adopt a budget and plan that carry out the measures",
    ),
    COUNCIL,
    (COUNTIES("115 § 1 mom."), COUNTIES("122 § 3 mom.")),
    deadline="measures_in_budget",
    done_by=("budget_adopted",),
)
REPORT_QUARTERLY: Final = TaskRule(
    "report_quarterly",
    Label(
        "raportoi toimenpiteistä neljännesvuosittain",
        "rapportera kvartalsvis om åtgärderna",
        "report quarterly on the measures",
    ),
    COUNTY,
    (COUNTIES("122 § 3 mom."), AMENDMENT_2024("122 § 3 mom.")),
    deadline="interim_report",
    done_by=("interim_report_given",),
)
APPOINT_INVESTIGATOR: Final = TaskRule(
    "appoint_investigator",
    Label(
        "kuule muutoksen kohteena olevia ja aseta aluejakoselvittäjä",
        "hör de berörda och tillsätt områdesindelningsutredare",
        "hear those concerned and appoint a division investigator",
    ),
    VM,
    (DIVISION("8 § 1 mom."), in_place_of("8 §")),
    done_by=("investigator_appointed",),
)
CONFIRM_RESTRICTION_END: Final = TaskRule(
    "confirm_restriction_end",
    Label(
        "vahvista, milloin toimivallan rajoitus päättyy",
        "bekräfta när begränsningen av behörigheten upphör",
        "confirm when the restriction of powers ends",
    ),
    VM,
    (COUNTIES("124 § 1 mom.", Status.UNSETTLED),),
    done_by=("restriction_ended",),
)
CONSIDER_REMEDY: Final = TaskRule(
    "consider_remedy",
    Label(
        "harkitse oikaisuvaatimusta tai aluevalitusta",
        "överväg begäran om omprövning eller välfärdsområdesbesvär",
        "consider a request for rectification or a county appeal",
    ),
    VM,
    (COUNTIES("124 § 3 mom."),),
    deadline="rectification_request",
    done_by=("rectification_requested", "appeal_made", "no_remedy_sought"),
    outlives_case=True,
)
DECIDE_RECTIFICATION: Final = TaskRule(
    "decide_rectification",
    Label(
        "käsittele oikaisuvaatimus kiireellisenä",
        "behandla begäran om omprövning skyndsamt",
        "handle the request for rectification urgently",
    ),
    COUNTY,
    (COUNTIES("139 § 1 mom."),),
    done_by=("rectification_decided",),
    outlives_case=True,
)
CONSIDER_APPEAL: Final = TaskRule(
    "consider_appeal",
    Label("harkitse aluevalitusta", "överväg välfärdsområdesbesvär", "consider a county appeal"),
    VM,
    (COUNTIES("140 § 1 mom."),),
    deadline="county_appeal",
    done_by=("appeal_made", "no_remedy_sought"),
    outlives_case=True,
)
JUDGE_APPEAL: Final = TaskRule(
    "judge_appeal",
    Label("ratkaise aluevalitus", "avgör välfärdsområdesbesvären", "decide the county appeal"),
    ADMINISTRATIVE_COURT,
    (COUNTIES("140 § 1 mom."),),
    done_by=("restricted_decision_judged",),
    outlives_case=True,
)
JUDGE_FURTHER_APPEAL: Final = TaskRule(
    "judge_further_appeal",
    Label("ratkaise jatkovalitus", "avgör de fortsatta besvären", "decide the further appeal"),
    SUPREME_ADMINISTRATIVE_COURT,
    (COUNTIES("147 §"),),
    done_by=("further_appeal_judged",),
    outlives_case=True,
)
