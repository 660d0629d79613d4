"""`tgkt calc`: a calculator for the shell."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import Quantity, Sort, of_unit
from tgkt.cli.options import Format, FormatOption, LangOption, OutputOption, output_for
from tgkt.engine.calc import OPERATIONS, Settings, answer
from tgkt.errors import NotationError, TgktError, UsageError
from tgkt.facts.figure import figure
from tgkt.facts.notation import plain_number, read_argument
from tgkt.facts.units import parse_unit
from tgkt.report.calc import answer_row, answer_tables, answer_text
from tgkt.report.fields.calc import CALC
from tgkt.report.formats import written
from tgkt.report.words import sentence
from tgkt.results.calc import Answer

SETTINGS = {"ignore_unknown_options": True}  # so that -150 is a value


class Notation(StrEnum):
    """How bare numbers are written."""

    PLAIN = "plain"
    VI = "vi"


Operation = StrEnum("Operation", {name: name for name in OPERATIONS})  # type: ignore[misc]  # one list of names


def calc(
    operation: Annotated[Operation, typer.Argument(help="What to compute.")],
    values: Annotated[list[str], typer.Argument(metavar="VALUE…", help="Numbers, perhaps with a unit; - reads stdin.")],
    years: Annotated[int | None, typer.Option(min=1, help="Years between the values.")] = None,
    start: Annotated[int | None, typer.Option("--from", metavar="YEAR", help="Base year.")] = None,
    end: Annotated[int | None, typer.Option("--to", metavar="YEAR", help="Last year.")] = None,
    weights: Annotated[
        str | None, typer.Option(metavar="W,W", help="Weights for blend, in the order of the values.")
    ] = None,
    notation: Annotated[Notation | None, typer.Option(help="How numbers are written, whatever their units.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show formula, values and interval.")] = False,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    output: OutputOption = None,
) -> None:
    """Compute growth, ratios, points, levels, blends and deflators: one number out, digits and units checked.

    cagr START END · growth START END · ratio A B · points START END · project START GROWTH ·
    base END GROWTH · deflator NOMINAL REAL · blend X1 X2 …  Growth and shares are in percent.
    """
    where = output_for(form, lang, output)
    settings = Settings(_years(years, start, end), _weights(weights))
    answers = [_placed(place, operation, row, settings, notation, where.lang) for place, row in _rows(values)]
    if where.is_machine:
        rows = [answer_row(each, place) for place, each in enumerate(answers, 1)]
        where.write(list, lambda form: written(form, CALC, {}, rows))
    elif explain:
        where.write(lambda: answer_tables(answers, where.lang), str)
    else:
        where.put("".join(f"{answer_text(each)}\n" for each in answers))


def _placed(
    place: str, operation: str, texts: list[str], settings: Settings, notation: str | None, lang: str
) -> Answer:
    """An answer; an error names the line it comes from."""
    try:
        return _answer(operation, texts, settings, notation, lang)
    except TgktError as error:
        raise UsageError(f"{place}{error}") from None


def _answer(operation: str, texts: list[str], settings: Settings, notation: str | None, lang: str) -> Answer:
    known = OPERATIONS[operation]
    if len({_style(text) for text in texts} - {""}) > 1 and notation is None:
        raise UsageError(_mixed(texts))
    bare = [text for text in texts if not any(letter.isalpha() or letter == "%" for letter in text)]
    if known.alike and 0 < len(bare) < len(texts) and not any(text[:1].isalpha() for text in texts):
        with_unit = next(text for text in texts if text not in bare)
        raise UsageError(f"'{bare[0]}' is a bare number and '{with_unit}' has a unit. Give both a unit, or neither")
    values = [_read(text, notation, known.reads_percent(place, settings)) for place, text in enumerate(texts)]
    try:
        return answer(operation, texts, values, settings)
    except NotComputableError as error:
        raise UsageError(f"{operation} {' '.join(texts)}: not computable: {sentence(error.reason, lang)}") from None


def _read(text: str, notation: str | None, is_percent: bool) -> Quantity:
    value, unit = read_argument(text, notation)
    is_bare = unit is None
    if unit is None:
        unit = parse_unit("%" if is_percent else "lần")
    found = of_unit(value, figure(value).interval(), unit)
    if is_bare:
        return found
    sort = {"phần_trăm": Sort.SHARE, "lần": Sort.RATIO}.get(unit.above[0], found.sort)
    return replace(found, sort=sort)


def _style(text: str) -> str:
    """The notation a text is read in: Vietnamese beside unit words, else plain; none where no mark tells them apart."""
    if not {".", ","} & set(text):
        return ""
    return "vi" if any(letter.isalpha() for letter in text) else "plain"


def _mixed(texts: list[str]) -> str:
    told = []
    for text in texts:
        try:
            value, _ = read_argument(text)
            told.append(f"'{text}' reads {value} in {'Vietnamese' if _style(text) == 'vi' else 'plain'} notation")
        except NotationError as error:
            told.append(str(error))
    return f"a bare number and one with a unit: {'; '.join(told)}. Give both a unit, or say --notation vi or plain"


def _rows(values: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The values of each calculation and where they stand: the arguments, or a line of stdin in place of `-`."""
    if values.count("-") > 1:
        raise UsageError("stdin is read once. Give one -, and several columns on a line")
    if "-" not in values:
        yield "", values
        return
    if sys.stdin is None:
        raise UsageError("stdin is closed. Pipe the numbers in, or write them instead of -")
    place = values.index("-")
    reader = csv.reader(line.removeprefix("\ufeff") for line in sys.stdin)
    try:
        for cells in reader:
            if cells:
                row = values[:place] + [cell.strip() for cell in cells] + values[place + 1 :]
                yield f"stdin:{reader.line_num}: ", row
    except csv.Error as error:
        raise UsageError(f"stdin:{reader.line_num}: {error}") from None


def _years(years: int | None, start: int | None, end: int | None) -> int | None:
    if (start is None) != (end is None):
        raise UsageError("--from and --to go together. Give both, or --years")
    if start is None or end is None:
        return years
    if years is not None and years != end - start:
        raise UsageError(
            f"--years {years} contradicts --from {start} --to {end}, which is {end - start}. Give one of them"
        )
    if end <= start:
        raise UsageError(f"--to {end} is not after --from {start}. Write the earlier year as --from")
    return end - start


def _weights(text: str | None) -> tuple[Quantity, ...]:
    if text is None:
        return ()
    try:
        numbers = [plain_number(each.strip()) for each in text.split(",")]
    except NotationError as error:
        raise UsageError(f"--weights: {error}") from None
    return tuple(of_unit(each, figure(each, exact=True).interval(), parse_unit("lần")) for each in numbers)
