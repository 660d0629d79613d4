"""What a figure takes from where it stands, its place, its file or its plan, and what is told once where it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.facts.statement import Statement
from tgkt.loading.catalogue import examine

from .single import catalogue, told

TWO_AREAS = "areas: {north: {title: North}, south: {title: South}}\n"
WHOLE = "areas: {whole: {title: Whole, constituents: [north, south]}, north: {title: North}, south: {title: South}}\n"
ONE = "origins: {report: {title: Report}}\n"
TWO = "origins: {report: {title: Report}, yearbook: {title: Yearbook}}\n"
PLAN = "plan: {title: Plan, period: 2026-2030, origin: report}\n"
JOBS = 'indicators: {jobs: {title: Jobs, unit: "%"}}\n'
PLACE = "observations: [{origin: report, figures: [{indicator: jobs, period: 2024, value: 5}]}]\n"


def _figures(text: str) -> list[Statement]:
    return list(catalogue(text, "").observations)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        pytest.param(f"areas: {{north: {{title: North}}}}\n{ONE}{JOBS}{PLACE}", "north", id="the only area"),
        pytest.param(WHOLE + ONE + JOBS + PLACE, "whole", id="the one that has parts"),
        pytest.param(f"area: south\n{TWO_AREAS}{ONE}{JOBS}{PLACE}", "south", id="that of the file"),
        pytest.param(
            f"area: south\n{TWO_AREAS}{ONE}{JOBS}{PLACE.replace('origin', 'area: north, origin')}",
            "north",
            id="that of the place before that of the file",
        ),
        pytest.param(
            f"{TWO_AREAS}{ONE}{JOBS}"
            + PLACE.replace("origin", "area: north, origin").replace("{ind", "{area: south, ind"),
            "south",
            id="its own before that of the place",
        ),
    ],
)
def test_the_area_of_a_figure(text: str, area: str) -> None:
    """The nearest that is named; else the one there can be no doubt about."""
    assert [each.area for each in _figures(text)] == [area]


@pytest.mark.parametrize(
    ("text", "origin", "locator"),
    [
        pytest.param(WHOLE + ONE + JOBS + PLACE.replace("origin: report, ", ""), "report", "", id="the only document"),
        pytest.param(WHOLE + TWO + JOBS + PLACE.replace("report", "yearbook"), "yearbook", "", id="that of the place"),
        pytest.param(
            WHOLE + TWO + JOBS + PLACE.replace("report,", "report, locator: page 3,"),
            "report",
            "page 3",
            id="its place",
        ),
        pytest.param(
            WHOLE + TWO + PLAN + 'indicators: {jobs: {title: Jobs, unit: "%", observed: {2024: 5}}}\n',
            "report",
            "",
            id="that of the plan, of figures by year",
        ),
        pytest.param(
            WHOLE
            + TWO
            + PLAN
            + 'indicators: {jobs: {title: Jobs, unit: "%", origin: yearbook, locator: p. 4, observed: {2024: 5}}}\n',
            "yearbook",
            "p. 4",
            id="that of the indicator, of figures by year",
        ),
    ],
)
def test_the_document_of_a_figure(text: str, origin: str, locator: str) -> None:
    """The nearest that is named; else the one there can be no doubt about."""
    assert [(each.origin, each.locator) for each in _figures(text)] == [(origin, locator)]


def test_period_and_status_of_a_place_hold_for_its_figures() -> None:
    """Where a figure says otherwise, it goes before."""
    text = """\
observations:
  - origin: report
    period: 2024
    status: estimated
    figures:
      - {indicator: jobs, value: 5}
      - {indicator: jobs, value: 6, period: 2023, status: official}
"""
    found = [(str(each.period), str(each.status)) for each in _figures(WHOLE + ONE + JOBS + text)]
    assert found == [("2024", "estimated"), ("2023", "official")]


THREE = PLACE.replace(
    "}]}]", "}, {indicator: jobs, period: 2023, value: 5}, {indicator: jobs, period: 2022, value: 5}]}]"
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(TWO_AREAS + ONE + JOBS + THREE, "no area is named, and there are several", id="several areas"),
        pytest.param(ONE + JOBS + THREE, "Add 'areas: {my_area: {title: …}}'", id="no area at all"),
        pytest.param(
            WHOLE + TWO + JOBS + THREE.replace("origin: report, ", ""),
            "no origin is named for these figures. Add 'origin: …', one of: report, yearbook",
            id="several documents",
        ),
        pytest.param(
            WHOLE + JOBS + THREE.replace("origin: report, ", ""),
            "Add 'origins: {report: {title: …}}'",
            id="no document",
        ),
        pytest.param(
            WHOLE + ONE + JOBS + THREE.replace("origin: report", "origin: reprot"),
            "Did you mean 'report'?",
            id="a slip",
        ),
        pytest.param(
            WHOLE + ONE + JOBS + THREE.replace("origin", "area: nort, origin"),
            "Did you mean 'north'?",
            id="an area's slip",
        ),
        pytest.param(f"area: nort\n{WHOLE}{ONE}{JOBS}{THREE}", "Did you mean 'north'?", id="a slip at the top"),
        pytest.param(
            f"origin: reprot\n{WHOLE}{TWO}{JOBS}{THREE.replace('origin: report, ', '')}",
            "Did you mean",
            id="a document's slip at the top",
        ),
        pytest.param(
            WHOLE + ONE + JOBS + THREE.replace("period: 2023, ", ""),
            "a figure has no period",
            id="one without a period",
        ),
        pytest.param(
            WHOLE + TWO + 'indicators: {jobs: {title: Jobs, unit: "%", observed: {2024: 5, 2023: 4, 2022: 3}}}\n',
            "no origin is named for these figures",
            id="figures by year without a document",
        ),
    ],
)
def test_what_is_missing_where_figures_stand_is_told_once(text: str, words: str) -> None:
    """Three figures of one place lack the same thing: one message, with how to write it."""
    (said,) = told(text, "")
    assert words in said


def test_what_no_file_declares_is_told_once_for_all_files(tmp_path: Path) -> None:
    """Where there is no area and no document at all, the first place that needs one is told."""
    files = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    files[0].write_text(JOBS + THREE.replace("origin: report, ", ""), encoding="utf-8")
    files[1].write_text(JOBS.replace("jobs:", "other:") + THREE.replace("origin: report, ", ""), encoding="utf-8")
    _, problems = examine(files, ["a.yaml", "b.yaml"])
    assert [(each.source.file, each.message.split(":")[0]) for each in problems] == [
        ("a.yaml", "no area is declared"),
        ("a.yaml", "no origin is declared"),
    ]


def test_the_shares_of_a_structure_stand_among_the_observations() -> None:
    """Each part gets the share printed for it."""
    text = """\
indicators:
  mix: {title: Mix, unit: "%", kind: structure, parts: [a, b]}
  a: {title: A, unit: "%"}
  b: {title: B, unit: "%"}
observations: [{origin: report, figures: [{indicator: mix, period: 2024, values: [60, 40.0]}]}]
"""
    found = {each.indicator: str(each.figure) for each in _figures(WHOLE + ONE + text)}
    assert {key: found[key] for key in ("a", "b")} == {"a": "60", "b": "40.0"}
