"""Findings that need no declaration, because they hold for any data: what every plan should be asked.

duplicate   one thing printed differently in two places
floor       a target at or below the present level
label       an official label that the rule does not give
unit        a printed unit that cannot be meant literally
gap         a number the document leaves out
blend       a merged figure that its parts do not give
weight      merged figures whose implied weights of one kind have nothing in common
series      figures of one name that cannot be chained
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import count, groupby

from tgkt.arithmetic.quantity import CONTEXT, quantity
from tgkt.engine.blend.merged import merge, mergeable
from tgkt.engine.blend.weights import implied_table, intersection
from tgkt.engine.check.identities import gap_between, in_unit
from tgkt.engine.goal import goal_of
from tgkt.engine.grade import graded
from tgkt.engine.status.rows import assess
from tgkt.facts.catalogue import Severity
from tgkt.facts.indicator import Aggregation, Words
from tgkt.facts.interval import Interval
from tgkt.facts.statement import Statement
from tgkt.facts.units import dimensions
from tgkt.results.blend import Merge
from tgkt.results.check import Finding
from tgkt.results.computed import Computed, Outcome
from tgkt.results.status import Agreement, Assessment, Grade, StandingKind
from tgkt.series.series import Knowledge

LANGUAGES = ("vi", "en")
_GRADES = {
    Grade.EXCEEDED: Words("vượt", "exceeded"),
    Grade.MET: Words("đạt", "met"),
    Grade.NOT_MET: Words("không đạt", "not met"),
}


def rules(knowledge: Knowledge) -> Iterator[Finding]:
    """Every finding of the rules, consistent ones included where a comparison was made."""
    assessments = [item for plan in knowledge.catalogue.plans.values() for item in assess(plan, knowledge)]
    yield from duplicates(knowledge)
    for item in assessments:
        yield from _floor(item, knowledge)
        yield from _label(item)
    yield from _units(knowledge)
    yield from _gaps(knowledge)
    yield from _blends(knowledge)
    yield from _weights(knowledge)
    for each in knowledge.catalogue.breaks:
        areas = sorted({s.area for s in knowledge.catalogue.observations if s.indicator == each.indicator})
        yield Finding(
            f"series.{each.id}",
            "series",
            Outcome.NEEDS_ASSUMPTION,
            each.severity,
            each.says,
            indicators=tuple((each.indicator, area) for area in areas),
            source=each.source,
        )


def duplicates(knowledge: Knowledge) -> Iterator[Finding]:
    """Pairs of places that print one indicator, area and period; the first listed against each that differs."""
    for name in knowledge.catalogue.indicators:
        for area in knowledge.catalogue.areas:
            stated = [s for s in knowledge.catalogue.about(name, area) if s.figure and not s.ambition]
            key = lambda s: (s.period, s.timing, s.relative_to or 0)  # noqa: E731 - one key for sort and group
            for _, group in groupby(sorted(stated, key=key), key):
                members = list(group)
                yield from (_pair(members[0], other, knowledge) for other in _distinct(members[1:], members[0]))


def _distinct(others: list[Statement], first: Statement) -> list[Statement]:
    """One of each value, so that three places that agree make one comparison."""
    kept: dict[tuple[object, ...], Statement] = {}
    for each in others:
        assert each.figure is not None
        kept.setdefault((each.figure, each.unit.text), each)
    return [each for each in kept.values() if (each.origin, each.locator) != (first.origin, first.locator)]


def _pair(one: Statement, other: Statement, knowledge: Knowledge) -> Finding:
    indicator = knowledge.catalogue.indicators[one.indicator]
    left, right = quantity(one, indicator), quantity(other, indicator)
    gap = gap_between(left.interval, right.interval)
    apart = gap != 0
    unit = one.unit
    shown = in_unit(left, unit), in_unit(right, unit)
    vi, en = (
        (one.printed, _place(one, knowledge, lang), other.printed, _place(other, knowledge, lang)) for lang in LANGUAGES
    )
    return Finding(
        id=f"duplicate.{one.indicator}.{one.area}.{one.period}.{other.origin}"
        + (f".{_short(other)}" if one.origin == other.origin or apart else ""),
        kind="duplicate",
        outcome=Outcome.INCONSISTENT if apart else Outcome.CONSISTENT,
        severity=_matters(one, other, knowledge) if apart else Severity.LOW,
        sentence=Words(
            "“{}” ({}) và “{}” ({}) chỉ cùng đúng nếu nói về hai phạm vi hay hai thời điểm khác nhau.".format(*vi)
            if apart
            else "“{}” ({}) và “{}” ({}) khớp nhau trong phạm vi làm tròn.".format(*vi),
            "“{}” ({}) and “{}” ({}) both hold only if they differ in scope or date.".format(*en)
            if apart
            else "“{}” ({}) and “{}” ({}) agree within rounding.".format(*en),
        ),
        left=shown[0],
        right=shown[1],
        residual=CONTEXT.divide(gap, dimensions(unit)[0]),
        formula=f"{one.indicator}[{one.area}, {one.period}] == {other.indicator}[{other.area}, {other.period}]",
        worked=f"{shown[0].value:f} = {shown[1].value:f} {unit}",
        statements=(one, other),
        indicators=((one.indicator, one.area),),
        source=other.source,
    )


def _short(statement: Statement) -> str:
    assert statement.figure is not None
    return f"{statement.figure.value:f}".replace(".", "_")


def _matters(one: Statement, other: Statement, knowledge: Knowledge) -> Severity:
    """High where taking the other figure would change a row's verdict."""
    for row in knowledge.rows(one.indicator, one.area):
        goal = goal_of(row)
        if goal is not None and goal.statement.period == one.period and goal.statement.relative_to is None:
            grades = {graded(goal, knowledge.stated(each)).passed for each in (one, other)}
            return Severity.HIGH if len(grades) > 1 else Severity.MEDIUM
    return Severity.MEDIUM


