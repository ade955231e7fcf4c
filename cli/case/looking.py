"""What a condition looked at when it was not met, data of the act or earlier acts: what a refusal proposes to state.

The condition is asked once more, over things that note what is read of them: so no list stands beside the conditions
that could fall behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from engine.declaration import Offer, Payload
from engine.envelope import Envelope

if TYPE_CHECKING:
    from cli.case.typed import Typed
    from cli.wiring import Wiring


class _Watched:
    """Data of an act that notes which of its fields are read."""

    def __init__(self, payload: Payload) -> None:
        self._payload = payload
        self.read: list[str] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the field holds
        self.read.append(name)
        return getattr(self._payload, name)


class _WatchedFacts(dict[str, tuple[Envelope, ...]]):
    """The recorded acts of a case, which notes which of them are asked for."""

    def __init__(self, facts: dict[str, tuple[Envelope, ...]]) -> None:
        super().__init__(facts)
        self.read: list[str] = []

    def get(self, key: str, default: Any = None, /) -> Any:  # noqa: ANN401 - as a dict has it
        self.read.append(key)
        return super().get(key, default)


@dataclass(frozen=True, slots=True)
class Looked:
    """The fields that a condition read and found empty, and the acts that it asked for and did not find."""

    fields: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


def looked_at(wiring: Wiring, typed: Typed, guard_id: str) -> Looked:
    """Gives what an unmet condition looked at in vain, in the order in which it looked."""
    guard = next((one for one in typed.move.guards if one.id == guard_id), None)
    if guard is None:
        return Looked()
    act, case = typed.act, typed.case
    payload = typed.move.fact.payload.model_validate(dict(act.data)) if guard.reads_payload else None
    watched = _Watched(payload) if payload is not None else None
    facts = _WatchedFacts(case.facts if case else {})
    subject = case.subject if case else act.opening.subject if act.opening else ""
    guard.holds(
        Offer(
            case=msgspec.structs.replace(case, facts=facts) if case else None,
            subject=subject,
            subject_kind=wiring.subjects.kind_of(subject),
            payload=watched,
            on=act.on,
            parameters=typed.table.procedure.parameters,
            law_on=case.law_on if case else act.on,
        )
    )
    empty = (name for name in (watched.read if watched else ()) if not getattr(payload, name, None))
    absent = (key.partition(".")[2] for key in facts.read if key not in facts)
    return Looked(tuple(dict.fromkeys(empty)), tuple(dict.fromkeys(absent)))
