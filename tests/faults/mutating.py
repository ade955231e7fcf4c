"""Bytes and words made from good ones: changed a little, changed badly, far too long, far too deep."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

TOKENS = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xe2\x80\xae",
        b"\x1b]0;x\x07",
        b"\r\n",
        b"'",
        b'"',
        b"\\u0000",
    ),
    *(b"NaN", b"Infinity", b"1e999", b"-0", b"1.5", b"9" * 400, b"null", b"true", b"{", b"}", b"[", b"]", b"[" * 70),
    *(
        b"0001-01-01",
        b"9999-12-31",
        b"2026-02-30",
        b"2026-03-02T12:00:00Z",
        b"=1+1",
        b"<!ENTITY a 'b'>",
        b"&a;",
        b"#REF!",
    ),
)
DEEP, LONG_BYTES = 5_000, 11_000_000


def mutated(chance: random.Random, content: bytes, *, huge: bool = True) -> bytes:
    """Some bytes with one to four things wrong in them, or something else altogether."""
    whole = chance.random()
    if whole < 0.01:
        return chance.randbytes(chance.randrange(2_000))
    if huge and whole < 0.012:
        return content + b" " * LONG_BYTES
    if huge and whole < 0.016:
        return b'{"a":' * DEEP + b"1" + b"}" * DEEP
    made = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        here = chance.randrange(len(made) + 1)
        there = min(len(made), here + chance.randrange(1, 40))
        match chance.randrange(6):
            case 0:
                del made[here:there]
            case 1:
                made[here:here] = made[here:there] * chance.randint(1, 5)
            case 2:
                made[here:here] = chance.choice(TOKENS)
            case 3:
                made[here:there] = chance.choice(TOKENS)
            case 4 if here < len(made):
                made[here] ^= 1 << chance.randrange(8)
            case _:
                del made[here if chance.random() < 0.1 else there :][:0]
    return bytes(made)


ODD: tuple[object, ...] = (
    *(
        None,
        True,
        0,
        -1,
        1.5,
        10**30,
        "",
        " ",
        "0001-01-01",
        "9999-12-31",
        "2026-02-30",
        "x" * 20_000,
        "\x00",
        "\u202e",
    ),
    *([], {}, [[]], [None], {"": 0}, [1, "1"], {"a": {"a": {"a": 1}}}),
)


def mutated_json(chance: random.Random, value: Mapping[str, object]) -> bytes:
    """Data with something odd in one of its places, or its bytes changed."""
    if chance.random() < 0.4:
        return mutated(chance, json.dumps(value).encode())
    made = dict(value)
    name = chance.choice([*made, "", "unknown", "kind", "on"])
    if chance.random() < 0.2:
        made.pop(name, None)
    else:
        made[name] = chance.choice(ODD)
    return json.dumps(made).encode()


def mutated_tree(chance: random.Random, content: bytes) -> bytes:
    """A JSON document with something odd in one to three of its places, however deep, or its bytes changed."""
    if chance.random() < 0.4:
        return mutated(chance, content)
    made = {"": json.loads(content)}
    for _ in range(chance.randint(1, 3)):
        inside: Any = made
        name: Any = ""
        while isinstance(inside[name], dict | list) and inside[name] and chance.random() < 0.8:
            inside = inside[name]
            name = chance.choice([*inside]) if isinstance(inside, dict) else chance.randrange(len(inside))
        if chance.random() < 0.2 and inside is not made:
            del inside[name]
        else:
            # A copy of its own: a list that is put into itself has no end.
            inside[name] = deepcopy(chance.choice(ODD))
    return json.dumps(made[""]).encode()


def mutated_zip(chance: random.Random, content: bytes) -> bytes:
    """A ZIP whose bytes are changed, or one of whose parts is changed, doubled, left out or swollen."""
    if chance.random() < 0.2:
        return mutated(chance, content, huge=False)
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        parts = [(name, held.read(name)) for name in held.namelist()]
    which = chance.randrange(len(parts))
    name, data = parts[which]
    match chance.randrange(8):
        case 0:
            del parts[which]
        case 1:
            parts.append((f"../{name}", data))
        case 2 if chance.random() < 0.1:
            parts[which] = (name, data + bytes(30_000_000))
        case _:
            parts[which] = (name, mutated(chance, data, huge=False))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts:
            made.writestr(name, data)
    return file.getvalue()


def mutated_words(chance: random.Random, known: Sequence[str]) -> list[str]:
    """A few words: known ones, some of them a little wrong."""
    words = []
    for _ in range(chance.randrange(9)):
        word = chance.choice(known)
        if chance.random() < 0.15:
            word = mutated(chance, word.encode() or b" ", huge=False).decode("utf-8", "replace").replace("/", "")
        words.append(word)
    return words
