"""The language of formulas: what it takes, what it refuses and how, and that text never becomes code."""

from __future__ import annotations

import keyword
import subprocess
import sys
import warnings
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, texts

from tgkt.facts.formula import (
    AREA,
    Call,
    Identity,
    Literal,
    Negation,
    Operation,
    Reference,
    Term,
    placed,
    references,
    written,
)
from tgkt.facts.parsing import FUNCTIONS, LONGEST, SELECTORS, FormulaError, parse_general, parse_identity, parse_term
from tgkt.facts.period import Period

GRDP = Reference("grdp", "merged", Period(2025, 2025))
TERM = Reference("grdp_growth", "merged", Period(2021, 2025))
NUMBERS = (Literal(Decimal(1)), Literal(Decimal(2)))
TAKEN = {
    "5": Literal(Decimal(5)),
    "0.1": Literal(Decimal("0.1")),
    "-5": Negation(Literal(Decimal(5))),
    "grdp[merged, 2025]": GRDP,
    "grdp_growth[merged, 2021-2025]": TERM,
    "grdp.target[merged, 2025]": GRDP._replace(selector="target"),
    "grdp[merged, 2025, appendix]": GRDP._replace(origin="appendix"),
    "1 - grdp[merged, 2025]": Operation("-", NUMBERS[0], GRDP),
    "1 ** 2": Operation("**", *NUMBERS),
    "\n  sum(\n    1,\n    2\n  )\n": Call("sum", NUMBERS),
}


@pytest.mark.parametrize("text", TAKEN)
def test_what_the_language_takes(text: str) -> None:
    """Each form of a term is read into its tree, over several lines too."""
    assert TAKEN[text] == parse_term(text)


def test_products_bind_before_sums() -> None:
    """1 + 2 * 3 is 1 + (2 * 3), and powers bind before both."""
    assert parse_term("1 + 2 * 3 ** 4") == parse_term("1 + (2 * (3 ** 4))")
    assert parse_term("1 - 2 - 3") == parse_term("(1 - 2) - 3")


def test_references_come_in_the_order_they_are_written() -> None:
    """Every figure of a formula, from left to right, wherever it stands."""
    text = "sum(-a[x, 2025], b[x, 2025]) / c[x, 2021-2025, report] ** d.total[y, 2030] + a[x, 2025] + 1"
    assert [str(each) for each in references(parse_term(text))] == [
        "a[x, 2025]",
        "b[x, 2025]",
        "c[x, 2021-2025, report]",
        "d.total[y, 2030]",
        "a[x, 2025]",
    ]


