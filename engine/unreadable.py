"""Where a text in JSON or TOML cannot be read, said in three languages: their readers speak English only.

Example:
    >>> where_unreadable(ValueError("Expected '=' after a key (at line 2, column 5)")).fi
    'rivi 2, merkki 5'
"""

from __future__ import annotations

import re

from engine.law import Label

_PLACE = re.compile(r"line (\d+),? column (\d+)")


def where_unreadable(error: Exception) -> Label:
    """Gives the place at which a reader stopped, where it says one; in English its own words."""
    said = str(error)
    place = _PLACE.search(said)
    if place:
        return Label(f"rivi {place[1]}, merkki {place[2]}", f"rad {place[1]}, tecken {place[2]}", said)
    if "end of document" in said:
        return Label("se loppuu kesken", "den tar slut för tidigt", said)
    if isinstance(error, UnicodeError):
        return Label("se ei ole UTF-8-tekstiä", "det är ingen UTF-8-text", "it is no UTF-8 text")
    return Label("sitä ei voi lukea", "det går inte att läsa", said)
