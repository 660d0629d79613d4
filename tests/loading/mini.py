"""A data folder as small as can be: two areas merged into one, one document, one section, two indicators."""

from __future__ import annotations

from pathlib import Path

AREAS = """\
areas:
  whole: {title: {vi: "Tỉnh", en: "Province"}, constituents: [north, south]}
  north: {title: {vi: "Bắc", en: "North"}}
  south: {title: {vi: "Nam", en: "South"}}
"""
ORIGINS = """\
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
    observations:
      - {area: whole, period: 2024, value: 90.40, status: official, printed: "90,40%", origin: report, locator: "1"}
  communes:
    section: society
    title: {vi: "Số xã", en: "Communes"}
    unit: xã
    kind: count
    direction: neutral
    path: linear
    blend: {by: sum}
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
    """The one file of a cache folder."""
    (file,) = home.iterdir()
    return file
