"""Reading formulas: text in the data files, parsed with `ast` and a whitelist, never evaluated as code."""

from __future__ import annotations

import ast
import warnings
from decimal import Decimal

from tgkt.errors import NotationError, suggest
from tgkt.facts.formula import (
    YEAR,
    Call,
    Identity,
    Literal,
    Negation,
    Operation,
    Reference,
    Term,
    references,
)
from tgkt.facts.notation import plain_number
from tgkt.facts.period import Period
from tgkt.message import Message, MessageError

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


def parse_identity(text: str) -> Identity:
    """Read `left == right`, or with >= or <=; `[area, year]` makes it hold for every area and year.

    Raises:
        FormulaError: anything outside the language.
    """
    node, line = _tree(text)
    if not isinstance(node, ast.Compare) or len(node.ops) != 1 or type(node.ops[0]) not in _RELATIONS:
        raise FormulaError("an identity compares two terms. Write left == right, left >= right or left <= right")
    relation = _RELATIONS[type(node.ops[0])]
    left, right = (_term(each, line, 0) for each in (node.left, node.comparators[0]))
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
    return _term(*_tree(text), 0)


def _tree(text: str) -> tuple[ast.expr, bytes]:
    """What a formula consists of, and the line that was read, by whose bytes places are counted."""
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
        return tree, plain.encode("utf-8")
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


def _term(node: ast.expr, line: bytes, depth: int) -> Term:
    if depth > DEEPEST:
        raise FormulaError("more than {count} levels deep. Split it", count=DEEPEST)
    match node:
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            return Literal(_number(node, line))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return Operation(_OPERATORS[type(op)], _term(left, line, depth + 1), _term(right, line, depth + 1))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Negation(_term(operand, line, depth + 1))
        case ast.Subscript(value=value, slice=ast.Tuple(elts=index)):
            return _reference(value, index)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            return _call(name, args, line, depth)
    raise FormulaError(
        "'{part}' is not allowed. Use numbers, indicator[area, period], + - * / ** and sum()", part=_said(node)
    )


def _said(node: ast.expr) -> str:
    try:
        return ast.unparse(node)[:_SHORT]
    except RecursionError:
        return Message("a formula nested this deeply")


def _number(node: ast.Constant, line: bytes) -> Decimal:
    """A number with every digit that was written, of which Python keeps only a float."""
    try:
        return plain_number(line[node.col_offset : node.end_col_offset].decode("utf-8"))
    except NotationError as error:
        raise FormulaError(error.message) from None


def _call(name: str, args: list[ast.expr], line: bytes, depth: int) -> Call:
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
    return Call(name, tuple(_term(arg, line, depth + 1) for arg in args))


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
