"""The register of persons over a key store: from a name to its reference and back, and the way to be forgotten."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from engine.errors import InputRejected, NotFound, OhjausError
from engine.law import Label
from engine.personal import KEY_BYTES, commits, is_reference, looked_up_by, reference_for, spoken_as
from store.personal.keeping import Fixed, Keeping, Row, damaged
from store.personal.sealing import About, seal, unseal

_IDENTITIES = ("db:", "oidc:", "os:", "uid:")
"""How the texts begin by which persons are identified."""

_SEALED = Label(
    "sinetöityä ei voi avata", "det förseglade kan inte öppnas", "what is kept of the person cannot be unsealed"
)
_OTHER_NAME = Label("viite on toisen nimen", "referensen hör till ett annat namn", "the reference is of another name")
_NO_MOMENT = Label(
    "rekisteröinnin aika ei ole ajankohta", "registreringens tid är ingen tidpunkt", "its time of registration is none"
)
_FOUND_OTHERWISE = Label("sen löytää toisella nimellä", "den hittas med ett annat namn", "it is found by another name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person whom the store knows."""

    reference: str
    about: About
    created_at: str

    @property
    def name(self) -> str:
        """What to call the person: the name that was given, else the text that the reference commits to."""
        return self.about.name or self.about.person


@dataclass(frozen=True, slots=True)
class Broken:
    """A person whose row is not what was written, and why."""

    reference: str
    why: Label


