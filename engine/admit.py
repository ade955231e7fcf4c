"""Admitting an act: the one place where a fact becomes an event, or is refused with everything that is missing.

Pure. What follows from an ordinary fact is worked out in `engine.consequences`; what a correction changes of a case, in
`engine.correction`.
"""

from __future__ import annotations

import msgspec

from engine.assess import Act, Assessment, Circumstances, assess
from engine.case import Case
from engine.consequences import draft
from engine.correction import corrected
from engine.correction_acts import SUPERSEDING
from engine.correction_incidents import settled
from engine.correction_payloads import IncidentSettled
from engine.envelope import Draft
from engine.errors import Refused
from engine.law import cites
from engine.table import Table

_SUPERSEDING = frozenset(map(id, SUPERSEDING))


def admit(table: Table, case: Case | None, act: Act, circumstances: Circumstances) -> Draft:
    """Gives the event that records `act`, with all that follows from it.

    Raises:
        Refused: at least one condition is unmet; `missing` lists every one of them.
        NotFound: the procedure knows no such fact.
        InputRejected: the data cannot be read.
    """
    assessment = assess(table, case, act, circumstances)
    if case is not None and id(assessment.transition) in _SUPERSEDING:
        found, missing = corrected(table, case, act, circumstances, assessment)
        if found is None or missing:
            raise _refusal(table, case, act, msgspec.structs.replace(assessment, missing=missing))
        return found
    if assessment.missing:
        raise _refusal(table, case, act, assessment)
    admitted = draft(table, case, act, circumstances, assessment)
    if case is not None and isinstance(assessment.payload, IncidentSettled):
        return settled(case, admitted)
    return admitted


def _refusal(table: Table, case: Case | None, act: Act, assessment: Assessment) -> Refused:
    label = assessment.transition.fact.label
    where = f"case {case.case_id}" if case else f"opening a case of {table.procedure.id}"
    lines = "; ".join(one.text.en for one in assessment.missing)
    return Refused(
        "act-refused",
        f"{label.en[:1].upper()}{label.en[1:]} was not recorded for {where}. Missing: {lines}.",
        basis=cites(assessment.transition.basis),
        missing=assessment.missing,
        try_next=f"ohjaus case next {case.case_id}" if case else f"ohjaus procedure show {table.procedure.id}",
        details={
            "fact": act.fact,
            "label": label,
            "case": case.case_id if case else None,
            "procedure": table.procedure.id,
        },
    )
