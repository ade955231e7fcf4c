"""What a published source does not tell: accepted only from reporting, and only of conditions that are known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from engine.declaration import Transition
from engine.errors import InputRejected, Missing
from engine.law import Label, cites

if TYPE_CHECKING:
    from engine.assess import Act


def refuse_unknown_silence(transition: Transition, act: Act) -> None:
    """Makes sure that what an act leaves open are conditions of its move.

    Raises:
        InputRejected: `unreported-unknown`.
    """
    if not act.unreported:
        return
    known = {guard.id for guard in transition.guards} | {f"document:{rule.kind}" for rule in transition.documents}
    for code in act.unreported:
        if code not in known:
            raise InputRejected(
                "unreported-unknown",
                f"{transition.fact.id} has no condition called {code!r} that a source could leave open."
                + (f" Its conditions are: {', '.join(sorted(known))}." if known else ""),
                basis=cites(transition.basis),
                details={"code": code, "known": ", ".join(sorted(known))},
            )


def silence_without_reporting(act: Act) -> Iterable[Missing]:
    """Gives the condition that an act breaks when it leaves something open without resting on reporting alone."""
    rests_on_reporting = bool(act.documents) and all(document.is_reporting for document in act.documents)
    if act.unreported and not rests_on_reporting:
        yield Missing(
            "unreported-without-source",
            Label(
                "tiedon voi jättää avoimeksi vain, kun lähde on julkinen uutisointi",
                "en uppgift kan lämnas öppen endast när källan är publicerad rapportering",
                "a condition may be left unreported only for what is known from published reporting",
            ),
        )