def _floor(item: Assessment, knowledge: Knowledge) -> Iterator[Finding]:
    row, base, target = item.row, item.row.baseline, item.row.target
    if item.standing is None or item.standing.kind is not StandingKind.ALREADY_MET:
        return
    if base is None or target is None or base.figure is None or target.figure is None:
        return
    goal = goal_of(row._replace(target=base))
    is_below = goal is not None and graded(goal, knowledge.stated(target)).grade is Grade.NOT_MET
    values = (target.printed, base.printed, base.period)
    told = (
        "Chỉ tiêu “{}” đã đạt với “{}” của {}: nó giữ mức hiện có hoặc cho phép lùi, không đòi hỏi tiến lên.",
        "The target “{}” is met already with “{}” of {}: "
        "it keeps what there is or allows a step back, and asks for no advance.",
    )
    yield Finding(
        id=f"floor.{row.indicator.id}.{row.area}",
        kind="floor",
        outcome=Outcome.NEEDS_ASSUMPTION,
        severity=Severity.HIGH if is_below else Severity.LOW,
        sentence=Words(*(text.format(*values) for text in told)),
        formula=f"{row.indicator.id}.target[{row.area}, {target.period}]",
        worked=f"{target.printed}; {base.printed}",
        statements=(target, base),
        indicators=((row.indicator.id, row.area),),
        source=row.source,
    )


def _label(item: Assessment) -> Iterator[Finding]:
    row = item.row
    if item.agreement is None or row.target is None or row.result is None:
        return
    agrees = item.agreement is Agreement.AGREES
    rest = (row.official, row.code, row.result.printed, row.target.printed)
    vi, en = ((*rest, _GRADES[item.verdict.grade].within(lang)) for lang in LANGUAGES)
    yield Finding(
        id=f"label.{row.area}.{row.code}",
        kind="label",
        outcome=Outcome.CONSISTENT if agrees else Outcome.INCONSISTENT,
        severity=Severity.HIGH if item.agreement is Agreement.OUTCOME else Severity.LOW,
        sentence=Words(
            "Nhãn “{}” ở dòng {} và kết quả “{}” so với mục tiêu “{}” (theo quy tắc: {}){}".format(
                *vi, " khớp nhau." if agrees else " chỉ cùng đúng nếu nhãn theo một quy tắc khác."
            ),
            "The label “{}” in row {} and the result “{}” against “{}” (by the rule: {}){}".format(
                *en, " agree." if agrees else " both hold only if labels follow another rule."
            ),
        ),
        worked=f"{row.result.printed} | {row.target.printed} | {row.official}",
        statements=(row.target, row.result),
        indicators=((row.indicator.id, row.area),),
        source=row.source,
    )


def _units(knowledge: Knowledge) -> Iterator[Finding]:
    """One finding for each indicator and unit that cannot be meant literally, however many places print it."""
    groups: dict[tuple[str, str], list[Statement]] = {}
    for each in _everything(knowledge):
        if each.printed_unit is not None:
            groups.setdefault((each.indicator, each.printed_unit), []).append(each)
    counts: dict[str, Iterator[int]] = defaultdict(lambda: count(1))
    for (name, printed_unit), members in groups.items():
        first = members[0]
        rest = (printed_unit, len(members), knowledge.catalogue.indicators[name].unit)
        vi, en = ((first.printed, _place(first, knowledge, lang), *rest) for lang in LANGUAGES)
        yield Finding(
            id=f"unit.{name}.{next(counts[name])}",
            kind="unit",
            outcome=Outcome.NEEDS_ASSUMPTION,
            severity=Severity.LOW,
            sentence=Words(
                "“{}” ({}) in đơn vị {} (số chỗ: {}); con số chỉ có nghĩa nếu đơn vị là {}.".format(*vi),
                "“{}” ({}) prints the unit {} (places: {}); the figure makes sense only if it is {}.".format(*en),
            ),
            statements=tuple(members),
            indicators=tuple(dict.fromkeys((s.indicator, s.area) for s in members)),
            source=first.source,
        )


