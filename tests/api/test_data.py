"""Data in Python answer as the command line does: the same rows, the same tables, the same notes, the same errors."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from cli.runner import ROOT, Tgkt

import tgkt as package
from tgkt import Answer, Data

Ask = Callable[[Data], Answer[Any]]
PLAN = "results_2020_2025"
ASKED: dict[str, tuple[Ask, tuple[str, ...]]] = {
    "the plan on one screen": (lambda data: data.overview(), ("overview",)),
    "every target": (lambda data: data.status(), ("status",)),
    "targets by number and words": (lambda data: data.status("3", "dân số"), ("status", "3", "dân số")),
    "targets of another plan": (lambda data: data.status(plan=PLAN), ("status", "--plan", PLAN)),
    "targets in a state": (
        lambda data: data.status(plan=PLAN, verdict=["not_met", "exceeded"], section="economy"),
        ("status", "--plan", PLAN, "--verdict", "not_met,exceeded", "--section", "economy"),
    ),
    "targets in an order": (lambda data: data.status(sort="attention"), ("status", "--attention")),
    "parts of a year": (lambda data: data.in_year(), ("status", "--in-year")),
    "every path": (lambda data: data.project(), ("project",)),
    "a path at a pace": (
        lambda data: data.project("3", year=2027, pace="9%", method="linear"),
        ("project", "3", "--year", "2027", "--pace", "9%", "--method", "linear"),
    ),
    "a path under a setting": (
        lambda data: data.project("3", set={"grdp_growth": 9}),
        ("project", "3", "--set", "grdp_growth=9"),
    ),
    "effects of a setting": (
        lambda data: data.what_if({"grdp_growth": "+0,5 điểm"}),
        ("project", "--set", "grdp_growth=+0,5 điểm"),
    ),
    "a goal": (
        lambda data: data.solve("grdp_growth", "grdp_per_capita >= 220"),
        ("project", "--solve", "grdp_growth", "--for", "grdp_per_capita >= 220"),
    ),
    "one merged figure": (lambda data: data.blend("grdp_growth"), ("blend", "grdp_growth")),
    "a merged figure by weights": (
        lambda data: data.blend("grdp_growth", weights={"thai_nguyen": 9, "bac_kan": 1}),
        ("blend", "grdp_growth", "--weights", "thai_nguyen=9,bac_kan=1"),
    ),
    "a merged figure over time": (
        lambda data: data.blend("grdp_growth", series=True),
        ("blend", "grdp_growth", "--series"),
    ),
    "merged figures of a year": (lambda data: data.blend(period=2025), ("blend", "--all", "--period", "2025")),
    "implied weights": (lambda data: data.implied_weights(), ("blend", "--weights-table")),
    "the audit": (lambda data: data.check(), ("check",)),
    "the audit of a target": (lambda data: data.check("3", all=True), ("check", "3", "--all")),
    "findings of a kind": (lambda data: data.check(kind="targets"), ("check", "--kind", "targets")),
    "relations to declare": (lambda data: data.suggest(), ("check", "--suggest")),
    "the least that must change": (
        lambda data: data.least("industrial_clusters_established"),
        ("check", "--least", "industrial_clusters_established"),
    ),
    "what a figure may be": (
        lambda data: data.range("grdp_per_capita[merged, 2030]"),
        ("check", "--range", "grdp_per_capita[merged, 2030]"),
    ),
    "an indicator": (lambda data: data.explain("3"), ("explain", "3")),
    "an indicator of a year": (
        lambda data: data.explain("grdp_growth", area="bac_kan", period="2021-2025"),
        ("explain", "grdp_growth", "--area", "bac_kan", "--period", "2021-2025"),
    ),
    "a figure": (lambda data: data.find("7,3"), ("find", "7,3")),
    "units of money": (lambda data: data.list("units", "money"), ("list", "units", "money")),
    "a year and the next": (lambda data: data.diff(2024, 2025), ("diff", "2024", "2025")),
}
everything = pytest.mark.parametrize(("ask", "command"), ASKED.values(), ids=[*ASKED])


@pytest.fixture(scope="module", name="data")
def shipped() -> Data:
    """The shipped data."""
    return package.load()


@everything
def test_an_answer_has_the_rows_of_the_command(ask: Ask, command: tuple[str, ...], data: Data, tgkt: Tgkt) -> None:
    """Digit by digit, in one order of fields, with what holds for all rows."""
    assert ask(data).to_json() == tgkt(*command, "-f", "json").out


@everything
def test_an_answer_is_printed_as_the_command_prints_it(ask: Ask, command: tuple[str, ...], tgkt: Tgkt) -> None:
    """In a pipe, in the language of the data; but for the option of the data folder."""
    assert str(ask(package.load(lang="vi"))) == tgkt(*command, "--lang", "vi").out


@everything
def test_plain_data_are_the_json_that_is_read_back(ask: Ask, command: tuple[str, ...], data: Data) -> None:
    """Texts, decimals, whole numbers, flags, lists and maps, all of Python's own types."""
    found = ask(data)
    assert found.to_dict() == json.loads(found.to_json(), parse_float=Decimal)
    assert types_of(found.to_dict()) <= {str, int, bool, Decimal, type(None)}
    assert len(found.to_dicts()) == len(found)


