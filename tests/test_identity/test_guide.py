"""The guide to identities, typed as it stands, with a made-up issuer in the place of the one that it names."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.test_cli.conftest import invoke
from tests.test_house.tree import ROOT
from tests.test_identity.made_up_issuer import CLIENT, MadeUpIssuer

GUIDE = (ROOT / "docs" / "identity.md").read_text(encoding="utf-8")
MARK = re.compile(r"\s+# exit (\d+)$")
NAMED = "id.example.org/realm"


def typed() -> list[tuple[list[str], int]]:
    """What is to be typed, in order, each with the exit code that it ends with."""
    found = []
    for line in GUIDE.splitlines():
        if line.startswith("$ ohjaus "):
            mark = MARK.search(line)
            command = line[: mark.start()] if mark else line
            found.append((shlex.split(command.removeprefix("$ ohjaus ")), int(mark.group(1)) if mark else 0))
    return found


def here(word: str, served: MadeUpIssuer) -> str:
    """A word of the guide with the issuer of the test in it."""
    if word == "ohjaus":
        return CLIENT
    word = word.replace(f"https://{NAMED}", served.url).replace(NAMED, served.host)
    return re.sub(r"#ohjaus$", f"#{CLIENT}", word)


def test_every_command_of_the_guide_does_what_it_says(served: MadeUpIssuer, log: Path) -> None:
    """Asserted, logged in, logged out, rights turned on over an issuer, and nothing done without a login."""
    served.approves = "made-up-anna"
    commands = typed()
    assert len(commands) > 15
    for words, code in commands:
        result = invoke(*(here(word, served) for word in words))
        assert result.exit_code == code, (words, result.stdout, result.stderr)


def test_every_code_of_the_guide_is_explained() -> None:
    """And the guide names every code of a token."""
    from cli.rules.glossary import written_codes

    named = set(re.findall(r"`(token-[a-z-]+)`", GUIDE))
    assert named == {code for code in written_codes() if code.startswith("token-")}
