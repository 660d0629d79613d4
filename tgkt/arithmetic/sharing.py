"""Terms that stand in several relations, named once.

    (y - a / b) / p + a / b / q == y / r      becomes      s == a / b,  t == y - s,  t / p + s / q == y / r

Values satisfy the relations as they are if and only if they satisfy them so; but narrowing one then narrows the others
through the name, and a figure that stood many times stands once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tgkt.facts.formula import Call, Identity, Negation, Operation, Reference, Term, rebuilt, references
from tgkt.facts.period import Period
from tgkt.record import NamedTuple

_MOST = 60


class Shared(NamedTuple):
    """Relations in which common terms have names, and what the names stand for.

    Attributes:
        identities: the relations, in their order.
        terms: for each name its term, in which names before it may stand.
    """

    identities: list[Identity]
    terms: dict[Reference, Term]


def shared(identities: Sequence[Identity]) -> Shared:
    """The relations with a name for every term of two figures or more that stands in them more than once."""
    found, terms = list(identities), dict[Reference, Term]()
    for at in range(_MOST):
        counts = Counter(each for one in (*_sides(found), *terms.values()) for each in _compound(one))
        often = [each for each, count in counts.items() if count > 1]
        if not often:
            break
        term = min(often, key=lambda each: (_size(each), -counts[each]))
        name = Reference(f"term {at}", "", Period(0, 0))
        terms = {each: _named(one, term, name) for each, one in terms.items()}
        terms[name] = term
        found = [one._replace(left=_named(one.left, term, name), right=_named(one.right, term, name)) for one in found]
    return Shared(found, terms)


def _sides(identities: Sequence[Identity]) -> Iterator[Term]:
    for each in identities:
        yield each.left
        yield each.right


def _compound(term: Term) -> Iterator[Term]:
    """The parts of a term, itself included, that join two figures or more."""
    if len(set(references(term))) > 1:
        yield term
    for each in _parts(term):
        yield from _compound(each)


def _parts(term: Term) -> tuple[Term, ...]:
    match term:
        case Operation():
            return term.left, term.right
        case Negation():
            return (term.term,)
        case Call():
            return term.terms
    return ()


def _size(term: Term) -> int:
    return 1 + sum(_size(each) for each in _parts(term))


def _named(term: Term, named: Term, name: Reference) -> Term:
    """A term with a name in the place of another term."""
    return rebuilt(term, lambda each: name if each == named else None)
