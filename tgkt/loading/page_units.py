"""The part of the page of the format about units: those built in by what they measure, scale words, and one's own."""

from __future__ import annotations

from collections.abc import Iterator

from tgkt.facts.units import CONSTANT, MEASURES, definitions, english, parse_unit

_HEAD = """\
## Units

A unit is what one counts or measures in, perhaps with a scale word before it and with what it is per after it:
`nghìn tỷ đồng`, `million people`, `triệu đồng/người/năm`, `doctors/10,000 people`, `% a year`. What divides is written
`/`, `per`, `a` or `an`. Both languages are read everywhere, whatever the language of the document. `%` is the unit of a
share, `%/năm` or `% a year` that of growth, `điểm %` or `percentage points` that of a change of a share.

The sign `$` in printed words is the dollar of the indicator's unit (USD, AUD, CAD …), and `¥` its yen or yuan; `unit`
takes the code.
"""
_OWN = f"""\
### Units of one's own

What is not built in is declared under `units`, in any file of the folder, by what it measures or as a number of another
unit:

```yaml
units:
  deaths: count                      # a thing that is counted
  live births: count
  XOF: money                         # a currency; it needs a price basis where it is used
  crore: 10 million INR              # a number of a known unit
  "index 2015 = 100": index          # an index, with what is 100
```

What one may measure: {", ".join(f"`{each}`" for each in MEASURES)}.
Each such unit is a dimension of its own: deaths are never added to live births, and there is no exchange rate between
currencies. A declared unit takes scale words and strokes like a built-in one: `deaths/100,000 live births`.

### Ranks, indices and milestones

- The unit of a rank is `places` (`bậc`, `hạng`):
  `{{unit: places, direction: decrease, target: {{2030: 30th or better}}}}`.
- An index has a unit of its own that says what is 100: `units: {{"index 2015 = 100": index}}`, and
  `unit: "index 2015 = 100"`. A score without such a base is in `score points` (`điểm`).
- What is reached or not, without a number, has the unit `milestone` (`mốc`).
"""


def units_part() -> list[str]:
    """The lines of the section."""
    return [*_HEAD.splitlines(), "", *_scales(), "", *_built_in(), "", *_OWN.splitlines(), ""]


def _scales() -> Iterator[str]:
    """Scale words, the smallest first."""
    known = definitions()
    yield from ("| scale word | in English | also written | is |", "|---|---|---|---|")
    for word, power in known.scales.items():
        spoken = known.english[word]
        others = [each for each, size in known.powers.items() if size == power and each not in (word, _joined(spoken))]
        yield f"| {_code(word)} | {_code(spoken)} | {', '.join(map(_code, others))} | {10**power:,} |"


def _built_in() -> Iterator[str]:
    """Every built-in unit by what it measures."""
    by_measure: dict[str, list[str]] = {}
    for name in dict.fromkeys(definitions().names.values()):
        if not name.endswith(CONSTANT):
            by_measure.setdefault(parse_unit(name).measure, []).append(_unit(name))
    yield from ("| measures | units |", "|---|---|")
    for measure, units in by_measure.items():
        yield f"| {measure} | {' · '.join(units)} |"


def _unit(name: str) -> str:
    """A unit with its English name and its other spellings."""
    known = definitions()
    spellings = [word for word, meant in known.spellings.items() if meant == name]
    first = next((word for word in spellings if "%" in word), name)
    spoken = english(parse_unit(name))
    aliases = [word for word, meant in known.names.items() if meant == name]
    passed = {first, name, _joined(spoken), _joined(known.singular[name])}
    others = [word for word in [known.english[name], *aliases, *spellings] if word not in passed and word != spoken]
    more = [*([spoken] if spoken.replace(" ", "_") != first else []), *dict.fromkeys(others)]
    return _code(first) + (f" ({', '.join(map(_code, more))})" if more else "")


def _joined(words: str) -> str:
    return words.replace(" ", "_")


def _code(word: str) -> str:
    return f"`{word.replace('_', ' ')}`"
