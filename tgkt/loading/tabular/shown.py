"""The text that a spreadsheet cell shows: the digits that its number format leaves, trailing zeros included."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from tgkt.record import NamedTuple

_LONG = Context(prec=400)
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+")
_GENERAL = re.compile(r"(?i)\bgeneral\b|@")
_NO_DECIMALS = re.compile(r"(?i)[#0?]e[+-][#0?]|[#0?]\s*/\s*[#0?\d]")
_MOST_GENERAL = 11  # digits that a cell without a format of its own shows


class Form(NamedTuple):
    """One section of a number format.

    Attributes:
        before: the words it prints before the digits.
        after: the words after them, such as a unit.
        least: decimals that are always shown.
        most: decimals that are shown where they are not zero.
        power: by what power of ten the number is multiplied before it is shown.
        is_general: a cell without a number format of its own.
        is_scientific: it shows an exponent or a fraction, so that digits are lost.
        is_words: it shows only words, as a dash for zero.
    """

    before: str = ""
    after: str = ""
    least: int = 0
    most: int = 0
    power: int = 0
    is_general: bool = False
    is_scientific: bool = False
    is_words: bool = False


class Shown(NamedTuple):
    """A number as its cell shows it, and the number it holds where that says more."""

    text: str
    holds: str = ""


@lru_cache(maxsize=8192)
def shown(value: int | str, number_format: str) -> Shown:
    """The text of a cell that holds a number, in plain notation.

    Args:
        value: the number, or its shortest text.
        number_format: the format of the cell, such as `#,##0.00` or `0.0%`.
    """
    held = Decimal(value)
    form = _form(number_format, (held > 0) - (held < 0))
    if form.is_scientific or (form.is_general and held.adjusted() >= _MOST_GENERAL):
        return Shown(f"{held:.5E}")
    if form.is_words:
        return Shown(form.before.strip(), f"{held:f}")
    scaled = held.scaleb(form.power, context=_LONG)
    digits = _general(scaled) if form.is_general else _rounded(scaled, form)
    text = f"{digits:f}"
    whole = "" if Decimal(text) == scaled else f"{held:f}"
    return Shown(" ".join(f"{form.before} {text}{form.after}".split()), whole)


@lru_cache(maxsize=256)
def _form(number_format: str, sign: int) -> Form:
    section = _section(number_format or "General", sign)
    if _GENERAL.search(_QUOTED.sub("", section)):
        return Form(is_general=True)
    literal = _QUOTED.sub(lambda found: _kept(found[1] or found[2] or found[3] or ""), section)
    digits = _DIGITS.search(literal)
    if not digits or (not sign and not re.search(r"[0#]", literal)):
        return Form(before=literal.replace("?", ""), is_words=True)
    if _NO_DECIMALS.search(literal):
        return Form(is_scientific=True)
    before, after = literal[: digits.start()], literal[digits.end() :]
    whole, _, decimals = digits[0].partition(".")
    thousands = len(whole) - len(whole.rstrip(",")) if not decimals else len(after) - len(after.lstrip(","))
    power = 2 * literal.count("%") - 3 * thousands
    return Form(_words(before), _words(after.lstrip(",")), decimals.count("0"), len(decimals), power)


def _kept(literal: str) -> str:
    """Words of a format, protected from being taken for digits."""
    return literal.translate({ord("0"): None, ord("#"): None, ord("?"): None})


def _words(text: str) -> str:
    """The words around the digits without the signs and brackets of a negative section."""
    bare = text.strip().strip("()-+ ")
    return f" {bare}" if bare and bare[0] != "%" else bare


def _section(number_format: str, sign: int) -> str:
    """The section of a format that is for positive numbers, negative ones or zero."""
    found = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', number_format)
    own = {1: 0, -1: 1, 0: 2}[sign]
    return found[own] if own < min(len(found), 3) and found[own].strip() else found[0]


def _rounded(value: Decimal, form: Form) -> Decimal:
    fixed = value.quantize(Decimal(1).scaleb(-form.most), rounding=ROUND_HALF_UP, context=_LONG)
    for places in range(form.most - 1, form.least - 1, -1):
        shorter = fixed.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_LONG)
        if shorter != fixed:
            break
        fixed = shorter
    return fixed


def _general(value: Decimal) -> Decimal:
    """As many digits as fit where a cell has no format, without zeros at the end."""
    if not value:
        return Decimal(0)
    places = max(0, _MOST_GENERAL - 1 - max(0, value.adjusted()))
    short = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_LONG).normalize(_LONG)
    return short.quantize(Decimal(1), context=_LONG) if short == short.to_integral_value() else short
