"""Plans as a person names them: by id, by their term as period or as title ("2026-2030", "2025-2030"), by words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tgkt.api.pick.name import Name, pick, said
from tgkt.errors import UsageError
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.period import YEARS
from tgkt.facts.plan import Plan, no_plan
from tgkt.language import spoken
from tgkt.message import Message
from tgkt.series.series import Knowledge


def choose_plan(name: str | None, catalogue: Catalogue) -> Plan:
    """The plan asked for; else the one in force.

    Raises:
        UsageError: there is no such plan, or none was named and it stays open which one is meant.
    """
    plans = catalogue.plans
    if name is not None:
        return plan_named(name, plans.values())
    if found := catalogue.plan_in_force():
        return found
    if not plans:
        raise UsageError("the data hold no plan. Add the block 'plan:' to a data file")
    last = max(each.period.last for each in plans.values())
    named = ", ".join(each.id for each in plans.values() if each.in_force or each.period.last == last)
    raise UsageError(
        "several plans end in {last}: {named}. Name one with --plan, or mark one with 'in_force: true'",
        last=last,
        named=named,
    )


def plan_or_none(name: str | None, knowledge: Knowledge) -> Plan:
    """The plan asked for as `choose_plan` finds it; in data that declare no plan one without rows."""
    catalogue = knowledge.catalogue
    if name is not None or catalogue.plans or not catalogue.indicators:
        return choose_plan(name, catalogue)
    return no_plan(knowledge.clock.as_of, next(iter(catalogue.indicators.values())).source)


def plan_named(name: str, plans: Iterable[Plan], before: str = "--plan: ") -> Plan:
    """The plan that a text means.

    Args:
        name: what the user wrote.
        plans: those there are.
        before: the option that the text was given to, for errors.

    Raises:
        UsageError: there is no such plan, or several.
    """
    known = {plan.id: plan for plan in plans}
    if name in known:
        return known[name]
    of_term = [plan for plan in known.values() if is_term_of(name, plan)]
    names = [_name(plan) for plan in of_term or known.values()]
    unknown = Message("{before}unknown plan '{name}'.", before=before, name=name)
    if not names:
        raise UsageError(Message.joined(" ", (unknown, Message("The data hold no plan."))))
    picked = pick(_term(name) if of_term else name, names, unknown, Message("tgkt list plans shows them"), before)
    return known[said(name, picked)[0].id]


def is_term_of(text: str, plan: Plan) -> bool:
    """Whether a text is the term of a plan: its first and last year, or the base year and the last."""
    term = _term(text)
    return "-" in term and term in (str(plan.period), f"{plan.baseline}-{plan.period.last}")


def _term(text: str) -> str:
    """A text that looks like a term without the blanks in it, and with a plain hyphen; any other as it stands."""
    from tgkt.facts.notation import clean  # lazy: a plan is seldom named

    found = re.sub(r"\s*-\s*", "-", clean(text))
    return found if re.fullmatch(YEARS, found, re.ASCII) else text


def _name(plan: Plan) -> Name:
    terms = (str(plan.period), f"{plan.baseline}-{plan.period.last}")
    return Name(plan.id, tuple(dict.fromkeys((plan.title.within(spoken()), *plan.title.texts, *terms))))
