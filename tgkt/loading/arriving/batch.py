"""A table on its way into a folder: read, compared, checked with all other data, and written on request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tgkt.facts.catalogue import Catalogue
from tgkt.loading.arriving.checked import check
from tgkt.loading.arriving.documents import Documents
from tgkt.loading.arriving.gathered import gather, wishes
from tgkt.loading.arriving.item import Asked, Batch
from tgkt.loading.arriving.locked import held
from tgkt.loading.arriving.surroundings import begin, loaded
from tgkt.loading.tabular.arrived import Figures, Progress
from tgkt.loading.tabular.book import chosen_sheet, open_book
from tgkt.loading.tabular.headings import mapped
from tgkt.loading.tabular.statistical.opened import open_cube
from tgkt.loading.tabular.table import Table


@contextmanager
def batch(
    asked: Asked,
    folder: Path,
    progress: Progress = lambda _: None,
    named: Callable[[Asked, Catalogue], Asked] = lambda asked, _: asked,
) -> Iterator[Batch]:
    """The batch that a table makes for a folder, which is locked until the caller is done.

    Between this check and `Batch.write` the caller may judge the figures itself: it compares `before` with `after` and
    holds back figures of `added` with `Batch.hold`.

    Args:
        asked: the table, and the user's options for it.
        folder: the folder; a missing one is made if something is written.
        progress: called with the number of the line being read.
        named: turns the user's names of plan, area and indicators into ids of the data.

    Raises:
        DataError: the folder's data are invalid, or the table cannot be read.
        UsageError: an option names nothing.
    """
    with held(folder, partial(begin, lang=asked.lang)) as place:
        before = loaded(place)
        asked = named(asked, before)
        found = Batch(asked, place, before, _opened(asked, before), Documents(before, asked.date, asked.issuer))
        gather(found, progress)
        check(found)
        yield found


def _opened(asked: Asked, before: Catalogue) -> Figures:
    """What the figures come from, by the first bytes of the file."""
    wanted = wishes(asked, before)
    if cube := open_cube(asked.name, asked.file, asked.heads, asked.sheet, wanted, from_stdin=asked.from_stdin):
        return cube
    heads = mapped(asked.heads, before.own_units)
    sheets = open_book(asked.name, asked.file, heads, from_stdin=asked.from_stdin)
    return Table(*chosen_sheet(sheets, asked.sheet, heads), wanted)
