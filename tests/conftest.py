"""Fixtures of all tests: tgkt as a process, with a home of its own and a warm cache.

Nothing is read from or left in the home of whoever runs the tests. What one process of the tests has read and kept, the
others find; that a cache answers as a cold start does is tested where caches are.
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from cli.runner import Tgkt
from hypothesis import settings
from soak import EXAMPLES

# A busy machine is no reason to fail; the same examples in every run: what fails, fails for everybody.
settings.register_profile("patient", deadline=None, max_examples=EXAMPLES, derandomize=True)
settings.load_profile("patient")
CACHE = "TGKT_TESTS_CACHE"
gc.set_threshold(200_000, 50, 100)  # figures are many and small, and looking through all of them costs a third


def pytest_configure(config: pytest.Config) -> None:
    """Make the caches: one for the tests, and one for the processes they start. Workers inherit both."""
    if hasattr(config, "workerinput"):
        return
    caches = Path(tempfile.mkdtemp(prefix="tgkt-caches-"))
    config.add_cleanup(partial(shutil.rmtree, caches, ignore_errors=True))
    os.environ["XDG_CACHE_HOME"], os.environ[CACHE] = str(caches / "own"), str(caches / "started")


@pytest.fixture
def unkept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is kept of what a test reads only once: of drawn folders and units."""
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)


@pytest.fixture(scope="session")
def tgkt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tgkt]:
    """Runs tgkt; its cache is private to the tests and warm."""
    run = Tgkt(tmp_path_factory.mktemp("home"), Path(os.environ[CACHE]))
    run("status")
    yield run
    run.close()
