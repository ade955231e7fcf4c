"""Published history of additional funding: the real rows become facts, and so do other rows of the same kinds."""

from __future__ import annotations

from typing import Any

import pytest

from engine.declarations import Declarations
from procedures.additional_funding.versions import VERSIONS
from procedures.history import HistoryDocument, PlannedAct, plan, read_history, real_history
from tests.story import Story, Told

DECLARED = Declarations(VERSIONS)
SOURCE = "https://example.invalid/news"


def row(what: str, on: str = "2026-02-10", subject: str = "21", amount: int | None = None) -> str:
    """A row of a history file, as text."""
    texts = {"procedure": "additional_funding", "subject": subject, "what": what, "source": SOURCE}
    lines = [f'{name} = """{text}"""' for name, text in texts.items()]
    return "\n".join(["[[fact]]", f"on = {on}", *lines, *([f"amount = {amount}"] if amount else []), ""])


def history(*rows: str) -> HistoryDocument:
    """A history of these rows."""
    return read_history("\n".join(rows).encode())


def acts_of(document: HistoryDocument) -> list[PlannedAct]:
    """What a history tells of additional funding."""
    return [one for one in plan(document, DECLARED)[0] if one.procedure == "additional_funding"]


def told(planned: PlannedAct) -> Told:
    """A planned act as a story tells it."""
    act = planned.act
    return Told(
        fact=act.fact,
        on=act.on,
        data=act.data,
        role=act.role,
        documents=act.documents,
        precision=act.precision,
        unreported=act.unreported,
    )


def stories(subject: str) -> list[Story]:
    """The real cases of a county, in the order of their opening; a county applies anew once it is decided."""
    found: list[Story] = []
    for planned in acts_of(real_history()):
        if planned.subject != subject:
            continue
        table = DECLARED.in_force("additional_funding", planned.act.on)
        if planned.act.opening is not None:
            found.append(Story(table, subject=subject))
        found[-1] = found[-1].given(told(planned))
    return found


def states(subject: str) -> list[str]:
    """Where the real cases of a county stand."""
    return [story.opened.state for story in stories(subject)]


def test_no_row_about_additional_funding_is_left_over() -> None:
    """All thirteen rows become facts."""
    rows = {one.number for one in real_history().rows if one.procedure == "additional_funding"}
    assert {one.row for one in acts_of(real_history())} == rows
    assert len(rows) == 13


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("04", ["rejected"]),
        ("05", ["rejected"]),
        ("09", ["rejected"]),
        ("13", ["rejected"]),
        ("14", ["granted"]),
        ("02", ["pending"]),
        ("10", ["pending"]),
        ("15", ["pending"]),
        ("11", ["rejected", "pending"]),
        ("16", ["rejected", "pending"]),
    ],
)
def test_the_real_cases_stand_where_public_reporting_left_them(subject: str, expected: list[str]) -> None:
    """Six rejections, one grant, three pending ones, and two counties that applied again for 2026."""
    assert states(subject) == expected


def test_an_application_is_known_from_its_rejection() -> None:
    """It had been made by that day; group, assessment and presentation stay unreported, and so do the grounds."""
    story = stories("04")[0]
    made, rejected = story.events
    assert (made.type, made.precision) == ("additional_funding.application_made", "by")
    assert rejected.unreported == ("group_was_set", "assessment_given", "presented", "grounds_stated")
    assert story.opened.declaration == "additional_funding@2023-01-01"


def test_pohjois_karjala_in_full() -> None:
    """28.4 million applied for, 2.6 granted; entitled, no agreement on the amount, the county's members dissented."""
    story = stories("14")[0]
    assert [event.type.partition(".")[2] for event in story.events] == [
        "application_made",
        "preparation_group_set",
        "assessment_begun",
        "memorandum_given",
        "dissent_recorded",
        "granted",
    ]
    data: list[dict[str, Any]] = [event.data for event in story.events]
    assert (data[0]["applied_cents"], data[5]["granted_cents"]) == (2_840_000_000, 260_000_000)
    assert (data[3]["entitlement"], data[3]["amount"], data[3]["conditions"]) == ("met", "not_agreed", None)
    assert story.events[4].act_of.organisation == "14"
    assert data[5]["conditions"] == [
        {"kind": None, "text": "availability"},
        {"kind": "targeted_measures", "text": "urgent measures"},
    ]
    assert [event.precision for event in story.events] == ["month", "by", "by", "by", "by", "exact"]
    assert (story.task("weigh_evaluation").status, story.deadline("payment").due.isoformat()) == ("open", "2025-11-03")
    assert set(story.event.unreported) == {
        "presented",
        "services_named",
        "condition_kinds_named",
        "appropriation_named",
    }


