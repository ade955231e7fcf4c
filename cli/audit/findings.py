"""Findings of checks as data: what was found first, where, and what was recorded and expected there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.errors import Diagnosis, OhjausError

Check = dict[str, Any]


def check_shape(*, ok: bool | None, checked: int, fault: Diagnosis | None) -> Check:
    """Gives the result of a check as data; `ok` is None where it could not be made."""
    return {"ok": ok, "checked": checked, "first_fault": fault_shape(fault)}


def fault_shape(found: Diagnosis | None) -> dict[str, Any] | None:
    """Gives a finding as data."""
    if found is None:
        return None
    return {"code": found.code, "where": found.where, "text": found.text, "details": _plain(found.details)}


def _plain(details: Mapping[str, object]) -> dict[str, object]:
    return {name: value if isinstance(value, str | int | None) else str(value) for name, value in details.items()}


def stumbled(error: Exception, where: str = "log") -> Diagnosis:
    """Gives the finding of a check that came upon something that it could not go on from."""
    if isinstance(error, OhjausError):
        return Diagnosis(error.code, where, error.message, error.details)
    kind = type(error).__name__
    return Diagnosis("check-stumbled", where, f"The record holds something that no check expects ({kind}).")
