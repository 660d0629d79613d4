"""The lines of a plan: in full or carried by their indicator, counted without a number, one for each target."""

from __future__ import annotations

import pytest

from .single import TOP, catalogue, rows, told


def _plan(*indicators: str) -> str:
    """Indicators of a share, each by what else it says."""
    lines = (
        f'  i{place}: {{title: T, unit: "%", direction: increase, {each}}}\n' for place, each in enumerate(indicators)
    )
    return "indicators:\n" + "".join(lines)


def _codes(*indicators: str) -> list[str]:
    return [row.code for row in rows(catalogue(_plan(*indicators)))]


ONE, TWO = "target: {2030: 5}", "target: {2028: 4, 2030: 5}"


@pytest.mark.parametrize(
    ("indicators", "codes"),
    [
        pytest.param([ONE, ONE, ONE], ["1", "2", "3"], id="rows without numbers are counted"),
        pytest.param(
            [ONE, f'code: "1", {ONE}', ONE], ["1", "2", "3"], id="the count passes over numbers that are taken"
        ),
        pytest.param([TWO, ONE], ["1.1", "1.2", "2"], id="several targets of one row get a part number each"),
        pytest.param([f'code: "7", {TWO}'], ["7.1", "7.2"], id="also where the row bears a number"),
        pytest.param([f"rows: [{{{ONE}}}, {{{ONE}}}]", ONE], ["1", "2", "3"], id="rows in full are counted with them"),
        pytest.param(
            [f'code: "{code}", {ONE}' for code in ("10", "9.2", "9.10", "TU-2", "TU-10", "9")],
            ["9", "9.2", "9.10", "10", "TU-2", "TU-10"],
            id="rows stand in the order of the document",
        ),
        pytest.param(["observed: {2024: 5}"], [], id="figures alone are no row"),
    ],
)
def test_rows_are_numbered(indicators: list[str], codes: list[str]) -> None:
    """A number of the document stays; else the next that is free."""
    assert sorted(_codes(*indicators)) == sorted(codes)
    if all("code" in each for each in indicators):
        assert [code for code in _codes(*indicators) if not code.startswith("TU")] == [
            code for code in codes if not code.startswith("TU")
        ]


def test_an_indicator_carries_its_one_row_itself() -> None:
    """Written inline or as a list of one, the row is the same."""
    says = 'code: "4", label: Name, locator: page 1, official: Met, target: {2030: 5}, result: {2030: 6}'
    inline, listed = (rows(catalogue(_plan(each)))[0] for each in (says, f"rows: [{{{says}}}]"))
    for key in ("code", "label", "locator", "official", "area", "origin"):
        assert getattr(inline, key) == getattr(listed, key) is not None, key
    assert [each.target.figure for each in (inline, listed) if each.target] == [inline.target.figure] * 2  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("says", "results"),
    [
        pytest.param("target: {2030: 5}, result: {2030: 6}", ["6"], id="the result of the one target"),
        pytest.param("target: {2030: 5}, result: {2029: 6}", ["6"], id="of another year, where there is one target"),
        pytest.param(f"{TWO}, result: {{2028: 3, 2030: 6}}", ["3", "6"], id="each target has the result of its year"),
        pytest.param(f"{TWO}, result: {{2030: 6}}", [None, "6"], id="a year without a result has none"),
        pytest.param(f"{TWO}, result: {{2028: 3}}", ["3", None], id="a result is of no other target"),
        pytest.param("result: {2030: 6}", ["6"], id="a result without a target stands"),
    ],
)
def test_a_result_goes_to_the_target_of_its_period(says: str, results: list[str | None]) -> None:
    """No result is lost, and none is given to a target of another year."""
    found = [row.result for row in rows(catalogue(_plan(says)))]
    assert [str(each.figure) if each else None for each in found] == results


def test_several_targets_share_the_figure_they_start_from() -> None:
    """The base stands once among the figures, however many rows start from it."""
    found = catalogue(_plan(f"{TWO}, baseline: {{2025: 3}}"))
    assert [str(row.baseline.figure) for row in rows(found) if row.baseline] == ["3", "3"]
    assert [str(each.period) for each in found.about("i0", "whole")] == ["2025"]


@pytest.mark.parametrize(
    ("says", "words"),
    [
        pytest.param(f"{TWO}, result: {{2027: 3, 2030: 5}}", "no target of this row is for 2027", id="a stray result"),
        pytest.param(f"{TWO}, result: {{2027: 3}}", "no target of this row is for 2027", id="a stray result alone"),
        pytest.param(f"{ONE}, baseline: {{2025: 3, 2020: 2}}", "a row has one baseline", id="two bases"),
        pytest.param(f"{ONE}, rows: [{{{ONE}}}]", "'target' beside 'rows' belongs to no row", id="inline and listed"),
        pytest.param(f"{ONE}, area: nowhere", "unknown area 'nowhere'", id="an area that is not declared"),
        pytest.param(f"{ONE}, origin: nothing", "unknown origin 'nothing'", id="a document that is not declared"),
        pytest.param("target: {2030: {value: 5, status: official}}", "unknown key 'status' in a target", id="a status"),
    ],
)
def test_what_a_row_cannot_say_is_told_once(says: str, words: str) -> None:
    """One message, whatever number of targets the row has."""
    (said,) = told(_plan(says))
    assert words in said


def test_two_rows_of_one_number_are_told() -> None:
    """A number means one row of an area."""
    (said,) = told(_plan(f'code: "1", {ONE}', f'code: "1", {ONE}'))
    assert "appears twice for 'whole'" in said


def test_rows_without_a_plan_are_told_once() -> None:
    """However many rows there are."""
    top = "\n".join(line for line in TOP.splitlines() if not line.startswith("plan:")) + "\n"
    (said,) = told(_plan(ONE, ONE, ONE), top)
    assert "rows need a plan. Add the block 'plan:" in said


def test_a_row_may_name_a_document_of_its_own() -> None:
    """The document of the row holds for what it prints; a base may come from another one, in another place."""
    top = TOP.replace("report: {title: Report}", "report: {title: Report}, annex: {title: Annex}").replace(
        "period: 2026-2030", "period: 2026-2030, origin: report"
    )
    text = _plan(
        "origin: annex, locator: p. 1, target: {2030: 5}, result: {2030: 6}, "
        "baseline: {2025: {value: 4, origin: report}}"
    )
    (row,) = rows(catalogue(text, top))
    said = [each for each in (row.target, row.result, row.baseline) if each]
    assert [(each.origin, each.locator) for each in said] == [("annex", "p. 1"), ("annex", "p. 1"), ("report", "")]
