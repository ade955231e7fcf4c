"""A made-up autumn upon the published history: two monthly rounds, flags, observations, themes, and the programme.

Every sentence in it says that it is made up. It exists so that pages and tests of them have everything to show.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from cli.frame.clocks import InjectedClock
from cli.frame.settings import Settings
from cli.main import ohjaus
from cli.wiring import Record, Wiring
from engine.assess import Act
from engine.envelope import DocumentRef, Opening, RecordedBy
from engine.registrar import Registrar
from engine.request import Request
from procedures.directory import directory
from procedures.register import declarations
from procedures.roadmap.catalogue import roadmap
from store.open_log import open_log

WRITER = RecordedBy(person="test-person", identity="made up for a test")
BEGUN_AT = "2026-09-20T12:00:00+00:00"
TODAY = "2026-11-22"
NOW = f"{TODAY}T12:00"
SILENT_IN_OCTOBER = ("21", "HUS")
SILENT_IN_NOVEMBER = ("21", "17", "12", "HUS")
LATE, AT_RISK, ASKS = ("15", "05"), ("01", "16", "08", "20"), ("15", "20")
MADE_UP = "Keksitty esimerkki"


@dataclass
class Story:
    """Records made-up facts, each on a day, at noon of that day."""

    record: Record
    clock: InjectedClock
    desk: Registrar
    told: int = 0
    cases: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def open(
        self, procedure: str, fact: str, on: date, subject: str = "FI", *, document: str | None = None, **data: Any
    ) -> str:
        """Opens a case and gives its id."""
        declared = declarations().in_force(procedure, on).procedure
        opening = Opening(
            procedure=procedure,
            subject=subject,
            parties=declared.parties_of(subject),
            ministry=declared.ministry,
            ground="made up",
        )
        act = Act(fact=fact, on=on, data=data, opening=opening, documents=self._documents(document))
        return self.desk.open(procedure, act, self._request(on)).case.case_id

    def tell(
        self, case_id: str, fact: str, on: date, *, role: str | None = None, document: str | None = None, **data: Any
    ) -> None:
        """Records a fact in a case."""
        act = Act(fact=fact, on=on, data=data, role=role, documents=self._documents(document))
        self.desk.advance(case_id, act, self._request(on))

    def _documents(self, kind: str | None) -> tuple[DocumentRef, ...]:
        return (DocumentRef(kind=kind, diary_number=f"KEKSITTY/{self.told}/2026"),) if kind else ()

    def _request(self, on: date) -> Request:
        self.told += 1
        # One second apart, so that a time lies between any two.
        self.clock.at = datetime.combine(on, time(12), tzinfo=UTC) + timedelta(seconds=self.told)
        return Request(command_id=f"made up {self.told}", recorded_by=WRITER)


def build(folder: Path) -> Path:
    """Records the story in a folder, builds its picture there, and gives the folder of the picture."""
    out = folder / "picture"
    log = folder / "story.db"
    record_story(log)
    build_from(log, out)
    return out


def build_from(log: Path, out: Path, *further: str) -> None:
    """Builds the picture of a log as of the story's today."""
    done = run("picture", "build", "--db", str(log), "--now", NOW, "--out", str(out), *further)
    assert done.exit_code == 0, done.output


def run(*arguments: str) -> Any:
    """Runs the command line in this process."""
    return CliRunner(env={**os.environ, "LANG": "en_GB.UTF-8"}).invoke(ohjaus, list(arguments))


def record_story(path: Path) -> None:
    """Makes a log with the published history and the made-up autumn."""
    begin_story(path)
    end_story(path)


def begin_story(path: Path) -> None:
    """Makes a log that ends with the confirmed round of October."""
    history = str(files("procedures") / "real_history.toml")
    for command in (("init",), ("import", history)):
        done = run(*command, "--db", str(path), "--now", BEGUN_AT)
        assert done.exit_code == 0, done.output
    _record(path, _programme, _october)


def end_story(path: Path) -> None:
    """Goes on in that log with the round of November."""
    _record(path, _november)


def _record(path: Path, *chapters: Callable[[Story], None]) -> None:
    clock = InjectedClock(datetime.fromisoformat(BEGUN_AT))
    wiring = Wiring(Settings({"db": str(path)}, {}, path.parent))
    wiring.clock = clock
    with open_log(path, clock) as opened:
        desk = Registrar(
            opened.log,
            index=opened.index,
            declarations=declarations(),
            subjects=wiring.subjects,
            calendar=wiring.calendar,
            clock=clock,
        )
        story = Story(Record(path, opened, desk, wiring), clock, desk, told=opened.log.head().position)
        for chapter in chapters:
            chapter(story)


