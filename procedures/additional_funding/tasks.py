"""Tasks that an act raises (those of a state stand with the states)."""

from __future__ import annotations

from typing import Final

from engine.declaration import TaskRule
from engine.law import Label, Status
from procedures.roles import COUNTY, GOVERNMENT, PAYMENT_CENTRE, SUPREME_ADMINISTRATIVE_COURT, VM
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE, FUNDING

SERVE_DECISION: Final = TaskRule(
    "serve_decision",
    Label("anna päätös tiedoksi hyvinvointialueelle", "delge välfärdsområdet beslutet", "serve the decision"),
    VM,
    (ADMINISTRATION("54 § 1 mom."), ADMINISTRATION("46 §")),
    done_by=("decision_served",),
)
CONSIDER_RECTIFICATION: Final = TaskRule(
    "consider_rectification",
    Label("harkitse oikaisuvaatimusta", "överväg begäran om omprövning", "consider a request for rectification"),
    COUNTY,
    (FUNDING("30 §"),),
    deadline="rectification_request",
    done_by=("rectification_requested", "no_remedy_sought"),
    outlives_case=True,
)
DECIDE_REQUEST: Final = TaskRule(
    "decide_request",
    Label(
        "käsittele oikaisuvaatimus kiireellisenä",
        "behandla begäran om omprövning skyndsamt",
        "handle the request for rectification urgently",
    ),
    GOVERNMENT,
    (FUNDING("30 §"), ADMINISTRATION("49 e §")),
    done_by=("rectification_rejected", "decision_amended", "granted"),
)
CONSIDER_APPEAL: Final = TaskRule(
    "consider_appeal",
    Label("harkitse valitusta", "överväg besvär", "consider an appeal"),
    COUNTY,
    (FUNDING("31 §"), COURT_PROCEDURE("13 § 2 mom.")),
    deadline="appeal",
    done_by=("appeal_made", "no_remedy_sought"),
    outlives_case=True,
)
JUDGE_APPEAL: Final = TaskRule(
    "judge_appeal",
    Label("ratkaise valitus", "avgör besvären", "decide the appeal"),
    SUPREME_ADMINISTRATIVE_COURT,
    (FUNDING("31 §"), COURT_PROCEDURE("8 § 1 mom.")),
    done_by=("appeal_dismissed", "decision_annulled"),
)
PAY_CHANGED_AMOUNT: Final = TaskRule(
    "pay_changed_amount",
    Label(
        "maksa muutetun päätöksen mukainen määrä",
        "betala ut beloppet enligt det ändrade beslutet",
        "pay what the changed decision grants",
    ),
    PAYMENT_CENTRE,
    (FUNDING("26 § 3 mom."),),
    deadline="payment",
    done_by=("paid",),
)
WEIGH_EVALUATION: Final = TaskRule(
    "weigh_evaluation",
    Label(
        "harkitse arviointimenettelyn käynnistämistä",
        "överväg att inleda ett utvärderingsförfarande",
        "weigh whether to start the evaluation procedure",
    ),
    VM,
    (COUNTIES("123 § 1 mom. 4 kohta", Status.PRACTICE),),
    done_by=("evaluation_weighed",),
)
WEIGH_PREEMPTIVE: Final = TaskRule(
    "weigh_preemptive",
    Label(
        "harkitse ennakollista talouden ohjauksen menettelyä",
        "överväg förebyggande förfarande för ekonomisk styrning",
        "consider pre-emptive financial steering",
    ),
    VM,
    (COUNTIES("13 b § 1 mom. 2 kohta"),),
    done_by=("preemptive_weighed",),
)
