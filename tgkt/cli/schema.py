"""`tgkt schema`: the JSON Schema of the data files, for editors, and that of every answer, for scripts."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from tgkt.cli.options import DataOption, LangOption, OutputOption
from tgkt.cli.whole import write_whole
from tgkt.errors import UsageError, suggest
from tgkt.loading.completion import completion
from tgkt.loading.files import data_folder
from tgkt.loading.grammar import json_schema
from tgkt.loading.page import format_page
from tgkt.message import Message
from tgkt.report.machine.page import fields_page
from tgkt.report.machine.schema import output_schema
from tgkt.report.machine.shapes import SHAPES

DATA = "data"


def schema(
    what: Annotated[
        str,
        typer.Argument(
            metavar="[ANSWER]", help="An answer: status, project_long, weights … (default: the data files)."
        ),
    ] = DATA,
    page: Annotated[bool, typer.Option("--page", help="Every block and key as a Markdown page.")] = False,
    fields: Annotated[bool, typer.Option("--fields", help="Every field of every answer as a Markdown page.")] = False,
    lang: LangOption = None,  # noqa: ARG001 - of messages
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Print the JSON Schema (draft 7) of the data files, or of what a command answers in JSON.

    With the schema of the data files, editors complete the ids and units of the folder; they accept others too.
    """
    _require_known(what)
    if ((page or fields) and what != DATA) or (page and fields):
        raise UsageError(
            "--page is about data files and --fields about all answers. Leave out ANSWER, and give one of them"
        )
    text = format_page() if page else fields_page(SHAPES.values()) if fields else _schema_of(what, data)
    if output is None:
        print(text, end="")
    else:
        write_whole(output, text)


def _require_known(what: str) -> None:
    """Refuse what no answer is called.

    Raises:
        UsageError: with the answers of the command of that name, or the nearest there is.
    """
    names = [DATA, *SHAPES]
    if what in names:
        return
    own = [shape.name for shape in SHAPES.values() if shape.command.split()[1:2] == [what]]
    if own:
        raise UsageError("'{name}' has several answers: {answers}. Name one of them", name=what, answers=", ".join(own))
    every = Message("Use one of: {words}", words=", ".join(names))
    raise UsageError("no answer is called '{name}'.{advice}", name=what, advice=suggest(what, names, every))


def _schema_of(what: str, data: Path | None) -> str:
    return _text(json_schema(completion(data_folder(data))) if what == DATA else output_schema(SHAPES[what]))


def _text(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
