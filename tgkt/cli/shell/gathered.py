"""The names of a folder out of its catalogue, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tgkt.cli.shell.names import Name
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Words
from tgkt.facts.plan import Plan, Row
from tgkt.loading.files import all_files, data_folder, load_files
from tgkt.loading.folder import real
from tgkt.record import NamedTuple


class Gathered(NamedTuple):
    """The names of a data folder, and what they were made of.

    Attributes:
        names: the names.
        folders: the folders whose files were read, those of its bases first.
        files: the files in their order: their names and bytes.
    """

    names: list[Name]
    folders: list[str]
    files: list[tuple[str, bytes]]


def gathered(place: Path) -> Gathered:
    """The names of a data folder.

    Raises:
        TgktError: there is no such folder, or its data are invalid.
    """
    folder = data_folder(place)
    files = all_files(folder)
    folders = [str(real(each)) for each in files.folders]
    contents = [(file.name, content) for file, content in files.contents.items() if isinstance(content, bytes)]
    return Gathered(list(_names(load_files(folder, files))), folders, contents)


def _names(catalogue: Catalogue) -> Iterator[Name]:
    if (in_force := catalogue.plan_in_force()) is not None:
        yield Name("force", in_force.id)
    for plan in catalogue.plans.values():
        yield Name("plan", plan.id, titles=_titles(plan.title))
        yield from (_row(row) for row in plan.rows)
    yield from (Name("indicator", each.id, titles=_titles(each.title)) for each in catalogue.indicators.values())
    yield from (Name("area", each.id, titles=_titles(each.title)) for each in catalogue.areas.values())
    yield from (Name("section", id, titles=_titles(title)) for id, title in catalogue.sections.items())
    yield from (Name("origin", each.id, titles=_titles(each.short)) for each in catalogue.origins.values())
    yield from (Name("identity", each.id, titles=_titles(each.says)) for each in catalogue.identities)
    yield from _periods(list(catalogue.plans.values()))


def _row(row: Row) -> Name:
    return Name("row", row.code, row.plan, row.area, row.indicator.id, _titles(row.indicator.title))


def _periods(plans: list[Plan]) -> Iterator[Name]:
    """The years from the first baseline to the end of the last term, and the terms."""
    first = min((plan.baseline for plan in plans), default=1)
    last = max((plan.period.last for plan in plans), default=0)
    yield from (Name("year", str(year)) for year in range(first, last + 1))
    yield from (Name("period", str(plan.period), titles=_titles(plan.title)) for plan in plans)


def _titles(words: Words | None) -> dict[str, str]:
    return {"en": words.en, "vi": words.vi, **dict(words.others)} if words else {}
