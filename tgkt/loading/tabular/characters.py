"""Characters of a cell: some are normalised silently, some dropped and counted, some refused by code point."""

from __future__ import annotations

import unicodedata

from tgkt.message import Message
from tgkt.record import NamedTuple

_ZERO_WIDTH = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_TURNING, _DIGIT = "turning", "Nd"
_REFUSED = {
    "Cc": Message("a control character"),
    "Cf": Message("an invisible character"),
    "Zl": Message("a line separator"),
    "Zp": Message("a paragraph separator"),
    "Co": Message("a character without a meaning"),
    "Cn": Message("a character without a meaning"),
    "Cs": Message("half a character"),
    _TURNING: Message("a character that turns the direction of the text"),
}
_BIDIRECTIONAL = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
_MARKS = {0x200E, 0x200F, 0x061C}


class Cleaned(NamedTuple):
    """A cleaned text, the number of zero-width characters dropped from it, and the reason if it cannot be read."""

    text: str
    dropped: int = 0
    spoilt: str = ""


def cleaned(raw: str) -> Cleaned:
    """A text with composed accents, single blanks for white space, and no zero-width characters.

    Bidirectional marks, control characters and digits of other scripts are refused: `spoilt` names the first.
    """
    if raw.isascii() and raw.isprintable():
        return Cleaned(" ".join(raw.split()) if " " in raw else raw)
    text = unicodedata.normalize("NFC", raw.translate(_ZERO_WIDTH))
    dropped = sum(ord(character) in _ZERO_WIDTH for character in raw)
    spoilt = next((_refusal(each) for each in text if _sort(each)), "")
    if spoilt:  # so that it is harmless in messages
        text = "".join(f"\\u{ord(each):04x}" if _sort(each) else each for each in text)
    return Cleaned(" ".join(text.split()), dropped, spoilt)


def _sort(character: str) -> str:
    """The sort of a refused character; empty for any other."""
    if character in "\t\n\r" or (character.isascii() and character.isprintable()):
        return ""
    category = unicodedata.category(character)
    if unicodedata.bidirectional(character) in _BIDIRECTIONAL or ord(character) in _MARKS:
        return _TURNING
    return category if category == _DIGIT or category in _REFUSED else ""


def _refusal(character: str) -> Message:
    """The message about a refused character, with advice."""
    sort, code = _sort(character), f"U+{ord(character):04X}"
    if sort == _DIGIT:
        return Message(
            "holds '{character}', a digit of another script ({code}). Write the digits 0 to 9",
            character=character,
            code=code,
        )
    return Message("holds {what} ({code}). Remove it", what=_REFUSED[sort], code=code)
