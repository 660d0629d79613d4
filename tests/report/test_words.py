"""The program's own words: everything that is said is in the catalogue, and nothing else is.

What the code says is read from its syntax trees, so that a word cannot be missed by running too little of it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Words
from tgkt.facts.units import PERCENT, parse_unit
from tgkt.language import LOCALE, Homonym, compiled
from tgkt.message import Message
from tgkt.reason import Listed, Reason
from tgkt.report.sentences import SENTENCES
from tgkt.report.words import WORDS, fact, sentence, word
from tgkt.results.computed import Ends
from tgkt.results.status import Grade
from tools.catalogue import sentences, translations

PACKAGE = Path(__file__).resolve().parents[2] / "tgkt"
SAYINGS = {
    PACKAGE / "report" / "words.py": "WORDS",
    PACKAGE / "report" / "change_words.py": "CHANGE_WORDS",
    PACKAGE / "report" / "declaration_words.py": "DECLARATION_WORDS",
    PACKAGE / "report" / "story_words.py": "STORY_WORDS",
    PACKAGE / "report" / "project_words.py": "PROJECT_WORDS",
    PACKAGE / "report" / "lookup_words.py": "LOOKUP_WORDS",
    PACKAGE / "report" / "sentences.py": "SENTENCES",
    PACKAGE / "report" / "finding_words.py": "FINDINGS",
}
LANGUAGES = sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir())
REASONS = {"Reason": 0, "NotComputableError": 0, "_none": 0, "_comparison": 0, "_unsettled": 0}
COMPUTED: dict[str, set[str]] = {
    "grade": {Grade.EXCEEDED, Grade.MET, Grade.NOT_MET},
    "code": set(),
}  # codes that a variable holds
VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u0300-\u0309\u0323\u1ea0-\u1ef9]")

Text = tuple[str, str]  # a text and its meaning where it is a homonym
each_language = pytest.mark.parametrize("lang", LANGUAGES)


@cache
def trees() -> dict[Path, ast.Module]:
    """The syntax tree of every module."""
    return {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(PACKAGE.rglob("*.py"))}


@cache
def nodes() -> dict[Path, tuple[ast.AST, ...]]:
    """Every node of every module."""
    return {file: tuple(ast.walk(tree)) for file, tree in trees().items()}


@cache
def all_calls() -> dict[str, list[tuple[ast.Call, ast.AST]]]:
    """Every call by a plain name, with the functions around it, by that name."""
    found: dict[str, list[tuple[ast.Call, ast.AST]]] = {}
    for around in (each for of_module in nodes().values() for each in of_module if isinstance(each, ast.FunctionDef)):
        for node in ast.walk(around):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                found.setdefault(node.func.id, []).append((node, around))
    return found


def calls(name: str) -> list[tuple[ast.Call, ast.AST]]:
    """Every call of a function by its plain name, with the function around it."""
    return all_calls().get(name, [])


def message(node: ast.expr) -> Text | None:
    """The message that an expression writes out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value, ""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Homonym":
        text, meaning = (ast.literal_eval(each) for each in node.args)
        return text, meaning
    return None


@cache
def messages() -> set[Text]:
    """Every message of the code: the values of the tables, and what is handed to translation() in writing."""
    found = [message(call.args[0]) for call, _ in calls("translation")]
    for file, name in SAYINGS.items():
        for node in trees()[file].body:
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name:
                assert isinstance(node.value, ast.Dict)
                found += [message(value) for value in node.value.values]
    return {each for each in found if each}


@cache
def source(lang: str) -> Catalog:
    """The catalogue of a language as it is written."""
    with compiled(lang).with_suffix(".po").open("rb") as file:
        return read_po(file, locale=lang)


def texts(catalogue: Catalog) -> dict[Text, str]:
    """What a catalogue says for each message."""
    return {(said.text, said.meaning): text for said, text in translations(catalogue).items()}


