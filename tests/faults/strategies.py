"""What Hypothesis brings to each entrance: input that is nearly good, input that is odd, and anything at all."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import strategies as st

from cli.main import ohjaus
from tests.faults.entrances import VALUES, Content, Entrance, commands, options
from tests.faults.mutating import TOKENS

Brought = st.SearchStrategy[Content]

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
DAYS = st.dates().map(str) | st.sampled_from(["0001-01-01", "9999-12-31", "2026-02-30", "2026-03-02T12:00:00Z"])
NUMBERS = st.integers() | st.floats() | st.sampled_from([0, -1, 10**30])
SCALARS: st.SearchStrategy[object] = st.none() | st.booleans() | NUMBERS | ANY_TEXT | DAYS
JSON: st.SearchStrategy[object] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4), max_leaves=12
)


def spoilt(entrance: Entrance) -> Brought:
    """What the long run draws, with Hypothesis in the place of the seed."""
    return st.randoms(use_true_random=False).map(entrance.draw)


@st.composite
def pieced(draw: st.DrawFn, good: bytes) -> bytes:
    """Good bytes with some places taken out, or replaced by something odd."""
    made = bytearray(good)
    for _ in range(draw(st.integers(1, 4))):
        here = draw(st.integers(0, len(made)))
        there = min(len(made), here + draw(st.integers(0, 40)))
        made[here:there] = draw(st.sampled_from(TOKENS) | st.binary(max_size=12) | ANY_TEXT.map(str.encode))
    return bytes(made)


def typed(entrance: Entrance) -> Brought:
    """Words on the command line."""
    del entrance
    known = list(commands(ohjaus))
    every = st.sampled_from(options(known))

    def of(command: tuple[tuple[str, ...], tuple[str, ...]]) -> st.SearchStrategy[Content]:
        path, own = command
        words = st.sampled_from([*own, *VALUES]) | st.sampled_from(VALUES) | every | ANY_TEXT
        return st.lists(words, max_size=8).map(lambda several: (*path, *several))

    return st.sampled_from(known).flatmap(of)


def object_of(*names: str) -> Callable[[Entrance], Brought]:
    """JSON with some of the names that are expected, and others."""

    def brought(entrance: Entrance) -> Brought:
        name = st.sampled_from([*names, "", "on", "kind"]) | ANY_TEXT
        made = (st.dictionaries(name, JSON, max_size=4) | JSON).map(lambda value: json.dumps(value).encode())
        return made | spoilt(entrance) | st.binary(max_size=60)

    return brought


def lines(entrance: Entrance) -> Brought:
    """The lines of a good text, some left out, doubled, exchanged or changed."""
    good = entrance.good.splitlines(keepends=True)
    line = st.sampled_from(good) | ANY_TEXT.map(lambda text: f"{text}\n".encode())
    named = st.builds(lambda one, value: one.split(b"=")[0] + b"= " + value + b"\n", st.sampled_from(good), TOML)
    return st.lists(line | named, max_size=2 * len(good)).map(b"".join) | pieced(entrance.good) | spoilt(entrance)


TOML = (DAYS | ANY_TEXT.map(json.dumps) | NUMBERS.map(str) | st.sampled_from(["[]", "{}", "[[1]]", '"""', "true"])).map(
    str.encode
)


def packed(entrance: Entrance) -> Brought:
    """A workbook whose bytes or parts are changed."""
    return spoilt(entrance) | pieced(entrance.good)


@st.composite
def overwritten(draw: st.DrawFn, good: bytes) -> bytes:
    """A file of the same length, or cut, with some places overwritten; its beginning is met as often as the rest."""
    made = bytearray(good)
    for _ in range(draw(st.integers(1, 6))):
        here = draw(st.integers(0, 99) | st.integers(0, len(made) - 1))
        piece = draw(st.binary(min_size=1, max_size=100))
        made[here : here + len(piece)] = piece
    return bytes(made[: draw(st.none() | st.integers(0, len(made)))])


def foreign(entrance: Entrance) -> Brought:
    """A database file that is damaged, or no database at all."""
    return overwritten(entrance.good) | st.binary(max_size=200)


def one_part(entrance: Entrance) -> Brought:
    """One of several parts with some places taken out or replaced, or anything at all in its place."""

    def of(name: str) -> Brought:
        content = (
            pieced(entrance.parts[name]) | st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode())
        )
        return content.map(lambda spoilt: name.encode() + b"\n" + spoilt)

    return st.sampled_from(sorted(entrance.parts)).flatmap(of) | spoilt(entrance)


STRATEGIES: dict[str, Callable[[Entrance], Brought]] = {
    "arguments": typed,
    "json": object_of("text"),
    "figures": object_of("service_endangered_years", "borrowing_authority_changed_on"),
    "toml": lines,
    "settings": lines,
    "xlsx": packed,
    "checkpoint": lines,
    "keys": one_part,
    "tokens": one_part,
    "picture": packed,
    "database": foreign,
    "persons": foreign,
}
