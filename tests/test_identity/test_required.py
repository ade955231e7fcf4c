"""A log whose administrators have named the issuers: nobody's settings, files or tokens bring in another."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cli.frame.identity import ASSERTED, BY_OIDC, Identified, os_user
from cli.frame.settings import Settings
from cli.identity.establishing import establish
from cli.identity.issuer import Issuer
from cli.identity.token_file import token_file, write_token
from engine.errors import Fault, NotAuthorised, OhjausError
from engine.rights import Enabled
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_identity.made_up_issuer import CLIENT, MadeUpIssuer, made_up_issuer
from tests.test_identity.signing import SigningKey, key

SUBJECT = "made-up-subject"
ADDING = ("grant", "add", "test-cecilia", "--role", "registry", "--organisation", "VM")


def keep(served: MadeUpIssuer, *, client: str = CLIENT, **claims: Any) -> None:
    """A login that is kept."""
    write_token(Issuer(served.url, client), served.id_token(SUBJECT, audience=client, **claims))


def person(served: MadeUpIssuer) -> str:
    return f"oidc:{served.host}#{SUBJECT}"


def noted(log: Path) -> list[tuple[str, str]]:
    """The lines of the security log, by kind and code."""
    with closing(sqlite3.connect(log)) as driver:
        return list(driver.execute("SELECT kind, code FROM security_log ORDER BY number"))


def events(log: Path) -> int:
    with closing(sqlite3.connect(log)) as driver:
        found: int = driver.execute("SELECT count(*) FROM events").fetchone()[0]
        return found


@pytest.fixture
def guarded(served: MadeUpIssuer, log: Path) -> Path:
    """A log that takes only identities that were authenticated, by this issuer; its administrator is logged in."""
    keep(served)
    administrators = ("--administrator", person(served), "--administrator", "test-bertil")
    succeed("grant", "enable", *administrators, "--authenticated", "--issuer", f"{served.url}#{CLIENT}", "--yes")
    return log


def test_the_log_names_its_issuers(served: MadeUpIssuer, guarded: Path) -> None:
    """With the client id, and without any setting of whoever works on it."""
    shown = answer("identity", "show")
    assert (shown["person"], shown["required"], shown["accepted"]) == (person(served), "authenticated", True)
    succeed(*ADDING)
    recorded = answer("audit", "log")[-1]["recorded_by"]
    assert recorded["identity"] == "authenticated:oidc"


def test_without_a_login_nothing_is_done(served: MadeUpIssuer, guarded: Path) -> None:
    """Exit code 4 for reading and recording alike, what to do, nothing recorded, and one line in the security log."""
    assert invoke("doctor", "--gate").exit_code == 0
    succeed("identity", "logout")
    assert invoke("doctor", "--gate").exit_code == 8
    before = events(guarded)
    for words in (ADDING, ("case", "list")):
        done = invoke(*words)
        assert (done.exit_code, "identity-too-weak" in done.stderr) == (4, True), done.stderr
        assert "ohjaus identity login" in done.stderr
    assert events(guarded) == before
    assert noted(guarded) == [("denied", "identity-too-weak")] * 2
    shown = answer("identity", "show")
    assert (shown["person"], shown["accepted"], shown["stronger"]) == (None, False, ["ohjaus identity login"])
    served.approves = SUBJECT
    succeed("identity", "login")
    succeed(*ADDING)


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"iat": int(time.time()) - 900, "exp": int(time.time()) - 5}, "token-expired"),
        ({"aud": "another-program"}, "token-wrong-audience"),
        ({"iss": "https://id.example.org"}, "token-wrong-issuer"),
    ],
)
def test_a_token_that_does_not_count_is_no_way_to_a_weaker_identity(
    claims: dict[str, Any], code: str, served: MadeUpIssuer, guarded: Path
) -> None:
    """Its own code, exit code 4, and nothing recorded."""
    before = events(guarded)
    keep(served, **claims)
    done = invoke(*ADDING)
    assert (done.exit_code, f"[{code}]" in done.stderr, events(guarded)) == (4, True, before)
    assert noted(guarded) == [("denied", code)]
    assert answer("identity", "show")["accepted"] is False


def test_an_injected_clock_dates_no_denial(served: MadeUpIssuer, guarded: Path) -> None:
    """A line of the security log bears the machine's own time, whatever --now says."""
    succeed("identity", "logout")
    before = datetime.now(UTC)
    assert invoke(*ADDING, "--now", "2019-03-01T12:00:00Z").exit_code == 4
    with closing(sqlite3.connect(guarded)) as driver:
        ((at,),) = driver.execute("SELECT at FROM security_log")
    assert before <= datetime.fromisoformat(at) <= datetime.now(UTC)


def test_a_forged_token_is_refused_and_noted(served: MadeUpIssuer, guarded: Path) -> None:
    """Signed by somebody else under the id of the issuer's key."""
    forged = key("nobody's").token({"iss": served.url, "sub": SUBJECT, "aud": CLIENT}, kid="first")
    write_token(Issuer(served.url, CLIENT), forged)
    done = invoke(*ADDING)
    assert (done.exit_code, "[token-signature-wrong]" in done.stderr) == (4, True)
    assert noted(guarded) == [("denied", "token-signature-wrong")]


