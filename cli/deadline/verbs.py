"""`ohjaus deadline`, with all its verbs."""

from __future__ import annotations

from cli.deadline import commands as listing
from cli.deadline import export_command as exporting
from cli.deadline import recompute_command as recomputing
from cli.deadline import tick_commands as ticking
from cli.deadline.noun import deadline

__all__ = ["deadline", "exporting", "listing", "recomputing", "ticking"]
