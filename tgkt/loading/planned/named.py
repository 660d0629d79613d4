"""Names of a sheet as unique ids: areas, sections and documents, each declared once."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.errors import UsageError, suggest
from tgkt.facts.formula import AREA
from tgkt.loading.begin import WHOLE
from tgkt.loading.naming import slug
from tgkt.loading.planned.lines import Said
from tgkt.loading.planned.words import NAMES
from tgkt.loading.tabular.arrived import Told
from tgkt.loading.tabular.names import folded
from tgkt.message import Message

OWN_AREA = "plan_area"


class Named:
    """Names met in a column, by id, in the order in which they are met.

    Args:
        told: collects the mistakes.
        titles: known names by id.
    """

    def __init__(self, told: Told, titles: dict[str, str] | None = None) -> None:
        self.told, self.titles = told, dict(titles or {})
        self._reserved = set[str]()

    def id(self, said: Said) -> str:
        """The id of a name; a name that differs from another only in accents or signs is reported."""
        found = slug(said.text)
        known = self.titles.setdefault(found, said.text)
        if folded(known) != folded(said.text) or (known != said.text and known.casefold() != said.text.casefold()):
            told = Message(
                "'{text}' and '{other}' give the same id, '{id}'. Write them the same way, or make them differ more",
                text=said.text,
                other=known,
                id=found,
            )
            self.told.fail(said.place, said.head, told)
        elif found in self._reserved:
            told = Message(
                "'{text}' gives the id '{id}', which means any area in a formula. Give it another name",
                text=said.text,
                id=found,
            )
            self.told.fail(said.place, said.head, told)
        return found


class Areas(Named):
    """The areas of a plan: its own, the parts that were named, and those of the sheet.

    Attributes:
        own: the id of the area of lines that name none.
        parts: the ids of the areas that the own one was merged from.
    """

    def __init__(self, told: Told, asked: Sequence[str], lang: str, title: str) -> None:
        super().__init__(told)
        self._reserved = {AREA}
        self.parts: list[str] = []
        self._is_closed = len(asked) > 1
        self.own = OWN_AREA
        self._title = NAMES[lang]["area"].format(title)
        if self._is_closed:
            self.own, self._title = WHOLE[lang]
            self.parts = [slug(each) for each in asked]
            self.titles = {self.own: self._title, **dict(zip(self.parts, asked, strict=True))}
        elif asked:
            self.own, self._title = slug(asked[0]), asked[0]
        for each in asked:
            if slug(each) in self._reserved or (self._is_closed and [self.own, *self.parts].count(slug(each)) > 1):
                raise UsageError("--areas: '{name}' makes no id of its own. Give each area another name", name=each)

    def of(self, said: Said | None) -> str:
        """The area of a line; the plan's own where it names none."""
        if said is None:
            self.titles.setdefault(self.own, self._title)
            return self.own
        if self._is_closed:
            alike = {folded(title): id for id, title in self.titles.items()}
            if (found := alike.get(folded(said.text))) is None:
                advice = suggest(said.text, self.titles.values())
                told = Message("'{text}' is not one of the areas of --areas.{advice}", text=said.text, advice=advice)
                self.told.fail(said.place, said.head, told)
                return self.own
            return found
        return self.id(said)
