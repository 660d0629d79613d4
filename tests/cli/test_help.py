"""Help: what a command answers, two examples that run, exit codes and the page that says more, in two languages."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from shutil import copy

import pytest

from tgkt.cli.pages import COMMANDS, PAGES
from tgkt.language import said

from .runner import ROOT, Tgkt

LANGUAGES = ("en", "vi")
FIGURES = "area,indicator,year,value\nbac_kan,grdp_growth,2026,10.5\n"
RESULTS = "indicator,period,value,unit,origin\nforest_cover,2026,61.5,%,Results of 2026\n"
HEADS = {
    "en": ("Usage:", "Examples:", "Options:", "Exit codes:", "More:"),
    "vi": ("Cách dùng:", "Ví dụ:", "Tùy chọn:", "Mã kết thúc:", "Xem thêm:"),
}
RUNS = [(name, example) for name, page in PAGES.items() for example, _ in page.examples]

each_command = pytest.mark.parametrize("command", COMMANDS)
each_language = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture(name="folder")
def a_folder_as_the_examples_have_it(tmp_path: Path, tgkt: Tgkt) -> Path:
    """A data folder of one's own and a table of results, by the names that the examples use."""
    assert tgkt.fresh("init", "my_data", "--base", "tgkt:thai_nguyen", cwd=tmp_path).code == 0
    copy(ROOT / "data" / "areas.yaml", tmp_path)
    return tmp_path


@each_command
@each_language
def test_help_leads_with_examples_and_ends_with_codes_and_a_page(tgkt: Tgkt, command: str, lang: str) -> None:
    """Usage, examples, options, exit codes, and where more stands, in this order."""
    out = tgkt(command, "--help", "--lang", lang, COLUMNS="100").out
    places = [out.find(head) for head in HEADS[lang]]
    assert -1 not in places
    assert places == sorted(places)
    assert [example for example, _ in PAGES[command].examples if example not in out] == []
    assert f"\n  1  {said(PAGES[command].one, lang)}" in out or PAGES[command].one is None


@each_command
def test_the_page_that_says_more_is_there(command: str) -> None:
    """Help names no page that does not exist."""
    assert (ROOT / PAGES[command].docs).is_file()


@pytest.mark.parametrize(("command", "example"), RUNS, ids=[example for _, example in RUNS])
def test_an_example_runs(tgkt: Tgkt, folder: Path, command: str, example: str) -> None:
    """What help shows is typed as it stands: it answers, or ends with the code that help gives to 1."""
    if command == "import":
        (folder / "results_2026.csv").write_text(RESULTS, encoding="utf-8")
    if command in ("panel", "report"):
        (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")
    done = tgkt.fresh(*shlex.split(example)[1:], cwd=folder)
    assert (done.code in ((0, 1) if PAGES[command].one else (0,)), done.err if done.code > 1 else "") == (True, "")


def test_the_list_of_commands_imports_none(tgkt: Tgkt) -> None:
    """tgkt --help says what each command answers, in the order in which they are listed."""
    out = tgkt("--help", COLUMNS="100").out
    assert re.findall(r"^  ([a-z]+)  +\S", out, re.MULTILINE) == list(COMMANDS)
    assert [name for name, page in PAGES.items() if page.says not in out] == []


@each_command
def test_a_vietnamese_help_has_no_english(tgkt: Tgkt, command: str) -> None:
    """Every sentence is said in Vietnamese: no line of the English help stands in it but examples and names."""
    english, vietnamese = (tgkt(command, "--help", "--lang", lang, COLUMNS="200").out for lang in LANGUAGES)
    lines = (line.strip() for line in english.splitlines() if not line.startswith("  tgkt "))
    sentences = {line for line in lines if re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", line)}
    assert [line for line in vietnamese.splitlines() if line.strip() in sentences] == []


@pytest.mark.parametrize("locale", ["vi_VN.UTF-8", "vi"])
def test_the_locale_decides_the_language_of_help(tgkt: Tgkt, locale: str) -> None:
    """Help follows the locale as every answer does."""
    assert tgkt("--help", LANG=locale).out.startswith("Cách dùng:")


@pytest.mark.parametrize(
    ("args", "english", "vietnamese"),
    [
        (("status", "--pln"), "no such option: --pln. Did you mean --plan?",
         "không có tùy chọn --pln. Có phải ý bạn là --plan?"),
        (("status", "--no-such"), "no such option: --no-such.", "không có tùy chọn --no-such."),
        (("calc",), "operation is missing.", "thiếu operation."),
        (("status", "--plan"), "--plan needs a value.", "--plan cần một giá trị."),
        (("status", "--attention=yes"), "--attention takes no value.", "--attention không nhận giá trị."),
        (("overview", "a", "b"), "too many words: a b.", "thừa từ: a b."),
        (("status", "--as-of", "soon"), "--as-of: 'soon' is not a whole number.",
         "--as-of: 'soon' không phải là số nguyên."),
        (("status", "--as-of", "1"), "--as-of: 1 is not within 1900 and 2200.",
         "--as-of: 1 không nằm trong khoảng 1900 đến 2200."),
        (("status", "--format", "jsn"), "--format/-f: 'jsn' is not one of", "--format/-f: 'jsn' không thuộc"),
        (("statuss",), "unknown command 'statuss'. Did you mean 'status'?",
         "không có lệnh 'statuss'. Có phải ý bạn là 'status'?"),
    ],
    ids=[
        "a slip in an option", "an option like no other", "nothing to compute", "an option without its value",
        "a value for a flag", "words too many", "a year that is no number", "a year out of range",
        "a format that there is not", "a slip in a command",
    ],
)  # fmt: skip
def test_a_mistake_on_the_command_line_is_said_in_both_languages(
    tgkt: Tgkt, args: tuple[str, ...], english: str, vietnamese: str
) -> None:
    """What typer says in English only is said anew."""
    assert english in tgkt(*args).err
    assert vietnamese in tgkt(args[0], "--lang=vi", *args[1:]).err


@each_command
@each_language
def test_help_is_a_command_too(tgkt: Tgkt, command: str, lang: str) -> None:
    """`tgkt help status` shows what `tgkt status --help` shows."""
    asked = tgkt("help", command, "--lang", lang, COLUMNS="90")
    assert (asked.code, asked.out) == (0, tgkt(command, "--help", "--lang", lang, COLUMNS="90").out)


@each_language
def test_help_alone_lists_the_commands(tgkt: Tgkt, lang: str) -> None:
    """`tgkt help` shows what `tgkt --help` shows."""
    assert tgkt("help", "--lang", lang).out == tgkt("--help", "--lang", lang).out


def test_help_of_a_command_there_is_not(tgkt: Tgkt) -> None:
    """A slip is answered with the nearest."""
    told = tgkt("help", "staus")
    assert (told.code, told.out) == (2, "")
    assert told.err == "tgkt help: unknown command 'staus'. Did you mean 'status'?\n"
