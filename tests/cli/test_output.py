"""Where an answer goes: a file that is whole or not there, a pipe that may close, a disk that may be full."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path
from shutil import copytree

import pytest

from tgkt.cli.ending import DATA
from tgkt.cli.pages import COMMANDS
from tgkt.loading.folder import ENDINGS, shipped_place

from .runner import COMMAND, LONGEST, Tgkt

FORMATS = ("table", "json", "ndjson", "csv", "tsv", "md")


def one_line(err: str) -> str:
    """The one line of an error, after checking that it is one."""
    assert "Traceback" not in err
    assert [err.strip()] == err.splitlines()
    return err


@pytest.mark.parametrize("form", FORMATS)
def test_output_writes_the_file_and_prints_nothing(tgkt: Tgkt, tmp_path: Path, form: str) -> None:
    """--output FILE holds what a pipe would have got, and the folder holds nothing else."""
    file = tmp_path / "answer"
    assert tgkt.fresh("status", "--format", form, "--output", str(file)) == (0, b"", "")
    assert tgkt("status", "--format", form).raw == file.read_bytes()
    assert [file] == list(tmp_path.iterdir())


def test_output_for_people_has_no_colour_even_when_forced(tgkt: Tgkt, tmp_path: Path) -> None:
    """A table in a file is the table of a pipe."""
    tgkt.fresh("status", "-o", "answer.txt", cwd=tmp_path, env={"FORCE_COLOR": "1"})
    assert tgkt("status").raw == (tmp_path / "answer.txt").read_bytes()


def test_output_replaces_a_file_and_keeps_its_mode(tgkt: Tgkt, tmp_path: Path) -> None:
    """An old file gives way as a whole, and who may read it stays as it was."""
    file = tmp_path / "answer.txt"
    file.write_text("old\n" * 100_000, encoding="utf-8")
    file.chmod(0o640)
    tgkt.fresh("status", "-o", str(file))
    assert tgkt("status").raw == file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_output_is_not_touched_by_an_error(tgkt: Tgkt, tmp_path: Path) -> None:
    """What cannot be answered leaves the file as it is."""
    file = tmp_path / "answer.txt"
    file.write_text("old\n", encoding="utf-8")
    assert tgkt.fresh("status", "--area", "nowhere", "-o", str(file)).code == 2
    assert file.read_text(encoding="utf-8") == "old\n"


OVER_DATA = {
    "a file of the folder": "targets_2025_2030.yaml",
    "a new file that the next run would read": "answer.yaml",
    "another ending of data": "answer.yml",
    "capital letters": "answer.YAML",
    "a link to a file of the folder": "link.csv",
}
WRITING = (
    *(("status",), ("status", "-f", "csv"), ("project", "-f", "json"), ("schema", "status"), ("completion", "bash")),
    *(("blend", "--all", "-f", "csv"), ("check", "--page"), ("calc", "1 + 1"), ("report",), ("template", "2026")),
)


@pytest.mark.parametrize("args", WRITING, ids=" ".join)
@pytest.mark.parametrize("name", OVER_DATA.values(), ids=OVER_DATA)
def test_output_never_overwrites_data(tgkt: Tgkt, tmp_path: Path, args: tuple[str, ...], name: str) -> None:
    """Nor adds to them what no next run could read."""
    folder = copytree(shipped_place(), tmp_path / "data")
    (folder / "link.csv").symlink_to(folder / "targets_2025_2030.yaml")
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    done = tgkt(*args, "-o", str(folder / name))
    assert done.code == 2
    assert "which hold data" in one_line(done.err)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


def test_every_ending_of_data_is_known() -> None:
    """Answers are refused where data are read."""
    assert {*DATA} == {*ENDINGS}


@pytest.mark.parametrize("name", ["x" * 246 + ".csv", "ệ" * 83 + ".csv"], ids=["250 letters", "253 bytes"])
def test_output_takes_the_longest_names(tgkt: Tgkt, tmp_path: Path, name: str) -> None:
    """The name of the file that is made first is no longer than that."""
    assert tgkt("status", "-f", "csv", "-o", str(tmp_path / name)).code == 0
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("command", ["status", "schema"])
def test_output_into_a_missing_folder_is_a_usage_error(tgkt: Tgkt, tmp_path: Path, command: str) -> None:
    """The folder is not made; one line says which file cannot be written."""
    done = tgkt.fresh(command, "-o", str(tmp_path / "no" / "answer.txt"))
    assert (done.code, done.out) == (2, "")
    assert one_line(done.err).startswith(f"{tmp_path / 'no' / 'answer.txt'}: cannot be written: ")
    assert list(tmp_path.iterdir()) == []


def test_output_onto_a_folder_leaves_nothing_behind(tgkt: Tgkt, tmp_path: Path) -> None:
    """A folder cannot be written as a file, and no half of an answer stays beside it."""
    folder = tmp_path / "answer"
    folder.mkdir()
    done = tgkt.fresh("status", "-o", str(folder))
    assert (done.code, done.out) == (2, "")
    assert one_line(done.err) == f"{folder}: is a folder. Name a file\n"
    assert [folder] == list(tmp_path.iterdir())


def unread(tgkt: Tgkt, *args: str) -> tuple[int, str]:
    """Exit code and errors of a run whose reader is gone before it starts."""
    ours, theirs = os.pipe()
    os.close(ours)
    with open(theirs, "wb") as out:
        done = subprocess.run(
            (*COMMAND, *args),
            env=tgkt.environment({}),
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            timeout=LONGEST,
        )
    return done.returncode, done.stderr.decode("utf-8")


def closed(tgkt: Tgkt, *args: str, lines: int) -> tuple[int, str]:
    """Exit code and errors of a run whose reader takes some lines and goes."""
    if lines == 0:
        return unread(tgkt, *args)
    with subprocess.Popen(
        (*COMMAND, *args), env=tgkt.environment({}), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for _ in range(lines):
            process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode("utf-8")
        return process.wait(LONGEST), said


@pytest.mark.parametrize("lines", [0, 1])
@pytest.mark.parametrize("form", FORMATS)
def test_a_closed_pipe_ends_quietly(tgkt: Tgkt, form: str, lines: int) -> None:
    """`tgkt status | head -1` says nothing on standard error and is no failure."""
    assert closed(tgkt, "status", "--format", form, lines=lines) == (0, "")


@pytest.mark.parametrize(
    "args", [("--version",), ("schema",), *((command, "--help") for command in COMMANDS)], ids=" ".join
)
def test_every_command_ends_quietly_in_a_closed_pipe(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """Short answers wait in a buffer until the end, and end as quietly."""
    assert closed(tgkt, *args, lines=0) == (0, "")


def test_the_help_of_tgkt_itself_ends_quietly_in_a_closed_pipe(tgkt: Tgkt) -> None:
    """`tgkt --help | head -0` is no failure either."""
    assert closed(tgkt, "--help", lines=0) == (0, "")


def redirected(tgkt: Tgkt, where: str, *args: str) -> tuple[int, str]:
    """Exit code and errors of a run whose standard output a shell sends elsewhere."""
    command = ("sh", "-c", f'exec "$@" {where}', "sh", *COMMAND, *args)
    done = subprocess.run(command, env=tgkt.environment({}), capture_output=True, check=False, timeout=LONGEST)
    return done.returncode, done.stderr.decode("utf-8")


@pytest.mark.parametrize("args", [("status",), ("status", "--format", "json"), ("schema",)], ids=" ".join)
def test_a_full_disk_is_one_line(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """An answer that finds no room ends with 2 and says so."""
    code, err = redirected(tgkt, ">/dev/full", *args)
    assert code == 2
    assert "no space left on device" in one_line(err).lower()


def test_without_standard_output_there_is_no_traceback(tgkt: Tgkt) -> None:
    """A caller that closes standard output gets an exit code, and at most one line."""
    code, err = redirected(tgkt, ">&-", "status")
    assert code in (0, 2)
    assert "Traceback" not in err
