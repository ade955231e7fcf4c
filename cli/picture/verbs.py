"""`ohjaus picture`, with all its verbs."""

from __future__ import annotations

from cli.picture import commands as showing
from cli.picture import diff_command as comparing
from cli.picture.noun import picture

__all__ = ["comparing", "picture", "showing"]
