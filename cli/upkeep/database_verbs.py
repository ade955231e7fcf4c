"""`ohjaus db`, with all its verbs."""

from __future__ import annotations

from cli.upkeep import backup_commands as kept
from cli.upkeep import server_commands as served
from cli.upkeep.administration import db

__all__ = ["db", "kept", "served"]
