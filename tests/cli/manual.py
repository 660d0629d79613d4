"""Writes `docs/commands.md` from what each command says of itself, so that the manual cannot drift."""

from __future__ import annotations

from collections.abc import Iterable

from .runner import ROOT, Tgkt

MANUAL = ROOT / "docs" / "commands.md"
PREFACE = """\
# Commands

This page is made from `tgkt COMMAND --help` by `make snapshots`; do not edit it by hand.
Exit codes: 0 fine, 1 something asked for by `--fail-on` or `check` is true, 2 usage, 3 data cannot be read or are
invalid.
"""


def manual(tgkt: Tgkt, commands: Iterable[str]) -> str:
    """The whole page: the list of commands, then each command's help."""
    return "\n".join([PREFACE, *(_section(tgkt, words) for words in [(), *((command,) for command in commands)])])


def _section(tgkt: Tgkt, words: tuple[str, ...]) -> str:
    asked = " ".join(("tgkt", *words))
    said = tgkt(*words, "--help", COLUMNS="80")
    assert said.code == 0, said.err
    return f"## {asked}\n\n```console\n$ {asked} --help\n{said.out.rstrip()}\n```\n"
