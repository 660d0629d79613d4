"""Rows with the findings of the audit that touch them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tgkt.facts.statement import Statement
from tgkt.results.status import Assessment
from tgkt.source import Source


def mark(items: Iterable[Assessment], marks: Mapping[Source, Mapping[str, str]]) -> list[Assessment]:
    """The rows, each with the findings of the audit that involve one of its figures."""
    marked = []
    for item in items:
        ids = [id for source in _sources(item) for id in marks.get(source, {})]
        marked.append(item._replace(findings=tuple(dict.fromkeys(ids))) if ids else item)
    return marked


def _sources(item: Assessment) -> list[Source]:
    row = item.row
    stated: list[Statement | None] = [row.target, row.baseline, row.last_term, row.result]
    stated += [each.statement for each in (item.baseline, item.current, item.result) if each]
    return list(dict.fromkeys(each.source for each in stated if each))
