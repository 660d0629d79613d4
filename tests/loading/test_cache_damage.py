"""A cache that is not what it should be: damaged, cut off, changed, or made by somebody else."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pytest

from tgkt.loading import cache
from tgkt.loading.files import load_folder

from .mini import kept

_KEY = 32  # bytes before the pickle
_MARK = "the cache was used to make this"


def _decimal(text: bytes) -> bytes:
    return b"cdecimal\nDecimal\n(V" + text + b"\ntR."


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"junk" * 20, id="junk"),
        pytest.param(pickle.dumps({"a": 1}), id="a pickle of something else"),
        pytest.param(pickle.dumps(None), id="a pickle of None"),
        pytest.param(b"\x80\x05.", id="a pickle that holds nothing"),
        pytest.param(b"\x80\x7f.", id="a pickle of a protocol to come"),
        pytest.param(b"h\x07.", id="a pickle that refers to what it has not"),
        pytest.param(b"ctgkt.facts.catalogue\nArea\n)R.", id="a declared fact without its fields"),
        pytest.param(b"ctgkt.facts.indicator\nKind\n(Vno_such_kind\ntR.", id="a kind there is not"),
        pytest.param(_decimal(b"9O.4O"), id="a decimal that is none"),
        pytest.param(b"\x8d" + b"\xff" * 8 + b".", id="a text without end"),
    ],
)
def test_a_damaged_cache_is_read_anew_and_replaced(folder: Path, home: Path, reads: list[str], content: bytes) -> None:
    """Whatever stands behind a current key, the answer is that of the YAML."""
    first = load_folder(folder)
    file = kept(home)
    whole = file.read_bytes()
    file.write_bytes(whole[:_KEY] + content)
    assert first == load_folder(folder)
    assert reads == ["read", "read"]
    assert whole == file.read_bytes()


@pytest.mark.parametrize("share", [0, 0.01, 0.1, 0.5, 0.9, 0.999])
def test_a_cache_that_breaks_off_is_read_anew(folder: Path, home: Path, reads: list[str], share: float) -> None:
    """A file that was not written to its end is no cache."""
    first = load_folder(folder)
    file = kept(home)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    assert first == load_folder(folder)
    assert reads == ["read", "read"]


def test_a_figure_changed_inside_the_cache_is_not_believed(folder: Path, home: Path) -> None:
    """One changed byte behind the key is noticed, not answered with another figure."""
    first = load_folder(folder)
    file = kept(home)
    content = file.read_bytes()
    assert b"90.40" in content
    file.write_bytes(content.replace(b"90.40", b"91.40"))
    assert first == load_folder(folder)


def _unpickle(payload: bytes) -> object:
    return cache._Unpickler(io.BytesIO(payload)).load()


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param(b"cos\nsystem\n(Vtouch '%s'\ntR.", id="os.system"),
        pytest.param(b"cposix\nsystem\n(Vtouch '%s'\ntR.", id="posix.system"),
        pytest.param(b"cbuiltins\neval\n(Vopen('%s', 'w')\ntR.", id="eval"),
        pytest.param(b"cbuiltins\nopen\n(V%s\nVw\ntR.", id="open"),
        pytest.param(b"cpathlib\nPath.touch\n(cpathlib\nPath\n(V%s\ntRtR.", id="a method of a path"),
        pytest.param(b"ctgkt.units\nPath\n(V%s\ntR.", id="a class that one of our modules imports"),
        pytest.param(b"ctgkt.units\nregistry\n(tR.", id="a function of one of our modules"),
        pytest.param(b"ctgkt.loading.cache\nos.system\n(Vtouch '%s'\ntR.", id="what another module of ours imports"),
    ],
)
def test_a_cache_that_names_anything_but_our_facts_is_refused(
    folder: Path, home: Path, tmp_path: Path, payload: bytes
) -> None:
    """Nothing but declared facts and decimals is ever built, let alone run."""
    first = load_folder(folder)
    file, trace = kept(home), tmp_path / _MARK
    payload = payload.replace(b"%s", str(trace).encode())
    with pytest.raises(pickle.UnpicklingError, match="has no place in a cache"):
        _unpickle(payload)
    file.write_bytes(file.read_bytes()[:_KEY] + payload)
    assert first == load_folder(folder)
    assert not trace.exists()
