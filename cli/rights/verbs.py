"""`ohjaus grant`, with all its verbs."""

from __future__ import annotations

from cli.rights import grant_commands as given
from cli.rights import grant_reading as told
from cli.rights import matrix_command as drawn
from cli.rights.grant_noun import grant

__all__ = ["drawn", "given", "grant", "told"]
