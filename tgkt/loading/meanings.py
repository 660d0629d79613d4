"""The meaning of each word of a closed list, for editors, the page of the format, and messages on unknown words."""

from __future__ import annotations

from collections.abc import Mapping

from tgkt.facts.catalogue import Noun, Severity, Side
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Aggregation, Direction, Kind, Path, Price
from tgkt.facts.statement import Issuer, Status, Timing

Meanings = Mapping[str, str]

KINDS: Meanings = {
    Kind.LEVEL: "an amount: money, people, area",
    Kind.SHARE: "a part of a whole, in %; it moves in points",
    Kind.RATE_PER: "so many of one thing per another: doctors per 10,000 people",
    Kind.GROWTH: "growth in % a year",
    Kind.CHANGE: "a change in percentage points",
    Kind.RATIO: "one amount over another that it is no part of",
    Kind.INDEX: "a score or an index number",
    Kind.COUNT: "things counted whole",
    Kind.RANK: "a place in an order; 1 is first",
    Kind.MILESTONE: "something done or not",
    Kind.STRUCTURE: "shares of parts that make up a whole",
}
DIRECTIONS: Meanings = {
    Direction.INCREASE: "more is better",
    Direction.DECREASE: "less is better",
    Direction.NEUTRAL: "the document does not say which way is better",
}
PATHS: Meanings = {
    Path.GEOMETRIC: "by the same percent every year",
    Path.LINEAR: "by the same amount every year",
    Path.STEP: "nothing is asked before the deadline",
    Path.HOLD: "kept every year",
}
PRICES: Meanings = {Price.CURRENT: "money of each year", Price.CONSTANT: "money of one base year"}
AGGREGATIONS: Meanings = {
    Aggregation.SUM: "the parts add up",
    Aggregation.RATIO: "the sum of the numerators over the sum of the denominators",
    Aggregation.WEIGHTED: "a mean of the parts, weighed by an indicator",
    Aggregation.GROWTH: "the growth of the sum of levels",
    Aggregation.BOUNDS: "somewhere between the parts",
    Aggregation.NONE: "nothing follows from the parts",
}
TIMINGS: Meanings = {
    Timing.IN_YEAR: "of that year, or at its end",
    Timing.AVERAGE: "a year, on average over the term",
    Timing.TOTAL: "of all years of the term together",
    Timing.EVERY_YEAR: "in each year of the term",
    Timing.BEFORE: "before that year",
}
COMPARATORS: Meanings = {
    Comparator.AT_LEAST: "that much or more",
    Comparator.MORE_THAN: "strictly more",
    Comparator.AT_MOST: "that much or less",
    Comparator.LESS_THAN: "strictly less",
    Comparator.ABOUT: "within one unit of the last digit",
    Comparator.NEAR_BELOW: "at most one unit of the last digit below",
    Comparator.BETWEEN: "between two numbers",
    Comparator.EQUALS: "that number",
    Comparator.MAINTAIN: "not worse than the number given, else than where it starts",
    Comparator.MILESTONE: "words without a number",
}
STATUSES: Meanings = {
    Status.OFFICIAL: "the document calls it official",
    Status.PROVISIONAL: "the document calls it provisional",
    Status.ESTIMATED: "the document calls it an estimate",
    Status.FORECAST: "the document calls it a forecast",
    Status.UNSTATED: "the document does not say",
    Status.DERIVED: "computed from other figures",
}
ISSUERS: Meanings = {
    Issuer.STATISTICS: "a statistics office",
    Issuer.GOVERNMENT: "a government or a ministry",
    Issuer.PARTY: "a party or its committee",
    Issuer.PRESS: "a newspaper or an agency",
}
NOUNS: Meanings = {noun: f"a {noun}" for noun in Noun}
SEVERITIES: Meanings = {
    Severity.HIGH: "it changes a verdict or what a target means",
    Severity.MEDIUM: "it changes a figure",
    Severity.LOW: "it changes how a figure is presented",
}
SIDES: Meanings = {Side.OLD: "the side before the break", Side.NEW: "the side after it"}
PICKS: Meanings = {"part": "the first number of N/M", "total": "the second number of N/M"}
LANGUAGES: Meanings = {"vi": "Vietnamese: 1.845,7", "en": "English: 1,845.7"}
RELATIONS: Meanings = {
    "sum": "parts add up",
    "share_sum": "shares add up",
    "ratio": "one figure is another over a third",
    "growth": "a level grows into another",
    "change": "a difference of two figures",
    "blend": "a merged figure and its parts",
    "weight": "what weights are implied",
    "targets": "targets among each other",
    "duplicate": "one figure in two places",
    "revision": "one figure in two releases",
    "label": "a verdict of the document and its figures",
}
