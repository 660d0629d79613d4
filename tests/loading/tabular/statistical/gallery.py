"""Bad files of statistics offices in one place, one for each kind of mistake, and bad files of codes.

Their words are those of an office, so that an English word in what is said in Vietnamese is one of the program's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tgkt.errors import shown

from .cubes import DIMENSIONS, VALUES, WHOLE, Raw, cube, dataset, first_edition, opened, sdmx, text_of

GRDP = "grdp,north,2025,10.5"


class Office(NamedTuple):
    """A file of an office, the file of its codes, and what its reader is asked."""

    file: str | bytes
    codes: str = ""
    asked: Mapping[str, Any] = {}

    def told(self, folder: Path) -> Iterator[str]:
        """What reading it brings up."""
        found = opened(self.file, self.codes, folder.parent, **self.asked)
        list(found.figures())
        yield from (*map(shown, found.told.problems), *found.told.said, *found.told.counted())


def changed(**parts: Any) -> Office:
    """A dataset of which some parts are others."""
    return Office(text_of({**dataset(), **parts}))


def dimension(**parts: Any) -> Office:
    """A dataset of which the second dimension is another."""
    found = dataset()
    found["dimension"]["geo"] = parts
    return Office(text_of(found))


def value(text: str, **more: Any) -> Office:
    """A dataset with one other value, in the text of JSON."""
    return Office(cube((text, *VALUES[1:]), **more))


def coded(code: str, codes: str = "", labels: Mapping[str, str] | None = None, **asked: Any) -> Office:
    """A dataset in which a code of ours is another."""
    dimensions = {id: tuple(code if each == "north" else each for each in of) for id, of in DIMENSIONS.items()}
    return Office(cube(dimensions=dimensions, labels=labels), codes, asked)


def timed(code: str, label: str = "", codes: str = "") -> Office:
    """A dataset with another code in the place of a year."""
    return Office(cube(dimensions={**DIMENSIONS, "time": (code, "2026")}, labels={code: label or code}), codes)


def parted(codes: str = "", **asked: Any) -> Office:
    """A dataset with a dimension too many."""
    return Office(cube((*VALUES, *VALUES), dimensions={**DIMENSIONS, "sex": ("nam", "nu")}), codes, asked)


SIX = ("17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29")
BROKEN: dict[str, Office] = {
    "text that is cut off": Office(WHOLE[:-20]),
    "text that is none": Office(b'{"id": "\xff\xfe\xfa"}'),
    "a key that stands twice": Office('{"value": [], "value": []}'),
    "no number": value("NaN"),
    "an endless number": value("-Infinity"),
    "deep nesting": Office('{"value": ' + "[" * 100_000 + "]" * 100_000 + "}"),
    "deep nesting of maps": Office('{"a":' * 100_000 + "1" + "}" * 100_000),
    "too few values": Office(cube(VALUES[1:])),
    "no values": changed(value=None, **{"class": "dataset"}),
    "values in a text": changed(value="1"),
    "a value out of range": Office(cube({"8": "1"})),
    "a value in front": Office(cube({"-1": "1"})),
    "a value at no place": Office(cube({"1e9": "1", "٣": "2"})),
    "a value that stands twice": Office(cube({"1": "1", "01": "2"})),
    "too few statuses": changed(status=["p"]),
    "a status out of range": changed(status={"99": "p"}),
    "a status that is a map": changed(status={"1": {}}),
    "no sizes": changed(size=None),
    "sizes that are none": changed(size=["hai", 2, 2]),
    "too few sizes": changed(size=[Raw("2"), Raw("4")]),
    "a huge size": changed(size=[Raw("999999999"), Raw("999999999"), Raw("999999999")]),
    "a size of many digits": changed(size=[Raw("9" * 5000), Raw("2"), Raw("2")]),
    "no ids": changed(id=None),
    "an id that is a number": changed(id=["ind", Raw("2"), "time"]),
    "an id that is a map": changed(id=["ind", {}, "time"]),
    "an id without a dimension": changed(id=["ind", "tinh", "time"]),
    "an id that turns the text": changed(id=["ind", "ge\u202eo", "time"]),
    "dimensions in a list": changed(dimension=[]),
    "no codes": dimension(label="Tinh"),
    "codes in a text": dimension(category="north, south"),
    "codes that are numbers": dimension(category={"index": [Raw("1"), Raw("2")]}),
    "codes with a gap": dimension(category={"index": {"north": Raw("0"), "south": Raw("2")}}),
    "codes without a place": dimension(category={"index": {"north": "0", "south": Raw("1")}}),
    "a code too few": dimension(category={"index": ["north"]}),
    "a code that stands twice": dimension(category={"index": ["north", "north"]}),
    "a code of another script": dimension(category={"index": ["north", "১"]}),
    "JSON of PX-Web": Office('{"columns": [], "comments": [], "data": []}'),
    "JSON of SDMX": Office('{"header": {}, "dataSets": []}'),
    "JSON of something else": Office('{"a": 1}'),
    "JSON of nothing": Office("{}"),
    "a collection of nothing": Office('{"class": "collection", "link": {"item": [{"href": "x"}]}}'),
    "several datasets": Office(text_of({**first_edition(dataset(), "mot"), **first_edition(dataset(), "hai")})),
    "another dataset": Office(text_of(first_edition(dataset(), "mot")), asked={"sheet": "ba"}),
    "a number beyond all": value("1e999999999"),
    "a number beyond Decimal": value("1e99999999999999999999"),
    "a number close to nothing": value("1e-999999999"),
    "a number of many digits": value("9" * 5000),
    "a text for a number": value('"chín"'),
    "true for a number": value("true"),
    "a map for a number": value("{}"),
    "more decimals than printed": value("10.55", units={"grdp": {"decimals": Raw("1")}}),
    "more decimals than printed, twice": Office(
        cube(("10.55", "10.56", *VALUES[2:]), units={"grdp": {"decimals": Raw("1")}})
    ),
    "decimals that are none": value("1", units={"grdp": {"decimals": "hai"}}),
    "a unit that is none": value("1", units={"grdp": {"base": "cái gì đó"}}),
    "a unit of something else": value("1", units={"grdp": {"base": "kg"}}),
    "a unit with two powers": value("1", units={"grdp": {"base": "tỷ đồng", "multiplier": Raw("6")}}),
    "a power that is none": value("1", units={"grdp": {"multiplier": "triệu"}}),
    "a power without a word": value("1", units={"grdp": {"multiplier": Raw("7")}}),
    "an unknown mark": Office(cube(status={"0": "x?"})),
    "a mark of two statuses": Office(cube(status={"0": "ep"})),
    "a value marked as missing": Office(cube(status={"0": "M"})),
    "a break": Office(cube(status={"0": "b"})),
    "a mark against the year": Office(cube(labels={"2025": "Sơ bộ 2025"}, status={"0": "e"})),
    "a milestone": Office(cube(dimensions={**DIMENSIONS, "ind": ("bridge", "forest")})),
    "an unknown code": coded("17"),
    "an unknown code with a label": coded("17", labels={"17": "Bac"}),
    "many unknown codes": Office(cube((VALUES * 7)[:52], dimensions={**DIMENSIONS, "geo": SIX})),
    "codes that the map leaves out": coded("17", "area: {south: south}"),
    "a code that is two areas": coded("north", labels={"north": "south"}),
    "a label that is two areas": coded("17", "area: {Bac: north}", labels={"17": "Bac", "south": "Bac"}),
    "a period that is none": timed("2025K1"),
    "a period with another label": timed("2025", "2024"),
    "a day": timed("2025-06-30"),
    "a dimension too many": parted(),
    "a dimension that is not there": parted("fixed: {gioi: nam}"),
    "a code that is not there": parted("fixed: {sex: mam}"),
    "a code like none": parted("fixed: {sex: tat ca}"),
    "a code like none of many": Office(
        cube((VALUES * 7)[:52], dimensions={**DIMENSIONS, "geo": SIX}), "area: {x: north}\nfixed: {geo: tat ca}"
    ),
    "a slice": parted("fixed: {sex: nam}"),
    "no indicator": Office(cube(roles={}, dimensions={"d": DIMENSIONS["ind"], **dict(list(DIMENSIONS.items())[1:])})),
    "no period": Office(
        cube(roles={}, dimensions={"indicator": DIMENSIONS["ind"], "geo": DIMENSIONS["geo"], "d": ("2025", "2026")})
    ),
    "no area": Office(
        cube(VALUES[:4], roles={}, dimensions={"indicator": DIMENSIONS["ind"], "time": DIMENSIONS["time"]}),
        asked={"wishes": {"area": ""}},
    ),
    "another dimension": Office(WHOLE, asked={"given": ("area=tinh",)}),
    "another dimension in the map": Office(WHOLE, "dimensions: {area: tinh}"),
    "an id that the data do not have": coded("17", 'area: {"17": nort}'),
    "an indicator for all that is none": Office(WHOLE, "indicator: fores"),
    "a period for all that is none": Office(WHOLE, "period: quý tới"),
    "a period of a code that is none": timed("2025K1", codes='period: {"2025K1": quý tới}'),
    "a key of no code": coded("17", 'area: {"71": north, "17": north}'),
}
LINES: dict[str, Office] = {
    "no column of values": Office(sdmx(head="DATAFLOW,INDICATOR,TIME_PERIOD")),
    "no column of periods": Office(sdmx(head="DATAFLOW,INDICATOR,OBS_VALUE")),
    "a column that stands twice": Office(sdmx(head="DATAFLOW,INDICATOR,INDICATOR,TIME_PERIOD,OBS_VALUE")),
    "a line too short": Office(sdmx(GRDP)),
    "a line too long": Office(sdmx(f"{GRDP},A,,,,x")),
    "a line that cannot be read": Office(sdmx(f"{GRDP},A\u202e,,,")),
    "zero-width characters": Office(sdmx(f"{GRDP}\u200b,A,,,")),
    "zero-width characters, two": Office(sdmx(f"{GRDP}\u200b\u200b,A,,,")),
    "a line that deletes": Office(
        sdmx(
            "DF,DF:X(1.0),D,grdp,north,2025,1",
            head="STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE",
        )
    ),
    "a decimal comma": Office(sdmx('grdp,north,2025,"10,5",A,,,')),
    "a unit of percent for money": Office(sdmx(f"{GRDP},A,PT,0,")),
    "words around a number that are none": Office(
        sdmx("grdp,north,2025,1,hem", head="DATAFLOW,FREQ,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,COMPARATOR")
    ),
    "a sheet of CSV": Office(sdmx(f"{GRDP},A,,,"), asked={"sheet": "mot"}),
    "the same mistake again": Office(sdmx(f"{GRDP},x?,,,", "grdp,north,2026,1,x?,,,")),
}
CODES: dict[str, Office] = {
    "two files of codes": Office(WHOLE, "period: {}", {"given": ("khac.yaml",)}),
    "a file of codes that is not there": Office(WHOLE, asked={"given": ("khong_co.yaml",)}),
    "a pair for something else": Office(WHOLE, asked={"given": ("value=ind",)}),
    "an unknown key": Office(WHOLE, "areas: {a: b}"),
    "an unknown key below dimensions": Office(WHOLE, "dimensions: {time: nam}"),
    "a list for codes": Office(WHOLE, "area: [a]"),
    "a list for a status": Office(WHOLE, "status: {a: [b]}"),
    "a status that is none": Office(WHOLE, "status: {a: so bo}"),
    "a text for a slice": Office(WHOLE, "fixed: nam"),
    "nothing for a code": Office(WHOLE, "area: {a: }"),
}
OFFICES = {
    **{f"office: {name}": each for name, each in BROKEN.items()},
    **{f"lines of an office: {name}": each for name, each in LINES.items()},
    **{f"codes: {name}": each for name, each in CODES.items()},
}
