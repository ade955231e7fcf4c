"""Where a log stands on a server: an address as libpq takes it, of which nothing secret is ever shown.

A password belongs in a password file or a service file (PGPASSFILE, PGSERVICEFILE), which libpq reads by itself. One
that stands in the address is used and shown nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from engine.errors import InputRejected

SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
_MISTYPED = re.compile(r"postgres\w*(\+\w+)?:*/{1,2}[^/]*@", re.IGNORECASE)
_KEYWORDS = re.compile(r"(?:^|\s)(host|hostaddr|port|dbname|user|password)\s*=", re.IGNORECASE)
"""How libpq's other way of writing an address begins its parts."""
SECRET = frozenset(("password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key"))
"""What of an address is shown nowhere."""


@dataclass(frozen=True, slots=True)
class Server:
    """The address of a log on a server; as text it is without its secrets."""

    conninfo: str = field(repr=False)
    shown: str

    def __str__(self) -> str:
        return self.shown

    def absolute(self) -> Self:
        """Gives the address: it is the same from everywhere."""
        return self


def is_server(stated: object) -> bool:
    """Tells whether a database setting names a server rather than a file."""
    return str(stated).partition("://")[0].lower() in SCHEMES


def is_meant_for_server(stated: str) -> bool:
    """Tells whether a setting that is no address was meant to be one: it may hold a password, and is no file's name."""
    keywords = {found.lower() for found in _KEYWORDS.findall(stated)}
    return bool(_MISTYPED.match(stated)) or "password" in keywords or len(keywords) > 1


def parse_server(stated: str) -> Server:
    """Reads an address such as `postgresql://user@host/database`.

    Raises:
        InputRejected: `address-invalid`; the address is not told again, since it may hold a secret.

    Example:
        >>> str(parse_server("postgresql://kite:not-told@castle.example/kites?password=nor-this&sslmode=require"))
        'postgresql://kite@castle.example/kites?sslmode=require'
    """
    try:
        parts = urlsplit(stated)
        query = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError:
        raise address_invalid() from None
    if "@" in parts.path or "#" in stated:
        # A password with one of / and # in it, which is to be written %2F and %23: what follows would be shown.
        raise address_invalid()
    user, at, host = parts.netloc.rpartition("@")
    login = user.partition(":")[0]
    netloc = f"{login}{at}{host}" if login else host
    kept = urlencode([(name, value) for name, value in query if name.lower() not in SECRET])
    shown = f"postgresql://{netloc}{parts.path}{'?' if kept else ''}{kept}"
    conninfo = "postgresql" + stated[len(parts.scheme) :]
    return Server(conninfo, shown)


def address_invalid() -> InputRejected:
    """Gives the error of an address that cannot be read; it does not tell it."""
    return InputRejected(
        "address-invalid",
        "The address of the database server cannot be read; it is to be like postgresql://USER@HOST/DATABASE.",
        try_next="ohjaus --db postgresql://USER@HOST/DATABASE db check",
    )


def told(stated: str) -> str:
    """Gives a database setting as it may be shown: without what is secret in an address."""
    if not is_server(stated):
        scheme, mark, _ = stated.partition("://")
        foreign = mark and scheme.lower() != "sqlite"
        return f"{scheme}://…" if foreign else "…" if is_meant_for_server(stated) else stated
    try:
        return str(parse_server(stated))
    except InputRejected:
        return f"{stated.partition('://')[0]}://…"
