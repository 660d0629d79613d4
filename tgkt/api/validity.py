"""Data files checked: every mistake in them, or that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tgkt.errors import DataError, Problem, shown
from tgkt.facts.catalogue import Catalogue
from tgkt.loading.files import changed_bases, checked, data_folder
from tgkt.loading.worse_side import bounds_of_the_worse_side
from tgkt.message import Message
from tgkt.record import NamedTuple


class Validity(NamedTuple):
    """What a check of data files found.

    Attributes:
        files: how many files were checked.
        problems: every mistake; those of no single line are texts.
        notes: what is no mistake and may be unintended.
    """

    files: int
    problems: tuple[Problem | str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_valid(self) -> bool:
        """Whether there is no mistake."""
        return not self.problems


def validate(data: Path | None, files: Sequence[Path] = ()) -> Validity:
    """Check a folder, or files together with it.

    Args:
        data: the folder; unless given that of the variable TGKT_DATA, else the shipped data.
        files: files to check, each of which replaces the file of its name in the folder.

    Raises:
        UsageError: there is no such folder.
    """
    folder = data_folder(data)
    try:
        count, catalogue = checked(folder, list(files))
    except DataError as error:
        return Validity(0, error.problems)
    return Validity(count, (), (*changed_bases(folder), *(_notes(catalogue, files) if catalogue else ())))


def _notes(catalogue: Catalogue, files: Sequence[Path]) -> list[str]:
    """Notes about things that are not mistakes but may be unintended."""
    return [*_open_plans(catalogue), *map(shown, bounds_of_the_worse_side(catalogue, [str(file) for file in files]))]


def _open_plans(catalogue: Catalogue) -> list[str]:
    """The note that several plans could be the one in force."""
    if not catalogue.plans or catalogue.plan_in_force() is not None:
        return []
    last = max(each.period.last for each in catalogue.plans.values())
    names = ", ".join(each.id for each in catalogue.plans.values() if each.period.last == last)
    return [
        Message(
            "several plans end in {year}: {plans}. Mark one with 'in_force: true', or give --plan with every command",
            year=last,
            plans=names,
        )
    ]
