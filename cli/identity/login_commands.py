"""`identity login` and `identity logout`: a login at an issuer of OpenID Connect, approved in a browser."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from cli.frame.command import option
from cli.identity.noun import identity
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.identity.device import Asked
    from cli.identity.issuer import Issuer
    from cli.screen.page import Page

_ISSUER = option(
    "--issuer",
    metavar="URL",
    about=Label(
        "kirjautumispalvelun osoite, täsmälleen kuten se itse sen sanoo",
        "inloggningstjänstens adress, exakt som den själv uppger den",
        "the login service's address, exactly as it states it itself",
    ),
)
_CLIENT = option(
    "--client-id",
    metavar="ID",
    about=Label(
        "tunnus, jonka kirjautumispalvelu on antanut tälle ohjelmalle",
        "det id som inloggningstjänsten har gett programmet",
        "the id that the login service has given to this program",
    ),
)


@identity.verb(
    "login",
    about=Label(
        "Kirjautuu: näyttää osoitteen ja koodin, joilla hyväksyt selaimessa, ja odottaa.",
        "Loggar in: visar en adress och en kod som du godkänner i en webbläsare, och väntar.",
        "Logs in: shows an address and a code that you approve in a browser, and waits.",
    ),
    more=Label(
        "Kirjautuminen kestää niin kauan kuin palvelu sanoo, enintään kahdeksan tuntia. Jos lokin pääkäyttäjät ovat "
        "nimenneet kirjautumispalvelut, vain ne kelpaavat; muuten osoite ja tunnus tulevat valitsimista tai "
        "asetuksista identity.issuer ja identity.client_id.",
        "Inloggningen varar så länge som tjänsten säger, högst åtta timmar. Har loggens administratörer angett "
        "inloggningstjänster duger bara de; annars kommer adress och id ur alternativen eller inställningarna "
        "identity.issuer och identity.client_id.",
        "A login lasts as long as the service says, eight hours at most. Where the administrators of the log have "
        "named login services, only those count; elsewhere address and id come from the options or from the settings "
        "identity.issuer and identity.client_id.",
    ),
    examples=("$ ohjaus identity login --issuer https://id.example.org/realm --client-id ohjaus --dry-run",),
    writes=True,
)
@_ISSUER
@_CLIENT
def login(run: Invocation, *, issuer: str | None, client_id: str | None) -> None:
    """Logs in."""
    from cli.identity.token_file import token_file

    chosen = _chosen(run, issuer, client_id)
    data: dict[str, Any] = {
        "person": None,
        "identity": None,
        "until": None,
        "issuer": chosen.url,
        "client_id": chosen.client_id,
        "file": str(token_file(chosen)),
        "rehearsed": run.dry_run,
    }
    if not run.dry_run:
        data |= _logged_in(run, chosen)

    def page(filled: Page) -> None:
        words = run.words
        if run.dry_run:
            filled.title(words("identity.would_log_in", issuer=chosen.url))
        else:
            filled.title(words("identity.logged_in", person=data["person"]))
            filled.field(words("identity.until"), data["until"])
        filled.field(words("identity.file"), data["file"])
        filled.then(run.command("identity", "show"), run.command("identity", "logout"))

    run.out.thing(data, page)


@identity.verb(
    "logout",
    about=Label(
        "Poistaa kirjautumisen tältä koneelta.",
        "Tar bort inloggningen från den här datorn.",
        "Deletes the login from this machine.",
    ),
    more=Label(
        "Selaimen istunto kirjautumispalvelussa päätetään selaimessa.",
        "Webbläsarens session hos inloggningstjänsten avslutas i webbläsaren.",
        "The browser's session at the login service is ended in the browser.",
    ),
    examples=("$ ohjaus identity logout", "$ ohjaus identity logout --dry-run"),
    writes=True,
)
def logout(run: Invocation) -> None:
    """Deletes every login that is kept."""
    from cli.identity.token_file import forget, token_files

    found = token_files()
    deleted = [str(path) for path in found if run.dry_run or forget(path)]
    data = {"deleted": deleted, "rehearsed": run.dry_run}

    def page(filled: Page) -> None:
        key = (
            "identity.nothing_to_delete" if not deleted else "identity.would_log_out" if run.dry_run else "identity.out"
        )
        filled.title(run.words(key))
        for path in deleted:
            filled.item(path)
        filled.then(run.command("identity", "show"))

    run.out.thing(data, page)


def _chosen(run: Invocation, url: str | None, client_id: str | None) -> Issuer:
    """Gives the issuer to log in at, by what the log names where there is a log that names any."""
    from contextlib import ExitStack

    from cli.identity.trusted import issuer_to_ask
    from engine.errors import OhjausError

    enabled = None
    with ExitStack() as stack:
        try:
            enabled = stack.enter_context(run.record()).grants.enabled()
        except OhjausError:  # a login needs no log; which one counts is looked at again when something is recorded
            enabled = None
    return issuer_to_ask(run.settings, enabled, url=url, client_id=client_id)


def _logged_in(run: Invocation, issuer: Issuer) -> dict[str, Any]:
    import secrets

    from cli.frame.clocks import SystemClock
    from cli.frame.identity import BY_OIDC
    from cli.identity.device import begin, wait
    from cli.identity.id_token import ensure_installed, verified
    from cli.identity.issuer import Keys, discover
    from cli.identity.token_file import write_token

    ensure_installed()
    endpoints, nonce, clock = discover(issuer), secrets.token_urlsafe(24), SystemClock()
    keys = Keys(issuer, endpoints)
    keys.of(None)
    asked = begin(issuer, endpoints, nonce=nonce)
    _show(run, asked)
    token = wait(issuer, endpoints, asked)
    claims = verified(token, issuer, keys, now=clock.now(), nonce=nonce)
    write_token(issuer, token)
    run.log("logged in", identity=BY_OIDC, until=claims.until.isoformat())
    return {"person": issuer.person(claims.subject), "identity": BY_OIDC, "until": claims.until.isoformat()}


def _show(run: Invocation, asked: Asked) -> None:
    """Says on standard error what the person is to do now; the answer proper comes when it is done."""
    from cli.screen.safe_text import safe

    words = run.words
    minutes = max(1, int(asked.expires_seconds // 60))
    for line in (
        words("identity.open", link=asked.link),
        words("identity.enter", code=asked.user_code, minutes=minutes),
        *((words("identity.or_open", link=asked.whole_link),) if asked.whole_link else ()),
        words("identity.beware"),
    ):
        sys.stderr.write(safe(line) + "\n")
    sys.stderr.flush()
