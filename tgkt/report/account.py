"""The lines of a story: target, start and how it is known, results, standing and need, doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgkt.facts.catalogue import Break, Catalogue
from tgkt.facts.indicator import Kind
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.facts.units import PERCENT_A_YEAR, POINTS_A_YEAR, Unit, beside
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.report.amounts import against_year, answered, index_told, known, needed, times
from tgkt.report.breaks import named, place_of
from tgkt.report.explain import arithmetic
from tgkt.report.numbers import as_printed, ends, printed, short
from tgkt.report.places import place
from tgkt.report.words import in_words, sentence, word
from tgkt.results.computed import Amount
from tgkt.results.explain import Account, Entry, Way
from tgkt.results.status import Assessment
from tgkt.series.known import How

_MOST_WAYS, _MOST_DOUBTS, _MOST_FINDINGS, _MOST_WORDS, _MOST_YEARS = 3, 3, 2, 3, 12


class Line(NamedTuple):
    """One line of a story.

    Attributes:
        label: the key of its label.
        text: the text; empty where there is nothing to say.
        most: in how many lines of a screen where it must be shortened.
        yields: where a screen has no room for all, the highest is shortened and left out first; 0 is never left out.
        mood: what colour may repeat.
        is_short: whether it must be shortened.
    """

    label: str
    text: str
    most: int = 3
    yields: int = 0
    mood: str = ""
    is_short: bool = False


def lines_of(account: Account | None, catalogue: Catalogue, lang: str) -> Iterator[Line]:
    """The lines about an account, in the order in which one would write them in a letter."""
    if account is None:
        yield Line("story_newest", sentence(Reason("none_printed"), lang))
        return
    item = account.assessment
    if item is None:
        yield from _of_area(account, catalogue, lang)
        breaks: tuple[Break, ...] = ()
    else:
        yield from _of_row(item, account, catalogue, lang)
        breaks = item.breaks
    yield Line("in_year", _in_year(account.in_year, item, lang), 2, 3)
    yield from _doubts(account.doubts, catalogue, lang)
    for at, each in enumerate(account.findings[:_MOST_FINDINGS]):
        yield Line("findings", f"{each.id}: {in_words(each.sentence, lang)}", 3, 4 + 3 * at)
    for at, found in enumerate(breaks):
        place = place_of(found, catalogue, lang)
        if found.origin is not None and found.locator is not None:
            place = _place(found.origin, found.locator, catalogue, lang)
        told = f"{named(found, lang)}: {found.says.within(lang)} ({place})"
        yield Line("breaks", told, 3, 4 + bool(at))
    if item is not None:
        note = item.row.note or (item.row.target.note if item.row.target else None)
        yield Line("note", note.within(lang) if note else "", 2, 8)


def _of_row(item: Assessment, account: Account, catalogue: Catalogue, lang: str) -> Iterator[Line]:
    row = item.row
    yield Line("label", row.label if row.label and row.label != row.indicator.title.vi else "", 1, 9)
    yield Line("target", _target(item, catalogue, lang))
    yield Line("condition", row.condition.within(lang) if row.condition else "", 2, 1)
    yield from (Line("reprint", _again(each, row, catalogue, lang), 2, 9) for each in account.reprints)
    yield from _start(item, account, catalogue, lang)
    if row.last_term is not None and item.baseline is None:
        yield Line("last_term", _told(row.last_term, catalogue, lang), 2, 4)
    if item.result is not None or row.result is not None:
        stated = item.result.statement if item.result else row.result
        own = _told(stated, catalogue, lang) if stated else ""
        yield Line("result", own or (_amount(item.result, item.unit, lang) if item.result else ""))
    yield _years(account.years, item, lang)
    yield _answers(account.words, catalogue, lang)
    yield from _judged(item, lang)
    yield Line("stretch" if item.needed is None else "needed", _need(item, lang), 2)


def _of_area(account: Account, catalogue: Catalogue, lang: str) -> Iterator[Line]:
    """The newest figures where no plan has a row, and the years before them."""
    for at, each in enumerate(account.years[:_MOST_WORDS]):
        stated = each.statement
        told = _told(stated, catalogue, lang) if stated else _amount(each, each.unit, lang)
        yield Line("story_newest", told, 2, 4 * bool(at) + bool(at) * at)
    for at, entry in enumerate(account.words[:_MOST_WORDS]):
        yield Line("story_newest", _told(entry.statement, catalogue, lang), 2, 4 + at)
    if len(account.years) > _MOST_WORDS:
        yield _years(account.years, None, lang)


def _target(item: Assessment, catalogue: Catalogue, lang: str) -> str:
    target = item.row.target
    if target is None:
        return f"{sentence(item.verdict.reason, lang)} ({_place(item.row.origin, item.row.locator, catalogue, lang)})"
    level = ""
    if target.relative_to is not None and item.target is not None:
        edge = item.edge if item.edge is not None else item.target.value
        level = f" = {beside(short(edge, lang), item.unit, lang)}"
    return _told(target, catalogue, lang, level)


def _again(again: Statement, row: Row, catalogue: Catalogue, lang: str) -> str:
    """Where the target is printed once more, and its words there if they are others."""
    said = [(each.printed, each.figure, each.period) for each in (again, row.target) if each]
    if said[0] in said[1:]:
        return _place(again.origin, again.locator, catalogue, lang)
    return _told(again, catalogue, lang)


def _start(item: Assessment, account: Account, catalogue: Catalogue, lang: str) -> Iterator[Line]:
    """The start, and how it is known."""
    base = item.baseline
    if base is None:
        stated = item.row.baseline
        yield Line("story_start", _told(stated, catalogue, lang) if stated else "", 2)
        if item.current is not None and item.current.derivation is not None:
            yield from _derived(item.current, item, account, catalogue, lang)
        return
    if base.derivation is not None:
        yield from _derived(base, item, account, catalogue, lang)
    elif base.statement is not None:
        later = f"; {word('story_later', lang)}" if base.how is How.LATER else ""
        yield Line("story_start", _told(base.statement, catalogue, lang) + later)
    else:
        yield Line("story_start", _amount(base, item.unit, lang))
    if item.plan_baseline is not None and item.plan_baseline != base.statement:
        yield Line("baseline_plan", _told(item.plan_baseline, catalogue, lang), 2)
    yield _implied(item, lang)


def _derived(base: Amount, item: Assessment, account: Account, catalogue: Catalogue, lang: str) -> Iterator[Line]:
    """A derived figure: what is printed beside it, by which ways it follows, from what and under which assumption."""
    figure = f"{beside(known(base, item.row, lang), item.unit, lang)}, {base.period}"
    if base.is_point and base.statement is None:
        figure += f", {word('story_within', lang).format(ends=ends(base.low, base.high, lang))}"
    yield Line("story_start", f"{figure}; {word(f'how_{base.how}', lang)}")
    if base.statement is not None:
        yield Line("printed", _told(base.statement, catalogue, lang), 2)
    ways = account.ways[:_MOST_WAYS]
    for at, each in enumerate(ways):
        yield Line(
            "story_ways" if len(ways) > 1 else "formula", _way(each, lang, alone=len(ways) == 1), 2, 3 * bool(at)
        )
    derived = base.derivation
    if derived is not None:
        assumes = " ".join(_sentence(in_words(each, lang)) for each in derived.assumes)
        yield Line("assumes", assumes, 3, 1)
        missing = ", ".join(catalogue.areas[each].title.within(lang) for each in derived.missing)
        yield Line("missing", missing, 2, 2)
    others = [each for each in base.inputs if each != base.statement and each.figure is not None]
    inputs = "; ".join(_input(each, account.area, catalogue, lang) for each in others)
    yield Line("inputs", inputs, 2, 6)


def _sentence(text: str) -> str:
    """A text that begins and ends as a sentence."""
    return f"{text[:1].upper()}{text[1:].removesuffix('.')}."


def _way(way: Way, lang: str, *, alone: bool) -> str:
    if alone:
        return way.formula
    return f"{ends(way.low, way.high, lang)}, {word(f'how_{way.how}', lang)}: {way.formula}"


def _implied(item: Assessment, lang: str) -> Line:
    """What the plan's own targets imply for the start."""
    value = item.implied
    if value is None:
        return Line("story_implied", "")
    formula = f": {value.derivation.formula}" if value.derivation else ""
    return Line("story_implied", f"{short(value.value, lang, places=1)} ({value.period}){formula}", 2, 3)


