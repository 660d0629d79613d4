"""The small picture of a row: what was found, the path required, where the pace leads, the target; as places on a grid.

Form tells each from the others, and words say the same: a title and a description for those who do not see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tgkt.language import said
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.report.handout.line import Line
from tgkt.report.numbers import short
from tgkt.results.computed import Amount, figure_in
from tgkt.results.project import PathPoint, Trajectory

WIDTH, HEIGHT = 168, 48
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 158, 6, 32
_MOST_YEARS = 15
"""So many years before the target are drawn; older figures stand in the text."""
_CUMULATED = "total"


class Place(NamedTuple):
    """A place on the grid."""

    x: str
    y: str


Pair = tuple[Place, Place]


class Picture(NamedTuple):
    """What is drawn; a line has places, empty where there is none.

    Attributes:
        title: which row it is about.
        description: what it shows, in words.
        first: the first year, at the left end.
        last: the last year, at the right end.
        found: the line through the figures that were found.
        dots: the figures that documents print.
        derived: the start where no document prints it: a ring.
        span: the ends between which a derived start lies, as a pair of places.
        term: the years of a start that is about several, as a pair of places.
        required: the line of the path.
        projected: the line of the pace.
        target: the target, a diamond.
        allowed: the ends of a target that is a range, as a pair of places.
        is_unknown: whether no figure is known at all.
    """

    title: str
    description: str
    first: int
    last: int
    found: str
    dots: tuple[Place, ...]
    derived: Place | None
    span: Pair | None
    term: Pair | None
    required: str
    projected: str
    target: Place | None
    allowed: Pair | None
    is_unknown: bool


class _Grid(NamedTuple):
    """Which years and values the edges stand for."""

    first: int
    last: int
    low: Decimal
    high: Decimal

    def place(self, year: Decimal | int, value: Decimal) -> Place:
        """Where a value of a year stands."""
        along = Decimal(year - self.first) / max(self.last - self.first, 1)
        up = (value - self.low) / (self.high - self.low) if self.high > self.low else Decimal("0.5")
        return Place(_short(_LEFT + along * (_RIGHT - _LEFT)), _short(_BOTTOM - up * (_BOTTOM - _TOP)))

    def upright(self, at: Place, low: Decimal, high: Decimal) -> Pair:
        """Two values of one year."""
        return at._replace(y=self.place(self.first, low).y), at._replace(y=self.place(self.first, high).y)

    def line(self, values: Iterable[tuple[int, Decimal | None]]) -> str:
        """The places of a line; nothing where there are fewer than two."""
        places = [self.place(year, value) for year, value in values if value is not None and year >= self.first]
        return " ".join(",".join(place) for place in places) if len(places) > 1 else ""


def _short(value: Decimal) -> str:
    return f"{value:.1f}".removesuffix(".0")


def picture_of(line: Line, base: int, lang: str) -> Picture | None:
    """The picture of a row; None where its target has no number.

    Args:
        line: the row.
        base: the year the plan starts from.
        lang: the language of its words.
    """
    way = line.told.way
    if way.goal is None or way.row.target is None:
        return None
    start = _start(way)
    grid, target = _grid(way, start, base), way.row.target
    seen = [each for each in way.points if each.observed is not None]
    due = grid.place(min(max(target.period.last, grid.first), grid.last), way.goal)
    ends = _ends(way)
    return Picture(
        title=said(Message("Picture of target {code}", code=line.code), lang),
        description="; ".join(_described(line, way, lang)),
        first=grid.first,
        last=grid.last,
        found=grid.line((each.year, each.observed) for each in seen),
        dots=tuple(_dots(seen, start, grid)),
        derived=_middle(start, grid) if start is not None and start.derivation is not None else None,
        span=_span(start, grid),
        term=_term(start, grid),
        required=grid.line((each.year, each.required) for each in way.points),
        projected=grid.line((each.year, each.projected) for each in way.points),
        target=due,
        allowed=grid.upright(due, *ends) if ends else None,
        is_unknown=not seen and line.told.item.baseline is None,
    )


def _grid(way: Trajectory, start: Amount | None, base: int) -> _Grid:
    """The years from the first figure to the target, and every value that is drawn."""
    due = way.row.target.period.last if way.row.target else base
    last = max(due, base, *(each.year for each in way.points))
    begins = [start.period.first] if start is not None else []
    seen = [each.year for each in way.points if each.observed is not None]
    first = max(min([base, *begins, *seen]), last - _MOST_YEARS)
    values = [value for each in way.points if each.year >= first for value in _values(each)]
    values += [*_ends(way), *([way.goal] if way.goal is not None else [])]
    values += [start.low, start.high] if start is not None else []
    return _Grid(int(first), int(last), min(values), max(values))


def _start(way: Trajectory) -> Amount | None:
    """The figure it starts from, where it can stand beside the others: a total is cumulated, a multiple has none."""
    start = way.baseline
    if start is None or way.form == _CUMULATED or start.unit != way.unit:
        return None
    is_bounded = start.low.is_finite() and start.high.is_finite()
    return start if is_bounded else start._replace(low=start.value, high=start.value)


def _values(point: PathPoint) -> Iterator[Decimal]:
    return (each for each in (point.required, point.observed, point.projected) if each is not None)


def _ends(way: Trajectory) -> tuple[Decimal, ...]:
    """Both ends of a target that is a range."""
    target = way.row.target
    figure = None if target is None or target.relative_to is not None else figure_in(target, way.unit)
    return (figure.low, figure.high) if figure is not None and figure.is_range else ()


def _dots(seen: list[PathPoint], start: Amount | None, grid: _Grid) -> Iterator[Place]:
    """What was found, without a derived start."""
    hollow = start.period.last if start is not None and start.derivation is not None else None
    for each in seen:
        if each.observed is not None and each.year >= grid.first and each.year != hollow:
            yield grid.place(each.year, each.observed)


def _middle(start: Amount, grid: _Grid) -> Place:
    """The place of a start; of several years their middle."""
    year = Decimal(max(start.period.first, grid.first) + start.period.last) / 2
    return grid.place(year, start.value)


def _span(start: Amount | None, grid: _Grid) -> Pair | None:
    """The ends between which a derived start lies; nothing where they are one."""
    if start is None or start.derivation is None or start.low == start.high:
        return None
    return grid.upright(_middle(start, grid), start.low, start.high)


def _term(start: Amount | None, grid: _Grid) -> Pair | None:
    """The years of a start that is about several."""
    if start is None or start.period.is_year:
        return None
    first, last = (grid.place(max(year, grid.first), start.value) for year in (start.period.first, start.period.last))
    return first, last


def _described(line: Line, way: Trajectory, lang: str) -> Iterator[str]:
    """What is drawn, in words."""
    if line.start.text:
        yield said(Message("start: {figure}", figure=line.start.text), lang)
    else:
        yield said(Message("no figure to start from"), lang)
    for year, cell in line.years.items():
        yield f"{int(year)}: {cell.text}"
    yield said(Message("target: {figure}", figure=line.target.text), lang)
    last = next((each for each in reversed(way.points) if each.projected is not None), None)
    if last is not None and last.projected is not None and way.pace is not None:
        figure = short(last.projected, lang)
        yield said(Message("at the pace so far: {figure} in {year}", figure=figure, year=last.year), lang)
