"""The top level is fixed, and what is shipped is exactly the four packages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from tests.test_house.tree import ROOMS, ROOT, files_in_rooms, project_files

ALLOWED = {
    *ROOMS,
    "tests",
    "docs",
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "requirements.lock",
    "requirements-test.lock",
}


def test_the_top_level_holds_nothing_unforeseen() -> None:
    """Beside the four packages stand only the usual companions."""
    tops = {path.parts[0] for path in project_files()}
    assert {top for top in tops if not top.startswith(".")} - ALLOWED == set()


def test_the_wheel_holds_every_file_of_the_four_packages_and_no_other(tmp_path: Path) -> None:
    """Numbers, statutes' names and templates are shipped beside the code, tests are not."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("ohjaus-*.whl")
    with ZipFile(wheel) as archive:
        shipped = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert shipped == {path.as_posix() for path in files_in_rooms()}
