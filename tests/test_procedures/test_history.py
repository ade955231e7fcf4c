"""Published history: the real rows become cases, other rows of the same kind do too, and nothing is dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from engine.assess import Circumstances
from engine.errors import InputRejected
from engine.law import Label
from engine.nesting import DEEPEST
from procedures.calendar import finnish_calendar
from procedures.evaluation import since_2023_01_01, since_2025_01_01
from procedures.history import HistoryDocument, LeftOver, PlannedAct, leave_open, plan, read_history, real_history
from procedures.history_rows import LARGEST_BYTES
from procedures.history_words import catalogue
from tests.story import Story, Told, document
from tests.test_procedures.evaluation_stories import NEW, at, tell

SOURCE = "https://example.invalid/news"


def row(what: str = "", on: str = "2025-06-17", subject: str = "07", **more: str) -> str:
    """A row of a history file, as text."""
    texts = {"procedure": "evaluation", "subject": subject, "what": what, "source": SOURCE, **more}
    lines = [f"{name} = {text!r}" for name, text in texts.items() if text]
    return "\n".join(["[[fact]]", f"on = {on}", *lines, ""])


def history(*rows: str) -> HistoryDocument:
    """A history of these rows."""
    return read_history("\n".join(rows).encode())


ANNOUNCED = row("Ministry of Finance announces the evaluation procedure; grounds: key figures of the 2024 accounts")


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


def stories(document: HistoryDocument) -> dict[str, Story]:
    """The evaluations that a history makes, by subject."""
    found: dict[str, Story] = {}
    for planned in (act for act in plan(document)[0] if act.procedure == "evaluation"):
        found[planned.subject] = found.get(planned.subject, Story(NEW, subject=planned.subject)).given(told(planned))
    return found


def facts(story: Story) -> list[str]:
    """The facts of a case in order."""
    return [event.type.removeprefix("evaluation.") for event in story.events]


def test_the_real_cases_stand_where_public_reporting_left_them() -> None:
    """Itä-Uusimaa has its group, Lappi and Keski-Suomi are being assessed, and each is under the restriction."""
    cases = stories(real_history())
    assert {subject: story.opened.state for subject, story in cases.items()} == {
        "01": "group_appointed",
        "15": "assessment",
        "21": "assessment",
    }
    assert {story.standing("restriction_of_powers").since for story in cases.values()} == {date(2025, 6, 17)}


def test_keski_suomi_in_full() -> None:
    """Group with a term, three meetings, two partial proposals, noted by the council; the term is due on 12.6.2026."""
    story = stories(real_history())["15"]
    assert facts(story) == [
        "criteria_noted",
        "start_decided",
        "group_appointed",
        "assessment_begun",
        "group_met",
        "group_met",
        "partial_proposal_given",
        "group_met",
        "partial_proposal_given",
        "partial_proposals_noted",
    ]
    story.then(due={"group_term": "2026-06-12"})
    first = story.opened.every("group_met")[0]
    assert (first.effective_on, first.precision, first.data["rhythm"]) == (date(2025, 9, 9), "inferred", "monthly")


def test_lappi_tells_members_and_an_outside_chair() -> None:
    """The group starts its work: that it was appointed by then is taken for granted, with its members as told."""
    story = stories(real_history())["21"]
    appointed = story.opened.every("group_appointed")[0]
    assert [member["organisation"] for member in appointed.data["members"]] == ["county", "VM", "STM", "SM"]
    assert (appointed.data["chair_from"], appointed.precision) == ("outside", "by")
    assert appointed.unreported == ("county_heard_on_chair",)


def test_what_the_announcement_leaves_open_stays_marked() -> None:
    """The source names key figures, the year and the borrowing authority; hearing and second year stay unreported."""
    noted, started = stories(real_history())["01"].events[:2]
    assert (noted.data["gates"], noted.data["accounts_years"]) == (["E4", "key_figures"], [2024])
    assert noted.data["grounds"] == "key figures of the 2024 accounts and the changed borrowing authority"
    assert (noted.unreported, started.unreported) == (("accounts_in_a_row", "authority_or_grant"), ("county_heard",))
    assert [reference.is_reporting for event in (noted, started) for reference in event.documents] == [True, True]
    assert noted.opening is not None
    assert (noted.opening.subject, noted.opening.ministry) == ("01", "VM")


def test_no_row_of_the_real_history_is_dropped() -> None:
    """Each row is planned or left over, never both; every row of an evaluation is planned."""
    acts, left = plan(real_history())
    planned = {act.row for act in acts}
    assert sorted(planned | {one.row for one in left}) == list(range(1, len(real_history().rows) + 1))
    assert planned & {one.row for one in left} == set()
    evaluation = {row.number for row in real_history().rows if row.procedure == "evaluation"}
    assert {act.row for act in acts if act.procedure == "evaluation"} == evaluation


def test_a_row_of_an_undeclared_procedure_waits_for_its_declaration() -> None:
    """The reason names the procedure, in three languages."""
    left = plan(history(ANNOUNCED.replace("evaluation", "weather", 1)))[1]
    assert left == (
        LeftOver(
            1,
            Label(
                "menettelyä weather ei ole vielä määritelty",
                "förfarandet weather är ännu inte definierat",
                "no declaration of weather yet",
            ),
        ),
    )


def test_planning_again_gives_the_same_wherever_the_rows_stand() -> None:
    """Command ids follow from what a row says: the same in any order, different for each act, one for a doubled row."""
    document = real_history()
    turned = HistoryDocument(
        tuple(replace(one, number=number) for number, one in enumerate(reversed(document.rows), start=1))
    )
    ids = {act.command_id for act in plan(document)[0]}
    assert ids == {act.command_id for act in plan(turned)[0]}
    assert len(ids) == len(plan(document)[0])
    assert history(ANNOUNCED).rows[0].digest == history(row("x", "2024-01-01"), ANNOUNCED).rows[1].digest


WORDINGS = [
    (
        "Ministry of Finance starts the evaluation procedure because of the uncovered deficit",
        ["criteria_noted", "start_decided"],
    ),
    ("The Ministry of Finance has decided to start an evaluation procedure", ["criteria_noted", "start_decided"]),
    ("The evaluation procedure was started; grounds: annual margin", ["criteria_noted", "start_decided"]),
    ("the Ministry of Finance appoints Kanta-Häme's evaluation group", ["group_appointed"]),
    ("Kymenlaakso's evaluation group has been set up, members from the county and the ministry", ["group_appointed"]),
    ("Kanta-Häme's evaluation group began its work", ["group_appointed", "assessment_begun"]),
    ("the evaluation group held its second meeting", ["assessment_begun", "group_met"]),
    ("the evaluation group meets for the first time", ["group_appointed", "assessment_begun", "group_met"]),
    (
        "the evaluation group publishes partial proposals on rescue services",
        ["assessment_begun", "partial_proposal_given"],
    ),
    ("the county council took note of the partial proposals", ["partial_proposals_noted"]),
    ("the council rejected the partial recommendations", ["partial_proposals_decided"]),
    ("the evaluation group proposes a merger with its neighbour", ["division_proposal_handled"]),
    ("the evaluation group does not propose a change of the county", ["division_proposal_handled"]),
    ("the evaluation group handed over its final report", ["proposals_given"]),
    ("the council approved the programme of measures", ["council_decided"]),
    ("the county informs the Ministry of Finance of the council's decision", ["decision_notified"]),
    ("the Ministry of Finance decided not to appoint an investigator", ["no_investigator_decided"]),
    ("the Ministry of Finance appoints a division investigator", ["investigator_appointed"]),
    ("the Government decides to merge the county with its neighbour", ["division_decision_made"]),
    ("the Ministry of Finance decided not to start the evaluation procedure", ["start_declined"]),
    ("a hearing letter is sent; replies are due by 13.6.2025", ["hearing_letter_sent"]),
    ("STM makes an initiative for an evaluation; services endangered in 2023 and 2024", ["initiative_made"]),
    ("the Ministry of Finance closes the evaluation procedure", ["measures_completed"]),
]


@pytest.mark.parametrize(("what", "expected"), WORDINGS)
def test_other_wordings_of_the_same_kind_are_read_alike(what: str, expected: list[str]) -> None:
    """Words are about a kind of happening: other counties, other days, other turns of phrase."""
    continued = plan(history(row(what, on="2025-11-03")))[0]
    assert [planned.act.fact for planned in continued] == expected


@pytest.mark.parametrize(
    "what",
    [
        "Kanta-Häme's evaluation group has not been appointed",
        "the evaluation group will be appointed in August",
        "the evaluation group may meet for the first time in September",
        "the Ministry of Finance considers starting the evaluation procedure",
        "the Ministry of Finance might appoint an investigator",
        "the council is expected to approve the proposals",
        "a newspaper writes about the county",
        "the council notes the budget",
    ],
)
def test_what_is_denied_planned_or_something_else_is_left_over(what: str) -> None:
    """A plan is no fact; the row waits, with a reason in three languages."""
    acts, left = plan(history(row(what)))
    assert acts == ()
    assert left[0].why.en == "no known happening fits the words of the row"
    assert left[0].why.fi == "mikään tunnettu tapahtuma ei vastaa rivin sanoja"


@pytest.mark.parametrize("written", ["12.6.2026", "2026-06-12", "12 June 2026"])
def test_the_term_is_read_however_the_day_is_written(written: str) -> None:
    """A captured day becomes the group's deadline."""
    appointed = row(f"the evaluation group is appointed; its term ends on {written}", on="2025-08-29")
    assert stories(history(ANNOUNCED, appointed))["07"].aspects["due"] == {"group_term": date(2026, 6, 12)}


