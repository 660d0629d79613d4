"""The closed lists of a panel's rows are those that its statement writes."""

from __future__ import annotations

import re

from cli.runner import ROOT

from tgkt.report.fields.panel import REASONS, VALUE_REASONS
from tgkt.report.handout import picture_words
from tgkt.results.status import Grade, StandingKind

PANEL = ROOT / "tgkt" / "panel"
STATES = "|".join((*Grade, *StandingKind))


def test_reasons_are_those_of_the_statement() -> None:
    """As they stand in its text behind a verdict or standing, those of refused targets, and grades themselves."""
    texts = {file.name: file.read_text(encoding="utf-8") for file in PANEL.glob("*.py")}
    codes = {code for text in texts.values() for code in re.findall(rf"'(?:{STATES}) ([a-z_]+)'", text)}
    refused = texts["target.py"].partition("def _refused")[2].partition("def ")[0]
    codes |= {*re.findall(r'"([a-z]+_[a-z]+|structure)"', refused)} | {"not_met", "met", "exceeded"}
    assert set(REASONS) == codes - {"deadline_ahead"}


def test_reasons_of_values_are_those_that_have_words() -> None:
    """Each code of a parent without a figure of its own, and no other."""
    assert set(VALUE_REASONS) == {*picture_words.VALUE_REASONS}
