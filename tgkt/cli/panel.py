"""`tgkt panel`: the same rules over tables of millions of figures."""

import sys
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from functools import partial
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from tgkt.api.panel import Place
from tgkt.api.panel import panel as judge
from tgkt.api.pick.states import states_named
from tgkt.api.seen import seen
from tgkt.cli.options import AsOfOption, DataOption, Format, LangOption, output_for
from tgkt.cli.progress import working
from tgkt.errors import EXIT_TRUE, UsageError, reason
from tgkt.message import Message
from tgkt.panel.duck import DEFAULT_MEMORY
from tgkt.panel.run import Wanted


class By(StrEnum):
    """What the rows are taken together by."""

    PARENT = "parent"


class Written(StrEnum):
    """How a panel is written."""

    TABLE = "table"
    CSV = "csv"
    NDJSON = "ndjson"
    PARQUET = "parquet"


class Engine(StrEnum):
    """What computes."""

    DUCKDB = "duckdb"
    SPARK = "spark"


def panel(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Tables of figures, CSV or Parquet; - is CSV from standard input."),
    ],
    plan: Annotated[str | None, typer.Option(help="A plan, or its term (default: the plan in force).")] = None,
    areas: Annotated[
        str | None, typer.Option(metavar="FILE", help="The areas there are: area, parent, weight.")
    ] = None,
    by: Annotated[
        By | None, typer.Option(help="The areas of each parent in every state, and its own figure by the plan's blend.")
    ] = None,
    weight_by: Annotated[
        str | None,
        typer.Option(metavar="INDICATOR", help="With --by parent: weigh by this indicator, not as the plan declares."),
    ] = None,
    min_weight: Annotated[
        int | None,
        typer.Option(metavar="W", min=0, help="With --by parent: name areas as worst that weigh so much or more."),
    ] = None,
    as_of: AsOfOption = None,
    fail_on: Annotated[
        list[str] | None, typer.Option(help="Exit with 1 if any row is in this state: not_met,behind …; repeatable.")
    ] = None,
    memory: Annotated[
        str, typer.Option(metavar="SIZE", help="Memory to use before it spills to disk.")
    ] = DEFAULT_MEMORY,
    names: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="NAME=COLUMN", help="What a column is called in the files; repeatable."),
    ] = None,
    written: Annotated[Written, typer.Option("--format", "-f", help="Format of the answer.")] = Written.TABLE,
    engine: Annotated[
        Engine,
        typer.Option(help="Compute on this machine, or on the Spark of --master, which reads and writes Parquet."),
    ] = Engine.DUCKDB,
    master: Annotated[
        str | None, typer.Option(metavar="URL", help="The Spark of --engine spark: spark://host:7077, yarn, local[2].")
    ] = None,
    lang: LangOption = None,
    data: DataOption = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to a file: .csv, .ndjson, .parquet; - is standard output."
        ),
    ] = None,
) -> None:
    """Judge every area and indicator of tables with millions of figures by the targets of a plan.

    Columns are area, indicator, year and value; unit, status, comparator, origin and decimals may be there. Targets,
    directions and limits are those of the plan. A target holds for every area, unless its indicator has rows for
    several. The rows say as codes what tgkt status says of a few areas.
    """
    _require_parents(by, weight_by, min_weight)
    _require_match(engine, master, memory, output, written)
    file, form = (None, str(Written.TABLE)) if master else _destination(output, written)
    refuse_input(file, [*files, *([areas] if areas else [])])
    where = output_for(Format.TABLE, lang, None)
    states = states_named(fail_on or [])
    with TemporaryDirectory(prefix="tgkt-panel-") as folder:
        least = None if min_weight is None else Decimal(min_weight)
        tables = tuple(each if master else table_of(Path(each), Path(folder)) for each in files)
        wanted = Wanted(tables, columns_named(names or []), areas, as_of, weight_by, least)
        with working(Message("judging the figures…")):
            asked = seen(data, where.lang)
            to_file = partial(_deliver, file=file)
            place = Place(memory, master, output if master else None)
            found = judge(asked, wanted, plan, to_file, form=form, place=place, states=states, by_parent=by is not None)
    if (table := found.table) is not None:
        where.write(lambda: [table], lambda _: "")
    if found.is_in_state:
        raise typer.Exit(EXIT_TRUE)


