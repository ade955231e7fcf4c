"""The envelope: what every event carries, and the exact bytes that are hashed.

The canonical form is UTF-8 JSON with sorted keys, no white space, no floats, no NaN and no duplicate keys. The hash of
an event is SHA-256 over the canonical bytes of every field but the hash itself, the previous hash among them, so that
each event seals all before it (architecture, sections 3 and 6). `docs/canonical-form.md` publishes test vectors.

Example:
    >>> canonical({"b": 1, "a": "ä"}).decode()
    '{"a":"ä","b":1}'
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from operator import attrgetter
from typing import Any, Final, Literal

import msgspec

from engine.errors import InputRejected, IntegrityBroken

FORMAT: Final = 1
"""Version of the envelope's shape; raised only when a field changes meaning."""

_encoder = msgspec.json.Encoder(order="sorted")


class _Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Frozen, strict when decoded: a stored field that nobody knows is a fault, not noise.

    A field that is null, false or empty is left out of the bytes, so that a field that is added later changes no byte
    of what was recorded before. No field has any other default: msgspec tells those apart by identity only.
    """


class ActOf(_Record, frozen=True, kw_only=True, gc=False):
    """Whose act it is in law: an organisation, and the body of it that acts (null: the organisation itself)."""

    role: str
    organisation: str
    body: str | None = None


class RecordedBy(_Record, frozen=True, kw_only=True, gc=False):
    """Who recorded the act, in which role, how that identity was established, and by which grant it was allowed."""

    person: str
    identity: str
    role: str | None = None
    organisation: str | None = None
    grant: str | None = None


class DocumentRef(_Record, frozen=True, kw_only=True, gc=False):
    """A reference to a document, which itself stays outside the log.

    `source` is an address where it was published. A document with a source and without diary number is public reporting
    about a document, not the document (`DocumentRef.is_reporting`). `publicity` is a class that its recorder gave it,
    and `ground` the ground of it (`engine.publicity`).
    """

    kind: str
    title: str | None = None
    diary_number: str | None = None
    sha256: str | None = None
    source: str | None = None
    publicity: str | None = None
    ground: str | None = None

    @property
    def is_reporting(self) -> bool:
        """True when this is published reporting and not a document of an authority's register."""
        return self.diary_number is None and self.sha256 is None and self.source is not None


class DerivationRecord(_Record, frozen=True, kw_only=True, gc=False):
    """One step of how a due date came about."""

    step: str
    date: date
    why: str


class LedgerEntry(_Record, frozen=True, kw_only=True, gc=False):
    """One thing that happened to a deadline after it was set, with the due date before and after it.

    `kind` is suspended, extended or moved. A suspension runs from `since` until `until` (null: it still runs), and
    `mode` says what it does to the time: freeze, restart or run_on. `section` and `why` are as stated.
    """

    kind: str
    since: date
    due_before: date
    section: str
    why: str
    until: date | None = None
    due_after: date | None = None
    mode: str | None = None


class Deadline(_Record, frozen=True, kw_only=True, gc=False):
    """A deadline as it stands after the event that carries it; recorded whole, so that replay computes nothing.

    `due` is a date in Europe/Helsinki. `status` is one of open, met, late, passed, suspended, cancelled.
    `generation` counts the deadlines of the same name within the case from 1. `opens_on` is the first day of a window.
    `ledger` tells what happened to it since, the oldest first.
    """

    name: str
    generation: int
    kind: str
    due: date
    started_on: date
    rule: str
    basis: str
    law_status: str
    calendar: str
    status: str
    derivation: tuple[DerivationRecord, ...]
    closed_on: date | None = None
    opens_on: date | None = None
    suspension: str | None = None
    ledger: tuple[LedgerEntry, ...] = ()


class Task(_Record, frozen=True, kw_only=True, gc=False):
    """Something a role is to do; raised by a state, a fact or a reaction, never by a person typing it in.

    `done_by` names the facts that do it. Without any, it is done when the state that raised it is left.
    `status` is one of open, done, cancelled.
    """

    name: str
    generation: int
    role: str
    organisation: str
    basis: str
    raised_on: date
    status: str
    done_by: tuple[str, ...] = ()
    deadline: str | None = None
    body: str | None = None
    closed_on: date | None = None


class Standing(_Record, frozen=True, kw_only=True, gc=False):
    """A legal status beside the main line, such as a restriction of powers, from its first to its last day."""

    name: str
    basis: str
    since: date
    until: date | None = None


class Opening(_Record, frozen=True, kw_only=True, gc=False):
    """What a case is opened with; carried by its first event only.

    `law_in_force_from` is named where the law itself is not confirmed (`Procedure.status`): the day from which it is
    said to be in force.
    """

    procedure: str
    subject: str
    parties: tuple[str, ...]
    ministry: str
    ground: str
    diary_number: str | None = None
    law_in_force_from: date | None = None

    @property
    def partners(self) -> tuple[str, ...]:
        """The parties beside the ministry that is responsible for the case."""
        return tuple(party for party in self.parties if party != self.ministry)


class Link(_Record, frozen=True, kw_only=True, gc=False):
    """A link from this case to another, with the reaction that made it."""

    case: str
    relation: str


