"""Whose turn it is: what the opening asks for, and what a state asks of the supervisor of its time."""

from __future__ import annotations

from typing import Final

from engine.declaration import TaskRule
from engine.law import Label
from procedures.rescue_information.law import Law
from procedures.roles import PARTY_OF_CASE
from procedures.statutes import RESCUE

DELIVER_COUNTY_REPORT: Final = TaskRule(
    "deliver_county_report",
    Label(
        "toimita hyvinvointialueen selvitys sisäministeriölle ja valvontaviranomaiselle",
        "lämna välfärdsområdets redogörelse till inrikesministeriet och tillsynsmyndigheten",
        "deliver the county report to the ministry and the supervisor",
    ),
    PARTY_OF_CASE,
    (RESCUE("13 § 2 mom."),),
    deadline="county_reports",
    done_by=("county_report_delivered",),
)


def give_regional_assessments(law: Law) -> TaskRule:
    """Gives the task to assess each county; it bears the name of the supervisor, to whom it passes anew."""
    return TaskRule(
        f"give_regional_assessments_{law.supervisor.id}",
        Label(
            "toimita asiantuntija-arvio jokaisesta hyvinvointialueesta",
            "lämna en expertbedömning av varje välfärdsområde",
            "deliver an expert assessment of each county",
        ),
        law.supervisor,
        (*law.act("14 § 1 mom."), law.decree("9 §")),
        deadline="regional_assessments",
    )


def publish_regional_assessments(law: Law) -> TaskRule:
    """Gives the task to publish them; raised at the opening, so it outlasts the state and a change of the law."""
    return TaskRule(
        "publish_regional_assessments",
        Label(
            "julkaise hyvinvointialueittaiset asiantuntija-arviot julkisessa tietoverkossa",
            "offentliggör expertbedömningarna per välfärdsområde i det allmänna datanätet",
            "publish the regional expert assessments in the open network",
        ),
        law.supervisor,
        law.act("14 § 1 mom."),
        done_by=("regional_assessments_published",),
    )


def compile_national_assessment(law: Law) -> TaskRule:
    """Gives the task to compile the assessment of the whole country."""
    return TaskRule(
        f"compile_national_assessment_{law.supervisor.id}",
        Label(
            "kokoa valtakunnallinen asiantuntija-arvio",
            "sammanställ den riksomfattande expertbedömningen",
            "compile the national expert assessment",
        ),
        law.supervisor,
        (*law.act("14 § 2 mom."), law.decree("11 §")),
        deadline="national_assessment",
    )
