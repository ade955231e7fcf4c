"""Logging in from the command line, against a whole issuer: what is shown, recorded, kept, refused and deleted."""

from __future__ import annotations

import json
import stat
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cli.frame.clocks import helsinki
from cli.frame.identity import Identified, os_user
from cli.frame.invocation import Invocation
from cli.identity.issuer import Issuer
from cli.identity.token_file import token_file, write_token
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_identity.made_up_issuer import CLIENT, MadeUpIssuer
from tests.test_identity.signing import key

SUBJECT = "made-up-subject"


def kept(served: MadeUpIssuer) -> Path:
    """The file of the login."""
    return token_file(Issuer(served.url, CLIENT))


def keep(served: MadeUpIssuer, **claims: Any) -> str:
    """A login that is kept, without having waited for it."""
    token = served.id_token(SUBJECT, **claims)
    write_token(Issuer(served.url, CLIENT), token)
    return token


def who(**given: object) -> Identified:
    """Who would be recorded in a command with these global options."""
    run = Invocation({})
    run.given = dict(given)
    return run.acting.who()


def test_a_login_is_approved_in_a_browser(served: MadeUpIssuer, log: Path) -> None:
    """Address and code stand on standard error, the answer on standard output, the token in a file of its owner's."""
    served.approves = SUBJECT
    done = invoke("identity", "login", "--issuer", served.url, "--client-id", CLIENT, "--format", "json")
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)
    (waiting,) = served.waiting.values()
    assert (found["person"], found["identity"]) == (f"oidc:{served.host}#{SUBJECT}", "authenticated:oidc")
    assert datetime.fromisoformat(found["until"]) > datetime.now(UTC)
    assert f"{served.url}/enter" in done.stderr
    assert waiting.user_code in done.stderr
    assert Path(found["file"]) == kept(served)
    assert stat.S_IMODE(kept(served).stat().st_mode) == 0o600
    assert stat.S_IMODE(kept(served).parent.stat().st_mode) == 0o700


