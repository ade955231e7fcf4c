"""Names in the place of references, in what a denial tells the person who was denied."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from engine.errors import NotAuthorised, OhjausError
from engine.law import Label


@contextmanager
def names_told(name_of: Callable[[str], str | None]) -> Iterator[None]:
    """Puts the names of the persons that a denial's sentences speak of into them.

    What the security log takes over of a denial stays as the log holds it.
    """
    try:
        yield
    except NotAuthorised as error:
        tell_names(error, name_of)
        raise


def tell_names(error: OhjausError, name_of: Callable[[str], str | None]) -> None:
    """Puts names into the sentences of a denial, whichever way it came; once more does nothing."""
    persons = error.details.get("persons")
    for person in persons if isinstance(persons, tuple) else ():
        name = name_of(person)
        if name is not None and name != person:
            error.message = error.message.replace(person, name)
            error.details = _named(error.details, person, name)


def _named(details: Mapping[str, object], person: str, name: str) -> Mapping[str, object]:
    return {
        key: Label(*(value.text(language).replace(person, name) for language in ("fi", "sv", "en")))
        if isinstance(value, Label)
        else value
        for key, value in details.items()
    }
