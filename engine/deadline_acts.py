"""What can happen to a deadline of any case after it was set: acts of people, and what the clock records.

A person suspends, resumes, extends or cancels a time, and says on which section and why. The clock records that a day
has come: a reminder, a window that opens, a time that has passed; it decides nothing (906/2019 28 a-e §). Each of
these is an event of the case, and carries the deadline whole, with its ledger.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from engine.case import Case
from engine.case_register import INFORMATION_MANAGEMENT
from engine.declaration import Day, Fact, Guard, Kind, Offer, Payload, Role, Suspending, Transition
from engine.envelope import Deadline
from engine.law import Label, Status, Statute

ADMINISTRATION: Final = Statute("434/2003", Label("hallintolaki", "förvaltningslag", "administrative procedure act"))
RESPONSIBLE: Final = Role(
    "ministry_responsible",
    Label("asiasta vastaava ministeriö", "det ansvariga ministeriet", "the ministry responsible for the case"),
    "@ministry",
)
CLOCK: Final = Role("clock", Label("kello", "klockan", "clock"), "@ministry")

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
_RUNNING: Final = ("open", "passed", "suspended")


class Named(Payload):
    """Which deadline of the case is meant; without a generation, the newest that runs."""

    deadline: str = Field(min_length=1, max_length=100, description="the deadline's name, as case show lists it")
    generation: int | None = Field(default=None, ge=1, description="which of them; the newest that runs if left out")


class Suspended(Named):
    """The time stands still, begins anew when resumed, or runs on: as the law says, or as stated where it is silent."""

    mode: Suspending | None = Field(default=None, description="freeze, restart or run_on; as declared if left out")
    section: _Text = Field(description="the section on which the suspension rests")
    why: _Text = Field(description="why, as stated")


class Resumed(Named):
    """What stood in the way is over; `why` names the suspension that ends, where several run."""

    why: _Text = Field(description="what has ended, as stated")


class Extended(Named):
    """The time is longer, until a stated day."""

    due: Day = Field(description="the new last day")
    section: _Text = Field(description="the section on which the extension rests")
    why: _Text = Field(description="why, as stated, and who asked for it")


class Cancelled(Named):
    """The time no longer runs."""

    section: _Text = Field(description="the section on which that rests")
    why: _Text = Field(description="why, as stated")


class Moved(Named):
    """The time was reckoned again, because the calendar has changed."""

    calendar: str = Field(description="the version of the calendar")
    due: Day = Field(description="the last day by that calendar")


class Occurred(Named):
    """A day came that the clock records; `key` is unique for it, `due` the deadline's last day."""

    due: Day = Field(description="the deadline's last day")
    planned_on: Day = Field(description="the day on which this was to be recorded")
    key: str = Field(description="the occurrence, once for ever")


class Reminded(Occurred):
    """So many days before (negative) or after the last day."""

    offset_days: int = Field(description="days from the last day")


class Skipped(Reminded):
    """A reminder that something later overtook while no clock ran."""

    overtaken_by: str = Field(description="the occurrence that came instead")


SUSPENDED: Final = Fact(
    "deadline_suspended", Label("määräaika keskeytetty", "tidsfrist avbruten", "deadline suspended"), Suspended
)
RESUMED: Final = Fact(
    "deadline_resumed", Label("määräaika jatkuu", "tidsfrist löper igen", "deadline resumed"), Resumed
)
EXTENDED: Final = Fact(
    "deadline_extended", Label("määräaikaa pidennetty", "tidsfrist förlängd", "deadline extended"), Extended
)
CANCELLED: Final = Fact(
    "deadline_cancelled", Label("määräaika rauennut", "tidsfrist förfallen", "deadline cancelled"), Cancelled
)
MOVED: Final = Fact(
    "deadline_moved",
    Label("määräaika laskettu uudelleen", "tidsfrist räknad på nytt", "deadline reckoned again"),
    Moved,
)
PASSED: Final = Fact(
    "deadline_passed", Label("määräaika kulunut umpeen", "tidsfrist gått ut", "deadline passed"), Occurred
)
OPENED: Final = Fact("window_opened", Label("aika alkanut", "tiden har börjat", "window opened"), Occurred)
REMINDED: Final = Fact("reminder_given", Label("muistutus", "påminnelse", "reminder"), Reminded)
SKIPPED: Final = Fact(
    "reminder_skipped",
    Label("muistutus sivuutettu", "påminnelse överhoppad", "reminder skipped"),
    Skipped,
)


def meant(case: Case | None, name: str, generation: int | None) -> Deadline | None:
    """Gives the running deadline that is meant: of a name the newest that runs, or the generation named."""
    running = [one for one in (case.deadlines.values() if case else ()) if one.name == name and one.status in _RUNNING]
    found = [one for one in running if generation in (None, one.generation)]
    return max(found, key=lambda one: one.generation, default=None)


def _meant(offer: Offer) -> Deadline | None:
    return meant(offer.case, offer.payload.deadline, offer.payload.generation)


def _runs(offer: Offer) -> bool:
    """Holds when the case has such a deadline, and it runs."""
    return _meant(offer) is not None


def _stands_still(offer: Offer) -> bool:
    """Holds when the deadline is suspended."""
    found = _meant(offer)
    return found is None or found.status == "suspended"


def _mode_known(offer: Offer) -> bool:
    """Holds when the declaration or the act says what the suspension does to the time."""
    found = _meant(offer)
    return found is None or offer.payload.mode is not None or found.suspension is not None


def _as_declared(offer: Offer) -> bool:
    """Holds unless the act says otherwise than the declaration what the suspension does."""
    found = _meant(offer)
    return found is None or found.suspension is None or offer.payload.mode in (None, found.suspension)


