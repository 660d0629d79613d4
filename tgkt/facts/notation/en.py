"""English: `1,845.7 thousand people`, `at least 78%`, `no more than 5%`, `reduce by 55 % against 1990`."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.figure import Comparator
from tgkt.facts.notation.language import Language
from tgkt.message import Message

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MORE = (
    *("over", "above", "more than", "greater than", "higher than", "larger than", "exceeding", "exceed", "exceeds"),
    *("in excess of", "surpass", "surpasses", "surpassing"),
)
_LESS = ("below", "under", "less than", "fewer than", "lower than", "smaller than", "short of")
_NOT = (
    "not",
    "no",
    "never",
    "not be",
    "never be",
    "cannot be",
    "not to be",
    "nothing",
    "not fall",
    "not drop",
    "not rise",
)
_BIGGER, _SMALLER = ("more", "greater", "higher", "larger"), ("less", "fewer", "lower", "smaller")
_EQUALLY = ("or equal to", "or equal")
_EITHER = ("equal to or", "equal or", "equals or", "at or", "on or", "meet or", "meets or", "reach or", "reaches or")


_NO_THING = "of|in|by|for|to|and|or|the|are|is|was|were|have|has|with|from|on|at|per|a|an|no"
_THING = rf"\s*(?:(?!(?:{_NO_THING})\b)[a-z][\w-]*\s+){{0,2}}"
_THAN = r"(?=\s+than\b|\W*\Z)"
_FALL = rf"(?:reductions?|cuts?|decreases?|falls?|drop|declines?|(?:lower|less|fewer|smaller){_THAN})"
_RISE = rf"(?:increases?|rises?|(?:higher|more|greater|larger){_THAN})"
_NO_NAME = r"(?![\w-])(?!\s+(?:out|rates?)\b)"


def _joined(first: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{one} {other}" for one in first for other in then)


ENGLISH = Language(
    tag="en",
    name=Message("English"),
    group=",",
    mark=".",
    spaced=True,
    before={
        Comparator.EQUALS: ("from", "between", "equal to", "exactly"),
        Comparator.AT_LEAST: (
            *(
                "no worse than",
                "not worse than",
                "not be worse than",
                "at least",
                "at minimum",
                "at a minimum",
                "minimum",
                "minimum of",
                "min.",
            ),
            *("at the least", "at the very least", "minimum target of", "min", "a floor of"),
            *("as low as", "as little as", "as few as"),
            *(*_joined(_NOT, _LESS), "not falling below"),
            *(*_joined((*_MORE, *_BIGGER), _EQUALLY), *_joined(_EITHER, _MORE)),
        ),
        Comparator.MORE_THAN: (*_MORE, "better than", "just over", "just above", "well over", "upwards of"),
        Comparator.AT_MOST: (
            *("at most", "at maximum", "at a maximum", "maximum", "maximum of", "max.", "up to", "up to and including"),
            *(*_joined(_NOT, _MORE), "not to exceed", "cannot exceed", "without exceeding"),
            *(*_joined((*_LESS, *_SMALLER), _EQUALLY), *_joined(_EITHER[:5], _LESS), "limited to", "capped at"),
            *("at the most", "at the very most", "max", "upto", "a limit of", "a ceiling of", "a cap of"),
            *("as much as", "as many as", "as high as", "one of the", "one of the top", "top", "among the top"),
        ),
        Comparator.LESS_THAN: (*_LESS, "worse than"),
        Comparator.ABOUT: (
            *("about", "around", "approximately", "approx.", "roughly", "circa", "ca.", "some", "close to"),
            *("in the region of", "of the order of"),
        ),
        Comparator.NEAR_BELOW: ("nearly", "almost", "just under", "just below"),
        Comparator.MAINTAIN: (
            "maintain",
            *_joined(("maintain", "maintained", "keep", "hold", "remain", "stay"), ("at",)),
        ),
    },
    after={
        Comparator.AT_LEAST: (
            *(
                "or more",
                "or higher",
                "or above",
                "or over",
                "or greater",
                "or larger",
                "or better",
                "or up",
                "and above",
                "and over",
            ),
            *("and better", "and more", "and up", "and upwards", "upwards", "at least", "at a minimum"),
            *("minimum", "at the least"),
        ),
        Comparator.AT_MOST: (
            *("or less", "or fewer", "or lower", "or below", "or under", "and below", "and under", "downwards"),
            *(
                "or smaller",
                "or down",
                "at the most",
                "max",
                "max.",
                "at most",
                "at a maximum",
                "maximum",
                "or worse",
                "and worse",
            ),
        ),
        Comparator.ABOUT: ("or so", "or thereabouts"),
    },
    by_direction=(
        *("better than", "worse than", "no worse than", "not worse than", "not be worse than"),
        *("or better", "and better", "or worse", "and worse"),
    ),
    by_place=(
        *(
            "at least",
            "at minimum",
            "at a minimum",
            "minimum",
            "minimum of",
            "min.",
            "or higher",
            "or above",
            "or lower",
        ),
        *("or below", "and above", "and up", "and upwards", "upwards", "and below", "downwards", "no lower than"),
        *("not lower than", "not below", "not fall below", "not falling below", "not drop below", "not be below"),
        *("not be lower than",),
    ),
    by_either=(
        "above",
        "below",
        "over",
        "under",
        "higher than",
        "lower than",
        "just above",
        "just below",
        "no higher than",
        *_joined(_EITHER[:5], ("above", "below", "over", "under", "higher than", "lower than")),
    ),
    ordinals=("st", "nd", "rd", "th"),
    fillers=(
        "a",
        "an",
        "the",
        "level of",
        "a level of",
        "the level of",
        "a total of",
        "a further",
        "a threshold of",
        "the threshold of",
    ),
    negations=(
        *(
            "not",
            "no",
            "never",
            "nothing",
            "neither",
            "nor",
            "cannot",
            "without",
            "doesn't",
            "don't",
            "isn't",
            "aren't",
        ),
        *("won't", "hasn't", "haven't", "didn't", "fail", "fails", "failed", "failing"),
        *("none", "rarely", "seldom", "hardly", "barely", "scarcely", "unlikely", "few", "rather than", "instead of"),
        *("far from", "avoid", "avoids", "avoiding", "prevent", "prevents", "preventing", "refrain", "anything but"),
    ),
    harmless=(
        *("no poverty", "no-fault", "not only", "no later than", "not later than", "a few", "at the very least"),
        *("without access to", "not in employment", "not in education", "preventing and", "prevent and"),
    ),
    dates=(
        rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+)?\b(?:{_MONTHS})\.?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?YEAR\b",
        r"\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{4}-\d{2}-\d{2}\b",
        r"\bYEAR/\d{2}(?:\d{2})?\b",
        r"\bYEAR\s*(?:-|to|and|until)\s*YEAR\b",
        r"\b(?:FY|years?|financial year|fiscal year|target|goal|baseline|plan|agenda|horizon)\s+YEAR(?:-\d{2,4})?\b",
        r"\(YEAR(?:-\d{2,4})?\)",
        r"^YEAR(?:-\d{2,4})?\s*[:,]",
        r"\bYEAR(?:-\d{2,4})?(?:'s)?\s+(?:levels?|values?|baseline|base|figures?|target|average)\b",
        r"\b(?:aged|ages?)\s+\d{1,3}(?:\s*(?:-|to|and)\s*\d{1,3})?(?:\s+(?:and|or)\s+(?:over|older|above|under|younger|more))?",
        r"\bQ[1-4]\s+YEAR\b",
        r"\bYEAR\s*=\s*100\b",
        r"\b24/7\b",
        r"\bSDGs?\s*\d+(?:\.\w+)*",
        r"\b(?:indicator|target|goal|article|table|annex|section)\s+\d+(?:\.\w+){2,}",
        r"\bgoal\s+\d+\s*:",
    ),
    year_words=(*("by", "in", "until", "till", "before", "after", "since", "during", "beyond", "end of"),),
    maybe_years=(
        *("to", "up to", "from", "through", "for", "over", "of", "than", "the", "on", "at", "between", "and", "around"),
        *("about",),
    ),
    against=(
        *("against", "compared to", "compared with", "relative to", "in comparison with", "in comparison to"),
        *("versus", "vs", "vs.", "from", "on", "than", "below", "above", "under", "over", "since", "of", "to"),
    ),
    firmly=("against", "compared to", "compared with", "relative to", "in comparison with", "in comparison to", "vs"),
    direct=("times", "twice", "double", "triple", "halve", "doubling", "halving", "half"),
    base_fillers=(
        *("of", "the", "a", "an", "its", "their", "that", "those", "year", "years", "level", "levels", "in", "value"),
        *("baseline", "base", "emissions", "figure", "average", "end"),
    ),
    base_ends=("level", "levels", "value", "values", "baseline", "base", "emissions", "figure", "figures", "average"),
    parts=("of",),
    starts=("from",),
    ranges=("range", "ranges", "ranging", "in the range", "anywhere", "varying"),
    joiners=("-", "to", "through"),
    pairs={"between": "and"},
    bases=(r"per", r"for every", r"in every"),
    base_things=(r"",),
    cuts=(
        *("reduce", "reduces", "reduced", "reducing", "reduction", "cut", "cuts", "cutting", "lower", "lowers"),
        *("lowered", "lowering", "decrease", "decreases", "decreased", "decreasing", "fall", "falls", "fell"),
        *("falling", "drop", "drops", "decline", "declines", "declined", "less", "fewer", "below", "down", "shrink"),
    ),
    rises=(
        *("increase", "increases", "increased", "increasing", "raise", "raises", "raised", "raising", "rise"),
        *("rises", "rose", "rising", "grow", "grows", "grew", "growing", "growth", "higher", "more", "above", "up"),
    ),
    by=("by", "a", "an"),
    sizes=(
        *("by", "of", "a", "an", "further", "another", "additional", "average", "total", "target", "targets", "some"),
        *("estimated", "annually", "yearly", "on"),
    ),
    no_sizes=("less", "fewer", "below", "lower", "higher", "more", "above", "growth", "up", "down"),
    crossing=("below", "above", "under", "over", "short of", "just below", "just above", "just under", "just over"),
    sized={"cut": f"{_THING}{_FALL}{_NO_NAME}", "rise": f"{_THING}{_RISE}{_NO_NAME}"},
    levels=("to", "at"),
    multiples=("increase", "increased", "grow", "rise", "multiply", "multiplied", "raise", "reach"),
    shares=("equal to",),
    wholes={
        r"halv(?:e|es|ed|ing)": ("cut", Decimal(50)),
        r"(?:cut|reduc\w*|lower\w*|decreas\w*|fall\w*|drop\w*)\b[^.;\d]*\b(?:by|in) (?:a |one )?half": (
            "cut",
            Decimal(50),
        ),
        r"(?:doubl(?:e|es|ed|ing)|twice)(?!-)": ("times", Decimal(2)),
        r"(?:tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|ing))": ("times", Decimal(3)),
        r"quadrupl(?:e|es|ed|ing)": ("times", Decimal(4)),
    },
    pieces={
        r"\bcan['\u2019]t\b": "cannot",
        r"(?<=[a-z])n['\u2019]t\b": " not",
        r"(^|\b(?:is|are|was|were|be|been|go|goes|going|went|by|,)\s)up (?=\d)": r"\1rising ",
        r"(^|\b(?:is|are|was|were|be|been|go|goes|going|went|by|,)\s)down (?=\d)": r"\1falling ",
        r"\bminus (?=\d)": "-",
        r"\s+(?:annually|yearly|p\.a\.|(?:in )?each year|(?:in )?every year)(?=\W|$)": "/year",
        r"(?<=\d)-fold\b|(?<=\d) fold\b": " times",
        r"by a factor of ([\d.,]*\d)": r"by \1 times",
    },
    timings={
        "average": r"\bon average\b|\b(?:an|a yearly|annual|yearly) average(?: of)?\b|\baverage (?:annual|yearly)\b"
        r"|\baverag(?:ed|es|ing)\b",
        "every_year": r"\b(?:each|every)(?: single)? year\b|\bannually\b|\byear after year\b",
    },
    held=("at", "the", "its", "their", "current", "present", "existing", "level", "levels", "stable", "steady"),
    worded=(
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("twenty", "thirty", "forty", "fifty", "hundred", "dozen", "half", "third", "quarter", "fifth", "tenth"),
        *("thirds", "quarters", "fifths", "tenths", "once", "zero"),
    ),
    out_of=("in", "in every", "of", "of the", "out of", "out of every", "out of the"),
)
