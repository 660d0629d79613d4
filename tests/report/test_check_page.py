"""The page of the audit: what matters first, contents that lead somewhere, findings by subject in the plan's order."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from cli.runner import ROOT
from markdown_it import MarkdownIt
from markdown_it.token import Token
from shipped import TARGETS, audited, known, rows_of, shipped

from tgkt.engine.check.audit import audit
from tgkt.engine.check.causes import by_cause
from tgkt.engine.check.closings import closings_of
from tgkt.facts.catalogue import Catalogue
from tgkt.loading.files import load_folder
from tgkt.message import Message
from tgkt.report.check_page import findings_page
from tgkt.report.words import in_words, word
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.series import Knowledge

FOLDERS = {"the shipped plan": None, "a plan in English": "examples/ireland_climate"}
LANGS = ("en", "vi")


@cache
def data(folder: str | None) -> Catalogue:
    """The data of a folder; the shipped ones where none is named."""
    return shipped() if folder is None else load_folder(ROOT / folder)


@cache
def judged(folder: str | None = None) -> list[Finding]:
    """Every relation of a folder."""
    knowledge = known() if folder is None else Knowledge(data(folder))
    found = audited() if folder is None else audit(knowledge)
    solved = closings_of(found, knowledge)
    return by_cause([each._replace(closings=solved.get(each.id, ())) for each in found], knowledge)


@cache
def page(lang: str, folder: str | None = None) -> str:
    """The page of a folder."""
    return findings_page(judged(folder), data(folder), lang)


def read(text: str) -> list[Token]:
    """A page as another reader of Markdown takes it: its blocks one after another."""
    return MarkdownIt("commonmark").enable("table").parse(text)


def headings(text: str) -> list[str]:
    """Its headings as they are read."""
    blocks = read(text)
    after = (blocks[at + 1] for at, each in enumerate(blocks) if each.type == "heading_open")
    return ["".join(part.content for part in each.children or ()) for each in after]


def links(text: str) -> list[tuple[str, str]]:
    """Its links: what is shown, and where within the page it leads."""
    found = []
    for block in read(text):
        parts = block.children or []
        opened = [at for at, part in enumerate(parts) if part.type == "link_open"]
        found += [(parts[at + 1].content, unquote(str(parts[at].attrs["href"])).removeprefix("#")) for at in opened]
    return found


def addresses(text: str) -> list[str]:
    """The anchors of a page as GitHub makes them: a heading that comes again gets a number."""
    found: list[str] = []
    for heading in headings(text):
        own = "".join(sign for sign in heading.lower() if sign.isalnum() or sign in "-_ ").replace(" ", "-")
        again = sum(re.fullmatch(rf"{re.escape(own)}(-\d+)?", each) is not None for each in found)
        found.append(f"{own}-{again}" if own in found else own)
    return found


def sections(text: str) -> dict[str, str]:
    """What stands below each heading of the second level."""
    heads = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(heads[1::2], heads[2::2], strict=True))


def entries(text: str) -> dict[str, str]:
    """The findings by name, each with what stands below it."""
    parts = re.split(r"^### (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
@pytest.mark.parametrize("lang", LANGS)
def test_every_link_leads_to_one_heading(lang: str, folder: str | None) -> None:
    """By GitHub's rule for anchors; no two headings share one."""
    text = page(lang, folder)
    targets, anchors = [to for _, to in links(text)], addresses(text)
    assert len(targets) > 20
    assert [to for to in targets if to not in anchors] == []
    assert len({*anchors}) == len(anchors)


@pytest.mark.parametrize("lang", LANGS)
def test_a_link_has_the_name_of_the_heading_it_leads_to(lang: str) -> None:
    """Those of findings; the contents name a subject without its count."""
    text = page(lang)
    named = dict(zip(addresses(text), headings(text), strict=True))
    assert [(name, named[to]) for name, to in links(text) if name not in named[to] and not name.isdigit()] == []


