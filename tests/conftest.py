"""Fixtures of all tests: tgkt as a process, with a home and a warm cache of its own."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from cli.runner import Tgkt
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # a busy machine is no reason to fail
settings.load_profile("patient")
gc.set_threshold(200_000, 50, 100)  # figures are many and small, and looking through all of them costs a third


@pytest.fixture(scope="session")
def tgkt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tgkt]:
    """Runs tgkt; its cache is private to the session and warm."""
    run = Tgkt(tmp_path_factory.mktemp("home"))
    run("status")
    yield run
    run.close()
