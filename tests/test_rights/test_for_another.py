"""Acting for another at the command line: asking first, being denied, and pasting what is proposed."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_rights.test_commands import AUTHORITY, CALCULATED, CONFIRMED, ON, PROBLEM, lines, log, sit

__all__ = ["log"]

CASE = "self-government-problem-fi-2026"
NAMED = ("case", "advance", CASE, "owner_named", "--on", "2026-11-20", "--set", "owner=VM")


@pytest.fixture
def team(log: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Erik may act for David, whose right may be delegated, and for Cecilia, whose right may not; David has begun."""
    succeed("grant", "add", "test-david", "--role", "vm", "--may-delegate", *ON)
    for principal in ("test-david", "test-cecilia"):
        succeed("grant", "add", "test-erik", "--role", "delegate", "--acts-for", principal, *ON)
    sit(monkeypatch, "david")
    succeed(*PROBLEM)
    sit(monkeypatch, "erik")
    return log


def test_asking_first_asks_for_whom_it_would_be_recorded(team: Path) -> None:
    """What is answered is what recording it would meet: in Erik's own right, for David, and for Cecilia."""
    for words, code in (((), 4), (("--for", "test-david"), 0), (("--for", "test-cecilia"), 4)):
        asked = answer("grant", "check", CASE, "owner_named", *words)
        assert asked["covered"] is (code == 0)
        assert invoke(*NAMED, "--dry-run", *words).exit_code == code
    said = succeed("grant", "check", CASE, "owner_named", "--for", "test-david", "--lang", "en").stdout
    assert f"A right covers owner_named in {CASE}, recorded for test-david." in said


