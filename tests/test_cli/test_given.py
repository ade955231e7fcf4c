"""Data from outside: strict JSON within caps, and documents as a person writes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.case.given import DEEPEST, LARGEST_BYTES, documents, parse_json, payload_data, read_json
from engine.declaration import DocumentRule
from engine.envelope import DocumentRef
from engine.errors import InputRejected
from engine.law import Label

RULES = (
    DocumentRule("report", Label("raportti", "rapport", "report"), ()),
    DocumentRule("minutes", Label("pöytäkirja", "protokoll", "minutes"), ()),
)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1.5}',
        '{"a": 1e3}',
        '{"a": NaN}',
        '{"a": -Infinity}',
        '{"a": 1, "a": 2}',
        '{"a": {"b": 1, "b": 2}}',
        '{"a": "\\ud800"}',
        '{"a": ' + "9" * 40 + "}",
        "{",
        "",
        '{"a": 1} extra',
        "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
        "[" * 100_000,
    ],
    ids=lambda text: text[:20],
)
def test_json_with_no_one_meaning_is_refused(text: str) -> None:
    """Floats, NaN, keys twice, half characters, endless numbers and bottomless nesting are refused, never crash."""
    with pytest.raises(InputRejected) as refused:
        parse_json(text, "made-up input")
    assert refused.value.code == "json-invalid"


def test_json_within_its_depth_is_taken() -> None:
    """Sixty-four levels are read; brackets inside text do not count."""
    assert parse_json("[" * DEEPEST + "]" * DEEPEST, "made-up input")
    assert parse_json('["' + "[" * 500 + '"]', "made-up input") == ["[" * 500]


def outcome_of(text: str) -> str:
    try:
        parse_json(text, "made-up input")
    except InputRejected as refused:
        return refused.code
    return "taken"


@given(st.binary(max_size=300) | st.text(alphabet='{}[]",:0123456789.eE-\\ truefalsn', max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Whatever stands in a file, it is data or a refusal, and nothing else."""
    assert outcome_of(content.decode("utf-8", "replace")) in ("taken", "json-invalid")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"[1, 2]", "json-invalid"),
        (b"\xff\xfe", "json-invalid"),
        (b'{"a": "' + b"x" * LARGEST_BYTES + b'"}', "input-too-large"),
    ],
    ids=["no object", "no UTF-8", "too large"],
)
def test_a_file_is_an_object_in_utf_8_of_a_sane_size(content: bytes, code: str, folder: Path) -> None:
    """What is no object, no UTF-8 or too large is refused by name."""
    (folder / "data.json").write_bytes(content)
    with pytest.raises(InputRejected) as refused:
        read_json("data.json")
    assert (refused.value.code, "data.json" in refused.value.message) == (code, True)


@pytest.mark.parametrize("path", ["missing.json", "."])
def test_a_file_that_cannot_be_read_is_named(path: str, folder: Path) -> None:
    """A missing file or a folder is refused with the system's reason."""
    with pytest.raises(InputRejected) as refused:
        read_json(path)
    assert refused.value.code == "file-unreadable"


@pytest.mark.parametrize(
    ("stated", "document"),
    [
        ("report=VM/1/2026", DocumentRef(kind="report", diary_number="VM/1/2026")),
        (
            "report=VM/1/2026;Made-up; title",
            DocumentRef(kind="report", diary_number="VM/1/2026", title="Made-up; title"),
        ),
        ("report=;Only a title", DocumentRef(kind="report", title="Only a title")),
        ("report=https://example.org/?a=b;c", DocumentRef(kind="report", source="https://example.org/?a=b;c")),
        ("https://example.org/?a=b", DocumentRef(kind="report", source="https://example.org/?a=b")),
        ("VM/1/2026", DocumentRef(kind="report", diary_number="VM/1/2026")),
        ("other=VM/1/2026", DocumentRef(kind="other", diary_number="VM/1/2026")),
    ],
)
def test_a_document_is_written_in_several_ways(stated: str, document: DocumentRef) -> None:
    """By diary number, by number and title, by address; without a kind it is the first that the act requires."""
    assert documents([stated], RULES) == (document,)


def test_documents_without_a_kind_fill_what_is_required_in_order() -> None:
    """What a named document gives is not given twice, and what nobody asks for is a document."""
    kinds = [one.kind for one in documents(["VM/2/2026", "report=VM/1/2026", "VM/3/2026"], RULES)]
    assert kinds == ["minutes", "report", "document"]


def test_text_stays_text_where_no_list_is_asked_for() -> None:
    """Without a known field the value is taken as it stands, commas and brackets included."""
    assert payload_data(None, ["name=a, [b] = c"], None) == {"name": "a, [b] = c"}
