# ruff: noqa: ANN401, PLR2004, S603
"""Verifies an export of an ohjaus log with nothing but Python 3.9 or newer: no network, no installation.

    python3 verify_ohjaus.py BUNDLE [--key VKEY]... [--older NOTE] [--case CASE] [--pure]

BUNDLE is a folder or a ZIP file. Each line says what was checked, or what was not. The exit code is 0 when everything
that was checked is whole, 1 when something is not, and 2 when this is no bundle that can be checked.

Relied upon: SHA-256; the tree of RFC 6962, whose leaf i is the hash of event i + 1; Ed25519 of RFC 8032; notes and
checkpoints of C2SP. A key inside a bundle proves nothing of who made it: state the authority's own key with --key.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Files = dict[str, Any]
Key = tuple[str, bytes, bytes]
Said = tuple[int, list[str]]
Point = tuple[int, int, int, int]
LINE_MOST, SMALL_MOST, BUNDLE_MOST, FILES_MOST = 1 << 24, 1 << 26, 1 << 34, 64
NAME, HASH = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"), re.compile(r"[0-9a-f]{64}")
SHOWN = ("position", "effective_on", "type", "state", "recorded_at")
SHAPE = {"position": int, "version": int, "stream": str, "type": str, "previous_hash": str, "effective_on": str}


class BrokenError(ValueError):
    """Something is not what it should be."""


def need(condition: object, otherwise: str) -> None:
    """Raises BrokenError unless the condition holds."""
    if not condition:
        raise BrokenError(otherwise)


def sha(data: bytes) -> bytes:
    """Gives SHA-256."""
    return hashlib.sha256(data).digest()


def opened(path: str) -> Files:
    """Gives for each file of the bundle a function that opens it; raises ValueError for what is no bundle."""
    found: Files = {}
    if Path(path).is_dir():
        sizes = [entry.stat().st_size for entry in Path(path).iterdir()]
        found = {entry.name: lambda entry=entry: entry.open("rb") for entry in Path(path).iterdir()}
        odd = [entry.name for entry in Path(path).iterdir() if entry.is_symlink() or not entry.is_file()]
    else:
        archive = zipfile.ZipFile(path)
        listed = archive.infolist()
        sizes = [entry.file_size for entry in listed]
        found = {entry.filename: lambda entry=entry: archive.open(entry) for entry in listed}
        odd = [entry.filename for entry in listed if entry.flag_bits & 1 or entry.external_attr >> 28 not in (0, 8)]
    odd += [name for name in found if not NAME.fullmatch(name)]
    if odd or len(found) != len(sizes) or len(found) > FILES_MOST or sum(sizes) > BUNDLE_MOST:
        raise ValueError(f"odd files ({odd[:1]}), a name twice, too many ({len(sizes)}), or too large ({sum(sizes)})")
    return found


def read(files: Files, name: str) -> bytes:
    """Reads a small file."""
    need(name in files, f"{name} is missing")
    with files[name]() as file:
        data: bytes = file.read(SMALL_MOST + 1)
    need(len(data) <= SMALL_MOST, f"{name} is too large")
    return data


def lines_of(files: Files, name: str) -> Iterator[bytes]:
    """Yields the lines of a file without their ends."""
    need(name in files, f"{name} is missing")
    with files[name]() as file:
        while line := file.readline(LINE_MOST):
            need(line.endswith(b"\n"), f"{name}: a line is too long or has no end")
            yield line[:-1]


def refuse(text: str) -> None:
    """Refuses a number that is not whole."""
    raise BrokenError(f"{text[:20]} is no whole number")


def strict(data: bytes, where: str) -> Any:
    """Reads JSON in its canonical bytes: written anew, it is the same, so that it means one thing only."""
    try:
        value = json.loads(data.decode("utf-8"), parse_float=refuse, parse_constant=refuse)
        again = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise BrokenError(f"{where}: {error}") from error
    need(again == data, f"{where}: the bytes are not in canonical form, or a key stands twice")
    return value


def event_of(line: bytes, where: str) -> dict[str, Any]:
    """Reads an event from its canonical bytes."""
    event = strict(line, where)
    need(type(event) is dict and all(type(event.get(key)) is kind for key, kind in SHAPE.items()), f"{where}: no event")
    return dict(event)


def split(size: int) -> int:
    """Gives the size of the left subtree of RFC 6962: the largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Gives the root of a tree."""
    if len(leaves) < 2:
        return sha(b"\0" + leaves[0]) if leaves else sha(b"")
    left = split(len(leaves))
    return sha(b"\1" + root_of(leaves[:left]) + root_of(leaves[left:]))


def climbed(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """Gives the root to which an inclusion proof leads from the leaf at this index, from 0; None if it does not fit."""
    if not 0 <= index < size or (size > 1) != bool(path):
        return None
    if size == 1:
        return sha(b"\0" + leaf)
    left = split(size)
    below = climbed(leaf, index % left, left if index < left else size - left, path[:-1])
    return below and sha(b"\1" + (below + path[-1] if index < left else path[-1] + below))


def grown(old: int, size: int, path: Sequence[bytes], known: bytes | None) -> tuple[bytes, bytes] | None:
    """Gives the roots of the older and of the newer tree to which a consistency proof leads, or None."""
    if old == size and known is not None:
        return None if path else (known, known)
    if old == size or not path:
        return (path[0], path[0]) if old == size and len(path) == 1 else None
    left, last = split(size), path[-1]
    if old <= left:
        below = grown(old, left, path[:-1], known)
        return below and (below[0], sha(b"\1" + below[1] + last))
    below = grown(old - left, size - left, path[:-1], None)
    return below and (sha(b"\1" + last + below[0]), sha(b"\1" + last + below[1]))


def consistent(old: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]) -> bool:
    """Tells whether the path proves that the larger tree only grew from the smaller one."""
    if old == 0:
        return not path and old_root == sha(b"")
    return 0 < old <= size and grown(old, size, path, old_root) == (old_root, root)


# Ed25519 (RFC 8032), strictly and without cofactor. A point is X, Y, Z, T: x = X/Z, y = Y/Z, xy = T/Z.
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def added(p: Point, q: Point) -> Point:
    """Adds two points."""
    a, b, c = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0]), 2 * p[3] * q[3] * D
    e, f, g, h = (b - a) % P, (2 * p[2] * q[2] - c) % P, (2 * p[2] * q[2] + c) % P, (b + a) % P
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number: int, point: Point) -> Point:
    """Adds a point to itself so many times."""
    total = (0, 1, 1, 0)
    while number:
        total = added(total, point) if number & 1 else total
        point, number = added(point, point), number >> 1
    return total


def point_of(data: bytes) -> Point | None:
    """Reads a point in its one canonical encoding; gives None for anything else."""
    y, sign = int.from_bytes(data, "little") % 2**255, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * pow(2, (P - 1) // 4, P) % P
    if y >= P or x * x % P != square or (x == 0 and sign):
        return None
    x = x if x % 2 == sign else P - x
    return x, y, 1, x * y % P


def signed(key: bytes, signature: bytes, message: bytes) -> bool:
    """Tells whether the signature is the key's, by the check in this file."""
    if len(key) != 32 or len(signature) != 64:
        return False
    public, r, s = point_of(key), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    base = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    if not public or not r or not base or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    left, right = times(s, base), added(r, times(k, public))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


