"""Whom the references of a log stand for, as commands ask it: who records, who is meant, what to call somebody.

A log protects its persons when a key store stands where it belongs (`store.personal`). Then everything that is recorded
of persons is a reference, and what a reader sees is the name as long as the key store knows it. A log whose newest
event holds a reference and whose key store is gone is not written on: a lost key store is to be noticed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from cli.screen.safe_text import safe
from engine.errors import InputRejected, IntegrityBroken, OhjausError, Refused
from engine.personal import is_reference

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.messages import Words
    from cli.wiring import Clock, Record
    from engine.envelope import RecordedBy
    from store.open_log import OpenLog
    from store.personal.register import PersonRegister
    from store.place import Place

_T = TypeVar("_T")

REGISTER: Final = "person_register"
_LONGEST: Final = 100
_NO_NAMES: Final = ("database-rights", "persons-foreign")
ERASED: Final = f"{REGISTER}.person_erased"


@dataclass(frozen=True, slots=True)
class Erasure:
    """That a person was erased, as the log says it."""

    reference: str
    at: str
    position: int


class Persons:
    """The persons of the log at one place, whether they are protected or not."""

    def __init__(self, log: Place, stated: Place | None, clock: Clock) -> None:
        """Takes where the log stands, where a setting says that the key store does, and the clock."""
        from store.personal.place import persons_place

        self.place = persons_place(log, stated)
        self._beside_the_log = self.place == log
        self._clock = clock
        self._known: dict[str, str] = {}
        self._rehearsed: dict[str, str] = {}
        self._names: dict[str, str] | None = None
        self._erased: dict[str, str] = {}
        self._log_id: str | None = None
        self._protected = False

    @property
    def protected(self) -> bool:
        """True when a key store stands where it belongs.

        Raises:
            Fault: the server does not let us look.
        """
        from store.personal.place import is_kept

        if not self._protected:
            # Once there, it stays as long as a command runs.
            self._protected = is_kept(self.place)
        return self._protected

    @property
    def _may_hold_names(self) -> bool:
        return not isinstance(self.place, Path) or self.place.exists()

    def refuse_left_over(self) -> None:
        """Makes sure, before a log is made, that no key store of an earlier one lies where its own is to be.

        Raises:
            Refused: `persons-exist`.
        """
        from store.personal.keeping import taken

        if self.protected:
            raise taken(str(self.place))

    def create(self, log_id: str) -> None:
        """Makes the key store; from then on what is recorded holds references.

        Raises:
            Refused: `persons-exist`.
            Fault: `cannot-create`, `persons-unusable`.
        """
        from store.personal.place import create_register

        create_register(self.place, log_id, self.now)

    @property
    def now(self) -> str:
        """The present instant as the key store notes it."""
        return self._clock.now().isoformat(timespec="seconds")

    @contextmanager
    def register(self) -> Iterator[PersonRegister]:
        """Opens the key store, and closes it.

        Raises:
            Refused: `persons-foreign`, `persons-too-open`; `database-rights`, this login may not read names.
            IntegrityBroken: `persons-damaged`.
            Fault: `persons-unusable`, or the server is lost.
        """
        from store.personal.place import can_write, open_register, refuse_foreign

        register = open_register(self.place, read_only=not can_write(self.place))
        try:
            if self._log_id is not None:
                refuse_foreign(register, self._log_id)
            register.hide(register.unfinished(self._erased))
            yield register
        finally:
            register.close()

    def begin(self, opened: OpenLog, *, write: bool) -> None:
        """Looks, as a log is opened, whether its persons can be kept as before, and finishes what an erasure left.

        Reading goes on without a key store that is not there, or not ours: then nobody has a name.

        Raises:
            Refused: `persons-missing`, `persons-foreign`, `persons-too-open`; for writing alone, as all of these.
            IntegrityBroken: `persons-damaged`.
            Fault: `persons-unusable`.
        """
        self._log_id = opened.identity.log_id
        if not (write or self._may_hold_names):
            return
        self._erased = {one.reference: one.at for one in erasures(opened)}
        if not write:
            # On a server a reader spares the session; what is yet to be erased is hidden when names are read.
            if self._erased and isinstance(self.place, Path):
                with suppress(OhjausError):
                    self.finish()
            return
        if not self.protected:
            refuse_missing(opened)
            return
        self.finish()

    def finish(self) -> tuple[str, ...]:
        """Destroys the keys of those whom the log says were erased, and gives whose were still there.

        That is so after an erasure that was cut off between its record and its end, and when a key store was put back
        from a copy that was made before.
        """
        with self.register() as register:
            left = register.unfinished(self._erased)
            if left:
                register.erase({one: self._erased[one] for one in left})
        return left

    def recorded(self, identified: RecordedBy, *, keep: bool) -> RecordedBy:
        """Gives who records as the log is to hold it: by reference where persons are protected.

        Whoever records for the first time is registered, unless nothing is to be kept.
        """
        if not self.protected:
            return identified
        person = identified.person
        if person not in self._known:
            with self.register() as register:
                if not keep:
                    return msgspec.structs.replace(identified, person=self._rehearsal(register, person))
                self._known[person] = register.reference(person, identified.identity, self.now)
        return msgspec.structs.replace(identified, person=self._known[person])

    def reading(self, identified: RecordedBy) -> RecordedBy:
        """Gives who reads, by reference where one is known; nobody is registered by reading."""
        # Who cannot be told from others has no right of anybody's: that is said, and not taken for having none.
        known = self._read(lambda register: register.known(identified.person), but=("database-rights",))
        found = known or self._told_by_server(identified)
        return identified if found is None else msgspec.structs.replace(identified, person=found)

    def written(self, who: RecordedBy) -> RecordedBy:
        """Gives somebody as the security log is to hold them: by reference; who was not known is registered for that.

        A login that may not use the key store, such as an auditor's on a server, stands there as it is, unless the
        server knows its reference.
        """
        if is_reference(who.person):
            return who
        try:
            return self.recorded(who, keep=True)
        except OhjausError:
            return self.reading(who)

    def _told_by_server(self, identified: RecordedBy) -> str | None:
        """Gives the reference of a login that may read no name, as an auditor's or a county reader's.

        Only the server that vouches for the login is asked, and so only where the key store stands beside the log.
        """
        from cli.frame.identity import BY_DATABASE
        from store.personal.place import own_reference

        login = identified.person.removeprefix("db:")
        if not self._beside_the_log or identified.identity != BY_DATABASE or login == identified.person:
            return None
        return own_reference(self.place, login)

    def meant(self, stated: str, *, keep: bool, erased: bool = False) -> str:
        """Gives what the log is to hold of a person whom somebody names, who is registered if not known yet.

        With `erased` it may be somebody who is no more: what was that person's is still spoken of.

        Raises:
            NotFound: `person-not-kept`, a reference that is of nobody.
            Refused: `person-erased`.
            InputRejected: `person-ambiguous`; `person-unprintable`, what cannot be seen cannot be compared.
        """
        from store.personal.register import not_kept

        # Some signs that nobody sees are printable to Python.
        if not stated.strip().isprintable() or safe(stated) != stated:
            raise InputRejected(
                "person-unprintable",
                f"{stated!r} holds signs that cannot be seen, so it is nobody's name.",
                details={"name": ascii(stated)},
            )

        # What cannot be a name is left to the rule that refuses it.
        if not self.protected or not stated.strip() or len(stated) > _LONGEST:
            return stated
        with self.register() as register:
            found = register.typed(stated)
            if found is not None:
                return found
            if not is_reference(stated):
                named = stated.strip()
                return register.reference(named, None, self.now) if keep else self._rehearsal(register, named)
            if stated in register.erased():
                if erased:
                    return stated
                raise _gone(stated)
        raise not_kept(stated)

    def known(self, stated: str) -> str | None:
        """Gives the reference that a name or a reference means; None where nobody is known by it.

        Raises:
            InputRejected: `person-ambiguous`.
        """
        return self._read(lambda register: register.typed(stated))

    def sought(self, stated: str) -> frozenset[str]:
        """Gives every text by which the log may hold a person: as stated, by reference, and by name from before.

        Raises:
            InputRejected: `person-ambiguous`.
        """

        def look(register: PersonRegister) -> set[str]:
            reference = register.typed(stated)
            person = None if reference is None else register.find(reference)
            return {*([reference] if reference else []), *([person.about.person] if person else [])}

        return frozenset({stated} | (self._read(look) or set()))

    def name_of(self, person: str) -> str | None:
        """Gives what to call a person of the log; None where a reference is of nobody who is known any more."""
        if not is_reference(person):
            return person
        if self._names is None:
            found = self._read(lambda register: (register.persons(), register.erased()))
            self._names = {}
            if found is not None:
                self._names = {one.reference: one.name for one in found[0]}
                self._erased |= {one: at for one, at in found[1].items() if at}
        return self._names.get(person)

    def forget(self) -> None:
        """Lets go of every name that was read, as after an erasure."""
        self._names = None
        self._known.clear()

    def is_erased(self, person: str) -> bool:
        """Tells whether a reference is of somebody who was erased, as far as the log or the key store says."""
        return self.name_of(person) is None and person in self._erased

    def _rehearsal(self, register: PersonRegister, person: str) -> str:
        """Gives a reference that nobody will keep, the same for the same name as long as this command runs."""
        found = register.known(person) or self._rehearsed.get(person.casefold())
        if found is None:
            found = self._rehearsed[person.casefold()] = register.passing_reference(person)
        return found

    def _read(self, look: Callable[[PersonRegister], _T], *, but: Sequence[str] = _NO_NAMES) -> _T | None:
        """Gives what is seen in the key store; None where none stands, or it is not for this login, or another log's.

        Whatever else keeps it from being read is raised; so is what is not among the codes `but`.
        """
        try:
            if not (self._may_hold_names and self.protected):
                return None
            with self.register() as register:
                return look(register)
        except Refused as error:
            if error.code not in but:
                raise
            return None


def erasures(opened: OpenLog) -> tuple[Erasure, ...]:
    """Gives every erasure that the log tells of; none while its projections cannot answer."""
    try:
        cases = opened.index.cases_in(REGISTER)
    except (Refused, IntegrityBroken):
        return ()
    return tuple(
        Erasure(str(event.data["reference"]), event.recorded_at.isoformat(timespec="seconds"), event.position)
        for case in cases
        for event in opened.log.stream(case.case_id)
        if event.type == ERASED
    )


def _gone(reference: str) -> Refused:
    return Refused(
        "person-erased",
        f"{reference} was erased: nothing is recorded for somebody who is no more, and no right is given to them.",
        try_next="ohjaus grant list",
        details={"person": reference},
    )


def reference_of(run: Invocation, record: Record, text_or_reference: str, *, erased: bool = True) -> str:
    """Gives what the log holds of a person whom somebody names: a reference where persons are protected.

    Raises:
        Refused: `person-erased`, unless it may be somebody who is no more.
        NotFound: `person-not-kept`, a reference that is of nobody.
        InputRejected: `person-ambiguous`.
    """
    return record.wiring.persons.meant(text_or_reference, keep=not run.dry_run, erased=erased)


def called(run: Invocation, person: str) -> str:
    """Gives what a reader is shown of a person: the name, else the reference and why there is none."""
    return called_in(run.words, run.wiring.persons, person)


def recorder(run: Invocation, person: str, acting_for: str | None) -> str:
    """Gives what a reader is shown of who recorded, and of the one on whose behalf."""
    if acting_for is None:
        return called(run, person)
    return f"{called(run, person)}, {run.words('history.acting_for', whom=called(run, acting_for))}"


def called_in(words: Words, persons: Persons, person: str) -> str:
    """Gives the same where only the words are at hand."""
    name = persons.name_of(person)
    if name is not None:
        return name
    return words("person.erased" if persons.is_erased(person) else "person.unknown", reference=person)


def with_name(run: Invocation, recorded_by: Mapping[str, Any]) -> dict[str, Any]:
    """Gives who recorded as data, with the name beside the reference; null where nobody knows it any more."""
    return {**recorded_by, "person_name": run.wiring.persons.name_of(str(recorded_by["person"]))}


def newest_is_reference(opened: OpenLog) -> bool:
    """Tells whether the newest event of a log was recorded by reference."""
    position = opened.log.head().position
    newest = next(opened.log.read(after_position=position - 1), None) if position else None
    return newest is not None and is_reference(newest.recorded_by.person)


def refuse_missing(opened: OpenLog) -> None:
    """Makes sure that a log which holds references has not lost its key store.

    Raises:
        Refused: `persons-missing`.
    """
    if newest_is_reference(opened):
        raise Refused(
            "persons-missing",
            "This log holds references in the place of persons, and its key store is not there. Put it back, or make a "
            "new one, in which nobody of before is known.",
            try_next="ohjaus person protect --new-store",
            details={"path": str(opened.database.path)},
        )