def fields(text: str) -> set[str]:
    """The names in braces that a text asks for."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:  # a sentence with braces of its own
        return set()


def codes(node: ast.expr, around: ast.AST) -> set[str]:
    """The reason codes an expression may give: written out, chosen between, or held by a variable."""
    if isinstance(node, ast.IfExp):
        return codes(node.body, around) | codes(node.orelse, around)
    if isinstance(node, ast.Name):
        assigned = (each.value for each in ast.walk(around) if isinstance(each, ast.Assign) for target in each.targets
                    if ast.unparse(target) == node.id)  # fmt: skip
        return COMPUTED.get(node.id, set()) | {code for each in assigned for code in codes(each, around)}
    if isinstance(node, ast.BoolOp):
        return set().union(*(codes(each, around) for each in node.values))
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "str":
        return codes(node.args[0], around)
    if isinstance(node, ast.Attribute):
        return COMPUTED[node.attr]
    if isinstance(node, ast.Subscript):
        return table(ast.unparse(node.value))
    assert isinstance(node, ast.Constant), (
        f"{ast.unparse(around)[:80]}: a code that cannot be read: {ast.unparse(node)}"
    )
    return {str(node.value)}


def table(name: str) -> set[str]:
    """The texts that a module's table gives."""
    assigned = (node for tree in trees().values() for node in tree.body if isinstance(node, ast.Assign))
    found = [node.value for node in assigned if ast.unparse(node.targets[0]) == name]
    return {str(ast.literal_eval(value)) for each in found if isinstance(each, ast.Dict) for value in each.values}


def facts(call: ast.Call) -> set[str] | None:
    """The names of the facts that a reason is given; None where they are computed."""
    named = {each.arg for each in call.keywords}
    for node in call.args[1:]:
        if not isinstance(node, ast.Tuple) or any(isinstance(pair, ast.Starred) for pair in node.elts):
            return None
        named |= {str(ast.literal_eval(pair.elts[0])) for pair in node.elts if isinstance(pair, ast.Tuple)}
    return {name for name in named if name}


@cache
def reasons() -> list[tuple[str, set[str] | None]]:
    """Every reason that the code can give, with the names of its facts."""
    return [
        (code, facts(call))
        for name, place in REASONS.items()
        for call, around in calls(name)
        for code in codes(call.args[place], around)
    ]


