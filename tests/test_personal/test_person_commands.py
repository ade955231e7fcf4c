"""`ohjaus person`, and what every command shows of persons: names to who may read them, references to all others."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.frame.clocks import SystemClock
from engine.personal import is_reference
from store.open_log import create_log
from store.personal.file import beside
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_personal.conftest import CASE, FIRST, SECOND

WHY = ("--ground", "unlawful", "--reason", "made-up reason")


def references(log: Path) -> list[str]:
    """By whom each event was recorded, as the log itself holds it."""
    return [event["recorded_by"]["person"] for event in answer("audit", "log", "--db", str(log))]


def failed(*words: str) -> tuple[int, str]:
    """The exit code and the error code of a command."""
    result = invoke(*words, "--format", "json")
    return result.exit_code, json.loads(result.stdout)["error"]["code"]


def test_a_new_log_holds_references_and_shows_names(log: Path) -> None:
    """In the file stands nobody's name; a reader sees who it was, and a script gets both."""
    held = references(log)
    assert all(is_reference(one) for one in held)
    assert len(set(held)) == 2
    for file in log.parent.glob("log.db*"):
        assert FIRST.encode() not in file.read_bytes()
    assert succeed("case", "history", CASE).stdout.count(SECOND) == 1
    history = answer("case", "history", CASE)
    assert [(one["recorded_by"]["person"], one["recorded_by"]["person_name"]) for one in history] == [
        (held[0], FIRST),
        (held[2], SECOND),
    ]
    assert FIRST in succeed("audit", "log").stdout
    replayed = succeed("audit", "replay", CASE).stdout
    assert (FIRST in replayed, SECOND in replayed) == (True, True)
    assert answer("audit", "replay", CASE)["steps"][1]["recorded_by"]["person_name"] == SECOND


def test_a_lost_key_store_is_said_to_be_lost(log: Path) -> None:
    """A log that holds references has protected its persons; nobody is advised to begin with it."""
    beside(log).unlink()
    assert failed("person", "list") == (5, "persons-missing")
    assert failed("person", "show", FIRST) == (5, "persons-missing")


def test_people_read_times_as_elsewhere_and_programs_instants(log: Path) -> None:
    """On the page a day and an hour in Helsinki, in JSON the instant with its zone."""
    since = answer("person", "show", FIRST)["created_at"]
    assert since[:10] not in succeed("person", "show", FIRST, "--lang", "fi").stdout
    assert f"{SystemClock().today().year} " in succeed("person", "show", FIRST, "--lang", "fi").stdout
    assert since in [one["created_at"] for one in answer("person", "list")]


def test_persons_are_listed_and_shown(log: Path) -> None:
    """Who is known, since when, how identified, and what each has recorded."""
    listed = {one["person"]: one for one in answer("person", "list")}
    assert set(listed) == {FIRST, SECOND}
    assert listed[FIRST]["identity"] == "asserted:os-user"
    shown = answer("person", "show", SECOND.upper())
    assert (shown["reference"], shown["events"], shown["cases"]) == (listed[SECOND]["reference"], 1, [CASE])
    assert answer("person", "show", shown["reference"]) == shown
    assert failed("person", "show", "made-up-nobody") == (3, "person-not-kept")


def test_a_person_can_be_called_by_a_given_name(log: Path) -> None:
    """The name that was noted is shown everywhere in the place of the login, and finds the person."""
    succeed("person", "describe", SECOND, "--name", "Made-up Aino", "--contact", "aino@made-up.example")
    assert "Made-up Aino" in succeed("case", "history", CASE).stdout
    assert answer("person", "show", "made-up aino")["contact"] == "aino@made-up.example"
    succeed("person", "describe", SECOND, "--name", "")
    assert answer("person", "show", SECOND)["name"] is None


def test_reading_registers_nobody(log: Path, sits: Callable[[str], None]) -> None:
    """Who only looks, or rehearses, is not in the register afterwards."""
    sits("made-up-reader")
    succeed("case", "list")
    succeed("todo")
    succeed("case", "note", CASE, "a made-up note", "--dry-run")
    assert {one["person"] for one in answer("person", "list")} == {FIRST, SECOND}


def test_the_deadlines_of_a_person_are_found_by_name_and_reference(log: Path) -> None:
    """Both give the same file, and it holds the reference alone."""
    reference = answer("person", "show", FIRST)["reference"]
    by_name = succeed("deadline", "export", "--person", FIRST, "--format", "plain").stdout
    assert by_name == succeed("deadline", "export", "--person", reference, "--format", "plain").stdout
    assert (FIRST in by_name, reference in by_name) == (False, True)
    assert failed("deadline", "export", "--person", "made-up-nobody") == (3, "person-unknown")


