"""The lines of a sheet put together: each indicator once, with its rows, and what does not go together told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tgkt.loading.naming import slug
from tgkt.loading.planned.figures import Figure
from tgkt.loading.planned.heads import PlanHeading, Sort
from tgkt.loading.planned.lines import PlanLine, Said
from tgkt.loading.planned.named import Areas, Named
from tgkt.loading.planned.words import Column
from tgkt.loading.tabular.arrived import Told
from tgkt.loading.tabular.cells import Sheet
from tgkt.loading.tabular.names import folded
from tgkt.source import Source

_ID = re.compile(r"[a-z][a-z0-9_]*\Z", re.ASCII)
_DECLARED = (Column.TITLE, Column.UNIT, Column.DIRECTION, Column.SECTION, Column.PRICE)
_OF_ROW = (Column.CODE, Column.LOCATOR, Column.NOTE)


@dataclass(slots=True)
class Row:
    """A line of an indicator: its place, area and document by id, what else its cells say, and its figures."""

    place: Source
    area: str
    origin: str
    said: dict[Column, Said]
    figures: list[Figure]


@dataclass(slots=True)
class Gathered:
    """An indicator of the sheet: what is declared of it, each with its cell, and its rows."""

    id: str
    line: PlanLine
    said: dict[Column, Said] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


class Gathering:
    """Puts lines together.

    Attributes:
        indicators: by id, in the order of the sheet.
        areas: the areas that they are about.
        origins: the documents they name, the plan first.
        sections: the parts of the plan they name.
    """

    def __init__(self, sheet: Sheet, heading: PlanHeading, told: Told, areas: Areas, title: str) -> None:
        self.sheet, self.heading, self.told, self.areas = sheet, heading, told, areas
        self.origins = Named("document", told, {"plan": title})
        self.sections = Named("section", told)
        self.indicators: dict[str, Gathered] = {}
        self._codes: dict[tuple[str, str], Said] = {}
        self._seen: dict[tuple[object, ...], Figure] = {}

    def add(self, line: PlanLine) -> None:
        """Put one more line to its indicator."""
        if not line.name.text:
            return  # that is told
        id = line.id.text if line.id else slug(line.name.text)
        if not _ID.match(id):
            told = f"'{id}' is no id: small letters, digits and '_', a letter first. Mend it"
            self._fail(line.name, f"{told}, or name the column '{self.heading.shown(Column.CODE)}' if it holds numbers")
            return
        found = self.indicators.setdefault(id, Gathered(id, line))
        self._declare(found, line)
        area = self.areas.of(line.said.get(Column.AREA))
        document = line.said.get(Column.ORIGIN)
        is_plan = document is None or folded(document.text) == folded(self.origins.titles["plan"])
        origin = "plan" if is_plan or document is None else self.origins.id(document)
        said = {column: line.said[column] for column in _OF_ROW if column in line.said}
        if code := said.get(Column.CODE):
            first = self._codes.setdefault((area, code.text), code)
            if first is not code:
                self._fail(code, f"the number '{code.text}' stands twice, first in {first.place}. Mend one")
        figures = [each for each in line.figures if self._is_new(id, area, each)]
        found.rows.append(Row(line.place, area, origin, said, figures))

    def _declare(self, found: Gathered, line: PlanLine) -> None:
        """What the line declares, which must not differ from what an earlier one does."""
        said = {column: line.said[column] for column in _DECLARED if column in line.said}
        said |= {Column.TITLE: line.title} if line.title else {}
        for column, each in said.items():
            first = found.said.setdefault(column, each)
            if first.text != each.text:
                told = f"'{found.id}' has the {column} '{first.text}' in {first.place}, and '{each.text}' here"
                self._fail(each, f"{told}. Write both alike, or give each an id of its own")

    def _is_new(self, id: str, area: str, figure: Figure) -> bool:
        """Whether a figure is the first about its thing, area and period; a repeated one is passed over."""
        is_target = figure.sort is Sort.TARGET
        first = self._seen.setdefault((id, area, is_target, figure.period), figure)
        if first is figure:
            return True
        if is_target or first.fields != figure.fields:
            what = "target" if is_target else "figure"
            told = f"a second {what} of '{id}' for {figure.period}; the first stands in {first.place}. Keep one"
            self.told.fail(figure.place, figure.head, told)
        return False

    def check(self) -> None:
        """Tell what indicators lack, once all lines are there."""
        every = list(self.indicators.values())
        if every and not any(_has_target(each) for each in every) and not self.told.problems:
            advice = "Add a column 'Mục tiêu 2030'" if self.heading.language == "vi" else "Add a column 'Target 2030'"
            self.told.fail(self.sheet.at(self.heading.line, 0), "", f"no line has a target. {advice}")
        words = _ADVICE["vi" if self.heading.language == "vi" else "en"]
        self._require(
            Column.DIRECTION,
            [each for each in every if _has_target(each)],
            f"an indicator with a target has no direction. Write {words[Column.DIRECTION]}",
        )
        self._require(
            Column.PRICE,
            [each for each in every if each.line.unit is not None and each.line.unit.is_money],
            f"money has no price basis. Write {words[Column.PRICE]}",
        )
        if any(Column.SECTION in each.said for each in every):
            self._require(Column.SECTION, every, "the indicator has no section, and others have one. Write it")
        for each in every:
            if section := each.said.get(Column.SECTION):
                each.said[Column.SECTION] = section._replace(text=self.sections.id(section))

    def keep_sound(self) -> None:
        """Keep the indicators of whose lines nothing was told, as if they lacked nothing, for the loader to look at."""
        wrong = {each.source.line for each in self.told.problems} - {self.heading.line}
        place = self.sheet.at(self.heading.line, 0)
        lacking = {Column.DIRECTION: "neutral", Column.PRICE: "current"}
        for id, found in list(self.indicators.items()):
            if wrong & {row.place.line for row in found.rows} or not found.rows:
                del self.indicators[id]
                continue
            is_money = found.line.unit is not None and found.line.unit.is_money
            for column, text in lacking.items():
                if column is not Column.PRICE or is_money:
                    found.said.setdefault(column, Said(text, place, ""))

    def _require(self, column: Column, of: list[Gathered], message: str) -> None:
        """Tell every empty cell of a column; where there is no such column, once at the heading."""
        lacking = [each for each in of if column not in each.said]
        if lacking and column not in self.heading.columns:
            names = ", ".join(f"'{each.line.name.text}'" for each in lacking[:3])
            more = f" and {len(lacking) - 3} more" if len(lacking) > 3 else ""
            told = f"{message} in a column '{self.heading.shown(column)}'; it is needed for {names}{more}"
            self.told.fail(self.sheet.at(self.heading.line, 0), "", told)
            return
        for each in lacking:
            place = self.sheet.at(each.line.place.line, self.heading.columns[column])
            head = self.heading.head(column)
            if (place, head) not in {(told.source, told.path) for told in self.told.problems}:
                self.told.fail(place, head, message)

    def _fail(self, said: Said, message: str) -> None:
        self.told.fail(said.place, said.head, message)


def _has_target(found: Gathered) -> bool:
    return any(each.sort is Sort.TARGET for row in found.rows for each in row.figures)


_ADVICE = {
    "en": {Column.DIRECTION: "increase, decrease or neutral", Column.PRICE: "current or constant"},
    "vi": {Column.DIRECTION: "tăng, giảm hoặc trung tính", Column.PRICE: "hiện hành hoặc so sánh"},
}
