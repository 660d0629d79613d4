"""A table on its way into a folder: read, compared, checked with everything there is, and written when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tgkt.facts.catalogue import Catalogue
from tgkt.loading.arriving.checked import check
from tgkt.loading.arriving.documents import Documents
from tgkt.loading.arriving.gathered import gather, wishes
from tgkt.loading.arriving.item import Asked, Batch
from tgkt.loading.arriving.locked import held
from tgkt.loading.arriving.surroundings import begin, loaded
from tgkt.loading.tabular.book import chosen_sheet, open_book
from tgkt.loading.tabular.headings import mapped
from tgkt.loading.tabular.table import Progress, Table


@contextmanager
def batch(
    asked: Asked,
    folder: Path,
    progress: Progress = lambda _: None,
    named: Callable[[Asked, Catalogue], Asked] = lambda asked, _: asked,
) -> Iterator[Batch]:
    """Hold a folder and see what a table brings to it; the folder is let go at the end.

    Between the check and `Batch.write` stands whatever else judges the figures: it compares `before` and `after`, and
    holds figures of `added` with `Batch.hold`.

    Args:
        asked: the table, and what the user says of it.
        folder: the folder; it is made where there is none and something is written.
        progress: takes the line that is read.
        named: turns what the user calls plan, area and indicators into their ids in the data.

    Raises:
        DataError: the folder's data are invalid, or the table cannot be read.
        UsageError: an option names nothing.
    """
    with held(folder, begin) as place:
        before = loaded(place)
        asked = named(asked, before)
        heads = mapped(asked.heads, before.own_units)
        sheets = open_book(asked.name, asked.file, heads, from_stdin=asked.from_stdin)
        table = Table(*chosen_sheet(sheets, asked.sheet, heads), wishes(asked, before))
        found = Batch(asked, place, before, table, Documents(before, asked.date, asked.issuer))
        gather(found, progress)
        check(found)
        yield found
