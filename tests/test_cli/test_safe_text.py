"""Nothing stored is obeyed by a terminal: what people read and what scripts read is made safe in one place."""

from __future__ import annotations

import json
import unicodedata
from xml.etree import ElementTree as ET

import msgspec  # noqa: F401 - so that it is loaded, as wherever a record is read
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cli.screen.safe_text import safe, safe_json, safe_xml
from cli.screen.values import spread_json

HOSTILE = "\x1b[2J\x1b]0;title\x07 \u202eeslaf\u202c \u2066x\u2069 \u200bzero \x9b31m \ufeff \u2028 \x00 \r\n\t"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Itä-Uusimaa, Åland § 122 – €", "Itä-Uusimaa, Åland § 122 – €"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        ("two\nlines\tand\r", "two\\nlines\\tand\\r"),
        ("\U000e0041", "\\U000e0041"),
        ("10\u00a0000", "10\u00a0000"),
        # Letters, marks and a sign to Unicode, and nothing to the eye.
        ("a\u3164b\u115f\u1160\uffa0", "a\\u3164b\\u115f\\u1160\\uffa0"),
        ("a\u034fb\u17b4\u180b\u2800", "a\\u034fb\\u17b4\\u180b\\u2800"),
        # An emoji stands there as its parts: its selector could as well follow a letter and hide there.
        ("\u2764\ufe0f\u200d\U0001f525", "\u2764\\ufe0f\\u200d\U0001f525"),
        ("a\ufe00b\U000e0100", "a\\ufe00b\\U000e0100"),
        ("\uac00\u1161\u0301 \u092e\u0939", "\uac00\u1161\u0301 \u092e\u0939"),
        (1234, "1234"),
    ],
)
def test_what_would_steer_a_terminal_is_shown(text: object, shown: str) -> None:
    """Control, escape, direction and invisible characters are written out; ordinary text stays as it is."""
    assert safe(text) == shown


def test_a_document_keeps_its_line_ends() -> None:
    """Only where lines are wanted does a line end stay one."""
    assert safe("one\ntwo\x1b", lines=True) == "one\ntwo\\x1b"


@given(st.text(max_size=200))
def test_no_text_leaves_a_control_character(text: str) -> None:
    """Whatever is stored, no character of the families Cc, Cf, Cs, Zl and Zp comes out."""
    families = {unicodedata.category(character) for character in safe(text)}
    assert families.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


@given(st.text(max_size=200))
def test_safe_json_means_the_same(text: str) -> None:
    """JSON is made safe by escapes alone: what a script reads is what was stored."""
    shown = safe_json(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(shown) == {"text": text}
    assert all(character.isprintable() or character in "\u00a0\u202f" for character in shown)


@pytest.mark.parametrize("sign", ["\u3164", "\u115f", "\u2800", "\ufe0f", "\U000e0100", "\x9b", "\x85", "\u202e"])
def test_json_and_xml_escape_what_nobody_sees(sign: str) -> None:
    """A program reads the same character; whoever looks at the file sees that it is there."""
    shown = safe_json(json.dumps(f"a{sign}b", ensure_ascii=False)), safe_xml(f"<x y='a{sign}b'/>")
    assert all(text.isascii() for text in shown)
    assert (json.loads(shown[0]), ET.fromstring(shown[1]).get("y")) == (f"a{sign}b", f"a{sign}b")  # noqa: S314


def test_a_hostile_text_comes_out_in_visible_characters() -> None:
    """All the tricks at once leave nothing that a terminal would obey."""
    assert safe(HOSTILE).isprintable()
    assert safe_json(json.dumps(HOSTILE, ensure_ascii=False)).isprintable()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
@example({"half a character": "\udc80", "none": {}, "empty": []})
def test_json_is_laid_out_as_python_lays_it_out(value: object) -> None:
    """On many lines it is to the letter what Python's own indenting by two spaces gives, whoever does it."""
    assert spread_json(value) == json.dumps(value, ensure_ascii=False, indent=2)
