"""The content transcribed in one file: the rows of its plan, and figures by document and place."""

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
from tgkt.loading.rows import Numbering, build_rows, carries_row, refuse_row_beside_rows, row_entries
from tgkt.loading.statements import Context, build_statement
from tgkt.message import Message


class Transcript:
    """The rows and figures of one file.

    What a figure does not name is what the file leaves no doubt about: the whole area, the file's only document, the
    plan's document.

    Attributes:
        heading: the plan it declares or goes on with; None where it has none.
        whole: the area of figures that name none.
        rows: the plan's rows.
        row_figures: what they print of the past.
        observations: every other figure of a year or a term.
        in_year: every figure of a part of a year.
        reprints: targets that are printed once more.
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
        self.context = Context(areas, origins, file.phrases, own, file.entry["language"], self.whole)
        named = {"area": self.whole, "origin": self.only}
        self.context = self.context._replace(
            told={key for key, name in named.items() if name is None and file.entry.has(key)}
        )
        self.rows: list[Row] = []
        self.row_figures: list[Statement] = []
        self.observations: list[Statement] = []
        self.in_year: list[Statement] = []
        self.reprints: list[Statement] = []
        self.heading: Heading | None = build_heading(plan, self.only, self.context, self.reader) if plan else None
        self.declares_plan = self.heading is not None

    def read(self, numbering: Numbering) -> None:
        """Read rows and figures, once it is known which plan the rows are of.

        Args:
            numbering: numbers the rows of the plan, in all its files.
        """
        self._ask_for_area()
        self._read_rows(numbering)
        self._read_observed()
        for place in self.file.entry["observations"] or ():
            self._read_place(place)

    @property
    def plan(self) -> str | None:
        """The id of the plan of its rows."""
        return self.heading.id if self.heading else None

    @property
    def row_entries(self) -> list[Entry]:
        """Its rows as they were read."""
        return [row for _, entry in self._entries() for row in row_entries(entry)]

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

    def _read_rows(self, numbering: Numbering) -> None:
        entries = [(name, row) for name, entry in self._entries() for row in row_entries(entry)]
        for _, entry in self._entries():
            refuse_row_beside_rows(entry, self.reader)
        if entries and not {"plan", "continues"} & set(self.file.entry.places):
            first = entries[0][1]
            told = Message("rows need a plan. Add the block 'plan: {title: …, period: 2026-2030}' to this file")
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
            if carries_row(entry):  # mistakes of a row are reported already
                context = context._replace(told={"area", "origin"})
            else:
                context = self._checked(entry, context, is_asked=self.heading is None)
            for figure in entry["observed"]:
                self._observe(name, figure, context)

    def _read_place(self, place: Entry) -> None:
        context = self._within(place, self.only)._replace(
            period=place["period"],
            status=Status(place["status"]) if place["status"] else Status.UNSTATED,
        )
        if place.has("period") and place["period"] is None:
            context = context._replace(told={*context.told, "period"})
        context = self._checked(place, context, is_asked=True)
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

    def _checked(self, place: Entry, context: Context, *, is_asked: bool) -> Context:
        """The keys that figures inherit, after checks that report mistakes once, at their place.

        Args:
            place: where they stand.
            context: what they inherit.
            is_asked: whether a document is asked for here, and not elsewhere.
        """
        for key, known in (("origin", context.origins), ("area", context.areas)):
            name = place[key]
            if name is not None and name not in known:
                self.reader.unknown(place.at(key), f"{place.path}.{key}", key, name, known)
        if is_asked and context.origin is None and "origin" not in context.told:
            if context.origins:
                told = Message(
                    "no origin is named for these figures. Add 'origin: …', one of: {origins}",
                    origins=", ".join(context.origins),
                )
                self.reader.missing(place.source, place.path, told, "origin")
            else:
                self.reader.nothing(place.source, place.path, "origin")
        return context

    def _ask_for_area(self) -> None:
        """Tell once, where it is needed first, that no area is named and that there is not only one."""
        rows = self.row_entries
        observed = [entry for _, entry in self._entries() if entry["observed"]]
        needing = [each for each in (*rows, *observed) if not each.has("area")]
        for place in self.file.entry["observations"] or ():
            if not place.has("area") and not all(each.has("area") for each in place["figures"] or ()):
                needing.append(place)
        if not needing or self.whole is not None or "area" in self.context.told:
            return
        first, areas = min(needing, key=lambda each: each.source), self.context.areas
        if not areas:
            self.reader.nothing(first.source, first.path, "area")
            return
        told = Message(
            "no area is named, and there are several. Add 'area: …' here or at the top of the file, one of: {areas}",
            areas=", ".join(areas),
        )
        self.reader.missing(first.source, first.path, told, "area")

    def _observe(self, name: str | None, entry: Entry, context: Context) -> None:
        indicator = self.indicators.get(name or "")
        statement = build_statement(entry, indicator, context, self.reader)
        if statement is not None and statement.reprint:
            self.reprints.append(statement)
        elif statement is not None and indicator is not None:
            into = self.in_year if statement.period.is_part else self.observations
            into += [statement, *_parts_of(statement, indicator)]


def _parts_of(statement: Statement, indicator: Indicator) -> list[Statement]:
    """A structure's shares, each as a statement about its own indicator."""
    return [
        statement._replace(indicator=part, figure=share, values=())
        for part, share in zip(indicator.parts, statement.values, strict=False)
    ]
