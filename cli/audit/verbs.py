"""`ohjaus audit`, with all its verbs."""

from __future__ import annotations

from cli.audit import checkpoint_commands as signed
from cli.audit import commands as told
from cli.audit import diff_commands as compared
from cli.audit import export_commands as exported
from cli.audit import key_commands as keyed
from cli.audit import prove_commands as proved
from cli.audit import security_command as guarded
from cli.audit import verify_commands as verified
from cli.audit.noun import audit

__all__ = ["audit", "compared", "exported", "guarded", "keyed", "proved", "signed", "told", "verified"]
