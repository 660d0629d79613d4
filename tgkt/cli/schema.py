"""`tgkt schema`: the JSON Schema of the data files, for editors; or the page that explains them."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from tgkt.cli.options import OutputOption, write_whole
from tgkt.loading.grammar import json_schema
from tgkt.loading.page import format_page


def schema(
    page: Annotated[bool, typer.Option("--page", help="Every block and key as a Markdown page.")] = False,
    output: OutputOption = None,
) -> None:
    """Print the JSON Schema (draft 7) of the data files, from which editors complete and check them."""
    text = format_page() if page else json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
    if output is None:
        print(text, end="")
    else:
        write_whole(output, text)
