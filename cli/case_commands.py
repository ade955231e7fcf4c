"""`ohjaus case`, with all its verbs."""

from __future__ import annotations

from cli import cases_read, cases_write
from cli.case_noun import case

__all__ = ["case", "cases_read", "cases_write"]
