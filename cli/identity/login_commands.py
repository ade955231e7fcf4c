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
    from cli.identity.id_token import Claims
    from cli.identity.issuer import Issuer
    from cli.screen.page import Page

SHORT_LOGIN_SECONDS = 900
"""A login that lives for less is told to be short: nobody works by it."""
_SECONDS_TOLD = 120
"""Up to so many seconds a time is told in seconds, then in whole minutes, never more than there is."""

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
        "asetuksista identity.issuer ja identity.client_id, ja kirjautuminen kelpaa, kun asetukset nimeävät palvelun.",
        "Inloggningen varar så länge som tjänsten säger, högst åtta timmar. Har loggens administratörer angett "
        "inloggningstjänster duger bara de; annars kommer adress och id ur alternativen eller inställningarna "
        "identity.issuer och identity.client_id, och inloggningen duger när inställningarna anger tjänsten.",
        "A login lasts as long as the service says, eight hours at most. Where the administrators of the log have "
        "named login services, only those count; elsewhere address and id come from the options or from the settings "
        "identity.issuer and identity.client_id, and a login counts when the settings name the service.",
    ),
    examples=("$ ohjaus identity login --issuer https://id.example.org/realm --client-id ohjaus --dry-run",),
    writes=True,
)
@_ISSUER
@_CLIENT
def login(run: Invocation, *, issuer: str | None, client_id: str | None) -> None:
    """Logs in."""
    from cli.audit.telling import written_moment
    from cli.frame.identity import BY_OIDC
    from cli.identity.token_file import token_file
    from cli.identity.trusted import CLIENT_ID, ISSUER

    chosen, counts = _chosen(run, issuer, client_id)
    data: dict[str, Any] = {
        "person": None,
        "identity": None,
        "until": None,
        "issuer": chosen.url,
        "client_id": chosen.client_id,
        "file": str(token_file(chosen)),
        "counts": counts,
        "rehearsed": run.dry_run,
    }
    seconds: float | None = None
    if not run.dry_run:
        claims = _logged_in(run, chosen)
        seconds = (claims.until - claims.issued_at).total_seconds()
        until = claims.until.isoformat()
        data |= {"person": chosen.person(claims.subject), "identity": BY_OIDC, "until": until}

    def page(filled: Page) -> None:
        words = run.words
        if run.dry_run:
            filled.title(words("identity.would_log_in", issuer=chosen.url))
        else:
            filled.title(words("identity.logged_in", person=data["person"]))
            filled.field(words("identity.until"), written_moment(run, data["until"]))
        filled.field(words("identity.file"), data["file"])
        if seconds is not None and seconds < SHORT_LOGIN_SECONDS:
            filled.say(words("identity.short_lived", time=_time(seconds)))
        if counts is False:
            filled.say(words("identity.not_counted", issuer=chosen.url))
            filled.then(
                run.command("config", "set", CLIENT_ID, chosen.client_id),
                run.command("config", "set", ISSUER, chosen.url),
            )
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


def _chosen(run: Invocation, url: str | None, client_id: str | None) -> tuple[Issuer, bool | None]:
    """Gives the issuer to log in at, by what the log names where there is a log that names any, and if it counts.

    None: the log could not be opened, so what it names is not known.
    """
    from contextlib import ExitStack

    from cli.identity.trusted import issuer_to_ask, issuers_trusted
    from engine.errors import OhjausError

    enabled, unread = None, False
    with ExitStack() as stack:
        try:
            enabled = stack.enter_context(run.record()).grants.enabled()
        except OhjausError as error:  # a login needs no log; which one counts is looked at again at each recording
            enabled, unread = None, error.code != "no-log"
    chosen = issuer_to_ask(run.settings, enabled, url=url, client_id=client_id)
    counts = chosen in issuers_trusted(run.settings, enabled)
    return chosen, None if unread and not counts else counts


def _logged_in(run: Invocation, issuer: Issuer) -> Claims:
    import secrets

    from cli.frame.clocks import SystemClock
    from cli.frame.identity import BY_OIDC
    from cli.identity.arrival import of_a_new_login
    from cli.identity.device import begin, wait
    from cli.identity.id_token import ensure_installed, verified
    from cli.identity.issuer import Keys, discover
    from cli.identity.token_file import write_token
    from engine.errors import NotAuthorised

    ensure_installed()
    endpoints, nonce, clock = discover(issuer), secrets.token_urlsafe(24), SystemClock()
    keys = Keys(issuer, endpoints)
    keys.of(None)
    asked = begin(issuer, endpoints, nonce=nonce)
    _show(run, asked)
    token = wait(issuer, endpoints, asked)
    now = clock.now()
    try:
        claims = verified(token, issuer, keys, now=now, nonce=nonce)
    except NotAuthorised as problem:
        raise of_a_new_login(problem, issuer, now) from problem
    write_token(issuer, token)
    run.log("logged in", identity=BY_OIDC, until=claims.until.isoformat())
    return claims


def _show(run: Invocation, asked: Asked) -> None:
    """Says on standard error what the person is to do now; the answer proper comes when it is done."""
    from cli.screen.safe_text import safe

    words = run.words
    for line in (
        words("identity.open", link=asked.link),
        words("identity.enter", code=asked.user_code, time=_time(asked.expires_seconds)),
        *((words("identity.or_open", link=asked.whole_link),) if asked.whole_link else ()),
        words("identity.beware"),
    ):
        sys.stderr.write(safe(line) + "\n")
    sys.stderr.flush()


def _time(seconds: float) -> str:
    """Gives a length of time; the units are written alike in the three languages.

    Example:
        >>> _time(45.0), _time(119), _time(600)
        ('45 s', '119 s', '10 min')
    """
    return f"{int(seconds)} s" if seconds < _SECONDS_TOLD else f"{int(seconds // 60)} min"
