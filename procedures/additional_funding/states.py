"""Where a matter of additional funding can stand, and whose turn it is there.

The law names when it is pending, when the group is set, granted and rejected; the other names are this model's and say
so by their status. Whose turn it is during the preparation follows from the dated division of the work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from engine.declaration import Role, State, TaskRule
from engine.law import Label, Status
from procedures.additional_funding.responsibilities import Division, Share
from procedures.roles import COUNTY, GOVERNMENT, PAYMENT_CENTRE, PREPARATION_GROUP, SM, STM, VM
from procedures.statutes import FUNDING

_SIDES: Final = (VM, STM, SM, COUNTY)
_GROUP: Final = FUNDING("26 § 2 mom.")


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """The states under one division of the preparation."""

    pending: State
    group_set: State
    assessment: State
    assessed: State
    presented: State
    returned: State
    granted: State
    follow_up: State
    rejected: State
    closed: State
    withdrawn: State

    @property
    def all(self) -> tuple[State, ...]:
        """Every state, in the order of the procedure."""
        return (*self.undecided, *self.decided, self.closed, self.withdrawn)

    @property
    def undecided(self) -> tuple[State, ...]:
        """The states before a decision."""
        return (self.pending, self.group_set, self.assessment, self.assessed, self.presented, self.returned)

    @property
    def with_grant(self) -> tuple[State, ...]:
        """The states in which a grant stands."""
        return (self.granted, self.follow_up)

    @property
    def decided(self) -> tuple[State, ...]:
        """The states in which the county can seek a remedy."""
        return (*self.with_grant, self.rejected)


def states_under(division: Division) -> States:
    """Gives the states with the tasks that the division of the preparation gives to the ministries."""
    set_group = _shared("set_group", _SET_GROUP, division.group)
    return States(
        pending=State("pending", Label("vireillä", "anhängig", "pending"), tasks=set_group),
        group_set=_GROUP_SET,
        assessment=State(
            "assessment",
            Label("arvioinnissa", "under bedömning", "under assessment"),
            status=Status.PRACTICE,
            tasks=(
                _GIVE_MEMORANDUM,
                *_shared("prepare_entitlement", _ENTITLEMENT, division.entitlement, "entitlement_prepared"),
                *_shared("prepare_amount", _AMOUNT, division.amount, "amount_prepared"),
                *_shared("prepare_conditions", _CONDITIONS, division.conditions, "conditions_prepared"),
            ),
        ),
        assessed=State(
            "assessed",
            Label("arvio annettu", "bedömningen lämnad", "assessed"),
            status=Status.PRACTICE,
            tasks=_shared("present", _PRESENT, division.presentation),
        ),
        presented=_PRESENTED,
        returned=State(
            "returned",
            Label("palautettu käsiteltäväksi", "återförvisat för ny behandling", "returned for a new decision"),
            status=Status.PRACTICE,
            tasks=_shared("prepare_anew", _PREPARE_ANEW, division.group),
        ),
        granted=_GRANTED,
        follow_up=_FOLLOW_UP,
        rejected=_REJECTED,
        closed=_CLOSED,
        withdrawn=_WITHDRAWN,
    )


def _shared(task_id: str, label: Label, share: Share, *done_by: str) -> tuple[TaskRule, ...]:
    """Gives the task to each ministry that has a part in it."""
    return tuple(
        TaskRule(f"{task_id}_{ministry.id}", label, ministry, (share.basis,), done_by=done_by)
        for ministry in share.ministries
    )


def _by_each(task_id: str, label: Label, roles: Iterable[Role], done_by: str) -> tuple[TaskRule, ...]:
    return tuple(TaskRule(f"{task_id}_{role.id}", label, role, (_GROUP,), done_by=(done_by,)) for role in roles)


_SET_GROUP: Final = Label("aseta valmisteluryhmä", "tillsätt en beredningsgrupp", "set the preparation group")
_ENTITLEMENT: Final = Label(
    "valmistele lisärahoituksen edellytykset",
    "bered förutsättningarna för tilläggsfinansiering",
    "prepare the question of entitlement to additional funding",
)
_AMOUNT: Final = Label(
    "valmistele tarvittavan lisärahoituksen määrä",
    "bered beloppet av den tilläggsfinansiering som behövs",
    "prepare the question of how much additional funding is needed",
)
_CONDITIONS: Final = Label(
    "valmistele hyvinvointialueelle asetettavat ehdot",
    "bered villkoren för välfärdsområdet",
    "prepare the conditions for the county",
)
_PRESENT: Final = Label(
    "esittele asia valtioneuvostolle", "föredra ärendet för statsrådet", "present the matter to the Government"
)
_PREPARE_ANEW: Final = Label("valmistele uusi päätös", "bered ett nytt beslut", "prepare a new decision")
_GIVE_MEMORANDUM: Final = TaskRule(
    "give_assessment",
    Label(
        "arvioi lisärahoituksen edellytykset, määrä ja ehdot",
        "bedöm förutsättningarna för, beloppet av och villkoren för tilläggsfinansieringen",
        "assess the conditions for additional funding, its amount and the conditions to impose",
    ),
    PREPARATION_GROUP,
    (_GROUP,),
    deadline="group_term",
)
_GROUP_SET: Final = State(
    "group_set",
    Label("valmisteluryhmä asetettu", "beredningsgrupp tillsatt", "preparation group set"),
    tasks=(
        *_by_each(
            "name_representatives",
            Label(
                "nimeä edustajat valmisteluryhmään",
                "utse representanter till beredningsgruppen",
                "name representatives to the preparation group",
            ),
            _SIDES,
            "representatives_named",
        ),
        TaskRule(
            "begin_assessment",
            Label("aloita arviointi", "inled bedömningen", "begin the assessment"),
            PREPARATION_GROUP,
            (_GROUP,),
        ),
    ),
)
_PRESENTED: Final = State(
    "presented",
    Label("esitelty valtioneuvostolle", "föredraget för statsrådet", "presented to the Government"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "decide",
            Label("päätä lisärahoituksesta", "besluta om tilläggsfinansieringen", "decide on the additional funding"),
            GOVERNMENT,
            (FUNDING("26 § 1 mom."),),
        ),
    ),
)
_GRANTED: Final = State(
    "granted",
    Label("myönnetty", "beviljad", "granted"),
    tasks=(
        TaskRule(
            "pay",
            Label(
                "maksa lisärahoitus viipymättä seuraavan maksuerän yhteydessä",
                "betala ut tilläggsfinansieringen utan dröjsmål i samband med följande betalningspost",
                "pay the additional funding without delay with the next monthly instalment",
            ),
            PAYMENT_CENTRE,
            (FUNDING("26 § 3 mom."), FUNDING("25 § 2 mom.")),
            deadline="payment",
        ),
    ),
)
_FOLLOW_UP: Final = State(
    "follow_up",
    Label("seuranta", "uppföljning", "follow-up"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "carry_out_conditions",
            Label(
                "toteuta päätöksen ehdot ja raportoi niistä",
                "uppfyll villkoren i beslutet och rapportera om dem",
                "carry out the conditions of the decision and report on them",
            ),
            COUNTY,
            (FUNDING("11 § 2 mom."),),
            deadline="conditions_report",
        ),
        TaskRule(
            "follow_conditions",
            Label(
                "seuraa ehtojen toteutumista ja päätä asia",
                "följ upp hur villkoren uppfylls och avsluta ärendet",
                "follow how the conditions are carried out, and close the matter",
            ),
            VM,
            (FUNDING("11 § 2 mom.", Status.PRACTICE),),
        ),
    ),
)
_REJECTED: Final = State(
    "rejected",
    Label("hylätty", "avslagen", "rejected"),
    tasks=(
        TaskRule(
            "close_when_final",
            Label(
                "päätä asia, kun aika hakea muutosta on päättynyt",
                "avsluta ärendet när tiden för att söka ändring har gått ut",
                "close the matter when the time to seek a remedy is over",
            ),
            VM,
            (FUNDING("30 §", Status.PRACTICE),),
        ),
    ),
)
_CLOSED: Final = State("closed", Label("päättynyt", "avslutat", "closed"), final=True, status=Status.PRACTICE)
_WITHDRAWN: Final = State(
    "withdrawn", Label("peruutettu", "återtaget", "withdrawn"), final=True, status=Status.PRACTICE
)