@pytest.mark.parametrize("lang", LANGS)
def test_it_begins_with_what_changes_the_meaning_of_a_target(lang: str) -> None:
    """Counts, then five sentences, each with a link, before the contents."""
    top = page(lang).partition(f"## {'Contents' if lang == 'en' else 'Mục lục'}")[0]
    first = [line for line in top.splitlines() if re.match(r"\d\. ", line)]
    sentences = {in_words(each.sentence, lang) for each in judged() if each.severity == "high"}
    assert len(first) == 5
    assert all(line[3:].partition(" → ")[0] in sentences for line in first)
    assert all(len(links(line)) == 1 for line in first)
    relations = [each for finding in judged() for each in finding.relations]
    assert str(len(relations)) in top
    assert len(top.splitlines()) < 30


def test_the_least_that_would_suffice_stands_at_the_top() -> None:
    """Below the counts where it is known; else nothing takes its place."""
    least = Message("It would suffice if two figures were different.")
    top = findings_page(judged(), shipped(), "en", least).partition("## ")[0]
    told = f"{least}\n\n`tgkt check --least` names such figures.\n\n"
    assert top.endswith(told)
    assert top.replace(told, "") == page("en").partition("## ")[0]


def test_subjects_stand_in_the_order_of_the_plan() -> None:
    """And within each the findings by the number of their first target, those that touch none last."""
    order = dict.fromkeys(row.indicator.section for row in rows_of(TARGETS))
    titles = [shipped().sections[id].en for id in order]
    found = {head.rpartition(" (")[0]: below for head, below in sections(page("en")).items()}
    assert [title for title in found if title in titles] == titles
    for title in titles:
        numbers = [re.match(r"\((\d+)\)", name) for name in entries(found[title])]
        firsts = [int(match[1]) if match else 1000 for match in numbers]
        assert firsts == sorted(firsts)


def test_a_finding_of_several_sections_stands_once_under_the_first() -> None:
    """GRDP, GRDP per head and population: economy, before society has its say."""
    told = sections(page("en"))
    holding = [head for head, below in told.items() if "\n- `target_grdp_per_head`: " in below]
    assert [head.rpartition(" (")[0] for head in holding] == ["Economy"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_finding_is_there_once_with_all_it_has(lang: str) -> None:
    """Verdict, sentence, each printed figure with its place, and each relation of its cause."""
    below = [text for section in sections(page(lang)).values() for text in entries(section).values()]
    for each in judged():
        if each.outcome not in (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION):
            continue
        (text,) = (text for text in below if f"\n- `{each.id}`" in text)
        assert word(each.outcome, lang).lstrip("~") in text
        assert in_words(each.sentence, lang) in text
        assert [relation.id for relation in each.others if f"\n- `{relation.id}`" not in text] == []
        for stated in each.statements:
            assert f"| {stated.quoted.within(lang)} |" in text
            assert stated.locator in text


def test_what_would_reconcile_stands_beside_the_figure_it_is_about() -> None:
    """The first finding of the shipped plan, worked out by hand: 361.6 / 1,845.7 = 195.91; 220 x 1,845.7 = 406.05."""
    (text,) = (text for text in entries(page("en")).values() if "\n- `target_grdp_per_head`: " in text)
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| ")][1:]
    assert [(row[1], row[2]) for row in rows[-3:]] == [
        ("“đến năm 2030 đạt 220 triệu đồng”", "195.91 million VND/person/year"),
        ("“đến năm 2030 đạt 361,6 nghìn tỷ đồng”", "406.05 trillion VND"),
        ("“đến năm 2030 đạt 1.845,7 nghìn người”", "1,643.6 thousand people"),
    ]


def test_a_target_of_an_earlier_plan_is_told_from_its_result() -> None:
    """Both are of one indicator, area and year: 5.2 - 5.3 was aimed at, 5.4 reached."""
    (text,) = (text for text in entries(page("en")).values() if "\n- `label.bac_kan.12`" in text)
    rows = [line.split(" | ")[:2] for line in text.splitlines() if line.startswith("| Ratio")]
    assert rows == [
        ["| Ratio of state budget revenue to GRDP (target), Bắc Kạn (old), 2025", "“5,2-5,3%”"],
        ["| Ratio of state budget revenue to GRDP, Bắc Kạn (old), 2025", "“5,4%”"],
    ]


def test_sides_of_large_numbers_have_few_decimals() -> None:
    """14,942 / 0.4089 = 36,541.9418: two decimals are left of a number of five digits, four of 195.9148."""
    assert "- Left side 36,541.94 [36,536.25; 36,547.63] billion VND; right side 36,855.91 [" in page("en")
    assert "right side 195.9148 [195.8824; 195.9472] million VND/person/year" in page("en")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["# How the plan's figures fit together", "- With numbers: 220 million VND/person/year = 361.6"]),
        ("vi", ["# Đối chiếu các số liệu của kế hoạch", "- Thay số: 220 triệu đồng/người/năm = 361,6 nghìn tỷ đồng"]),
    ],
)
def test_a_page_is_in_the_language(lang: str, expected: list[str]) -> None:
    """Heading, sentences, numbers and units; the other language has a page of its own."""
    assert [text for text in expected if text not in page(lang)] == []
    other = next(each for each in LANGS if each != lang)
    assert word("inconsistent", other) not in page(lang)


