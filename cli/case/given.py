"""Data of a fact as a person gives it: `--set k=v`, `--json FILE|-`, `--doc KIND=…`; strict and within caps.

What goes into the record has one canonical form: no floats, no NaN, no key twice, at most 10 MB and 64 levels.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Never, get_origin

from cli.case.field_types import list_of, plain_type
from cli.case.given_files import content_of, sha256_of
from engine.declaration import DocumentRule, Payload
from engine.envelope import DocumentRef
from engine.errors import InputRejected
from engine.law import Label
from engine.unreadable import where_unreadable

LARGEST_BYTES = 10_000_000
DEEPEST = 64
"""Levels of lists and objects inside each other."""

DIARY, VALUE, DATE, NUMBER = PLACEHOLDERS = ("DIARY", "VALUE", "DATE", "NUMBER")
"""What a proposed command leaves open: a diary number (or @FILE, or an address), a value, a day, a number."""

_KIND = re.compile(r"[a-z][a-z0-9_]*\Z")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


def read_json(path: str) -> dict[str, Any]:
    """Reads a JSON object from a file, or from standard input when `path` is `-`.

    Raises:
        InputRejected: it cannot be read, is too large or too deep, or is no JSON object with one meaning.
    """
    content = _from_standard_input() if path == "-" else content_of(path, LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise InputRejected(
            "input-too-large",
            f"{path} holds more than {LARGEST_BYTES // 1_000_000} MB.",
            details={"path": path},
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _invalid(path, where_unreadable(error)) from error
    data = parse_json(text, path)
    if not isinstance(data, dict):
        raise _invalid(path, _NO_OBJECT)
    return data


def _from_standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise _unreadable("-", error) from error


def parse_json(text: str, where: str) -> object:
    """Reads strict JSON: no floats, no NaN, no key twice, no surrogates, no more than 64 levels.

    Raises:
        InputRejected: `json-invalid`, with what is wrong.
    """
    if _depth(text) > DEEPEST:
        raise _invalid(where, _TOO_DEEP)
    try:
        data = json.loads(
            text, object_pairs_hook=_object, parse_float=_no_float, parse_constant=_no_float, parse_int=_integer
        )
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise _invalid(where, _HALF) from error
    except ValueError as error:
        told = next((one for one in error.args if isinstance(one, Label)), None)
        raise _invalid(where, told or where_unreadable(error)) from error
    return data


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in _STRING.sub("", text):
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


def _object(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(
                Label(
                    f"avain {key!r} on kahdesti samassa rakenteessa",
                    f"nyckeln {key!r} finns två gånger i samma objekt",
                    f"the key {key!r} stands twice in one object",
                )
            )
        found[key] = value
    return found


def _no_float(text: str) -> Never:
    raise ValueError(
        Label(
            f"{text} ei ole kokonaisluku; kirjoita rahamäärät sentteinä tai tekstinä",
            f"{text} är inget heltal; skriv belopp i cent eller som text",
            f"{text} is no whole number; write amounts in cents or as text",
        )
    )


def _integer(text: str) -> int:
    if len(text) > len("-") + 30:
        raise ValueError(
            Label("luvussa on yli 30 numeroa", "ett tal har fler än 30 siffror", "a number is longer than 30 digits")
        )
    return int(text)


def payload_data(model: type[Payload] | None, sets: Sequence[str], json_path: str | None) -> dict[str, Any]:
    """Gives the data of a fact: the JSON first, then each `--set`, read by the type of its field.

    Raises:
        InputRejected: the JSON is refused, or a `--set` is not written `name=value`.
    """
    data = {} if json_path is None else read_json(json_path)
    for stated in sets:
        name, equals, value = stated.partition("=")
        if not equals or not name:
            raise InputRejected(
                "set-invalid",
                f"--set {stated!r} is not written name=value.",
                details={"given": stated},
            )
        _ensure_filled_in("--set", stated, value)
        data[name] = _value(model, name, value)
    return data


def _value(model: type[Payload] | None, name: str, value: str) -> object:
    field = model.model_fields.get(name) if model is not None else None
    inner = list_of(field.annotation) if field is not None else None
    structured = value[:1] in ("[", "{")
    if inner is None:
        holds_object = field is not None and _is_object(field.annotation)
        return parse_json(value, f"--set {name}") if structured and holds_object else value
    if structured:
        return parse_json(value, f"--set {name}")
    return [part.strip() for part in value.split(",")] if value.strip() else []


def _is_object(annotation: object) -> bool:
    plain = plain_type(annotation)
    return get_origin(plain) is dict or (isinstance(plain, type) and issubclass(plain, Payload))


def documents(stated: Sequence[str], rules: Sequence[DocumentRule]) -> tuple[DocumentRef, ...]:
    """Gives the documents that `--doc` names: `KIND=DIARY;TITLE`, `KIND=@FILE` or `KIND=https://…`.

    Without a kind a document takes the first that the act requires and no other gives.

    Raises:
        InputRejected: a document is written otherwise, or its file cannot be read or is larger than a document may be.
    """
    parts = [_kind_and_value(one) for one in stated]
    wanted = [rule.kind for rule in rules if all(kind != rule.kind for kind, _ in parts)]
    found = []
    for kind, value in parts:
        if kind is None:
            found.append(_document(wanted.pop(0) if wanted else "document", value))
        else:
            found.append(_document(kind, value))
    return tuple(found)


def _kind_and_value(stated: str) -> tuple[str | None, str]:
    kind, equals, value = stated.partition("=")
    if equals and _KIND.match(kind):
        named, given = kind, value
    else:
        named, given = None, stated
    if not given.strip() or given == "@":
        raise InputRejected(
            "document-invalid",
            f"--doc {stated!r} names no document; write KIND=DIARY, KIND=DIARY;TITLE, KIND=@FILE or KIND=https://….",
            details={"given": stated},
        )
    _ensure_filled_in("--doc", stated, given)
    return named, given


def _ensure_filled_in(option: str, stated: str, value: str) -> None:
    """Makes sure that what a proposed command left open was filled in: the record would keep it for ever."""
    if value in PLACEHOLDERS:
        raise InputRejected(
            "placeholder-left",
            f"{option} {stated}: {value} is a placeholder of the proposed command; put the real one in its place.",
            details={"option": option, "given": stated, "placeholder": value},
        )


def _document(kind: str, value: str) -> DocumentRef:
    if value.startswith("@"):
        path = Path(value[1:])
        return DocumentRef(kind=kind, title=path.name, sha256=sha256_of(path))
    if value.startswith(("https://", "http://")):
        return DocumentRef(kind=kind, source=value)
    number, _, title = value.partition(";")
    return DocumentRef(kind=kind, diary_number=number.strip() or None, title=title.strip() or None)


def _unreadable(path: str, error: OSError) -> InputRejected:
    reason = error.strerror or type(error).__name__
    return InputRejected(
        "file-unreadable", f"{path} cannot be read: {reason}.", details={"path": path, "reason": reason}
    )


_NO_OBJECT = Label("se ei ole aaltosulkeissa oleva rakenne", "det är inget objekt", "it is no object in braces")
_TOO_DEEP = Label(
    f"siinä on yli {DEEPEST} sisäkkäistä tasoa",
    f"den har fler än {DEEPEST} nivåer",
    f"it is nested deeper than {DEEPEST} levels",
)
_HALF = Label("siinä on puolikas merkki", "den innehåller ett halvt tecken", "it holds half of a character")


def _invalid(where: str, problem: Label) -> InputRejected:
    return InputRejected(
        "json-invalid",
        f"The JSON of {where} cannot be taken: {problem.en}.",
        details={"where": where, "problem": problem},
    )
