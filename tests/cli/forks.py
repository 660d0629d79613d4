"""Runs tgkt in forks of one process that has imported it, so that a test does not wait for imports.

A fork is a process of its own, with its own environment, folder and streams; only what an interpreter decides at its
start (PYTHON… variables, the locale) is the parent's. That a fork answers as a fresh process does is tested for every
command.
"""

from __future__ import annotations

import json
import os
import pkgutil
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

_LARGEST = 1 << 16  # bytes of a question


class Forks:
    """A process that waits for questions, and runs each in a fork."""

    def __init__(self) -> None:
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = (sys.executable, __file__, str(theirs.fileno()))
        self._parent = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
        theirs.close()

    def start(self, args: Sequence[str], env: Mapping[str, str], cwd: Path, streams: Sequence[int]) -> None:
        """Begin to answer; the fork's standard streams are copies of the three given."""
        question = json.dumps([args, dict(env), str(cwd)]).encode("utf-8", errors="surrogatepass")
        assert len(question) < _LARGEST
        socket.send_fds(self._ours, [question], streams)

    def end(self) -> int:
        """Wait for the answer's end: its exit code."""
        return int(self._ours.recv(16))

    def close(self) -> None:
        """End the parent."""
        self._ours.close()
        self._parent.wait()


def serve(ours: socket.socket) -> None:
    """Answer questions, one after the other, until nobody asks any more."""
    while True:
        question, streams, _, _ = socket.recv_fds(ours, _LARGEST, 3)
        if not question:
            return
        child = os.fork()
        if child == 0:
            ours.close()
            os._exit(_run(question, streams))
        for each in streams:
            os.close(each)
        ours.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _run(question: bytes, streams: Sequence[int]) -> int:
    """What a fork does: dress as a new process and run the command."""
    from tgkt.cli.start import main

    args, env, cwd = json.loads(question)
    for place, each in enumerate(streams):
        os.dup2(each, place)
        os.close(each)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    sys.argv = ["tgkt", *args]
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115 - they stay open
    try:
        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _import_everything() -> None:
    import tgkt

    modules = [module.name for module in pkgutil.walk_packages(tgkt.__path__, "tgkt.")]
    for name in [*modules, "rich.table", "yaml"]:
        if not name.endswith("__main__"):
            import_module(name)


if __name__ == "__main__":
    _import_everything()
    serve(socket.socket(fileno=int(sys.argv[1])))
