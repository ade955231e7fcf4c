"""The three ways in which something recorded gives place, and the settling of what loses its footing by it.

None of them deletes or rewrites: each is an event of the case's own stream that names the one whose place it takes
(ADR 0017). The law knows two corrections of a decision, of an error of fact (asiavirhe, sakfel: 434/2003 50 §) and of
an error of writing (kirjoitusvirhe, skrivfel: 51 §); beside them a court (808/2019 81 and 117 §), or the authority by a
new decision, annuls.
"""

from __future__ import annotations

from typing import Final

from engine import correction_guards as guards
from engine.case_register import INFORMATION_MANAGEMENT
from engine.correction_incidents import SETTLE_TASK
from engine.correction_payloads import ActAnnulled, ClericalErrorCorrected, DecisionCorrected, IncidentSettled
from engine.deadline_acts import RESPONSIBLE
from engine.deadline_guards import ADMINISTRATION
from engine.declaration import DocumentRule, Fact, Kind, Role, TaskRule, Transition
from engine.law import Basis, Label, Statute

COURT_PROCEDURE: Final = Statute(
    "808/2019",
    Label(
        "laki oikeudenkäynnistä hallintoasioissa",
        "lag om rättegång i förvaltningsärenden",
        "act on judicial procedure in administrative matters",
    ),
)

AUTHORITY: Final = Role(
    guards.AUTHORITY_ROLE,
    Label("toimen tehnyt viranomainen", "den myndighet som vidtog åtgärden", "the authority whose act it is"),
    "@authority",
)
COURT_KIND: Final = "court"
"""The kind of an actor that can annul as a court."""
COURT: Final = Role(guards.COURT_ROLE, Label("tuomioistuin", "domstol", "court"), "@court")

CLERICAL_ERROR_CORRECTED: Final = Fact(
    "clerical_error_corrected",
    Label("kirjoitusvirhe korjattu", "skrivfel rättat", "clerical error corrected"),
    ClericalErrorCorrected,
)
DECISION_CORRECTED: Final = Fact(
    "decision_corrected",
    Label("päätöksen asiavirhe korjattu", "sakfel i beslut rättat", "substantive error in a decision corrected"),
    DecisionCorrected,
)
ACT_ANNULLED: Final = Fact("act_annulled", Label("toimi kumottu", "åtgärd upphävd", "act annulled"), ActAnnulled)
INCIDENT_SETTLED: Final = Fact(
    "incident_settled",
    Label("pohjansa menettänyt tapahtuma käsitelty", "händelse som förlorat sin grund avgjord", "incident settled"),
    IncidentSettled,
)

SETTLE: Final = TaskRule(
    SETTLE_TASK,
    Label(
        "käsittele tapahtumat, jotka menettivät pohjansa korjauksessa",
        "avgör de händelser som förlorat sin grund genom en rättelse",
        "settle the events that lost their footing by a correction",
    ),
    RESPONSIBLE,
    (INFORMATION_MANAGEMENT("15 §"),),
    outlives_case=True,
)

ANNULLING_DECISION: Final = DocumentRule(
    "annulling_decision",
    Label(
        "päätös, jolla toimi kumottiin",
        "det beslut genom vilket åtgärden upphävdes",
        "the decision that annulled the act",
    ),
    (COURT_PROCEDURE("81 §"), ADMINISTRATION("50 §")),
)

BASIS_OF_CLERICAL: Final[dict[str, tuple[Basis, ...]]] = {
    "decision": (ADMINISTRATION("51 §"), ADMINISTRATION("52 §")),
    "record": (INFORMATION_MANAGEMENT("15 §"),),
}
"""By where the error stands."""
BASIS_OF_REMEDY: Final[dict[str, tuple[Basis, ...]]] = {
    "appeal": (COURT_PROCEDURE("81 §"),),
    "extraordinary_appeal": (COURT_PROCEDURE("117 §"),),
    "rectification": (ADMINISTRATION("49 g §"),),
    "self_correction": (ADMINISTRATION("50 §"), ADMINISTRATION("52 §")),
    "withdrawal": (INFORMATION_MANAGEMENT("15 §"),),
}
"""By how an act is annulled."""

_EACH: Final = (guards.KNOWN, guards.NEWEST, guards.SECOND, guards.PARTIES)

SUPERSEDING: Final = (
    Transition(
        fact=CLERICAL_ERROR_CORRECTED,
        sources=(),
        target=None,
        by=(RESPONSIBLE, AUTHORITY),
        kind=Kind.ACT,
        basis=(*BASIS_OF_CLERICAL["decision"], *BASIS_OF_CLERICAL["record"]),
        guards=(
            *_EACH,
            guards.IN_BEING,
            guards.SOMETHING,
            guards.DECISION,
            guards.IN_TIME,
            guards.HEARD,
            guards.REASONABLE,
        ),
        tasks=(SETTLE,),
    ),
    Transition(
        fact=DECISION_CORRECTED,
        sources=(),
        target=None,
        by=(AUTHORITY,),
        kind=Kind.DECISION,
        basis=BASIS_OF_REMEDY["self_correction"],
        guards=(
            *_EACH,
            guards.IN_BEING,
            guards.SOMETHING,
            guards.DECISION,
            guards.NOT_BEFORE,
            guards.IN_TIME,
            guards.GROUND,
            guards.CONSENTED,
            guards.BENEFIT,
        ),
        tasks=(SETTLE,),
    ),
    Transition(
        fact=ACT_ANNULLED,
        sources=(),
        target=None,
        by=(COURT, AUTHORITY),
        kind=Kind.DECISION,
        basis=tuple(dict.fromkeys(basis for found in BASIS_OF_REMEDY.values() for basis in found)),
        guards=(
            *_EACH,
            guards.NOT_THE_OPENING,
            guards.NOT_BEFORE,
            guards.WHOSE,
            guards.NOT_A_COURTS,
            guards.REMEDY,
            guards.DECISION,
            guards.IN_TIME,
            guards.GROUND,
            guards.CONSENTED,
            guards.BENEFIT,
        ),
        documents=(ANNULLING_DECISION,),
        tasks=(SETTLE,),
    ),
)
"""The acts that take the place of an earlier one."""

CORRECTIONS: Final = (
    *SUPERSEDING,
    Transition(
        fact=INCIDENT_SETTLED,
        sources=(),
        target=None,
        by=(RESPONSIBLE,),
        kind=Kind.ACT,
        basis=(INFORMATION_MANAGEMENT("15 §"),),
        guards=(guards.LISTED,),
    ),
)
"""What a person may correct, annul and settle in any case."""
