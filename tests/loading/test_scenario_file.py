"""Scenario files: a name and settings, every mistake told by its line."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tgkt.errors import DataError
from tgkt.facts.indicator import Words
from tgkt.loading.scenario import Scenario, read_scenario

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def file(folder: Path, text: str) -> Path:
    """A scenario file."""
    place = folder / "scenario.yaml"
    place.write_text(text, encoding="utf-8")
    return place


def refused(place: Path) -> list[str]:
    """The messages about a scenario file, without the path of its folder."""
    with pytest.raises(DataError) as caught:
        read_scenario(place)
    return [str(problem).removeprefix(f"{place.parent}/") for problem in caught.value.problems]


def test_the_examples_are_read_and_marked_as_made_up() -> None:
    """Titles say in both languages that nobody plans this."""
    found = {path.stem: read_scenario(path) for path in EXAMPLES.glob("scenario_[!c]*.yaml")}
    assert found["scenario_slow_growth"].settings == {"grdp_growth": "9%/năm"}
    more = {"population": "1,9 triệu người", "grdp_growth": "+1pp", "revenue_to_grdp": "×1,05"}
    assert found["scenario_more_people"].settings == more
    titles = [each.title for each in found.values() if each.title]
    assert len(found) == len([each for each in titles if "made up" in each.en and "bịa" in each.vi])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('set: {grdp_growth: "9"}', Scenario(None, {"grdp_growth": "9"}), id="without a title"),
        pytest.param(
            'title: {vi: "Một", en: "One"}\nset:\n  grdp: "400 nghìn tỷ đồng"',
            Scenario(Words("Một", "One"), {"grdp": "400 nghìn tỷ đồng"}),
            id="a title and a unit",
        ),
        pytest.param('set: {a: "+1pp", b: ×1.05}', Scenario(None, {"a": "+1pp", "b": "×1.05"}), id="relative settings"),
        pytest.param("set: {a: 9%/năm}", Scenario(None, {"a": "9%/năm"}), id="a text that needs no quotes"),
        pytest.param('\ufeffset: {a: "9"}', Scenario(None, {"a": "9"}), id="a byte order mark"),
        pytest.param("set: {}", Scenario(None, {}), id="nothing set"),
    ],
)
def test_a_scenario_is_read(tmp_path: Path, text: str, expected: Scenario) -> None:
    """Settings stay texts, in the order they are written."""
    assert expected == read_scenario(file(tmp_path, text))


def test_decomposed_text_is_put_together(tmp_path: Path) -> None:
    """Accents written apart mean the same unit."""
    place = file(tmp_path, unicodedata.normalize("NFD", 'set: {grdp: "400 nghìn tỷ đồng"}'))
    assert read_scenario(place).settings == {"grdp": "400 nghìn tỷ đồng"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("", 1, "the file is empty", id="an empty file"),
        pytest.param('title: {vi: "A", en: "A"}', 1, "has no 'set'", id="nothing set"),
        pytest.param(
            'sets: {a: "9"}', 1, "unknown key 'sets' in a scenario. Did you mean 'set'?", id="a slip in a key"
        ),
        pytest.param("set:\n  a: 9", 2, 'got unquoted 9. Write "9" in quotes', id="a bare number"),
        pytest.param("set:\n  a: 9.50", 2, 'Write "9.50" in quotes', id="a bare decimal"),
        pytest.param("set:\n  a: no", 2, "got unquoted no", id="a word that YAML tools turn into false"),
        pytest.param('set:\n  a: "9"\n  a: "8"', 3, "the key 'a' appears twice, first in line 2", id="set twice"),
        pytest.param("set:\n  a: [9, 8]", 2, "got a list", id="a list"),
        pytest.param("set:\n  a:", 2, "got nothing", id="no value"),
        pytest.param('set:\n  Ab: "9"', 2, "'Ab' is not an id", id="capitals in an id"),
        pytest.param('set: ["a=9"]', 1, "expected a map", id="a list of settings"),
        pytest.param('title: []\nset: {a: "9"}', 1, "expected a text, or texts by language", id="a list as title"),
        pytest.param('title: {}\nset: {a: "9"}', 1, "got an empty map", id="a title in no language"),
        pytest.param("set: {a: &x '9', b: *x}", 1, "Write the value out", id="an alias"),
        pytest.param("set: {a: '9'", 1, "not valid YAML", id="an open bracket"),
        pytest.param("set: {a: '9'}\n---\nset: {}", 3, "a second YAML document", id="two documents"),
    ],
)
def test_a_mistake_is_told_by_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    """One message that names the line and holds the way out."""
    told = refused(file(tmp_path, text))
    assert [each for each in told if not each.startswith("scenario.yaml:")] == []
    assert [each for each in told if each.startswith(f"scenario.yaml:{line}:") and words in each] != []


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Two bad settings, two messages, in the order of the file."""
    told = refused(file(tmp_path, "set:\n  a: 9\n  b: 8\n"))
    assert [":".join(each.split(":")[:2]) for each in told] == ["scenario.yaml:2", "scenario.yaml:3"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The system's reason, in one line."""
    (told,) = refused(tmp_path / "nowhere.yaml")
    assert told == "nowhere.yaml:1:1: cannot be read: no such file or directory. Check the path and its permissions"
