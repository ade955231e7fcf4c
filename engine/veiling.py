"""What is shown of an event to somebody who may not read all of it: the ground in the place of each secret part.

A secret part is not taken out of the record, whose bytes are sealed: it is veiled whenever it is shown, and the rest is
given all the same (621/1999 10 §). Pure. Which parts are secret is in `engine.publicity`.

Example:
    >>> in_json({"amount": Veiled.on("24.1 § 11", "secret"), "year": 2030})
    {'amount': None, 'year': 2030, 'veiled': [{'field': 'amount', 'ground': '24.1 § 11'}]}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Self

import msgspec

from engine.correction_reading import CORRECTING
from engine.envelope import DocumentRef, Envelope, canonical, event_hash, plain
from engine.publicity import DATA, DOCUMENTS, WHOLE, Ground, Part

STRUCTURE = frozenset(
    {"supersedes", "of", "incidents", "case_after", "back_to", "path", "effective_on", "schema", "section", "remedy"}
)
"""What of a correction says which event it speaks of and where it leads, and is shown whatever the act holds."""
_DECLARED_WITHIN = frozenset({"reading", "values", DATA})


class Veiled(str):
    """What stands in the place of a value that is not shown: the ground, in words. JSON has null instead."""

    __slots__ = ("ground",)
    ground: str
    any_made: ClassVar[bool] = False
    """Whether anything was veiled in this process; while nothing was, nobody has to look for it."""

    @classmethod
    def on(cls, ground_id: str, words: str) -> Self:
        """Gives the words in the place of a value that is veiled on a ground."""
        made = cls(words)
        made.ground = ground_id
        Veiled.any_made = True
        return made


class VeiledEnvelope(Envelope, frozen=True, kw_only=True, gc=False):
    """An event as it is shown to somebody who may not read all of it. It is never recorded and has no bytes.

    `true_hash` is the hash of the event as recorded, `veiled_on` the first ground. `wholly` says that nothing of what
    it holds is shown.
    """

    true_hash: str
    veiled_on: str
    parts: tuple[str, ...]
    wholly: bool = False


_PLAIN = frozenset({str, int, float, bool, type(None)})
"""What most values are, by their exact type: nothing in them is veiled, and they are seen first."""
VEILED_ONLY = tuple(name for name in VeiledEnvelope.__struct_fields__ if name not in Envelope.__struct_fields__)
"""What is known of a veiled event beside the fields of an envelope."""


def veiled(event: Envelope, parts: Iterable[Part], mark: Callable[[Ground], Veiled]) -> Envelope:
    """Gives an event with those parts veiled, or itself when there are none; `mark` says what stands in their place."""
    found = tuple(parts)
    if not found:
        return event
    wholly = next((part.ground for part in found if part.place == WHOLE), None)
    documents = list(event.documents)
    data: Any = event.data
    if wholly is not None:
        data = _all(data, mark(wholly))
        documents = [_document(one, mark(wholly)) for one in documents]
    for part in found:
        within, _, rest = part.place.partition(".")
        if within == DOCUMENTS:
            documents[int(rest)] = _document(documents[int(rest)], mark(part.ground))
        elif within == DATA:
            data = _with_corrections(data, rest.split("."), mark(part.ground), corrects=event.type in CORRECTING)
    values: dict[str, Any] = {name: getattr(event, name) for name in Envelope.__struct_fields__}
    cover = mark(found[0].ground)
    values |= {
        "data": data,
        "documents": tuple(documents),
        "command_hash": cover,
        "salt": None,
        "true_hash": event_hash(canonical(event)),
        "veiled_on": found[0].ground.id,
        "parts": tuple(part.place for part in found),
        "wholly": wholly is not None,
    }
    if wholly is not None and event.opening is not None:
        values["opening"] = msgspec.structs.replace(event.opening, ground=mark(wholly))
    return VeiledEnvelope(**values)


def hash_of(event: Envelope) -> str:
    """Gives the hash of an event as recorded, whether or not all of it is shown."""
    return event.true_hash if isinstance(event, VeiledEnvelope) else event_hash(canonical(event))


def in_json(value: Any) -> Any:  # noqa: ANN401 - JSON data has no narrower type
    """Gives data for JSON: null where a value is veiled, and beside it in `veiled` the field and the ground."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Veiled):
        return None
    if isinstance(value, Mapping):
        shown = {key: in_json(inner) for key, inner in value.items()}
        marks = [{"field": key, "ground": ground} for key, inner in value.items() if (ground := _ground_in(inner))]
        return {**shown, "veiled": marks} if marks else shown
    if isinstance(value, list | tuple):
        return [in_json(one) for one in value]
    return value


