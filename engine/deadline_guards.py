"""Conditions of acts on a running deadline, and of what the clock records of it.

No act that meets a deadline asks any of these: a late act is recorded as late, never refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from engine.deadline_standing import ending, is_over, meant, occurrence_key, running_suspensions, setting
from engine.declaration import Guard, Offer
from engine.envelope import Deadline
from engine.law import Label, Status, Statute

ADMINISTRATION: Final = Statute("434/2003", Label("hallintolaki", "förvaltningslag", "administrative procedure act"))
BASIS: Final = (ADMINISTRATION("23 §", Status.PRACTICE),)


def _meant(offer: Offer) -> Deadline | None:
    return meant(offer.case, offer.payload.deadline, offer.payload.generation)


def _runs(offer: Offer) -> bool:
    """Holds when the case has such a deadline, and it runs."""
    return _meant(offer) is not None


def _not_before_it(offer: Offer) -> bool:
    """Holds when the act is not earlier than the legal day of the fact that set the deadline."""
    found = _meant(offer)
    return found is None or offer.case is None or offer.on >= setting(offer.case, found).effective_on


def _not_over(offer: Offer) -> bool:
    """Holds unless the last day is behind already: nothing is left to suspend."""
    found = _meant(offer)
    return found is None or not is_over(found, offer.on)


def _mode_known(offer: Offer) -> bool:
    """Holds when the declaration or the act says what the suspension does to the time."""
    found = _meant(offer)
    return found is None or offer.payload.mode is not None or found.suspension is not None


def _as_declared(offer: Offer) -> bool:
    """Holds unless the act says otherwise than the declaration what the suspension does."""
    found = _meant(offer)
    return found is None or found.suspension is None or offer.payload.mode in (None, found.suspension)


def _is_suspended(offer: Offer) -> bool:
    """Holds when at least one suspension has not ended."""
    found = _meant(offer)
    return found is None or bool(running_suspensions(found))


def _reason_clear(offer: Offer) -> bool:
    """Holds when one suspension runs only, or when the reason stated is that of one of them."""
    found = _meant(offer)
    return found is None or not running_suspensions(found) or ending(found, offer.payload.why) is not None


def _not_before_suspension(offer: Offer) -> bool:
    """Holds when the suspension that ends had begun by the day of the act."""
    found = _meant(offer)
    entry = ending(found, offer.payload.why) if found else None
    return entry is None or entry.since <= offer.on


def _longer(offer: Offer) -> bool:
    """Holds when the new last day is later than the present one."""
    found = _meant(offer)
    return found is None or offer.payload.due > found.due


def _planned(offer: Offer) -> bool:
    """Holds when the deadline is as it was when this was planned, and the planned day has come."""
    found = _meant(offer)
    return found is None or (offer.payload.due == found.due and offer.payload.planned_on <= offer.on)


def _once(offer: Offer) -> bool:
    """Holds when nothing was recorded of the case under this key."""
    events = offer.case.events if offer.case else ()
    return not any(event.type.startswith("case.") and event.data.get("key") == offer.payload.key for event in events)


def _keyed(offer: Offer, found: Deadline, what: str) -> bool:
    day = found.opens_on if what == "window_opened" and found.opens_on else found.due
    case_id = offer.case.case_id if offer.case else ""
    return bool(offer.payload.key == occurrence_key(case_id, found.name, found.generation, what, day))


def _passes(offer: Offer) -> bool:
    """Holds when the last day is behind, nothing holds the time, and that was not recorded yet."""
    found = _meant(offer)
    if found is None:
        return True
    return found.status == "open" and offer.on > found.due and _keyed(offer, found, "deadline_passed")


def _window(offer: Offer) -> bool:
    """Holds when the deadline is a window, and its first day has come."""
    found = _meant(offer)
    if found is None:
        return True
    return found.opens_on is not None and found.opens_on <= offer.on and _keyed(offer, found, "window_opened")


def _reminder(offer: Offer) -> bool:
    """Holds when the day lies so far from the last one as the reminder says."""
    found, days = _meant(offer), offer.payload.offset_days
    if found is None:
        return True
    come = found.due.toordinal() + days <= offer.payload.planned_on.toordinal()
    return come and _keyed(offer, found, f"reminder{days:+d}")


def _awake(offer: Offer) -> bool:
    """Holds when the time does not stand still."""
    found = _meant(offer)
    return found is None or found.status != "suspended"


def _guard(guard_id: str, holds: Callable[[Offer], bool], fi: str, sv: str, en: str) -> Guard:
    return Guard(guard_id, Label(fi, sv, en), BASIS, holds, reads_payload=True)


RUNS: Final = _guard(
    "deadline_runs",
    _runs,
    "asiassa on tämän niminen määräaika, ja se on kulumassa",
    "ärendet har en löpande tidsfrist med detta namn",
    "the case has a running deadline of this name",
)
NOT_BEFORE_IT: Final = _guard(
    "not_before_the_deadline",
    _not_before_it,
    "toimi ei ole aiempi kuin päivä, jona määräaika asetettiin",
    "åtgärden är inte tidigare än den dag då tidsfristen sattes",
    "the act is not earlier than the day on which the deadline was set",
)
NOT_OVER: Final = _guard(
    "deadline_not_over",
    _not_over,
    "viimeinen päivä ei ole vielä takana: kulunutta aikaa ei keskeytetä vaan pidennetään",
    "den sista dagen är inte förbi: en tid som gått ut avbryts inte utan förlängs",
    "the last day is not behind yet: a time that is over is not suspended but extended",
)
MODE_KNOWN: Final = _guard(
    "suspension_mode_known",
    _mode_known,
    "säädetty tai ilmoitettu, mitä keskeytys ajalle tekee (mode)",
    "föreskrivet eller angivet vad avbrottet gör med tiden (mode)",
    "declared or stated what the suspension does to the time (mode)",
)
AS_DECLARED: Final = _guard(
    "suspension_as_declared",
    _as_declared,
    "keskeytys vaikuttaa niin kuin määräajasta on säädetty",
    "avbrottet verkar så som föreskrivs om tidsfristen",
    "the suspension does what is declared of the deadline",
)
IS_SUSPENDED: Final = _guard(
    "deadline_is_suspended",
    _is_suspended,
    "määräaika on keskeytetty",
    "tidsfristen är avbruten",
    "the deadline is suspended",
)
REASON_CLEAR: Final = _guard(
    "suspension_named",
    _reason_clear,
    "syy (why) on päättyvän keskeytyksen syy, kun keskeytyksiä on useita",
    "skälet (why) är det avbrotts som upphör, när avbrotten är flera",
    "the reason (why) is that of the suspension that ends, where several run",
)
NOT_BEFORE_SUSPENSION: Final = _guard(
    "not_before_the_suspension",
    _not_before_suspension,
    "päivä ei ole ennen keskeytyksen alkua",
    "dagen är inte före avbrottets början",
    "the day is not before the suspension began",
)
LONGER: Final = _guard(
    "extension_is_later",
    _longer,
    "uusi viimeinen päivä on nykyistä myöhempi",
    "den nya sista dagen är senare än den nuvarande",
    "the new last day is later than the present one",
)
PLANNED: Final = _guard(
    "day_has_come",
    _planned,
    "päivä on tullut, ja määräaika on ennallaan",
    "dagen har kommit och tidsfristen är oförändrad",
    "the day has come, and the deadline is as it was",
)
ONCE: Final = _guard(
    "recorded_once",
    _once,
    "samaa ei ole jo kirjattu",
    "samma sak har inte redan registrerats",
    "the same was not recorded already",
)
PASSES: Final = _guard(
    "deadline_is_over",
    _passes,
    "viimeinen päivä on takana, eikä aika ole keskeytetty",
    "den sista dagen är förbi och tiden är inte avbruten",
    "the last day is behind, and the time is not suspended",
)
WINDOW: Final = _guard(
    "window_begins", _window, "aika on alkanut", "tiden har börjat", "the window's first day has come"
)
REMINDER: Final = _guard(
    "reminder_day",
    _reminder,
    "muistutuksen päivä on tullut",
    "påminnelsens dag har kommit",
    "the day of the reminder has come",
)
AWAKE: Final = _guard(
    "deadline_not_suspended",
    _awake,
    "määräaika ei ole keskeytetty",
    "tidsfristen är inte avbruten",
    "the deadline is not suspended",
)
