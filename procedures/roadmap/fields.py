"""Types of payload fields that speak of the roadmap, and the scale by which everything on the picture is judged."""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

from pydantic import AfterValidator, StringConstraints

from engine.errors import NotFound
from procedures.roadmap.catalogue import roadmap

PictureState = Literal["on_schedule", "at_risk", "late", "no_information", "not_applicable"]
"""How a thing stands. Silence is `no_information`, which is never `on_schedule`."""

PICTURE_STATES: Final[tuple[PictureState, ...]] = get_args(PictureState)
NEED_REASON: Final[frozenset[str]] = frozenset({"at_risk", "late"})
"""The two worst states, which are nothing without a written reason."""

Provenance = Literal["derived", "reported", "discussed"]
"""Where a value comes from: worked out from the log, said by the county, or confirmed in the discussion with it."""

GroupId = Literal["HTT", "JO", "PJ", "YP", "ICT"]
"""The five preparation groups, by the marks of the roadmap."""

Sector = Literal["services", "rescue", "both"]
"""Health and social services, rescue services, or both; rescue services are compiled apart."""


def _known(subtask_id: str) -> str:
    try:
        return roadmap().subtask(subtask_id).id
    except NotFound as error:
        raise ValueError(error.message) from error


SubtaskId = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20), AfterValidator(_known)]
"""The id of a sub-task in the catalogue, such as `HTT-A-1.2`; another is refused, and the nearest are named."""

Month = Annotated[str, StringConstraints(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]
"""A month, written 2026-11."""

CaseId = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
"""The id of another case. That there is one, the command that records the fact makes sure of."""