def _ground_in(value: object) -> str | None:
    """Gives the ground on which a value, or something in a list, is veiled."""
    if type(value) in _PLAIN:
        return None
    if isinstance(value, list | tuple):
        return next((one.ground for one in value if isinstance(one, Veiled)), None)
    return value.ground if isinstance(value, Veiled) else None


def in_canonical_json(value: object) -> str:
    """Gives data as canonical JSON on one line, with null where a value is veiled."""
    return canonical(in_json(_given(value)) if holds_veiled(value) else value).decode()


def shown_bytes(event: Envelope) -> bytes:
    """Gives the canonical bytes of an event as recorded; of one that is veiled, canonical JSON of what is shown."""
    if not isinstance(event, VeiledEnvelope):
        return canonical(event)
    return canonical(
        in_json({name: _given(getattr(event, name)) for name in Envelope.__struct_fields__ if getattr(event, name)})
    )


def holds_veiled(value: object) -> bool:
    """Says whether a value is veiled, or something in it."""
    if isinstance(value, msgspec.Struct):
        return any(holds_veiled(getattr(value, name)) for name in value.__struct_fields__)
    if isinstance(value, Mapping):
        return any(map(holds_veiled, value.values()))
    if isinstance(value, list | tuple):
        return any(map(holds_veiled, value))
    return isinstance(value, Veiled)


def _given(value: object) -> Any:  # noqa: ANN401 - JSON data has no narrower type
    """Gives plain data of a record without the fields that are empty, as its bytes leave them out."""
    if isinstance(value, msgspec.Struct):
        return {name: _given(inner) for name in value.__struct_fields__ if (inner := getattr(value, name))}
    return [_given(one) for one in value] if isinstance(value, list | tuple) else plain(value)


def _document(document: DocumentRef, mark: Veiled) -> DocumentRef:
    # The kind stays: that a document of that kind is on file is a register entry (621/1999 6 § 1 mom. 1 kohta).
    names = ("title", "diary_number", "sha256", "source")
    return msgspec.structs.replace(document, **{name: mark for name in names if getattr(document, name) is not None})


def _with_corrections(data: Any, path: Sequence[str], mark: Veiled, *, corrects: bool) -> Any:  # noqa: ANN401 - JSON
    if not corrects:
        return _at(data, path, mark)
    for prefix in (["reading", DATA], ["values"]):
        data = _at(data, [*prefix, *path], mark)
    # What a correction is reasoned with may tell what it corrects.
    return _at(data, ["reason"], mark)


def _at(value: Any, path: Sequence[str], mark: Veiled) -> Any:  # noqa: ANN401 - JSON data has no narrower type
    if not path:
        return _all(value, mark)
    if isinstance(value, list | tuple):
        return [_at(one, path, mark) for one in value]
    if isinstance(value, Mapping) and path[0] in value:
        return {**value, path[0]: _at(value[path[0]], path[1:], mark)}
    return value


def _all(value: Any, mark: Veiled) -> Any:  # noqa: ANN401 - JSON data has no narrower type
    """Veils every value, leaving the shape; nothing and emptiness stay, and so does what a correction speaks of."""
    if isinstance(value, Mapping):
        return {key: inner if key in STRUCTURE else _inner(key, inner, mark) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        # How many there are may tell as much as what they are.
        return [mark] if value else []
    return value if value is None else mark


def _inner(key: str, value: Any, mark: Veiled) -> Any:  # noqa: ANN401 - JSON data has no narrower type
    # Names of declared fields may be seen; further in, keys are what somebody stated.
    return mark if isinstance(value, Mapping) and key not in _DECLARED_WITHIN else _all(value, mark)