class Draft(_Record, frozen=True, kw_only=True, gc=False):
    """An admitted event before the log has given it its place, its time and its seal.

    `state` is where the case stands after it, and `closes` says that this ends the case: both recorded, so that the log
    can be read and projected without the declaration. `secrecy_ground` is the ground on which its recorder made it less
    public than its fact is. `salt` keeps the hash of an event with something secret from confirming a guess of it.
    """

    type: str
    schema: int
    effective_on: date
    act_of: ActOf
    declaration: str
    declaration_hash: str
    parameters: dict[str, date]
    calendar: str
    basis: tuple[str, ...]
    data: dict[str, Any]
    state: str
    publicity: str
    precision: str
    closes: bool = False
    documents: tuple[DocumentRef, ...] = ()
    unreported: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    tasks: tuple[Task, ...] = ()
    standings: tuple[Standing, ...] = ()
    opening: Opening | None = None
    links: tuple[Link, ...] = ()
    secrecy_ground: str | None = None
    salt: str | None = None


class Envelope(Draft, frozen=True, kw_only=True, gc=False):
    """A recorded event. `position` counts the whole log and `version` its stream, both from 1 and without gaps."""

    format: Literal[1]
    position: int
    stream: str
    version: int
    event_id: str
    recorded_at: datetime
    clock: str
    recorded_by: RecordedBy
    command_id: str
    command_hash: str
    correlation_id: str
    previous_hash: str
    acting_for: str | None = None
    causation_id: str | None = None


_draft_fields = tuple(field.name for field in msgspec.structs.fields(Draft))
_draft_values = attrgetter(*_draft_fields)
_decoder = msgspec.json.Decoder(Envelope)


def seal(draft: Draft, **placed: Any) -> Envelope:
    """Gives the envelope of `draft` with the fields that only the log can know."""
    return Envelope(**dict(zip(_draft_fields, _draft_values(draft), strict=True)), format=FORMAT, **placed)


def canonical(value: object) -> bytes:
    """Gives the canonical bytes of a struct or of plain JSON data.

    The caller answers for plain data being free of floats (`refuse_floats`).

    Raises:
        InputRejected: some text cannot be written in UTF-8.
    """
    try:
        return _encoder.encode(value)
    except UnicodeEncodeError as error:
        raise InputRejected(
            "not-canonical", f"Some text cannot be recorded: it holds half of a character ({error.reason})."
        ) from error


class Rewriting:
    """Writes one value after another in canonical form, in room that it keeps, and holds what it wrote against bytes.

    New room for each would cost a third of the writing.
    """

    __slots__ = ("_room",)

    def __init__(self) -> None:
        self._room = bytearray()

    def gives(self, value: object, stored: bytes) -> bool:
        """Tells whether `stored` are the canonical bytes of a value."""
        _encoder.encode_into(value, self._room)
        return self._room == stored


def event_hash(canonical_bytes: bytes) -> str:
    """Gives the event's hash in lower-case hexadecimal."""
    return hashlib.sha256(canonical_bytes).hexdigest()


def plain(value: object) -> Any:  # noqa: ANN401 - JSON data has no narrower type
    """Gives a record as plain JSON data with every field, null and empty ones included: to be shown, not hashed."""
    if type(value) in _LEAVES:
        return value
    if isinstance(value, msgspec.Struct):
        return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    if isinstance(value, (dict, Mapping)):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, str):
        return value  # what stands in the place of a veiled value keeps its kind
    return msgspec.to_builtins(value)


def decode(canonical_bytes: bytes) -> Envelope:
    """Reads an envelope back from its stored bytes.

    Raises:
        IntegrityBroken: the bytes are not an envelope.
    """
    try:
        return _decoder.decode(canonical_bytes)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise IntegrityBroken("event-unreadable", f"A stored event cannot be read: {error}.") from error


def _is_flat(value: Mapping[object, object]) -> bool:
    # Most of what is recorded, and seen to be so without a look at each value.
    return _TEXT.issuperset(map(type, value)) and _LEAVES.issuperset(map(type, value.values()))


DEEPEST = 100
"""How many levels of lists and tables plain data may have: far more than any payload, far less than a stack holds."""


_TEXT = frozenset({str})
_LEAVES = frozenset({str, int, bool, type(None)})
"""Kinds of values that hold nothing: most of what is recorded, and looked at no further."""


def refuse_floats(value: object, where: str = "data", *, levels: int = DEEPEST) -> None:
    """Makes sure that plain data has one canonical form: no floats, only text keys, and an end to its nesting.

    Raises:
        InputRejected: a float, a key that is not text, or a value that is not JSON stands in it, or it is nested deeper
            than `levels`.
    """
    if levels < 0:
        raise InputRejected("not-canonical", f"{where[:80]}... is nested deeper than {DEEPEST} levels.")
    kind = type(value)
    if kind in _LEAVES or (isinstance(value, dict) and levels and _is_flat(value)):
        return
    # A dict comes first: to ask the protocol costs more than all the rest, and is seldom needed.
    if isinstance(value, (dict, Mapping)):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise InputRejected("not-canonical", f"{where} has a key that is not text: {key!r}.")
            if type(inner) not in _LEAVES or not levels:
                refuse_floats(inner, f"{where}.{key}", levels=levels - 1)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            refuse_floats(inner, f"{where}[{number}]", levels=levels - 1)
    elif not isinstance(value, str | bool | int):
        raise InputRejected(
            "not-canonical",
            f"{where} holds a {kind.__name__}; only text, whole numbers, true, false, null and lists are recorded.",
        )
