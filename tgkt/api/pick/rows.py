"""Rows of a plan and indicators, as a person names them."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from tgkt.api.pick.name import NUMBER, Name, numbered, pick, said, several_parts
from tgkt.api.pick.plans import choose_plan
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Indicator
from tgkt.facts.plan import Plan, Row, without_target
from tgkt.message import Message
from tgkt.series.series import Knowledge

_LIST = Message("tgkt list indicators shows every number, id and title")


def rows_named(what: Iterable[str], plan: Plan, lang: str) -> list[Row]:
    """The rows of a plan that texts mean, in the order of the texts.

    Raises:
        UsageError: a text means no row, or several indicators.
    """
    places = {(row.area, row.code): row for row in plan.rows}
    found = [place for text in what for place in _rows(text, plan, lang)]
    return [places[place] for place in dict.fromkeys(found)]


def rows_or_indicators(what: Iterable[str], plan: Plan, knowledge: Knowledge, lang: str) -> list[Row]:
    """The rows of a plan that texts mean; an indicator that has no row there is a row without a target.

    Such an indicator is shown for every area that has a figure of it.

    Raises:
        UsageError: a text means neither.
    """
    found: dict[tuple[str, str, str], Row] = {}
    for text in what:
        is_number = NUMBER.fullmatch(text.strip()) is not None
        rows = rows_named([text], plan, lang) if is_number else _rows_or_indicator(text, plan, knowledge, lang)
        found |= {(row.indicator.id, row.area, row.code): row for row in rows}
    return list(found.values())


def row_named(what: str, plan: Plan, lang: str) -> Row:
    """The row of a plan that a text means; the first where an indicator that is named has several.

    Raises:
        UsageError: a text means no row, several indicators, or a number with several parts.
    """
    found = rows_named([what], plan, lang)
    if len(found) > 1 and (NUMBER.fullmatch(what.strip()) or len({row.indicator.id for row in found}) > 1):
        raise several_parts(what, [_row_name(row, lang) for row in found])
    return found[0]


def indicators_named(what: Iterable[str], catalogue: Catalogue, lang: str, before: str = "") -> list[Indicator]:
    """The indicators that texts mean, numbers being those of the plan in force.

    Args:
        what: the texts.
        catalogue: the data.
        lang: the language in which indicators are called.
        before: the option that the texts were given to, for errors: "--accept: ".

    Raises:
        UsageError: a text means nothing, or words mean several.
    """
    found = [name.id for text in what for name in _indicators(text, catalogue, lang, before)]
    return [catalogue.indicators[id] for id in dict.fromkeys(found)]


def indicator_named(what: str, catalogue: Catalogue, lang: str) -> Indicator:
    """The one indicator that a text means, numbers being those of the plan in force.

    Raises:
        UsageError: a text means nothing, or several.
    """
    found = _indicators(what, catalogue, lang)
    if len({name.id for name in found}) > 1:
        raise several_parts(what, found)
    return catalogue.indicators[found[0].id]


def rows_told(what: str, indicator: Indicator, catalogue: Catalogue) -> list[str]:
    """The numbers in the plan in force that a text means where it is a number; none where it is an id or words."""
    plan = catalogue.plan_in_force()
    rows = [row for row in plan.rows if row.indicator is indicator] if plan else []
    names = [Name(row.indicator.id, (), row.code, row.area) for row in rows]
    return [name.number for name in numbered(normalize("NFC", what.strip()), names)]


def _rows_or_indicator(what: str, plan: Plan, knowledge: Knowledge, lang: str) -> list[Row]:
    catalogue = knowledge.catalogue
    unknown = Message("'{what}' is neither a target of {plan} nor an indicator.", what=what, plan=_called(plan))
    names = said(what, pick(what, _names(plan, catalogue, lang), unknown, _LIST))
    places = {(row.area, row.code): row for row in plan.rows}
    rows = [places[name.area, name.number] for name in names if name.number]
    return rows or _without_target(catalogue.indicators[names[0].id], plan, knowledge)


def _without_target(indicator: Indicator, plan: Plan, knowledge: Knowledge) -> list[Row]:
    areas = list(knowledge.catalogue.areas)
    known = [each for each in areas if knowledge.series(indicator.id, each).years(0, knowledge.clock.as_of)]
    return [without_target(plan, indicator, area) for area in known or areas[:1]]


def _rows(what: str, plan: Plan, lang: str) -> list[tuple[str, str]]:
    names = [_row_name(row, lang) for row in plan.rows]
    unknown = Message("'{what}' is not a target of {plan}.", what=what, plan=_called(plan))
    advice = Message("tgkt status --plan {plan} shows them", plan=plan.id) if plan.id else _LIST
    return [(name.area, name.number) for name in said(what, pick(what, names, unknown, advice))]


def _called(plan: Plan) -> str:
    return plan.id or Message("a plan")


def _indicators(what: str, catalogue: Catalogue, lang: str, before: str = "") -> list[Name]:
    is_number = NUMBER.fullmatch(what.strip()) is not None
    in_force = choose_plan(None, catalogue) if is_number and catalogue.plans else catalogue.plan_in_force()
    unknown = Message("{before}unknown indicator '{what}'.", before=before, what=what)
    return said(what, pick(what, _names(in_force, catalogue, lang), unknown, _LIST, before))


def _names(plan: Plan | None, catalogue: Catalogue, lang: str) -> list[Name]:
    """The rows of a plan, then every indicator that has none there."""
    rows = plan.rows if plan else ()
    told = {row.indicator.id for row in rows}
    others = [each for each in catalogue.indicators.values() if each.id not in told]
    return [_row_name(row, lang) for row in rows] + [Name(each.id, _titles(each, lang)) for each in others]


def _row_name(row: Row, lang: str) -> Name:
    label = (row.label,) if row.label else ()
    return Name(row.indicator.id, (*_titles(row.indicator, lang), *label), row.code, row.area)


def _titles(indicator: Indicator, lang: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((indicator.title.within(lang), *indicator.title.texts)))
