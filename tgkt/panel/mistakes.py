"""Mistakes in tables of figures: each sort is counted and told with its first five, with the line where a file has lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tgkt.errors import DataError, suggest
from tgkt.facts.catalogue import Catalogue
from tgkt.message import Message
from tgkt.panel.base import Base
from tgkt.panel.figures import text_of, told
from tgkt.panel.select import literal
from tgkt.panel.source import IS_NUMBER, NO_COUNT, NO_YEAR, TOLD, TOO_LONG, Shape, no_word
from tgkt.panel.way import Scale
from tgkt.record import NamedTuple

FIRST = 5


class Found(NamedTuple):
    """Rows of one sort of mistake: how many, and the columns of the first of them."""

    total: int
    rows: tuple[tuple[str, ...], ...]


def check_raw(base: Base, shape: Shape, names: Mapping[str, str]) -> None:
    """Refuse values, years and words that cannot be read.

    Raises:
        DataError: with every sort of mistake.
    """
    there, source, word = told(shape), "raw", text_of("comparator")
    if shape.texts:
        if not base.rows(f"SELECT COUNT(*) FROM raw WHERE {told(shape, 'is_wrong')}")[0][0]:
            return
        base.run(f"CREATE TABLE texts AS {shape.texts}")
        there, source, word = told(shape, TOLD), "texts", "TRIM(comparator)"
    kinds = [(f"NOT {IS_NUMBER}", 3, _NO_NUMBER), (f"{IS_NUMBER} AND {TOO_LONG}", 3, _TOO_LONG)] if shape.texts else []
    kinds += [(NO_YEAR, 2, _NO_YEAR)]
    kinds += [(no_word(word), 4, _NO_WORD)] if shape.has_words else []
    kinds += [(NO_COUNT, 5, _NO_COUNT)] if "decimals" in base.columns(source) and shape.texts else []
    problems: list[Message] = []
    for wrong, at, problem in kinds:
        problems += _told(_found(base, source, f"({there}) AND {wrong}"), shape, names, at, problem)
    if problems:
        raise DataError(problems)


_TOO_LONG = Message("it has more digits than panel computes with. Check them")
_NO_NUMBER = Message("not a number. Write digits with a decimal point and without grouping, e.g. 1234.5")
_NO_YEAR = Message("not a year from 1900 to 2200. Check it")
_NO_COUNT = Message("not a number of decimals. Write how many were printed, e.g. 2")
_NO_WORD = Message("no comparator of a figure. Use at_least, more_than, at_most, less_than, about or near_below")


def check_figures(
    base: Base, shape: Shape, names: Mapping[str, str], catalogue: Catalogue, scale: Scale, areas: Sequence[str] | None
) -> None:
    """Refuse unknown indicators and areas, units of something else, values beyond limits, and figures that stand twice.

    Raises:
        DataError: with every sort of mistake.
    """
    problems = [*_unknown(base, shape, "indicator", list(catalogue.indicators))]
    if areas is not None:
        problems += _unknown(base, shape, "area", areas)
    if not problems:
        problems += _units(base, shape)
        problems += _beyond(base, shape, names, scale)
        problems += _twice(base, shape, names)
    if problems:
        raise DataError(problems)


def _units(base: Base, shape: Shape) -> Iterator[Message]:
    if "unit" not in shape.columns:
        return
    rows = base.rows(
        "SELECT f.indicator, f.unit, COUNT(*) FROM figures f LEFT JOIN measures m ON m.indicator = f.indicator "
        "AND m.unit = f.unit WHERE m.indicator IS NULL GROUP BY 1, 2 ORDER BY 1, 2"
    )
    for indicator, unit, _ in rows[:FIRST]:
        where = _first_line(shape, {"indicator": indicator, "unit": unit}, {})
        yield Message(
            "{place}: '{unit}' does not measure '{indicator}'. Use a unit of the same kind as its own",
            place=where, unit=unit, indicator=indicator,
        )  # fmt: skip


def _unknown(base: Base, shape: Shape, column: str, known: Sequence[str]) -> Iterator[Message]:
    """Names that are not known, the most frequent first, each with the nearest."""
    text = text_of(column)
    names = "(VALUES " + ", ".join(f"({literal(each)})" for each in known or [""]) + ") names (known)"
    rows = base.rows(
        f"SELECT name, COUNT(*) FROM (SELECT {text} AS name FROM raw WHERE {told(shape)}) r "
        f"LEFT JOIN {names} ON known = name WHERE known IS NULL GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    if not rows:
        return
    for name, count in rows[:FIRST]:
        advice = suggest(str(name or ""), known)
        kind = Message("indicator") if column == "indicator" else Message("area")
        place = _first_line(shape, {column: str(name or "")}, {})
        yield Message(
            "{place}: unknown {kind} '{name}' in {count} rows.{advice}",
            place=place, kind=kind, name=name or "", count=count, advice=advice,
        )  # fmt: skip
    if len(rows) > FIRST:
        yield Message("and {count} more", count=len(rows) - FIRST)


def _beyond(base: Base, shape: Shape, names: Mapping[str, str], scale: Scale) -> Iterator[Message]:
    """Values beyond the limits; every one is looked at only where the least or the largest of an indicator lies beyond."""
    most = 10 ** (38 - 2 * scale.places - 4)
    limits = (
        "JOIN measures m ON m.indicator = f.indicator AND m.unit = f.unit JOIN known k ON k.indicator = f.indicator"
    )
    ends = "SELECT indicator, unit, MIN(value) AS least, MAX(value) AS largest FROM figures GROUP BY indicator, unit"
    if not base.rows(
        f"SELECT f.indicator FROM ({ends}) f {limits} WHERE CASE WHEN GREATEST(ABS(f.least), ABS(f.largest)) >= {most} "
        "THEN TRUE ELSE f.least * m.times < k.floor OR f.largest * m.times > k.ceiling END LIMIT 1"
    ):
        return
    rows = base.rows(
        "SELECT f.area, f.indicator, CAST(f.year AS VARCHAR), f.value, ABS(f.value) >= "
        f"{most} FROM figures f {limits} WHERE CASE WHEN ABS(f.value) >= {most} THEN TRUE "  # before a product overflows
        "ELSE f.value * m.times < k.floor OR f.value * m.times > k.ceiling END "
        "ORDER BY 1, 2, 3 LIMIT 6"
    )
    for area, indicator, year, value, is_large in rows[:FIRST]:
        place = _first_line(shape, {"area": area, "indicator": indicator, "year": year}, names)
        if is_large:
            yield Message(
                "{place}: {value} has more digits than panel computes with", place=place, value=f"{value.normalize():f}"
            )
        else:
            yield Message(
                "{place}: {value} is outside the natural limits of '{id}'. Check the digits or the limit",
                place=place, value=f"{value.normalize():f}", id=indicator,
            )  # fmt: skip


def _twice(base: Base, shape: Shape, names: Mapping[str, str]) -> Iterator[Message]:
    """Two figures of one area, indicator and year; years of a pair that fall together are looked at more closely."""
    suspect = (
        "SELECT area, indicator FROM figures GROUP BY area, indicator "
        "HAVING COUNT(*) <> BIT_COUNT(BIT_OR(CAST(1 AS BIGINT) << (year % 61)))"
    )
    rows = base.rows(
        f"SELECT f.area, f.indicator, CAST(f.year AS VARCHAR), COUNT(*) FROM figures f JOIN ({suspect}) s "
        "ON s.area = f.area AND s.indicator = f.indicator GROUP BY 1, 2, 3 HAVING COUNT(*) > 1 ORDER BY 1, 2, 3"
    )
    for area, indicator, year, count in rows[:FIRST]:
        place = _first_line(shape, {"area": area, "indicator": indicator, "year": year}, names, skip=1)
        yield Message(
            "{place}: '{indicator}' in '{area}' has {count} figures of {year}. Keep one",
            place=place, indicator=indicator, area=area, count=count, year=year,
        )  # fmt: skip
    if len(rows) > FIRST:
        yield Message("and {count} more", count=len(rows) - FIRST)


def _found(base: Base, source: str, where: str) -> Found:
    there = base.columns(source)
    columns = ("area", "indicator", "year", "value", "comparator", "decimals")
    listed = ", ".join(f"CAST({each if each in there else 'NULL'} AS VARCHAR)" for each in columns)
    count = base.rows(f"SELECT COUNT(*) FROM {source} WHERE {where}")[0][0]
    rows = base.rows(f"SELECT {listed} FROM {source} WHERE {where} LIMIT {FIRST}") if count else []
    return Found(count, tuple(tuple("" if cell is None else str(cell) for cell in row) for row in rows))


def _told(found: Found, shape: Shape, names: Mapping[str, str], at: int, problem: Message) -> Iterator[Message]:
    keys = ("area", "indicator", "year", "value")
    for row in found.rows:
        place = _first_line(shape, dict(zip(keys, row, strict=False)), names)
        yield Message("{place}: '{value}': {problem}", place=place, value=row[at], problem=problem)
    if found.total > len(found.rows):
        yield Message("and {count} more", count=found.total - len(found.rows))


def _first_line(shape: Shape, wanted: Mapping[str, str], names: Mapping[str, str], skip: int = 0) -> str:
    """The place of a row: file and line of CSV, else the file."""
    if not shape.texts:
        return str(shape.files[0])
    for file in shape.files:
        for line, row in _lines(Path(file), names):
            if all(row.get(name, "") == value for name, value in wanted.items()):
                if not skip:
                    return f"{file}:{line}"
                skip -= 1
    return str(shape.files[0])


def _lines(file: Path, names: Mapping[str, str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV with their lines, by the panel's names."""
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        sample = text.read(65536)
        text.seek(0)
        try:
            dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(sample.partition("\n")[0], ",;\t|")
        except csv.Error:
            dialect = csv.excel
        reader = csv.reader(text, dialect)
        head = [cell.strip().casefold() for cell in next(reader, [])]
        back = {name.strip().casefold(): key for key, name in names.items()}
        keys = [back.get(cell, cell) for cell in head]
        for row in reader:
            yield reader.line_num, {key: cell.strip() for key, cell in zip(keys, row, strict=False)}