def test_a_second_person_is_held_by_reference_and_is_another_one(log: Path) -> None:
    """Whoever records cannot be the second person under another spelling either."""
    given = ("case", "correct", CASE, "1", "--set", "year=2027", "--reason", "made-up reason")
    refused = invoke(*given, "--second-person", FIRST.upper(), "--format", "json")
    assert refused.exit_code == 5
    assert "second_person_differs" in {one["code"] for one in json.loads(refused.stdout)["error"]["missing"]}
    rehearsed = invoke(*given, "--second-person", FIRST.upper(), "--format", "json", "--dry-run")
    assert "second_person_differs" in rehearsed.stdout
    succeed(*given, "--second-person", SECOND)
    corrected = answer("case", "show", CASE)["corrections"][0]
    assert is_reference(corrected["second_person"])
    assert corrected["second_person_name"] == SECOND
    assert SECOND in succeed("case", "show", CASE).stdout


def test_a_verification_says_why_it_did_not_judge_the_names(log: Path) -> None:
    """A key store that cannot be used is no fault of the log, and is not passed over in silence either."""
    beside(log).chmod(0o644)
    for language, text in (("fi", "ei arvioitu"), ("sv", "inte bedömt"), ("en", "not judged")):
        told = succeed("audit", "verify", "--lang", language).stdout
        assert text in told
        assert "[persons-too-open]" in told


def test_the_check_is_sound_and_finds_what_is_not(log: Path) -> None:
    """Counts, and exit code 7 where a reference is of another name than the one that is kept."""
    import sqlite3

    sound = answer("person", "check")
    assert {name: sound[name] for name in ("kept", "erased", "references", "unknown", "names", "broken", "ok")} == {
        "kept": 2,
        "erased": 0,
        "references": 2,
        "unknown": [],
        "names": 0,
        "broken": [],
        "ok": True,
    }
    with sqlite3.connect(beside(log)) as driver:
        driver.execute("UPDATE persons SET key = randomblob(32) WHERE reference = ?", [references(log)[0]])
    driver.close()
    verified = answer("audit", "verify")
    assert (verified["ok"], verified["persons"]["broken"]) == (True, references(log)[:1])
    assert "A NAME WAS SWAPPED" in succeed("audit", "verify").stdout
    broken = invoke("person", "check", "--format", "json")
    assert broken.exit_code == 7
    assert [one["reference"] for one in json.loads(broken.stdout)["broken"]] == references(log)[:1]


def test_a_lost_key_store_is_noticed_before_anything_is_recorded(log: Path) -> None:
    """Reading goes on without names; writing stops until the store is back or a new one is made on purpose."""
    kept = beside(log).read_bytes()
    beside(log).unlink()
    assert "unknown person p-" in succeed("case", "history", CASE).stdout
    assert answer("case", "history", CASE)[0]["recorded_by"]["person_name"] is None
    assert failed("case", "note", CASE, "a made-up note") == (5, "persons-missing")
    assert failed("person", "protect") == (5, "persons-missing")
    assert invoke("person", "check").exit_code == 7
    beside(log).write_bytes(kept)
    beside(log).chmod(0o600)
    succeed("case", "note", CASE, "a made-up note")
    assert len(set(references(log))) == 2


def test_a_new_key_store_is_recorded_and_knows_nobody_of_before(log: Path) -> None:
    """From then on there are new references; the earlier ones stay without a name, and the log stays sound."""
    before = set(references(log))
    beside(log).unlink()
    done = answer("person", "protect", "--new-store")
    assert (done["replaced"], done["earlier_names"]) == (True, False)
    succeed("case", "note", CASE, "a made-up note")
    assert references(log)[-1] not in before
    assert set(answer("person", "check")["unknown"]) == before
    types = [event["type"] for event in answer("audit", "log")]
    assert types[-3:] == ["person_register.register_begun", "person_register.key_store_replaced", "case.noted"]
    assert answer("audit", "verify")["ok"]


def test_a_key_store_of_another_log_is_refused(log: Path, folder: Path) -> None:
    """Neither is anything recorded with it, nor does it give a name."""
    succeed("init", "--db", "other.db")
    beside(log).write_bytes(beside(folder / "other.db").read_bytes())
    assert failed("case", "note", CASE, "a made-up note") == (5, "persons-foreign")
    assert "unknown person p-" in succeed("case", "history", CASE).stdout


def test_a_key_store_that_others_can_read_stops_the_writing(log: Path) -> None:
    """`chmod 600` is named."""
    beside(log).chmod(0o644)
    result = invoke("case", "note", CASE, "a made-up note")
    assert (result.exit_code, f"chmod 600 {beside(log)}" in result.stderr) == (5, True)


