"""The areas there are, with what they lie in and what they weigh, as the table `areas`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from tgkt.errors import DataError
from tgkt.message import Message
from tgkt.panel.base import Base, File
from tgkt.panel.select import quoted

_WHOLE_DIGITS, _PLACES = 16, 10


def read_areas(base: Base, file: File | None) -> list[str] | None:
    """Make the table `areas` (area, parent, weight) and say which areas there are.

    Raises:
        DataError: the file cannot be read, lacks a column, names an area twice, or has a weight that is none.
    """
    if file is None:
        return None
    is_text = base.is_text(file)
    try:
        reader = base.reader([file])
        found = {name.strip().casefold(): name for name in base.columns(reader)}
        for name in ("area", "parent"):
            if name not in found:
                raise DataError([Message("{file}: there is no column '{name}'. A file of areas has area, parent and, if you like, weight", file=file, name=name)])  # fmt: skip
        columns = [f"TRIM(CAST({quoted(found[name])} AS VARCHAR)) AS {name}" for name in ("area", "parent")]
        weight = f"TRIM(CAST({quoted(found['weight'])} AS VARCHAR))" if "weight" in found else "CAST(NULL AS VARCHAR)"
        base.run(f"CREATE TABLE listed AS SELECT {', '.join(columns)}, {weight} AS weight FROM {reader}")
    except base.mistake as error:
        told = str(error).splitlines()[0]
        raise DataError([Message("{file}: cannot be read: {reason}", file=file, reason=told)]) from None
    twice = base.rows("SELECT area FROM listed GROUP BY area HAVING COUNT(*) > 1 ORDER BY area")
    if twice:
        raise DataError(
            [Message("{file}: the area '{area}' stands there twice. Keep one line", file=file, area=twice[0][0])]
        )
    if "weight" in found and (problems := list(_no_weights(base, file, is_text=is_text))):
        raise DataError(problems)
    places = "CASE WHEN CONTAINS(weight, '.') THEN LENGTH(weight) - INSTR(weight, '.') ELSE 0 END"
    most = min(_PLACES, base.rows(f"SELECT MAX({places}) FROM listed")[0][0] or 0)
    kind = f"DECIMAL({_WHOLE_DIGITS + most}, {most})"
    base.run(f"CREATE TABLE areas AS SELECT area, parent, CAST(weight AS {kind}) AS weight FROM listed")
    return [row[0] for row in base.rows("SELECT area FROM areas ORDER BY area")]


def _no_weights(base: Base, file: File, *, is_text: bool) -> Iterator[Message]:
    """The first five areas whose weight is missing, no number, below zero or too long."""
    kept = rf"^[0-9]{{1,{_WHOLE_DIGITS}}}([.][0-9]{{1,{_PLACES}}}0*)?$"
    wrong = base.rows(
        f"SELECT area, COALESCE(weight, '') FROM listed WHERE NOT COALESCE(REGEXP_MATCHES(weight, '{kept}'), FALSE) "
        "ORDER BY area LIMIT 5"
    )
    lines = _lines(Path(file)) if wrong and is_text else {}
    for area, weight in wrong:
        yield Message(
            "{place}: '{weight}' is no weight of '{area}'. Every area needs a number that is not below zero, without grouping",
            place=f"{file}:{lines[area]}" if area in lines else str(file), weight=weight, area=area,
        )  # fmt: skip


def _lines(file: Path) -> dict[str, int]:
    """The line of each area; none where the file is not separated by commas or semicolons."""
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        head = text.readline()
        mark = ";" if head.count(";") > head.count(",") else ","
        names = [cell.strip().casefold() for cell in next(csv.reader([head], delimiter=mark))]
        if "area" not in names:
            return {}
        reader, at = csv.reader(text, delimiter=mark), names.index("area")
        return {row[at].strip(): reader.line_num + 1 for row in reader if len(row) > at}
