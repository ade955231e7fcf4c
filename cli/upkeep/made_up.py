"""What the demo makes up beside the published history (`made_up.toml`), recorded as people record it.

Every act goes through the registrar under the rules of its procedure. What lies ahead of the clock is not recorded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from engine.assess import Act
from engine.envelope import DocumentRef, Opening
from engine.request import Request

if TYPE_CHECKING:
    from cli.wiring import Record
    from engine.envelope import RecordedBy
    from engine.registrar import Recorded

MARK: Final = "{made_up}"
"""What stands in the file for the words by which every text says that it is made up."""
CASE: Final = "@case "


@dataclass(slots=True)
class MadeUp:
    """What was made up: its facts and the cases that they opened, and how many acts lie ahead of the clock."""

    facts: int = 0
    cases: list[str] = field(default_factory=list)
    ahead: int = 0

    def as_data(self) -> dict[str, Any]:
        """Gives the same as data."""
        return {"facts": self.facts, "cases": len(self.cases), "ahead": self.ahead}


def record_made_up(record: Record, recorded_by: RecordedBy) -> MadeUp:
    """Records what the file makes up, up to the clock's day."""
    return _Recording(record, recorded_by, document()).record()


def document() -> Mapping[str, Any]:
    """Gives what the file says."""
    return tomllib.loads(files(__package__).joinpath("made_up.toml").read_text(encoding="utf-8"))


class _Recording:
    """Goes through the acts in their order and knows by which names they call cases."""

    def __init__(self, record: Record, recorded_by: RecordedBy, said: Mapping[str, Any]) -> None:
        self._record = record
        self._recorded_by = recorded_by
        self._text = str(said["text"])
        self._acts: Sequence[Mapping[str, Any]] = said["act"]
        self._named: dict[str, str] = {}
        self._issued: dict[str, int] = {}

    def record(self) -> MadeUp:
        """Records every act whose day has come."""
        made = MadeUp()
        today = self._record.wiring.clock.today()
        for number, act in enumerate(self._acts, start=1):
            if act["on"] > today:
                made.ahead += 1
                continue
            for recorded in self._opened(act, number) if "procedure" in act else self._advanced(act, number):
                made.facts += len(recorded.events)
                made.cases += [recorded.case.case_id] if recorded.case.version == 1 else []
        return made

    def _opened(self, act: Mapping[str, Any], number: int) -> Iterator[Recorded]:
        procedure = act["procedure"]
        subjects = self._subjects(act["subjects"])
        table = self._record.wiring.declarations.in_force(procedure, act["on"])
        rules = table.procedure
        acts = [
            self._act(
                act,
                Opening(
                    procedure=procedure,
                    subject=subject,
                    parties=rules.parties_of(subject),
                    ministry=rules.ministry,
                    ground=self._text,
                ),
            )
            for subject in subjects
        ]
        position = self._record.log.head().position
        for recorded in self._record.registrar.open_all(procedure, acts, self._request(number)):
            case = recorded.case
            self._named[f"{act['as']}:{case.subject}" if len(subjects) > 1 else act["as"]] = case.case_id
            self._issued[case.case_id] = position
            yield recorded

    def _advanced(self, act: Mapping[str, Any], number: int) -> Iterator[Recorded]:
        names = [f"{act['in']}:{code}" for code in act["of"]] if "of" in act else [act["in"]]
        for turn, name in enumerate(names, start=1):
            case_id = self._named[name]
            offered = self._act(act, case_id=case_id)
            yield self._record.registrar.advance(case_id, offered, self._request(number, turn))

    def _subjects(self, named: str | Sequence[str]) -> Sequence[str]:
        if named == "steered":
            return [actor.code for actor in self._record.wiring.directory.steered()]
        return named

    def _act(self, act: Mapping[str, Any], opening: Opening | None = None, *, case_id: str = "") -> Act:
        documents = tuple(
            DocumentRef(kind=kind, title=self._filled(title, "")) for kind, title in act.get("documents", {}).items()
        )
        data = self._filled(act.get("data", {}), case_id)
        return Act(fact=act["fact"], on=act["on"], data=data, documents=documents, opening=opening)

    def _filled(self, value: Any, case_id: str) -> Any:  # noqa: ANN401 - whatever stands in the file
        """Gives a value of the file with its marks and references filled in, and days as data has them."""
        match value:
            case dict():
                return {name: self._filled(one, case_id) for name, one in value.items()}
            case list():
                return [self._filled(one, case_id) for one in value]
            case date():
                return value.isoformat()
            case "@head":
                return self._record.log.head().position
            case "@issued":
                return self._issued[case_id]
            case str() if value.startswith(CASE):
                return self._named[value.removeprefix(CASE)]
            case str():
                return value.replace(MARK, self._text)
        return value

    def _request(self, number: int, turn: int = 1) -> Request:
        return Request(command_id=f"demo:made-up:{number}:{turn}", recorded_by=self._recorded_by)