def missing(keys: Iterable[str]) -> list[str]:
    """Keys that no code writes out: neither whole, nor as a start ("kind_{…}") and a text that may follow it."""
    code = [node for file, of_module in nodes().items() if file not in SAYINGS for node in of_module]
    written = {node.value for node in code if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    joined = [node for node in code if isinstance(node, ast.JoinedStr)]
    firsts = {each.value for node in joined for each in node.values[:1] if isinstance(each, ast.Constant)}
    starts = {str(first) for first in firsts if re.fullmatch(r"[a-z_]+_", str(first))}
    return sorted(key for key in set(keys) - written if not _joined(key, starts, written))


def _joined(key: str, starts: set[str], written: set[str]) -> bool:
    return any(key.startswith(start) and key.removeprefix(start) in written for start in starts)


@each_language
def test_every_message_is_translated(lang: str) -> None:
    """A new word needs an entry in tgkt/locale/LANG/LC_MESSAGES/tgkt.po with its text in that language."""
    known = texts(source(lang))
    assert sorted(each for each in messages() if not known.get(each)) == []


@each_language
def test_every_translation_is_used(lang: str) -> None:
    """An entry whose word was changed or taken out goes too."""
    wanted = {(said.text, said.meaning) for said in sentences()} | {(said.many, said.meaning) for said in sentences()}
    assert sorted(texts(source(lang)).keys() - wanted) == []


@each_language
def test_no_translation_is_in_doubt(lang: str) -> None:
    """An entry is neither fuzzy nor out of use."""
    doubtful = [str(each.id) for each in source(lang) if each.id and each.fuzzy]
    assert (doubtful, list(source(lang).obsolete)) == ([], [])


@each_language
def test_both_sides_ask_for_the_same_figures(lang: str) -> None:
    """What stands in braces in English stands in braces in the translation."""
    assert [text for (text, _), said in texts(source(lang)).items() if said and fields(text) != fields(said)] == []


@each_language
def test_the_compiled_catalogue_is_current(lang: str) -> None:
    """What is read at run time is what the source says; `make` compiles it again."""
    assert compiled(lang).exists(), "the catalogue is not compiled. Run make"
    with compiled(lang).open("rb") as file:
        written = {key: said for key, said in texts(source(lang)).items() if said}
        assert texts(read_mo(file)) == written, "the compiled catalogue is out of date. Run make"


def test_english_is_written_in_english() -> None:
    """The code holds no Vietnamese sentence."""
    assert [text for text, _ in messages() if VIETNAMESE.search(text)] == []


def test_every_key_is_used() -> None:
    """A word that nobody asks for goes."""
    assert missing(WORDS) == []


def test_every_word_that_is_asked_for_is_there() -> None:
    """A key written out in a call of word() has a word."""
    assert {text for call, _ in calls("word") if (text := message(call.args[0]))} - {
        (key, "") for key in WORDS
    } == set()


def test_every_reason_has_a_sentence() -> None:
    """A reason the engine can give can be told, and no sentence waits for a reason that is never given."""
    given = {code for code, _ in reasons()}
    assert (sorted(given - SENTENCES.keys()), sorted(SENTENCES.keys() - given)) == ([], [])


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_asks_only_for_figures_its_reason_has(code: str) -> None:
    """Every place that gives a reason gives what its sentence puts in braces."""
    said = SENTENCES[code]
    wanted = fields(said.text if isinstance(said, Homonym) else said)
    assert [
        sorted(wanted - names) for known, names in reasons() if known == code and names is not None and wanted - names
    ] == []


@pytest.mark.parametrize(
    ("key", "lang", "text"),
    [
        ("yes", "en", "yes"),
        ("yes", "vi", "có"),
        ("kind_growth", "vi", "tốc độ tăng"),
        ("relation_growth", "vi", "tăng trưởng"),
    ],
)
def test_a_word_is_told_in_the_language(key: str, lang: str, text: str) -> None:
    """Homonyms of English are told apart."""
    assert word(key, lang) == text


def test_a_sentence_puts_figures_in_as_the_language_writes_them() -> None:
    """Figures, titles and lists of them are put in, each as the reader's language writes it."""
    told = Reason(
        "not_there_yet", (("result", Figure(Decimal("7.5"), Decimal("7.5"))), ("target", Words("mười", "ten")))
    )
    assert sentence(told, "en") == "7.5 is not yet at the target ten"
    assert sentence(told, "vi") == "7,5, chưa bằng chỉ tiêu mười"


FACTS = {
    "a number keeps its digits": (Decimal("1845.70"), "1,845.70", "1.845,70"),
    "a number of endless digits is shortened": (Decimal(1) / 3, "0.3333", "0,3333"),
    "a unit": (parse_unit("nghìn người"), "thousand people", "nghìn người"),
    "ends with two decimals": (Ends(Decimal("24.5"), Decimal("25.504"), PERCENT), "24.50 - 25.50 %", "24,50 - 25,50%"),
    "a list": (Listed((Words("a", "b"), "c")), "b and c", "a và c"),
    "a message": (Message("Did you mean '{word}'?", word="x"), "Did you mean 'x'?", "Có phải ý bạn là 'x'?"),
    "a reason": (Reason("parts_province"), "constituent provinces", "các tỉnh hợp thành"),
    "several": (("x", Decimal("0.5")), "x; 0.5", "x; 0,5"),
}


@pytest.mark.parametrize(("value", "english", "vietnamese"), FACTS.values(), ids=FACTS)
def test_what_fills_a_sentence(value: object, english: str, vietnamese: str) -> None:
    """Each in the words and the notation of the reader."""
    assert (fact(value, "en"), fact(value, "vi")) == (english, vietnamese)
