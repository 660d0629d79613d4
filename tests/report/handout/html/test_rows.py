"""The rows of the page: names in addresses, and what they are sorted by."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.runner import Tgkt
from pages import Element, read

PLAN = """
language: en
origin: paper
areas: {{north: {{title: North}}, south: {{title: South}}}}
origins: {{paper: {{title: Paper, date: "2025"}}}}
plan: {{id: own, title: Plan, period: 2026-2030, origin: paper}}
indicators:
  one:
    title: One
    unit: "%"
    direction: increase
    rows:
      - {{code: "{0}", area: north, target: {{2030: "50%"}}}}
      - {{code: "{1}", area: south, target: {{2030: "60%"}}}}
"""


def page_of(tgkt: Tgkt, folder: Path, *args: str) -> Element:
    """The page of some data."""
    answer = tgkt("report", "-o", str(folder / "plan.html"), *args)
    assert answer.code == 0, answer.err
    return read((folder / "plan.html").read_text(encoding="utf-8"))


NAMES = {
    "two parts of one": (("1.1", "1.2"), ["t-1.1", "t-1.2"], ["t-1"]),
    "the same number in two areas": (("1", "1"), ["t-1", "t-1_2"], []),
    "three steps": (("3.6.1", "3.6.2"), ["t-3.6.1", "t-3.6.2"], ["t-3.6"]),
    "letters": (("TU-02", "TU-03"), ["t-TU-02", "t-TU-03"], []),
}


@pytest.mark.parametrize(("codes", "rows", "targets"), NAMES.values(), ids=NAMES)
def test_rows_have_names(
    tgkt: Tgkt, tmp_path: Path, codes: tuple[str, str], rows: list[str], targets: list[str]
) -> None:
    """Each its own; the first part of a numbered target has that of the target too."""
    (tmp_path / "plan.yaml").write_text(PLAN.format(*codes), encoding="utf-8")
    page = page_of(tgkt, tmp_path, "--data", str(tmp_path))
    assert [each.attributes["id"] for each in page.all("tbody", kind="row")] == rows
    assert [each.attributes["id"] for each in page.one(id="plan").all("a") if "id" in each.attributes] == targets
    assert {each.attributes["href"] for each in page.one("dl", kind="numbered").all("a")} <= {
        f"#{name}" for name in (*rows, *targets)
    }


def test_each_column_is_sorted_by_its_value(tgkt: Tgkt, tmp_path: Path) -> None:
    """As many values as columns, and those of figures are the figures of status."""
    page = page_of(tgkt, tmp_path)
    rows = {row["code"]: row for row in tgkt("status", "-f", "json").json["rows"]}
    columns = len([*page.one("table", id="plan").one("thead").all("th")])
    for body in page.all("tbody", kind="row"):
        values = (body.attributes["data-v"] or "").split("|")
        row = rows[body.one("a", href=f"#{body.attributes['id']}").text.split()[0]]
        assert len(values) == columns
        assert bool(values[5]) is (row["gap"] is not None)
        assert not values[5] or float(values[5]) == pytest.approx(float(row["gap"]))
        assert not values[6] or float(values[6]) == pytest.approx(float(row["needed"]))


def test_the_newest_two_years_have_a_column(tgkt: Tgkt, tmp_path: Path) -> None:
    """A plan with many years stays readable; its reasons name the older ones."""
    page = page_of(tgkt, tmp_path, "--data", "examples/ireland_climate")
    heads = [each.text for each in page.one("table", id="plan").all("th", scope="col")]
    assert heads[3:6] == ["Achieved 2018", "Achieved 2023", "Achieved 2024"]
    assert "2021: " in page.one("tbody", kind="row").text
