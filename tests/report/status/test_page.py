"""The page of derived figures: current, and whole."""

from __future__ import annotations

import re
from functools import cache

from shipped import TARGETS, shipped

from tgkt.engine.status.rows import assess
from tgkt.loading.files import shipped_data
from tgkt.report.status.page import derived_page
from tgkt.results.computed import Amount
from tgkt.results.status import Assessment
from tgkt.series.series import Knowledge


@cache
def items() -> tuple[Assessment, ...]:
    """The shipped plan, assessed."""
    return tuple(assess(shipped().plans[TARGETS], Knowledge(shipped())))


@cache
def page() -> str:
    """The page as it is made now."""
    return derived_page(items(), shipped(), "en")


def derived() -> list[tuple[Assessment, Amount]]:
    """Every derived figure with its row."""
    return [(each, known) for each in items() for known in (each.baseline, each.current) if known and known.derivation]


def test_the_page_of_derived_figures_is_current() -> None:
    """docs/derived_figures.md is what the data give now; `make snapshots` rewrites it."""
    kept = shipped_data().parent / "docs" / "derived_figures.md"
    assert kept.read_text(encoding="utf-8") == page()


def test_every_derived_figure_stands_with_formula_inputs_and_assumptions() -> None:
    """A heading for each row, in order; below it all that the figure stands on."""
    parts = re.split(r"^## ", page(), flags=re.MULTILINE)[1:]
    for (item, known), part in zip(derived(), parts, strict=False):
        assert part.startswith(f"{item.row.code} ")
        assert known.derivation is not None
        assert f"`{known.derivation.formula}`" in part
        assert [each.printed for each in known.inputs if f"“{each.printed}”" not in part] == []
        assert part.count("- assumes: ") == len(known.derivation.assumes)
        assert part.count("- no figure for ") == len(known.derivation.missing)


def test_what_was_looked_for_stands_at_the_end() -> None:
    """Row by row, with what the plan implies before it."""
    tail = page().partition("## What the plan itself implies")[2]
    assert [each.row.code for each in items() if each.implied and f"- {each.row.code} " not in tail] == []
    assert [each.row.code for each in items() if each.sought and each.sought.en not in tail] == []
