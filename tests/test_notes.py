"""Notes beside an answer: who hears them."""

from __future__ import annotations

from contextvars import copy_context

from tgkt.message import Message
from tgkt.notes import delayed, listen, note, noted


def test_a_note_that_nobody_hears_is_no_error() -> None:
    """A library is quiet unless asked."""
    copy_context().run(note, "said to nobody")


def test_a_block_keeps_its_notes_and_lets_others_hear_them() -> None:
    """Whoever listened before hears each at once; the block has them in their order."""
    heard: list[tuple[str, bool]] = []

    def run() -> list[str]:
        listen(lambda message, only_terminal: heard.append((message, only_terminal)))
        with noted() as kept:
            note(Message("one"))
            with noted() as inner:
                note(Message("two"), only_terminal=True)
        note(Message("three"))
        assert inner == ["two"]
        return kept

    assert copy_context().run(run) == ["one", "two"]
    assert heard == [("one", False), ("two", True), ("three", False)]


def test_a_block_that_fails_gives_its_listener_back() -> None:
    """An error leaves no listener behind."""
    heard: list[str] = []

    def run() -> None:
        listen(lambda message, _only: heard.append(message))
        try:
            with noted():
                note("before")
                raise ValueError
        except ValueError:
            note("after")

    copy_context().run(run)
    assert heard == ["before", "after"]


def test_notes_of_a_block_may_wait_for_its_end() -> None:
    """In their order, also where it fails."""
    heard: list[tuple[str, bool]] = []

    def run() -> None:
        listen(lambda message, only_terminal: heard.append((message, only_terminal)))
        try:
            with delayed(lambda: None):
                note("one")
                note("two", only_terminal=True)
                assert heard == []
                raise ValueError
        except ValueError:
            assert heard == [("one", False), ("two", True)]
        note("three")

    copy_context().run(run)
    assert heard == [("one", False), ("two", True), ("three", False)]


def test_a_note_that_cannot_wait_is_heard_within_the_block() -> None:
    """After room was made for it."""
    heard: list[str] = []

    def run() -> None:
        listen(lambda message, _only: heard.append(message))
        with delayed(lambda: heard.append("room")):
            note("later")
            note("now", at_once=True)
        note("as ever", at_once=True)

    copy_context().run(run)
    assert heard == ["room", "now", "later", "as ever"]
