"""`tgkt schema`: the JSON Schema of the data files, for editors."""

from __future__ import annotations

import json

from tgkt.cli.options import OutputOption, write_whole
from tgkt.loading.grammar import json_schema


def schema(output: OutputOption = None) -> None:
    """Print the JSON Schema (draft 7) of the data files, from which editors complete and check them."""
    text = json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
    if output is None:
        print(text, end="")
    else:
        write_whole(output, text)
