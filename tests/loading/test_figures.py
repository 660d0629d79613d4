"""A figure of its entry: what is stated, what follows from the words, and what goes together with what."""

from __future__ import annotations

import pytest

from tgkt.facts.statement import Statement

from .single import catalogue, told

INDICATORS = """\
units: {deaths: count}
indicators:
  share: {title: Share, unit: "%"}
  growth: {title: Growth, unit: "%/năm"}
  output: {title: Output, unit: nghìn tấn}
  income: {title: Income, unit: triệu đồng/người/năm, price: current}
  deaths: {title: Deaths, unit: deaths}
  mix: {title: Mix, unit: "%", kind: structure, parts: [a, b]}
  a: {title: A, unit: "%"}
  b: {title: B, unit: "%"}
  road: {title: Road opened, unit: mốc}
"""


def _text(indicator: str, keys: str) -> str:
    return f"{INDICATORS}observations: [{{figures: [{{indicator: {indicator}, period: 2024, {keys}}}]}}]\n"


def _figure(indicator: str, keys: str) -> Statement:
    return catalogue(_text(indicator, keys)).about(indicator, "whole")[0]


@pytest.mark.parametrize(
    ("indicator", "keys", "figure"),
    [
        pytest.param("share", "value: 90.40", "90.40 %", id="a value is in the indicator's unit"),
        pytest.param("share", "value: [35, 40]", "35 - 40 %", id="two values are a range"),
        pytest.param("share", "value: 90, comparator: at_least", "≥ 90 %", id="a comparator is taken as stated"),
        pytest.param("share", "printed: at least 90.4%", "≥ 90.4 %", id="words give number and comparator"),
        pytest.param("share", 'value: 90.4, printed: "at least 90.4%"', "≥ 90.4 %", id="words beside a value compare"),
        pytest.param(
            "share", 'value: 90.4, comparator: maintain, printed: "90.4%"', "90.4 %", id="what is stated goes before"
        ),
        pytest.param("output", "printed: 1.5 million tonnes", "1.5 million tonnes", id="words give their own unit"),
        pytest.param("output", "value: 1500, unit: tấn", "1500 tấn", id="a value may be in another scale"),
        pytest.param(
            "income", "printed: 119 million VND", "119 million VND/người/năm", id="what words leave out below the line"
        ),
        pytest.param("share", "printed: 60/80%, pick: part", "60 %", id="the part of a pair"),
        pytest.param("share", "printed: 60/80%, pick: total", "80 %", id="the total of a pair"),
    ],
)
def test_a_figure_follows_from_what_is_written(indicator: str, keys: str, figure: str) -> None:
    """Value, comparator and unit, each as stated, else as the words say, else as the indicator has it."""
    found = _figure(indicator, keys)
    assert f"{found.figure} {found.unit}" == figure


def test_the_shares_of_a_structure_follow_from_the_words() -> None:
    """A list of shares in print is one value for each part."""
    three = INDICATORS.replace("parts: [a, b]", "parts: [a, b, c]") + '  c: {title: C, unit: "%"}\n'
    keys = 'indicator: mix, period: 2024, printed: "56.5% - 34% - 9.5%"'
    (found,) = catalogue(f"{three}observations: [{{figures: [{{{keys}}}]}}]\n").about("mix", "whole")
    assert [str(each) for each in found.values] == ["56.5", "34", "9.5"]


@pytest.mark.parametrize(
    ("target", "path", "words"),
    [
        pytest.param("{2O30: 5}", "target.2O30", "'2O30' is not a period", id="a slip in the year"),
        pytest.param("{soon: {value: 5}}", "target.soon", "'soon' is not a period", id="a word for a year"),
        pytest.param("{}", "target", "got an empty map. Write {2030: …}", id="no year at all"),
        pytest.param("{value: 5}", "target", "a figure has no period", id="a figure in full without one"),
        pytest.param("{period: 2030, vlaue: 5}", "target.vlaue", "Did you mean 'value'?", id="a slip in a key"),
        pytest.param(
            "{2030: {period: 2030, value: 5}}", "target.2030.period", "is already given before it", id="told twice"
        ),
        pytest.param("at least 5%", "target", "a figure has no period", id="words alone"),
    ],
)
def test_a_figure_stands_under_its_period(target: str, path: str, words: str) -> None:
    """What is no period and no figure in full is told once."""
    (said,) = told(f'indicators: {{a: {{title: A, unit: "%", direction: increase, target: {target}}}}}\n')
    assert said.startswith(f"indicators.a.{path}: ")
    assert words in said


