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
from tgkt.loading.rows import Numbering, build_rows, carries_row, row_entries, taken_codes
from tgkt.loading.statements import Context, build_statement


class Transcript:
    """The rows and figures of one file.

    What a figure does not name is what the file leaves no doubt about: the whole area, the file's only document, the
    plan's document.

    Attributes:
        heading: the file's plan; None where it has none.
        whole: the area of figures that name none.
        rows: the plan's rows.
        row_figures: what they print of the past.
        observations: every other figure of a year or a term.
        in_year: every figure of a part of a year.
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
        self.only = self._document_of_file(origins)
        plan = file.entry["plan"]
        self.heading: Heading | None = build_heading(plan, self.only, origins, self.reader) if plan else None
        self.context = Context(areas, origins, own, file.entry["language"], self.whole)
        if self.whole is None and file.entry.has("area"):
            self.context = self.context._replace(told={"area"})
        self.rows: list[Row] = []
        self.row_figures: list[Statement] = []
        self.observations: list[Statement] = []
        self.in_year: list[Statement] = []
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

    def _document_of_file(self, origins: Mapping[str, Origin]) -> str | None:
        """The document the file names for figures that name none, else its only one."""
        named, documents = self.file.entry["origin"], list(self.file.entry["origins"] or ())
        if named is not None and named not in origins:
            self.reader.unknown(self.file.entry.at("origin"), "origin", "origin", named, origins)
            return None
        return named or (documents[0] if len(documents) == 1 and documents[0] in origins else None)

    def _entries(self) -> list[tuple[str, Entry]]:
        return list((self.file.entry["indicators"] or {}).items())

    def _read_rows(self) -> None:
        entries = [(name, row) for name, entry in self._entries() for row in row_entries(entry, self.reader)]
        numbering = Numbering(taken_codes([row for _, row in entries]))
        if entries and "plan" not in self.file.entry.places:
            first = entries[0][1]
            told = "rows need a plan. Add the block 'plan: {title: …, period: 2026-2030}' to this file"
            self.reader.fail(first.source, first.path, told)
        for name, entry in entries:
            indicator = self.indicators.get(name)
            codes = numbering.codes(entry)
            built = build_rows(entry, codes, indicator, self.heading, self.context, self.reader)
            self.rows += built.rows
            for each in built.printed:
                self.row_figures += [each, *_parts_of(each, self.indicators[each.indicator])]

    def _read_observed(self) -> None:
        inherited = self.only or (self.heading.origin if self.heading else None)
        for name, entry in self._entries():
            if not entry["observed"]:
                continue
            context = self._within(entry, inherited)
            if carries_row(entry) and "rows" not in entry.places:  # what is wrong with a row is told already
                context = context._replace(told={"area", "origin"})
            else:
                context = self._checked(entry, entry["observed"], context, is_asked=self.heading is None)
            for figure in entry["observed"]:
                self._observe(name, figure, context)

    def _read_place(self, place: Entry) -> None:
        context = self._within(place, self.only)._replace(
            period=place["period"],
            status=Status(place["status"]) if place["status"] else Status.UNSTATED,
        )
        if place.has("period") and place["period"] is None:
            context = context._replace(told={*context.told, "period"})
        context = self._checked(place, place["figures"] or (), context, is_asked=True)
        for figure in place["figures"] or ():
            name = figure["indicator"]
            if name is not None and name not in self.declared:
                path = f"{figure.path}.indicator"
                self.reader.unknown(figure.at("indicator"), path, "indicator", name, self.declared)
            self._observe(name, figure, context)

    def _within(self, place: Entry, origin: str | None) -> Context:
        """What figures inherit from the place or the indicator they stand under."""
        own = self.context
        area = place["area"] if place.has("area") else own.area
        origin = place["origin"] if place.has("origin") else origin
        return own._replace(
            area=area if area in own.areas else None,
            origin=origin if origin in own.origins else None,
            locator=place["locator"],
            told={*own.told, *(key for key in ("area", "origin") if place.has(key))},
        )

    def _checked(self, place: Entry, figures: Collection[Entry], context: Context, *, is_asked: bool) -> Context:
        """What figures inherit, once what is wrong with it is told: at their place, and not with each of them.

        Args:
            place: where they stand.
            figures: the figures.
            context: what they inherit.
            is_asked: whether a document is asked for here, and not elsewhere.
        """
        for key, known in (("origin", context.origins), ("area", context.areas)):
            name = place[key]
            if name is not None and name not in known:
                self.reader.unknown(place.at(key), f"{place.path}.{key}", key, name, known)
        missed = [key for key in ("origin", "area") if self._is_missed(key, figures, context)]
        for key in missed:
            if key == "area" or is_asked:
                self._tell_missed(key, place, context.origins if key == "origin" else context.areas)
        return context._replace(told={*context.told, *missed})

    def _is_missed(self, key: str, figures: Collection[Entry], context: Context) -> bool:
        """Whether some figure needs the area or the document that its place does not give."""
        inherited = context.area if key == "area" else context.origin
        return inherited is None and key not in context.told and not all(each.has(key) for each in figures)

    def _tell_missed(self, key: str, place: Entry, known: Collection[str]) -> None:
        if not known:
            self.reader.nothing(place.source, place.path, key)
            return
        several = ", and there are several" if key == "area" else ""
        told = f"no {key} is named for these figures{several}. Add '{key}: …', one of: {', '.join(known)}"
        self.reader.missing(place.source, place.path, told)

    def _observe(self, name: str | None, entry: Entry, context: Context) -> None:
        indicator = self.indicators.get(name or "")
        statement = build_statement(entry, indicator, context, self.reader)
        if statement is not None and indicator is not None:
            into = self.in_year if statement.period.is_part else self.observations
            into += [statement, *_parts_of(statement, indicator)]


def _parts_of(statement: Statement, indicator: Indicator) -> list[Statement]:
    """A structure's shares, each as a statement about its own indicator."""
    return [
        statement._replace(indicator=part, figure=share, values=())
        for part, share in zip(indicator.parts, statement.values, strict=False)
    ]