def _years(years: Sequence[Amount], item: Assessment | None, lang: str) -> Line:
    """The figures of single years in a row, the newest first; nothing where only the start is known."""
    told = [each.period for each in (item.baseline, item.result) if each] if item else []
    if all(each.period in told for each in years):
        return Line("story_years", "")
    rows = [f"{each.period}: {known(each, item.row, lang) if item else as_printed(each, lang)}" for each in years]
    return Line("story_years", " · ".join(rows[:_MOST_YEARS]), 2)


def _answers(words: Sequence[Entry], catalogue: Catalogue, lang: str) -> Line:
    """What is answered to a milestone year by year, each with its document."""
    said = (each.statement for each in words[:_MOST_YEARS])
    rows = [
        f"{each.period}: {answered(each, lang)} ({catalogue.origins[each.origin].short.within(lang)})" for each in said
    ]
    return Line("story_years", " · ".join(rows), 2)


def _in_year(parts: Sequence[Amount], item: Assessment | None, lang: str) -> str:
    """The figures of parts of a year, the newest first; an index stands as the growth it means."""
    told = [
        f"{each.period}: {index_told(each, lang) or (known(each, item.row, lang) if item else as_printed(each, lang))}"
        for each in parts[:_MOST_YEARS]
    ]
    return " · ".join(told)


