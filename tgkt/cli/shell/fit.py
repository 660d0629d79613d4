"""Which values fit what is typed: those that begin so, else those whose titles hold the words."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.cli.shell.values import Value
from tgkt.record import NamedTuple


class Fitting(NamedTuple):
    """The values that fit, and whether only their titles do."""

    values: list[Value]
    by_title: bool = False


def fitting(typed: str, values: Sequence[Value], *, is_list: bool = False) -> Fitting:
    """The values that fit a word; of a list with commas, those that fit its last part and do not stand before.

    Args:
        typed: what there is of the word.
        values: what there may be.
        is_list: whether the word may hold several values.
    """
    earlier, comma, last = typed.rpartition(",") if is_list else ("", "", typed)
    left = [each for each in values if each.text not in earlier.split(",")] if comma else values
    found = [each for each in left if each.text.casefold().startswith(last.casefold())]
    by_title = not found and bool(last.strip())
    if by_title:
        found = _titled(last, left)
    return Fitting([each._replace(text=f"{earlier}{comma}{each.text}") for each in found], by_title)


def _titled(typed: str, values: Sequence[Value]) -> list[Value]:
    """The values with a title in which every typed word begins a word, accents aside."""
    from tgkt.errors import unaccented  # lazy: most words that are typed begin an id or a number

    wanted = unaccented(typed).split()
    heads = [(each, [unaccented(title).split() for title in (*each.titles, each.title)]) for each in values]
    return [each for each, titles in heads if any(_holds(title, wanted) for title in titles)]


def _holds(title: list[str], wanted: list[str]) -> bool:
    return all(any(word.strip("(“\"'").startswith(each) for word in title) for each in wanted)
