"""`ohjaus identity`, with all its verbs."""

from __future__ import annotations

from cli.identity import login_commands as entered
from cli.identity import show_command as shown
from cli.identity.noun import identity

__all__ = ["entered", "identity", "shown"]
