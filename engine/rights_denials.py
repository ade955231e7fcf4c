"""What a denial says: whose act it is, whom of those who take part it concerns, and what would help.

Persons stand here as the log holds them. `persons` among a denial's particulars are those whom its sentences name, for
whoever puts their names in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.case import Case
from engine.errors import NotAuthorised
from engine.law import Label, cites
from engine.rights import Grant
from engine.rights_covering import Lack
from engine.rights_duties import Breach, same_person
from engine.rights_policy import Deed
from engine.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who wanted to record which fact, for whom, where; `subject` is of a case that would be opened."""

    person: str
    acting_for: str | None
    fact: str
    table: Table
    case: Case | None
    subject: str | None

    @property
    def where(self) -> Label:
        """The case, or what would be one."""
        new = self.table.procedure.id
        if self.case is not None:
            return _same(self.case.case_id)
        return Label(f"uusi asia: {new}", f"nytt ärende: {new}", f"a new case of {new}")


@dataclass(frozen=True, slots=True)
class Over:
    """That a right covered an act until its last day, which is before the day on which that would be recorded."""

    last_day: date
    recorded_on: date

    @property
    def told(self) -> Label:
        """What a denial says of it."""
        return Label(
            f"ja oikeus, joka kattoi sen, päättyi {self.last_day}: kirjauksen päivä olisi {self.recorded_on}",
            f"och den behörighet som täckte den upphörde {self.last_day}: antecknas skulle den {self.recorded_on}",
            f"and the right that covered it ended on {self.last_day}: it would be recorded on {self.recorded_on}",
        )


def not_granted(
    asked: Asked,
    deed: Deed | None,
    lack: Lack,
    in_force: Sequence[Grant],
    labels: Mapping[str, Label],
    over: Over | None = None,
) -> NotAuthorised:
    """Gives the denial of an act that no grant covers; `in_force` are all grants of the person that are.

    Roles are called by their labels in Finnish and Swedish, as the procedure has them, or else as `labels` do.
    """
    roles = {**labels, **{role.id: role.label for role in asked.table.roles.values()}}
    whose = deed.act_of if deed else None
    needed = _of(whose.role, whose.organisation, roles) if whose else _same(asked.table.procedure.id)
    lacking = over.told if over else _lacking(lack, asked.person, asked.acting_for or "")
    held = _listed(in_force, roles)
    return NotAuthorised(
        "act-not-granted",
        f"{asked.person} may not record {asked.fact} in {asked.where.en}: it is an act of {needed.en}, {lacking.en}. "
        f"Grants in force: {held.en}.",
        basis=("906/2019 16 §",),
        try_next="ohjaus grant list --mine",
        details={
            "person": asked.person,
            "for": asked.acting_for,
            "persons": tuple(filter(None, (asked.person, asked.acting_for, *(grant.principal for grant in in_force)))),
            "fact": asked.fact,
            "case": asked.case.case_id if asked.case else None,
            "subject": asked.case.subject if asked.case else asked.subject,
            "procedure": asked.table.procedure.id,
            "role": whose.role if whose else None,
            "organisation": whose.organisation if whose else None,
            "held": held,
            "where": asked.where,
            "needed": needed,
            "lacking": lacking,
        },
    )


def kept_apart(asked: Asked, breach: Breach) -> NotAuthorised:
    """Gives the denial of an act that a duty keeps from one of those who would take part in it."""
    duty, earlier, who = breach.duty, breach.earlier, breach.person
    fact = asked.table.facts.get(duty.fact)
    remedy = _remedy(asked, who)
    if not same_person(who, earlier.recorded_by.person):
        remedy = Label(
            f"{who} oli siinä mukana; {remedy.fi}",
            f"{who} deltog i det; {remedy.sv}",
            f"{who} took part in that; {remedy.en}",
        )
    return NotAuthorised(
        "duty-separated",
        f"{duty.why.en} {earlier.recorded_by.person} recorded {earlier.type} in {earlier.stream} (version "
        f"{earlier.version}); {remedy.en}.",
        basis=cites(duty.basis),
        # By more roles than the law's: a registry records what others than the ministries decide.
        try_next=f"ohjaus grant matrix --procedure {duty.procedure.replace('_', '-')}",
        details={
            "why": duty.why,
            "fact": duty.fact,
            "label": fact.label if fact else None,
            "case": earlier.stream,
            "version": earlier.version,
            "person": earlier.recorded_by.person,
            "for": asked.acting_for,
            "persons": (who,),
            "earlier": earlier.type,
            "remedy": remedy,
        },
    )


