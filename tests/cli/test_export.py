"""`tgkt export`: the data as a package of tables, from which `tgkt init --from` makes the same data again."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from .runner import ROOT, Tgkt

DATA = {
    "the shipped plans": (),
    "a plan in English": ("--data", "examples/ireland_climate"),
    "what came since the congress": ("--data", "examples/thai_nguyen_since"),
    "hostile texts": ("--data", "tests/hostile"),
}
ANSWERS = {
    "status": ("status",),
    "the term before": ("status", "--plan", "results_2020_2025"),
    "paths": ("project",),
    "merged figures": ("blend", "--all"),
    "a plan in English": ("status", *DATA["a plan in English"]),
    "paths in English": ("project", *DATA["a plan in English"]),
}
Exported = Callable[..., Path]


@pytest.fixture(scope="module")
def package(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """The package of some data, written once; tests only read it, or change a copy."""

    @cache
    def export(*args: str) -> Path:
        folder = tmp_path_factory.mktemp("package") / "package"
        answer = tgkt("export", str(folder), *args)
        assert (answer.code, answer.out) == (0, ""), answer.err
        return folder

    return export


@pytest.fixture
def exported(tgkt: Tgkt, tmp_path: Path) -> Exported:
    """Writes a package into a new folder."""

    def export(name: str, *args: str) -> Path:
        answer = tgkt("export", str(tmp_path / name), *args)
        assert (answer.code, answer.out) == (0, ""), answer.err
        return tmp_path / name

    return export


def rebuilt(tgkt: Tgkt, package: Path) -> Path:
    """The data folder that a package makes."""
    folder = package.with_name(f"{package.name}_folder")
    answer = tgkt("init", str(folder), "--from", str(package / "datapackage.json"))  # asked again, it is answered once
    assert answer.code == 0, answer.err
    return folder


def table(package: Path, name: str) -> list[dict[str, str]]:
    """The lines of a table."""
    with (package / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def content(package: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {each.name: each.read_bytes() for each in sorted(package.iterdir())}


@pytest.mark.parametrize("data", DATA.values(), ids=DATA)
def test_a_folder_made_of_a_package_gives_the_same_package(
    tgkt: Tgkt, package: Exported, exported: Exported, data: tuple[str, ...]
) -> None:
    """Byte by byte: nothing is lost on the way there, and nothing on the way back."""
    first = package(*data)
    again = exported("again", "--data", str(rebuilt(tgkt, first)))
    assert content(first) == content(again)


@pytest.mark.parametrize("asked", ANSWERS.values(), ids=ANSWERS)
def test_a_folder_made_of_a_package_answers_alike(tgkt: Tgkt, package: Exported, asked: tuple[str, ...]) -> None:
    """Every number, verdict and reason; only the places in files differ."""
    data = asked[asked.index("--data") :] if "--data" in asked else ()
    folder = rebuilt(tgkt, package(*data))
    again = (*asked[: len(asked) - len(data)], "--data", str(folder))
    assert _without_places(tgkt(*asked, "-f", "json").json) == _without_places(tgkt(*again, "-f", "json").json)


def _without_places(found: Any) -> Any:
    if isinstance(found, dict):
        return {key: _without_places(value) for key, value in found.items() if key != "declared"}
    return [_without_places(each) for each in found] if isinstance(found, list) else found


def test_every_figure_has_a_key_of_its_own_and_its_document(package: Exported) -> None:
    """What is printed has its words and place, what is derived how it follows and from what."""
    figures, origins = table(package(), "figures"), {each["id"] for each in table(package(), "origins")}
    assert len({each["key"] for each in figures}) == len(figures)
    printed = [each for each in figures if each["role"] != "derived"]
    derived = [each for each in figures if each["role"] == "derived"]
    assert printed
    assert derived
    assert [each for each in printed if each["origin"] not in origins] == []
    assert [each for each in derived if not each["how"]] == []
    keys = {each["key"] for each in figures}
    assert [each for each in table(package(), "inputs") if not set(each.values()) & keys] == []


def test_the_figures_of_a_target_are_those_of_status(tgkt: Tgkt, package: Exported) -> None:
    """Value and ends of every target, and of every derived figure that a standing starts from."""
    figures = table(package(), "figures")
    derived = {(each["area"], each["indicator"], each["period"]): each for each in figures if each["role"] == "derived"}
    compared = 0
    for row in tgkt("status", "-f", "json").json["rows"]:
        if row["baseline_how"] not in ("own", "blend", "formula", "bounds"):
            continue
        found = derived.get((row["area"], row["id"], row["baseline_period"]))
        if found is None or found["unit"] != row["baseline_unit"]:
            continue
        compared += 1
        assert Decimal(found["low"]) == row["baseline_low"], row["key"]
        assert Decimal(found["high"]) == row["baseline_high"], row["key"]
    assert compared > 5


def test_the_description_names_every_table_and_column(package: Exported) -> None:
    """In their order, with types and keys, by the second version of the standard."""
    folder = package()
    told = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert told["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {f"{each['name']}.csv" for each in told["resources"]} | {"datapackage.json"} == set(content(folder))
    for each in told["resources"]:
        with (folder / each["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in each["schema"]["fields"]]


def test_an_older_export_is_replaced_and_nothing_else(tgkt: Tgkt, exported: Exported, tmp_path: Path) -> None:
    """A folder of other files is refused, and they stay."""
    package = exported("package", "--data", "examples/ireland_climate")
    before = content(package)
    assert content(exported("package")) != before
    other = tmp_path / "letters"
    other.mkdir()
    (other / "letter.txt").write_text("Dear …", encoding="utf-8")
    answer = tgkt("export", str(other))
    assert (answer.code, "exists and is not an export of tgkt" in answer.err) == (2, True)
    assert [each.name for each in other.iterdir()] == ["letter.txt"]
    assert tgkt("export", str(other / "letter.txt")).code == 2


def test_sdmx_is_written_instead(tgkt: Tgkt, tmp_path: Path) -> None:
    """Both tables and their structure, the same twice; the note names them."""
    folder = tmp_path / "sdmx"
    answer = tgkt("export", str(folder), "--sdmx")
    assert (answer.code, answer.out) == (0, "")
    assert f"{folder}: figures written as SDMX: figures-1.0.csv, figures-2.0.csv and structure.xml" in answer.err
    first = content(folder)
    assert set(first) == {"figures-1.0.csv", "figures-2.0.csv", "structure.xml"}
    assert tgkt.fresh("export", str(folder), "--sdmx").code == 0
    assert content(folder) == first


def test_sdmx_goes_into_a_folder_of_an_older_export_only(tgkt: Tgkt, exported: Exported, tmp_path: Path) -> None:
    """Of whichever form; a structure of others is no export."""
    package = exported("package", "--data", "examples/ireland_climate")
    assert tgkt("export", str(package), "--sdmx", "--data", "examples/ireland_climate").code == 0
    assert {"datapackage.json", "structure.xml"} <= set(content(package))
    other = tmp_path / "other"
    other.mkdir()
    (other / "structure.xml").write_text("<mes:Structure>theirs</mes:Structure>", encoding="utf-8")
    answer = tgkt("export", str(other), "--sdmx")
    assert (answer.code, "exists and is not an export of tgkt" in answer.err) == (2, True)
    assert [each.name for each in other.iterdir()] == ["structure.xml"]


def test_wrong_data_leave_an_older_sdmx(tgkt: Tgkt, tmp_path: Path) -> None:
    """Nothing is written."""
    folder = tmp_path / "sdmx"
    assert tgkt("export", str(folder), "--sdmx").code == 0
    before = content(folder)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "plan.yaml").write_text("areas: [", encoding="utf-8")
    assert tgkt("export", str(folder), "--sdmx", "--data", str(broken)).code == 3
    assert content(folder) == before


def test_json_stat_is_written_instead(tgkt: Tgkt, tmp_path: Path) -> None:
    """A dataset for each indicator and their collection, the same twice; the note counts them."""
    folder = tmp_path / "cubes"
    answer = tgkt("export", str(folder), "--json-stat", "--data", "examples/ireland_climate")
    assert (answer.code, answer.out) == (0, "")
    first = content(folder)
    assert f"{folder}: {len(first) - 1} datasets of JSON-stat written; json-stat.json lists them" in answer.err
    assert {"json-stat.json", "ghg_total.json"} < set(first)
    assert tgkt("export", str(folder), "--json-stat", "--data", "examples/ireland_climate", "--lang", "vi").code == 0
    assert content(folder) == first


def test_datasets_of_an_older_export_do_not_stay(tgkt: Tgkt, tmp_path: Path) -> None:
    """Who reads every file of the folder reads one export; other files stay."""
    folder = tmp_path / "cubes"
    assert tgkt("export", str(folder), "--json-stat", "--data", "examples/ireland_climate").code == 0
    (folder / "mine.json").write_text("{}", encoding="utf-8")
    assert tgkt("export", str(folder), "--json-stat", "--data", "tests/hostile").code == 0
    assert set(content(folder)) == {"json-stat.json", "share.json", "zero.json", "long.json", "mine.json"}


def test_both_forms_for_statistics_offices_are_written_where_both_are_asked_for(tgkt: Tgkt, tmp_path: Path) -> None:
    """Into one folder, and no package."""
    folder = tmp_path / "both"
    answer = tgkt("export", str(folder), "--json-stat", "--sdmx", "--data", "tests/hostile")
    assert answer.code == 0
    assert {"structure.xml", "json-stat.json"} < set(content(folder))
    assert "datapackage.json" not in content(folder)
    assert tgkt("export", str(folder), "--data", "tests/hostile").code == 0


def test_json_stat_of_others_is_no_export(tgkt: Tgkt, tmp_path: Path) -> None:
    """Their files stay."""
    (tmp_path / "json-stat.json").write_text('{"class": "collection"}', encoding="utf-8")
    answer = tgkt("export", str(tmp_path), "--json-stat")
    assert (answer.code, "exists and is not an export of tgkt" in answer.err) == (2, True)
    assert set(content(tmp_path)) == {"json-stat.json"}


SPOILT: dict[str, tuple[str, Callable[[str], str], str]] = {
    "a value that is no number": (
        "figures.csv",
        lambda text: text.replace(",equals,86.5,", ",equals,a lot,", 1),
        "'a lot' is not a number. Write digits with a dot",
    ),
    "a line with a cell too few": (
        "areas.csv",
        lambda text: text + "alone\n",
        "more or fewer cells than there are columns",
    ),
    "a column that is gone": ("areas.csv", lambda text: text.replace("id,", "name,", 1), "no column 'id'"),
    "an id that nothing declares": (
        "figures.csv",
        lambda text: text.replace(",political_report,", ",nobody,"),
        "nobody",
    ),
    "a description of something else": ("datapackage.json", lambda _: "{}", "is not a package written by tgkt export"),
    "no JSON": ("datapackage.json", lambda _: "{", "is not a package written by tgkt export"),
}


@pytest.mark.parametrize(("name", "spoil", "says"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_package_is_refused_with_its_place(
    tgkt: Tgkt, package: Exported, tmp_path: Path, name: str, spoil: Callable[[str], str], says: str
) -> None:
    """No traceback, and the mistake is named."""
    folder = shutil.copytree(package(), tmp_path / "package")
    file = folder / name
    text = file.read_bytes().decode("utf-8")
    assert spoil(text) != text
    file.write_bytes(spoil(text).encode("utf-8"))
    answer = tgkt("init", str(folder / "again"), "--from", str(folder / "datapackage.json"))
    assert answer.code in (2, 3)
    assert says in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("name", ["origins.csv", "figures.csv"])
def test_a_package_without_a_table_is_refused(tgkt: Tgkt, package: Exported, tmp_path: Path, name: str) -> None:
    """The file that is missing is named."""
    folder = shutil.copytree(package(), tmp_path / "package")
    (folder / name).unlink()
    answer = tgkt("init", str(folder / "again"), "--from", str(folder / "datapackage.json"))
    assert (answer.code, f"{name}: cannot be read" in answer.err) == (2, True)


def test_options_of_a_sheet_do_not_go_with_a_package(tgkt: Tgkt, package: Exported, tmp_path: Path) -> None:
    """The package has title and term itself."""
    answer = tgkt("init", str(tmp_path / "f"), "--from", str(package() / "datapackage.json"), "--term", "2026-2030")
    assert (answer.code, "--term is for a plan made from a sheet" in answer.err) == (2, True)


def test_the_data_are_not_needed_any_more(tgkt: Tgkt, exported: Exported, tmp_path: Path) -> None:
    """A package holds what lies below a folder that builds on others, too."""
    shutil.copytree(ROOT / "examples" / "thai_nguyen_since", tmp_path / "since")
    package = exported("package", "--data", str(tmp_path / "since"))
    shutil.rmtree(tmp_path / "since")
    assert tgkt("validate", "--data", str(rebuilt(tgkt, package))).code == 0
