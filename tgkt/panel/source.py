"""The files of figures as one table `raw`, with the columns that the panel knows, whatever they are called in the files."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tgkt.errors import DataError, UsageError, suggest
from tgkt.facts.figure import Comparator
from tgkt.message import Message
from tgkt.panel.base import Base, File
from tgkt.panel.select import literal, quoted
from tgkt.record import NamedTuple

NEEDED = ("area", "indicator", "year", "value")
OPTIONAL = ("unit", "status", "comparator", "origin", "decimals")
_INEXACT = ("DOUBLE", "FLOAT", "REAL")


class Shape(NamedTuple):
    """What the files hold.

    Attributes:
        columns: the known columns that there are in `raw`; of text those that follow from it too.
        files: the files.
        texts: what reads the files as text, by the known names; None where they are no text.
    """

    columns: tuple[str, ...]
    files: tuple[File, ...]
    texts: str | None = None

    @property
    def has_words(self) -> bool:
        """Whether figures have comparators."""
        return "comparator" in self.columns

    @property
    def is_exact(self) -> bool:
        """Whether figures count as exact, because nothing says how many digits were printed."""
        return "decimals" not in self.columns


def read_files(base: Base, files: Sequence[File], names: Mapping[str, str]) -> Shape:
    """Make `raw` of the files.

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
    kinds = {base.is_text(file) for file in files}
    if len(kinds) > 1:
        raise UsageError("panel reads files of one kind. Give CSV or Parquet, not both")
    is_text = kinds == {True}
    try:
        reader = base.reader(files)
        found = base.columns(reader)
        known = _known(found, names, files)
        _require_exact(found, known, files, is_text=is_text)
        columns = [f"{quoted(column)} AS {name}" for name, column in known.items()]
        raw = f"SELECT {', '.join(columns)} FROM {reader}"
        if is_text:
            _load(base, raw, known)
        else:
            base.run(f"CREATE VIEW raw AS {raw}")
    except base.mistake as error:
        told = str(error).splitlines()[0]
        raise DataError([Message("{file}: cannot be read: {reason}", file=files[0], reason=told)]) from None
    if not is_text:
        return Shape(tuple(known), tuple(files))
    return Shape(tuple(dict.fromkeys((*known, "decimals"))), tuple(files), raw)


def _load(base: Base, texts: str, known: Collection[str]) -> None:
    """Make `raw` of texts: as narrow as the first rows are, or as wide as there is where a row needs it."""
    most = base.rows(f"SELECT MAX({_PLACES}) FROM (SELECT value FROM ({texts}) texts LIMIT {_FIRST})")[0][0] or 0
    while most <= _NARROW:
        base.keep("raw", _typed(texts, known, f"DECIMAL(18, {most})"))
        places, is_wrong = base.rows("SELECT MAX(places), COALESCE(BOOL_OR(is_wrong), FALSE) FROM raw")[0]
        if not is_wrong and (places or 0) <= most:
            return
        most = _NARROW + 1 if is_wrong else places
    base.keep("raw", _typed(texts, known, _WIDE))


def _typed(texts: str, known: Collection[str], kind: str) -> str:
    """Texts as figures, in one reading of the files; `is_wrong` marks rows that cannot be read.

    Decimals that are printed are counted as `places`, and are the `decimals` where the files do not count their own.
    """
    value = f"TRY_CAST(TRIM(value) AS {kind})"
    printed = "TRY_CAST(decimals AS INTEGER)" if "decimals" in known else _PLACES
    columns = {name: f"TRIM({name})" for name in known if name not in ("year", "value", "decimals")}
    columns |= {"year": YEAR, "value": value, "decimals": f"CAST({printed} AS INTEGER)"}
    wrong = [f"NOT {IS_NUMBER}", f"{value} IS NULL", NO_YEAR]
    wrong += [no_word("TRIM(comparator)")] if "comparator" in known else []
    wrong += [NO_COUNT] if "decimals" in known else []
    columns["places"] = f"CAST({_PLACES} AS INTEGER)"
    columns["is_wrong"] = f"{TOLD} AND ({' OR '.join(wrong)})"
    return f"SELECT {', '.join(f'{text} AS {name}' for name, text in columns.items())} FROM ({texts}) texts"


YEAR = "TRY_CAST(year AS INTEGER)"
NO_YEAR = f"COALESCE({YEAR} NOT BETWEEN 1900 AND 2200, TRUE)"
IS_NUMBER = r"REGEXP_FULL_MATCH(TRIM(value), '-?[0-9]+(\.[0-9]+)?')"
_PLACES = "CASE WHEN CONTAINS(TRIM(value), '.') THEN LENGTH(TRIM(value)) - INSTR(TRIM(value), '.') ELSE 0 END"
_WIDE = "DECIMAL(38, 10)"
"""As many decimals as are computed with."""
TOO_LONG = f"TRY_CAST(TRIM(value) AS {_WIDE}) IS NULL"
NO_COUNT = "TRIM(decimals) <> '' AND TRY_CAST(decimals AS UTINYINT) IS NULL"
_FIRST, _NARROW = 20_000, 6
TOLD = "COALESCE(TRIM(value) <> '', FALSE)"
"""Whether a text tells a figure."""
_WORDS = tuple(
    each for each in Comparator if each not in (Comparator.BETWEEN, Comparator.MAINTAIN, Comparator.MILESTONE)
)


def no_word(column: str) -> str:
    """Whether a column holds no comparator of a figure."""
    return f"COALESCE({column}, '') NOT IN ('', {', '.join(literal(str(each)) for each in _WORDS)})"


def _known(found: Mapping[str, str], names: Mapping[str, str], files: Sequence[File]) -> dict[str, str]:
    """The known columns, each with its name in the files."""
    plain = {column.strip().casefold(): column for column in found}
    known = {}
    for name in (*NEEDED, *OPTIONAL):
        column = plain.get(names.get(name, name).strip().casefold())
        if column is not None:
            known[name] = column
        elif name in NEEDED or name in names:
            advice = suggest(names.get(name, name), list(found))
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


def _require_exact(found: Mapping[str, str], known: Mapping[str, str], files: Sequence[File], *, is_text: bool) -> None:
    """Refuse binary fractions, which hold no printed digits, and what is no number, in files whose columns have types."""
    name = known["value"]
    kind = found[name]
    if is_text or kind.startswith("DECIMAL") or kind.endswith(("INT", "INTEGER")):
        return
    if kind in _INEXACT:
        problem = Message("{file}: the column '{name}' is {kind}, which is not exact. Write it as DECIMAL", file=files[0], name=name, kind=kind)  # fmt: skip
    else:
        problem = Message("{file}: the column '{name}' is {kind}, which is no number. Write it as DECIMAL", file=files[0], name=name, kind=kind)  # fmt: skip
    raise DataError([problem])
