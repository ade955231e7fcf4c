"""A backup of a log on a server is a file like any other, and is restored by copying."""

from __future__ import annotations

from pathlib import Path

from store.backup import back_up, verified
from store.open_log import OpenLog
from store.place import Server
from store.projections.standard import STANDARD
from tests.contracts.builders import SetClock, command, draft, opening, write


def test_a_backup_of_a_server_holds_its_record(
    opened: OpenLog, server: Server, clock: SetClock, tmp_path: Path
) -> None:
    """Identity, position and hash are those of the log on the server; the file has mode 0600 and is whole."""
    opened.log.append([write("kite-1", 0, opening())], command("first"))
    opened.log.append([write("kite-1", 1, draft())], command("second"))
    found = back_up(server, tmp_path / "kept.db", clock, STANDARD)
    assert (found.identity, found.head) == (opened.identity, opened.log.head())
    assert found.path.stat().st_mode & 0o777 == 0o600
    assert verified(found.path, clock, STANDARD).root == found.root
    assert [one.name for one in tmp_path.iterdir()] == ["kept.db"]
