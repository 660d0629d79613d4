"""The tables of `tgkt diff`: how many changes there are, then figures, targets and standings with both states."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from tgkt.facts.catalogue import Area, Catalogue
from tgkt.facts.indicator import Words
from tgkt.facts.plan import Row
from tgkt.facts.statement import Origin
from tgkt.record import NamedTuple
from tgkt.report.amounts import is_wordy, known, shown, shown_cell, stated
from tgkt.report.numbers import ends, unit
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.diff import About, By, Change, Compared, Diff, Kind, Version


class Names(NamedTuple):
    """What areas, documents and plans are called, and changes that are called otherwise than always.

    Attributes:
        areas: by id.
        origins: by id.
        plans: their titles by id.
        kinds: other names for kinds of changes.
        is_written: whether what changed has changed; else it only would.
    """

    areas: Mapping[str, Area]
    origins: Mapping[str, Origin]
    plans: Mapping[str, Words]
    kinds: Mapping[Kind, str] = MappingProxyType({})
    is_written: bool = True


def names_of(*catalogues: Catalogue) -> Names:
    """What things are called in several catalogues, the first of them first."""
    turned = catalogues[::-1]
    return Names(
        {id: area for each in turned for id, area in each.areas.items()},
        {id: origin for each in turned for id, origin in each.origins.items()},
        {id: plan.title for each in turned for id, plan in each.plans.items()},
    )


def diff_tables(found: Diff, compared: Compared, names: Names, view: View) -> list[Table]:
    """How many changes there are of each sort, then each with both states."""
    names = names._replace(kinds=_OF_PLANS) if compared.by is By.PLAN else names
    return [_counts(found, compared, names, view.lang), *change_tables(found, names, view)]


_OF_PLANS = {Kind.ADDED: "only_second", Kind.GONE: "only_first"}
"""Between two plans nothing comes or goes: one of them says something and the other does not."""


def change_tables(found: Diff, names: Names, view: View) -> list[Table]:
    """Figures area by area, then plan by plan what changed in its targets and where its rows stand."""
    tables = []
    for about, make in ((About.FIGURE, _figures), (About.TARGET, _targets), (About.STANDING, _standings)):
        changes = found.about(about)
        plans: defaultdict[str, set[str]] = defaultdict(set)
        for each in changes:
            plans[_plan(each)].add(each.area)
        for (plan, area), group in groupby(changes, key=lambda each: (_plan(each), each.area)):
            within = [names.areas[area].title.within(view.lang)] if not plan or len(plans[plan]) > 1 else []
            within += [names.plans[plan].within(view.lang)] if plan else []
            title = f"{word(f'about_{about}', view.lang)}: {', '.join(within)}"
            told = title if names.is_written else word("would_change", view.lang).format(what=title)
            tables.append(make(told, list(group), names, view))
    return tables


def _plan(change: Change) -> str:
    """The plan of a line; none for a figure."""
    return change.own.row.plan if change.own.row else ""


def _counts(found: Diff, compared: Compared, names: Names, lang: str) -> Table:
    """Sorts of things by sorts of changes; only a line where nothing differs."""
    old = word(f"diff_{compared.by}", lang).format(name=compared.old)
    new = word("diff_all" if compared.new is None else f"diff_{compared.by}", lang).format(name=compared.new)
    if not found.changes:
        return Table(word("diff_same", lang).format(old=old, new=new), [Column("")])
    counts = Counter((each.about, each.kind) for each in found.changes)
    kinds = [kind for kind in Kind if any(each.kind is kind for each in found.changes)]
    heads = [Column(_kind(kind, names, lang).text, right=True) for kind in kinds]
    table = Table(f"{old} → {new}", [Column("", fold=True), *heads])
    for about in About:
        if found.about(about):
            cells = [str(counts[about, kind] or "") for kind in kinds]
            table.add(word(f"about_{about}", lang), *cells)
    return table


def _figures(title: str, changes: Sequence[Change], names: Names, view: View) -> Table:
    lang = view.lang
    table = _table(title, ["change", "indicator", "period", "before", "after", "role", "origin"], lang)
    for each in changes:
        own = each.own
        assert own.statement is not None
        origin = names.origins.get(own.statement.origin)
        table.add(
            _kind(each.kind, names, lang),
            _titled(each, lang),
            str(own.statement.period),
            _figure(each.before, each, lang),
            _figure(each.after, each, lang),
            word(f"role_{own.role}", lang) if own.role else "",
            origin.short.within(lang) if origin else own.statement.origin,
            of=each,
        )
    return table.without_empty()


def _targets(title: str, changes: Sequence[Change], names: Names, view: View) -> Table:
    """Both promises, on a terminal that is not wide one below the other."""
    lang, pair = view.lang, ["before", "after"] if view.is_wide else ["target_both"]
    table = _table(title, ["change", "code", "indicator", *pair], lang)
    for each in changes:
        versions = (each.before, each.after)
        before, after = (_promise(version, each.own.row, lang) for version in versions)
        if before == after:
            before, after = (_promise(version, each.own.row, lang, with_sense=True) for version in versions)
        cells = [
            Cell(told, is_quoted=version is not None and is_wordy(version.statement))
            for told, version in zip((before, after), versions, strict=True)
        ]
        if not view.is_wide:
            cells = [_both(cells) if each.before and each.after else cells[0] if before else cells[1]]
        table.add(_kind(each.kind, names, lang), _code(each), _titled(each, lang), *cells, of=each)
    return table.without_empty()


def _standings(title: str, changes: Sequence[Change], names: Names, view: View) -> Table:
    """Both figures and both standings, on a narrow terminal one below the other."""
    lang, pair = view.lang, ["figure_before", "figure_after"]
    states = ["standing_before", "standing_after"] if names.is_written else ["standing_now", "standing_would"]
    heads = ["code", "indicator", *pair, "target", *states]
    table = _table(title, ["code", "indicator", "figure_both", "target", "standing"] if view.is_narrow else heads, lang)
    for each in changes:
        before, after = each.before or Version(), each.after or Version()
        figures = [Cell(_newest(version, lang)) for version in (before, after)]
        stands = [_state(version, lang) for version in (before, after)]
        target = shown_cell(after.statement, after.row, lang) if after.row else ""
        if view.is_narrow:
            figures, stands = [_both(figures)], [_both(stands)]
        table.add(_code(each), _titled(each, lang), *figures, target, *stands, of=each)
    flips = (each for each in changes if any(side and side.certain is False for side in (each.before, each.after)))
    if (first := next(flips, None)) is not None:
        table.note = word("may_flip", lang).format(command=f"tgkt explain {first.indicator.id}")
    return table.without_empty()


def _both(cells: Sequence[Cell]) -> Cell:
    """Two states of something in one cell."""
    before, after = cells
    text = f"{before.text or '–'}\n{after.text or '–'}"
    return Cell(text, after.mood, is_quoted=before.is_quoted or after.is_quoted)


def _code(change: Change) -> str:
    """The number of a line, and of the line it is compared with where the two have other numbers."""
    codes = [each.row.code for each in (change.before, change.after) if each and each.row]
    return " → ".join(dict.fromkeys(codes))


def _titled(change: Change, lang: str) -> str:
    """What is measured, with the unit of its numbers."""
    row, indicator = change.own.row, change.indicator
    return f"{indicator.title.within(lang)} ({unit(row.unit if row else indicator.unit, lang)})"


def _kind(kind: Kind, names: Names, lang: str) -> Cell:
    if kind in names.kinds:
        return Cell(word(f"change_{names.kinds[kind]}", lang))
    return Cell(word(f"change_{kind}", lang), _MOODS.get(kind, ""))


_MOODS = {Kind.ADDED: "good", Kind.GONE: "bad", Kind.CORRECTED: "warn", Kind.REVISED: "warn"}


def _figure(version: Version | None, change: Change, lang: str) -> Cell:
    if version is None or version.statement is None:
        return Cell("")
    return Cell(stated(version.statement, change.indicator.unit, lang), is_quoted=is_wordy(version.statement))


def _promise(version: Version | None, row: Row | None, lang: str, *, with_sense: bool = False) -> str:
    """A target as printed, the level it stands for where it is relative, and its deadline.

    Args:
        version: the line that has the target.
        row: the line whose unit it has.
        lang: the language.
        with_sense: whether to say in which senses it may be meant.
    """
    if version is None or row is None or version.statement is None:
        return ""
    told, level = version.statement, version.level
    within = [str(told.period)]
    if told.relative_to is not None and level is not None:
        within.insert(0, ends(level.low, level.high, lang))
    if with_sense:
        within.append(" / ".join(word(f"timing_{each}", lang) for each in told.readings or (told.timing,)))
    return f"{shown(told, row, lang)} ({'; '.join(within)})"


def _newest(version: Version, lang: str) -> str:
    if version.amount is None and version.row is not None and version.answer is not None:
        return f"{shown(version.answer, version.row, lang)} ({version.answer.period})"
    if version.amount is None or version.row is None:
        return ""
    return f"{known(version.amount, version.row, lang)} ({version.amount.period})"


def _state(version: Version, lang: str) -> Cell:
    if version.state is None:
        return Cell("")
    return Cell(word(version.state, lang) + (" *" if version.certain is False else ""), version.state.mood)


_YIELDS = {"origin": 5, "role": 4, "target": 3, "figure_before": 1, "before": 1, "standing_before": 1}
"""What answers least gives way first on a narrow terminal."""


def _table(title: str, heads: Sequence[str], lang: str) -> Table:
    right = {"before", "after", "target_both", "figure_before", "figure_after", "figure_both"}
    columns = [
        Column(word(head, lang), right=head in right, fold=head == "indicator", yields=_YIELDS.get(head, 0), key=head)
        for head in heads
    ]
    return Table(title, columns)
