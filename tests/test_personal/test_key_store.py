"""The key store in a file: registered once, sealed, refused when it is open to others, and empty of whom it erased."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from engine.errors import InputRejected, IntegrityBroken, OhjausError, Refused
from engine.personal import is_reference
from store.personal.file import beside
from store.personal.place import carry, create_register, open_register, refuse_foreign
from store.personal.register import PersonRegister
from tests.ready import program
from tests.test_house.tree import ROOT

AT = "2031-06-21T09:00:00+00:00"
EERO, AINO = "made-up-eero", "made-up-aino"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new, empty key store."""
    path = tmp_path / "log.db.persons"
    create_register(path, "made-up-log", AT)
    return path


@pytest.fixture
def register(path: Path) -> Iterator[PersonRegister]:
    """The same, open."""
    with closing(open_register(path)) as found:
        yield found


def code_of(error: pytest.ExceptionInfo[OhjausError]) -> str:
    return error.value.code


def test_it_lies_beside_the_log_for_its_owner_only(path: Path, tmp_path: Path) -> None:
    """Its place follows from that of the log, through a link too, and its mode is 0600."""
    (tmp_path / "log.db").touch()
    (tmp_path / "link.db").symlink_to(tmp_path / "log.db")
    assert beside(tmp_path / "log.db") == beside(tmp_path / "link.db") == path
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_person_is_registered_once(register: PersonRegister) -> None:
    """The same text gives the same reference, another one another, and what is known comes back."""
    first = register.reference(EERO, "asserted:os-user", AT)
    assert is_reference(first)
    assert register.reference(EERO, "asserted:os-user", AT) == first
    assert register.reference(AINO, None, AT) != first
    found = register.find(first)
    assert found is not None
    assert (found.about.person, found.about.identity, found.created_at) == (EERO, "asserted:os-user", AT)
    assert [one.name for one in register.persons()] == sorted([EERO, AINO], key=lambda name: register.known(name) or "")


def test_neither_name_nor_contact_stands_in_the_file(register: PersonRegister, path: Path) -> None:
    """What is known of a person is sealed: the bytes of the file tell nothing of it."""
    reference = register.reference(EERO, None, AT)
    register.describe(reference, name="Made-up Eero", contact="eero@made-up.example")
    raw = path.read_bytes()
    assert all(one.encode() not in raw for one in (EERO, "Made-up Eero", "eero@made-up.example"))
    assert reference.encode() in raw


def test_a_typed_name_may_be_written_otherwise(register: PersonRegister) -> None:
    """Capitals and spaces do not matter, a given name does too, and of two with one spelling the exact one counts."""
    eero = register.reference(EERO, None, AT)
    register.describe(eero, name="Made-up Eero", contact=None)
    assert {register.typed(one) for one in (EERO, " MADE-UP-EERO ", "made-up eero", eero)} == {eero}
    upper, lower = register.reference("oidc:made-up#A", None, AT), register.reference("oidc:made-up#a", None, AT)
    assert (register.typed("oidc:made-up#A"), register.typed("oidc:made-up#a")) == (upper, lower)
    with pytest.raises(InputRejected) as refused:
        register.typed("OIDC:made-up#a")
    assert code_of(refused) == "person-ambiguous"


def test_an_erased_person_leaves_no_byte(register: PersonRegister, path: Path) -> None:
    """Key, name and everything they are found by are gone from the file, and no other file keeps them."""
    reference = register.reference(EERO, None, AT)
    other = register.reference(AINO, None, AT)
    with closing(sqlite3.connect(path)) as driver:
        row = driver.execute("SELECT key, looked_up, spoken, sealed FROM persons WHERE reference = ?", [reference])
        secrets = [one if isinstance(one, bytes) else one.encode() for one in row.fetchone()]
    register.erase({reference: AT})
    for file in path.parent.iterdir():
        raw = file.read_bytes()
        assert [one for one in secrets if one in raw] == []
    assert register.find(reference) is None
    assert register.erased() == {reference: AT}
    assert register.find(other) is not None
    assert register.reference(EERO, None, AT) != reference


