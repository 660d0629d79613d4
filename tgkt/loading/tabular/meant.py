"""The indicator, area or document meant by words of a table: a number of the plan, an id, a title or part of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tgkt.errors import closest, suggest
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Plan
from tgkt.loading.tabular.names import folded
from tgkt.message import Message
from tgkt.record import NamedTuple

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_COMMA = re.compile(r"\d+,\d+")
_A_DATE = re.compile(
    r"(?i)\d{1,4}[/-]\d{1,2}[/-]\d{1,4}|\d{1,2}[-/]?(?:[a-z]{3}|thg ?\d{1,2})|(?:[a-z]{3}|thg ?\d{1,2})[-/]\d{1,2}"
)
_MOST = 6
_SORTS = {"indicator": Message("indicator"), "area": Message("area"), "origin": Message("origin")}
NO_INDICATOR = Message("no indicator beside the figure. Write one")


class Meant(NamedTuple):
    """The meaning of words: an id with an optional note, or the reason why they mean nothing or several things.

    For unknown words `Names.nearest` gives the likely meaning, which takes long. `several` are the ids that the words
    may mean.
    """

    id: str = ""
    said: str = ""
    wrong: str = ""
    is_several: bool = False
    is_unknown: bool = False
    several: tuple[str, ...] = ()


class Names:
    """Ids with their titles, searched by id, by whole title, then by a part that one title holds.

    Args:
        sort: what they are, for messages: indicator, area, origin.
        titles: the titles of each id, in every language.
    """

    def __init__(self, sort: str, titles: Mapping[str, Iterable[str]]) -> None:
        self.sort = sort
        self._titles = {id: [title for title in each if title] for id, each in titles.items()}
        self._exact: dict[str, list[str]] = {}
        self._loose: dict[str, list[str]] = {}
        for id, each in self._titles.items():
            for title in dict.fromkeys(_alike(text) for text in each):
                self._exact.setdefault(title, []).append(id)
            for title in dict.fromkeys(folded(text) for text in each):
                self._loose.setdefault(title, []).append(id)

    def whole(self, text: str) -> Meant:
        """The meaning of an id or a whole title; empty where the text is neither."""
        if (id := text.casefold()) in self._titles:
            return Meant(id)
        return self._one(text, self._exact.get(_alike(text)) or self._loose.get(folded(text)) or [])

    def find(self, text: str) -> Meant:
        """The meaning of an id, a title or a part of one title."""
        found = self.whole(text)
        if found.id or found.wrong:
            return found
        part = f" {folded(text)} "
        if part.strip() and not part.strip().isdigit():
            holding = [id for title, ids in self._loose.items() if part in f" {title} " for id in ids]
            found = self._one(text, list(dict.fromkeys(holding)))
            if found.id:
                return found._replace(
                    said=Message("'{text}' is taken as {meant}", text=text, meant=self.shown(found.id))
                )
            if found.wrong:
                return found
        told = Message("unknown {sort} '{text}'.", sort=_SORTS[self.sort], text=text)
        return Meant(wrong=told, is_unknown=True)

    def nearest(self, text: str) -> Message:
        """The advice for unknown words: the nearest title or id."""
        all_there_is = Message("{command} shows what there is", command=f"tgkt list {self.sort}s")
        return self._near(text) or suggest(text, self._titles, all_there_is)

    def shown(self, id: str) -> str:
        """An id with its first title."""
        return f"{id} ({self._titles[id][0]})" if self._titles[id] else id

    def _one(self, text: str, ids: list[str]) -> Meant:
        if len(ids) == 1:
            return Meant(ids[0])
        if not ids:
            return Meant()
        wrong = Message("{several}. Write the id of one", several=self.several(text, ids))
        return Meant(wrong=wrong, is_several=True, several=tuple(ids))

    def several(self, text: str, ids: Sequence[str]) -> Message:
        """The message that a text means several things, with their names."""
        told: list[str] = [self.shown(id) for id in ids[:_MOST]]
        if len(ids) > _MOST:
            told.append(Message("and {count} more", count=len(ids) - _MOST))
        return Message("'{text}' means several: {ids}", text=text, ids=Message.joined("; ", told))

    def _near(self, text: str) -> Message | None:
        """The title that a slip may have meant, with its id."""
        near = closest(text, {title: None for each in self._titles.values() for title in each})
        if not near:
            return None
        id = self._exact[_alike(near[0])][0]
        if near[0] == id:
            return Message(" Did you mean '{word}'?", word=id)
        return Message(" Did you mean '{title}' ({id})?", title=near[0], id=id)


class Indicators:
    """The indicators of a catalogue as tables name them, numbers being those of the plan in force."""

    def __init__(self, catalogue: Catalogue, plan: Plan | None) -> None:
        titles = {id: list(each.title.texts) for id, each in catalogue.indicators.items()}
        self._rows = plan.rows if plan else ()
        self._plan = plan.id if plan else ""
        for row in self._rows:
            if row.label:
                titles[row.indicator.id].append(row.label)
        self.names = Names("indicator", titles)
        self._kept: dict[tuple[str, str, str, bool], Meant] = {}

    def find(self, text: str, code: str, area: str, *, is_counter: bool) -> Meant:
        """The indicator of a line.

        Args:
            text: the cell of the indicator column.
            code: the cell of the number's column.
            area: the area of the line, which distinguishes rows with the same number.
            is_counter: whether the number's column only counts lines, so that it need not agree with the text.
        """
        asked = (text, code, area, is_counter)
        if asked not in self._kept:
            if len(self._kept) > 20_000:
                self._kept.clear()
            self._kept[asked] = self._find(text, code, area, is_counter=is_counter)
        return self._kept[asked]

    def agreed(self, found: Meant, text: str, title: str) -> Meant:
        """What a line means that names its indicator twice, where the title beside the first name is no other's.

        Args:
            found: what the first name means.
            text: the first name.
            title: the second.
        """
        other = self.names.find(title)
        if not found.id or other.id == found.id or found.id in other.several:
            return found
        if other.is_unknown:
            told = Message("'{title}' beside '{text}' is not known; '{text}' counts", title=title, text=text)
            return found._replace(said=told)
        if other.id:
            return self._contrary(text, found.id, title, other.id)
        told = Message(
            "'{text}' is {meant}, {several}. Keep the one you mean",
            text=text,
            meant=self.names.shown(found.id),
            several=self.names.several(title, other.several),
        )
        return Meant(wrong=told)

    def _contrary(self, text: str, id: str, other: str, other_id: str) -> Meant:
        """The message that two cells of a line mean two indicators."""
        told = Message(
            "'{text}' is {meant}, '{other}' is {other_meant}. Keep the one you mean",
            text=text,
            meant=self.names.shown(id),
            other=other,
            other_meant=self.names.shown(other_id),
        )
        return Meant(wrong=told)

    def _find(self, text: str, code: str, area: str, *, is_counter: bool) -> Meant:
        if not text:
            return self._numbered(code, area) if code else Meant(wrong=NO_INDICATOR)
        if _NUMBER.fullmatch(text) or _COMMA.fullmatch(text) or _A_DATE.fullmatch(text):
            return self._numbered(text, area)
        found = self.names.find(text)
        if not code or is_counter or found.wrong:
            by_code = self._numbered(code, area) if found.is_several and code else Meant()
            return by_code if by_code.id in found.several else found
        numbered = self._numbered(code, area)
        if numbered.wrong and not numbered.is_several:
            return numbered
        if numbered.id and numbered.id != found.id:
            return self._contrary(code, numbered.id, text, found.id)
        return found

    def _numbered(self, code: str, area: str) -> Meant:
        """The indicator of a number of the plan; a number with several parts is refused."""
        code = code.removeprefix("#")  # as tgkt's own CSV marks numbers of plans
        if _COMMA.fullmatch(code):
            return Meant(wrong=_with_comma(code))
        if _A_DATE.fullmatch(code):
            return Meant(wrong=number_as_date(code))
        own = [row for row in self._rows if row.code.casefold() == code.casefold()]
        rows = own or [row for row in self._rows if row.code.startswith(f"{code}.")]
        rows = [row for row in rows if row.area == area] or rows
        ids = list(dict.fromkeys(row.indicator.id for row in rows))
        if len(ids) == 1:
            return Meant(ids[0])
        if ids:
            listed = "; ".join(f"{row.code} {self.names.shown(row.indicator.id)}" for row in rows[:_MOST])
            told = Message("'{text}' means several: {ids}. Name one of them", text=code, ids=listed)
            return Meant(wrong=told, is_several=True)
        return Meant(wrong=_unnumbered(code, self._plan))


def number_as_date(text: str) -> Message:
    """That a spreadsheet has made a date of the number of an indicator."""
    return Message("'{text}' is a date that the spreadsheet made from a number. Write e.g. 5.1, as text", text=text)


def _with_comma(code: str) -> Message:
    return Message(
        "'{text}' is the number {number} with a comma. Write it with a dot, as text",
        text=code,
        number=code.replace(",", "."),
    )


def _unnumbered(code: str, plan: str) -> Message:
    """That no target has a number."""
    named = Message("plan {id}", id=plan) if plan else Message("the data, which have no plan in force")
    return Message(
        "no target has the number '{code}' in {plan}. Write an id or a title, or name --plan", code=code, plan=named
    )


def _alike(text: str) -> str:
    """A title in the form of the first comparison: accents count, case and spaces do not."""
    return " ".join(text.casefold().split())
