"""Beginning a data folder: one commented file that validates and shows something at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from string import Template

from tgkt.errors import UsageError
from tgkt.harmless import harmless, on_one_line
from tgkt.loading.naming import slug

BEGINNINGS = Path(__file__).with_name("beginnings")
PLAN_FILE = "plan.yaml"
_ONE = "  $one"
WHOLE = {"en": ("merged", "Merged area"), "vi": ("merged", "Địa bàn hợp nhất")}
_ONE_AREA = {"en": ("region", "Example region"), "vi": ("province", "Tỉnh ví dụ")}
_NOTES = {
    "en": ("what figures are about", "the parts, from which the merged figures follow"),
    "vi": ("số liệu nói về đâu", "số liệu của từng phần, từ đó suy ra số hợp nhất"),
}
_SHARES = {"en": "employment_rate", "vi": "trained_labour"}


def beginning(folder: Path, lang: str, areas: Sequence[str]) -> str:
    """The text of the one file of a new folder.

    Args:
        folder: where it will lie, for the commands in its comments.
        lang: the language of the documents and of the comments.
        areas: the names of the areas that one was merged from; none where there is one area alone.

    Raises:
        UsageError: one area alone was named, or two names make one id.
    """
    ids = [slug(area) for area in areas]
    if len(areas) == 1:
        raise UsageError("--areas names the areas that one was merged from: two or more. Leave it out for one area")
    if strange := next((area for area in areas if _is_strange(area)), None):
        raise UsageError("--areas: '{name}' holds a sign that no name may hold. Leave it out", name=strange)
    if twice := next((area for area, id in zip(areas, ids, strict=True) if ids.count(id) > 1 or id == "area"), None):
        raise UsageError("--areas: '{name}' makes no id of its own. Give each area another name", name=twice)
    text = (BEGINNINGS / f"{lang}.yaml").read_text(encoding="utf-8")
    lines = [line.removesuffix(_ONE) for line in text.splitlines() if not (areas and line.endswith(_ONE))]
    filled = Template("\n".join(lines)).substitute(
        folder=folder,
        areas=_areas(lang, areas, ids),
        sum="\n    blend: {by: sum}" if areas else "",
        weighted="\n    blend: {by: weighted, weight: population}" if areas else "",
        figures=_figures(lang, ids) if areas else "",
    )
    return filled.rstrip() + "\n"


def _is_strange(name: str) -> bool:
    """Whether a name holds a sign that a terminal or the eye would obey; what is no UTF-8 is refused in writing."""
    text = name.encode(errors="ignore").decode()
    return harmless(text) != text or on_one_line(text) != text


def _areas(lang: str, areas: Sequence[str], ids: Sequence[str]) -> str:
    head = f"areas:                       # {_NOTES[lang][0]}"
    if not areas:
        name, title = _ONE_AREA[lang]
        return f'{head}\n  {name}: {{title: "{title}"}}\n'
    name, title = WHOLE[lang]
    parts = [f"  {id}: {{title: {_quoted(area)}}}" for id, area in zip(ids, areas, strict=True)]
    whole = f'  {name}: {{title: "{title}", constituents: [{", ".join(ids)}]}}'
    return "\n".join([head, whole, *parts]) + "\n"


def _figures(lang: str, ids: Sequence[str]) -> str:
    """Made-up figures of each part, rising a little from part to part."""
    lines = [f"\nobservations:                # {_NOTES[lang][1]}"]
    for place, id in enumerate(ids):
        lines += [
            f"  - area: {id}",
            "    period: 2025",
            "    figures:",
            f"      - {{indicator: population, value: {600 + 45 * place}.{place % 10}}}",
            f"      - {{indicator: {_SHARES[lang]}, value: {68 + 2 * place}.5}}",
        ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