def test_an_older_log_goes_on_with_names_until_it_is_told_otherwise(
    folder: Path, sits: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its events keep the names they were sealed with; from `person protect` on there are references."""
    path = folder / "older.db"
    monkeypatch.setenv("OHJAUS_DB", str(path))
    create_log(path, SystemClock())
    succeed("case", "start", "steering_negotiation", "--subject", "Lappi", "--on", "2026-08-17", "--set", "year=2026")
    assert references(path) == [FIRST]
    assert answer("case", "history", CASE)[0]["recorded_by"]["person_name"] == FIRST
    for words in (("person", "list"), ("person", "show", FIRST), ("person", "erase", FIRST, *WHY)):
        assert failed(*words) == (5, "persons-unprotected")
    assert answer("person", "check")["ok"]
    done = answer("person", "protect")
    assert (done["earlier_names"], done["replaced"]) == (True, False)
    succeed("case", "note", CASE, "a made-up note")
    assert [is_reference(one) for one in references(path)] == [False, True, True]
    assert answer("person", "check")["names"] == 1
    assert answer("person", "show", FIRST)["events"] == 3
    assert failed("person", "protect") == (5, "persons-protected")
    assert answer("audit", "verify")["ok"]


def test_a_key_store_left_behind_is_not_taken_for_that_of_a_new_log(log: Path) -> None:
    """A log whose file was deleted leaves its names: no new log is made over them."""
    log.unlink()
    assert failed("init") == (5, "persons-exist")
    assert not log.exists()


def test_a_setting_says_where_the_key_store_stands(
    folder: Path, sits: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may lie on another drive than the log."""
    (folder / "apart").mkdir()
    (folder / "ohjaus.toml").write_text('db = "log.db"\npersons = "apart/keys"\n', encoding="utf-8")
    succeed("init")
    succeed("case", "start", "steering_negotiation", "--subject", "Lappi", "--on", "2026-08-17", "--set", "year=2026")
    assert (beside(folder / "log.db").exists(), (folder / "apart" / "keys").exists()) == (False, True)
    assert FIRST in succeed("case", "history", CASE).stdout
    monkeypatch.setenv("OHJAUS_PERSONS", str(folder / "nowhere"))
    assert failed("case", "note", CASE, "a made-up note") == (5, "persons-missing")


def test_a_backup_takes_no_names_along_unless_asked(log: Path, folder: Path) -> None:
    """With `--with-persons` the key store lies beside it, for its owner only."""
    plain = answer("db", "backup", "--out", "plain.db")
    assert plain["persons"] == {"kept": True, "from": str(beside(log)), "to": None}
    assert not beside(folder / "plain.db").exists()
    answer("db", "backup", "--out", "whole.db", "--with-persons")
    assert beside(folder / "whole.db").stat().st_mode & 0o777 == 0o600
    assert FIRST in succeed("case", "history", CASE, "--db", "whole.db").stdout
    assert "unknown person" in succeed("case", "history", CASE, "--db", "plain.db").stdout


def test_a_restored_backup_brings_its_key_store_back_where_there_is_none(log: Path, folder: Path) -> None:
    """One that stands there stays; without any, it is said that nothing can be recorded."""
    answer("db", "backup", "--out", "whole.db", "--with-persons")
    answer("db", "backup", "--out", "plain.db")
    assert answer("db", "restore", "whole.db", "--db", "new.db")["persons"]["outcome"] == "carried"
    assert FIRST in succeed("case", "history", CASE, "--db", "new.db").stdout
    assert answer("db", "restore", "whole.db", "--db", "new.db", "--yes")["persons"]["outcome"] == "stays"
    assert answer("db", "restore", "plain.db", "--db", "bare.db")["persons"]["outcome"] == "lacking"


def test_a_copy_of_a_log_protects_its_persons_too(log: Path, folder: Path) -> None:
    """The key store goes along; left behind, the copy is not written on."""
    copied = answer("db", "copy", str(log), "copy.db")
    assert copied["persons"]["outcome"] == "carried"
    succeed("case", "note", CASE, "a made-up note", "--db", "copy.db")
    assert references(folder / "copy.db")[-1] == references(log)[0]
    assert answer("db", "copy", str(log), "bare.db", "--without-persons")["persons"]["outcome"] == "left"
    assert failed("case", "note", CASE, "a made-up note", "--db", "bare.db") == (5, "persons-missing")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_pages_speak_the_readers_language(log: Path, language: str) -> None:
    """No key of a text is missing on any page of the noun."""
    for words in (("person", "list"), ("person", "show", FIRST), ("person", "check"), ("person", "erase", FIRST, *WHY)):
        assert succeed(*words, "--lang", language).stdout


@pytest.mark.parametrize(("language", "said"), [("fi", "kirjattaisiin lokiin"), ("en", "would be recorded in the log")])
def test_a_rehearsed_erasure_says_what_would_be(log: Path, language: str, said: str) -> None:
    """Nothing is in the log after a rehearsal, and no sentence says that something is."""
    why = ("--ground", "unlawful", "--reason", "made-up reason")
    rehearsed = succeed("person", "erase", SECOND, *why, "--dry-run", "--lang", language).stdout
    done = succeed("person", "erase", SECOND, *why, "--lang", language).stdout
    assert (said in rehearsed, said in done) == (True, False)