def signed_by_openssl(key: bytes, signature: bytes, message: bytes) -> bool | None:
    """Asks `openssl` the same; gives None where there is none that knows Ed25519."""
    program, der = shutil.which("openssl"), bytes.fromhex("302a300506032b6570032100") + key
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("key", der), ("signature", signature), ("message", message)):
            Path(folder, name).write_bytes(data)
        options = ["-pubin", "-keyform", "DER", "-inkey", "key", "-sigfile", "signature", "-rawin", "-in", "message"]
        done = subprocess.run([program, "pkeyutl", "-verify", *options], cwd=folder, capture_output=True, check=False)
    return done.returncode == 0 if b" Verif" in done.stdout + done.stderr else None


def from_base64(text: str, where: str) -> bytes:
    """Reads Base64 in its one canonical form."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        data = b""
    need(data and base64.b64encode(data).decode() == text, f"{where}: no Base64")
    return data


def path_of(proof: Any) -> list[bytes]:
    """Reads the hashes of a proof."""
    path = proof.get("path") if type(proof) is dict else None
    need(type(path) is list and all(HASH.fullmatch(str(one)) for one in path), "a proof is no list of hashes")
    return [bytes.fromhex(one) for one in path or ()]


def key_of(vkey: str) -> Key:
    """Reads a verifier key, `name+hash+base64`: its name, its hash, and its 32 bytes."""
    name, digest, text = [*vkey.strip().split("+", 2), "", ""][:3]
    data = from_base64(text, "key")
    need(len(data) == 33 and data[0] == 1, "key: no Ed25519 key")
    need(name and sha(name.encode() + b"\n" + data)[:4].hex() == digest, "key: its name and hash do not fit it")
    return name, bytes.fromhex(digest), data[1:]


class Note:
    """A checkpoint in a signed note: origin, size, root, further lines, signatures."""

    def __init__(self, data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        head, _, tail = text.rpartition("\n\n")
        lines, self.message = head.split("\n"), f"{head}\n".encode()
        need(data == text.encode() and not re.search(r"[\x00-\x09\x0b-\x1f]", text), "note: not plain text")
        need(len(lines) > 2 and all(lines) and re.fullmatch("0|[1-9][0-9]{0,18}", lines[1]), "note: no checkpoint")
        self.origin, self.size, self.root = lines[0], int(lines[1]), from_base64(lines[2], "note")
        self.chain = [line.partition(" ")[2] for line in lines[3:] if line.startswith("chain ")]
        signatures = [re.fullmatch(r"\u2014 ([^\s+]+) ([A-Za-z0-9+/]+=*)", line) for line in tail.split("\n")]
        need(len(self.root) == 32 and signatures.pop() is None and tail.endswith("\n"), "note: not as it should end")
        self.signatures = [(found[1], from_base64(found[2], "note")) for found in signatures if found]
        need(len(set(self.signatures)) == len(signatures), "note: a line is no signature, or stands there twice")

    def signers(self, keys: Sequence[Key], *, pure: bool) -> list[str]:
        """Gives which of the keys signed; a wrong signature of one of them breaks the note."""
        names = []
        for name, data in self.signatures:
            for _, _, public in (key for key in keys if key[:2] == (name, data[:4])):
                other = None if pure else signed_by_openssl(public, data[4:], self.message)
                need(signed(public, data[4:], self.message) and other is not False, f"the signature of {name} is wrong")
                names.append(f"{name} (found by {'openssl and ' if other else ''}this file)")
        return names


class Bundle:
    """A bundle and its checks, each of which says what it found; `unchecked` is what none of them could look at."""

    def __init__(self, path: str, keys: Sequence[Key], older: str, case: str, *, pure: bool) -> None:
        self.pure, self.case, self.files = pure, case, opened(path)
        self.manifest = strict(b"\n".join(lines_of(self.files, "manifest.json")), "manifest.json")
        need(type(self.manifest) is dict and self.manifest.get("format") == 1, "manifest.json: not of format 1")
        kind = self.manifest.get("kind"), self.manifest.get("chain")
        need(kind in (("whole", True), ("part", False)), "manifest.json: neither whole nor part")
        self.part, self.note = kind[0] == "part", Note(read(self.files, "checkpoint.note"))
        inside = [read(self.files, name) for name in self.files if name == "older.note"]
        kept = [Path(older).read_bytes()] if older else inside
        self.older = Note(kept[0]) if kept else None
        self.keys = keys or [key_of(read(self.files, "key.txt").decode("utf-8", "replace"))]
        self.leaves, self.history = list[bytes](), list[str]()
        self.unchecked = ["whether each act was lawful: that takes the rules, as `ohjaus audit verify` has them"]
        self.unchecked += [] if keys else [f"who signed: {self.keys[0][0]} is a key you did not name (--key)"]

    def check_files(self) -> str:
        """Makes sure that every file is the one that the manifest names."""
        named = self.manifest.get("files")
        need(type(named) is dict and {"events.jsonl", "checkpoint.note"} <= set(named), "the manifest names no files")
        for name, digest in named.items():
            need(name in self.files, f"{name} is missing")
            found = hashlib.sha256()
            with self.files[name]() as file:
                while block := file.read(1 << 20):
                    found.update(block)
            need(found.hexdigest() == digest, f"{name} is not what the manifest says")
        others = set(self.files) - set(named) - {"manifest.json"}
        self.unchecked += [f"{name}: the manifest does not name it" for name in sorted(others)]
        return f"{len(named)} files are what the manifest says"

    def check_signature(self) -> str:
        """Makes sure that the checkpoint speaks of this log and is signed."""
        said = (self.manifest.get("origin"), self.manifest.get("size"))
        need(said == (self.note.origin, self.note.size), "origin and size are not those of the manifest")
        names = self.note.signers(self.keys, pure=self.pure)
        need(names, "not signed by a key that you named, or else by the one in the bundle")
        return f"{self.note.origin} at {self.note.size} is signed by {', '.join(names)}"

    def check_events(self) -> str:
        """Makes sure that the events are canonical, in order, and those of the signed tree."""
        proofs = lines_of(self.files, "proofs.jsonl") if self.part else iter(())
        before, chain, versions = 0, self.manifest.get("anchor"), dict[str, int]()
        for number, line in enumerate(lines_of(self.files, "events.jsonl"), 1):
            where, leaf = f"events.jsonl, line {number}", sha(line)
            event = event_of(line, where)
            case, missed = event["stream"], event["position"] - before - 1
            skipped = event["version"] - versions.get(case, 0) - 1
            need(missed >= 0 <= skipped and (self.part or missed == skipped == 0), f"{where}: one is gone before it")
            need(missed or event["previous_hash"] == chain, f"{where}: the chain is broken")
            if self.part:
                self.unchecked += [f"{case}: events before position {event['position']}: {skipped}"] if skipped else []
                self.check_proof(next(proofs, b"null"), event["position"], leaf)
            if case == self.case:
                self.history.append(" | ".join(str(event.get(key)) for key in SHOWN))
            before, chain, versions[case] = event["position"], leaf.hex(), event["version"]
            self.leaves.append(leaf)
        need(len(self.leaves) == self.manifest.get("events"), "not as many events as the manifest says")
        need(before < self.note.size or self.note.chain == [chain], "the chain does not end as the checkpoint says")
        if self.part:
            need(next(proofs, None) is None, "a proof without an event")
            secret = self.manifest.get("withheld", [])
            need(type(secret) is list and all(type(one) is dict for one in secret), "the manifest withholds no list")
            named = ", ".join(f"{one.get('position')} ({one.get('ground')})" for one in secret)
            self.unchecked += [f"withheld, since something in them is secret: positions {named}"] if secret else []
            self.unchecked.append("what is not disclosed: other cases, and newer events of these")
            return f"{len(self.leaves)}, canonical, each of them in the signed tree of {self.note.size}"
        need((before, root_of(self.leaves)) == (self.note.size, self.note.root), "they are not the signed tree")
        return f"{before}, canonical, chained without a gap, and the signed tree"

    def check_proof(self, line: bytes, position: int, leaf: bytes) -> None:
        """Makes sure that a proof leads from this event to the signed root."""
        proof = strict(line, "proofs.jsonl")
        need(type(proof) is dict and proof.get("position") == position, f"{position}: the proof is of another event")
        need(proof.get("leaf") == leaf.hex(), f"{position}: the proof is of other bytes")
        root = climbed(leaf, position - 1, self.note.size, path_of(proof))
        need(root == self.note.root, f"{position}: not in the signed tree")

    def check_growth(self) -> str:
        """Makes sure that the log only grew since an older checkpoint; says nothing without one."""
        old, note = self.older, self.note
        if old is None:
            self.unchecked.append("whether the log only grew: there is no older checkpoint (--older)")
            return ""
        need(old.origin == note.origin and old.size <= note.size, "the other checkpoint is of another log, or newer")
        need(old.signers(self.keys, pure=self.pure), "the older one is not signed by the same")
        if self.part:
            proof = strict(b"\n".join(lines_of(self.files, "consistency.json")), "consistency.json")
            ends = {key: {"size": one.size, "root": one.root.hex()} for key, one in (("from", old), ("to", note))}
            need(type(proof) is dict and proof == {**proof, **ends}, "consistency.json: of other checkpoints")
            grown_so = consistent(old.size, old.root, note.size, note.root, path_of(proof))
            need(grown_so, "nothing proves that the past was kept")
        else:
            need(root_of(self.leaves[: old.size]) == old.root, "the past is not that of the older checkpoint")
        return f"the log only grew since its checkpoint at {old.size}"


def verify(path: str, keys: Sequence[Key] = (), older: str = "", case: str = "", *, pure: bool = False) -> Said:
    """Checks a bundle; gives the exit code and what is to be said."""
    said, code = [], 0
    try:
        bundle = Bundle(path, keys, older, case, pure=pure)
        for name in ("files", "signature", "events", "growth"):
            try:
                found = getattr(bundle, f"check_{name}")()
                said += [f"checked      {name}: {found}"] if found else []
            except BrokenError as error:
                said, code = [*said, f"BROKEN       {name}: {error}"], 1
        said += [f"NOT CHECKED  {text}" for text in bundle.unchecked]
        said += [f"events of {case}: {len(bundle.history)}", " | ".join(SHOWN), *bundle.history] if case else []
    except (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        said, code = [f"BROKEN       {error}"], 1 if isinstance(error, BrokenError) else 2
    verdict = ("WHOLE as far as it was checked", "NOT WHOLE", "NOT CHECKED: this cannot be read as a bundle")[code]
    return code, ["".join(one if one.isprintable() else ascii(one)[1:-1] for one in line) for line in [*said, verdict]]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Verifies an export of an ohjaus log.")
    parser.add_argument("bundle", help="the folder or ZIP file")
    parser.add_argument("--key", action="append", default=[], type=key_of, metavar="VKEY", help="the authority's key")
    parser.add_argument("--older", default="", metavar="NOTE", help="an older checkpoint that you kept")
    parser.add_argument("--case", default="", help="shows the history of this case")
    parser.add_argument("--pure", action="store_true", help="does not ask openssl")
    given = parser.parse_args()
    exit_code, lines = verify(given.bundle, given.key, given.older, given.case, pure=given.pure)
    sys.stdout.buffer.write("\n".join([*lines, ""]).encode())
    sys.exit(exit_code)
