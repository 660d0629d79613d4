"""`tgkt init` from outside: the folder that is made, what it shows at once, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.cli.init import begun_in

from .runner import Tgkt


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_folder_shows_something_at_once(tgkt: Tgkt, tmp_path: Path, lang: str) -> None:
    """One command makes it, the next shows its targets with their standings."""
    folder = tmp_path / "my plan"
    done = tgkt.fresh("init", str(folder), "--lang", lang)
    assert (done.code, done.out) == (0, "")
    assert f"tgkt status --data '{folder}'" in done.err
    shown = tgkt.fresh("status", "--data", str(folder), "-f", "json").json["rows"]
    assert [row["standing"] for row in shown] == ["open", "open", "open", "no_figure"]
    assert [row["target_low"] for row in shown][:2] == [75, 1940]


def test_a_merger_shows_its_blends(tgkt: Tgkt, tmp_path: Path) -> None:
    """The merged figures follow from the parts."""
    folder = tmp_path / "merger"
    assert tgkt.fresh("init", str(folder), "--areas", "Bắc, Trung, Nam").code == 0
    rows = tgkt.fresh("blend", "population", "--data", str(folder), "-f", "json").json["rows"]
    assert rows[0]["blended"] == sum(each["value"] for each in rows[0]["constituents"])


def test_a_folder_on_other_data_holds_one_file(tgkt: Tgkt, tmp_path: Path) -> None:
    """It answers as its base does."""
    folder = tmp_path / "mine"
    assert tgkt.fresh("init", str(folder), "--base", "tgkt:thai_nguyen").code == 0
    assert [file.name for file in folder.iterdir()] == ["base.yaml"]
    asked = ("status", "-f", "csv")
    assert tgkt.fresh(*asked, "--data", str(folder)).out == tgkt(*asked).out


def test_a_folder_on_a_folder_is_found_from_it(tgkt: Tgkt, tmp_path: Path) -> None:
    """The base is written as seen from the folder, so that both may move together."""
    assert tgkt.fresh("init", str(tmp_path / "plan")).code == 0
    assert tgkt.fresh("init", str(tmp_path / "mine"), "--base", str(tmp_path / "plan")).code == 0
    assert 'of: "../plan"' in (tmp_path / "mine" / "base.yaml").read_text(encoding="utf-8")
    assert tgkt.fresh("validate", "--data", str(tmp_path / "mine")).code == 0


SHEET = """\
Indicator;Unit;Direction;Base year;Base;Target year;Target
Employment rate;%;increase;2020;71.7;2030;at least 78 %
Road deaths;people;decrease;2019;22756;2030;halve against 2019
"""


def test_a_sheet_is_a_plan_at_once(tgkt: Tgkt, tmp_path: Path) -> None:
    """One command makes it of the sheet, the next shows its targets; what was not plain is said before."""
    folder, sheet = tmp_path / "mine", tmp_path / "goals.csv"
    sheet.write_text(SHEET, encoding="utf-16")
    done = tgkt.fresh("init", str(folder), "--from", str(sheet), "--term", "2021-2030", "--title", "Goals")
    assert (done.code, done.out) == (0, "")
    assert done.err == f"{folder / 'plan.yaml'}: written. Next: tgkt status --data {folder}\n"
    shown = tgkt.fresh("status", "--data", str(folder), "-f", "json").json["rows"]
    assert [(row["id"], row["standing"]) for row in shown] == [("employment_rate", "open"), ("road_deaths", "open")]
    assert tgkt.fresh("validate", "--data", str(folder)).code == 0


def test_a_sheet_with_a_mistake_makes_nothing(tgkt: Tgkt, tmp_path: Path) -> None:
    """Every mistake is a line with its place, and the folder is not made."""
    folder, sheet = tmp_path / "mine", tmp_path / "goals.csv"
    sheet.write_text(SHEET.replace("people", "wigs").replace("increase", "rising"), encoding="utf-8")
    done = tgkt.fresh("init", str(folder), "--from", str(sheet))
    assert (done.code, done.out, folder.exists()) == (3, "", False)
    assert [line.split(": ")[:2] for line in done.err.splitlines()] == [
        [f"{sheet}:2:3", "Direction"],
        [f"{sheet}:3:2", "Unit"],
    ]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        pytest.param(["full"], "exists and is not empty. Name a new folder", id="a folder with something in it"),
        pytest.param(["new", "--base", "tgkt:x"], "tgkt ships no data named 'tgkt:x'. Write tgkt:", id="unknown data"),
        pytest.param(["new", "--base", "nowhere"], "nowhere: no such folder. Write", id="no folder"),
        pytest.param(["new", "--base", "full", "--areas", "a,b"], "Give one of them", id="both"),
        pytest.param(["new", "--areas", "a"], "two or more", id="one part"),
        pytest.param(["new", "--from", "nowhere"], "nowhere: cannot be read: no such file", id="no sheet"),
        pytest.param(["new", "--from", "x", "--base", "y"], "--from is for a plan of your own", id="a sheet on a base"),
        pytest.param(["new", "--term", "2030"], "--term is for a plan made from a sheet", id="a term without a sheet"),
        pytest.param(["new", "--notation", "vi"], "--notation is for a plan made from", id="a notation without one"),
    ],
)
def test_what_is_refused(tgkt: Tgkt, tmp_path: Path, args: list[str], told: str) -> None:
    """Nothing is made, and one line says what to write."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x.yaml").write_text("language: en\n", encoding="utf-8")
    given = [str(tmp_path / each) if each in ("full", "new", "nowhere") else each for each in args]
    done = tgkt.fresh("init", *given)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert told in done.err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("lang", "begun"), [("en", "en"), ("vi", "vi"), ("fr", "en")])
def test_a_file_is_begun_in_english_where_there_is_no_beginning_in_a_language(lang: str, begun: str) -> None:
    """A third language is a catalogue; its readers get an English file."""
    assert begun_in(lang) == begun


SIGNS = {"an escape": "\x1b[31m", "an override": "\u202e", "a bell": "\x07", "a line end": "\u2028"}


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_a_name_of_an_area_holds_no_sign_that_a_terminal_obeys(tgkt: Tgkt, tmp_path: Path, sign: str) -> None:
    """It would be refused when the folder is read."""
    answer = tgkt("init", str(tmp_path / "mine"), "--areas", f"no{sign}rth,south")
    assert answer.code == 2
    assert "holds a sign that no name may hold" in answer.err
    assert sign not in answer.err
    assert not (tmp_path / "mine").exists()
