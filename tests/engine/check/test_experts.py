"""The sentence of an expert is shown while its figures are those that count."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tgkt.engine.check.audit import audit
from tgkt.engine.check.identities import check_identity
from tgkt.facts.indicator import Words
from tgkt.facts.statement import Statement
from tgkt.loading.base import begin_on
from tgkt.loading.files import data_files, load_folder, shipped_data
from tgkt.report.words import in_words
from tgkt.results.check import Finding
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge
from tgkt.source import Source

from .world import declared, told, world

SAYS = Words("71,0% và 65,0% chỉ cùng đúng nếu …", "71.0 % and 65.0 % both hold only if …")
PLAN = ("share merged 2025 = 71.0 (report, a)", "share north 2025 = 65.0 (report, b)")


def finding(*later: str, says: Words = SAYS, folder: str = "mine", **clock: Any) -> Finding:
    """The relation between two figures of the folder "plan", with later figures in another folder that builds on it."""
    figures = [_in("plan", line, place) for place, line in enumerate(PLAN, 1)]
    added = [_in(folder, line, place) for place, line in enumerate(later, 11)]
    known = world(*figures, *added)
    catalogue = replace(known.catalogue, folders=("plan", "mine"))
    one = declared("share[merged, 2025] == share[north, 2025]", says=says, source=Source("plan/identities.yaml", 1, 1))
    return check_identity(one, Knowledge(catalogue, known.clock._replace(**clock)))


def _in(folder: str, line: str, place: int) -> Statement:
    return told(line, place, source=Source(f"{folder}/figures.yaml", place, 1))


CASES: dict[str, tuple[tuple[str, ...], dict[str, Any], bool]] = {
    "nothing is added": ((), {}, True),
    "a later folder has figures of other years": (("share merged 2026 = 80.0 (review, a)",), {}, True),
    "a later folder prints the same figure": (("share merged 2025 = 71.0 (yearbook, a) official",), {}, True),
    "a later folder has another figure that counts": (("share merged 2025 = 72.4 (yearbook, a) official",), {}, False),
    "a later folder has another figure that does not count": (("share merged 2025 = 72.4 (press, a)",), {}, True),
    "a later folder prints the same with other digits": (
        ("share merged 2025 = 71.00 (yearbook, a) official",),
        {},
        False,
    ),
    "a new figure of the same folder replaces the one it quotes": (
        ("share merged 2025 = 72.4 (yearbook, a) official",),
        {"folder": "plan"},
        False,
    ),
    "the sentence of that folder quotes the new figure": (
        ("share merged 2025 = 72.4 (yearbook, a) official",),
        {"folder": "plan", "says": Words("72,4% và 65,0% …", "72.4 % and 65.0 % …")},
        True,
    ),
    "the sentence of that folder quotes both": (
        ("share merged 2025 = 72.4 (yearbook, a) official",),
        {"folder": "plan", "says": Words("72,4% (trước là 71,0%) và 65,0% …", "72.4 % (71.0 % before) …")},
        True,
    ),
    "seen from a date before a figure of its folder was known": (
        ("share merged 2025 = 72.4 (yearbook, a) official",),
        {"folder": "plan", "says": Words("72,4% và 65,0% …", "72.4 % and 65.0 % …"), "known_by": "2026-06"},
        False,
    ),
}


@pytest.mark.parametrize(("later", "how", "is_shown"), CASES.values(), ids=CASES)
def test_a_sentence_is_shown_while_its_figures_count(
    later: tuple[str, ...], how: dict[str, Any], is_shown: bool
) -> None:
    """Otherwise the sentence is computed from the figures that count now."""
    found = finding(*later, **how)
    assert found.outcome == "inconsistent"
    assert (found.sentence == how.get("says", SAYS)) is is_shown
    if not is_shown:
        assert "hold together only if one of them differs" in in_words(found.sentence, "en")


def test_a_computed_sentence_has_the_figures_that_count() -> None:
    """With their places, in place of those that an expert quoted."""
    found = finding("share merged 2025 = 72.4 (yearbook, a) official")
    assert in_words(found.sentence, "en") == (
        "“72.4” (the yearbook, a) and “65.0” (the report, b) hold together only if one of them differs: by the rest, "
        "Share of 2025 is 64.95 - 65.05 %."
    )


def test_a_figure_that_cannot_be_seen_needs_no_expert() -> None:
    """What an expert says of two figures says nothing of one."""
    found = finding(known_by="2025")
    assert (found.outcome, in_words(found.sentence, "en")) == (
        "not_computable",
        "A figure that is needed is not printed.",
    )


def test_every_shipped_sentence_is_shown() -> None:
    """None of them quotes a figure that does not count."""
    catalogue = load_folder(shipped_data())
    written = {each.id: each.says for each in catalogue.identities if each.says}
    shown = {each.id: each.sentence for each in audit(Knowledge(catalogue)) if each.id in written}
    assert {id: says for id, says in shown.items() if says != written[id]} == {}


def test_a_folder_on_the_shipped_plan_is_told_what_its_own_figures_make(tmp_path: Path) -> None:
    """A statistics office prints other figures for 2025, and the expert's sentence about the plan's gives way."""
    begin_on(tmp_path / "mine", "tgkt:thai_nguyen", data_files(shipped_data()))
    (tmp_path / "mine" / "later.yaml").write_text(
        "origins: {yearbook: {title: Niên giám 2026, issuer: statistics, date: 2027-06, language: vi}}\n"
        "observations: [{origin: yearbook, locator: bảng 1, area: merged, period: 2025, figures: "
        '[{indicator: grdp, value: 215.4, unit: nghìn tỷ đồng, printed: "215,4 nghìn tỷ đồng"}]}]\n',
        encoding="utf-8",
    )
    found = {each.id: each for each in audit(Knowledge(load_folder(tmp_path / "mine"), Clock(2026)))}
    changed, kept = found["target_grdp_per_head_growth"], found["target_grdp_per_head"]
    assert "215,4" in in_words(changed.sentence, "en")
    assert "times 1.78" not in in_words(changed.sentence, "en")
    assert isinstance(kept.sentence, Words)
