"""Chromium without a window: opens a file, and notes what it asks for and complains of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

_FLAGS = ("--no-sandbox", "--disable-gpu")


@dataclass
class Opened:
    """A page in the browser.

    Attributes:
        page: the page.
        complaints: what stands in its console, and what its script failed with.
        requests: the addresses it asked for, without the file itself.
    """

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def overflow(self) -> int:
        """By how many pixels it is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@contextmanager
def opened(file: Path, mark: str = "", **wishes: Any) -> Iterator[Opened]:
    """A file in a window.

    Args:
        file: the file.
        mark: what follows the sign # in its address.
        wishes: what the window is like: viewport, color_scheme, java_script_enabled.
    """
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        page = browser.new_context(**wishes).new_page()
        found, address = Opened(page), f"file://{file}"
        page.on("console", lambda message: found.complaints.append(message.text))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.on("request", lambda request: found.requests.append(request.url))
        page.goto(address + (f"#{mark}" if mark else ""))
        found.requests = [each for each in found.requests if each.partition("#")[0] != address]
        yield found
        browser.close()
