"""Links that start from the newest figure, so that a what-if takes into account what was observed since the base year.

A link that computes a level from its own base along yearly rates,

    grdp[A, 2030] = grdp[A, 2025] * compound(grdp_growth[A, 2026-2030], 5) * compound(grdp_deflator[A, 2026-2030], 5)

starts from the newest figure instead, with the rates that the years after it need for the term to average as it should:

    grdp[A, 2030] = grdp[A, 2026] * compound(grdp_growth[A, 2027-2030], 4) * compound(grdp_deflator[A, 2027-2030], 4)

A link of any other shape stands as declared.
"""

from __future__ import annotations

from tgkt.facts.catalogue import Link
from tgkt.facts.formula import Call, Literal, Operation, Reference, Term
from tgkt.facts.parsing import parse_term
from tgkt.facts.period import Period
from tgkt.series.series import Knowledge

Terms = dict[Reference, Reference]


def from_newest(link: Link, knowledge: Knowledge) -> tuple[Link, Terms]:
    """The link rewritten to start from the newest figure, and for each of its rates the whole term of that rate."""
    target, factors = link.computes, _factors(link.formula)
    base = next((each for each in factors if isinstance(each, Reference) and _is_base(each, target)), None)
    newest = knowledge.series(target.indicator, target.area).newest(base.period.last) if base else None
    if base is None or newest is None or newest.period.last >= target.period.last:
        return link, {}
    rates = [_rate(each, Period(base.period.last + 1, target.period.last)) for each in factors if each != base]
    known = [each for each in rates if each is not None]
    if len(known) < len(factors) - 1:
        return link, {}
    year, left = newest.period.last, Period(newest.period.last + 1, target.period.last)
    terms = {each._replace(period=left): each for each in known}
    start = base._replace(period=Period(year, year))
    text = " * ".join([str(start), *(f"compound({each}, {left.years})" for each in terms)])
    return link._replace(formula=parse_term(text), text=text), terms


def _factors(term: Term) -> list[Term]:
    if isinstance(term, Operation) and term.sign == "*":
        return [*_factors(term.left), *_factors(term.right)]
    return [term]


def _is_base(figure: Reference, target: Reference) -> bool:
    """Whether a factor is the computed figure itself, in an earlier year."""
    earlier, later = figure.period, target.period
    is_earlier = earlier.is_year and later.is_year and earlier.last < later.last
    return is_earlier and figure._replace(period=later) == target


def _rate(term: Term, period: Period) -> Reference | None:
    """The rate that a factor compounds over exactly the years from the base to the target."""
    match term:
        case Call(name="compound", terms=(Reference() as rate, Literal(value=years))):
            return rate if rate.period == period and years == period.years else None
    return None
