"""`completion`: the script of each shell, and what it completes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_has_a_script(shell: str) -> None:
    """The script calls back into `ohjaus` through its own variable, and runs no shell to be printed."""
    script = succeed("completion", "show", shell).stdout
    assert "_OHJAUS_COMPLETE" in script
    assert answer("completion", "show", shell)["script"].strip() == script.strip()


def test_the_script_is_written_where_the_shell_reads_it(folder: Path) -> None:
    """`install` writes the very script; a rehearsal writes nothing."""
    path = folder / "data" / "bash-completion" / "completions" / "ohjaus"
    assert answer("completion", "install", "bash", "--dry-run")["file"] == str(path)
    assert not path.exists()
    succeed("completion", "install", "bash")
    assert path.read_text().strip() == succeed("completion", "show", "bash").stdout.strip()


def test_an_unknown_shell_is_a_usage_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a known shell in the environment one must be named."""
    monkeypatch.delenv("SHELL", raising=False)
    assert invoke("completion", "show").exit_code == 2
    assert invoke("completion", "show", "tcsh").exit_code == 2
