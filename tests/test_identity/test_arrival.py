"""A login as it comes: what the person is told of its time, and why one that has just come does not count."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.frame.identity import Identified
from cli.frame.invocation import Invocation
from cli.frame.settings import Settings
from cli.identity.establishing import Known, establish, too_weak
from cli.identity.issuer import Issuer
from cli.identity.looking import Looked
from cli.identity.show_command import as_data
from cli.identity.token_file import token_file, token_files
from cli.identity.trusted import issuer_to_ask
from engine.errors import NotAuthorised
from engine.rights import AUTHENTICATED, Enabled
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_identity.made_up_issuer import CLIENT, MadeUpIssuer

SUBJECT = "made-up-subject"
NOTING = ("case", "note", "evaluation-15-2025", "made-up")


def named(served: MadeUpIssuer) -> tuple[str, ...]:
    """The command that logs in at the issuer, whatever the settings say."""
    return ("identity", "login", "--issuer", served.url, "--client-id", CLIENT)


@pytest.mark.parametrize(
    ("seconds", "told"), [(4, "within 4 s"), (45.9, "within 45 s"), (150, "within 2 min"), (600, "within 10 min")]
)
def test_a_code_is_told_no_longer_than_it_lives(seconds: float, told: str, served: MadeUpIssuer, log: Path) -> None:
    """In seconds where it lives for seconds."""
    served.approves, served.expires_in = SUBJECT, seconds
    assert f"({told})" in succeed(*named(served)).stderr


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_login_that_ended_before_it_came_tells_how_short_it_was(
    language: str, served: MadeUpIssuer, log: Path, settings: Path
) -> None:
    """To log in again would end the same way: whoever runs the login service is to be asked."""
    now = int(time.time())
    served.approves, served.claims = SUBJECT, {"iat": now - 3, "exp": now - 1}
    done = invoke("identity", "login", "--lang", language)
    assert (done.exit_code, "[login-too-short]" in done.stderr, " 2 s" in done.stderr) == (4, True, True), done.stderr
    assert "ohjaus identity login" not in done.stderr
    assert token_files() == ()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(("issued", "ends"), [(-900, -300), (900, 4500), (-40_000, 4500)])
def test_clocks_that_differ_are_told(
    language: str, issued: int, ends: int, served: MadeUpIssuer, log: Path, settings: Path
) -> None:
    """A token that was asked for a moment ago, and seems old or of a time to come: both times are said."""
    now = int(time.time())
    served.approves, served.claims = SUBJECT, {"iat": now + issued, "exp": now + ends}
    done = invoke("identity", "login", "--lang", language)
    assert (done.exit_code, "[login-clocks-differ]" in done.stderr) == (4, True), done.stderr
    assert time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(now + issued)) in done.stderr
    assert token_files() == ()


def test_a_token_that_begins_later_is_told_as_that(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """The clocks agree: it is the issuer that wants it so."""
    served.approves, served.claims = SUBJECT, {"nbf": int(time.time()) + 600}
    done = invoke("identity", "login")
    assert (done.exit_code, "[token-not-yet]" in done.stderr) == (4, True), done.stderr


def test_an_issuer_that_signs_otherwise_is_told(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """What is accepted is named; another try is not proposed."""
    served.approves, served.header = SUBJECT, {"alg": "PS256"}
    done = invoke("identity", "login")
    assert (done.exit_code, "[login-algorithm]" in done.stderr) == (4, True), done.stderr
    assert "ES256" in done.stderr
    assert "ohjaus identity login" not in done.stderr


@pytest.mark.parametrize(("lives", "told"), [(90, True), (600, True), (3600, False)])
def test_a_short_login_is_told_to_be_short(
    lives: int, told: bool, served: MadeUpIssuer, log: Path, settings: Path
) -> None:
    """It counts, and nobody works by it."""
    now = int(time.time())
    served.approves, served.claims = SUBJECT, {"iat": now, "exp": now + lives}
    assert ("working day" in succeed("identity", "login").stdout) == told


def test_a_login_that_nothing_names_is_told_to_count_for_nothing(served: MadeUpIssuer, database: Path) -> None:
    """At once, when it is looked at, and before something is recorded under a weaker identity."""
    served.approves = SUBJECT
    assert "counts for nothing yet" in succeed(*named(served)).stdout
    shown = answer("identity", "show")
    assert (shown["identity"], shown["ways"][0]["code"]) == ("asserted:os-user", "login-issuer-not-set")
    assert "[login-issuer-not-set]" in succeed(*NOTING).stderr


def test_what_is_not_known_is_not_told(served: MadeUpIssuer, folder: Path) -> None:
    """A log that does not open may name the issuer."""
    served.approves = SUBJECT
    path = folder / "broken.db"
    path.write_bytes(b"made-up, and no log")
    assert "counts for nothing yet" not in succeed("--db", str(path), *named(served)).stdout
    assert answer("--db", str(path), *named(served))["counts"] is None


def test_what_it_proposes_makes_it_count(served: MadeUpIssuer, database: Path) -> None:
    """The two commands as they stand; then nothing more is said."""
    served.approves = SUBJECT
    assert answer(*named(served))["counts"] is False
    for command in answer("identity", "show")["stronger"]:
        succeed(*command.split()[1:])
    assert answer("identity", "show")["identity"] == "authenticated:oidc"
    assert "login" not in succeed(*NOTING).stderr
    assert answer(*named(served))["counts"] is True


def test_a_login_of_another_day_is_not_spoken_of(served: MadeUpIssuer, database: Path) -> None:
    """It could not count any more, and who keeps logins for other logs is not reminded for ever."""
    served.approves = SUBJECT
    succeed(*named(served))
    yesterday = time.time() - 9 * 3600
    os.utime(token_file(Issuer(served.url, CLIENT)), (yesterday, yesterday))
    assert "login-issuer-not-set" not in succeed(*NOTING).stderr
    assert [one["way"] for one in answer("identity", "show")["ways"]] == ["os-user"]


@pytest.mark.parametrize("content", [b"", b"[]", b'{"issuer": 1}', b'{"issuer": "http://elsewhere.example"}'])
def test_what_is_no_login_names_no_issuer(content: bytes, served: MadeUpIssuer, database: Path) -> None:
    """A file that holds something else is passed over where no issuer counts."""
    path = token_file(Issuer(served.url, CLIENT))
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    path.chmod(0o600)
    assert [one["way"] for one in answer("identity", "show")["ways"]] == ["os-user"]


def test_half_a_setting_says_which_half_is_lacking(served: MadeUpIssuer, database: Path, folder: Path) -> None:
    """An issuer without a client id: what is proposed can be done, and then it works."""
    (folder / "ohjaus.toml").write_text(f'identity.issuer = "{served.url}"\n', encoding="utf-8")
    done = invoke(*NOTING)
    assert (done.exit_code, "ohjaus config set identity.client_id ID" in done.stderr) == (9, True), done.stderr
    succeed("config", "set", "identity.client_id", CLIENT)
    served.approves = SUBJECT
    succeed("identity", "login")
    assert answer("identity", "show")["identity"] == "authenticated:oidc"


@pytest.mark.parametrize("issuers", [(), ("#",)])
def test_a_file_that_knows_logins_at_a_server_only_proposes_no_login_service(
    issuers: tuple[str, ...], folder: Path
) -> None:
    """As when it came from the backup of a server's log: `identity login` would be refused there."""
    enabled = Enabled(case_id="made-up", issuers=issuers, identity_at_least=AUTHENTICATED)
    with pytest.raises(NotAuthorised) as refused:
        establish(Settings({}, {}, folder), enabled, None, datetime.now(UTC), lambda _: None)
    assert (refused.value.code, refused.value.try_next) == ("identity-of-server", "ohjaus db copy --help")