def test_asking_first_looks_at_the_rights_that_would_count(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cecilia's own right counts in its own role, and neither in another nor to act for somebody, who stays unknown."""
    sit(monkeypatch, "cecilia")
    succeed(*PROBLEM)
    for words, covered in (
        ((), True),
        (("--as", "VM"), True),
        (("--as", "stm"), False),
        (("--for", "test-nobody"), False),
    ):
        assert answer("grant", "check", CASE, "owner_named", *words)["covered"] is covered
        assert invoke(*NAMED, "--dry-run", *words).exit_code == (0 if covered else 4)
    assert invoke("person", "show", "test-nobody").exit_code == 3


def test_duties_bind_the_one_for_whom_it_is_asked(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cecilia calculated: asking first says of her, and so does the denial, that it is not recorded for her."""
    for role in ("registry", "government"):
        succeed("grant", "add", "test-cecilia", "--role", role, "--may-delegate", *ON)
    succeed("grant", "add", "test-erik", "--role", "delegate", "--acts-for", "test-cecilia", *ON)
    sit(monkeypatch, "cecilia")
    succeed(*CALCULATED)
    succeed("case", "advance", AUTHORITY, "proposal_made", "--on", "2026-11-21", "--doc", "proposal=VM/2/2026")
    sit(monkeypatch, "erik")
    checked = answer("grant", "check", AUTHORITY, "confirmed", "--for", "test-cecilia")
    assert (checked["covered"], checked["kept_apart"]["person"]) == (False, "test-cecilia")
    denied = invoke(*CONFIRMED, "--for", "test-cecilia", "--lang", "en")
    assert denied.exit_code == 4
    assert "so this is not recorded for test-cecilia, and somebody else" in denied.stderr


LACKING = {
    "fi": (
        "kirjaajalla ei ole oikeutta (rooli delegate) toimia henkilön test-anna puolesta",
        "henkilöllä test-cecilia ei ole oikeutta, joka kattaa sen",
        "oikeus toimia henkilön test-bertil puolesta koskee muuta menettelyä",
    ),
    "sv": (
        "ingen behörighet (rollen delegate) att handla för test-anna",
        "test-cecilia har ingen behörighet som täcker den",
        "behörigheten att handla för test-bertil gäller ett annat förfarande",
    ),
    "en": (
        "test-erik has no right in the role delegate to act for test-anna",
        "test-cecilia has no right that covers it and by which another may act",
        "the right to act for test-bertil is of another procedure",
    ),
}


def test_a_denial_says_what_acting_for_another_lacks(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By name, in each language: the right to act for them, one of theirs that may be delegated, or its procedure.

    The security log holds them as the log holds persons, by reference, so that an erasure reaches it.
    """
    sit(monkeypatch, "anna")
    succeed("grant", "add", "test-bertil", "--role", "vm", "--may-delegate", *ON)
    acting = ("--role", "delegate", "--acts-for", "test-bertil", "--procedure", "evaluation")
    succeed("grant", "add", "test-erik", *acting, *ON)
    sit(monkeypatch, "erik")
    for language, lacking in LACKING.items():
        for principal, said in zip(("test-anna", "test-cecilia", "test-bertil"), lacking, strict=True):
            denied = invoke(*NAMED, "--for", principal, "--lang", language)
            assert denied.exit_code == 4
            assert said in denied.stderr
            assert "p-" not in denied.stderr
    told = [line["details"] for line in lines()]
    assert {str(one["for"])[:2] for one in told if isinstance(one, dict)} == {"p-"}


def test_what_is_proposed_is_recorded_in_the_same_name(team: Path) -> None:
    """Pasted, it would else be recorded in one's own right; what only reads is proposed as ever."""
    refused = invoke("case", "advance", CASE, "owner_named", "--on", "2026-11-20", "--for", "test-david")
    (tried,) = [one for one in refused.stderr.splitlines() if one.startswith("Try: ")]
    assert tried.endswith(" --for test-david")
    named = ("--for", "test-david", "--as", "vm")
    commands = [item["command"] for item in answer("case", "next", CASE, *named)]
    assert commands
    assert all(one.endswith(" --for test-david --as vm") for one in commands)
    after = succeed(*NAMED, *named[:2], "--dry-run").stdout
    assert f"ohjaus case show {CASE}\n" in after
    assert f"ohjaus case next {CASE} --for test-david\n" in after
    assert "--for" not in succeed("case", "next", CASE).stdout
    unknown = invoke("case", "advance", CASE, "owner_namde", *ON, "--for", "test-david", "--lang", "en")
    assert f"ohjaus case next {CASE} --for test-david\n" in unknown.stderr
    assert "The procedure self_government_problem@" in unknown.stderr


def test_a_right_to_act_for_somebody_is_told_with_whom_and_from_when(team: Path) -> None:
    """In the list, and a move under a later law can be asked about by the name that a denial gives it."""
    listed = succeed("grant", "list", "--lang", "en").stdout.splitlines()
    erik = [line.split("\t")[2] for line in listed if "test-erik" in line]
    assert erik == ["delegate, for test-david", "delegate, for test-cecilia"]
    assert all("2026-11-20" in line for line in listed if line.startswith("grant-"))
    asked = answer("grant", "check", CASE, "law_changed", "--for", "test-david")
    assert (asked["needed"], asked["covered"]) == ([{"role": "registry", "organisation": "VM"}], True)
    unknown = invoke("grant", "check", CASE, "law_changde")
    assert (unknown.exit_code, "self_government_problem@" in unknown.stderr) == (3, True)


def test_a_denial_names_people_whichever_way_the_act_came(
    team: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An import is judged past the page of one case; whom its denial speaks of has a name there too."""
    history = folder / "history.toml"
    history.write_bytes(files("procedures").joinpath("real_history.toml").read_bytes())
    for words in ((), ("--dry-run",)):
        denied = invoke("import", str(history), *words, "--lang", "en")
        assert denied.exit_code == 4
        assert "delegate for test-david (grant-fi-2026-3)" in denied.stderr
        assert "p-" not in denied.stderr


@pytest.mark.parametrize("words", ["deadline tick", "deadline tick --dry-run", "import history.toml"])
def test_what_nobody_decides_is_recorded_for_nobody_else(team: Path, words: str) -> None:
    """The clock and published history are recorded in one's own right, and not so while it seems another's."""
    refused = invoke(*words.split(), "--for", "test-david", "--lang", "en")
    assert (refused.exit_code, "recorded in one’s own right" in refused.stderr) == (2, True)
    assert lines() == []


NOT_FOR_ANOTHER = {
    "en": "--for belongs to commands that record: nothing is read for another.",
    "fi": "--for kuuluu kirjaaviin komentoihin: toisen puolesta ei lueta mitään.",
    "sv": "--for hör till kommandon som antecknar: för en annan läses ingenting.",
}


@pytest.mark.parametrize("words", ["case list", f"case history {CASE}", "deadline list", "grant list", "person list"])
def test_nothing_is_listed_for_another(team: Path, words: str) -> None:
    """It would show what Erik sees all the same, and not what David has to do."""
    for language, said in NOT_FOR_ANOTHER.items():
        refused = invoke(*words.split(), "--for", "test-david", "--lang", language)
        assert (refused.exit_code, said in refused.stderr, refused.stdout) == (2, True, "")
    succeed(*words.split())


def test_what_is_to_be_done_is_gone_on_with_in_the_same_name(team: Path) -> None:
    """Tasks and next acts propose commands, and so take the other person along."""
    for proposing in ("todo", f"case next {CASE}"):
        result = succeed(*proposing.split(), "--for", "test-david")
        assert " --for test-david" in result.stdout + result.stderr
