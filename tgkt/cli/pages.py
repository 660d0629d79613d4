"""The head of each command's help: one line for the list of commands, two or three real examples, and its exit codes.

A command is listed here, in the order in which help shows it; its file has the name of the command.
"""

from __future__ import annotations

from tgkt.message import Message
from tgkt.record import NamedTuple


class Page(NamedTuple):
    """The help of a command beside its options.

    Attributes:
        says: the purpose of the command, in a few words.
        examples: two to four commands that can be run exactly as shown, each with its purpose.
        one: the meaning of exit code 1; empty where the command never ends with it.
        docs: the page with more information.
    """

    says: Message
    examples: tuple[tuple[str, Message], ...]
    one: Message | None = None
    docs: str = "docs/methods.md"


PAGES: dict[str, Page] = {
    "overview": Page(
        Message("A plan on one screen, the same as tgkt alone"),
        (
            ("tgkt", Message("where the plan in force stands")),
            ("tgkt overview --plan results_2020_2025", Message("the same for the term before")),
        ),
        docs="README.md",
    ),
    "status": Page(
        Message("Where every target stands"),
        (
            ("tgkt status 3", Message("target 3 with all its parts")),
            ("tgkt status --attention --section economy", Message("the targets of a section, the most urgent first")),
        ),
        Message("a row is in a state that --fail-on names"),
    ),
    "project": Page(
        Message("Required path, projection, what-if, goal seek"),
        (
            ("tgkt project 3 --year 2030", Message("where GRDP per capita leads by 2030")),
            ("tgkt project --set grdp_growth=9", Message("what follows if growth is 9 % a year")),
        ),
        Message("a goal has no answer"),
    ),
    "blend": Page(
        Message("A merged figure from its parts, with the weights"),
        (
            ("tgkt blend grdp_growth", Message("whether growth of the whole follows from its parts")),
            ("tgkt blend --all", Message("every figure printed for a merged area")),
        ),
    ),
    "calc": Page(
        Message("Growth, ratios, blends of numbers you type"),
        (
            ("tgkt calc cagr 126,8 202,9 5", Message("average growth over five years")),
            ("tgkt calc blend 7.35 6.6 --weights 90,10", Message("a weighted mean")),
        ),
        Message("there is no answer, or a line of standard input is wrong"),
    ),
    "explain": Page(
        Message("One indicator: its figures, sources and standing"),
        (
            ("tgkt explain 3", Message("GRDP per capita in at most 25 lines")),
            ("tgkt explain 3 --all", Message("everything known about it")),
        ),
    ),
    "check": Page(
        Message("The plan audited against itself"),
        (
            ("tgkt check", Message("the findings that matter, then all of them")),
            ("tgkt check 1.1", Message("the findings about target 1.1")),
        ),
        Message("some printed figures cannot hold together"),
        docs="docs/findings.md",
    ),
    "report": Page(
        Message("A plan as a file to hand on"),
        (
            ("tgkt report -o plan.md", Message("the plan with its sources and findings, as Markdown")),
            ("tgkt report --section environment --parts status", Message("the targets of one section alone")),
            ("tgkt report --panel figures.csv -o picture.md", Message("how many areas of a table stand where")),
        ),
        docs="docs/handing-on.md",
    ),
    "export": Page(
        Message("The data as files for other programs"),
        (
            ("tgkt export tables", Message("every figure and declaration as CSV, described by a datapackage.json")),
            ("tgkt export tables --data my_data", Message("the same of a folder of your own")),
            ("tgkt export sdmx --sdmx", Message("every figure for programs of statistics offices")),
            ("tgkt export cubes --json-stat", Message("the same as cubes, one for each indicator")),
        ),
        docs="docs/exchange.md",
    ),
    "panel": Page(
        Message("The same rules over tables of millions of figures"),
        (
            ("tgkt panel figures.csv", Message("every area and indicator of a table, by the plan in force")),
            ("tgkt panel figures.csv -o judged.csv", Message("all rows for other programs")),
        ),
        Message("a row is in a state that --fail-on names"),
        docs="docs/panel.md",
    ),
    "find": Page(
        Message("Printed figures by a number or by words"),
        (
            ("tgkt find 37,5", Message("where a document prints 37.5")),
            ("tgkt find nuoc sach", Message("every figure about clean water, typed without accents")),
        ),
        Message("nothing was found"),
    ),
    "list": Page(
        Message("Indicators, areas, plans, sections, documents, units"),
        (
            ("tgkt list indicators GRDP", Message("numbers, ids and titles that hold GRDP")),
            ("tgkt list units money", Message("every unit of money, with its other spellings")),
        ),
        Message("nothing matches the words"),
    ),
    "init": Page(
        Message("Begin a data folder of your own"),
        (
            ("tgkt init my_plan", Message("one commented file with an example to write over")),
            ("tgkt init merger --areas North,South", Message("a plan for an area merged from two")),
        ),
        docs="docs/your-own-plan.md",
    ),
    "template": Page(
        Message("The sheet to fill in with a year's results"),
        (
            ("tgkt template 2026 -o results_2026.csv", Message("a line for every target, with its last figure")),
            ("tgkt template 2026 --area merged", Message("the sheet on the terminal, for one area")),
        ),
        docs="docs/the-year.md",
    ),
    "import": Page(
        Message("Add a year's results from Excel or CSV"),
        (
            ("tgkt import results_2026.csv --data my_data --dry-run", Message("what would be done; writes nothing")),
            ("tgkt import results_2026.csv --data my_data", Message("add the figures: all of them or none")),
        ),
        Message("with --dry-run: a line is wrong, or a figure is held back"),
        docs="docs/tables.md",
    ),
    "diff": Page(
        Message("What changed between years, plans, folders or dates"),
        (
            ("tgkt diff 2024 2025", Message("what the figures of 2025 changed")),
            (
                "tgkt diff results_2020_2025 targets_2025_2030 --section environment",
                Message("two plans, one section"),
            ),
        ),
        docs="docs/the-year.md",
    ),
    "validate": Page(
        Message("Every mistake in data files, with its remedy"),
        (
            ("tgkt validate", Message("all data in force")),
            ("tgkt validate --data my_data", Message("a folder of your own")),
        ),
        docs="docs/format.md",
    ),
    "schema": Page(
        Message("The JSON Schema of data files, for editors, and of answers"),
        (
            ("tgkt schema -o tgkt.schema.json", Message("a schema that any editor reads")),
            ("tgkt schema status", Message("what tgkt status answers in JSON")),
        ),
        docs="docs/format.md",
    ),
    "completion": Page(
        Message("The script that lets Tab complete what you type"),
        (
            ("tgkt completion bash", Message("the script for bash")),
            ("tgkt completion fish -o tgkt.fish", Message("the script for fish, in a file")),
        ),
        docs="README.md",
    ),
    "help": Page(
        Message("Help for a command, the same as --help"),
        (
            ("tgkt help", Message("the list of commands")),
            ("tgkt help status", Message("the help of one command")),
        ),
        docs="docs/commands.md",
    ),
}
COMMANDS = tuple(PAGES)
