"""From what a person says of an error to the recorded correction; a refusal names the next command as typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cli.case.act_commands import in_order
from cli.case.correcting_page import correction_page, correction_shape
from cli.case.given import DATE, DIARY, PLACEHOLDERS, VALUE, documents, payload_data
from cli.case.input_problems import in_our_words
from cli.case.refs import load, subject_code, written
from cli.frame.clocks import parse_day
from cli.rights.asking import ensure_covered
from cli.rights.persons import reference_of
from engine.assess import Act
from engine.case import Case
from engine.correction_acts import (
    ACT_ANNULLED,
    ANNULLING_DECISION,
    AUTHORITY,
    BASIS_OF_CLERICAL,
    BASIS_OF_REMEDY,
    CLERICAL_ERROR_CORRECTED,
    COURT,
    DECISION_CORRECTED,
    INCIDENT_SETTLED,
)
from engine.correction_target import Target, target_of
from engine.declaration import Kind, Payload
from engine.errors import InputRejected, Missing, NotFound, Refused
from engine.several import Step
from engine.table import Table

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

_OF_AN_OPTION: Mapping[str, tuple[str, str]] = {
    "second_person_differs": ("--second-person", VALUE),
    "something_corrected": ("--set", f"NAME={VALUE}"),
    "taken_up_in_time": ("--taken-up-on", DATE),
    "parties_heard": ("--heard", VALUE),
    "ground_stated": ("--ground", VALUE),
    "detriment_consented": ("--consented", VALUE),
    "court_named": ("--court", VALUE),
    "not-a-court": ("--court", VALUE),
    "in-the-future": ("--on", DATE),
    "before-opening": ("--on", DATE),
    "not_before_the_act": ("--on", DATE),
    f"document:{ANNULLING_DECISION.kind}": ("--doc", f"{ANNULLING_DECISION.kind}={DIARY}"),
}
"""Conditions that another value of an option meets."""
_OF_A_DAY = ("in-the-future", "before-opening")
_REPEATED = ("--set", "--doc", "--consented")


@dataclass(frozen=True, slots=True)
class Asked:
    """The verb of `case`, the case and the event that are meant, and the options as typed."""

    verb: str
    case_id: str
    version: int
    given: Mapping[str, Any]

    def words(self) -> list[str]:
        """Gives the command as it would be typed again."""
        words = ["case", self.verb, self.case_id, str(self.version)]
        for name, value in self.given.items():
            option = _OPTIONS.get(name, f"--{name.replace('_', '-')}")
            if isinstance(value, bool):
                words += [option] if value else []
            elif isinstance(value, tuple):
                words += [word for one in value for word in (option, str(one))]
            elif value is not None:
                words += [option, str(value)]
        return words


_OPTIONS = {"sets": "--set", "unsets": "--unset", "json_path": "--json", "docs": "--doc", "other": "--in-case"}


@dataclass(frozen=True, slots=True)
class Offered:
    """What a verb makes of what was typed: the fact, its data, and in which role."""

    fact: str
    data: dict[str, Any]
    role: str | None = None


def _offered(run: Invocation, asked: Asked, model: type[Payload] | None) -> Offered:
    if asked.verb == "correct":
        return _clerical(run, asked, model)
    if asked.verb == "amend":
        data = _stated(asked, BASIS_OF_REMEDY["self_correction"][0].cite) | _considered(run, asked)
        return Offered(DECISION_CORRECTED.id, data | {"values": _values(asked, model)})
    return _annulment(run, asked) if asked.verb == "reopen" else _settlement(asked)


def _clerical(run: Invocation, asked: Asked, model: type[Payload] | None) -> Offered:
    given = asked.given
    where = "decision" if given["in_decision"] else "record"
    effective_on = given["effective_on"]
    data = _stated(asked, BASIS_OF_CLERICAL[where][0].cite) | {
        "values": _values(asked, model),
        "effective_on": None if effective_on is None else parse_day(effective_on, "--effective-on").isoformat(),
        "error_in": where,
        "taken_up_on": _taken_up_on(asked),
        "heard": given["heard"],
        "unreasonable_for": _codes(run, given["unreasonable_for"]),
        "caused_by": _codes(run, given["caused_by"]),
    }
    return Offered(CLERICAL_ERROR_CORRECTED.id, data, given["by"])


def _annulment(run: Invocation, asked: Asked) -> Offered:
    given = asked.given
    court = None if given["court"] is None else run.wiring.directory.resolve(given["court"]).code
    data = _stated(asked, BASIS_OF_REMEDY[given["remedy"]][0].cite) | _considered(run, asked)
    data |= {"remedy": given["remedy"], "court": court, "referred_back": given["referred_back"]}
    return Offered(ACT_ANNULLED.id, data, COURT.id if given["remedy"].endswith("appeal") else AUTHORITY.id)


def _settlement(asked: Asked) -> Offered:
    given = asked.given
    data = {
        "version": asked.version,
        "case": None if given["other"] is None else written(given["other"]),
        "outcome": given["outcome"],
        "reason": given["reason"],
        "section": given["section"] or BASIS_OF_CLERICAL["record"][0].cite,
    }
    return Offered(INCIDENT_SETTLED.id, data)


def _stated(asked: Asked, section: str) -> dict[str, Any]:
    given = asked.given
    return {
        "supersedes": asked.version,
        "reason": given["reason"],
        "section": given["section"] or section,
        "second_person": given["second_person"],
    }


def _considered(run: Invocation, asked: Asked) -> dict[str, Any]:
    given = asked.given
    return {
        "taken_up_on": _taken_up_on(asked),
        "ground": given["ground"],
        "detriment_of": _codes(run, given["detriment_of"]),
        "consented": _codes(run, given["consented"]),
        "error_obvious": given["error_obvious"],
        "caused_by": _codes(run, given["caused_by"]),
    }


def _values(asked: Asked, model: type[Payload] | None) -> dict[str, Any]:
    given = asked.given
    return payload_data(model, given["sets"], given["json_path"]) | dict.fromkeys(given["unsets"])


def _taken_up_on(asked: Asked) -> str | None:
    stated = asked.given["taken_up_on"]
    return None if stated is None else parse_day(stated, "--taken-up-on").isoformat()


def _codes(run: Invocation, references: Sequence[str]) -> list[str]:
    return [str(subject_code(run.wiring, one)) for one in references]


def correct_event(run: Invocation, asked: Asked) -> None:
    """Records a correction or the settling of an incident, and prints what became of it.

    Raises:
        NotFound: there is no such case, or nobody is known by a reference.
        Refused: a condition is unmet; the error names the next command.
    """
    _ensure_filled_in(asked)
    on = parse_day(asked.given["on"] or run.wiring.clock.today().isoformat(), "--on")
    case_id = written(asked.case_id)
    with run.record(write=True) as record:
        table, case = load(record, case_id)
        target = target_of(table, case, asked.version)
        offered = _offered(run, asked, _model(table, target))
        if "second_person" in offered.data:
            # While rights are off nobody asks who may be it; an erased person has no right any more.
            rights_off = record.grants.enabled() is None
            second = reference_of(run, record, offered.data["second_person"], erased=rights_off)
            offered.data["second_person"] = second
        act = Act(
            fact=offered.fact,
            on=on,
            data=offered.data,
            role=offered.role,
            documents=documents(asked.given.get("docs", ()), _rules(offered.fact)),
        )
        move = next(one for one in table.shared if one.fact.id == offered.fact)
        if offered.fact in (DECISION_CORRECTED.id, ACT_ANNULLED.id):
            ensure_covered(run, record, [Step(case_id, act)], asked.given["command_id"])
            run.confirm(run.words("case.confirm", label=move.fact.label, where=case_id))
        try:
            recorded = record.registrar.advance(case_id, act, run.request(asked.given["command_id"]))
        except InputRejected as error:
            if error.code == "data-invalid":
                _explain(error, table, target, offered)
            raise
        except NotFound:
            raise
        except Refused as error:
            error.missing = in_order(error.missing)
            error.try_next = _next_command(run, asked, table, case, error.missing) or error.try_next
            raise
    run.log("recorded", case=case_id, version=recorded.case.version, replayed=recorded.replayed)
    shape = correction_shape(run, case, recorded)
    run.out.thing(shape, lambda page: correction_page(run, case, recorded, shape, page))


def _ensure_filled_in(asked: Asked) -> None:
    """Makes sure that no placeholder of a proposed command is recorded as a reason or as a person."""
    for name in ("reason", "section", "second_person"):
        stated = asked.given.get(name)
        if stated in PLACEHOLDERS:
            option = f"--{name.replace('_', '-')}"
            raise InputRejected(
                "placeholder-left",
                f"{option} {stated} is a placeholder of the proposed command; put the real one in its place.",
                details={"option": option, "given": stated, "placeholder": stated},
            )


def _model(table: Table, target: Target | None) -> type[Payload] | None:
    """Gives the shape of the data of the act that is corrected, by which its values are read."""
    if target is None:
        return None
    fact = table.version(target.root.declaration).fact_of(target.root.type)
    return fact.payload if fact else None


def _rules(fact: str) -> Sequence[Any]:
    return (ANNULLING_DECISION,) if fact == ACT_ANNULLED.id else ()


def _explain(error: InputRejected, table: Table, target: Target | None, offered: Offered) -> None:
    """Says what is wrong with a corrected value in our words; what else was stated is read by its own shape."""
    model = _model(table, target)
    if model is not None and target is not None and target.reading is not None and "values" in offered.data:
        in_our_words(error, model, {**target.reading.data, **offered.data["values"]})


def _to_the_end(run: Invocation, table: Table, case: Case) -> str:
    """Gives the command of the act that ends a case from where it stands; where several do, the one that lists them."""
    ends = [
        (move.fact.id, move.target.void)
        for (state, _), moves in table.moves.items()
        for move in moves
        if state == case.state and move.target is not None and move.target.final and move.kind is not Kind.CLOCK
    ]
    facts = {fact for fact, void in ends if void} or {fact for fact, _ in ends}
    if len(facts) == 1:
        return run.command("case", "advance", case.case_id, facts.pop(), "--on", DATE)
    return run.command("case", "next", case.case_id)


def _day_meant(run: Invocation, asked: Asked, code: str, option: str) -> str:
    """Gives which day a refusal is about: that of the correction, or the corrected one where that is further out."""
    corrected = asked.given.get("effective_on")
    if corrected is None or code not in _OF_A_DAY:
        return option
    own = parse_day(asked.given["on"] or run.wiring.clock.today().isoformat(), "--on")
    day = parse_day(corrected, "--effective-on")
    return "--effective-on" if (day > own if code == "in-the-future" else day < own) else option


def _next_command(run: Invocation, asked: Asked, table: Table, case: Case, missing: Sequence[Missing]) -> str | None:
    codes = [one.code for one in missing]
    if "not_the_opening" in codes:
        return _to_the_end(run, table, case)
    if "not_superseded" in codes:
        newest = case.superseded[asked.version]
        while newest in case.superseded:
            newest = case.superseded[newest]
        return run.command(*Asked(asked.verb, asked.case_id, newest, asked.given).words())
    if "superseded_known" in codes or "act_in_being" in codes:
        return run.command("case", "history", case.case_id)
    if "incident_listed" in codes:
        return run.command("case", "show", case.case_id)
    words = asked.words()
    meant = {code: (_day_meant(run, asked, code, option), value) for code, (option, value) in _OF_AN_OPTION.items()}
    for option, placeholder in (meant[code] for code in codes if code in meant):
        if option in words and option not in _REPEATED:
            words[words.index(option) + 1] = placeholder
        else:
            words += [option, placeholder]
    return run.command(*words) if words != asked.words() else None