def test_a_row_can_name_its_fact_and_data() -> None:
    """`fact`, `data`, `documents` and `role` in the procedure's own terms; register documents stay what they are."""
    explicit = """
        [[fact]]
        procedure = "evaluation"
        subject = "07"
        on = 2025-08-01
        fact = "members_named"
        role = "stm"
        data = {count = 1}
        documents = [{kind = "letter", diary_number = "TEST/1/2025"}]
    """
    acts, left = plan(history(ANNOUNCED, explicit))
    assert left == ()
    act = acts[-1].act
    assert (act.fact, act.role, dict(act.data), act.unreported) == ("members_named", "stm", {"count": 1}, ())
    assert [(one.kind, one.diary_number) for one in act.documents] == [("letter", "TEST/1/2025")]


def test_register_documents_leave_nothing_unreported() -> None:
    """Only published reporting may be silent: an authority's own document must bring what the law asks for."""
    explicit = row("", on="2025-06-20", fact="start_decided", source="") + (
        'documents = [{kind = "start_decision", diary_number = "TEST/1/2025"}]\n'
    )
    noted = row("", on="2025-06-17", fact="criteria_noted")
    acts, left = plan(history(noted, explicit))
    assert [planned.act.fact for planned in acts] == ["criteria_noted"]
    assert "the county has been heard" in left[0].why.en


