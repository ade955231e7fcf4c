"""Depth is bounded without recursion, and in a time that grows with the text alone."""

from __future__ import annotations

import pytest

from engine.nesting import DEEPEST, has_longer_key, is_deeper


def nested(levels: int) -> object:
    """Lists and objects by turns inside each other."""
    found: object = 1
    for level in range(levels):
        found = [found] if level % 2 else {"a": found, "b": 2}
    return found


@pytest.mark.parametrize(("levels", "deeper"), [(0, False), (1, False), (DEEPEST, False), (DEEPEST + 1, True)])
def test_the_bound_is_exact(levels: int, deeper: bool) -> None:
    """So many levels are taken, and one more is not."""
    assert is_deeper(nested(levels)) is deeper


def test_no_depth_exhausts_the_stack() -> None:
    """A hundred thousand levels are refused like sixty-five."""
    assert is_deeper(nested(100_000))


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        ("a" + ".b" * DEEPEST + " = 1", True),
        ("a" + ".b" * (DEEPEST - 1) + " = 1", False),
        ("['a'" + ' . "b c"' * DEEPEST + "]", True),
        ("on = 2025-06-17\nwhat = 'One. Two. Three.'\n" * 1000, False),
        ("x" * 5_000_000, False),
        ("'" * 1_000_001, False),
        ("a." * 60 + "\n" * 1_000, False),
    ],
)
def test_a_key_of_too_many_parts_is_seen_before_it_is_read(text: str, longer: bool) -> None:
    """Dotted keys count, plain and quoted; ordinary text and long words do not."""
    assert has_longer_key(text) is longer
