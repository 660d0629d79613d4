"""Several files, one catalogue: who declares what, what is inherited, what follows what."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tgkt.errors import DataError
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Words
from tgkt.facts.interval import INFINITY
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement

from .mini import (
    BASELINE,
    LAST_TERM,
    PLAN,
    RESULT,
    TARGET,
    about,
    loaded,
    observed,
    planned,
    row,
    write_files,
)

_SHARE = """\
    section: society
    unit: "%"
    kind: share
    direction: increase
    path: linear
    blend: {by: none}
"""


def only_row(catalogue: Catalogue) -> Row:
    """The one line of the one plan."""
    (line,) = catalogue.plans["plan"].rows
    return line


# ---- merging


def test_a_file_may_add_figures_to_what_another_declares(tmp_path: Path) -> None:
    """An indicator declared once takes observations and rows from every file, before and after it."""
    folder = write_files(tmp_path, a_before=observed("88%"), z_after=observed("92%"), z_plan=planned(row("1", TARGET)))
    catalogue = loaded(folder)
    assert about(catalogue, "forest") == ["88%", "90,40%", "92%"]
    assert catalogue.indicators["forest"] is only_row(catalogue).indicator


def test_areas_documents_and_sections_are_shared_by_all_files(tmp_path: Path) -> None:
    """Each block may stand in any file, and names keep the place they were declared in."""
    catalogue = loaded(write_files(tmp_path))
    assert list(catalogue.areas) == ["whole", "north", "south"]
    assert catalogue.areas["whole"].constituents == ("north", "south")
    assert list(catalogue.origins) == ["report", "resolution"]
    assert list(catalogue.sections) == ["society"]
    assert f"{tmp_path}/areas.yaml:3:10" == str(catalogue.areas["north"].source)


def test_a_limit_that_is_said_stands_for_that_of_the_kind(tmp_path: Path) -> None:
    """Without `limit` a share lies between 0 and 100; of a limit that is said an end left out is open."""
    text = "indicators:\n  shade:\n" + _SHARE + '    title: {vi: "Bóng", en: "Shade"}\n    limit: {low: 0}\n'
    indicators = loaded(write_files(tmp_path, more=text)).indicators
    assert (Decimal(0), Decimal(100)) == (indicators["forest"].floor, indicators["forest"].ceiling)
    assert (Decimal(0), INFINITY) == (indicators["shade"].floor, indicators["shade"].ceiling)


def test_counts_are_exact_and_everything_else_is_rounded(tmp_path: Path) -> None:
    """A count's figure stands for itself alone, a share's for half a digit on each side."""
    catalogue = loaded(write_files(tmp_path, a=observed("90%"), b=observed("12 xã", "communes", value="12")))
    exact = {
        name: [s.figure.exact for s in catalogue.about(name, "whole") if s.figure] for name in catalogue.indicators
    }
    assert exact == {"forest": [False, False], "communes": [True]}


def test_the_average_of_a_count_over_years_is_rounded(tmp_path: Path) -> None:
    """Five years make no whole number of communes a year; the total of a term is one."""
    says = {"indicator": "communes", "value": "984", "printed": '"984 xã"', "period": "2021-2025"}
    folder = write_files(
        tmp_path,
        mean=observed("984%", **says, timing="average"),
        sum=observed("984%", **says, timing="total", locator='"2"'),
    )
    found = [each.figure for each in loaded(folder).about("communes", "whole") if each.figure]
    assert [each.exact for each in found] == [False, True]


@pytest.mark.parametrize(
    "names", [pytest.param(("a", "z"), id="the row first"), pytest.param(("z", "a"), id="the observation first")]
)
def test_a_figure_may_stand_once(tmp_path: Path, names: tuple[str, str]) -> None:
    """The same figure from the same place of a document is told, whichever file is read first."""
    plan, again = planned(row("1", BASELINE)), observed("91%", period="2025", locator='"page 1"')
    folder = write_files(tmp_path, **{names[0]: plan, names[1]: again})
    with pytest.raises(DataError, match="this figure is already in"):
        loaded(folder)


def test_figures_that_differ_in_their_place_both_stand(tmp_path: Path) -> None:
    """Two documents, or two places of one, may print the same or another figure: nothing is repaired."""
    files = {
        "a": observed("90,40%", locator='"2"'),
        "b": observed("90,4%"),
        "c": observed("90,40%", origin="resolution"),
    }
    assert about(loaded(write_files(tmp_path, **files)), "forest") == ["90,40%", "90,4%", "90,40%", "90,40%"]


# ---- what a row gives its figures


def test_target_and_result_take_document_and_place_from_their_row(tmp_path: Path) -> None:
    """The plan's document and the row's locator hold for what the plan itself prints."""
    line = only_row(loaded(write_files(tmp_path, plan=planned(row("1", TARGET, RESULT)))))
    for statement in (line.target, line.result):
        assert isinstance(statement, Statement)
        assert (statement.area, statement.origin, statement.locator) == ("whole", "resolution", "row 1")


def test_baseline_and_last_term_name_their_own_document(tmp_path: Path) -> None:
    """What another document prints keeps that document's place; only the area comes from the row."""
    line = only_row(loaded(write_files(tmp_path, plan=planned(row("1", BASELINE, LAST_TERM)))))
    assert line.baseline is not None
    assert line.last_term is not None
    assert (line.baseline.area, line.baseline.origin, line.baseline.locator) == ("whole", "report", "page 1")
    assert (line.baseline.note.en if line.baseline.note else None) == "A note"
    assert (line.last_term.status, line.last_term.locator) == ("estimated", "page 2")
    assert (line.target, line.result) == (None, None)


