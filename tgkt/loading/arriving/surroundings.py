"""The data that figures arrive in: those of a folder, with and without a new text of its imported figures."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tgkt.errors import DataError, Problem
from tgkt.facts.catalogue import Catalogue
from tgkt.language import WRITTEN
from tgkt.loading.arriving.locked import Held
from tgkt.loading.base import begin_on, name_of
from tgkt.loading.catalogue import examine
from tgkt.loading.files import Files, all_files, data_files, load_folder, shipped_data

IMPORTED = "imported.yaml"


def begin(folder: Path, lang: str = WRITTEN) -> None:
    """Make a folder that builds on the shipped data and contains nothing else yet."""
    shipped = shipped_data()
    begin_on(folder, f"tgkt:{name_of(shipped)}", data_files(shipped), lang)


def loaded(place: Held) -> Catalogue:
    """The data of a folder, unchanged.

    Raises:
        DataError: with every problem of every file.
    """
    return load_folder(place.folder)


def examined(place: Held, text: str | None) -> tuple[Catalogue | None, list[Problem]]:
    """The data of a folder with another text for its imported figures, and the mistakes in them.

    Args:
        place: the folder.
        text: the text; None for the folder unchanged.
    """
    if text is None:
        return loaded(place), []
    files = all_files(place.folder)
    kept = [at for at, path in enumerate(files.paths) if at < files.of_bases or path != place.folder / IMPORTED]
    part = Path(tempfile.mkstemp(prefix=f".{IMPORTED}.", suffix=".part", dir=place.folder)[1])
    try:
        part.write_text(text, encoding="utf-8", newline="")
        paths = [*(files.paths[at] for at in kept), part]
        names = [*(_named(files, at, place) for at in kept), f"{place.shown}/{IMPORTED}"]
        return examine(paths, names, files.of_bases, files.contents)
    except DataError as error:
        return None, [each for each in error.problems if isinstance(each, Problem)]
    finally:
        part.unlink(missing_ok=True)


def _named(files: Files, at: int, place: Held) -> str:
    """The name of a file in messages; in a new folder it is the final path, not the temporary one."""
    own = files.paths[at]
    return files.names[at] if at < files.of_bases else f"{place.shown}/{own.relative_to(place.folder).as_posix()}"
