"""What a shell is answered, asked as the scripts ask."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ..runner import ROOT, Tgkt, answer


def offered(tgkt: Tgkt, *words: str, **env: str) -> list[str]:
    """The words offered, without what is said beside them."""
    done = tgkt(*words, _TGKT_COMPLETE="fish", **env)
    assert (done.code, done.err) == (0, "")
    return [line.split("\t")[0] for line in done.out.splitlines()[1:]]


@pytest.mark.parametrize(
    ("words", "some"),
    [
        pytest.param([""], ["status", "project", "completion"], id="commands"),
        pytest.param(["st"], ["status"], id="a command that is begun"),
        pytest.param(["status", "--"], ["--plan", "--verdict", "--help"], id="options"),
        pytest.param(["--"], ["--version", "--plan", "--format"], id="options without a command"),
        pytest.param(["status", ""], ["1.1", "2", "36"], id="numbers of the plan in force"),
        pytest.param(["status", "3"], ["3", "30.1", "36"], id="numbers that are begun"),
        pytest.param(["explain", "grdp_g"], ["grdp_growth"], id="ids"),
        pytest.param(["blend", "Tuổi thọ"], ["Tuổi thọ trung bình tính từ lúc sinh"], id="titles"),
        pytest.param(["status", "--plan", "results_2020_2025", ""], ["1", "68"], id="numbers of the plan on the line"),
        pytest.param(["status", "--plan", ""], ["results_2020_2025", "targets_2025_2030"], id="plans"),
        pytest.param(["status", "--plan="], ["--plan=results_2020_2025"], id="a plan within the word of the option"),
        pytest.param(["status", "--area", ""], ["merged", "bac_kan"], id="areas"),
        pytest.param(["status", "--section", ""], ["economy", "party"], id="sections"),
        pytest.param(["status", "--verdict", ""], ["met", "not_assessable"], id="verdicts"),
        pytest.param(["status", "--standing", "behind,o"], ["behind,on_track", "behind,open"], id="standings"),
        pytest.param(["status", "--sort", ""], ["attention", "distance"], id="sort keys"),
        pytest.param(["check", "--kind", ""], ["sum", "duplicate"], id="kinds of findings"),
        pytest.param(["status", "-f", ""], ["table", "json", "csv"], id="formats"),
        pytest.param(["status", "--lang", ""], ["en", "vi"], id="languages"),
        pytest.param(["import", "--origin", ""], ["political_report", "draft_resolution"], id="origins"),
        pytest.param(["project", "--set", "grdp_gr"], ["grdp_growth="], id="what is set"),
        pytest.param(["project", "--pace", ""], ["observed", "required"], id="paces"),
        pytest.param(["blend", "--weights", "bac_kan=1,"], ["bac_kan=1,thai_nguyen="], id="weights by area"),
        pytest.param(["template", ""], ["2026", "2030"], id="years"),
        pytest.param(["diff", ""], ["2025", "results_2020_2025"], id="sides of a comparison"),
        pytest.param(["calc", ""], ["cagr", "blend"], id="operations"),
        pytest.param(["completion", ""], ["bash", "zsh", "fish"], id="shells"),
    ],
)
def test_what_is_offered(tgkt: Tgkt, words: list[str], some: list[str]) -> None:
    """Every sort of value has its words."""
    found = offered(tgkt, *words)
    assert [word for word in some if word not in found] == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["statsu", ""], id="after a command that is none"),
        pytest.param(["explain", "3", ""], id="after the last argument"),
        pytest.param(["project", "--set", "grdp_growth="], id="a value of the user's own"),
        pytest.param(["status", "--known-by", ""], id="a date"),
        pytest.param(["status", "--plan", "no_such_plan_begins_so"], id="what nothing begins with"),
        pytest.param(["status", "--data", "no/such/folder", ""], id="a folder that is not there"),
    ],
)
def test_nothing_is_offered(tgkt: Tgkt, words: list[str]) -> None:
    """Without a word of error."""
    assert tgkt(*words, _TGKT_COMPLETE="bash")[:2] == (0, b"")
    assert tgkt(*words, _TGKT_COMPLETE="bash").err == ""


@pytest.mark.parametrize(("words", "how"), [(["validate", ""], "files"), (["status", "--data", ""], "folders")])
def test_names_of_files_are_left_to_the_shell(tgkt: Tgkt, words: list[str], how: str) -> None:
    """It knows them better."""
    assert tgkt(*words, _TGKT_COMPLETE="zsh").out == f"{how}\n"


def test_an_option_is_offered_once(tgkt: Tgkt) -> None:
    """Unless it may be repeated; and what is given already is not offered again."""
    assert "--plan" not in offered(tgkt, "status", "--plan", "targets_2025_2030", "--")
    assert "--verdict" in offered(tgkt, "status", "--verdict", "met", "--")
    assert "2" not in offered(tgkt, "status", "2", "")


@pytest.mark.parametrize(
    ("env", "words", "title"),
    [
        pytest.param({}, ["status", "12"], "Life expectancy at birth", id="English"),
        pytest.param({"LANG": "vi_VN.UTF-8"}, ["status", "12"], "Tuổi thọ trung bình tính từ lúc sinh", id="by locale"),
        pytest.param({}, ["status", "--lang", "vi", "12"], "Tuổi thọ trung bình tính từ lúc sinh", id="--lang"),
        pytest.param({"LANG": "vi_VN.UTF-8"}, ["status", "--verdict", "not_m"], "✗ không đạt", id="a verdict"),
    ],
)  # fmt: skip
def test_titles_are_in_the_language_of_the_run(tgkt: Tgkt, env: dict[str, str], words: list[str], title: str) -> None:
    """Beside each value."""
    asked = tgkt.environment({"_TGKT_COMPLETE": "fish", "PYTHONPATH": str(ROOT), **env})
    done = answer((sys.executable, "-m", "tgkt", *words), asked)
    assert done.out.splitlines()[1].split("\t")[1] == title


def test_the_values_are_those_of_the_folder(tgkt: Tgkt, tmp_path: Path) -> None:
    """Of --data on the line, else of TGKT_DATA; an edit is seen at once."""
    folder = tmp_path / "plan"
    assert tgkt.fresh("init", str(folder)).code == 0
    by_option = offered(tgkt, "status", "--data", str(folder), "--area", "")
    assert by_option == offered(tgkt, "status", "--area", "", TGKT_DATA=str(folder)) == ["region"]
    file = next(folder.iterdir())
    file.write_text(file.read_text(encoding="utf-8").replace("region:", "county:"), encoding="utf-8")
    done = tgkt.fresh("status", "--data", str(folder), "--area", "", env={"_TGKT_COMPLETE": "bash"})
    assert done.out.splitlines() == ["words", "county"]


def test_broken_data_offer_nothing(tgkt: Tgkt, tmp_path: Path) -> None:
    """The commands say what is wrong, completion keeps silent."""
    (tmp_path / "plan.yaml").write_text("plan: [", encoding="utf-8")
    done = tgkt.fresh("status", "--data", str(tmp_path), "", env={"_TGKT_COMPLETE": "bash"})
    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize("shell", ["complete_bash", "bash_source", "tcsh"])
def test_another_shell_has_no_answer(tgkt: Tgkt, shell: str) -> None:
    """Scripts that typer wrote once stay silent."""
    assert tgkt("status", "", _TGKT_COMPLETE=shell)[:2] == (0, b"")


LISTED = """
import sys
sys.argv[1:] = ["status", "--area", ""]
from tgkt.cli.start import main
main()
print("\\n".join(sys.modules), file=sys.stderr)
"""


def test_an_answer_imports_nothing_heavy(tgkt: Tgkt) -> None:
    """Neither what reads commands nor what reads data, once the names are kept."""
    env = tgkt.environment({"_TGKT_COMPLETE": "zsh", "PYTHONPATH": str(ROOT)})
    done = [answer((sys.executable, "-c", LISTED), env) for _ in range(2)][1]
    assert "merged" in done.out
    heavy = {
        "typer",
        "click",
        "rich",
        "pint",
        "yaml",
        "decimal",
        "dataclasses",
        "hashlib",
        "json",
        "difflib",
        "tempfile",
    }
    assert heavy & {name.split(".")[0] for name in done.err.split()} == set()
    rooms = {"engine", "report", "series", "results", "facts", "arithmetic"}
    assert [name for name in done.err.split() if name.split(".")[:2] in [["tgkt", room] for room in rooms]] == []


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda _: b"", id="emptied"),
        pytest.param(lambda kept: b"\xff\xfe" + kept, id="no text"),
        pytest.param(lambda kept: kept[:-40], id="cut off"),
        pytest.param(lambda kept: kept.replace(b"merged", b"margad"), id="with another name"),
        pytest.param(lambda kept: kept.replace(b"\t", b" "), id="without columns"),
    ],
)
def test_spoilt_names_are_gathered_anew(tgkt: Tgkt, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    """What is kept is only a shortcut."""
    env = {"_TGKT_COMPLETE": "fish", "XDG_CACHE_HOME": str(tmp_path)}
    expected = tgkt.fresh("status", "--area", "", env=env).out
    (kept,) = (tmp_path / "tgkt").glob("*.names")
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert tgkt.fresh("status", "--area", "", env=env).out == expected
    assert kept.read_bytes() == whole