def test_erasing_again_changes_nothing(register: PersonRegister) -> None:
    """The first moment stays; who was never kept is only noted."""
    reference = register.reference(EERO, None, AT)
    register.erase({reference: AT})
    register.erase({reference: "2032-01-01T00:00:00+00:00", "p-" + "0" * 24: AT})
    assert register.erased() == {reference: AT, "p-" + "0" * 24: AT}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("UPDATE persons SET key = randomblob(32) WHERE reference = ?1", "unsealed"),
        (
            "UPDATE persons SET sealed = (SELECT sealed FROM persons WHERE reference <> ?1) WHERE reference = ?1",
            "unsealed",
        ),
        (
            (
                "UPDATE persons SET (key, sealed) = (SELECT key, sealed FROM persons WHERE reference <> ?1) "
                "WHERE reference = ?1"
            ),
            "unsealed",
        ),
        ("UPDATE persons SET looked_up = 'made up' WHERE reference = ?1", "found by another name"),
        ("UPDATE persons SET created_at = '2031-06-2x' WHERE reference = ?1", "time of registration"),
    ],
)
def test_a_swapped_name_is_found(register: PersonRegister, path: Path, change: str, why: str) -> None:
    """Whoever changes a row in the file cannot make a reference stand for somebody else unseen."""
    reference = register.reference(EERO, None, AT)
    register.reference(AINO, None, AT)
    with closing(sqlite3.connect(path)) as driver, driver:
        driver.execute(change, [reference])
    assert [(one.reference, why in one.why.en) for one in register.check()] == [(reference, True)]


@pytest.mark.parametrize("asked", [PersonRegister.known, PersonRegister.typed])
def test_nobody_is_taken_for_who_was_put_in_their_place(
    register: PersonRegister, path: Path, asked: Callable[[PersonRegister, str], str | None]
) -> None:
    """Given two rows of which each is found by the other's name, when one is looked up, it is nobody else's."""
    for name in ("made-up-eero", "made-up-anna"):
        register.reference(name, None, AT)
    with closing(sqlite3.connect(path)) as driver, driver:
        (eero, anna) = driver.execute("SELECT reference, looked_up, spoken FROM persons ORDER BY rowid").fetchall()
        for reference, *_ in (eero, anna):
            driver.execute("UPDATE persons SET looked_up = reference WHERE reference = ?", [reference])
        for (reference, *_), (_, *found_by) in ((eero, anna), (anna, eero)):
            driver.execute("UPDATE persons SET looked_up = ?, spoken = ? WHERE reference = ?", [*found_by, reference])
    for stated in ("made-up-eero", "made-up-anna"):
        with pytest.raises(IntegrityBroken) as broken:
            asked(register, stated)
        assert broken.value.code == "persons-damaged"
    if asked is PersonRegister.typed:
        with pytest.raises(IntegrityBroken):
            asked(register, " MADE-UP-EERO ")


def test_a_name_sealed_anew_under_the_right_key_is_found_as_well(register: PersonRegister, path: Path) -> None:
    """The reference commits to the name: not even the key makes it one of another name."""
    from store.personal.sealing import About, seal

    reference = register.reference(EERO, None, AT)
    with closing(sqlite3.connect(path)) as driver, driver:
        (key,) = driver.execute("SELECT key FROM persons").fetchone()
        driver.execute("UPDATE persons SET sealed = ?", [seal(key, reference, About(person=AINO))])
    assert [one.why.en for one in register.check()] == ["the reference is of another name"]


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER copying AFTER INSERT ON persons BEGIN UPDATE said SET value = 'made up'; END",
        "CREATE TABLE elsewhere (key BLOB)",
        "DELETE FROM said WHERE name = 'secret'",
        "UPDATE said SET value = '99' WHERE name = 'format'",
        "PRAGMA application_id = 0",
    ],
)
def test_a_store_that_holds_what_it_should_not_is_not_used(path: Path, change: str) -> None:
    """A trigger that copies keys elsewhere never runs."""
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        driver.execute(change)
    with pytest.raises(IntegrityBroken) as broken:
        open_register(path)
    assert code_of(broken) == "persons-damaged"


@pytest.mark.parametrize("at", ["", "made up", "2031-06-21", "2031-06-21T09:00:00", "2031-13-21T09:00:00+00:00"])
def test_a_time_that_is_none_is_damage(register: PersonRegister, path: Path, at: str) -> None:
    """When somebody was registered, or erased, is read where it is shown; what is no moment is told as damage."""
    kept, gone = register.reference(EERO, None, AT), register.reference(AINO, None, AT)
    register.erase({gone: AT})
    with closing(sqlite3.connect(path)) as driver, driver:
        driver.execute("UPDATE persons SET created_at = ?", [at])
        driver.execute("UPDATE erased SET erased_at = ?", [at])
    for ask in (register.persons, lambda: register.find(kept), register.erased):
        with pytest.raises(IntegrityBroken) as broken:
            ask()
        assert code_of(broken) == "persons-damaged"


