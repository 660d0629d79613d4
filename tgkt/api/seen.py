"""Some data as a question sees them."""

from __future__ import annotations

import shlex
from pathlib import Path

from tgkt.api.choose import known_at
from tgkt.loading.files import data_folder, load_folder
from tgkt.record import NamedTuple
from tgkt.series.series import Knowledge


class Seen(NamedTuple):
    """The data of a folder, and the clock and language in which questions about them are answered.

    Attributes:
        knowledge: what is known, and up to when.
        folder: the folder.
        lang: the language of titles, tables and notes.
        until: the last year that was asked for; None where none was.
        given: the folder as it was named; None where none was.
    """

    knowledge: Knowledge
    folder: Path
    lang: str
    until: int | None = None
    given: Path | None = None

    @property
    def option(self) -> str:
        """The option that names the folder in a command, with a blank before it; nothing where none was named."""
        return "" if self.given is None else f" --data {shlex.quote(str(self.given))}"


def seen(
    data: Path | None,
    lang: str,
    as_of: int | None = None,
    known_by: str | None = None,
    baseline: str | None = None,
    *,
    across_breaks: bool = False,
) -> Seen:
    """Read a folder, and set the clock.

    Args:
        data: the folder; unless given that of the variable TGKT_DATA, else the shipped data.
        lang: the language of titles, tables and notes.
        as_of: the last year whose figures are known; the newest unless given.
        known_by: the date up to which documents are known; any unless given.
        baseline: "plan" for the plan's own baseline even where a later release replaced it.
        across_breaks: whether figures are compared across declared breaks.

    Raises:
        UsageError: there is no such folder, or the text is not a date.
        DataError: with every problem of every file.
    """
    folder = data_folder(data)
    knowledge = known_at(load_folder(folder), as_of, known_by, baseline, across_breaks=across_breaks)
    return Seen(knowledge, folder, lang, as_of, data)
