"""The page's own words, by the names under which its templates know them."""

from __future__ import annotations

from tgkt.language import said
from tgkt.message import Message
from tgkt.report.words import word

_LABELS = {
    "skip": Message("Skip to the targets"),
    "contents": Message("Contents"),
    "targets": Message("The targets"),
    "by_section": Message("By section"),
    "numbered": Message("By numbered target"),
    "search": Message("Search"),
    "hint": Message("number or words, with or without accents"),
    "all": Message("All"),
    "reset": Message("Show all"),
    "tools": Message("Which targets to show"),
    "shown": Message("{shown} of {total} rows", shown="{shown}", total="{total}"),
    "none": Message("No row matches. Use fewer words, or show all."),
    "sort": Message("Sort by {head}", head="{head}"),
    "more": Message("Reasons and sources"),
    "sources": Message("Where the figures stand"),
    "story": Message("How the answer was reached"),
    "picture": Message("Way to the target"),
    "signs": Message("What the signs mean"),
    "legend_found": Message("figure of a document, and the line through them"),
    "legend_derived": Message("derived start, with the ends it lies between"),
    "legend_required": Message("required path"),
    "legend_projected": Message("at the pace so far"),
    "legend_target": Message("target; a bar where it is a range"),
    "legend_unknown": Message("no figure yet"),
    "data": Message("The rows as data"),
    "data_says": Message("Every row with all its fields, for a spreadsheet or a program, as CSV."),
    "download": Message("Save as CSV"),
    "others": Message("Figures that follow, or cannot be held against their parts"),
    "to_top": Message("Back to the top"),
}
_WORDS = ("code", "indicator", "unit", "section", "standing", "period")


def labels(lang: str) -> dict[str, str]:
    """The words in a language."""
    own = {name: said(message, lang) for name, message in _LABELS.items()}
    return own | {f"word_{name}": word(name, lang) for name in _WORDS}
