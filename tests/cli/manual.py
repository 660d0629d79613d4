"""Writes the pages of `docs/commands` and the man page from what each command says of itself; none can drift."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tgkt import __version__
from tgkt.cli.pages import COMMANDS, PAGES
from tgkt.language import said

from .runner import ROOT, Tgkt

INDEX = ROOT / "docs" / "commands.md"
FOLDER = ROOT / "docs" / "commands"
MAN = ROOT / "docs" / "man"
LANGUAGES = ("en", "vi")
PREFACE = """\
# Commands

A page for each command, made from `tgkt COMMAND --help` by `make snapshots`; `tgkt help COMMAND` shows the same.
`man tgkt` has all of them, where `docs/man` was installed.

| command | answers | page | tiếng Việt |
|---|---|---|---|
"""


def pages(tgkt: Tgkt) -> dict[Path, str]:
    """Every page that is made, with its text."""
    made = {INDEX: PREFACE + "".join(f"{line}\n" for line in _lines())}
    for lang in LANGUAGES:
        made |= {_page(name, lang): _text(tgkt, name, lang) for name in COMMANDS}
        made[MAN / ("tgkt.1" if lang == "en" else f"{lang}/tgkt.1")] = _man(tgkt, lang)
    return made


def _lines() -> Iterator[str]:
    for name, page in PAGES.items():
        links = (f"[{lang}]({_page(name, lang).relative_to(INDEX.parent)})" for lang in LANGUAGES)
        yield f"| `tgkt {name}` | {page.says} | {' | '.join(links)} |"


def _page(name: str, lang: str) -> Path:
    return FOLDER / f"{name}.md" if lang == "en" else FOLDER / lang / f"{name}.md"


def _text(tgkt: Tgkt, name: str, lang: str) -> str:
    asked = f"tgkt {name} --help" + ("" if lang == "en" else f" --lang {lang}")
    return (
        f"# tgkt {name}\n\n{said(PAGES[name].says, lang)}.\n\n```console\n$ {asked}\n{_help(tgkt, name, lang)}\n```\n"
    )


def _help(tgkt: Tgkt, name: str, lang: str) -> str:
    done = tgkt(*([name] if name else []), "--help", "--lang", lang, COLUMNS="80")
    assert done.code == 0, done.err
    return done.out.rstrip()


def _man(tgkt: Tgkt, lang: str) -> str:
    """The man page: what tgkt is, and the help of every command as it stands."""
    heads = {
        "en": ("NAME", "calculator and auditor for development targets", "COMMANDS"),
        "vi": ("TÊN", "công cụ tính toán và đối chiếu các chỉ tiêu phát triển", "LỆNH"),
    }
    name, what, commands = heads[lang]
    parts = [f'.TH TGKT 1 "" "tgkt {__version__}"', f".SH {name}", f"tgkt \\- {what}", f".SH {commands}"]
    for command in ("", *COMMANDS):
        parts += [f".SS tgkt {command}".rstrip(), ".nf", *map(_roff, _help(tgkt, command, lang).splitlines()), ".fi"]
    return "\n".join(parts) + "\n"


def _roff(line: str) -> str:
    """A line as it stands, whatever it begins with."""
    safe = line.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe
