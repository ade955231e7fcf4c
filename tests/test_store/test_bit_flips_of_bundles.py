"""Bits of what leaves the house: a flip in a bundle is found by the stand-alone verifier, or changes no record in it.

(Every bit of a checkpoint is flipped in `test_evidence_note`.) The sample's seed is printed; OHJAUS_SEED repeats it.
"""

from __future__ import annotations

import os
import random
import sys
import zipfile
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from tests.doses import LONG
from tests.test_cli.bundles import stand_alone
from tests.test_cli.conftest import stand_in, succeed

SEED = int(os.environ.get("OHJAUS_SEED", random.randrange(10**6)))  # noqa: S311 - a sample is no secret
FLIPS = 20_000 if LONG else 48
RECORD = ("events.jsonl", "checkpoint.note", "proofs.jsonl", "consistency.json")
ARGUMENTS = {
    "whole": ("audit", "export", "--format", "bundle"),
    "part": ("audit", "prove", "evaluation-15-2025"),
}


@pytest.fixture(scope="module")
def verifier() -> ModuleType:
    """The stand-alone verifier."""
    return stand_alone()


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A bundle of a whole log and one of a case, and the key that signed both."""
    folder = tmp_path_factory.mktemp("bundles")
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch, folder)
        succeed("demo", "--db", "demo.db")
        succeed("audit", "key", "init", "--db", "demo.db")
        for kind, arguments in ARGUMENTS.items():
            succeed(*arguments, "--out", f"{kind}.zip", "--db", "demo.db")
    with zipfile.ZipFile(folder / "whole.zip") as bundle:
        return folder, bundle.read("key.txt").decode().strip()


def held(path: Path) -> dict[str, bytes]:
    """The files of a bundle."""
    with zipfile.ZipFile(path) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist()}


@pytest.mark.parametrize("kind", ARGUMENTS)
def test_a_flipped_bit_of_a_bundle_is_found_or_harmless(
    bundles: tuple[Path, str], verifier: ModuleType, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whichever bit of the ZIP is flipped, the verifier does not call it whole, or all its files are as they were."""
    folder, key = bundles
    path, flipped = folder / f"{kind}.zip", folder / "flipped.zip"
    keys, whole, sound = [verifier.key_of(key)], path.read_bytes(), held(path)
    assert verifier.verify(str(path), keys, pure=True)[0] == 0
    dice = random.Random(SEED)  # noqa: S311
    outcomes: Counter[str] = Counter()
    for _ in range(FLIPS):
        bit = dice.randrange(len(whole) * 8)
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        flipped.write_bytes(damaged)
        code, said = verifier.verify(str(flipped), keys, pure=True)
        outcomes[("harmless", "not whole", "no bundle")[code]] += 1
        assert code or held(flipped) == sound, (SEED, bit, said)
    with capsys.disabled():
        sys.stdout.write(f"\nbits of a {kind} bundle: {FLIPS} flips, seed {SEED}: {dict(outcomes)}\n")
    assert outcomes["harmless"] < FLIPS


@pytest.mark.parametrize("kind", ARGUMENTS)
def test_a_flipped_bit_of_an_unpacked_bundle_is_found_or_told(
    bundles: tuple[Path, str], verifier: ModuleType, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the checksums of a ZIP a flip is found by the manifest and the proofs, or the record is as it was."""
    folder, key = bundles
    unpacked = folder / kind
    keys, sound = [verifier.key_of(key)], held(folder / f"{kind}.zip")
    with zipfile.ZipFile(folder / f"{kind}.zip") as bundle:
        bundle.extractall(unpacked)
    dice = random.Random(SEED + 1)  # noqa: S311
    outcomes: Counter[str] = Counter()
    for number in range(FLIPS):
        # Each file as often as every other, however small it is.
        name = sorted(sound)[number % len(sound)]
        damaged = bytearray(sound[name])
        bit = dice.randrange(len(damaged) * 8)
        damaged[bit // 8] ^= 1 << bit % 8
        (unpacked / name).write_bytes(damaged)
        code, said = verifier.verify(str(unpacked), keys, pure=True)
        (unpacked / name).write_bytes(sound[name])
        outcomes[("told", "not whole", "no bundle")[code]] += 1
        assert code or is_told(said, name), (SEED, name, bit, said)
    with capsys.disabled():
        sys.stdout.write(f"\nbits of an unpacked {kind} bundle: {FLIPS} flips, seed {SEED}: {dict(outcomes)}\n")
    assert outcomes["not whole"] > 0


def is_told(said: list[str], name: str) -> bool:
    """Tells whether a file that was changed is none of the record, and is said not to be checked.

    The manifest names what lies beside it. That it says, in a bundle of one case, of what the log's chain began is
    checked by nobody there: the chain is not in it.
    """
    told = any(line.startswith("NOT CHECKED") and name in line for line in said)
    return name == "manifest.json" or (name not in RECORD and told)
