"""Bundles as tests take them apart: files by name, sealed anew after a change, judged by both verifiers."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import json
from collections.abc import Mapping
from functools import lru_cache, partial
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

from engine.envelope import canonical, decode, event_hash
from engine.errors import OhjausError
from store.evidence.checkpoint import Checkpoint, parse_checkpoint
from store.evidence.note import VerifierKey, open_note
from store.evidence.tree import root_of, verify_consistency, verify_inclusion

Files = dict[str, bytes]

VERIFIER = Path(str(files("cli.audit.stand_alone"))) / "verify_ohjaus.py"


def stand_alone() -> ModuleType:
    """The stand-alone verifier, loaded from its file as nothing of ours is; it remembers signatures it has seen."""
    spec = importlib.util.spec_from_file_location("verify_ohjaus", VERIFIER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.__dict__["signed"] = lru_cache(maxsize=1000)(module.signed)
    return module


def files_of(folder: Path) -> Files:
    """The files of a bundle that is a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def sealed(held: Mapping[str, bytes], **changed: object) -> Files:
    """The files with a manifest that fits them, changed where said."""
    manifest = json.loads(held["manifest.json"])
    others = {name: content for name, content in held.items() if name != "manifest.json"}
    named = {name: hashlib.sha256(content).hexdigest() for name, content in others.items()}
    return {**held, "manifest.json": canonical({**manifest, "files": named, **changed}) + b"\n"}


def their_code(verifier: ModuleType, held: Mapping[str, bytes], key: str | None, *, pure: bool = True) -> int:
    """The exit code of the stand-alone verifier over files that lie nowhere."""
    contents = {name: partial(io.BytesIO, data) for name, data in held.items()}
    verifier.__dict__["opened"] = lambda path: contents
    try:
        code, _ = verifier.verify("", [verifier.key_of(key)] if key else [], pure=pure)
    finally:
        verifier.__dict__["opened"] = lambda path: {}
    return int(code)


def ours_accepts(held: Mapping[str, bytes], key: VerifierKey) -> bool:
    """Whether our own functions find the files whole; written for this comparison, with nothing of the other's."""
    try:
        return _accepts(held, key)
    except (OhjausError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _accepts(held: Mapping[str, bytes], key: VerifierKey) -> bool:
    manifest = _exact(*_lines(held["manifest.json"]))
    note = _checkpoint(held["checkpoint.note"], key)
    whole = manifest["kind"] == "whole"
    lines = _lines(held["events.jsonl"])
    hashes = [event_hash(line) for line in lines]
    found = [decode(line) for line in lines]
    leaves = [bytes.fromhex(one) for one in hashes]
    proofs = [] if whole else [_exact(line) for line in _lines(held["proofs.jsonl"])]
    steps = list(zip(found, [manifest["anchor"], *hashes], strict=False))
    return all(
        (
            manifest["format"] == 1,
            manifest["kind"] in ("whole", "part"),
            manifest["chain"] is whole,
            (manifest["origin"], manifest["size"], manifest["events"]) == (note.origin, note.size, len(lines)),
            all(hashlib.sha256(held[name]).hexdigest() == said for name, said in manifest["files"].items()),
            all(canonical(event) == line for event, line in zip(found, lines, strict=True)),
            not whole or [event.position for event in found] == list(range(1, note.size + 1)),
            not whole or all(event.previous_hash == before for event, before in steps),
            not whole or root_of(leaves) == note.root,
            whole or [event.position for event in found] == sorted({event.position for event in found}),
            whole
            or [(one["position"], one["leaf"]) for one in proofs]
            == [(event.position, leaf) for event, leaf in zip(found, hashes, strict=True)],
            all(
                verify_inclusion(leaf, one["position"] - 1, note.size, _path(one), note.root)
                for leaf, one in zip(leaves, proofs, strict=False)
            ),
            "older.note" not in held or _grew(held, key, note, leaves, whole=whole),
        )
    )


def _grew(held: Mapping[str, bytes], key: VerifierKey, note: Checkpoint, leaves: list[bytes], *, whole: bool) -> bool:
    older = _checkpoint(held["older.note"], key)
    if older.origin != note.origin or older.size > note.size:
        return False
    if whole:
        return root_of(leaves[: older.size]) == older.root
    proof = _exact(*_lines(held["consistency.json"]))
    ends = [{"size": one.size, "root": one.root.hex()} for one in (older, note)]
    grew = verify_consistency(older.size, older.root, note.size, note.root, _path(proof))
    return [proof["from"], proof["to"]] == ends and grew


def _checkpoint(content: bytes, key: VerifierKey) -> Checkpoint:
    return parse_checkpoint(open_note(content, [key])[0].text)


def _exact(content: bytes) -> Any:
    data = json.loads(content)
    if canonical(data) != content:
        raise ValueError("not canonical")
    return data


def _lines(content: bytes) -> list[bytes]:
    if content and not content.endswith(b"\n"):
        raise ValueError("no line end")
    return content.split(b"\n")[:-1]


def _path(proof: Mapping[str, Any]) -> list[bytes]:
    path = [bytes.fromhex(step) for step in proof["path"]]
    if [step.hex() for step in path] != proof["path"]:
        raise ValueError("hexadecimal has one spelling")
    return path