def test_an_issuer_of_ones_own_counts_for_nothing(served: MadeUpIssuer, guarded: Path, folder: Path) -> None:
    """Whoever points the settings at an issuer of their own is not believed, whatever it says of them."""
    succeed("identity", "logout")
    with made_up_issuer() as own:
        own.keys = [SigningKey("first", "ES256", key("of their own").private)]
        keep(own)
        (folder / "ohjaus.toml").write_text(f'[identity]\nissuer = "{own.url}"\nclient_id = "{CLIENT}"\n')
        assert invoke(*ADDING).exit_code == 4
        assert own.asked == []
        assert [one["about"] for one in answer("identity", "show")["ways"]] == [served.url, os_user()]
        done = invoke("identity", "login", "--issuer", own.url, "--client-id", CLIENT)
        assert (done.exit_code, "issuer-not-trusted" in done.stderr) == (4, True)
        # Even signed by oneself and named as if it were of the issuer that counts.
        own.claims = {"iss": served.url}
        write_token(Issuer(served.url, CLIENT), own.id_token(SUBJECT))
        assert "[token-signature-wrong]" in invoke(*ADDING).stderr


def test_a_token_for_another_program_counts_for_nothing(served: MadeUpIssuer, guarded: Path, folder: Path) -> None:
    """A client id of one's own choice does not make another program's token ours."""
    succeed("identity", "logout")
    keep(served, client="another-program")
    (folder / "ohjaus.toml").write_text('identity.client_id = "another-program"\n')
    assert invoke(*ADDING).exit_code == 4
    done = invoke("identity", "login", "--issuer", served.url, "--client-id", "another-program")
    assert (done.exit_code, "issuer-not-trusted" in done.stderr) == (4, True)


def test_rights_without_issuers_take_no_token(served: MadeUpIssuer, settings: Path) -> None:
    """Where the administrators have named nobody, the settings of whoever works there name nobody either."""
    keep(served)
    stated = Settings({}, {}, settings.parent)
    now = datetime.now(UTC)
    assert establish(stated, None, None, now, _unheard).identity == BY_OIDC
    assert establish(stated, Enabled(case_id="made-up"), None, now, _unheard) == Identified(os_user(), ASSERTED)
    for unusable in ("http://id.example.org#x", served.url, "", "#"):
        enabled = Enabled(case_id="made-up", issuers=(unusable,))
        assert establish(stated, enabled, None, now, _unheard).identity == ASSERTED


def test_a_suspicious_token_is_noted_where_a_weaker_identity_does(served: MadeUpIssuer, log: Path) -> None:
    """On a log with rights that takes asserted identities: a warning, and a line in the security log."""
    administrators = ("--administrator", os_user(), "--administrator", "test-bertil")
    succeed("grant", "enable", *administrators, "--issuer", f"{served.url}#{CLIENT}", "--yes")
    keep(served, aud="another-program")
    done = invoke(*ADDING)
    assert (done.exit_code, "token-wrong-audience" in done.stderr) == (0, True), done.stderr
    assert ("identity", "token-wrong-audience") in noted(log)
    keep(served, iat=int(time.time()) - 900, exp=int(time.time()) - 5)
    assert invoke("grant", "list").exit_code == 0
    assert ("identity", "token-expired") not in noted(log)


def test_an_issuer_that_is_away_lets_nobody_in(served: MadeUpIssuer, guarded: Path) -> None:
    """Where authentication is required and cannot be checked, it is the machine's fault, and nothing is recorded."""
    before = events(guarded)
    served.bent["/keys"] = lambda talking: talking.connection.close()
    done = invoke(*ADDING)
    assert (done.exit_code, "issuer-unreachable" in done.stderr, events(guarded)) == (1, True, before)
    required = Enabled(case_id="x", identity_at_least="authenticated", issuers=(f"{served.url}#{CLIENT}",))
    with pytest.raises(Fault):
        establish(Settings({}, {}, guarded.parent), required, None, datetime.now(UTC), _unheard)


def test_an_open_file_lets_nobody_in(served: MadeUpIssuer, guarded: Path) -> None:
    """A login that others could have put there is refused with the way to mend it."""
    token_file(Issuer(served.url, CLIENT)).chmod(0o644)
    done = invoke(*ADDING)
    assert (done.exit_code, "[token-file-open]" in done.stderr, "chmod 600" in done.stderr) == (4, True, True)


@pytest.mark.parametrize("issuer", ["http://id.example.org#x", "https://id.example.org", "nothing"])
def test_rights_are_not_turned_on_over_an_issuer_that_cannot_be(issuer: str, log: Path) -> None:
    """An issuer is looked at before it is recorded: an address, and the client id that belongs to it."""
    done = invoke("grant", "enable", "--administrator", "test-anna", "--issuer", issuer, "--yes")
    assert (done.exit_code, events(log)) == (9, 0)


def _unheard(problem: OhjausError) -> None:
    assert isinstance(problem, NotAuthorised)
