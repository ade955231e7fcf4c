"""The stand-alone verifier as an expert runs it: another interpreter, an empty environment, nothing installed."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.test_cli.bundles import VERIFIER, files_of, sealed
from tests.test_cli.conftest import succeed
from tests.test_house.tree import ROOMS, ROOT, python_files

CASE = "evaluation-15-2025"


def run(*arguments: str, folder: Path, program: Path = VERIFIER) -> tuple[int, list[str]]:
    """Runs the verifier by an interpreter that sees neither our packages nor our environment."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-W", "error", str(program), *arguments],
        cwd=folder,
        env={"PATH": os.defpath},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


@pytest.fixture
def key(database: Path) -> str:
    """The public half of a signing key."""
    succeed("audit", "key", "init", "--name", "made-up")
    return str(json.loads(succeed("audit", "key", "show", "--format", "json").stdout)["keys"][0]["vkey"])


@pytest.fixture
def bundle(key: str, folder: Path) -> Path:
    """The demo log as a whole bundle."""
    succeed("audit", "export", "--format", "bundle", "--out", "whole")
    return folder / "whole"


def test_a_whole_log_is_found_whole(bundle: Path, key: str, folder: Path) -> None:
    """Each check is told, and so is what this program cannot judge."""
    code, lines = run("whole", "--key", key, "--pure", folder=folder)
    manifest = json.loads((bundle / "manifest.json").read_text())
    size = manifest["size"]
    assert (code, lines[-1]) == (0, "WHOLE as far as it was checked")
    assert lines[:-1] == [
        f"checked      files: {len(manifest['files'])} files are what the manifest says",
        f"checked      signature: {manifest['origin']} at {size} is signed by made-up (found by this file)",
        f"checked      events: {size}, canonical, chained without a gap, and the signed tree",
        "NOT CHECKED  whether each act was lawful: that takes the rules, as `ohjaus audit verify` has them",
        "NOT CHECKED  whether the log only grew: there is no older checkpoint (--older)",
    ]


def test_a_zip_and_its_folder_are_the_same(bundle: Path, key: str, folder: Path) -> None:
    """The same log packed is checked without being unpacked, and with the copy that travels inside."""
    succeed("audit", "export", "--format", "bundle", "--out", "whole.zip")
    expected = run("whole", "--key", key, folder=folder)
    assert run("whole.zip", "--key", key, folder=folder) == expected
    assert run(".", "--key", key, folder=bundle, program=bundle / "verify_ohjaus.py") == expected
    assert (bundle / "verify_ohjaus.py").read_bytes() == VERIFIER.read_bytes()


def test_a_key_that_nobody_named_is_said_to_be_one(bundle: Path, folder: Path) -> None:
    """Without --key the signature only fits the bundle's own key, and that is said."""
    code, lines = run("whole", "--pure", folder=folder)
    assert code == 0
    assert "NOT CHECKED  who signed: made-up is a key you did not name (--key)" in lines


def test_a_part_says_what_it_does_not_show(key: str, folder: Path) -> None:
    """The events of one case are proved, its history is printed, and what stays unseen is named."""
    succeed("audit", "export", "--format", "bundle", "--case", CASE, "--out", "part")
    code, lines = run("part", "--key", key, "--case", CASE, folder=folder)
    assert code == 0
    history = json.loads(succeed("case", "history", CASE, "--format", "json").stdout)
    told = f"checked      events: {len(history)}, canonical, each of them in the signed tree of "
    assert [line for line in lines if line.startswith(told)] != []
    assert "NOT CHECKED  what is not disclosed: other cases, and newer events of these" in lines
    table = lines[lines.index(f"events of {CASE}: {len(history)}") + 1 : -1]
    fields = ("position", "effective_on", "type", "state", "recorded_at")
    assert table == [" | ".join(fields), *(" | ".join(str(event[name]) for name in fields) for event in history)]


