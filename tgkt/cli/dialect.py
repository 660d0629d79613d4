"""The options of machine formats: the delimiter of CSV, CSV for office programs, and the long form.

They are added to every command that has --format, so that no command needs to pass them on.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from typer.core import TyperOption

from tgkt.errors import UsageError

WITH_LONG = ("status", "project", "blend", "check")
_NAMED = {"comma": ",", "semicolon": ";", "pipe": "|", "tab": "\t"}
_MARKS = {**_NAMED, **{sign: sign for sign in _NAMED.values()}, "\\t": "\t"}
WITHOUT = {"panel"}
"""Commands whose CSV is for programs alone: of millions of rows."""
_ASKED: ContextVar[dict[str, Any]] = ContextVar("dialect", default={})  # noqa: B039 - never changed, only replaced


def with_dialect(command: Any, name: str) -> Any:
    """A command with these options added, if it has machine formats."""
    if name in WITHOUT or not any("--format" in param.opts for param in command.params):
        return command
    _ASKED.set({})
    command.params += [
        _option(
            "--delimiter",
            metavar=f"<{'|'.join(_NAMED)}>",
            help="The separator between CSV cells, by name or as the character itself.",
        ),
        _option(
            "--bom",
            is_flag=True,
            help="CSV for office programs: with a byte order mark, and no text that would be read as a formula.",
        ),
    ]
    if name in WITH_LONG:
        command.params.append(
            _option("--long", is_flag=True, help="A row for each year, part or figure, for machine formats.")
        )
    return command


def _option(name: str, **settings: Any) -> TyperOption:
    return TyperOption(param_decls=[name], expose_value=False, callback=_keep, **settings)


def _keep(ctx: Any, param: Any, value: Any) -> None:  # noqa: ARG001 - the caller's signature
    """Remember the option as given."""
    if value:
        _ASKED.set({**_ASKED.get(), param.name: value})


def as_asked(form: str) -> dict[str, Any]:
    """A format with the options that were given for it.

    Args:
        form: the name of the format.

    Raises:
        UsageError: an option without effect in this format, or an impossible delimiter.
    """
    asked = _ASKED.get()
    for name in ("delimiter", "bom"):
        if name in asked and form != "csv":
            raise UsageError("--{name} is for CSV. Add --format csv, or leave it out", name=name)
    if "long" in asked and form in ("table", "md"):
        raise UsageError("--long is for machine formats. Add --format json, ndjson, csv or tsv, or leave it out")
    given = asked.get("delimiter", ",")
    if given not in _MARKS:
        raise UsageError("--delimiter: '{given}' cannot separate cells. Write , ; | or tab", given=given)
    return {"mark": _MARKS[given], "is_office": "bom" in asked, "is_long": "long" in asked}
