"""The parts of an XLSX file, taken out of it within bounds before anything else looks at them.

A workbook comes from outside. A part that unpacks to far more than it takes up, a macro, a link to another file, a
password or a document type is refused here, with what was found; what is left is packed anew from the bytes that were
counted, so that whoever reads it next sees nothing else.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Never
from xml.parsers import expat

from cli.case.given_files import regular
from engine.errors import InputRejected

LARGEST_BYTES = 10_000_000
LARGEST_UNPACKED_BYTES = 60_000_000
STEEPEST = 100
"""How many times its packed size a part may have when it is unpacked."""
SMALL_BYTES = 100_000
"""A part below this size may be as steep as it likes: an empty drop-down repeats itself."""
MOST_PARTS = 300

_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
_SPREADSHEET = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_HYPERLINK = "/hyperlink"
_FOREIGN = ("xl/externallinks/", "xl/embeddings/", "xl/activex/", "xl/querytables/", "xl/connections.xml", "xl/model/")
_READ = (".xml", ".rels")


def parts(path: Path) -> Mapping[str, bytes]:
    """Gives the XML parts of a workbook by name.

    Raises:
        InputRejected: it cannot be read, is too large, or holds what no answer holds.
    """
    content = _content(path)
    if content.startswith(_OLE):
        _refuse("workbook-encrypted", path, "it is protected by a password, or of an older format")
    if not content.startswith(_ZIP):
        _refuse("workbook-unreadable", path, "it is no XLSX file")
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            found = _unpacked(path, packed)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, OSError, EOFError) as error:
        raise _refusal("workbook-unreadable", path, f"it is damaged ({type(error).__name__})") from error
    _ensure_spreadsheet(path, found)
    return {name: part for name, part in found.items() if name.endswith(_READ)}


def repacked(found: Mapping[str, bytes]) -> bytes:
    """Gives a file of the parts, unpacked as they were counted."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as packed:
        for name, part in found.items():
            packed.writestr(zipfile.ZipInfo(name), part)
    return content.getvalue()


def _content(path: Path) -> bytes:
    with regular(path) as file:
        content = file.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        _refuse("workbook-too-large", path, f"it has more than {LARGEST_BYTES // 1_000_000} MB")
    return content


def _unpacked(path: Path, packed: zipfile.ZipFile) -> dict[str, bytes]:
    entries = packed.infolist()
    names = [entry.filename for entry in entries]
    if len(names) > MOST_PARTS or len(set(names)) < len(names):
        _refuse("workbook-unreadable", path, "it has too many parts, or one twice")
    found: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        _ensure_harmless(path, entry)
        part = _bounded(path, packed, entry, LARGEST_UNPACKED_BYTES - total)
        total += len(part)
        found[entry.filename] = part
    return found


def _bounded(path: Path, packed: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """Unpacks one part, no further than it may grow, whatever size it says that it has."""
    most = min(room, max(SMALL_BYTES, entry.compress_size * STEEPEST))
    if entry.file_size > most:
        _refuse("workbook-too-large", path, f"{entry.filename} unpacks to more than it may")
    with packed.open(entry) as stream:
        part = stream.read(most + 1)
    if len(part) != entry.file_size:
        _refuse("workbook-unreadable", path, f"{entry.filename} is not of the size that it says")
    return part


def _ensure_harmless(path: Path, entry: zipfile.ZipInfo) -> None:
    name = entry.filename.lower().removeprefix("/")
    if entry.flag_bits & 1:
        _refuse("workbook-encrypted", path, f"{entry.filename} is protected by a password")
    if "vbaproject" in name or name.startswith("xl/macrosheets/"):
        _refuse("workbook-macros", path, f"{entry.filename} holds a macro")
    if name.startswith(_FOREIGN):
        _refuse("workbook-links", path, f"{entry.filename} brings in something from elsewhere")


def _ensure_spreadsheet(path: Path, found: Mapping[str, bytes]) -> None:
    types = found.get("[Content_Types].xml", b"")
    if b"macroenabled" in types.lower():
        _refuse("workbook-macros", path, "it may hold macros; save it as an ordinary XLSX workbook")
    if _SPREADSHEET not in types:
        _refuse("workbook-unreadable", path, "it is no XLSX workbook")
    for name, part in found.items():
        if name.endswith(_READ):
            _ensure_plain(path, name, part)


def _ensure_plain(path: Path, name: str, part: bytes) -> None:
    """Makes sure that a part is XML without a document type and, a list of relations, without a link but to a page."""

    def refuse_type(*_: object) -> None:
        _refuse("workbook-unreadable", path, f"{name} declares a document type")

    def look(tag: str, attributes: dict[str, str]) -> None:
        outside = attributes.get("TargetMode", "").lower() == "external"
        if tag.endswith("Relationship") and outside and not attributes.get("Type", "").endswith(_HYPERLINK):
            _refuse("workbook-links", path, f"{name} refers to {attributes.get('Target', '')}")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_type
    if name.endswith(".rels"):
        parser.StartElementHandler = look
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # an encoding that is unknown, or no text's
        raise _refusal("workbook-unreadable", path, f"{name} is damaged") from error


def _refusal(code: str, path: Path, what: str) -> InputRejected:
    return InputRejected(code, f"{path.name}: {what}.", details={"path": path.name, "what": what})


def _refuse(code: str, path: Path, what: str) -> Never:
    raise _refusal(code, path, what)
