"""What hypothesis draws: data folders, small and odd, as texts of one file."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from strategies import numbers, vietnamese

_SIGNS = "\"'\\,;:#{}[]()|<>&*@%-=?!`~^$ 0.5é漢😀\u00a0\u200b"
_WORDS = ("yes", "null", "~", "1e3", "2030-01-01", "0x1F", "- a", "a: b", "a #b", "=1+1", "<b>", "{{7*7}}", "“q”", "''")
_COMPARATORS = ("at_least", "more_than", "at_most", "less_than", "about", "equals")
_UNITS = {"%": None, "triệu đồng": "current", "nghìn tỷ đồng": "constant", "km": None, "%/năm": None}
_AREAS = ("whole", "north", "south")
_YEARS = range(2018, 2026)
_MOST = 100  # what a share may be

titles = (
    st.tuples(vietnamese, st.text(_SIGNS, max_size=6), st.sampled_from((*_WORDS, "")))
    .map(lambda parts: unicodedata.normalize("NFC", " ".join("".join(parts).split())))
    .filter(lambda text: any(sign.isalnum() for sign in text))
)
"""Names: one line, never empty."""

notes = st.tuples(titles, st.lists(titles | st.sampled_from(("", " ", "\t", '"', "\\n")), max_size=2)).map(
    lambda lines: "\n".join((lines[0], *lines[1]))
)
"""Texts of several lines, with what YAML takes for something else."""

values = numbers(0, 10**4, 4).filter(lambda value: value <= _MOST)


def _maybe(drawn: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | drawn


@st.composite
def words(draw: st.DrawFn, texts: st.SearchStrategy[str] = titles) -> Any:
    """A text, or one in several languages."""
    tags = draw(st.sampled_from(((), ("vi",), ("en",), ("vi", "en"), ("en", "vi", "fr"), ("fr",))))
    return {tag: draw(texts) for tag in tags} or draw(texts)


@st.composite
def amounts(draw: st.DrawFn) -> dict[str, Any]:
    """A number with the words around it, or a range."""
    low, high = sorted((draw(values), draw(values)))
    if draw(st.integers(0, 3)) == 0 and low < high:
        return {"value": [low, high], "comparator": "between"}
    return {"value": low, "comparator": draw(_maybe(st.sampled_from(_COMPARATORS)))}


@st.composite
def targets(draw: st.DrawFn) -> dict[str, Any]:
    """What a row promises."""
    told = {"period": draw(st.sampled_from((2028, 2030))), "note": draw(_maybe(words(notes)))}
    if draw(st.integers(0, 4)) == 0:
        change = draw(st.sampled_from(("cut", "rise", "times")))
        size = draw(numbers(1, 99, 1).filter(lambda size: size > 0))
        return {**told, change: size, "of": 2020}
    return {**told, **draw(amounts())}


@st.composite
def baselines(draw: st.DrawFn) -> dict[str, Any]:
    """Where a row starts from."""
    return {"period": 2025, **draw(amounts()), "note": draw(_maybe(words(notes)))}


@st.composite
def rows(draw: st.DrawFn, code: str, areas: Sequence[str]) -> dict[str, Any]:
    """A row of the plan."""
    return {
        "code": code,
        "area": draw(st.sampled_from(areas)),
        "label": draw(_maybe(titles)),
        "locator": draw(_maybe(titles)),
        "note": draw(_maybe(words(notes))),
        "baseline": draw(_maybe(baselines())),
        "target": draw(targets()),
    }


@st.composite
def observations(draw: st.DrawFn, indicators: Sequence[str], areas: Sequence[str]) -> dict[str, Any]:
    """A figure that a document prints."""
    return {
        "indicator": draw(st.sampled_from(indicators)),
        "area": draw(st.sampled_from(areas)),
        "period": draw(st.sampled_from(_YEARS)),
        **draw(amounts()),
        "status": draw(_maybe(st.sampled_from(("official", "provisional", "estimated", "forecast")))),
        "excludes": draw(_maybe(st.lists(titles, min_size=1, max_size=2))),
        "ambition": draw(_maybe(st.just(True))),
        "note": draw(_maybe(words(notes))),
    }


@st.composite
def _places(
    draw: st.DrawFn, origins: Sequence[str], indicators: Sequence[str], areas: Sequence[str]
) -> list[dict[str, Any]]:
    figures = st.lists(observations(indicators, areas), min_size=1, max_size=3)
    place = st.fixed_dictionaries({"origin": st.sampled_from(origins), "locator": _maybe(titles), "figures": figures})
    return draw(st.lists(place, max_size=4))


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
def _indicator(draw: st.DrawFn, place: int, areas: Sequence[str]) -> dict[str, Any]:
    codes = [f"{place}.{part}" for part in range(draw(st.integers(0, 2)))]
    unit = draw(st.sampled_from(list(_UNITS)))
    return {
        "title": f"{draw(titles)} {place}",
        "unit": unit,
        "price": _UNITS[unit],
        "direction": draw(st.sampled_from(("increase", "decrease"))),
        "section": draw(st.sampled_from(("one", "two"))),
        "definition": draw(_maybe(words(notes))),
        "rows": [draw(rows(code, areas)) for code in codes] or None,
    }


@st.composite
def folders(draw: st.DrawFn) -> str:
    """The text of a data file that holds everything."""
    areas = _AREAS[: draw(st.sampled_from((1, 3)))]
    origins = {f"doc_{place}": draw(_origin()) for place in range(draw(st.integers(1, 3)))}
    indicators = {f"i_{place}": draw(_indicator(place, areas)) for place in range(draw(st.integers(1, 3)))}
    plan = {"title": draw(words()), "period": "2026-2030", "origin": draw(st.sampled_from(sorted(origins)))}
    gaps = [{"area": areas[0], "code": "99", "note": draw(words(notes))}] if draw(st.booleans()) else None
    named = {id: {"title": f"{draw(titles)} {id}"} for id in areas}
    if len(areas) > 1:
        named["whole"] = {**named["whole"], "constituents": list(areas[1:])}
    return yaml_of(
        {
            "language": "vi",
            "areas": named,
            "origins": origins,
            "sections": {"one": draw(words()), "two": draw(words())},
            "plan": {"id": "p", **plan, "gaps": gaps},
            "indicators": indicators,
            "observations": draw(_places(sorted(origins), sorted(indicators), areas)) or None,
        }
    )


def yaml_of(value: Any) -> str:
    """A value as YAML on one line: JSON, in which numbers keep their digits; what is None is left out."""
    if isinstance(value, dict):
        held = {key: each for key, each in value.items() if each is not None}
        return "{" + ", ".join(f"{json.dumps(key)}: {yaml_of(each)}" for key, each in held.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(yaml_of, value)) + "]"
    return f"{value:f}" if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
