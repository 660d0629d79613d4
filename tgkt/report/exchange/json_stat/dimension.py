"""Dimensions of a cube: categories by id and name, and where in the cube a figure stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tgkt.record import NamedTuple
from tgkt.report.exchange.column import Cells


class Category(NamedTuple):
    """One category of a dimension.

    Attributes:
        id: its id, unique in the dimension.
        label: its name.
        unit: what JSON-stat says of the unit of its numbers; None where it has no unit of its own.
    """

    id: str
    label: str
    unit: Cells | None = None


class Dimension(NamedTuple):
    """One dimension.

    Attributes:
        id: its id.
        label: its name.
        categories: its categories, in order.
    """

    id: str
    label: str
    categories: tuple[Category, ...]

    @property
    def ids(self) -> list[str]:
        """The ids of its categories, in order."""
        return [each.id for each in self.categories]

    def fields(self) -> Cells:
        """The dimension as JSON-stat has it."""
        units = {each.id: each.unit for each in self.categories if each.unit is not None}
        labels = {each.id: each.label for each in self.categories}
        return {
            "label": self.label,
            "category": {"index": self.ids, "label": labels, **({"unit": units} if units else {})},
        }


def cell_of(place: Mapping[str, str], dimensions: Sequence[Dimension]) -> int:
    """The number of a cell, row by row: the last dimension changes first.

    Args:
        place: the category of the cell in each dimension, by their ids.
        dimensions: the dimensions, in order.
    """
    found = 0
    for each in dimensions:
        found = found * len(each.categories) + each.ids.index(place[each.id])
    return found