def _lacking(lack: Lack, person: str, principal: str) -> Label:
    match lack:
        case Lack.DELEGATION:
            return Label(
                f"mutta kirjaajalla ei ole oikeutta (rooli delegate) toimia henkilön {principal} puolesta",
                f"men den som antecknar har ingen behörighet (rollen delegate) att handla för {principal}",
                f"but {person} has no right in the role delegate to act for {principal}",
            )
        case Lack.LENT:
            return Label(
                f"mutta henkilöllä {principal} ei ole oikeutta, joka kattaa sen ja jonka nojalla toinen saa toimia",
                f"men {principal} har ingen behörighet som täcker den och med vilken en annan får handla",
                f"but {principal} has no right that covers it and by which another may act",
            )
        case Lack.SCOPE:
            return Label(
                f"mutta oikeus toimia henkilön {principal} puolesta koskee muuta menettelyä tai organisaatiota",
                f"men behörigheten att handla för {principal} gäller ett annat förfarande eller en annan organisation",
                f"but the right to act for {principal} is of another procedure or organisation",
            )
        case Lack.RIGHT:
            return Label("eikä mikään oikeus kata sitä", "och ingen behörighet täcker den", "and no right covers it")


def _remedy(asked: Asked, who: str) -> Label:
    if same_person(who, asked.person):
        return Label(
            "toinen henkilö, jonka oikeus kattaa toimen, voi kirjata tämän",
            "en annan person vars behörighet täcker åtgärden kan anteckna detta",
            "another person whose right covers it may record this",
        )
    if asked.acting_for is not None and same_person(who, asked.acting_for):
        return Label(
            f"henkilön {who} puolesta tätä ei siis kirjata, vaan sen kirjaa joku muu, jonka oikeus kattaa toimen",
            f"för {who} antecknas detta alltså inte; någon annan vars behörighet täcker åtgärden kan göra det",
            f"so this is not recorded for {who}, and somebody else whose right covers it may record it",
        )
    return Label(
        f"{who} ei siis käy toiseksi henkilöksi: nimeä joku muu, jonka oikeus kattaa toimen",
        f"{who} kan alltså inte vara den andra personen: nämn någon annan vars behörighet täcker åtgärden",
        f"so {who} cannot be the second person of this: name somebody else whose right covers it",
    )


def _same(text: str) -> Label:
    return Label(text, text, text)


def _of(role: str, organisation: str | None, roles: Mapping[str, Label]) -> Label:
    called = roles.get(role, _same(role))
    if organisation is None:
        return Label(called.fi, called.sv, role)
    return Label(f"{called.fi} / {organisation}", f"{called.sv} / {organisation}", f"{role} of {organisation}")


def _described(grant: Grant, roles: Mapping[str, Label]) -> Label:
    of, principal = _of(grant.role, grant.organisation, roles), grant.principal
    if principal is None:
        return of
    return Label(f"{of.fi}: {principal}", f"{of.sv} för {principal}", f"{of.en} for {principal}")


def _listed(grants: Sequence[Grant], roles: Mapping[str, Label]) -> Label:
    told = [(_described(grant, roles), grant.grant_id) for grant in grants]
    fi, sv, en = (", ".join(f"{of.text(lang)} ({grant})" for of, grant in told) for lang in ("fi", "sv", "en"))
    return Label(fi or "ei ole", sv or "inga", en or "none")
