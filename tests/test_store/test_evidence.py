"""A log held against checkpoints that others keep, its events proved, and bundles of them."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from engine.envelope import canonical, decode, event_hash
from engine.errors import Fault, InputRejected, IntegrityBroken, NotFound, Refused
from store.evidence.archive import leaves, pass_over, stored_events
from store.evidence.bundle import Contents, Written, write_part, write_whole
from store.evidence.checkpoint import Checkpoint, origin_of, schema_fingerprint
from store.evidence.keys import key_file, read_key, recall, remember, write_key
from store.evidence.note import SignerKey, new_signer
from store.evidence.proof import prove_consistency, prove_events
from store.evidence.tree import EMPTY_ROOT, root_of, verify_consistency
from store.evidence.witness import Log, Witness, contradiction, newest, note_files, read_note, witness
from store.open_log import OpenLog, open_log
from store.schema import SQLITE_TRIGGERS
from tests.contracts.builders import SetClock, command, draft, opening, write
from tests.contracts.builders import closing as ending

KEY = new_signer("example.org/test")


@pytest.fixture
def filled(path: Path, clock: SetClock) -> Path:
    """A log of two cases and six events."""
    with open_log(path, clock) as opened:
        fill(opened)
    return path


def fill(opened: OpenLog) -> None:
    opened.log.append([write("kite-1", 0, opening()), write("kite-2", 0, opening("98"))], command("c1"))
    opened.log.append([write("kite-1", 1, draft(), draft())], command("c2"))
    opened.log.append([write("kite-2", 1, draft()), write("kite-1", 3, ending())], command("c3"))


@contextmanager
def reading(path: Path, clock: SetClock) -> Iterator[OpenLog]:
    with open_log(path, clock, read_only=True) as opened:
        yield opened


@contextmanager
def disarmed(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection, with the triggers away for the time of the attack."""
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        for name in SQLITE_TRIGGERS:
            driver.execute(f"DROP TRIGGER {name}")
        yield driver
        for sql in SQLITE_TRIGGERS.values():
            driver.execute(sql)


def checkpoint_of(opened: OpenLog, size: int) -> Checkpoint:
    """What a signer who saw the log at `size` would have signed."""
    passed = pass_over(opened.log, sizes={size})
    return Checkpoint(
        origin=origin_of(opened.identity),
        size=size,
        root=passed.roots[size],
        chain=passed.heads[size],
        schema=schema_fingerprint(opened.database),
        time=SetClock().time,
    )


def held_against(opened: OpenLog, checkpoint: Checkpoint) -> str | None:
    """The code of how a checkpoint contradicts the log, or None."""
    log = Log(
        origin=origin_of(opened.identity),
        passed=pass_over(opened.log, sizes={checkpoint.size}),
        schema=schema_fingerprint(opened.database),
        production=opened.identity.production,
    )
    found = contradiction(witness("made-up.note", KEY.sign(checkpoint.text()), [KEY.verifier]), log)
    return found.code if found else None


def test_a_pass_gives_the_tree_of_every_size(filled: Path, clock: SetClock) -> None:
    """One reading gives root and chain at each size asked for; the leaves are the events' hashes in order."""
    with reading(filled, clock) as opened:
        passed = pass_over(opened.log, sizes=range(8))
        hashes = list(leaves(opened.log))
        anchor = opened.identity.anchor
    assert passed.chain.ok
    assert passed.tree.ok
    assert passed.roots == {size: root_of(hashes[:size]) for size in range(7)}
    assert passed.heads == {0: anchor, **{size: hashes[size - 1].hex() for size in range(1, 7)}}
    assert (passed.size, passed.root, passed.noted_root) == (6, root_of(hashes), root_of(hashes))


def test_an_empty_log_has_the_empty_root(path: Path, clock: SetClock) -> None:
    """Nothing recorded is a tree as well, and its chain stands at the log's identity."""
    with reading(path, clock) as opened:
        checkpoint = checkpoint_of(opened, 0)
        assert (checkpoint.root, checkpoint.chain) == (EMPTY_ROOT, opened.identity.anchor)
        assert held_against(opened, checkpoint) is None


