"""What an act is decided upon beside its own case: the other cases, as they stood, looked at again under the lock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from engine.assess import Act
from engine.envelope import Envelope
from engine.errors import Missing, Refused
from engine.law import Label
from engine.ports import CaseIndex, CaseSummary

if TYPE_CHECKING:
    from engine.recording_day import RecordingDay
    from engine.rights_authority import Authority


class Overtaken(Exception):
    """The cases about a subject, somebody's rights or the day changed between deciding and appending."""


class Around:
    """The other cases that an act was decided upon, as they stood then."""

    def __init__(self, index: CaseIndex, authority: Authority, day: RecordingDay) -> None:
        self._index = index
        self._day = day
        self.authority = authority
        self._seen: dict[tuple[str | None, str], tuple[CaseSummary, ...]] = {}

    def cases(self, procedure_id: str, subject: str | None) -> tuple[CaseSummary, ...]:
        """Gives the cases of a procedure, those of one subject or (None) all; looked up once."""
        key = (subject, procedure_id)
        if key not in self._seen:
            self._seen[key] = self._look(*key)
        return self._seen[key]

    def confirm(self, recorded_at: datetime) -> None:
        """Makes sure, under the log's lock, that what was looked at still stands, rights and the day among it."""
        if self._day.is_later(self.authority.day, recorded_at):
            raise Overtaken
        self.authority.confirm()
        for key, cases in self._seen.items():
            if self._look(*key) != cases:
                raise Overtaken

    def _look(self, subject: str | None, procedure_id: str) -> tuple[CaseSummary, ...]:
        if subject is None:
            return self._index.cases_in(procedure_id)
        return self._index.cases_of(subject, procedure_id)


def states_the_same(field: str, act: Act, opening: Envelope) -> bool:
    """Says whether an act states the same in a field as the event that opened another case."""
    stated = act.data.get(field)
    return stated is not None and str(stated) == str(opening.data.get(field))


def all_refused(procedure_id: str, refused: Sequence[tuple[str, Refused]], asked: int) -> Refused:
    """Gives the refusal of a bulk act: what is missing for each subject, under its code."""
    missing = tuple(
        Missing(
            f"{subject}:{one.code}",
            Label(f"{subject}: {one.text.fi}", f"{subject}: {one.text.sv}", f"{subject}: {one.text.en}"),
            one.basis,
        )
        for subject, error in refused
        for one in (error.missing or (Missing(error.code, Label(error.message, error.message, error.message)),))
    )
    return Refused(
        "bulk-refused",
        f"No case of {procedure_id} was opened: {len(refused)} of {asked} are refused. "
        f"Missing: {'; '.join(one.text.en for one in missing)}.",
        basis=refused[0][1].basis,
        missing=missing,
        try_next=f"ohjaus case list --procedure {procedure_id} --open",
        details={"procedure": procedure_id, "subjects": tuple(subject for subject, _ in refused)},
    )
