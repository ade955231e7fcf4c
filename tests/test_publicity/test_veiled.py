"""Veiling an event, purely: which parts, until when, what stands in their place, and what is never touched."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from engine.assess import Act
from engine.envelope import DocumentRef, Envelope, RecordedBy, canonical, event_hash
from engine.errors import InputRejected
from engine.law import Label, Status
from engine.publicity import Ground, Part, Publicity, PublicityTable, SecretRule, less_public, secret_parts
from engine.request import Request, act_command
from engine.veiling import Veiled, hash_of, in_canonical_json, shown_bytes, veiled
from tests.test_engine.test_envelope import EVENT

SAYS = Label("salassa", "hemligt", "secret")
HARM = Ground(id="24.1 § 11", section="24 § 1 mom. 11 kohta", status=Status.STATUTE, about=SAYS, marker=SAYS)
SECURITY = replace(HARM, id="24.1 § 7")
DRAFT = replace(HARM, id="5.3 §")
RULE = SecretRule(
    procedure="library",
    facts=("lent",),
    field="items.price",
    publicity=Publicity.SECRET,
    ground=HARM,
    status=Status.UNSETTLED,
    why=SAYS,
    until=("returned",),
)
PLAN = replace(RULE, procedure="*", facts=(), field=None, document="security_plan", ground=SECURITY, until=())
TABLE = PublicityTable(grounds={HARM.id: HARM, SECURITY.id: SECURITY}, rules=(RULE, PLAN), internal=DRAFT)
LENT = {"items": [{"price": 7, "title": "a book"}, {"price": 9, "title": "another"}], "note": "as usual"}


def event(**changes: Any) -> Envelope:
    """An event of a library in which a book was lent."""
    usual = {"type": "library.lent", "declaration": "library@2030-01-01", "data": LENT, "documents": ()}
    return msgspec.structs.replace(EVENT, **{**usual, **changes})


def parts(of: Envelope, *history: Envelope, least: Publicity = Publicity.SECRET) -> tuple[Part, ...]:
    """The secret parts of an event in a case with that history."""
    return secret_parts(of, TABLE, lambda: (of, *history), least=least)


def shown(of: Envelope, *history: Envelope) -> Envelope:
    """The event as a reader without the right sees it."""
    return veiled(of, parts(of, *history), lambda ground: Veiled.on(ground.id, f"secret: {ground.id}"))


def test_a_field_in_a_list_is_veiled_and_the_rest_given() -> None:
    """Of each thing in the list the price is veiled, its title not (10 §)."""
    assert shown(event()).data == {
        "items": [
            {"price": "secret: 24.1 § 11", "title": "a book"},
            {"price": "secret: 24.1 § 11", "title": "another"},
        ],
        "note": "as usual",
    }


def test_a_rule_ends_with_the_fact_that_makes_public() -> None:
    """Once the book was returned the price is no secret any more, nor was it one then."""
    later = event(type="library.returned", data={})
    assert shown(event(), later) == event()


def test_a_document_is_veiled_by_its_kind() -> None:
    """Its kind stays; its title, number, hash and address do not."""
    plan = DocumentRef(kind="security_plan", title="made-up", diary_number="1/2030", sha256="00", source="https://x")
    letter = DocumentRef(kind="letter", title="made-up")
    mark = "secret: 24.1 § 7"
    assert shown(event(documents=(letter, plan), type="library.wrote")).documents == (
        letter,
        DocumentRef(kind="security_plan", title=mark, diary_number=mark, sha256=mark, source=mark),
    )


def test_a_document_is_veiled_by_what_its_recorder_said() -> None:
    """The ground is the one that was recorded with it."""
    letter = DocumentRef(kind="letter", title="made-up", publicity="secret", ground="24.1 § 7")
    assert parts(event(documents=(letter,), type="library.wrote")) == (Part("documents.0", SECURITY),)


def test_a_secret_event_is_veiled_whole() -> None:
    """Numbers, lists and what stands further in are veiled; declared names stay, and so does nothing at all."""
    whole = shown(
        event(publicity="secret", secrecy_ground="24.1 § 7", data={"a": 1, "b": [1, 2], "c": {"x": 1}, "d": None})
    )
    mark = "secret: 24.1 § 7"
    assert whole.data == {"a": mark, "b": [mark], "c": mark, "d": None}
    assert whole.command_hash == mark
    assert whole.salt is None


def test_a_correction_is_veiled_as_what_it_corrects() -> None:
    """The corrected values, how the act reads since, and the reason are veiled; what leads to the act is not."""
    reading = {"effective_on": "2030-01-02", "schema": 1, "data": LENT}
    said = {"supersedes": 1, "of": 1, "values": {"items": LENT["items"]}, "reading": reading, "reason": "price was 8"}
    act = msgspec.structs.replace(event(), version=1)
    correction = event(type="case.clerical_error_corrected", version=2, data=said)
    found = veiled(
        correction,
        secret_parts(correction, TABLE, lambda: (act, correction)),
        lambda ground: Veiled.on(ground.id, "veiled"),
    )
    hidden = [{"price": "veiled", "title": "a book"}, {"price": "veiled", "title": "another"}]
    assert found.data == {
        "supersedes": 1,
        "of": 1,
        "values": {"items": hidden},
        "reading": {"effective_on": "2030-01-02", "schema": 1, "data": {"items": hidden, "note": "as usual"}},
        "reason": "veiled",
    }


def test_internal_is_kept_from_whoever_sees_only_what_is_public() -> None:
    """A draft is no secret, but it is nobody's document yet."""
    draft = event(publicity="internal", type="library.drafted")
    assert parts(draft) == ()
    assert parts(draft, least=Publicity.INTERNAL) == (Part("*", DRAFT),)


