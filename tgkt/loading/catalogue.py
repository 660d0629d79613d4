"""All data files of a folder, checked together, as one `Catalogue`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from pathlib import Path as FilePath
from typing import Any

from tgkt.errors import DataError, Problem, suggest
from tgkt.facts.catalogue import Area, Break, Catalogue, Declared, Link, Route
from tgkt.facts.indicator import Indicator, Words, in_one
from tgkt.facts.plan import Plan
from tgkt.facts.statement import Origin, Statement
from tgkt.facts.units import NO_OWN, OwnUnits
from tgkt.loading.areas import build_area, check_area
from tgkt.loading.breaks import build_break
from tgkt.loading.content import Content
from tgkt.loading.contents import (
    Contents,
    Loaded,
    check_base,
    declares,
    is_declaration,
    read_files,
    refused,
    unread_sorts,
)
from tgkt.loading.derivations import check_formula
from tgkt.loading.formulas import Known, build_identity, build_link, build_route
from tgkt.loading.grammar import DECLARATION
from tgkt.loading.indicators import Around, build_indicator
from tgkt.loading.origins import build_origin, nameless_origin
from tgkt.loading.own_units import read_own_units
from tgkt.loading.periods import ask_what_accumulates, refuse_mixed_years
from tgkt.loading.reading import Entry, Reader
from tgkt.loading.reprints import refuse_strays
from tgkt.loading.transcript import Transcript
from tgkt.loading.transcripts import plans_of, transcribed
from tgkt.message import Message
from tgkt.source import Source


def load(
    paths: Iterable[FilePath],
    names: Iterable[str] | None = None,
    of_bases: int = 0,
    held: Mapping[FilePath, Content] | None = None,
) -> Catalogue:
    """Read and check data files.

    Args:
        paths: the files, in the order in which their statements count.
        names: their names in messages; their paths unless given.
        of_bases: the number of files, from the first, that belong to bases.
        held: the content of files that were read already.

    Raises:
        DataError: with every problem of every file.
    """
    paths = list(paths)
    catalogue, problems = examine(paths, list(names) if names else [str(path) for path in paths], of_bases, held)
    if problems or catalogue is None:
        raise DataError(problems)
    return catalogue


def examine(
    paths: list[FilePath], names: list[str], of_bases: int = 0, held: Mapping[FilePath, Content] | None = None
) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue, as far as it could be built from data files, and every problem in them.

    If a file or a block cannot be read at all, names that seem to be missing may be in it, so they are not reported.
    """
    files, unreadable = read_files(paths, names, held)
    own = set(names[of_bases:])
    builder = _Builder(files, own)
    catalogue = builder.build()
    for file in files:
        file.phrases.keep()
    problems = [problem for file in files for problem in file.reader.problems]
    lost = unread_sorts(files)
    if unreadable:
        problems = [*unreadable, *(each for each in problems if not each.awaits)]
    problems = [each for each in problems if each.awaits not in lost and not _names(each, builder.refused_units)]
    return (None if problems else catalogue), sorted(set(problems))


def _names(problem: Problem, units: Collection[str]) -> bool:
    """Whether a problem is about one of these units, for which another problem is reported already."""
    return problem.awaits == "unit" and any(
        re.search(rf"(?<!\w){re.escape(each)}(?!\w)", problem.name) for each in units
    )


