"""What the system needs to run the tick: a systemd unit and timer and a line for cron, with the paths of this place.

They are texts to look at and to put in place oneself; nothing is written. Any two of them may be used at once.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.postgres.address import Server

NAME = "ohjaus"
UNIT_FOLDER = "/etc/systemd/system"


@dataclass(frozen=True, slots=True)
class Place:
    """Where this installation stands: the command that starts it, the log, and the user who owns that."""

    command: tuple[str, ...]
    database: Path | Server
    user: str


def this_place(database: Path | Server, user: str) -> Place:
    """Gives the place of the program that runs now."""
    beside = Path(sys.executable).with_name(NAME)
    command = (str(beside),) if beside.is_file() else (sys.executable, "-m", "cli")
    # Where the system knows no name for a user, it takes the number.
    return Place(command, database.absolute(), user.removeprefix("uid:"))


def service(place: Place) -> str:
    """Gives the unit of a scheduler that runs on."""
    return f"""[Unit]
Description=ohjaus: records what the clock knows of deadlines
Documentation=man:systemd.service(5)
Wants=time-sync.target
After=time-sync.target local-fs.target

[Service]
ExecStart={_command(place, "schedule", "run")}
User={_escaped(place.user)}
UMask=0077
StandardOutput=null
Restart=always
RestartSec=5
TimeoutStopSec=90
NoNewPrivileges=yes
ProtectSystem=strict
{_written(place)}
[Install]
WantedBy=multi-user.target
"""


def oneshot(place: Place) -> str:
    """Gives the unit of a single tick, which the timer starts."""
    return f"""[Unit]
Description=ohjaus: one tick
Wants=time-sync.target
After=time-sync.target local-fs.target

[Service]
Type=oneshot
ExecStart={_command(place, "deadline", "tick")}
User={_escaped(place.user)}
UMask=0077
NoNewPrivileges=yes
ProtectSystem=strict
{_written(place)}"""


def timer() -> str:
    """Gives the timer of the single tick: every minute, and once for all that was missed."""
    return """[Unit]
Description=ohjaus: a tick every minute

[Timer]
OnCalendar=minutely
AccuracySec=1s
Persistent=yes

[Install]
WantedBy=timers.target
"""


def cron(place: Place) -> str:
    """Gives the line for the crontab of the user who owns the log."""
    words = (*place.command, "deadline", "tick", "--db", str(place.database), "--quiet")
    # To cron a percent sign is the end of the line.
    return f"* * * * * {shlex.join(words)} >/dev/null\n".replace("%", "\\%")


def _written(place: Place) -> str:
    """Gives the line that lets the log's folder be written; a log on a server takes none."""
    return f"ReadWritePaths={_quoted(str(place.database.parent))}\n" if isinstance(place.database, Path) else ""


def _command(place: Place, *verb: str) -> str:
    words = [_quoted(word) for word in (*place.command, *verb, "--db", str(place.database))]
    # Variables are filled in everywhere but in the name of the program.
    return " ".join([words[0], *(word.replace("$", "$$") for word in words[1:])])


def _quoted(word: str) -> str:
    """Gives one word as systemd reads it: what it would fill in is doubled, what it would split is quoted."""
    told = _escaped(word)
    if told and not set(told) & set(" \t\n\"'\\;"):
        return told
    return '"' + told.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _escaped(text: str) -> str:
    return text.replace("%", "%%")


def units(place: Place) -> Sequence[tuple[str, str, str]]:
    """Gives every text: what it is, where it belongs (`crontab -e` for cron's), and the text itself."""
    return (
        ("service", f"{UNIT_FOLDER}/{NAME}-schedule.service", service(place)),
        ("tick", f"{UNIT_FOLDER}/{NAME}-tick.service", oneshot(place)),
        ("timer", f"{UNIT_FOLDER}/{NAME}-tick.timer", timer()),
        ("cron", "crontab -e", cron(place)),
    )