def _judged(item: Assessment, lang: str) -> Iterator[Line]:
    """The standing before the deadline, the verdict after it; both with what they rest on."""
    ahead = item.standing
    kind, reason, rests = (
        (ahead.kind, ahead.reason, ahead.rests)
        if ahead
        else (item.verdict.grade, item.verdict.reason, item.verdict.rests)
    )
    on = ", ".join(word(f"rest_{rest}", lang) for rest in rests)
    basis = f" ({word('rests_on', lang).lower()}: {on})" if on else ""
    yield Line(
        "standing" if ahead else "verdict", f"{word(kind, lang)}: {sentence(reason, lang)}{basis}", 3, 0, kind.mood
    )
    yield Line("official", item.row.official or "")


def _need(item: Assessment, lang: str) -> str:
    """The change needed in the years left, compared with the last term."""
    parts = []
    if item.needed is not None:
        is_plain = item.needed.unit in (PERCENT_A_YEAR, POINTS_A_YEAR) or item.row.indicator.kind is Kind.INDEX
        told = arithmetic(item, lang)
        parts.append(told if is_plain else beside(told, item.needed.unit, lang))
    if item.stretch is not None and item.earlier is not None:
        pace = {"times": times(item.stretch, lang), "pace": needed(item.earlier, lang)}
        parts.append(word("story_stretch", lang).format(**pace))
    return "; ".join(filter(None, parts))


def _doubts(doubts: Sequence[Entry], catalogue: Catalogue, lang: str) -> Iterator[Line]:
    """The figures that contradict the one that counts, or were replaced by it."""
    for at, each in enumerate(doubts[:_MOST_DOUBTS]):
        role = word(f"role_{each.role}", lang)
        told = _told(each.statement, catalogue, lang)
        yield Line("story_doubts", f"{role}: {told}", 2, 3 * bool(at) + at)
    if len(doubts) > _MOST_DOUBTS:
        yield Line("story_doubts", word("story_more", lang).format(count=len(doubts) - _MOST_DOUBTS), 1, 2)


def _told(stated: Statement, catalogue: Catalogue, lang: str, level: str = "") -> str:
    """A printed figure with its unit and period, its words, and its place."""
    words = f": {stated.quoted.within(lang)}" if stated.printed else ""
    place = _place(stated.origin, stated.locator, catalogue, lang)
    return f"{_figure(stated, lang)}{level}, {stated.period}{words} ({place})".removeprefix(", ")


def _figure(stated: Statement, lang: str) -> str:
    if stated.figure is None:
        return answered(stated, lang)
    if stated.relative_to is not None:
        return against_year(stated, lang)
    return beside(printed(stated.figure, lang), stated.unit, lang)


def _input(stated: Statement, home: str, catalogue: Catalogue, lang: str) -> str:
    title = catalogue.indicators[stated.indicator].title.within(lang)
    area = "" if stated.area == home else f" {catalogue.areas[stated.area].title.within(lang)}"
    return f"{title}{area} {_figure(stated, lang)} ({_place(stated.origin, stated.locator, catalogue, lang)})"


def _place(origin: str, locator: str, catalogue: Catalogue, lang: str) -> str:
    return place(catalogue.origins[origin].short.within(lang), locator)


def _amount(amount: Amount, own: Unit, lang: str) -> str:
    """A computed figure."""
    return f"{beside(as_printed(amount, lang), own, lang)}, {amount.period}; {word(f'how_{amount.how}', lang)}"
