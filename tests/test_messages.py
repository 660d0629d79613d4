"""Sentences are built so that they can be said in another language: from literals with names in braces, nowhere glued.

What is put together at once, by an f-string, "+", "%", `.format` or `.join`, is one language for ever.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "tgkt"
MESSAGES = {"fail": -1, "missing": 2, "note": 0, "Problem": 2}  # which argument is the message
FINISHED = {"note", "Problem"}  # what takes a message and makes none of a literal
ERRORS = "MessageError"
Function = ast.FunctionDef | ast.Lambda


FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def _errors() -> dict[str, int]:
    """The errors that are a sentence, by name: every class that derives from `MessageError`, however far."""
    classes = [
        (node.name, {ast.unparse(base) for base in node.bases})
        for file in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    found = {ERRORS}
    while more := {name for name, bases in classes if bases & found} - found:
        found |= more
    return dict.fromkeys(found, 0)


def glued(code: str) -> list[int]:
    """The lines of calls whose message is glued together, or is a literal where a finished message belongs."""
    tree = ast.parse(code)
    return sorted({line for function in (tree, *_functions(tree)) for line in _glued_in(function)})


def _functions(tree: ast.Module) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _glued_in(function: ast.AST) -> Iterator[int]:
    """The lines within a function; its own variables are looked through."""
    nodes = list(ast.walk(function))
    assigned: dict[str, list[ast.expr]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.NamedExpr) and node.value is not None:
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                assigned.setdefault(ast.unparse(target), []).append(node.value)
    for call in nodes:
        for name, message in _messages(call):
            if any(_is_glued(each, name) for each in _values(message, assigned)):
                yield call.lineno  # type: ignore[attr-defined]  # a call has a line


def _messages(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """What a call says: its message, or each of the messages that it is given in a list."""
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    place = {**_errors(), **MESSAGES}.get(name)
    if place is None or len(node.args) <= place:
        return
    argument = node.args[place]
    yield from (
        ((f"{name} of", each) for each in argument.elts) if isinstance(argument, ast.List) else ((name, argument),)
    )


def _values(message: ast.expr, assigned: dict[str, list[ast.expr]]) -> Iterator[ast.expr]:
    """What a message may be: the branches of a choice, and whatever its variable was set to."""
    if isinstance(message, ast.IfExp):
        yield from (*_values(message.body, assigned), *_values(message.orelse, assigned))
    elif isinstance(message, ast.BoolOp):
        yield from (each for value in message.values for each in _values(value, assigned))
    elif isinstance(message, ast.Name):
        others = {name: values for name, values in assigned.items() if name != message.id}
        yield from (each for value in assigned.get(message.id, ()) for each in _values(value, others))
    else:
        yield message


def _is_glued(message: ast.expr, name: str) -> bool:
    if isinstance(message, ast.Constant):
        return isinstance(message.value, str) and (name in FINISHED or name.endswith(" of"))
    if isinstance(message, ast.Call) and isinstance(message.func, ast.Attribute):
        return message.func.attr in ("format", "join", "partition", "split", "replace")
    return isinstance(message, ast.JoinedStr | ast.BinOp | ast.Subscript)


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        pytest.param('raise UsageError("no {x}", x=x)', [], id="a literal with fields"),
        pytest.param('raise UsageError(f"no {x}")', [1], id="an f-string in an error"),
        pytest.param('raise UnknownUnitError("no " + x)', [1], id="a sum in an error that derives from another"),
        pytest.param('raise NotationError("no %s" % x)', [1], id="a percent sign"),
        pytest.param('raise ValueError(f"no {x}")', [], id="an error that is no message"),
        pytest.param('reader.fail(node, path, "no {}".format(x))', [1], id="format in fail"),
        pytest.param('def f():\n    told = f"no {x}"\n    reader.fail(node, path, told)', [3], id="through a variable"),
        pytest.param(
            'def f():\n    told = Message("no")\n    reader.fail(node, path, told)', [], id="a message in one"
        ),
        pytest.param('fail("unit", "a" if x else f"{x}")', [1], id="one of two"),
        pytest.param('Problem(source, path, "no")', [1], id="a literal where a message belongs"),
        pytest.param('Problem(source, path, Message("no"))', [], id="a message where one belongs"),
        pytest.param('raise DataError([f"{folder}: no"])', [1], id="one of a list of mistakes"),
        pytest.param('note(Message("{count} files", count=2))', [], id="a note"),
        pytest.param('raise UsageError(str(error).partition(". ")[0])', [1], id="a piece of another message"),
    ],
)
def test_a_glued_message_is_found(code: str, lines: list[int]) -> None:
    """The test below sees what it is there for, and lets pass what is fine."""
    assert glued(code) == lines


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_messages_are_built_of_literals(file: Path) -> None:
    """Every message can be looked up in a catalogue."""
    assert glued(file.read_text(encoding="utf-8")) == []
