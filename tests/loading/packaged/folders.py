"""What hypothesis draws: data folders, small and odd, as texts of one file."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from strategies import numbers, vietnamese

_MARK = "\u0301"  # a mark that joins the letter before it
_SIGNS = _MARK + "\"'\\,;:#{}[]()|<>&*@%-=?!`~^$ 0.5é漢😀\u00a0\u200b\ufeff"
_WORDS = ("yes", "null", "~", "1e3", "2030-01-01", "0x1F", "- a", "a: b", "a #b", "=1+1", "<b>", "{{7*7}}", "“q”", "''")
_COMPARATORS = ("at_least", "more_than", "at_most", "less_than", "about", "equals")
_UNITS = {"%": None, "triệu đồng": "current", "nghìn tỷ đồng": "constant", "km": None, "%/năm": None}
_AREAS = ("whole", "north", "south")
_PERIODS = (*range(2018, 2026), "2021-2025", "2016-2020", "2026-6M", "2026-Q2", "2026-05")
_STATUSES = ("official", "provisional", "estimated", "forecast")
_SAID = ("", "đạt ", "trên ", "khoảng ", "tối thiểu ", "dưới ", "gần ", 'đạt "cao": ')
_SIBLINGS = {"triệu đồng": ("tỷ đồng", "triệu đồng"), "nghìn tỷ đồng": ("tỷ đồng", "triệu tỷ đồng"), "km": ("m", "km")}
_MOST = 100  # what a share may be

titles = (
    st.tuples(vietnamese, st.text(_SIGNS, max_size=6), st.sampled_from((*_WORDS, "")))
    .map(lambda parts: unicodedata.normalize("NFC", " ".join("".join(parts).split())))
    .filter(lambda text: any(sign.isalnum() for sign in text))
)
"""Names: one line, never empty."""

_marked = st.just(f"{_MARK}b")
notes = st.tuples(titles, st.lists(titles | _marked | st.sampled_from(("", " ", "\t", '"', "\\n")), max_size=2)).map(
    lambda lines: "\n".join((lines[0], *lines[1]))
)
"""Texts of several lines, with what YAML takes for something else."""

values = numbers(0, 10**4, 4).filter(lambda value: value <= _MOST)


_sizes = numbers(1, 99, 1)


def _maybe(drawn: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | drawn


@st.composite
def words(draw: st.DrawFn, texts: st.SearchStrategy[str] = titles) -> Any:
    """A text, or one in several languages."""
    tags = draw(st.sampled_from(((), ("vi",), ("en",), ("vi", "en"), ("en", "vi", "fr"), ("fr",))))
    told = {tag: draw(texts) for tag in tags}
    return told if told else draw(texts)


@st.composite
def amounts(draw: st.DrawFn, unit: str) -> dict[str, Any]:
    """A number with the words around it, or a range, or what the document prints, in a unit of its kind."""
    low, high = sorted((draw(values), draw(values)))
    if draw(st.integers(0, 3)) == 0 and low < high:
        found: dict[str, Any] = {"value": [low, high], "comparator": "between"}
    elif draw(st.integers(0, 3)) == 0:
        found = {"printed": f"{draw(st.sampled_from(_SAID))}{f'{low:f}'.replace('.', ',')}{_glued(unit)}"}
    else:
        found = {"value": low, "comparator": draw(_maybe(st.sampled_from(_COMPARATORS)))}
    if "value" in found and unit in _SIBLINGS and draw(st.booleans()):
        found["unit"] = draw(st.sampled_from(_SIBLINGS[unit]))
    return {**found, "note": draw(_maybe(words(notes)))}


def _glued(unit: str) -> str:
    return unit if unit.startswith("%") else f" {unit}"


@st.composite
def targets(draw: st.DrawFn, unit: str) -> dict[str, Any]:
    """What a row promises for a year."""
    if draw(st.integers(0, 4)) == 0 and not unit.startswith("%"):
        change = draw(st.sampled_from(("cut", "rise", "times")))
        low, high = sorted((draw(_sizes), draw(_sizes)))
        size = {"comparator": "between", change: [low, high]} if low < high and draw(st.booleans()) else {change: high}
        return {**size, "of": 2020, "note": draw(_maybe(words(notes)))}
    return {**draw(amounts(unit)), "tolerance": draw(_maybe(st.just(Decimal("0.5"))))}


@st.composite
def results(draw: st.DrawFn, unit: str) -> dict[str, Any]:
    """What a row says of the past."""
    return {**draw(amounts(unit)), "status": draw(_maybe(st.sampled_from(_STATUSES)))}


@st.composite
def rows(draw: st.DrawFn, code: str, areas: Sequence[str], origins: Sequence[str], unit: str) -> dict[str, Any]:
    """A row of the plan."""
    years = draw(st.lists(st.sampled_from((2026, 2028, 2029, 2030)), min_size=1, max_size=3, unique=True))
    past = draw(st.lists(st.sampled_from(years), max_size=2, unique=True))
    return {
        "code": code,
        "area": draw(st.sampled_from(areas)),
        "label": draw(_maybe(titles)),
        "locator": draw(_maybe(titles)),
        "origin": draw(_maybe(st.sampled_from(origins))),
        "note": draw(_maybe(words(notes))),
        "official": draw(_maybe(titles)),
        "sought": draw(_maybe(words(notes))),
        "condition": draw(_maybe(words(notes))),
        "baseline": draw(_maybe(results(unit).map(lambda found: {"period": 2025, **found}))),
        "target": {year: draw(targets(unit)) for year in years},
        "result": {year: draw(results(unit)) for year in past} or None,
    }


@st.composite
def observations(
    draw: st.DrawFn, indicators: Mapping[str, str], areas: Sequence[str], others: Sequence[str]
) -> dict[str, Any]:
    """A figure that a document prints; it may replace those of others."""
    indicator = draw(st.sampled_from(sorted(indicators)))
    period = draw(st.sampled_from(_PERIODS))
    is_term = isinstance(period, str) and len(period) == len("2021-2025")
    return {
        "indicator": indicator,
        "area": draw(st.sampled_from(areas)),
        "period": period,
        "timing": draw(st.sampled_from(("average", "total", "every_year"))) if is_term else None,
        **draw(amounts(indicators[indicator])),
        "status": draw(_maybe(st.sampled_from(_STATUSES))),
        "excludes": draw(_maybe(st.lists(titles, min_size=1, max_size=2, unique=True))),
        "supersedes": draw(st.lists(st.sampled_from(others), max_size=2, unique=True)) or None if others else None,
        "ambition": draw(_maybe(st.just(True))),
    }


@st.composite
def _places(
    draw: st.DrawFn, origins: Sequence[str], indicators: Mapping[str, str], areas: Sequence[str]
) -> list[dict[str, Any]]:
    found = []
    for _ in range(draw(st.integers(0, 4))):
        origin = draw(st.sampled_from(origins))
        others = [each for each in origins if each != origin]
        figures = draw(st.lists(observations(indicators, areas, others), min_size=1, max_size=3))
        found.append({"origin": origin, "locator": draw(_maybe(titles)), "figures": figures})
    return found


@st.composite
def _origin(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "title": draw(words()),
        "short": draw(_maybe(words())),
        "date": draw(_maybe(st.sampled_from(("2025", "2025-09", "2025-09-15", "2019-01")))),
        "issuer": draw(_maybe(st.sampled_from(("statistics", "government", "party", "press")))),
        "language": draw(_maybe(st.sampled_from(("vi", "en")))),
        "url": draw(_maybe(st.just('https://example.org/?a=1&b="x"'))),
        "note": draw(_maybe(words(notes))),
    }


@st.composite
def _indicator(draw: st.DrawFn, place: int) -> dict[str, Any]:
    unit = draw(st.sampled_from(list(_UNITS)))
    return {
        "title": f"{draw(titles)} {place}",
        "unit": unit,
        "price": _UNITS[unit],
        "flow": None if unit.startswith("%") else draw(st.booleans()),
        "direction": draw(st.sampled_from(("increase", "decrease"))),
        "section": draw(st.sampled_from(("one", "two"))),
        "definition": draw(_maybe(words(notes))),
        "blend": draw(_maybe(st.sampled_from(({"by": "none"}, {"by": "sum"})))) if unit == "km" else None,
    }


@st.composite
def shares(draw: st.DrawFn) -> list[int]:
    """Two shares of a whole."""
    first = draw(st.integers(0, _MOST))
    return [first, _MOST - first]


@st.composite
def _others(draw: st.DrawFn, area: str) -> dict[str, Any]:
    """Indicators that are no number: a structure of two shares, and a milestone."""
    parts = {id: {"title": id, "unit": "%", "direction": "neutral", "section": "one"} for id in ("s_1", "s_2")}
    shape = {"title": draw(titles), "unit": "%", "kind": "structure", "parts": ["s_2", "s_1"], "section": "two"}
    row = {"code": "s", "area": area, "target": {2030: {"values": draw(shares()), "note": draw(_maybe(words(notes)))}}}
    step = {"title": draw(titles), "kind": "milestone", "direction": "increase", "section": "one", "unit": "mốc"}
    said = {2030: {"printed": draw(titles), "comparator": "milestone"}}
    result = {2030: {"printed": draw(titles), "reached": draw(st.booleans())}}
    done = {"code": "m", "area": area, "target": said, "result": draw(_maybe(st.just(result)))}
    return {**parts, "whole_of": {**shape, "rows": [row]}, "step": {**step, "rows": [done]}}


@st.composite
def _plan(
    draw: st.DrawFn, place: int, areas: Sequence[str], origins: Sequence[str], indicators: Mapping[str, str]
) -> dict[str, Any]:
    """The blocks of the file of a plan: its heading, its gaps and its rows."""
    own: dict[str, Any] = {}
    for number, (id, unit) in enumerate(indicators.items()):
        codes = [f"{number}.{part}" for part in range(draw(st.integers(0, 2)))]
        if codes:
            own[id] = {"rows": [draw(rows(code, areas, origins, unit)) for code in codes]}
    if place == 0 and draw(st.booleans()):
        own |= draw(_others(areas[0]))
    gap = {"area": areas[0], "code": "99", "note": draw(words(notes))}
    heading = {"title": draw(words()), "period": "2026-2030", "origin": draw(st.sampled_from(origins))}
    is_meant = True if place == 0 else None
    return {
        "plan": {"id": f"p_{place}", **heading, "in_force": is_meant, "gaps": draw(_maybe(st.just([gap])))},
        "indicators": own,
    }


_places_in_order = st.permutations(range(3)).flatmap(lambda order: st.integers(1, 3).map(lambda count: order[:count]))


@st.composite
def folders(draw: st.DrawFn) -> dict[str, str]:
    """The files of a data folder by their names: what is declared, what was observed, and a plan or two."""
    areas = _AREAS[: draw(st.sampled_from((1, 3)))]
    origins = {f"doc_{place}": draw(_origin()) for place in draw(_places_in_order)}
    indicators = {f"i_{place}": draw(_indicator(place)) for place in draw(_places_in_order)}
    units = {id: each["unit"] for id, each in indicators.items()}
    named: dict[str, dict[str, Any]] = {id: {"title": f"{draw(titles)} {id}"} for id in areas}
    if len(areas) > 1:
        named["whole"] = {**named["whole"], "constituents": list(areas[1:])}
    declared = {
        "areas": named,
        "origins": origins,
        "sections": {"one": draw(words()), "two": draw(words())},
        "indicators": indicators,
        "observations": draw(_places(sorted(origins), units, areas)) or None,
    }
    plans = [draw(_plan(place, areas, sorted(origins), units)) for place in range(draw(st.integers(1, 2)))]
    files = {"data": declared, **{f"plan_{place}": each for place, each in enumerate(plans)}}
    return {f"{name}.yaml": yaml_of({"language": "vi", **blocks}) for name, blocks in files.items()}


def yaml_of(value: Any) -> str:
    """A value as YAML on one line: JSON, in which numbers keep their digits; what is None is left out."""
    if isinstance(value, dict):
        held = {key: each for key, each in value.items() if each is not None}
        return "{" + ", ".join(f"{yaml_of(key)}: {yaml_of(each)}" for key, each in held.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(yaml_of, value)) + "]"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=False).replace(_MARK, "\\u0301")  # else it joins the n of a line end
