"""Chromium shows the page: at every width, in both schemes, with and without its script, and on paper."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from cli.runner import Tgkt

pytest.importorskip("playwright", reason="make foreign installs it")
pytest.importorskip("axe_playwright_python", reason="make foreign installs it")

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect  # which asks until it holds, without evaluating what the page forbids

from .browser import Opened, opened
from .office import text_of

pytestmark = pytest.mark.foreign

WIDTHS = (360, 768, 1100, 1280, 1123)  # the last is the width of the paper
SHOWN = ".row:not([hidden])"


@pytest.fixture(scope="module", params=["en", "vi"])
def lang(request: pytest.FixtureRequest) -> str:
    """Both languages."""
    return str(request.param)


@pytest.fixture(scope="module")
def file(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory, lang: str) -> Path:
    """The page of the shipped plan."""
    made = tmp_path_factory.mktemp(lang) / "plan.html"
    assert tgkt("report", "-o", str(made), "--lang", lang).code == 0
    return made


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_and_is_silent(file: Path, width: int, scheme: str) -> None:
    """No complaint, no request, nothing wider than the window, with every fold open too."""
    with opened(file, viewport={"width": width, "height": 900}, color_scheme=scheme) as found:
        assert found.overflow == 0
        found.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert (found.overflow, found.complaints, found.requests) == (0, [], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_serious_fault(file: Path, width: int, scheme: str) -> None:
    """axe-core looks at it with some rows open."""
    with opened(file, viewport={"width": width, "height": 900}, color_scheme=scheme) as found:
        found.page.evaluate("[...document.querySelectorAll('details')].slice(0, 5).forEach(each => each.open = true)")
        faults = Axe().run(found.page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in faults] == []


def codes(found: Opened) -> list[str]:
    """The numbers of the rows that are shown, in their order."""
    cells = found.page.locator(f"{SHOWN} .d td:first-child").all_text_contents()
    return [cell.split()[0] for cell in cells]


def test_search_needs_no_accents(file: Path, lang: str) -> None:
    """Words of a title find its rows, numbers find theirs, and the count is said."""
    with opened(file) as found:
        found.page.fill("#q", {"vi": "thu nhap", "en": "income per"}[lang])
        assert codes(found) == ["23.1", "23.2"]
        assert found.page.locator("output").text_content() == {"vi": "2/70 dòng", "en": "2 of 70 rows"}[lang]
        found.page.fill("#q", "THU NHẬP ĐẦU" if lang == "vi" else "INCOME")
        assert codes(found) == ["23.1", "23.2"]
        found.page.fill("#q", "nothing of this kind")
        assert codes(found) == []
        found.page.click("[type=reset]")
        expect(found.page.locator("#q")).to_have_value("")
        expect(found.page.locator(".row[hidden]")).to_have_count(0)
        assert len(codes(found)) == 70


def test_rows_are_chosen_by_section_and_standing(file: Path) -> None:
    """Both at once, and the address says so: who opens it again sees the same."""
    with opened(file) as found:
        found.page.select_option("#s", "environment")
        found.page.select_option("#k", "already_met")
        assert codes(found) == ["28", "29.2"]
        mark = found.page.evaluate("location.hash").removeprefix("#")
    with opened(file, mark) as found:
        assert codes(found) == ["28", "29.2"]


@pytest.mark.parametrize("down", [False, True], ids=["upward", "downward"])
def test_a_column_is_sorted_with_blanks_last(file: Path, down: bool) -> None:
    """Numbers by their value, whatever their notation; a third click gives the order of the plan."""
    with opened(file, viewport={"width": 1280, "height": 900}) as found:
        before = codes(found)
        head = found.page.locator("#plan thead th").nth(5)
        for _ in range(2 if down else 1):
            head.locator("button").click()
        assert head.get_attribute("aria-sort") == ("descending" if down else "ascending")
        shown = found.page.evaluate("[...document.querySelectorAll('.row')].map(each => each.dataset.v.split('|')[5])")
        values = [float(each) for each in shown if each]
        assert values == sorted(values, reverse=down)
        assert all(shown[: len(values)])
        assert len(values) < len(shown)
        mark = found.page.evaluate("location.hash").removeprefix("#")
        for _ in range(1 if down else 2):
            head.locator("button").click()
        assert (head.get_attribute("aria-sort"), codes(found)) == (None, before)
    with opened(file, mark) as found:
        again = found.page.evaluate("[...document.querySelectorAll('.row')].map(each => each.dataset.v.split('|')[5])")
        assert again == shown


@pytest.mark.parametrize(("mark", "code"), [("t-3", "3"), ("t-1.2", "1.2"), ("t-23", "23.1")])
def test_an_address_leads_to_a_row(file: Path, mark: str, code: str) -> None:
    """It is in sight and open, even if the rows chosen before were others."""
    with opened(file, mark) as found:
        row = found.page.locator(f"#{mark.replace('.', chr(92) + '.')}")
        row = row if row.get_attribute("class") else row.locator("xpath=ancestor::tbody")
        assert (row.locator("td").first.text_content() or "").split()[0] == code
        assert row.locator("details").get_attribute("open") is not None
        assert found.page.evaluate(
            "top => top >= 0 && top < innerHeight", row.evaluate("each => each.getBoundingClientRect().top")
        )
    with opened(file, "q=nothing") as found:
        assert codes(found) == []
        found.page.evaluate("mark => location.hash = mark", mark)
        expect(found.page.locator(".row[hidden]")).to_have_count(0)
        assert code in codes(found)


def test_the_rows_are_saved_as_status_writes_them(file: Path, tgkt: Tgkt, tmp_path: Path) -> None:
    """Byte for byte."""
    with opened(file, accept_downloads=True) as found:
        with found.page.expect_download() as waited:
            found.page.click("#save")
        waited.value.save_as(tmp_path / "rows.csv")
        assert waited.value.suggested_filename == "targets_2025_2030.csv"
    assert (tmp_path / "rows.csv").read_bytes() == tgkt("status", "-f", "csv", "--bom").raw


def test_the_keyboard_reaches_what_the_mouse_does(file: Path) -> None:
    """First the link over all heads; a head is sorted by Enter, and what has the focus is seen to have it."""
    with opened(file, viewport={"width": 1280, "height": 900}) as found:
        found.page.keyboard.press("Tab")
        assert found.page.evaluate("document.activeElement.className") == "skip"
        found.page.keyboard.press("Enter")
        assert found.page.evaluate("location.hash") == "#targets"
        found.page.locator("#plan thead button").nth(1).focus()
        found.page.keyboard.press("Enter")
        assert found.page.locator("#plan thead th").nth(1).get_attribute("aria-sort") == "ascending"
        assert found.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("width", [360, 1280])
def test_it_works_without_its_script(file: Path, width: int) -> None:
    """Every row is there with its heads, folds open, and no control stands there that does nothing."""
    size = {"width": width, "height": 900}
    with opened(file, "t-3", java_script_enabled=False, viewport=size) as found:
        assert len(codes(found)) == 70
        assert found.page.locator("form, button").filter(visible=True).count() == 0
        row = found.page.locator("#t-3")
        row.locator("summary").click()
        assert row.locator("dl").is_visible()
    with opened(file, viewport=size) as found:
        assert found.page.locator("form.tools").is_visible()


def test_it_prints_on_few_pages(file: Path, tmp_path: Path) -> None:
    """A4 lying, at most twelve pages; the heads stand over every page of the targets, and every target on one."""
    with opened(file, viewport={"width": 1280, "height": 900}) as found:
        found.page.locator("#plan thead button").first.wait_for()
        heads = [each.strip() for each in found.page.locator("#plan thead th > span").all_text_contents()]
        found.page.pdf(path=tmp_path / "plan.pdf", prefer_css_page_size=True)
    about = subprocess.run(("pdfinfo", str(tmp_path / "plan.pdf")), capture_output=True, text=True, check=True).stdout
    assert int(re.findall(r"Pages:\s+(\d+)", about)[0]) <= 12
    width, height = map(float, re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", about)[0])
    assert (round(width), round(height)) == (842, 595)
    pages = text_of(tmp_path / "plan.pdf").split("\f")
    first = re.split(r"[ /]", heads[3])[0]
    with_pictures = [page for page in pages if len(re.findall(r"\b20[12]\d\s+2030\b", page)) > 5]
    assert len(with_pictures) >= 4
    assert [page[:200] for page in with_pictures if first not in page] == []