def test_who_looks_at_such_a_file_is_told_the_same() -> None:
    """No login is proposed, and where the file can be carried to is."""
    user = Known("os-user", "holds", "made-up-anna", Identified("made-up-anna", "asserted:os-user"))
    looked = Looked(Enabled(case_id="made-up", identity_at_least=AUTHENTICATED), (user,))
    shown = as_data(Invocation({}), looked)
    assert (shown["accepted"], shown["stronger"]) == (False, ["ohjaus db copy --help"])


def test_a_log_that_names_no_login_service_proposes_none(folder: Path) -> None:
    """No option makes one count there."""
    enabled = Enabled(case_id="made-up", identity_at_least=AUTHENTICATED)
    with pytest.raises(NotAuthorised) as refused:
        issuer_to_ask(Settings({}, {}, folder), enabled)
    assert (refused.value.code, refused.value.try_next) == ("login-not-taken", "ohjaus identity show")


def test_what_is_proposed_to_whom_nobody_knows_can_work() -> None:
    """A login service where there is one; else a look at why the login at the server is nobody's."""
    user = Known("os-user", "holds", "made-up-anna")
    service, server = Known("oidc", "none", "https://id.example.org"), Known("database", "shared", "loader")
    assert too_weak([service, server, user]).try_next == "ohjaus identity login"
    assert too_weak([server, user]).try_next == "ohjaus identity show"
    assert {too_weak(ways).code for ways in ([service, user], [server, user])} == {"identity-too-weak"}


def test_a_client_id_that_is_none_is_still_told_as_that(served: MadeUpIssuer, log: Path) -> None:
    """An option that is wrong is no setting that is lacking."""
    done = invoke("identity", "login", "--issuer", served.url)
    assert (done.exit_code, "ohjaus identity login --issuer URL --client-id ID" in done.stderr) == (9, True)
