"""The calculations that one call of `tgkt calc` asks for: their values, their years, their answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tgkt.api.amounts import one_notation, unlike, weights_of
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import Quantity, Sort, of_unit
from tgkt.cli.piped import Line
from tgkt.engine.calc import OPERATIONS, Operation, Settings, answer
from tgkt.errors import NotationError, TgktError, UsageError
from tgkt.facts.figure import figure
from tgkt.facts.interval import point
from tgkt.facts.notation import BY, NOTATIONS, Amount, Rules, Written, amount_in, fits, written
from tgkt.facts.units import PERCENT, TIMES, of_scale
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.report.words import sentence
from tgkt.results.calc import Answer

_YEARS = re.compile(r"([1-9]\d{0,8})(?: ?(?:năm|years?))?\Z")
_RUN_ON = re.compile(r"(?<!/)[\s,;][\d.,+\-]")  # a second number in the words after the first
_LIKE_A_YEAR = range(1900, 2201)


class Years(NamedTuple):
    """The years that options give, and the options that do."""

    between: int | None = None
    option: str = ""


class Sum(NamedTuple):
    """One calculation: its values as they are written, and its years."""

    values: list[Written]
    years: int | None
    line: int = 0


class Question(NamedTuple):
    """What all calculations of a call have in common.

    Attributes:
        name: the operation.
        years: the years that options give.
        weights: the weights as they are written.
        rules: how numbers are read.
        lang: the language of reasons.
        is_bare: whether only the number itself is asked for, and not its interval.
    """

    name: str
    years: Years
    weights: list[Written]
    rules: Rules
    lang: str
    is_bare: bool = False

    @property
    def operation(self) -> Operation:
        """The operation itself."""
        return OPERATIONS[self.name]

    def fits(self, texts: Sequence[str]) -> bool:
        """Whether texts are numbers, as many as the operation takes with what options give."""
        try:
            found = self.sum(texts)
        except TgktError:
            return False
        if not all(_is_whole(each) for each in found.values):
            return False
        has_years = found.years is not None or not self.operation.needs_years
        return has_years and (len(found.values) == len(self.weights) if self.weights else self._takes(found))

    def sum(self, texts: Sequence[str], line: int = 0) -> Sum:
        """Values and years of a calculation.

        Raises:
            UsageError: years that are none, or that stand twice.
            NotationError: a text that is no number.
        """
        years = self.years.between
        if self.operation.has_years(len(texts)):
            *texts, last = texts
            years = self._count(last)
        return Sum([written(text, line) for text in texts], years, line)

    def _takes(self, asked: Sum) -> bool:
        return self.operation.takes_values(len(asked.values))

    def _count(self, text: str) -> int:
        """The number of years that follows the values."""
        if self.years.option:
            raise UsageError(
                "{name} takes {usage}: '{text}' is the number of years, and {option} gives it too. "
                "Leave out one of the two",
                name=self.name,
                usage=self.operation.usage,
                text=text,
                option=self.years.option,
            )
        match = _YEARS.match(text)
        if match is None:
            raise UsageError(
                "{name} takes {usage}: '{text}' is not a number of years. Write a whole number, e.g. 5",
                name=self.name,
                usage=self.operation.usage,
                text=text,
            )
        if int(match[1]) in _LIKE_A_YEAR:
            raise UsageError(
                "'{text}' looks like a year, but the last number is the number of years between. "
                "Write --from YEAR --to {text}, or --years {text}",
                text=text,
            )
        return int(match[1])


def _is_whole(typed: Written) -> bool:
    """Whether an amount is a number in some notation, with no second one in the words after it."""
    return not _RUN_ON.search(typed.words) and any(fits(typed, notation) for notation in NOTATIONS)


class Common(NamedTuple):
    """What the numbers of all calculations decide together: their notation, and the weights read in it."""

    notation: str
    weights: tuple[Quantity, ...]


def common(sums: Sequence[Sum], question: Question) -> Common:
    """What the numbers of calculations decide together.

    Raises:
        UsageError: no notation, or two, fit the numbers.
    """
    notation = one_notation(_typed(sums, question), question.rules)
    return Common(notation, tuple(weights_of([amount_in(each, notation) for each in question.weights])))


def is_settled(sums: Sequence[Sum], question: Question) -> bool:
    """Whether no number that may follow can change how these are read: one has a decimal mark of its own."""
    if question.rules.asked is not None:
        return True
    fitting = set(NOTATIONS)
    for each in _typed(sums, question):
        fitting = {name for name in fitting if fits(each, name)}
    return not fitting >= {"vi"} or fitting == {"vi"}


def are_alike(sums: Sequence[Sum]) -> bool:
    """Whether every notation reads the numbers of calculations alike: bare numbers without marks."""
    return all(not each.words and each.digits.isdigit() for asked in sums for each in asked.values) and all(
        fits(each, name) for asked in sums for each in asked.values for name in NOTATIONS
    )


def _typed(sums: Sequence[Sum], question: Question) -> list[Written]:
    return [value for each in sums for value in each.values] + question.weights


def answered(sums: Iterable[Sum], question: Question, known: Common) -> tuple[list[Answer], dict[int, str]]:
    """The answer to each calculation, and why those of some lines have none."""
    answers: list[Answer] = []
    failed: dict[int, str] = {}
    for each in sums:
        try:
            answers.append(_answer(each, known.notation, Settings(each.years, known.weights), question))
        except TgktError as error:
            failed[each.line] = error.message
    return answers, failed


def _answer(asked: Sum, notation: str, settings: Settings, question: Question) -> Answer:
    bare = next((each for each in asked.values if not each.words), None)
    other = next((each for each in asked.values if each.words), None)
    if question.operation.alike and bare and other:
        raise unlike(bare, other)
    reads_percent = [question.operation.reads_percent(place, settings) for place in range(len(asked.values))]
    texts = [each.text for each in asked.values]
    try:
        values = [
            _quantity(amount_in(each, notation), is_percent=is_percent, is_bare=question.is_bare)
            for each, is_percent in zip(asked.values, reads_percent, strict=True)
        ]
        return answer(question.name, texts, values, settings)._replace(line=asked.line or None)
    except NotComputableError as error:
        raise UsageError(
            "{sum}: not computable: {reason}",
            sum=" ".join([question.name, *texts]),
            reason=sentence(error.reason, question.lang),
        ) from None
    except ArithmeticError:
        raise UsageError("the numbers are too large or too small to compute with. Check their digits") from None


def _quantity(amount: Amount, *, is_percent: bool, is_bare: bool) -> Quantity:
    """A value as a quantity: bare a percent or a number, with a percent sign a share, in lần a ratio."""
    if amount.sign == BY:
        raise NotationError("'{text}' is a multiple, not a value. Write it without its sign", text=amount.text)
    unit = amount.unit(of=TIMES) or (PERCENT if is_percent else TIMES)
    spread = point(amount.value) if is_bare else figure(amount.value).interval()
    found = of_unit(amount.value, spread, unit)
    if not amount.words or of_scale(amount.words, TIMES) is not None:
        return found
    return found.of_sort({PERCENT.above: Sort.SHARE, TIMES.above: Sort.RATIO}.get(unit.above, found.sort), found.price)


class Lines:
    """The calculations of lines of an input, and what is wrong with lines that hold none.

    Attributes:
        sums: the calculations.
        failed: why lines have none, by their numbers.
        count: how many lines were read.
        has_told: whether lines were answered before these.
    """

    def __init__(self, before: Sequence[str], after: Sequence[str], question: Question) -> None:
        self.before, self.after, self.question = before, after, question
        self.has_told = False
        self._begin()

    def _begin(self) -> None:
        self.sums: list[Sum] = []
        self.failed: dict[int, str] = {}
        self.count = 0

    def forget(self) -> None:
        """Forget the lines that were read, because they have been answered."""
        self.has_told = True
        self._begin()

    def read(self, lines: Sequence[Line]) -> bool:
        """Add lines; whether there are any."""
        self.count += len(lines)
        for line in lines:
            if line.problem:
                self.failed[line.number] = line.problem
                continue
            try:
                self.sums.append(self.question.sum([*self.before, *line.cells, *self.after], line.number))
            except TgktError as error:
                self.failed[line.number] = error.message
        return bool(lines)

    def known(self) -> Common:
        """What the lines that were read decide for all.

        Raises:
            UsageError: no notation, or two, fit the numbers; or no line has the years that it needs.
        """
        if not self.has_told and (missing := _without_years(self.sums, self.question)):
            raise UsageError(missing)
        return common(self.sums, self.question)


def _without_years(sums: Sequence[Sum], question: Question) -> Message | None:
    """What is missing where no calculation of an input has the years it needs."""
    if not sums or not question.operation.needs_years or any(each.years for each in sums):
        return None
    return Message(
        "{name} needs the number of years between. Write it in a third column, or give --years N, or "
        "--from YEAR and --to YEAR",
        name=question.name,
    )
