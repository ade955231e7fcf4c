"""Publicity: which parts of an event are secret, on what ground, and what is shown in their place.

Which fields and documents are secret is data (`procedures/publicity`); whoever records an act can make it more secret,
never less. Pure; what is shown in the place of a secret part is in `engine.veiling`. See `docs/publicity.md`.

Example:
    >>> less_public("secret", "internal"), less_public(None, "internal")
    ('secret', 'internal')
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from engine.correction_reading import CORRECTING, root_version
from engine.envelope import Envelope
from engine.errors import InputRejected
from engine.law import Label, Status

EVERY = "*"
"""In a rule: whatever the procedure."""
WHOLE = "*"
"""As the place of a secret part: everything that the event holds."""
DATA, DOCUMENTS = "data", "documents"
FINGERPRINT = "command_hash"
"""What of an event is made of everything that its command stated."""


class Publicity(StrEnum):
    """How public something is, the most public first; `internal` is not published, `secret` is kept from readers."""

    PUBLIC = "public"
    INTERNAL = "internal"
    SECRET = "secret"  # noqa: S105 - a class of publicity, no password

    @property
    def rank(self) -> int:
        """How little public it is: 0 for what is public."""
        return list(Publicity).index(self)


def less_public(stated: str | None, declared: str) -> str:
    """Gives the less public of what a recorder stated of an act and what is declared of its fact.

    Raises:
        InputRejected: `publicity-unknown`, what was stated is no class.
    """
    if stated is None or stated == declared:
        return declared
    if stated not in set(Publicity):
        raise InputRejected(
            "publicity-unknown",
            f"{stated!r} is no class of publicity: {', '.join(Publicity)}.",
            details={"given": stated, "known": ", ".join(Publicity)},
        )
    return max(stated, declared, key=lambda one: Publicity(one).rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A ground of secrecy, by the id under which a person names it, such as `24.1 § 7`."""

    id: str
    section: str
    status: Status
    about: Label
    marker: Label

    @property
    def cite(self) -> str:
        """The citation, as it is printed."""
        return f"621/1999 {self.section}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretRule:
    """That a field of some facts, or a kind of document, is secret or internal.

    `field` is a path such as `items.cost_cents`, lists being passed through. Once one of the facts in `until` has
    happened in the case, the rule no longer holds.
    """

    procedure: str
    publicity: Publicity
    ground: Ground
    status: Status
    why: Label
    facts: tuple[str, ...] = ()
    field: str | None = None
    document: str | None = None
    until: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A secret part of an event: a path such as `data.amount_cents` or `documents.0`, and the ground."""

    place: str
    ground: Ground


@dataclass(frozen=True)
class PublicityTable:
    """The grounds, and the rules by the type of the event or the kind of the document that they are about."""

    grounds: Mapping[str, Ground]
    rules: tuple[SecretRule, ...]
    internal: Ground
    _of_type: dict[str, tuple[SecretRule, ...]] = field(default_factory=dict, init=False, compare=False)
    _of_kind: dict[str, tuple[SecretRule, ...]] = field(default_factory=dict, init=False, compare=False)

    def __post_init__(self) -> None:
        """Sorts the rules by what they are about."""
        for rule in self.rules:
            if rule.document is not None:
                self._of_kind[rule.document] = (*self._of_kind.get(rule.document, ()), rule)
            for fact in rule.facts if rule.field is not None else ():
                name = f"{rule.procedure}.{fact}"
                self._of_type[name] = (*self._of_type.get(name, ()), rule)

    def ground(self, stated: str) -> Ground:
        """Gives the ground that a person names, however it is spaced.

        Raises:
            InputRejected: `ground-unknown`, the law gives no such ground, or none that is used here.
        """
        sought = "".join(stated.split())
        found = next((one for one in self.grounds.values() if "".join(one.id.split()) == sought), None)
        if found is None:
            raise InputRejected(
                "ground-unknown",
                f"{stated!r} is no ground of secrecy that is used here: {', '.join(self.grounds)}.",
                try_next="ohjaus explain publicity",
                details={"given": stated, "known": ", ".join(self.grounds)},
            )
        return found

    def on_type(self, event_type: str) -> tuple[SecretRule, ...]:
        """Gives the rules about the data of a type of event."""
        return self._of_type.get(event_type, ())

    def on_document(self, procedure: str, kind: str) -> tuple[SecretRule, ...]:
        """Gives the rules about a kind of document in a procedure."""
        return tuple(rule for rule in self._of_kind.get(kind, ()) if rule.procedure in (EVERY, procedure))

    def may_concern(self, event: Envelope) -> bool:
        """Says at a glance, without knowing the case, whether something of an event may be less than public."""
        return (
            event.publicity != Publicity.PUBLIC
            or event.type in self._of_type
            or event.type in CORRECTING
            or any(one.publicity is not None or one.kind in self._of_kind for one in event.documents)
        )


def secret_parts(
    event: Envelope,
    table: PublicityTable,
    history: Callable[[], Sequence[Envelope]],
    *,
    least: Publicity = Publicity.SECRET,
) -> tuple[Part, ...]:
    """Gives the parts of an event that are at least as little public as `least`.

    `history` gives the events of the case as recorded, the later ones too: what has become public since is public.
    """
    if not table.may_concern(event):
        return ()
    return tuple(_parts(event, table, history, least))


def _parts(
    event: Envelope, table: PublicityTable, history: Callable[[], Sequence[Envelope]], least: Publicity
) -> Iterator[Part]:
    if Publicity(event.publicity).rank >= least.rank:
        yield Part(WHOLE, _stated(table, event.secrecy_ground))
        return
    procedure = event.declaration.partition("@")[0]
    for rule in table.on_type(_root_type(event, history)):
        if rule.field is not None and _holds(rule, procedure, history, least):
            yield Part(f"{DATA}.{rule.field}", rule.ground)
    for number, document in enumerate(event.documents):
        if document.publicity is not None and Publicity(document.publicity).rank >= least.rank:
            yield Part(f"{DOCUMENTS}.{number}", _stated(table, document.ground))
            continue
        for rule in table.on_document(procedure, document.kind):
            if _holds(rule, procedure, history, least):
                yield Part(f"{DOCUMENTS}.{number}", rule.ground)
                break


def _stated(table: PublicityTable, ground_id: str | None) -> Ground:
    return table.grounds.get(ground_id or "", table.internal)


def _root_type(event: Envelope, history: Callable[[], Sequence[Envelope]]) -> str:
    if event.type not in CORRECTING:
        return event.type
    version = root_version(event)
    return next((one.type for one in history() if one.version == version), event.type)


def _holds(rule: SecretRule, procedure: str, history: Callable[[], Sequence[Envelope]], least: Publicity) -> bool:
    if rule.publicity.rank < least.rank:
        return False
    ending = {f"{procedure}.{fact}" for fact in rule.until}
    return not (ending and any(one.type in ending for one in history()))
