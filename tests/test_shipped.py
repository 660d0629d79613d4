"""How much the documents print, counted on paper: the one place that says it, so that no row is lost or told twice."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import yaml
from shipped import RESULTS, TARGETS, rows_of, shipped

from tgkt.loading.files import data_files, shipped_data

# Rows by plan and area: 36 targets, some in parts, and the two tables of Appendix I.II.
ROWS = {TARGETS: {"merged": 70}, RESULTS: {"thai_nguyen": 28, "bac_kan": 67}}
PRINTED_TARGETS = 36


def test_every_printed_row_is_there() -> None:
    """The plans have as many rows as the documents print."""
    assert {plan: Counter(row.area for row in rows_of(plan)) for plan in shipped().plans} == ROWS


def test_every_printed_target_is_there() -> None:
    """The targets are numbered without a gap; parts of a target share its number."""
    numbers = {int(row.code.split(".")[0]) for row in rows_of(TARGETS)}
    assert numbers == set(range(1, PRINTED_TARGETS + 1))


LINES_BEFORE = 6077  # of the first edition of the format, without the relations
SINCE = ("identities.yaml", "targets_printed_again.yaml")  # more that is said, not the same again


def plain(name: str) -> dict[str, Any]:
    """A shipped file as any YAML reader sees it."""
    found: dict[str, Any] = yaml.safe_load((shipped_data() / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", [TARGETS, RESULTS])
def test_a_plan_read_alone_shows_units_and_directions(name: str) -> None:
    """Whoever reads one file with a YAML library sees the unit and the direction of every indicator declared in it."""
    declared = {id: each for id, each in plain(name)["indicators"].items() if "title" in each}
    assert len(declared) >= 10
    assert [id for id, each in declared.items() if not each.get("unit") or not each.get("direction")] == []


def test_the_targets_read_alone_show_their_baselines() -> None:
    """The base year of the plan, and where the documents print one the figure of each row, with its digits."""
    found = plain(TARGETS)
    rows = [row for each in found["indicators"].values() for row in each.get("rows", ())]
    baselines = [row["baseline"] for row in rows if "baseline" in row]
    assert found["plan"]["baseline"] == 2025
    assert (len(rows), len(baselines)) == (70, 23)
    assert [each for each in baselines if not {"value", "comparator"} & set(each) and "printed" not in each] == []


def test_the_results_read_alone_show_their_base_year() -> None:
    """The second plan prints no baselines; its base year stands in it."""
    assert plain(RESULTS)["plan"]["baseline"] == 2020


def test_the_shipped_data_say_the_same_in_fewer_lines() -> None:
    """What follows from what is stated is not written out; what has been added since is not counted against it."""
    texts = {file.name: file.read_text(encoding="utf-8").splitlines() for file in data_files(shipped_data())}
    assert sum(len(lines) for name, lines in texts.items() if name not in SINCE) < LINES_BEFORE
    lines = [line for each in texts.values() for line in each]
    assert [line for line in lines if len(line) > 120 and "url:" not in line] == []
