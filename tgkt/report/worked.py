"""A relation with its numbers put in, each in the reader's notation: "400 people = 300 people + 100 people"."""

from __future__ import annotations

from collections.abc import Mapping

from tgkt.facts.formula import Call, Literal, Negation, Operation, Reference, Term
from tgkt.facts.statement import Statement
from tgkt.facts.units import Unit, beside
from tgkt.report.numbers import number
from tgkt.report.words import fact
from tgkt.results.check import Equation, Numbers

Figures = Mapping[Reference, Statement]


def worked(relation: Equation | Numbers | None, lang: str) -> str:
    """A relation with numbers; nothing where there is none."""
    match relation:
        case None:
            return ""
        case Numbers():
            return relation.mark.join(_part(each, lang) for each in relation.parts)
    figures = dict(relation.figures)
    left, right = (_term(each, figures, lang) for each in (relation.identity.left, relation.identity.right))
    return f"{left} {_RELATIONS[relation.identity.relation]} {right}"


def _part(part: object, lang: str) -> str:
    """A fact, or several that belong together, one after the other; a unit stands as beside any number."""
    if type(part) is not tuple:
        return fact(part, lang)
    *before, last = part
    told = " ".join(fact(each, lang) for each in before)
    return beside(told, last, lang) if isinstance(last, Unit) else f"{told} {fact(last, lang)}"


def _term(term: Term, figures: Figures, lang: str) -> str:
    match term:
        case Literal():
            return number(term.value, lang)
        case Reference():
            return _figure(figures.get(term), lang)
        case Negation():
            return f"-{_term(term.term, figures, lang)}"
        case Operation():
            left = _bracketed(term.left, term.sign, figures, lang)
            right = _bracketed(term.right, term.sign, figures, lang, is_right=True)
            return f"{left} {_SIGNS.get(term.sign, term.sign)} {right}"
        case Call():
            return f"{term.name}({', '.join(_term(each, figures, lang) for each in term.terms)})"


def _figure(stated: Statement | None, lang: str) -> str:
    """A printed figure in its unit, of a range both ends; a question mark for what no document prints."""
    if stated is None or stated.figure is None:
        return "?"
    low, high = (number(each, lang) for each in (stated.figure.low, stated.figure.high))
    return beside(f"[{low}; {high}]" if stated.figure.is_range else low, stated.unit, lang)


def _bracketed(term: Term, sign: str, figures: Figures, lang: str, *, is_right: bool = False) -> str:
    """A term in brackets where its own sign binds no more tightly than the one beside it."""
    text = _term(term, figures, lang)
    if not isinstance(term, Operation):
        return text
    weaker = _BINDING[term.sign] < _BINDING[sign]
    same = is_right and _BINDING[term.sign] == _BINDING[sign] and sign in "-/"
    return f"({text})" if weaker or same else text


_RELATIONS = {"==": "=", ">=": "≥", "<=": "≤"}
_SIGNS = {"*": "×", "/": "/", "**": "^"}
_BINDING = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 3}
