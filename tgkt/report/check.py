"""The tables, rows and page of `tgkt check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tgkt.facts.catalogue import Catalogue
from tgkt.message import Message
from tgkt.report.breaks import ids, named, place_of
from tgkt.report.numbers import measured, number, rounded, trimmed, unit
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import sentence, word
from tgkt.results.check import Finding, Suggestion
from tgkt.results.computed import Computed, Outcome

CHECK_SCHEMA = "tgkt/check/2"
SUGGEST_SCHEMA = "tgkt/suggest/2"
_SEVERITY_MOODS = {"high": "bad", "medium": "warn", "low": "weak"}
_PLACES = 4
_PAGE_HEAD = """# What the plan's figures say to each other

This page is made from the data by `tgkt check --page` and is tested to be current. Every relation between
printed figures is judged by intervals: a figure stands for every value that rounds to it, so a difference that
rounding explains is not a finding. Nothing here says that a figure is wrong: it says which figures cannot hold
together as printed, and what each would have to be for the others to hold.
"""


def ids_note(command: str) -> Message:
    """How to see the ids of findings: what stands below a list of them.

    Args:
        command: the command that lists these findings.
    """
    return Message("Ids, for tgkt check ID and --known: {command}", command=f"{command} --columns id,says")


def finding_tables(each: Finding, catalogue: Catalogue, lang: str) -> list[Table]:
    """One finding in full: both sides, what would close it, and every figure it rests on."""
    table = Table(each.id, [Column(word("outcome_head", lang)), Column(word(each.outcome, lang), fold=True)])

    def line(key: str, text: str, mood: str = "") -> None:
        if text:
            table.add(word(key, lang), Cell(text, mood))

    line("says", each.sentence.within(lang), "strong")
    line("severity", word(f"severity_{each.severity}", lang), _SEVERITY_MOODS[each.severity])
    line("formula", each.formula)
    line("inputs", each.worked)
    line("left", _side(each.left, lang))
    line("right", _side(each.right, lang))
    line("residual", residual_told(each, lang))
    line("assumes", each.assumes.within(lang) if each.assumes else "")
    line("why", sentence(each.reason, lang) if each.reason else "")
    for one in each.breaks:
        line("break", f"{named(one, lang)}; {place_of(one, catalogue, lang)}")
    for closing in each.closings:
        told = f"{closing.figure}: {_short(closing.printed, lang)} → {_short(closing.needed, lang)}"
        line("closes", measured(told, unit(closing.unit, lang), lang))
    for s in each.statements:
        area = catalogue.areas[s.area].title.within(lang)
        title = catalogue.origins[s.origin].title.within(lang)
        line("origin", f"{area}, {s.period}: {s.quoted.within(lang)} - {'; '.join(filter(None, (title, s.locator)))}")
    line("declared", str(each.source) if each.source else "")
    return [table]


def finding_row(each: Finding) -> dict[str, Any]:
    """A finding as fields."""
    left, right = each.left, each.right
    return {
        "id": each.id,
        "kind": each.kind,
        "outcome": each.outcome,
        "severity": each.severity,
        "says_vi": each.sentence.vi,
        "says_en": each.sentence.en,
        "formula": each.formula,
        "worked": each.worked,
        "unit": left.unit.text if left else right.unit.text if right else None,
        "left": left.value if left else None,
        "left_low": left.low if left else None,
        "left_high": left.high if left else None,
        "right": right.value if right else None,
        "right_low": right.low if right else None,
        "right_high": right.high if right else None,
        "residual": each.residual,
        "relative": each.relative,
        "assumes_vi": each.assumes.vi if each.assumes else None,
        "assumes_en": each.assumes.en if each.assumes else None,
        "reason": each.reason.code if each.reason else None,
        "declared": str(each.source) if each.source else None,
        "breaks": ids(each.breaks),
        "closes": [
            {"figure": c.figure, "printed": c.printed, "needed": c.needed, "unit": c.unit.text} for c in each.closings
        ],
        "figures": [
            {
                "indicator": s.indicator,
                "area": s.area,
                "period": str(s.period),
                "printed": s.printed,
                "origin": s.origin,
                "locator": s.locator,
            }
            for s in each.statements
        ],
    }


def suggestions_table(found: Sequence[Suggestion], lang: str) -> Table:
    """Relations that hold and that no identity declares."""
    table = Table(word("suggested", lang), [Column(word("kind", lang)), Column(word("formula", lang), fold=True)])
    for each in found:
        table.add(word(f"relation_{each.kind}", lang), each.formula, of=each)
    return table


def suggestion_row(each: Suggestion) -> dict[str, Any]:
    """A suggestion as fields."""
    return {
        "kind": each.kind,
        "formula": each.formula,
        "places": [{"printed": s.printed, "origin": s.origin, "locator": s.locator} for s in each.statements],
        "breaks": ids(each.breaks),
    }


def findings_page(found: Sequence[Finding], catalogue: Catalogue) -> str:
    """The audit as a page, in English with the Vietnamese sentence beside it, to be read from top to bottom."""
    told = [each for each in found if each.outcome in (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION)]
    totals = Counter(each.outcome for each in found)
    lines = [
        _PAGE_HEAD,
        f"Of {len(found)} relations, {totals[Outcome.CONSISTENT]} are consistent,",
        f"{totals[Outcome.INCONSISTENT]} are not,",
        f"{totals[Outcome.NEEDS_ASSUMPTION]} hold only under an assumption or as read, and",
        f"{totals[Outcome.NOT_COMPUTABLE]} cannot be computed.",
        "",
    ]
    for severity in ("high", "medium", "low"):
        members = [each for each in told if each.severity == severity]
        if members:
            lines += [f"## {word(f'severity_{severity}', 'en')} ({len(members)})", ""]
        for each in members:
            lines += _page_entry(each, catalogue)
    return "\n".join(lines).rstrip() + "\n"


def _page_entry(each: Finding, catalogue: Catalogue) -> list[str]:
    lines = [f"### {each.id}", "", f"{each.sentence.en}", "", f"*{each.sentence.vi}*", ""]
    if each.formula and each.left and each.right:
        lines += [f"- `{' '.join(each.formula.split())}`", f"- with numbers: {each.worked}"]
        lines.append(f"- left {_side(each.left, 'en')}; right {_side(each.right, 'en')}")
        if each.residual:
            lines.append(f"- rounding leaves {residual_told(each, 'en')} unexplained")
    if each.assumes:
        lines.append(f"- assumes: {each.assumes.en}")
    for closing in each.closings:
        needed = f"{_short(closing.printed, 'en')} → {_short(closing.needed, 'en')} {unit(closing.unit, 'en')}"
        lines.append(f"- would close with {closing.figure}: {needed}")
    for s in each.statements:
        lines.append(f"- {catalogue.areas[s.area].title.en}, {s.period}: {s.quoted.en} ({s.origin}, {s.locator})")
    return [*lines, ""]


def _side(value: Computed | None, lang: str) -> str:
    if value is None:
        return ""
    middle, low, high = (_short(each, lang) for each in (value.value, value.low, value.high))
    spread = "" if value.low == value.high else f" [{low}; {high}]"
    named = "" if value.unit.text == "lần" else unit(value.unit, lang)
    return measured(f"{middle}{spread}", named, lang)


def residual_told(each: Finding, lang: str) -> str:
    """The gap that rounding leaves, in four figures; between percentages it is in points."""
    if not each.residual or each.left is None:
        return ""
    declared = each.left.unit
    named = "" if declared.text == "lần" else word("points", lang) if declared.is_percent else unit(declared, lang)
    places = max(0, 3 - each.residual.adjusted())
    return measured(number(trimmed(rounded(each.residual, places)), lang, sign=True), named, lang)


def _short(value: Decimal, lang: str) -> str:
    """At most four decimals; small numbers keep four figures."""
    if not value.is_finite():
        return "∞" if value > 0 else "−∞"
    places = _PLACES if value == 0 or abs(value) >= Decimal("0.001") else 4 - value.adjusted()
    return number(trimmed(rounded(value, places)), lang)
