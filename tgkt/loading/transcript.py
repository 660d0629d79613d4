"""What one file transcribes: the rows of its plan, and figures by document and place."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tgkt.facts.catalogue import Area, whole_of
from tgkt.facts.indicator import Indicator
from tgkt.facts.plan import Row
from tgkt.facts.statement import Origin, Statement, Status
from tgkt.facts.units import OwnUnits
from tgkt.loading.contents import Loaded
from tgkt.loading.plans import Heading, build_heading
from tgkt.loading.reading import Entry
from tgkt.loading.rows import Numbering, build_row, row_entries, taken_codes
from tgkt.loading.statements import Context, build_statement, check_what_is_left


class Transcript:
    """The rows and figures of one file.

    What a figure does not name is what the file leaves no doubt about: the whole area, the file's only document, the
    plan's document.

    Attributes:
        heading: the file's plan; None where it has none.
        whole: the area of figures that name none.
        rows: the plan's rows.
        row_figures: what they print of the past.
        observations: every other figure.
    """

    def __init__(
        self,
        file: Loaded,
        indicators: Mapping[str, Indicator],
        declared: Collection[str],
        areas: Mapping[str, Area],
        origins: Mapping[str, Origin],
        own: OwnUnits,
    ) -> None:
        self.file, self.reader = file, file.reader
        self.indicators, self.declared = indicators, declared
        self.whole = self._area_of_file(areas)
        documents = list(file.entry["origins"] or ())
        self.only = documents[0] if len(documents) == 1 and documents[0] in origins else None
        plan = file.entry["plan"]
        self.heading: Heading | None = build_heading(plan, self.only, origins, self.reader) if plan else None
        self.context = Context(areas, origins, own, file.entry["language"], self.whole)
        self.rows: list[Row] = []
        self.row_figures: list[Statement] = []
        self.observations: list[Statement] = []
        self._read_rows()
        self._read_observed()
        for place in file.entry["observations"] or ():
            self._read_place(place)

    def _area_of_file(self, areas: Mapping[str, Area]) -> str | None:
        """The area the file names for figures that name none, else the whole area."""
        named, whole = self.file.entry["area"], whole_of(areas)
        if named is not None and named not in areas:
            self.reader.unknown(self.file.entry.at("area"), "area", "area", named, areas)
            return None
        return named or (whole.id if whole else None)

    def _entries(self) -> list[tuple[str, Entry]]:
        return list((self.file.entry["indicators"] or {}).items())

    def _read_rows(self) -> None:
        entries = [(name, row) for name, entry in self._entries() for row in row_entries(entry, self.reader)]
        numbering = Numbering(taken_codes([row for _, row in entries]))
        for name, entry in entries:
            if self.heading is None:
                self._no_plan(entry)
                continue
            for line in numbering.lines(entry):
                indicator = self.indicators.get(name)
                if indicator is None:
                    self._check_left(entry)
                elif built := build_row(line, indicator, self.heading, self.context, self.reader):
                    self.rows.append(built.row)
                    for each in built.printed:
                        self.row_figures += [each, *_parts_of(each, indicator)]

    def _no_plan(self, entry: Entry) -> None:
        """A row stands in a file without a plan."""
        if "plan" not in self.file.entry.places:
            told = "rows need a plan. Add the block 'plan: {title: …, period: 2026-2030}' to this file"
            self.reader.fail(entry.source, entry.path, told)

    def _check_left(self, entry: Entry) -> None:
        """The figures of a row whose indicator could not be built."""
        for key in ("target", "result", "baseline"):
            for figure in entry[key] or ():
                if "area" in figure.places or "origin" in figure.places:
                    check_what_is_left(figure, None, self._anywhere(), self.reader)

    def _anywhere(self) -> Context:
        """A context in which nothing that is left out is missed."""
        areas, origins = self.context.areas, self.context.origins
        return self.context._replace(area=next(iter(areas), "-"), origin=next(iter(origins), "-"))

    def _read_observed(self) -> None:
        for name, entry in self._entries():
            context = self.context._replace(
                area=entry["area"] or self.whole,
                origin=entry["origin"] or self.only or (self.heading.origin if self.heading else None),
                locator=entry["locator"],
            )
            for figure in entry["observed"] or ():
                self._observe(name, figure, context)

    def _read_place(self, place: Entry) -> None:
        context = self.context._replace(
            area=place["area"] or self.whole,
            origin=place["origin"] or self.only,
            locator=place["locator"],
            period=place["period"],
            status=Status(place["status"]) if place["status"] else Status.UNSTATED,
        )
        self._check_place(place, context)
        for figure in place["figures"] or ():
            name = figure["indicator"]
            if name is None:
                check_what_is_left(figure, None, self._anywhere(), self.reader)
            elif name not in self.declared:
                self.reader.unknown(
                    figure.at("indicator"), f"{figure.path}.indicator", "indicator", name, self.declared
                )
            else:
                self._observe(name, figure, context)

    def _check_place(self, place: Entry, context: Context) -> None:
        """The document and the area of a place, told once and not with each of its figures."""
        for key, known in (("origin", context.origins), ("area", context.areas)):
            name = place[key]
            if name is not None and name not in known:
                self.reader.unknown(place.at(key), f"{place.path}.{key}", key, name, known)
        if context.origin is None and not place.has("origin"):
            if context.origins:
                told = f"a place has no origin. Add 'origin: …', one of: {', '.join(context.origins)}"
                self.reader.missing(place.source, place.path, told)
            else:
                self.reader.nothing(place.source, place.path, "origin")

    def _observe(self, name: str, entry: Entry, context: Context) -> None:
        indicator = self.indicators.get(name)
        if context.origin not in context.origins or (context.area and context.area not in context.areas):
            fallback = self._anywhere()
            context = context._replace(area=fallback.area, origin=fallback.origin)
            check_what_is_left(entry, indicator, context, self.reader)
            return
        if indicator is None:
            check_what_is_left(entry, None, context, self.reader)
            return
        if entry["period"] is None and context.period is None and not entry.has("period"):
            told = "a figure has no period. Add 'period: …' to it or to its place"
            self.reader.fail(entry.source, entry.path, told)
            return
        statement = build_statement(entry, indicator, context, self.reader)
        if statement is not None:
            self.observations += [statement, *_parts_of(statement, indicator)]


def _parts_of(statement: Statement, indicator: Indicator) -> list[Statement]:
    """A structure's shares, each as a statement about its own indicator."""
    return [
        statement._replace(indicator=part, figure=share, values=())
        for part, share in zip(indicator.parts, statement.values, strict=False)
    ]