def types_of(value: Any) -> set[type]:
    """The types of all single values."""
    if isinstance(value, dict):
        return set().union(*map(types_of, value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*map(types_of, value)) if value else set()
    return {type(value)}


@everything
def test_an_answer_cannot_be_changed(ask: Ask, command: tuple[str, ...], data: Data) -> None:
    """Neither it nor its rows."""
    found = ask(data)
    with pytest.raises(AttributeError):
        found.rows = ()  # type: ignore[misc]
    assert isinstance(found.rows, tuple)
    assert list(found) == [found[at] for at in range(len(found))] == list(found[:])
    assert all(isinstance(each, tuple) or each.__dataclass_params__.frozen for each in found)


@pytest.mark.parametrize(
    ("clock", "options"),
    [
        ({"as_of": 2024}, ("--as-of", "2024")),
        ({"known_by": "2025-09"}, ("--known-by", "2025-09")),
        ({"baseline": "plan"}, ("--baseline", "plan")),
        ({"across_breaks": True}, ("--across-breaks",)),
    ],
    ids=["up to a year", "as known by a date", "from the plan's baseline", "across breaks"],
)
def test_the_clock_of_data_is_that_of_the_options(clock: dict[str, Any], options: tuple[str, ...], tgkt: Tgkt) -> None:
    """Said once, for every question."""
    data = package.load(**clock)
    assert data.status().to_json() == tgkt("status", *options, "-f", "json").out
    assert data.project().to_json() == tgkt("project", *options, "-f", "json").out
    assert data.explain("3").to_json() == tgkt("explain", "3", *options, "-f", "json").out


def test_notes_are_in_the_language_of_the_data() -> None:
    """And belong to the answer they stand beside."""
    data = package.load(lang="vi")
    assert data.find("không có gì như thế").notes[0].startswith("không tìm thấy")
    assert data.status("3").notes == ()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"lang": "fr"}, "lang: unknown value 'fr'. Use one of: en, vi."),
        ({"baseline": "first"}, "baseline: unknown value 'first'. Use one of: later, plan."),
        ({"known_by": "soon"}, "--known-by: 'soon' is not a date. Write e.g. 2027-04-01, or 2027-04"),
        ({"folder": "nowhere"}, "nowhere: no such folder. Name a folder of YAML files with --data or TGKT_DATA"),
    ],
    ids=["a language", "a baseline", "a date", "a folder"],
)
def test_what_is_none_is_refused(wrong: dict[str, Any], says: str) -> None:
    """With what would be one."""
    with pytest.raises(package.UsageError) as error:
        package.load(**wrong)
    assert str(error.value) == says


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda data: data.status("grpd"), "'grpd' is not a target of targets_2025_2030. Did you mean 'grdp'?"),
        (lambda data: data.status(verdict="behind"), "--verdict: 'behind' is a standing. Write --standing behind"),
        (lambda data: data.project(method="best"), "--method: unknown value 'best'. Use one of: healthy_people"),
        (lambda data: data.project(set={"grdp_growth": Decimal("NaN")}), "--set grdp_growth=NaN: 'NaN' is not a num"),
        (lambda data: data.what_if(), "a what-if sets figures. Give --set or --scenario"),
        (lambda data: data.solve("grdp_growth", "much"), "--for: 'much' is not a goal."),
        (lambda data: data.check(kind="sums"), "--kind: unknown value 'sums'. Use one of:"),
        (lambda data: data.check(severity="bad"), "--severity: unknown value 'bad'. Use one of:"),
        (lambda data: data.blend(series=True), "weights and series are for one indicator. Name it, or leave them out"),
        (lambda data: data.blend("grdp_growth", weights_of="start"), "--weights-of: unknown value 'start'. Use one"),
        (lambda data: data.report(".pdf"), "a report cannot be written as .pdf. Use one of: .docx, .html, .md, .xlsx."),
        (lambda data: data.report(parts=["states"]), "--parts: unknown part 'states'. Use one of: status, results"),
        (lambda data: data.report(parts=[]), "--parts: unknown part ''."),
        (lambda data: data.find("7,3").to_dicts(long=True), "--long: this answer has no long form. Leave it out"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_question_that_has_no_answer_is_refused(ask: Callable[[Data], object], says: str, data: Data) -> None:
    """With the line that the command line prints."""
    with pytest.raises(package.TgktError) as error:
        ask(data)
    assert str(error.value).startswith(says)


def test_data_cannot_be_changed(data: Data) -> None:
    """Another clock is another load."""
    with pytest.raises(AttributeError, match="load the data anew"):
        data.lang = "vi"
    with pytest.raises(AttributeError, match="load the data anew"):
        data._seen = None  # type: ignore[assignment]


def test_data_say_what_they_are(data: Data) -> None:
    """Their plans, indicators and areas by id."""
    assert data.plans == (PLAN, "targets_2025_2030")
    assert set(data.areas) == {"merged", "thai_nguyen", "bac_kan"}
    assert "grdp_growth" in data.indicators
    assert "targets_2025_2030; as of 2025>" in repr(data)
    assert repr(data.status("3")) == "<tgkt/status/3: 1 row>"


def test_files_are_those_of_the_commands(data: Data, tgkt: Tgkt, tmp_path: Path) -> None:
    """Their content, byte for byte."""
    tgkt("report", "-o", str(tmp_path / "plan.html"), "--lang", "en")
    assert data.report(".html") == (tmp_path / "plan.html").read_text(encoding="utf-8")
    tgkt("export", str(tmp_path / "out"))
    written = {file.name: file.read_bytes().decode() for file in (tmp_path / "out").iterdir()}
    assert data.export() == written


@pytest.mark.parametrize(
    ("text", "names"),
    [("areas:\n  a: {}\n", ["broken.yaml"]), ("x: [\n", ["broken.yaml"])],
    ids=["an area without a title", "a bracket that stays open"],
)
def test_mistakes_of_files_are_data(text: str, names: list[str], tmp_path: Path) -> None:
    """All of them, each with file and line; loading raises them together."""
    (tmp_path / "broken.yaml").write_text(text, encoding="utf-8")
    found = package.validate(tmp_path)
    assert not found.is_valid
    problems = [each for each in found.problems if isinstance(each, package.Problem)]
    assert {Path(each.source.file).name for each in problems} == set(names)
    assert all(each.source.line >= 1 and each.message for each in problems)
    with pytest.raises(package.DataError) as error:
        package.load(tmp_path)
    assert error.value.problems == found.problems


def test_valid_files_have_no_mistakes() -> None:
    """And are counted."""
    found = package.validate()
    assert found.is_valid
    assert found.files == len(list((ROOT / "data").glob("*.yaml")))