class PersonRegister:
    """Whom the references of one log stand for."""

    def __init__(self, kept: Keeping) -> None:
        """Takes the open key store; `hide` may take from view what is yet to be erased."""
        self._kept = kept
        self._hidden: frozenset[str] = frozenset()

    @property
    def fixed(self) -> Fixed:
        """Of which log the store is, and since when."""
        return self._kept.fixed

    @property
    def place(self) -> str:
        """Where the store stands, as it may be shown."""
        return self._kept.place

    def reference(self, person: str, identity: str | None, at: str) -> str:
        """Gives the reference of a person, who is registered if nobody has been by that text; exact to the letter.

        Raises:
            Fault: `persons-unusable`.
        """
        found = self._row(person)
        if found is not None:
            return found.reference
        row = self._fresh(About(person=person, identity=identity), at)
        if self._kept.add(row):
            return row.reference
        # Another process registered the same person meanwhile.
        there = self._row(person)
        if there is None:
            raise damaged(self.place, "a person cannot be added to it")
        return there.reference

    @staticmethod
    def passing_reference(person: str) -> str:
        """Gives a reference under a key that is forgotten at once, as a rehearsal needs."""
        return reference_for(secrets.token_bytes(KEY_BYTES), person)

    def known(self, person: str) -> str | None:
        """Gives the reference of a person by exactly that text; None when nobody was registered by it."""
        found = self._row(person)
        return None if found is None else found.reference

    def typed(self, stated: str) -> str | None:
        """Gives the reference that a typed name or reference means, None when nobody is known by it.

        Raises:
            InputRejected: `person-ambiguous`, several persons have that name in another spelling.
        """
        if is_reference(stated):
            return stated if self._kept.of_reference(stated) is not None else None
        exact = self._row(stated)
        if exact is not None:
            return exact.reference
        meant = self._spoken(stated) or self._called(stated)
        if len(meant) > 1:
            raise InputRejected(
                "person-ambiguous",
                f"Several persons are called {stated!r}: {', '.join(one.reference for one in meant)}. Name one so.",
                try_next="ohjaus person list",
                details={"person": stated, "references": [one.reference for one in meant]},
            )
        return meant[0].reference if meant else None

    def find(self, reference: str) -> Person | None:
        """Gives the person of a reference; None when erased or not known.

        Raises:
            IntegrityBroken: `persons-damaged`.
        """
        if reference in self._hidden:
            return None
        row = self._kept.of_reference(reference)
        return None if row is None else self._person(row)

    def persons(self) -> tuple[Person, ...]:
        """Gives every person, the oldest first.

        Raises:
            IntegrityBroken: `persons-damaged`.
        """
        return tuple(self._person(row) for row in self._kept.rows() if row.reference not in self._hidden)

    def references(self) -> frozenset[str]:
        """Gives the reference of everybody who is kept."""
        return frozenset(row.reference for row in self._kept.rows())

    def erased(self) -> Mapping[str, str]:
        """Gives the references of who was erased, with when; empty where that is yet to be finished.

        Raises:
            IntegrityBroken: `persons-damaged`.
        """
        erased = self._kept.erased()
        for reference, at in erased.items():
            self._ensure_moment(reference, at)
        return {**dict.fromkeys(self._hidden, ""), **erased}

    def describe(self, reference: str, *, name: str | None, contact: str | None) -> Person:
        """Notes what a person is called and how to be reached; what is None stays, what is empty is taken away.

        Raises:
            NotFound: `person-not-kept`.
            InputRejected: `person-name-taken`, somebody else is, or could be, identified by that name.
        """
        row = self._kept.of_reference(reference)
        if row is None:
            raise not_kept(reference)
        if name and self._identifies_another(name.strip(), reference):
            # Who types it, to give a right for instance, would mean the other and reach this one.
            raise InputRejected(
                "person-name-taken",
                f"Somebody else is, or could be, identified by {name!r}.",
                try_next="ohjaus person list",
                details={"name": name},
            )
        about = unseal(row, self.place)
        about = replace(
            about,
            name=about.name if name is None else name or None,
            contact=about.contact if contact is None else contact or None,
        )
        self._kept.seal_anew(reference, seal(row.key, reference, about))
        return Person(reference=reference, about=about, created_at=row.created_at)

    def erase(self, references: Mapping[str, str]) -> None:
        """Destroys the keys and the names of these references, each with when; repeating it changes nothing."""
        self._kept.erase(references)

    def unfinished(self, erased: Iterable[str]) -> tuple[str, ...]:
        """Gives those references, of whom the log says that they were erased, of whom a key is still kept."""
        return tuple(one for one in dict.fromkeys(erased) if self._kept.of_reference(one) is not None)

    def hide(self, references: Iterable[str]) -> None:
        """Takes persons from view whose erasure cannot be finished here."""
        self._hidden |= frozenset(references)

    def check(self) -> tuple[Broken, ...]:
        """Recomputes every commitment and gives what does not agree: a changed key, a swapped or a changed name."""
        broken = []
        for row in self._kept.rows():
            try:
                about = unseal(row, self.place)
            except OhjausError:
                broken.append(Broken(row.reference, _SEALED))
                continue
            if not commits(row.reference, row.key, about.person):
                broken.append(Broken(row.reference, _OTHER_NAME))
            elif row.looked_up != looked_up_by(self.fixed.secret, about.person):
                broken.append(Broken(row.reference, _FOUND_OTHERWISE))
            elif not _is_moment(row.created_at):
                broken.append(Broken(row.reference, _NO_MOMENT))
        return tuple(broken)

    def close(self) -> None:
        """Closes the store."""
        self._kept.close()

    def _identifies_another(self, name: str, reference: str) -> bool:
        if is_reference(name) or name.casefold().startswith(_IDENTITIES):
            return True
        spoken = self._kept.spoken(spoken_as(self.fixed.secret, name))
        return any(one.reference != reference for one in spoken)

    def _row(self, person: str) -> Row | None:
        row = self._kept.looked_up(looked_up_by(self.fixed.secret, person))
        if row is not None and not commits(row.reference, row.key, person):
            # Whoever can write the key store can have anybody found so, and would be taken for them.
            raise damaged(self.place, _FOUND_OTHERWISE.en)
        return row

    def _spoken(self, stated: str) -> tuple[Row, ...]:
        digest = spoken_as(self.fixed.secret, stated)
        rows = self._kept.spoken(digest)
        for row in rows:
            person = unseal(row, self.place).person
            if not commits(row.reference, row.key, person) or spoken_as(self.fixed.secret, person) != digest:
                raise damaged(self.place, _FOUND_OTHERWISE.en)
        return rows

    def _called(self, stated: str) -> tuple[Row, ...]:
        """Gives those who were given that name; only a name that nobody registered by is looked for so."""
        wanted = stated.strip().casefold()
        rows = (row for row in self._kept.rows() if row.reference not in self._hidden)
        return tuple(row for row in rows if (unseal(row, self.place).name or "").casefold() == wanted)

    def _person(self, row: Row) -> Person:
        self._ensure_moment(row.reference, row.created_at)
        return Person(reference=row.reference, about=unseal(row, self.place), created_at=row.created_at)

    def _ensure_moment(self, reference: str, at: str) -> None:
        if not _is_moment(at):
            raise damaged(self.place, f"what it says of the time of {reference} is no moment")

    def _fresh(self, about: About, at: str) -> Row:
        key = secrets.token_bytes(KEY_BYTES)
        reference = reference_for(key, about.person)
        secret = self.fixed.secret
        return Row(
            reference=reference,
            key=key,
            looked_up=looked_up_by(secret, about.person),
            spoken=spoken_as(secret, about.person),
            sealed=seal(key, reference, about),
            created_at=at,
        )


def _is_moment(at: str) -> bool:
    try:
        return datetime.fromisoformat(at).tzinfo is not None
    except (TypeError, ValueError):
        return False


def not_kept(stated: str, *, nearest: tuple[str, ...] = ()) -> NotFound:
    """Gives the error of somebody whom the key store does not know."""
    return NotFound(
        "person-not-kept",
        f"The key store knows nobody called {stated!r}.",
        nearest=nearest,
        try_next="ohjaus person list",
        details={"person": stated},
    )
