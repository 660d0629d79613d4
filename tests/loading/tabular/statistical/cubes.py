"""Small cubes in the words of a test, as the files that offices send, and what was read of them.

The catalogue is that of the tables, with a milestone. `WHOLE` is a cube of two indicators, two areas and two years.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from builders import catalogue, indicator

from tgkt.errors import DataError, UsageError, shown
from tgkt.facts.indicator import Kind, Words
from tgkt.facts.units import parse_unit
from tgkt.loading.tabular.arrived import Wishes
from tgkt.loading.tabular.statistical.figures import CubeTable
from tgkt.loading.tabular.statistical.opened import open_cube

from ..tables import DOCTORS, FOREST, GRDP, GROWTH, INCOME, ROWS

BRIDGE = indicator(id="bridge", title=Words("Cầu", "Bridge"), kind=Kind.MILESTONE, unit=parse_unit("mốc"))
CATALOGUE = catalogue(rows=ROWS, indicators=(GRDP, GROWTH, INCOME, DOCTORS, FOREST, BRIDGE))
DIMENSIONS = {"ind": ("grdp", "forest"), "geo": ("north", "south"), "time": ("2025", "2026")}
ROLES = {"metric": ["ind"], "geo": ["geo"], "time": ["time"]}
VALUES = ("10.5", "11", "20", "21.50", "61", "62", "63", "64")


class Raw(NamedTuple):
    """A number as it is to stand in JSON."""

    text: str


def dataset(
    values: Any = VALUES,
    dimensions: Mapping[str, Sequence[str]] = DIMENSIONS,
    labels: Mapping[str, str] | None = None,
    roles: Mapping[str, Sequence[str]] = ROLES,
    units: Mapping[str, Any] | None = None,
    **more: Any,
) -> dict[str, Any]:
    """A dataset of the second edition; texts of values are numbers as they are to be written."""
    found = {}
    for id, codes in dimensions.items():
        category: dict[str, Any] = {"index": list(codes)}
        if labels:
            category["label"] = {code: labels.get(code, code) for code in codes}
        if units and any(code in units for code in codes):
            category["unit"] = {code: units[code] for code in codes if code in units}
        found[id] = {"label": id, "category": category}
    if isinstance(values, (list, tuple)):
        values = [Raw(each) if isinstance(each, str) else each for each in values]
    else:
        values = {key: Raw(each) if isinstance(each, str) else each for key, each in values.items()}
    sizes = [len(codes) for codes in dimensions.values()]
    shape = {"id": list(dimensions), "size": sizes, "role": dict(roles)}
    return {"version": "2.0", "class": "dataset", **shape, "dimension": found, "value": values, **more}


def first_edition(found: Mapping[str, Any], name: str = "dataset") -> dict[str, Any]:
    """The same dataset as the first edition of JSON-stat has it: in a bundle, its shape below `dimension`."""
    shape = {key: found[key] for key in ("id", "size", "role")}
    rest = {key: each for key, each in found.items() if key not in {*shape, "version", "class"}}
    return {name: {**rest, "dimension": {**found["dimension"], **shape}}}


def text_of(found: Any) -> str:
    """A JSON text; numbers stand in it as they were written."""
    if isinstance(found, Raw):
        return found.text
    if isinstance(found, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {text_of(each)}" for key, each in found.items()) + "}"
    if isinstance(found, (list, tuple)):
        return f"[{', '.join(map(text_of, found))}]"
    return json.dumps(found, ensure_ascii=False)


def cube(values: Any = VALUES, **more: Any) -> str:
    """The file of a dataset."""
    return text_of(dataset(values, **more))


def sdmx(
    *lines: str,
    head: str = "DATAFLOW,FREQ,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,DECIMALS",
) -> str:
    """An SDMX-CSV; a line begins with what follows the frequency."""
    return "\n".join((head, *(each if "DF" in each else f"X:DF(1.0),A,{each}" for each in lines), ""))


WHOLE = cube()
LINES = sdmx(
    *(f"{','.join(codes)},{value},,,," for codes, value in zip(product(*DIMENSIONS.values()), VALUES, strict=True))
)


def opened(file: str | bytes, codes: str = "", folder: Path | None = None, **asked: Any) -> CubeTable:
    """The figures of a file; `codes` is the text of the file of `--map`."""
    given = tuple(asked.pop("given", ()))
    if codes:
        assert folder is not None
        (folder / "codes.yaml").write_text(codes, encoding="utf-8")
        given = (str(folder / "codes.yaml"), *given)
    raw = file.encode() if isinstance(file, str) else file
    name = asked.pop("name", "t.json" if b"{" in raw[:8] else "t.csv")
    wishes = Wishes(**{"catalogue": CATALOGUE, "area": "merged", **asked.pop("wishes", {})})
    found = open_cube(name, BytesIO(raw), given, asked.pop("sheet", None), wishes, **asked)
    assert found is not None
    return found


class Read(NamedTuple):
    """What was read of a cube: figures in short, mistakes, and notes."""

    figures: list[str]
    problems: list[str]
    said: list[str]


def read(file: str | bytes, codes: str = "", folder: Path | None = None, **asked: Any) -> Read:
    """Read a cube; places of the file of codes are short."""
    try:
        found = opened(file, codes, folder, **asked)
        figures = [short(each) for each in found.figures()]
    except DataError as error:
        return Read([], [_near(shown(each), folder) for each in error.problems], [])
    except UsageError as error:
        return Read([], [_near(str(error), folder)], [])
    told = found.told
    every = (*told.said, *told.counted())
    return Read(
        figures, [_near(shown(each), folder) for each in told.problems], [_near(each, folder) for each in every]
    )


def short(figure: Any) -> str:
    """A figure as one reads it aloud: `grdp north 2026 = 222.1 estimated`."""
    value = " - ".join(f"{each:f}" for each in figure.values)
    words = [figure.status, figure.unit and f"in {figure.unit}"]
    said = [f"{figure.indicator} {figure.area} {figure.period} = {value}", *(str(word) for word in words if word)]
    return " ".join(said)


def _near(text: str, folder: Path | None) -> str:
    return str(text).replace(f"{folder}/", "")
