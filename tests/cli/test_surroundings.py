"""What a run takes from its surroundings: folder, data, locale, year, cache."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from shipped import shipped

from .runner import ROOT, Tgkt, answer

OLD_TITLE, NEW_TITLE = "Tỷ lệ che phủ rừng", "Tỷ lệ che phủ rừng và cây xanh"


@pytest.fixture(name="copy", scope="module")
def changed_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped data in which one title differs; tests only read it."""
    folder = shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("copy") / "figures")
    for file in folder.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(OLD_TITLE, NEW_TITLE), encoding="utf-8")
    return folder


def test_it_runs_from_any_folder(tgkt: Tgkt) -> None:
    """The shipped data are found from the root of the file system too."""
    assert tgkt("status") == tgkt.started("status", cwd=Path("/"))


def test_python_m_tgkt_is_the_same_command(tgkt: Tgkt) -> None:
    """`python -m tgkt` answers as `tgkt` does."""
    assert tgkt("status") == answer((sys.executable, "-m", "tgkt", "status"), tgkt.environment({}))


def test_data_are_read_from_the_folder_of_the_option(tgkt: Tgkt, copy: Path) -> None:
    """--data names a folder, from where the user stands."""
    done = tgkt.fresh("status", "--data", copy.name, "--lang", "vi", cwd=copy.parent)
    assert (done.code, done.err) == (0, "")
    assert NEW_TITLE in done.out
    assert NEW_TITLE not in tgkt("status", "--lang", "vi").out


def test_data_are_read_from_the_folder_of_the_variable(tgkt: Tgkt, copy: Path) -> None:
    """TGKT_DATA does what --data does."""
    by_option = tgkt.fresh("status", "--data", str(copy), "--lang", "vi")
    assert by_option == tgkt.fresh("status", "--lang", "vi", env={"TGKT_DATA": str(copy)})


def test_the_option_wins_over_the_variable(tgkt: Tgkt, copy: Path) -> None:
    """--data is heard before TGKT_DATA."""
    env = {"TGKT_DATA": str(copy.parent / "nowhere")}
    assert NEW_TITLE in tgkt.fresh("status", "--data", str(copy), "--lang", "vi", env=env).out


@pytest.mark.parametrize(
    ("args", "env"), [(("--data", "nowhere"), {}), ((), {"TGKT_DATA": "nowhere"})], ids=["--data", "TGKT_DATA"]
)
@pytest.mark.parametrize("command", ["status", "validate"])
def test_a_missing_folder_is_a_usage_error(
    tgkt: Tgkt, command: str, args: tuple[str, ...], env: dict[str, str]
) -> None:
    """A folder that is not there is named in one line, and nothing is guessed in its place."""
    expected = "nowhere: no such folder. Name a folder of YAML files with --data or TGKT_DATA\n"
    assert (2, b"", expected) == tgkt(command, *args, **env)


def test_an_empty_folder_is_invalid_data(tgkt: Tgkt, tmp_path: Path) -> None:
    """A folder without data files cannot be read."""
    expected = f"{tmp_path}: holds no .yaml file. Name a folder with data files, or begin one with tgkt init\n"
    assert (3, b"", expected) == tgkt.fresh("status", "--data", str(tmp_path))


@pytest.mark.parametrize("command", ["status", "project"])
def test_data_without_a_plan_are_a_usage_error(tgkt: Tgkt, tmp_path: Path, command: str) -> None:
    """Where nothing is measured and nothing is planned, the plan asked for is what there is not."""
    shutil.copy(ROOT / "data" / "areas.yaml", tmp_path)
    done = tgkt.fresh(command, "--data", str(tmp_path))
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    assert "the data hold no plan. Add the block 'plan:'" in done.err


def test_a_link_to_nowhere_is_not_passed_over(tgkt: Tgkt, tmp_path: Path) -> None:
    """A data file that cannot be read is an error, not a file less."""
    shutil.copytree(ROOT / "data", tmp_path, dirs_exist_ok=True)
    (tmp_path / "more.yaml").symlink_to("nowhere.yaml")
    done = tgkt.fresh("validate", "--data", str(tmp_path))
    assert (done.code, done.out) == (3, "")
    assert "more.yaml" in done.err


@pytest.mark.parametrize(
    ("env", "lang"),
    [
        pytest.param({}, "en", id="no locale is English"),
        pytest.param({"LANG": "C"}, "en", id="LANG=C is English"),
        pytest.param({"LANG": "vi_VN.UTF-8"}, "vi", id="LANG=vi_VN is Vietnamese"),
        pytest.param({"LANG": "fr_FR.UTF-8"}, "en", id="another language is English"),
        pytest.param({"LC_MESSAGES": "vi_VN.UTF-8", "LANG": "C"}, "vi", id="LC_MESSAGES comes before LANG"),
        pytest.param({"LC_ALL": "C", "LANG": "vi_VN.UTF-8"}, "en", id="LC_ALL comes before all"),
    ],
)
def test_the_locale_chooses_the_language(tgkt: Tgkt, env: dict[str, str], lang: str) -> None:
    """Without --lang the locale decides, as everywhere else."""
    assert tgkt("status", "--lang", lang) == tgkt("status", **env)