def test_a_row_says_what_was_looked_for_in_both_languages(tmp_path: Path) -> None:
    """Where it says so; a row that says nothing of it holds nothing."""
    said = 'sought: {vi: "Không in ở đâu", en: "Printed nowhere"}'
    lines = loaded(write_files(tmp_path, plan=planned(row("1", TARGET, said), row("2", TARGET)))).plans["plan"].rows
    assert [line.sought for line in lines] == [Words("Không in ở đâu", "Printed nowhere"), None]


def test_a_comparator_not_stated_is_equals_or_a_milestone(tmp_path: Path) -> None:
    """A number without words is meant as it stands; words without a number are a milestone."""
    words = 'result: {period: 2030, reached: false, printed: "Chưa thực hiện"}'
    lines = loaded(write_files(tmp_path, plan=planned(row("1", RESULT), row("2", words)))).plans["plan"].rows
    results = [line.result for line in lines]
    assert [each.comparator for each in results if each] == [Comparator.EQUALS, Comparator.MILESTONE]
    assert [each.reached for each in results if each] == [None, False]


def test_a_plan_keeps_its_term_base_year_and_gaps(tmp_path: Path) -> None:
    """The term, the year it grows from and the row numbers left out are as declared."""
    gaps = '  gaps: [{area: whole, code: "7", note: {vi: "Không có", en: "There is none"}}]\n'
    plan = loaded(write_files(tmp_path, plan=PLAN + gaps)).plans["plan"]
    assert (Period(2026, 2030), 2025, "resolution", ()) == (plan.period, plan.baseline, plan.origin, plan.rows)
    assert [(gap.area, gap.code, gap.note.en) for gap in plan.omissions] == [("whole", "7", "There is none")]


def test_a_plan_keeps_the_words_that_grade_all_of_it(tmp_path: Path) -> None:
    """With their document, the plan's own unless they name another."""
    overall = '  overall: [{printed: "đều đạt"}, {printed: "cơ bản đạt", origin: resolution, locator: "tr. 3"}]\n'
    plan = loaded(write_files(tmp_path, plan=PLAN + overall)).plans["plan"]
    assert [(each.printed, each.origin, each.locator) for each in plan.overall] == [
        ("đều đạt", "resolution", ""),
        ("cơ bản đạt", "resolution", "tr. 3"),
    ]


def test_folders_are_known_in_the_order_in_which_they_build_on_each_other(tmp_path: Path) -> None:
    """What a later one adds can be left out."""
    catalogue = loaded(write_files(tmp_path, plan=PLAN))
    assert catalogue.folders == (str(tmp_path),)
    assert catalogue.without_later(str(tmp_path)) is catalogue


# ---- structures and units


def test_the_shares_of_a_structure_are_statements_about_its_parts(tmp_path: Path) -> None:
    """Each part gets its share, with the words and the place of the whole, in the declared order."""
    parts = "".join(f'  {name}:\n{_SHARE}    title: {{vi: "{name}", en: "{name}"}}\n' for name in ("oak", "pine"))
    mix = (
        _SHARE.replace("share", "structure") + '    title: {vi: "Cơ cấu", en: "Mix"}\n    parts: [pine, oak, forest]\n'
    )
    result = 'result: {period: 2025, values: [70, 25.0, 5], printed: "70% - 25,0% - 5%"}'
    plan = planned(row("1", result), indicator="mix", more=mix)
    catalogue = loaded(write_files(tmp_path, parts=f"indicators:\n{parts}", plan=plan))
    shares = {
        name: [str(s.figure.value) for s in catalogue.about(name, "whole") if s.figure] for name in ("oak", "pine")
    }
    assert shares == {"oak": ["25.0"], "pine": ["70"]}
    (whole,) = catalogue.about("mix", "whole")
    assert [str(share.value) for share in whole.values] == ["70", "25.0", "5"]
    assert whole.figure is None


@pytest.mark.parametrize(
    ("says", "times"),
    [
        pytest.param({"value": "1500", "printed": '"1.500 xã"', "unit": "xã"}, "1", id="its own unit"),
        pytest.param({"value": "2", "printed": '"2 nghìn xã"', "unit": "nghìn xã"}, "1E+3", id="thousands"),
        pytest.param(
            {"value": "1.5", "printed": '"1,5 nghìn xã"', "unit": "nghìn xã"},
            "1E+3",
            id="a fraction of thousands, which is whole",
        ),
        pytest.param({"value": "", "times": "1.5", "of": "2020", "printed": '"gấp 1,5 lần"'}, "1", id="a multiple"),
    ],
)
def test_a_figure_knows_what_turns_it_into_the_indicators_unit(
    tmp_path: Path, says: dict[str, str], times: str
) -> None:
    """The factor is exact; a multiple of another year has none of its own."""
    (statement,) = loaded(write_files(tmp_path, more=observed("", "communes", **says))).about("communes", "whole")
    assert Decimal(times) == statement.times
