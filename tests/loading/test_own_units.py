"""Units that data declare for themselves: in any order, in any file, each mistake with its own line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.loading.contents import read_files
from tgkt.loading.own_units import read_own_units

from .single import catalogue, lines_told, told


def _read(folder: Path, *texts: str) -> tuple[list[str], set[str], list[str]]:
    """The units of some files, the names refused, and what is told."""
    files = [folder / f"{place}.yaml" for place in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    loaded, unreadable = read_files(files, [file.name for file in files])
    assert unreadable == []
    own, refused = read_own_units(loaded)
    return [unit.name for unit in own.units], refused, [str(each) for file in loaded for each in file.reader.problems]


def test_a_unit_may_stand_before_what_it_is_built_on(tmp_path: Path) -> None:
    """In the same file or in another."""
    names, refused, said = _read(tmp_path, "units: {crate: 12 bottle, pallet: 40 crate}\n", "units: {bottle: count}\n")
    assert (set(names), refused, said) == ({"crate", "pallet", "bottle"}, set(), [])


def test_a_unit_is_read_wherever_units_are(tmp_path: Path) -> None:
    """Of the indicator, of a figure and in words."""
    text = """\
units: {crate: 12 bottle, bottle: count}
indicators: {drinks: {title: Drinks, unit: crate, observed: {2023: {value: 60, unit: bottle}, 2024: 5 crate}}}
"""
    found = catalogue(text).about("drinks", "whole")
    assert [(str(each.figure), str(each.unit)) for each in found] == [("60", "bottle"), ("5", "crate")]


@pytest.mark.parametrize(
    ("units", "line", "words"),
    [
        pytest.param("  crate: count\n  pot: mony\n", 3, "Did you mean 'money'?", id="a measure that is none"),
        pytest.param(
            "  crate: 2 pot\n  pot: 3 crate\n", 2, "are declared in terms of each other", id="in a circle, told once"
        ),
        pytest.param(
            "  crate: count\n  EUR: energy\n", 3, "is built in and measures money", id="built in as something else"
        ),
        pytest.param("  crate: count\n  thousand: count\n", 3, "is a scale word", id="a scale word"),
        pytest.param("  crate: count\n  pot: 3 nothing\n", 3, "unknown unit 'nothing'", id="built on nothing"),
        pytest.param("  crate: count\n  crate: count\n", 3, "the key 'crate' appears twice", id="twice"),
    ],
)
def test_a_unit_that_cannot_be_is_told_by_its_line(units: str, line: int, words: str) -> None:
    """Once, where it stands, and not again wherever it is used."""
    used = "indicators: {sold: {title: Sold, unit: pot, observed: {2024: 5}}}\n" if "  pot:" in units else ""
    text = f"units:\n{units}{used}"
    (said,) = told(text)
    assert words in said
    assert lines_told(text) == [line]


def test_one_unit_of_two_files_is_told(tmp_path: Path) -> None:
    """The second is told, by its file."""
    _, _, (said,) = _read(tmp_path, "units: {crate: count}\n", "units: {crate: mass}\n")
    assert said.startswith("1.yaml:1:9: units.crate: the unit 'crate' is declared in another file too")
