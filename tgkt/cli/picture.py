"""`tgkt report --panel`: the picture of a panel, and which options go with it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from tgkt.api.picture import picture
from tgkt.api.seen import seen
from tgkt.cli.panel import columns_named, refuse_input, table_of
from tgkt.cli.progress import working
from tgkt.errors import UsageError
from tgkt.message import Message
from tgkt.panel.duck import DEFAULT_MEMORY
from tgkt.panel.run import Wanted
from tgkt.record import NamedTuple


class Tables(NamedTuple):
    """The tables of a panel, and how they are read.

    Attributes:
        files: the files of figures.
        areas: the file of areas.
        weight_by: the indicator that weighs areas in their parents.
        min_weight: what an area must weigh to be named as worst.
        memory: the memory to use.
        names: what columns are called.
    """

    files: list[Path]
    areas: Path | None
    weight_by: str | None
    min_weight: int | None
    memory: str | None
    names: list[str] | None


class Page(NamedTuple):
    """The page that is asked for: its kind and language, its template, and the file it goes to."""

    kind: str
    lang: str
    template: bytes | None
    output: Path | None


def picture_content(
    tables: Tables, page: Page, data: Path | None, plan: str | None, section: str | None, as_of: int | None
) -> str | bytes:
    """The content of the page.

    Raises:
        UsageError: an option without the areas it is about, or a table that is not there or would be lost.
        DataError: with every mistake in the figures.
    """
    _require_areas(tables)
    refuse_input(page.output, [*tables.files, *([tables.areas] if tables.areas else [])])
    least = None if tables.min_weight is None else Decimal(tables.min_weight)
    with TemporaryDirectory(prefix="tgkt-panel-") as folder:
        files = tuple(table_of(each, Path(folder)) for each in tables.files)
        wanted = Wanted(files, columns_named(tables.names or []), tables.areas, as_of, tables.weight_by, least)
        with working(Message("judging the figures…")):
            asked, memory = seen(data, page.lang), tables.memory or DEFAULT_MEMORY
            return picture(asked, wanted, page.kind, plan, section, page.template, memory=memory)


def _require_areas(tables: Tables) -> None:
    """Refuse options about areas where no file lists them.

    Raises:
        UsageError: with the option.
    """
    if tables.areas is None and tables.weight_by is not None:
        raise UsageError("--weight-by weighs areas in their parents. Give a file of them with --areas, or leave it out")
    if tables.areas is None and tables.min_weight is not None:
        raise UsageError("--min-weight needs the weights of areas. Give a file of them with --areas, or leave it out")
