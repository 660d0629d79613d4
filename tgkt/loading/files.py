"""The data files to be read: the shipped ones, or those of the user's folder and its bases."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tgkt.errors import DataError, Problem, UsageError, reason
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.later import Later
from tgkt.facts.statement import Statement
from tgkt.loading.base import SHIPPED, bases_of, name_of, version_of
from tgkt.loading.cache import cached, fingerprint, kept_as, recalled
from tgkt.loading.content import Content, content_in_folder
from tgkt.loading.folder import names_in, real, shipped_place
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.results.check import Closing, Finding
from tgkt.results.status import Assessment
from tgkt.series.questions import Found
from tgkt.source import Source

Marks = dict[Source, dict[str, str]]
Closings = dict[str, tuple[Closing, ...]]


def shipped_data() -> Path:
    """The folder of the shipped data: inside the package once installed, beside it in a checkout."""
    return shipped_place()


def data_folder(given: Path | None) -> Path:
    """The folder to read: as given, else the variable TGKT_DATA, else the shipped data.

    Raises:
        UsageError: there is no such folder.
    """
    named = given or (Path(os.environ["TGKT_DATA"]) if os.environ.get("TGKT_DATA") else None)
    folder = named or shipped_data()
    try:
        is_there = folder.is_dir()
    except OSError:  # a name longer than any folder's
        is_there = False
    if not is_there:
        raise UsageError(
            "{folder}: no such folder. Name a folder of YAML files with --data or TGKT_DATA", folder=folder
        )
    return folder


def data_files(folder: Path) -> list[Path]:
    """The YAML files of a folder and of the folders in it, by name.

    Raises:
        DataError: there is none, or the folder cannot be read.
    """
    try:
        files = [folder / name for name in names_in(folder)]
    except OSError as error:
        told = Message("{folder}: cannot be read: {reason}", folder=folder, reason=reason(error))
        raise DataError([told]) from None
    if not files:
        told = Message(
            "{folder}: holds no .yaml file. Name a folder with data files, or begin one with tgkt init", folder=folder
        )
        raise DataError([told])
    return files


def base_files(of: str, folder: Path) -> tuple[list[Path], str]:
    """The files of a base, and the name by which a folder refers to it.

    Args:
        of: the base as given: "tgkt:NAME", or a folder relative to the current one.
        folder: the folder that will build on it.

    Raises:
        UsageError: there is no such base.
    """
    known = f"{SHIPPED}{name_of(shipped_data())}"
    if of.startswith(SHIPPED):
        if of != known:
            raise UsageError("--base: tgkt ships no data named '{of}'. Write {known}, or a folder", of=of, known=known)
        return data_files(shipped_data()), of
    place = Path(of)
    if not place.is_dir():
        raise UsageError("--base: {of}: no such folder. Write {known}, or a folder of YAML files", of=of, known=known)
    found = os.path.relpath(real(place), real(folder))
    if not found.isprintable():
        raise UsageError(
            "--base: {of}: a file cannot name this folder, as its name is not plain text. Rename it", of=of
        )
    return data_files(place), found


class Files(NamedTuple):
    """The files of a folder and of its bases, the bases first, each with its name in messages.

    Attributes:
        paths: their paths.
        names: their names in messages.
        of_bases: the number of files, from the first, that belong to bases.
        contents: what stands in them, each read once.
        folders: the folders, each after those it builds on.
    """

    paths: list[Path]
    names: list[str]
    of_bases: int
    contents: dict[Path, Content]
    folders: tuple[Path, ...]


def all_files(folder: Path) -> Files:
    """The files of a folder, after those of its bases.

    Raises:
        DataError: a folder cannot be read, or a base cannot be found.
    """
    own = data_files(folder)
    bases = [base.folder for base in reversed(bases_of(folder, shipped_data()))]
    found = [*((base, path) for base in bases for path in data_files(base)), *((folder, path) for path in own)]
    names = [f"{_shown(place)}/{path.relative_to(place).as_posix()}" for place, path in found]
    paths = [path for _, path in found]
    contents = {path: content_in_folder(path) for path in paths}
    return Files(paths, names, len(found) - len(own), contents, (*bases, folder))


def load_folder(folder: Path) -> Catalogue:
    """The catalogue of all data files of a folder and its bases.

    Raises:
        DataError: with every problem of every file.
    """
    return load_files(folder, all_files(folder))


def load_files(folder: Path, files: Files) -> Catalogue:
    """The catalogue of the files of a folder as they were read.

    Raises:
        DataError: with every problem of every file.
    """
    state = fingerprint(zip(files.names, files.contents.values(), strict=True))

    def read() -> Catalogue:
        from tgkt.loading.catalogue import load  # lazy: yaml is needed only when the cache is not current
        from tgkt.loading.wide import say_if_wide  # lazy: as above

        say_if_wide(_shown(folder), files.contents.values())
        made = load(files.paths, files.names, files.of_bases, files.contents)
        made = replace(made, folders=tuple(map(_shown, files.folders)), fingerprint=state)
        places = {id(each): place for place, each in enumerate(made.in_rows)}
        observed = tuple([places.get(id(each), each) for each in made.observations])
        kept_as(state, _named("observations", folder), observed)
        return made

    found = recalled(state, _named("catalogue", folder), Catalogue)
    if found is None:
        found = read()
        kept_as(state, _named("catalogue", folder), replace(found, observations=tuple(found.kinds)))
        return found

    def observations() -> tuple[Statement, ...]:
        kept = recalled(state, _named("observations", folder), tuple)
        if kept is None:
            return tuple(read().observations)
        rows = found.in_rows  # what stands in a row too is kept as its place there
        return tuple([rows[each] if isinstance(each, int) else each for each in kept])

    return replace(found, observations=Later(observations, found.observations))


def kept_marks(folder: Path, catalogue: Catalogue, make: Callable[[], Marks]) -> Marks:
    """The marks of the audit for a catalogue loaded from a folder, kept between runs like itself."""
    return cached(catalogue.fingerprint, _named("marks", folder), make, dict)


def kept_relations(folder: Path, catalogue: Catalogue, make: Callable[[], list[Finding]]) -> list[Finding]:
    """The relations that the audit judged, kept between runs likewise."""
    return cached(catalogue.fingerprint, _named("relations", folder), make, list, catalogue.declared)


def recalled_relations(folder: Path, catalogue: Catalogue) -> list[Finding] | None:
    """The relations that are kept; None where there are none."""
    return recalled(catalogue.fingerprint, _named("relations", folder), list, catalogue.declared)


def kept_closings(folder: Path, catalogue: Catalogue, make: Callable[[], Closings]) -> Closings:
    """What would close each relation that fails, by its id, kept between runs likewise."""
    return cached(catalogue.fingerprint, _named("closings", folder), make, dict, catalogue.declared)


def recalled_closings(folder: Path, catalogue: Catalogue) -> Closings | None:
    """The closings that are kept; None where there are none."""
    return recalled(catalogue.fingerprint, _named("closings", folder), dict, catalogue.declared)


def kept_figures(folder: Path, catalogue: Catalogue, make: Callable[[], Found]) -> Found:
    """The figures that count for the standings of all plans, kept between runs likewise."""
    return cached(catalogue.fingerprint, _named("figures", folder), make, dict, catalogue.declared)


def kept_standings(
    folder: Path, plan: str, catalogue: Catalogue, make: Callable[[], list[Assessment]]
) -> list[Assessment]:
    """The rows of a plan, each with its verdict and standing, kept between runs likewise."""
    return cached(catalogue.fingerprint, f"{_named('standings', folder)}\0{plan}", make, list, catalogue.declared_apart)


def kept_size(folder: Path, catalogue: Catalogue, make: Callable[[], tuple[int, int]]) -> tuple[int, int]:
    """The figures and the weight of the least that must change for a catalogue, kept between runs likewise."""
    return cached(catalogue.fingerprint, _named("least", folder), make, tuple)


def validate(folder: Path, extra: list[Path]) -> int:
    """The number of files, after checking the folder together with further files; see `checked`."""
    return checked(folder, extra)[0]


def checked(folder: Path, extra: list[Path]) -> tuple[int, Catalogue | None]:
    """Check the folder's files together with further files, each of which replaces a file of the same name.

    Returns:
        The number of files and their catalogue, which is None where the folder itself cannot be loaded.

    Raises:
        DataError: with every problem; with further files, only theirs.
    """
    from tgkt.loading.catalogue import examine  # lazy: as above
    from tgkt.loading.wide import say_if_wide  # lazy: as above

    files = all_files(folder)
    say_if_wide(_shown(folder), files.contents.values())
    replaced = _replaced(files, extra)
    kept = [at for at, path in enumerate(files.paths) if at < files.of_bases or path not in replaced]
    paths = [*(files.paths[place] for place in kept), *extra]
    names = [*(files.names[place] for place in kept), *map(str, extra)]
    catalogue, problems = examine(paths, names, files.of_bases, files.contents)
    asked = {str(path) for path in extra}
    before = _problems_without(folder) if extra else []
    told = [p for p in problems if not extra or p.source.file in asked or p not in before]
    if told:
        raise DataError(told)
    return len(extra or kept), catalogue


def _replaced(files: Files, extra: list[Path]) -> set[Path]:
    """The files of a folder that give way to further files: each to itself, and to one of its name from elsewhere."""
    places = {real(path): path for path in files.paths[files.of_bases :]} if extra else {}
    itself = {places[real(path)] for path in extra if real(path) in places}
    given = {path.name for path in extra if real(path) not in places}
    return itself | {path for path in places.values() if path.name in given}


def changed_bases(folder: Path) -> list[Message]:
    """Notes about bases that have changed since the folder was made."""
    return [
        Message(
            "{base} has changed since {folder} was built on it ({then}, now {now}). Compare with tgkt "
            "diff, then write version: {now} in base.yaml",
            base=base.of,
            folder=folder,
            then=base.version,
            now=now,
        )
        for base in bases_of(folder, shipped_data())[:1]
        if base.version and base.version != (now := version_of(data_files(base.folder)))
    ]


def _problems_without(folder: Path) -> list[Problem]:
    """The problems of the folder without the further files, so that only new problems are reported."""
    from tgkt.loading.catalogue import examine  # lazy: as above

    files = all_files(folder)
    return examine(files.paths, files.names, files.of_bases, files.contents)[1]


def _named(sort: str, folder: Path) -> str:
    """What a sort of thing kept of a folder is called: the folder as messages name it, and where it is."""
    return f"{sort}\0{_shown(folder)}\0{real(folder)}"


def _shown(folder: Path) -> str:
    """The name of a folder in messages: as the user wrote it; for the shipped one its name alone."""
    return folder.name if folder == shipped_data() else str(folder)
