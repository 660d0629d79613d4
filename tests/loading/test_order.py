"""What stands before what in a catalogue: rows, statements, and the newest of them."""

from __future__ import annotations

from pathlib import Path

from tgkt.facts.catalogue import Catalogue
from tgkt.series.series import newest_year

from .mini import BASELINE, LAST_TERM, RESULT, TARGET, about, loaded, observed, planned, row, write_files


def test_rows_stand_in_the_order_of_the_document(tmp_path: Path) -> None:
    """Codes count as numbers part by part: 2 before 10, 9 before 9.1, 9.2 before 9.10."""
    codes = ["10", "9.10", "9.2", "2", "9", "9.1", "1"]
    catalogue = loaded(write_files(tmp_path, plan=planned(*(row(code, TARGET) for code in codes))))
    assert [line.code for line in catalogue.plans["plan"].rows] == ["1", "2", "9", "9.1", "9.2", "9.10", "10"]


def test_rows_of_one_area_stand_together_in_the_order_of_the_areas(tmp_path: Path) -> None:
    """The area that is declared first comes first, whatever the codes."""
    rows = [row("1", TARGET).replace("whole", "south"), row("3", TARGET), row("2", TARGET).replace("whole", "north")]
    lines = loaded(write_files(tmp_path, plan=planned(*rows))).plans["plan"].rows
    assert [(line.area, line.code) for line in lines] == [("whole", "3"), ("north", "2"), ("south", "1")]


def test_statements_stand_in_the_order_of_their_files(tmp_path: Path) -> None:
    """Rows before observations, then files by name; of a row the result, the baseline, the last term."""
    folder = write_files(
        tmp_path, b_plan=planned(row("1", LAST_TERM, BASELINE, RESULT, TARGET)), a=observed("80%"), c=observed("99%")
    )
    assert about(loaded(folder), "forest") == ["96%", "91%", "88%", "80%", "99%", "90,40%"]


def test_a_target_is_no_statement_about_what_is(tmp_path: Path) -> None:
    """What is promised is found in its row and nowhere among the observations."""
    catalogue = loaded(write_files(tmp_path, plan=planned(row("1", TARGET))))
    assert [statement.printed for statement in catalogue.observations] == ["90,40%"]


def test_the_newest_year_is_of_a_measurement(tmp_path: Path) -> None:
    """An aim stated in passing does not make a year the newest."""
    aim = observed("95%", period="2030", ambition="true")
    assert newest_year(loaded(write_files(tmp_path, aim=aim))) == 2024


def test_without_a_figure_no_year_is_the_newest() -> None:
    """Where nothing is measured the newest year is 0, before every deadline."""
    assert newest_year(Catalogue({}, {}, {}, {}, {}, ())) == 0
