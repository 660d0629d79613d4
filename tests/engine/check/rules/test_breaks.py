"""Declared breaks of a series."""

from __future__ import annotations

from dataclasses import replace

from builders import HERE

from tgkt.engine.check.rules.breaks import breaks
from tgkt.facts.catalogue import Break, Severity
from tgkt.facts.indicator import Words
from tgkt.series.series import Knowledge

from ..world import world


def test_a_break_names_the_areas_that_have_figures() -> None:
    """It rests on no figure of its own, so no identity can take its place."""
    declared = Break("standard", "share", Words("chuẩn mới", "a new standard"), Severity.HIGH, HERE)
    known = world("share south 2025 = 55 (report, p. 1)", "share merged 2025 = 71 (report, p. 2)")
    (found,) = breaks(Knowledge(replace(known.catalogue, breaks=(declared,))))
    assert (found.id, found.kind, found.severity) == ("series.standard", "series", Severity.HIGH)
    assert found.indicators == (("share", "merged"), ("share", "south"))
    assert found.statements == ()
