"""The one file a folder begins with: it validates, in either language, for one area and for a merger."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tgkt.errors import UsageError
from tgkt.facts.catalogue import Catalogue
from tgkt.loading.begin import PLAN_FILE, beginning
from tgkt.loading.files import load_folder

MERGERS = [[], ["North", "South"], ["Bắc Kạn", "Thái Nguyên", "Cao Bằng"], [f"Commune {n}" for n in range(1, 8)]]


def begun(folder: Path, lang: str, areas: list[str]) -> Catalogue:
    """The catalogue of a folder that has just been begun."""
    (folder / PLAN_FILE).write_text(beginning(folder, lang, areas), encoding="utf-8")
    return load_folder(folder)


@pytest.mark.parametrize("areas", MERGERS, ids=lambda areas: f"{len(areas) or 1} areas")
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_beginning_validates(tmp_path: Path, home: Path, lang: str, areas: list[str]) -> None:
    """Four targets of four kinds, with figures, and with parts where one area was merged from others."""
    found = begun(tmp_path, lang, areas)
    plan = found.plan_in_force()
    assert plan is not None
    assert [(row.code, row.target is not None) for row in plan.rows] == [(str(n), True) for n in (1, 2, 3, 4)]
    assert len(found.areas) == len(areas) + 1
    assert [area.title.en for area in found.areas.values() if not area.constituents] == (areas or [plan_area(found)])
    assert found.observations != ()


def plan_area(found: Catalogue) -> str:
    """The name of the one area."""
    whole = found.whole_area()
    return whole.title.en if whole else ""


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_beginning_is_plain_yaml_with_short_lines(tmp_path: Path, lang: str) -> None:
    """It can be read by any tool and on any screen."""
    text = beginning(tmp_path, lang, ["A", "B"])
    assert list(yaml.safe_load(text))[:2] == ["language", "origin"]
    assert [line for line in text.splitlines() if len(line) > 120 and str(tmp_path) not in line] == []
    assert "$" not in text


@pytest.mark.parametrize(
    ("areas", "told"),
    [
        pytest.param(["Only"], "two or more", id="one part"),
        pytest.param(["Bắc", "Bac"], "'Bắc' makes no id of its own", id="two that make one id"),
        pytest.param(["Area", "B"], "'Area' makes no id of its own", id="the word for any area in formulas"),
    ],
)
def test_names_that_cannot_be_used(tmp_path: Path, areas: list[str], told: str) -> None:
    """The message says what to change."""
    with pytest.raises(UsageError, match=told):
        beginning(tmp_path, "en", areas)
