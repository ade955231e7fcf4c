"""`ohjaus case`, with all its verbs."""

from __future__ import annotations

from cli.case import bulk_commands as cases_in_bulk
from cli.case import correct_commands as cases_corrected
from cli.case import reading as cases_read
from cli.case import time_commands as times_of_cases
from cli.case import writing as cases_write
from cli.case.noun import case

__all__ = ["case", "cases_corrected", "cases_in_bulk", "cases_read", "cases_write", "times_of_cases"]
