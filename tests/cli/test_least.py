"""`tgkt check --least` and `--range` as they are typed: what they answer, and what they refuse."""

from __future__ import annotations

from decimal import Decimal

import pytest

from .runner import Tgkt


def test_grdp_per_head_of_2030_can_be_what_grdp_and_population_leave(tgkt: Tgkt) -> None:
    """195.88 - 195.95 million, while 220 is printed: 361.6 over 1,845.7."""
    done = tgkt("check", "--range", "3")
    assert done.code == 0
    assert "can be 195.88 - 195.95 million VND/person/year, while 220 million VND/person/year is printed" in done.out
    found = tgkt("check", "--range", "grdp_per_capita[merged, 2030]", "--json").json["rows"][0]
    low, high = Decimal("361.55") / Decimal("1.84575"), Decimal("361.65") / Decimal("1.84565")
    assert abs(Decimal(str(found["low"])) - low) < Decimal("0.0001")
    assert abs(Decimal(str(found["high"])) - high) < Decimal("0.0001")
    assert found["holds"] is False
    assert found["is_target"] is True


def test_the_least_that_must_change_among_industrial_clusters(tgkt: Tgkt) -> None:
    """40 are printed and 17 and 11 add up to 28: 28, 29 or 23 would suffice."""
    found = tgkt("check", "--least", "industrial_clusters_established", "--json").json
    assert [(row["alternative"], row["low"]) for row in found["rows"]] == [(1, 28), (2, 29), (3, 23)]
    assert (found["weight"], found["figures"], found["sets"]) == (1, 1, 3)
    assert found["undecided"] == 0
    told = tgkt("check", "--least", "industrial_clusters_established").out
    assert "40 industrial clusters             28" in told


REFUSED = {
    "a figure of no indicator": ("grpd[merged, 2030]", "'grpd' is unknown. Did you mean 'grdp'?"),
    "a figure of no area": ("grdp[mergd, 2030]", "'mergd' is unknown. Did you mean 'merged'?"),
    "a figure that no document prints": ("grdp[merged, 2029]", "no document prints grdp[merged, 2029]"),
    "more than one figure": (
        "grdp[merged, 2025] / population[merged, 2025]",
        "is not one figure. Write e.g. grdp_per_capita",
    ),
    "a figure half written": ("grdp[merged", "not a formula"),
    "a figure of no document": ("grdp[merged, 2025, nowhere]", "'nowhere' is unknown"),
    "a row in words": ("21.1", "has no number. Name a figure"),
    "what relations do not speak of": ("5.2", "no relation between figures alone speaks of 5.2"),
}


@pytest.mark.parametrize(("figure", "message"), REFUSED.values(), ids=[*REFUSED])
def test_what_is_no_figure_is_refused_with_a_remedy(tgkt: Tgkt, figure: str, message: str) -> None:
    done = tgkt("check", "--range", figure)
    assert done.code == 2
    assert message in done.err
    assert "Traceback" not in done.err


TOGETHER = {
    "two questions": (("--least", "--range", "3"), "--least and --range are two questions"),
    "a question and the page": (("--suggest", "--page"), "--suggest and --page are two questions"),
    "a kind of finding": (("--least", "--kind", "sum"), "--kind does not narrow --least"),
    "accepted findings": (("--range", "3", "--known", "known.txt"), "--known does not narrow --range"),
    "relations that hold": (("--suggest", "--all"), "--all does not narrow --suggest"),
    "rows beside a figure": (("--range", "3", "1.1"), "WHAT does not narrow --range"),
}


@pytest.mark.parametrize(("given", "message"), TOGETHER.values(), ids=[*TOGETHER])
def test_what_would_be_ignored_is_refused(tgkt: Tgkt, given: tuple[str, ...], message: str) -> None:
    done = tgkt("check", *given)
    assert done.code == 2
    assert message in done.err


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [80, 100, 160])
def test_it_fits_the_screen(tgkt: Tgkt, lang: str, width: int) -> None:
    lines = tgkt.screen("check", "--range", "3", "--lang", lang, width=width, NO_COLOR="1").splitlines()
    assert max(map(len, lines)) <= width


def test_shown_ranges_lie_within_those_that_suffice(tgkt: Tgkt) -> None:
    """Ends are rounded inward, so that what is read would do."""
    asked = ("check", "--least", "--data", "examples/ireland_climate")
    rows = tgkt(*asked, "--json").json["rows"]
    cells = [line.split("  ") for line in tgkt(*asked).out.splitlines()]
    for each in rows:
        if each["low"] is None or each["high"] is None or each["low"] == each["high"]:
            continue
        shown = next(cell for line in cells for cell in line if _is_range(cell) and _near(cell, each))
        low, high = (Decimal(part.replace(",", "")) for part in shown.split(" - "))
        assert Decimal(str(each["low"])) <= low <= high <= Decimal(str(each["high"]))


def _is_range(cell: str) -> bool:
    parts = cell.strip().replace(",", "").split(" - ")
    return len(parts) == 2 and all(part.replace(".", "").isdigit() for part in parts)


def _near(cell: str, row: dict[str, Decimal]) -> bool:
    """Whether a shown range is that of a row, give or take a hundredth of its width."""
    ends = [Decimal(part.replace(",", "")) for part in cell.strip().split(" - ")]
    low, high = Decimal(str(row["low"])), Decimal(str(row["high"]))
    slack = (high - low) / 50
    return abs(ends[0] - low) <= slack and abs(ends[1] - high) <= slack
