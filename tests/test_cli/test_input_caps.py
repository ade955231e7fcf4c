"""Every entrance for data has the same caps: 10 MB, 64 levels, 100 times its packed size; and nothing has two meanings.

Whatever is refused is refused with exit code 9, without a traceback, and leaves the log where it stood.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.collect.package import LARGEST_BYTES as LARGEST_WORKBOOK
from cli.collect.package import STEEPEST, parts
from engine.errors import InputRejected
from tests.test_cli.conftest import answer, invoke

CASE = "evaluation-15-2025"
ADVANCE = ("case", "advance", CASE, "group_met", "--on", "2026-03-02")

TOO_DEEP = '{"a":' + "[" * 64 + "]" * 64 + "}"
JSON: dict[str, str | bytes] = {
    "too large": '{"a": "' + "x" * 10_000_000 + '"}',
    "too deep": TOO_DEEP,
    "far too deep": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "a key twice": '{"a": 1, "a": 2}',
    "a key twice, written differently": '{"a": 1, "\\u0061": 2}',
    "a key twice, deeper": '{"a": {"b": 1, "b": 1}}',
    "not a number": '{"a": NaN}',
    "infinity": '{"a": -Infinity}',
    "a fraction": '{"a": 1.5}',
    "a long number": '{"a": ' + "9" * 5000 + "}",
    "half a character": '{"a": "\\ud800"}',
    "not UTF-8": b'{"a": "\xff"}',
    "nothing": "",
}
TOML: dict[str, str | bytes] = {
    "too large": "# " + "x" * 10_500_000,
    "too deep": "[[fact]]\ndata = " + "[" * 63 + "]" * 63,
    "far too deep": "fact = " + "[" * 50_000 + "]" * 50_000,
    "deep by dots": "[[fact]]\nx" + ".y" * 5_000_000 + " = 1",
    "deep by quoted dots": "['a'" + " . 'b'" * 1_000_000 + "]",
    "a key twice": '[[fact]]\nwhat = "a"\nwhat = "b"',
    "not a number": "[[fact]]\namount = nan",
    "a fraction": "[[fact]]\nprocedure = 'evaluation'\nsubject = '15'\non = 2025-01-01\nwhat = 'a'\ndata = {a = 1.5}",
    "not UTF-8": b"a = '\xff'",
}


def written(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def head() -> int:
    return max(int(row["head"]) for row in answer("projection", "list"))


def refused(*arguments: str) -> str:
    """Runs what is to be refused, and gives the code of the refusal."""
    before = head()
    result = invoke(*arguments, "--format", "json")
    assert result.exit_code == 9, (arguments, result.stdout[:500], result.stderr[:500])
    assert "Traceback" not in result.stderr
    assert head() == before
    return str(json.loads(result.stdout)["error"]["code"])


@pytest.mark.parametrize("name", JSON)
def test_json_of_an_act(name: str, database: Path, folder: Path) -> None:
    """What is too much or has two meanings is not taken for the data of an act."""
    code = refused(*ADVANCE, "--json", written(folder, "given.json", JSON[name]))
    assert code == ("input-too-large" if name == "too large" else "json-invalid")


@pytest.mark.parametrize("name", JSON)
def test_json_of_a_calculation(name: str, database: Path, folder: Path) -> None:
    """The figures of a calculator come in through the same door."""
    refused("figures", "check", "Lappi", "--on", "2025-06-17", "--json", written(folder, "given.json", JSON[name]))


@pytest.mark.parametrize("name", TOML)
def test_toml_of_a_history(name: str, database: Path, folder: Path) -> None:
    """A history file has the same caps, and a fraction or a number that is none is refused."""
    refused("import", written(folder, "given.toml", TOML[name]))


@pytest.mark.parametrize(
    "content",
    ["x = 1", "lang = 'fi'\nlang = 'sv'", "lang = " + "[" * 5_000, "#" * 1_100_000, "x" + ".y" * 400_000 + "=1"],
)
def test_toml_of_the_settings(content: str, database: Path, folder: Path) -> None:
    """Settings are few and short; anything else is no settings file."""
    written(folder, "ohjaus.toml", content)
    result = invoke("case", "list", "--format", "json", "--db", str(database))
    assert (result.exit_code, "Traceback" in result.stderr) == (9, False)


def steep(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", b" " * (STEEPEST * 200_000))


def swollen(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("[Content_Types].xml", b" " * LARGEST_WORKBOOK)


def many(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(1000):
            packed.writestr(f"xl/{number}.xml", b"<a/>")


@pytest.mark.parametrize("make", [steep, swollen, many])
def test_a_workbook_that_swells(make: Callable[[Path], None], folder: Path) -> None:
    """A part that unpacks to over 100 times its size, a file over 10 MB and one of too many parts are refused."""
    make(folder / "given.xlsx")
    with pytest.raises(InputRejected):
        parts(folder / "given.xlsx")


@pytest.mark.parametrize("content", [b"", b"x" * 200, b"SQLite format 3\x00" + bytes(5000), b"PK\x03\x04" + bytes(500)])
def test_a_foreign_file_in_the_place_of_a_log_or_a_backup(content: bytes, database: Path, folder: Path) -> None:
    """What was never a log is opened neither as one nor as a backup of one, and stays as it is."""
    path = written(folder, "foreign.db", content)
    Path(path).chmod(0o600)
    codes = [invoke("case", "list", "--db", path).exit_code, invoke("db", "restore", path).exit_code]
    assert (codes, Path(path).read_bytes()) == ([9, 9], content)