def test_a_pass_feeds_no_event_after_the_first_that_is_broken(filled: Path, clock: SetClock) -> None:
    """What follows damage is hashed and not believed: nobody judges upon it."""
    with disarmed(filled) as driver:
        driver.execute("UPDATE events SET canonical = CAST(replace(canonical, 'windy', 'rainy') AS BLOB)")
        driver.execute("UPDATE events SET hash = replace(hash, 'a', 'b') WHERE position = 5")
    heard: list[int] = []
    with reading(filled, clock) as opened:
        passed = pass_over(opened.log, feed=lambda events: heard.extend(event.position for event in events))
    assert heard == []
    assert (passed.size, passed.chain.first_fault is None, passed.tree.ok) == (6, False, False)
    assert passed.root != passed.noted_root


def test_an_older_checkpoint_agrees_with_a_log_that_grew(filled: Path, clock: SetClock) -> None:
    """Every earlier size is witnessed by its own checkpoint, whatever was appended since."""
    with open_log(filled, clock) as opened:
        earlier = [checkpoint_of(opened, size) for size in range(7)]
        opened.log.append([write("kite-3", 0, opening("97"))], command("c4"))
        assert [held_against(opened, one) for one in earlier] == [None] * 7


def test_a_log_that_was_rolled_back_is_whole_in_itself_and_contradicted(filled: Path, clock: SetClock) -> None:
    """The newest events cut off leave a sound chain; only who saw more can tell."""
    with reading(filled, clock) as opened:
        seen, earlier = checkpoint_of(opened, 6), checkpoint_of(opened, 4)
    with disarmed(filled) as driver:
        driver.execute("DELETE FROM events WHERE position > 4")
    with reading(filled, clock) as opened:
        assert pass_over(opened.log).chain.ok
        assert held_against(opened, seen) == "checkpoint-log-shorter"
        assert held_against(opened, earlier) is None


def test_a_log_rewritten_with_a_new_chain_is_whole_in_itself_and_contradicted(filled: Path, clock: SetClock) -> None:
    """All hashes recomputed after a change: chain and tree agree with each other, and not with the checkpoint."""
    with reading(filled, clock) as opened:
        before, after = checkpoint_of(opened, 2), checkpoint_of(opened, 3)
    rewrite(filled, b'"state":"flying"', b'"state":"landed"')
    with reading(filled, clock) as opened:
        passed = pass_over(opened.log)
        assert (passed.chain.ok, passed.tree.ok) == (True, True)
        assert held_against(opened, before) is None
        assert held_against(opened, after) == "checkpoint-root-differs"


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    with disarmed(path) as driver:
        previous = None
        for position, stored in driver.execute("SELECT position, canonical FROM events ORDER BY position").fetchall():
            changed = stored.replace(old, new)
            if previous is not None:
                changed = changed.replace(decode(changed).previous_hash.encode(), previous.encode())
            assert canonical(decode(changed)) == changed
            previous = event_hash(changed)
            values = (changed, previous, position)
            driver.execute("UPDATE events SET canonical = ?, hash = ? WHERE position = ?", values)


def test_each_line_of_a_checkpoint_binds_the_log(filled: Path, clock: SetClock) -> None:
    """Another log, another chain, other tables, a lost mark: each contradiction has its own code."""
    with reading(filled, clock) as opened:
        true = checkpoint_of(opened, 5)
        false = {
            "checkpoint-foreign": replace(true, origin="ohjaus/another-log"),
            "checkpoint-log-shorter": replace(true, size=7),
            "checkpoint-root-differs": replace(true, root=bytes(32)),
            "checkpoint-chain-differs": replace(true, chain="0" * 64),
            "checkpoint-schema-differs": replace(true, schema="0" * 64),
            "checkpoint-production-differs": replace(true, production=True),
        }
        assert {code: held_against(opened, one) for code, one in false.items()} == {code: code for code in false}


def test_tables_declared_otherwise_have_another_fingerprint(filled: Path, clock: SetClock) -> None:
    """A trigger that is weaker by a word changes the fingerprint; a projection made again does not."""
    with reading(filled, clock) as opened:
        before = schema_fingerprint(opened.database)
    with open_log(filled, clock) as opened:
        opened.projections.rebuild()
        assert schema_fingerprint(opened.database) == before
    with closing(sqlite3.connect(filled, isolation_level=None)) as driver:
        driver.execute("DROP TRIGGER events_not_deleted")
        driver.execute(
            "CREATE TRIGGER events_not_deleted BEFORE DELETE ON events WHEN OLD.position = 0 BEGIN SELECT 1; END"
        )
    with reading(filled, clock) as opened:
        assert schema_fingerprint(opened.database) != before


