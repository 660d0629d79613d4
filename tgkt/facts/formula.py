"""Formulas over indicators: their terms, and how they are written. They are read in `parsing.py`.

    grdp_per_capita[merged, 2030] == grdp[merged, 2030] / population[merged, 2030]

A reference names an indicator, an area and a period; a third index names one document, and a word
after a dot tells apart figures of one period: `target`, `baseline`, `result`, `average`, `total`, `every_year`,
`multiple`, `aim` (one that a document states in passing). Arithmetic is + - * / **, comparison is ==, >= or <=;
functions are those of `FUNCTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tgkt.facts.period import Period
from tgkt.record import NamedTuple


class Literal(NamedTuple):
    """An exact number."""

    value: Decimal


class Reference(NamedTuple):
    """A figure: of an indicator, in an area, for a period; perhaps of one document or one sort.

    `since` is the base year of a multiple, needed where several are printed for one period.
    """

    indicator: str
    area: str
    period: Period
    origin: str | None = None
    selector: str | None = None
    since: int | None = None

    @property
    def is_general(self) -> bool:
        """Whether it stands for any area or any year: `[area, year]`."""
        return self.area == AREA or self.period.last <= 0

    def __str__(self) -> str:
        chosen = f".{self.selector}" if self.selector else ""
        origin = f", {self.origin}" if self.origin else ""
        return f"{self.indicator}{chosen}[{self.area}, {_told(self.period)}{origin}]"


AREA, YEAR = "area", "year"


def _told(period: Period) -> str:
    """A period as a formula writes it."""
    if period.last > 0:
        return str(period)
    return YEAR if not period.last else f"{YEAR} - {-period.last}"


class Operation(NamedTuple):
    """Two terms and + - * / or **."""

    sign: str
    left: Term
    right: Term


class Negation(NamedTuple):
    """A term with its sign changed."""

    term: Term


class Call(NamedTuple):
    """A function of `FUNCTIONS` and its terms."""

    name: str
    terms: tuple[Term, ...]


Term = Literal | Reference | Operation | Negation | Call


class Identity(NamedTuple):
    """Two terms and the relation said to hold between them, with the text they were read from."""

    text: str
    left: Term
    right: Term
    relation: str = "=="

    @property
    def is_general(self) -> bool:
        """Whether it holds for any area or any year."""
        return any(each.is_general for each in (*references(self.left), *references(self.right)))

    def placed(self, area: str, period: Period) -> Identity:
        """The same for one area and period."""
        left, right = placed(self.left, area, period), placed(self.right, area, period)
        return Identity(f"{written(left)} {self.relation} {written(right)}", left, right, self.relation)


def placed(term: Term, area: str, period: Period) -> Term:
    """A general term for one area and period; `year` is its last year."""

    def at(figure: Reference) -> Reference:
        year = period.last + figure.period.last
        return figure._replace(
            area=area if figure.area == AREA else figure.area,
            period=Period(year, year) if figure.period.last <= 0 else figure.period,
        )

    return replaced(term, at)


def replaced(term: Term, instead: Callable[[Reference], Term]) -> Term:
    """A term with other terms in the place of its figures."""
    return rebuilt(term, lambda each: instead(each) if isinstance(each, Reference) else None)


def rebuilt(term: Term, instead: Callable[[Term], Term | None]) -> Term:
    """A term with other terms in the place of some of its parts, itself included; None keeps a part."""
    if (other := instead(term)) is not None:
        return other
    match term:
        case Operation():
            return Operation(term.sign, rebuilt(term.left, instead), rebuilt(term.right, instead))
        case Negation():
            return Negation(rebuilt(term.term, instead))
        case Call():
            return Call(term.name, tuple(rebuilt(each, instead) for each in term.terms))
    return term


def written(term: Term) -> str:
    """A term as a formula is written."""
    return _written(term, 0)


def _written(term: Term, around: int) -> str:
    match term:
        case Literal():
            return f"{term.value:f}"
        case Reference():
            return str(term)
        case Negation():
            told = f"-{_written(term.term, _NEGATED)}"
            return f"({told})" if around > _NEGATED else told
        case Call():
            return f"{term.name}({', '.join(written(each) for each in term.terms)})"
        case Operation():
            rank = _RANKS[term.sign]
            is_power = term.sign == "**"  # which binds from the right
            left, right = (_written(term.left, rank + is_power), _written(term.right, rank + (not is_power)))
            told = f"{left} {term.sign} {right}"
            return f"({told})" if rank < around else told


_RANKS = {"+": 1, "-": 1, "*": 3, "/": 3, "**": 7}
_NEGATED = 5


def references(term: Term) -> list[Reference]:
    """The figures a term refers to, in the order they are written."""
    match term:
        case Reference():
            return [term]
        case Operation():
            return references(term.left) + references(term.right)
        case Negation():
            return references(term.term)
        case Call():
            return [each for inner in term.terms for each in references(inner)]
    return []
