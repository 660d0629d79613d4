"""Characters of a cell: what is put right silently, what is dropped and counted, and what is refused by code point."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_ZERO_WIDTH = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_REFUSED = {
    "Cc": "a control character",
    "Cf": "an invisible character",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
    "Co": "a character without a meaning",
    "Cn": "a character without a meaning",
    "Cs": "half a character",
}
_BIDIRECTIONAL = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
_MARKS = {0x200E, 0x200F, 0x061C}


class Cleaned(NamedTuple):
    """A text as it is read, how many zero-width characters were dropped from it, and what is wrong with it."""

    text: str
    dropped: int = 0
    spoilt: str = ""


def cleaned(raw: str) -> Cleaned:
    """Compose a text, make every white space one blank, drop what has no width.

    Characters that turn the text round, controls and digits of other scripts are not read: `spoilt` names the first.
    """
    if raw.isascii() and raw.isprintable():
        return Cleaned(" ".join(raw.split()) if " " in raw else raw)
    text = unicodedata.normalize("NFC", raw.translate(_ZERO_WIDTH))
    dropped = sum(ord(character) in _ZERO_WIDTH for character in raw)
    spoilt = next((told for character in text if (told := _refusal(character))), "")
    if spoilt:  # as it goes into messages, it must do no harm there
        text = "".join(f"\\u{ord(each):04x}" if _refusal(each) else each for each in text)
    return Cleaned(" ".join(text.split()), dropped, spoilt)


def _refusal(character: str) -> str:
    if character in "\t\n\r" or (character.isascii() and character.isprintable()):
        return ""
    category, code = unicodedata.category(character), ord(character)
    if unicodedata.bidirectional(character) in _BIDIRECTIONAL or code in _MARKS:
        told = "a character that turns the direction of the text"
    elif category == "Nd":
        told = f"'{character}', a digit of another script"
    elif category in _REFUSED:
        told = _REFUSED[category]
    else:
        return ""
    advice = "Write the digits 0 to 9" if category == "Nd" else "Remove it"
    return f"holds {told} (U+{code:04X}). {advice}"