def test_the_newest_sound_checkpoint_is_the_witness(filled: Path, clock: SetClock, tmp_path: Path) -> None:
    """A note that is none, or that nobody known signed, does not count however large its size."""
    with reading(filled, clock) as opened:
        small, large = checkpoint_of(opened, 2), checkpoint_of(opened, 6)
    stranger = new_signer("example.org/stranger")
    folder = tmp_path / "kept"
    folder.mkdir()
    for name, content in {
        "10.note": stranger.sign(replace(large, size=10).text()),
        "9.note": b"no note",
        "6.note": KEY.sign(large.text()),
        "2.note": KEY.sign(small.text()),
        "readme.txt": b"not looked at",
    }.items():
        (folder / name).write_bytes(content)
    files = note_files([folder])
    found = [witness(path.name, read_note(path), [KEY.verifier]) for path in files]
    assert [one.place for one in found] == ["2.note", "6.note", "9.note", "10.note"]
    assert [one.fault.code if one.fault else None for one in found] == [
        None,
        None,
        "note-malformed",
        "note-key-unknown",
    ]
    best = newest(found)
    assert best is not None
    assert best.place == "6.note"
    assert newest([Witness("x", None)]) is None


def test_a_folder_without_checkpoints_is_said_to_have_none(tmp_path: Path) -> None:
    """An empty folder is not taken for agreement."""
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NotFound) as missing:
            note_files([place])
        assert missing.value.code == "checkpoints-missing"


def test_events_are_proved_against_any_checkpoint_that_saw_them(filled: Path, clock: SetClock) -> None:
    """Each event of a case stands in the tree; one that is newer than the checkpoint is refused."""
    with reading(filled, clock) as opened:
        positions = [event.position for event in opened.log.stream("kite-1")]
        checkpoint = checkpoint_of(opened, 6)
        proved = prove_events(opened.log, positions, checkpoint)
        assert [one.position for one in proved] == positions
        assert all(one.stands_in(checkpoint) for one in proved)
        assert [decode(one.canonical).stream for one in proved] == ["kite-1"] * len(positions)
        assert not any(one.stands_in(checkpoint_of(opened, 5)) for one in proved)
        with pytest.raises(Refused) as refused:
            prove_events(opened.log, positions, checkpoint_of(opened, 4))
        assert refused.value.code == "event-unwitnessed"
        grown = prove_consistency(opened.log, checkpoint_of(opened, 4), checkpoint)
        older = grown.older
        assert verify_consistency(4, older.root, 6, checkpoint.root, grown.path)


def test_nothing_is_proved_of_a_damaged_log(filled: Path, clock: SetClock) -> None:
    """An event without its hash anywhere before the checkpoint ends the proving."""
    with reading(filled, clock) as opened:
        checkpoint = checkpoint_of(opened, 6)
    with disarmed(filled) as driver:
        driver.execute("UPDATE events SET canonical = CAST(replace(canonical, 'windy', 'rainy') AS BLOB)")
    with reading(filled, clock) as opened, pytest.raises(IntegrityBroken) as broken:
        prove_events(opened.log, [6], checkpoint)
    assert broken.value.code == "event-damaged"


def contents_of(opened: OpenLog, key: SignerKey = KEY) -> Contents:
    checkpoint, older = checkpoint_of(opened, 6), checkpoint_of(opened, 3)
    return Contents(
        note=key.sign(checkpoint.text()),
        checkpoint=checkpoint,
        key=key.verifier,
        anchor=opened.identity.anchor,
        older_note=key.sign(older.text()),
        consistency=prove_consistency(opened.log, older, checkpoint),
        verifier=b"# made-up verifier\n",
    )


def write_both(opened: OpenLog, folder: Path, ending_: str) -> tuple[Written, Written]:
    contents = contents_of(opened)
    whole = write_whole(folder / f"whole{ending_}", stored_events(opened.log, until=6), contents)
    return whole, write_part(folder / f"part{ending_}", prove_events(opened.log, [5, 2], contents.checkpoint), contents)


