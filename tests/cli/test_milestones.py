"""Milestones from outside: imported as yes or no, and shown as that with year and document in every command."""

from __future__ import annotations

from pathlib import Path

import pytest
from loading.mini import INDICATORS, planned, row, write_files

from .runner import Tgkt

DECLARED = INDICATORS.replace(
    "observations:",
    """\
  finished:
    section: society
    title: {vi: "Hoàn thành quy hoạch", en: "Plans finished"}
    unit: mốc
    kind: milestone
    direction: increase
    path: step
observations:""",
)
ROW = row("1", 'target: {period: 2030, comparator: milestone, printed: "hoàn thành"}')
YEARS = (("2026", "no", "Report A"), ("2027", "yes", "Report B"))


@pytest.fixture(scope="module")
def place(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a milestone was not reached in 2026, and was in 2027."""
    folder = write_files(
        tmp_path_factory.mktemp("milestone") / "data", indicators=DECLARED, plan=planned(ROW, indicator="finished")
    )
    for year, answer, title in YEARS:
        table = folder.parent / f"{year}.csv"
        table.write_text(f"indicator,period,value\nfinished,{year},{answer}\n", encoding="utf-8")
        said = ("--origin", title, "--date", f"{year}-12-20")
        done = tgkt.fresh("import", str(table), "--data", str(folder), *said)
        assert done.code == 0, done.err
    return folder


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        pytest.param(
            "en", ("✓ yes (2027)", "✗ no (2026)", "2027: ✓ yes (Report B) · 2026: ✗ no (Report A)"), id="English"
        ),
        pytest.param(
            "vi", ("✓ có (2027)", "✗ không (2026)", "2027: ✓ có (Report B) · 2026: ✗ không (Report A)"), id="Vietnamese"
        ),
    ],
)
def test_an_answer_is_shown_with_its_year_and_document(
    tgkt: Tgkt, place: Path, lang: str, told: tuple[str, str, str]
) -> None:
    """In status, diff and explain; "(in words)" is only the target."""
    known = ("--data", str(place), "--lang", lang)
    now, before, years = told
    assert now in tgkt("status", *known, COLUMNS="160").out
    assert before in tgkt("status", "--as-of", "2026", *known, COLUMNS="160").out
    assert years in tgkt("explain", "finished", *known, COLUMNS="160").out
    changed = tgkt("diff", "2026", "2027", *known, COLUMNS="200").out
    assert [each for each in (now, before) if each not in changed] == []
    assert now.split(" (")[0] in tgkt("explain", "finished", "--all", *known, COLUMNS="200").out


@pytest.mark.parametrize(
    ("year", "kind", "why"),
    [
        pytest.param("2026", "open", "no in 2026 (Report A)", id="not reached yet: open"),
        pytest.param("2027", "already_met", "yes in 2027 (Report B)", id="reached"),
    ],
)
def test_the_standing_says_what_it_rests_on(tgkt: Tgkt, place: Path, year: str, kind: str, why: str) -> None:
    """The answer with its year and document."""
    (found,) = tgkt("status", "--as-of", year, "--data", str(place), "-f", "json").json["rows"]
    assert (found["standing"], found["standing_why"]) == (kind, why)


def test_what_an_import_changes_shows_the_answers(tgkt: Tgkt, place: Path) -> None:
    """Before it is written, in the table of figures and in that of standings."""
    table = place.parent / "later.csv"
    table.write_text("indicator,period,value\nfinished,2028,no\n", encoding="utf-8")
    said = ("--origin", "Report C", "--date", "2028-12-20", "--dry-run")
    done = tgkt.fresh("import", str(table), "--data", str(place), *said)
    shown = " ".join(done.out.split())
    assert "✓ yes (2027) ✗ no (2028)" in shown
    assert "(in words) (" not in shown
