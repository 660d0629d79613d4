"""A data folder as small as can be: two areas merged into one, two documents, one section, two indicators."""

from __future__ import annotations

from pathlib import Path

from tgkt.facts.catalogue import Catalogue
from tgkt.loading.catalogue import load
from tgkt.loading.files import data_files

AREAS = """\
areas:
  whole: {title: {vi: "Tỉnh", en: "Province"}, constituents: [north, south]}
  north: {title: {vi: "Bắc", en: "North"}}
  south: {title: {vi: "Nam", en: "South"}}
"""
ORIGINS = """\
language: vi
origins:
  report: {title: {vi: "Báo cáo", en: "Report"}}
  resolution: {title: {vi: "Nghị quyết", en: "Resolution"}}
"""
INDICATORS = """\
sections:
  society: {vi: "Xã hội", en: "Society"}
indicators:
  forest:
    section: society
    title: {vi: "Tỷ lệ che phủ rừng", en: "Forest cover"}
    unit: "%"
    kind: share
    direction: increase
    path: linear
    blend: {by: none}
  communes:
    section: society
    title: {vi: "Số xã", en: "Communes"}
    unit: xã
    kind: count
    direction: neutral
    path: linear
    blend: {by: sum}
observations:
  - origin: report
    locator: "1"
    figures:
      - {indicator: forest, area: whole, period: 2024, value: 90.40, status: official, printed: "90,40%"}
"""
PLAN = """\
plan:
  id: plan
  title: {vi: "Kế hoạch", en: "Plan"}
  period: 2026-2030
  baseline: 2025
  origin: resolution
"""


def write_files(folder: Path, **changed: str) -> Path:
    """Write the small folder; a keyword gives another text to the file of its name, or adds the file."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"areas": AREAS, "origins": ORIGINS, "indicators": INDICATORS, **changed}
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def kept(home: Path) -> Path:
    """The one catalogue of a cache folder."""
    (file,) = home.glob("*.catalogue")
    return file


def loaded(folder: Path) -> Catalogue:
    """The catalogue of a folder, read from its files."""
    return load(data_files(folder))


def about(catalogue: Catalogue, indicator: str, area: str = "whole") -> list[str]:
    """The printed words of every statement about an indicator, in the catalogue's order."""
    return [statement.printed for statement in catalogue.about(indicator, area)]


def observed(words: str, indicator: str = "forest", **changed: str) -> str:
    """A file with one observation of a share, whose value is that of the printed words; "" leaves a key out."""
    says = {"area": "whole", "period": "2024", "value": words.rstrip("%").replace(",", ".")}
    says |= {"status": "official", "printed": f'"{words}"', "origin": "report", "locator": '"1"'} | changed
    place = {key: says.pop(key) for key in ("origin", "locator") if key in says}
    entry = ", ".join(f"{key}: {value}" for key, value in says.items() if value)
    told = "".join(f"{key}: {value}, " for key, value in place.items())
    return f"observations: [{{{told}figures: [{{indicator: {indicator}, {entry}}}]}}]\n"


def row(code: str, *lines: str) -> str:
    """A line of a plan, as text below `rows:`."""
    first = f'      - code: "{code}"\n        area: whole\n        locator: "row {code}"\n'
    return first + "".join(f"        {line}\n" for line in lines)


def planned(*rows: str, indicator: str = "forest", more: str = "") -> str:
    """A file with the plan and the rows of one indicator."""
    return f"{PLAN}indicators:\n  {indicator}:\n{more}    rows:\n{''.join(rows)}"


TARGET = 'target: {period: 2030, comparator: at_least, value: 95, printed: "từ 95% trở lên"}'
RESULT = 'result: {period: 2030, value: 96, printed: "96%"}'
BASELINE = (
    'baseline: {period: 2025, value: 91, status: official, printed: "91%", origin: report, locator: "page 1", '
    'note: {vi: "Ghi chú", en: "A note"}}'
)
LAST_TERM = 'last_term: {period: 2020, value: 88, status: estimated, printed: "88%", origin: report, locator: "page 2"}'
