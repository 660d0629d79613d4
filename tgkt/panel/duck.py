"""DuckDB, where the statement runs: the only module that imports it. What it spills goes to a folder of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tgkt.errors import UsageError
from tgkt.message import Message
from tgkt.notes import step
from tgkt.panel.base import File
from tgkt.panel.select import literal

DEFAULT_MEMORY = "2GB"


class Duck:
    """A database that lives as long as one question."""

    def __init__(self, connection: Any, folder: Path, mistake: type[Exception]) -> None:
        self._connection, self.folder, self.mistake = connection, folder, mistake
        self._files = 0

    def run(self, text: str) -> None:
        """Carry out a statement."""
        self._connection.execute(text)

    def keep(self, name: str, text: str) -> None:
        """Keep the rows of a question in a file of the private folder, which takes less time and memory than a table."""
        self._files += 1  # a name of its own, as what was read of another may be remembered
        file = literal(str(self.folder / f"{name}_{self._files}.parquet"))
        self.run(f"COPY ({text}) TO {file} (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION uncompressed)")
        self.run(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet({file})")

    def share(self) -> int | None:
        """How much of the statement that runs is done, in percent; None where the database does not know."""
        try:
            found = self._connection.query_progress()
        except self.mistake:  # it has just been closed
            return None
        return round(found) if found >= 0 else None

    def rows(self, text: str) -> list[tuple[Any, ...]]:
        """The rows of a question."""
        return list(self._connection.execute(text).fetchall())

    def columns(self, source: str) -> dict[str, str]:
        """The columns of a table or of a reading function, each with its type."""
        return {name: kind for name, kind, *_ in self.rows(f"DESCRIBE SELECT * FROM {source}")}

    def table(self, name: str, rows: Sequence[tuple[object, ...]], fields: Sequence[str], types: Sequence[str]) -> None:
        """A table of these rows."""
        declared = ", ".join(f'"{field}" {kind}' for field, kind in zip(fields, types, strict=True))
        self.run(f"CREATE TABLE {name} ({declared})")
        for at in range(0, len(rows), _AT_ONCE):
            lines = [", ".join(literal(each) for each in row) for row in rows[at : at + _AT_ONCE]]
            self.run(f"INSERT INTO {name} VALUES " + ", ".join(f"({line})" for line in lines))

    def is_text(self, file: File) -> bool:
        """Whether a file is Parquet by the end of its name, else CSV."""
        return Path(file).suffix.lower() not in (".parquet", ".pq")

    def reader(self, files: Sequence[File]) -> str:
        """What reads these files."""
        listed = "[" + ", ".join(literal(str(file)) for file in files) + "]"
        if self.is_text(files[0]):
            return f"read_csv({listed}, all_varchar = true, header = true, union_by_name = true)"
        return f"read_parquet({listed}, union_by_name = true)"

    def copy(self, view: str, file: Path, form: str, schema: str) -> None:
        """Write the rows of a view to a file: csv, parquet, or ndjson, where each row begins with the name of its schema."""
        step(Message("writing the answer…"), self.share)
        options = {"csv": "FORMAT csv, HEADER", "ndjson": "FORMAT json", "parquet": "FORMAT parquet"}[form]
        named = f"{literal(schema)} AS schema, " if form == "ndjson" else ""
        self.run(f"COPY (SELECT {named}* FROM {view}) TO {literal(str(file))} ({options})")


_AT_ONCE = 500


@contextmanager
def duck(memory: str = DEFAULT_MEMORY) -> Iterator[Duck]:
    """A database within a limit of memory, in a private folder that is removed at the end.

    Raises:
        UsageError: duckdb is not installed, or the limit is no size.
    """
    try:
        import duckdb  # lazy: an extra, needed by tgkt panel alone
    except ImportError:
        raise UsageError("tgkt panel needs duckdb. Install it with: pip install 'tgkt[panel]'") from None
    with tempfile.TemporaryDirectory(prefix="tgkt-panel-") as name:
        folder = Path(name)
        connection = duckdb.connect(str(folder / "panel.duckdb"))
        try:
            connection.execute(f"SET temp_directory = {literal(str(folder / 'spill'))}")
            connection.execute("SET preserve_insertion_order = false")
            connection.execute("SET allocator_background_threads = true")  # what is freed is given back at once
            connection.execute("SET enable_progress_bar = true")
            connection.execute("SET enable_progress_bar_print = false")
            try:
                connection.execute(f"SET memory_limit = {literal(memory)}")
            except duckdb.Error:
                raise UsageError("--memory: '{text}' is not a size. Write e.g. 2GB", text=memory) from None
            yield Duck(connection, folder, duckdb.Error)
        finally:
            connection.close()
