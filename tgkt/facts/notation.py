"""Reading numbers and phrases as Vietnamese documents print them.

Vietnamese notation: dots group thousands, a comma is the decimal mark (`1.845,7`).
Plain notation, used in YAML and in shell arguments: a dot is the decimal mark, nothing groups.
What fits neither is refused, not guessed.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from tgkt.errors import NotationError
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.units import Unit, definitions, find_unit, parse_unit

_PLAIN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?\Z", re.ASCII)
_VIETNAMESE = re.compile(r"-?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?\Z", re.ASCII)
_NUMBER = r"(?:(?<![\w%])-)?(?<!\w)(?:\d[\d.,]*\d|\d)"
_YEARS = re.compile(
    r"(?i)\b\d{1,2}/\d{1,2}/\d{4}\b"
    r"|\b(?:năm|nhiệm kỳ|giai đoạn|trước năm)\s+\d{4}(?:\s*-?\s*\d{4})?\b"
)
_BEFORE = {
    Comparator.EQUALS: ("từ",),
    Comparator.AT_LEAST: (
        "ít nhất",
        "tối thiểu",
        "không dưới",
        "không thấp hơn",
        "không ít hơn",
        "không nhỏ hơn",
        "≥",
    ),
    Comparator.MORE_THAN: ("trên", "hơn", "cao hơn", "lớn hơn", "nhiều hơn", ">"),
    Comparator.AT_MOST: (
        "không quá",
        "không vượt quá",
        "không cao hơn",
        "không hơn",
        "không trên",
        "không lớn hơn",
        "không nhiều hơn",
        "tối đa",
        "một trong",
        "tốp",
        "nhóm",
        "≤",
    ),
    Comparator.LESS_THAN: ("dưới", "thấp hơn", "ít hơn", "nhỏ hơn", "<"),
    Comparator.ABOUT: ("khoảng",),
    Comparator.NEAR_BELOW: ("gần",),
}
_WORDS = {word: comparator for comparator, words in _BEFORE.items() for word in words}
_BEFORE_NUMBER = re.compile(rf"(?:^|\s|(?<=[<>≥≤]))({'|'.join(sorted(_WORDS, key=len, reverse=True))})\s*\Z")
_NEGATED = re.compile(  # air transport and space are no negations
    r"(?:^|(?<!hàng)(?<!đường)(?<!phòng)\s)(không(?! gian\b| khí\b| quân\b)(?: [^\s\d,;:.()]+){0,3})\s*\Z"
)
_PER_COMMUNE = re.compile(r"trên\s+0?1\s+xã")
_MOVEMENT = re.compile(r"(?<!không )(?<!chưa )\b(?:tăng|giảm)\b")
_SIZES = ("phần_trăm", "điểm_phần_trăm", "lần")  # what a movement is measured in


class Phrase(NamedTuple):
    """What a printed phrase says: figures, the unit if it names one, `N/M` pairs as two numbers."""

    figures: tuple[Figure, ...]
    unit: Unit | None
    is_pair: bool = False


def clean(text: str) -> str:
    """Compose accents, turn no-break spaces, minus signs and dashes into plain ones."""
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"[\u2212\u2013\u2014]", "-", re.sub(r"[\u00a0\u202f\s]+", " ", text)).strip()


def plain_number(text: str) -> Decimal:
    """Read a number in plain notation (`1845.7`), keeping every digit.

    Raises:
        NotationError: with what to write instead.
    """
    if _PLAIN.match(text):
        return Decimal(text)
    if _VIETNAMESE.match(text) and (text.count(".") > 1 or "," in text):
        meant = text.replace(".", "").replace(",", ".")
        raise NotationError(f"'{text}' is Vietnamese notation. Write {meant}")
    if text[:1] == "0" and text.isascii() and text.isdigit():
        raise NotationError(f"'{text}' has leading zeros. Write {int(text)}")
    raise NotationError(f"'{text}' is not a plain number. Write digits with a dot for decimals, e.g. 1845.7")


def vietnamese_number(text: str) -> Decimal:
    """Read a number in Vietnamese notation (`1.845,7`), keeping every digit.

    Raises:
        NotationError: the dots do not group thousands, as in `361.6`.
    """
    if not _VIETNAMESE.match(text):
        told = "dots group three digits, a comma is the decimal mark. Write it so"
        raise NotationError(f"'{text}' is not Vietnamese notation: {told}")
    return Decimal(text.replace(".", "").replace(",", "."))


def read_phrase(printed: str) -> Phrase:
    """Read a printed phrase such as "từ 10,5%/năm trở lên" or "61% - 31% - 8%".

    Years and dates inside it are passed over. Exactly one figure, one range, one `N/M` pair
    or one dash-separated list of shares is expected.

    Raises:
        NotationError: no figure, or more than the phrase should hold.
    """
    text = _YEARS.sub(" ", clean(printed))
    text = text.replace(" … ", " ")
    if structure := _structure(text):
        return structure
    numbers = list(re.finditer(_NUMBER, text))
    numbers = [n for n in numbers if not _counts_base(text, n)]
    if not numbers:
        raise NotationError(f"'{printed}' prints no figure. Quote the words that hold it")
    values = tuple(vietnamese_number(n[0]) for n in numbers)
    if len(values) > 2 or (len(values) == 2 and not _joined(text, numbers)):
        raise NotationError(f"'{printed}' prints {len(values)} figures. Keep only the phrase of one")
    comparator = _comparator(text, numbers)
    unit = _unit_after(text, numbers[-1].end()) or _unit_after(text, numbers[0].end())
    if len(values) == 2 and text[numbers[0].end() : numbers[1].start()].strip() == "/":
        return Phrase(tuple(Figure(v, v) for v in values), unit, is_pair=True)
    if values[-1] < values[0]:
        raise NotationError(f"'{printed}' prints a range that does not rise. Keep only the phrase of one figure")
    return Phrase((Figure(values[0], values[-1], comparator),), unit)


def says_direction_alone(printed: str) -> bool:
    """Whether words say that something rose, or fell, and print no number of how much: "giảm cả 03 tiêu chí"."""
    text = _YEARS.sub(" ", clean(printed))
    units = [_unit_after(text, number.end()) for number in re.finditer(_NUMBER, text)]
    one_way = len(set(_MOVEMENT.findall(text.lower()))) == 1
    return one_way and all(unit and unit.above[0] not in _SIZES for unit in units)


def _structure(text: str) -> Phrase | None:
    parts = [part.strip() for part in text.split(" - ")]
    if len(parts) < 3 or not all(re.fullmatch(rf"(?:{_NUMBER})%", part) for part in parts):
        return None
    values = [vietnamese_number(part[:-1]) for part in parts]
    return Phrase(tuple(Figure(v, v) for v in values), parse_unit("%"))


def _counts_base(text: str, number: re.Match[str]) -> bool:
    """Whether a number is the base of a rate that an earlier number is of: "19 bác sỹ trên 1 vạn dân"."""
    before, after = text[: number.start()], text[number.end() :]
    if not re.search(r"\d", before):
        return False
    heads = re.match(r"\s*(?:vạn\s+)?dân\b", after)
    return bool((re.search(r"(?:/|trên)\s*\Z", before) and heads) or _PER_COMMUNE.search(f"{before}{number[0]}{after}"))


def _joined(text: str, numbers: list[re.Match[str]]) -> bool:
    between = text[numbers[0].end() : numbers[1].start()]
    return bool(re.fullmatch(r"\s*(?:%(?:/năm)?)?\s*(?:-|đến|/|\s)\s*", between))


def _comparator(text: str, numbers: list[re.Match[str]]) -> Comparator:
    """The comparator of the words just before the number, else of "trở lên" or "trở xuống" after it."""
    before = text[: numbers[0].start()].lower()
    found = _BEFORE_NUMBER.search(before)
    negated = _NEGATED.search(before)
    if negated and not (found and found.start(1) <= negated.start(1)):
        told = f"'{negated[1]} {numbers[0][0]}' turns the figure round in words that are not known"
        raise NotationError(f"{told}. Quote other words of the document, or leave the figure out")
    if len(numbers) == 2:
        return Comparator.BETWEEN
    said = _WORDS[found[1]] if found else Comparator.EQUALS
    if said is not Comparator.EQUALS:
        return said
    after = text[numbers[0].end() :]
    if "trở lên" in after:
        return Comparator.AT_LEAST
    return Comparator.AT_MOST if "trở xuống" in after else Comparator.EQUALS


def _unit_after(text: str, start: int) -> Unit | None:
    """The longest run of words after a number that reads as a unit."""
    tail = text[start:].lstrip()
    if sign := re.match(r"điểm\s*%|%", tail):
        rest = tail[sign.end() :]
        per = "/năm" if rest.startswith("/năm") else ""
        return parse_unit(" ".join(sign[0].split()).replace("điểm%", "điểm %") + per)
    words = re.split(r"\s+", tail)
    most = 2 + max(name.count("_") for name in definitions().names) + 1
    for count in range(min(most, len(words)), 0, -1):
        candidate = " ".join(words[:count]).strip(".,;:) ")
        if (unit := find_unit(candidate)) is not None:
            return unit
    return None


def read_argument(text: str, notation: str | None = None) -> tuple[Decimal, Unit | None]:
    """Read a number as a person types it in a shell, perhaps with a unit.

    A bare number, or one with a % sign, is plain notation; a number beside Vietnamese unit words
    is Vietnamese notation. What fits neither is refused with both readings.

    Args:
        text: `126.8`, `7.35%`, `126,8 nghìn tỷ đồng`.
        notation: "plain" or "vi" decides where given.

    Raises:
        NotationError: the number fits neither notation.
        UnitError: the words are no unit.
    """
    text = clean(text)
    match = re.match(r"(-?[\d.,]+)\s*(.*)\Z", text)
    if not match:
        raise NotationError(
            f"'{text}' is not a number. Write digits, perhaps with a unit: 126.8 or '126,8 nghìn tỷ đồng'"
        )
    digits, words = match[1], match[2]
    unit = parse_unit(words) if words else None
    expected = notation or ("vi" if words and words != "%" else "plain")
    try:
        return (vietnamese_number(digits) if expected == "vi" else plain_number(digits)), unit
    except NotationError:
        raise NotationError(f"'{text}' is not {_NOTATIONS[expected]}. {_readings(digits)}") from None


_NOTATIONS = {"plain": "plain notation (dot decimal)", "vi": "Vietnamese notation (comma decimal)"}


def _readings(digits: str) -> str:
    """How each notation reads the digits, and what to do."""
    told = []
    for name, read in (("plain", plain_number), ("vi", vietnamese_number)):
        try:
            told.append(f"--notation {name} reads {read(digits)}")
        except NotationError:
            told.append(f"--notation {name} cannot read it")
    return "; ".join(told) + ". Choose one, or write the number otherwise"
