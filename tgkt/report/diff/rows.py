"""Changes as flat rows: the shape that JSON, CSV and every script sees."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tgkt.facts.statement import Statement
from tgkt.report.status.rows import amount_fields, ends_fields, meant, number_of
from tgkt.report.words import sentence
from tgkt.results.computed import Computed
from tgkt.results.diff import About, Change, Compared, Diff, Version
from tgkt.series.printed import Clock

DIFF_SCHEMA = "tgkt/diff/1"


def diff_head(found: Diff, compared: Compared, old: Clock, new: Clock) -> dict[str, Any]:
    """What holds for all changes: the two states, and how many changes there are of each sort."""
    counts = Counter((each.about, each.kind) for each in found.changes)
    return {
        "by": compared.by,
        "old": compared.old,
        "new": compared.new,
        "old_as_of": old.as_of,
        "new_as_of": new.as_of,
        "old_known_by": old.known_by,
        "new_known_by": new.known_by,
        "counts": {f"{about}_{kind}": counts[about, kind] for about, kind in sorted(counts)},
    }


def diff_row(change: Change) -> dict[str, Any]:
    """Every field of a change, in a fixed order; a number's unit stands beside it.

    Of a figure `before` and `after` are what is printed, of a target what it promises, of a standing the figure that
    decides it.
    """
    own, indicator = change.own, change.indicator
    values = (
        change.key,
        change.about,
        change.kind,
        indicator.id,
        indicator.title.vi,
        indicator.title.en,
        indicator.section,
        change.area,
        own.row.plan if own.row else None,
        own.row.code if own.row else None,
        str(own.statement.period) if own.statement else None,
        own.statement.timing if own.statement else None,
        own.statement.relative_to if own.statement else None,
    )
    before, after = (_version(*each, change.about) for each in ((change.before, "before"), (change.after, "after")))
    return {**dict(zip(_HEAD, values, strict=True)), **before, **after}


def diff_columns() -> list[str]:
    """The names of the fields, where there is no row to take them from."""
    return [*_HEAD, *(field for name in ("before", "after") for field in _version(None, name, About.FIGURE))]


_HEAD = (
    "key",
    "about",
    "change",
    "id",
    "title",
    "title_en",
    "section",
    "area",
    "plan",
    "code",
    "period",
    "timing",
    "of",
)


def _version(version: Version | None, name: str, about: About) -> dict[str, Any]:
    """One of the two states; all fields of one that is missing are empty."""
    told = version or Version()
    stated = None if about is About.STANDING else told.statement
    shown = stated or (told.amount.statement if told.amount else None)
    fields = amount_fields(told.amount, name)
    if about is About.TARGET:
        fields = amount_fields(None, name) | _promised(told.statement, name)
    elif told.amount is None and stated is not None:
        fields |= _in_words(stated, name)
    return {
        **fields,
        f"{name}_origin": shown.origin if shown else None,
        f"{name}_locator": shown.locator if shown else None,
        f"{name}_role": told.role,
        f"{name}_plan": told.row.plan if told.row else None,
        f"{name}_code": told.row.code if told.row else None,
        **_target(told, name),
        f"{name}_state": told.state,
        f"{name}_certain": told.certain,
        f"{name}_reason": told.reason.code if told.reason else None,
        f"{name}_why": sentence(told.reason, "en") if told.reason else None,
    }


def _promised(target: Statement | None, name: str) -> dict[str, Any]:
    """What a target prints; its ends are those of its words."""
    if target is None:
        return {}
    if target.figure is None:
        return _in_words(target, name)
    region = target.figure.region()
    return _in_words(target, name) | {
        name: number_of(target.figure),
        f"{name}_low": meant(region.low),
        f"{name}_high": meant(region.high),
        f"{name}_unit": target.unit.text,
    }


def _in_words(stated: Statement, name: str) -> dict[str, Any]:
    return {
        f"{name}_period": str(stated.period),
        f"{name}_comparator": stated.comparator,
        f"{name}_printed": stated.printed,
    }


def _target(told: Version, name: str) -> dict[str, Any]:
    """The values a line allows, in its own unit: of a multiple as a level."""
    level: Computed | None = told.level
    return {
        **ends_fields(level, f"{name}_target"),
        f"{name}_target_unit": level.unit.text if level else None,
    }