@pytest.mark.parametrize(
    ("indicator", "keys", "is_exact"),
    [
        pytest.param("deaths", "value: 12", True, id="things are counted exactly"),
        pytest.param("deaths", "value: 12000", False, id="but not to the thousand"),
        pytest.param("share", "value: 12", False, id="a share is rounded"),
    ],
)
def test_counts_are_exact(indicator: str, keys: str, is_exact: bool) -> None:
    """Twelve deaths are twelve; 12,000 may be 11,800."""
    found = _figure(indicator, keys).figure
    assert found is not None
    assert found.exact is is_exact


def test_words_without_a_number_are_a_milestone_where_they_are_meant_so() -> None:
    """Of a milestone, and of anything whose comparator says so."""
    for indicator, keys in (("road", "printed: opened"), ("share", "printed: universal, comparator: milestone")):
        found = _figure(indicator, keys)
        assert (found.comparator, found.figure) == ("milestone", None)


@pytest.mark.parametrize(
    ("indicator", "keys", "key", "words"),
    [
        pytest.param("share", "note: A note", "", "neither a number nor words", id="nothing"),
        pytest.param("share", "printed: universal", "printed", "or write comparator: milestone", id="words alone"),
        pytest.param("share", "printed: 5% or 6% or 7%", "printed", "prints 3 figures", id="too many numbers"),
        pytest.param("share", "comparator: at_least", "", "needs a number. Add value:", id="a comparator alone"),
        pytest.param(
            "share", "value: 5, comparator: between", "value", "needs the comparator 'between'", id="one end of a range"
        ),
        pytest.param(
            "share",
            "value: [5, 6], comparator: at_least",
            "value",
            "needs the comparator 'between'",
            id="a range at least",
        ),
        pytest.param("share", "value: 5, comparator: milestone", "value", "a milestone has no number", id="no number"),
        pytest.param("share", "value: 5, reached: true", "reached", "needs no 'reached'", id="reached, with a number"),
        pytest.param("share", "value: 150", "value", "outside the natural limits", id="more than all"),
        pytest.param("share", "printed: 150%", "printed", "outside the natural limits", id="more than all, in words"),
        pytest.param("share", "values: [60, 40]", "values", "is not a structure. Write value:", id="shares of a share"),
        pytest.param("mix", "value: 60", "value", "has values:, one for each part", id="one value of a structure"),
        pytest.param("mix", "values: [60, 30, 10]", "values", "of 2 parts needs as many values", id="a part too many"),
        pytest.param("mix", "values: [160, 40]", "values", "outside the natural limits", id="a part beyond all"),
        pytest.param("deaths", "value: 1.5", "value", "is a whole number, got 1.5", id="half a death"),
        pytest.param("output", "value: 5, unit: ha", "unit", "measure different things", id="land for mass"),
        pytest.param("output", "value: 5, unit: tonnnes", "unit", "unknown unit", id="a unit that is none"),
        pytest.param("output", "value: 5, printed: 6 thousand tonnes", "printed", "prints 6", id="another number"),
        pytest.param("share", "value: 5, printed: 5.0%", "printed", "every printed digit", id="another digit"),
        pytest.param(
            "share", "value: 60, printed: 60/80%", "printed", "needs pick", id="a pair of which none is picked"
        ),
    ],
)
def test_what_does_not_go_together_is_told_once(indicator: str, keys: str, key: str, words: str) -> None:
    """One message, at the key that is wrong."""
    said = told(_text(indicator, keys))
    if indicator == "mix":  # a value in place of values is two mistakes: one stands, the other is missing
        said = [each for each in said if words in each]
    (only,) = said
    assert only.startswith(f"observations[0].figures[0]{'.' if key else ''}{key}: ")
    assert words in only
