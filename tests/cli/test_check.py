"""`tgkt check`: ten lines first, the findings of a row, one finding in full."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .runner import Tgkt


def rows(tgkt: Tgkt, *args: str) -> list[dict[str, Any]]:
    """The findings of an answer."""
    found: list[dict[str, Any]] = tgkt("check", *args, "--json").json["rows"]
    return found


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_what_matters_comes_first(tgkt: Tgkt, lang: str) -> None:
    """Counts, then five findings with their commands, which answer; then all findings."""
    lines = tgkt.screen("check", "--lang", lang, width=100, NO_COLOR="1").splitlines()
    commands = [line[line.index("tgkt check ") :].split() for line in lines[:12] if "tgkt check " in line]
    assert len(commands) == 5
    for _, _, id in commands:
        done = tgkt("check", id, "--lang", lang)
        assert done.out.splitlines()[0] == id
        assert done.code in (0, 1)
    assert len(lines) > 100


def test_a_number_is_a_row_of_the_plan_in_force(tgkt: Tgkt) -> None:
    """What touches the indicator in that row's area; an id asks for every area."""
    row, indicator = rows(tgkt, "21.4"), rows(tgkt, "national_standard_school_share")
    assert [each for each in row if each not in indicator] == []
    assert len(row) < len(indicator)
    pairs = [{(figure["id"], figure["area"]) for figure in each["figures"]} for each in row]
    assert [each for each in pairs if ("national_standard_school_share", "merged") not in each] == []


def test_several_are_any_of_them(tgkt: Tgkt) -> None:
    """Rows, indicators and findings together."""
    ids = {each["key"] for each in [*rows(tgkt, "3"), *rows(tgkt, "forest_cover")]}
    assert {each["key"] for each in rows(tgkt, "3", "forest_cover", "target_income")} == {*ids, "target_income"}


def test_a_finding_is_shown_in_full(tgkt: Tgkt) -> None:
    """Named by its id, also where it holds; as --id and --explain together show it."""
    assert tgkt("check", "target_income") == tgkt("check", "--id", "target_income", "--explain")
    held = next(each["key"] for each in rows(tgkt, "--all") if each["outcome"] == "consistent")
    assert tgkt("check", held).out.splitlines()[0] == held


OF_A_CAUSE = (
    "duplicate.grdp_per_capita.thai_nguyen.2025.political_report.119",
    "population_of_parts_of_footnote_13",
)


def test_the_id_of_each_relation_finds_its_finding(tgkt: Tgkt) -> None:
    """Whether it is named as what is asked about, by --id or by its kind."""
    relation, finding = OF_A_CAUSE
    assert tgkt("check", relation) == tgkt("check", finding)
    assert [each["key"] for each in rows(tgkt, "--id", relation)] == [finding]
    assert [each["key"] for each in rows(tgkt, relation)] == [finding]
    assert finding in [each["key"] for each in rows(tgkt, "--kind", "duplicate")]


def test_counts_are_of_relations_and_say_for_how_many_causes(tgkt: Tgkt) -> None:
    """30 fail, in 24 findings; by kind each relation is counted once."""
    answer = tgkt("check", "-f", "json").json
    failing = [each for each in answer["rows"] if each["outcome"] == "inconsistent"]
    assert answer["inconsistent"] == sum(1 + len(each["same_cause"]) for each in failing) == 30
    assert len(failing) == 24
    assert "24 causes" in tgkt("check", "--lang", "en").out
    assert "24 nguyên nhân" in tgkt("check", "--lang", "vi").out


def test_ids_are_shown_on_request(tgkt: Tgkt) -> None:
    """The column that the last line speaks of; what it lists can be given to --known."""
    out = tgkt("check").out
    ids = [each["key"] for each in rows(tgkt)]
    assert [id for id in ids if f"\n{id} " in out] == []
    command = out.splitlines()[-1].split("tgkt ", 2)[2].split()
    told = tgkt(*command).out
    assert [id for id in ids if f"\n{id} " not in told] == []


def test_the_commands_name_the_data(tgkt: Tgkt) -> None:
    """Where other data are asked about."""
    out = tgkt("check", "--data", "examples/thai_nguyen_since").out
    assert out.count("--data examples/thai_nguyen_since") == 6


def test_what_nothing_touches_is_said(tgkt: Tgkt) -> None:
    """With the command that shows everything."""
    done = tgkt("check", "pho_yen_city_years_ahead")
    assert (done.code, rows(tgkt, "pho_yen_city_years_ahead")) == (0, [])
    assert done.err == "no relation of the audit involves this. tgkt check --all shows them all\n"