def _programme(story: Story) -> None:
    on = date(2026, 9, 22)
    case = story.open("reform_programme", "programme_proposed", on, document="development_proposal")
    story.tell(case, "first_stage_lined", on, next_report_on="2026-12-10")
    for measure, state, stage in (
        ("R1.1-1", "on_schedule", "under_way"),
        ("R2.1-1", "at_risk", "under_way"),
        ("N1.1-2", "on_schedule", "done"),
        ("N1.4-6", "late", "not_started"),
        ("N2.1-1", "on_schedule", "under_way"),
    ):
        reason = f"{MADE_UP}: toimenpide odottaa tekijöitä." if state in ("at_risk", "late") else None
        story.tell(
            case,
            "measure_state_set",
            on,
            measure=measure,
            state=state,
            stage=stage,
            reason=reason,
            evidence=f"{MADE_UP}: muistio",
        )
    judged = {"assumption-1": "holds", "assumption-2": "holds", "assumption-3": "wavering"}
    for assumption, judgement in judged.items():
        reason = None if judgement == "holds" else f"{MADE_UP}: kokonaisrahoituksen arvio on muuttunut."
        story.tell(case, "assumption_judged", on, assumption=assumption, judgement=judgement, reason=reason)
    for number, level in ((1, "low"), (2, "medium"), (5, "high")):
        reason = f"{MADE_UP}: taso arvioitiin harjoituksessa."
        control = f"{MADE_UP}: seuranta kuukausittain"
        risk = f"risk-{number}"
        story.tell(case, "risk_assessed", on, risk=risk, level=level, reason=reason, owner="STM", control=control)


def _round(story: Story, month: str, opened_on: date, agreed_on: date) -> tuple[str, dict[str, str]]:
    case = story.open(
        "monthly_round", "round_opened", opened_on, month=month, agreed_on=agreed_on.isoformat(), scope="critical"
    )
    returns = {}
    for actor in directory().steered():
        returns[actor.code] = story.open(
            "county_return",
            "template_issued",
            opened_on,
            actor.code,
            month=month,
            agreed_on=agreed_on.isoformat(),
            position=0,
            round_case=case,
        )
    return case, returns


def _items(code: str, place: int) -> list[dict[str, Any]]:
    tasks = list(roadmap().subtasks)
    items: list[dict[str, Any]] = []
    for number in range(12):
        task = tasks[(place * 37 + number * 43) % len(tasks)]
        state = "on_schedule"
        if code in LATE and number < 2:
            state = "late"
        elif code in (*LATE, *AT_RISK) and number < 4:
            state = "at_risk"
        items.append(
            {
                "task": task,
                "state": state,
                "reason": None if state == "on_schedule" else f"{MADE_UP}: osaajia ei ole riittävästi ({number}).",
                "support_asked": code in ASKS and number == 0,
                "progress": "under_way" if number % 3 else "done",
            }
        )
    return [item for place, item in enumerate(items) if item["task"] not in {one["task"] for one in items[:place]}]


def _answer(story: Story, returns: Mapping[str, str], on: date, silent: tuple[str, ...]) -> None:
    for place, (code, case) in enumerate(returns.items()):
        if code not in silent:
            said = _cases(story, code)
            story.tell(case, "answered", on, position=0, items=_items(code, place), cases=said)


def _cases(story: Story, code: str) -> list[dict[str, Any]]:
    if code != "21" and code in ("01", "16"):
        index = story.record.opened.index
        found = index.cases_of(code, "evaluation" if code == "01" else "additional_funding")
        return [{"case": found[-1].case_id, "state": "on_schedule", "reason": None, "support_asked": False}]
    return []


def _october(story: Story) -> None:
    case, returns = _round(story, "2026-10", date(2026, 9, 25), date(2026, 10, 5))
    _answer(story, returns, date(2026, 10, 2), SILENT_IN_OCTOBER)
    answered = [code for code in returns if code not in SILENT_IN_OCTOBER]
    who: dict[str, Any] = {"answered": answered, "silent": list(SILENT_IN_OCTOBER), "excused": []}
    on = date(2026, 10, 12)
    story.tell(case, "collection_ended", on, **who)
    for code in answered:
        agenda = [f"{MADE_UP}: kriittiset osatehtävät"]
        story.tell(returns[code], "discussed", on, agenda=agenda, ministries=["STM", "VM"])
        story.tell(returns[code], "confirmed", on + timedelta(days=1))
    for code in SILENT_IN_OCTOBER:
        story.tell(returns[code], "closed_unanswered", on + timedelta(days=1))
    position = story.record.log.head().position
    themes = [{"name": f"{MADE_UP}: henkilöstön saatavuus", "counties": ["01", "15", "16"]}]
    story.tell(case, "themes_compiled", date(2026, 10, 15), themes=themes, position=position)
    confirmed = date(2026, 10, 16)
    position = story.record.log.head().position
    story.tell(
        case, "round_confirmed", confirmed, **who, position=position, headline=f"{MADE_UP}: rauhallinen kuukausi."
    )
    story.tell(
        case,
        "reported",
        date(2026, 10, 20),
        document="compilation",
        level="permanent_secretaries",
        position=position,
        pages=["overview", "goals"],
    )
    story.tell(case, "round_closed", date(2026, 10, 21))


def _november(story: Story) -> None:
    _, returns = _round(story, "2026-11", date(2026, 10, 26), date(2026, 11, 5))
    _answer(story, returns, date(2026, 11, 4), SILENT_IN_NOVEMBER)
    _voices(story)
    _county(story)
    done = run("deadline", "tick", "--db", str(story.record.path), "--now", "2026-11-07T08:00", "-q")
    assert done.exit_code == 0, done.output


