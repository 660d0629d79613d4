"""The documents of arriving figures: those the data have, by id or title, and new ones by the title a table gives."""

from __future__ import annotations

import re

from tgkt.errors import UsageError, unaccented
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Issuer, Origin
from tgkt.loading.arriving.written import NewOrigin
from tgkt.loading.naming import slug
from tgkt.loading.origins import is_date
from tgkt.loading.tabular.meant import Names
from tgkt.loading.tabular.table import NO_ORIGIN
from tgkt.message import Message

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)
ISSUER_WORDS = {
    Issuer.STATISTICS: Message("statistics"),
    Issuer.GOVERNMENT: Message("government"),
    Issuer.PARTY: Message("party"),
    Issuer.PRESS: Message("press"),
}


class Documents:
    """Finds the document of a figure; a new title makes a new document.

    Args:
        catalogue: the data as they are.
        date: the date of new documents, if the user gives one.
        issuer: their issuer, if the user gives one.

    Raises:
        UsageError: the text is not a date.
    """

    def __init__(self, catalogue: Catalogue, date: str | None, issuer: Issuer | None = None) -> None:
        if date is not None and not (_DATE.fullmatch(date) and is_date(date)):
            raise UsageError(
                "--date: '{date}' is not a date. Write YYYY-MM-DD, YYYY-MM or YYYY, e.g. 2026-12-20", date=date
            )
        self._known = catalogue.origins
        self._date, self._issuer = date, issuer
        titles = {id: [*each.title.texts, *each.short.texts] for id, each in self._known.items()}
        self._names = Names("origin", titles)
        self.new: dict[str, NewOrigin] = {}
        self._found: dict[str, tuple[str, str]] = {}
        self._told: set[str] = set()
        self.unnamed = NewOrigin(slug("unnamed", self._known), "–", date, issuer)
        """Stands for the document of figures that name none, while the rest of them is looked at."""

    def find(self, text: str) -> tuple[str, str]:
        """The id of a document by its id or title, and the mistake, if there is one."""
        if text not in self._found:
            self._found[text] = self._find(text)
        return self._found[text]

    def is_first(self, text: str) -> bool:
        """Whether this is the first time that the document is asked about."""
        is_new = text not in self._told
        self._told.add(text)
        return is_new

    def date_of(self, id: str) -> str | None:
        """The date of a document, new or not."""
        return self.new[id].date if id in self.new else self._known[id].date

    def _find(self, text: str) -> tuple[str, str]:
        if not text:
            return "", NO_ORIGIN
        found = self._names.whole(text)
        if found.wrong:
            return "", found.wrong
        if found.id:
            wrong = self._contradiction(self._known[found.id])
            return "" if wrong else found.id, wrong
        alike = next((each.id for each in self.new.values() if unaccented(each.title) == unaccented(text)), None)
        if alike is None:
            alike = slug(text, [*self._known, *self.new], before="origin")
            self.new[alike] = NewOrigin(alike, text, self._date, self._issuer)
        return alike, ""

    def _contradiction(self, known: Origin) -> Message | str:
        """The message that a given date or issuer differs from that of a document in the data."""
        fields = {"id": known.id, "place": known.source}
        if self._issuer is not None and self._issuer is not known.issuer:
            return Message(
                "the origin '{id}' {has} in {place}, and --issuer says {given}. Correct one of them",
                has=Message("is of the issuer {issuer}", issuer=ISSUER_WORDS[known.issuer])
                if known.issuer
                else Message("has no issuer"),
                given=self._issuer.value,
                **fields,
            )
        given, there = self._date, known.date
        if given is None or (there is not None and (given.startswith(there) or there.startswith(given))):
            return ""
        return Message(
            "the origin '{id}' {has} in {place}, and --date says {given}. Correct one of them",
            has=Message("is dated {date}", date=there) if there else Message("has no date"),
            given=given,
            **fields,
        )
