"""Lists of codes hold every code that figures have, and every code has an id that SDMX allows."""

from __future__ import annotations

import re
from functools import cache

from tgkt.report.exchange.sdmx.code import Codelist
from tgkt.report.exchange.sdmx.component import COMPONENTS
from tgkt.report.exchange.sdmx.lists import codelists

from .exported import each_folder, exported, rows


@cache
def lists(name: str) -> dict[str, Codelist]:
    """The lists of a folder by id."""
    return {each.id: each for each in codelists(exported(name), rows(name))}


@each_folder
def test_every_code_is_in_its_list(name: str) -> None:
    """Of every figure and every component that has a list."""
    for component in COMPONENTS:
        if component.codes:
            used = {each[component.id] for each in rows(name)} - {""}
            assert used <= set(lists(name)[component.codes].ids), component.id


@each_folder
def test_every_list_is_that_of_a_component(name: str) -> None:
    """None is there for nothing."""
    assert set(lists(name)) == {each.codes for each in COMPONENTS if each.codes}


@each_folder
def test_ids_are_allowed_and_different(name: str) -> None:
    """By the pattern of SDMX."""
    for each in lists(name).values():
        assert len(set(each.ids)) == len(each.ids), each.id
        assert [id for id in each.ids if not re.fullmatch(r"[A-Za-z0-9_@$\-]+", id)] == []


def test_an_area_knows_what_it_was_merged_into() -> None:
    """As the parent of its code."""
    assert {each.id: each.parent for each in lists("the shipped data")["CL_AREA"].codes} == {
        "merged": "",
        "thai_nguyen": "merged",
        "bac_kan": "merged",
    }
