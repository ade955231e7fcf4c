"""What the directory knows of one actor, and how sure each piece of it is.

An actor is a body of the law's own world: a county, a ministry, an agency, a court. Each piece of it carries
a `Mark`: where it was read, and the status of that reading (architecture, section 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engine.law import Label, Status


class Kind(StrEnum):
    """What an actor is."""

    COUNTY = "county"
    CITY = "city"
    JOINT_AUTHORITY = "joint_authority"
    COLLABORATIVE_AREA = "collaborative_area"
    COUNTY_GROUP = "county_group"
    MINISTRY = "ministry"
    GOVERNMENT = "government"
    STATE = "state"
    AGENCY = "agency"
    COURT = "court"
    STATE_ORGAN = "state_organ"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a piece was read, and how sure that is."""

    source: str
    status: Status

    def as_data(self) -> dict[str, str]:
        """Gives the mark as plain data."""
        return {"source": self.source, "status": str(self.status)}


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor; two actors are equal when everything known of them is.

    `languages` are those the actor serves in: `fi`, `sv`, and `smi` for the Sámi languages. It is empty for a
    collaborative area and for a group of authorities. `area` is the code of its collaborative area; `members` are the
    codes of a group that no decree lists (`Directory.members` answers for an area and a group alike).
    `in_being_from` and `in_being_until` are inclusive, and None where the directory sets no limit.
    `successor` is the code of the actor that has its tasks afterwards; `succession` says so in words.
    """

    code: str
    slug: str
    kind: Kind
    name: Label
    official_name: Label
    languages: tuple[str, ...]
    marks: tuple[tuple[str, Mark], ...]
    area: str | None = None
    members: tuple[str, ...] = ()
    university_hospital: bool = False
    council: Label | None = None
    executive: Label | None = None
    council_term_from: date | None = None
    in_being_from: date | None = None
    in_being_until: date | None = None
    successor: str | None = None
    succession: Label | None = None

    @property
    def bilingual(self) -> bool:
        """Whether the actor serves in both Finnish and Swedish."""
        return "fi" in self.languages and "sv" in self.languages

    @property
    def unsettled(self) -> tuple[str, ...]:
        """The pieces that are not settled, such as `official_name.en`."""
        return tuple(piece for piece, mark in self.marks if mark.status is Status.UNSETTLED)

    def mark(self, piece: str) -> Mark:
        """Gives the mark of a piece.

        Raises:
            KeyError: the actor has no such piece.
        """
        return dict(self.marks)[piece]

    def in_being(self, on: date) -> bool:
        """Says whether the actor exists on a day, as far as the directory limits it."""
        begun = self.in_being_from is None or self.in_being_from <= on
        return begun and (self.in_being_until is None or on <= self.in_being_until)

    def as_data(self) -> dict[str, object]:
        """Gives the actor as plain data: dates as text, unknown as None."""
        return {
            "code": self.code,
            "slug": self.slug,
            "kind": str(self.kind),
            "name": self.name.as_data(),
            "official_name": self.official_name.as_data(),
            "languages": list(self.languages),
            "bilingual": self.bilingual,
            "area": self.area,
            "university_hospital": self.university_hospital,
            "council": self.council.as_data() if self.council else None,
            "executive": self.executive.as_data() if self.executive else None,
            "council_term_from": _day(self.council_term_from),
            "in_being_from": _day(self.in_being_from),
            "in_being_until": _day(self.in_being_until),
            "successor": self.successor,
            "succession": self.succession.as_data() if self.succession else None,
            "marks": {piece: mark.as_data() for piece, mark in self.marks},
            "unsettled": list(self.unsettled),
        }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