def _longer(offer: Offer) -> bool:
    """Holds when the new last day is later than the present one."""
    found = _meant(offer)
    return found is None or offer.payload.due > found.due


def _not_before_it(offer: Offer) -> bool:
    """Holds when the act is not earlier than the deadline's own start."""
    found = _meant(offer)
    return found is None or offer.on >= found.started_on


def _planned(offer: Offer) -> bool:
    """Holds when the day to be recorded is the act's own, and belongs to the deadline as it stands."""
    found = _meant(offer)
    if found is None:
        return True
    return offer.payload.due == found.due and _day_of(offer) <= offer.on


def _day_of(offer: Offer) -> date:
    planned_on: date = offer.payload.planned_on
    return max(planned_on, offer.case.opened_on if offer.case else date.min)


def _over(offer: Offer) -> bool:
    """Holds when the last day is behind, and the time neither stands still nor was recorded as passed."""
    found = _meant(offer)
    return found is None or (found.status == "open" and offer.on > found.due)


def _window(offer: Offer) -> bool:
    """Holds when the deadline is a window and its first day has come."""
    found = _meant(offer)
    return found is None or (found.opens_on is not None and found.opens_on <= offer.on)


def _awake(offer: Offer) -> bool:
    """Holds when the time does not stand still."""
    found = _meant(offer)
    return found is None or found.status != "suspended"


_BASIS: Final = (ADMINISTRATION("23 §", Status.PRACTICE),)
_OF_THE_CLOCK: Final = (INFORMATION_MANAGEMENT("26 §", Status.PRACTICE),)


def _guard(guard_id: str, label: Label, holds: object) -> Guard:
    return Guard(guard_id, label, _BASIS, holds, reads_payload=True)  # type: ignore[arg-type]


RUNS: Final = _guard(
    "deadline_runs",
    Label(
        "asiassa on tämän niminen määräaika, ja se on kulumassa",
        "ärendet har en löpande tidsfrist med detta namn",
        "the case has a running deadline of this name",
    ),
    _runs,
)
STANDS_STILL: Final = _guard(
    "deadline_is_suspended",
    Label("määräaika on keskeytetty", "tidsfristen är avbruten", "the deadline is suspended"),
    _stands_still,
)
MODE_KNOWN: Final = _guard(
    "suspension_mode_known",
    Label(
        "säädetty tai ilmoitettu, mitä keskeytys ajalle tekee (mode)",
        "föreskrivet eller angivet vad avbrottet gör med tiden (mode)",
        "declared or stated what the suspension does to the time (mode)",
    ),
    _mode_known,
)
AS_DECLARED: Final = _guard(
    "suspension_as_declared",
    Label(
        "keskeytys vaikuttaa niin kuin määräajasta on säädetty",
        "avbrottet verkar så som föreskrivs om tidsfristen",
        "the suspension does what is declared of the deadline",
    ),
    _as_declared,
)
LONGER: Final = _guard(
    "extension_is_later",
    Label(
        "uusi viimeinen päivä on nykyistä myöhempi",
        "den nya sista dagen är senare än den nuvarande",
        "the new last day is later than the present one",
    ),
    _longer,
)
NOT_BEFORE_IT: Final = _guard(
    "not_before_the_deadline",
    Label(
        "toimi ei ole määräajan alkua varhaisempi",
        "åtgärden är inte tidigare än tidsfristens början",
        "the act is not earlier than the start of the deadline",
    ),
    _not_before_it,
)
PLANNED: Final = _guard(
    "day_has_come",
    Label(
        "päivä on tullut, ja määräaika on ennallaan",
        "dagen har kommit och tidsfristen är oförändrad",
        "the day has come, and the deadline is as it was",
    ),
    _planned,
)
OVER: Final = _guard(
    "deadline_is_over",
    Label(
        "viimeinen päivä on takana, eikä aika ole keskeytetty",
        "den sista dagen är förbi och tiden är inte avbruten",
        "the last day is behind, and the time is not suspended",
    ),
    _over,
)
WINDOW: Final = _guard(
    "window_begins", Label("aika on alkanut", "tiden har börjat", "the window's first day has come"), _window
)
AWAKE: Final = _guard(
    "deadline_not_suspended",
    Label("määräaika ei ole keskeytetty", "tidsfristen är inte avbruten", "the deadline is not suspended"),
    _awake,
)


def _by_people(fact: Fact, *guards: Guard) -> Transition:
    return Transition(
        fact=fact,
        sources=(),
        target=None,
        by=(RESPONSIBLE,),
        kind=Kind.ACT,
        basis=_BASIS,
        guards=(RUNS, NOT_BEFORE_IT, *guards),
    )


def _by_the_clock(fact: Fact, *guards: Guard) -> Transition:
    return Transition(
        fact=fact,
        sources=(),
        target=None,
        by=(CLOCK,),
        kind=Kind.CLOCK,
        basis=_OF_THE_CLOCK,
        guards=(RUNS, PLANNED, *guards),
    )


OF_PEOPLE: Final = (
    _by_people(SUSPENDED, MODE_KNOWN, AS_DECLARED),
    _by_people(RESUMED, STANDS_STILL),
    _by_people(EXTENDED, LONGER),
    _by_people(CANCELLED),
    _by_people(MOVED),
)
"""What a person may do to a running deadline of any case."""

OF_THE_CLOCK: Final = (
    _by_the_clock(PASSED, OVER),
    _by_the_clock(OPENED, WINDOW, AWAKE),
    _by_the_clock(REMINDED, AWAKE),
    _by_the_clock(SKIPPED),
)
"""What only the clock records."""
