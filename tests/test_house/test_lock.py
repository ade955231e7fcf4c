"""The locks hold everything that is installed, pinned to a version and to the bytes of it."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.test_house.tree import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PYPROJECT["project"]["dependencies"]
BUILD = PYPROJECT["build-system"]["requires"]
TEST = PYPROJECT["project"]["optional-dependencies"]["test"]


def entries(lock: str) -> list[str]:
    """Gives the entries of a lock, each on one line, without its comments."""
    text = re.sub(r"^#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return re.sub(r" *\\\n *", " ", text).splitlines()


def pins(lock: str) -> dict[str, str]:
    found = (re.match(r"([a-z0-9-]+)==(\S+)", entry) for entry in entries(lock))
    return {pin[1]: pin[2] for pin in found if pin}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_pinned_to_a_version_and_hashes(lock: str) -> None:
    """An entry is a name, one version, perhaps a marker, and SHA-256 hashes: no host and no path."""
    pinned = re.compile(r"[a-z0-9-]+==[\w.]+( ; [\w .'<>=!()]+?)?( --hash=sha256:[0-9a-f]{64})+")
    assert [entry for entry in entries(lock) if not pinned.fullmatch(entry)] == []


@pytest.mark.parametrize(
    ("lock", "required"),
    [
        pytest.param("requirements.lock", RUNTIME + BUILD, id="runtime"),
        pytest.param("requirements-test.lock", RUNTIME + BUILD + TEST, id="test"),
    ],
)
def test_the_lock_meets_every_declared_requirement(lock: str, required: list[str]) -> None:
    """Each requirement of pyproject.toml is locked, at a version that it allows."""
    locked = pins(lock)
    wanted = [Requirement(line) for line in required]
    unmet = [
        str(requirement)
        for requirement in wanted
        if not requirement.specifier.contains(locked.get(canonicalize_name(requirement.name), "0"))
    ]
    assert unmet == []


def test_tests_run_on_what_is_shipped() -> None:
    """Every entry of the runtime lock stands unchanged in the lock for tests."""
    assert set(entries("requirements.lock")) - set(entries("requirements-test.lock")) == set()


def test_the_locked_build_tools_are_the_declared_ones() -> None:
    """The group that is locked for building names what the build system requires."""
    assert PYPROJECT["dependency-groups"]["build"] == BUILD


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_says_how_it_is_made(lock: str) -> None:
    """The command that makes the lock stands at its head, and names no index."""
    head = (ROOT / lock).read_text(encoding="utf-8").splitlines()[1]
    assert head.startswith("# uv pip compile --universal --python-version 3.11 --generate-hashes ")
    assert "--index" not in head
