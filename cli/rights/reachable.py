"""Whether anybody who is named as a first administrator can be somebody on this log, before rights shut it for good.

Rights are never turned off again: terms under which no administrator can be established leave a log on which nobody
gives a right any more. A login of a server exists on a server only, a subject of an issuer only where the issuer is
named, and the word of an operating system counts only where no proof is demanded.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import InputRejected

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.identity.issuer import Issuer
    from cli.wiring import Record


def ensure_reachable(
    run: Invocation, record: Record, stated: Sequence[str], *, authenticated: bool, issuers: Sequence[Issuer]
) -> None:
    """Makes sure that one administrator at least can be established; says which of them cannot.

    Raises:
        InputRejected: `administrators-unreachable`.
    """
    named = stated or (run.identified.person,)
    here = isinstance(record.path, Path)
    out = [
        one
        for one in named
        if one.strip() and not _can_come(_text(record, one), here=here, authenticated=authenticated, issuers=issuers)
    ]
    if not out:
        _doubt_logins(run, [_text(record, one) for one in named])
        return
    names = ", ".join(out)
    if len(out) < len(named):
        run.out.hint(run.words("rights.administrator_unreachable", names=names))
        return
    raise InputRejected(
        "administrators-unreachable",
        f"On these terms nobody could be {names}, and the log would be locked for ever.",
        basis=("906/2019 16 §",),
        try_next="ohjaus identity show",
        details={"names": names},
    )


def _doubt_logins(run: Invocation, texts: Sequence[str]) -> None:
    """Says where all administrators are logins that this server may not vouch for, as it did not for the one at hand.

    For which logins it asks for proof stands in its `pg_hba.conf`, which a login cannot read; so it is no refusal.
    """
    from cli.frame.identity import BY_DATABASE

    if all(text.startswith("db:") for text in texts) and run.identified.identity != BY_DATABASE:
        run.out.hint(run.words("rights.logins_unproven", names=", ".join(texts)))


def _can_come(text: str, *, here: bool, authenticated: bool, issuers: Sequence[Issuer]) -> bool:
    if text.startswith("oidc:"):
        return any(text.casefold().startswith(issuer.person("").casefold()) for issuer in issuers)
    if text.startswith("db:"):
        return not here
    return not authenticated


def _text(record: Record, stated: str) -> str:
    """Gives the text by which somebody is identified, where a reference or a name from the key store was typed."""
    persons = record.wiring.persons
    if not persons.protected:
        return stated.strip()
    with persons.register() as register:
        reference = register.typed(stated)
        found = None if reference is None else register.find(reference)
    return stated.strip() if found is None else found.about.person
