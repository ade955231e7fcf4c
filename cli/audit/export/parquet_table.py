"""Parquet: the columns of the CSV with types; needs the extra `parquet`."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.audit.export.columns import COLUMNS
from cli.audit.export.selection import Selection
from engine.errors import InputRejected

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_AT_ONCE = 5_000


def write(path: Path, chosen: Selection) -> None:
    """Writes the file.

    Raises:
        InputRejected: `extra-missing`, the library is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as files
    except ImportError as error:
        raise InputRejected(
            "extra-missing",
            'Parquet needs the extra "parquet" of ohjaus, which is not installed here.',
            try_next='install "ohjaus[parquet]"',
            details={"extra": "parquet"},
        ) from error
    schema = _schema(pa, chosen.log_id)
    events = chosen.events()
    with files.ParquetWriter(path, schema, compression="zstd") as writer:
        while rows := [[column.of(one) for column in COLUMNS] for one in islice(events, ROWS_AT_ONCE)]:
            columns = [list(values) for values in zip(*rows, strict=True)]
            writer.write_table(pa.table(columns, schema=schema))


def _schema(arrow: Any, log_id: str) -> pa.Schema:  # noqa: ANN401 - the library as a module
    kinds = {
        "number": arrow.int64(),
        "date": arrow.date32(),
        "instant": arrow.timestamp("us", tz="UTC"),
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "json": arrow.string(),
    }
    fields = [arrow.field(column.name, kinds[column.kind]) for column in COLUMNS]
    return arrow.schema(fields, metadata={"log": f"ohjaus/{log_id}"})
