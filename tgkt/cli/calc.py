"""`tgkt calc`: a calculator for the shell."""

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import Annotated

import typer

from tgkt.api.amounts import WEIGHTS, naming, parted
from tgkt.cli.notes import complain
from tgkt.cli.options import Format, FormatOption, LangOption, Output, OutputOption, output_for
from tgkt.cli.piped import OPENING, Line, read_piped, together
from tgkt.cli.sums import Common, Lines, Question, Years, answered, are_alike, common, is_settled
from tgkt.engine.calc import OPERATIONS
from tgkt.errors import EXIT_TRUE, UsageError
from tgkt.facts.notation import NOTATIONS, Rules, written
from tgkt.message import Message
from tgkt.notes import note
from tgkt.report.calc import answer_row, answer_tables, answer_text
from tgkt.report.fields.calc import CALC
from tgkt.report.formats import machine_text
from tgkt.results.calc import Answer

SETTINGS = {"ignore_unknown_options": True}  # so that -150 is a value
STDIN = "-"

Notation = StrEnum("Notation", {name: name for name in NOTATIONS})  # type: ignore[misc]  # one list of names
Operation = StrEnum("Operation", {name: name for name in OPERATIONS})  # type: ignore[misc]  # one list of names


def calc(
    operation: Annotated[Operation, typer.Argument(help="What to compute.")],
    values: Annotated[
        list[str],
        typer.Argument(metavar="VALUE…", help="Numbers, perhaps with a unit, all in one notation; - reads stdin."),
    ],
    years: Annotated[int | None, typer.Option(min=1, help="Number of years between the values.")] = None,
    start: Annotated[int | None, typer.Option("--from", metavar="YEAR", help="Base year.")] = None,
    end: Annotated[int | None, typer.Option("--to", metavar="YEAR", help="Last year.")] = None,
    weights: Annotated[
        str | None,
        typer.Option(metavar="W,W", help="Weights for blend, in the order of the values; 0,9;0,1 also works."),
    ] = None,
    notation: Annotated[
        Notation | None, typer.Option(help="How all numbers are written: 1845.7, 1.845,7 or 1,845.7.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show formula, values and interval.")] = False,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    output: OutputOption = None,
) -> None:
    """Compute growth, ratios, points, levels, blends and deflators: one number out, digits and units checked.

    cagr START END YEARS · growth START END · ratio A B · points START END [YEARS] · project START GROWTH YEARS ·
    base END GROWTH YEARS · deflator NOMINAL REAL · blend X1 X2 …  Growth and shares are in percent.

    Numbers are plain (1845.7) unless only Vietnamese notation (1.845,7) fits all of them. With -, each line of
    stdin is one calculation; a heading above them is allowed. All lines share one separator: the first of tab,
    semicolon, comma and blank with which most lines hold the numbers needed. On standard output lines are answered as
    they come, and then the first 100 decide.
    """
    where = output_for(form, lang, output)
    rules = Rules(notation, option=True)
    is_bare = not (explain or where.is_machine)
    question = Question(operation, _years(years, start, end), [], rules, where.lang, is_bare)
    if weights is not None:
        with naming(WEIGHTS):
            question = question._replace(weights=[written(each) for each in parted(weights)])
    if STDIN in values:
        _answer_lines(values, question, where, explain=explain)
    else:
        _show([_only(together(values), question)], where, explain=explain)


def _only(texts: Sequence[str], question: Question) -> Answer:
    """The answer to the calculation of the arguments.

    Raises:
        UsageError: there is none; with the mistake.
    """
    asked = [question.sum(texts)]
    answers, failed = answered(asked, question, common(asked, question))
    for message in failed.values():
        raise UsageError(message)
    return answers[0]


def _answer_lines(values: Sequence[str], question: Question, where: Output, *, explain: bool) -> None:
    """Answer the good lines of stdin, name the bad ones, and exit 1 where there is one.

    Numbers alone for stdout are answered as their lines come, once the first lines decide how all are read.

    Raises:
        UsageError: the input as a whole cannot be read.
    """
    if values.count(STDIN) > 1:
        raise UsageError("stdin can be read only once. Give one -, with several columns on a line")
    place = values.index(STDIN)
    before, after = together(values[:place]), together(values[place + 1 :])
    most = OPENING if question.is_bare and where.is_streamed else None
    piped = read_piped(lambda cells: question.fits([*before, *cells, *after]), most)
    question = question._replace(rules=question.rules._replace(is_table=piped.is_table))
    if piped.heading:
        heads = ", ".join(piped.heading.cells)
        note(Message("stdin:{line}: skipped as a heading: {heads}", line=piped.heading.number, heads=heads))
    lines = Lines(before, after, question)
    lines.read(piped.lines)
    has_failed = bool(most) and _tell_first(lines, piped.rest, where)
    known = lines.known()
    has_failed |= _tell(lines, known, where, explain=explain)
    for line in piped.rest:
        lines.read([line])
        has_failed |= _tell(lines, known, where, explain=explain)
    if has_failed:
        raise typer.Exit(EXIT_TRUE)


def _tell_first(lines: Lines, rest: Iterator[Line], where: Output) -> bool:
    """Read on until it is certain how all is read, and answer what every notation reads alike; whether some failed."""
    known, has_failed = None, False
    while not is_settled(lines.sums, lines.question):
        more = lines.count
        if are_alike(lines.sums):
            known, more = known or lines.known(), 1
            has_failed |= _tell(lines, known, where, explain=False)
        if not lines.read(list(islice(rest, more))):
            break
    return has_failed


def _tell(lines: Lines, known: Common, where: Output, *, explain: bool) -> bool:
    """Show the answers of the lines that were read, and name those that have none; whether there are any."""
    answers, refused = answered(lines.sums, lines.question, known)
    if answers or not where.is_streamed:
        _show(answers, where, explain=explain)
    if sys.stdout is not None:
        sys.stdout.flush()
    failed = lines.failed | refused
    for number, message in sorted(failed.items()):
        complain(Message.joined(": ", (f"stdin:{number}", message)))
    lines.forget()
    return bool(failed)


def _show(answers: list[Answer], where: Output, *, explain: bool) -> None:
    if where.is_machine:
        where.write(list, lambda form: machine_text(form, CALC, {}, [answer_row(each) for each in answers]))
    elif explain:
        where.write(lambda: answer_tables(answers, where.lang), str)
    else:
        where.put("".join(f"{answer_text(each)}\n" for each in answers))


def _years(years: int | None, start: int | None, end: int | None) -> Years:
    if (start is None) != (end is None):
        raise UsageError("--from and --to go together. Give both, or --years")
    if start is None or end is None:
        return Years(years, "--years") if years is not None else Years()
    if years is not None and years != end - start:
        raise UsageError(
            "--years {years} contradicts --from {start} --to {end}, which is {between}. Give one of them",
            years=years,
            start=start,
            end=end,
            between=end - start,
        )
    if end <= start:
        raise UsageError(
            "--to {end} is not after --from {start}. Write the earlier year as --from", start=start, end=end
        )
    return Years(end - start, "--from … --to")
