"""What is wrong with data that was handed in, said in our words in three languages instead of the reader's English.

The rules and the key figures refuse data with the sentences of the library that read it. Here the same data is read
again for what exactly was wrong with it, so that a person reads the field as it was typed, what was given, and what
would do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from cli.case.field_types import list_of, plain_type
from cli.messages import Words
from engine.errors import InputRejected
from engine.law import Label, Language

MOST_NAMED = 8
"""How many problems one message names."""
_LONGEST_SHOWN = 40
_NEAREST = re.compile(r"Did you mean (.+)\?$")
"""How a catalogue, and the directory of actors, names what was probably meant."""

Path = tuple[int | str, ...]
Spell = Callable[[Path], str]

_KEYS = {
    "missing": "missing",
    "string_too_long": "text_too_long",
    "too_long": "too_many",
    "too_short": "too_few",
    "literal_error": "not_one_of",
    "enum": "not_one_of",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
    "string_pattern_mismatch": "no_such_form",
}
"""The text for a type of problem; for the others its first word decides."""
_KINDS = {
    "int": "no_integer",
    "bool": "no_boolean",
    "date": "no_date",
    "string": "no_text",
    "list": "no_list",
    "tuple": "no_list",
    "set": "no_list",
    "model": "no_object",
    "dict": "no_object",
}
_SAID = {
    "write a day as": "no_date",
    "a year is": "no_integer",
    "an amount is": "no_amount",
    "is a whole number of cents": "no_cents",
    "is given twice": "twice",
    "name one of": "not_just_one",
}
"""Our own sentences about a value, by a part that tells them apart."""


def in_our_words(
    error: InputRejected,
    model: type[Any],
    data: Mapping[str, Any],
    *,
    names: Sequence[str] | None = None,
    spell: Spell | None = None,
) -> None:
    """Puts what is wrong with `data` into an error's details, in three languages; leaves it as it is if nothing is.

    Where a name is unknown, `fields` holds the known ones: `names`, or the model's fields. `spell` gives the name of a
    field as it is typed, where that is not its path.
    """
    from pydantic import ValidationError

    try:
        model.model_validate(dict(data))
    except ValidationError as wrong:
        found = wrong.errors(include_url=False)
    else:
        return
    # What is only missing is no fault of the shape: the rules list it among the conditions.
    told = [one for one in found if one["type"] != "missing" or len(one["loc"]) > 1]
    # A list whose one value was refused is counted as empty as well.
    told = [one for one in told if one["type"] != "too_short" or not any(_is_inside(other, one) for other in told)]
    labels = [_Problem(model, one, spell or spelled) for one in told]
    known = (model.model_fields if names is None else names) if any(one.is_unknown for one in labels) else ()
    said = Label(*(_joined(labels, language) for language in ("fi", "sv", "en")))
    error.details = {**error.details, "problems": said, "fields": tuple(known)}


def spelled(path: Path) -> str:
    """Gives the path of a field as JSON people write it: `members[0].count`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _is_inside(problem: Any, whole: Any) -> bool:  # noqa: ANN401 - dicts of the library
    within, around = problem["loc"], whole["loc"]
    return len(within) > len(around) and within[: len(around)] == around


class _Problem:
    """One problem, ready to be said in a language."""

    def __init__(self, model: type[Any], found: Any, spell: Spell) -> None:  # noqa: ANN401 - a dict of the library
        self._kind = str(found["type"])
        self._given = found.get("input")
        self._context: Mapping[str, Any] = found.get("ctx") or {}
        self._said = str(found["msg"]).removeprefix("Value error, ")
        path: Path = tuple(step for step in found["loc"] if step != "[key]")
        # A value that is shown need not be counted out as well.
        whole = path[:-1] if path and isinstance(path[-1], int) and isinstance(self._given, str | int) else path
        self._field = spell(whole)
        self._near = tuple(spell((*path[:-1], name)) for name in _nearest(model, path))
        if not self.is_unknown:
            # Of a value, a catalogue says which of its own are near; names of fields have nothing to do with it.
            meant = _NEAREST.search(self._said)
            self._near = (meant[1],) if meant else ()

    @property
    def is_unknown(self) -> bool:
        """True when there is no field of that name."""
        return self._kind == "extra_forbidden"

    def say(self, words: Words) -> str:
        """Gives the problem in the language of the words."""
        return words(
            f"problem.{self._key()}",
            field=self._field or words("problem.whole"),
            given=_shown(self._given),
            near=self._near,
            choices=str(self._context.get("expected", "")).replace("'", "").replace(" or ", ", "),
            least=self._context.get("ge", self._context.get("min_length", "")),
            most=self._context.get("le", self._context.get("max_length", "")),
            form=self._context.get("pattern", ""),
        )

    def _key(self) -> str:
        match self._kind:
            case "extra_forbidden":
                return "unknown_near" if self._near else "unknown"
            case "string_too_short":
                return "empty" if self._context.get("min_length") == 1 else "text_too_short"
            case "value_error":
                usual = "no_such_value_near" if self._near else "no_such_value"
                return next((key for part, key in _SAID.items() if part in self._said), usual)
            case kind if kind in _KEYS:
                return _KEYS[kind]
        return _KINDS.get(self._kind.partition("_")[0], "other")


def _joined(problems: Sequence[_Problem], language: Language) -> str:
    words = Words(language)
    said = [one.say(words) for one in problems[:MOST_NAMED]]
    if len(problems) > MOST_NAMED:
        said.append(words("problem.further", count=len(problems) - MOST_NAMED))
    return "; ".join(said)


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _nearest(model: type[Any], path: Path) -> Iterator[str]:
    """Yields the fields beside an unknown one that are spelled most like it."""
    if path and isinstance(path[-1], str):
        known = _fields_at(model, path[:-1])
        yield from get_close_matches(path[-1], known, n=2, cutoff=0.5)


def _fields_at(annotation: object, path: Path) -> tuple[str, ...]:
    """Gives the names of the fields that a type knows at a path."""
    plain = plain_type(annotation)
    fields = getattr(plain, "model_fields", None)
    if not path:
        return tuple(fields or ())
    if fields is not None:
        return _fields_at(fields[path[0]].annotation, path[1:]) if path[0] in fields else ()
    inside = list_of(plain) or (get_args(plain)[1] if len(get_args(plain)) > 1 else None)
    return _fields_at(inside, path[1:]) if inside is not None else ()
