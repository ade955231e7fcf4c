"""What both versions of the board's procedure say of themselves alike: names, links, whom the parties are."""

from __future__ import annotations

from typing import Final

from engine.declaration import Listening, Reaction, Relation
from engine.law import Label, Status
from procedures.advisory_board.facts_setting import BOARD_SET
from procedures.advisory_board.facts_working import INITIATIVE_HANDLED, OBJECTIVES_PROPOSAL_MADE
from procedures.advisory_board.seats import REGIONS
from procedures.advisory_board.tasks import RECEIVE_INITIATIVE, RECORD_TERM_END
from procedures.statutes import COUNTIES

PROCEDURE: Final = "advisory_board"
LABEL: Final = Label("hyvinvointialueneuvottelukunta", "välfärdsområdesdelegationen", "advisory board of the counties")
DESCRIPTION: Final = Label(
    "Valtioneuvosto asettaa toimikaudeksi neuvottelukunnan, jossa ministeriöt, hyvinvointialueet, Helsingin kaupunki "
    "ja HUS-yhtymä käsittelevät hyvinvointialueiden toimintaa, taloutta ja valtakunnallisia tavoitteita.",
    "Statsrådet tillsätter för en mandatperiod en delegation där ministerierna, välfärdsområdena, Helsingfors stad och "
    "HUS-sammanslutningen behandlar välfärdsområdenas verksamhet, ekonomi och de riksomfattande målen.",
    "The Government sets, for a term, a board in which the ministries, the counties, Helsinki and HUS handle the "
    "counties' activities and finances and the national objectives.",
)
_LATER: Final = Relation("later_board", Label("seuraava neuvottelukunta", "följande delegation", "the next board"))
_EARLIER: Final = Relation("earlier_board", Label("aiempi neuvottelukunta", "tidigare delegation", "an earlier board"))
_BOARD: Final = Relation(
    "advisory_board", Label("neuvottelukunnan käsittely", "delegationens behandling", "handling by the advisory board")
)
_OBJECTIVES: Final = Relation(
    "national_objectives", Label("valtakunnalliset tavoitteet", "riksomfattande mål", "national objectives")
)
_TASKS: Final = (COUNTIES("13 § 2 mom. 3 kohta"),)

REACTIONS: Final = (
    Reaction(
        id="earlier_board",
        on=BOARD_SET,
        procedure=PROCEDURE,
        causing=_LATER,
        reached=_EARLIER,
        basis=(COUNTIES("13 § 3 mom.", Status.PRACTICE),),
    ),
    Reaction(
        id="earlier_board_to_close",
        on=BOARD_SET,
        procedure=PROCEDURE,
        causing=_LATER,
        reached=_EARLIER,
        basis=(COUNTIES("13 § 3 mom.", Status.PRACTICE),),
        open_only=True,
        task=RECORD_TERM_END,
    ),
    *(
        Reaction(
            id=f"objectives_of_{on.id}",
            on=on,
            procedure="national_objectives",
            causing=_BOARD,
            reached=_OBJECTIVES,
            basis=_TASKS,
            open_only=True,
        )
        for on in (OBJECTIVES_PROPOSAL_MADE, INITIATIVE_HANDLED)
    ),
)
LISTENS: Final = (
    Listening(
        id="objectives_brought_to_board",
        to="national_objectives.brought_to_board",
        causing=_OBJECTIVES,
        reached=_BOARD,
        basis=_TASKS,
    ),
    *(
        Listening(
            id=f"objectives_{fact_id}",
            to=f"national_objectives.{fact_id}",
            causing=_OBJECTIVES,
            reached=_BOARD,
            basis=(*_TASKS, COUNTIES("12 a § 4 mom.")),
            task=RECEIVE_INITIATIVE,
        )
        for fact_id in ("amendment_proposed", "amendment_initiated")
    ),
)


def partners(subject: str) -> tuple[str, ...]:
    """Gives those who name a member of the board that belongs to the whole state."""
    del subject
    return REGIONS