def _gaps(knowledge: Knowledge) -> Iterator[Finding]:
    for plan in knowledge.catalogue.plans.values():
        for gap in plan.omissions:
            yield Finding(
                id=f"gap.{plan.id}.{gap.area}.{gap.code}",
                kind="gap",
                outcome=Outcome.NEEDS_ASSUMPTION,
                severity=Severity.LOW,
                sentence=gap.note,
                source=plan.source,
            )


def _blends(knowledge: Knowledge) -> Iterator[Finding]:
    for indicator, area, period in mergeable(knowledge):
        found = merge(indicator, area, period, knowledge)
        if found.printed is None or found.outcome is Outcome.NOT_COMPUTABLE or found.printed_range is None:
            continue
        if indicator.blend.by is Aggregation.SUM and found.outcome is Outcome.CONSISTENT and found.blended is None:
            continue
        yield _blend(found, knowledge)


def _blend(found: Merge, knowledge: Knowledge) -> Finding:
    title, area = found.indicator.title, knowledge.catalogue.areas[found.area].title
    implied = found.implied
    spread = _spread(implied.low, implied.high) if implied else Words("", "")
    second = knowledge.catalogue.areas[found.constituents[-1].area].title
    or_weights = Words(" hay quyền số", " or weights") if found.weight else Words("", "")
    told = {
        Outcome.CONSISTENT: (
            f"{title.vi}: số của {area.vi} suy ra được từ các tỉnh cũ.",
            f"{title.en}: the figure of {area.en} follows from the old provinces.",
        ),
        Outcome.INCONSISTENT: (
            f"{title.vi}: số của {area.vi} và số của các tỉnh cũ chỉ cùng đúng nếu phạm vi{or_weights.vi} khác đi.",
            f"{title.en}: the figure of {area.en} and its parts both hold only if scope{or_weights.en} differs.",
        ),
        Outcome.NEEDS_ASSUMPTION: (
            f"{title.vi}: cùng đúng chỉ nếu quyền số của {second.vi} là {spread.vi}.",
            f"{title.en}: all hold only if {second.en} weighs {spread.en}.",
        ),
    }[found.outcome]
    stated = tuple(c.statement for c in found.constituents if c.statement)
    assert found.printed is not None
    return Finding(
        id=f"blend.{found.indicator.id}.{found.period}",
        kind="blend",
        outcome=found.outcome,
        severity=Severity.MEDIUM if found.outcome is Outcome.INCONSISTENT else Severity.LOW,
        sentence=Words(*told),
        left=found.printed_range,
        right=found.blended,
        residual=_gap(found.printed_range, found.blended),
        formula=f"blend {found.indicator.id} by {found.indicator.blend.by}"
        + (f" of {found.weight}" if found.weight else ""),
        worked="; ".join(s.printed for s in (found.printed, *stated)),
        statements=(found.printed, *stated),
        indicators=tuple((found.indicator.id, s.area) for s in (found.printed, *stated)),
        source=found.printed.source,
    )


def _gap(printed: Computed | None, computed: Computed | None) -> Decimal | None:
    """How far two spreads in one unit are apart."""
    if printed is None or computed is None:
        return None
    return gap_between(Interval(printed.low, printed.high), Interval(computed.low, computed.high))


def _weights(knowledge: Knowledge) -> Iterator[Finding]:
    """Kinds of weight that several merged figures imply."""
    for weight, group in groupby(implied_table(knowledge), lambda each: each.weight):
        members = [each for each in group if each.value is not None]
        if len(members) < 2:
            continue
        common, title = intersection(members), knowledge.catalogue.indicators[weight].title
        names = "; ".join(f"{m.indicator.id} {m.value.low:.4g} - {m.value.high:.4g} %" for m in members if m.value)
        spread = _spread(common.low, common.high) if common else Words("", "")
        yield Finding(
            id=f"weight.{weight}",
            kind="weight",
            outcome=Outcome.CONSISTENT if common else Outcome.INCONSISTENT,
            severity=Severity.MEDIUM,
            sentence=Words(
                f"Các số hợp nhất cùng suy ra một quyền số theo “{title.vi}”: {spread.vi}."
                if common
                else f"Các số hợp nhất chỉ cùng đúng nếu không cùng gộp theo “{title.vi}”.",
                f"The merged figures imply one weight by “{title.en}”: {spread.en}."
                if common
                else f"The merged figures all hold only if they are not all weighted by “{title.en}”.",
            ),
            worked=names,
            indicators=tuple((m.indicator.id, m.area) for m in members),
        )


def _everything(knowledge: Knowledge) -> Iterator[Statement]:
    yield from (row.target for plan in knowledge.catalogue.plans.values() for row in plan.rows if row.target)
    yield from knowledge.catalogue.observations


def _place(statement: Statement, knowledge: Knowledge, lang: str) -> str:
    origin = knowledge.catalogue.origins[statement.origin].short
    named = statement.locator.startswith(origin.vi)  # a locator may begin with its document's own name
    return statement.locator if named else f"{origin.within(lang)}, {statement.locator}"


def _spread(low: Decimal, high: Decimal) -> Words:
    """Two percents as each language writes them."""
    en = f"{low:.2f} - {high:.2f} %"
    return Words(en.replace(".", ","), en)
