"""Row numbers that a document leaves out."""

from __future__ import annotations

from dataclasses import replace

from tgkt.engine.check.rules.omissions import omissions
from tgkt.facts.indicator import Words
from tgkt.facts.plan import Omission
from tgkt.series.series import Knowledge

from ..world import world


def test_every_number_left_out_is_a_finding() -> None:
    """With the note of the data as its sentence."""
    catalogue = world().catalogue
    assert list(omissions(Knowledge(catalogue))) == []
    note = Words("không có dòng 54", "there is no row 54")
    plan = catalogue.plans["targets"]._replace(omissions=(Omission("north", "54", note),))
    (found,) = omissions(Knowledge(replace(catalogue, plans={"targets": plan})))
    assert (found.id, found.kind, found.sentence) == ("gap.targets.north.54", "gap", note)