def test_what_a_report_tells_against_the_law_is_not_silence() -> None:
    """A chair from the ministry is told, not left open: the row is left over with the condition."""
    appointed = row("the evaluation group is appointed, chair from the Ministry of Finance", on="2025-08-29")
    acts, left = plan(history(ANNOUNCED, appointed))
    assert [planned.act.fact for planned in acts] == ["criteria_noted", "start_decided"]
    assert (left[0].row, left[0].why.en) == (2, "the chair is independent of the county and of the ministries")


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ((ANNOUNCED, row("the council approved the proposals", on="2025-09-01")), "the case stands in “started”"),
        (
            (ANNOUNCED, row("The Ministry of Finance started the evaluation procedure", on="2025-06-18")),
            "the case stands in",
        ),
        ((ANNOUNCED.replace("'07'", "'90'"),), "the procedure does not apply to this subject (90)"),
        ((ANNOUNCED.replace("'07'", "'77'"),), "Nobody in the directory is known as '77'"),
        ((ANNOUNCED.replace("2025-06-17", "2022-06-17"),), "No law on evaluation is in force on 2022-06-17"),
        ((ANNOUNCED, row("", on="2025-06-20", fact="dragon_seen")), "knows no fact called 'dragon_seen'"),
    ],
)
def test_a_row_that_cannot_have_happened_is_left_over_with_the_reason(rows: tuple[str, ...], why: str) -> None:
    """The engine's own refusal is the reason; the row is told whole or not at all."""
    acts, left = plan(history(*rows))
    assert why in left[-1].why.en
    assert {planned.row for planned in acts} & {one.row for one in left} == set()


def test_rows_of_a_case_opened_elsewhere_are_planned_without_a_rehearsal() -> None:
    """Whoever imports them asks `leave_open` with the real case, and only what that case lacks is unreported."""
    (act,) = plan(history(row("Keski-Suomi's evaluation group is appointed", on="2025-08-29", subject="15")))[0]
    assert (act.continues, act.act.unreported) == (True, ())
    story = tell(at("started"), "vm_named", "stm_named", "sm_named", "county_named", "chair_consulted")
    circumstances = Circumstances(today=act.act.on, calendar=finnish_calendar(), subject_kind="county")
    opened = leave_open(NEW, story.opened, act.act, circumstances)
    assert opened.unreported == ("chair_independent",)
    story.when(told(replace(act, act=opened))).then(state="group_appointed")
    official = msgspec.structs.replace(act.act, documents=(document("appointment_decision"),))
    assert leave_open(NEW, story.opened, official, circumstances) == official


def test_a_second_evaluation_after_the_end_of_the_first_is_a_new_case() -> None:
    """A later announcement opens anew, under the law of its own day."""
    first = ANNOUNCED.replace("2025-06-17", "2024-06-17")
    ended = row("", on="2025-03-03", fact="discontinued")
    acts, left = plan(history(first, ended, ANNOUNCED))
    assert left == ()
    assert [planned.act.fact for planned in acts if planned.act.opening] == ["criteria_noted", "criteria_noted"]


