"""Spark, where one machine is outgrown: the same statement, translated. The only module that imports pyspark and sqlglot.

Spark holds its own view of decimals, so its session is told how DuckDB does: a product keeps all its decimals, types that
meet keep the longer fraction, and what does not fit is an error and never NULL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import reduce
from typing import Any

from tgkt.errors import DataError, UsageError
from tgkt.message import Message
from tgkt.notes import step
from tgkt.panel.base import File
from tgkt.panel.select import literal, quoted

_SESSION = {
    "spark.sql.codegen.wholeStage": "false",  # the statement is longer than a method of Java may be
    "spark.sql.ansi.enabled": "true",
    "spark.sql.decimalOperations.allowPrecisionLoss": "false",
    "spark.sql.legacy.decimal.retainFractionDigitsOnTruncate": "true",
    "spark.sql.caseSensitive": "false",
    "spark.sql.session.timeZone": "UTC",
}
_ON_ONE_MACHINE = {"spark.buffer.pageSize": "2m"}
"""Every small table of a join takes a page, else of some 32 MiB, and there are dozens: half the memory of an answer."""
_QUIET = {"spark.log.level": "ERROR", "spark.ui.showConsoleProgress": "false"}


class Spark:
    """A session: its tables and rules are seen by nobody else and are gone with it."""

    def __init__(self, session: Any, mistake: tuple[type[Exception], ...]) -> None:
        self._session, self.mistake, self._kept = session, mistake, list[Any]()
        self._read = 0

    def run(self, text: str) -> None:
        """Carry out a statement that makes a table or a view; neither is written anywhere."""
        from sqlglot import exp, parse_one  # lazy: an extra, for --engine spark alone

        made = parse_one(text, read="duckdb")
        if not isinstance(made, exp.Create) or made.expression is None:
            raise ValueError(text)
        frame = self._session.sql(made.expression.sql("spark"))
        if made.kind == "TABLE":
            self._kept.append(frame.persist())
        frame.createOrReplaceTempView(made.this.name)

    def keep(self, name: str, text: str) -> None:
        """Keep the rows of a question."""
        self.run(f"CREATE TABLE {name} AS {text}")

    def share(self) -> int | None:
        """Spark does not say."""
        return None

    def rows(self, text: str) -> list[tuple[Any, ...]]:
        """The rows of a question."""
        return [tuple(row) for row in self._session.sql(translation(text)).collect()]

    def columns(self, source: str) -> dict[str, str]:
        """The columns of a table, each with its type in the words of DuckDB."""
        found = self._session.sql(translation(f"SELECT * FROM {source}")).dtypes
        return {name: _WORDS.get(kind, kind.upper()) for name, kind in found}

    def table(self, name: str, rows: Sequence[tuple[object, ...]], fields: Sequence[str], types: Sequence[str]) -> None:
        """A table of these rows, written out in the plan of every question."""
        names = [f"c{place}" for place in range(len(fields))]
        columns = ", ".join(
            f"CAST({own} AS {kind}) AS {quoted(field)}" for own, field, kind in zip(names, fields, types, strict=True)
        )
        lines = [", ".join(literal(cell) for cell in row) for row in rows or [(None,) * len(fields)]]
        values = "VALUES " + ", ".join(f"({line})" for line in lines)
        text = f"SELECT {columns} FROM ({values}) told ({', '.join(names)})" + ("" if rows else " WHERE FALSE")
        self._session.sql(translation(text)).createOrReplaceTempView(name)

    def is_text(self, file: File) -> bool:
        """No path is: a file, a folder, a pattern of Parquet.

        Raises:
            UsageError: the name says that it is text.
        """
        if str(file).lower().endswith((".csv", ".tsv", ".txt")) or str(file) == "-":
            raise UsageError(
                "{file}: --engine spark reads Parquet. Write it as Parquet, or leave --engine out", file=file
            )
        return False

    def reader(self, files: Sequence[File]) -> str:
        """A table of Parquet files, on any paths that Spark knows: each is read apart, as decimals may differ."""
        found = [self._session.read.option("mergeSchema", "true").parquet(str(file)) for file in files]
        self._read += 1
        name = f"files_{self._read}"
        reduce(_below, found).createOrReplaceTempView(name)
        return name

    def write(self, view: str, path: str) -> None:
        """Write a view as Parquet where the cluster writes.

        Raises:
            UsageError: there is something already.
        """
        from pyspark.errors import AnalysisException  # lazy: an extra, for --engine spark alone

        step(Message("writing the answer…"), self.share)
        try:
            self._session.table(view).write.mode("errorifexists").parquet(path)
        except AnalysisException as error:
            if error.getCondition() != "PATH_ALREADY_EXISTS":
                raise
            raise UsageError("{file}: is there already. Name a new path", file=path) from None

    @contextmanager
    def fresh(self) -> Iterator[Spark]:
        """A session beside this one, with our rules and without its tables.

        Raises:
            DataError: Spark cannot carry out a statement.
        """
        session = self._session.newSession()
        for name, value in _SESSION.items():
            session.conf.set(name, value)
        context = session.sparkContext
        if context.master.startswith("local"):
            # Parts by the hundred, and plans that are changed under way, cost one machine more than they save.
            session.conf.set("spark.sql.shuffle.partitions", str(2 * context.defaultParallelism))
            session.conf.set("spark.sql.adaptive.enabled", "false")
        other = Spark(session, self.mistake)
        try:
            yield other
        except self.mistake as error:
            raise DataError([Message("Spark cannot answer: {reason}", reason=_first_line(error))]) from None
        finally:
            with suppress(*self.mistake, OSError):  # a Spark that is gone keeps nothing
                for frame in other._kept:
                    frame.unpersist()


def _below(one: Any, other: Any) -> Any:
    """Rows of two tables, whose columns meet by name."""
    return one.unionByName(other, allowMissingColumns=True)


_WORDS = {"string": "VARCHAR", "int": "INTEGER"}


def translation(text: str) -> str:
    """A statement in the words of Spark."""
    from sqlglot import transpile  # lazy: an extra, for --engine spark alone

    return str(transpile(text, read="duckdb", write="spark")[0])


def _first_line(error: Exception) -> str:
    cause = getattr(error, "java_exception", None)  # else the line says which call failed, and not why
    told = str(error if cause is None else cause.toString())
    return (told.strip().splitlines() or [type(error).__name__])[0]


@contextmanager
def spark(master: str) -> Iterator[Spark]:
    """A session on an existing Spark.

    Raises:
        UsageError: pyspark or sqlglot is not installed, or there is no Spark under that name.
    """
    try:
        import sqlglot  # noqa: F401  # lazy: an extra, for --engine spark alone
        from py4j.protocol import Py4JError  # lazy: comes with pyspark
        from pyspark.errors import PySparkException  # lazy: as above
        from pyspark.sql import SparkSession  # lazy: as above
    except ImportError:
        raise UsageError(
            "tgkt panel --engine spark needs pyspark and sqlglot. Install them with: pip install 'tgkt[spark]'"
        ) from None
    builder = SparkSession.builder.master(master).appName("tgkt panel")
    for name, value in (_QUIET | (_ON_ONE_MACHINE if master.startswith("local") else {})).items():
        builder = builder.config(name, value)
    mistake = (PySparkException, Py4JError)
    try:
        first = builder.getOrCreate()
    except mistake as error:
        reason = _first_line(error)
        raise UsageError("--master: '{master}' cannot be used: {reason}", master=master, reason=reason) from None
    try:
        with Spark(first, mistake).fresh() as base:
            yield base
    finally:
        with suppress(*mistake, OSError):
            first.stop()
