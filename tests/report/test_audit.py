"""The audit told: how much there is and what to look at first, then every finding with the rows it touches."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from shipped import audited, shipped

from tgkt.report.audit import Telling, audit_tables
from tgkt.report.console import draw
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.report.width import width_of
from tgkt.report.words import in_words
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome

TOLD = (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION)
SCREEN = 23


def found() -> list[Finding]:
    """Every relation of the shipped data."""
    return audited(2025)


def listed() -> list[Finding]:
    """Those that are told."""
    return [each for each in found() if each.outcome in TOLD]


def tables(shown: Sequence[Finding], lang: str = "en", width: int | None = None, **how: bool) -> list[Table]:
    """The tables of some findings."""
    return audit_tables(found(), shown, Telling(shipped(), View(lang, width), **how), "")


def texts(table: Table) -> list[list[str]]:
    """The cells of a table."""
    return [[cell.text for cell in row] for row in table.rows]


def test_it_begins_with_the_counts_by_outcome_and_severity() -> None:
    """Of all that was judged; what holds needs no severity."""
    counts = tables(listed())[0]
    assert counts.title == f"{len(found())} relations between printed figures"
    for name, count, weights in texts(counts):
        outcome = next(each for each in Outcome if name.endswith(_NAMES[each]))
        members = [each for each in found() if each.outcome is outcome]
        assert int(count) == len(members)
        told = [int(part.split()[0]) for part in weights.split(", ") if part]
        assert sum(told) == (len(members) if outcome in TOLD else 0)
    assert sum(int(row[1]) for row in texts(counts)) == len(found())


_NAMES = {
    Outcome.CONSISTENT: "agrees",
    Outcome.INCONSISTENT: "does not follow",
    Outcome.NEEDS_ASSUMPTION: "needs an assumption",
    Outcome.NOT_COMPUTABLE: "not computable",
}


def test_the_first_five_change_what_a_target_means() -> None:
    """Relations between targets that do not hold, then those under an assumption; each with its command."""
    first = tables(listed())[1]
    ids = [command.removeprefix("tgkt check ") for _, command in texts(first)]
    members = {each.id: each for each in found()}
    assert [members[id].severity for id in ids] == ["high"] * 5
    assert {members[id].kind for id in ids} == {"targets"}
    outcomes = [members[id].outcome for id in ids]
    assert outcomes == sorted(outcomes, key=TOLD.index)
    assert [row[0] for row in texts(first)] == [in_words(members[id].sentence, "en") for id in ids]


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [80, 100, 160])
def test_the_beginning_is_one_screen(width: int, lang: str) -> None:
    """The counts and the first five, each on its line, before the rest begins."""
    lines = draw(tables(listed(), lang, width)[:2], width, colour=False).splitlines()
    assert len(lines) <= 12
    assert [line for line in lines if width_of(line) > width] == []
    assert sum("tgkt check " in line for line in lines) == 5


def test_a_few_findings_need_no_first_ones() -> None:
    """What follows at once is not told twice."""
    high = [each for each in listed() if each.severity == "high"]
    assert [table.title for table in tables(high[:3])][1:] == ["Touches a verdict or a target's meaning"]
    assert [table.title for table in tables(high)][1] == "What to look at first"


def test_every_finding_stands_with_the_rows_it_touches() -> None:
    """By their numbers in the plan in force; ids are told only where they are asked for."""
    rest = tables(listed())[2:]
    assert sum(len(table.rows) for table in rest) == len(listed())
    cells = [cell for table in rest for row in texts(table) for cell in row]
    assert [each.id for each in listed() if each.id in cells] == []
    by_sentence = {row[2]: row[0] for table in rest for row in texts(table) if len(row) == 4}
    sentence = next(in_words(each.sentence, "en") for each in listed() if each.id == "target_grdp_per_head")
    assert by_sentence[sentence] == "1.1, 3, 11.1"
    assert rest[-1].note.splitlines()[-1] == "Ids, for tgkt check ID and --known: tgkt check --columns key,says"


@pytest.mark.parametrize(("width", "codes"), [(None, "1.1, 1.2, 2, 8 ‡"), (160, "1.1, 1.2, 2, … ‡")])
def test_no_row_is_cut_in_a_pipe(width: int | None, codes: str) -> None:
    """A terminal names three, for the rest of the line is dear there."""
    (each,) = [each for each in listed() if each.id == "target_industry_share_and_growth"]
    shown = [row[0] for table in tables([each], width=width) for row in texts(table)]
    assert codes in shown


@pytest.mark.parametrize(("width", "heads"), [(80, ["No.", "", "Says"]), (100, ["No.", "", "Says", "Unexplained"])])
def test_a_narrow_terminal_shows_less_of_each(width: int, heads: list[str]) -> None:
    """The sign of the outcome, which the counts above explain; the gap where there is room."""
    assert [column.head for column in tables(listed(), width=width)[2].columns] == heads


def test_all_relations_are_counted_by_kind() -> None:
    """Where those that hold are shown too."""
    titles = [table.title for table in tables(found(), has_all=True)]
    assert titles.count("Relations judged") == 1
    assert "Relations judged" not in [table.title for table in tables(listed())]


def test_a_finding_in_full_bears_its_id() -> None:
    """Nothing but the findings that were asked for."""
    (table,) = tables([each for each in found() if each.id == "target_income"], is_full=True)
    assert table.title == "target_income"


@pytest.mark.parametrize(
    ("id", "says"),
    [
        (
            "target_grdp_shares",
            "Share of industry and construction in GRDP and 2 others, 2030: sum(54.6 %, 36.5 %, 8.9 %) = 1",
        ),
        ("tea_target_printed_twice", "Total value of products from tea, 2030: 25 trillion VND = 25,000 billion VND"),
    ],
)
def test_sides_that_agree_are_told_with_what_they_are_about(id: str, says: str) -> None:
    """A list of relations that hold would else say the same of each."""
    shown = [each for each in found() if each.id == id]
    [[row]] = [texts(table) for table in tables(shown, has_all=True)[-1:]]
    assert says in row


def test_no_relation_that_holds_is_told_without_what_it_is_about() -> None:
    """The bare sentence would be the same for all of them."""
    shown = [each for each in found() if each.outcome is Outcome.CONSISTENT]
    rows = [row for table in tables(shown, has_all=True)[2:] for row in texts(table)]
    assert len(rows) == len(shown)
    assert [row for row in rows if "The two sides agree within rounding." in row] == []


@pytest.mark.parametrize(
    ("id", "about"),
    [
        ("floor.urban_unemployment.merged", "Urban unemployment rate: The target “dưới 3%” is already met by"),
        (
            "lowered.local_exports_growth.thai_nguyen.2021-2025.2026-2030.draft_resolution",
            "Average growth of local exports: ",
        ),
        (
            "unit.doctors_per_10000.1",
            "Doctors per 10,000 inhabitants, Bắc Kạn (old), 2025: “≥17%” (Phụ lục, mục II, Bắc Kạn, dòng 41) prints",
        ),
        (
            "duplicate.industry_output_growth.bac_kan.2021-2025.self_review.10_9",
            "Average growth of industrial output, Bắc Kạn (old), 2021-2025: “Bắc Kạn tăng bình quân 10,4%/năm”",
        ),
    ],
)
def test_a_sentence_that_only_quotes_is_told_after_what_it_is_about(id: str, about: str) -> None:
    """Two figures that differ say nothing to who does not know what they are figures of."""
    shown = [each for each in found() if each.id == id]
    [[row]] = [texts(table) for table in tables(shown)[-1:]]
    assert [cell for cell in row if cell.startswith(about)]


def test_a_sentence_that_an_expert_wrote_stands_alone() -> None:
    """It names its figures itself."""
    shown = [each for each in found() if each.id == "bac_kan_industry_printed_twice"]
    [[row]] = [texts(table) for table in tables(shown)[-1:]]
    assert [cell for cell in row if cell.startswith("The appendix prints 10.4 % a year both for")]