def test_a_bundle_holds_what_its_manifest_names(filled: Path, clock: SetClock, tmp_path: Path) -> None:
    """Whole or part: exactly the canonical bytes, a proof for each where others are left out, and every file's hash."""
    with reading(filled, clock) as opened:
        whole, part = write_both(opened, tmp_path, "")
        stored = [line for _, line, _ in stored_events(opened.log)]
        origin, anchor = origin_of(opened.identity), opened.identity.anchor
    for written, kind, events in ((whole, "whole", stored), (part, "part", [stored[1], stored[4]])):
        manifest = json.loads((written.path / "manifest.json").read_bytes())
        files = manifest.pop("files")
        assert manifest == {
            "format": 1,
            "kind": kind,
            "chain": kind == "whole",
            "origin": origin,
            "size": 6,
            "events": len(events),
            "anchor": anchor,
        }
        assert {name: event_hash((written.path / name).read_bytes()) for name in files} == files
        assert {path.name for path in written.path.iterdir()} == {*files, "manifest.json"} == set(written.files)
        assert (written.path / "events.jsonl").read_bytes() == b"".join(line + b"\n" for line in events)
    proofs = [json.loads(line) for line in (part.path / "proofs.jsonl").read_text().splitlines()]
    assert [(one["position"], len(one["path"])) for one in proofs] == [(2, 3), (5, 2)]
    assert not (whole.path / "proofs.jsonl").exists()


def test_the_same_contents_give_the_same_zip(filled: Path, clock: SetClock, tmp_path: Path) -> None:
    """A ZIP depends on its contents alone: names sorted, dates fixed; only its owner may read it."""
    archives = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        with reading(filled, clock) as opened:
            archives += [written.path for written in write_both(opened, tmp_path / name, ".zip")]
    assert [archives[0].read_bytes(), archives[1].read_bytes()] == [archives[2].read_bytes(), archives[3].read_bytes()]
    with zipfile.ZipFile(archives[0]) as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
    assert [path.stat().st_mode & 0o777 for path in archives] == [0o600] * 4


def test_a_bundle_covers_nothing_and_leaves_nothing_half(filled: Path, clock: SetClock, tmp_path: Path) -> None:
    """What is at its place already stays; an archive that turns out damaged on the way leaves no trace."""
    with reading(filled, clock) as opened:
        contents = contents_of(opened)
        (tmp_path / "there").write_text("a made-up letter")
        with pytest.raises(Refused) as refused:
            write_whole(tmp_path / "there", stored_events(opened.log), contents)
        with pytest.raises(Fault):
            write_whole(tmp_path / "no" / "folder", stored_events(opened.log), contents)
    with disarmed(filled) as driver:
        driver.execute("UPDATE events SET canonical = x'00' WHERE position = 6")
    before = sorted(tmp_path.iterdir())
    with reading(filled, clock) as opened, pytest.raises(IntegrityBroken):
        write_whole(tmp_path / "half.zip", stored_events(opened.log), contents)
    assert (refused.value.code, sorted(tmp_path.iterdir())) == ("file-exists", before)
    assert (tmp_path / "there").read_text() == "a made-up letter"


def test_a_key_is_its_owners_alone(tmp_path: Path) -> None:
    """A key is written 0600 in a folder 0700, is never written over, and is refused once others may read it."""
    path = key_file(tmp_path / "keys", KEY.name)
    write_key(path, KEY)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert read_key(path) == KEY
    with pytest.raises(Refused) as refused:
        write_key(path, new_signer(KEY.name))
    assert (refused.value.code, read_key(path)) == ("key-exists", KEY)
    path.chmod(0o640)
    with pytest.raises(Refused) as refused:
        read_key(path)
    assert refused.value.code == "key-too-open"


def test_a_key_that_is_none_is_refused(tmp_path: Path) -> None:
    """A missing file, a folder, a link and other bytes are each told apart, and none is taken for a key."""
    path = tmp_path / "made-up.key"
    with pytest.raises(NotFound) as missing:
        read_key(path)
    assert missing.value.code == "key-missing"
    for content in (b"PRIVATE+KEY+nonsense", b"\xff"):
        path.write_bytes(content)
        path.chmod(0o600)
        with pytest.raises(InputRejected) as refused:
            read_key(path)
        assert refused.value.code == "key-malformed"
    (tmp_path / "link.key").symlink_to(path)
    with pytest.raises(Fault):
        read_key(tmp_path / "link.key")


def test_what_a_key_signed_last_is_remembered_for_each_log(tmp_path: Path) -> None:
    """The newest note of each log lies beside the key, and a newer one takes its place."""
    path = key_file(tmp_path, KEY.name)
    assert recall(path, "ohjaus/a") is None
    for origin, note in (("ohjaus/a", b"first"), ("ohjaus/b", b"other"), ("ohjaus/a", b"second")):
        remember(path, origin, note)
    assert (recall(path, "ohjaus/a"), recall(path, "ohjaus/b")) == (b"second", b"other")