def test_every_guard_that_a_report_may_be_silent_about_exists() -> None:
    """The catalogue names guards and fields of the declarations, and only those."""
    declared = [guard for law in (since_2023_01_01, since_2025_01_01) for guard in law.EVALUATION.guards]
    moves = [move for law in (since_2023_01_01, since_2025_01_01) for move in law.EVALUATION.transitions]
    for guard_id, fields in catalogue("evaluation").silences.items():
        assert guard_id in {guard.id for guard in declared}
        asked = [move for move in moves if guard_id in {guard.id for guard in move.guards}]
        assert all(name in move.fact.payload.model_fields for name in fields for move in asked), guard_id


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (row("x").replace("on = 2025-06-17", 'on = "2025-06-17"'), "has an `on` that is no date"),
        (row("x").replace("on = 2025-06-17", "on = 2025-06-17T10:00:00"), "has an `on` that is no date"),
        (row("x").replace("on = 2025-06-17\n", ""), "lacks on"),
        (row("x", precision="roughly"), "has an unknown precision"),
        (row("", fact=""), "says neither what happened"),
        (row("x", source=""), "names neither a source nor a document"),
        (row("x", colour="red"), "has unknown fields: colour"),
        (row("x" * 1001), "has a what that is no text"),
        (row("x") + "amount = 1.5\n", "cannot be kept exactly"),
        (row("x") + 'amount = "1"\n', "has an amount that is no whole number"),
        (row("x") + "data = {a = 1}\n", "has data without saying which fact"),
        (row("x") + "documents = [{title = 'no kind'}]\n", "has a document that is no table"),
        (row("x") + "documents = 3\n", "has documents that are no list"),
    ],
)
def test_a_row_of_the_wrong_shape_is_refused_by_its_number(text: str, problem: str) -> None:
    """The whole file is refused, and the message names the row."""
    with pytest.raises(InputRejected) as rejected:
        history(ANNOUNCED, text)
    assert (rejected.value.code, rejected.value.details["row"]) == ("history-row", 2)
    assert rejected.value.message.startswith("Row 2 ")
    assert problem in rejected.value.message


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"#" * (LARGEST_BYTES + 1), "history-too-large"),
        (b"\xff\xfe", "history-unreadable"),
        (b"[[fact]", "history-unreadable"),
        (b"a = " + b"[" * 5000, "history-unreadable"),
        (b"a = " + b"9" * 5000, "history-unreadable"),
        (b"[fact]\nx = 1", "history-unreadable"),
        (b"title = 'mine'", "history-unreadable"),
        (b"fact = [1]", "history-row"),
    ],
)
def test_a_file_that_is_no_history_is_refused(content: bytes, code: str) -> None:
    """Too large, not TOML, or something else: refused without a traceback."""
    with pytest.raises(InputRejected) as rejected:
        read_history(content)
    assert rejected.value.code == code


@pytest.mark.parametrize("content", ["a = " + "[" * 5000, "a = " + "{a = " * 5000, "a" + ".a" * 5000 + " = 1"])
def test_a_file_that_is_nested_too_deeply_says_so_in_three_languages(content: str) -> None:
    """How deep it may be is said, not what the reader of the format calls its own limit."""
    with pytest.raises(InputRejected) as rejected:
        read_history(content.encode())
    problem = rejected.value.details["problem"]
    assert isinstance(problem, Label)
    assert all(str(DEEPEST) in text for text in (problem.fi, problem.sv, problem.en, rejected.value.message))


def test_an_empty_history_is_empty() -> None:
    """No rows, no acts, nothing left over."""
    assert plan(read_history(b"")) == ((), ())


def _captured(what: str) -> dict[str, Any]:
    """The data of the first fact that the words tell."""
    return dict(plan(history(row(what, on="2025-11-03")))[0][0].act.data)


def test_what_the_words_say_fills_the_data() -> None:
    """Years, gates, grounds, themes and outcomes are captured where the text has them, and left out where not."""
    assert _captured(
        "Ministry of Finance starts the evaluation procedure; grounds: loan-service ratio of the 2023 and 2024 accounts"
    ) == {
        "gates": ["E3"],
        "accounts_years": [2023, 2024],
        "grounds": "loan-service ratio of the 2023 and 2024 accounts",
    }
    assert _captured("STM made an initiative for an evaluation; services endangered in 2023 and 2024") == {
        "endangered_years": [2023, 2024]
    }
    given = plan(history(row("the evaluation group presented partial proposals on rescue services", on="2025-11-03")))[
        0
    ]
    assert given[-1].act.data == {"theme": "rescue services"}
