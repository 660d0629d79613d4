"""The page: nothing is asked for, nothing of the data is markup, and its numbers are those of `tgkt status`."""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from cli.runner import Tgkt
from handed import differences
from pages import Element, read, targets

DATA = {"the shipped plan": (), "a plan in English": ("--data", "examples/ireland_climate")}
Written = Callable[..., str]


@pytest.fixture(scope="module")
def written(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Writes a report as a page, and each once; gives its text with every end of line as it is."""

    @cache
    def write(*args: str) -> str:
        file = tmp_path_factory.mktemp("page") / "plan.html"
        answer = tgkt("report", "-o", str(file), *args)
        assert (answer.code, answer.err) == (0, "")
        return file.read_bytes().decode("utf-8")

    return write


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("data", DATA.values(), ids=DATA)
def test_every_number_is_that_of_status(written: Written, tgkt: Tgkt, data: tuple[str, ...], lang: str) -> None:
    """Each target is there once with its own figures."""
    rows = {row["code"]: row for row in tgkt("status", "-f", "json", *data).json["rows"]}
    found = targets(read(written("--lang", lang, *data)))
    assert sorted(each["code"].split()[0] for each in found) == sorted(rows)
    assert [each for line in found for each in differences(line, rows[line["code"].split()[0]], lang)] == []


DATA_OF = {
    "the whole plan": (),
    "one section": ("--section", "environment"),
    "the plan's own baselines": ("--baseline", "plan", "--across-breaks"),
    "a plan in English": ("--data", "examples/ireland_climate"),
}


@pytest.mark.parametrize("args", DATA_OF.values(), ids=DATA_OF)
def test_the_data_within_are_those_of_status(written: Written, tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """Byte for byte what `tgkt status -f csv --bom` writes, so that a spreadsheet reads it."""
    page = read(written(*args))
    assert page.one("pre", id="rows").text.encode() == tgkt("status", "-f", "csv", "--bom", *args).raw


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_policy_lets_in_its_own_style_and_script_alone(written: Written, lang: str) -> None:
    """Each by the hash of what stands between its tags; nothing else is let in."""
    text = written("--lang", lang)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    rules = dict(rule.split(" ", 1) for rule in policy.replace("&#39;", "'").split("; "))
    assert rules.pop("default-src") == "'none'"
    for name in ("style", "script"):
        (content,) = re.findall(f"<{name}>(.*?)</{name}>", text, re.DOTALL)
        hashed = b64encode(sha256(content.encode()).digest()).decode()
        assert rules.pop(f"{name}-src") == f"'sha256-{hashed}'"
    assert rules == {"base-uri": "'none'", "form-action": "'none'"}


def test_nothing_is_asked_for(written: Written) -> None:
    """No element loads anything, no style is set in place, and outward go only links to documents."""
    page = read(written("--lang", "vi"))
    for each in page.all():
        assert each.name not in {"link", "img", "iframe", "object", "embed", "base", "audio", "video", "use", "image"}
        assert not {"src", "srcset", "style", "action", "background"} & {*each.attributes}, each
        assert not any(name.startswith("on") for name in each.attributes), each
    links = [each.attributes["href"] or "" for each in page.all("a") if "href" in each.attributes]
    outward = {link for link in links if not link.startswith("#")}
    assert outward == {cell.text for cell in page.one(id="documents").all("td") if "://" in cell.text}
    style = page.one("style").text
    assert "url(" not in style
    assert "@import" not in style


def test_every_link_within_leads_somewhere(written: Written) -> None:
    """No two elements have one name, and whatever is pointed at is there."""
    page = read(written())
    names = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert len(names) == len(set(names))
    links = {(each.attributes["href"] or "")[1:] for each in page.all("a") if "href" in each.attributes}
    assert {link for link in links if not link.startswith("ttp")} <= {*names}
    assert {each.attributes["aria-labelledby"] for each in page.all("section")} <= {*names}


def test_the_same_data_give_the_same_bytes(tgkt: Tgkt, written: Written, tmp_path: Path) -> None:
    """Today and tomorrow."""
    assert tgkt("report", "-o", str(tmp_path / "again.html")).code == 0
    assert (tmp_path / "again.html").read_bytes().decode("utf-8") == written()


def test_the_shipped_plan_is_a_small_file(written: Written) -> None:
    """It goes by mail, with the data in it."""
    assert len(written("--lang", "vi").encode()) < 500_000


TITLES = {
    "a script": "<script>alert(1)</script>",
    "an end of the script": "</script><script>alert(1)</script>",
    "an end of the style": "</style><img src=x onerror=alert(1)>",
    "a template": "{{ 7*7 }}{% for x in y %}",
    "quotes": "' onmouseover='alert(1)' \" onclick=\"alert(1)\"",
    "a formula": '=HYPERLINK("http://example.org")',
    "a zero-width mark": "a\u200bb\u200dc",
    "an emoji": "👩‍🌾 rice",
    "bars": "a|b|c",
    "ten thousand letters": "a" * 10_000,
    "an entity": "&lt;b&gt; &amp;",
}
PLAN = """
language: en
origin: paper
areas: {here: {title: TITLE}}
origins: {paper: {title: TITLE, date: "2025", url: "https://example.org/a?b=1&c=2"}}
plan: {id: own, title: TITLE, period: 2026-2030, origin: paper}
indicators:
  one: {title: TITLE, unit: "%", direction: increase, observed: {2024: 1, 2025: 2}, target: {2030: 5}}
"""


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_hostile_titles_are_only_text(written: Written, tmp_path: Path, title: str) -> None:
    """They stand there as they are, and the page has the same elements as with a harmless one."""
    pages = []
    for at, each in enumerate(("harmless", title)):
        (tmp_path / f"{at}").mkdir()
        quoted = "'" + each.replace("'", "''") + "'"
        (tmp_path / f"{at}" / "plan.yaml").write_text(PLAN.replace("TITLE", quoted), encoding="utf-8")
        pages.append(read(written("--data", str(tmp_path / f"{at}"))))
    harmless, page = pages
    assert page.one("h1").text == title
    assert targets(page)[0]["title"] == title
    assert _shape(page) == _shape(harmless)


def _shape(page: Element) -> list[tuple[str, tuple[str, ...]]]:
    """Names and attributes of all elements; a long cell may have a class for it."""
    return [(each.name, tuple(sorted({*each.attributes} - {"class"}))) for each in page.all()]


def test_only_addresses_of_the_web_become_links(written: Written, tmp_path: Path) -> None:
    """An address of a document leads there; a title that looks like one stays a title."""
    (tmp_path / "plan.yaml").write_text(PLAN.replace("TITLE", "'javascript:alert(1)'"), encoding="utf-8")
    page = read(written("--data", str(tmp_path)))
    links = {each.attributes["href"] or "" for each in page.all("a") if "href" in each.attributes}
    assert {link for link in links if not link.startswith("#")} == {"https://example.org/a?b=1&c=2"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_stands_out(written: Written, scheme: str) -> None:
    """Text by 4.5 to 1 from each ground it may stand on, lines that mean something by 3 to 1."""
    first, *rest = re.findall(r":root \{(.*?)\}", read(written()).one("style").text, re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#\w{6})", first if scheme == "light" else rest[0]))
    grounds = [colours[name] for name in ("page", "paper", "tint")]
    for name, least in {
        "ink": 4.5,
        "soft": 4.5,
        "accent": 4.5,
        "good": 4.5,
        "bad": 4.5,
        "warn": 4.5,
        "line": 3,
    }.items():
        assert min(_contrast(colours[name], ground) for ground in grounds) >= least, name


def _contrast(one: str, other: str) -> float:
    """How far two colours are apart (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_without_the_script_everything_is_there(written: Written) -> None:
    """Nothing is hidden but what only the script can do."""
    page = read(written())
    hidden = [each for each in page.all() if "hidden" in each.attributes]
    assert [each.name for each in hidden] == ["form", "p"]
    assert len([*page.all("tbody", kind="row")]) == 70


def test_parts_that_are_left_out_are_not_there(written: Written) -> None:
    """The audit alone has no board, no targets and no data."""
    page = read(written("--parts", "findings"))
    assert [each.attributes["id"] for each in page.all("section")] == ["findings", "method", "documents"]
    assert [*page.all("table", id="plan")] == []


def test_the_page_says_what_is_left_out(written: Written) -> None:
    """The filters in force stand at the top."""
    told = read(written("--section", "environment", "--as-of", "2024")).one("dl", kind="facts").text
    assert "Environment" in told
    assert "2024" in told


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to run."""
    from tgkt.errors import UsageError
    from tgkt.report.handout.html.page import filled

    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(UsageError, match=re.escape("Run: pip install 'tgkt[html]'")):
        filled({}, {})


def test_the_contents_name_each_part_in_short(written: Written) -> None:
    """By the same names as the sheets of the workbook, so that they stand on one line."""
    told = [each.text.strip() for each in read(written()).one("nav").all("a")]
    assert told[3:6] == ["Results 2020-2025", "Findings", "Merged figures"]
