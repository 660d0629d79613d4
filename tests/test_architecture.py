"""The house as it is drawn: rooms, the one direction of imports, sizes, names and words at every door."""

from __future__ import annotations

import ast
import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "tgkt"
LAYERS = (
    ("cli",),
    ("api",),
    ("report", "loading", "engine", "panel"),
    ("results",),
    ("series",),
    ("arithmetic",),
    ("facts",),
    ("errors", "reason"),
    ("language",),
    ("message", "source", "harmless", "notes", "store"),
    ("record",),
)
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
MODULES = {".".join(file.relative_to(PACKAGE).with_suffix("").parts): file for file in sorted(PACKAGE.rglob("*.py"))}
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "data2", "tools"}
IMPURE = {"typer", "rich", "yaml", "os", "sys", "io", "pathlib", "time", "datetime", "random", "logging", "subprocess"}
EFFECTS = {"print", "open", "input"}
DOORS: dict[str, set[str]] = {
    "yaml": {"loading.nodes"},
    "rich": {"report.console"},
    "pint": {"facts.units.convert"},
    "duckdb": {"panel.duck"},
    "pyspark": {"panel.spark"},
    "py4j": {"panel.spark"},
    "sqlglot": {"panel.spark"},
    "click": set(),  # typer brings its own; ours would not be caught
    "datetime": set(),  # no clock is read: the same input gives the same bytes
    "time": set(),
    "random": set(),
    **{name: set() for name in ("socket", "ssl", "http", "ftplib", "smtplib", "urllib", "requests")},  # none connects
}
DETOURS = {"TYPE_CHECKING", "eval", "exec", "__import__", "globals"}
LONGEST_FILE, LONGEST_COMMAND = 350, 25

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(module: str) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def lines(module: str) -> list[str]:
    """A module's text by lines."""
    return MODULES[module].read_text(encoding="utf-8").splitlines()


def room(module: str) -> str:
    """The room a module is in: its folder, or its own name at the top."""
    return module.split(".", maxsplit=1)[0]


