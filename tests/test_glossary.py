"""docs/glossary.md has a word for every value of the closed lists, and one line for each idea."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum

import pytest
from cli.runner import ROOT

from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction, Path
from tgkt.facts.statement import Status
from tgkt.results.computed import Outcome
from tgkt.results.status import Grade, StandingKind
from tgkt.series.certainty import Rest

PAGE = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
LINES = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| ")]
LISTS = (Direction, Comparator, Status, Path, Grade, StandingKind, Rest, Outcome)


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_every_word_of_a_closed_list_is_explained(words: type[StrEnum]) -> None:
    """As the data and machine formats write it, with the Vietnamese beside."""
    assert [word for word in words if f"`{word}`" not in PAGE] == []


def test_every_word_has_its_vietnamese() -> None:
    """As many words on one side as on the other, in the closed lists."""
    lists = [line for line in LINES if "`" in line[-2] and line[-1]]
    uneven = [line for line in lists if line[-2].count("`") // 2 != len(re.split(r", ", line[-1]))]
    assert len(lists) > 10
    assert uneven == []


def test_an_idea_has_one_line() -> None:
    """No word is explained twice."""
    ideas = re.findall(r"^\| ([a-z][^|]*) \|", PAGE.partition("## Closed lists")[0], re.MULTILINE)
    words = Counter(word for idea in ideas for word in idea.split(", "))
    assert len(words) > 50
    assert [word for word, times in words.items() if times > 1] == []
