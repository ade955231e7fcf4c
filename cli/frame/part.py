"""What whoever asks sees of a log: what is not seen of others may be hidden, and is not to be told as absent.

A login of a server may see the cases of some counties only, and a person's rights may show some cases only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from store.place import seen_part

if TYPE_CHECKING:
    from cli.wiring import Record
    from engine.rights import Access


@dataclass(frozen=True, slots=True)
class Sight:
    """The subjects whose cases a login sees, and what a person's rights show; None: every case."""

    by_login: frozenset[str] | None = None
    by_right: Access | None = None

    @property
    def of_a_part(self) -> bool:
        """True when some case may be hidden."""
        return self.by_login is not None or self.by_right is not None

    def hides(self, subject: str, procedure: str | None = None, parties: Iterable[str] = ()) -> bool:
        """Tells whether there may be cases of a subject that are not seen: of a procedure with its parties, or any."""
        if self.by_login is not None and subject not in self.by_login:
            return True
        if self.by_right is None:
            return False
        # A right to every procedure concerns also one without a name; a right to one does not.
        return self.by_right.reading(procedure=procedure or "", parties={subject, *parties}) is None


WHOLE: Final = Sight()


def sight_of(record: Record) -> Sight:
    """Gives what whoever asks sees of a record."""
    by_login = seen_part(record.opened.database)
    return Sight(None if by_login is None else frozenset(by_login), None if record.veil.sees_all else record.access())
