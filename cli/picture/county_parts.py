"""What the registers of the programme hold of one county: the five preconditions, its indicators, and whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.picture.gather import Material
from cli.picture.lines import mark_said, newest, not_told
from cli.picture.marks import Text, said
from cli.picture.model import Indicator, Line
from procedures.cooperation_forums.catalogue import forums
from procedures.cooperation_forums.guards import contacts_now
from procedures.indicators.guards import followed, values_of
from procedures.reform_programme.catalogue import programme

if TYPE_CHECKING:
    from procedures.directory import Directory

MINISTRIES = ("VM", "STM", "SM")


def preconditions(material: Material, code: str) -> tuple[Line, ...]:
    """Gives the five preconditions of the reform in a county, with evidence, day and assessor; unassessed ones too."""
    cases = [one for one in material.of("county_assessment") if one.case.subject == code]
    found = newest(cases[-1:], ("precondition_assessed",), "precondition")
    since = cases[-1].case.opened_on if cases else None
    lines = []
    for one in programme().preconditions:
        told = found.get(one.id)
        if told is None:
            lines.append(Line(one.number, one.name, not_told(material, since, about=code)))
            continue
        data = told.data
        mark = mark_said(material, told, data["state"], data["reason"], data["provenance"])
        extra: tuple[tuple[str, Text], ...] = (
            ("evidence", data["evidence"]),
            ("assessed", said("picture.assessed", on=told.event_day("assessed_on") or told.event.effective_on)),
            ("assessor", data["assessor"] or said("picture.none_told")),
        )
        lines.append(Line(one.number, one.name, mark, extra=extra, support_asked=data["support_asked"]))
    return tuple(lines)


def contacts(material: Material, code: str, directory: Directory) -> tuple[tuple[Text, Text, Text], ...]:
    """Gives whom to call in a county and in the ministries: organisation, matter and office."""
    cases = material.of("cooperation_forums")
    if not cases:
        return ()
    case = cases[-1].case
    newest_of = {(event.data["organisation"], event.data["matter"]): event.data for event in case.every("contact_set")}
    found: list[tuple[Text, Text, Text]] = []
    for organisation, matter in sorted(contacts_now(case)):
        if organisation not in (code, *MINISTRIES):
            continue
        data = newest_of[organisation, matter]
        office = forums().office_by_id.get(data["office"] or "")
        title: Text = data["title"] or (office.name if office else "–")
        who = said("picture.contact", office=title, address=data["address"]) if data["address"] else title
        found.append((directory.by_code(organisation).name, said(f"picture.matter.{matter}"), who))
    return tuple(sorted(found, key=lambda one: one[0] is not directory.by_code(code).name))


def indicators(material: Material) -> tuple[Indicator, ...]:
    """Gives the indicators that are followed, each with the newest value of everybody it is about."""
    cases = material.of("indicators")
    if not cases:
        return ()
    case = cases[-1].case
    values = values_of(case)
    found = []
    for ident, event in followed(case).items():
        newest_of: dict[str, tuple[str, str | None, int]] = {}
        for (which, about, period), value in values.items():
            if which == ident and period >= newest_of.get(about, ("",))[0]:
                newest_of[about] = (period, value.data["value"], value.position)
        data = event.data
        found.append(
            Indicator(
                ident,
                data["name"],
                data["source"],
                data["unit"],
                data["objective"],
                data["goal"],
                event.position,
                newest_of,
            )
        )
    return tuple(found)
