"""Formulas over indicators, as text in the data files: parsed with `ast` and a whitelist, never evaluated as code.

    grdp_per_capita[merged, 2030] == grdp[merged, 2030] / population[merged, 2030]

A reference names an indicator, an area and a period; a third index names one document, and a word
after a dot tells apart figures of one period: `target`, `baseline`, `result`, `average`, `total`, `every_year`,
`multiple`, `aim` (one that a document states in passing). Arithmetic is + - * / **, comparison is ==, >= or <=;
functions are those of `FUNCTIONS`.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable
from decimal import Decimal

from tgkt.errors import NotationError, suggest
from tgkt.facts.period import Period
from tgkt.message import Message, MessageError
from tgkt.record import NamedTuple

SELECTORS = ("target", "baseline", "result", "average", "total", "every_year", "multiple", "aim")
FUNCTIONS = {
    "sum": (1, 99),
    "weight": (3, 3),
    "compound": (2, 2),
    "average_growth": (3, 3),
    "deflator": (2, 2),
    "path_total": (3, 3),
}
LONGEST, DEEPEST = 2000, 40
_SHORT = 60  # characters of a formula that a message quotes
_RELATIONS: dict[type[ast.cmpop], str] = {ast.Eq: "==", ast.GtE: ">=", ast.LtE: "<="}
_OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}


class FormulaError(MessageError, ValueError):
    """A formula that is not in the language; the message says what to write."""


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


def parse_identity(text: str) -> Identity:
    """Read `left == right`, or with >= or <=; `[area, year]` makes it hold for every area and year.

    Raises:
        FormulaError: anything outside the language.
    """
    node = _tree(text)
    if not isinstance(node, ast.Compare) or len(node.ops) != 1 or type(node.ops[0]) not in _RELATIONS:
        raise FormulaError("an identity compares two terms. Write left == right, left >= right or left <= right")
    relation = _RELATIONS[type(node.ops[0])]
    left, right = (_term(each, 0) for each in (node.left, node.comparators[0]))
    return Identity(text, left, right, relation)


def parse_term(text: str) -> Term:
    """Read one term, such as the formula of a weight.

    Raises:
        FormulaError: anything outside the language, or a figure of any area or year.
    """
    return _special(parse_general(text))


def _special(term: Term) -> Term:
    if (found := next((each for each in references(term) if each.is_general), None)) is not None:
        raise FormulaError(
            "'{found}' names no area or year of its own. Write e.g. {indicator}[merged, 2025]",
            found=str(found),
            indicator=found.indicator,
        )
    return term


def parse_general(text: str) -> Term:
    """Read a term that may hold for any area and any year: `grdp[area, year] / population[area, year - 1]`.

    Raises:
        FormulaError: anything outside the language.
    """
    return _term(_tree(text), 0)


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


def _tree(text: str) -> ast.expr:
    if len(text) > LONGEST:
        raise FormulaError(
            "the formula has {count} characters; at most {most} are read. Split it", count=len(text), most=LONGEST
        )
    if "#" in text:
        raise FormulaError("a formula cannot hold a comment. Remove '#' and what follows")
    plain = " ".join(text.split())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            tree = ast.parse(plain, mode="eval").body
        for each in ast.walk(tree):
            each.written = ast.get_source_segment(plain, each) if isinstance(each, ast.Constant) else None  # type: ignore[attr-defined]  # digits as typed; Python keeps only a float
        return tree
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError(
            "not a formula: {cause}. Write e.g. grdp[merged, 2025] / population[merged, 2025]",
            cause=_cause(error, plain),
        ) from None


def _cause(error: Exception, text: str) -> Message:
    """The reason why a text cannot be parsed, in our own words; Python's change with its versions."""
    if isinstance(error, (RecursionError, MemoryError)):
        return Message("too deeply nested")
    if not isinstance(error, SyntaxError):
        return Message("it holds a character that is not allowed in a formula")
    if rest := text[error.offset - 1 :] if error.offset else "":
        return Message("it cannot be read from '{rest}' on", rest=rest[:_SHORT])
    return Message("it ends too early") if text else Message("it is empty")


def _term(node: ast.expr, depth: int) -> Term:
    if depth > DEEPEST:
        raise FormulaError("more than {count} levels deep. Split it", count=DEEPEST)
    match node:
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            return Literal(_number(node))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return Operation(_OPERATORS[type(op)], _term(left, depth + 1), _term(right, depth + 1))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Negation(_term(operand, depth + 1))
        case ast.Subscript(value=value, slice=ast.Tuple(elts=index)):
            return _reference(value, index)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            return _call(name, args, depth)
    raise FormulaError(
        "'{part}' is not allowed. Use numbers, indicator[area, period], + - * / ** and sum()", part=_said(node)
    )


def _said(node: ast.expr) -> str:
    try:
        return ast.unparse(node)[:_SHORT]
    except RecursionError:
        return Message("a formula nested this deeply")


def _number(node: ast.Constant) -> Decimal:
    """A number with every digit that was written."""
    from tgkt.facts.notation import plain_number  # lazy: most runs read formulas that were parsed before

    try:
        return plain_number(getattr(node, "written", None) or str(node.value))
    except NotationError as error:
        raise FormulaError(error.message) from None


def _call(name: str, args: list[ast.expr], depth: int) -> Call:
    if name not in FUNCTIONS:
        raise FormulaError("unknown function '{name}'.{advice}", name=name, advice=suggest(name, FUNCTIONS))
    least, most = FUNCTIONS[name]
    if not least <= len(args) <= most:
        expected = str(least) if least == most else Message("{count} or more", count=least)
        raise FormulaError(
            "{name}() takes {expected} terms, got {count}. Correct the call",
            name=name,
            expected=expected,
            count=len(args),
        )
    return Call(name, tuple(_term(arg, depth + 1) for arg in args))


def _reference(value: ast.expr, index: list[ast.expr]) -> Reference:
    selector = None
    if isinstance(value, ast.Attribute):
        selector, value = value.attr, value.value
        if selector not in SELECTORS:
            advice = suggest(selector, SELECTORS)
            raise FormulaError("unknown selector '{selector}'.{advice}", selector=selector, advice=advice)
    names = [part.id for part in (value, index[0], *index[2:]) if isinstance(part, ast.Name)]
    if len(index) not in (2, 3) or len(names) != len(index):
        raise FormulaError("a figure is written indicator[area, period] or indicator[area, period, origin]. Correct it")
    origin = names[2] if len(index) == 3 else None
    return Reference(names[0], names[1], _period(index[1]), origin, selector)


def _period(node: ast.expr) -> Period:
    match node:
        case ast.Constant(value=int() as year) if 1900 <= year <= 2200:
            return Period(year, year)
        case ast.Name(id=name) if name == YEAR:
            return Period(0, 0)
        case ast.BinOp(left=ast.Name(id=name), op=ast.Sub(), right=ast.Constant(value=int() as back)):
            if name == YEAR and 0 < back < 200:
                return Period(-back, -back)
        case ast.BinOp(left=ast.Constant(value=int() as first), op=ast.Sub(), right=ast.Constant(value=int() as last)):
            if 1900 <= first < last <= 2200:
                return Period(first, last)
    raise FormulaError("'{part}' is not a period. Write a year (2030) or a term (2026-2030)", part=_said(node))
