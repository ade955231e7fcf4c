"""The same rules by the newer act: how what 614/2021 says is cited from 15 December 2025 on.

The act on the division into counties took the inquiry over; its text was not read. So each section of 614/2021 becomes
the unsettled basis of what stands in its place. Sections 5 and 6 are better known: the committee's report names them by
these numbers and says that they did not change in substance. Whatever was practice or open before stays what it was.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

from engine.law import Basis, Label, Status
from procedures.statutes import DIVISION, DIVISION_2025, in_place_of

_Thing = TypeVar("_Thing")
_SECTION: Final = re.compile(r"[0-9]+ §")
_KNOWN: Final = ("5 §", "6 §")
_COMMITTEE: Final = Label(
    "HaVM 22/2025: pykälän sisältö ei muuttunut",
    "FvUB 22/2025: paragrafens innehåll ändrades inte",
    "HaVM 22/2025: the section did not change in substance",
)


def restated(thing: _Thing) -> _Thing:
    """Gives a part of the declaration with each citation of 614/2021 in the form of the newer act.

    Example:
        >>> [one.cite for one in restated((DIVISION("5 § 1 mom."), DIVISION("8 § 1 mom.")))]
        ['hyvinvointialuejakolaki (2025) 5 §', 'hyvinvointialuejakolaki (2025)']
    """
    value: Any = thing
    if isinstance(value, Basis):
        value = _basis(value)
    elif isinstance(value, tuple):
        parts = tuple(map(restated, value))
        value = tuple(dict.fromkeys(parts)) if all(isinstance(part, Basis) for part in parts) else parts
    elif is_dataclass(value) and not isinstance(value, type):
        value = replace(value, **{part.name: restated(getattr(value, part.name)) for part in fields(value)})
    return cast("_Thing", value)


def _basis(basis: Basis) -> Basis:
    if basis.statute != DIVISION.number:
        return basis
    found = _SECTION.match(basis.section)
    section = found.group() if found else basis.section
    if basis.status is not Status.STATUTE:
        return DIVISION_2025("", basis.status, basis.note)
    return DIVISION_2025(section, Status.SECONDARY, _COMMITTEE) if section in _KNOWN else in_place_of(section)
