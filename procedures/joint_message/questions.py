"""What is not settled about joint messages."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import JOINT_MESSAGE_2015, STEERING_REFORM

_OPEN: Final = Status.UNSETTLED

UPDATE_RHYTHM: Final = OpenQuestion(
    "update_rhythm",
    Label(
        "Kuinka usein ministeriöiden yhteisiä pääviestejä päivitetään (”säännöllisesti”)?",
        "Hur ofta uppdateras ministeriernas gemensamma huvudbudskap (”regelbundet”)?",
        "How often are the ministries' joint key messages updated (“regularly”)?",
    ),
    Label(
        "Tarkistuspäivä on se, joka julkaistaessa sovitaan; muuta ei lasketa.",
        "Dagen för granskning är den som avtalas vid publiceringen; ingen annan räknas ut.",
        "The day of the review is the one agreed on publication; none is counted.",
    ),
    (STEERING_REFORM("taulukko 3, 1.1", _OPEN),),
    affects=("published", "updated", "review"),
)
GROUPS_TODAY: Final = OpenQuestion(
    "groups_today",
    Label(
        "Mitkä ryhmät käsittelevät ja hyväksyvät yhteisen viestin nykyään?",
        "Vilka grupper behandlar och godkänner ett gemensamt budskap i dag?",
        "Which groups handle and approve a joint message today?",
    ),
    Label(
        "Vuoden 2015 järjestys on mallina: projektiryhmä, ministeriryhmä, projektiryhmän hyväksyntä.",
        "Ordningen från 2015 är förebild: projektgrupp, ministergrupp, godkännande i projektgruppen.",
        "The order of 2015 is the model: project group, ministerial group, approval by the project group.",
    ),
    (JOINT_MESSAGE_2015("", _OPEN),),
    affects=("in_project_group", "in_ministerial_group", "approved"),
)
QUESTIONS: Final = (UPDATE_RHYTHM, GROUPS_TODAY)