class _Builder:
    """Builds the catalogue from the entries of the files, in the order of their dependencies."""

    def __init__(self, files: list[Loaded], own_files: Collection[str]) -> None:
        self.files, self.own_files = files, own_files
        self.areas: dict[str, Area] = {}
        self.origins: dict[str, Origin] = {}
        self.sections: dict[str, Words] = {}
        self.own: OwnUnits = NO_OWN
        self.refused_units: Collection[str] = ()
        self.indicators: dict[str, Indicator] = {}
        self.plans: dict[str, Plan] = {}
        self.row_figures: list[Statement] = []
        self.observations: list[Statement] = []
        self.in_year: list[Statement] = []
        self.reprints: list[Statement] = []
        self.routes: dict[tuple[str, str], Route] = {}
        self.links: dict[str, Link] = {}
        self.identities: dict[str, Declared] = {}
        self.breaks: dict[str, Break] = {}

    def build(self) -> Catalogue:
        for file in self.files:
            check_base(file)
            build = partial(build_origin, language=file.entry["language"], reader=file.reader)
            self._collect(file, "areas", self.areas, build_area)
            self._collect(file, "origins", self.origins, build)
            self._collect(file, "sections", self.sections, lambda _id, words: words)
            self._keep_names(file)
        self.own, self.refused_units = read_own_units(self.files)
        self._declare_all()
        for file in self.files:
            self._check_references(file)
        found = transcribed(self.files, self.indicators, self.declared, self.areas, self.origins, self.own)
        self.plans = plans_of(found, self.areas, self.origins)
        for file, read in zip(self.files, found, strict=True):
            self._keep_facts(file, read)
            self._read_weights(file)
            self._collect(file, "links", self.links, self._built(build_link, file.reader))
            self._collect(file, "identities", self.identities, self._built(build_identity, file.reader))
            self._collect(file, "breaks", self.breaks, self._built(build_break, file.reader))
        self._refuse_repeats()
        self._refuse_two_marks()
        self._check_periods()
        self._check_reprints()
        return Catalogue(
            self.areas,
            self.origins,
            self._all_sections(),
            self.indicators,
            self.plans,
            tuple(self.row_figures + self.observations),
            tuple(self.routes.values()),
            tuple(self.links.values()),
            tuple(self.identities.values()),
            tuple(self.breaks.values()),
            own_units=self.own,
            in_year=tuple(self.in_year),
            reprints=tuple(self.reprints),
            folders=tuple(dict.fromkeys(Source(file.reader.name, 1, 1).folder for file in self.files)),
        )

    def _collect(self, file: Loaded, block: str, into: dict[str, Any], build: Any) -> None:
        for name, entry in (file.entry[block] or {}).items():
            if name in into:
                told = Message("'{name}' is declared in another file too. Keep one", name=name)
                place = entry.source if isinstance(entry, Entry) else file.entry[block].places[name]
                file.reader.fail(place, f"{block}.{name}", told)
            elif (built := build(name, entry)) is not None:
                into[name] = built

    def _keep_names(self, file: Loaded) -> None:
        """Keep the names of declarations with mistakes, so that references to them are not reported too."""
        for name, place in refused(file, "areas").items():
            self.areas.setdefault(name, Area(name, in_one(name), (), place))
        for name, place in refused(file, "origins").items():
            self.origins.setdefault(name, nameless_origin(name, place))
        for name in refused(file, "sections"):
            self.sections.setdefault(name, in_one(name))

    def _all_sections(self) -> dict[str, Words]:
        """The declared sections, and a substitute where there are none.

        Without declared sections everything belongs to one that is named after the newest plan. An indicator outside
        the plan may have no section.
        """
        if not self.sections:
            plans = sorted(self.plans.values(), key=lambda plan: plan.period)
            return {"": plans[-1].title if plans else in_one("indicators")}
        has_none = any(each.section == "" for each in self.indicators.values())
        return {**self.sections, "": in_one("")} if has_none else self.sections

    def _declare_all(self) -> None:
        contents = Contents(self.files)
        around = Around(self.sections, contents.targeted, self.own)
        for file in self.files:
            for name, entry in (file.entry["areas"] or {}).items():
                check_area(name, entry, self.areas, file.reader)
        for file, name, entry in contents.declarations:
            first = contents.first_declared[name]
            if first is not entry and not is_declaration(entry):
                key = next(key for key in DECLARATION if entry.has(key))
                told = Message(
                    "'{name}' is declared in {place}, and '{key}' belongs there. Remove it here",
                    name=name,
                    place=first.source,
                    key=key,
                )
                file.reader.fail(entry.at(key), f"{entry.path}.{key}", told)
            elif first is not entry:
                told = Message(
                    "'{name}' is declared twice, first in {place}. Keep one; other blocks hold only rows",
                    name=name,
                    place=first.source,
                )
                file.reader.fail(entry.source, entry.path, told)
            elif indicator := build_indicator(name, entry, around, file.reader):
                self.indicators[name] = indicator
        self.declared = set(contents.first_declared) | contents.refused
        self.targeted = contents.targeted

    def _check_references(self, file: Loaded) -> None:
        known = Known(self.declared, self.areas, self.origins)
        for name, entry in (file.entry["indicators"] or {}).items():
            if entry["blend"]:
                for key in ("weight", "numerator", "denominator", "level"):
                    self._refer(entry["blend"], key, entry["blend"][key], file.reader)
            for part in entry["parts"] or ():
                self._refer(entry, "parts", part, file.reader)
            for key in ("grows_with", "proxy"):
                self._refer(entry, key, entry[key], file.reader)
            for each in entry["derive"] or ():
                check_formula(name, each, self.indicators, known, file.reader)

    def _refer(self, entry: Entry, key: str, name: str | None, reader: Reader) -> None:
        if name is not None and name not in self.declared:
            reader.unknown(entry.at(key), f"{entry.path}.{key}", "indicator", name, self.declared)

    def _keep_facts(self, file: Loaded, read: Transcript) -> None:
        self._refuse_undeclared(file)
        self.row_figures += read.row_figures
        self.observations += read.observations
        self.in_year += read.in_year
        self.reprints += read.reprints

    def _refuse_undeclared(self, file: Loaded) -> None:
        for name, entry in (file.entry["indicators"] or {}).items():
            if name not in self.declared and not declares(entry):
                told = Message(
                    "'{name}' is declared in no file. Add title, unit … or correct the id.{advice}",
                    name=name,
                    advice=suggest(name, self.declared),
                )
                file.reader.missing(entry.source, entry.path, told, "indicator")

    def _read_weights(self, file: Loaded) -> None:
        known = Known(self.declared, self.areas, self.origins)
        for weight, entries in (file.entry["weights"] or {}).items():
            if weight not in self.declared:
                place = file.entry["weights"].places[weight]
                file.reader.unknown(place, f"weights.{weight}", "indicator", weight, self.declared)
                continue
            built = (build_route(weight, entry, known, file.reader) for entry in entries)
            for route in (each for each in built if each is not None):
                self._add_route(route, file.reader)

    def _add_route(self, route: Route, reader: Reader) -> None:
        path = f"weights.{route.weight}"
        if (route.weight, route.id) in self.routes:
            reader.fail(route.source, path, "the route '{id}' appears twice. Give each its own id", id=route.id)
        elif route.area not in self.areas[route.within].constituents:
            told = Message(
                "'{part}' is not part of '{whole}'. Correct area or within", part=route.area, whole=route.within
            )
            reader.fail(route.source, path, told)
        else:
            self.routes[route.weight, route.id] = route

    def _built(self, build: Callable[[str, Entry, Known, Reader], Any], reader: Reader) -> Callable[[str, Entry], Any]:
        known = Known(self.declared, self.areas, self.origins)
        return lambda name, entry: build(name, entry, known, reader)

    def _refuse_repeats(self) -> None:
        """Report figures that are given twice for one place, and figures that two links compute."""
        readers = {file.reader.name: file.reader for file in self.files}
        links: dict[object, Link] = {}
        for link in self.links.values():
            other = links.setdefault(link.computes, link)
            if other is not link:
                told = Message(
                    "{figure} is computed already by the link '{id}' in {place}. Keep one",
                    figure=link.computes,
                    id=other.id,
                    place=other.source,
                )
                readers[link.source.file].fail(link.source, f"links.{link.id}", told)
        seen: dict[tuple[object, ...], Statement] = {}
        for each in self.row_figures + self.observations + self.in_year + self.reprints:
            first = seen.setdefault(_place_of(each), each)
            if first is not each:
                told = _repeated(first, each)
                readers[each.source.file].fail(each.source, f"indicators.{each.indicator}", told)

    def _check_periods(self) -> None:
        """Report indicators that mix fiscal and calendar years, and parts of a year whose meaning is open."""
        readers = {file.reader.name: file.reader for file in self.files}
        targets = [row.target for plan in self.plans.values() for row in plan.rows if row.target]
        refuse_mixed_years([*targets, *self.row_figures, *self.observations, *self.reprints], readers)
        ask_what_accumulates(self.in_year, self.indicators, readers)

    def _check_reprints(self) -> None:
        readers = {file.reader.name: file.reader for file in self.files}
        rows = [row for plan in self.plans.values() for row in plan.rows]
        refuse_strays(self.reprints, rows, self.targeted, readers)

    def _refuse_two_marks(self) -> None:
        """Report two plans marked as in force; a folder's own mark takes precedence over that of its base."""
        readers = {file.reader.name: file.reader for file in self.files}
        marked = [plan for plan in self.plans.values() if plan.in_force]
        if any(plan.source.file in self.own_files for plan in marked):
            of_bases = [plan for plan in marked if plan.source.file not in self.own_files]
            self.plans |= {plan.id: plan._replace(in_force=False) for plan in of_bases}
            marked = [plan for plan in marked if plan not in of_bases]
        for plan in marked[1:]:
            told = Message(
                "the plan '{id}' is marked as well, in {place}. Keep one mark", id=marked[0].id, place=marked[0].source
            )
            readers[plan.source.file].fail(plan.source, "plan.in_force", told)


def _repeated(first: Statement, again: Statement) -> Message:
    """The message about a figure that is given twice."""
    if _value_of(first) == _value_of(again):
        return Message("this figure is already in {place}. Keep one, or give each its own locator", place=first.source)
    return Message(
        "this figure already has another value in {place}. Keep one, or give each its own locator",
        place=first.source,
    )


def _place_of(one: Statement) -> tuple[object, ...]:
    """The key by which a figure is repeated: indicator, area, period and place, and the words if a place is named."""
    said = (one.locator, one.printed, _value_of(one)) if one.locator else ()
    sort = one.ambition, one.reprint
    return one.indicator, one.area, one.period, one.timing, one.relative_to, one.origin, *sort, *said


def _value_of(one: Statement) -> object:
    return one.figure or one.values