def with_type(path: Path, reference: str, *, column: int, put: bytes) -> None:
    """Overwrites what a row's header says of the type and length of a column, and with it perhaps of those after it."""
    content = bytearray(path.read_bytes())
    first = content.index(reference.encode())
    (at,) = (one for one in range(first - 16, first) if one + content[one] == first)
    at += 1
    for _ in range(column):
        while content[at] & 0x80:  # a number of seven bits a byte, the last without the eighth
            at += 1
        at += 1
    content[at : at + len(put)] = put
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("column", "put"),
    [
        pytest.param(4, b"\x80\x08", id="no-bytes"),
        pytest.param(1, b"\xff\xff\xff\xff\x7e", id="longer-than-any"),
    ],
)
def test_a_row_of_another_shape_is_damage(path: Path, register: PersonRegister, column: int, put: bytes) -> None:
    """A sealed name that is a number, a key of billions of bytes: neither is a fault of ours or the machine."""
    reference = register.reference(EERO, None, AT)
    register.close()
    with_type(path, reference, column=column, put=put)
    with closing(open_register(path)) as damaged, pytest.raises(IntegrityBroken) as broken:
        damaged.find(reference)
    assert code_of(broken) == "persons-damaged"


@pytest.mark.parametrize("content", [b"", b"made up", b"SQLite format 3\x00" + bytes(84)])
def test_what_is_no_key_store_is_not_used(path: Path, content: bytes) -> None:
    """An empty or a foreign file is told as damaged, and left as it is."""
    path.write_bytes(content)
    with pytest.raises(OhjausError) as refused:
        open_register(path)
    assert code_of(refused) in ("persons-damaged", "persons-unusable")
    assert path.read_bytes() == content


def test_a_store_that_others_can_read_is_refused(path: Path) -> None:
    """The command that closes it is named."""
    path.chmod(0o640)
    with pytest.raises(Refused) as refused:
        open_register(path)
    assert (code_of(refused), refused.value.try_next) == ("persons-too-open", f"chmod 600 {path}")


def test_nothing_is_covered(path: Path, register: PersonRegister) -> None:
    """Where something stands no key store is made, neither a new one nor a copy."""
    register.reference(EERO, None, AT)
    before = path.read_bytes()
    with pytest.raises(Refused) as refused:
        create_register(path, "another-log", AT)
    assert code_of(refused) == "persons-exist"
    other = path.with_name("other.persons")
    create_register(other, "another-log", AT)
    with pytest.raises(Refused) as refused:
        carry(other, path)
    assert code_of(refused) == "persons-exist"
    assert path.read_bytes() == before


def test_a_copy_that_was_begun_is_finished(path: Path, register: PersonRegister) -> None:
    """What came to the store since, what was described anew and who was erased: the earlier copy follows it."""
    eero, aino = register.reference(EERO, None, AT), register.reference(AINO, None, AT)
    target = path.with_name("copy.persons")
    carry(path, target)
    register.erase({aino: AT})
    register.describe(eero, name="Made-up Eero", contact=None)
    again = register.reference(AINO, None, AT)
    assert carry(path, target) == 2
    with closing(open_register(target)) as copy:
        assert (copy.known(EERO), copy.known(AINO), dict(copy.erased())) == (eero, again, {aino: AT})
        assert copy.persons() == register.persons()
        assert copy.check() == ()


def test_a_copy_that_has_forgotten_somebody_does_not_remember_again(path: Path, register: PersonRegister) -> None:
    """Whoever was erased there only is not carried there once more."""
    eero = register.reference(EERO, None, AT)
    target = path.with_name("copy.persons")
    carry(path, target)
    with closing(open_register(target)) as copy:
        copy.erase({eero: AT})
    carry(path, target)
    with closing(open_register(target)) as copy:
        assert (copy.known(EERO), dict(copy.erased())) == (None, {eero: AT})


def test_a_copy_knows_the_same_persons(path: Path, register: PersonRegister) -> None:
    """References, names and erasures are carried along, mode 0600."""
    eero, aino = register.reference(EERO, None, AT), register.reference(AINO, None, AT)
    register.erase({aino: AT})
    target = path.with_name("copy.persons")
    carry(path, target)
    assert target.stat().st_mode & 0o777 == 0o600
    with closing(open_register(target)) as copy:
        assert (copy.known(EERO), copy.known(AINO), dict(copy.erased())) == (eero, None, {aino: AT})
        assert copy.check() == ()


def test_a_store_is_of_one_log(register: PersonRegister) -> None:
    """That of another log is refused."""
    refuse_foreign(register, "made-up-log")
    with pytest.raises(Refused) as refused:
        refuse_foreign(register, "another-log")
    assert code_of(refused) == "persons-foreign"


def test_processes_that_start_at_once_register_nobody_twice(path: Path) -> None:
    """Four programs that register the same twenty persons all get the same references."""
    names = [f"made-up-{number}" for number in range(20)]
    command = [*program("tests.test_personal.registering"), str(path), *names]
    started = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    answers = [one.communicate(timeout=120)[0].split() for one in started]
    assert [one.returncode for one in started] == [0, 0, 0, 0]
    assert answers[0] == answers[1] == answers[2] == answers[3]
    with closing(open_register(path)) as register:
        assert len(register.persons()) == len(set(answers[0])) == len(names)
