"""Changes as flat rows; `tgkt.report.fields.diff` has their fields."""

from __future__ import annotations

from collections import Counter

from tgkt.facts.statement import Statement
from tgkt.report.machine.digits import ends_of, highest, lowest, number_of
from tgkt.report.machine.tongues import Tongues
from tgkt.report.machine.values import Values, amount_values, reason_values
from tgkt.results.computed import Computed
from tgkt.results.diff import About, Change, Compared, Diff, Kind, Version
from tgkt.series.printed import Clock


def diff_head(found: Diff, compared: Compared, old: Clock, new: Clock) -> Values:
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
        "counts": {f"{about}_{kind}": counts[about, kind] for about in About for kind in Kind},
    }


def diff_row(change: Change, tongues: Tongues) -> Values:
    """Every field of a change; a number's unit stands beside it.

    Of a figure `before` and `after` are what is printed, of a target what it promises, of a standing the figure that
    decides it.
    """
    own, indicator = change.own, change.indicator
    before, after = (
        _version(*each, change.about, tongues) for each in ((change.before, "before"), (change.after, "after"))
    )
    return {
        "key": change.key,
        "about": change.about,
        "change": change.kind,
        "id": indicator.id,
        **tongues.told("title", indicator.title),
        "section": indicator.section,
        "area": change.area,
        "plan": own.row.plan if own.row else None,
        "code": own.row.code if own.row else None,
        "period": str(own.statement.period) if own.statement else None,
        "timing": own.statement.timing if own.statement else None,
        "of": own.statement.relative_to if own.statement else None,
        **before,
        **after,
    }


def _version(version: Version | None, name: str, about: About, tongues: Tongues) -> Values:
    """One of the two states; all fields of one that is missing are empty."""
    told = version or Version()
    stated = None if about is About.STANDING else told.statement
    shown = stated or (told.amount.statement if told.amount else None)
    fields = amount_values(told.amount, name, tongues)
    if about is About.TARGET:
        fields = amount_values(None, name, tongues) | _promised(told.statement, name, tongues)
    elif told.amount is None and stated is not None:
        fields |= _in_words(stated, name)
    return {
        **fields,
        f"{name}_origin": shown.origin if shown else None,
        f"{name}_locator": shown.locator if shown else None,
        f"{name}_role": told.role,
        f"{name}_plan": told.row.plan if told.row else None,
        f"{name}_code": told.row.code if told.row else None,
        **_target(told, name, tongues),
        f"{name}_state": told.state,
        f"{name}_certain": told.certain,
        **reason_values(f"{name}_", told.reason),
    }


def _promised(target: Statement | None, name: str, tongues: Tongues) -> Values:
    """What a target prints; its ends are those of its words."""
    if target is None:
        return {}
    if target.figure is None:
        return _in_words(target, name)
    region = target.figure.region()
    return _in_words(target, name) | {
        name: number_of(target.figure),
        f"{name}_low": lowest(region.low),
        f"{name}_high": highest(region.high),
        f"{name}_unit": tongues.unit(target.unit),
    }


def _in_words(stated: Statement, name: str) -> Values:
    return {
        f"{name}_period": str(stated.period),
        f"{name}_comparator": stated.comparator,
        f"{name}_printed": stated.printed,
    }


def _target(told: Version, name: str, tongues: Tongues) -> Values:
    """The values a line allows, in its own unit: of a multiple as a level."""
    level: Computed | None = told.level
    return {
        **ends_of(level, f"{name}_target"),
        f"{name}_target_unit": tongues.unit(level.unit) if level else None,
    }