def test_nothing_but_the_id_token_is_kept(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """No access token, which could open something, and nobody's name beside it."""
    served.approves = SUBJECT
    succeed("identity", "login")
    content = json.loads(kept(served).read_text())
    assert content == {"issuer": served.url, "client_id": CLIENT, "id_token": served.given[0]}


def test_what_is_recorded_says_how_surely_it_is_known(served: MadeUpIssuer, database: Path, settings: Path) -> None:
    """Before the login, with it and after it, each event carries the identity of its own moment."""
    served.approves = SUBJECT
    note = ("case", "note", "evaluation-15-2025")
    succeed(*note, "before")
    succeed("identity", "login")
    succeed(*note, "with it")
    succeed("identity", "logout")
    succeed(*note, "after it")
    history = answer("case", "history", "evaluation-15-2025")[-3:]
    assert [one["recorded_by"]["identity"] for one in history] == [
        "asserted:os-user",
        "authenticated:oidc",
        "asserted:os-user",
    ]
    persons = [one["recorded_by"]["person"] for one in history]
    assert persons[0] == persons[2] != persons[1]


def test_show_says_who_how_surely_and_until_when(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """And what would be stronger, as long as there is something stronger."""
    before = answer("identity", "show")
    assert (before["person"], before["identity"], before["until"]) == (os_user(), "asserted:os-user", None)
    assert before["stronger"] == ["ohjaus identity login"]
    assert [(one["way"], one["state"]) for one in before["ways"]] == [("oidc", "none"), ("os-user", "holds")]
    keep(served)
    after = answer("identity", "show")
    assert (after["person"], after["authenticated"], after["stronger"]) == (f"oidc:{served.host}#{SUBJECT}", True, [])
    until = datetime.fromisoformat(after["until"])
    assert until > datetime.now(UTC)
    told = succeed("identity", "show").stdout
    assert (f"{until.astimezone(helsinki()):%Y-%m-%d %H:%M}" in told, after["until"] in told) == (True, False)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("state", ["nobody", "logged in", "refused"])
def test_show_speaks_three_languages(
    language: str, state: str, served: MadeUpIssuer, log: Path, settings: Path
) -> None:
    """A page for people in each language, whatever there is to tell."""
    if state != "nobody":
        keep(served, **({} if state == "logged in" else {"iss": "https://id.example.org"}))
    shown = succeed("identity", "show", "--lang", language).stdout
    assert {"nobody": os_user(), "logged in": SUBJECT, "refused": "token-wrong-issuer"}[state] in shown


def test_a_login_that_was_denied_leaves_nothing(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """Exit code 4, and no file."""
    served.errors = ["access_denied"]
    done = invoke("identity", "login")
    assert (done.exit_code, "login-denied" in done.stderr, kept(served).exists()) == (4, True, False)


def test_a_forged_token_is_not_kept(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """What the token endpoint gives is looked at before anything is written."""
    served.approves, served.token = SUBJECT, key("nobody's").token({"sub": SUBJECT}, kid="first")
    done = invoke("identity", "login")
    assert (done.exit_code, "token-signature-wrong" in done.stderr, kept(served).exists()) == (4, True, False)


def test_a_login_replaces_the_one_before(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """One file for each issuer, whoever logs in."""
    keep(served)
    served.approves = "somebody-else"
    succeed("identity", "login")
    assert answer("identity", "show")["person"] == f"oidc:{served.host}#somebody-else"
    assert [one.name for one in kept(served).parent.iterdir()] == [kept(served).name]


def test_logging_out_deletes_the_login(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """A rehearsal says what would go; the command itself takes it away, and says so when there is none."""
    keep(served)
    assert answer("identity", "logout", "--dry-run")["deleted"] == [str(kept(served))]
    assert kept(served).exists()
    assert answer("identity", "logout")["deleted"] == [str(kept(served))]
    assert not kept(served).exists()
    assert answer("identity", "logout")["deleted"] == []


def test_without_an_issuer_there_is_no_login(log: Path) -> None:
    """What is to be set is told."""
    done = invoke("identity", "login")
    assert (done.exit_code, "issuer-not-set" in done.stderr) == (9, True)
    assert "--issuer URL --client-id ID" in done.stderr


def test_a_rehearsed_login_asks_nobody(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """Nothing is sent and nothing is kept."""
    assert answer("identity", "login", "--dry-run")["issuer"] == served.url
    assert (served.asked, kept(served).exists()) == ([], False)


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"exp": int(time.time()) - 5, "iat": int(time.time()) - 900}, "token-expired"),
        ({"aud": "another-program"}, "token-wrong-audience"),
        ({"iat": int(time.time()) + 1200}, "token-not-yet"),
    ],
)
def test_a_login_that_does_not_count_is_told(
    claims: dict[str, object], code: str, served: MadeUpIssuer, database: Path, settings: Path
) -> None:
    """On a log that does not ask for more the weaker identity is recorded, and never in silence."""
    keep(served, **claims)
    done = invoke("case", "note", "evaluation-15-2025", "made-up")
    assert (done.exit_code, code in done.stderr) == (0, True)
    assert answer("case", "history", "evaluation-15-2025")[-1]["recorded_by"]["identity"] == "asserted:os-user"


def test_an_issuer_that_is_away_is_told(served: MadeUpIssuer, database: Path, settings: Path) -> None:
    """A token whose keys cannot be asked for does not count either."""
    keep(served)
    served.bent["/keys"] = lambda talking: talking.connection.close()
    done = invoke("case", "note", "evaluation-15-2025", "made-up")
    assert (done.exit_code, "issuer-unreachable" in done.stderr) == (0, True)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_file_that_others_can_reach_counts_for_nothing(
    mode: int, served: MadeUpIssuer, log: Path, settings: Path
) -> None:
    """And the way to mend it is taught."""
    keep(served)
    kept(served).chmod(mode)
    shown = answer("identity", "show")
    assert shown["ways"][0]["code"] == "token-file-open"
    assert shown["ways"][0]["try"] == f"chmod 600 {kept(served)}"
    assert shown["identity"] == "asserted:os-user"


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"issuer": 1}', "x" * 200_000, "[" * 90_000])
def test_a_file_that_holds_something_else_counts_for_nothing(
    content: str, served: MadeUpIssuer, log: Path, settings: Path
) -> None:
    """It is no reason to fail."""
    keep(served)
    kept(served).write_text(content)
    assert answer("identity", "show")["ways"][0]["code"] == "token-file-malformed"


def test_a_link_in_the_place_of_the_file_is_not_followed(
    served: MadeUpIssuer, log: Path, settings: Path, folder: Path
) -> None:
    """Nor is a pipe waited for."""
    import os

    keep(served)
    kept(served).rename(folder / "elsewhere")
    kept(served).symlink_to(folder / "elsewhere")
    assert answer("identity", "show")["ways"][0]["code"] == "cannot-open"
    kept(served).unlink()
    os.mkfifo(kept(served), 0o600)
    assert answer("identity", "show")["ways"][0]["code"] == "token-file-malformed"


def test_a_token_of_another_login_does_not_fit(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """A file that was made for another client id says so, and counts for nothing here."""
    other = Issuer(served.url, "another-program")
    write_token(other, served.id_token(SUBJECT, aud="another-program"))
    assert answer("identity", "show")["ways"][0]["state"] == "none"
    token_file(other).rename(kept(served))
    assert answer("identity", "show")["ways"][0]["code"] == "token-file-malformed"


def test_an_injected_clock_brings_no_login_back(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """Whether a token has expired is asked of the machine's clock, whatever --now says."""
    now = int(time.time())
    keep(served, iat=now - 7200, exp=now - 3600)
    yesterday = (datetime.now(UTC) - timedelta(hours=1, minutes=30)).isoformat()
    assert who(now=yesterday).identity == "asserted:os-user"


def test_a_long_process_is_asked_again_when_its_login_runs_out(
    served: MadeUpIssuer, log: Path, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A scheduler that runs for days does not go on under a login of the first morning."""
    run = Invocation({})
    ends_at = int(time.time()) + 3
    keep(served, exp=ends_at)
    assert run.acting.who().identity == "authenticated:oidc"
    asked = len(served.asked)
    assert run.acting.who().identity == "authenticated:oidc"
    assert len(served.asked) == asked
    time.sleep(max(0.0, ends_at - time.time()) + 0.1)
    assert run.acting.who().identity == "asserted:os-user"
    assert "token-expired" in capsys.readouterr().err


VARIABLES = ("USER", "LOGNAME", "LNAME", "USERNAME", "SUDO_USER", "PGUSER", "PGPASSWORD", "OHJAUS_AS_PERSON")


def test_no_variable_says_who_somebody_is(served: MadeUpIssuer, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a name nor an issuer comes from the environment; there is no variable for these settings."""
    before = who()
    for name in VARIABLES:
        monkeypatch.setenv(name, "somebody-else")
    for name in ("ISSUER", "CLIENT_ID", "IDENTITY_ISSUER", "IDENTITY_CLIENT_ID", "IDENTITY.ISSUER", "PERSON"):
        monkeypatch.setenv(f"OHJAUS_{name}", served.url)
    keep(served)
    assert who() == before == Identified(os_user(), "asserted:os-user")
    assert served.asked == []


def test_no_token_is_ever_shown(served: MadeUpIssuer, database: Path, settings: Path, folder: Path) -> None:
    """Not in an answer, not on standard error, not in the log of operations, not in an incident bundle or a crash."""
    served.approves = SUBJECT
    said = []
    for words in (
        ("identity", "login", "-vv"),
        ("identity", "show", "-vv"),
        ("identity", "show", "--format", "json"),
        ("case", "note", "evaluation-15-2025", "made-up", "-vv"),
        ("config", "show", "--origin"),
        ("doctor", "-vv"),
        ("doctor", "--format", "json"),
        ("incident", "bundle", "--out", "incident.zip"),
        ("identity", "logout", "-vv"),
    ):
        done = invoke(*words)
        assert done.exit_code == 0, (words, done.stderr)
        said.append(done.stdout + done.stderr)
    tokens = [*served.given, *served.waiting]
    parts = [part for token in tokens for part in token.split(".")]
    assert len(parts) == 5
    assert [part for part in parts if part in "".join(said)] == []
    import zipfile

    with zipfile.ZipFile(folder / "incident.zip") as bundle:
        everything = b"".join(bundle.read(name) for name in bundle.namelist())
    assert [part for part in parts if part.encode() in everything] == []
    assert '"identity": "authenticated:oidc"' in said[3]


def test_a_crash_does_not_tell_the_token(
    served: MadeUpIssuer, log: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even when something breaks that holds one."""
    from cli.identity import id_token

    token = keep(served)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(token)

    monkeypatch.setattr(id_token, "verified", broken)
    done = invoke("identity", "show", "-vv")
    assert done.exit_code == 1
    assert token not in done.stdout + done.stderr


def test_without_the_library_nobody_is_asked(
    served: MadeUpIssuer, log: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is to be installed is told before anybody approves anything; a login that is kept does not count."""
    monkeypatch.setitem(sys.modules, "joserfc", None)
    done = invoke("identity", "login")
    assert (done.exit_code, "ohjaus[oidc]" in done.stderr, served.asked) == (9, True, [])
    keep(served)
    shown = answer("identity", "show")
    assert (shown["identity"], shown["ways"][0]["code"]) == ("asserted:os-user", "extra-missing")


def test_doctor_says_who_you_are(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """Asserted, authenticated, or with a login that does not count."""

    def found() -> dict[str, str]:
        checks = answer("doctor")["checks"]
        return {one["outcome"]: one["verdict"] for one in checks if one["name"] == "identity"}

    assert found() == {"asserted": "note"}
    keep(served)
    assert found() == {"authenticated": "ok"}
    keep(served, aud="another-program")
    assert found() == {"refused": "warning", "asserted": "note"}


def test_a_scheduler_records_under_the_identity_of_the_moment(
    served: MadeUpIssuer, database: Path, settings: Path
) -> None:
    """What it records while somebody is logged in says so, and the next run without a login does not."""
    keep(served)
    succeed("schedule", "run", "--for", "0")
    identities = {one["recorded_by"]["identity"] for one in answer("audit", "log") if one["type"].endswith("passed")}
    assert "authenticated:oidc" in identities


def test_reading_asks_the_issuer_only_where_rights_are_on(served: MadeUpIssuer, log: Path, settings: Path) -> None:
    """Who reads makes no difference on a log without rights, so that nobody waits for a login service."""
    keep(served)
    succeed("case", "list")
    assert served.asked == []
    succeed("grant", "enable", "--administrator", os_user(), "--issuer", f"{served.url}#{CLIENT}", "--yes")
    before = len(served.asked)
    succeed("case", "list")
    assert served.asked[before:] == [".well-known/openid-configuration", "keys"]


@pytest.mark.parametrize(("language", "said"), [("fi", "ei tiedossa"), ("sv", "inte känt"), ("en", "not known")])
def test_what_a_log_asks_that_cannot_be_read_is_not_known(folder: Path, language: str, said: str) -> None:
    """A log that does not open is not said to be content with the operating system's word."""
    (folder / "other.db").write_bytes(b"made-up content, which is no log")
    (folder / "other.db").chmod(0o600)
    shown = succeed("identity", "show", "--db", "other.db", "--lang", language).stdout
    assert f"{said}: " in shown
    assert "[not-a-log]" in shown
    told = answer("identity", "show", "--db", "other.db")
    assert (told["required"], told["accepted"]) == (None, False)
