"""Fixtures of all tests: tgkt as a process, with a home and a warm cache of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cli.runner import Tgkt


@pytest.fixture(scope="session")
def tgkt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tgkt]:
    """Runs tgkt; its cache is private to the session and warm."""
    run = Tgkt(tmp_path_factory.mktemp("home"))
    run("status")
    yield run
    run.close()
