"""`tgkt check`: the plan audited against itself."""

import re
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from tgkt.api.answer import Answer
from tgkt.api.check import SEVERITIES, Asked, Check
from tgkt.api.check import check as check_of
from tgkt.api.check import propose as propose_of
from tgkt.api.seen import Seen, seen
from tgkt.cli.options import (
    AsOfOption,
    ColumnsOption,
    DataOption,
    Format,
    FormatOption,
    LangOption,
    Output,
    OutputOption,
    former,
    output_for,
)
from tgkt.cli.progress import working
from tgkt.errors import EXIT_TRUE, UsageError, reason
from tgkt.message import Message
from tgkt.notes import note

_CHECKING = Message("checking the figures…")
_SEARCHING = Message("looking for the least that must change: this can take a minute…")
SeverityChoice = StrEnum("SeverityChoice", {each.name: each.value for each in SEVERITIES})  # type: ignore[misc]


def check(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT]…",
            help="Only findings about these rows or indicators; with the id of a finding, that one in full.",
        ),
    ] = None,
    ids: Annotated[list[str] | None, typer.Option("--id", help="Only these findings; repeatable.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind: sum, ratio, targets, duplicate …")] = None,
    severity: Annotated[SeverityChoice | None, typer.Option(help="Only this severity.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Include the consistent relations.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Each finding in full: both sides, what would reconcile them, places.")
    ] = False,
    known: Annotated[Path | None, typer.Option(metavar="FILE", help="Accept the findings listed in this file.")] = None,
    baseline: Annotated[str | None, former("--baseline", "--known")] = None,  # noqa: ARG001 - its callback answers
    propose: Annotated[
        bool, typer.Option("--suggest", help="Propose relations that hold and are not declared.")
    ] = False,
    least: Annotated[
        bool,
        typer.Option("--least", help="The lightest sets of figures whose change would let all relations hold."),
    ] = False,
    range_: Annotated[
        str | None,
        typer.Option("--range", metavar="FIGURE", help="What all relations together allow a figure to be."),
    ] = None,
    page: Annotated[bool, typer.Option("--page", help="The whole audit as a Markdown page.")] = False,
    as_of: AsOfOption = None,
    columns: ColumnsOption = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Audit the plan against itself: which printed figures can hold together. Exit 1 when some cannot."""
    where = output_for(form, lang, output, columns)
    filters = {"--id": ids, "--kind": kind, "--severity": severity, "--all": every, "--explain": explain}
    questions = {"--suggest": propose, "--least": least, "--range": range_, "--page": page}
    _require_one(questions, {**filters, "--known": known, "WHAT": what if range_ is not None else None})
    with working(_CHECKING):
        asked = seen(data, where.lang, as_of)
    if propose or least or range_ is not None:
        with working(_SEARCHING if least else _CHECKING):
            told = _other(asked, what or [], range_, is_least=least)
        where.show(told)
        return
    wanted = Asked(tuple(what or ()), tuple(ids or ()), kind, severity, every, explain)
    with working(_CHECKING):
        found = check_of(asked, Asked(wanted.what) if page else wanted)
    if page:
        _page(found, where, is_narrowed=bool(what))
        return
    where.show(found)
    _end(found, _accepted(known) if known else set())


def _require_one(questions: Mapping[str, object], filters: Mapping[str, object]) -> None:
    """Refuse two questions at once, and what narrows findings where another question is asked.

    Raises:
        UsageError: naming both.
    """
    asked = [each for each, value in questions.items() if value not in (None, False)]
    if len(asked) > 1:
        raise UsageError("{one} and {other} are two questions. Leave out one of them", one=asked[0], other=asked[1])
    narrowing = [each for each, value in filters.items() if value not in (None, False, [])]
    if asked and narrowing:
        raise UsageError("{option} does not narrow {question}. Leave it out", option=narrowing[0], question=asked[0])


def _other(asked: Seen, what: list[str], figure: str | None, *, is_least: bool) -> Answer[Any]:
    """Another question about the relations than which of them hold."""
    from tgkt.api.least import least, range_of  # lazy: the search for the least is asked for seldom

    if figure is not None:
        return range_of(asked, figure)
    return least(asked, what) if is_least else propose_of(asked, what)


def _accepted(path: Path) -> set[str]:
    """Ids of known findings: one a line, a JSON list of them, or the JSON that `tgkt check -f json` writes."""
    import json  # lazy: a run without --known reads no list

    from tgkt.cli.tables import read_named  # lazy: as above

    try:
        text = read_named(path).decode("utf-8-sig")
        if text.lstrip().startswith("{"):
            known = json.loads(text)
            found = known.get("rows", known.get("findings"))
            return {each.get("key") or each["id"] for each in found}  # before tgkt/check/3 it was `id`
        if text.lstrip().startswith("["):
            return {str(each) for each in json.loads(text)}
    except OSError as error:
        raise UsageError("--known {path}: cannot be read: {reason}", path=path, reason=reason(error)) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(
            "--known {path}: is neither a list of ids nor the JSON of tgkt check. Correct the file", path=path
        ) from None
    found = {line.split("#")[0].strip() for line in text.splitlines()} - {""}
    if strange := sorted(each for each in found if not _ID.fullmatch(each)):
        raise UsageError(
            "--known {path}: '{id}' is not the id of a finding. Write one per line; {command} lists them",
            path=path,
            id=strange[0],
            command="tgkt check --columns key,says",
        )
    return found


_ID = re.compile(r"\w+(?:\.\w+)*")


def _end(found: Check, accepted: set[str]) -> None:
    """Exit 1 when something shown is inconsistent and not accepted."""
    apart = [each.id for each in found.inconsistent]
    new = [id for id in apart if id not in accepted]
    if accepted:
        note(Message("{known} known, {new} new", known=len(apart) - len(new), new=len(new)))
    if new:
        sys.stdout.flush()
        raise typer.Exit(EXIT_TRUE)


def _page(found: Check, where: Output, *, is_narrowed: bool) -> None:
    where.require_text()
    where.require_no_columns()
    if is_narrowed:
        raise UsageError("--page writes the whole audit. Leave out WHAT, or --page")
    where.put(found.page())
