"""One question to the panel, from files to an answer on disk; what it found is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from tgkt.errors import DataError, UnitError, UsageError
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Plan
from tgkt.facts.units import parse_unit
from tgkt.message import Message
from tgkt.notes import note, step
from tgkt.panel.answer import answer, by_parent
from tgkt.panel.areas import read_areas
from tgkt.panel.base import Base, File
from tgkt.panel.blends import Blending, blendings, types
from tgkt.panel.figures import Profile, limits_table, make_tables, profile, scale_of, text_of, told
from tgkt.panel.mistakes import FIRST, check_figures, check_raw
from tgkt.panel.select import literal
from tgkt.panel.source import Shape, read_files
from tgkt.panel.statement import statement
from tgkt.panel.target import Measure, Target, measure_of, measures, same_in_all, targets_of
from tgkt.record import NamedTuple


class Wanted(NamedTuple):
    """What is asked of the panel.

    Attributes:
        files: the files of figures.
        names: what columns are called in the files.
        areas: the file of areas; None where every name is an area.
        as_of: the last year whose figures are known; the newest unless given.
        weigh_by: the indicator that weighs areas in their parents; the plan's unless given.
        least_weight: what an area must weigh to be named among the worst.
    """

    files: tuple[File, ...]
    names: Mapping[str, str]
    areas: File | None = None
    as_of: int | None = None
    weigh_by: str | None = None
    least_weight: Decimal | None = None


def run(base: Base, wanted: Wanted, plan: Plan, catalogue: Catalogue, *, is_read_once: bool = False) -> None:
    """Judge every pair; the rows of the answer are then the view `panel`.

    Args:
        base: the database.
        wanted: what is asked of the panel.
        plan: the plan.
        catalogue: the data that it is part of.
        is_read_once: whether `panel` is read once and nothing else is; answers are then kept nowhere in between.

    Raises:
        UsageError: the plan has no targets.
        DataError: with every mistake in the figures.
    """
    targets = targets_of(plan, catalogue)
    if not targets:
        raise UsageError("the plan '{plan}' has no targets", plan=plan.id)
    blends = blendings(catalogue.indicators, wanted.weigh_by)
    step(Message("reading the figures…"), base.share)
    shape = read_files(base, wanted.files, wanted.names)
    check_raw(base, shape, wanted.names)
    units = _measures(base, shape, catalogue)
    seen = profile(base, shape)
    as_of = wanted.as_of if wanted.as_of is not None else seen.newest
    if as_of is None:
        raise DataError([Message("{file}: there are no figures", file=wanted.files[0])])
    scale = scale_of(targets, units, seen, has_steps=not shape.is_exact)
    make_tables(base, shape, scale, targets, units)
    limits_table(base, catalogue.indicators, scale)
    areas = read_areas(base, wanted.areas)
    if wanted.least_weight is not None and not base.rows("SELECT COUNT(weight) FROM areas")[0][0]:
        raise UsageError("--min-weight needs the weights of areas. Add a column weight to the file of --areas")
    check_figures(base, shape, wanted.names, catalogue, scale, areas)
    step(Message("judging the figures…"), base.share)
    forms = {each.form if each.refused is None else "refused" for each in targets}
    has_rise = any(each.is_rise and each.form == "average" for each in targets)
    text = statement(scale, as_of, forms, has_words=shape.has_words, has_rise=has_rise, fixed=same_in_all(targets))
    if not is_read_once:
        base.run(f"CREATE TABLE answers AS {text}")
    base.table("units", [(each.id, each.unit.text) for each in catalogue.indicators.values()], ("indicator", "unit"), ("VARCHAR", "VARCHAR"))  # fmt: skip
    within = f"WITH answers AS (\n{text}\n)\n" if is_read_once else ""
    rows = answer(scale, _decimals(seen, units), has_areas=areas is not None)
    base.run(f"CREATE VIEW panel AS {within}{rows}")
    if areas is not None:
        base.table("blendings", blends, Blending._fields, types(scale.decimal))
        base.run(
            f"CREATE VIEW parents AS {by_parent(scale, as_of, len(areas), int(plan.baseline), wanted.least_weight)}"
        )
    _tell(base, shape, targets)
    _tell_weights(blends, targets, wanted.weigh_by)


def _decimals(seen: Profile, units: Sequence[Measure]) -> int:
    return seen.decimals + max((max(0, -int(each.times.normalize().as_tuple().exponent)) for each in units), default=0)


def _measures(base: Base, shape: Shape, catalogue: Catalogue) -> list[Measure]:
    """The indicators' own units, and those that the figures are given in; one of another kind is left out."""
    found = measures(catalogue.indicators.values())
    if "unit" not in shape.columns:
        return found
    pairs = base.rows(f"SELECT DISTINCT {text_of('indicator')}, {text_of('unit')} FROM raw WHERE {told(shape)}")
    for indicator, text in pairs:
        if text and indicator in catalogue.indicators:
            try:
                found.append(measure_of(catalogue.indicators[indicator], parse_unit(text, catalogue.own_units), text))
            except UnitError:
                continue
    return found


def _tell(base: Base, shape: Shape, targets: Sequence[Target]) -> None:
    """Notes on what the answer does not say."""
    if shape.is_exact:
        note(Message("the figures count as exact: their files do not say how many digits were printed. A column 'decimals' would"))  # fmt: skip
    aimed = {each.indicator for each in targets}
    others = [row[0] for row in base.rows("SELECT DISTINCT indicator FROM figures ORDER BY 1") if row[0] not in aimed]
    if others:
        told_ = ", ".join(others[:FIRST]) + (", …" if len(others) > FIRST else "")
        note(Message.counted(len(others), "{count} indicator has no target in the plan and no rows here: {names}", "{count} indicators have no target in the plan and no rows here: {names}", names=told_))  # fmt: skip


def _tell_weights(blends: Sequence[Blending], targets: Sequence[Target], weigh_by: str | None) -> None:
    """A note on blends that are not the plan's."""
    aimed = {each.indicator for each in targets}
    if changed := [each.indicator for each in blends if each.is_given and each.indicator in aimed]:
        told_ = ", ".join(changed[:FIRST]) + (", …" if len(changed) > FIRST else "")
        note(Message.counted(len(changed), "{count} indicator is weighed by {weight}, not as the plan declares: {names}", "{count} indicators are weighed by {weight}, not as the plan declares: {names}", weight=weigh_by, names=told_))  # fmt: skip


def any_in(base: Base, states: Sequence[str]) -> bool:
    """Whether any pair is in one of these states."""
    listed = ", ".join(literal(str(each)) for each in states)
    uncertain = " OR certain = FALSE" if "uncertain" in states else ""
    found = base.rows(f"SELECT COUNT(*) FROM panel WHERE verdict IN ({listed}) OR standing IN ({listed}){uncertain}")
    return bool(found[0][0])


def first_rows(base: Base, view: str, count: int) -> tuple[list[str], list[tuple[Any, ...]], int]:
    """The columns, the first rows and the number of all rows of a view."""
    rows = base.rows(f"SELECT * FROM {view} LIMIT {count + 1}")
    total = len(rows) if len(rows) <= count else base.rows(f"SELECT COUNT(*) FROM {view}")[0][0]
    return list(base.columns(view)), rows[:count], total
