"""The program's own words in other languages: the sentences of the code, and their translations in each catalogue.

    python tools/catalogue.py           brings every catalogue of tgkt/locale up to what the code says, and compiles it
    python tools/catalogue.py check     says what is missing, unused, or differs in its fields, and changes nothing
    python tools/catalogue.py missing   prints the sentences without a translation, ready to be filled in

A sentence is found where the code writes it out: in `Message(…)` and `Message.counted(…)`, as the first argument of an
error, as the message of `Reader.fail`, in the tables of words, in `help=` of an option and the docstring of a command.
"""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from inspect import cleandoc
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "tgkt"
# tables whose values are said
TABLES = {
    *("WORDS", "CHANGE_WORDS", "DECLARATION_WORDS", "LOOKUP_WORDS", "PROJECT_WORDS", "STORY_WORDS"),
    *("SENTENCES", "FINDINGS"),
}
FIRST = {"Message", "translation"}  # functions whose first argument is said, beside every …Error
NOISE = ('"Generated-By', '"Report-Msgid-Bugs-To')  # header lines that say nothing of the catalogue
OF_TYPER = ("default: {default}", "required", "Show this message and exit.")  # what typer asks gettext for in help
PLACES = {"fail": 2, "missing": 2}  # methods, and which of their arguments is said


class Said(NamedTuple):
    """A sentence of the code.

    Attributes:
        text: the sentence in English; of a counted one that for one.
        meaning: which of several meanings it has; empty where it has one.
        many: the sentence for other counts; empty where nothing is counted.
    """

    text: str
    meaning: str = ""
    many: str = ""


def sentences() -> dict[Said, str]:
    """Every sentence of the code with the file that says it, in the order of files and lines."""
    found: dict[Said, str] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        name = file.relative_to(ROOT).as_posix()
        for said in (*_called(tree), *_tabled(tree), *(_helped(tree) if file.parent.name == "cli" else ())):
            found.setdefault(said, name)
    return found | {Said(text): "typer" for text in OF_TYPER}


def _called(tree: ast.Module) -> Iterator[Said]:
    """The sentences of calls."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "counted" and len(node.args) > 2:
            one, many = map(_constant, node.args[1:3])
            if one and many:
                yield Said(one, many=many)
            continue
        place = PLACES.get(name, 0 if name in FIRST or _is_ours(name) else -1)
        if 0 <= place < len(node.args):
            yield from _written(node.args[place])


def _is_ours(name: str) -> bool:
    """Whether a name is that of an error whose first argument is its sentence."""
    return name.endswith("Error") and name != "NotComputableError" and not hasattr(builtins, name)


def _written(node: ast.expr) -> Iterator[Said]:
    """The sentences that an expression writes out: one, or one of two."""
    if isinstance(node, ast.IfExp):
        yield from (*_written(node.body), *_written(node.orelse))
    elif text := _constant(node):
        yield Said(text)
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Homonym":
        yield Said(*(str(ast.literal_eval(each)) for each in node.args))


def _tabled(tree: ast.Module) -> Iterator[Said]:
    """The values of the tables of words."""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) in TABLES and isinstance(node.value, ast.Dict):
            for value in node.value.values:
                yield from _written(value)


def _helped(tree: ast.Module) -> Iterator[Said]:
    """What the help of a command says: its docstring by paragraphs, and the help of its options."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from (Said(text) for each in node.keywords if each.arg == "help" and (text := _constant(each.value)))
    commands = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    for function in commands:
        if function.name in _commands() and (told := ast.get_docstring(function)):
            yield from (Said(" ".join(part.split())) for part in cleandoc(told).split("\n\n"))


@cache
def _commands() -> set[str]:
    """The functions whose docstrings are the help of a command, and that of tgkt itself."""
    tree = ast.parse((PACKAGE / "cli" / "pages.py").read_text(encoding="utf-8"))
    tables = (node.value for node in tree.body if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict))
    names = {_constant(key) for table in tables for key in table.keys if key}
    return {"tgkt", *names, *(f"{name}_" for name in names)}


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def sources() -> list[Path]:
    """The source files (.po) of all catalogues."""
    return sorted(PACKAGE.glob("locale/*/LC_MESSAGES/*.po"))


def catalogue(source: Path) -> Catalog:
    """The content of a catalogue's source (.po)."""
    with source.open("rb") as file:
        return read_po(file, locale=source.parents[1].name)


def translations(held: Catalog) -> dict[Said, str]:
    """The translation of each sentence in a catalogue; empty where there is none."""
    return {_said(each.id, each.context): _translation(each.string) for each in held if each.id}


def _said(id: Sequence[str], context: str | None) -> Said:
    one, many = (id, "") if isinstance(id, str) else id
    return Said(one, context or "", many)


def _translation(string: Sequence[str] | None) -> str:
    return string if isinstance(string, str) else (string or ("",))[0]


def update(source: Path) -> None:
    """Update a catalogue from the code: new sentences empty, unused ones removed, all in the order of the code."""
    held = catalogue(source)
    known = translations(held)
    made = Catalog(locale=held.locale, header_comment=held.header_comment, fuzzy=False)
    made.mime_headers = held.mime_headers  # dates included: two runs give the same bytes
    for said in sentences():
        text = known.get(said, "")
        if said.many:
            made.add((said.text, said.many), (text,), context=said.meaning or None)
        else:
            made.add(said.text, text, context=said.meaning or None)
    written = BytesIO()
    write_po(written, made, width=120)
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    source.write_text("".join(each for each in lines if not each.startswith(NOISE)), encoding="utf-8")


def compile_catalogue(source: Path) -> None:
    """Compile a catalogue beside its source."""
    with source.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue(source))


def fields(text: str) -> set[str]:
    """The names in braces in a text; none in a text that is not a template."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        return set()


def faults(source: Path) -> list[str]:
    """The mistakes in a catalogue, one a line."""
    known, wanted = translations(catalogue(source)), sentences()
    told = [f"{file}: no translation of {said.text!r}" for said, file in wanted.items() if not known.get(said)]
    told += [f"unused: {said.text!r}" for said in known if said not in wanted]
    told += [
        f"other fields: {said.text!r}" for said, text in known.items() if text and fields(said.text) != fields(text)
    ]
    return told


def main(task: str = "update") -> int:
    """Carry out the task for all catalogues."""
    told = []
    for source in sources():
        if task == "update":
            update(source)
            compile_catalogue(source)
        elif task == "missing":
            known = translations(catalogue(source))
            told += [f"{file}\t{said.text}" for said, file in sentences().items() if not known.get(said)]
        else:
            told += faults(source)
    print("\n".join(told) or f"{len(sentences())} sentences")
    return int(bool(told) and task == "check")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
