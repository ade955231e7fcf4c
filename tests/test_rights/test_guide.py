"""The guide to rights, typed as it stands by the made-up people that it speaks of."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from cli.rules.glossary import written_codes
from tests.test_cli.conftest import answer, invoke
from tests.test_house.tree import ROOT

GUIDE = (ROOT / "docs" / "rights.md").read_text(encoding="utf-8")
LINE = re.compile(r"^(?P<who>[a-z]+)\$ ohjaus (?P<command>.*?)(\s+# exit (?P<code>\d+))?$", re.MULTILINE)


def test_every_command_of_the_guide_does_what_it_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rights turned on, given, used, refused, delegated and taken back, each command by its own person."""
    monkeypatch.setenv("OHJAUS_DB", str(folder / "team.db"))
    typed = list(LINE.finditer(GUIDE))
    assert len(typed) > 25
    denied = 0
    for one in typed:
        monkeypatch.setattr("cli.frame.identity.os_user", lambda who=one["who"]: f"test-{who}")
        result = invoke(*shlex.split(one["command"]))
        assert result.exit_code == int(one["code"] or 0), (one[0], result.stdout, result.stderr)
        denied += one["code"] in ("3", "4")
    monkeypatch.setattr("cli.frame.identity.os_user", lambda: "test-fia")
    lines = answer("audit", "security", "--kind", "denied")
    assert [line["number"] for line in lines] == list(range(denied, 0, -1))
    assert {line["kind"] for line in lines} == {"denied"}
    assert answer("audit", "verify")["ok"] is True


def test_every_code_of_the_guide_is_explained() -> None:
    """Whoever reads a code in the guide can ask the program what it means."""
    table = GUIDE.split("| Found |")[1].split("## ")[0]
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", table))
    assert len(named) > 6
    assert named <= set(written_codes())
