"""Every answer of status, check and explain begins on the first screen, of 24 lines."""

from __future__ import annotations

import pytest

from tgkt.report.width import width_of

from .runner import Tgkt

LINES = 23  # and one for the shell
each_width = pytest.mark.parametrize("width", [80, 100, 160])
each_language = pytest.mark.parametrize("lang", ["en", "vi"])


def first(tgkt: Tgkt, *args: str, lang: str, width: int) -> list[str]:
    """What is seen without scrolling."""
    lines = tgkt.screen(*args, "--lang", lang, width=width, NO_COLOR="1").splitlines()
    assert [line for line in lines if width_of(line) > width] == []
    return lines[:LINES]


@each_language
@each_width
@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((), "1.1"),
        (("--plan", "results_2020_2025"), "1"),
        (("--attention",), "6"),
        (("3",), "3"),
        (("--section", "environment"), "28"),
    ],
)
def test_status_shows_its_first_rows(tgkt: Tgkt, args: tuple[str, ...], code: str, width: int, lang: str) -> None:
    """After the counts, the row that comes first."""
    lines = first(tgkt, "status", *args, lang=lang, width=width)
    assert [line for line in lines if line.split()[:1] == [code]]


@each_language
@each_width
@pytest.mark.parametrize("what", ["3", "11.1", "23.1", "26.2", "population"])
def test_explain_shows_target_start_and_standing(tgkt: Tgkt, what: str, width: int, lang: str) -> None:
    """What most people ask for."""
    text = "\n".join(first(tgkt, "explain", what, lang=lang, width=width))
    labels = {"en": ("Target ", "Starts at ", "Standing "), "vi": ("Mục tiêu ", "Mốc xuất phát ", "Tình trạng ")}
    assert [label for label in labels[lang] if f"\n{label}" not in text] == []


@each_language
@each_width
@pytest.mark.parametrize("args", [(), ("1.1",), ("--severity", "high")])
def test_check_shows_what_to_look_at_first(tgkt: Tgkt, args: tuple[str, ...], width: int, lang: str) -> None:
    """The counts and the first findings, before the whole list begins."""
    lines = first(tgkt, "check", *args, lang=lang, width=width)
    assert sum("  tgkt check " in line or " tgkt check " in line for line in lines) >= 3
    assert any(line.startswith(("✗ does not follow", "✗ không khớp")) for line in lines[:5])
