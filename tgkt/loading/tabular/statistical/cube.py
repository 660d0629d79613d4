"""A cube of a statistics office: its dimensions with their codes, and its cells as they stand in the file."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tgkt.loading.tabular.arrived import Told
from tgkt.loading.tabular.names import Head
from tgkt.record import NamedTuple
from tgkt.source import Source


@dataclass(slots=True)
class Dimension:
    """A dimension of a cube.

    Attributes:
        id: its name in the file.
        title: its title for readers; the id where it has none.
        labels: its codes, each with its label; a code without one has itself.
        role: what the file says it is: the indicator, the area or the period; empty where the file says nothing.
    """

    id: str
    title: str
    labels: dict[str, str] = field(default_factory=dict)
    role: Head | None = None

    def readable(self) -> list[str]:
        """Its codes as readers know them: the label where the code is a bare number and no other has the label."""
        counts = Counter(self.labels.values())
        return [label if code.isdigit() and counts[label] == 1 else code for code, label in self.labels.items()]


class Observation(NamedTuple):
    """A cell of a cube, every part as written; empty where the file says nothing.

    Attributes:
        codes: its code in each dimension, in the order of the cube.
        value: its number; of a range the first.
        number: the number of its line, or of its value, counted from 1.
        status: how the file marks it.
        unit: the unit that the file names.
        power: the power of ten that the number is to be multiplied by.
        decimals: how many decimals the office prints.
        high: the second number of a range.
        comparator: the words around the number, as tgkt's own files have them.
        wrong: why its value cannot be read, whatever it means.
    """

    codes: tuple[str, ...]
    value: str
    number: int
    status: str = ""
    unit: str = ""
    power: str = ""
    decimals: str = ""
    high: str = ""
    comparator: str = ""
    wrong: str = ""


class Cube(ABC):
    """A cube of any kind of file.

    Attributes:
        file: how messages name the file.
        name: the name of the dataset, where the file has several; else empty.
        dimensions: its dimensions.
        source: what the file says about where it comes from, for messages.
    """

    file: str
    name: str = ""
    dimensions: list[Dimension]
    source: str = ""

    def survey(self) -> None:  # noqa: B027 - most files say their codes at the beginning
        """Learn the codes of every dimension, where only the cells say them."""

    @abstractmethod
    def cells(self, told: Told) -> Iterator[Observation]:
        """The cells in the order of the file; may be asked again. Mistakes are added to `told`."""

    @abstractmethod
    def at(self, number: int) -> Source:
        """The place of a cell by its number."""

    @abstractmethod
    def locator(self, number: int) -> str:
        """The place of a cell in the document; empty where the file alone is named."""

    @property
    def where(self) -> str:
        """The file as a place in an origin."""
        return self.file.replace("\\", "/").rsplit("/", 1)[-1]

    @property
    def whole(self) -> Source:
        """The place of what concerns the whole file."""
        return CubePlace(self.file, 1, 1)


class CubePlace(Source):
    """A place in a file that has no lines to speak of: a cell by its codes, or the whole file."""

    cell: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.cell}" if self.cell else self.file


def cell_place(file: str, number: int, cell: str) -> CubePlace:
    """The place of a cell.

    Args:
        file: how messages name the file.
        number: the number of its value, by which places are in order.
        cell: its codes.
    """
    place = CubePlace(file, number, 1)
    place.cell = cell
    return place
