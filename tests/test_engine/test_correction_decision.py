"""A substantive error in a decision (434/2003 50 §): the authority removes its decision and decides the matter anew."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from engine.request import AsOf
from tests.test_engine.correcting import ANEW, SECTION, STATED, Bench, CorrectingDesk, inspected
from tests.test_procedures.borrowing_authority_stories import BOOKS

INTERIM = {"supersedes": 5, **STATED, **ANEW}


def borrowing(last: str = "confirmed") -> Bench:
    """A county's borrowing authority, confirmed by the Government, up to an act of its way."""
    book = BOOKS[1]
    way = book.ways["used_and_drawn"]
    return Bench.of(book, *way[: way.index(last) + 1])


def test_the_authority_that_decided_says_the_amount_anew_and_the_state_stays() -> None:
    """The Government corrects the amount it confirmed: the case stands as it did, and its ceiling is the new one."""
    bench = borrowing()
    version, before = bench.version("confirmed"), bench.case
    decided = before.events[version - 1]
    amount = decided.data["amount_cents"] - 1_000_00
    event = bench.does(
        "decision_corrected",
        decided.effective_on.isoformat(),
        **STATED,
        supersedes=version,
        values={"amount_cents": amount, "exceptional_grounds": ["county_finances"]},
        ground="wrong_application",
        detriment_of=["15"],
        consented=["15"],
        taken_up_on=decided.effective_on.isoformat(),
    )
    whose = (event.act_of.organisation, event.act_of.body)
    assert (bench.case.state, whose) == (before.state, (decided.act_of.organisation, decided.act_of.body))
    last = bench.case.last("confirmed")
    assert last is not None
    assert last.data["amount_cents"] == amount
    assert event.basis == (SECTION, "434/2003 50 §", "434/2003 52 §")
    bench.ensure_sound()


def with_interim() -> CorrectingDesk:
    """An inspected case in which interim keeping was allowed by a decision (5)."""
    desk = inspected()
    desk.does("interim_keeping_allowed", "2024-06-17")
    return desk


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        pytest.param({"ground": None}, {"ground_stated"}, id="no ground"),
        pytest.param({"taken_up_on": None}, {"taken_up_in_time"}, id="not said when it was taken up"),
        pytest.param({"detriment_of": ["99"]}, {"detriment_consented"}, id="to a party's detriment without consent"),
        pytest.param({"detriment_of": ["99"], "consented": ["99"]}, set(), id="the party consents"),
        pytest.param(
            {"detriment_of": ["99"], "caused_by": ["99"]}, {"detriment_consented"}, id="caused, but not obvious"
        ),
        pytest.param(
            {"detriment_of": ["99"], "caused_by": ["99"], "error_obvious": True}, set(), id="obvious and caused"
        ),
        pytest.param(
            {"ground": "new_clarification", "detriment_of": ["99"], "consented": ["99"]},
            {"only_to_benefit"},
            id="new clarification helps a party only",
        ),
        pytest.param({"supersedes": 3}, {"act_is_decision"}, id="an inspection is no decision"),
        pytest.param({"detriment_of": ["07"], "consented": ["07"]}, {"named_are_parties"}, id="no party"),
    ],
)
def test_the_law_s_conditions_are_asked_one_by_one(said: dict[str, object], missing: set[str]) -> None:
    """Ground, time, and the consent of the party to whose detriment it is, with the law's exception."""
    desk = with_interim()
    values = {"inspected_on": "2024-06-03"} if said.get("supersedes") == 3 else {}
    offered = {**INTERIM, "values": values, **said}
    found = desk.refuses("decision_corrected", "2024-07-03", **offered)
    assert found == missing | (set() if values else {"something_corrected"})


def test_a_decision_is_corrected_only_from_its_own_day_on() -> None:
    """A new decision cannot be earlier than the one that it removes."""
    desk = with_interim()
    offered = {**INTERIM, "values": {}, "taken_up_on": "2024-06-03"}
    assert "not_before_the_act" in desk.refuses("decision_corrected", "2024-06-14", **offered)


def test_before_its_day_the_old_decision_holds_and_from_it_the_new() -> None:
    """In force on an earlier day, as known now: the decision that was removed later."""
    bench = borrowing()
    version = bench.version("confirmed")
    decided = bench.case.events[version - 1]
    later = decided.effective_on.replace(year=decided.effective_on.year + 1)
    new = decided.data["amount_cents"] - 5_00
    bench.does(
        "decision_corrected",
        later.isoformat(),
        **STATED,
        supersedes=version,
        values={"amount_cents": new, "exceptional_grounds": ["county_finances"]},
        ground="inadequate_clarification",
        detriment_of=["15"],
        consented=["15"],
        taken_up_on=decided.effective_on.isoformat(),
    )

    def known(on: date) -> int:
        last = bench.registrar.load(bench.case_id, AsOf(in_force_on=on))[1].last("confirmed")
        return int(last.data["amount_cents"]) if last else 0

    assert [known(decided.effective_on), known(later)] == [decided.data["amount_cents"], new]


def test_a_correction_counts_from_no_earlier_day_than_what_it_takes_the_place_of() -> None:
    """An error of writing in a decision made anew, corrected with a day before it: on that day the old one stands."""
    bench = borrowing()
    version = bench.version("confirmed")
    decided = bench.case.events[version - 1]
    earlier, later = (decided.effective_on + timedelta(days=number) for number in (10, 20))
    amount = int(decided.data["amount_cents"])
    exceptional = {"exceptional_grounds": ["county_finances"]}
    anew = {**STATED, **ANEW, "taken_up_on": decided.effective_on.isoformat(), "supersedes": version}
    values = {"amount_cents": amount - 5_00, **exceptional}
    made = bench.does("decision_corrected", later.isoformat(), **anew, values=values)
    said = {**STATED, "supersedes": made.version, "values": {"amount_cents": amount - 4_00}}
    bench.does("clerical_error_corrected", earlier.isoformat(), **said)

    def known(on: date) -> tuple[int, list[int]]:
        case = bench.registrar.load(bench.case_id, AsOf(in_force_on=on))[1]
        last = case.last("confirmed")
        return (int(last.data["amount_cents"]) if last else 0, [event.version for event in case.events[version:]])

    assert [known(earlier), known(later)] == [(amount, []), (amount - 4_00, [made.version, made.version + 1])]
    bench.ensure_sound()


def test_a_correction_that_would_lead_elsewhere_is_refused() -> None:
    """A judgment that annuls takes the case back: that is another act than the one that dismissed the appeal."""
    bench = borrowing("appeal_dismissed")
    said = {**STATED, "supersedes": bench.version("appeal_decided"), "values": {"outcome": "annulled"}}
    assert bench.refuses("clerical_error_corrected", "2026-12-01", **said) == {"leads-elsewhere"}
