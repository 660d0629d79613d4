"""Reading a printed phrase: figures, the words that compare, the unit, and the year it is a change of.

The reading is the same for every language; the words of each are in its table.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tgkt.errors import NotationError
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.notation.change import Base, Change, change_of, open_change, take_base, whole_change
from tgkt.facts.notation.language import Language
from tgkt.facts.notation.number import clean, document_number, number_pattern, refuse_long, table_of
from tgkt.facts.notation.place import money_before, refuse_unknown_sign, unit_after, with_signs
from tgkt.facts.notation.side import Side, side_of
from tgkt.facts.notation.worded import no_figure, refuse_part_in_words
from tgkt.facts.notation.words import (
    GAP,
    any_of,
    base_of_rate,
    comparator_after,
    comparator_before,
    dates,
    refuse_denied,
    refuse_sign_behind,
    verb,
    verb_before,
    year_after_word,
)
from tgkt.facts.units import NO_OWN, OwnUnits, Unit, definitions, factor_of, parse_unit, split
from tgkt.record import NamedTuple

_BOUNDS = (Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN)
_SIZES = ("phần_trăm", "điểm_phần_trăm", "lần")  # what a movement is measured in


class Phrase(NamedTuple):
    """What a printed phrase says: figures, the unit if it names one, `N/M` pairs as two numbers.

    `change` is there where the figure is a cut, a rise or a multiple of another year's value; `side` where the words
    say better or worse, and the comparator is the one where more is better.
    """

    figures: tuple[Figure, ...]
    unit: Unit | None
    is_pair: bool = False
    change: Change | None = None
    side: Side | None = None


class _Number(NamedTuple):
    """A number in a text: its value, its unit, and where it begins (with money before it) and ends (with its unit)."""

    value: Decimal
    unit: Unit | None
    start: int
    end: int
    last: int
    is_ordinal: bool = False


class _Text(NamedTuple):
    """A phrase without its years, and what to read it with."""

    printed: str
    text: str
    base: Base | None
    language: Language
    own: OwnUnits


def read_phrase(printed: str, language: str = "vi", own: OwnUnits = NO_OWN) -> Phrase:
    """Read a printed phrase such as "từ 10,5%/năm trở lên", "at least 78%" or "61% - 31% - 8%".

    Years and dates inside it are ignored. Exactly one figure, one range, one `N/M` pair
    or one dash-separated list of shares is expected.

    Args:
        printed: the words of the document.
        language: the language of the document, one of `LANGUAGES`.
        own: the units that the data folder declares.

    Raises:
        NotationError: no figure, or more than the phrase should hold.
    """
    read = _read(printed, language, own)
    if structure := _structure(read):
        return structure
    numbers = _numbers(read)
    if whole := whole_change(read.text, read.language):
        return _whole(read, numbers, *whole)
    if not numbers:
        raise no_figure(read.printed, read.text, read.language)
    if len(numbers) == 2 and read.text[numbers[0].last : numbers[1].start].strip() == "/":
        unit = numbers[-1].unit or numbers[0].unit
        return Phrase(tuple(Figure(each.value, each.value) for each in numbers), unit, is_pair=True)
    return _one(read, numbers)


def says_direction_alone(printed: str, language: str = "vi") -> bool:
    """Whether words say that something rose, or fell, and print no number of how much: "giảm cả 03 tiêu chí".

    Words that cannot be read say nothing.
    """
    try:
        read = _read(printed, language, NO_OWN)
    except NotationError:
        return False
    words = read.text.lower()
    table = read.language
    not_denied = rf"(?<!\w)(?:(?:{any_of(table.negations)})\s+)?"
    said = [re.findall(rf"{not_denied}(?:{any_of(way)})(?!\w)", words) for way in (table.cuts, table.rises)]
    denied = verb(table.negations)
    ways = [any(not denied.match(each) for each in way) for way in said]
    pattern = number_pattern(table)
    units = [unit_after(read.text, found.end(), NO_OWN)[0] for found in pattern.finditer(read.text)]
    return ways.count(True) == 1 and all(unit and unit.above[0] not in _SIZES for unit in units)


def _read(printed: str, language: str, own: OwnUnits) -> _Text:
    """A phrase in plain characters, without years and dates."""
    table = table_of(language)
    refuse_long(printed)
    text = clean(printed).replace(" … ", " ")
    for pattern, piece in table.pieces.items():
        text = re.sub(pattern, piece, text, flags=re.IGNORECASE)
    own = with_signs(text, own)
    base, text = take_base(text, table, own)
    text = dates(table).sub(GAP, text)

    def without(found: re.Match[str]) -> str:
        unit, _ = unit_after(text, found.end(), own)
        is_figure = unit is not None and (unit.measure != "count" or not found[1])
        return found[0] if is_figure else f"{found[0][: found.start(2) - found.start()]}{GAP}"

    return _Text(printed, year_after_word(table).sub(without, text), base, table, own)


def _structure(read: _Text) -> Phrase | None:
    parts = [part.strip() for part in read.text.split(" - ")]
    number = number_pattern(read.language).pattern
    if len(parts) < 3 or not all(re.fullmatch(rf"(?:{number})%", part) for part in parts):
        return None
    values = [document_number(part[:-1], read.language.tag) for part in parts]
    return Phrase(tuple(Figure(v, v) for v in values), parse_unit("%"))


def _numbers(read: _Text) -> list[_Number]:
    """The numbers of a text, but not those that belong to a unit, to the base of a rate or to a word."""
    numbers: list[_Number] = []
    money = ""
    for found in number_pattern(read.language).finditer(read.text):
        if (numbers and found.start() < numbers[-1].end) or _is_base(read, found):
            continue
        start = found.start()
        if (printed := money_before(read.text, start, read.own)) is not None:
            start, money = printed
        unit, end = unit_after(read.text, found.end(), read.own)
        if money and unit is None:
            unit, end = unit_after(read.text, found.end(), read.own, money)
        if unit is None:
            refuse_unknown_sign(read.text, found.start(), found.end())
        glued = re.match(r"[^\W\d_]+", read.text[found.end() :])
        is_ordinal = glued is not None and glued[0].lower() in read.language.ordinals
        if glued and unit is None and glued[0] not in definitions().powers and not is_ordinal:
            continue
        if glued and is_ordinal:
            end = found.end() + len(glued[0])
            numbers.append(_Number(_value(read, found, start, numbers), parse_unit("places"), start, end, end, True))
        else:
            numbers.append(_Number(_value(read, found, start, numbers), unit, start, end, found.end()))
    return _places(read, numbers)


def _places(read: _Text, numbers: list[_Number]) -> list[_Number]:
    """Where a text prints places alone, these without what they are of: "25th of 63"; else the other numbers.

    "The 14th Congress sets 10%" prints one figure, and "20-30th" two places.
    """
    joiners, wholes = any_of(read.language.joiners), any_of(read.language.out_of)
    kept, others = list[_Number](), list[_Number]()
    for place, number in enumerate(numbers):
        before = numbers[place - 1] if place else None
        after = numbers[place + 1] if place + 1 < len(numbers) else None
        if before and before.is_ordinal and re.fullmatch(wholes, read.text[before.last : number.start].strip()):
            continue
        is_start = after and after.is_ordinal and re.fullmatch(joiners, read.text[number.last : after.start].strip())
        is_pair = before and before.is_ordinal and read.text[before.last : number.start].strip() == "/"
        (kept if number.is_ordinal or is_start or is_pair else others).append(number)
    return others or kept


def _value(read: _Text, found: re.Match[str], start: int, earlier: list[_Number]) -> Decimal:
    """The value of a number; a loose dash before the second of two is no minus: "8 -9%"."""
    is_second = bool(earlier) and not read.text[earlier[-1].end : start].strip()
    is_dash = found[0][0] == "-" and is_second and earlier[-1].value >= 0
    return document_number(found[0][1:] if is_dash else found[0], read.language.tag)


def _is_base(read: _Text, number: re.Match[str]) -> bool:
    """Whether a number is the base of a rate that an earlier number is of: "19 bác sỹ trên 1 vạn dân"."""
    before, after = read.text[: number.start()], read.text[number.end() :]
    words, things = base_of_rate(read.language)
    if not re.search(r"\d", before) or not (found := words.search(before)):
        return False
    is_power = number[0].strip("0., ") == "1"
    return bool(
        is_power and things.match(after) and not (found[0].strip() == "/" and before[: found.start()][-1:].isdigit())
    )


def _one(read: _Text, numbers: list[_Number]) -> Phrase:
    """The figure or the range of a phrase."""
    if len(numbers) > 2 or (len(numbers) == 2 and not _joined(read, *numbers)):
        raise NotationError(
            "'{printed}' prints {count} figures. Keep only the phrase of one", printed=read.printed, count=len(numbers)
        )
    first, last = numbers[0], numbers[-1]
    before, after = read.text[: first.start], read.text[last.last :]
    if "±" in read.text:
        raise NotationError("'{printed}' prints a spread. Keep only the phrase of one figure", printed=read.printed)
    comparator, start = comparator_before(before, read.text[first.start : first.last], read.language)
    refuse_sign_behind(read.text[last.start : last.end], read.text[last.end :])
    refuse_part_in_words(read.printed, before[:start], before, read.language)
    words, low, unit = " ".join(before[start:].lower().split()), first.value, last.unit or first.unit
    if len(numbers) == 2:
        low = _in_unit_of_last(read, first, last)
        comparator = _of_range(read, comparator)
    elif comparator is Comparator.EQUALS:
        comparator, following = comparator_after(after, read.language)
        if following:
            refuse_denied(before[:start], f"{read.text[first.start : first.last]} … {following}", read.language)
        words = following or words
    if last.value < low:
        raise NotationError(
            "'{printed}' prints a range that does not rise. Keep only the phrase of one figure", printed=read.printed
        )
    change = change_of(before, after, unit, read.base, read.language)
    if read.base is None and change is None and not _is_level(read, before, words, comparator):
        change = open_change(before[:start], read.text[last.end :], unit, read.language)
    figure = Figure(low, last.value, comparator)
    return Phrase((figure,), unit, change=change, side=side_of(words, read.language))


def _is_level(read: _Text, before: str, words: str, comparator: Comparator) -> bool:
    """Whether a figure is where something begins or passes and not by how much it moves: "giảm từ 13,5%"."""
    is_start = comparator is Comparator.EQUALS and words in read.language.starts
    by = verb_before(read.language.by).search(before.lower().rstrip().removesuffix(words))
    return is_start or (words in read.language.crossing and by is None)


def _of_range(read: _Text, comparator: Comparator) -> Comparator:
    if comparator in _BOUNDS:
        raise NotationError("'{printed}' bounds a range. Keep only the phrase of one figure", printed=read.printed)
    return Comparator.BETWEEN


def _joined(read: _Text, first: _Number, last: _Number) -> bool:
    """Whether two numbers are the ends of a range: a dash or a word joins them, or a copy lost its dash."""
    between = read.text[first.last : last.start].strip().lower()
    before = read.text[: first.start].lower()
    opened = [joiner for word, joiner in read.language.pairs.items() if verb((word,)).search(before)]
    verbs = verb((*read.language.cuts, *read.language.rises))
    if verb_before(read.language.starts).search(before) and verbs.search(before) and "-" not in between:
        return False
    if between != "-":
        _refuse_movement(read, before, first, last)
    joined = re.fullmatch(rf"(.*?)\s*(?:(?<!\w)(?:{any_of((*read.language.joiners, *opened))}))?", between)
    if joined is None:
        return False
    words = joined[1].strip()
    if words in definitions().powers:
        return True
    is_dash = read.text[last.start] == "-"
    return not words or (first.unit is not None and words == first.unit.text.lower() and (is_dash or between != words))


def _refuse_movement(read: _Text, before: str, first: _Number, last: _Number) -> None:
    """Refuse "from 36% to 45%" where that may be a movement or a range."""
    table = read.language
    if table.ranges is None or not verb_before(table.starts).search(before):
        return
    starts, ranges = any_of(table.starts), any_of(table.ranges)
    if re.search(rf"(?<!\w)(?:{ranges})\s+(?:{starts})\s*\Z", before):
        return
    start, end = (read.text[number.start : max(number.end, number.last)].strip() for number in (first, last))
    raise NotationError(
        "'{printed}' may be a range or a movement. Write 'between {start} and {end}', or the figure it goes to: "
        "'{end}'",
        printed=read.printed,
        start=start,
        end=end,
    )


def _in_unit_of_last(read: _Text, first: _Number, last: _Number) -> Decimal:
    """The first end of a range in the unit of the second: "500 thousand to 1 million people"."""
    words = read.text[first.last : last.start].split()
    power = definitions().powers.get(words[0].lower()) if words else None
    if first.unit is None and last.unit is not None and power is not None:
        return first.value.scaleb(power - factor_of(split(last.unit.text)[0], last.unit.own)[0])
    if first.unit is None or last.unit is None or first.end == first.last:
        return first.value
    if first.unit.above != last.unit.above:
        raise NotationError(
            "'{printed}' prints a range of '{one}' and '{other}'. Quote one figure",
            printed=read.printed,
            one=first.unit.text,
            other=last.unit.text,
        )
    same = first.unit.below == last.unit.below
    return first.value.scaleb(first.unit.scale - last.unit.scale) if same else first.value


def _whole(
    read: _Text, numbers: list[_Number], found: re.Match[str], change: Change, value: Decimal, unit: Unit
) -> Phrase:
    """A change said in a word."""
    if numbers:
        raise NotationError(
            "'{printed}' says '{words}' and prints a figure. Keep only the phrase of one",
            printed=read.printed,
            words=found[0],
        )
    comparator, _ = comparator_before(read.text[: found.start()], found[0], read.language)
    if comparator is Comparator.EQUALS:
        comparator, words = comparator_after(read.text[found.end() :], read.language)
        if words:
            refuse_denied(read.text[: found.start()], f"{found[0]} … {words}", read.language)
    year = read.base.year if read.base else None
    return Phrase((Figure(value, value, comparator),), unit, change=change._replace(base=year))