NO_FORMULA = "grdp[merged, 2025 | grdp merged | 1 + | x = 5 | import os | grdp[merged, 2025]; 1 | \x00 | \ud800"
NOT_ALLOWED = (
    "grdp | '5' | b'5' | f'{5}' | True | None | ... | 5j | 1 if 1 else 2 | lambda: 1 | [1, 2] | {1: 2} | (1, 2) | {5}"
    " | [x for x in y] | (x := 5) | await x | 5 // 2 | 5 % 2 | 5 @ 2 | 1 << 9 | ~5 | +5 | not 5 | 1 and 2 | 1 == 1"
    " | sum(*a[m, 2025]) | sum(a=5) | sum(1, **x) | os.system('rm') | (sum)(1)(2) | grdp[merged] | grdp[0] | grdp[1:2]"
)
NO_FIGURE = (
    "a.target.target[m, 2030] | a[m, 2030, b, c] | a['m', 2030] | a[m, 2030, 'b'] | 5[m, 2030] | sum(1)[m, 2030]"
)
NO_PERIOD = "30 | 2201 | 2025.0 | True | 2025-2021 | 2021-2021 | 2021+2025 | next_year | '2025' | -2025"
REFUSED = [
    *[(text, "not a formula") for text in ["", "   \n", *NO_FORMULA.split(" | ")]],
    *[(text, "is not allowed. Use numbers, indicator[area, period]") for text in NOT_ALLOWED.split(" | ")],
    *[(text, "a figure is written indicator[area, period]") for text in NO_FIGURE.split(" | ")],
    *[
        (f"grdp[m, {text}]", "is not a period. Write a year (2030) or a term (2026-2030)")
        for text in NO_PERIOD.split(" | ")
    ],
    ("__import__('os')", "unknown function '__import__'. Use one of: "),
    ("summ(1)", "unknown function 'summ'. Did you mean 'sum'?"),
    ("sum()", "sum() takes 1 or more terms, got 0"),
    ("weight(1, 2)", "weight() takes 3 terms, got 2"),
    ("compound(1, 2, 3)", "compound() takes 2 terms, got 3"),
    ("grdp.targt[merged, 2030]", "unknown selector 'targt'. Did you mean 'target'?"),
    ("-" * 45 + "1", "more than 40 levels deep. Split it"),
    ("1+" * 50 + "1", "more than 40 levels deep. Split it"),
    ("1" * (LONGEST + 1), f"the formula has {LONGEST + 1} characters; at most {LONGEST} are read. Split it"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=[repr(text)[:40] for text, _ in REFUSED])
def test_what_the_language_refuses(text: str, message: str) -> None:
    """Whatever is outside the language is refused with one line that says how to mend it."""
    with pytest.raises(FormulaError) as error:
        parse_term(text)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("text", ["1", "1 < 2", "1 == 2 == 3", "1 != 2", "1 = 2", "1 is 2", "1 in 2", ""])
def test_an_identity_is_one_equation(text: str) -> None:
    """Anything but left == right is refused."""
    with pytest.raises(FormulaError, match=r"Write left == right|not a formula"):
        parse_identity(text)


WORDS = "grdp [ ] ( ) m , 2025 2021-2025 == + - ** / . target sum 5 0.5 lambda : if not ~ ' # \\ { } = * @ é １ ∞ _"
tokens = st.sampled_from([*WORDS.split(), " ", "\n", "\t"])
scribbles = st.lists(tokens, max_size=25).map("".join)


@law
@given(texts | scribbles)
def test_any_text_is_a_formula_or_a_formula_error(text: str) -> None:
    """Nothing but FormulaError ever comes of a text that is none, and no warning either."""
    for parse in (parse_term, parse_identity):
        with suppress(FormulaError):
            parse(text)


AUDIT = """
import sys
from tgkt.facts.parsing import parse_term
def refuse(event, args):
    if event in ('exec', 'import', 'open', 'os.system', 'subprocess.Popen'):
        raise SystemExit(f'{event} {args}')
for text in ('1', 'unknown'):  # what is imported on first use is imported now
    try: parse_term(text)
    except ValueError: pass
sys.addaudithook(refuse)
for text in ("__import__('os').system('true')", "eval('1')", "open('x')", "sum(1, exec('1'))"):
    try: parse_term(text)
    except ValueError: pass
"""


def test_no_text_is_run() -> None:
    """Parsing makes a tree: Python's own auditing sees nothing run, imported or opened."""
    done = subprocess.run([sys.executable, "-c", AUDIT], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_python_does_not_speak_to_the_user() -> None:
    """Python's own doubts about `1if` never reach the screen."""
    with warnings.catch_warnings(record=True) as told, suppress(FormulaError):
        warnings.simplefilter("always")
        parse_term("1if 1else 2")
    assert told == []


names = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda name: not keyword.iskeyword(name) and name != "area"
)
years = st.integers(1900, 2200)
spans = years.map(lambda year: Period(year, year)) | st.tuples(st.integers(1900, 2100), st.integers(1, 99)).map(
    lambda pair: Period(pair[0], pair[0] + pair[1])
)
literals = st.integers(0, 10**6).map(lambda digits: Literal(Decimal(digits) / 1000))
figures = st.builds(
    Reference, names, names, spans, st.none() | names, st.none() | st.sampled_from(SELECTORS), st.none()
)


def grown(inner: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    calls = [
        st.builds(Call, st.just(name), st.lists(inner, min_size=least, max_size=min(most, 4)).map(tuple))
        for name, (least, most) in FUNCTIONS.items()
    ]
    operations = st.builds(Operation, st.sampled_from(["+", "-", "*", "/", "**"]), inner, inner)
    return operations | st.builds(Negation, inner) | st.one_of(calls)


trees: st.SearchStrategy[Term] = st.recursive(literals | figures, grown, max_leaves=12)


@law
@given(trees, trees)
def test_what_is_written_is_read_back(left: Term, right: Term) -> None:
    """A tree written out and read again is the same tree, alone and as a side of an identity."""
    if len(written(left)) + len(written(right)) > LONGEST - 10:
        return
    assert left == parse_term(written(left))
    text = f"{written(left)} == {written(right)}"
    assert Identity(text, left, right) == parse_identity(text)


DEEP = {"dots": "a" + ".b" * 950, "tildes": "~" * 1900 + "1", "negations": "not " * 480 + "1"}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_what_is_nested_deep_is_refused(text: str) -> None:
    """A text that nests without end is refused like any other."""
    with pytest.raises(FormulaError):
        parse_term(text)


@pytest.mark.parametrize("text", ["0.1234567890123456789012345", "12345678901234567.89"])
def test_every_digit_of_a_number_is_kept(text: str) -> None:
    """Decimal end to end: no float between the text and the value."""
    assert parse_term(text) == Literal(Decimal(text))


@pytest.mark.parametrize("text", ["1e999", "0x10", "1_000", "1e3", "5.", ".5"])
def test_numbers_are_written_plainly(text: str) -> None:
    """Numbers are written as in the data files: digits, perhaps a dot and more digits. 1e999 is infinite."""
    with pytest.raises(FormulaError):
        parse_term(text)


def test_a_comment_does_not_swallow_the_next_line() -> None:
    """A formula over several lines is read whole, or refused."""
    with suppress(FormulaError):
        term = parse_term("a[x, 2025]  # first\n+ b[x, 2025]")
        assert [each.indicator for each in references(term)] == ["a", "b"]


# ---- formulas of any area and any year

GENERAL = {
    "grdp[area, year]": "grdp[north, 2025]",
    "grdp[area, year - 1]": "grdp[north, 2024]",
    "grdp[area, 2010]": "grdp[north, 2010]",
    "grdp[area, 2021 - 2025]": "grdp[north, 2021-2025]",
    "grdp[merged, year]": "grdp[merged, 2025]",
    "grdp.target[area, year, report]": "grdp.target[north, 2025, report]",
    "-sum(grdp[area, year], 1) / 2": "-sum(grdp[north, 2025], 1) / 2",
    "average_growth(grdp[area, year - 5], 2, 5)": "average_growth(grdp[north, 2020], 2, 5)",
}


@pytest.mark.parametrize("period", [Period(2025, 2025), Period(2021, 2025)], ids=["a year", "a term"])
@pytest.mark.parametrize(("text", "meant"), GENERAL.items(), ids=GENERAL)
def test_a_general_formula_is_placed_in_an_area_and_a_year(text: str, meant: str, period: Period) -> None:
    """The area is the one that is asked; the year is the last of the period."""
    assert placed(parse_general(text), "north", period) == parse_term(meant)


@pytest.mark.parametrize("text", [*GENERAL])
def test_a_general_formula_stands_only_where_it_is_placed(text: str) -> None:
    """A link and a weight are of one area and one year; the message shows how."""
    with pytest.raises(FormulaError, match=r"names no area or year of its own\. Write e\.g\. grdp\[merged, 2025\]"):
        parse_term(text)


@pytest.mark.parametrize(("text", "meant"), GENERAL.items(), ids=GENERAL)
def test_an_identity_may_hold_for_every_area_and_year(text: str, meant: str) -> None:
    """Placed in one it is written for it, with its relation."""
    general = parse_identity(f"5 >= {text}")
    assert general.is_general
    placed = general.placed("north", Period(2025, 2025))
    assert placed == parse_identity(f"5 >= {meant.replace('2021 - 2025', '2021-2025')}")
    assert not placed.is_general


@pytest.mark.parametrize(
    "period", ["year + 1", "year - 0", "year - 200", "2025 - year", "area", "year - year", "-year"]
)
def test_a_year_goes_back_and_never_ahead(period: str) -> None:
    """`year` and `year - 1` to `year - 199` are years; nothing else made of the word is."""
    with pytest.raises(FormulaError, match="is not a period"):
        parse_general(f"grdp[area, {period}]")


general_spans = spans | st.integers(-199, 0).map(lambda back: Period(back, back))
general_figures = st.builds(
    Reference,
    names,
    names | st.just(AREA),
    general_spans,
    st.none() | names,
    st.none() | st.sampled_from(SELECTORS),
    st.none(),
)
general_trees: st.SearchStrategy[Term] = st.recursive(literals | general_figures, grown, max_leaves=12)


@law
@given(general_trees)
def test_a_general_formula_is_read_back_too(term: Term) -> None:
    """`[area, year - 5]` is written as it is read."""
    if len(written(term)) < LONGEST:
        assert parse_general(written(term)) == term


@law
@given(general_trees, st.integers(2100, 2200))
def test_what_is_placed_is_general_no_more(term: Term, year: int) -> None:
    """Every figure has an area and a year of its own, what had them keeps them, and placing twice changes nothing."""
    once = placed(term, "north", Period(year, year))
    assert not any(each.is_general for each in references(once))
    own = zip(references(term), references(once), strict=True)
    assert [(one, other) for one, other in own if not one.is_general and one != other] == []
    assert placed(once, "south", Period(1999, 1999)) == once
