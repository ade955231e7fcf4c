"""The settings of identities: in files only, in a table or with dots, and never from a variable."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cli.frame.settings import IN_FILES, VARIABLES, Setting, Settings, user_file
from cli.identity.trusted import issuer_to_ask, issuers_trusted, shared_logins
from engine.errors import InputRejected, NotAuthorised
from engine.rights import Enabled
from tests.test_cli.conftest import answer, invoke, succeed

ISSUER = "https://id.example.org"


@pytest.mark.parametrize(
    "text", ['[identity]\nissuer = "{}"', 'identity.issuer = "{}"', '"identity" = {{issuer = "{}"}}']
)
def test_a_table_and_dots_say_the_same(text: str, folder: Path) -> None:
    """TOML has several ways to write it."""
    path = folder / "ohjaus.toml"
    path.write_text(text.format(ISSUER))
    assert Settings({}, {}, folder).get("identity.issuer") == Setting("identity.issuer", ISSUER, "project", str(path))


def test_no_variable_gives_them(folder: Path) -> None:
    """Whatever it is called: these settings decide who somebody is."""
    environment = {f"OHJAUS_{name.replace('.', mark).upper()}": ISSUER for name in IN_FILES for mark in "._"}
    settings = Settings({}, {**environment, "identity.issuer": ISSUER}, folder)
    assert [settings.get(name).value for name in IN_FILES] == [None] * len(IN_FILES)
    assert set(IN_FILES).isdisjoint(VARIABLES)


@pytest.mark.parametrize("text", ["[identity]\nperson = 'me'", "[identity]\nissuer = 1", "[identity.issuer]\na = 'b'"])
def test_what_is_no_setting_is_refused(text: str, folder: Path) -> None:
    """By name, with the file."""
    (folder / "ohjaus.toml").write_text(text)
    with pytest.raises(InputRejected) as refused:
        Settings({}, {}, folder).get("identity.issuer")
    assert refused.value.code == "settings-invalid"


def test_they_are_written_and_taken_out(folder: Path) -> None:
    """A new line goes before the tables, so that it does not become a part of one."""
    succeed("config", "set", "identity.issuer", ISSUER)
    succeed("config", "set", "identity.client_id", "made-up")
    assert user_file().read_text() == f'identity.issuer = "{ISSUER}"\nidentity.client_id = "made-up"\n'
    succeed("config", "set", "identity.client_id", "")
    assert user_file().read_text() == f'identity.issuer = "{ISSUER}"\n'
    (folder / "ohjaus.toml").write_text('[identity]\nclient_id = "b"\n')
    succeed("config", "set", "lang", "sv", "--project")
    assert (folder / "ohjaus.toml").read_text() == 'lang = "sv"\n[identity]\nclient_id = "b"\n'
    found = {one["name"]: one["value"] for one in answer("config", "show") if one["origin"] in ("project", "user")}
    assert found == {"lang": "sv", "identity.issuer": ISSUER, "identity.client_id": "b"}


def test_what_stands_in_a_table_is_changed_by_hand(folder: Path) -> None:
    """Our one line beside it would be refused by TOML; the file stays as it was."""
    path, before = folder / "ohjaus.toml", f'[identity]\nissuer = "{ISSUER}"\n'
    path.write_text(before)
    for value in ("https://other.example.org", ""):
        done = invoke("config", "set", "identity.issuer", value, "--project")
        assert (done.exit_code, "by hand" in done.stderr, path.read_text()) == (9, True, before)


def test_options_name_an_issuer_where_the_log_names_none(folder: Path) -> None:
    """The client id may come from the settings; the log's word goes before all."""
    (folder / "ohjaus.toml").write_text('identity.client_id = "made-up"\n')
    settings = Settings({}, {}, folder)
    assert str(issuer_to_ask(settings, None, url=ISSUER)) == f"{ISSUER}#made-up"
    assert str(issuer_to_ask(settings, None, url=ISSUER, client_id="b")) == f"{ISSUER}#b"
    named = Enabled(case_id="x", issuers=("https://a.example#1", "https://b.example#2"))
    assert str(issuer_to_ask(settings, named)) == "https://a.example#1"
    assert str(issuer_to_ask(settings, named, url="https://b.example")) == "https://b.example#2"
    for url, client_id in ((ISSUER, None), ("https://a.example", "2"), ("https://a.example/", "1")):
        with pytest.raises(NotAuthorised):
            issuer_to_ask(settings, named, url=url, client_id=client_id)


def test_the_settings_choose_among_the_issuers_of_the_log(folder: Path) -> None:
    """The one that they name goes first; one that the log does not name is none."""
    (folder / "ohjaus.toml").write_text('[identity]\nissuer = "https://b.example"\nclient_id = "9"\n')
    named = Enabled(case_id="x", issuers=("https://a.example#1", "https://b.example#2"))
    found = issuers_trusted(Settings({}, {}, folder), named)
    assert [str(one) for one in found] == ["https://b.example#2", "https://a.example#1"]


def test_shared_logins_are_named_with_commas(folder: Path) -> None:
    """The administrator's own login is always among them."""
    (folder / "ohjaus.toml").write_text('identity.shared_logins = " loader , app,"\n')
    assert shared_logins(Settings({}, {}, folder)) == {"loader", "app", "postgres"}


@pytest.mark.parametrize("arguments", [["identity", "--help"], ["identity", "login", "--help"]])
def test_help_asks_nothing_of_the_network(arguments: list[str]) -> None:
    """Neither sockets nor signatures are loaded before somebody logs in."""
    heavy = ("joserfc", "cryptography", "http.client", "ssl", "socket", "msgspec", "sqlalchemy", "platformdirs")
    program = (
        "import sys\nfrom cli.main import ohjaus\n"
        "try:\n    ohjaus.main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"sys.stderr.write(' '.join(name for name in {heavy!r} if name in sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    assert done.stderr == ""
