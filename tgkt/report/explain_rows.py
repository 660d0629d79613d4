"""All that is known of an indicator as rows; `tgkt.report.fields.explain` has their fields."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.facts.indicator import Blend
from tgkt.report.blend_rows import merge_row
from tgkt.report.breaks import break_rows, ids
from tgkt.report.check_rows import finding_row
from tgkt.report.machine.digits import highest, lowest, number_of
from tgkt.report.machine.tongues import Tongues
from tgkt.report.machine.values import Values, key_of, numbered, range_values
from tgkt.report.status.rows import status_row
from tgkt.results.explain import Account, Entry, Explanation


def explain_head(found: Explanation, tongues: Tongues) -> Values:
    """What holds for the indicator as a whole."""
    indicator = found.indicator
    return {
        "id": indicator.id,
        **tongues.told("title", indicator.title),
        "section": indicator.section,
        **tongues.units("unit", indicator.unit),
        "kind": indicator.kind,
        "direction": indicator.direction,
        "path": indicator.path,
        "price": indicator.price,
        "blend": _blend(indicator.blend, tongues),
        "inferred": list(indicator.inferred),
        "declared": str(indicator.source),
        "assessments": [status_row(each, tongues) for each in found.assessments],
        "attempts": [attempt for each in found.accounts for attempt in _attempt_rows(each, tongues)],
        "blends": [merge_row(each, tongues) for each in found.merges],
        "in_year": _entry_rows(found.in_year, tongues),
        "reprints": _entry_rows(found.reprints, tongues),
        "findings": [finding_row(each, tongues) for each in found.findings],
        "breaks": [
            {**row, "declared": str(each.source)}
            for row, each in zip(break_rows([found.breaks], tongues), found.breaks, strict=True)
        ],
    }


def explain_rows(found: Explanation, tongues: Tongues) -> list[Values]:
    """Every printed figure of a year or a term, one row each."""
    return _entry_rows(found.entries, tongues)


def _blend(blend: Blend, tongues: Tongues) -> Values:
    return {**blend._asdict(), **tongues.told("assumes", blend.assumes)}


def _entry_rows(entries: Sequence[Entry], tongues: Tongues) -> list[Values]:
    """Printed figures, one row each; those that share all that names a figure are numbered."""
    keys = numbered(_key(each) for each in entries)
    return [{"key": key, **_entry_row(each, tongues)} for key, each in zip(keys, entries, strict=True)]


def _key(entry: Entry) -> str:
    s = entry.statement
    return f"{s.area}/{s.indicator}/{s.period}/{s.timing}/{s.origin}{'/reprint' if s.reprint else ''}"


def _entry_row(entry: Entry, tongues: Tongues) -> Values:
    s = entry.statement
    return {
        "id": s.indicator,
        "area": s.area,
        "period": str(s.period),
        "timing": s.timing,
        "comparator": s.comparator,
        "value": number_of(s.figure),
        "low": lowest(entry.low),
        "high": highest(entry.high),
        **range_values(s, ""),
        "unit": tongues.unit(s.unit),
        "relative_to": s.relative_to,
        "status": s.status,
        "taken_as": entry.status,
        "role": entry.role,
        "ambition": s.ambition,
        "is_index": s.is_index,
        "printed": s.printed,
        "origin": s.origin,
        "locator": s.locator,
        **tongues.told("note", s.note),
        "breaks": ids(entry.breaks),
        "declared": str(s.source),
    }


def _attempt_rows(account: Account, tongues: Tongues) -> list[Values]:
    """Every way to the derived figure that a row starts from, those that count first."""
    return [
        {
            "key": key_of(account.assessment.row) if account.assessment else None,
            "area": account.area,
            "how": each.how,
            "formula": each.formula,
            "low": lowest(each.low),
            "high": highest(each.high),
            "unit": tongues.unit(each.unit),
            **tongues.told_texts("assumes", each.assumes),
        }
        for each in account.ways
    ]