@pytest.mark.parametrize(("locale", "lang"), [("vi_VN.UTF-8", "en"), ("C", "vi")])
def test_lang_wins_over_the_locale(tgkt: Tgkt, locale: str, lang: str) -> None:
    """--lang is heard before the locale."""
    assert tgkt("status", "--lang", lang) == tgkt("status", "--lang", lang, LC_ALL=locale)


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}],
    ids=["LC_ALL=C", "LC_ALL=C to the letter", "another encoding asked for"],
)
def test_output_is_utf_8_in_any_locale(tgkt: Tgkt, env: dict[str, str], form: str) -> None:
    """Vietnamese leaves as UTF-8 whatever the locale can write."""
    args = ("status", "--lang", "vi", "--format", form)
    assert tgkt(*args) == tgkt(*args, **env)


def test_an_error_is_utf_8_in_any_locale(tgkt: Tgkt) -> None:
    """An error names what was written, in its own letters."""
    assert tgkt("status", "--area", "bắc_kạn") == tgkt("status", "--area", "bắc_kạn", LC_ALL="C")
    assert "bắc_kạn" in tgkt("status", "--area", "bắc_kạn").err


def test_results_after_the_year_asked_for_are_pending(tgkt: Tgkt) -> None:
    """As of 2024 no target for 2025 has a verdict, and no label is compared."""
    args = ("status", "--plan", "results_2020_2025", "--format", "json", "--as-of")
    rows = [row for row in tgkt(*args, "2024").json["rows"] if row["target_printed"]]
    assert {("pending", None)} == {(row["verdict"], row["agrees"]) for row in rows}
    assert tgkt(*args[:-1]) == tgkt(*args, "2025")


@pytest.mark.parametrize("year", ["2024", "2025", "2030"])
@pytest.mark.parametrize(
    ("plan", "areas"),
    [("targets_2025_2030", ["Thái Nguyên (merged)"]), ("results_2020_2025", ["Thái Nguyên (old)", "Bắc Kạn (old)"])],
)
def test_the_table_begins_with_the_counts_of_its_own_plan(tgkt: Tgkt, plan: str, areas: list[str], year: str) -> None:
    """Whether a plan is ahead or past, its areas are counted by target and by part, and no other plan is."""
    title, _, _, *lines = tgkt("status", "--plan", plan, "--as-of", year).out.split("\n\n")[0].splitlines()
    assert title == shipped().plans[plan].title.en
    assert [re.split("  +", line)[:2] for line in lines] == [[area, by] for area in areas for by in ("target", "part")]


@pytest.mark.parametrize("variable", ["HOME", "XDG_CACHE_HOME"])
def test_a_cache_that_cannot_be_kept_is_no_error(tgkt: Tgkt, tmp_path: Path, variable: str) -> None:
    """Where a file stands in the way of the cache, the answer comes without one."""
    (tmp_path / "file").touch()
    env = {"HOME": "", "XDG_CACHE_HOME": "", variable: str(tmp_path / "file")}
    assert tgkt("status") == tgkt.fresh("status", env=env)


def test_no_home_is_no_error(tgkt: Tgkt, tmp_path: Path) -> None:
    """Without a home and without a cache folder the answer is the same."""
    assert tgkt("status") == tgkt.fresh("status", env={"HOME": "/proc/none", "XDG_CACHE_HOME": "/proc/none"})


@pytest.fixture(scope="module")
def kept_of_status(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that one run has made; copied, never written to."""
    home = tmp_path_factory.mktemp("kept")
    assert tgkt.fresh("status", env={"XDG_CACHE_HOME": str(home)}).code == 0
    return home


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda content: content[:0], id="emptied"),
        pytest.param(lambda content: content[:-1000], id="cut off"),
        pytest.param(lambda content: content.replace(b"361.6", b"3x1.6"), id="with a number that is none"),
        pytest.param(lambda content: content.replace(b"tgkt.facts", b"tgkt.fakts"), id="of other classes"),
    ],
)
def test_a_spoilt_cache_is_read_past(tgkt: Tgkt, kept_of_status: Path, tmp_path: Path, spoil: object) -> None:
    """A cache that does not hold what it should is made again."""
    assert callable(spoil)
    expected = tgkt("status")
    shutil.copytree(kept_of_status, tmp_path, dirs_exist_ok=True)
    whole = {kept: kept.read_bytes() for kept in (tmp_path / "tgkt").iterdir()}
    spoilt = [kept for kept, content in whole.items() if spoil(content) != content]
    assert spoilt != []
    for kept in spoilt:
        kept.write_bytes(spoil(whole[kept]))
    assert expected == tgkt.fresh("status", env={"XDG_CACHE_HOME": str(tmp_path)})
    assert [kept for kept in spoilt if kept.read_bytes() == whole[kept]] != []


def test_a_change_of_the_data_is_seen_at_once(tgkt: Tgkt, tmp_path: Path) -> None:
    """The cache never answers for data that have changed, though size and time stay the same."""
    shutil.copytree(ROOT / "data", tmp_path, dirs_exist_ok=True)
    file = tmp_path / "targets_2025_2030.yaml"
    before, state = tgkt.fresh("status", "--data", str(tmp_path)).out, file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("Life expectancy", "Life_expectancy"), encoding="utf-8")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert (state.st_size, state.st_mtime_ns) == (file.stat().st_size, file.stat().st_mtime_ns)
    assert before.replace("Life expectancy", "Life_expectancy") == tgkt.fresh("status", "--data", str(tmp_path)).out
