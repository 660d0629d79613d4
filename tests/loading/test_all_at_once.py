"""A message never hides another: whatever else is wrong, each mistake is told, and told once."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.errors import DataError, Problem
from tgkt.loading.catalogue import load

SOUND = """\
language: en
areas: {whole: {title: Whole, constituents: [north, south]}, north: {title: North}, south: {title: South}}
origins: {report: {title: Report, date: "2025-09"}, yearbook: {title: Yearbook}}
sections: {economy: Economy, society: Society}
plan: {id: plan, title: Plan, period: 2026-2030, baseline: 2025, origin: report}
indicators:
  jobs:
    section: society
    title: {en: Jobs}
    unit: "%"
    direction: increase
    path: linear
    blend: {by: weighted, weight: people}
    code: "1"
    target: {2030: {printed: at least 78%, excludes: [trainees]}}
    baseline: {2025: {value: 70.5, status: official, origin: yearbook, locator: page 3}}
    result: {2030: {value: 79}}
    observed: {2024: 70.3, 2023: 69.9}
  people:
    section: society
    title: People
    unit: million people
    direction: neutral
    target: {2030: {rise: 10, of: 2020}}
observations:
  - origin: yearbook
    area: north
    period: 2024
    figures:
      - {indicator: jobs, value: 68.1}
      - {indicator: people, printed: "2.5 million people", comparator: equals}
"""

# What stands in the sound file, what is written instead, and the keys that are told of.
MISTAKES = {
    "a document that is not declared": (
        "origin: report}",
        "origin: reprot}",
        "plan.origin",
    ),
    "a day that is in no calendar": ('date: "2025-09"', 'date: "2025-13"', "origins.report.date"),
    "a base year within the term": ("baseline: 2025, ", "baseline: 2027, ", "plan.baseline"),
    "an unknown section": ("jobs:\n    section: society", "jobs:\n    section: socety", "indicators.jobs.section"),
    "an unknown language": ("title: {en: Jobs}", "title: {english: Jobs}", "indicators.jobs.title.english"),
    "an unknown direction": ("direction: increase", "direction: up", "indicators.jobs.direction"),
    "an unknown path": ("path: linear", "path: straight", "indicators.jobs.path"),
    "an unknown weight": ("weight: people", "weight: peeple", "indicators.jobs.blend.weight"),
    "a code without quotes": ('code: "1"', "code: 1", "indicators.jobs.code"),
    "a target beyond its limit": ("at least 78%", "at least 178%", "indicators.jobs.target.2030.printed"),
    "an unknown status": ("status: official", "status: sure", "indicators.jobs.baseline.2025.status"),
    "a base beyond its limit": ("value: 70.5", "value: 170.5", "indicators.jobs.baseline.2025.value"),
    "a number in quotes": ("value: 79", 'value: "79"', "indicators.jobs.result.2030.value"),
    "an exponent": ("2024: 70.3", "2024: 7e1", "indicators.jobs.observed.2024"),
    "a year of two digits": ("2023: 69.9", "23: 69.9", "indicators.jobs.observed.23"),
    "a rise against a later year": ("of: 2020", "of: 2040", "indicators.people.target.2030.of"),
    "an unknown area": ("area: north", "area: nort", "observations[0].area"),
    "an unknown indicator": ("indicator: jobs", "indicator: jbos", "observations[0].figures[0].indicator"),
    "other digits than printed": (
        "equals}",
        "equals, value: 2.4}",
        "observations[0].figures[1].printed",
    ),
    "an unknown unit": (
        'printed: "2.5 million people", comparator: equals',
        "value: 2.5, unit: milion people",
        "observations[0].figures[1].unit",
    ),
}
CLASH = {"other digits than printed", "an unknown unit"}  # two mistakes of the same words
BROKEN = "areas: {east: ["
NAMES = ("plan.origin", "section", "weight", "area", "indicator", "unit")


def _told(text: str, *others: str) -> list[str]:
    """The keys that are told of, in the order of the messages."""
    return [problem.path for problem in _problems(text, *others)]


def _problems(text: str, *others: str) -> list[Problem]:
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{place}.yaml" for place in range(1 + len(others))]
        for file, each in zip(files, (text, *others), strict=True):
            file.write_text(each, encoding="utf-8")
        try:
            load(files)
        except DataError as error:
            return [problem for problem in error.problems if isinstance(problem, Problem)]
    return []


def _with(mistakes: set[str]) -> tuple[str, list[str]]:
    """The file with some mistakes, and the keys they are told of."""
    text = SOUND
    for name in mistakes:
        right, wrong, _ = MISTAKES[name]
        assert text.count(right) == 1, (name, right)
        text = text.replace(right, wrong)
    return text, sorted(MISTAKES[name][2] for name in mistakes)


some_mistakes = st.sets(st.sampled_from(sorted(MISTAKES))).filter(lambda some: not some >= CLASH)


def test_the_sound_file_holds_no_mistake() -> None:
    """Else the tests below would tell of nothing."""
    assert _told(SOUND) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_alone_is_told_once(name: str) -> None:
    """One message, at its key."""
    text, keys = _with({name})
    assert _told(text) == keys


@law
@given(some_mistakes)
def test_any_mistakes_are_told_together(some: set[str]) -> None:
    """As many messages as mistakes, in one round: nothing is hidden and nothing told twice."""
    text, keys = _with(some)
    assert sorted(_told(text)) == keys


@law
@given(some_mistakes)
def test_a_file_that_cannot_be_read_hides_only_what_may_stand_in_it(some: set[str]) -> None:
    """Beside it all is told but names that it may declare."""
    text, keys = _with(some)
    expected = ["", *(key for key in keys if not key.endswith(NAMES))]
    assert sorted(_told(text, BROKEN)) == expected


ODD = (
    "null",
    "[]",
    "{}",
    "5",
    "x",
    "{a: b}",
    "[1, 2]",
    "true",
    '""',
    "at least 5%",
    "-3",
    "{2030: {value: 5}}",
    "[[]]",
)


@law
@given(st.lists(st.tuples(st.integers(0, SOUND.count("\n")), st.sampled_from(ODD)), max_size=4), st.integers(0, 60))
def test_whatever_stands_in_place_of_a_value_ends_in_messages(spoilt: list[tuple[int, str]], gone: int) -> None:
    """No traceback, and no message twice; a line may be missing too."""
    lines = SOUND.split("\n")
    for place, odd in spoilt:
        key, colon, _ = lines[place].rpartition(": ")
        lines[place] = f"{key}{colon}{odd}{'}' * (lines[place].count('{') - key.count('{'))}"
    said = [str(problem) for problem in _problems("\n".join(lines[:gone] + lines[gone + 1 :]))]
    assert sorted(set(said)) == sorted(said)
    assert [each for each in said if ". " not in each and "?" not in each] == []