def test_an_event_left_out_of_a_case_is_named(key: str, folder: Path) -> None:
    """A part from which an event of the middle is missing is provable as far as it goes, and the hole is told."""
    asked = ("--case", CASE, "--in-force-on", "2025-09-09")
    succeed("audit", "export", "--format", "bundle", *asked, "--out", "part")
    held = files_of(folder / "part")
    for name in ("events.jsonl", "proofs.jsonl"):
        lines = held[name].splitlines(keepends=True)
        held[name] = b"".join(lines[:1] + lines[2:])
    write(folder / "holed", sealed(held, events=len(held["events.jsonl"].splitlines())))
    code, told = run("holed", "--key", key, folder=folder)
    third = json.loads(held["events.jsonl"].splitlines()[1])["position"]
    assert (code, f"NOT CHECKED  {CASE}: events before position {third}: 1" in told) == (0, True), told


def test_growth_from_an_older_checkpoint_is_checked(bundle: Path, key: str, folder: Path) -> None:
    """A checkpoint that the reader kept is held against the whole log; that of another log is refused."""
    succeed("audit", "checkpoint", "--out", "kept.note")
    assert run("whole", "--key", key, "--older", "kept.note", folder=folder)[0] == 0
    succeed("init", "--db", "other.db")
    succeed("--db", "other.db", "audit", "checkpoint", "--out", "other.note")
    code, lines = run("whole", "--key", key, "--older", "other.note", folder=folder)
    assert (code, lines[-1]) == (1, "NOT WHOLE")
    assert "BROKEN       growth: the other checkpoint is of another log, or newer" in lines


def test_another_key_is_not_believed(bundle: Path, folder: Path) -> None:
    """A named key that did not sign makes the bundle not whole."""
    succeed("audit", "key", "init", "--name", "somebody-else")
    shown = json.loads(succeed("audit", "key", "show", "--format", "json").stdout)["keys"]
    other = next(one["vkey"] for one in shown if one["vkey"].startswith("somebody-else"))
    code, lines = run("whole", "--key", other, folder=folder)
    assert (code, lines[-1]) == (1, "NOT WHOLE")


def write(folder: Path, held: dict[str, bytes]) -> None:
    folder.mkdir()
    for name, content in held.items():
        (folder / name).write_bytes(content)


def test_one_changed_word_is_found_and_placed(bundle: Path, key: str, folder: Path) -> None:
    """The first line that is not what it was is named, in whatever language its text is."""
    held = files_of(bundle)
    changed = held["events.jsonl"].replace(b'"state":"group_appointed"', b'"state":"group_dismissed"', 1)
    assert changed != held["events.jsonl"]
    write(folder / "changed", {**held, "events.jsonl": changed})
    write(folder / "sealed", sealed({**held, "events.jsonl": changed}))
    assert "BROKEN       files: events.jsonl is not what the manifest says" in run("changed", folder=folder)[1]
    code, lines = run("sealed", "--key", key, folder=folder)
    broken = [line for line in lines if line.startswith("BROKEN")]
    assert (code, len(broken)) == (1, 1)
    assert broken[0].endswith(": the chain is broken")


