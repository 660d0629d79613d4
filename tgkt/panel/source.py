"""The files of figures as one table `raw`, with the columns that the panel knows, whatever they are called in the files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tgkt.errors import DataError, UsageError, suggest
from tgkt.message import Message
from tgkt.panel.duck import Duck, literal, quoted
from tgkt.record import NamedTuple

NEEDED = ("area", "indicator", "year", "value")
OPTIONAL = ("unit", "status", "comparator", "origin", "decimals")
_INEXACT = ("DOUBLE", "FLOAT", "REAL")


class Shape(NamedTuple):
    """What the files hold.

    Attributes:
        is_text: whether the figures are text, whose digits count.
        columns: the known columns that there are.
        files: the files.
    """

    is_text: bool
    columns: tuple[str, ...]
    files: tuple[Path, ...]

    @property
    def has_words(self) -> bool:
        """Whether figures have comparators."""
        return "comparator" in self.columns

    @property
    def is_exact(self) -> bool:
        """Whether figures count as exact, because nothing says how many digits were printed."""
        return not self.is_text and "decimals" not in self.columns


def read_files(base: Duck, files: Sequence[Path], names: Mapping[str, str]) -> Shape:
    """Make the table `raw` of the files.

    Args:
        base: the database.
        files: CSV or Parquet, all of one kind.
        names: what columns are called in the files, where they have other names.

    Raises:
        UsageError: files of two kinds, or a name of no column.
        DataError: a file that cannot be read, or that lacks a column.
    """
    for name in names:
        if name not in (*NEEDED, *OPTIONAL):
            raise UsageError(
                "--map: '{name}' is no column.{advice}", name=name, advice=suggest(name, (*NEEDED, *OPTIONAL))
            )
    kinds = {_is_parquet(file) for file in files}
    if len(kinds) > 1:
        raise UsageError("panel reads files of one kind. Give CSV or Parquet, not both")
    is_text = kinds == {False}
    listed = "[" + ", ".join(literal(str(file)) for file in files) + "]"
    reader = (
        f"read_csv({listed}, all_varchar = true, header = true, union_by_name = true, filename = true)"
        if is_text
        else f"read_parquet({listed}, union_by_name = true, filename = true)"
    )
    try:
        found = base.columns(reader)
        known = _known(found, names, files)
        _require_exact(found, known, files, is_text=is_text)
        columns = [f"{quoted(column)} AS {name}" for name, column in known.items()]
        kind = "TABLE" if is_text else "VIEW"
        base.run(f"CREATE {kind} raw AS SELECT {', '.join(columns)}, filename FROM {reader}")
    except base.mistake as error:
        told = str(error).splitlines()[0]
        raise DataError([Message("{file}: cannot be read: {reason}", file=files[0], reason=told)]) from None
    return Shape(is_text, tuple(known), tuple(files))


def _is_parquet(file: Path) -> bool:
    return file.suffix.lower() in (".parquet", ".pq")


def _known(found: Mapping[str, str], names: Mapping[str, str], files: Sequence[Path]) -> dict[str, str]:
    """The known columns, each with its name in the files."""
    plain = {column.strip().casefold(): column for column in found}
    known = {}
    for name in (*NEEDED, *OPTIONAL):
        column = plain.get(names.get(name, name).strip().casefold())
        if column is not None:
            known[name] = column
        elif name in NEEDED or name in names:
            advice = suggest(names.get(name, name), [each for each in found if each != "filename"])
            raise DataError(
                [
                    Message(
                        "{file}: there is no column '{name}'.{advice} Name it with --map {key}=COLUMN",
                        file=files[0],
                        name=names.get(name, name),
                        advice=advice,
                        key=name,
                    )
                ]
            )
    return known


def _require_exact(found: Mapping[str, str], known: Mapping[str, str], files: Sequence[Path], *, is_text: bool) -> None:
    """Refuse binary fractions, which hold no printed digits."""
    kind = found[known["value"]]
    if not is_text and kind in _INEXACT:
        raise DataError(
            [
                Message(
                    "{file}: the column '{name}' is {kind}, which is not exact. Write it as DECIMAL",
                    file=files[0],
                    name=known["value"],
                    kind=kind,
                )
            ]
        )