def _voices(story: Story) -> None:
    flag = {"need": f"{MADE_UP}: kaksi asiantuntijaa kuukaudeksi", "contact": "muutosjohtaja (keksitty)"}
    first = story.open(
        "red_flag", "raised", date(2026, 11, 2), "15", what=f"{MADE_UP}: tietojärjestelmän vaihto jää ajasta", **flag
    )
    story.tell(first, "plan_b_made", date(2026, 11, 3), plan=f"{MADE_UP}: vanha järjestelmä jatkaa puoli vuotta")
    second = story.open(
        "red_flag", "raised", date(2026, 11, 4), "20", what=f"{MADE_UP}: päivystyksen vuorot eivät täyty", **flag
    )
    story.tell(
        second,
        "answered",
        date(2026, 11, 6),
        support=f"{MADE_UP}: yhteistyöalue lainaa lääkäreitä",
        contact="ohjausyksikkö (keksitty)",
        by="STM",
    )
    for code, kind, text in (
        ("01", "note", "käännösten saaminen kestää"),
        ("15", "risk", "vuokrasopimusten päättyminen samaan aikaan"),
        ("15", "wish", "yhteinen malli palvelusetelipäätöksistä"),
        ("08", "wish", "ohjeet samaan paikkaan"),
        ("21", "risk", "pitkät välimatkat kotihoidossa"),
    ):
        case = story.open("county_observation", "raised", date(2026, 10, 2), code, kind=kind, text=f"{MADE_UP}: {text}")
        if kind == "note":
            story.tell(case, "answered", date(2026, 10, 9), text=f"{MADE_UP}: käännöksiin tuli lisää väkeä", by="STM")
    shared = story.open(
        "shared_theme",
        "raised",
        date(2026, 10, 15),
        name=f"{MADE_UP}: henkilöstön saatavuus",
        counties=["01", "15", "16"],
        sector="both",
    )
    story.tell(
        shared, "taken_up", date(2026, 10, 20), by="STM", what=f"{MADE_UP}: kansallinen kehys", due_on="2027-01-31"
    )
    story.open(
        "shared_theme",
        "raised",
        date(2026, 10, 15),
        name=f"{MADE_UP}: kaluston yhteishankinta",
        counties=["05", "08", "19", "20"],
        sector="rescue",
    )


def _county(story: Story) -> None:
    case = story.open("county_assessment", "assessment_opened", date(2026, 10, 1), "01")
    for precondition, state in (("political_commitment", "on_schedule"), ("reform_plan", "at_risk")):
        story.tell(
            case,
            "precondition_assessed",
            date(2026, 10, 14),
            precondition=precondition,
            state=state,
            evidence=f"{MADE_UP}: valtuuston pöytäkirja",
            assessor="ohjausyksikkö (keksitty)",
            assessed_on="2026-10-13",
            reason=None if state == "on_schedule" else f"{MADE_UP}: suunnitelmassa ei ole euroja.",
        )
    register = story.open("cooperation_forums", "forum_register_opened", date(2026, 10, 1))
    for organisation, title in (("01", "muutosjohtaja (keksitty)"), ("STM", "ohjausyksikkö (keksitty)")):
        story.tell(
            register, "contact_set", date(2026, 10, 1), organisation=organisation, matter="monthly_round", title=title
        )
    indicators = story.open("indicators", "indicator_register_opened", date(2026, 10, 1))
    story.tell(
        indicators,
        "indicator_taken_in",
        date(2026, 10, 1),
        indicator="made_up_waiting",
        name=f"{MADE_UP}: hoitoon pääsyn odotus",
        source="keksitty lähde",
        source_id="X-1",
        unit="days",
        objective=1,
    )
    for code, value in (("01", "12"), ("15", "20"), ("08", "9"), ("21", "31")):
        story.tell(
            indicators,
            "value_recorded",
            date(2026, 10, 2),
            indicator="made_up_waiting",
            about=code,
            period="2026-Q3",
            value=value,
            unit="days",
            retrieved_on="2026-10-01",
        )
    problem = story.open(
        "self_government_problem",
        "problem_raised",
        date(2026, 10, 5),
        party="15",
        name=f"{MADE_UP}: vuokrien taso",
        matter="rents",
    )
    story.tell(problem, "owner_named", date(2026, 10, 12), owner="VM", resolve_by="2026-12-15")


def hostile_log(path: Path) -> None:
    """Makes a log in which a county's words hold markup and marks that turn the direction of a line."""
    done = run("init", "--db", str(path), "--now", BEGUN_AT)
    assert done.exit_code == 0, done.output
    words = "<script>alert(1)</script> \u202etxen\u202c"
    raised = ("--on", "2026-10-02", "--set", "kind=risk", "--set", f"text={words}")
    started = ("case", "start", "county_observation", "--subject", "01", *raised, "--now", NOW, "--db", str(path))
    done = run(*started, "--as", "county_officials")
    assert done.exit_code == 0, done.output
