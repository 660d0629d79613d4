"""Reading numbers and phrases as documents print them, in the languages of `TABLES`.

A language is a table of words and marks in a file of its own; another language is one more file and one more entry.
What fits no reading is refused, not guessed.
"""

from tgkt.facts.notation.argument import BY, MINUS, PLUS, Amount, Written, written
from tgkt.facts.notation.call import (
    NAMES,
    NOTATIONS,
    PLAIN,
    USUAL,
    Rules,
    amount_in,
    fits,
    notation_of,
    read_amounts,
    surprising,
)
from tgkt.facts.notation.change import Change
from tgkt.facts.notation.number import LANGUAGES, clean, document_number, plain_number
from tgkt.facts.notation.phrase import Phrase, read_phrase, says_direction_alone, says_to_hold, timing_said
from tgkt.facts.notation.readings import numbers_in, readings
from tgkt.facts.notation.side import Side, turned

__all__ = [
    "BY",
    "LANGUAGES",
    "MINUS",
    "NAMES",
    "NOTATIONS",
    "PLAIN",
    "PLUS",
    "USUAL",
    "Amount",
    "Change",
    "Phrase",
    "Rules",
    "Side",
    "Written",
    "amount_in",
    "clean",
    "document_number",
    "fits",
    "notation_of",
    "numbers_in",
    "plain_number",
    "read_amounts",
    "read_phrase",
    "readings",
    "says_direction_alone",
    "says_to_hold",
    "surprising",
    "timing_said",
    "turned",
    "written",
]
