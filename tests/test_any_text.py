"""Any text has a declared end where numbers, phrases, periods, units and formulas are read: a value, or one sentence.

TGKT_INPUTS and TGKT_SEED ask for more texts, and for others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from cli.runner import ROOT
from shipped import shipped
from soak import SEED, HangError, at_most, tries

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Figure
from tgkt.facts.notation.argument import written
from tgkt.facts.notation.call import read_amounts
from tgkt.facts.notation.number import document_number, plain_number
from tgkt.facts.notation.phrase import Phrase, read_phrase
from tgkt.facts.parsing import parse_identity, parse_term
from tgkt.facts.period import parse_period
from tgkt.facts.units import parse_unit
from tgkt.loading.files import load_folder
from tgkt.message import MessageError

LONGEST = 2.0  # seconds for one text
NUMBERS = (
    "0",
    "7.3",
    "1845.7",
    "1.845,7",
    "1,845.7",
    "-0.5",
    "12e3",
    "٣",
    "0" * 5000,
    "9" * 5000,
    "½",
    "1 845,7",
    "+3",
)
PERIODS = ("2025", "2026-2030", "2026-Q1", "2026-6M", "2025/26", "2026-H1", "FY2025", "2026-01", "0000", "9" * 400)
UNITS = ("%", "%/năm", "nghìn tỷ đồng", "triệu đồng/người/năm", "ha", "VND", "người/km²", "điểm %", "kg * m / s")
SIGNS = "0123456789.,-–−+%×/()[]{}<>=≥≤≈~ \t\n\r\u00a0\u200b\u202e\x00\x1b\"'’“”…;:|#&*_^aăâbêôơưđ²٣½é\u0301\ud800"


def printed(catalogue: Catalogue) -> tuple[str, ...]:
    """The words of every figure of some data."""
    rows = (row.target for plan in catalogue.plans.values() for row in plan.rows if row.target is not None)
    return tuple(dict.fromkeys(each.printed for each in (*rows, *catalogue.observations) if each.printed))


VIETNAMESE = printed(shipped())
ENGLISH = printed(load_folder(ROOT / "examples" / "ireland_climate"))
FORMULAS = tuple(each.formula.text for each in shipped().identities)


def either(text: str) -> object:
    """A formula: a relation where it has one, else a term."""
    return parse_identity(text) if re.search("[=<>]", text) else parse_term(text)


READERS: dict[str, tuple[Callable[[str], Any], Sequence[str]]] = {
    "a number of a data file": (plain_number, NUMBERS),
    "a number of a Vietnamese document": (lambda text: document_number(text, "vi"), NUMBERS),
    "a number of an English document": (lambda text: document_number(text, "en"), NUMBERS),
    "an amount on the command line": (lambda text: read_amounts([written(text)]), (*NUMBERS, *VIETNAMESE[:50])),
    "the words of a Vietnamese document": (lambda text: read_phrase(text, "vi"), VIETNAMESE),
    "the words of an English document": (lambda text: read_phrase(text, "en"), ENGLISH),
    "a period": (parse_period, PERIODS),
    "a unit": (parse_unit, UNITS),
    "a formula": (either, FORMULAS),
}
EACH = -(-tries("TGKT_INPUTS", 4500) // len(READERS))


def texts(known: Sequence[str], count: int) -> Iterator[str]:
    """Known texts with some of their signs lost, added, doubled, exchanged, or with a piece of another in between."""
    chance = Random(SEED)
    for _ in range(count):
        text = chance.choice(known)
        for _ in range(chance.choice((0, 1, 1, 2, 3, 8))):
            text = _changed(text, known, chance)
        yield text


def _changed(text: str, known: Sequence[str], chance: Random) -> str:
    at, way = chance.randint(0, len(text)), chance.randrange(6)
    match way:
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + chance.choice(SIGNS) + text[at:]
        case 2:
            return text[:at] + text[at : at + 1] * chance.choice((2, 3, 40)) + text[at + 1 :]
        case 3:
            return text[:at] + chance.choice(SIGNS) + text[at + 1 :]
        case 4:
            other = chance.choice(known)
            return text[:at] + other[: chance.randint(0, len(other))]
        case _:
            return text[at:] + text[:at]


@pytest.mark.parametrize("name", READERS)
def test_every_text_is_read_or_refused_in_a_sentence(name: str) -> None:
    """Whatever stands in it, and at once."""
    read, known = READERS[name]
    wrong, accepted = [], 0
    for text in texts(known, EACH):
        try:
            with at_most(LONGEST):
                found = read(text)
        except MessageError as error:
            if not str(error).strip():
                wrong.append(f"{text!a}: no sentence")
        except HangError:
            wrong.append(f"{text!a}: longer than {LONGEST} s")
        except Exception as error:
            wrong.append(f"{text!a}: {error!r}")
        else:
            accepted += 1
            wrong += [f"{text!a}: {each}" for each in doubts(name, text, found)]
    print(f"{name}: {EACH} texts from seed {SEED}, {accepted} read, {len(wrong)} wrong")
    assert accepted
    assert wrong[:10] == []


def doubts(name: str, text: str, found: Any) -> Iterator[str]:
    """What is wrong with a value, computed in another way."""
    if name == "a number of a data file" and found != Decimal(text):
        yield f"read as {found}"
    if name.startswith("a number of a") and "document" in name:
        group, mark = (".", ",") if "Vietnamese" in name else (",", ".")
        plain = text.strip().replace("\u00a0", "").replace(" ", "").replace(group, "").replace(mark, ".")
        is_plain = len(plain) < 4000 and re.fullmatch(r"[+-]?\d+(\.\d+)?", plain, re.ASCII)
        if is_plain and Fraction(plain) != Fraction(str(found)):
            yield f"read as {found}"
    if isinstance(found, Phrase) and any(_is_turned(each) for each in found.figures):
        yield f"its ends are turned: {found.figures}"


def _is_turned(figure: Figure) -> bool:
    return figure.low > figure.high
