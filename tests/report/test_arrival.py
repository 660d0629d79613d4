"""What arriving figures bring, in words and as fields."""

from __future__ import annotations

from functools import cache

import pytest
from builders import figure_of, indicator, period, statement
from later import with_figures
from shipped import TONGUES, shipped

from tgkt.engine.arrival.arrival import arrival
from tgkt.facts.units import parse_unit
from tgkt.language import said
from tgkt.report.arrival import arrival_head, arrival_tables, suspect_row, suspect_told, suspicion
from tgkt.report.console import draw
from tgkt.report.diff.tables import names_of
from tgkt.report.table import plain
from tgkt.report.view import View
from tgkt.report.width import width_of
from tgkt.results.arrival import Arrival, Suspect
from tgkt.results.diff import Diff
from tgkt.series.misprints import Guess, Look
from tgkt.series.slips import Doubt

LINES = (
    "grdp_per_capita 2025 = 114.1 official",
    "grdp_per_capita 2026 = 1250",
    "population 2026 = 6000",
    "hdi 2026 = 0.762",
    "forest_cover 2026 = 611",
)


@cache
def found() -> Arrival:
    """Some figures that arrive, three of them wrong."""
    after = with_figures(*LINES)
    return arrival(shipped(), after, [each for each in after.observations if each.source.file == "later.yaml"])


def told(lang: str, width: int | None = None) -> str:
    """The tables."""
    tables = arrival_tables(found(), names_of(with_figures(*LINES)), View(lang, width))
    return plain(tables) if width is None else draw(tables, width, colour=False)


def suspect(figure: str, guess: Guess | None = None, doubt: Doubt = Doubt.FACTOR) -> Suspect:
    """A figure that looks wrong, with nothing to compare it with."""
    stated = statement(figure_of(figure), period=period(2026))
    ends = figure_of("0").value, figure_of("100").value
    guesses = (guess,) if guess else ()
    return Suspect(stated, indicator(), doubt, None, *ends, parse_unit("%"), guesses)


@pytest.mark.parametrize(
    ("look", "factor", "en", "vi"),
    [
        (Look.FACTOR, 10, "10 times too large", "lớn gấp 10 lần mức hợp lý"),
        (Look.FACTOR, -1000, "1,000 times too small", "nhỏ hơn mức hợp lý 1.000 lần"),
        (
            Look.MARK,
            100,
            "the decimal mark lost or read as grouping",
            "dấu thập phân mất hoặc đọc thành dấu phân nhóm",
        ),
        (Look.MARK, -1000, "grouping read as the decimal mark", "dấu phân nhóm đọc thành dấu thập phân"),
        (Look.SWAPPED, None, "two digits swapped", "hai chữ số đổi chỗ"),
        (Look.DOUBLED, None, "a digit written twice", "một chữ số viết hai lần"),
        (Look.DROPPED, None, "a digit left out", "thiếu một chữ số"),
    ],
)
def test_what_a_slip_looks_like_is_said(look: Look, factor: int | None, en: str, vi: str) -> None:
    """With the figure that would fit, as the language writes it."""
    wrong = suspect("735", Guess(look, figure_of("73.5"), factor))
    assert suspect_told(wrong, "en") == f"735 % (2026): {en}; 73.5 would fit"
    assert suspect_told(wrong, "vi") == f"735% (2026): {vi}; số hợp lý là 73,5"


def test_what_no_guess_explains_is_said_as_it_is() -> None:
    """Far from the last, or outside the limits."""
    assert suspect_told(suspect("80", doubt=Doubt.JUMP), "en") == "80 % (2026): far from the last figure"
    assert suspect_told(suspect("101", doubt=Doubt.LIMIT), "vi") == "101% (2026): ngoài giới hạn 0 - 100"


def test_a_suspicion_is_a_message() -> None:
    """English as a text, and said in the reader's language with the numbers written there."""
    wrong = suspect("735", Guess(Look.MARK, figure_of("73.5"), 10))
    assert str(suspicion(wrong)) == suspect_told(wrong, "en")
    assert said(suspicion(wrong), "vi") == suspect_told(wrong, "vi")


def test_what_it_was_compared_with_is_said() -> None:
    """The figure known, with its period."""
    slip = next(each for each in found().suspects if each.statement.indicator == "grdp_per_capita")
    assert suspect_told(slip, "en").endswith("125.0 would fit; the figure known is 114.1 (2025)")


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [80, 100, 160])
def test_tables_keep_within_a_terminal(width: int, lang: str) -> None:
    """What must be accepted comes first, no line is too wide, and every figure is there."""
    shown = told(lang, width)
    assert [line for line in shown.splitlines() if width_of(line) > width] == []
    numbers = ["1,250", "6,000", "0.762", "114.1"] if lang == "en" else ["1.250", "6.000", "0,762", "114,1"]
    assert [each for each in numbers if each not in shown] == []


def test_tables_that_have_nothing_to_say_are_left_out() -> None:
    """No table of suspicions where nothing looks wrong."""
    nothing = Arrival(Diff(()), ())
    assert arrival_tables(nothing, names_of(shipped()), View("en", None)) == []
    titles = [line for line in told("en").splitlines() if line.startswith("Look")]
    assert titles == ["Look wrong: held back until accepted", "Look unusual, but are taken"]


@pytest.mark.parametrize(
    ("lang", "heads"),
    [
        ("en", ("Nothing written; would change: Standings and verdicts:", "Standing if written", "but would be taken")),
        ("vi", ("Chưa ghi, nếu ghi sẽ thay đổi: Tình trạng và đánh giá", "Sau khi ghi", "nếu ghi vẫn nhận")),
    ],
)
def test_what_is_not_written_only_would_change(lang: str, heads: tuple[str, ...]) -> None:
    """Every table of changes says so, and none tells the past."""
    names = names_of(with_figures(*LINES))._replace(is_written=False)
    shown = plain(arrival_tables(found(), names, View(lang, None)))
    assert [each for each in heads if each not in shown] == []
    done = told(lang)
    assert [each for each in heads if each in done] == []


def test_machine_rows_say_the_same() -> None:
    """A unit beside every number, and a key that is no number."""
    head = arrival_head(found(), TONGUES)
    rows = {row["id"]: row for row in head["suspects"]}
    assert list(head) == ["changes", "suspects"]
    assert {id: (row["doubt"], row["needs_acceptance"]) for id, row in rows.items()} == {
        "grdp_per_capita": ("factor", True),
        "population": ("jump", False),
        "forest_cover": ("limit", True),
    }
    slip = rows["grdp_per_capita"]
    assert (slip["value"], slip["fits"], slip["factor"], slip["look"]) == (1250, figure_of("125.0").value, 10, "mark")
    assert (str(slip["last"]), slip["last_period"], slip["unit"]) == ("114.1", "2025", "triệu đồng/người/năm")
    assert (slip["limit_low"], slip["limit_high"]) == (0, None)
    assert {change["about"] for change in head["changes"]} >= {"figure", "standing"}


def test_a_row_of_what_nothing_explains_is_whole() -> None:
    """Fields that say nothing are there and empty."""
    row = suspect_row(suspect("80", doubt=Doubt.JUMP), TONGUES)
    assert row.keys() == suspect_row(found().suspects[0], TONGUES).keys()
    assert [row[key] for key in ("look", "factor", "fits", "last", "last_period")] == [None] * 5
