"""The tables and page of `tgkt check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from tgkt.facts.catalogue import Break, Catalogue
from tgkt.report.breaks import breaks_note, named, place_of, signed
from tgkt.report.numbers import number, rounded, trimmed, unit
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import sentence, word
from tgkt.results.check import Finding, Suggestion
from tgkt.results.computed import Computed, Outcome

_SEVERITY_MOODS = {"high": "bad", "medium": "warn", "low": "weak"}
_PLACES = 4
_PAGE_HEAD = """# What the plan's figures say to each other

This page is made from the data by `tgkt check --page` and is tested to be current. Every relation between
printed figures is judged by intervals: a figure stands for every value that rounds to it, so a difference that
rounding explains is not a finding. Nothing here says that a figure is wrong: it says which figures cannot hold
together as printed, and what each would have to be for the others to hold.
"""


def counts_table(found: Sequence[Finding], lang: str) -> Table:
    """How many relations of each kind came out how."""
    heads = ("kind", *Outcome)
    table = Table(word("checked", lang), [Column(word(head, lang), right=head != "kind") for head in heads])
    kinds = Counter((each.kind, each.outcome) for each in found)
    for kind in dict.fromkeys(each.kind for each in sorted(found, key=lambda each: each.kind)):
        table.add(word(f"relation_{kind}", lang), *(Cell(str(kinds[kind, o] or ""), o.mood) for o in Outcome))
    table.add(word("total", lang), *(str(sum(kinds[kind, o] for kind in {k for k, _ in kinds})) for o in Outcome))
    return table


def findings_tables(found: Sequence[Finding], lang: str, *, on_terminal: bool) -> list[Table]:
    """Findings by severity: what each says, and how far its two sides are apart.

    Ids are long, so on a terminal they stand below the sentence instead of in a column.
    """
    tables: dict[str, Table] = {}
    heads = ("outcome_head", "says", "residual") if on_terminal else ("finding", "outcome_head", "says", "residual")
    for each in found:
        if each.severity not in tables:
            columns = [Column(word(h, lang), right=h == "residual", fold=h == "says") for h in heads]
            tables[each.severity] = Table(word(f"severity_{each.severity}", lang), columns)
        outcome = Cell(word(each.outcome, lang), each.outcome.mood)
        said, rest, name = each.sentence.within(lang), _residual(each, lang), signed(each.id, _others(each))
        if on_terminal:
            tables[each.severity].add(outcome, f"{said}\n{name}", rest)
        else:
            tables[each.severity].add(name, outcome, said, rest)
    if tables:
        list(tables.values())[-1].note = "\n".join(breaks_note((("", _others(each)) for each in found), lang))
    return list(tables.values())


def _others(each: Finding) -> tuple[Break, ...]:
    """The breaks that touch a finding, without the one that it tells itself."""
    return tuple(one for one in each.breaks if f"series.{one.id}" != each.id)


def finding_tables(each: Finding, catalogue: Catalogue, lang: str) -> list[Table]:
    """One finding in full: both sides, what would close it, and every figure it rests on."""
    table = Table("", [Column(each.id), Column(word(each.outcome, lang), fold=True)])

    def line(key: str, text: str, mood: str = "") -> None:
        if text:
            table.add(word(key, lang), Cell(text, mood))

    line("says", each.sentence.within(lang), "strong")
    line("severity", word(f"severity_{each.severity}", lang), _SEVERITY_MOODS[each.severity])
    line("formula", each.formula)
    line("inputs", each.worked)
    line("left", _side(each.left, lang))
    line("right", _side(each.right, lang))
    line("residual", _residual(each, lang))
    line("assumes", each.assumes.within(lang) if each.assumes else "")
    line("why", sentence(each.reason, lang) if each.reason else "")
    for one in each.breaks:
        line("break", f"{named(one, lang)}; {place_of(one, catalogue, lang)}")
    for closing in each.closings:
        told = f"{closing.figure}: {_short(closing.printed, lang)} → {_short(closing.needed, lang)}"
        line("closes", f"{told} {unit(closing.unit, lang)}")
    for s in each.statements:
        area = catalogue.areas[s.area].title.within(lang)
        title = catalogue.origins[s.origin].title.within(lang)
        line("origin", f"{area}, {s.period}: {s.quoted.within(lang)} - {'; '.join(filter(None, (title, s.locator)))}")
    line("declared", str(each.source) if each.source else "")
    return [table]


def suggestions_table(found: Sequence[Suggestion], lang: str) -> Table:
    """Relations that hold and that no identity declares."""
    table = Table(word("suggested", lang), [Column(word("kind", lang)), Column(word("formula", lang), fold=True)])
    for each in found:
        table.add(word(f"relation_{each.kind}", lang), each.formula)
    return table


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
            lines.append(f"- rounding leaves {_residual(each, 'en')} unexplained")
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
    named = "" if value.unit.text == "lần" else f" {unit(value.unit, lang)}"
    return f"{middle}{spread}{named}"


def _residual(each: Finding, lang: str) -> str:
    """The gap that rounding leaves, in four figures; between percentages it is in points."""
    if not each.residual or each.left is None:
        return ""
    declared = each.left.unit
    named = "" if declared.text == "lần" else word("points", lang) if declared.is_percent else unit(declared, lang)
    places = max(0, 3 - each.residual.adjusted())
    return f"{number(trimmed(rounded(each.residual, places)), lang, sign=True)} {named}".rstrip()


def _short(value: Decimal, lang: str) -> str:
    """At most four decimals; small numbers keep four figures."""
    if not value.is_finite():
        return "∞" if value > 0 else "−∞"
    places = _PLACES if value == 0 or abs(value) >= Decimal("0.001") else 4 - value.adjusted()
    return number(trimmed(rounded(value, places)), lang)
