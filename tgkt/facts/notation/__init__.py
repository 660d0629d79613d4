"""Reading numbers and phrases as documents print them, in the languages of `TABLES`.

A language is a table of words and marks in a file of its own; another language is one more file and one more entry.
What fits no reading is refused, not guessed.
"""

from tgkt.facts.notation.argument import read_argument
from tgkt.facts.notation.change import Change
from tgkt.facts.notation.number import LANGUAGES, clean, document_number, plain_number
from tgkt.facts.notation.phrase import Phrase, read_phrase, says_direction_alone
from tgkt.facts.notation.side import Side, turned
from tgkt.facts.notation.words import says_to_hold, timing_said

__all__ = [
    "LANGUAGES",
    "Change",
    "Phrase",
    "Side",
    "clean",
    "document_number",
    "plain_number",
    "read_argument",
    "read_phrase",
    "says_direction_alone",
    "says_to_hold",
    "timing_said",
    "turned",
]