def test_known_findings_are_counted(tgkt: Tgkt, tmp_path: Path) -> None:
    """A note says how many are known and how many new; a file of something else is refused with the way to the ids."""
    known = tmp_path / "known.json"
    known.write_text(json.dumps([each["key"] for each in rows(tgkt)][1:]), encoding="utf-8")
    apart = [each["key"] for each in rows(tgkt) if each["outcome"] == "inconsistent"]
    assert tgkt.fresh("check", "--known", str(known), "--lang", "vi").err == f"{len(apart) - 1} đã biết, 1 mới\n"
    known.write_text("no id!\n", encoding="utf-8")
    done = tgkt.fresh("check", "--known", str(known))
    assert (done.code, "tgkt check --columns key,says lists them" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("3", "--page"), "--page writes the whole audit. Leave out WHAT, or --page"),
        (("--page", "--json"), "--page is Markdown, and json was asked for. Leave out one of them"),
        (("--page", "--columns", "id"), "--columns chooses the columns of a list, and this answer is not a list"),
        (
            ("target_income", "--columns", "id"),
            "--columns chooses the columns of a list, and this answer is not a list",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(tgkt: Tgkt, args: tuple[str, ...], told: str) -> None:
    """In one line."""
    done = tgkt("check", *args)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(told)


LATER = """\
language: vi
origins:
  report_2026: {title: "Báo cáo 2026", date: "2026-12-20", issuer: statistics}
  report_2027: {title: "Báo cáo 2027", date: "2027-12-20", issuer: statistics}
observations:
  - origin: report_2026
    locator: "trang 1"
    period: 2026
    figures:
      - {indicator: grdp, value: 222.1, printed: "222,1 nghìn tỷ đồng"}
      - {indicator: population, value: 1812.4, printed: "1.812,4 nghìn người"}
      - {indicator: grdp_per_capita, value: 131.5, printed: "131,5 triệu đồng"}
      - {indicator: grdp_share_industry, value: 55.1, printed: "55,1%"}
      - {indicator: grdp_share_services, value: 35.2, printed: "35,2%"}
      - {indicator: grdp_share_agriculture, value: 8.1, printed: "8,1%"}
  - origin: report_2027
    locator: "trang 1"
    period: 2027
    figures:
      - {indicator: grdp, value: 244310, printed: "244.310 nghìn tỷ đồng"}
      - {indicator: population, value: 1815.3, printed: "1.815,3 nghìn người"}
      - {indicator: grdp_per_capita, value: 134.6, printed: "134,6 triệu đồng"}
"""


def test_results_of_later_years_that_contradict_each_other_are_told_by_year(tgkt: Tgkt, tmp_path: Path) -> None:
    """With the figure that follows; a slip of a factor of 1,000 with what it looks like."""
    (tmp_path / "base.yaml").write_text('base: {of: "tgkt:thai_nguyen"}\n', encoding="utf-8")
    (tmp_path / "results.yaml").write_text(LATER, encoding="utf-8")
    answer = tgkt("check", "--data", str(tmp_path), "-f", "json", "--lang", "en")
    said = {row["key"]: row["says_en"] for row in json.loads(answer.out)["rows"]}
    assert answer.code == 1
    assert said["per_head_of_year.merged.2026"].endswith(
        "hold together only if one of them differs: by the rest, GRDP per capita, current prices of 2026 is "
        "122.51 - 122.58 million VND/person/year."
    )
    assert said["grdp_shares_of_year.merged.2026"].endswith("they make 98.25 - 98.55 %, not 100 %.")
    assert said["slip.grdp.merged.2027"] == (
        "“244.310 nghìn tỷ đồng” (Báo cáo 2027, trang 1) does not continue “222,1 nghìn tỷ đồng” (Báo cáo 2026, trang "
        "1) of 2026, and 244.310 would: the decimal mark looks lost, or read as grouping."
    )
    assert "slip.population.merged.2027" not in said


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("[" * 100_000, "is neither a list of ids nor the JSON", id="brackets without end"),
        pytest.param('{"rows": [1]}', "is neither a list of ids nor the JSON", id="rows that are none"),
        pytest.param('{"rows": {"a": 1}}', "is neither a list of ids nor the JSON", id="a map of rows"),
        pytest.param(None, "cannot be read: file too large", id="a device without end"),
    ],
)
def test_a_file_of_known_findings_that_is_none_is_refused(
    tgkt: Tgkt, tmp_path: Path, content: str | None, told: str
) -> None:
    """In one line, whatever it holds."""
    known = tmp_path / "known.json"
    if content is not None:
        known.write_text(content, encoding="utf-8")
    done = tgkt.fresh("check", "--known", str(known) if content is not None else "/dev/zero")
    assert done.code == 2
    assert told in done.err
    assert "a mistake in tgkt" not in done.err
