"""Two verifiers, written apart, over the same mutated evidence: they agree on each, and accept none of it."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from engine.envelope import canonical, event_hash
from store.evidence.note import SignerKey, VerifierKey, parse_verifier
from store.evidence.tree import (
    collect,
    consistency_ranges,
    inclusion_ranges,
    root_of,
    verify_consistency,
    verify_inclusion,
)
from tests.doses import LONG
from tests.test_cli.bundles import Files, files_of, ours_accepts, sealed, stand_alone, their_code
from tests.test_cli.conftest import succeed

BUNDLES = {"whole": 15_000, "part": 25_000} if LONG else {"whole": 150, "part": 300}
PROOFS, SIGNATURES = (50_000, 10_000) if LONG else (2_000, 75)
"""How many of each are mutated: 100,000 in the long run."""

SEED = 5
Mutation = Callable[[random.Random, Files], Files]


@pytest.fixture
def verifier() -> ModuleType:
    """The stand-alone verifier, as a module."""
    return stand_alone()


@pytest.fixture
def exports(empty: Path, folder: Path) -> dict[str, Files]:
    """A small log as a whole bundle and in part, each with an older checkpoint from which the log grew."""
    now = ("--now", "2026-08-20T12:00:00Z")
    succeed("case", "start-all", "steering_negotiation", "--on", "2026-08-17", "--set", "year=2026", *now)
    succeed("audit", "key", "init", "--name", "made-up")
    succeed("audit", "checkpoint", "--out", "older.note")
    chosen = [f"steering-negotiation-{code}-2026" for code in ("05", "15")]
    for case_id in chosen:
        succeed("case", "note", case_id, "A made-up note", *now)
    succeed("audit", "export", "--format", "bundle", "--older", "older.note", "--out", "whole")
    cases = [word for case_id in chosen for word in ("--case", case_id)]
    succeed("audit", "export", "--format", "bundle", "--older", "older.note", "--out", "part", *cases)
    return {name: files_of(folder / name) for name in ("whole", "part")}


def flipped(chance: random.Random, content: bytes) -> bytes:
    """Some bytes with one bit, one byte or one end changed."""
    place = chance.randrange(len(content))
    match chance.randrange(5):
        case 0:
            return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]
        case 1:
            return content[:place] + bytes([chance.randrange(256)]) + content[place:]
        case 2:
            return content[:place] + content[place + 1 :]
        case 3:
            return content[:place]
        case _:
            return content + content[place:]


def in_bytes(chance: random.Random, held: Files) -> Files:
    """A change anywhere in a file that proves something, the manifest written anew so that it does not tell."""
    names = {"events.jsonl", "checkpoint.note", "older.note", "proofs.jsonl"} & held.keys()
    name = chance.choice(sorted(names | ({"consistency.json"} if "proofs.jsonl" in held else set())))
    return sealed({**held, name: flipped(chance, held[name])})


def in_manifest(chance: random.Random, held: Files) -> Files:
    """A manifest that says something else."""
    said = json.loads(held["manifest.json"])
    change: dict[str, object] = chance.choice(
        [
            {"size": said["size"] + chance.choice((-1, 1, 1000))},
            {"events": said["events"] + chance.choice((-1, 1))},
            {"origin": said["origin"] + "0"},
            {"kind": "part" if said["kind"] == "whole" else "whole"},
            {"chain": not said["chain"]},
            {"format": 2},
        ]
    )
    return sealed(held, **change)


def in_lines(chance: random.Random, held: Files) -> Files:
    """An event left out, doubled or out of its order."""
    lines = held["events.jsonl"].splitlines(keepends=True)
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines) - 1)
    match chance.randrange(3):
        case 0:
            del lines[here]
        case 1:
            lines.insert(here, lines[here])
        case _:
            lines[there], lines[there + 1] = lines[there + 1], lines[there]
    return sealed({**held, "events.jsonl": b"".join(lines)})


def in_an_event(chance: random.Random, held: Files) -> Files:
    """An event told otherwise, and all that could be made to fit by whoever cannot sign: hashes, chain and proofs."""
    events = [json.loads(line) for line in held["events.jsonl"].splitlines()]
    number = chance.randrange(len(events))
    told = events[number]
    field = chance.choice(["state", "type", "effective_on", "recorded_at", "stream", "event_id", "data", "version"])
    told[field] = {"data": {"remark": "made-up"}, "version": told["version"] + 1}.get(field, f"{told[field]}0")
    lines, before = [], None
    for event in events:
        if "proofs.jsonl" not in held and before is not None:
            event["previous_hash"] = before
        lines.append(canonical(event))
        before = event_hash(lines[-1])
    made: Files = {**held, "events.jsonl": b"".join(line + b"\n" for line in lines)}
    if "proofs.jsonl" in held:
        proofs = [json.loads(line) for line in held["proofs.jsonl"].splitlines()]
        proofs[number]["leaf"] = event_hash(lines[number])
        made["proofs.jsonl"] = b"".join(canonical(one) + b"\n" for one in proofs)
    return sealed(made)


def in_a_proof(chance: random.Random, held: Files) -> Files:
    """A proof of inclusion or of growth that leads elsewhere; the signature of another, where there is no proof."""
    if "proofs.jsonl" not in held:
        return in_the_signature(chance, held)
    if chance.random() < 0.3:
        proof = json.loads(held["consistency.json"])
        proof["path"] = bent(chance, proof["path"])
        return sealed({**held, "consistency.json": canonical(proof) + b"\n"})
    proofs = [json.loads(line) for line in held["proofs.jsonl"].splitlines()]
    one = chance.choice(proofs)
    field = chance.choice(["path", "path", "position", "leaf"])
    other = {"position": one["position"] + chance.choice((-1, 1, 128)), "leaf": one["path"][0]}
    one[field] = bent(chance, one["path"]) if field == "path" else other[field]
    return sealed({**held, "proofs.jsonl": b"".join(canonical(each) + b"\n" for each in proofs)})


def bent(chance: random.Random, path: list[str]) -> list[str]:
    """A path with a step too many, too few, exchanged or changed."""
    steps, place = list(path), chance.randrange(len(path))
    match chance.randrange(4):
        case 0:
            del steps[place]
        case 1:
            steps.insert(place, steps[place])
        case 2:
            steps[place] = event_hash(steps[place].encode())
        case _:
            steps = [*steps[1:], steps[0]] if len({*steps}) > 1 else []
    return steps


def in_the_signature(chance: random.Random, held: Files) -> Files:
    """A checkpoint that says something else, signed by a key of the same name that is not the one."""
    text = held["checkpoint.note"].decode().rpartition("\n\n")[0] + "\n"
    lines = text.split("\n")
    lines[1] = str(int(lines[1]) + chance.choice((0, 1)))
    return sealed({**held, "checkpoint.note": SignerKey("made-up", chance.randbytes(32)).sign("\n".join(lines))})


NOT_READ = {"whole": {"consistency.json"}, "part": set[str]()}
"""What proves nothing that is not seen otherwise: the tree of a whole log is grown anew at the older size."""

MUTATIONS: tuple[Mutation, ...] = (in_bytes, in_bytes, in_manifest, in_lines, in_an_event, in_a_proof, in_the_signature)


@pytest.mark.parametrize("kind", ["whole", "part"])
def test_what_is_whole_is_whole_to_both(kind: str, exports: dict[str, Files], verifier: ModuleType) -> None:
    """The bundles as they were exported are accepted by both, with a key stated and, by theirs, without."""
    held = exports[kind]
    vkey = held["key.txt"].decode().strip()
    assert ours_accepts(held, parse_verifier(vkey))
    assert [their_code(verifier, held, vkey, pure=False), their_code(verifier, held, vkey)] == [0, 0]
    assert their_code(verifier, held, None) == 0
    assert ours_accepts(sealed(held), parse_verifier(vkey))


@pytest.mark.parametrize("kind", ["whole", "part"])
def test_an_emptied_file_is_not_an_absent_one(kind: str, exports: dict[str, Files], verifier: ModuleType) -> None:
    """A note, proof or list of events that is there and empty is broken to both, not overlooked."""
    vkey = exports[kind]["key.txt"].decode().strip()
    for name in exports[kind].keys() - {"README.txt", "key.txt", "verify_ohjaus.py"} - NOT_READ[kind]:
        emptied = {**exports[kind], name: b""}
        made = emptied if name == "manifest.json" else sealed(emptied)
        verdicts = name, ours_accepts(made, parse_verifier(vkey)), their_code(verifier, made, vkey)
        assert verdicts == (name, False, 1)


@pytest.mark.parametrize("kind", ["whole", "part"])
def test_no_mutated_bundle_is_accepted(kind: str, exports: dict[str, Files], verifier: ModuleType) -> None:
    """Whatever is changed in events, proofs, notes or manifest, both verifiers see that the bundle is not whole."""
    chance = random.Random(SEED)  # noqa: S311 - a test repeats itself
    held = exports[kind]
    vkey = held["key.txt"].decode().strip()
    key: VerifierKey = parse_verifier(vkey)
    accepted = []
    for number in range(BUNDLES[kind]):
        mutation = chance.choice(MUTATIONS)
        made = mutation(chance, held)
        if made == held:
            continue
        verdicts = ours_accepts(made, key), their_code(verifier, made, vkey) == 0
        if verdicts != (False, False):
            changed = [(name, held[name], made[name]) for name in held if made[name] != held[name]]
            accepted.append((number, mutation.__name__, verdicts, changed))
    assert accepted == []


def test_no_mutated_proof_is_accepted(verifier: ModuleType) -> None:
    """Paths of inclusion and of growth over trees of many sizes: both accept the true ones and no other."""
    chance = random.Random(SEED)  # noqa: S311 - a test repeats itself
    for _ in range(PROOFS // 2):
        size = chance.randint(1, 70)
        leaves = [chance.randbytes(32) for _ in range(size)]
        index, old = chance.randrange(size), chance.randint(1, size)
        root, older = root_of(leaves), root_of(leaves[:old])
        nodes = collect(leaves, size, [*inclusion_ranges(index, size), *consistency_ranges(old, size)])
        path = [nodes[one] for one in inclusion_ranges(index, size)]
        grown = [nodes[one] for one in consistency_ranges(old, size)]
        assert verify_inclusion(leaves[index], index, size, path, root)
        assert verifier.climbed(leaves[index], index, size, path) == root
        assert verify_consistency(old, older, size, root, grown)
        assert verifier.consistent(old, older, size, root, grown)

        wrong = mutated_path(chance, path)
        place, many = chance.choice([(index, size), (index + chance.choice((-1, 1)), size), (index, size + 64)])
        verdicts = (
            verify_inclusion(leaves[index], place, many, wrong, root),
            verifier.climbed(leaves[index], place, many, wrong) == root,
        )
        true = (place, many, wrong) == (index, size, path)
        assert verdicts == (true, true)

        bad = mutated_path(chance, grown)
        before, after = chance.choice([(old, size), (old + chance.choice((-1, 1)), size), (old, size + 64)])
        agreed = verify_consistency(before, older, after, root, bad)
        assert verifier.consistent(before, older, after, root, bad) == agreed
        assert agreed == ((before, after, bad) == (old, size, grown))


def mutated_path(chance: random.Random, path: list[bytes]) -> list[bytes]:
    """A path, most of the time with something wrong in it."""
    steps = list(path)
    match chance.randrange(5):
        case 0:
            steps.insert(chance.randint(0, len(steps)), chance.randbytes(32))
        case 1 if steps:
            del steps[chance.randrange(len(steps))]
        case 2 if steps:
            steps[chance.randrange(len(steps))] = chance.randbytes(32)
        case 3:
            steps.reverse()
    return steps


def test_no_mutated_signature_is_accepted(verifier: ModuleType) -> None:
    """The check in the file and the library agree on true signatures, and refuse every one that was changed."""
    chance = random.Random(SEED)  # noqa: S311 - a test repeats itself
    for _ in range(SIGNATURES):
        key, message = (
            Ed25519PrivateKey.from_private_bytes(chance.randbytes(32)),
            chance.randbytes(chance.randrange(80)),
        )
        public, signature = key.public_key().public_bytes_raw(), key.sign(message)
        which = chance.randrange(4)
        given = [flip_bit(chance, one) if which == place else one for place, one in enumerate((public, signature))]
        if which == 2:
            message = message + b"\x00"
        verdicts = library_accepts(given[0], given[1], message), verifier.signed(given[0], given[1], message)
        assert verdicts == ((which == 3,) * 2)


def flip_bit(chance: random.Random, content: bytes) -> bytes:
    number = int.from_bytes(content, "big") ^ 1 << chance.randrange(8 * len(content))
    return number.to_bytes(len(content), "big")


def library_accepts(public: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


ORDER = 2**252 + 27742317777372353535851937790883648493


def test_a_signature_has_one_spelling(verifier: ModuleType) -> None:
    """The same signature with the order of the group added to it, or a point spelt past the field, is refused."""
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    public, signature = key.public_key().public_bytes_raw(), key.sign(b"made-up")
    assert verifier.signed(public, signature, b"made-up")
    larger = int.from_bytes(signature[32:], "little") + ORDER
    assert not verifier.signed(public, signature[:32] + larger.to_bytes(32, "little"), b"made-up")
    spelt_otherwise = (2**255 - 19 + 1).to_bytes(32, "little")
    assert verifier.point_of((1).to_bytes(32, "little")) == (0, 1, 1, 0)
    assert verifier.point_of(spelt_otherwise) is None
    assert verifier.point_of((2**255 + 1).to_bytes(32, "little")) is None


RFC_8032 = (
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        "",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        "72",
    ),
)
"""Tests 1 and 2 of RFC 8032, section 7.1: public key, signature, message."""


@pytest.mark.parametrize(("public", "signature", "message"), RFC_8032)
def test_the_published_vectors_are_accepted(verifier: ModuleType, public: str, signature: str, message: str) -> None:
    """The check in the file accepts the examples of RFC 8032, as `openssl` does where there is one."""
    given = bytes.fromhex(public), bytes.fromhex(signature), bytes.fromhex(message)
    assert verifier.signed(*given)
    assert verifier.signed_by_openssl(*given) in (True, None)
