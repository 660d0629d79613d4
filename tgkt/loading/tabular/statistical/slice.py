"""The slice of a cube that is read: which dimension is which, what its codes mean, and which cells are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tgkt.errors import Problem, suggest
from tgkt.facts.catalogue import Catalogue
from tgkt.loading.tabular.arrived import Told
from tgkt.loading.tabular.names import HEADS, Head, folded
from tgkt.loading.tabular.periods import table_period
from tgkt.loading.tabular.statistical.cube import Cube, Observation
from tgkt.loading.tabular.statistical.mapping import ROLES, CodeMap
from tgkt.loading.tabular.statistical.meaning import (
    codes_of,
    find_codes,
    listed,
    meant,
    names_of,
    no_code,
    times_of,
)
from tgkt.loading.tabular.statistical.periods import Dated
from tgkt.message import Message, message_of
from tgkt.source import Source

_MORE = {
    Head.INDICATOR: ("contents", "contents code", "contentscode", "series"),
    Head.AREA: ("ref area", "geo", "tinh thanh pho", "tinh thanh", "cac tinh thanh pho"),
    Head.PERIOD: ("time period", "tid"),
}
_LAST = {Head.INDICATOR: ("measure",)}  # where nothing else is the indicator
_NAMES = {head: {*map(folded, HEADS[head]), *_MORE[head]} for head in ROLES}


@dataclass(slots=True)
class Slice:
    """What is read of a cube.

    Attributes:
        at: where the dimension of indicators, areas and periods stands; those that the user names at once have none.
        ids: our id by the code of the indicator or area; under "" that of the whole cube.
        periods: the period by its code; under "" that of the whole cube.
        fixed: the codes that are taken of a dimension.
    """

    at: dict[Head, int] = field(default_factory=dict)
    ids: dict[Head, dict[str, str]] = field(default_factory=dict)
    periods: dict[str, Dated] = field(default_factory=dict)
    fixed: dict[int, set[str]] = field(default_factory=dict)

    def code(self, head: Head, cell: Observation) -> str:
        """The code of a cell in one of these dimensions; empty where the whole cube is of one."""
        return cell.codes[self.at[head]] if head in self.at else ""

    def is_fixed(self, cell: Observation) -> bool:
        """Whether a cell has the codes that the user takes."""
        return all(cell.codes[at] in codes for at, codes in self.fixed.items())

    def holds(self, cell: Observation) -> bool:
        """Whether a cell is read."""
        return (
            self.is_fixed(cell)
            and all(self.code(head, cell) in ids for head, ids in self.ids.items())
            and self.code(Head.PERIOD, cell) in self.periods
        )


class Cutting:
    """Finds the slice of a cube; mistakes are collected in `told`.

    Args:
        cube: the cube.
        given: what the user says of its codes.
        catalogue: our names.
        area: the area of a cube that has no dimension of areas.
        told: mistakes and notes.
    """

    def __init__(self, cube: Cube, given: CodeMap, catalogue: Catalogue, area: str, told: Told) -> None:
        self.cube, self.given, self.told = cube, given, told
        self._names = {head: names_of(head, catalogue) for head in (Head.INDICATOR, Head.AREA)}
        self._area, self._is_lost = area, False
        self._unknown: dict[int, dict[str, str | None]] = {}

    def cut(self) -> Slice:
        """The slice."""
        self.cube.survey()
        found = Slice(fixed=self._fixed())
        for head in ROLES:
            block = self.given.meanings.get(head)
            if isinstance(block, str):
                self._whole(found, head, block)
            elif (at := self._dimension(head)) is not None:
                self._coded(found, head, at)
        self._default_area(found)
        self._rest(found)
        return found

    def _fixed(self) -> dict[int, set[str]]:
        """The codes that are taken, by dimension."""
        found: dict[int, set[str]] = {}
        for name, texts in self.given.fixed.items():
            place, at = self.given.fixed.places[name], self._named(name)
            if at is None:
                self._lose(place, f"fixed.{name}", self._no_dimension(name))
                continue
            for text in texts:
                codes = find_codes(self.cube.dimensions[at], text)
                if not codes:
                    self._fail(place, f"fixed.{name}", no_code(self.cube.dimensions[at], text))
                found.setdefault(at, set()).update(codes)
        return found

    def _whole(self, found: Slice, head: Head, text: str) -> None:
        """One indicator, area or period for the whole cube."""
        place = Source(self.given.file, 1, 1)
        if head is Head.PERIOD:
            try:
                found.periods[""] = Dated(table_period(text))
            except ValueError as error:
                self._lose(place, str(head), message_of(error))
            return
        id, problem = meant(self._names[head], text, place, str(head))
        if problem:
            self._lose(*problem[:3])
        found.ids[head] = {"": id}

    def _coded(self, found: Slice, head: Head, at: int) -> None:
        """The meaning of the codes of a dimension."""
        found.at[head] = at
        dimension = self.cube.dimensions[at]
        if head is Head.PERIOD:
            times = times_of(dimension, self.given)
            found.periods, self._unknown[at] = times.periods, dict(times.unknown)
            problems, said = times.problems, times.said
        else:
            codes = codes_of(self._names[head], dimension, head, self.given, self.cube.whole)
            found.ids[head], self._unknown[at] = codes.ids, dict.fromkeys(codes.unknown)
            problems, said = codes.problems, codes.said
        self.told.problems += problems
        for each in said:
            self.told.say(each)

    def _default_area(self, found: Slice) -> None:
        """The area of a cube without a dimension of areas."""
        if Head.AREA not in found.ids and self._area:
            found.ids[Head.AREA] = {"": self._area}
        elif Head.AREA not in found.ids:
            told = Message("no area is named, and the data have no default area. Name one with --area")
            self._fail(self.cube.whole, "", told)

    def _rest(self, found: Slice) -> None:
        """Refuse codes without a meaning, and dimensions that are left with several codes."""
        met: dict[int, dict[str, None]] = {at: {} for at in range(len(self.cube.dimensions))}
        unknown: dict[int, dict[str, None]] = {at: {} for at in self._unknown}
        for cell in self.cube.cells(Told()):
            if not found.is_fixed(cell):
                continue
            for at, codes in unknown.items():
                if cell.codes[at] in self._unknown[at]:
                    codes.setdefault(cell.codes[at])
            if found.holds(cell):
                for at, codes in met.items():
                    codes.setdefault(cell.codes[at])
        heads = {at: head for head, at in found.at.items()}
        for at, codes in unknown.items():
            if codes:
                self._tell_unknown(heads[at], at, list(codes))
        for at, codes in met.items():
            if not self._is_lost and len(codes) > 1 and at not in heads and at not in found.fixed:
                self._tell_several(at, list(codes))

    def _tell_unknown(self, head: Head, at: int, codes: list[str]) -> None:
        """Codes without a meaning: left out where the user names others, else a mistake."""
        dimension = self.cube.dimensions[at]
        shown = listed(dimension, codes)
        if self.given.meanings.get(head) is not None:
            told = Message("{dimension}: not in the map, and left out: {codes}", dimension=dimension.id, codes=shown)
            self.told.say(told)
        elif why := self._unknown[at][codes[0]]:
            self._fail(self.cube.whole, dimension.id, why)
        else:
            told = Message(
                "the data do not know {codes}. Write what they are in a file for --map, e.g. {head}: "
                '{{"{code}": ID}}; codes that it does not name are left out ({command} shows the ids)',
                codes=shown,
                head=str(head),
                code=codes[0],
                command=f"tgkt list {head}s",
            )
            self._fail(self.cube.whole, dimension.id, told)

    def _tell_several(self, at: int, codes: list[str]) -> None:
        """That a dimension which is neither indicator, area nor period has several codes."""
        dimension = self.cube.dimensions[at]
        told = Message(
            'this dimension has several codes: {codes}. Take one in a file for --map, fixed: {{"{dimension}": '
            '"{code}"}}, or say what it is, e.g. --map area={dimension}',
            codes=listed(dimension, codes),
            dimension=dimension.id,
            code=codes[0],
        )
        self._fail(self.cube.whole, dimension.id, told)

    def _dimension(self, head: Head) -> int | None:
        """The dimension that is the indicator, the area or the period; a missing one is reported."""
        if head in self.given.dimensions:
            name = self.given.dimensions[head]
            if (at := self._named(name)) is None:
                is_of_file = head in self.given.places
                place = self.given.places[head] if is_of_file else self.cube.whole
                self._lose(place, f"dimensions.{head}" if is_of_file else "--map", self._no_dimension(name))
            return at
        at = next((at for at, each in enumerate(self.cube.dimensions) if each.role is head), None)
        at = next(self._called(head), None) if at is None else at
        if at is None and head is not Head.AREA:
            told = Message(
                "no dimension is known to be the {head}: {dimensions}. Name one, e.g. --map {key}={first}",
                head=Message("indicator") if head is Head.INDICATOR else Message("period"),
                dimensions=", ".join(each.id for each in self.cube.dimensions),
                key=str(head),
                first=self.cube.dimensions[0].id if self.cube.dimensions else "…",
            )
            self._lose(self.cube.whole, "", told)
        return at

    def _called(self, head: Head) -> Iterator[int]:
        """The dimension that has a usual name; of several with one the first."""
        for names in (_NAMES[head], _LAST.get(head, ())):
            for at, each in enumerate(self.cube.dimensions):
                if folded(each.id) in names or folded(each.title) in names:
                    yield at

    def _named(self, name: str) -> int | None:
        """The dimension of a name: its id, else its title."""
        ids = [each.id for each in self.cube.dimensions]
        if name in ids:
            return ids.index(name)
        alike = [
            at for at, each in enumerate(self.cube.dimensions) if folded(name) in (folded(each.id), folded(each.title))
        ]
        return alike[0] if len(alike) == 1 else None

    def _no_dimension(self, name: str) -> Message:
        known = [each.id for each in self.cube.dimensions]
        return Message("the file has no dimension '{name}'.{advice}", name=name, advice=suggest(name, known))

    def _lose(self, place: Source, path: str, told: str) -> None:
        """Report a name that means nothing, so that it is not known which dimensions are left."""
        self._is_lost = True
        self._fail(place, path, told)

    def _fail(self, place: Source, path: str, told: str) -> None:
        self.told.problems.append(Problem(place, path, told))
