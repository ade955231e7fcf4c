"""The card of a procedure: one version of it as a page to be laid beside the statute, in Markdown.

Everything on it comes from the declaration: nothing is written twice. Each rule stands with its sections, and a section
whose text is not the statute itself says what it is (practice, unsettled).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cli.screen.citations import cited_in
from engine.counting import AgreedDay, NextOf, Period, SetDay, Stated
from engine.declaration import DeadlineRule, Listening, Procedure, Reaction, State, Transition
from engine.diagram import mermaid
from engine.law import Basis, Label, Status

if TYPE_CHECKING:
    from cli.messages import Words


class Card:
    """One version of a procedure, told in one language."""

    def __init__(self, procedure: Procedure, words: Words) -> None:
        """Takes the declaration and the words of the language."""
        self._procedure = procedure
        self._words = words
        self._language = words.language
        self._told: dict[int, str] = {}

    def markdown(self) -> str:
        """Gives the whole card."""
        blocks = [
            *self._head(),
            self._heading("diagram"),
            f"```mermaid\n{mermaid(self._procedure, language=self._language, beside=False)}```",
            *self._openings(),
            *self._states(),
            *self._beside(),
            *self._conditions(),
            *self._deadlines(),
            *self._documents(),
            *self._numbers(),
            *self._connections(),
            *self._transitional(),
            *self._questions(),
            *self._sources(),
        ]
        return "\n\n".join(blocks) + "\n"

    def _head(self) -> Iterator[str]:
        what, words = self._procedure, self._words
        yield f"# {_escaped(self._capital(what.label))}"
        yield _escaped(what.description.text(self._language))
        if what.status is Status.UNSETTLED:
            yield f"> **{words('card.not_confirmed')}**"
        until = words.date(what.in_force_until) if what.in_force_until else words("procedure.until_further")
        rows = [
            (words("procedure.declaration"), f"`{what.declaration_id}`"),
            ("fi · sv · en", " · ".join(what.label.as_data().values())),
            (words("procedure.in_force"), f"{words.date(what.in_force_from)} – {until}"),
            (words("procedure.basis"), self._cited(what.basis)),
            (words("procedure.ministry"), what.ministry),
            (words("procedure.subjects"), ", ".join(words.term("actor_kind", kind) for kind in what.subject_kinds)),
            (words("card.how_many"), self._how_many()),
        ]
        yield self._table(("", ""), rows)

    def _how_many(self) -> str:
        if self._procedure.one_open_case:
            return self._words("card.one_open")
        if self._procedure.one_case_per:
            return self._words("card.one_per", field=self._procedure.one_case_per)
        return self._words("card.many")

    def _openings(self) -> Iterator[str]:
        yield self._heading("opens")
        yield self._moves(move for move in self._procedure.transitions if move.opens)

    def _states(self) -> Iterator[str]:
        yield self._heading("states")
        for state in self._procedure.states:
            ending = f" · {self._words('procedure.final')}" if state.final else ""
            yield f"### {_escaped(self._capital(state.label))}{ending}"
            yield self._state_names(state)
            if state.tasks:
                yield "\n".join(
                    f"- **{_escaped(task.role.label.text(self._language))}**: "
                    f"{_escaped(task.label.text(self._language))} ({self._cited(task.basis)})"
                    for task in state.tasks
                )
            moves = [move for move in self._procedure.transitions if state in move.sources and move.target is not None]
            if moves:
                yield self._moves(moves)
            # What can happen in several states is told whole in the first of them.
            self._told.update({id(move): self._capital(state.label) for move in moves if id(move) not in self._told})

    def _state_names(self, state: State) -> str:
        others = " · ".join(state.label.as_data().values())
        named = "" if state.status is Status.STATUTE else f" — {self._words('card.models_name')}"
        return f"`{state.id}` · {_escaped(others)}{named}"

    def _beside(self) -> Iterator[str]:
        moves = [move for move in self._procedure.transitions if move.sources and move.target is None]
        if moves:
            yield self._heading("beside")
            yield self._moves(moves, in_states=True)

    def _moves(self, moves: Iterable[Transition], *, in_states: bool = False) -> str:
        words = self._words
        where = words("card.in") if in_states else words("card.leads_to")
        columns = ("act", "whose", "rests_on", "documents", "effects")
        head = (*(words(f"card.{column}") for column in columns), where)
        return self._table(head, (self._move_row(move, in_states=in_states) for move in moves))

    def _move_row(self, move: Transition, *, in_states: bool) -> tuple[str, ...]:
        language = self._language
        names = move.fact.label.as_data()
        act = f"**{_escaped(self._capital(move.fact.label))}** `{move.fact.id}`"
        act += "".join(f"<br>{_escaped(text)}" for key, text in names.items() if key not in (language, "en"))
        if move.when is not None:
            act += f"<br>{self._words('card.when')}: {_escaped(move.when.label.text(language))}"
        if move.kind == "decision":
            act += f"<br>*{self._words('card.decision')}*"
        states = [state.label for state in move.sources] if in_states else [move.target.label] if move.target else []
        whose = " / ".join(_escaped(role.label.text(language)) for role in move.by)
        where = "<br>".join(_escaped(self._capital(label)) for label in states)
        told = self._told.get(id(move))
        if told is not None:
            return (act.partition("<br>")[0], whose, self._words("card.as_in", state=_escaped(told)), "", "", where)
        return (
            act,
            whose,
            self._cited(move.basis),
            "<br>".join(_escaped(rule.label.text(language)) for rule in move.documents),
            "<br>".join(self._effects(move)),
            where,
        )

    def _effects(self, move: Transition) -> Iterator[str]:
        words, language = self._words, self._language
        for key, things in (
            ("starts", [rule.label for rule in move.starts]),
            ("meets", [meets.deadline.label for meets in move.meets]),
            ("begins", [rule.label for rule in move.begins]),
            ("ends", [rule.label for rule in move.ends]),
            ("requires", [guard.label for guard in move.guards]),
            ("task", [task.label for task in move.tasks]),
        ):
            for label in things:
                yield f"{words(f'card.{key}')}: {_escaped(label.text(language))}"

    def _conditions(self) -> Iterator[str]:
        if self._procedure.guards:
            yield self._heading("conditions")
            rows = (
                (f"`{guard.id}`", _escaped(guard.label.text(self._language)), self._cited(guard.basis))
                for guard in self._procedure.guards
            )
            yield self._table((self._words("procedure.id"), self._words("card.condition"), self._sections), rows)

    def _deadlines(self) -> Iterator[str]:
        if self._procedure.deadlines:
            yield self._heading("deadlines")
            head = (self._words("procedure.name"), self._words("procedure.kind"), self._words("card.counted"))
            yield self._table((*head, self._sections), (self._deadline_row(rule) for rule in self._procedure.deadlines))

    def _deadline_row(self, rule: DeadlineRule) -> tuple[str, ...]:
        kind = self._words.term("deadline_kind", str(rule.kind))
        return (
            f"{_escaped(self._capital(rule.label))} `{rule.id}`",
            kind,
            self._counted(rule),
            self._cited(rule.basis),
        )

    def _counted(self, rule: DeadlineRule) -> str:
        counting, words = rule.counting, self._words
        if isinstance(counting, Stated | AgreedDay):
            return words("card.stated", field=counting.field)
        values = self._values(counting.parameter)
        if isinstance(counting, Period):
            start = counting.after or words("card.legal_day")
            key = "card.backward" if counting.backward else "card.period"
            return words(key, values=values, start=start)
        if isinstance(counting, SetDay):
            return words("card.set_day", values=values, later=counting.years_later)
        assert isinstance(counting, NextOf)  # noqa: S101 - the last of the ways to count
        return words("card.next_of", values=values)

    def _values(self, name: str) -> str:
        parameter = self._procedure.parameters.by_name[name]
        unit = self._words.term("unit", parameter.unit)
        shown = []
        for dated in parameter.values:
            value = ", ".join(dated.value) if isinstance(dated.value, tuple) else str(dated.value)
            shown.append(f"{value} {unit}".strip())
        return " → ".join(dict.fromkeys(shown))

    def _documents(self) -> Iterator[str]:
        rules = {rule.kind: rule for move in self._procedure.transitions for rule in move.documents}
        if rules:
            yield self._heading("document_list")
            head = (self._words("procedure.id"), "fi · sv · en", self._sections)
            yield self._table(
                head,
                (
                    (f"`{rule.kind}`", _escaped(" · ".join(rule.label.as_data().values())), self._cited(rule.basis))
                    for rule in rules.values()
                ),
            )

    def _numbers(self) -> Iterator[str]:
        if self._procedure.parameters.by_name:
            words = self._words
            yield self._heading("numbers")
            head = (words("procedure.name"), words("card.value"), words("procedure.from"), self._sections)
            rows = []
            for parameter in self._procedure.parameters.by_name.values():
                unit = words.term("unit", parameter.unit)
                for dated in parameter.values:
                    value = ", ".join(dated.value) if isinstance(dated.value, tuple) else str(dated.value)
                    until = f" – {words.date(dated.in_force_until)}" if dated.in_force_until else ""
                    cited = self._cited((Basis(dated.basis, "", dated.status),))
                    since = f"{words.date(dated.in_force_from)}{until}"
                    name = _escaped(self._capital(parameter.label))
                    rows.append((name, f"{value} {unit}".strip(), since, cited))
            yield self._table(head, rows)

    def _connections(self) -> Iterator[str]:
        what, words = self._procedure, self._words
        if not (what.reactions or what.listens):
            return
        yield self._heading("connections")
        head = (words("card.happens"), words("card.reaches"), words("card.becomes"), self._sections)
        rows = [
            (f"`{what.id}.{one.on.id}`", f"`{one.procedure}`", self._becomes(one), self._cited(one.basis))
            for one in what.reactions
        ]
        rows += [(f"`{one.to}`", f"`{what.id}`", self._becomes(one), self._cited(one.basis)) for one in what.listens]
        yield self._table(head, rows)

    def _becomes(self, one: Reaction | Listening) -> str:
        language = self._language
        text = f"{self._words('card.link')}: {_escaped(one.causing.label.text(language))}"
        if one.task is not None:
            role = _escaped(one.task.role.label.text(language))
            text += f"<br>{self._words('card.task')}: {role}: {_escaped(one.task.label.text(language))}"
        return text

    def _transitional(self) -> Iterator[str]:
        if self._procedure.transitional:
            yield self._heading("transitional")
            yield "\n".join(
                f"- {_escaped(rule.label.text(self._language))} "
                f"(`{self._procedure.id}@{rule.version_from.isoformat()}`; {self._cited(rule.basis)})"
                for rule in self._procedure.transitional
            )

    def _questions(self) -> Iterator[str]:
        if self._procedure.open_questions:
            yield self._heading("unsettled")
            for question in self._procedure.open_questions:
                meanwhile = self._words("case.meanwhile", text=question.meanwhile)
                cited = f" ({self._cited(question.basis)})" if question.basis else ""
                yield f"- {_escaped(question.question.text(self._language))}{cited}\n  {_escaped(meanwhile)}"

    def _sources(self) -> Iterator[str]:
        if self._procedure.sources:
            yield self._heading("sources")
            yield "\n".join(f"- <{source}>" for source in self._procedure.sources)

    @property
    def _sections(self) -> str:
        return self._words("procedure.basis")

    def _heading(self, key: str) -> str:
        return f"## {self._words(f'card.{key}')}"

    def _capital(self, label: Label) -> str:
        text = label.text(self._language)
        return text[:1].upper() + text[1:]

    def _cited(self, bases: Iterable[Basis]) -> str:
        shown = []
        for basis in bases:
            text = _escaped(cited_in(self._language, basis.cite))
            if basis.status is not Status.STATUTE:
                text += f" (*{self._words.term('law_status', str(basis.status))}*)"
            if basis.note is not None:
                text += f" — {_escaped(basis.note.text(self._language))}"
            shown.append(text)
        return "; ".join(shown)

    def _table(self, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
        lines = [head, tuple("---" for _ in head), *rows]
        return "\n".join(f"| {' | '.join(cell or ' ' for cell in line)} |" for line in lines)


def _escaped(text: str) -> str:
    """Gives text that stands in a table of Markdown as it is."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")