def test_relations_that_agree_are_a_line_each_at_the_end() -> None:
    """By subject, as many as the contents say."""
    agreeing = [each for each in judged() if each.outcome is Outcome.CONSISTENT]
    head, below = list(sections(page("en")).items())[-1]
    assert head == f"Relations that agree ({len(agreeing)})"
    assert len(re.findall(r"^- ", below, re.MULTILINE)) == len(agreeing)
    assert "The two sides agree" not in below  # their numbers say it: 54.6 + 36.5 + 8.9
    assert ": sum(54.6 %, 36.5 %, 8.9 %) = 1\n" in below
    assert ": “93%” (Phụ lục, mục II, Bắc Kạn, dòng 48) and “Bắc Kạn đạt 93%” (Phụ lục, mục I (10)) agree" in below


WITHOUT = {
    "no relation": ("", "There are no two printed figures between which a relation could be judged."),
    "relations that all agree": ("3", "2 relations between printed figures. Agree: 2; do not follow: 0;"),
    "a relation that does not follow": ("4", "do not follow: 1;"),
}
PLAIN = """
areas: {here: {title: Here}}
origins: {report: {title: Report}}
sections: {economy: Economy}
indicators:
  whole: {title: Whole, section: economy, unit: people, kind: count, direction: increase}
  part: {title: Part, section: economy, unit: people, kind: count, direction: increase}
"""
FIGURES = """
observations:
  - origin: report
    locator: p. 1
    area: here
    period: 2024
    figures: [{indicator: whole, value: WHOLE}, {indicator: part, value: 3}]
  - {origin: report, locator: p. 2, area: here, period: 2023, figures: [{indicator: part, value: 3}]}
identities:
  all_of_it: {kind: sum, formula: "whole[here, 2024] == part[here, 2024]"}
  as_before: {kind: sum, formula: "part[here, 2023] == part[here, 2024]"}
"""


@pytest.mark.parametrize(("whole", "says"), WITHOUT.values(), ids=WITHOUT)
def test_a_small_folder_without_a_plan_has_a_page(tmp_path: Path, whole: str, says: str) -> None:
    """Sections as its data declare them; what there is not leaves no empty heading."""
    figures = FIGURES.replace("WHOLE", whole) if whole else ""
    (tmp_path / "data.yaml").write_text(PLAIN + figures, encoding="utf-8")
    catalogue = load_folder(tmp_path)
    knowledge = Knowledge(catalogue)
    for lang in LANGS:
        text = findings_page(by_cause(audit(knowledge), knowledge), catalogue, lang)
        assert (says in text) is (lang == "en")
        assert [to for _, to in links(text) if to not in addresses(text)] == []
        assert not re.search(r"^#+ [^\n]*\n+(?:## |\Z)", text, re.MULTILINE)
