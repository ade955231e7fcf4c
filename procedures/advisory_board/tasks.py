"""Tasks that an act raises (those of a state stand with the state)."""

from __future__ import annotations

from typing import Final

from engine.declaration import TaskRule
from engine.law import Basis, Label, Status
from procedures.roles import ADVISORY_BOARD, ADVISORY_BOARD_CHAIR, PARTY_OF_CASE, VM
from procedures.statutes import ADVISORY_BOARD_DECREE, COUNTIES


def naming(*basis: Basis) -> TaskRule:
    """Gives the task of each county, Helsinki and HUS to name its member, on its legal basis."""
    return TaskRule(
        "name_member",
        Label("nimeä jäsen ja varajäsen", "utse en medlem och en ersättare", "name a member and a deputy"),
        PARTY_OF_CASE,
        basis,
        deadline="nomination_reply",
        done_by=("member_named", "board_set"),
    )


NAME_MEMBER_BY_STATUTE: Final = naming(COUNTIES("13 § 3 mom.", Status.PRACTICE))
NAME_MEMBER: Final = naming(ADVISORY_BOARD_DECREE("1 § 2 mom."))
NAME_SECRETARY_GENERAL: Final = TaskRule(
    "name_secretary_general",
    Label("määrää pääsihteeri", "utse generalsekreteraren", "name the secretary-general"),
    VM,
    (ADVISORY_BOARD_DECREE("3 § 2 mom."),),
    done_by=("secretary_general_named",),
)
NAME_REPLACEMENT: Final = TaskRule(
    "name_replacement",
    Label(
        "määrää uusi jäsen tai varajäsen jäljellä olevaksi toimikaudeksi",
        "utse en ny medlem eller ersättare för den återstående mandatperioden",
        "name a new member or deputy for the rest of the term",
    ),
    VM,
    (ADVISORY_BOARD_DECREE("6 §"),),
    done_by=("replacement_named",),
)
CALL_MEETING: Final = TaskRule(
    "call_meeting",
    Label("kutsu neuvottelukunta koolle", "sammankalla delegationen", "call the board together"),
    ADVISORY_BOARD_CHAIR,
    (ADVISORY_BOARD_DECREE("3 § 1 mom."),),
    done_by=("meeting_called",),
)
HANDLE_INITIATIVE: Final = TaskRule(
    "handle_initiative",
    Label(
        "käsittele aloite tai esitys tavoitteiden muuttamisesta",
        "behandla initiativet eller förslaget om ändring av målen",
        "handle the initiative to amend the objectives",
    ),
    ADVISORY_BOARD,
    (COUNTIES("13 § 2 mom. 3 kohta"), COUNTIES("12 a § 4 mom.")),
    done_by=("initiative_handled",),
)
RECEIVE_INITIATIVE: Final = TaskRule(
    "receive_initiative",
    Label(
        "vie aloite tai esitys tavoitteiden muuttamisesta neuvottelukunnan käsiteltäväksi",
        "för initiativet eller förslaget om ändring av målen till delegationen",
        "bring the initiative to amend the objectives to the board",
    ),
    VM,
    (COUNTIES("13 § 2 mom. 3 kohta"),),
    done_by=("initiative_received",),
)
RECORD_TERM_END: Final = TaskRule(
    "record_term_end",
    Label(
        "päätä aiemman neuvottelukunnan asia, kun sen toimikausi on päättynyt",
        "avsluta den tidigare delegationens ärende när dess mandatperiod har upphört",
        "close the earlier board's case once its term has ended",
    ),
    VM,
    (COUNTIES("13 § 3 mom.", Status.PRACTICE),),
    done_by=("term_ended",),
)
