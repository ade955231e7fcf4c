"""The file of the directory: read once, and not at all where it contradicts itself."""

from __future__ import annotations

import pytest

from engine.errors import Fault
from procedures.directory import Directory, directory
from procedures.directory.load import parse_actors, read_actors


def test_the_directory_is_read_once_and_the_same_each_time() -> None:
    """One cached value, and reading the file again gives an equal one."""
    assert directory() is directory()
    assert read_actors()[0] == directory().actors()
    assert Directory(*read_actors()).resolve("HUS") == directory().resolve("HUS")


SMALL = """
[sources]
known = 'statute: 1/2000 1 §'
[marks.county]
known = '{pieces}'
[county]
official_name = '{{}} hyvinvointialue | {{}} välfärdsområde | County of {{}}'
council = 'a | b | c'
executive = 'a | b | c'
council_term_from = 2025-06-01
rows = '''
{row}
'''
"""
EACH = "code slug name official_name languages area university_hospital council executive council_term_from"
ROW = "01 | keksitty | Keksitty | Påhittad | Imaginary | Keksityn | Påhittade | E-S | fi | no"


@pytest.mark.parametrize(
    ("pieces", "row", "message"),
    [
        (EACH.removesuffix(" council_term_from"), ROW, "01: pieces and sources do not match: council_term"),
        (EACH + " population", ROW, "01: pieces and sources do not match: population"),
        (EACH + " name.fi", ROW, "name.fi of county has two sources"),
        (EACH, ROW.removesuffix(" | no"), "A row needs 10 columns"),
        (EACH, ROW.replace("Påhittad |", "|"), "A row needs 10 columns"),
    ],
)
def test_a_file_that_contradicts_itself_is_not_read(pieces: str, row: str, message: str) -> None:
    """A piece without a source, with two, or a broken row stops the load."""
    text = "actor = []\noutside = []\n" + SMALL.format(pieces=pieces, row=row) + "[collaborative_area]\n"
    text += "official_name = '{} a | {} b | {} c'\nrows = ''\n"
    with pytest.raises(Fault, match=message):
        parse_actors(text)