def test_the_hash_stays_that_of_the_record() -> None:
    """A veiled event has no bytes, and its hash is that of the recorded one."""
    recorded = event()
    assert hash_of(shown(recorded)) == hash_of(recorded) == event_hash(canonical(recorded))
    with pytest.raises(TypeError):
        canonical(shown(recorded))


def test_json_has_null_and_the_ground_beside_it() -> None:
    """What programs read tells apart a value that is not there and one that is not shown."""
    told = json.loads(in_canonical_json(shown(event()).data))
    assert told["items"][0] == {
        "price": None,
        "title": "a book",
        "veiled": [{"field": "price", "ground": "24.1 § 11"}],
    }
    assert json.loads(shown_bytes(shown(event())))["data"] == told
    assert shown_bytes(event()) == canonical(event())


@pytest.mark.parametrize(
    ("stated", "declared", "recorded"),
    [
        (None, "internal", "internal"),
        ("secret", "public", "secret"),
        ("secret", "internal", "secret"),
        ("public", "internal", "internal"),
    ],
)
def test_the_less_public_class_counts(stated: str | None, declared: str, recorded: str) -> None:
    """A recorder makes an act less public, never more."""
    assert less_public(stated, declared) == recorded


def test_a_class_that_nobody_knows_is_refused() -> None:
    """What is written otherwise is not taken for public."""
    with pytest.raises(InputRejected, match="no class of publicity"):
        less_public("hush", "public")


def test_secrecy_without_a_ground_is_refused_before_anything_is_recorded() -> None:
    """What is secret is secret on a ground of the law (24 §)."""
    request = Request(command_id="made-up", recorded_by=RecordedBy(person="made-up", identity="asserted:os-user"))
    act = Act(fact="lent", on=date(2030, 1, 2), data={}, publicity="secret")
    with pytest.raises(InputRejected) as refused:
        act_command("advance", "case", act, request)
    assert refused.value.code == "ground-lacking"


def test_a_command_of_before_keeps_its_fingerprint() -> None:
    """An act of which no class was stated is the same command as before there were classes to state."""
    request = Request(command_id="made-up", recorded_by=RecordedBy(person="made-up", identity="asserted:os-user"))
    plain = act_command("advance", "case", Act(fact="lent", on=date(2030, 1, 2), data={}), request)
    secret = Act(fact="lent", on=date(2030, 1, 2), data={}, publicity="secret", secrecy_ground="24.1 § 7")
    assert plain.command_hash == event_hash(
        canonical(
            {
                "verb": "advance",
                "about": "case",
                "fact": "lent",
                "on": date(2030, 1, 2),
                "data": {},
                "role": None,
                "documents": (),
                "precision": "exact",
                "unreported": (),
                "opening": None,
            }
        )
    )
    assert act_command("advance", "case", secret, request).command_hash != plain.command_hash
