"""Where a log may lie, and what is not one."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from engine.errors import Fault, InputRejected, NotFound, Refused
from store import location
from store.open_log import create_log, open_log
from tests.contracts.builders import SetClock, command, opening, write

POSIX = pytest.mark.skipif(os.name != "posix", reason="file modes as meant here are those of POSIX")


def foreign_database(path: Path) -> None:
    """A database of another program, with a trigger that would act if anybody wrote."""
    driver = sqlite3.connect(path)
    driver.executescript("CREATE TABLE t (a); CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM t; END;")
    driver.close()


def without_schema(path: Path) -> None:
    """A database that bears our mark and holds nothing."""
    driver = sqlite3.connect(path)
    driver.execute(f"PRAGMA application_id = {0x4F484A41}")
    driver.close()


def test_a_file_that_is_missing_is_not_made(tmp_path: Path, clock: SetClock) -> None:
    """Opening a log that is not there says how to make one and makes none."""
    with pytest.raises(NotFound) as caught:
        open_log(tmp_path / "none.db", clock)
    assert (caught.value.code, caught.value.try_next, list(tmp_path.iterdir())) == ("no-log", "ohjaus init", [])


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("a shopping list\n" * 20),
        lambda path: path.write_bytes(b"SQLite format 3\x00"),
        foreign_database,
        without_schema,
    ],
    ids=["empty", "text", "cut header", "another program", "our mark, no schema"],
)
def test_what_is_not_a_log_is_refused_and_left_as_it_is(tmp_path: Path, clock: SetClock, make: object) -> None:
    """A file that is no log is refused clearly, keeps every byte, and nothing appears beside it."""
    path = tmp_path / "other.db"
    assert callable(make)
    make(path)
    path.chmod(0o600)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    with pytest.raises(InputRejected) as caught:
        open_log(path, clock)
    assert caught.value.code == "not-a-log"
    assert (path.read_bytes() == before[0], path.stat().st_mtime_ns) == (True, before[1])
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_not_a_log(tmp_path: Path, clock: SetClock) -> None:
    """A folder is refused like any other thing that is no log."""
    with pytest.raises(InputRejected, match="not an ohjaus log"):
        open_log(tmp_path, clock)


@POSIX
def test_a_pipe_is_refused_without_waiting(tmp_path: Path, clock: SetClock) -> None:
    """A named pipe would let a reader wait for ever; it is refused by what it is."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputRejected, match="not an ohjaus log"):
        open_log(tmp_path / "pipe", clock)


def test_making_a_log_covers_nothing(path: Path, clock: SetClock) -> None:
    """A log is made only where nothing is; what is there keeps every byte, and no draft is left."""
    before = path.read_bytes()
    with pytest.raises(Refused) as caught:
        create_log(path, clock)
    assert (caught.value.code, path.read_bytes(), list(path.parent.iterdir())) == ("log-exists", before, [path])


def test_a_log_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path, clock: SetClock) -> None:
    """A missing folder is told, not made."""
    with pytest.raises(Fault) as caught:
        create_log(tmp_path / "none" / "kites.db", clock)
    assert (caught.value.code, list(tmp_path.iterdir())) == ("cannot-create", [])


@POSIX
def test_a_log_and_its_companions_are_their_owners_alone(path: Path, clock: SetClock) -> None:
    """Whatever the umask, log, WAL and shared memory have mode 0600."""
    before = os.umask(0)
    try:
        with open_log(path, clock) as opened:
            opened.log.append([write("kite-1", 0, opening())], command("c1"))
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"kites.db": 0o600, "kites.db-wal": 0o600, "kites.db-shm": 0o600}


@POSIX
@pytest.mark.parametrize("mode", [0o644, 0o660, 0o601])
def test_a_log_that_others_may_read_is_refused(path: Path, clock: SetClock, mode: int) -> None:
    """A looser file is refused with the exact command that closes it."""
    path.chmod(mode)
    with pytest.raises(Refused) as caught:
        open_log(path, clock)
    assert (caught.value.code, caught.value.try_next) == ("file-too-open", f"chmod 600 {path}")


@POSIX
def test_a_companion_that_others_may_read_is_refused(path: Path, clock: SetClock) -> None:
    """The WAL holds the newest events, so it must be as closed as the log; spaces in a name are quoted."""
    odd = path.rename(path.with_name("two kites.db"))
    wal = odd.with_name("two kites.db-wal")
    wal.write_bytes(b"")
    wal.chmod(0o644)
    with pytest.raises(Refused) as caught:
        open_log(odd, clock)
    assert caught.value.try_next == f"chmod 600 '{wal}'"


@POSIX
def test_a_link_does_not_hide_what_stands_beside_the_log(path: Path, clock: SetClock) -> None:
    """Named by a link, the log has its companions beside the real file, and there they are looked at."""
    link = path.with_name("link.db")
    link.symlink_to(path)
    wal = path.with_name(path.name + "-wal")
    wal.write_bytes(b"")
    wal.chmod(0o644)
    with pytest.raises(Refused) as caught:
        open_log(link, clock)
    assert caught.value.try_next == f"chmod 600 {wal}"


def test_a_log_that_is_open_is_not_looked_into_again(path: Path, clock: SetClock) -> None:
    """A second opening in one process reads no header: closing that file would drop the first one's locks."""
    before = dict(location._held)
    with open_log(path, clock) as first, open_log(path, clock, read_only=True) as second:
        first.log.append([write("kite-1", 0, opening())], command("c1"))
        assert second.log.head().position == 1
        # Another process finds the lock of the first still held.
        other = sqlite3.connect(path, isolation_level=None, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("PRAGMA journal_mode = delete")
        other.close()
    assert location._held == before


MOUNTS = """\
22 1 8:1 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /data rw - overlay overlay rw,lowerdir=/a
31 22 0:41 / /scratch rw - tmpfs tmpfs rw
32 30 0:42 / /data/shared rw - nfs4 server:/export rw,vers=4.2
33 30 0:43 / /data/my\\040drive rw - cifs //server/share rw
34 22 0:44 / /ssh rw - fuse.sshfs me@server:/ rw
35 22 0:45 / /win rw - 9p C:\\134 rw,dirsync,aname=drvfs;path=C:\\,trans=fd
36 22 0:46 / /box rw - 9p none rw,trans=fd
37 22 0:47 / /usb rw - fuseblk /dev/sdb1 rw
38 32 8:2 / /data/shared rw - ext4 /dev/vdb rw
39 22 0:48 / /mounted rw shared:1 master:2 - smb3 //server/x rw
a line that means nothing
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/kites.db", None),
        ("/data/me/kites.db", None),
        ("/scratch/kites.db", None),
        ("/data/my drive/kites.db", "cifs"),
        ("/data/my", None),
        ("/ssh/kites.db", "fuse.sshfs"),
        ("/win/kites.db", "9p"),
        ("/box/kites.db", None),
        ("/usb/kites.db", None),
        ("/data/shared/kites.db", None),
        ("/data/sharedother/kites.db", None),
        ("/mounted/deep/er/kites.db", "smb3"),
    ],
)
def test_drives_of_other_machines_are_known(path: str, kind: str | None) -> None:
    """The deepest mount decides, the later of two on one point, and names that only begin alike do not count."""
    assert location.network_file_system(path, MOUNTS) == kind


def test_the_drive_of_this_test_is_near(path: Path) -> None:
    """The temporary folder of the tests is accepted as it is."""
    location.refuse_network_drive(path)
