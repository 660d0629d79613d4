"""A language as the reader of numbers and phrases needs it: a table of words and marks."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.figure import Comparator
from tgkt.record import NamedTuple

Comparing = dict[Comparator, tuple[str, ...]]


class Language(NamedTuple):
    """The words and marks of a language.

    Words are small letters; where a field says "patterns" they are regular expressions, and `YEAR` in them stands for
    a year. A longer word is tried before a shorter one, so "not less than" is no "less than".

    Attributes:
        tag: how data name the language.
        name: how messages name it; a message of its own.
        group: the mark that groups thousands.
        mark: the decimal mark.
        spaced: whether spaces may group thousands too.
        before: words before a number and how they compare.
        after: words after a number and how they compare.
        by_direction: words that say better or worse; they stand in `before` and `after` as where more is better.
        by_place: words that do so of a place among others: "at least 20th", "thứ 20 trở lên".
        by_either: words that of a place may mean the better or the worse side: "below".
        ordinals: endings that make a number a place.
        fillers: words that may stand between such a word and the number.
        negations: words that turn the next words round.
        harmless: phrases that hold such a word and negate nothing.
        dates: patterns of years, dates and codes, which are no figures.
        year_words: words that make the four digits after them a year, unless a unit follows that counts nothing.
        maybe_years: words that do so, unless any unit follows.
        against: words before the year that something is compared with; `firmly` those that mean nothing else.
        firmly: see `against`.
        direct: words right before such a year: "times 2015".
        base_fillers: words that may stand between.
        base_ends: words after such a year that belong to it.
        parts: words before such a year that make the number a part of that year's value: "of".
        starts: words before a start: with a verb of movement "from 35% to 40%" is no range.
        ranges: words before a start that make it a range; None where a start and an end are one without them.
        joiners: words between the two ends of a range.
        pairs: words that open a range, and the word that joins it.
        bases: patterns before a number that is what a rate is per.
        base_things: patterns after it.
        cuts: words that something falls.
        rises: words that something rises.
        by: words right before the number by which it falls or rises.
        sizes: words between such a verb and how much something falls or rises.
        no_sizes: words of `cuts` and `rises` after which a number is no size.
        crossing: words that after such a verb name the level that is passed: "rise above 45%".
        sized: patterns after a percent of what falls or rises by it: "a 20% reduction".
        levels: words right before the number to which it falls or rises.
        multiples: words before a number of times.
        shares: words right before a percent that make it a part of a year's value: "bằng 80% so với năm 2020".
        wholes: patterns that say a cut in percent or a multiple without digits.
        pieces: what is written otherwise in a unit: " annually" is "/year".
        timings: patterns that say how a figure relates to its term.
        held: words that may stand after a word of holding where no number does: "maintain the current level".
        worded: numbers in words.
        out_of: words between a number in words and the number it is a part of.
    """

    tag: str
    name: str
    group: str
    mark: str
    spaced: bool
    before: Comparing
    after: Comparing
    by_direction: tuple[str, ...]
    by_place: tuple[str, ...]
    by_either: tuple[str, ...]
    ordinals: tuple[str, ...]
    fillers: tuple[str, ...]
    negations: tuple[str, ...]
    harmless: tuple[str, ...]
    dates: tuple[str, ...]
    year_words: tuple[str, ...]
    maybe_years: tuple[str, ...]
    against: tuple[str, ...]
    firmly: tuple[str, ...]
    direct: tuple[str, ...]
    base_fillers: tuple[str, ...]
    base_ends: tuple[str, ...]
    parts: tuple[str, ...]
    starts: tuple[str, ...]
    ranges: tuple[str, ...] | None
    joiners: tuple[str, ...]
    pairs: dict[str, str]
    bases: tuple[str, ...]
    base_things: tuple[str, ...]
    cuts: tuple[str, ...]
    rises: tuple[str, ...]
    by: tuple[str, ...]
    sizes: tuple[str, ...]
    no_sizes: tuple[str, ...]
    crossing: tuple[str, ...]
    sized: dict[str, str]
    levels: tuple[str, ...]
    multiples: tuple[str, ...]
    shares: tuple[str, ...]
    wholes: dict[str, tuple[str, Decimal]]
    pieces: dict[str, str]
    timings: dict[str, str]
    held: tuple[str, ...]
    worded: tuple[str, ...]
    out_of: tuple[str, ...]

    def __hash__(self) -> int:
        return hash(self.tag)
