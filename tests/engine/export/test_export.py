"""The rows of all plans, with the keys of their figures."""

from __future__ import annotations

from shipped import shipped

from tgkt.engine.export.export import export
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

KNOWLEDGE = Knowledge(shipped(), Clock(2025))
FOUND = export(KNOWLEDGE)


def test_rows_name_their_figures() -> None:
    found = {each.key: each.statement for each in FOUND.stated}
    for line in FOUND.lines:
        row = line.row
        named = (line.target, line.baseline, line.last_term, line.result)
        assert [found[key] if key else None for key in named] == [row.target, row.baseline, row.last_term, row.result]
