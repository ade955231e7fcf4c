"""Running commands and looking through everything that they gave: output, files, packed files, tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.test_cli.conftest import invoke
from tests.test_publicity.planting import AMOUNT_CENTS, MARK

_SECRETS = (MARK, AMOUNT_CENTS, f"{int(AMOUNT_CENTS) / 100:.2f}", f"{int(AMOUNT_CENTS) // 100}")
_ENCODINGS = ("utf-8", "utf-16-le")
_SOUGHT = tuple(
    secret.encode(coding)
    for secret in _SECRETS
    for coding in _ENCODINGS
    if not any(other != secret and other in secret for other in _SECRETS)
)
"""A secret in which another one stands is found by that other one."""
_OURS = (".db", ".db-wal", ".db-shm", ".persons", ".keys", ".log")


def given(folder: Path, *words: str) -> Iterator[tuple[str, bytes]]:
    """Runs a command and yields what it gave, by its place: standard output and error, and every file that is new."""
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    result = invoke(*words)
    assert result.exception is None or isinstance(result.exception, SystemExit), (words, result.exc_info)
    yield "standard output", result.stdout_bytes
    yield "standard error", result.stderr_bytes
    for path in sorted(folder.rglob("*")):
        is_new = path.is_file() and before.get(path) != path.stat().st_mtime_ns
        if is_new and not path.name.endswith(_OURS) and "demo.db" not in path.name:
            yield from _opened(path.name, path.read_bytes())


def _opened(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for inner in packed.namelist():
                yield from _opened(f"{name}/{inner}", packed.read(inner))
    if content[:4] == b"PAR1":
        from pyarrow import parquet

        yield f"{name} read back", str(parquet.read_table(io.BytesIO(content)).to_pylist()).encode()


def leaks(folder: Path, *words: str) -> list[str]:
    """Runs a command and gives the places in which a secret stands."""
    return [f"{' '.join(words)}: {place}" for place, content in given(folder, *words) if holds(content)]


def holds(content: bytes) -> bool:
    """Says whether a secret stands in some bytes, broken over lines or not."""
    # No secret holds a space, so that one which stands in the bytes as they are stands in these as well.
    joined = content.translate(None, b"\n\r ")
    return any(one in joined for one in _SOUGHT)