def imports(module: str, within: ast.AST | None = None) -> Iterator[tuple[str, int]]:
    """What a module imports anywhere, as full names with their lines; names from tgkt lose that part."""
    for node in nodes(module) if within is None else ast.walk(within):
        if isinstance(node, ast.Import):
            yield from ((alias.name.removeprefix("tgkt."), node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = (node.module or "").removeprefix("tgkt").removeprefix(".")
            for alias in node.names:
                name = f"{source}.{alias.name}" if source else alias.name
                yield (name if name in MODULES else source or name), node.lineno


@cache
def nodes(module: str) -> tuple[ast.AST, ...]:
    """Every node of a module's tree."""
    return tuple(ast.walk(tree(module)))


def ours(module: str) -> list[str]:
    """The modules of tgkt that a module imports."""
    return [name for name, _ in imports(module) if name in MODULES]


@cache
def packages(module: str) -> frozenset[str]:
    """The packages, or rooms, that a module imports from."""
    return frozenset(name.split(".")[0] for name, _ in imports(module))


def importers(package: str) -> set[str]:
    """The modules that import a package from outside."""
    return {module for module in MODULES if package in packages(module)}


def functions(module: str) -> Iterator[Function]:
    """Every function of a module, methods and inner ones included."""
    return (node for node in nodes(module) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines of a function's body from its first statement after the docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body and body[-1].end_lineno else 0


def calls(module: str) -> Iterator[str]:
    """Names of the functions a module calls directly."""
    for node in nodes(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def in_room(name: str) -> list[str]:
    """The modules of a room."""
    return [module for module in MODULES if room(module) == name]


def offenders(rule: Callable[[str], object], modules: Iterable[str] = MODULES) -> dict[str, object]:
    """What a rule finds in each module, those left out in which it finds nothing."""
    return {module: found for module in modules if (found := rule(module))}


def test_every_room_of_the_plan_has_modules() -> None:
    """No rule below passes because it looks at nothing."""
    assert [name for name in LEVEL if not in_room(name)] == []


def test_every_module_has_a_room() -> None:
    """A module is in a room of the plan; a new room is added to LAYERS, where it belongs."""
    assert [module for module in MODULES if room(module) not in {*LEVEL, "__init__", "__main__"}] == []


def test_imports_run_one_way() -> None:
    """A room imports from rooms below it, never from above nor from its neighbours."""

    def against(module: str) -> list[str]:
        allowed = {name for name in LEVEL if LEVEL[name] > LEVEL.get(room(module), -1)} | {room(module), "__init__"}
        return [name for name in ours(module) if room(name) not in allowed]

    assert offenders(against) == {}


DOING = {"import_", "init", "template", "schema", "calc", "sums", "export", "shell.gathered", "shell.kept"}
"""What writes data, describes their format or needs none, and so asks no question that Python could ask."""


def test_the_command_line_asks_what_python_asks() -> None:
    """Every question about data goes through the api room: no command reads them or computes with them itself."""

    def beside(module: str) -> list[str]:
        return [name for name in ours(module) if room(name) in ("engine", "loading", "series")]

    questions = [module for module in in_room("cli") if module.removeprefix("cli.") not in DOING]
    assert offenders(beside, questions) == {}


def test_no_import_is_relative() -> None:
    """Every import names its room, which the other rules read."""

    def relative(module: str) -> list[int]:
        return [node.lineno for node in nodes(module) if isinstance(node, ast.ImportFrom) and node.level]

    assert offenders(relative) == {}


def test_there_is_no_import_cycle() -> None:
    """Not even one hidden in functions."""
    try:
        TopologicalSorter({module: set(ours(module)) - {module} for module in MODULES}).prepare()
    except CycleError as error:
        pytest.fail(f"import cycle: {' -> '.join(error.args[1])}")


def test_the_engine_is_pure() -> None:
    """The engine computes: it reads nothing, writes nothing and knows no clock."""

    def impure(module: str) -> set[str]:
        return {name.split(".")[0] for name, _ in imports(module)} & IMPURE | set(calls(module)) & EFFECTS

    assert offenders(impure, in_room("engine")) == {}


def test_a_package_is_imported_in_its_place_only() -> None:
    """Each heavy package has one door, and some have none."""
    assert {package: importers(package) for package in DOORS} == DOORS


def test_pint_is_imported_where_something_is_converted() -> None:
    """No module imports pint at its top."""
    top = [node for node in tree("facts.units.convert").body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [node.lineno for node in top if "pint" in ast.unparse(node)] == []


def test_an_import_in_a_function_says_why_it_is_lazy() -> None:
    """An import inside a function carries a comment "lazy: …" on its line."""

    def unexplained(module: str) -> list[int]:
        inner = {line for function in functions(module) for _, line in imports(module, function)}
        return [line for line in sorted(inner) if "# lazy: " not in lines(module)[line - 1]]

    assert offenders(unexplained) == {}


def test_no_module_takes_a_detour() -> None:
    """No import only for types, and no text that is run as code."""

    def detours(module: str) -> set[str]:
        return {node.id for node in nodes(module) if isinstance(node, ast.Name)} & DETOURS

    assert offenders(detours) == {"record": {"TYPE_CHECKING", "eval"}}  # it stands for a class of typing


def test_named_tuples_are_ours() -> None:
    """`typing` takes ten times as long to make the class, and a run makes a hundred."""

    def of_typing(module: str) -> list[int]:
        return [line for name, line in imports(module) if name == "typing" and "NamedTuple" in lines(module)[line - 1]]

    assert offenders(of_typing) == {"record": [15]}


def test_no_number_becomes_a_float() -> None:
    """Decimal end to end: nothing calls float, and no float is written but as a library's setting."""

    def floats(module: str) -> list[int | str]:
        settings = [node.value for node in nodes(module) if isinstance(node, ast.keyword) and node.arg == "cutoff"]
        constants = [node for node in nodes(module) if isinstance(node, ast.Constant) and node not in settings]
        written = [node.lineno for node in constants if isinstance(node.value, float)]
        return [*written, *(name for name in calls(module) if name == "float")]

    assert offenders(floats) == {}


def test_no_module_has_a_vague_name() -> None:
    """A name says what is inside."""
    assert offenders(lambda module: set(module.split(".")) & VAGUE) == {}


def test_every_door_has_a_docstring() -> None:
    """Modules, and the public classes and functions at their top, say what they are for."""

    def silent(module: str) -> list[str]:
        public = [
            each for each in tree(module).body if isinstance(each, Function | ast.ClassDef) and each.name[0] != "_"
        ]
        own = [] if ast.get_docstring(tree(module)) else ["the module itself"]
        return own + [each.name for each in public if not ast.get_docstring(each)]

    assert offenders(silent) == {}


def test_no_file_is_too_long() -> None:
    """A file of more lines is two subjects."""
    assert offenders(lambda module: len(lines(module)) if len(lines(module)) > LONGEST_FILE else None) == {}


def test_a_command_hands_over() -> None:
    """The function named like its file, and every sub-command in it, has at most 25 lines of body."""

    def long_commands(module: str) -> dict[str, int]:
        name = module.rsplit(".", maxsplit=1)[-1]
        commands = [each for each in functions(module) if each.name == name or each.decorator_list]
        return {each.name: length(each) for each in commands if length(each) > LONGEST_COMMAND}

    assert offenders(long_commands, in_room("cli")) == {}


def quantile(values: list[int], percent: int) -> float:
    """A percentile of some sizes."""
    return statistics.quantiles(values, n=100)[percent - 1]


@pytest.mark.parametrize(
    ("what", "measure", "median", "ninetieth"),
    [
        ("files", lambda module: [len(lines(module))], 130, LONGEST_FILE),
        ("functions", lambda module: [length(each) for each in functions(module)], 10, 30),
    ],
    ids=["files", "functions"],
)
def test_files_and_functions_are_small(
    what: str, measure: Callable[[str], list[int]], median: int, ninetieth: int
) -> None:
    """Half the files have at most 130 lines; half the functions 10, nine in ten 30."""
    sizes = [size for module in MODULES for size in measure(module)]
    assert quantile(sizes, 50) <= median, what
    assert quantile(sizes, 90) <= ninetieth, what


ROOMS_THAT_CHOOSE, ROOMS_THAT_SHOW = {"series", "facts"}, {"report", "loading"}


def test_one_room_says_which_figure_counts() -> None:
    """Outside series nothing looks statements up in the catalogue, or sorts them out by their status or as aims.

    Forbidden are `catalogue.about(…)`, and `each.ambition` and comparisons of `each.status`; what is shown or read
    from files may name both.
    """

    def chooses(node: ast.AST) -> bool:
        match node:
            case ast.Call(func=ast.Attribute(attr="about", value=owner)):
                return ast.unparse(owner).endswith("catalogue")
            case ast.Attribute(attr="ambition"):
                return True
            case ast.Compare(left=left, comparators=others):
                return any(isinstance(each, ast.Attribute) and each.attr == "status" for each in (left, *others))
        return False

    asking = [module for module in MODULES if room(module) not in ROOMS_THAT_CHOOSE | ROOMS_THAT_SHOW]
    found = [(module, node) for module in asking for node in nodes(module) if chooses(node)]
    assert [f"{module}:{node.lineno}" for module, node in found if isinstance(node, ast.expr)] == []


def test_one_place_turns_units() -> None:
    """What one of a unit is in root units is read where quantities are made, and nowhere else."""

    def turns(node: ast.AST) -> bool:
        match node:
            case ast.Subscript(value=ast.Call(func=ast.Name(id="dimensions")), slice=ast.Constant(value=0)):
                return True
        return False

    turning = [module for module in MODULES for node in nodes(module) if turns(node)]
    assert {*turning} == {"arithmetic.quantity"}


def test_one_place_takes_roots() -> None:
    """Average growth and its interval are of one root; nothing else raises to the power 1/n."""

    def is_root(node: ast.AST) -> bool:
        match node:
            case ast.Call(func=ast.Attribute(attr="power"), args=[_, exponent]):
                return "divide" in ast.unparse(exponent)
            case ast.BinOp(op=ast.Pow(), right=ast.BinOp(op=ast.Div())):
                return True
        return False

    rooting = [module for module in MODULES for node in nodes(module) if is_root(node)]
    assert {*rooting} == {"facts.interval"}


def test_nothing_is_without_use() -> None:
    """What stands at the top of a module is named a second time somewhere.

    Python calls `__dir__` and such, and the group of commands calls a command by the name of its file.
    """
    named = Counter(word for module in MODULES for word in re.findall(r"\w+", "\n".join(lines(module))))

    def is_called_by_name(module: str, name: str) -> bool:
        return re.fullmatch(r"__\w+__", name) is not None or (room(module) == "cli" and module.endswith(name))

    def idle(module: str) -> list[str]:
        tops = [node.name for node in tree(module).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        values = [node.targets[0] for node in tree(module).body if isinstance(node, ast.Assign)]
        tops += [value.id for value in values if isinstance(value, ast.Name)]
        return [name for name in tops if named[name] == 1 and not is_called_by_name(module, name)]

    assert offenders(idle) == {}
