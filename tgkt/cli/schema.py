"""`tgkt schema`: the JSON Schema of the data files, for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from tgkt.cli.options import DataOption, LangOption, OutputOption, write_whole
from tgkt.loading.completion import completion
from tgkt.loading.files import data_folder
from tgkt.loading.grammar import json_schema
from tgkt.loading.page import format_page


def schema(
    page: Annotated[bool, typer.Option("--page", help="Every block and key as a Markdown page.")] = False,
    lang: LangOption = None,  # noqa: ARG001 - of messages
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Print the JSON Schema (draft 7) of the data files, from which editors complete and check them.

    Editors complete the ids and units of the folder; others are no mistake to them.
    """
    text = format_page() if page else _schema_of(data_folder(data))
    if output is None:
        print(text, end="")
    else:
        write_whole(output, text)


def _schema_of(folder: Path) -> str:
    return json.dumps(json_schema(completion(folder)), ensure_ascii=False, indent=1) + "\n"