def test_a_pending_application_says_only_that_it_was_made() -> None:
    """Known by the day of the report; nothing else is."""
    (planned,) = [one for one in acts_of(real_history()) if one.subject == "10"]
    assert (planned.act.fact, planned.act.precision, dict(planned.act.data)) == ("application_made", "by", {})


def test_an_application_for_another_year_opens_another_case() -> None:
    """Etelä-Karjala applied again for 2026: the year of the text, not that of the row, and a case of its own."""
    first, second = stories("11")
    assert [second.events[0].data["financial_year"], first.events[0].data["financial_year"]] == [2026, None]


WORDINGS = [
    ("Lappi applies for additional funding for the year 2027", ["application_made"], {"financial_year": 2027}),
    ("Lappi's application for additional funding is lodged", ["application_made"], {}),
    ("Ministry of Finance makes an initiative for additional funding", ["initiative_made"], {}),
    (
        "Ministry of Finance appoints the preparation group; its term ends on 12.6.2026",
        ["application_made", "preparation_group_set"],
        {"term_ends_on": "2026-06-12"},
    ),
    (
        "The Government rejects Lappi's application because services are not evidently endangered",
        ["application_made", "rejected"],
        {"grounds": ["services_not_endangered"], "reasons": "services are not evidently endangered"},
    ),
    (
        "Lappi's application was turned down on the grounds that there was room to reallocate funds",
        ["application_made", "rejected"],
        {"grounds": ["room_to_reallocate"], "reasons": "there was room to reallocate funds"},
    ),
    (
        "Lappi was granted additional funding for 2026 with conditions on quality and efficiency",
        ["application_made", "granted"],
        {
            "granted_cents": 500,
            "financial_year": 2026,
            "conditions": [
                {"kind": "quality", "text": "quality"},
                {"kind": "efficiency", "text": "efficiency"},
            ],
        },
    ),
    ("Lappi's application is still being handled", ["application_made"], {}),
    ("Lappi withdraws its application", ["application_made", "withdrawn"], {}),
    (
        "the group found the county not entitled",
        ["application_made", "preparation_group_set", "assessment_begun", "memorandum_given"],
        {"entitlement": "not_met"},
    ),
]


@pytest.mark.parametrize(("what", "facts", "data"), WORDINGS, ids=[one[0][:40] for one in WORDINGS])
def test_other_rows_of_the_same_kind_become_facts(what: str, facts: list[str], data: dict[str, Any]) -> None:
    """The patterns are about kinds of happenings: other counties, other words, other years."""
    acts = acts_of(history(row(what, amount=5 if "granted" in what else None)))
    assert [one.act.fact for one in acts] == facts
    assert dict(acts[-1].act.data) == data


def test_what_follows_a_rejection_is_read_too() -> None:
    """A request for rectification and its rejection, in the case that the rejection opened."""
    document = history(
        row("Lappi's application is rejected", "2025-10-09"),
        row("Lappi requests rectification from the Government", "2025-12-01"),
        row("Lappi's request for rectification is rejected", "2026-02-05"),
        row("Lappi appeals to the Supreme Administrative Court", "2026-03-02"),
    )
    assert [one.act.fact for one in acts_of(document)] == [
        "application_made",
        "rejected",
        "rectification_requested",
        "rectification_rejected",
        "appeal_made",
    ]


def test_a_county_that_leaves_it_at_the_decision_is_read_too() -> None:
    """As one county's executive did in 2024."""
    document = history(
        row("Lappi's application is rejected", "2025-10-09"),
        row("Lappi's executive decides not to request rectification", "2025-10-28"),
    )
    assert [one.act.fact for one in acts_of(document)][-1] == "no_remedy_sought"


@pytest.mark.parametrize(
    "what",
    [
        "Lappi plans to apply for additional funding",
        "Lappi's executive decides to apply for additional funding",
        "Lappi's application has not been rejected",
        "the Government might reject Lappi's application",
        "it is not known whether Lappi is granted additional funding",
        "Lappi was not granted additional funding that it never applied for",
        "Lappi considers whether to request rectification",
    ],
)
def test_a_text_that_plans_denies_or_wonders_tells_nothing(what: str) -> None:
    """Nothing is recorded of it; the row is left over with the reason."""
    acts, left = plan(history(row(what)), DECLARED)
    assert (acts, [one.row for one in left]) == ((), [1])


def test_what_a_report_tells_against_the_law_is_not_silence() -> None:
    """More granted than applied for is refused, and the row is left over."""
    document = history(
        row("Lappi applies for additional funding", "2025-05-05", amount=10),
        row("Lappi is granted additional funding", "2025-10-30", amount=11),
    )
    acts, left = plan(document, DECLARED)
    assert [one.act.fact for one in acts] == ["application_made"]
    assert [one.row for one in left] == [2]