def _require_parents(by: By | None, weight_by: str | None, min_weight: int | None) -> None:
    """Refuse options of parents where none are asked for.

    Raises:
        UsageError: with the option.
    """
    if by is None and weight_by is not None:
        raise UsageError("--weight-by weighs areas in their parents. Add --by parent, or leave it out")
    if by is None and min_weight is not None:
        raise UsageError("--min-weight narrows the worst areas of parents. Add --by parent, or leave it out")


def _require_match(engine: Engine, master: str | None, memory: str, output: str | None, written: Written) -> None:
    """Refuse options of the one engine beside the other.

    Raises:
        UsageError: an option without effect, or an answer that Spark does not write.
    """
    if engine is not Engine.SPARK:
        if master is not None:
            raise UsageError("--master names a Spark. Add --engine spark, or leave it out")
        return
    if not master:
        raise UsageError("--engine spark needs the Spark to use. Name it with --master, e.g. spark://host:7077")
    if memory != DEFAULT_MEMORY:
        raise UsageError("--memory is for DuckDB. Set that of Spark where Spark is set up")
    if output == "-" or written not in (Written.TABLE, Written.PARQUET) or (written is Written.PARQUET and not output):
        raise UsageError("--engine spark shows a table, or writes Parquet to a path. Name one with --output")


def _destination(output: str | None, written: Written) -> tuple[Path | None, str]:
    """The file and the format, which follows the ending of the file.

    Raises:
        UsageError: the ending is none of ours, or contradicts the format.
    """
    if output is None or output == "-":
        if written is Written.PARQUET:
            raise UsageError("Parquet is not text. Name a file with --output")
        return None, str(written)
    file = Path(output)
    ending = file.suffix.lower().removeprefix(".")
    if ending not in [*Written][1:] or (written is not Written.TABLE and ending != written):
        raise UsageError("--output: {file}: end the name in .csv, .ndjson or .parquet, as --format asks", file=file)
    return file, ending


def refuse_input(file: Path | None, read: Sequence[Path | str]) -> None:
    """Refuse to write over a table that is read.

    Raises:
        UsageError: with its name.
    """
    if file is not None and file.exists() and any(each.exists() and each.samefile(file) for each in map(Path, read)):
        raise UsageError("--output: {file} is the table that is read. Name another file", file=file)


def columns_named(given: list[str]) -> dict[str, str]:
    """The columns by the names of the panel.

    Raises:
        UsageError: a text without a sign of equality.
    """
    pairs = [each.partition("=") for each in given]
    if wrong := next((each for each in pairs if not each[1] or not each[2]), None):
        raise UsageError("--map: '{text}' names no column. Write e.g. value=amount", text="".join(wrong))
    return {name.strip(): column.strip() for name, _, column in pairs}


def table_of(file: Path, folder: Path) -> Path:
    """A file as it is; standard input as a file of its own.

    Raises:
        UsageError: there is no such file.
    """
    if str(file) != "-":
        if not file.is_file():
            raise UsageError("{file}: no such file", file=file)
        return file
    own = folder / "stdin.csv"
    with own.open("wb") as copy:
        copyfileobj(sys.stdin.buffer, copy)
    return own


def _deliver(made: Path, file: Path | None) -> None:
    """Hand an answer on: to a file, which is whole or as it was, or to standard output.

    Raises:
        UsageError: the file cannot be written.
    """
    if file is None:
        with made.open(encoding="utf-8", newline="") as text:
            while chunk := text.read(1 << 20):
                sys.stdout.write(chunk)
        return
    part = file.with_name(f".tgkt.{file.name}")
    try:
        with made.open("rb") as source, part.open("wb") as target:
            while piece := source.read(1 << 20):
                target.write(piece)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError("{file}: cannot be written: {reason}", file=file, reason=reason(error)) from None
