"""Texts in Markdown in which nothing is markup but what we wrote."""

from __future__ import annotations

import re

_MARKUP = r"""(?x)
    [`|]                                    # code, and the line between cells
    | \\(?=[!-/:-@\[-`{-~])                 # what would take the sign after it for itself
    | <(?=[A-Za-z/!?])                      # a tag, or an address
    | &(?=\#?\w+;)                          # a sign by its name
    | \](?=[(\[:])                          # a link
    | [*~](?=\S) | (?<=\S)[*~]              # stress begins or ends beside a word
    | (?<!\w)_(?=\S) | (?<=\S)_(?!\w)
    """
_BLOCK = r"^(?:\#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|\d+[.)](?=\s|$)|[-=_*]{2,}$)"
_NOT_IN_ANCHORS = r"[^\w\- ]"


def in_markdown(text: str) -> str:
    """A text on one line, within a table or a heading: what Markdown would take for a sign of its own stays a sign."""
    return re.sub(_MARKUP, lambda found: f"\\{found[0]}", " ".join(text.split()))


def paragraph(text: str) -> str:
    """A text on a line of its own, which begins no list, no heading and no quotation."""
    told = in_markdown(text)
    begun = re.match(_BLOCK, told)
    at = 0 if begun is None else begun.end() - 1 if told[0].isdigit() else 0
    return told if begun is None else f"{told[:at]}\\{told[at:]}"


def anchor(heading: str) -> str:
    """The address of a heading within its page, as forges make it: small letters, hyphens for spaces, no marks."""
    return re.sub(_NOT_IN_ANCHORS, "", heading.strip().lower()).replace(" ", "-")


def link(text: str, heading: str) -> str:
    """A link to a heading of the same page."""
    return f"[{in_markdown(text)}](#{anchor(heading)})"
