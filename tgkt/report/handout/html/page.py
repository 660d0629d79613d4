"""A plan as one page of HTML that needs nothing beside it: style, script and data stand in it, nothing is asked for.

The policy in its head lets in one style and one script, each by its hash; whatever text the data bring is escaped.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from tgkt.errors import UsageError
from tgkt.report.formats import Form
from tgkt.report.handout.data import rows_text
from tgkt.report.handout.document import Document
from tgkt.report.handout.html.blocks import blocks_of
from tgkt.report.handout.html.board import board_of
from tgkt.report.handout.html.labels import labels
from tgkt.report.handout.html.picture import HEIGHT, WIDTH
from tgkt.report.handout.html.rows import Group, groups_of, heads_of, shown_years
from tgkt.report.handout.html.style import own_text, style_of
from tgkt.report.words import word

_FOLDER = Path(__file__).resolve().parent
_ADDRESSES = ("https://", "http://")
_POLICY = "default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


def document_html(document: Document) -> str:
    """The whole document as a page.

    Raises:
        UsageError: what fills in templates is not installed.
    """
    blocks, groups = blocks_of(document), groups_of(document)
    heads, found = heads_of(document), document.found
    style, script = style_of(blocks, heads, len(shown_years(document))), own_text("page.js")
    values = {
        "document": document,
        "blocks": blocks,
        "groups": groups,
        "columns": [head.text for head in heads],
        "sorted_by": [at for at, head in enumerate(heads) if head.is_sorted],
        "kinds": _kinds(groups, document.lang),
        "board": None if found is None else board_of(document, found),
        "t": labels(document.lang),
        "policy": _POLICY.format(style=_hash(style), script=_hash(script)),
        "file": "" if found is None else f"{found.plan.id}.csv",
        "width": WIDTH,
        "height": HEIGHT,
    }
    rows = "" if found is None else rows_text(found, document.catalogue, Form("csv", is_office=True))
    # only our own style and script go in as they are, and the rows with the two signs escaped that mean something
    return filled(values, {"style": style, "script": script, "rows": _escaped(rows)})


def filled(values: Mapping[str, object], ready: Mapping[str, str]) -> str:
    """The templates with what they show put in.

    Args:
        values: what is escaped.
        ready: what stands in the page as it is.

    Raises:
        UsageError: what fills in templates is not installed.
    """
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined  # lazy: only pages need it
        from markupsafe import Markup, escape  # lazy: comes with jinja2
    except ImportError as error:
        raise UsageError("writing .html needs jinja2. Run: pip install 'tgkt[html]', or write a .md file") from error
    env = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["address"] = _address
    env.filters["broken"] = lambda text: escape(text).replace(
        "/", Markup("/<wbr>")
    )  # units are broken at their strokes
    whole = {name: Markup(text) for name, text in ready.items()}
    return env.get_template("page.html").render({**values, **whole})


def _kinds(groups: list[Group], lang: str) -> dict[str, str]:
    """The standings and grades that rows have, with their words."""
    kinds = dict.fromkeys(row.kind for group in groups for row in group.rows)
    return {kind: word(kind, lang) for kind in kinds}


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _address(text: str | None) -> str:
    """An address of the web as it is; nothing for any other text, whatever it would run."""
    return text if text is not None and text.startswith(_ADDRESSES) else ""


def _escaped(rows: str) -> str:
    """Text in which nothing is markup; quotes stay, and ends of lines as CSV has them."""
    return rows.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;")
