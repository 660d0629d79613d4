"""The lines of a sheet put together: each indicator once, with its rows; contradictions are reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tgkt.facts.indicator import Direction, Price
from tgkt.loading.naming import slug
from tgkt.loading.planned.figures import Figure
from tgkt.loading.planned.heads import PlanHeading, Sort
from tgkt.loading.planned.lines import PlanLine, Said
from tgkt.loading.planned.named import Areas, Named
from tgkt.loading.planned.words import COLUMN_WORDS, DIRECTION_WORDS, PRICE_WORDS, Column
from tgkt.loading.tabular.arrived import Told
from tgkt.loading.tabular.cells import Sheet
from tgkt.loading.tabular.names import folded
from tgkt.message import Message
from tgkt.source import Source

_ID = re.compile(r"[a-z][a-z0-9_]*\Z", re.ASCII)
_DECLARED = (Column.TITLE, Column.UNIT, Column.DIRECTION, Column.SECTION, Column.PRICE)
_OF_ROW = (Column.CODE, Column.LOCATOR, Column.NOTE)


@dataclass(slots=True)
class Row:
    """A line of an indicator: its place, area and document by id, its other cells, and its figures."""

    place: Source
    area: str
    origin: str
    said: dict[Column, Said]
    figures: list[Figure]


@dataclass(slots=True)
class Gathered:
    """An indicator of the sheet: its declared keys, each with its cell, and its rows."""

    id: str
    line: PlanLine
    said: dict[Column, Said] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


class Gathering:
    """Puts lines together.

    Attributes:
        indicators: by id, in the order of the sheet.
        areas: their areas.
        origins: their documents, the plan first.
        sections: their sections.
    """

    def __init__(self, sheet: Sheet, heading: PlanHeading, told: Told, areas: Areas, title: str) -> None:
        self.sheet, self.heading, self.told, self.areas = sheet, heading, told, areas
        self.origins = Named(told, {"plan": title})
        self.sections = Named(told)
        self.indicators: dict[str, Gathered] = {}
        self._codes: dict[tuple[str, str], Said] = {}
        self._seen: dict[tuple[object, ...], Figure] = {}

    def add(self, line: PlanLine) -> None:
        """Put one more line to its indicator."""
        if not line.name.text:
            return  # reported already
        id = line.id.text if line.id else slug(line.name.text)
        if not _ID.match(id):
            told = Message(
                "'{id}' is not an id: an id has small letters, digits and '_', and begins with a "
                "letter. Correct it, or name the column '{column}' if it holds numbers",
                id=id,
                column=self.heading.shown(Column.CODE),
            )
            self._fail(line.name, told)
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
                told = Message(
                    "the number '{code}' appears twice, first in {place}. Correct one",
                    code=code.text,
                    place=first.place,
                )
                self._fail(code, told)
        figures = [each for each in line.figures if self._is_new(id, area, each)]
        found.rows.append(Row(line.place, area, origin, said, figures))

    def _declare(self, found: Gathered, line: PlanLine) -> None:
        """Keep the keys that a line declares; they must not differ from those of an earlier line."""
        said = {column: line.said[column] for column in _DECLARED if column in line.said}
        said |= {Column.TITLE: line.title} if line.title else {}
        for column, each in said.items():
            first = found.said.setdefault(column, each)
            if first.text != each.text:
                told = Message(
                    "'{id}' has the {column} '{first}' in {place}, and '{text}' here. Write both the "
                    "same way, or give each an id of its own",
                    id=found.id,
                    column=COLUMN_WORDS[column],
                    first=_word(column, first.text),
                    place=first.place,
                    text=_word(column, each.text),
                )
                self._fail(each, told)

    def _is_new(self, id: str, area: str, figure: Figure) -> bool:
        """Whether a figure is the first about its thing, area and period; a repeated one is passed over."""
        is_target = figure.sort is Sort.TARGET
        first = self._seen.setdefault((id, area, is_target, figure.period), figure)
        if first is figure:
            return True
        if is_target or first.fields != figure.fields:
            what = Message("a second target of '{id}'", id=id)
            self.told.fail(
                figure.place,
                figure.head,
                "{what} for {period}; the first stands in {place}. Keep one",
                what=what if is_target else Message("a second figure of '{id}'", id=id),
                period=figure.period,
                place=first.place,
            )
        return False

    def check(self) -> None:
        """Report the keys that indicators lack, once all lines are read."""
        every = list(self.indicators.values())
        if every and not any(_has_target(each) for each in every) and not self.told.problems:
            example = "Mục tiêu 2030" if self.heading.language == "vi" else "Target 2030"
            place = self.sheet.at(self.heading.line, 0)
            self.told.fail(place, "", "no line has a target. Add a column '{column}'", column=example)
        words = _ADVICE["vi" if self.heading.language == "vi" else "en"]
        self._require(
            Column.DIRECTION,
            [each for each in every if _has_target(each)],
            Message("an indicator with a target has no direction. Write {words}", words=words[Column.DIRECTION]),
        )
        self._require(
            Column.PRICE,
            [each for each in every if each.line.unit is not None and each.line.unit.is_money],
            Message("money has no price basis. Write {words}", words=words[Column.PRICE]),
        )
        if any(Column.SECTION in each.said for each in every):
            told = Message("the indicator has no section, and others have one. Write it")
            self._require(Column.SECTION, every, told)
        for each in every:
            if section := each.said.get(Column.SECTION):
                each.said[Column.SECTION] = section._replace(text=self.sections.id(section))

    def keep_sound(self) -> None:
        """Keep only the indicators without reported mistakes, so that the loader can check these."""
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

    def _require(self, column: Column, of: list[Gathered], message: Message) -> None:
        """Report every empty cell of a required column, or once at the heading that the column is missing."""
        lacking = [each for each in of if column not in each.said]
        if lacking and column not in self.heading.columns:
            self.told.fail(
                self.sheet.at(self.heading.line, 0),
                "",
                "{what} in a column '{column}'; it is needed for {names}",
                what=message,
                column=self.heading.shown(column),
                names=_names(lacking),
            )
            return
        for each in lacking:
            place = self.sheet.at(each.line.place.line, self.heading.columns[column])
            head = self.heading.head(column)
            if (place, head) not in {(told.source, told.path) for told in self.told.problems}:
                self.told.fail(place, head, message)

    def _fail(self, said: Said, message: str) -> None:
        self.told.fail(said.place, said.head, message)


def _word(column: Column, text: str) -> str:
    """The content of a cell for a message; words of closed lists are messages themselves."""
    if column is Column.DIRECTION:
        return DIRECTION_WORDS[Direction(text)]
    return PRICE_WORDS[Price(text)] if column is Column.PRICE else text


def _names(lacking: list[Gathered]) -> Message | str:
    """The names of some indicators, and the number of the others."""
    names = ", ".join(f"'{each.line.name.text}'" for each in lacking[:3])
    return Message("{names} and {count} more", names=names, count=len(lacking) - 3) if len(lacking) > 3 else names


def _has_target(found: Gathered) -> bool:
    return any(each.sort is Sort.TARGET for row in found.rows for each in row.figures)


_ADVICE: dict[str, dict[Column, str]] = {
    "en": {
        Column.DIRECTION: Message("increase, decrease or neutral"),
        Column.PRICE: Message("current or constant"),
    },
    "vi": {Column.DIRECTION: "tăng, giảm hoặc không nêu", Column.PRICE: "hiện hành hoặc so sánh"},
}