def test_nothing_of_a_bundle_steers_the_terminal(bundle: Path, folder: Path) -> None:
    """What stands in a bundle is shown escaped."""
    held = files_of(bundle)
    odd = json.loads(held["manifest.json"])
    odd["files"]["\x1b[2J\u202e"] = "0" * 64
    held["manifest.json"] = json.dumps(odd, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
    write(folder / "odd", held)
    code, lines = run("odd", folder=folder)
    assert code == 1
    assert r"BROKEN       files: \x1b[2J\u202e is missing" in lines


def unpacked(bundle: Path) -> Path:
    shutil.copytree(bundle, bundle.parent / "other")
    return bundle.parent / "other"


def a_link(bundle: Path) -> Path:
    other = unpacked(bundle)
    (other / "key.txt").unlink()
    (other / "key.txt").symlink_to(bundle / "key.txt")
    return other


def a_folder_inside(bundle: Path) -> Path:
    other = unpacked(bundle)
    (other / "more").mkdir()
    return other


def an_odd_name(bundle: Path) -> Path:
    return packed(bundle, zipfile.ZipInfo("../key.txt"))


def a_link_in_a_zip(bundle: Path) -> Path:
    entry = zipfile.ZipInfo("link.txt")
    entry.external_attr = 0o120777 << 16
    return packed(bundle, entry)


def too_many_files(bundle: Path) -> Path:
    return packed(bundle, *(zipfile.ZipInfo(f"file{number}") for number in range(80)))


def no_zip(bundle: Path) -> Path:
    path = bundle.parent / "other.zip"
    path.write_bytes(b"made-up")
    return path


def a_cut_zip(bundle: Path) -> Path:
    path = packed(bundle)
    path.write_bytes(path.read_bytes()[:-30])
    return path


def nothing(bundle: Path) -> Path:
    return bundle.parent / "not-there"


def packed(bundle: Path, *more: zipfile.ZipInfo) -> Path:
    path = bundle.parent / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(bundle.iterdir()):
            archive.write(file, file.name)
        for entry in more:
            archive.writestr(entry, b"made-up")
    return path


UNUSABLE = (a_link, a_folder_inside, an_odd_name, a_link_in_a_zip, too_many_files, no_zip, a_cut_zip, nothing)


@pytest.mark.parametrize("spoilt", UNUSABLE, ids=lambda one: one.__name__)
def test_what_is_no_bundle_is_not_read(bundle: Path, folder: Path, spoilt: object) -> None:
    """Links, odd names, too much of anything and what is no ZIP end with 2, before any content is believed."""
    assert callable(spoilt)
    code, lines = run(str(spoilt(bundle)), folder=folder)
    assert (code, lines[-1]) == (2, "NOT CHECKED: this cannot be read as a bundle")


def test_a_name_that_stands_twice_in_a_zip_is_refused(bundle: Path, folder: Path) -> None:
    """Two files of one name could be read differently by two programs."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = packed(bundle, zipfile.ZipInfo("key.txt"))
    assert run(str(path), folder=folder)[0] == 2


@pytest.mark.parametrize("given", ["made-up", "made-up+00000000+AAAA", ""])
def test_a_key_that_is_none_is_a_wrong_call(given: str, folder: Path) -> None:
    """What cannot be a key is refused as a wrong use of the program."""
    program = [sys.executable, "-I", str(VERIFIER), "whole", "--key", given]
    done = subprocess.run(program, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, "invalid key_of value" in done.stderr) == (2, True)


def test_openssl_is_asked_where_there_is_one(bundle: Path, key: str, folder: Path) -> None:
    """With `openssl` on the path two independent checks have to agree, and the answer says so."""
    asked = [line for line in run("whole", "--key", key, folder=folder)[1] if "signature" in line]
    found = "openssl and this file" if shutil.which("openssl", path=os.defpath) else "this file"
    assert asked[0].endswith(f"(found by {found})")


def test_it_is_one_file_of_the_standard_library() -> None:
    """It imports nothing that has to be installed, is Python 3.9, and starts nothing but openssl."""
    tree = ast.parse(VERIFIER.read_text(encoding="utf-8"), feature_version=(3, 9))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names
    started = [
        node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "subprocess"
    ]
    assert [node.attr for node in started] == ["run"]
    looked_for = [
        ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Call) and "which" in ast.unparse(node.func)
    ]
    assert looked_for == ["shutil.which('openssl')"]


def test_the_program_itself_never_runs_it() -> None:
    """It is handed out as a file; nothing of ours imports it."""
    for path, tree in python_files(*ROOMS, holding="verify_ohjaus"):
        imported = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert "cli.audit.stand_alone.verify_ohjaus" not in imported, path


def test_it_can_be_read_in_one_sitting() -> None:
    """Less than 300 of its lines are statements; the rest explains them."""
    text = (ROOT / "cli/audit/stand_alone/verify_ohjaus.py").read_text(encoding="utf-8")
    tree = ast.parse(text)
    prose = {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    stated = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() and number not in prose]
    assert len([number for number in stated if not text.splitlines()[number - 1].lstrip().startswith("#")]) < 300
