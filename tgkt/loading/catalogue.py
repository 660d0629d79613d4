"""All data files of a folder, checked together, as one `Catalogue`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from tgkt.errors import DataError, Problem, suggest
from tgkt.facts.catalogue import Area, Break, Catalogue, Declared, Link, Route
from tgkt.facts.indicator import Indicator, Words
from tgkt.facts.plan import Plan, Row
from tgkt.facts.statement import Origin, Statement
from tgkt.loading.areas import build_area, check_area
from tgkt.loading.breaks import build_break
from tgkt.loading.derivations import check_formula
from tgkt.loading.formulas import Known, build_identity, build_link, build_route
from tgkt.loading.grammar import DECLARATION, FILE
from tgkt.loading.indicators import build_indicator
from tgkt.loading.nodes import compose, read_text
from tgkt.loading.origins import build_origin
from tgkt.loading.periods import ask_what_accumulates, refuse_mixed_years
from tgkt.loading.plans import build_plan
from tgkt.loading.printed import check_printed
from tgkt.loading.spec import Entry, Reader
from tgkt.loading.statements import Context, build_statement, words


class Loaded(NamedTuple):
    """One file as read: its entry, and the reader that collects its problems."""

    entry: Entry
    reader: Reader


def load(paths: Iterable[FilePath], names: Iterable[str] | None = None) -> Catalogue:
    """Read and check data files.

    Args:
        paths: the files, in the order in which their statements count.
        names: how to name them in messages; their paths unless given.

    Raises:
        DataError: with every problem of every file.
    """
    paths = list(paths)
    catalogue, problems = examine(paths, list(names) if names else [str(path) for path in paths])
    if problems or catalogue is None:
        raise DataError(problems)
    return catalogue


def examine(paths: list[FilePath], names: list[str]) -> tuple[Catalogue | None, list[Problem]]:
    """Read and check data files, returning what could be built and every problem."""
    files, problems = [], []
    for path, name in zip(paths, names, strict=True):
        text, unreadable = read_text(path, name)
        node, invalid = (None, unreadable) if unreadable else compose(text, name)
        problems += invalid
        if node is None:
            continue
        reader = Reader(name)
        entry = FILE.read(node, "", reader)
        if entry is None:
            problems += reader.problems
        else:
            files.append(Loaded(entry, reader))
    if problems:  # without a whole file every reference to it would be told as a mistake
        return None, sorted([*problems, *(problem for file in files for problem in file.reader.problems)])
    catalogue = _Builder(files).build()
    for file in files:
        problems += file.reader.problems
    return (None if problems else catalogue), sorted(problems)


class _Builder:
    """Puts the files' entries together, in the order their parts depend on each other."""

    def __init__(self, files: list[Loaded]) -> None:
        self.files = files
        self.areas: dict[str, Area] = {}
        self.origins: dict[str, Origin] = {}
        self.sections: dict[str, Words] = {}
        self.indicators: dict[str, Indicator] = {}
        self.plans: dict[str, Plan] = {}
        self.row_figures: list[Statement] = []
        self.observations: list[Statement] = []
        self.in_year: list[Statement] = []
        self.routes: list[Route] = []
        self.links: dict[str, Link] = {}
        self.identities: dict[str, Declared] = {}
        self.breaks: dict[str, Break] = {}

    def build(self) -> Catalogue:
        for file in self.files:
            self._collect(file, "areas", self.areas, build_area)
            self._collect(file, "origins", self.origins, partial(build_origin, reader=file.reader))
            self._collect(file, "sections", self.sections, lambda _id, entry: words(entry))
        for file in self.files:
            for name, entry in (file.entry["areas"] or {}).items():
                check_area(name, entry, self.areas, file.reader)
            self._declare(file)
        for file in self.files:
            self._check_references(file)
            self._read_facts(file)
            self._read_weights(file)
            self._collect(file, "links", self.links, self._built(build_link, file.reader))
            self._collect(file, "identities", self.identities, self._built(build_identity, file.reader))
            self._collect(file, "breaks", self.breaks, self._built(build_break, file.reader))
        self._refuse_repeats()
        readers = {file.reader.name: file.reader for file in self.files}
        targets = [row.target for plan in self.plans.values() for row in plan.rows if row.target]
        refuse_mixed_years([*targets, *self.row_figures, *self.observations], readers)
        ask_what_accumulates(self.in_year, self.indicators, readers)
        return Catalogue(
            self.areas,
            self.origins,
            self.sections,
            self.indicators,
            self.plans,
            tuple(self.row_figures + self.observations),
            tuple(self.routes),
            tuple(self.links.values()),
            tuple(self.identities.values()),
            tuple(self.breaks.values()),
            tuple(self.in_year),
        )

    def _collect(self, file: Loaded, block: str, into: dict[str, Any], build: Any) -> None:
        for name, entry in (file.entry[block] or {}).items():
            if name in into:
                file.reader.fail(entry.source, f"{block}.{name}", f"'{name}' is declared in another file too. Keep one")
            elif (built := build(name, entry)) is not None:
                into[name] = built

    def _declare(self, file: Loaded) -> None:
        for name, entry in (file.entry["indicators"] or {}).items():
            if not any(key in entry.places for key in DECLARATION):
                continue
            if name in self.indicators:
                first = self.indicators[name].source
                file.reader.fail(
                    entry.source,
                    entry.path,
                    f"'{name}' is declared twice, first in {first}. Keep one; others hold rows and observations only",
                )
            elif indicator := build_indicator(name, entry, self.sections, file.reader):
                self.indicators[name] = indicator

    def _check_references(self, file: Loaded) -> None:
        known = Known(self.indicators, self.areas, self.origins)
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
        if name is not None and name not in self.indicators:
            reader.fail(
                entry.at(key), f"{entry.path}.{key}", f"unknown indicator '{name}'.{suggest(name, self.indicators)}"
            )

    def _read_facts(self, file: Loaded) -> None:
        plan, rows = file.entry["plan"], []
        for name, entry in (file.entry["indicators"] or {}).items():
            indicator = self.indicators.get(name)
            if indicator is None:
                if not any(key in entry.places for key in DECLARATION):
                    file.reader.fail(
                        entry.source,
                        entry.path,
                        f"'{name}' is declared in no file. Add title, unit, kind … or mend the id."
                        f"{suggest(name, self.indicators)}",
                    )
                continue
            if entry["rows"] and "plan" not in file.entry.places:
                file.reader.fail(
                    entry.at("rows"), f"{entry.path}.rows", "rows need a plan. Add the block 'plan:' to this file"
                )
            elif plan is not None:
                rows += [row for item in entry["rows"] or () if (row := self._row(item, indicator, plan, file.reader))]
            for item in entry["observations"] or ():
                self._observe(item, indicator, file.reader)
        if plan is not None:
            self._add_plan(plan, rows, file.reader)

    def _read_weights(self, file: Loaded) -> None:
        known = Known(self.indicators, self.areas, self.origins)
        for weight, entries in (file.entry["weights"] or {}).items():
            if weight not in self.indicators:
                told = f"unknown indicator '{weight}'.{suggest(weight, self.indicators)}"
                file.reader.fail(file.entry.at("weights"), f"weights.{weight}", told)
                continue
            built = (build_route(weight, entry, known, file.reader) for entry in entries)
            for route in (each for each in built if each is not None):
                self._add_route(route, file.reader)

    def _add_route(self, route: Route, reader: Reader) -> None:
        path = f"weights.{route.weight}"
        if any((each.weight, each.id) == (route.weight, route.id) for each in self.routes):
            reader.fail(route.source, path, f"the route '{route.id}' stands twice. Give each its own id")
        elif route.area not in self.areas[route.within].constituents:
            reader.fail(route.source, path, f"'{route.area}' is no part of '{route.within}'. Mend area or within")
        else:
            self.routes.append(route)

    def _built(self, build: Callable[[str, Entry, Known, Reader], Any], reader: Reader) -> Callable[[str, Entry], Any]:
        known = Known(self.indicators, self.areas, self.origins)
        return lambda name, entry: build(name, entry, known, reader)

    def _context(self, area: str | None = None, origin: str | None = None, locator: str | None = None) -> Context:
        return Context(frozenset(self.areas), frozenset(self.origins), area, origin, locator)

    def _row(self, entry: Entry, indicator: Indicator, plan: Entry, reader: Reader) -> Row | None:
        area = entry["area"]
        if area is None or entry["code"] is None or entry["locator"] is None or plan["origin"] is None:
            return None
        if area not in self.areas:
            reader.fail(entry.at("area"), f"{entry.path}.area", f"unknown area '{area}'.{suggest(area, self.areas)}")
            return None
        origin = plan["origin"] if plan["origin"] in self.origins else None  # an unknown one is told with its plan
        inherits = self._context(area=area, origin=origin, locator=entry["locator"])
        stated = self._context(area=area)
        made = {
            key: self._statement(entry[key], indicator, context, reader)
            for key, context in (
                ("target", inherits._replace(status=None)),
                ("result", inherits),
                ("baseline", stated),
                ("last_term", stated),
            )
        }
        for key in ("result", "baseline", "last_term"):
            if (statement := made[key]) is not None:
                self.row_figures += [statement, *_parts_of(statement, indicator)]
        return Row(
            plan=plan["id"] or "",
            code=entry["code"],
            area=area,
            indicator=indicator,
            label=entry["label"],
            official=entry["official"],
            origin=plan["origin"],
            locator=entry["locator"],
            note=words(entry["note"]),
            source=entry.source,
            sought=words(entry["sought"]),
            **made,
        )

    def _observe(self, entry: Entry, indicator: Indicator, reader: Reader) -> None:
        statement = self._statement(entry, indicator, self._context(), reader)
        if statement is None:
            return
        (self.in_year if statement.period.is_part else self.observations).append(statement)

    def _add_plan(self, entry: Entry, rows: list[Row], reader: Reader) -> None:
        if entry["id"] in self.plans:
            told = f"the plan '{entry['id']}' stands in another file too. Keep one"
            reader.fail(entry.at("id"), "plan.id", told)
        elif plan := build_plan(entry, rows, self.areas, self.origins, reader):
            self.plans[plan.id] = plan

    def _refuse_repeats(self) -> None:
        """One figure of one place stands once, and one link computes it."""
        readers = {file.reader.name: file.reader for file in self.files}
        links: dict[object, Link] = {}
        for link in self.links.values():
            other = links.setdefault(link.computes, link)
            if other is not link:
                told = f"{link.computes} is computed already by the link '{other.id}' in {other.source}. Keep one"
                readers[link.source.file].fail(link.source, f"links.{link.id}", told)
        seen: dict[tuple[object, ...], Statement] = {}
        for each in self.row_figures + self.observations + self.in_year:
            first = seen.setdefault(_place_of(each), each)
            if first is not each:
                told = f"this figure stands already in {first.source}. Keep one, or give each its own locator"
                readers[each.source.file].fail(each.source, f"indicators.{each.indicator}", told)

    def _statement(
        self, entry: Entry | None, indicator: Indicator, context: Context, reader: Reader
    ) -> Statement | None:
        if entry is None:
            return None
        statement = build_statement(entry, indicator, context, reader)
        if statement is not None and (slip := check_printed(statement, indicator.kind, entry["pick"])):
            reader.fail(entry.at("printed"), f"{entry.path}.printed", slip)
        return statement


def _parts_of(statement: Statement, indicator: Indicator) -> list[Statement]:
    """A structure's shares, each as a statement about its own indicator."""
    return [
        statement._replace(indicator=part, figure=share, values=())
        for part, share in zip(indicator.parts, statement.values, strict=False)
    ]


def _place_of(one: Statement) -> tuple[object, ...]:
    """What makes two figures one: same thing, same period, same place, same words."""
    value = one.figure or one.values
    return one.indicator, one.area, one.period, one.timing, one.relative_to, one.origin, one.locator, one.printed, value
