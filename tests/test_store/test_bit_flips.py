"""Every single bit of a log of two hundred events: a flip of it is found, or all that is recorded reads as before.

The ordinary run looks at a sample, whose seed it prints; with OHJAUS_LONG=1 every bit of the file is flipped.
OHJAUS_SEED repeats a sample.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import wal
from store.open_log import open_log
from tests.contracts.builders import command, draft, opening, write
from tests.doses import LONG
from tests.test_store.flipping import CLOCK, EVENTS, Flipper, content, flipped, two_hundred_events, verdict

PAGE_BYTES = 4096
SEED = int(os.environ.get("OHJAUS_SEED", random.randrange(10**6)))  # noqa: S311 - a sample is no secret
IN_THE_FILE, BY_EVERY_CHECK, IN_THE_WAL = (2_000, 120, 4_000) if LONG else (500, 40, 150)
STRIDE = 1 if LONG else 8
"""Of how many bytes of a page one is looked at bit by bit."""


@pytest.fixture(scope="module")
def flipper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flipper]:
    """A log of two hundred events, whose bits can be turned."""
    path = tmp_path_factory.mktemp("flips") / "log.db"
    two_hundred_events(path)
    found = Flipper(path)
    yield found
    found.close()


def told(what: str, outcomes: Counter[str]) -> None:
    """Prints what came of the flips."""
    listed = ", ".join(f"{name} {count}" for name, count in outcomes.most_common())
    sys.stdout.write(f"\n{what}: {outcomes.total()} flips, seed {SEED}: {listed}\n")


def test_the_log_is_what_is_promised(flipper: Flipper) -> None:
    """It holds at least two hundred events of real procedures and is sound by every check."""
    assert len(flipper.sound[0]) >= EVENTS
    assert verdict(flipper.path, flipper.sound) == "harmless"


def test_a_flipped_bit_is_found_or_harmless(flipper: Flipper, capsys: pytest.CaptureFixture[str]) -> None:
    """Whichever bit of the file is flipped, the record reads as before or the flip is found."""
    dice = random.Random(SEED)  # noqa: S311
    outcomes = Counter(flipper.look(dice.randrange(flipper.bits)) for _ in range(IN_THE_FILE))
    with capsys.disabled():
        told("bits of the file", outcomes)
    assert outcomes["silent"] == 0
    assert outcomes["event hash"] > 0


def test_a_quick_look_says_what_every_check_says(flipper: Flipper) -> None:
    """What the quick look calls found, the checks of the whole file find, and what it calls harmless is no worse."""
    dice = random.Random(SEED + 1)  # noqa: S311
    for _ in range(BY_EVERY_CHECK):
        bit = dice.randrange(flipper.bits)
        quick = flipper.look(bit, quick=True)
        with flipped(flipper.path, bit):
            whole = verdict(flipper.path, flipper.sound)
        assert whole != "silent", (SEED, bit)
        assert quick == "harmless" or whole != "harmless", (SEED, bit, quick, whole)


def test_the_first_and_the_last_record_are_watched_like_the_others(flipper: Flipper) -> None:
    """Each bit of the hashes, and the first and last bit of the bytes, of the first and the last event is found."""
    file = flipper.path.read_bytes()
    for row in (flipper.sound[0][0], flipper.sound[0][-1]):
        at = file.index(row[-2], file.index(row[-1][-32:]))
        bits = [at * 8 + number for number in range(0, len(row[-2]) * 8, 1 if LONG else 16)]
        for bit in bits:
            with flipped(flipper.path, bit):
                assert verdict(flipper.path, flipper.sound) in {"chain", "opening", "schema"}, bit
    for event in (0, len(flipper.sound[0]) - 1):
        places = sorted((offset, at) for at, (row, offset) in flipper.payload.items() if row == event)
        for (_, at), bit in zip((places[0], places[-1]), (0, 7), strict=True):
            with flipped(flipper.path, at * 8 + bit):
                assert verdict(flipper.path, flipper.sound) == "chain"


def test_every_bit_of_the_file_is_found_or_harmless(flipper: Flipper, capsys: pytest.CaptureFixture[str]) -> None:
    """Not one bit of the file, or in the ordinary run of each eighth byte of a page, can be flipped unseen."""
    pages = flipper.bits // 8 // PAGE_BYTES
    chosen = range(1, pages + 1) if LONG else [random.Random(SEED).choice(flipper.pages_of("events"))]  # noqa: S311
    outcomes = flipper.exhaust(chosen, stride=STRIDE)
    with capsys.disabled():
        told(f"every bit of {len(chosen)} of {pages} pages, 1 byte of {STRIDE}", outcomes)
    assert (outcomes.total(), outcomes["silent"]) == (len(chosen) * PAGE_BYTES // STRIDE * 8, 0)


@pytest.fixture(scope="module")
def crashed(flipper: Flipper, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The log with a WAL beside it, which holds its newest events, as a machine leaves it that went down."""
    path, left = flipper.path.with_name("live.db"), tmp_path_factory.mktemp("crashed") / "log.db"
    shutil.copy(flipper.path, path)
    with open_log(path, CLOCK) as opened:
        for number in range(4):
            opened.log.append([write(f"kite-{number}", 0, opening(), draft())], command(f"c{number}"))
        shutil.copy(path, left)
        shutil.copy(f"{path}-wal", f"{left}-wal")
    return left


def test_a_flipped_bit_of_the_wal_is_found_or_harmless(crashed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """SQLite drops what follows a damaged frame without a word; our own walk over the frames tells."""
    beside = Path(f"{crashed}-wal")
    whole = beside.read_bytes()
    with open_log(crashed, CLOCK, read_only=True) as opened:
        sound = content(opened.log)
    assert wal.walk(io.BytesIO(whole)).damage is None
    dice = random.Random(SEED + 2)  # noqa: S311
    heads = [at for start in (0, 32) for at in range(start * 8, (start + 24) * 8)]
    last = len(whole) * 8 - 4120 * 8
    drawn = [dice.randrange(len(whole) * 8) for _ in range(IN_THE_WAL)]
    outcomes: Counter[str] = Counter()
    for bit in {*(heads if LONG else heads[::7]), *range(last, last + 24 * 8, 1 if LONG else 5), *drawn}:
        found = _walked(whole, bit)
        outcomes[found] += 1
        if found == "found":
            continue
        with flipped(beside, bit), open_log(crashed, CLOCK, read_only=True) as opened:
            assert content(opened.log) == sound, (SEED, bit)
    with capsys.disabled():
        told("bits of the WAL", outcomes)
    assert outcomes["found"] > 0


def _walked(whole: bytes, bit: int) -> str:
    damaged = bytearray(whole)
    damaged[bit // 8] ^= 1 << bit % 8
    return "harmless" if wal.walk(io.BytesIO(bytes(damaged))).damage is None else "found"
